"""Python's collector of cyclic garbage, and when it need not look."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cyclic garbage inside: for work that makes many objects, keeps most of them, and makes no cycles.

    Each search would go through all of them, and now and then through every lexicon, in vain: a sixth of the time of
    an extraction. Threads that pause at the same time do no harm: whoever came first lets the collector go on.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
