"""Write what a query answers: rows as CSV, TSV or JSON (W3C SPARQL 1.1 results), triples as Turtle or JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.errors import FormatError
from kg.exporters.tables import cell
from kg.stores.results import Results, Rows, Term, Triples, Truth

ROW_FORMATS: tuple[str, ...] = ("csv", "tsv", "json")
TRIPLE_FORMATS: tuple[str, ...] = ("turtle", "jsonld", "ntriples")
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def answer(results: Results, format: str, base: str) -> Iterator[str]:  # noqa: A002 - the word everybody looks for
    """The answer as text, piece by piece; FormatError for a format that cannot hold this kind of answer."""
    if isinstance(results, Triples):
        return _triples(results, format, base)
    if format == "json":
        return iter([_truth(results)]) if isinstance(results, Truth) else json_rows(results)
    if isinstance(results, Truth):
        return iter([f"{str(results.value).lower()}\n"])
    if format == "csv":
        return csv_rows(results)
    if format == "tsv":
        return tsv_rows(results)
    raise FormatError(f"rows cannot be written as {format!r}; use one of {', '.join(ROW_FORMATS)}")


def csv_rows(rows: Rows) -> Iterator[str]:
    """SPARQL 1.1 Query Results CSV: plain values, lines ending in CR LF."""
    yield _csv(rows.variables)
    for row in rows:
        yield _csv(cell(term) for term in row)


def tsv_rows(rows: Rows) -> Iterator[str]:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle."""
    yield "\t".join(f"?{name}" for name in rows.variables) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


def json_rows(rows: Rows) -> Iterator[str]:
    """SPARQL 1.1 Query Results JSON, one solution a line."""
    yield f'{{"head": {{"vars": {json.dumps(list(rows.variables))}}}, "results": {{"bindings": ['
    before = "\n"
    for row in rows:
        bound = {name: _term(term) for name, term in zip(rows.variables, row, strict=True) if term is not None}
        yield before + json.dumps(bound, ensure_ascii=False)
        before = ",\n"
    yield "\n]}}\n"


def _truth(truth: Truth) -> str:
    return json.dumps({"head": {}, "boolean": truth.value}) + "\n"


def _term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        raise FormatError("SPARQL results JSON cannot hold a triple as a value")
    described = {"type": "literal", "value": term.value}
    if term.language:
        return described | {"xml:lang": term.language}
    if term.datatype.value in (_XSD_STRING, _LANG_STRING):
        return described
    return described | {"datatype": term.datatype.value}


def _triples(triples: Triples, format: str, base: str) -> Iterator[str]:  # noqa: A002
    from kg.exporters.vocabulary import context, prefixes

    if format == "turtle":
        from kg.exporters.turtle import turtle

        return turtle(triples, prefixes(base))
    if format == "jsonld":
        from kg.exporters.jsonld import jsonld

        return jsonld(triples, context(base))
    if format == "ntriples":
        from kg.exporters.lines import triple_lines

        return (f"{line}\n" for line in triple_lines(triples))
    raise FormatError(f"triples cannot be written as {format!r}; use one of {', '.join(TRIPLE_FORMATS)}")


def _csv(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
