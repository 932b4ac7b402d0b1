"""How the time to extract grows with the length of a document, plain and adversarial.

    python benchmarks/growth.py

For each shape, the time per kilobyte at 12, 25, 50 and 100 KB beside that of a plain profile of 100 KB in the same run.
Linear growth shows as a flat row.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from kg.errors import DocumentError
from kg.extraction import extract
from kg.model import Document
from kg.readers import read

ROOT = Path(__file__).resolve().parent.parent
KILOBYTES = (12, 25, 50, 100)
PLAIN = (ROOT / "data" / "profiles" / "invented" / "ada-fernwood.md").read_text(encoding="utf-8")

SHAPES = {
    "plain profile, repeated": PLAIN,
    "one line of words": "worked at Acorn and Birch as engineer ",
    "dates only": "05/2019 - 06/2020 ",
    "years without end": "2019 ",
    "commas": "Go, Java, Rust, ",
    "nested brackets": "((((AWS (S3 (",
    "bullets": "- Engineer at Acorn, 2019\n",
    "headings": "## Experience\n",
    "table bars": "| a | b | c |\n",
    "capitals": "Acorn Birch Cedar Elm Fir ",
    "advised by": "advised by Prof. Ash and ",
    "open links": "[a](",
    "one letter": "a",
    "spaces": "a" + " " * 40,
    "dashes": "– - — ",
    "at signs": "a@a.",
    "dots": "M.S. B.A. ",
    "emoji": "🔹💼 ",
    "Chinese": "2019年4月至今在清华大学工作",
    "combining marks": "e\u0301\u0301\u0301",
}


def seconds(text: str) -> float:
    """The processor time to read and extract one document."""
    begun = time.process_time()
    with suppress(DocumentError):  # refused within its time is an answer too
        extract(read(Document("shape.txt", text.encode())))
    return time.process_time() - begun


def main() -> None:
    """Print the table."""
    seconds(PLAIN)  # loads the gazetteers
    plain = seconds((PLAIN * 1000)[:100_000]) / 100
    print("time per KB, as a multiple of a plain profile of 100 KB\n")
    print("| shape | " + " | ".join(f"{size} KB" for size in KILOBYTES) + " |\n|---|" + "--:|" * len(KILOBYTES))
    for name, unit in SHAPES.items():
        row = [seconds((unit * (size * 1000 // len(unit) + 1))[: size * 1000]) / size / plain for size in KILOBYTES]
        print(f"| {name} | " + " | ".join(f"{value:.2f}" for value in row) + " |")


if __name__ == "__main__":
    main()
