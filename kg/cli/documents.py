"""`kg documents`: what the graph is made of."""

from __future__ import annotations

from kg.cli.options import DEFAULT_GRAPH, Graph, Json


def documents(graph: Graph = DEFAULT_GRAPH, as_json: Json = False) -> None:
    """List the documents, whom they are about and how much they say."""
    from kg.cli.asking import print_question

    print_question(graph, "documents", as_json=as_json)
