"""The version of everything a graph depends on beside its documents."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from kg import __version__, ontology
from kg.rdf.rules import rules


@cache
def fingerprint() -> str:
    """The version of the software, and a hash of the vocabulary, the name lists and the rules it comes with."""
    state = blake2b(digest_size=8)
    for path in sorted(ontology.folder().glob("*.ttl")):
        state.update(path.name.encode() + b"\0" + path.read_bytes())
    for rule in rules():
        state.update(f"{rule.graph}/{rule.name}\0{rule.text}".encode())
    return f"{__version__}+{state.hexdigest()}"
