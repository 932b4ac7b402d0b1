"""Options that several verbs share."""

from __future__ import annotations

from typing import Annotated

import typer

Graph = Annotated[
    str,
    typer.Option(
        "--graph",
        "-g",
        envvar="KG_GRAPH",
        metavar="GRAPH",
        help="The graph: a folder, or the URL of a SPARQL endpoint.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
DEFAULT_GRAPH = "people.kg"
