"""Pages of other trades, full of words, names and places that are also called as some technology is: none is meant."""

from __future__ import annotations

import random

from generated import Page, markup, names

# Words of everyday life, as they stand in sentences.
WORDS = (
    "access", "action", "air", "ant", "arrow", "atom", "bamboo", "beam", "bee", "block", "bolt", "bootstrap",
    "bottle", "box", "cabinet", "candle", "cellar", "chart", "chef", "cider", "cloud", "coral", "crystal", "drift",
    "drill", "echo", "elm", "ember", "express", "fiber", "flame", "flash", "flask", "flow", "forge", "ghost", "gin",
    "glide", "go", "grape", "helm", "hive", "horizon", "iris", "jade", "jest", "kit", "lean", "lens", "maple",
    "marble", "meteor", "metal", "mocha", "mongoose", "moose", "nest", "nomad", "notion", "oak", "oracle", "origin",
    "phoenix", "pig", "polymer", "processing", "prophet", "puppet", "quill", "rail", "react", "realm", "relay",
    "ring", "rocket", "ruby", "rust", "sail", "salt", "scheme", "segment", "shell", "sketch", "slim", "spark",
    "sphinx", "spring", "stage", "storm", "swift", "teams", "torch", "unity", "vault", "vector", "word", "yarn",
    "zeppelin", "zoom", "canoe", "usher", "mumps", "rapids", "riot", "haddock", "recap", "minion", "handbrake",
    "fret", "grub", "diadem", "sonic", "dwarf", "chill", "conquest", "sundials", "cacti",
)  # fmt: skip
NAMES = (
    "Julia", "Ruby", "Cassandra", "Sandoval", "Ada", "Pascal", "Apollo", "Athena", "Hermes", "Iris", "Luna",
    "Orion", "Jasmine", "Elixir", "Crystal", "Dart", "Jenkins", "Travis", "Lambda", "Mathilda", "Maya", "Nova",
    "Atlas", "Phoenix", "Sierra", "Titan", "Vega", "Zephyr", "Eiffel", "Kepler", "Newton", "Hubert", "Lora", "Dora",
    "Midas", "Elmo", "Nemo", "Chuck", "Gabi",
)  # fmt: skip
FRAMES = (
    "Carried the {0} up to the attic of the old school.",
    "Painted a {0} and a {1} for the winter play.",
    "Looked after the {0}, the {1} and the small garden.",
    "A {0} of the finest kind was sold every week.",
    "Taught the children what a {0} is and how a {1} is made.",
    "Repaired the {0} in the hall with my own hands.",
    "Wrote a column on the {0} and on {1} in the local paper.",
    "No {0} was ever lost, and the {1} was always clean.",
)
PROPER = (
    "Nurse at {2} House, later at the {3} Clinic.",
    "Shared a flat with {2} and her sister {3}.",
    "Second violin of the {2} Quartet, on tour with {3} Weir.",
    "Reader of the {2} Prize, translator of {3}'s letters.",
    "Waiter at Café {2}, cook on the ship {3}.",
    "Counsel in {2} v. {3}, the longest case of the year.",
    "Member of the {2} Choir and of the {3} Rowing Club.",
)
TITLES = ("Staff Nurse", "Violinist", "Cook", "Barrister", "Bus Driver", "Primary Teacher", "Florist", "Midwife")
SKILLS = (
    "Patience, Wound care, First aid, Triage",
    "Sight reading, Music theory, Rehearsal, Stage presence",
    "Pastry, Menu planning, Food hygiene, Stock control",
    "Drafting, Advocacy, Negotiation, Legal research",
    "Safe driving, Route knowledge, Punctuality",
)


def page(seed: int, suffix: str) -> Page:
    """A page of somebody who works with no computer."""
    chance = random.Random(f"trades {seed}")
    words = chance.sample(WORDS, 12)
    people = chance.sample(NAMES, 8)
    told = []
    for number, frame in enumerate([*chance.sample(FRAMES, 4), *chance.sample(PROPER, 3)]):
        told.append(frame.format(*words[number : number + 2], *people[number : number + 2]))
    chance.shuffle(told)
    title = chance.choice(TITLES)
    head = f"{title}, {chance.choice(names.EMPLOYERS)}, {chance.randint(2001, 2015)} – 2019"
    if suffix == "html":
        head = head.replace("&", "&amp;")
    job = markup.entry([head], "plain" if suffix == "txt" else "heading", "plain", told, chance.random() < 0.4, suffix)
    sections = {"Experience": ([job], False), "Skills": ([chance.choice(SKILLS)], False)}
    return Page(f"trades-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), frozenset())
