"""Where many thousand nodes stand: each group on an island of its own, islands near those they are linked with.

Groups are laid out as if each were one node, by the same forces as a small picture; then every node is drawn towards
its neighbours and pushed off those beside it. Both take time linear in nodes and edges.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.views.graphs.layout import positions
from kg.views.large.neighbours import Ends, groups

Points = NDArray[np.float64]

_LEAST, _MOST, _CROWD = 12, 420, 28
_ROUNDS = 24
_BESIDE = 6
_GOLDEN = np.pi * (3 - np.sqrt(5))


def islands(count: int, pairs: Ends, weight: NDArray[np.float64]) -> tuple[Points, Ends]:
    """(x, y) of nodes 0…count-1 as an (n, 2) array, about one unit between neighbours, and each node's island."""
    if not count:
        return np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    firsts, seconds = pairs[:, 0], pairs[:, 1]
    group = _merged(groups(count, firsts, seconds, weight), firsts, seconds, weight)
    sizes = np.bincount(group)
    centres = _centres(group, sizes, firsts, seconds, weight)
    points = _filled(group, sizes, centres)
    return _settled(points, group, centres, sizes, firsts, seconds), group


def _merged(group: Ends, firsts: Ends, seconds: Ends, weight: NDArray[np.float64]) -> Ends:
    """One group for some `_CROWD` nodes: a small one joins the large one it is tied to most, else the leftovers."""
    sizes = np.bincount(group)
    most = int(np.clip(len(group) / _CROWD, _LEAST, _MOST))
    kept = np.argsort(-sizes, kind="stable")[: most - 1]
    large = np.zeros(len(sizes), dtype=bool)
    large[kept] = sizes[kept] > 2
    target = np.where(large, np.arange(len(sizes)), -1)
    for one, other in ((firsts, seconds), (seconds, firsts)):
        crossing = ~large[group[one]] & large[group[other]]
        order = np.argsort(weight[crossing], kind="stable")
        target[group[one][crossing][order]] = group[other][crossing][order]
    target[target < 0] = len(sizes)
    return np.asarray(np.unique(target[group], return_inverse=True)[1]).reshape(len(group))


def _centres(group: Ends, sizes: Ends, firsts: Ends, seconds: Ends, weight: NDArray[np.float64]) -> Points:
    one, other = group[firsts], group[seconds]
    crossing = one != other
    low, high = np.minimum(one, other)[crossing], np.maximum(one, other)[crossing]
    key, place = np.unique(low * len(sizes) + high, return_inverse=True)
    ties = np.bincount(place.ravel(), weight[crossing]) if len(key) else np.zeros(0)
    # Ties as seen from the smaller island, so that two large ones are not glued by their mere size.
    lows, highs = key // len(sizes), key % len(sizes)
    share = ties / np.sqrt(np.minimum(sizes[lows], sizes[highs]))
    reach = np.sqrt(sizes) * 1.25 + 1.0
    boxes = [(float(r) * 2, float(r) * 2, 0.0) for r in reach]
    pairs = {(int(a), int(b)): float(tie) for a, b, tie in zip(lows, highs, share, strict=True) if tie > 0.2}
    return positions(pairs, [[index] for index in range(len(sizes))], boxes, room=1.1, effort=36_000)


def _filled(group: Ends, sizes: Ends, centres: Points) -> Points:
    """Every island filled evenly from its middle."""
    order = np.argsort(group, kind="stable")
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    place = np.empty(len(group))
    place[order] = np.arange(len(group)) - np.repeat(starts, sizes)
    reach, turn = np.sqrt(place + 0.5), place * _GOLDEN
    return np.asarray(centres[group] + np.column_stack((reach * np.cos(turn), reach * np.sin(turn))))


def _settled(points: Points, group: Ends, centres: Points, sizes: Ends, firsts: Ends, seconds: Ends) -> Points:
    count = len(points)
    degree = np.bincount(np.concatenate((firsts, seconds)), minlength=count) + 1.0
    same = group[firsts] == group[seconds]
    # Only the island's own ties pull: others would heap everybody on the shore that faces the rest.
    hold = np.where(same, 0.05, 0.0)[:, None]
    reach = np.sqrt(sizes[group])[:, None] * 1.15 + 0.5
    for step in range(_ROUNDS):
        delta = (points[seconds] - points[firsts]) * hold
        move = _summed(firsts, delta, count) - _summed(seconds, delta, count)
        move = move / np.sqrt(degree)[:, None]
        move = move * (1.0 - step / _ROUNDS) + _pushed(points)
        length = np.sqrt((move**2).sum(axis=1))[:, None] + 1e-9
        points = points + move / length * np.minimum(length, 1.5)
        # Nobody leaves the island.
        away = points - centres[group]
        far = np.sqrt((away**2).sum(axis=1))[:, None] + 1e-9
        points = centres[group] + away * np.minimum(1.0, reach / far)
    return _stretched(points, group, centres, reach)


def _stretched(points: Points, group: Ends, centres: Points, reach: Points) -> Points:
    """Every island as wide as its shore: ties have drawn its nodes together."""
    away = points - centres[group]
    widest = np.zeros(len(centres))
    np.maximum.at(widest, group, np.sqrt((away**2).sum(axis=1)))
    share = reach / (widest[group][:, None] + 1e-9)
    return np.asarray(centres[group] + away * np.clip(share, 1.0, 2.0))


def _summed(ends: Ends, values: Points, count: int) -> Points:
    return np.column_stack([np.bincount(ends, values[:, axis], minlength=count) for axis in (0, 1)])


def _pushed(points: Points) -> Points:
    """Off those who stand next in the order of cells one unit wide, along rows and along columns."""
    move = np.zeros_like(points)
    for axis in (0, 1):
        cells = np.floor(points)
        order = np.lexsort((points[:, axis], cells[:, 1 - axis]))
        for step in range(1, _BESIDE):
            one, other = order[:-step], order[step:]
            delta = points[one] - points[other]
            square = (delta**2).sum(axis=1) + 1e-6
            push = np.where(square < 1.0, (1.0 - np.sqrt(square)) / np.sqrt(square) * 0.35, 0.0)[:, None] * delta
            move[one] += push
            move[other] -= push
    return move
