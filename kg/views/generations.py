"""Lay out who comes from whom: one row for each generation, parents over their children.

After Sugiyama, Tagawa and Toda (1981): rows by the longest way from a root, orders that cross little by the mean place
of the neighbours, then places as near to the neighbours as the order allows.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

_SWEEPS = 12
_ASPECT = 1.4
_WIDEST = 8  # roots of one child, or leaves of one parent, in a row


def placed(lines: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Column and row of everybody in `lines` of (parent, child); neighbours in a row are at least one column apart.

    Families stand side by side, the largest first, on as many shelves as make the whole some twice as wide as high. A
    circle, which only contradicting documents make, is opened at its last line; a line to oneself is ignored.
    """
    tree = _acyclic(lines)
    members = (sorted(family) for family in nx.weakly_connected_components(tree))
    families = [_family(tree.subgraph(family)) for family in sorted(members, key=lambda one: (-len(one), one))]
    area = sum(_wide(family) * _high(family) for family in families)
    widest = max([math.sqrt(area * _ASPECT), *(_wide(family) for family in families)])
    result: dict[str, tuple[float, float]] = {}
    left = top = height = 0.0
    for family in families:
        if left and left + _wide(family) > widest + 0.01:
            left, top, height = 0.0, top + height, 0.0
        shift = left - min(column for column, _ in family.values())
        result.update({node: (round(column + shift, 4), row + top) for node, (column, row) in family.items()})
        left += _wide(family)
        height = max(height, _high(family))
    return result


def _wide(family: Mapping[str, tuple[float, int]]) -> float:
    columns = [column for column, _ in family.values()]
    return max(columns) - min(columns) + 1.4


def _high(family: Mapping[str, tuple[float, int]]) -> float:
    return max(row for _, row in family.values()) + 1.3


def _acyclic(lines: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    tree: nx.DiGraph[str] = nx.DiGraph()
    for parent, child in sorted(set(lines)):
        tree.add_nodes_from((parent, child))
        if parent != child and not nx.has_path(tree, child, parent):
            tree.add_edge(parent, child)
    return tree


def _family(tree: nx.DiGraph[str]) -> dict[str, tuple[float, int]]:
    row_of: dict[str, int] = {}
    for node in nx.lexicographical_topological_sort(tree):
        row_of[node] = max((row_of[parent] + 1 for parent in tree.predecessors(node)), default=0)
    # A root whose children stand far below moves down to them.
    for node in sorted(tree, key=lambda node: -row_of[node]):
        if not tree.in_degree(node) and tree.out_degree(node):
            row_of[node] = min(row_of[child] for child in tree.successors(node)) - 1
    _stack(tree, row_of)
    rows = [sorted(node for node in tree if row_of[node] == row) for row in range(max(row_of.values()) + 1)]
    columns = {node: float(place) for row in rows for place, node in enumerate(row)}
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        for row in rows if downwards else reversed(rows):
            wanted = {node: _mean(tree, node, columns, downwards) for node in row}
            row.sort(key=lambda node: (wanted[node], columns[node], node))
            columns.update(_apart(row, wanted))
    return {node: (columns[node], row_of[node]) for node in tree}


def _stack(tree: nx.DiGraph[str], row_of: dict[str, int]) -> None:
    """Many roots of one child alone stand in several rows above it, many leaves below; no row runs off the page."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for node in sorted(tree):
        if not tree.in_degree(node) and tree.out_degree(node) == 1:
            above[next(iter(tree.successors(node)))].append(node)
        elif not tree.out_degree(node) and tree.in_degree(node) == 1:
            below[next(iter(tree.predecessors(node)))].append(node)
    for groups, step in ((above, -1), (below, 1)):
        for members in groups.values():
            each = math.ceil(len(members) / math.ceil(len(members) / _WIDEST))
            for place, node in enumerate(members):
                row_of[node] += step * (place // each)
    least = min(row_of.values())
    for node in row_of:
        row_of[node] -= least


def _mean(tree: nx.DiGraph[str], node: str, columns: Mapping[str, float], upwards: bool) -> float:
    near = list(tree.predecessors(node) if upwards else tree.successors(node))
    return sum(columns[other] for other in near) / len(near) if near else columns[node]


def _apart(row: Sequence[str], wanted: Mapping[str, float]) -> dict[str, float]:
    """As near to what is wanted as the order and a distance of one column allow (least squares, pool adjacent)."""
    blocks: list[tuple[float, int]] = []  # mean of (wanted - place in row), size
    for place, node in enumerate(row):
        mean, size = wanted[node] - place, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    offsets = [mean for mean, size in blocks for _ in range(size)]
    return {node: round(offset + place, 4) for place, (node, offset) in enumerate(zip(row, offsets, strict=True))}
