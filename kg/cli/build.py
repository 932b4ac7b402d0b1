"""`kg build`: documents into a graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.codes import FINDINGS
from kg.cli.options import DEFAULT_GRAPH, Graph, Json
from kg.cli.terminal import lively, one_line, put, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import Report


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Documents, folders or zip archives.")],
    graph: Graph = DEFAULT_GRAPH,
    base: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="The namespace of a new graph's own things."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take documents into a graph, which is made if it is not there; safe to run again.

    What has not changed is left alone, what has changed is replaced. A document that cannot be read is named on
    stderr, the others go on, and the exit code is 1.
    """
    import kg

    with kg.open(graph, base=base) as built, _progress() as notice:
        report = built.add(*paths, notice=notice)
    for failure in report.failed:
        say(f"kg: {failure}")
    if as_json:
        put(json.dumps(_described(report), ensure_ascii=False, indent=2) + "\n")
    else:
        put(f"{one_line(graph)}: {report}\n")
    if report.failed:
        raise typer.Exit(FINDINGS)
    if not (report.added or report.replaced or report.unchanged):
        raise UsageError(f"no documents in {', '.join(paths)}")


def _described(report: Report) -> dict[str, object]:
    failed = [{"source": failure.source, "reason": failure.reason} for failure in report.failed]
    return {"added": report.added, "replaced": report.replaced, "unchanged": report.unchanged, "failed": failed}


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Tell which document is done, on one line of stderr that comes and goes; nothing if that is no terminal."""
    if not lively(sys.stderr):
        yield lambda _source: None
        return
    from rich.console import Console
    from rich.text import Text

    done = 0
    with Console(stderr=True).status("") as status:

        def notice(source: str) -> None:
            nonlocal done
            done += 1
            status.update(Text(f"{done} documents, {one_line(source)}"))

        yield notice
