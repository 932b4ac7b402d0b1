"""Careers as data: JSON, YAML and TOML with any keys and nesting, front matter, and program code in fences."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from generated import Page
from generated.formats_career import Career, Choices, Job, Study, career
from generated.formats_keys import KEYS, SCHEMAS, cased

Node = Any
_STYLES = ("year", "short", "long", "slash", "iso", "point")


def page(seed: int, suffix: str) -> Page:
    """A page of data (`json`, `yaml`, `toml`), or one in Markdown that holds some (`md`)."""
    return made(seed, suffix)[0]


def made(seed: int, suffix: str) -> tuple[Page, dict[str, str]]:
    """The page, and the features chosen for it."""
    choices = Choices(f"records {seed}")
    told = career(choices, _STYLES)
    tree = _Tree(choices, told).whole()
    return Page(f"records-{seed}.{suffix}", _WRITERS[suffix](choices, tree, told), told.facts), choices.made


class _Tree:
    """One page's way of nesting and naming."""

    def __init__(self, choices: Choices, told: Career) -> None:
        pick = choices.pick
        self._choices, self._told = choices, told
        self._schema = pick("schema", ("own", "own", "own", "json resume", "fresh", "rendercv"))
        self._language = pick("language", ("en", "en", *KEYS)) if self._schema == "own" else "en"
        self._names = KEYS[self._language] if self._schema == "own" else SCHEMAS[self._schema]
        self._case = pick("case", ("camel", "snake", "kebab", "pascal", "spaced", "snake"))
        self._chosen: dict[str, str] = {}
        self._times = pick("times", ("ends", "ends", "one", "nested", "current", "list"))
        if self._schema != "own":
            self._times = pick("times", ("ends", "open"))
        self._jobs = pick("jobs", ("list", "list", "by key", "grouped", "section")) if self._schema == "own" else "list"
        self._joined = pick("studies", ("apart", "joined")) if self._schema == "own" else "apart"
        self._done = pick("done", ("list", "list", "text", "none"))
        self._place = pick("place", ("none", "text", "mapping"))
        self._extra = pick("extra", ("none", "url", "id", "logo", "tech"))
        self._order = pick("order", ("title first", "org first", "date first", "date last"))

    def _key(self, field: str) -> str:
        if field not in self._chosen:
            words = self._choices.random.choice(self._names[field])
            self._choices.made[f"key {field}"] = words
            self._chosen[field] = words if self._schema != "own" else cased(words, self._case)
        return self._chosen[field]

    def whole(self) -> dict[str, Node]:
        """All of it."""
        work = self._entries("work", [self._job(job) for job in self._told.jobs])
        school = self._entries("school", [self._study(study) for study in self._told.studies])
        skills = self._skills()
        if self._schema == "fresh":
            return {
                **self._person(),
                "employment": {"history": work},
                "education": {"history": school},
                "skills": skills,
            }
        sections = {self._key("work"): work, self._key("school"): school, self._key("skills"): skills}
        if self._schema == "json resume":
            return {"basics": self._person(), **sections}
        if self._schema == "rendercv":
            return {"cv": {**self._person(), "sections": sections}, "design": {"theme": "classic"}}
        under = self._choices.pick("under", ("nothing", "nothing", "person", "cv", "sections", "all"))
        if under == "person":
            return {
                self._choices.pick("person", ("basics", "personal", "about", "profile", "info")): self._person(),
                **sections,
            }
        if under == "sections":
            return {**self._person(), "sections": sections}
        whole = {**self._person(), **sections}
        return {under: whole} if under == "cv" else {"data": {"resume": whole}} if under == "all" else whole

    def _person(self) -> dict[str, Node]:
        told, mail = self._told, {self._key("mail"): self._told.mail}
        parts = self._schema == "own" and self._choices.chance("parts of name", 0.3)
        if parts and self._language not in ("fr", "es", "pt"):
            return {self._key("given"): told.given, self._key("family"): told.family, **mail}
        return {self._key("name"): told.name, **mail}

    def _entries(self, key: str, entries: list[dict[str, Node]]) -> Node:
        if self._jobs == "by key":
            org = self._key("org" if key == "work" else "university")
            names = [entry[org] for entry in entries]
            if len(set(names)) == len(names):
                return {entry[org]: {k: v for k, v in entry.items() if k != org} for entry in entries}
        if self._jobs == "grouped" and key == "work":
            org, roles = self._key("org"), self._choices.pick("roles", ("positions", "roles"))
            return [{org: entry[org], roles: [{k: v for k, v in entry.items() if k != org}]} for entry in entries]
        if self._jobs == "section":
            return {
                "title": cased(self._key(key), "spaced"),
                self._choices.pick("body", ("items", "entries", "list")): entries,
            }
        return entries

    def _job(self, job: Job) -> dict[str, Node]:
        fields = {self._key("title"): job.title, self._key("org"): job.organization}
        more: dict[str, Node] = {}
        if self._done != "none":
            more[self._key("done")] = list(job.done) if self._done == "list" else " ".join(job.done)
        return self._ordered(fields, self._time(job)) | self._where(job.place) | self._besides() | more

    def _study(self, study: Study) -> dict[str, Node]:
        fields = {self._key("university"): study.school}
        if self._joined == "joined":
            fields = {self._key("degree"): f"{study.degree} in {study.field}"} | fields
        else:
            fields |= {self._key("degree"): study.degree, self._key("field"): study.field}
        return self._ordered(fields, self._time(study)) | self._where(study.place)

    def _ordered(self, fields: dict[str, Node], time: dict[str, Node]) -> dict[str, Node]:
        if self._order == "date first":
            return time | fields
        if self._order == "org first":
            fields = dict(reversed(fields.items()))
        return fields | time

    def _where(self, place: str) -> dict[str, Node]:
        if self._place == "none":
            return {}
        city, _, country = place.partition(", ")
        mapped = {"city": city, "country": country} if country else {"city": city}
        return {self._key("place"): mapped if self._place == "mapping" else place}

    def _besides(self) -> dict[str, Node]:
        besides: dict[str, dict[str, Node]] = {
            "url": {"url": "https://x.example"},
            "id": {"id": 7, "visible": True},
            "logo": {"logo": "/images/logo.png", "icon": "fa fa-briefcase"},
        }
        return besides.get(self._extra, {})

    def _time(self, entry: Job | Study) -> dict[str, Node]:
        begin, _, end = entry.when
        going = entry.end == "present"
        start, stop = self._key("start"), self._key("end")
        if self._times == "one":
            return {self._key("date"): entry.time}
        if self._times == "nested":
            return {self._key("date"): {start: begin, stop: end}}
        if self._times == "current" and going:
            return {start: begin, "current": True}
        if self._times == "list":
            return {start: begin, stop: end}
        if self._times == "open" and going:
            return {start: begin}
        return {start: begin, stop: end}

    def _skills(self) -> Node:
        groups = {group: list(names) for group, names in self._told.skills.items()}
        form = (
            "groups"
            if self._schema != "own"
            else self._choices.pick("skills", ("groups", "map", "texts", "flat", "rated"))
        )
        if form == "groups":
            names: dict[str, Node] = dict(groups)
            if self._schema == "rendercv":
                names = {group: ", ".join(listed) for group, listed in groups.items()}
            found = [{self._key("group"): group, self._key("listed"): listed} for group, listed in names.items()]
            return {"sets": found} if self._schema == "fresh" else found
        if form == "map":
            return {group.lower(): listed for group, listed in groups.items()}
        if form == "texts":
            return {group.lower(): ", ".join(listed) for group, listed in groups.items()}
        flat = [name for listed in groups.values() for name in listed]
        return flat if form == "flat" else [{"name": name, "level": 80} for name in flat]


def _json(choices: Choices, tree: Node, _: Career) -> str:
    return json.dumps(tree, ensure_ascii=choices.chance("escaped", 0.2), indent=choices.pick("indent", (None, 2, 4)))


def _yaml(choices: Choices, tree: Node, _: Career) -> str:
    style = choices.pick("flow", (False, False, None))
    return yaml.safe_dump(
        tree, allow_unicode=True, sort_keys=False, default_flow_style=style, width=choices.pick("width", (80, 10**6))
    )


def _toml(choices: Choices, tree: Node, _: Career) -> str:
    return _table(tree, ())


def _table(tree: dict[str, Node], path: tuple[str, ...]) -> str:
    """A table and those inside it."""
    plain = {key: value for key, value in tree.items() if not _is_table(value)}
    lines = [f"{_bare(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in tree.items():
        inner = ".".join(map(_bare, (*path, key)))
        if isinstance(value, dict):
            lines += ["", f"[{inner}]", _table(value, (*path, key))]
        elif _is_table(value):
            for item in value:
                lines += ["", f"[[{inner}]]", _table(item, (*path, key))]
    return "\n".join(lines)


def _is_table(value: Node) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _bare(key: str) -> str:
    return (
        key
        if key.isascii() and key.replace("_", "").replace("-", "").isalnum()
        else json.dumps(key, ensure_ascii=False)
    )


def _value(value: Node) -> str:
    return json.dumps(value, ensure_ascii=False)


def _markdown(choices: Choices, tree: Node, told: Career) -> str:
    form = choices.pick(
        "form", ("front yaml", "front toml", "broken toml", "fence yaml", "fence json", "script", "python")
    )
    if form == "front yaml":
        return f"---\nlayout: resume\ntitle: CV\n{_yaml(choices, tree, told)}---\n"
    if form == "front toml":
        return f'+++\nlayout = "resume"\n{_toml(choices, tree, told)}\n+++\n'
    if form == "broken toml":  # the site shows nothing of it, a reader of the file everything
        return f"+++\nexpected = May 2030\n{_toml(choices, tree, told)}\n+++\n"
    if form == "fence yaml":
        return f"# {told.name}\n\n```yaml\n{_yaml(choices, tree, told)}```\n"
    if form == "fence json":
        return f"# {told.name}\n\n```json\n{_json(choices, tree, told)}\n```\n"
    if form == "python":
        return f"# {told.name}\n\n```python\nme = {_literal(tree, 0)}\n```\n"
    name = choices.pick(
        "declared", ("const me = {};", "export const resume: Resume = {};", "const profile = {}", "let dev = {};")
    )
    fence = choices.pick("fence", ("js", "ts", "javascript", "typescript"))
    return f"# {told.name}\n\n```{fence}\n{name.replace('{}', _object(tree, 0))}\n```\n"


def _object(node: Node, depth: int) -> str:
    """The node as an object of JavaScript."""
    return _braced(node, depth, "  ", _member, lambda value: json.dumps(value, ensure_ascii=False))


def _literal(node: Node, depth: int) -> str:
    """The node as a literal of Python."""
    return _braced(node, depth, "    ", repr, repr)


def _braced(node: Node, depth: int, indent: str, key: Callable[[str], str], value: Callable[[Node], str]) -> str:
    """The node in the braces of a language, which writes its keys and its plain values so."""
    if isinstance(node, dict):
        told = ((key(name), _braced(inner, depth + 1, indent, key, value)) for name, inner in node.items())
        entries = "".join(f"{indent * (depth + 1)}{name}: {inner},\n" for name, inner in told)
        return f"{{\n{entries}{indent * depth}}}"
    if isinstance(node, list):
        return "[" + ", ".join(_braced(item, depth, indent, key, value) for item in node) + "]"
    return value(node)


def _member(key: str) -> str:
    return key if key.isidentifier() else json.dumps(key, ensure_ascii=False)


_WRITERS = {"json": _json, "yaml": _yaml, "toml": _toml, "md": _markdown}
