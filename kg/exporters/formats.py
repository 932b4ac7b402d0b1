"""The formats the graph is written in, by name and by suffix."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from kg.errors import FormatError


@dataclass(frozen=True)
class Format:
    """A format: `suffixes` choose it by file name, `media_type` names it on the web.

    `graphs` tells whether the format keeps the named graphs apart.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    graphs: bool = False


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("turtle", "Turtle", (".ttl",), "text/turtle"),
        Format("trig", "TriG", (".trig",), "application/trig", graphs=True),
        Format("ntriples", "N-Triples", (".nt",), "application/n-triples"),
        Format("nquads", "N-Quads", (".nq",), "application/n-quads", graphs=True),
        Format("jsonld", "JSON-LD, one node for each thing", (".jsonld", ".json"), "application/ld+json"),
        Format("jsonld-framed", "JSON-LD, one tree for each person", (), "application/ld+json"),
        Format("rdfxml", "RDF/XML", (".rdf", ".xml", ".owl"), "application/rdf+xml"),
        Format("csv", "CSV, one table", (".csv",), "text/csv"),
        Format("tables", "CSV, all tables in a folder or a .zip", (".zip",), "application/zip"),
        Format("graphml", "GraphML", (".graphml",), "application/graphml+xml"),
        Format("gexf", "GEXF", (".gexf",), "application/gexf+xml"),
    )
}


def find(name: str | None, path: str | PurePath | None = None) -> Format:
    """The format of that name or suffix, else by the suffix of the path; FormatError for one that nothing writes."""
    if name is not None:
        wanted = name.casefold().lstrip(".")
        for each in FORMATS.values():
            if wanted == each.name or f".{wanted}" in each.suffixes:
                return each
        raise FormatError(f"no format is called {name!r}; there are {', '.join(FORMATS)}")
    suffix = PurePath(path).suffix.casefold() if path is not None else ""
    for each in FORMATS.values():
        if suffix in each.suffixes:
            return each
    known = ", ".join(suffix for each in FORMATS.values() for suffix in each.suffixes)
    what = f"the suffix {suffix!r} names no format" if suffix else "no suffix names the format"
    raise FormatError(f"{what}; use one of {known}, or give the format")
