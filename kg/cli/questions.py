"""`kg questions`: what can be asked by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Json
from kg.cli.terminal import put

if TYPE_CHECKING:
    from kg.queries import Question


def questions(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this question, with its SPARQL.")] = None,
    as_json: Json = False,
) -> None:
    """List the named questions, or tell everything about one of them."""
    from kg.queries import QUESTIONS, find

    chosen = [find(name)] if name else list(QUESTIONS.values())
    if as_json:
        put(json.dumps([_described(each) for each in chosen], ensure_ascii=False, indent=2) + "\n")
    elif name:
        _print_one(chosen[0])
    else:
        from kg.cli.tables import print_table

        print_table(("name", "question", "parameters"), [(each.name, each.title, _usage(each)) for each in chosen])


def _usage(question: Question) -> str:
    return " ".join(f"--{p.name}" if p.required else f"[--{p.name}]" for p in question.parameters)


def _print_one(question: Question) -> None:
    put(f"{question.name}: {question.title}\n{question.description}\n")
    for each in question.parameters:
        need = "required" if each.required else f"default {each.default}" if each.default else "optional"
        put(f"  --{each.name} ({each.kind}, {need}) {each.description}\n")
    put(f"\n{question.text}")


def _described(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "title": question.title,
        "description": question.description,
        "parameters": [
            {
                "name": each.name,
                "kind": str(each.kind),
                "required": each.required,
                "default": each.default,
                "description": each.description,
            }
            for each in question.parameters
        ],
        "query": question.text,
    }
