"""Ask a store one of the named questions."""

from __future__ import annotations

import difflib
from functools import cache
from importlib import resources

import pyoxigraph as ox

from kg.errors import UnknownError
from kg.queries.catalogue import find
from kg.queries.question import Kind, Parameter, Question
from kg.stores.results import Rows
from kg.stores.store import Store


def ask(store: Store, name: str, /, **parameters: object) -> Rows:
    """Answer a named question.

    Names of people, organizations and skills are compared without regard to case, with every name and alias in the
    graph; an IRI, or an object with an `iri`, does as well. Raises UnknownError for a question that does not exist and
    for a name that nothing in the graph has, QueryError for parameters that are missing or wrong.
    """
    question = find(name)
    bound = question.bind(parameters)
    answer = store.evaluate(question.text, bound)
    if not isinstance(answer, Rows):
        raise TypeError(f"the question {question.name} is no SELECT")
    rows = tuple(answer)
    if not rows:
        _check_names(store, question, bound)
    return Rows(answer.variables, rows)


def _check_names(store: Store, question: Question, bound: dict[str, ox.Literal]) -> None:
    """Raise UnknownError if there are no rows because a name is unknown; nothing known of a known name is an answer."""
    for parameter in question.parameters:
        if parameter.kind.named and parameter.variable in bound:
            _check_name(store, parameter, bound[parameter.variable].value)


def _check_name(store: Store, parameter: Parameter, wanted: str) -> None:
    answer = store.evaluate(_names_query(parameter.kind))
    if not isinstance(answer, Rows):
        raise TypeError("the query of names is no SELECT")
    known: dict[str, str] = {}
    for thing, name in answer:
        if not isinstance(thing, ox.NamedNode) or not isinstance(name, ox.Literal):
            continue
        if wanted == thing.value or wanted.lower() == name.value.lower():
            return
        known.setdefault(name.value.lower(), name.value)
    near = [known[key] for key in difflib.get_close_matches(wanted.lower(), sorted(known), n=3)]
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UnknownError(f"no {parameter.kind} in this graph is called {wanted!r}{hint}")


@cache
def _names_query(kind: Kind) -> str:
    return resources.files(__package__).joinpath("names", f"{kind}.rq").read_text("utf-8")
