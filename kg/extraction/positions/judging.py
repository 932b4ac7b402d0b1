"""Whether what an entry says makes a position."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clues import is_school, main_noun, organization_score, title_score
from kg.extraction.clues.lexica import word_set
from kg.extraction.dates import DateKind
from kg.extraction.entries import Entry, Region
from kg.extraction.headings import exact_kind
from kg.extraction.labelling import Fields
from kg.extraction.outline import SectionKind
from kg.extraction.periods import tells_range
from kg.extraction.positions.funding import is_funding
from kg.extraction.positions.study import names_licence
from kg.extraction.words import key, tokens
from kg.gazetteers import skills
from kg.model import BlockKind, InlineKind

_RANGES = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


def names_role(fields: Fields) -> bool:
    """Whether the words of the title say that it is one, or work for a degree, which among jobs is work, too."""
    if fields.title is None:
        return False
    text = fields.title.text
    return title_score(text) >= 3 or any(word.key in word_set("titles", "theses") for word in tokens(text)[:1])


def layout(entry: Entry) -> tuple[str, ...]:
    """How the header of an entry is laid out: the kinds of its lines."""
    return tuple(row.line.block.kind for row in entry.rows)


def is_vague(fields: Fields) -> bool:
    """Whether nothing but its capitals makes a name an organization's: not enough beside entries that name a role."""
    return (
        not fields.terms
        and fields.unit is None
        and (fields.organization is None or organization_score(fields.organization.text) < 3)
    )


def is_stay_heading(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether an entry is a heading with a range of time, as others are that name an employer above its roles."""
    return _heads_stay(entry) and any(_heads_stay(other) and len(other.rows) > 1 for other in others)


def _heads_stay(entry: Entry) -> bool:
    row = entry.rows[0]
    ranged = any(match.kind in _RANGES for match in row.dates)
    heading = ranged and row.line.block.kind is BlockKind.HEADING
    return heading and all(title_score(piece.text) < 2 for piece in row.pieces if not piece.inner)


def _is_duty(title: str) -> bool:
    """Whether a title names what people do for a conference or a journal: no position."""
    named = [word.key for word in tokens(title)]
    held = any(word in word_set("titles", "of_editors") for word in named)  # a society's "Newsletter Editor"
    return main_noun(tokens(title)).key in word_set("titles", "duties") and not held


def _leads(fields: Fields) -> bool:
    """Whether a title is an office that people are elected to, which some count among their achievements."""
    return fields.title is not None and main_noun(tokens(fields.title.text)).key in word_set("titles", "offices")


def _is_client(entry: Entry, fields: Fields) -> bool:
    """Whether an entry only names whom somebody worked for while elsewhere employed."""
    keys = word_set("keys", "clients")
    return fields.title is None and any(row.key and key(row.key[0].strip()) in keys for row in entry.rows)


def _is_at_school(fields: Fields) -> bool:
    return fields.organization is not None and is_school(fields.organization.text)


def _is_technology(fields: Fields) -> bool:
    """Whether what was taken for an organization is a tool: "Example Agent (2024) – Python, LangChain"."""
    return fields.organization is not None and skills().find(fields.organization.text) is not None


def _is_thing(fields: Fields) -> bool:
    """Whether a title may as well be the name of a program: "Contract Agent", but not "Research Assistant"."""
    keys = [word.key for word in tokens(fields.title.text)] if fields.title else []
    if len(keys) < 2 or keys[-1] not in word_set("titles", "things"):
        return False
    return keys[-2] not in word_set("titles", "of_people")


def _is_list_of_projects(entry: Entry, fields: Fields) -> bool:
    """Whether an entry is headed by a word for what it lists ("Open-source contributions, 2020"), and no role."""
    lead = next((piece.text for row in entry.rows for piece in row.pieces if not piece.inner), "")
    return not names_role(fields) and exact_kind(lead) is SectionKind.PROJECTS


def is_convincing(region: Region, entry: Entry, fields: Fields, above: Fields | None) -> bool:
    """Whether the words, the dates and the section together make a role of the entry."""
    title = title_score(fields.title.text) if fields.title else 0.0
    name = organization_score(fields.organization.text) if fields.organization else 0.0
    ranged = any(match.kind in _RANGES for _, match in entry.dates) or tells_range(entry)
    roles = {row.role for row in entry.rows} | {piece.role for row in entry.rows for piece in row.pieces}
    if region.kind is SectionKind.CERTIFICATES or is_funding(entry, fields) or _is_client(entry, fields):
        return False
    if _is_list_of_projects(entry, fields):
        return False
    if region.kind is SectionKind.AWARDS:
        return ranged and name >= 2.5 and _leads(fields)
    if region.kind is not SectionKind.PROJECTS and ("title" in roles or "organization" in roles):
        return True
    if region.kind is SectionKind.EDUCATION and (fields.organization is None or names_licence(entry)):
        return False
    if region.kind is SectionKind.PROJECTS:
        # the name in a record of a project, or above a key for the role in it, is the project's
        least = 2.5 if entry.rows[0].line.block.labels or ("title" in roles and "organization" not in roles) else 1.0
        return title >= 3 and name >= least and ranged and not _is_technology(fields) and not _is_thing(fields)
    if region.kind in (SectionKind.NEWS, SectionKind.SERVICE) and fields.title and _is_duty(fields.title.text):
        return False
    if region.kind is SectionKind.SERVICE and title < 3:
        return False  # a society somebody belongs to
    if region.strict and fields.title is None and fields.unit is None and _is_at_school(fields):
        return False  # a stay, most often to study there
    if region.strict:
        return fields.organization is not None and ranged | (title >= 3 and name >= 2.5)
    if region.kind is SectionKind.VOLUNTEERING:
        first = entry.rows[0].line
        strong = any(inline.kind is InlineKind.STRONG for inline in first.inlines)
        headed = strong or first.block.kind is BlockKind.HEADING
        return title >= 2 or (name >= 3 and ranged) or (headed and name >= 1 and ranged)
    if region.kind in (SectionKind.RESEARCH, SectionKind.TEACHING):
        return title >= 3 or name >= 2.5
    nested = entry.parent is not None and bool(entry.parent.dates) and not entry.rows[0].is_anchor
    if above is not None and above.title and above.organization and entry.parent and entry.parent.dates:
        return title >= 3
    if fields.terms and name >= 1 and entry.dates:
        return True
    return title >= 3 or name >= 2.5 or (name >= 1 and ranged and not nested) or (title >= 2 and ranged)
