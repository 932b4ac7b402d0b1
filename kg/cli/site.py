"""`kg site`: all of the graph as linked pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import put


def site(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write; an older site in it is replaced.")],
    graph: Graph = DEFAULT_GRAPH,
    sources: Annotated[
        list[Path] | None,
        typer.Option("--source", metavar="PATH", help="Documents whose texts the pages show, with their facts marked."),
    ] = None,
    title: Annotated[str, typer.Option(help="The title of the front page.")] = "People, organizations and skills",
) -> None:
    """Write the whole graph as linked pages with search, for any static host; Turtle and JSON-LD beside each page."""
    from kg import views

    with opened(graph) as store:
        written = views.site(store, out, title=title, texts=views.texts(sources or ()))
    put(f"{written.folder / 'index.html'} ({written.pages:,} pages, {written.size / 1e6:,.1f} MB)\n")
