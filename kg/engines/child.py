"""A worker process that can be killed, because native code can be neither interrupted nor limited from inside.

The process runs `kg.engines.worker`, never the caller's main module: a script without an `if __name__ == "__main__"`
guard and a notebook work like any other caller.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from kg.engines.frames import receive, send

R = TypeVar("R")


class Overtime(Exception):  # noqa: N818 - says what happened; callers turn it into an error of ours
    """A call took longer than it was given; its process is gone."""


class Death(Exception):  # noqa: N818 - as above
    """The process died in the middle of a call: out of memory, or a crash in native code."""


class Child:
    """One worker process, started at the first call and again after each death. One caller at a time."""

    def __init__(self, memory: int = 2 << 30) -> None:
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def call(self, function: Callable[..., R], *arguments: object, seconds: float) -> R:
        """What a function of an importable module returns for the arguments, computed in the process.

        Raises what the function raises if that is a KgError or MemoryError, else Fault; Overtime; Death.
        """
        with self._lock:
            process = self._running()
            late = threading.Event()
            timer = threading.Timer(seconds, _stop, (process, late))
            timer.start()
            try:
                succeeded, result = _exchange(process, function, arguments)
            except (EOFError, OSError) as error:
                self._discard()
                raise (Overtime if late.is_set() else Death)(getattr(function, "__name__", "call")) from error
            except BaseException:
                self._discard()
                raise
            finally:
                timer.cancel()
            if not succeeded:
                raise result
            return result  # type: ignore[no-any-return] # what the function returned

    def close(self) -> None:
        """End the process; a later call starts another."""
        self._discard()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._discard()
            environment = os.environ | {"PYTHONPATH": os.pathsep.join(path or os.curdir for path in sys.path)}
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
                [sys.executable, "-m", "kg.engines.worker", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        return self._process

    def _discard(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # flushing to a dead reader
                if pipe:
                    pipe.close()
        process.wait()

    def __del__(self) -> None:
        self._discard()


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: subprocess.Popen[bytes], function: Callable[..., R], arguments: tuple[object, ...]) -> Any:  # noqa: ANN401
    if process.stdin is None or process.stdout is None:
        raise EOFError
    send(process.stdin, (function, arguments))
    return receive(process.stdout)
