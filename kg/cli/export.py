"""`kg export`: the graph in a format others read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph
from kg.errors import FormatError, UsageError

if TYPE_CHECKING:
    from kg.stores import Store


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A file whose suffix names the format, or - for stdout.")],
    graph: Graph = DEFAULT_GRAPH,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="turtle, trig, ntriples, nquads, jsonld, jsonld-framed, rdfxml, csv, tables, graphml or gexf.",
        ),
    ] = None,
    canonical: Annotated[
        bool, typer.Option("--canonical", help="Sorted N-Quads of everything, by which two graphs are compared.")
    ] = False,
    with_ontology: Annotated[bool, typer.Option("--with-ontology", help="The vocabulary too.")] = False,
    table: Annotated[str | None, typer.Option(help="The table that csv writes (engagements unless named).")] = None,
    person: Annotated[
        list[str] | None, typer.Option(help="Only this person, by name or IRI (jsonld-framed); may be repeated.")
    ] = None,
) -> None:
    """Write the graph to a file, wholly or not at all.

    Formats without named graphs hold every triple once. The ontology comes along only when asked for; where the
    documents lie on this machine is never written.
    """
    if canonical and (format or table or person or with_ontology):
        raise UsageError("--canonical has one form only; leave the other options away")
    if out == "-" and not canonical and format is None:
        raise FormatError("name the format for stdout, as in: kg export - --format turtle")
    from kg.exporters import export as write

    with opened(graph) as store:
        if canonical:
            _write_canonical(store, out)
            return
        people = _iris(store, person) if person else None
        target = sys.stdout.buffer if out == "-" else out
        write(store, target, format, ontology=with_ontology, people=people, table=table)


def _write_canonical(store: Store, out: str) -> None:
    from kg.exporters import replacing
    from kg.stores.dump import canonical

    lines = (line.encode() for line in canonical(store))
    if out == "-":
        sys.stdout.buffer.writelines(lines)
        return
    with replacing(out) as stream:
        stream.writelines(lines)


def _iris(store: Store, names: list[str]) -> list[str]:
    from kg.queries import Kind, resolve

    return [person.value for name in names for person in resolve(store, Kind.PERSON, name)]
