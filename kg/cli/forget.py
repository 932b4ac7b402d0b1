"""`kg forget`: a document, and everything that only it said."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import one_line, put


def forget(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A path, a file name, or the key of a document.")],
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Remove a document, so that the graph is as if it had never seen it and no byte of it stays in its files."""
    from kg import pipeline

    with opened(graph) as store:
        forgotten = pipeline.forget(store, source)
    names = f" ({', '.join(map(one_line, forgotten.names))})" if forgotten.names else ""
    put(f"{one_line(graph)}: forgot {forgotten.document}{names}\n")
