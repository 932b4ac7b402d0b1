"""A JSON-LD context read backwards: from IRIs and literals to the terms and values that stand for them.

Knows what our contexts use: prefixes, `@vocab`, keyword aliases, and terms with `@id`, `@type`, `@language` and
`@container: @set` (W3C JSON-LD 1.1 §4). Other containers, reverse and scoped terms are never chosen for a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.errors import FormatError
from kg.exporters.lines import literal

Json = dict[str, Any] | list[Any] | str | int | bool

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Compaction:
    """Turns N-Triples tokens into compact JSON-LD under one context."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._prefixes: dict[str, str] = {}
        self._terms: dict[str, dict[str, str]] = {}
        self._words: dict[str, str] = {}
        self._sets: set[str] = set()
        self._context = context
        self._values: dict[tuple[str, str], tuple[str, Json]] = {}
        self.id = "@id"
        self.type = "@type"
        for term, definition in sorted(context.items()):
            self._learn(term, definition)

    def _learn(self, term: str, definition: object) -> None:
        if term.startswith("@") or definition is None:
            return
        if isinstance(definition, str):
            definition = {"@id": definition}
        if not isinstance(definition, Mapping):
            raise FormatError(f"the JSON-LD context defines {term!r} by something that is no definition")
        target = definition.get("@id", term)
        if target == "@id":
            self.id = term
        elif target == "@type":
            self.type = term
        elif not target.startswith("@") and "@reverse" not in definition:
            self._learn_word(term, self._expand(target), definition)

    def _learn_word(self, term: str, iri: str, definition: Mapping[str, Any]) -> None:
        if set(definition) <= {"@id", "@prefix"} and iri.endswith(("/", "#")):
            self._prefixes.setdefault(iri, term)
            return
        container = definition.get("@container")
        if container not in (None, "@set", ["@set"]):
            return
        if container:
            self._sets.add(term)
        coercion = definition.get("@type", "")
        if coercion not in ("", "@id", "@vocab"):
            coercion = self._expand(coercion)
        if "@language" in definition:
            coercion = f"@{definition['@language'] or ''}"
        self._terms.setdefault(iri, {}).setdefault(coercion, term)
        self._words.setdefault(iri, term)

    def _expand(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        base = self._context.get(prefix) if colon else self._context.get("@vocab")
        if isinstance(base, Mapping):
            base = base.get("@id")
        if not isinstance(base, str) or local.startswith("//"):
            return name
        return (self._expand(base) if base != name else base) + (local if colon else name)

    def is_set(self, key: str) -> bool:
        """Whether the context asks for an array even around one value."""
        return key in self._sets

    def node(self, token: str) -> str:
        """A subject or object, `<iri>` or `_:b`, as the value of `@id`."""
        return token if token[0] == "_" else self._iri(token[1:-1])

    def word(self, iri: str) -> str:
        """A class or property as `@type` or a key names it: a term, a compact IRI, or the IRI."""
        return self._words.get(iri) or self._key(iri)

    def value(self, predicate: str, token: str) -> tuple[str, Json]:
        """One object of a predicate (an IRI without brackets) as (key, value)."""
        known = self._values.get((predicate, token))
        if known is None:
            known = self._values[predicate, token] = self._value(predicate, token)
        return known

    def _value(self, predicate: str, token: str) -> tuple[str, Json]:
        terms = self._terms.get(predicate, {})
        if token[0] != '"':
            if "@id" in terms:
                return terms["@id"], self.node(token)
            if "@vocab" in terms and token[0] == "<":
                return terms["@vocab"], self.word(token[1:-1])
            return self._any(predicate, terms), {"@id": self.node(token)}
        quoted, language, datatype = literal(token)
        text = unquote(quoted)
        if language:
            return self._localized(predicate, terms, text, language)
        if datatype:
            return self._typed(predicate, terms, text, datatype)
        if "" in terms and "@language" not in self._context:
            return terms[""], text
        if not terms and "@language" not in self._context:
            return self._key(predicate), text
        return self._any(predicate, terms), {"@value": text}

    def _localized(self, predicate: str, terms: Mapping[str, str], text: str, language: str) -> tuple[str, Json]:
        if f"@{language}" in terms:
            return terms[f"@{language}"], text
        return self._any(predicate, terms), {"@language": language, "@value": text}

    def _typed(self, predicate: str, terms: Mapping[str, str], text: str, datatype: str) -> tuple[str, Json]:
        if datatype in terms:
            return terms[datatype], text
        key = terms.get("") or ("" if terms else self._key(predicate))
        if key and datatype == f"{_XSD}integer" and _INTEGER.fullmatch(text):
            return key, int(text)
        if key and datatype == f"{_XSD}boolean" and text in ("true", "false"):
            return key, text == "true"
        return self._any(predicate, terms), {"@type": self.word(datatype), "@value": text}

    def _any(self, predicate: str, terms: Mapping[str, str]) -> str:
        # an object with "@id" or "@value" is taken as it stands, whatever the term coerces strings to
        return next(iter(terms.values()), None) or self._key(predicate)

    def _key(self, iri: str) -> str:
        short = self._iri(iri)
        return iri if short in self._context else short

    def _iri(self, iri: str) -> str:
        cut = len(iri)
        while (cut := max(iri.rfind("#", 0, cut), iri.rfind("/", 0, cut))) > 0:
            prefix = self._prefixes.get(iri[: cut + 1])
            if prefix and not iri.startswith("//", cut + 1):
                return f"{prefix}:{iri[cut + 1 :]}"
        scheme, _, rest = iri.partition(":")
        if scheme in self._context and not rest.startswith("//"):
            raise FormatError(f"JSON-LD cannot hold the IRI {iri}: it begins like the prefix {scheme!r} of the context")
        return iri


def unquote(quoted: str) -> str:
    """The characters of a quoted N-Triples string."""
    return _ESCAPE.sub(_character, quoted[1:-1]) if "\\" in quoted else quoted[1:-1]


def _character(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPED.get(code, code)
