"""Choose what a picture shows at first, where the whole would be a hairball."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import networkx as nx


def most_connected(network: nx.MultiDiGraph[str], limit: int, seeds: Iterable[str] = ()) -> tuple[str, ...]:
    """Up to `limit` nodes that hold together best, sorted.

    Grown from the seeds (else from the node with most neighbours): next always comes the node with most links to those
    chosen, then with most neighbours; where a component is used up, the best node of the others starts anew.
    """
    neighbours = {node: set(nx.all_neighbors(network, node)) - {node} for node in network}
    by_degree = sorted(network, key=lambda node: (-len(neighbours[node]), node))
    waiting = [(-len(neighbours), 0, node) for node in sorted(set(seeds))]
    links: dict[str, int] = {}
    chosen: set[str] = set()
    starts = iter(by_degree)
    while len(chosen) < min(limit, len(by_degree)):
        if not waiting:
            heapq.heappush(waiting, (0, 0, next(node for node in starts if node not in chosen)))
        *_, node = heapq.heappop(waiting)
        if node in chosen:
            continue
        chosen.add(node)
        for other in neighbours[node] - chosen:
            links[other] = links.get(other, 0) + 1
            heapq.heappush(waiting, (-links[other], -len(neighbours[other]), other))
    return tuple(sorted(chosen))
