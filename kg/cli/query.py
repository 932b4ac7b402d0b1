"""`kg query`: any SPARQL query."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph, Json
from kg.errors import QueryError, UnknownError

_SUFFIXES = (".rq", ".sparql", ".sparq", ".ru")


SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}


def query(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL, a file that holds it, or - for stdin.")],
    graph: Graph = DEFAULT_GRAPH,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format", "-f", help="table, csv, tsv, json; for CONSTRUCT and DESCRIBE turtle, jsonld, ntriples."
        ),
    ] = None,
    timeout: Annotated[float, typer.Option(help="Stop after so many seconds.", min=0.01)] = 60.0,
    as_json: Json = False,
) -> None:
    """Answer a SPARQL query. Prefixes such as kg:, schema: and org: are known; all graphs are seen as one.

    Every other option binds a variable: --who "Ada Example" or --skill skill:go stand for ?who and ?skill. Values are
    texts unless they are written as an IRI (<https://…>, skill:go), a literal ("2024-01-01"^^xsd:date) or a number.
    """
    from kg.cli.answers import print_answer
    from kg.cli.ask import parameters
    from kg.cli.terms import term
    from kg.exporters.selection import base
    from kg.stores.store import Limits

    given = {name.replace("-", "_"): term(name, value) for name, value in parameters(context.args, []).items()}
    with opened(graph) as store:
        results = store.query(read_query(text), given, Limits(seconds=timeout))
        print_answer(results, _format(format, as_json, results), base(store))


def _format(format: str | None, as_json: bool, results: object) -> str | None:  # noqa: A002
    from kg.stores.results import Triples

    if not as_json:
        return format
    return "jsonld" if isinstance(results, Triples) else "json"


def read_query(text: str) -> str:
    """The query that an argument gives: itself, the file it names, or stdin for "-"."""
    if text == "-":
        return _decoded(sys.stdin.buffer.read(), "stdin")
    if "\n" in text or "{" in text or len(os.fsencode(text)) > 1024:
        return text
    path = Path(text)
    if path.is_file():
        return _decoded(path.read_bytes(), text)
    if path.suffix.casefold() in _SUFFIXES:
        raise UnknownError(f"{text}: no such file")
    return text


def _decoded(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{source}: a query must be UTF-8; byte {error.start} is not") from error
