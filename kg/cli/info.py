"""`kg info`: the graph in numbers."""

from __future__ import annotations

from kg.cli.options import DEFAULT_GRAPH, Graph, Json


def info(graph: Graph = DEFAULT_GRAPH, as_json: Json = False) -> None:
    """Count what the graph holds."""
    from kg.cli.asking import print_question

    print_question(graph, "summary", as_json=as_json)
