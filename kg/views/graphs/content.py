"""What a page of a graph holds: its facts in columns, what is shown first and where, what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.graphs.arrange import along, arranged
from kg.views.graphs.beginning import Beginning
from kg.views.graphs.compact import compact
from kg.views.graphs.fitting import fitting
from kg.views.shell import encode

_BYTES = 400  # of a node, its share of the facts and their quotes included
_LEAST = 200_000  # bytes that a page of few nodes may take


def content(
    network: nx.MultiDiGraph[str],
    held: Sequence[str],
    begun: Beginning,
    pages: Mapping[str, str] | None = None,
    columns: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The content of a page that holds the nodes `held` of a network.

    `columns` are put beside the others. Quotes are all shortened alike until a node takes 400 bytes.
    """
    part = network if len(held) == len(network) else network.subgraph(held).copy()
    told, words = compact(part, held, pages)
    place = {node: index for index, node in enumerate(held)}
    picture = along(network, begun.ways) if begun.ways else arranged(network, begun.first)
    told |= {"total": len(network), **begun.chosen(held)}
    told["columns"] |= {
        "part": [place[node] for node in begun.first],
        "part_x": [picture.spots[node][0] for node in begun.first],
        "part_y": [picture.spots[node][1] for node in begun.first],
        "part_groups": [picture.community[node] for node in begun.first],
        "beyond": _beyond(network, place),
        **(columns or {}),
    }
    room = max(_BYTES * len(held), _LEAST) - len(encode(told).encode())
    told["columns"]["words"] = fitting(words, room)
    return told


def _beyond(network: nx.MultiDiGraph[str], place: Mapping[str, int]) -> dict[str, int]:
    """How many neighbours of a node are not in the page, where any are."""
    if len(place) == len(network):
        return {}
    counts = {node: len({other for other in nx.all_neighbors(network, node) if other not in place}) for node in place}
    return {str(place[node]): count for node, count in counts.items() if count}
