"""Build the networkx graph from what a store holds."""

from __future__ import annotations

import networkx as nx

from kg.analysis import entities, facts
from kg.analysis.patterns import constructed
from kg.analysis.statements import Descriptions, descriptions, quotes
from kg.analysis.walks import find, neighbourhood
from kg.stores import Store


def network(
    store: Store, *, around: str | None = None, hops: int | None = None, construct: str | None = None
) -> nx.MultiDiGraph[str]:
    """The graph of a store as networkx knows graphs; nodes are IRIs.

    Node attributes: `label`, `named` (False where no document states a name and the label stands in), `type` (a name in
    `KINDS`), `names` (other names), `lines` (what is said about it alone), `links` (addresses).
    Edge attributes: `relation` (a name in `RELATIONS`), `weight`, `title`, `when` (EDTF), `start` and `end` (ISO, as
    precise as stated, "" where not), `current`, `as_of` (the date it was so), `place` (a name), `notes`, `quotes`
    (`Quote`s).
    Each edge is one statement of the documents, its key the statement's IRI; derived triples are not repeated.

    `around` (an IRI or a name) keeps what lies within `hops` edges (default 1). `construct` is a CONSTRUCT query: the
    edges are then its triples. UnknownError and UsageError as `find`; QueryError from the store.
    """
    described = descriptions(store, "entities")
    whole = _stated(store, described) if construct is None else constructed(store.query(construct), described)
    if around is None:
        return whole
    return neighbourhood(whole, find(whole, around), 1 if hops is None else hops)


def _stated(store: Store, described: Descriptions) -> nx.MultiDiGraph[str]:
    statements = descriptions(store, "statements")
    evidence = quotes(store)
    found = [*facts.edges(statements, described, evidence), *facts.parts(described)]
    kinds: dict[str, str] = {}
    for fact in found:
        kinds.setdefault(fact.source, fact.source_kind)
        kinds.setdefault(fact.target, fact.target_kind)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    wanted = facts.connected(found, kinds)
    for node in sorted(wanted | entities.people(described)):
        kind = kinds.get(node, "person")
        graph.add_node(node, **entities.attributes(node, kind, described.get(node, {}), statements.get(node, {})))
    for fact in sorted(found, key=lambda fact: (fact.source, fact.target, fact.key)):
        if fact.source in wanted and fact.target in wanted:
            graph.add_edge(fact.source, fact.target, key=fact.key, **fact.attributes())
    return graph
