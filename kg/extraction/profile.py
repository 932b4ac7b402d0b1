"""Outline → Profile: every rule looks, and what they claim becomes the facts of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.extraction.awards import awards, awards_under
from kg.extraction.dates import document_date
from kg.extraction.education import studies
from kg.extraction.entries import entries, regions
from kg.extraction.merge import Merged, merge_by, merge_positions, merge_studies
from kg.extraction.spelling import comparable
from kg.extraction.outline import Claim, Outline
from kg.extraction.positions import positions
from kg.extraction.projects import projects
from kg.extraction.sections import outline as read_outline
from kg.model import (
    Advising,
    Award,
    Evidence,
    Fact,
    Offer,
    Position,
    Profile,
    Project,
    Skill,
    Student,
    Study,
    Subject,
    Text,
    Topic,
)

try:
    from kg.extraction.people import subject
except ImportError:
    subject = None
try:
    from kg.extraction.contacts import links
except ImportError:
    links = None
try:
    from kg.extraction.people import abbreviations
except ImportError:
    try:
        from kg.extraction.abbreviations import abbreviations
    except ImportError:
        abbreviations = None
try:
    from kg.extraction.prose import claims as prose_claims
except ImportError:
    prose_claims = None
try:
    from kg.extraction.skills import find as find_skills
except ImportError:
    find_skills = None
try:
    from kg.extraction.topics import topics
except ImportError:
    topics = None
try:
    from kg.extraction.offers import offers
except ImportError:
    offers = None
try:
    from kg.extraction.achievements import achievements
except ImportError:
    achievements = None


def extract(text: Text) -> Profile:
    """Every fact that the text states about its subject, each with the words that say so."""
    return profile(read_outline(text))


def listed_claims(outline: Outline) -> list[Claim[Any]]:
    """What the entries of lists, tables and headed sections claim."""
    found: list[Claim[Any]] = []
    for region in regions(outline):
        group = entries(region)
        jobs = list(positions(outline, region, group))
        found.extend(jobs)
        schools = list(studies(outline, region, group))
        found.extend(schools)
        for entry in group:
            school = next((claim for claim in (*schools, *jobs) if claim.scope == entry.scope), None)
            if school:
                found.extend(awards_under(outline, entry, school.fact.organization))
        found.extend(projects(outline, region, _lines_of(outline, jobs)))
        found.extend(awards(outline, region))
    return found


def _lines_of(outline: Outline, claims: Sequence[Claim[Any]]) -> frozenset[int]:
    """The lines that the claims' header words stand in."""
    starts = {claim.scope[0][0] for claim in claims if claim.scope}
    return frozenset(line.index for line in outline.lines if line.span()[0] in starts)


def profile(outline: Outline) -> Profile:
    """The profile of an outlined text."""
    text = outline.text
    listed = listed_claims(outline)
    told = list(prose_claims(outline)) if prose_claims else []
    told += list(offers(outline)) if offers else []
    told += list(topics(outline)) if topics else []
    claims = [*listed, *told]
    short = [claim.fact for claim in abbreviations(outline)] if abbreviations else []
    jobs = merge_positions(_of(claims, Position), short)
    degrees = merge_studies(_of(claims, Study), short)
    works = merge_by(_of(claims, Project), lambda fact: comparable(fact.name))
    matches = find_skills(outline) if find_skills else []
    return Profile(
        source=text.document.source,
        sha256=text.document.sha256,
        media_type=text.document.media_type or "text/plain",
        language=text.language,
        dated=document_date(outline),
        person=subject(outline) if subject else Subject(),
        positions=tuple(_with_skills(job, matches) for job in jobs),
        education=tuple(_with_skills(degree, matches) for degree in degrees),
        projects=tuple(_with_skills(work, matches) for work in works),
        advising=_facts(merge_by(_of(claims, Advising), lambda fact: comparable(fact.advisor))),
        students=_facts(merge_by(_of(claims, Student), lambda fact: comparable(fact.name))),
        awards=_facts(merge_by(_of(claims, Award), lambda fact: comparable(fact.name))),
        offers=_facts(merge_by(_of(claims, Offer), lambda fact: comparable(fact.organization))),
        topics=_facts(merge_by(_of(claims, Topic), lambda fact: comparable(fact.name))),
        skills=_skills(matches),
        links=tuple(claim.fact for claim in links(outline)) if links else (),
        abbreviations=tuple(short),
    )


def _of(claims: Sequence[Claim[Any]], kind: type[Fact]) -> list[Claim[Any]]:
    return [claim for claim in claims if type(claim.fact) is kind]


def _facts(merged: Sequence[Merged]) -> tuple[Any, ...]:
    return tuple(item.fact for item in merged)


def _with_skills(item: Merged, matches: Sequence[Any]) -> Any:
    """The fact with the skills that are named where it is told of."""
    names = dict.fromkeys(
        match.name for match in matches if any(start <= match.span[0] and match.span[1] <= end for start, end in item.scope)
    )
    return item.fact.model_copy(update={"skills": tuple(names)})


def _skills(matches: Sequence[Any]) -> tuple[Skill, ...]:
    found: dict[str, list[Any]] = {}
    for match in matches:
        found.setdefault(match.name, []).append(match)
    return tuple(
        Skill(
            name=name,
            listed=any(match.listed for match in group),
            surface=group[0].evidence.quote,
            evidence=_distinct([match.evidence for match in group]),
        )
        for name, group in found.items()
    )


def _distinct(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((item.start, item.end, item.quote) for item in evidence)) and tuple(evidence)[:6]
