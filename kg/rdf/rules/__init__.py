"""The rules that derive triples: SPARQL CONSTRUCT queries over the union of all graphs, in the order they build on.

`entities/*.rq` tie engagements and statements to the entities that their mentions refer to; what they give belongs
into the graph "entities". `derived/*.rq` give the direct triples of the graph "derived"; they need the former.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

GRAPHS = ("entities", "derived")


@dataclass(frozen=True, slots=True)
class Rule:
    """One CONSTRUCT query; `graph` is the local name of the graph that its triples belong into."""

    name: str
    graph: str
    text: str


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they must run; what an earlier one gives, a later one may ask for."""
    return tuple(
        Rule(file.name.removesuffix(".rq"), graph, file.read_text("utf-8"))
        for graph in GRAPHS
        for file in sorted(
            (resources.files(__name__) / graph).iterdir(),
            key=lambda file: file.name,
        )
        if file.name.endswith(".rq")
    )
