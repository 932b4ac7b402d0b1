"""How fast text becomes facts, and how right they are, beside what else can run here.

    python benchmarks/extraction.py [FOLDER] [--rounds N]

Every program reads the same annotated documents in the same run, in turn, round after round; the fastest round counts.
Each round of each program begins in a new process, which has read a few other documents and none of these: what a
program remembers of texts that it has seen helps no round.
"Bare pass" is the floor: one Aho–Corasick automaton over the same names, three regular expressions and the words and
signs of the text with their places, and no facts. A peer that is not installed is left out and said so.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from contestants import Contestant, Extractor, contestants

from kg.evaluation import Score, corpus, score
from kg.model import Document, Text
from kg.readers import read

ROOT = Path(__file__).resolve().parent.parent


def in_new_process(run: Extractor, texts: list[Text]) -> float:
    """The processor time in seconds that `run` takes for the texts, in a child that forgets them."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        begun = time.process_time()
        for text in texts:
            run(text)
        os.write(writing, str(time.process_time() - begun).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        spent = float(pipe.read())
    os.waitpid(child, 0)
    return spent


def measure(able: list[Contestant], documents: list[Document], rounds: int) -> dict[str, float]:
    """The fastest round of each, in seconds of processor time for all documents; reading them is not counted."""
    best: dict[str, float] = {}
    for contestant in able:
        for path in sorted((ROOT / "data" / "profiles" / "invented").iterdir()):
            contestant.run(read(Document(path.name, path.read_bytes())))
    for _ in range(rounds):
        texts = [read(document) for document in documents]
        for contestant in able:
            spent = in_new_process(contestant.run, texts)
            best[contestant.name] = min(spent, best.get(contestant.name, spent))
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "data" / "gold")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    annotated = corpus(arguments.folder)
    documents = [Document(str(one.document), one.document.read_bytes()) for one in annotated]
    begun = time.process_time()
    texts = [read(document) for document in documents]
    reading = time.process_time() - begun
    size = sum(len(document.data) for document in documents)
    able = contestants()
    best = measure(able, documents, arguments.rounds)
    floor = best["bare pass"]
    print(f"{len(texts)} documents, {size / 1000:.0f} KB; reading them took {reading:.2f} s\n")
    print("| | documents/s | MB/s | of 5 KB/s | speed beside the bare pass | headline F1 | skill F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for contestant in able:
        spent = best[contestant.name]
        answers = [contestant.run(text) for text in texts]
        shown = None
        if any(answers):
            golds = (one.gold for one in annotated)
            figures: Score = score((gold, answer, None) for gold, answer in zip(golds, answers, strict=True))
            shown = (figures.headline, figures.figures["skill"].f1)
        right = f"{shown[0]:.3f} | {shown[1]:.3f}" if shown else "– | –"
        speed = f"{len(texts) / spent:.0f} | {size / spent / 1e6:.2f} | {size / 5000 / spent:.0f} | {floor / spent:.2f}"
        print(f"| {contestant.name} | {speed} | {right} |")


if __name__ == "__main__":
    main()
