"""Bind the parameters of a query: the variable gives way to the term, token by token.

pyoxigraph's own substitutions need the variable in the projection (impossible beside GROUP BY) and other servers have
none. Here the term is put where the variable stands as a token, never inside a string, name or comment, in the form in
which pyoxigraph prints and escapes it; so no value can become code.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import QueryError
from kg.stores.results import Term
from kg.stores.tokens import Token, TokenKind, tokens

_LISTS = frozenset({"select", "group", "order"})  # clauses in which a bare variable may stand, but no bare term
_CLAUSES = frozenset({"where", "having", "limit", "offset", "values", "from", "construct", "describe", "ask"})


def bind(query: str, parameters: Mapping[str, Term]) -> str:
    """The query with each parameter's variable replaced by its term; QueryError for a parameter it does not have."""
    if not parameters:
        return query
    stream = list(tokens(query))
    wanted = {f"?{name}": str(term) for name, term in parameters.items()}
    used = {_name(token) for token in stream if token.kind is TokenKind.VARIABLE}
    if missing := sorted(name for name in wanted if name not in used):
        raise QueryError(f"the query has no variable {', '.join(missing)}")
    return "".join(_replaced(stream, wanted))


def _name(token: Token) -> str:
    return "?" + token.text[1:]


def _replaced(stream: list[Token], wanted: Mapping[str, str]) -> list[str]:
    """The texts of the tokens, with terms for variables as the place in the query demands."""
    output = [token.text for token in stream]
    clause, before = "", ""
    depth = opened = 0
    for index, token in enumerate(stream):
        if token.kind in (TokenKind.SPACE, TokenKind.COMMENT):
            continue
        word = token.text.casefold()
        depth += (word in {"(", "{"}) - (word in {")", "}"})
        if word in _LISTS:
            clause, opened = word, depth
        elif word in _CLAUSES or word == "{" or depth < opened:
            clause = ""
        if token.kind is TokenKind.VARIABLE and (term := wanted.get(_name(token))) is not None:
            output[index] = _form(token, term, clause if depth == opened else "", before)
        before = word
    return _without_bound(stream, output, wanted)


def _form(token: Token, term: str, clause: str, before: str) -> str:
    if before == "as":
        raise QueryError(f"the query gives ?{token.text[1:]} a value itself; it cannot be a parameter")
    if clause == "select":
        return f"({term} AS {token.text})"
    return f"({term})" if clause else term


def _without_bound(stream: list[Token], output: list[str], wanted: Mapping[str, str]) -> list[str]:
    """BOUND takes a variable only: of a parameter it is true."""
    solid = [i for i, token in enumerate(stream) if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT)]
    for a, b, c, d in zip(solid, solid[1:], solid[2:], solid[3:], strict=False):
        variable = stream[c].kind is TokenKind.VARIABLE and _name(stream[c]) in wanted
        if stream[a].text.casefold() == "bound" and stream[b].text == "(" and variable and stream[d].text == ")":
            output[a], output[b], output[c], output[d] = " true ", "", "", ""
    return output
