"""RDF/XML, for tools that read nothing newer: sorted and grouped by subject (W3C RDF 1.1 XML Syntax)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.errors import FormatError
from kg.exporters.compaction import unquote
from kg.exporters.lines import Triples, literal, subjects, triple_lines
from kg.exporters.names import split_for_xml

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rdfxml(triples: Triples, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write triples as RDF/XML, piece by piece.

    FormatError where XML cannot hold them: a property whose IRI ends in no XML name, a control character in a literal.
    """
    lines = triple_lines(triples)
    names = _Elements(prefixes, (line.split(" ", 2)[1][1:-1] for line in lines))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in names.declared.items():
        yield f"\n    xmlns:{prefix}={quoteattr(namespace)}"
    yield ">\n"
    for subject, pairs in subjects(lines):
        yield f"  <rdf:Description {_reference(subject, 'about')}>\n"
        for predicate, value in pairs:
            yield f"    {_property(names.elements[predicate[1:-1]], value)}\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


class _Elements:
    """The element name of each property, and the namespaces these names need."""

    def __init__(self, prefixes: Mapping[str, str], predicates: Iterable[str]) -> None:
        known = {namespace: prefix for prefix, namespace in sorted(prefixes.items(), reverse=True)}
        known[_RDF] = "rdf"
        self.elements: dict[str, str] = {}
        declared = {"rdf": _RDF}
        for iri in sorted(set(predicates)):
            parts = split_for_xml(iri)
            if parts is None:
                raise FormatError(f"RDF/XML cannot hold the property {iri}: its end is no XML name; use Turtle")
            prefix = known.setdefault(parts[0], f"ns{len(declared)}")
            declared[prefix] = parts[0]
            self.elements[iri] = f"{prefix}:{parts[1]}"
        self.declared = dict(sorted(declared.items()))


def _reference(token: str, attribute: str) -> str:
    if token[0] == "_":
        return f"rdf:nodeID={quoteattr(token[2:])}"
    return f"rdf:{attribute}={quoteattr(token[1:-1])}"


def _property(element: str, token: str) -> str:
    if token[0] != '"':
        return f"<{element} {_reference(token, 'resource')}/>"
    quoted, language, datatype = literal(token)
    text = unquote(quoted)
    if found := _ILLEGAL.search(text):
        raise FormatError(f"RDF/XML cannot hold the character U+{ord(found[0]):04X} in a literal; use Turtle")
    attribute = f" xml:lang={quoteattr(language)}" if language else ""
    if datatype:
        attribute = f" rdf:datatype={quoteattr(datatype)}"
    # XML readers turn a bare carriage return into a line feed
    return f"<{element}{attribute}>{escape(text, {chr(13): '&#13;'})}</{element}>"
