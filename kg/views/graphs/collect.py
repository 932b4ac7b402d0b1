"""Hand nodes to pyvis and take them back in the shape vis-network reads.

Only pyvis' `Network` is used, as the collector it is. Its own page is never rendered: that one lets the words of a
document run as script, asks other hosts for files and writes beside the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import Any

from kg.errors import OutputError
from kg.views.palette import look


def collected(nodes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The nodes as vis-network takes them; ids are the places in `nodes`, which have `kind`, `text` and `size`."""
    from pyvis.network import Network  # a second of imports, only for those who draw

    net = Network(directed=True)
    for place, node in enumerate(nodes):
        style = look(node["kind"])
        net.add_node(place, label=node["text"], shape=style.shape, color=style.light, size=node["size"], physics=False)
    drawn, *_ = net.get_network_data()
    return list(drawn)


def library() -> str:
    """The script of vis-network that the installed pyvis carries. OutputError where it carries none."""
    folder = resources.files("pyvis") / "lib"
    versions = sorted(place.name for place in folder.iterdir() if place.name.startswith("vis-"))
    for version in reversed(versions):
        script = folder / version / "vis-network.min.js"
        if script.is_file():
            return script.read_text("utf-8")
    raise OutputError("the installed pyvis carries no vis-network; reinstall it")
