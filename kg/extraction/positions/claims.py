"""The positions that entries tell of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.clues import (
    is_favour,
    is_place,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.dates import DateKind
from kg.extraction.entries import Entry, Region
from kg.extraction.kinds import employment_type, position_kind
from kg.extraction.labelling import (
    Fields,
    Value,
    drop_prefix,
    label,
    lone_bracket,
    split_office,
    split_sponsor,
    split_title,
)
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.people.names import is_person, is_somebody
from kg.extraction.periods import work_period
from kg.extraction.pieces import Piece
from kg.extraction.positions.context import (
    ask_children,
    heed_group,
    heed_parent,
    heed_school,
    inherit,
    is_course,
    is_sure,
    names_course,
    without_courses,
)
from kg.extraction.positions.judging import is_convincing, is_stay_heading, is_vague, layout, names_role
from kg.extraction.positions.naming import firm_name, role_name
from kg.extraction.positions.shared import SharedRoles
from kg.extraction.positions.slots import labelled as by_slots
from kg.extraction.positions.stacks import stacked
from kg.extraction.positions.stays import Stays
from kg.extraction.positions.study import is_study
from kg.extraction.positions.told import heed_text
from kg.model import BlockKind, Period, Position, PositionKind

_ADDRESS = re.compile(r"[^\s@|]@\w[\w-]*\.\w")
_NO_ROLE = frozenset(("career break", "sabbatical", "gap year", "parental leave", "travel", "break"))


def positions(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Position]]:
    """A claim for every entry of the region that tells of a role."""
    work = [entry for entry in found if not is_study(entry, region)]
    shared = SharedRoles()
    labelled = _labelled(region, work, {id(entry): entry for entry in found if is_study(entry, region)}, shared)
    sure = [entry for entry in work if names_role(labelled[id(entry)])]
    layouts = {layout(entry) for entry in sure}
    roles = Counter(id(entry.parent) for entry in work if entry.parent and labelled[id(entry)].title)
    for entry in work:
        fields = labelled[id(entry)]
        if (
            id(entry) in shared.told
            or _names_somebody(entry)
            or _is_contact(entry)
            or (fields.title is None and (id(entry) in roles or _is_of_somebody(outline, entry)))
        ):
            continue
        doubtful = not names_role(fields) and is_vague(fields) and len(sure) > 1 and 4 * len(sure) >= len(work)
        if doubtful and (fields.title is None or layout(entry) not in layouts) and not is_stay_heading(entry, sure):
            continue
        above = labelled.get(id(entry.parent)) if entry.parent else None
        dated: Entry | None = entry
        if not entry.dates and entry.parent and above and above.title is None and roles[id(entry.parent)] == 1:
            dated = entry.parent  # the only role at an employer whose heading tells when
        if not is_convincing(region, entry, fields, above):
            continue
        if region.kind is SectionKind.TEACHING and not names_role(fields):
            fields.title, dated = None, None  # a course: one of many at a school, and no time of a role there
        if claim := _claim(outline, region, entry, fields, dated):
            yield claim
            for title in stacked(entry, fields):
                if further := _claim(outline, region, entry, replace(fields, title=title), dated):
                    yield further


def _names_somebody(entry: Entry) -> bool:
    """Whether the header of an entry begins with an item that is somebody's name: it tells where they were."""
    row, *below = entry.rows
    item = row.line.block.kind is BlockKind.ITEM and not row.dates
    return item and any(other.depth > row.depth for other in below) and is_person(row.line.text)


def _is_contact(entry: Entry) -> bool:
    """Whether an entry without a time tells where somebody can be reached: an address stands in its first line."""
    return not entry.dates and _ADDRESS.search(entry.rows[0].line.text) is not None


def _is_of_somebody(outline: Outline, entry: Entry) -> bool:
    """Whether an entry tells where somebody else was whom the item above it names: a student, a mentee."""
    line = entry.rows[0].line
    above = outline.lines[line.index - 1] if line.index else line
    inside = above.block.kind is line.block.kind is BlockKind.ITEM and above.block.level < line.block.level
    return inside and is_person(above.text)


def _labelled(
    region: Region, work: Sequence[Entry], schooling: Mapping[int, Entry], shared: SharedRoles
) -> dict[int, Fields]:
    """The fields of every entry that tells of work, what entries around it tell included; of studies the school."""
    habit = _habit(work)
    labelled: dict[int, Fields] = {}
    previous: tuple[Entry, Fields] | None = None
    grouped: set[int] = set()
    stays = Stays(work)
    parts = {id(entry): _pieces(entry) for entry in work}
    if region.kind is SectionKind.TEACHING:
        parts = {entry: without_courses(found) for entry, found in parts.items()}
    own = by_slots(work, parts, habit)
    for entry in work:
        fields = own[id(entry)]
        stays.heed(entry, fields)
        if entry.parent and id(entry.parent) in schooling:
            labelled[id(entry.parent)] = Fields(organization=label(_pieces(entry.parent)).organization)
            heed_school(fields)
        elif _is_of_course(region, entry, fields, labelled):
            heed_school(fields)
        _part_title(fields, split_office)
        shared.heed(entry, fields, labelled.get(id(entry.parent)))
        heed_parent(entry, fields, labelled)
        heed_group(entry, fields, previous, grouped)
        if not (entry.parent and (above := labelled.get(id(entry.parent))) and above.organization and not above.title):
            ask_children(entry, fields, sure=True)
        if inherit(entry, fields, labelled, previous, grouped) and not entry.parent:
            grouped.add(id(entry))
        ask_children(entry, fields, sure=False)
        _part_title(fields, split_title)
        _part_title(fields, split_sponsor)
        if fields.organization is None and names_role(fields) and fields.unit is None:
            fields.organization = lone_bracket(_pieces(entry))
            heed_text(entry, fields)
        labelled[id(entry)] = fields
        previous = (entry, fields)
    return labelled


def _part_title(fields: Fields, halves: Callable[[Value], tuple[str, str] | None]) -> None:
    """Part a title that names its organization, too, where nothing else in its header does."""
    if fields.organization is None and fields.title and (parted := halves(fields.title)):
        fields.organization = Value(parted[1], fields.title.spans)
        fields.title = Value(parted[0], fields.title.spans)


def _names_whole(above: Fields | None) -> bool:
    """Whether the header above names an organization that lets no doubt, and no role."""
    return above is not None and above.title is None and is_sure(above.organization)


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


def _is_of_course(region: Region, entry: Entry, fields: Fields, labelled: Mapping[int, Fields]) -> bool:
    """Whether a name that says little is a course's, taught at a school that stands elsewhere."""
    if region.kind is SectionKind.TEACHING:
        above = labelled.get(id(entry.parent)) if entry.parent else None
        return is_course(entry, fields.organization) or _names_whole(above)
    title = fields.title.text if fields.title else ""
    teaches = position_kind(title, (), SectionKind.OTHER) is PositionKind.TEACHING
    return teaches and names_course(entry, fields.organization)


def _claim(
    outline: Outline, region: Region, entry: Entry, fields: Fields, dated: Entry | None
) -> Claim[Position] | None:
    """The claim of an entry, its time that of the header `dated`; None where nothing of it can be told."""
    if fields.title is None and fields.organization is None:
        return None
    period = work_period(dated) if dated else Period()
    if fields.title and (
        fields.title.text.casefold() in _NO_ROLE
        or (region.kind is SectionKind.VOLUNTEERING and is_favour(fields.title.text))
    ):
        return None
    if fields.organization and fields.organization.text.casefold() in _NO_ROLE:
        return None
    organization, unit = _organization(fields)
    told = [row.line.span(match.start, match.end) for row, match in dated.dates] if dated else []
    told += fields.spans
    header = [span for span in told if entry.scope[0][0] <= span[0] < entry.scope[-1][1]]
    evidence = [outline.evidence(*header)] if header else []
    evidence += [outline.evidence(span) for span in told if span not in header]
    if not evidence:
        return None
    title = role_name(fields.title.text) if fields.title else None
    fact = Position(
        evidence=tuple(evidence),
        start=period.start,
        end=None if dated and period.start == period.end and _is_point(dated) else period.end,
        current=period.current or (region.current and not entry.dates),
        organization=organization,
        unit=unit,
        title=title,
        kind=position_kind(title, fields.terms, region.kind),
        employment_type=employment_type(fields.terms),
        location=fields.place.text if fields.place else None,
    )
    return Claim(fact, "entry", entry.scope)


def _is_point(entry: Entry) -> bool:
    """Whether the entry has single dates only: they tell when a role began, not when it ended."""
    return all(match.kind is DateKind.POINT for _, match in entry.dates)


def _organization(fields: Fields) -> tuple[str | None, str | None]:
    """The organization and the unit, the other way round where the unit was taken for the whole."""
    name, unit = fields.organization, None if fields.unit and is_somebody(fields.unit.text) else fields.unit
    if name is None:
        return None, unit.text if unit else None
    placed = unit and organization_score(unit.text) < 2.5 and is_place(unit.text.split()[-1])  # "Cork Ireland"
    if unit and is_unit(name.text) and not placed and not is_unit(unit.text) and organization_score(unit.text) >= 1:
        name, unit = unit, name
    if unit:
        unit = drop_prefix(unit, name.text)
    return firm_name(name.text), unit.text if unit and unit.text != name.text else None
