"""Choose what a picture shows at first, where the whole would be a hairball."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from math import isqrt

import networkx as nx

_WHOLE = 1_000_000  # ties are added up in whole numbers, so that their order does not matter


def most_connected(network: nx.MultiDiGraph[str], limit: int, seeds: Iterable[str] = ()) -> tuple[str, ...]:
    """Up to `limit` nodes that hold together best, sorted.

    Grown from the seeds (else from the node with the strongest ties): next always comes the node most strongly tied to
    those chosen, then to all; where a component is used up, the best node of the others starts anew.
    """
    ties = _ties(network)
    strength = {node: sum(ties.get(node, {}).values()) for node in network}
    by_strength = sorted(network, key=lambda node: (-strength[node], node))
    waiting = [(-sum(strength.values()) - 1, 0, node) for node in sorted(set(seeds))]
    held: dict[str, int] = {}
    chosen: set[str] = set()
    starts = iter(by_strength)
    while len(chosen) < min(limit, len(by_strength)):
        if not waiting:
            heapq.heappush(waiting, (0, 0, next(node for node in starts if node not in chosen)))
        *_, node = heapq.heappop(waiting)
        if node in chosen:
            continue
        chosen.add(node)
        for other, tie in ties.get(node, {}).items():
            if other not in chosen:
                held[other] = held.get(other, 0) + tie
                heapq.heappush(waiting, (-held[other], -strength[other], other))
    return tuple(sorted(chosen))


def _ties(network: nx.MultiDiGraph[str]) -> dict[str, dict[str, int]]:
    """How strongly each node is tied to its neighbours: by root, so that many neighbours outdo much of one."""
    ties: dict[str, dict[str, int]] = defaultdict(dict)
    for source, target, weight in network.edges(data="weight", default=1.0):
        if source != target:
            tie = round(_WHOLE * float(weight))
            ties[source][target] = ties[source].get(target, 0) + tie
            ties[target][source] = ties[target].get(source, 0) + tie
    return {node: {other: isqrt(tie) for other, tie in near.items()} for node, near in ties.items()}
