"""The gate in front of the parser: what may be asked at all.

A query of a few kilobytes can overflow the parser's stack, and SERVICE would let it open sockets; neither can be
caught once the parser has the text. So the text is looked at first, as tokens. The gate may refuse a query that would
have been harmless; it must never pass one that reaches the network, writes, or nests without end.
"""

from __future__ import annotations

from kg.errors import QueryError
from kg.stores.tokens import Token, TokenKind, place, tokens

LENGTH = 64 * 1024  # bytes
DEPTH = 128  # brackets inside brackets
OPERATORS = 2000  # each one may cost the parser a stack frame
_QUERY_FORMS = frozenset({"select", "ask", "construct", "describe"})
_UPDATE_FORMS = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"})
_OPENING, _CLOSING = frozenset("{([") | {"<<"}, frozenset("})]") | {">>"}
_OPERATOR_MARKS = frozenset({"&&", "||", "!", "+", "-", "*", "/", "|", "^", "^^", "=", "!=", "<", ">", "<=", ">="})


def check(query: str) -> None:
    """Pass a query that may be parsed; else QueryError with the line and column of what is in the way."""
    if len(query) > LENGTH or len(query.encode("utf-8", "replace")) > LENGTH:
        raise QueryError(f"the query is longer than {LENGTH // 1024} KiB")
    depth = operators = 0
    form = ""
    for token in tokens(query):
        if token.kind is TokenKind.MARK:
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            operators += token.text in _OPERATOR_MARKS
        elif token.kind is TokenKind.WORD:
            _check_word(query, token)
            operators += token.text.casefold() in {"union", "not", "in", "optional"}
            form = form or _form(query, token)
        elif token.kind is TokenKind.NAME:
            _check_word(query, token)
        elif token.kind is TokenKind.STRAY:
            raise _refusal(query, token, f"unexpected {token.text!r}")
        if depth > DEPTH:
            raise _refusal(query, token, f"brackets nested deeper than {DEPTH}")
        if operators > OPERATORS:
            raise _refusal(query, token, f"more than {OPERATORS} operators")
    if not form:
        raise QueryError("no query here: it needs SELECT, ASK, CONSTRUCT or DESCRIBE")


def _check_word(query: str, token: Token) -> None:
    """Refuse SERVICE however it is glued to its neighbours ("trueSERVICE:x" parses), and the words of updates."""
    word = token.text.casefold()
    if token.kind is TokenKind.NAME:
        if "service" in word.partition(":")[0]:
            raise _refusal(query, token, "SERVICE is off: a query reaches no other server")
    elif "service" in word:
        raise _refusal(query, token, "SERVICE is off: a query reaches no other server")
    elif word in _UPDATE_FORMS:
        raise _refusal(query, token, f"{token.text.upper()} is an update; only queries are answered here")


def _form(query: str, token: Token) -> str:
    """The query form if the word is one, "" while still in the prologue."""
    word = token.text.casefold()
    if word in _QUERY_FORMS:
        return word
    if word in {"prefix", "base", "version"}:
        return ""
    raise _refusal(query, token, f"a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {token.text!r}")


def _refusal(query: str, token: Token, reason: str) -> QueryError:
    line, column = place(query, token.start)
    return QueryError(f"line {line}, column {column}: {reason}", line=line, column=column)
