"""What a worker gives up before it touches anything hostile: endless memory, the network, outliving its parent."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # linux/sched.h


def confine(memory: int) -> None:
    """Limit this process to `memory` bytes of address space, cut its network where that is allowed, follow its parent.

    Cutting the network is the second fence (the gate before the parser is the first); many systems forbid it.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _cut_network()
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()


def _cut_network() -> None:
    """Enter a network namespace of our own, which has no interface."""
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    if unshare(_NEW_NETWORK) != 0:
        unshare(_NEW_USER | _NEW_NETWORK)


def _die_with(parent: int) -> None:
    """End this process when its parent is gone, even in the middle of a call."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
