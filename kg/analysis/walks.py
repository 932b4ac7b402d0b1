"""Find a node by what people call it, and walk from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import networkx as nx

from kg.errors import UnknownError, UsageError

_LOOSE = 2


def find(network: nx.MultiDiGraph[str], who: str) -> str:
    """The node that `who` names: its IRI, bare or in angle brackets, else its label or another name in any case.

    UnknownError where nothing is called so, UsageError where several things are; both name what is near.
    """
    if (iri := who.removeprefix("<").removesuffix(">")) in network:
        return iri
    wanted = who.casefold().strip()
    exact, near = [], []
    for node, said in network.nodes(data=True):
        names = [name.casefold() for name in (said["label"], *said["names"])]
        if wanted in names:
            exact.append(node)
        elif any(wanted in name for name in names):
            near.append(node)
    if len(exact) == 1 or (not exact and len(near) == 1):
        return (exact or near)[0]
    if not (exact or near):
        raise UnknownError(f"nothing in the graph is called {who!r}")
    several = ", ".join(sorted(f"{network.nodes[node]['label']} <{node}>" for node in (exact or near))[:8])
    raise UsageError(f"{who!r} names several things: {several}; give the address in angle brackets")


def neighbourhood(network: nx.MultiDiGraph[str], around: str, hops: int = 1) -> nx.MultiDiGraph[str]:
    """A copy of the part within `hops` edges of `around`, whichever way the edges point; UsageError below 0 hops."""
    if hops < 0:
        raise UsageError(f"a neighbourhood reaches 0 hops or more, not {hops}")
    reached = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), around, cutoff=hops)
    part: nx.MultiDiGraph[str] = network.subgraph(reached).copy()
    return part


def paths(network: nx.MultiDiGraph[str], source: str, target: str, *, limit: int = 10) -> Iterator[tuple[str, ...]]:
    """Up to `limit` ways from one node to another without a repeated node, the shortest first; none if unconnected.

    Edges are walked either way. A loose tie (of a weight below 1: a skill listed, a topic told of) is as long as two
    others. Ways of one length come in the order of the nodes' labels.
    """
    simple: nx.Graph[str] = nx.Graph()
    for node in sorted(network, key=lambda node: (network.nodes[node]["label"], node)):
        simple.add_node(node)
    rank = {node: place for place, node in enumerate(simple)}
    ties = ((one, other, _LOOSE if tie < 1 else 1) for one, other, tie in network.edges(data="weight", default=1.0))
    for one, other, length in sorted(ties, key=lambda tie: (rank[tie[0]], rank[tie[1]], -tie[2])):
        simple.add_edge(one, other, length=min(length, simple.get_edge_data(one, other, {"length": _LOOSE})["length"]))
    if source not in simple or target not in simple or not nx.has_path(simple, source, target):
        return
    for path in islice(nx.shortest_simple_paths(simple, source, target, weight="length"), limit):
        yield tuple(path)
