"""`kg report`: the graph in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import put


def report(
    out: Annotated[str, typer.Argument(metavar="OUT.html", help="The page to write.")] = "report.html",
    graph: Graph = DEFAULT_GRAPH,
    _html: Annotated[bool, typer.Option("--html", help="As HTML, which is how it is written anyway.")] = True,
    sources: Annotated[
        list[Path] | None,
        typer.Option("--source", metavar="PATH", help="Documents in which to look for lines that no fact rests on."),
    ] = None,
) -> None:
    """Write the graph in numbers and charts as one HTML file: employers, schools, skills by year, how good it is."""
    from kg import views

    with opened(graph) as store:
        page = views.draw(store, kind="report", sources=sources or ())
    put(f"{page.save(out)}\n")
