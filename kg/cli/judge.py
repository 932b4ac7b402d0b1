"""`kg judge`: say who is who."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_GRAPH, Graph, Json
from kg.cli.terminal import one_line, put, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


class _Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    WITHDRAW = "withdraw"


def judge(
    verdict: Annotated[
        _Verdict | None,
        typer.Argument(metavar="same|different|withdraw", help="What the two are, or that nobody may have said so."),
    ] = None,
    left: Annotated[str | None, typer.Argument(metavar="ONE", help="A name, the id of a mention, or an IRI.")] = None,
    right: Annotated[str | None, typer.Argument(metavar="OTHER", help="Likewise.")] = None,
    graph: Graph = DEFAULT_GRAPH,
    by: Annotated[str, typer.Option(help="Who decides.")] = "person",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    suggest: Annotated[bool, typer.Option("--suggest", help="List pairs that look alike, and judge nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Say that two people or organizations are the same or different; it outranks every rule.

    It holds when documents are read anew or replaced, until it is withdrawn.
    """
    import kg

    if suggest is not (verdict is None):
        raise UsageError("say what two things are, as in: kg judge same ONE OTHER; or ask with: kg judge --suggest")
    if verdict is not None and (left is None or right is None):
        raise UsageError(f"name two things, as in: kg judge {verdict.value} ONE OTHER")
    with kg.open(graph) as judged:
        if verdict is None or left is None or right is None:
            _print_suggestions(judged, as_json=as_json)
            return
        if verdict is _Verdict.WITHDRAW:
            judged.withdraw(left, right)
        else:
            judged.judge(left, right, verdict.value, by=by, reason=reason)
    said = "are not judged any more" if verdict is _Verdict.WITHDRAW else f"are {verdict.value}"
    if not as_json:
        put(f"{one_line(graph)}: {one_line(left)} and {one_line(right)} {said}\n")


def _print_suggestions(judged: KnowledgeGraph, *, as_json: bool) -> None:
    from kg.cli.tables import print_table

    judged.store.graphs()  # so that a graph that is not there is named
    rows = [
        (each.score, one.kind.value, one.label, other.label, one.mentions[0], other.mentions[0])
        for each in judged.suggest()
        for one, other in [(each.left, each.right)]
    ]
    columns = ("alike", "kind", "one", "other", "mention", "other_mention")
    if as_json:
        put(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=2) + "\n")
    elif rows:
        shown = [(f"{score:.0f}", *rest) for score, *rest in rows]
        print_table([column.replace("_", " ") for column in columns], shown)
    else:
        say("no two things look alike")
