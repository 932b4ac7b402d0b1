"""IRIs in short: prefix and local name."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_XML_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")


class Names:
    """Shortens IRIs by a table of prefixes and remembers which prefixes it used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in sorted(prefixes.items(), reverse=True)}
        self._used: dict[str, str] = {}

    @property
    def used(self) -> dict[str, str]:
        """The prefixes used so far and their namespaces, sorted by prefix."""
        return dict(sorted(self._used.items()))

    def turtle(self, token: str) -> str:
        """`<iri>` as Turtle writes it: `prefix:local` where the local name needs no escape, else unchanged."""
        iri = token[1:-1]
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        namespace, local = iri[:cut], iri[cut:]
        prefix = self._prefixes.get(namespace)
        if prefix is None or not _LOCAL.fullmatch(local):
            return token
        self._used[prefix] = namespace
        return f"{prefix}:{local}"


def split_for_xml(iri: str) -> tuple[str, str] | None:
    """An IRI as (namespace, XML name), or None where its end is no XML name."""
    match = _XML_LOCAL.search(iri)
    if match is None or match.start() == 0:
        return None
    return iri[: match.start()], match.group()
