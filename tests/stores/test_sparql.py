"""Servers: what goes wrong on the way to them."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from kg import stores
from kg.errors import QueryError, QueryLimitError, StoreError
from kg.stores import Change, Limits


def test_nobody_there_is_one_line() -> None:
    store = stores.open("http://127.0.0.1:9/sparql")
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        store.query("ASK {}")
    assert "\n" not in str(caught.value)
    store.close()


def test_a_password_in_the_address_is_not_shown() -> None:
    store = stores.open("http://ada:secret@127.0.0.1:9/sparql")
    assert "secret" not in store.address
    store.close()


def test_a_web_page_is_no_sparql_server(server: tuple[str, type], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server[1], "_query", lambda self, _text: self._answer(200, b"<html>", "text/html"))
    store = stores.open(server[0])
    with pytest.raises(StoreError, match="no SPARQL server"):
        store.query("ASK {}")
    monkeypatch.setattr(server[1], "_query", lambda self, _text: self._answer(500, b"oops", "text/plain"))
    with pytest.raises(StoreError, match="500"):
        store.query("ASK {}")
    store.close()


def test_a_slow_server_is_waited_for_as_long_as_allowed(
    server: tuple[str, type], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(self: BaseHTTPRequestHandler, _text: str) -> None:
        self.connection.settimeout(2)
        self.rfile.read(1)

    monkeypatch.setattr(server[1], "_query", never)
    store = stores.open(server[0])
    with pytest.raises(QueryLimitError):
        store.query("ASK {}", limits=Limits(seconds=0.2))
    store.close()


def test_hostile_queries_never_reach_the_server(server: tuple[str, type]) -> None:
    store = stores.open(server[0])
    with pytest.raises(QueryError):
        store.query("SELECT * { SERVICE <http://127.0.0.1:9/> {} }")
    assert server[1].requests == []
    store.apply(Change())
    assert server[1].requests == []
    store.close()
