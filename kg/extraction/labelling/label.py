"""Labelling the pieces of one entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.clues import (
    degrees,
    employment,
    is_area,
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    is_sentence,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.headings import exact_kind
from kg.extraction.labelling.choosing import best_pair, is_beside_name
from kg.extraction.labelling.fields import Fields, Value, value
from kg.extraction.labelling.hidden import bracketed, bracketed_role, small_name
from kg.extraction.labelling.sites import without_sites
from kg.extraction.labelling.towns import take_places
from kg.extraction.people.names import person_at
from kg.extraction.pieces import Piece
from kg.extraction.spelling import clean
from kg.extraction.words import tokens

_LISTED = re.compile(r"([A-Z][\w-]+) (?:and|&) [A-Z][\w-]+(?= [A-Z])")


def label(parts: Sequence[Piece], habit: str = "") -> Fields:
    """Label the pieces of one entry's header.

    `habit` is "title" or "organization", whichever the entries around it put first, where their words leave no doubt.
    """
    fields = Fields()
    parts = _of_record(_unlabelled(parts))
    rest = _take_terms(list(parts), fields)
    rest = _take_roles(rest, fields)
    rest = take_places(rest, fields)
    rest = [part for part in without_sites(rest) if not part.inner and not _is_told(part)]
    if "freelance" in fields.terms:  # what stands below with a colon is what was made
        rest = [part for part in rest if not part.line.text.rstrip(" *_").endswith(":")]
    title, organization = best_pair(rest, habit, fields)
    if fields.stand_in and title and organization is None and title_score(title.text) < 2:
        title, organization = None, title  # the role is told by its terms: "Freelancer, Example Works"
    if title is None and fields.title is None:
        fields.stand_in = fields.stand_in or bracketed_role(parts)
    role = title or _told_by_terms(parts, fields)
    if role and organization is None and fields.organization is None:
        organization = (bracketed(parts) if title else None) or small_name(role, rest)
    if title:
        fields.title = value(*_with_neighbours(title, organization, rest))
    if organization:
        fields.organization = value(organization)
    used = {id(part) for part in (*_with_neighbours(title, organization, rest), organization) if part}
    _label_rest([part for part in rest if id(part) not in used], title, organization, fields)
    fields.title = fields.title or fields.stand_in
    if title and organization:
        fields.order = "title" if parts.index(title) < parts.index(organization) else "organization"
    return fields


def _is_told(part: Piece) -> bool:
    """Whether a piece is a sentence; a name after "at" that begins with a verb is none: "at Built Example"."""
    return is_sentence(part.text) and not (part.marked and is_proper_name(part.text))


def _told_by_terms(parts: Sequence[Piece], fields: Fields) -> Piece | None:
    """The piece of the terms that stand in for a role: "Intern"."""
    spans = fields.stand_in.spans if fields.stand_in and fields.title is None else ()
    return next((part for part in parts if part.span in spans), None)


def _of_record(parts: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a record alone where its keys name role and organization: what stands below it only describes."""
    if {"title", "organization"} <= {part.role for part in parts}:
        return [part for part in parts if part.role is not None or not any(p.line.block.labels for p in parts)]
    return parts


def _take_terms(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set terms of employment ("Full-time") apart: they are no titles."""
    rest = []
    for part in parts:
        term = employment(part.text)
        if term and not (term == "freelance" and not fields.terms and len(parts) == 1):
            fields.terms.append(term)
            if term in ("internship", "volunteer", "freelance") and not part.inner:
                fields.stand_in = fields.stand_in or value(part)
        else:
            rest.append(part)
    return rest


def _take_roles(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set apart what a column's or key's name labels."""
    rest = []
    title: Piece | None = None
    named: Piece | None = None
    alone = not any(part.role == "organization" for part in parts)
    for part in _with_hosts(parts):
        if part.role is not None and part.inner:
            continue  # what brackets add to a labelled value: a short form, a remark
        if part.role in ("title", "organization", "unit", "place"):
            if part.role == "title" and title and fields.unit is None and _is_role_of(title, part):
                fields.title, fields.unit = value(part), value(title)
                title = part
            elif part.role == "title" and title and fields.title and _is_beside(title, part):
                fields.title, title = value(title, part), replace(title, end=part.end)
            elif part.role == "title" and title and _names_unit(title, part):
                fields.title, fields.unit, title = value(part), fields.unit or value(title), part
            elif part.role == "title" and title and alone and _is_employer(title, part):
                fields.organization = fields.organization or value(part)
            elif getattr(fields, part.role) is None:
                setattr(fields, part.role, value(part))
                title = part if part.role == "title" else title
                named = part if part.role == "organization" else named
            elif part.role == "organization" and named and named.line is part.line and _is_whole(part, named):
                fields.unit = fields.unit or _between(named, part)
                fields.organization = value(part)
                named = None
            elif part.role == "place" and fields.place:
                fields.place = Value(f"{fields.place.text}, {clean(part.text)}", (*fields.place.spans, part.span))
        elif part.role in (None, "name"):
            rest.append(part)
    return rest


def _unlabelled(parts: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, without the key for a role where one key holds the employer, too: "Example Works - Nurse"."""
    told = [part for part in parts if part.role == "title" and not part.inner]
    alone = not any(part.role == "organization" for part in parts)
    if not alone or not told or told[0].chunk == told[-1].chunk:
        return parts
    one = all(part.line is told[0].line for part in told)
    roles = [title_score(part.text) >= 3 for part in told]
    if not one or not roles[-1] or any(roles[:-1]):
        return parts  # a role, and what it was held for: "Nurse - Night Shift"
    return [replace(part, role=None) if part.role == "title" else part for part in parts]


def _with_hosts(parts: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, an organization under the key for a place taken for what it is, where no key names any other."""
    if any(part.role == "organization" for part in parts):
        return parts
    parts = [replace(part, role="organization") if _is_host(part) else part for part in parts]
    if any(part.role == "organization" for part in parts):
        return parts
    named = _before_town([part for part in parts if part.role == "place" and not part.inner])
    return [replace(part, role="organization") if part is named else part for part in parts]


def _before_town(places: Sequence[Piece]) -> Piece | None:
    """The name before a town and its region under one key: "Example Works, Oslo, Norway"; None for mere places."""
    if len(places) < 3 or any(part.line is not places[0].line for part in places):
        return None
    known = is_town(places[0].text) or is_place(places[0].text)
    return places[0] if not known and is_town(places[1].text) and is_place(places[2].text) else None


def _is_host(part: Piece) -> bool:
    return part.role == "place" and organization_score(part.text) >= 3 and not is_place(part.text)


def _is_whole(part: Piece, named: Piece) -> bool:
    """Whether a later name under one key is the whole of the first: "Example Unit, Sample University"."""
    apart = part.line.text[named.end : part.start].strip() in (",", "–", "—", "-", "|")
    if apart and is_unit(named.text) and not is_unit(part.text) and organization_score(part.text) >= 3:
        return True
    return (is_school(part.text) or is_known_organization(part.text)) and (
        is_unit(named.text) or not (is_known_organization(named.text) or is_school(named.text))
    )


def _between(first: Piece, part: Piece) -> Value:
    """Everything under one key before a piece, as one name."""
    return Value(clean(part.line.text[first.start : part.start].rstrip(" ,;|–—-")), (first.span,))


def _is_beside(title: Piece, part: Piece) -> bool:
    """Whether only a stroke or comma parts two roles of one title: "Analyst / Tutor", "Owner, Editor"."""
    between = part.line.text[title.end : part.start].strip()
    listed = between == "," and min(title_score(title.text), title_score(part.text)) >= 3
    return part.line is title.line and (between in ("/", "&", "+") or listed)


def _names_unit(first: Piece, part: Piece) -> bool:
    """Whether a comma parts a role from what stands before it and names none: "Applied Ecology, Senior Ranger"."""
    comma = first.line is part.line and part.line.text[first.end : part.start].strip() == ","
    return comma and title_score(first.text) < 2 and title_score(part.text) >= 4


def _is_role_of(unit: Piece, part: Piece) -> bool:
    """Whether what comes first under a role's key is the unit that the role after it was in: "Networks - Engineer"."""
    apart = part.line is unit.line and unit.line.text[unit.end : part.start].strip() in ("-", "–", "—", "|", ":")
    return apart and title_score(unit.text) < 2 and title_score(part.text) >= 3


def _is_employer(title: Piece, part: Piece) -> bool:
    """Whether what follows a role under one key is where it was held: "Nurse at Example Hospital"."""
    between = part.line.text[title.end : part.start].strip()
    return title.line is part.line and between in ("at", "@", "|") and title_score(part.text) < 2


def _with_neighbours(title: Piece | None, organization: Piece | None, rest: Sequence[Piece]) -> list[Piece]:
    """The title with what a comma only parts from it: "Senior Engineer, Contractor", "Director, Trainer"."""
    if title is None:
        return []
    run = [title]
    index = rest.index(title)
    for part in rest[index + 1 :]:
        if part is organization or not _continues(run[-1], part):
            break
        run.append(part)
    listed = False
    for part in reversed(rest[:index]):
        listed = part is not organization and _is_listed(part, run[0], begun=listed)
        if listed:
            run.insert(0, part)
            continue
        if part is organization or not _continues(part, run[0]):
            break
        if title_score(part.text) < 3 and not (organization and _is_beside(part, run[0]) and _is_plain(part.text)):
            break
        run.insert(0, part)
    return run


def _is_listed(part: Piece, following: Piece, *, begun: bool) -> bool:
    """Whether a piece belongs to the list that a title ends: "Archives, Loans, & Outreach Assistant"."""
    joint = following.line.text[following.start :].lstrip()[:4]
    beside = part.line is following.line and part.chunk == following.chunk and not part.inner
    ends = begun or joint.startswith(("& ", "and ")) or _ends_list(following.text)
    return beside and ends and _is_plain(part.text)


def _ends_list(title: str) -> bool:
    """Whether a title goes on with what a list before it began: "Research, | Development and Innovation Manager"."""
    listed = _LISTED.match(title)
    return listed is not None and title_score(listed[1]) < 2 and title_score(listed[0]) < 2


def _is_plain(text: str) -> bool:
    """Whether words name no organization, unit or place: then they may be one half of a title."""
    return organization_score(text) < 2.5 and not (is_unit(text) or is_place(text) or is_school(text))


def _continues(part: Piece, following: Piece) -> bool:
    between = part.line.text[part.end : following.start].strip()
    return (
        part.line is following.line
        and (part.chunk == following.chunk or between in ("/", "//", "&"))
        and not following.inner
        and not is_unit(following.text)
        and title_score(following.text) >= 3
        and organization_score(following.text) < 3
    )


def _label_rest(rest: Sequence[Piece], title: Piece | None, organization: Piece | None, fields: Fields) -> None:
    """A unit among what is left, and a title without a title's words where the layout leaves no other reading."""
    named = organization is not None or fields.organization is not None
    for part in rest:
        studied = degrees(part.text) and not is_unit(part.text) and not _is_thesis(part.text)
        if part.inner or is_beside_name(part) or studied or _is_titled(part.text):
            continue
        lacks_title = fields.title is None and fields.stand_in is None
        listed = any(other is not part and _stands_beside(part, (other,)) for other in rest)
        if lacks_title and not listed and organization is not None and _could_be_title(part, organization):
            fields.title = value(part)
        elif fields.place is None and organization is not None and _follows_as_town(part, organization):
            fields.place = value(part)
        elif (
            fields.unit is None
            and named
            and (
                is_unit(part.text) or organization_score(part.text) >= 2 or _stands_beside(part, (title, organization))
            )
        ):
            fields.unit = value(part)


def _is_thesis(text: str) -> bool:
    """Whether work for a degree is told of where jobs are: that is what somebody was there for."""
    return bool(tokens(text)) and tokens(text)[0].key in word_set("titles", "theses")


def _is_titled(text: str) -> bool:
    """Whether a piece is somebody's name with a title: two words with capitals alone name many a team, too."""
    found = person_at(text, 0)
    return found is not None and found.titled and found.end == len(text)


def _follows_as_town(part: Piece, organization: Piece) -> bool:
    """Whether a single name follows the organization after a comma: more likely where it is than what part of it."""
    return (
        _stands_beside(part, (organization,))
        and part.start > organization.start
        and len(tokens(part.text)) == 1
        and is_proper_name(part.text)
        and not is_unit(part.text)
        and not is_area(part.text)
        and organization_score(part.text) < 2
    )


def _stands_beside(part: Piece, others: Sequence[Piece | None]) -> bool:
    """Whether only a comma parts a piece from one of the others."""
    return any(other is not None and other.line is part.line and other.chunk == part.chunk for other in others)


def _could_be_title(part: Piece, organization: Piece) -> bool:
    """Whether a piece with no word of a role can be one: it stands apart from the organization, or before it."""
    text = part.text
    if is_unit(text) or is_school(text) or is_place(text) or organization_score(text) >= 2 or len(tokens(text)) > 6:
        return False
    if not text[0].isupper() or any(char.isdigit() for char in text) or exact_kind(text):
        return False
    return not _stands_beside(part, (organization,)) or part.start < organization.start
