"""A named question: SPARQL in a file, with a comment header that says what it asks and which parameters it takes.

::

    # title: Who has used a skill, in what, and when?
    # description: Used at work, in research or in a project.
    # parameter: skill (skill, required) The skill, by name, other name or IRI.
    # parameter: months (integer, default 24) The least number of months.

A parameter `as-of` is the variable `$given_as_of` in the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pyoxigraph as ox

from kg.errors import QueryError

_XSD = "http://www.w3.org/2001/XMLSchema#"
_HEADER = re.compile(r"# (\w+): (.*)")
_PARAMETER = re.compile(r"([a-z][a-z-]*) \((\w+), (?:(required)|(optional)|default ([^)]*))\) (.*)")
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)


class Kind(StrEnum):
    """What a parameter is: a name (of a person, organization or skill), a text, a number or a day."""

    PERSON = "person"
    ORGANIZATION = "organization"
    SKILL = "skill"
    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"

    @property
    def named(self) -> bool:
        """Whether the value is the name of something in the graph."""
        return self in (Kind.PERSON, Kind.ORGANIZATION, Kind.SKILL)


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question; `default` is None where there is none."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    default: str | None = None

    @property
    def variable(self) -> str:
        """The variable that stands for it in the text, without its mark."""
        return f"given_{self.name.replace('-', '_')}"

    def term(self, value: object) -> ox.Literal:
        """The value as the literal to bind, a thing with an `iri` as that; QueryError if it is not of the kind."""
        text = unicodedata.normalize("NFC", str(getattr(value, "iri", value))).strip()
        try:
            return self._literal(text)
        except ValueError as error:
            raise QueryError(f"--{self.name} must be {_WANTED[self.kind]}, not {text!r}") from error

    def _literal(self, text: str) -> ox.Literal:
        if self.kind is Kind.INTEGER:
            if not _INTEGER.fullmatch(text):
                raise ValueError(text)
            return ox.Literal(int(text))
        if self.kind is Kind.DATE:
            return ox.Literal(date.fromisoformat(text).isoformat(), datatype=ox.NamedNode(f"{_XSD}date"))
        if not text:
            raise ValueError(text)
        return ox.Literal(text)


_WANTED = {
    Kind.INTEGER: "a whole number",
    Kind.DATE: "a day such as 2025-12-31",
    Kind.TEXT: "a text",
    Kind.PERSON: "a name",
    Kind.ORGANIZATION: "a name",
    Kind.SKILL: "a name",
}


@dataclass(frozen=True)
class Question:
    """A question by name: what it asks, what it takes, and the SPARQL that answers it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: dict[str, object]) -> dict[str, ox.Literal]:
        """Variable → literal for the values (by parameter name, "as-of" or "as_of") and the defaults.

        None counts as not given. QueryError for a parameter that is missing, unknown or of the wrong kind.
        """
        given = {name.replace("_", "-"): value for name, value in values.items() if value is not None}
        if unknown := sorted(given.keys() - {each.name for each in self.parameters}):
            takes = ", ".join(f"--{each.name}" for each in self.parameters) or "no parameters"
            raise QueryError(f"the question {self.name} takes {takes}, not --{unknown[0]}")
        bound = {}
        for each in self.parameters:
            value = given.get(each.name, each.default)
            if value is not None:
                bound[each.variable] = each.term(value)
            elif each.required:
                raise QueryError(f"the question {self.name} needs --{each.name}: {each.description}")
        return bound


def parse(name: str, text: str) -> Question:
    """Read a question from the text of its file; ValueError if the header is not as it should be."""
    header: dict[str, str] = {}
    parameters = []
    for line in text.split("\n"):
        if not (match := _HEADER.fullmatch(line)):
            break
        if match[1] == "parameter":
            parameters.append(_parameter(name, match[2]))
        else:
            header[match[1]] = match[2]
    if header.keys() != {"title", "description"}:
        raise ValueError(f"the question {name} needs a title and a description, and nothing else")
    return Question(name, header["title"], header["description"], tuple(parameters), text)


def _parameter(question: str, text: str) -> Parameter:
    if not (match := _PARAMETER.fullmatch(text)):
        raise ValueError(f"the question {question} has a parameter that cannot be read: {text}")
    name, kind, required, _, default, description = match.groups()
    return Parameter(name, Kind(kind), description, bool(required), default)
