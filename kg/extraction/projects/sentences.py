"""Projects told in sentences: "Built Example, a tool for …", "author of Example", "Lead *Example*", rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_place, organization_score, title_score
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Line, Outline, SectionKind, firsts
from kg.extraction.spelling import clean
from kg.extraction.words import Opening, fold, lowered, tokens
from kg.gazetteers import skills
from kg.model import BlockKind, InlineKind, Project

_SILENT = frozenset(
    {
        SectionKind.REFERENCES,
        SectionKind.STUDENTS,
        SectionKind.CONTACT,
        SectionKind.HOBBIES,
        SectionKind.AWARDS,
        SectionKind.PROJECTS,
        SectionKind.PUBLICATIONS,
        SectionKind.CERTIFICATES,
    }
)
# Links have rules of their own.
_SET_OFF = (InlineKind.STRONG, InlineKind.EMPHASIS, InlineKind.CODE)
# A name's word: it begins with a capital, holds one, or is of parts joined by a hyphen.
_WORD = r"(?:[A-Z0-9][\w.+#’'-]*|[a-z]+[A-Z][\w-]*)"
_RUN = re.compile(rf"{_WORD}(?: (?:of the |of |for the |for |the )?{_WORD}){{0,4}}")
_APPOSITION = re.compile(r"\s*(?:,|–|—|-|:)?\s+(?:an?|the|our|my)\s+(?:[\w-]+\s){0,6}?([\w-]+)|\s*\(")
_PART = re.compile(r",\s+an?\s|\s+[–—-]\s+an?\s|\s*\((?=[a-z])|:\s+an?\s")
_EXPLAINED = re.compile(r"(?:,|\s[–—-]|:)\s+an?\s((?:[\w-]+\s?){1,6})")
_BEGIN = re.compile(r"(?:^|\n)")
_INNER_CAPITAL = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}[a-z]")
_DETERMINER = re.compile(r"(?:the|an?|our|my|its|their|his|her|this)\s+(?:[a-z][\w-]*\s+){0,3}?(?=[A-Z]|[a-z]+[A-Z])|")
_BEFORE_VERBS = ("[IW]", "we", "and", "also", "have", "currently", "presently")
_LONGEST_NAME = 6
_SHORTEST_ACRONYM = 5
_LONGEST_LINE = 6000


@cache
def _made(name: str) -> Opening:
    """The words that say who made what follows, at the beginning of a sentence or after a subject or another verb."""
    phrases = load("projects")[name]
    verbs = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
    before = "".join(rf"|(?<=\b{word} )" for word in _BEFORE_VERBS)
    begin = rf"(?:^|(?<=[.;:!•] )|(?<=, ){before})"
    lead, called = begin, ""
    if name == "roles":
        nouns = "|".join(sorted(_nouns()))
        lead, called = r"(?<!\w)", rf"|(?:{nouns}) (?:called|named)"
    pattern = re.compile(rf"{lead}(?:{verbs}{called})[,:]?\s+(?=\S)", re.IGNORECASE)
    return Opening(pattern, (*phrases, *_nouns()) if called else phrases, apart=True)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("projects")["verbs"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("projects")["nouns"])


def told_projects(outline: Outline) -> Iterator[Claim[Project]]:
    """A claim for each named thing that the running text says the subject made or takes part in making."""
    for section in outline.sections:
        if section.kind in _SILENT or not _SILENT.isdisjoint(section.path):
            continue
        kinds = ("roles",) if section.kind is SectionKind.SKILLS else ("roles", "verbs")
        for line in firsts(section.lines):
            if line.block.kind in (BlockKind.HEADING, BlockKind.QUOTE):
                continue
            whole = line.to_block_end
            if line.block.kind is BlockKind.ROW and line.block.labels:
                spans = list(_in_column(whole))
            else:
                spans = _named(whole, kinds) if len(whole.text) <= _LONGEST_LINE else []
            for start, end in spans:
                yield _claim(outline, whole, start, end)


def _claim(outline: Outline, line: Line, start: int, end: int) -> Claim[Project]:
    stop = line.text.find(". ", end)
    url = next((one.target for one in line.inlines if one.target and one.start <= start < one.end), None)
    fact = Project(evidence=(outline.evidence(line.span(start, end)),), name=clean(line.text[start:end]), url=url)
    return Claim(fact, "told", (line.span(start, stop if stop > 0 else len(line.text)),))


def _in_column(line: Line) -> Iterator[tuple[int, int]]:
    """The cells of a table's column that its heading says names projects."""
    for label, (start, end) in zip(line.block.labels, line.cells, strict=False):
        name = clean(line.text[start:end])
        if label and fold(label) in load("projects")["columns"] and fold(name) != fold(label) and name:
            yield start, end


def _named(line: Line, kinds: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the names stand that follow words of making, or that begin the line and are explained by it."""
    found: dict[int, int] = {}
    if len(kinds) > 1 and (opening := _opening(line)):
        found.setdefault(*opening)
    text = line.text.replace("\n", " ")
    lower = lowered(text)
    for kind in kinds:
        for match in _made(kind).finditer(text, lower):
            span = _set_off(line, match.end(), sure=kind == "roles") or _written(
                line.text, match.end(), kind == "roles"
            )
            if span:
                found.setdefault(*span)
    return sorted(found.items())


def _opening(line: Line) -> tuple[int, int] | None:
    """A name at the beginning of an item, where a noun for things that people make follows: "X, a Python package"."""
    for begin in _BEGIN.finditer(line.text) if line.block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH) else ():
        run = _RUN.match(line.text, begin.end())
        told = _EXPLAINED.match(line.text, run.end()) if run else None
        if run and told and _tools().intersection(fold(told.group(1)).split()) and _may_name(run.group(), sure=False):
            return run.span()
    return None


@cache
def _tools() -> frozenset[str]:
    return frozenset(load("projects")["tools"])


def _set_off(line: Line, start: int, *, sure: bool) -> tuple[int, int] | None:
    """The words set in a type of their own right after words of making, or after an article."""
    begin = start + len(_article(line.text[start : start + 60]))
    for inline in line.inlines:
        if inline.kind not in _SET_OFF or not start <= inline.start <= begin:
            continue
        name = clean(line.text[inline.start : inline.end])
        proper = any(char.isupper() for char in name) or "-" in name or "_" in name or (sure and " " not in name)
        if proper and len(tokens(name)) <= _LONGEST_NAME and _may_name(name, sure=sure):
            return inline.start, inline.end
    return None


def _article(text: str) -> str:
    match = re.match(r"(?:the|an?|our|my|its)\s+(?:[a-z][\w-]*\s+){0,4}", text)
    return match.group() if match else ""


def _written(text: str, start: int, sure: bool) -> tuple[int, int] | None:
    """A name in capitals, where what follows it, its last word or its shape says that it is one of something made."""
    text = text.replace("\n", " ")
    begin = match.end() if (match := _DETERMINER.match(text, start)) else start
    run = _RUN.match(text, begin)
    if run is None:
        return None
    end = run.end() - (1 if run.group().endswith(".") else 0)
    name = text[begin:end]
    if not _may_name(name, sure=sure):
        return None
    following = re.match(r"\s+([a-z][\w-]*)", text[end:])
    noun = following is not None and following.group(1) in _nouns()
    explained = bool(_PART.match(text, end))
    acronym = name.isupper() and len(name) < _SHORTEST_ACRONYM and not explained
    if acronym and (not sure or noun):
        return None
    alone = following is None or following.group(1) in load("projects")["free"]
    shaped = alone and " " not in name and bool(_INNER_CAPITAL.search(name)) and not name.isupper()
    system = " " in name and fold(name.rsplit(" ", 1)[-1]) in _nouns()
    if not (sure or noun or explained or shaped or system):
        return None
    whole = following is not None and following.group(1) in load("projects")["parts"]
    return begin, end + (following.end() if whole and following else 0)


def _may_name(name: str, *, sure: bool) -> bool:
    """Whether the words may be the name of a thing made: no technology, field, organization, role, place or kind."""
    parts = name.split()
    if (
        not parts
        or parts[0].isdigit()
        or name.startswith("@")
        or title_score(name) >= 3
        or organization_score(name) >= 3
        or is_place(name)
    ):
        return False
    if any(fold(part.strip(".,")) in load("projects")["never"] for part in parts) or fold(parts[0]) in _verbs():
        return False
    known = [skills().find(part) for part in (name, parts[0], " ".join(parts[:2]))]
    if sure:
        return not any(term is not None and term.kind in ("Field", "ProgrammingLanguage") for term in known)
    return not any(known)
