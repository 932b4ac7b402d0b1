"""How good the graph is: what is undated, unnamed or unknown, and which lines of the documents no fact rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.analysis import Quote
from kg.views.words import plain

_DATED = ("worked at", "studied at", "member of", "worked on")
_LEAST = 24


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` things, in words."""

    words: str
    part: int
    whole: int

    @property
    def percent(self) -> float:
        """The part in hundredths of the whole; 0 of nothing."""
        return round(100 * self.part / self.whole, 1) if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of a document became facts: `facts`, `covered` percent of its signs, and `left`, lines no fact rests on.

    `covered` is None where the document's text is not at hand.
    """

    key: str
    name: str
    facts: int
    covered: float | None
    left: tuple[str, ...]


def shares(network: nx.MultiDiGraph[str]) -> tuple[Share, ...]:
    """What a careful reader would ask first."""
    edges = [said for *_, said in network.edges(data=True)]
    stated = [said for said in edges if said["relation"] != "part of"]
    dated = [said for said in edges if said["relation"] in _DATED]
    places = [node for node, said in network.nodes(data=True) if said["type"] == "organization"]
    jobs = [said for said in edges if said["relation"] == "worked at"]
    return (
        Share("facts with a quote", sum(bool(said["quotes"]) for said in stated), len(stated)),
        Share(
            "jobs, studies, memberships and projects with a time", sum(bool(said["when"]) for said in dated), len(dated)
        ),
        Share("of those, with a month or a day", sum(_fine(said["start"]) for said in dated), len(dated)),
        Share("jobs with a title", sum(bool(said["title"]) for said in jobs), len(jobs)),
        Share(
            "organizations known by an identifier elsewhere",
            sum(bool(network.nodes[node]["links"]) for node in places),
            len(places),
        ),
    )


def readings(network: nx.MultiDiGraph[str], texts: Mapping[str, str]) -> tuple[Reading, ...]:
    """Every document, those of which least became facts first."""
    spans: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    facts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, quote in _quotes(network):
        document = (quote.source.rstrip("/").rsplit("/", 1)[-1], plain(quote.document))
        spans[document].add((quote.start, quote.end))
        facts[document].add(key.split(" ")[0])
    found = []
    for (key, name), members in spans.items():
        covered, left = _coverage(texts[key], members) if key in texts else (None, ())
        found.append(Reading(key, name, len(facts[key, name]), covered, left))
    return tuple(sorted(found, key=lambda one: (one.covered is None, one.covered or 0.0, one.facts, one.name)))


def _quotes(network: nx.MultiDiGraph[str]) -> Iterator[tuple[str, Quote]]:
    for _, _, key, said in network.edges(keys=True, data=True):
        for quote in said["quotes"]:
            yield key, quote


def _coverage(text: str, spans: set[tuple[int, int]]) -> tuple[float, tuple[str, ...]]:
    marked = bytearray(len(text))
    for start, end in spans:
        marked[start:end] = b"\x01" * max(min(end, len(text)) - start, 0)
    signs = sum(not sign.isspace() for sign in text)
    inside = sum(1 for sign, mark in zip(text, marked, strict=True) if mark and not sign.isspace())
    left, place = [], 0
    for line in text.splitlines(keepends=True):
        if not any(marked[place : place + len(line)]) and len(line.strip()) >= _LEAST:
            left.append(plain(line))
        place += len(line)
    return (round(100 * inside / signs, 1) if signs else 0.0), tuple(left)


def _fine(date: str) -> bool:
    return len(date) > 4
