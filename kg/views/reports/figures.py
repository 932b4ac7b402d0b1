"""Count what the graph holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from kg.analysis.times import bounds, house
from kg.views.words import plain


@dataclass(frozen=True, slots=True)
class Count:
    """How many people stand behind a thing: `strong` of them with more than a mention (a use, a place held now)."""

    iri: str
    label: str
    kind: str
    people: int
    strong: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing over the years: how many people, year by year from the first of the table's years on."""

    iri: str
    label: str
    people: tuple[int, ...]


def places(network: nx.MultiDiGraph[str], relation: str, *, most: int = 12) -> tuple[Count, ...]:
    """Organizations by how many people are tied to them, units counted with their house; `strong` counts those now."""
    people: dict[str, set[str]] = defaultdict(set)
    now: dict[str, set[str]] = defaultdict(set)
    for source, target, said in network.edges(data=True):
        if said["relation"] == relation:
            place = house(network, target)
            people[place].add(source)
            if said["current"]:
                now[place].add(source)
    return _ranked(network, people, now, most)


def skills(network: nx.MultiDiGraph[str], *, most: int = 16) -> tuple[Count, ...]:
    """Skills by how many people name them; `strong` counts those who tell of a use in a job, a study or a project."""
    people: dict[str, set[str]] = defaultdict(set)
    used: dict[str, set[str]] = defaultdict(set)
    for source, target, said in network.edges(data=True):
        if network.nodes[target]["type"] == "skill" and network.nodes[source]["type"] == "person":
            people[target].add(source)
            if said["relation"] == "used":
                used[target].add(source)
    return _ranked(network, people, used, most)


def skill_years(
    network: nx.MultiDiGraph[str], *, most: int = 14, span: int = 14
) -> tuple[tuple[int, ...], tuple[Row, ...]]:
    """The last `span` years and, for the skills most used in them, how many people certainly used each in each year."""
    told: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person, skill, year in _uses(network):
        told[skill][year].add(person)
    last = max((year for years in told.values() for year in years), default=0)
    first = max(last - span + 1, min((year for years in told.values() for year in years), default=0))
    table = tuple(range(first, last + 1)) if told else ()
    rows = [
        Row(skill, plain(network.nodes[skill]["label"]), tuple(len(years.get(year, ())) for year in table))
        for skill, years in told.items()
    ]
    rows.sort(key=lambda row: (-sum(row.people), row.label, row.iri))
    return table, tuple(row for row in rows[:most] if sum(row.people))


def _uses(network: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, int]]:
    for person, skill, said in network.edges(data=True):
        if said["relation"] == "used" and (found := bounds(said)) and found.certain:
            for year in range(found.certain[0].year, found.certain[1].year + 1):
                yield person, skill, year


def _ranked(
    network: nx.MultiDiGraph[str], people: dict[str, set[str]], strong: dict[str, set[str]], most: int
) -> tuple[Count, ...]:
    counted = [
        Count(iri, plain(network.nodes[iri]["label"]), network.nodes[iri]["type"], len(who), len(strong.get(iri, ())))
        for iri, who in people.items()
    ]
    return tuple(sorted(counted, key=lambda count: (-count.people, -count.strong, count.label, count.iri))[:most])
