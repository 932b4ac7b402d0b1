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
_PATIENCE = 60.0  # seconds for the interpreter to start, even on a machine that has other things to do


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
            self._start()
            succeeded, result = self._exchange((function, arguments), seconds)
            if not succeeded:
                raise result
            return result  # type: ignore[no-any-return] # what the function returned

    def _exchange(self, message: object, seconds: float) -> Any:  # noqa: ANN401 - whatever is sent back
        """What the process answers to a message (None: to being started), within the time."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise Death("no process")
        late = threading.Event()
        timer = threading.Timer(seconds, _stop, (process, late))
        timer.start()
        answered = False
        try:
            if message is not None:
                send(process.stdin, message)
            answer = receive(process.stdout)
            answered = True
        except (EOFError, OSError) as error:
            raise (Overtime if late.is_set() else Death)(f"within {seconds:g} s") from error
        finally:
            timer.cancel()
            if not answered or late.is_set():
                self._discard()
        return answer

    def close(self) -> None:
        """End the process; a later call starts another."""
        self._discard()

    def _start(self) -> None:
        """Have a process that is ready; starting one takes nothing from the time of a call."""
        if self._process is not None and self._process.poll() is None:
            return
        self._discard()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path or os.curdir for path in sys.path)}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            [sys.executable, "-m", "kg.engines.worker", str(self._memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._exchange(None, _PATIENCE)

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
