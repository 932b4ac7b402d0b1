"""`kg view`: draw the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import put
from kg.errors import UsageError


def view(
    out: Annotated[str, typer.Argument(metavar="OUT.html", help="The page to write.")],
    graph: Graph = DEFAULT_GRAPH,
    around: Annotated[
        str | None, typer.Option(metavar="WHO", help="Only what surrounds this person, organization or skill.")
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
            help="graph, large (many thousands), timeline, genealogy, profile (of --around) or report.",
        ),
    ] = "graph",
    sources: Annotated[
        list[Path] | None,
        typer.Option("--source", metavar="PATH", help="Documents whose texts a profile shows, with its facts marked."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
) -> None:
    """Draw the graph as one HTML file that needs no network."""
    if around is not None and construct is not None:
        raise UsageError("--around and --construct exclude each other")
    if hops is not None and around is None:
        raise UsageError("--hops needs --around")
    from kg import views
    from kg.cli.query import read_query

    with opened(graph) as store:
        query = None if construct is None else read_query(construct)
        page = views.draw(
            store, kind=kind, around=around, hops=hops, construct=query, title=title, sources=sources or ()
        )
        put(f"{page.save(out)}\n")
