"""Values on a command line as terms to bind in a query."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.errors import QueryError
from kg.stores.prefixes import prefixes
from kg.stores.results import Term

_NUMBER = re.compile(r"[+-]?(?:\d+|\d*\.\d+(?:[eE][+-]?\d+)?)", re.ASCII)
_NAME = re.compile(r"([a-z][a-z0-9]*):([\w-]+)", re.ASCII)


def term(name: str, value: str) -> Term:
    """The term that a value writes as SPARQL would, else the text itself.

    `<https://…>` and `skill:go` (a prefix that queries know) are IRIs, `"…"@en` and `"…"^^xsd:date` literals, 12, 1.5
    and true what they look like. QueryError for an IRI or a literal that is none.
    """
    if (match := _NAME.fullmatch(value)) and match[1] in prefixes():
        return ox.NamedNode(prefixes()[match[1]] + match[2])
    if not (value.startswith(("<", '"')) or _NUMBER.fullmatch(value) or value in ("true", "false")):
        return ox.Literal(value)
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes().items())
    try:
        quads = list(ox.parse(f"{declared}<urn:s> <urn:p> {value} .", format=ox.RdfFormat.TURTLE))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"--{name}: {value!r} is no IRI, literal or number") from error
    found = quads[0].object
    if len(quads) > 1 or not isinstance(found, ox.NamedNode | ox.Literal):
        raise QueryError(f"--{name} must be one term, not {value!r}")
    return found
