"""GraphML and GEXF, for Gephi, Cytoscape, yEd and the like: networkx writes, we make it the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.stores.store import Store

if TYPE_CHECKING:
    import networkx as nx

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(store: Store) -> Iterator[str]:
    """The network of people, organizations and skills as GraphML, line by line."""
    import networkx as nx

    for line in nx.generate_graphml(_plain(store), named_key_ids=True):
        yield f"{line}\n"


def gexf(store: Store) -> Iterator[str]:
    """The network of people, organizations and skills as GEXF 1.2, line by line."""
    import networkx as nx

    for line in nx.generate_gexf(_plain(store)):
        # networkx puts the day of writing in; the same graph is to give the same bytes
        yield f"{_MODIFIED.sub('', line)}\n"


def _plain(store: Store) -> nx.MultiDiGraph[str]:
    """The network with nodes and edges sorted and with attributes that XML can hold."""
    import networkx as nx

    from kg.analysis import network

    found = network(store)
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(found):
        plain.add_node(node, **_attributes(found.nodes[node]))
    for number, (source, target, key) in enumerate(sorted(found.edges(keys=True))):
        plain.add_edge(source, target, key=number, id=str(number), **_attributes(found.edges[source, target, key]))
    return plain


def _attributes(attributes: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _value(value) for name, value in sorted(attributes.items()) if value is not None and name != "id"}


def _value(value: Any) -> str | int | float | bool:  # noqa: ANN401 - networkx attributes may be anything
    if isinstance(value, bool | int | float):
        return value
    # a quote among the values goes by its words
    text = "; ".join(str(getattr(each, "text", each)) for each in value) if isinstance(value, tuple) else str(value)
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
