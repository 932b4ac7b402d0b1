"""Entries → positions: jobs, internships and other roles, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extraction.clues import (
    degrees,
    is_proper_name,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.dates import DateKind
from kg.extraction.entries import Entry, Region, Row
from kg.extraction.kinds import employment_type, position_kind
from kg.extraction.labelling import Fields, Value, drop_prefix, label, split_title, without_towns
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.periods import work_period
from kg.extraction.pieces import Piece
from kg.extraction.spelling import without_brackets
from kg.extraction.words import key, words
from kg.model import Level, Position

_FULL = frozenset((Level.BACHELOR, Level.MASTER, Level.DOCTORATE))
_NO_ROLE = frozenset(("career break", "sabbatical", "gap year", "parental leave", "travel", "break"))


def is_study(entry: Entry, region: Region) -> bool:
    """Whether an entry tells of studies: by its degree and school, and what its section promises."""
    texts = [piece.text for row in entry.rows for piece in without_towns(row.pieces)]
    has_degree = any(degrees(text) for text in texts)
    has_title = any(title_score(text) >= 3 and not degrees(text) for text in texts)
    has_school = any(is_school(text) for text in texts)
    if region.kind is SectionKind.EDUCATION:
        return has_degree or not has_title
    if region.kind is SectionKind.CERTIFICATES:
        return has_degree
    if not region.strict:
        has_degree = any(clue.level in _FULL for text in texts for clue in degrees(text))
    return has_degree and has_school and not has_title


def positions(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Position]]:
    """A claim for every entry of the region that tells of a role."""
    work = [entry for entry in found if not is_study(entry, region)]
    habit = _habit(work)
    labelled: dict[int, Fields] = {}
    previous: tuple[Entry, Fields] | None = None
    grouped: set[int] = set()
    for entry in work:
        fields = label(_pieces(entry), habit)
        _heed_parent(entry, fields, labelled)
        _ask_children(entry, fields, sure=True)
        if _inherit(entry, fields, labelled, previous, grouped) and not entry.parent:
            grouped.add(id(entry))
        _ask_children(entry, fields, sure=False)
        if fields.organization is None and fields.title and (halves := split_title(fields.title)):
            fields.organization = Value(halves[1], fields.title.spans)
            fields.title = Value(halves[0], fields.title.spans)
        labelled[id(entry)] = fields
        previous = (entry, fields)
    sure = [entry for entry in work if _names_role(labelled[id(entry)])]
    layouts = {_layout(entry) for entry in sure}
    parents = {id(entry.parent) for entry in work if entry.parent and labelled[id(entry)].title}
    for entry in work:
        fields = labelled[id(entry)]
        if id(entry) in parents and fields.title is None:
            continue
        doubtful = not _names_role(fields) and _is_vague(fields) and len(sure) > 1 and 4 * len(sure) >= len(work)
        if doubtful and (fields.title is None or _layout(entry) not in layouts):
            continue
        if claim := _claim(outline, region, entry, fields):
            yield claim


def _heed_parent(entry: Entry, fields: Fields, labelled: dict[int, Fields]) -> None:
    """Under a header that names only an organization, a name that says little is the role's."""
    above = labelled.get(id(entry.parent)) if entry.parent else None
    if above is None or above.organization is None or above.title is not None:
        return
    if fields.title is None and fields.organization and organization_score(fields.organization.text) < 2:
        fields.title, fields.organization = fields.organization, None


def _names_role(fields: Fields) -> bool:
    return fields.title is not None and title_score(fields.title.text) >= 3


def _layout(entry: Entry) -> tuple[str, ...]:
    """How the header of an entry is laid out: the kinds of its lines."""
    return tuple(row.line.block.kind for row in entry.rows)


def _is_vague(fields: Fields) -> bool:
    """Whether nothing but its capitals makes a name an organization's: not enough beside entries that name a role."""
    return (
        not fields.terms
        and fields.unit is None
        and (fields.organization is None or organization_score(fields.organization.text) < 3)
    )


def _pieces(entry: Entry) -> list[Piece]:
    return [piece for row in entry.rows for piece in row.pieces]


def _habit(work: Sequence[Entry]) -> str:
    """Whether the region's entries name the role or the organization first, where words decide."""
    votes: Counter[str] = Counter()
    for entry in work:
        titles = [index for index, piece in enumerate(_pieces(entry)) if title_score(piece.text) >= 3]
        names = [index for index, piece in enumerate(_pieces(entry)) if organization_score(piece.text) >= 3]
        if titles and (not names or titles[0] < names[0]):
            votes["title" if titles[0] == 0 else "organization"] += 1
        elif titles:
            votes["organization"] += 1
    return max(votes, key=lambda order: (votes[order], order)) if votes else ""


def _ask_children(entry: Entry, fields: Fields, *, sure: bool) -> None:
    """Take a missing role or organization from the first lines under the header, where they are nothing else."""
    if fields.title and fields.organization:
        return
    for row in entry.body[:2]:
        if row.depth <= entry.rows[0].depth or row.told:
            return
        found = label(row.pieces)
        if fields.organization is None and found.organization and _is_name(row, found, sure=sure):
            fields.organization = found.organization
            fields.place = fields.place or found.place
        if fields.title is None and found.title and len(words(row.line.text)) <= 8 and row.is_header:
            fields.title = found.title


def _is_name(row: Row, found: Fields, *, sure: bool) -> bool:
    if found.organization is None or len(words(row.line.text)) > 10:
        return False
    lead = words(row.line.text)[0].key
    if lead in _AT:
        return True
    name = found.organization.text
    if sure:
        return row.is_header and organization_score(name) >= 3
    return row.is_header and (
        organization_score(name) >= 2.5 or (is_proper_name(name) and found.title is None and len(words(name)) <= 5)
    )


_AT = frozenset(key(word) for word in ("at", "bei", "chez", "an", "en", "bij", "presso", "in"))


def _inherit(
    entry: Entry, fields: Fields, labelled: dict[int, Fields], previous: tuple[Entry, Fields] | None, grouped: set[int]
) -> bool:
    """Take a missing organization from the header the entry stands under, or from the one that heads its group."""
    if fields.organization is not None or fields.title is None:
        return False
    above = labelled.get(id(entry.parent)) if entry.parent else None
    if above is None and previous and (id(previous[0]) in grouped or _heads_a_group(*previous)):
        above = previous[1]
    if above is None or above.organization is None:
        return False
    fields.organization, fields.unit = above.organization, fields.unit or above.unit
    fields.place = fields.place or above.place
    return True


def _heads_a_group(entry: Entry, fields: Fields) -> bool:
    """Whether the organization of an entry stands in a line of its own above the dated one."""
    if fields.organization is None or fields.title is None or len(entry.rows) < 2:
        return False
    return entry.rows[0].line.span()[1] <= fields.title.spans[0][0] and not entry.rows[0].is_anchor


def _claim(outline: Outline, region: Region, entry: Entry, fields: Fields) -> Claim[Position] | None:
    if fields.title is None and fields.organization is None:
        return None
    period = work_period(entry)
    if fields.title and fields.title.text.casefold() in _NO_ROLE:
        return None
    if fields.organization and fields.organization.text.casefold() in _NO_ROLE:
        return None
    if not _is_convincing(region, entry, fields):
        return None
    organization, unit = _organization(fields)
    dates = [(row, match) for row, match in entry.dates]
    own = [span for span in fields.spans]
    header = [row.line.span(match.start, match.end) for row, match in dates] + [
        span for span in own if entry.scope[0][0] <= span[0] < entry.scope[-1][1]
    ]
    evidence = [outline.evidence(*header)] if header else []
    evidence += [outline.evidence(span) for span in own if not (entry.scope[0][0] <= span[0] < entry.scope[-1][1])]
    if not evidence:
        return None
    title = fields.title.text if fields.title else None
    fact = Position(
        evidence=tuple(evidence),
        start=period.start,
        end=None if period.start == period.end and _is_point(entry) else period.end,
        current=period.current,
        organization=organization,
        unit=unit,
        title=title,
        kind=position_kind(title, fields.terms, region.kind),
        employment_type=employment_type(fields.terms),
        location=fields.place.text if fields.place else None,
    )
    return Claim(fact, "entry", entry.scope)


def _is_duty(title: str) -> bool:
    """Whether a title names what people do for a conference or a journal: no position."""
    duties = {key(word) for word in load("titles")["duties"]}
    return any(word.key in duties for word in words(title))


def _is_point(entry: Entry) -> bool:
    """Whether the entry has single dates only: they tell when a role began, not when it ended."""
    return all(match.kind is DateKind.POINT for _, match in entry.dates)


def _is_convincing(region: Region, entry: Entry, fields: Fields) -> bool:
    """Whether the words, the dates and the section together make a role of the entry."""
    title = title_score(fields.title.text) if fields.title else 0.0
    name = organization_score(fields.organization.text) if fields.organization else 0.0
    ranged = any(match.kind in (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE) for _, match in entry.dates)
    roles = {row.role for row in entry.rows}
    if "title" in roles or "organization" in roles:
        return True
    if region.kind in (SectionKind.AWARDS, SectionKind.CERTIFICATES):
        return False
    if region.kind is SectionKind.EDUCATION and fields.organization is None:
        return False
    if region.kind is SectionKind.PROJECTS:
        return title >= 3 and name >= 1 and ranged
    if region.kind in (SectionKind.NEWS, SectionKind.SERVICE) and fields.title and _is_duty(fields.title.text):
        return False
    if region.strict:
        return fields.organization is not None and ranged | (title >= 3 and name >= 2.5)
    if region.kind is SectionKind.VOLUNTEERING:
        return title >= 2 or (name >= 3 and ranged)
    nested = entry.parent is not None and bool(entry.parent.dates) and not entry.rows[0].is_anchor
    return title >= 3 or name >= 2.5 or (name >= 1 and ranged and not nested) or (title >= 2 and ranged)


def _organization(fields: Fields) -> tuple[str | None, str | None]:
    """The organization and the unit, the other way round where the unit was taken for the whole."""
    name, unit = fields.organization, fields.unit
    if name is None:
        return None, unit.text if unit else None
    if unit and is_unit(name.text) and not is_unit(unit.text) and organization_score(unit.text) >= 1:
        name, unit = unit, name
    if unit:
        unit = drop_prefix(unit, name.text)
    return without_brackets(name.text), unit.text if unit and unit.text != name.text else None


__all__ = ["Value", "is_study", "positions"]
