"""What a picture shows at first, and what of it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kg.analysis import neighbourhood
from kg.views.graphs.cut import most_connected

SHOWN = 220


@dataclass(frozen=True, slots=True)
class Beginning:
    """The nodes shown `first`, the `wider` graph that stays at hand, and the node or the ways that are chosen."""

    first: tuple[str, ...]
    wider: nx.MultiDiGraph[str]
    around: str | None
    ways: Sequence[Sequence[str]]

    def chosen(self, held: Sequence[str]) -> dict[str, int | list[list[int]] | None]:
        """What is chosen as a page knows it: by the places in `held`."""
        place = {node: index for index, node in enumerate(held)}
        return {
            "around": place.get(self.around) if self.around else None,
            "ways": [[place[node] for node in way] for way in self.ways] or None,
        }


def begin(
    network: nx.MultiDiGraph[str],
    *,
    around: str | None = None,
    hops: int = 2,
    ways: Sequence[Sequence[str]] = (),
    shown: int = SHOWN,
) -> Beginning:
    """Up to `shown` nodes: those within `hops` of `around`, those on the `ways`, or those that hold together best."""
    if ways:
        met = {node for way in ways for node in way}
        beside = {other for node in met for other in nx.all_neighbors(network, node)}
        return Beginning(tuple(sorted(met)), network.subgraph(met | beside), None, ways)
    if around is None:
        return Beginning(most_connected(network, shown), network, None, ())
    first = most_connected(neighbourhood(network, around, hops), shown, [around])
    return Beginning(first, neighbourhood(network, around, hops + 1), around, ())
