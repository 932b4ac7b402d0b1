"""How many there are of each kind, in words."""

from __future__ import annotations

import networkx as nx

from kg.analysis import KINDS


def counted(network: nx.MultiDiGraph[str]) -> str:
    """The kinds there are, in the order of the legend, such as "19 people · 1 unit"; "nothing yet" of none."""
    kinds = [said["type"] for _, said in network.nodes(data=True)]
    numbers = [(kinds.count(kind.name), kind) for kind in KINDS.values()]
    words = [f"{count:,} {kind.plural if count > 1 else kind.name}" for count, kind in numbers if count]
    return " · ".join(words) or "nothing yet"
