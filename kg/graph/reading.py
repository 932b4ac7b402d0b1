"""Read things back from a store: a few queries for each person, whatever the number of engagements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import escape

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph.things import Engagement, Quote, Record, Thing
from kg.model import PartialDate, Period
from kg.stores import Rows, Store, Term
from kg.terms import KG, ORG, RDF, SCHEMA

_PEOPLE = """SELECT ?person ?label WHERE {
  ?person a schema:Person ; rdfs:label ?label } ORDER BY LCASE(?label) ?person"""
_ABOUT = "SELECT ?property ?value WHERE { ?person ?property ?value }"
_OF = "VALUES ?role { org:member kg:advisor kg:advisee } ?engagement ?role ?person ."
_FACTS = f"""SELECT DISTINCT ?engagement ?property ?value ?label WHERE {{
  {_OF} ?engagement a kg:Engagement ; ?property ?value . OPTIONAL {{ ?value rdfs:label ?label }} }}"""
_QUOTES = f"""SELECT DISTINCT ?engagement ?document ?start ?end ?exact WHERE {{
  {_OF} ?engagement kg:evidence ?span .
  ?span oa:start ?start ; oa:end ?end ; oa:exact ?exact ; prov:hadPrimarySource ?document }}"""
_WITHIN = f"""SELECT DISTINCT ?engagement ?whole ?label WHERE {{
  {_OF} ?engagement org:organization/org:unitOf ?whole . ?whole rdfs:label ?label }}"""
_DOCUMENTS = """SELECT ?document ?name ?dated ?person ?label WHERE {
  ?document a kg:Document . OPTIONAL { ?document schema:name ?name } OPTIONAL { ?document schema:dateModified ?dated }
  OPTIONAL { ?document schema:mainEntity ?person . ?person rdfs:label ?label } } ORDER BY ?document ?name"""
_KINDS = ("Employment", "Study", "GroupMembership", "Advising", "Offer", "AwardReceipt", "ProjectParticipation")
_LABEL = "SELECT ?label WHERE { ?person rdfs:label ?label }"
_COUNTS = {
    word: f"SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {{ ?thing a {kind} }}"
    for word, kind in (
        ("documents", "kg:Document"),
        ("people", "schema:Person"),
        ("organizations", "schema:Organization"),
        ("engagements", "kg:Engagement"),
    )
}
_DRAWN = 1000  # people whose picture a notebook shows unasked
_Values = Mapping[str, Mapping[str, str | None]]


class Person:
    """A person in the graph; everything but `iri` and `label` is read when asked for."""

    def __init__(self, store: Store, iri: str, label: str) -> None:
        self._store = store
        self.iri = iri
        self.label = label

    def __repr__(self) -> str:
        return f"Person({self.label!r})"

    def _repr_html_(self) -> str:
        """The page of the person in a frame, for a notebook."""
        from kg import views

        return views.draw(self._store, kind="profile", around=self.iri)._repr_html_()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Person) and other.iri == self.iri

    def __hash__(self) -> int:
        return hash(self.iri)

    @property
    def name(self) -> str | None:
        """The name as documents state it; None where none does."""
        return next(iter(self._about(SCHEMA.name)), None)

    @property
    def alternate_names(self) -> tuple[str, ...]:
        """Other forms of the name."""
        return self._about(SCHEMA.alternateName)

    @property
    def emails(self) -> tuple[str, ...]:
        """E-mail addresses."""
        return self._about(SCHEMA.email)

    @property
    def urls(self) -> tuple[str, ...]:
        """Pages of the person."""
        return self._about(SCHEMA.url)

    @property
    def employments(self) -> tuple[Engagement, ...]:
        """Jobs, internships and the like, newest first."""
        return self._of_kind("Employment")

    @property
    def studies(self) -> tuple[Engagement, ...]:
        """Times as a student, newest first."""
        return self._of_kind("Study")

    @property
    def memberships(self) -> tuple[Engagement, ...]:
        """Memberships in labs and groups, newest first."""
        return self._of_kind("GroupMembership")

    @property
    def advisings(self) -> tuple[Engagement, ...]:
        """Who advised the person, and whom the person advised."""
        return self._of_kind("Advising")

    @property
    def advisors(self) -> tuple[Thing, ...]:
        """Who advised the person."""
        return tuple(e.advisor for e in self.advisings if e.advisor and e.advisor.iri != self.iri)

    @property
    def students(self) -> tuple[Thing, ...]:
        """Whom the person advised."""
        return tuple(e.advisee for e in self.advisings if e.advisee and e.advisee.iri != self.iri)

    @property
    def projects(self) -> tuple[Engagement, ...]:
        """Projects, newest first."""
        return self._of_kind("ProjectParticipation")

    @property
    def awards(self) -> tuple[Engagement, ...]:
        """Awards, newest first."""
        return self._of_kind("AwardReceipt")

    @property
    def offers(self) -> tuple[Engagement, ...]:
        """Offers, newest first."""
        return self._of_kind("Offer")

    @cached_property
    def engagements(self) -> tuple[Engagement, ...]:
        """All of them, newest first."""
        return tuple(sorted(self._engagements(), key=lambda e: (e.recency, e.iri), reverse=True))

    def _of_kind(self, kind: str) -> tuple[Engagement, ...]:
        return tuple(engagement for engagement in self.engagements if engagement.kind == kind)

    @cached_property
    def _description(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for prop, value in self._rows(_ABOUT):
            found[_text(prop)].add(_text(value))
        return {prop: tuple(sorted(values)) for prop, values in found.items()}

    def _about(self, prop: str) -> tuple[str, ...]:
        return self._description.get(prop, ())

    def _engagements(self) -> Iterator[Engagement]:
        facts: defaultdict[str, defaultdict[str, dict[str, str | None]]] = defaultdict(lambda: defaultdict(dict))
        for engagement, prop, value, label in self._rows(_FACTS):
            facts[_text(engagement)][_text(prop)][_text(value)] = _text(label) or None
        quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        for engagement, document, start, end, exact in self._rows(_QUOTES):
            quote = Quote(_text(document), int(_text(start)), int(_text(end)), _text(exact))
            quotes[_text(engagement)].append(quote)
        within = {_text(e): Thing(_text(whole), _text(label)) for e, whole, label in self._rows(_WITHIN)}
        for iri, values in facts.items():
            yield _engagement(iri, values, within.get(iri), sorted(quotes[iri]))

    def _rows(self, query: str) -> Iterable[tuple[Term | None, ...]]:
        return rows(self._store, query, person=self.iri)


def people(store: Store) -> Iterator[Person]:
    """Everybody in the graph, by label."""
    for iri, label in rows(store, _PEOPLE):
        yield Person(store, _text(iri), _text(label))


def person(store: Store, who: str) -> Person:
    """The person of that name or IRI (case does not matter); UnknownError for none, UsageError for several."""
    from kg.queries import Kind, resolve

    found = resolve(store, Kind.PERSON, who)
    if len(found) > 1:
        raise UsageError(f"several people are called {who!r}: {', '.join(iri.value for iri in found)}")
    label = next((_text(row[0]) for row in rows(store, _LABEL, person=found[0].value)), who)
    return Person(store, found[0].value, label)


def shown(store: Store) -> str:
    """How much there is, and the picture of it in a frame where it is no more than a notebook bears."""
    from kg import views

    picture = store.exists() and 0 < sum(1 for _ in rows(store, _PEOPLE)) <= _DRAWN
    return summary(store) + (views.draw(store)._repr_html_() if picture else "")


def summary(store: Store) -> str:
    """How much there is, as HTML for a notebook."""
    counts = [(word, next(iter(rows(store, query)))[0]) for word, query in _COUNTS.items()] if store.exists() else []
    cells = "".join(f"<tr><th>{word}</th><td>{_text(count)}</td></tr>" for word, count in counts)
    return f"<table><caption>Knowledge graph in {escape(store.address)}</caption>{cells}</table>"


def documents(store: Store) -> Iterator[Record]:
    """Every document in the graph, by key."""
    found: defaultdict[str, list[tuple[Term | None, ...]]] = defaultdict(list)
    for row in rows(store, _DOCUMENTS):
        found[_text(row[0])].append(row)
    for iri, group in found.items():
        _, _, dated, person, label = group[0]
        names = tuple(sorted({_text(row[1]) for row in group if row[1]}))
        about = Thing(_text(person), _text(label)) if person else None
        yield Record(iri.rpartition("/")[2], iri, names, _text(dated) or None, about)


def rows(store: Store, query: str, **iris: str) -> Iterable[tuple[Term | None, ...]]:
    """The rows of one of our own queries, with IRIs bound."""
    answer = store.evaluate(query, {name: ox.NamedNode(iri) for name, iri in iris.items()})
    if not isinstance(answer, Rows):
        raise TypeError("a query of ours is no SELECT")
    return answer


def _engagement(iri: str, values: _Values, within: Thing | None, quotes: Iterable[Quote]) -> Engagement:
    types = {value.rpartition("#")[2] for value in values.get(RDF.type, ())}
    return Engagement(
        iri=iri,
        kind=next((kind for kind in _KINDS if kind in types), "Engagement"),
        organization=_thing(values, ORG.organization),
        within=within,
        title=_first(values, SCHEMA.roleName) or _first(values, SCHEMA.name),
        period=period(_first(values, KG.when)),
        location=_thing(values, SCHEMA.location),
        terms=tuple(sorted(term.rpartition("#")[2] for term in values.get(KG.employmentType, ()))),
        degree=_first(values, KG.degree),
        level=(_first(values, KG.level) or "").rpartition("#")[2] or None,
        field=_first(values, KG.field),
        grade=_first(values, KG.grade),
        project=_thing(values, KG.project),
        advisor=_thing(values, KG.advisor),
        advisee=_thing(values, KG.advisee),
        skills=tuple(sorted(_things(values, KG.usedSkill), key=lambda thing: (thing.label.casefold(), thing.iri))),
        evidence=tuple(quotes),
    )


def period(edtf: str | None) -> Period:
    """The period that an EDTF interval or date of ours states."""
    start, slash, end = (edtf or "").partition("/")
    if not slash:
        end = start
    first, last = (PartialDate.parse(side) if side and side != ".." else None for side in (start, end))
    return Period(first, last, current=end == "..")


def _first(values: _Values, prop: str) -> str | None:
    return min(values.get(prop, ()), default=None)


def _things(values: _Values, prop: str) -> list[Thing]:
    return sorted(Thing(iri, label or iri) for iri, label in values.get(prop, {}).items())


def _thing(values: _Values, prop: str) -> Thing | None:
    return next(iter(_things(values, prop)), None)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
