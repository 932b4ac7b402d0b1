"""Literals, safe at the border: whatever a document holds, every format can write it and read it back."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from kg.model import PartialDate
from kg.terms import EDTF, XSD

# What XML cannot hold (RDF/XML, SPARQL results) and lone surrogates, which UTF-8 cannot.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_URI = ox.NamedNode(XSD.anyURI)
_DATE = ox.NamedNode(XSD.date)
_EDTF = ox.NamedNode(EDTF.EDTF)
_LABEL_LENGTH = 120


def clean(text: str) -> str:
    """The text with a replacement character for each one that no format holds; its length does not change."""
    return _UNWRITABLE.sub("\ufffd", text)


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(clean(value))


def label(value: str) -> ox.Literal:
    """A string to show: one line, of at most 120 characters."""
    line = " ".join(clean(value).split())
    return ox.Literal(line if len(line) <= _LABEL_LENGTH else line[: _LABEL_LENGTH - 1].rstrip() + "…")


def uri(value: str) -> ox.Literal:
    """An address as a literal: what a document writes is not trusted as an IRI."""
    return ox.Literal(clean(value), datatype=_URI)


def edtf(value: str | PartialDate) -> ox.Literal:
    """A date or interval in the Extended Date/Time Format (Library of Congress, level 1)."""
    return ox.Literal(str(value), datatype=_EDTF)


@lru_cache(maxsize=4096)
def day(value: date) -> ox.Literal:
    """A day."""
    return ox.Literal(value.isoformat(), datatype=_DATE)


def number(value: int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(value)


def truth(value: bool) -> ox.Literal:
    """True or false."""
    return ox.Literal(value)


@lru_cache(maxsize=4096)
def term(iri: str) -> ox.NamedNode:
    """A term of a vocabulary as a node; ValueError for what is no absolute IRI."""
    return ox.NamedNode(iri)
