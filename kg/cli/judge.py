"""`kg judge`: say who is who."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.cli.terminal import one_line, put


class _Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"


def judge(
    verdict: Annotated[_Verdict, typer.Argument(metavar="same|different", help="What the two are.")],
    left: Annotated[str, typer.Argument(metavar="ONE", help="A name, the id of a mention, or an IRI.")],
    right: Annotated[str, typer.Argument(metavar="OTHER", help="Likewise.")],
    graph: Graph = DEFAULT_GRAPH,
    by: Annotated[str, typer.Option(help="Who decides.")] = "person",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
) -> None:
    """Say that two people or organizations are the same or different; it outranks every rule."""
    import kg

    with kg.open(graph) as judged:
        judged.judge(left, right, verdict.value, by=by, reason=reason)
    put(f"{one_line(graph)}: {one_line(left)} and {one_line(right)} are {verdict.value}\n")
