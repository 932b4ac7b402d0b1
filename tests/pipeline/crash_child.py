"""Run by the crash tests in a process of its own, to be killed: takes documents in, and forgets, without end."""

from __future__ import annotations

import sys
from pathlib import Path

from kg import pipeline, stores
from kg.engines import Serial


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(mode: str, folder: str, documents: str) -> None:
    store = stores.open(folder)
    paths = sorted(Path(documents).iterdir())
    if mode == "add":
        pipeline.add(store, paths, engine=Serial(), notice=lambda source: say(source))
        return
    pipeline.add(store, paths, engine=Serial())
    while True:
        say("forgetting")
        pipeline.forget(store, str(paths[0]))
        say("forgotten")
        pipeline.add(store, paths, engine=Serial())


main(*sys.argv[1:])
