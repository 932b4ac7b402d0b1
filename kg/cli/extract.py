"""`kg extract`: the facts of documents as JSON, without a graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from kg.cli.codes import FINDINGS
from kg.cli.tables import print_table
from kg.cli.terminal import one_line, put, say
from kg.errors import DocumentError, FormatError, UsageError

if TYPE_CHECKING:
    from kg.model import Profile

T = TypeVar("T")
_ELLIPSIS = " … "


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Documents, folders or zip archives.")],
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", help="jsonl (one object a line) or json (one array).")
    ] = "jsonl",
    whole: Annotated[bool, typer.Option("--whole", help="Everything read, not only the common form.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tell which rule saw what, in which words.")] = False,
) -> None:
    """Print the facts of documents as JSON, each with the words that say so.

    A document that cannot be read is named on stderr, the others go on, and the exit code is 1.
    """
    if format not in ("jsonl", "json"):
        raise FormatError(f"facts cannot be printed as {format!r}; use jsonl or json")
    from kg.cli.facts import facts

    failures: list[DocumentError] = []
    if explain:
        _explain(files, failures)
        return
    objects = (facts(profile, whole=whole) for profile in _profiles(files, failures))
    count = _print_array(objects) if format == "json" else _print_lines(objects)
    if failures:
        raise typer.Exit(FINDINGS)
    if not count:
        raise UsageError(f"no documents in {', '.join(files)}")


def _profiles(files: list[str], failures: list[DocumentError]) -> Iterator[Profile]:
    from kg import pipeline

    return _readable(pipeline.profiles(files), failures)


def _readable(found: Iterable[T | DocumentError], failures: list[DocumentError]) -> Iterator[T]:
    """What could be read; what could not is named."""
    for each in found:
        if isinstance(each, DocumentError):
            failures.append(each)
            say(f"kg: {each}")
        else:
            yield each


def _explain(files: list[str], failures: list[DocumentError]) -> None:
    from kg import pipeline

    for source, sightings in _readable(pipeline.explain(files), failures):
        put(f"{one_line(source)}\n")
        rows = [
            (sighting.rule, sighting.kind, sighting.told, one_line(_ELLIPSIS.join(e.quote for e in sighting.evidence)))
            for sighting in sightings
        ]
        print_table(("rule", "kind", "saw", "in"), rows)
    if failures:
        raise typer.Exit(FINDINGS)


def _print_lines(objects: Iterable[dict[str, Any]]) -> int:
    count = 0
    for each in objects:
        put(json.dumps(each, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        count += 1
    return count


def _print_array(objects: Iterable[dict[str, Any]]) -> int:
    count = 0
    put("[")
    for each in objects:
        put((",\n" if count else "\n") + json.dumps(each, ensure_ascii=False, indent=2))
        count += 1
    put("\n]\n")
    return count
