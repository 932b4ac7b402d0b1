"""Ask a graph a named question and print the answer."""

from __future__ import annotations

from kg import queries
from kg.cli.answers import print_answer
from kg.cli.opened import opened
from kg.exporters.selection import base


def print_question(
    graph: str, name: str, values: dict[str, str] | None = None, *, form: str = "table", as_json: bool = False
) -> None:
    """Print the answer of the graph at an address; errors as `queries.ask`."""
    with opened(graph) as store:
        rows = queries.ask(store, name, **(values or {}))
        print_answer(rows, "json" if as_json else form, base(store))
