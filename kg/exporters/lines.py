"""Triples as N-Triples lines: what every writer sorts, groups and shortens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

# Triples one by one, or the N-Triples that a store makes of them.
Triples = Iterable[ox.Triple] | bytes

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def triple_lines(triples: Triples) -> list[str]:
    """Each triple once as an N-Triples line without its line break, sorted by code points."""
    written = triples if isinstance(triples, bytes) else ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return _sorted(written)


def quad_lines(quads: Iterable[ox.Quad]) -> list[str]:
    """Each quad once as an N-Quads line without its line break, sorted by code points: the canonical form."""
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return _sorted(written)


def _sorted(written: bytes) -> list[str]:
    """Each line once; text comes in long sorted runs, which sorting takes as they are."""
    lines = written.decode().split("\n")  # at "\n" alone, which keeps U+2028 inside its literal
    lines.sort()
    return [line for line, following in zip(lines, [*lines[1:], ""], strict=True) if line not in ("", following)]


def subjects(lines: Iterable[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sorted N-Triples lines as (subject, [(predicate, object), …]); the types of a subject come first."""
    current = ""
    pairs: list[tuple[str, str]] = []
    for line in lines:
        subject, predicate, value = line[:-2].split(" ", 2)
        if subject != current:
            if pairs:
                yield current, _types_first(pairs)
            current, pairs = subject, []
        pairs.append((predicate, value))
    if pairs:
        yield current, _types_first(pairs)


def _types_first(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    if pairs[0][0] < TYPE:
        pairs.sort(key=lambda pair: pair[0] != TYPE)
    return pairs


def literal(token: str) -> tuple[str, str, str]:
    """An N-Triples literal as (quoted lexical form, language or "", datatype IRI or "")."""
    end = token.rindex('"') + 1
    quoted, rest = token[:end], token[end:]
    if rest.startswith("@"):
        return quoted, rest[1:], ""
    return quoted, "", rest[3:-1]
