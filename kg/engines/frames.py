"""Values over a pipe: eight bytes of length, then a pickle. Both ends are ours and of one version."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any


class Fault(Exception):  # noqa: N818 - says what happened; callers turn it into an error of ours
    """A function raised what nobody raises on purpose; the text is its kind and place, never a document's words."""


_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], value: object) -> None:
    """Write one value; OSError if nobody reads any more."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(body)))
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """Read one value; EOFError if the other end is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    body = pipe.read(length)
    if len(body) < length:
        raise EOFError
    return pickle.loads(body)  # noqa: S301 - from our own child, over a pipe nobody else holds
