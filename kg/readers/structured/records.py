"""Data → drafts: what the themes of résumé formats show of JSON and YAML, whatever its keys are called."""

from __future__ import annotations

import re

from kg.model import BlockKind, Inline, InlineKind
from kg.readers.layout.draft import Draft
from kg.readers.layout.tables import pair
from kg.readers.structured import keys
from kg.readers.structured.folding import folded
from kg.readers.structured.meanings import translated
from kg.readers.structured.periods import Period, period_of
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence
from kg.readers.structured.values import Values

_LONGEST_FIELD = 160
_LONGEST_NAME = 60
_SHORT = 40
_FIRST_LEVEL = 2


def lay_out(root: Node, content: str) -> tuple[list[Draft], list[Draft]]:
    """What is seen of the data, and what is not (icons, flags, settings)."""
    layout = _Layout(content)
    layout.value(None, folded(translated(root)), _FIRST_LEVEL)
    return layout.drafts, layout.hidden


def front_matter(page: Mapping, content: str, *, alone: bool) -> tuple[list[Draft], list[Draft]]:
    """What is seen and what is not of a page's front matter.

    All of it where the page holds nothing else (`alone`). Else what is under keys such as `work:` or `interests:` is
    seen, which a layout can only want to show, unless the page itself has shown it by naming it in a template; and so
    is what a page about an author says of their role.
    """
    role = sorted(
        ((key, value) for key, value in page.entries if keys.ROLE.fullmatch(key.text)),
        key=lambda entry: not isinstance(entry[1], Scalar),  # the role before a list of organizations
    )
    if alone and any(not isinstance(value, Scalar) and not _empty(value) for _, value in page.entries):
        return lay_out(_with_role_first(page, role) if len(role) > 1 else page, content)
    layout, rest = _Layout(content), _Layout(content)
    if len(role) > 1:
        layout.value(role[0][0], Sequence([_as_job(role)]), _FIRST_LEVEL)
    shown = folded(translated(page))
    for key, value in shown.entries if isinstance(shown, Mapping) else page.entries:
        named = re.search(rf"page\.{re.escape(key.text)}\b", content)
        if keys.SECTIONS.search(key.text) and not isinstance(value, Scalar) and not _empty(value) and not named:
            layout.value(key, value, _FIRST_LEVEL)
        else:
            rest.keep(key, value)
    return layout.drafts, rest.hidden


def _with_role_first(page: Mapping, role: list[tuple[Scalar, Node]]) -> Mapping:
    """The page with what it says of the author's role in one place, before all other lists."""
    others = [entry for entry in page.entries if entry not in role]
    first = next((number for number, (_, value) in enumerate(others) if not isinstance(value, Scalar)), len(others))
    return Mapping([*others[:first], (role[0][0], Sequence([_as_job(role)])), *others[first:]])


def _as_job(role: list[tuple[Scalar, Node]]) -> Mapping:
    """The role and, as such, the organizations that its record lists by name."""
    return Mapping([(key, _as_employers(value) if isinstance(value, Sequence) else value) for key, value in role])


def _as_employers(listed: Sequence) -> Sequence:
    """The records of a list with the key "organization" for the name."""
    return Sequence(
        [
            Mapping([(_renamed(key) if key.text == "name" else key, value) for key, value in item.entries])
            if isinstance(item, Mapping)
            else item
            for item in listed.items
        ]
    )


def _renamed(key: Scalar) -> Scalar:
    return Scalar("organization", key.start, key.end)


class _Layout:
    def __init__(self, content: str) -> None:
        self.drafts: list[Draft] = []
        self.hidden: list[Draft] = []
        self._values = Values(content)

    # --- what is under a key -------------------------------------------------------------------------------------

    def value(self, key: Scalar | None, node: Node, level: int) -> None:
        """Whatever stands under `key`, as sections, pairs and records."""
        if isinstance(node, Scalar):
            self._scalar(key, node)
        elif key is not None and keys.SETTINGS.fullmatch(key.text):
            self.keep(key, node)
        elif isinstance(node, Mapping):
            self._mapping(key, node, level)
        elif any(not _empty(item) for item in node.items):
            if key is None or not keys.BODY.fullmatch(key.text):
                self._heading(key, level)
            for item in node.items:
                self.item(item, 1)

    def item(self, node: Node, depth: int) -> None:
        """One member of a list."""
        if isinstance(node, Mapping):
            self._record(node, depth)
        elif isinstance(node, Sequence):
            for item in node.items:
                self.item(item, depth)
        elif node.text.strip():
            self.drafts.append(self._values.words(node, BlockKind.ITEM, depth))

    def keep(self, key: Scalar | None, node: Node) -> None:
        """Keep apart what nobody sees."""
        if isinstance(node, Mapping):
            for name, value in node.entries:
                self.keep(name, value)
        elif isinstance(node, Sequence):
            for item in node.items:
                self.keep(key, item)
        elif node.text.strip() and key is not None and key.text:
            self.hidden.append(pair(self._values.key(key), self._values.words(node)))

    def _mapping(self, key: Scalar | None, node: Mapping, level: int) -> None:
        if key is not None and keys.PLACES.fullmatch(key.text) and (joined := self._values.joined(node)).length:
            self.drafts.append(pair(self._values.key(key), joined))
            return
        if key is not None and not keys.TRANSPARENT.fullmatch(key.text):
            if all(_empty(value) for _, value in node.entries):
                return
            self._heading(key, level)
            level += 1
            if sum(1 for name, value in node.entries if keys.FIELDS.fullmatch(name.text) and not _empty(value)) >= 2:
                self._record(node, 1)
                return
        named = self._name(node, level)
        for name, value in node.entries:
            if name.text not in named:
                self.value(name, value, level)

    def _name(self, node: Mapping, level: int) -> frozenset[str]:
        """The name of the person heads the page; returns the keys that hold it."""
        found = [(name, value) for name, value in node.entries if isinstance(value, Scalar) and value.text.strip()]
        parts = [(name.text, value) for name, value in found if keys.NAME_PARTS.fullmatch(name.text)]
        whole = [(name.text, value) for name, value in found if keys.NAME.fullmatch(name.text)][:1]
        personal = any(keys.PERSONAL.fullmatch(name.text) for name, _ in node.entries)
        known = whole[0][1].text if whole else ""
        chosen = [*whole, *(part for part in parts if part[1].text not in known)] if whole else parts
        if (
            not chosen
            or not (personal or len(chosen) > 1)
            or any(len(v.text) > _LONGEST_NAME for _, v in chosen)
            or level > _FIRST_LEVEL + 1
        ):
            return frozenset()
        draft = Draft(BlockKind.HEADING, 1)
        for _, value in sorted(chosen, key=_place_in_name):
            draft.append(self._values.words(value), " ")
        self.drafts.append(draft)
        return frozenset(name for name, _ in chosen)

    def _scalar(self, key: Scalar | None, node: Scalar) -> None:
        if not node.text.strip():
            return
        if key is None or (len(node.text) > _LONGEST_FIELD and not keys.UNSEEN.fullmatch(key.text)):
            self.drafts += self._values.told(node)
        elif _flag(node) or _setting(key, node) or keys.UNSEEN.fullmatch(key.text):
            self.keep(key, node)
        else:
            self.drafts.append(pair(self._values.key(key), self._values.words(node)))

    # --- records -------------------------------------------------------------------------------------------------

    def _record(self, node: Mapping, depth: int) -> None:
        """A record: its short values are the lines of an item, labelled with their keys; the rest follows below."""
        entries = [(name, value) for name, value in node.entries if not _empty(value)]
        if self._section(entries, depth) or self._named_list(entries) or self._keyed(entries, depth):
            return
        head = Draft(BlockKind.ITEM, depth)
        below: list[tuple[Scalar, Node]] = []
        labels: list[str] = []
        period = period_of(node)
        timed = period.fields if period else frozenset()
        lone = all(name.text in timed or _leaves_alone(name.text) for name, _ in entries)
        for name, value in entries:
            if name.text in timed:
                if period is not None and name.text == period.begin[0]:
                    self._period(head, period, labels)
                continue
            line = self._line(name, value, lone=lone)
            if line is None:
                below.append((name, value))
            elif line.length:
                head.cells.append(head.append(line, "\n"))
                labels.append("name" if keys.TELLING.fullmatch(name.text) else keys.label(name.text))
        head.labels = tuple(labels)
        if head.length:
            self.drafts.append(head)
        elif below and isinstance(told := below[0][1], Scalar):
            del below[0]
            head = self._values.words(told, BlockKind.ITEM, depth)
            self.drafts.append(head)
        for name, value in below:
            if isinstance(value, Scalar) and keys.ADDRESS.fullmatch(name.text) and head.length:
                first = head.cells[0][1] if head.cells else head.length
                head.inlines.append(Inline(InlineKind.LINK, 0, first, value.text))
            else:
                self._below(name, value, depth)

    def _section(self, entries: list[tuple[Scalar, Node]], depth: int) -> bool:
        """A title and the records under it (`title: Education, contents: [{…}, …]`) are a section of the page."""
        said = [(n, v) for n, v in entries if not keys.UNSEEN.fullmatch(n.text) and not keys.KIND.fullmatch(n.text)]
        if depth != 1 or len(said) != 2:
            return False
        (name, title), (key, body) = said
        if not (isinstance(title, Scalar) and keys.TITLE.fullmatch(name.text) and keys.BODY.fullmatch(key.text)):
            return False
        if not isinstance(body, Sequence) or not (len(entries) > 2 or any(isinstance(i, Mapping) for i in body.items)):
            return False
        self.drafts.append(self._values.words(title, BlockKind.HEADING, _FIRST_LEVEL))
        for item in body.items:
            self.item(item, 1)
        return True

    def _named_list(self, entries: list[tuple[Scalar, Node]]) -> bool:
        """A name and the list it heads (`name: Web, keywords: [HTML, CSS]`) are a key and its value."""
        said = [(n, v) for n, v in entries if not keys.UNSEEN.fullmatch(n.text) and not keys.RATING.fullmatch(n.text)]
        if len(said) != 2:
            return False
        (called, name), (key, listed) = said
        if (
            not isinstance(name, Scalar)
            or keys.TIME.fullmatch(called.text)
            or len(name.text) > _SHORT * 2
            or not keys.LISTED.fullmatch(key.text)
        ):
            return False
        if isinstance(listed, Mapping):
            return False
        value = self._values.words(listed) if isinstance(listed, Scalar) else self._values.joined(listed)
        self.drafts.append(pair(self._values.words(name), value))
        return True

    def _keyed(self, entries: list[tuple[Scalar, Node]], depth: int) -> bool:
        """A single key in words of a person (`- Markets: prices`) says what its value is about, a time when it was."""
        if len(entries) != 1 or not isinstance(value := entries[0][1], Scalar):
            return False
        key = entries[0][0]
        if keys.DATED.fullmatch(key.text):
            head = Draft(BlockKind.ITEM, depth)
            for draft in (self._values.key(key), self._values.words(value)):
                head.append(draft, "\n")
            self.drafts.append(head)
            return True
        if not keys.WORDED.match(key.text) or keys.FIELDS.fullmatch(key.text) or keys.LABEL.fullmatch(key.text):
            return False
        self.drafts.append(pair(self._values.key(key), self._values.words(value)))
        return True

    def _line(self, name: Scalar, value: Node, *, lone: bool) -> Draft | None:
        """A value that is a line of its record; None if it is shown below it, an empty draft if nowhere.

        A text that is `lone` but for a date is what the record is about.
        """
        if not isinstance(value, Sequence) and keys.UNSEEN.fullmatch(name.text):
            self.keep(name, value)
            return Draft(BlockKind.PARAGRAPH)
        if isinstance(value, Sequence) or keys.ADDRESS.fullmatch(name.text) or keys.ADVISING.fullmatch(name.text):
            return None
        if isinstance(value, Mapping):
            return self._values.joined(value) if all(isinstance(v, Scalar) for _, v in value.entries) else None
        if _flag(value):
            self.keep(name, value)
            return Draft(BlockKind.PARAGRAPH)
        if len(value.text) > _LONGEST_FIELD or "\n" in value.text.strip():
            return None
        if keys.TELLING.fullmatch(name.text) and not lone:
            return None
        return self._values.words(value)

    def _period(self, head: Draft, period: Period, labels: list[str]) -> None:
        """`begin – end` on a line."""
        key, begin = period.begin
        head.cells.append(head.append(self._values.words(begin), "\n"))
        labels.append(keys.label(key))
        head.gap(" ")
        head.write("–", None)
        if period.end is not None:
            key, end = period.end
            head.cells.append(head.append(self._values.words(end), " "))
            labels.append(keys.label(key))
        elif period.current:
            head.gap(" ")
            head.write("present", None)

    def _below(self, name: Scalar, value: Node, depth: int) -> None:
        if isinstance(value, Scalar):
            if keys.ADDRESS.fullmatch(name.text) or keys.ADVISING.fullmatch(name.text):
                self.drafts.append(pair(self._values.key(name), self._values.words(value)))
            else:
                self.drafts += self._values.told(value, depth)
            return
        if isinstance(value, Mapping):
            self._record(value, depth + 1)
            return
        items = [item for item in value.items if not _empty(item)]
        short = all(isinstance(item, Scalar) and len(item.text) <= _SHORT for item in items)
        if short and not keys.HIGHLIGHTS.fullmatch(name.text):
            self.drafts.append(pair(self._values.key(name), self._values.joined(value)))
            return
        for item in items:
            self.item(item, depth + 1)

    def _heading(self, key: Scalar | None, level: int) -> None:
        if key is not None and key.text:
            draft = self._values.key(key)
            draft.kind, draft.level = BlockKind.HEADING, min(level, 6)
            self.drafts.append(draft)


def _empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.text.strip()
    if isinstance(node, Mapping):
        return all(_empty(value) for _, value in node.entries)
    return all(_empty(item) for item in node.items)


def _setting(key: Scalar, node: Scalar) -> bool:
    return key.text.lower() in ("lang", "language", "locale") and len(node.text) <= 5


def _leaves_alone(key: str) -> bool:
    """Whether a text beside what stands under a key can still be what their record is about."""
    return any(words.fullmatch(key) for words in (keys.TIME, keys.TELLING, keys.BELOW, keys.ADDRESS, keys.UNSEEN))


def _place_in_name(part: tuple[str, Scalar]) -> int:
    """Given names come first and family names last; others keep their place between them."""
    return 2 if keys.FAMILY_NAME.fullmatch(part[0]) else int(not keys.GIVEN_NAME.fullmatch(part[0]))


def _flag(node: Scalar) -> bool:
    return node.text.strip().lower() in ("true", "false")
