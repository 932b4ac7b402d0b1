"""Write `made/`: one document and one annotation for each invented person.

    python data/gold/generate.py [--check]

The same words and the same seed give the same files; `--check` writes nothing and fails where a file differs.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from generator.layouts import ENGLISH_ONLY, LAYOUTS  # noqa: E402
from generator.people import invent  # noqa: E402

SEED = 2026
OTHER_LANGUAGES = ("de", "fr", "es", "pt", "tr", "zh", "ja", "ko")
FIELDS = {"de": ("software", "mechanics"), "zh": ("software",), "ja": ("software",), "ko": ("software",)}
ENGLISH_FIELDS = ("software", "nursing", "music", "economics", "mechanics")


def plan() -> Iterator[tuple[str, str, str]]:
    """(layout, language, field) of every document: each layout three times in English, and once or twice abroad."""
    fields, abroad = cycle(ENGLISH_FIELDS), cycle(OTHER_LANGUAGES)
    for layout in LAYOUTS:
        for _ in range(3):
            yield layout, "en", next(fields)
        if layout not in ENGLISH_ONLY:
            for _ in range(2):
                language = next(abroad)
                yield layout, language, random.Random(f"{layout}{language}").choice(FIELDS.get(language, ("software",)))


def files() -> Iterator[tuple[str, str]]:
    """Every file's name and text."""
    for number, (layout, language, field) in enumerate(plan()):
        suffix, write = LAYOUTS[layout]
        person = invent(SEED + number, language, field, months=number % 3 != 2)
        page = write(person, random.Random(SEED - number))
        name = f"{number:02}-{layout}-{language}"
        gold = {
            "id": name,
            "source": {"repository": None, "path": None, "kind": "invented"},
            "language": language,
            **{
                key: page.gold[key]
                for key in ("person", "positions", "education", "advising", "skills", "topics", "projects", "awards")
            },
            "notes": "An invented person, written by data/gold/generate.py.",
        }
        yield f"{name}.{suffix}", page.text
        yield f"{name}.gold.json", json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write or check the files; 1 where a check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file differs")
    check = parser.parse_args().check
    made, wanted = HERE / "made", dict(files())
    stale = sorted({path.name for path in made.glob("*")} - set(wanted))
    changed = [
        n for n, text in wanted.items() if not (made / n).is_file() or (made / n).read_text(encoding="utf-8") != text
    ]
    if check:
        for name in [*stale, *changed]:
            sys.stderr.write(f"{name}: not what the generator writes; run: python data/gold/generate.py\n")
        return 1 if stale or changed else 0
    for name in stale:
        (made / name).unlink()
    for name in changed:
        (made / name).write_text(wanted[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
