"""`kg view`: draw the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import put


def view(
    out: Annotated[str, typer.Argument(metavar="OUT.html", help="The page to write.")],
    graph: Graph = DEFAULT_GRAPH,
    around: Annotated[
        str | None, typer.Option(metavar="WHO", help="Only what surrounds this person, organization or skill.")
    ] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="WHO WHOM", help="Only the ways that lead from one to another.")
    ] = None,
    hops: Annotated[int | None, typer.Option(help="How far around it.", min=1, max=6)] = None,
    construct: Annotated[
        str | None, typer.Option(metavar="QUERY", help="Draw what a CONSTRUCT query (text, file or -) gives.")
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="VIEW",
            help="graph (above 1,000 things as large), large, timeline, genealogy, profile (of --around), report.",
        ),
    ] = "graph",
    sources: Annotated[
        list[Path] | None,
        typer.Option("--source", metavar="PATH", help="Documents whose texts a profile shows, with its facts marked."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
) -> None:
    """Draw the graph as one HTML file that needs no network."""
    from kg import views
    from kg.cli.query import read_query

    with opened(graph) as store:
        query = None if construct is None else read_query(construct)
        page = views.draw(
            store,
            kind=kind,
            around=around,
            hops=hops,
            between=between,
            construct=query,
            title=title,
            sources=sources or (),
        )
        put(f"{page.save(out)}\n")
