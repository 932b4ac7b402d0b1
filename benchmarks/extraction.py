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
import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluation import Score, corpus, score
from kg.extraction import extract
from kg.gazetteers import skills
from kg.model import Document, Text
from kg.readers import read

ROOT = Path(__file__).resolve().parent.parent
Extractor = Callable[[Text], dict[str, Any]]


@dataclass(frozen=True)
class Contestant:
    """A program: what it is called, and what it makes of a text (the public JSON form, as far as it goes)."""

    name: str
    run: Extractor


def ours() -> Contestant:
    """Text → facts by this package."""
    return Contestant("people-kg", lambda text: json.loads(extract(text).model_dump_json()))


def facts_only() -> Contestant:
    """Text → facts without writing them as JSON."""

    def run(text: Text) -> dict[str, Any]:
        extract(text)
        return {}

    return Contestant("people-kg, facts kept in memory", run)


def bare_pass() -> Contestant:
    """The floor: finding names, headings, dates, addresses and words with their places, and concluding nothing."""
    import ahocorasick_rs

    names = sorted({name for term in skills().terms for name in (term.name, *term.aliases)})
    automaton = ahocorasick_rs.AhoCorasick(names)
    month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    date = rf"(?:{month}\s)?(?:\d{{1,2}}[/.])?(?:19|20)\d\d"
    patterns = [
        re.compile(rf"\b{date}(?:\s?(?:-|–|—|to|until)\s?(?:{date}|present|current|now|today))?", re.IGNORECASE),
        re.compile(r"^#*\s*(?:experience|education|skills|projects|publications)\b.*$", re.IGNORECASE | re.MULTILINE),
        re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+"),
    ]
    token = re.compile(r"\w+|[^\w\s]")

    def run(text: Text) -> dict[str, Any]:
        automaton.find_matches_as_indexes(text.content, overlapping=True)
        for pattern in patterns:
            for _ in pattern.finditer(text.content):
                pass
        [(match.group(), match.start(), match.end()) for match in token.finditer(text.content)]
        return {}

    return Contestant("bare pass", run)


def matcher_stack() -> Contestant:
    """What people put together first: spaCy's PhraseMatcher over the same names and dateparser's search."""
    import spacy
    from dateparser.search import search_dates
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab)
    canonical = {}
    for term in skills().terms:
        for name in (term.name, *term.aliases):
            canonical[name] = term.name
            matcher.add(name, [language.make_doc(name)])

    def run(text: Text) -> dict[str, Any]:
        document = language(text.content)
        found = {canonical[language.vocab.strings[match]] for match, _, _ in matcher(document)}
        search_dates(text.content, languages=["en"])
        return {"skills": [{"name": name, "evidence": []} for name in sorted(found)]}

    return Contestant("spaCy PhraseMatcher + dateparser", run)


def contestants() -> list[Contestant]:
    """Whoever can run here."""
    able = [ours(), facts_only(), bare_pass()]
    try:
        able.append(matcher_stack())
    except ImportError as missing:
        print(f"left out: spaCy PhraseMatcher + dateparser ({missing.name} is not installed)\n")
    return able


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
        figures: Score = score(
            (one.gold, contestant.run(text), None) for one, text in zip(annotated, texts, strict=True)
        )
        shown = (
            (figures.headline, figures.figures["skill"].f1) if any(f.found for f in figures.figures.values()) else None
        )
        right = f"{shown[0]:.3f} | {shown[1]:.3f}" if shown else "– | –"
        speed = f"{len(texts) / spent:.0f} | {size / spent / 1e6:.2f} | {size / 5000 / spent:.0f} | {floor / spent:.2f}"
        print(f"| {contestant.name} | {speed} | {right} |")


if __name__ == "__main__":
    main()
