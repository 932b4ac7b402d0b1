"""Any server that speaks the SPARQL 1.1 protocol.

The server must serve the union of its named graphs as its default graph (Oxigraph: `--union-default-graph`; Fuseki:
`tdb2:unionDefaultGraph`; `kg serve` always does). Time and memory limits are the server's own; ours bound the wait.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import httpx
import pyoxigraph as ox

from kg.errors import QueryError, QueryLimitError, StoreError
from kg.stores import guard
from kg.stores.failures import syntax
from kg.stores.parameters import bind
from kg.stores.prefixes import prefixes
from kg.stores.results import Results, Rows, Term, Triples, wrap
from kg.stores.store import NOTHING, USUAL, Change, Limits
from kg.stores.updates import render

_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"
_PATIENCE = 600.0  # seconds for our own queries and updates
_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_OF_GRAPH = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"


class Sparql:
    """A server at an address; updates go to the same one, or to ".../update" beside ".../query"."""

    def __init__(self, address: str) -> None:
        url = httpx.URL(address)
        self.address = str(url.copy_with(username=None, password=None))
        self._query = address
        self._update = re.sub(r"/query$", "/update", address)
        self._client = httpx.Client(headers={"User-Agent": "people-kg"}, trust_env=False)

    def exists(self) -> bool:
        """See Store.exists."""
        return True

    def query(self, text: str, parameters: Mapping[str, Term] = NOTHING, limits: Limits = USUAL) -> Results:
        """See Store.query."""
        bound = bind(text, parameters)
        guard.check(bound)
        results = self._ask(bound, limits.seconds)
        if limits.rows is None or not isinstance(results, Rows | Triples):
            return results
        found = list(islice(results, limits.rows + 1))
        kept, truncated = found[: limits.rows], len(found) > limits.rows
        if isinstance(results, Rows):
            return Rows(results.variables, kept, truncated)  # type: ignore[arg-type]
        return Triples(kept, truncated)  # type: ignore[arg-type]

    def evaluate(self, text: str, parameters: Mapping[str, Term] = NOTHING) -> Results:
        """See Store.evaluate."""
        return self._ask(bind(text, parameters), _PATIENCE)

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """See Store.quads."""
        results = self._ask(_QUADS if graph is None else bind(_OF_GRAPH, {"g": graph}), _PATIENCE)
        for row in results if isinstance(results, Rows) else ():
            yield ox.Quad(row[0], row[1], row[2], row[3] if graph is None else graph)  # type: ignore[arg-type]

    def dump(self, graph: ox.NamedNode) -> bytes:
        """See Store.dump."""
        return ox.serialize((quad.triple for quad in self.quads(graph)), format=ox.RdfFormat.N_TRIPLES) or b""

    def copy(self) -> ox.Store:
        """See Store.copy."""
        copy = ox.Store()
        copy.bulk_extend(self.quads())
        return copy

    def graphs(self) -> list[ox.NamedNode]:
        """See Store.graphs."""
        results = self._ask(_GRAPHS, _PATIENCE)
        names = [row[0] for row in results] if isinstance(results, Rows) else []
        return sorted((name for name in names if isinstance(name, ox.NamedNode)), key=lambda name: name.value)

    def claim(self) -> None:
        """See Store.claim; a server orders its writers itself."""

    def apply(self, change: Change) -> None:
        """See Store.apply; one request, which a server executes as one transaction."""
        if change:
            self._post(self._update, "application/sparql-update", render(change), _PATIENCE)

    def flush(self) -> None:
        """See Store.flush; the server has answered, so it has it."""

    def compact(self) -> None:
        """See Store.compact; the files are the server's. Have it compacted there after forgetting."""

    def traces(self, texts: Iterable[str]) -> list[str]:  # noqa: ARG002 - the files are the server's
        """See Store.traces."""
        return []

    def close(self) -> None:
        """See Store.close."""
        self._client.close()

    def _ask(self, text: str, seconds: float) -> Results:
        declared = " ".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in prefixes().items())
        reply = self._post(self._query, "application/sparql-query", f"{declared}\n{text}", seconds)
        if reply.status_code == httpx.codes.BAD_REQUEST:
            raise _complaint(text, reply.text)
        kind = reply.headers.get("content-type", "").partition(";")[0].strip()
        try:
            if media := ox.QueryResultsFormat.from_media_type(kind):
                return wrap(ox.parse_query_results(reply.content, format=media))
            if form := ox.RdfFormat.from_media_type(kind):
                return Triples(quad.triple for quad in ox.parse(reply.content, format=form))
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError(f"{self.address}: the server's answer cannot be read: {error}") from error
        raise StoreError(f"{self.address}: no SPARQL server: it answers with {kind or 'no media type'}")

    def _post(self, url: str, kind: str, text: str, seconds: float) -> httpx.Response:
        headers = {"Content-Type": f"{kind}; charset=utf-8", "Accept": _ACCEPT}
        try:
            reply = self._client.post(url, content=text.encode(), headers=headers, timeout=seconds)
        except httpx.TimeoutException:
            raise QueryLimitError(f"{self.address}: no answer within {seconds:g} s") from None
        except httpx.HTTPError as error:
            raise StoreError(f"{self.address}: cannot be reached ({error})") from None
        refused_query = reply.status_code == httpx.codes.BAD_REQUEST and kind.endswith("query")
        if not reply.is_success and not refused_query:
            raise StoreError(f"{self.address}: the server refuses ({reply.status_code} {reply.reason_phrase})")
        return reply


def _complaint(text: str, message: str) -> QueryError:
    """The server's complaint about the query; its lines count from our line of prefixes."""
    if found := re.search(r"(?:at |line )(\d+)(?::|, column:? )(\d+)", message):
        return syntax(text, SyntaxError(f"error at {int(found[1]) - 1}:{found[2]}: expected something else"))
    return syntax(text, SyntaxError(message[:200]))
