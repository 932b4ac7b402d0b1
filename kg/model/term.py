"""Which term of the ontology a class or field of the model stands for."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Term:
    """Says in a field's annotation which property or properties of `ontology/kg.ttl` state it."""

    iris: tuple[str, ...]

    def __init__(self, *iris: str) -> None:
        object.__setattr__(self, "iris", iris)


def terms_of(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Field name → the IRIs of its properties, for every field of a model that states one."""
    return {
        name: mark.iris
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Term)
    }
