"""Where nodes stand: near what they are linked with, apart from the rest, no label on another.

Forces after ForceAtlas2 (Jacomy et al. 2014) in its LinLog mode, which shows communities; then boxes that overlap are
pushed apart along the shorter way. Every pair is looked at, so this is for pictures of up to about 1,500 nodes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

SEED = 11
_GOLDEN = np.pi * (3 - np.sqrt(5))
_ROOM = 5.0


def positions(
    edges: Sequence[tuple[int, int]],
    groups: Sequence[Sequence[int]],
    boxes: Sequence[tuple[float, float, float]],
    *,
    aspect: float = 1.5,
) -> Points:
    """The (x, y) of nodes 0…n-1, in pixels around (0, 0); an (n, 2) array, the same for the same input.

    `groups` are the communities, `boxes` width, height and downward shift of what each node draws. The picture comes
    out about `aspect` times as wide as high.
    """
    count = len(boxes)
    if count < 2:
        return np.zeros((count, 2))
    points = _spread(_start(groups, count), edges, count)
    points = _upright(points)
    size = np.asarray(boxes, dtype=float)
    area = float((size[:, 0] * size[:, 1]).sum()) * _ROOM
    extent = np.maximum(np.percentile(points, 97, axis=0) - np.percentile(points, 3, axis=0), 1e-6)
    scale = np.sqrt(area * np.array([aspect, 1 / aspect])) / extent
    mean = np.sqrt(scale.prod())
    points = points * (0.45 * scale + 0.55 * mean)
    return _apart(points, size)


def _start(groups: Sequence[Sequence[int]], count: int) -> Points:
    """Communities on a spiral, the members of each on a smaller one around its centre."""
    points = np.zeros((count, 2))
    done = 0
    for group in groups:
        centre = np.sqrt(done + len(group) / 2) * 1.6 if done else 0.0
        angle = done * _GOLDEN
        for place, node in enumerate(group):
            reach = np.sqrt(place + 0.5)
            turn = place * _GOLDEN
            points[node] = (
                centre * np.cos(angle) + reach * np.cos(turn),
                centre * np.sin(angle) + reach * np.sin(turn),
            )
        done += len(group)
    return points


def _spread(points: Points, edges: Sequence[tuple[int, int]], count: int) -> Points:
    pairs = np.asarray(sorted({(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]}), dtype=np.intp)
    pairs = pairs.reshape(-1, 2)
    degree = np.bincount(pairs.ravel(), minlength=count) + 1.0
    mass = np.sqrt(degree)
    rounds = int(np.clip(90_000 / count, 60, 400))
    jitter = np.random.default_rng(SEED).normal(scale=1e-3, size=(count, 2))
    points = points + jitter
    for step in range(rounds):
        delta = points[:, None, :] - points[None, :, :]
        square = np.einsum("ijk,ijk->ij", delta, delta) + 0.05
        pull = mass[:, None] * mass[None, :] / square
        force = np.einsum("ij,ijk->ik", pull, delta)
        reach = points[pairs[:, 0]] - points[pairs[:, 1]]
        length = np.sqrt((reach**2).sum(axis=1)) + 1e-9
        tension = (np.log1p(length) / length / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]])))[:, None]
        tension = tension * reach * 1.8
        np.add.at(force, pairs[:, 0], -tension)
        np.add.at(force, pairs[:, 1], tension)
        centre = np.sqrt((points**2).sum(axis=1))[:, None] + 1e-9
        force -= 0.16 * mass[:, None] * points / np.sqrt(centre)
        heat = 2.2 * (1 - step / rounds) ** 1.5 + 0.01
        strength = np.sqrt((force**2).sum(axis=1))[:, None] + 1e-9
        points = points + force / strength * np.minimum(strength * 0.25, heat)
    return points


def _upright(points: Points) -> Points:
    """Turned so that the longest way lies across the page."""
    points = points - points.mean(axis=0)
    values, vectors = np.linalg.eigh(points.T @ points)
    axes = vectors[:, np.argsort(-values)]
    signs = np.sign(axes[np.argmax(np.abs(axes), axis=0), [0, 1]])
    return np.asarray(points @ (axes * signs))


def _apart(points: Points, size: Points, *, rounds: int = 400) -> Points:
    """No two boxes overlap (or nearly none, where `rounds` do not suffice); moves are as small as they can be."""
    middle = points + np.column_stack((np.zeros(len(size)), size[:, 2]))
    wide = (size[:, None, 0] + size[None, :, 0]) / 2
    high = (size[:, None, 1] + size[None, :, 1]) / 2
    for _ in range(rounds):
        across = middle[:, None, 0] - middle[None, :, 0]
        down = middle[:, None, 1] - middle[None, :, 1]
        over = wide - np.abs(across)
        under = high - np.abs(down)
        overlap = (over > 0) & (under > 0)
        np.fill_diagonal(overlap, val=False)
        if not overlap.any():
            break
        first, second = np.nonzero(np.triu(overlap))
        sideways = over[first, second] < under[first, second]
        push = np.where(sideways, over[first, second], under[first, second]) * 0.5 + 0.5
        direction = np.where(sideways, across[first, second], down[first, second])
        step = push * np.where(direction >= 0, 1.0, -1.0) * 0.8
        move = np.zeros_like(middle)
        axis = np.where(sideways, 0, 1)
        np.add.at(move, (first, axis), step)
        np.add.at(move, (second, axis), -step)
        middle += np.clip(move, -30, 30)
    return middle - np.column_stack((np.zeros(len(size)), size[:, 2]))
