"""Who hangs together with whom, found in time linear in the edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ends = NDArray[np.int64]

SEED = 5
_ROUNDS = 14


def groups(count: int, firsts: Ends, seconds: Ends, weight: NDArray[np.float64]) -> Ends:
    """A group number for each of `count` nodes: label propagation (Raghavan et al. 2007), half the nodes in turn.

    In each round a random half takes the label that most of its neighbours' weight carries; of equal ones the least.
    """
    ends = np.concatenate((firsts, seconds))
    others = np.concatenate((seconds, firsts))
    # A hub ties nobody closely: what counts is the share of the neighbour's ties.
    strength = np.bincount(ends, np.concatenate((weight, weight)), minlength=count) + 1e-9
    pull = np.concatenate((weight, weight)) / np.sqrt(strength[others])
    labels = np.arange(count)
    chance = np.random.default_rng(SEED)
    for _ in range(_ROUNDS):
        best = _best(ends, labels[others], pull, labels)
        turn = chance.random(count) < 0.6
        changed = turn & (best != labels)
        labels = np.where(changed, best, labels)
        if changed.sum() < count / 500:
            break
    return np.asarray(np.unique(labels, return_inverse=True)[1]).reshape(count)


def _best(ends: Ends, carried: Ends, pull: NDArray[np.float64], labels: Ends) -> Ends:
    key = ends * (len(labels) + 1) + carried
    pairs, place = np.unique(key, return_inverse=True)
    total = np.round(np.bincount(place.ravel(), pull), 9)
    node, label = pairs // (len(labels) + 1), pairs % (len(labels) + 1)
    order = np.lexsort((label, -total, node))
    first = np.ones(len(order), dtype=bool)
    first[1:] = node[order][1:] != node[order][:-1]
    best = labels.copy()
    best[node[order][first]] = label[order][first]
    return best
