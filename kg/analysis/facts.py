"""Turn the statements of the documents into edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.analysis import relations as words
from kg.analysis.entities import label
from kg.analysis.relations import Relation
from kg.analysis.statements import KG, ORG, RDF_TYPE, SCHEMA, Descriptions, Quote

Said = Mapping[str, tuple[str, ...]]

_MEMBER = f"{ORG}member"
_ORGANIZATION = f"{ORG}organization"


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge to be: who, to what, by which statement, with what is said about it."""

    key: str
    source: str
    source_kind: str
    target: str
    target_kind: str
    relation: Relation
    title: str = ""
    when: str = ""
    start: str = ""
    end: str = ""
    current: bool = False
    as_of: str = ""
    place: str = ""
    notes: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def attributes(self) -> dict[str, Any]:
        """The attributes of the edge in networkx."""
        said = {name: value for name, value in asdict(self).items() if name not in _ENDS}
        return {**said, "relation": self.relation.name, "weight": self.relation.weight, "quotes": self.quotes}


_ENDS = {"key", "source", "source_kind", "target", "target_kind"}


class _Reading:
    """One pass over the statements, with what it looks things up in."""

    def __init__(
        self, described: Descriptions, evidence: Mapping[str, Quote], claims: Mapping[str, list[Said]]
    ) -> None:
        self.described = described
        self.evidence = evidence
        self.claims = claims

    def kind(self, organization: str) -> str:
        return words.UNIT.name if f"{ORG}unitOf" in self.described.get(organization, {}) else words.ORGANIZATION.name

    def name(self, iri: str) -> str:
        return label(iri, self.described.get(iri, {}))

    def details(self, statement: str, said: Said) -> dict[str, Any]:
        """What every edge of one statement tells: title, time, notes and quotes."""
        when = _first(said, f"{KG}when")
        start, _, end = when.partition("/")
        current = end == ".." or "true" in said.get(f"{KG}ongoing", ())
        claimed = self.claims.get(statement, [])
        found = self.quoted(piece for one in (said, *claimed) for piece in one.get(f"{KG}evidence", ()))
        return {
            "title": _title(said),
            "when": when,
            "start": start,
            "end": "" if current else end,
            "current": current,
            "as_of": _first(said, f"{KG}ongoingAsOf"),
            "notes": (*self._notes(said), *_claimed(claimed, found)),
            "quotes": found,
        }

    def bare(self, said: Said, details: Mapping[str, Any]) -> dict[str, Any]:
        """The details without notes and claims: what a skill's use shares with its engagement."""
        return {**details, "notes": (), "quotes": self.quoted(said.get(f"{KG}evidence", ()))}

    def quoted(self, pieces: Iterable[str]) -> tuple[Quote, ...]:
        """The quotes of some evidence, in the order of the documents."""
        return tuple(sorted({self.evidence[piece] for piece in pieces if piece in self.evidence}))

    def _notes(self, said: Said) -> Iterator[str]:
        yield from (_words(value) for value in said.get(f"{KG}employmentType", ()))
        yield from (self.name(value) for value in said.get(f"{SCHEMA}location", ()))
        yield from said.get(f"{KG}grade", ())


def edges(statements: Descriptions, described: Descriptions, evidence: Mapping[str, Quote]) -> Iterator[Fact]:
    """The edges of all statements. A statement whose member or aim is not resolved gives none."""
    claims: dict[str, list[Said]] = {}
    for said in statements.values():
        for engagement in said.get(f"{KG}claimedIn", ()):
            claims.setdefault(engagement, []).append(said)
    reading = _Reading(described, evidence, claims)
    for statement, said in statements.items():
        for name in said.get(RDF_TYPE, ()):
            if read := _READERS.get(name.removeprefix(KG)):
                yield from read(reading, statement, said)
                break


def parts(described: Descriptions) -> Iterator[Fact]:
    """Units under their organizations, companies under their groups."""
    for part, said in described.items():
        kind = words.UNIT if f"{ORG}unitOf" in said else words.ORGANIZATION
        for whole in (*said.get(f"{ORG}unitOf", ()), *said.get(f"{ORG}subOrganizationOf", ())):
            above = words.UNIT if f"{ORG}unitOf" in described.get(whole, {}) else words.ORGANIZATION
            yield Fact(f"{part} {whole}", part, kind.name, whole, above.name, words.PART_OF)


def connected(found: Iterable[Fact], kinds: Mapping[str, str]) -> set[str]:
    """The nodes worth having: ends of what documents state, and what those are part of, all the way up."""
    above: dict[str, list[str]] = {}
    reached: set[str] = set()
    for fact in found:
        if fact.relation is words.PART_OF:
            above.setdefault(fact.source, []).append(fact.target)
        else:
            reached |= {fact.source, fact.target}
    waiting = sorted(reached)
    while waiting:
        for whole in above.get(waiting.pop(), ()):
            if whole not in reached and whole in kinds:
                reached.add(whole)
                waiting.append(whole)
    return reached


def _at(relation: Relation) -> Callable[[_Reading, str, Said], Iterator[Fact]]:
    def read(reading: _Reading, statement: str, said: Said) -> Iterator[Fact]:
        person, organization = _first(said, _MEMBER), _first(said, _ORGANIZATION)
        details = reading.details(statement, said)
        if person and organization:
            kind = reading.kind(organization)
            yield Fact(statement, person, words.PERSON.name, organization, kind, relation, **details)
        place = reading.name(organization) if organization else ""
        yield from _skills(statement, said, person, {**reading.bare(said, details), "place": place})

    return read


def _skills(statement: str, said: Said, person: str, details: Mapping[str, Any]) -> Iterator[Fact]:
    for skill in said.get(f"{KG}usedSkill", ()):
        if person:
            key = f"{statement} {skill}"
            yield Fact(key, person, words.PERSON.name, skill, words.SKILL.name, words.USED, **details)


def _advising(reading: _Reading, statement: str, said: Said) -> Iterator[Fact]:
    advisor, advisee = _first(said, f"{KG}advisor"), _first(said, f"{KG}advisee") or _first(said, _MEMBER)
    organization = _first(said, _ORGANIZATION)
    details = reading.details(statement, said)
    person = words.PERSON.name
    if advisor and advisee and advisor != advisee:
        place = reading.name(organization) if organization else ""
        yield Fact(statement, advisee, person, advisor, person, words.ADVISED, **{**details, "place": place})
    if advisor and organization:
        kind = reading.kind(organization)
        yield Fact(f"{statement} place", advisor, person, organization, kind, words.ADVISES_AT, **details)


def _award(reading: _Reading, statement: str, said: Said) -> Iterator[Fact]:
    person, organization = _first(said, _MEMBER), _first(said, _ORGANIZATION)
    details = reading.details(statement, said)
    award = words.AWARD.name
    if person:
        yield Fact(statement, person, words.PERSON.name, statement, award, words.RECEIVED, **{**details, "title": ""})
    if organization:
        kind = reading.kind(organization)
        yield Fact(f"{statement} giver", statement, award, organization, kind, words.GIVEN, **{**details, "title": ""})


def _project(reading: _Reading, statement: str, said: Said) -> Iterator[Fact]:
    person, project = _first(said, _MEMBER), _first(said, f"{KG}project")
    details = reading.details(statement, said)
    if not project:
        return
    if person:
        yield Fact(statement, person, words.PERSON.name, project, words.PROJECT.name, words.BUILT, **details)
    if organization := _first(said, _ORGANIZATION):
        kind = reading.kind(organization)
        key = f"{statement} place"
        yield Fact(key, project, words.PROJECT.name, organization, kind, words.MADE_AT, **details)
    for skill in said.get(f"{KG}usedSkill", ()):
        key = f"{statement} {skill} in"
        yield Fact(key, project, words.PROJECT.name, skill, words.SKILL.name, words.MADE_WITH, **details)
    yield from _skills(statement, said, person, {**reading.bare(said, details), "place": reading.name(project)})


def _listing(prop: str, kind: words.Kind, listed: Relation) -> Callable[[_Reading, str, Said], Iterator[Fact]]:
    def read(reading: _Reading, statement: str, said: Said) -> Iterator[Fact]:
        person, aim = _first(said, _MEMBER), _first(said, prop)
        if person and aim:
            relation = words.TELLS if "false" in said.get(f"{KG}listed", ()) else listed
            details = reading.details(statement, said)
            yield Fact(statement, person, words.PERSON.name, aim, kind.name, relation, **details)

    return read


_READERS: dict[str, Callable[[_Reading, str, Said], Iterator[Fact]]] = {
    "Employment": _at(words.WORKED),
    "Study": _at(words.STUDIED),
    "GroupMembership": _at(words.BELONGED),
    "Offer": _at(words.OFFERED),
    "Advising": _advising,
    "AwardReceipt": _award,
    "ProjectParticipation": _project,
    "SkillStatement": _listing(f"{KG}skill", words.SKILL, words.KNOWS),
    "TopicStatement": _listing(f"{KG}topic", words.TOPIC, words.INTERESTED),
}


def _claimed(claims: Iterable[Said], found: Iterable[Quote]) -> Iterator[str]:
    """The words of the claims that no quote repeats."""
    quoted = {quote.text for quote in found}
    return (text for one in claims for text in one.get(f"{SCHEMA}text", ()) if text not in quoted)


def _title(said: Said) -> str:
    if role := _first(said, f"{SCHEMA}roleName"):
        return role
    degree, field = _first(said, f"{KG}degree"), _first(said, f"{KG}field")
    return " in ".join(part for part in (degree.removesuffix(" in"), field) if part)


def _first(said: Said, prop: str) -> str:
    values = said.get(prop, ())
    return values[0] if values else ""


def _words(iri: str) -> str:
    """A term of the ontology as words: "kg:FullTime" is "full time"."""
    name = iri.removeprefix(KG)
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
