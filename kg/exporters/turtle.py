"""Turtle and TriG as a person would write them: sorted, grouped by subject, with prefixes, one property a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from kg.exporters.lines import TYPE, Triples, literal, subjects, triple_lines
from kg.exporters.names import Names

_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE = {f"{_XSD}integer": re.compile(r'"[+-]?[0-9]+"'), f"{_XSD}boolean": re.compile(r'"(?:true|false)"')}


def turtle(triples: Triples, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write triples as Turtle, piece by piece; the same set of triples gives the same text."""
    names = Names(prefixes)
    body = list(_blocks(triple_lines(triples), names, indent=""))
    yield from _header(names)
    yield from body


def trig(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write quads as TriG, piece by piece: the default graph first, then the named graphs by their IRIs."""
    names = Names(prefixes)
    body: list[str] = []
    graphs = sorted(quads, key=_graph)
    for name, group in groupby(graphs, key=_graph):
        lines = triple_lines(quad.triple for quad in group)
        if not name:
            body += _blocks(lines, names, indent="")
            continue
        body.append(f"\n{names.turtle(name)} {{\n")
        body += _blocks(lines, names, indent="    ")
        body.append("}\n")
    yield from _header(names)
    yield from body


def _graph(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def _header(names: Names) -> Iterator[str]:
    for prefix, namespace in names.used.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _blocks(lines: Iterable[str], names: Names, *, indent: str) -> Iterator[str]:
    terms = _Terms(names)
    separator = f" ;\n{indent}    "
    for subject, pairs in subjects(lines):
        verbs: list[str] = []
        last = ""
        for predicate, value in pairs:
            if predicate == last:
                verbs[-1] += f", {terms[value]}"
            else:
                verbs.append(f"{'a' if predicate == TYPE else terms[predicate]} {terms[value]}")
                last = predicate
        yield f"\n{indent}{terms[subject]} {separator.join(verbs)} .\n"


class _Terms(dict[str, str]):
    """N-Triples tokens as Turtle writes them, each worked out once."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, token: str) -> str:
        term = self[token] = self._write(token)
        return term

    def _write(self, token: str) -> str:
        if token[0] == "<":
            return self._names.turtle(token)
        if token[0] != '"' or token[-1] == '"':
            return token
        quoted, language, datatype = literal(token)
        if language:
            return token
        if (bare := _BARE.get(datatype)) and bare.fullmatch(quoted):
            return quoted[1:-1]
        return f"{quoted}^^{self._names.turtle(f'<{datatype}>')}"
