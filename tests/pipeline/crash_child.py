"""Run by the crash tests in a process of its own, to be killed: takes documents in, replaces and forgets them."""

from __future__ import annotations

import sys
from functools import partial
from itertools import count
from pathlib import Path

from kg import pipeline, stores
from kg.engines import Serial
from kg.model import Document
from kg.stores import Store


def say(*words: object) -> None:
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


def version(path: Path, number: int) -> Document:
    """One of the versions of a document that follow each other under its name."""
    return Document(path.name, path.read_bytes() + f"\n### Firm{number} | Clerk | 2001 - 2002\n".encode())


def replace(store: Store, paths: list[Path]) -> None:
    for number in count():
        notice = partial(say, number)
        pipeline.add(store, [version(path, number) for path in paths], engine=Serial(), notice=notice)


def forget(store: Store, paths: list[Path]) -> None:
    pipeline.add(store, paths, engine=Serial())
    while True:
        say("forgetting")
        pipeline.forget(store, str(paths[0]))
        say("forgotten")
        pipeline.add(store, paths, engine=Serial())


def main(mode: str, folder: str, documents: str) -> None:
    store = stores.open(folder)
    paths = sorted(Path(documents).iterdir())
    if mode == "add":
        pipeline.add(store, paths, engine=Serial(), notice=say)
    else:
        {"replace": replace, "forget": forget}[mode](store, paths)


if __name__ == "__main__":
    main(*sys.argv[1:])
