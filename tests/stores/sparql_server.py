"""A SPARQL 1.1 server for tests: http.server in front of a pyoxigraph store, on the loopback interface."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox


class Handler(BaseHTTPRequestHandler):
    store: ox.Store
    requests: list[str]

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.requests.append(text)
        try:
            if self.headers["Content-Type"].startswith("application/sparql-update"):
                self.store.update(text)
                self._answer(204, b"", "text/plain")
            else:
                self._query(text)
        except SyntaxError as error:
            self._answer(400, str(error).encode(), "text/plain")

    def _query(self, text: str) -> None:
        results = self.store.query(text, use_default_graph_as_union="FROM" not in text)
        if isinstance(results, ox.QueryTriples):
            self._answer(200, results.serialize(format=ox.RdfFormat.N_TRIPLES), "application/n-triples")
        else:
            body = results.serialize(format=ox.QueryResultsFormat.JSON)
            self._answer(200, body, "application/sparql-results+json")

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[tuple[str, type[Handler]]]:
    """The address of a fresh server, and its handler class (which holds the store and what was asked)."""
    handler = type("Fresh", (Handler,), {"store": ox.Store(), "requests": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
