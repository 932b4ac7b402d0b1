"""The graph as rdflib knows graphs, for people who come with that library."""

from __future__ import annotations

import pyoxigraph as ox
import rdflib

from kg.stores import Store
from kg.stores.dump import published
from kg.terms import PREFIXES


def dataset(store: Store) -> rdflib.Dataset:
    """A Dataset whose default graph is the union of all graphs, with our prefixes bound."""
    copy = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        copy.bind(prefix, namespace)
    for quad in published(store):
        graph = copy.graph(_node(quad.graph_name))
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return copy


def _node(term: object) -> rdflib.URIRef | rdflib.Literal:
    """The same term; literals keep the form in which they are written."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"no graph of ours holds a {type(term).__name__}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
