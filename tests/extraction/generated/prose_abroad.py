"""Careers told in sentences of other languages, about employers and schools nobody knows."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path

from generated import Fact, Page, markup, prose, prose_facts

FORMS = Path(__file__).with_name("prose_abroad.toml")
PLAN = {"now": 3, "then": 3, "studied": 2, "studying": 1, "nothing": 1}
EMPLOYERS = (
    "Lumio", "Zentix", "Orvana", "Kestrel Labs", "Redfern Software", "Stillwater Analytics GmbH", "Sundial Health",
    "Tidewell Energy", "Vireo Systems Inc.", "Fathom Data", "Quorba", "Paloma Foods", "Elvoria", "BlueHarbor",
    "Nordwind AG", "Hexora", "Vindle",
)  # fmt: skip
NAMES = "OPC"
USED_AGAIN = "FD"


@cache
def languages() -> dict[str, dict[str, list[str]]]:
    """The forms of sentences, and what fills them, by language."""
    return tomllib.loads(FORMS.read_text(encoding="utf-8"))


def sentence(chance: random.Random, language: str, suffix: str, taken: set[str]) -> tuple[str, list[Fact]]:
    """A sentence, and the facts it states."""
    words = languages()[language]
    group = chance.choices(list(PLAN), list(PLAN.values()))[0]
    form, start = chance.choice(words[group]), chance.randint(2003, 2016)
    said = {"Y": f"{start}", "Z": f"{start + chance.randint(1, 5)}"}
    kinds = {"O": EMPLOYERS, "P": EMPLOYERS, "C": words["schools"], "T": words["titles"]}
    for slot, kind in (*kinds.items(), ("F", words["fields"]), ("D", words["degrees"])):
        said[slot] = chance.choice([word for word in kind if word not in taken or slot in USED_AGAIN])
        taken.add(said[slot])
    said["F2"] = _with_article(said["F"])
    style = chance.choice(("", "", "", "link", "bold"))

    def shown(slot: re.Match[str]) -> str:
        word = markup.field(said[slot[1]], style, suffix) if slot[1] in NAMES else said[slot[1]]
        return word[0].upper() + word[1:] if slot.start() == 0 else word

    when = said["Y"] if "{Y}" in form else "", said["Z"] if "{Z}" in form else ""
    return re.sub(r"\{(\w+)\}", shown, form).replace("..", "."), list(prose_facts.stated(group, form, said, when))


def _with_article(field: str) -> str:
    """A field as French names it after a verb."""
    if field == "droit":
        return f"le {field}"
    return f"l'{field}" if field[0] in "aeiouhé" else f"la {field}"


def page(seed: int, suffix: str) -> Page:
    """A page of some sentences of one language."""
    chance = random.Random(f"prose abroad {seed}")
    language = sorted(languages())[seed % len(languages())]
    taken: set[str] = set()
    told = [sentence(chance, language, suffix, taken) for _ in range(chance.randint(1, 4))]
    layout = chance.choice(("paragraph", "paragraphs", "items"))
    content = prose.whole("Mira Holt", layout, [text for text, _ in told], suffix)
    return Page(f"abroad-{seed}.{suffix}", content, frozenset(fact for _, facts in told for fact in facts))
