"""`kg ask`: a named question, its parameters bound."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import DEFAULT_GRAPH, Graph, Json
from kg.errors import QueryError

SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}


def ask(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A question; kg questions lists them.")],
    graph: Graph = DEFAULT_GRAPH,
    format: Annotated[str, typer.Option("--format", "-f", help="table, csv, tsv or json.")] = "table",  # noqa: A002
    as_json: Json = False,
) -> None:
    """Answer a named question, such as: kg ask used-skill --skill Kubernetes.

    The parameters of the question are options (kg questions NAME tells them); values without an option are given to
    the parameters in their order.
    """
    from kg import queries
    from kg.cli.asking import print_question

    question = queries.find(name)
    values = parameters(context.args, [each.name for each in question.parameters])
    print_question(graph, question.name, values, form=format, as_json=as_json)


def parameters(arguments: list[str], names: list[str]) -> dict[str, str]:
    """Values by parameter from `--name value`, `--name=value`, or a bare value for the next parameter not yet given."""
    given: dict[str, str] = {}
    bare: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("--"):
            bare.append(argument)
            continue
        name, equals, value = argument.removeprefix("--").partition("=")
        value = value if equals else next(rest, "")
        if name in given:
            raise QueryError(f"--{name} is given twice")
        if not value:
            raise QueryError(f"--{name} needs a value")
        given[name] = value
    free = [name for name in names if name not in given]
    if len(bare) > len(free):
        raise QueryError(f"no parameter is left for {bare[len(free)]!r}")
    return given | dict(zip(free, bare, strict=False))
