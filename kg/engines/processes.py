"""Several worker processes on this machine, each document within a time and a memory limit."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from kg.engines.child import Child, Death, Overtime
from kg.engines.frames import Fault
from kg.errors import DocumentError, LimitError
from kg.model import Document

R = TypeVar("R")


class Processes:
    """Applies the function in up to `workers` processes (all processors by default).

    A document that takes longer than `seconds` or needs more than `memory` bytes fails alone: its process is replaced
    and the others go on. Results come in the order of the documents, whatever the number of workers.
    """

    def __init__(self, workers: int | None = None, *, seconds: float = 60.0, memory: int = 2 << 30) -> None:
        self.workers = workers or os.cpu_count() or 1
        self.seconds = seconds
        self.memory = memory

    def apply(self, function: Callable[[Document], R], documents: Iterable[Document]) -> Iterator[R | DocumentError]:
        """See Engine.apply; at most four documents per worker are in flight, so that a corpus never is in memory."""
        children = [Child(self.memory) for _ in range(self.workers)]
        idle: SimpleQueue[Child] = SimpleQueue()
        for child in children:
            idle.put(child)
        flight: deque[Future[R | DocumentError]] = deque()
        stopped = threading.Event()

        def work(document: Document) -> R | DocumentError:
            child = idle.get()
            try:
                if stopped.is_set():
                    return DocumentError(document.source, "not read: the run was stopped")
                return self._apply_one(child, function, document)
            finally:
                idle.put(child)

        with ThreadPoolExecutor(self.workers) as threads:
            try:
                for document in documents:
                    flight.append(threads.submit(work, document))
                    if len(flight) >= 4 * self.workers:
                        yield flight.popleft().result()
                while flight:
                    yield flight.popleft().result()
            finally:
                stopped.set()
                for child in children:
                    child.close()

    def _apply_one(self, child: Child, function: Callable[[Document], R], document: Document) -> R | DocumentError:
        try:
            return child.call(function, document, seconds=self.seconds)
        except DocumentError as error:
            return error
        except Fault as fault:
            return DocumentError(document.source, f"cannot be read because of a fault of ours: {fault}")
        except Overtime:
            return LimitError(document.source, f"takes longer than {self.seconds:g} s to read")
        except (Death, MemoryError):
            return LimitError(document.source, f"its worker died (limit {self.memory >> 20} MiB of memory)")
