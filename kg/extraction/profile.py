"""Outline → Profile: every rule looks, and what they claim becomes the facts of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.extraction.achievements import achievements
from kg.extraction.awards.entries import awards, awards_under
from kg.extraction.awards.sentences import told_awards
from kg.extraction.campuses import plainly_named
from kg.extraction.collector import paused
from kg.extraction.contacts import abbreviations, links
from kg.extraction.dates import document_date
from kg.extraction.education import studies
from kg.extraction.entries import entries, regions
from kg.extraction.headlines import headlines
from kg.extraction.hosts import housed
from kg.extraction.masks import Span, descriptions, employers, is_inside, names
from kg.extraction.merge import Merged, merge_by, merge_positions, merge_studies
from kg.extraction.offers import offers
from kg.extraction.outline import Claim, Outline, SectionKind, once
from kg.extraction.people.subject import subject
from kg.extraction.positions import positions
from kg.extraction.projects.entries import projects
from kg.extraction.projects.labelled import labelled_projects
from kg.extraction.projects.links import linked_projects
from kg.extraction.projects.sentences import told_projects
from kg.extraction.prose import claims as sentence_claims
from kg.extraction.prose import unless_placed
from kg.extraction.prose.work.occupations import occupations
from kg.extraction.sections import outline as read_outline
from kg.extraction.skills import SkillMatch, find
from kg.extraction.spelling import comparable
from kg.extraction.topics.claims import topics
from kg.model import (
    Achievement,
    Advising,
    Award,
    Evidence,
    Fact,
    Offer,
    Position,
    Profile,
    Project,
    Skill,
    SkillUse,
    Student,
    Study,
    Text,
    Topic,
    UsedIn,
)

_MOST_EVIDENCE = 6


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one rule saw: the kind of fact, its values in short, and the words it saw them in."""

    rule: str
    kind: str
    told: str
    evidence: tuple[Evidence, ...]


def extract(text: Text) -> Profile:
    """Every fact that the text states about its subject, each with the words that say so."""
    with paused():
        return _extracted(text)


def _extracted(text: Text) -> Profile:
    """The profile alone: all else that was made is gone again before the collector goes on."""
    outline = read_outline(text)
    return profile(outline, claims(outline))


def claims(outline: Outline) -> list[Claim[Any]]:
    """What every rule claims, each claim with the rule's name: lists first, then sentences."""
    told = [*headlines(outline), *sentence_claims(outline), *linked_projects(outline)]
    told += [*labelled_projects(outline), *told_projects(outline), *told_awards(outline)]
    listed = listed_claims(outline)
    if not any(type(claim.fact) is Position for claim in (*listed, *told)):
        told += occupations(outline)
    return [*listed, *told, *offers(outline), *topics(outline)]


def explain(text: Text) -> tuple[Sighting, ...]:
    """What each rule saw in the text, before facts that tell the same become one, in the order of the text."""
    outline = read_outline(text)
    seen = [Sighting(one.rule, type(one.fact).__name__, _told(one.fact), one.fact.evidence) for one in claims(outline)]
    return tuple(sorted(seen, key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.rule)))


def _told(fact: Fact) -> str:
    """The values of a fact, in short."""
    values = fact.model_dump(mode="json", exclude={"evidence"}, exclude_defaults=True)
    return ", ".join(f"{name} {value}" for name, value in values.items() if value is not None)


def listed_claims(outline: Outline) -> list[Claim[Any]]:
    """What the entries of lists, tables and headed sections claim."""
    found: list[Claim[Any]] = []
    for region in regions(outline):
        group, made = entries(region), len(found)
        jobs = list(positions(outline, region, group))
        schools = list(studies(outline, region, group))
        found.extend([*jobs, *schools])
        hosts = {claim.scope: claim.fact.organization for claim in reversed(found[made:])}
        for entry in group:
            if entry.scope in hosts:
                found.extend(awards_under(outline, entry, hosts[entry.scope]))
        if region.kind is SectionKind.PROJECTS:
            found.extend(projects(outline, region, _lines_of(outline, jobs)))
        found.extend(awards(outline, region))
    return found


def _lines_of(outline: Outline, made: Sequence[Claim[Any]]) -> frozenset[int]:
    """The lines that the claims' header words stand in."""
    starts = {claim.scope[0][0] for claim in made if claim.scope}
    at = _lines_by_start(outline) if starts else {}
    return frozenset(index for start in starts for index in at.get(start, ()))


@once
def _lines_by_start(outline: Outline) -> dict[int, list[int]]:
    """The numbers of the lines that begin at each place of the content."""
    found: dict[int, list[int]] = {}
    for line in outline.lines:
        found.setdefault(line.span()[0], []).append(line.index)
    return found


def profile(outline: Outline, made: Sequence[Claim[Any]]) -> Profile:
    """The profile that the claims about an outlined text make, one fact for all claims that tell the same."""
    text, made = outline.text, plainly_named(unless_placed(housed(made)))
    masked = names(text.content, made, subject(outline).name)
    short = _facts(merge_by(abbreviations(outline), lambda fact: (fact.short, comparable(fact.full))))
    jobs = merge_positions(_of(made, Position), short)
    degrees = merge_studies(_of(made, Study), short)
    works = merge_by(_of(made, Project), lambda fact: comparable(fact.name))
    hiring = employers(text.content, made)
    matches = sorted(
        (match for match in find(outline) if match.span not in hiring and not is_inside(match.span, masked)),
        key=lambda match: match.span,
    )
    starts = [match.span[0] for match in matches]
    engaged = {UsedIn.POSITIONS: jobs, UsedIn.EDUCATION: degrees, UsedIn.PROJECTS: works}
    named = {kind: [_named_in(item, matches, starts) for item in merged] for kind, merged in engaged.items()}
    return Profile(
        source=text.document.source,
        sha256=text.document.sha256,
        media_type=text.document.media_type or "text/plain",
        language=text.language,
        dated=document_date(outline),
        person=subject(outline),
        positions=tuple(map(_with_skills, jobs, named[UsedIn.POSITIONS])),
        education=tuple(map(_with_skills, degrees, named[UsedIn.EDUCATION])),
        projects=tuple(map(_with_skills, works, named[UsedIn.PROJECTS])),
        advising=_facts(merge_by(_of(made, Advising), lambda fact: comparable(fact.advisor))),
        students=_facts(merge_by(_of(made, Student), lambda fact: comparable(fact.name))),
        awards=_facts(merge_by(_of(made, Award), lambda fact: comparable(fact.name))),
        offers=_facts(merge_by(_of(made, Offer), lambda fact: comparable(fact.organization))),
        topics=_facts(
            merge_by(
                _outside(_of(made, Topic), masked, descriptions(text.content, masked)),
                lambda fact: comparable(fact.name),
            )
        ),
        skills=_skills(matches),
        achievements=_achievements(outline, jobs),
        uses=tuple(
            use
            for kind, uses in named.items()
            for number, found in enumerate(uses)
            for use in _uses(kind, number, found)
        ),
        links=_facts(merge_by(links(outline), lambda fact: (fact.kind, fact.value))),
        abbreviations=short,
    )


def _of(made: Sequence[Claim[Any]], kind: type[Fact]) -> list[Claim[Any]]:
    return [claim for claim in made if type(claim.fact) is kind]


def _outside(made: Sequence[Claim[Topic]], *masks: Sequence[Span]) -> list[Claim[Topic]]:
    """The claims of fields that stand in none of the spans."""
    return [claim for claim in made if not any(is_inside(claim.scope[0], spans) for spans in masks)]


def _facts(merged: Sequence[Merged]) -> tuple[Any, ...]:
    return tuple(item.fact for item in merged)


def _named_in(item: Merged, matches: Sequence[SkillMatch], starts: Sequence[int]) -> list[SkillMatch]:
    """The skills named where a fact is told of, in order; `starts` are those of the matches, ascending."""
    inside = {
        number
        for first, last in item.scope
        for number in range(bisect_left(starts, first), bisect_left(starts, last))
        if matches[number].span[1] <= last
    }
    return [matches[number] for number in sorted(inside)]


def _with_skills(item: Merged, named: Sequence[SkillMatch]) -> Any:  # noqa: ANN401 (any of the three kinds with skills)
    """The fact with the skills that are named where it is told of."""
    return item.fact.model_copy(update={"skills": tuple(dict.fromkeys(match.name for match in named))})


def _uses(kind: UsedIn, number: int, named: Sequence[SkillMatch]) -> Iterator[SkillUse]:
    """The words that tell of each use of a skill in one fact."""
    told: dict[str, list[Evidence]] = {}
    for match in named:
        told.setdefault(match.name, []).append(match.evidence)
    for name, evidence in told.items():
        yield SkillUse(name=name, kind=kind, number=number, evidence=_first(evidence))


def _skills(matches: Sequence[SkillMatch]) -> tuple[Skill, ...]:
    """One skill for each canonical name, in the order of the document."""
    found: dict[str, list[SkillMatch]] = {}
    for match in matches:
        found.setdefault(match.name, []).append(match)
    return tuple(
        Skill(
            name=name,
            listed=any(match.listed for match in group),
            surface=group[0].evidence.quote,
            evidence=_first([match.evidence for match in group]),
        )
        for name, group in found.items()
    )


def _first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    distinct = {(item.start, item.end): item for item in evidence}
    return tuple(distinct.values())[:_MOST_EVIDENCE]


def _achievements(outline: Outline, jobs: Sequence[Merged]) -> tuple[Achievement, ...]:
    """The quantified claims, each with the position it is told of."""
    told = sorted((first, last, number) for number, job in enumerate(jobs) for first, last in job.scope)
    firsts = [first for first, _, _ in told]
    return tuple(
        claim.fact.model_copy(update={"position": _teller(outline, told, firsts, claim.fact.evidence[0])})
        for claim in achievements(outline)
    )


def _teller(
    outline: Outline, told: Sequence[tuple[int, int, int]], firsts: Sequence[int], evidence: Evidence
) -> int | None:
    """The number of the position whose scope holds the evidence, or that its paragraph told of just before."""
    index = bisect_right(firsts, evidence.start) - 1
    if index < 0:
        return None
    first, last, number = told[index]
    if evidence.end <= last:
        return number
    paragraphs = _paragraph_starts(outline)
    return number if paragraphs[bisect_right(paragraphs, evidence.start) - 1] <= first else None


@once
def _paragraph_starts(outline: Outline) -> list[int]:
    """Where each line of running text begins in the content, ascending."""
    return sorted({0, *(line.span()[0] for line in outline.lines)})
