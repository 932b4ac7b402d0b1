"""Where each page of a site lies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

_FOLDERS = {"person": "people", "organization": "organizations", "unit": "organizations", "skill": "skills"}
_PLAIN = re.compile(r"[a-z0-9-]{1,64}")


def folder(kind: str) -> str:
    """The folder of a kind's pages."""
    return _FOLDERS.get(kind, "things")


def slug(iri: str) -> str:
    """A file name for a node: the last part of its IRI if that is plain, else made plain and given a hash."""
    last = re.split(r"[/#:]", iri.rstrip("/#"))[-1]
    if _PLAIN.fullmatch(last):
        return last
    ascii_only = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:51]
    return f"{words}-{sha256(iri.encode('utf-8', 'replace')).hexdigest()[:12]}".lstrip("-")


def addresses(nodes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The address of each node's page, relative to the site, without a suffix; `nodes` are (IRI, kind).

    No two are alike: of nodes whose last parts agree all but the first (by IRI) carry a hash.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for iri, kind in sorted(nodes):
        address = f"{folder(kind)}/{slug(iri)}"
        if address in taken:
            address = f"{address[:80]}-{sha256(iri.encode('utf-8', 'replace')).hexdigest()[:12]}"
        taken.add(address)
        given[iri] = address
    return given
