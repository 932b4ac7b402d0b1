"""Ask a store one of the named questions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pyoxigraph as ox

from kg.queries.called import resolve
from kg.queries.catalogue import find
from kg.queries.question import Question
from kg.stores.results import Row, Rows, Term
from kg.stores.store import Store


def ask(store: Store, name: str, /, **parameters: object) -> Rows:
    """Answer a named question.

    Names of people, organizations and skills are looked up without regard to case, among every name and alias in the
    graph; an IRI, or an object with an `iri`, does as well. A name that several things have is asked of each in turn.
    Raises UnknownError for a question that does not exist and for a name that nothing in the graph has, QueryError
    for parameters that are missing or wrong.
    """
    question = find(name)
    variables: tuple[str, ...] = ()
    rows: dict[Row, None] = {}
    for values in _choices(store, question, question.bind(parameters)):
        answer = store.evaluate(question.text, values)
        if not isinstance(answer, Rows):
            raise TypeError(f"the question {question.name} is no SELECT")
        variables = answer.variables
        rows.update(dict.fromkeys(answer))
    return Rows(variables, tuple(rows))


def _choices(store: Store, question: Question, given: dict[str, ox.Literal]) -> Iterator[dict[str, Term]]:
    """The terms to bind: names are replaced by what they name, one choice for each combination."""
    kinds = {each.variable: each.kind for each in question.parameters}
    meant: list[list[Term]] = [
        [*resolve(store, kinds[variable], literal.value)] if kinds[variable].named else [literal]
        for variable, literal in given.items()
    ]
    for terms in product(*meant):
        yield dict(zip(given, terms, strict=True))
