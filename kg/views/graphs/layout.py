"""Where nodes stand: near what they are linked with, apart from the rest, no label on another.

Forces after ForceAtlas2 (Jacomy et al. 2014) in its LinLog mode, which shows communities; then boxes that overlap are
pushed apart along the shorter way. Every pair is looked at, so this is for pictures of up to about 1,500 nodes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Strengths = NDArray[np.float64]
Ends = NDArray[np.intp]

SEED = 11
_GOLDEN = np.pi * (3 - np.sqrt(5))
_ROOM = 5.0
_GRAVITY = 0.14
_HOLD = 2.2
_ACROSS = 0.4
_GAP = 36.0
_STEP = 12.0


def positions(
    ties: Mapping[tuple[int, int], float],
    groups: Sequence[Sequence[int]],
    boxes: Sequence[tuple[float, float, float]],
    *,
    aspect: float = 1.5,
    room: float = _ROOM,
    effort: int = 90_000,
) -> Points:
    """The (x, y) of nodes 0…n-1, in pixels around (0, 0); an (n, 2) array, the same for the same input.

    `ties` are the edges and how strongly each holds, `groups` the communities, `boxes` width, height and downward
    shift of what each node draws. The picture comes out about `aspect` times as wide
    as high, with about `room` times the area of the boxes; `effort` bounds rounds times nodes.
    """
    count = len(boxes)
    if count < 2:
        return np.zeros((count, 2))
    points = _spread(_start(groups, count), ties, groups, effort)
    points = _upright(points)
    size = np.asarray(boxes, dtype=float)
    area = float((size[:, 0] * size[:, 1]).sum()) * room
    extent = np.maximum(np.percentile(points, 97, axis=0) - np.percentile(points, 3, axis=0), 1e-6)
    scale = np.sqrt(area * np.array([aspect, 1 / aspect])) / extent
    mean = np.sqrt(scale.prod())
    points = points * (0.75 * scale + 0.25 * mean)
    points = _gathered(points, size, _parts(ties, count))
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


def _spread(
    points: Points, ties: Mapping[tuple[int, int], float], groups: Sequence[Sequence[int]], effort: int
) -> Points:
    count = len(points)
    firsts, seconds, hold = _springs(ties, groups, count)
    degree = np.bincount(np.concatenate((firsts, seconds)), minlength=count) + 1.0
    mass = np.sqrt(degree)
    both = mass[:, None] * mass[None, :]
    rounds = int(np.clip(effort / count, 60, 400))
    points = points + np.random.default_rng(SEED).normal(scale=1e-3, size=(count, 2))
    for step in range(rounds):
        across, down = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
        push = both / (across * across + down * down + 0.05)
        force = points * push.sum(axis=1)[:, None] - np.einsum("ij,jk->ik", push, points)
        reach = points[firsts] - points[seconds]
        length = np.sqrt((reach**2).sum(axis=1)) + 1e-9
        tension = (hold * np.log1p(length) / length)[:, None] * reach
        np.add.at(force, firsts, -tension)
        np.add.at(force, seconds, tension)
        centre = np.sqrt((points**2).sum(axis=1))[:, None] + 1e-9
        force -= _GRAVITY * mass[:, None] * points / np.sqrt(centre)
        heat = 2.2 * (1 - step / rounds) ** 1.5 + 0.01
        strength = np.sqrt((force**2).sum(axis=1))[:, None] + 1e-9
        points = points + force / strength * np.minimum(strength * 0.25, heat)
    return points


def _springs(
    ties: Mapping[tuple[int, int], float], groups: Sequence[Sequence[int]], count: int
) -> tuple[Ends, Ends, Strengths]:
    """Each pair once, and how strongly it is drawn together: less the more ties its ends have, less across groups."""
    together: dict[tuple[int, int], float] = {}
    for (one, other), tie in ties.items():
        if one != other:
            pair = (min(one, other), max(one, other))
            together[pair] = together.get(pair, 0.0) + tie
    pairs = np.asarray(sorted(together), dtype=np.intp).reshape(-1, 2)
    weight = np.asarray([together[pair] for pair in sorted(together)], dtype=float)
    group = np.zeros(count, dtype=np.intp)
    for number, members in enumerate(groups):
        group[list(members)] = number
    strength = np.ones(count)
    np.add.at(strength, pairs[:, 0], weight)
    np.add.at(strength, pairs[:, 1], weight)
    hold = _HOLD * weight / np.sqrt(np.minimum(strength[pairs[:, 0]], strength[pairs[:, 1]]))
    hold *= np.where(group[pairs[:, 0]] == group[pairs[:, 1]], 1.0, _ACROSS)
    return pairs[:, 0], pairs[:, 1], hold


def _upright(points: Points) -> Points:
    """Turned so that the longest way lies across the page."""
    points = points - points.mean(axis=0)
    values, vectors = np.linalg.eigh(points.T @ points)
    axes = vectors[:, np.argsort(-values)]
    signs = np.sign(axes[np.argmax(np.abs(axes), axis=0), [0, 1]])
    return np.asarray(points @ (axes * signs))


def _parts(ties: Mapping[tuple[int, int], float], count: int) -> list[list[int]]:
    """The connected parts, the largest first."""
    tied: nx.Graph[int] = nx.Graph()
    tied.add_nodes_from(range(count))
    tied.add_edges_from(ties)
    return sorted((sorted(part) for part in nx.connected_components(tied)), key=lambda part: (-len(part), part))


def _gathered(points: Points, size: Points, parts: Sequence[Sequence[int]]) -> Points:
    """Parts that nothing ties to the rest drift away; each is drawn in along its way to the middle until it touches."""
    points = points.copy()
    if len(parts) < 2:
        return points
    points -= points[parts[0]].mean(axis=0)
    settled = list(parts[0])
    for part in parts[1:]:
        middle = points[part].mean(axis=0)
        reach = float(np.hypot(*middle)) + 1e-9
        inward = -middle / reach
        wide = (size[part, 0][:, None] + size[settled, 0][None, :]) / 2 + _GAP
        high = (size[part, 1][:, None] + size[settled, 1][None, :]) / 2 + _GAP
        moved = points[part]
        for _ in range(int(reach // _STEP)):
            there = moved + inward * _STEP
            delta = np.abs(there[:, None, :] - points[settled][None, :, :])
            if ((delta[..., 0] < wide) & (delta[..., 1] < high)).any():
                break
            moved = there
        points[part] = moved
        settled.extend(part)
    return points


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
