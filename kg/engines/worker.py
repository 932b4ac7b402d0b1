"""The main module of a worker process: receive a function and its arguments, send back what it returns or raises."""

from __future__ import annotations

import os
import sys

from kg.engines.confinement import confine
from kg.engines.frames import Fault, receive, send
from kg.errors import KgError


def serve(memory: int) -> None:
    """Answer calls on standard input until it closes; whatever the functions print goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine(memory)
    calls = sys.stdin.buffer
    send(replies, os.getpid())  # ready: only now does the time of the first call begin
    while True:
        try:
            function, arguments = receive(calls)
        except EOFError:
            return
        try:
            reply = (True, function(*arguments))
        except (KgError, MemoryError) as error:
            reply = (False, error)
        except Exception as error:
            # A fault of ours: the parent reports it for this one call, and the others go on.
            reply = (False, Fault(_name(error)))
        send(replies, reply)


def _name(error: Exception) -> str:
    """The kind of an error and the line that raised it; its message may hold a document's words and stays here."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}" if trace else ""  # noqa: PTH119
    return type(error).__name__ + where


if __name__ == "__main__":
    serve(int(sys.argv[1]))
