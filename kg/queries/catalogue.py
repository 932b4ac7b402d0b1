"""The questions we ship, read when asked for."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from kg.errors import UnknownError
from kg.queries.question import Question, parse

_FOLDER = resources.files(__package__).joinpath("questions")


class Catalogue(Mapping[str, Question]):
    """Name → question; each file is read the first time its question is wanted."""

    def __getitem__(self, name: str) -> Question:
        if name not in _names():
            raise KeyError(name)
        return _read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())


QUESTIONS: Mapping[str, Question] = Catalogue()


def find(name: str) -> Question:
    """The question of that name ("works_now" is "works-now"); UnknownError with the nearest names if there is none."""
    wanted = name.strip().casefold().replace("_", "-").replace(" ", "-")
    if wanted in QUESTIONS:
        return QUESTIONS[wanted]
    near = difflib.get_close_matches(wanted, QUESTIONS, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "list them with: kg questions"
    raise UnknownError(f"no question is called {name!r}; {hint}")


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(file.name.removesuffix(".rq") for file in _FOLDER.iterdir() if file.name.endswith(".rq")))


@cache
def _read(name: str) -> Question:
    return parse(name, _FOLDER.joinpath(f"{name}.rq").read_text("utf-8"))
