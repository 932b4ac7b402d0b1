"""When two claims of one document tell the same fact."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.extraction.kinds import position_kind
from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.spelling import comparable, without_brackets
from kg.extraction.words import tokens
from kg.gazetteers import organizations
from kg.model import Abbreviation, Dated, PartialDate, Position, PositionKind, Study


class Names:
    """The names of one document: which of them stand for one organization."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        self._full = {comparable(item.short): comparable(item.full) for item in abbreviations}
        self._keys: dict[str, str] = {}
        self._known: dict[str, frozenset[str]] = {}

    def key(self, name: str) -> str:
        """A name's form for comparison, abbreviations that the document introduces written out."""
        if name not in self._keys:
            bare = comparable(without_brackets(name))
            self._keys[name] = self._full.get(bare, bare)
        return self._keys[name]

    def known(self, name: str) -> frozenset[str]:
        """The IRIs of the organizations of this name."""
        if name not in self._known:
            self._known[name] = frozenset(term.iri for term in organizations().find(without_brackets(name)))
        return self._known[name]

    def keys(self, *given: str | None) -> set[str]:
        """Keys of which two names that are the same share one."""
        found = {self.key(name) for name in given if name} or {""}
        return found.union(*(self.known(name) for name in given if name))

    def same(self, left: str | None, right: str | None) -> bool:
        """Whether two names stand for one organization: written alike, abbreviated, or aliases in the gazetteer."""
        if not left or not right:
            return False
        return self.key(left) == self.key(right) or not self.known(left).isdisjoint(self.known(right))

    def shortens(self, told: Position | Study, known: Position | Study) -> bool:
        """Whether what is told without role, level and time names, by its first words, another's body or unit."""
        said = told.title if isinstance(told, Position) else told.level
        if said or told.start or told.end or told.unit or not (told.organization and known.organization):
            return False
        short = f"{self.key(told.organization)} "
        if known.unit and self.key(known.unit).startswith(short):
            return True
        return self.key(known.organization).startswith(short) and not organizations().find(told.organization)


def same_position(left: Position, right: Position, names: Names) -> bool:
    """Whether two positions are one: same organization (or unit), no contradiction in title, kind and time."""
    if left.organization is None or right.organization is None:
        return left.organization == right.organization and left.title == right.title and left.period == right.period
    at_one = names.same(left.organization, right.organization) or (
        names.same(left.organization, right.unit) or names.same(left.unit, right.organization)
    )
    return at_one and compatible_periods(left, right) and _compatible_roles(left, right)


def same_study(left: Study, right: Study, names: Names) -> bool:
    """Whether two studies are one: same school, no contradiction in level and time."""
    in_town = (
        left.level is not None and left.level is right.level and _but_for_town(left.organization, right.organization)
    )
    if not (in_town or names.same(left.organization, right.organization)):
        return False
    if left.level and right.level and left.level is not right.level:
        return False
    if left.level is None and right.level is None and differ_in_field(left, right):
        return False
    return compatible_periods(left, right)


def differ_in_field(left: Study, right: Study) -> bool:
    """Whether both studies state a field, be it in the name of the degree, and neither the other's."""
    one, other = _field(left), _field(right)
    return bool(one and other) and not _overlap(one, other)


def _field(study: Study) -> str:
    """The field, or what the name of the degree tells of it: "Tidal Science" of "Master of Tidal Science"."""
    return study.field or (study.degree or "").partition(" of ")[2]


def _but_for_town(left: str | None, right: str | None) -> bool:
    """Whether two names are one but for a town after a comma: "University of Example, Springfield"."""
    first = [comparable((name or "").split(",")[0]) for name in (left, right)]
    return first[0] == first[1] and ("," in (left or "")) != ("," in (right or ""))


def compatible_periods(left: Dated, right: Dated) -> bool:
    """Whether two times can be one time, told with different precision or in part."""
    if not (left.period.stated and right.period.stated):
        return True
    if not _compatible(left.start, right.start):
        return False
    if left.start is None or right.start is None:
        return _compatible(left.end, right.end)
    return _compatible(left.end, right.end) or left.current != right.current


def _compatible(left: PartialDate | None, right: PartialDate | None) -> bool:
    if left is None or right is None:
        return True
    return str(left).startswith(str(right)) or str(right).startswith(str(left))


def _compatible_roles(left: Position, right: Position) -> bool:
    if left.title is None or right.title is None:
        kinds = {left.kind, right.kind}
        return len(kinds) == 1 or PositionKind.JOB in kinds or not (left.title or right.title)
    if _title_keys(left.title) == _title_keys(right.title) or _overlap(left.title, right.title):
        return True
    by_title = {position_kind(title, (), SectionKind.OTHER) for title in (left.title, right.title)}
    return by_title == {PositionKind.INTERNSHIP} and (not left.period.stated or not right.period.stated)


class _Synonyms:
    @cached_property
    def table(self) -> dict[str, tuple[str, ...]]:
        """Short forms of titles → the words they stand for."""
        return {short: tuple(long.split()) for short, long in load("synonyms")["titles"].items()}


_SYNONYMS = _Synonyms()


def _title_keys(title: str) -> frozenset[str]:
    keys: set[str] = set()
    for word in tokens(title):
        keys.update(_SYNONYMS.table.get(word.key, (word.key,)))
    return frozenset(keys)


def _overlap(left: str, right: str) -> bool:
    """Whether all words of one are among those of the other."""
    a, b = _title_keys(left), _title_keys(right)
    return bool(a and b) and (a <= b or b <= a)
