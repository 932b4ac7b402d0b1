"""Answer anybody's query in a worker process that is killed at its limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kg.engines import Child, Death, Fault, Overtime
from kg.errors import QueryLimitError, StoreError
from kg.stores import evaluation, guard
from kg.stores.evaluation import Key
from kg.stores.results import Results
from kg.stores.store import Limits

R = TypeVar("R")


class Sandbox:
    """A worker that answers queries, replaced when one of them kills it."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._memory = 0

    def over_folder(self, folder: str, key: Key, text: str, limits: Limits) -> Results:
        """The answer from a store on the disk, which the worker opens read-only; `key` changes with its content."""
        guard.check(text)
        return self._call(limits, evaluation.answer_folder, folder, key, text, limits.rows)

    def over_copy(self, key: Key, dump: Callable[[], bytes], text: str, limits: Limits) -> Results:
        """The answer from a store in this process's memory.

        No other process can open that, so the worker is given a copy (`dump`, as N-Quads) whenever `key` changes.
        """
        guard.check(text)
        answer = self._call(limits, evaluation.answer_held, key, text, limits.rows)
        if answer is None:
            self._call(limits, evaluation.hold, key, dump())
            answer = self._call(limits, evaluation.answer_held, key, text, limits.rows)
        if answer is None:
            raise StoreError("the query worker lost its copy of the graph; try again")
        return answer

    def close(self) -> None:
        """End the worker."""
        if self._child:
            self._child.close()
            self._child = None

    def _call(self, limits: Limits, function: Callable[..., R], *arguments: object) -> R:
        if self._child is None or self._memory != limits.memory:
            self.close()
            self._child, self._memory = Child(limits.memory), limits.memory
        try:
            return self._child.call(function, *arguments, seconds=limits.seconds)
        except Overtime:
            raise QueryLimitError(f"the query was stopped after {limits.seconds:g} s; make it more specific") from None
        except (Death, MemoryError):
            reason = f"the query needs more than {limits.memory >> 20} MiB of memory, or is too complex to evaluate"
            raise QueryLimitError(reason) from None
        except Fault as fault:
            raise StoreError(f"the query could not be evaluated: {fault}") from None
