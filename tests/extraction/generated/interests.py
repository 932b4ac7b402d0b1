"""Fields of work and research that somebody cares about, in any phrasing and layout."""

from __future__ import annotations

import random

from generated import Fact, Page, markup, names

FIELDS = (
    "graph theory", "swarm robotics", "peatland hydrology", "causal inference", "human-computer interaction",
    "computational linguistics", "coral reef ecology", "ice sheet dynamics", "federated learning",
    "formal verification", "natural language processing", "medieval trade law", "urban soundscapes",
    "distributed systems", "plant genomics", "stochastic control", "protein folding", "political economy",
    "quantum error correction", "information retrieval", "mathematical biology", "algebraic topology",
    "cloud security", "program synthesis", "maritime archaeology", "reinforcement learning",
    "renewable energy markets", "sleep medicine", "early childhood literacy", "soil chemistry",
    "trustworthy machine learning", "low-power circuits", "computer architecture", "inverse problems",
    "number theory", "social networks", "epidemic modelling", "museum studies", "labour economics",
    "compiler optimization", "bird migration", "tidal energy", "tropical medicine", "visual perception",
    "language acquisition",
)  # fmt: skip
HEADINGS = (
    "Research Interests", "Research interests", "Interests", "Areas of Interest", "Research Areas", "Research Topics",
    "Research Focus", "Fields of Interest", "Academic Interests", "Areas of Research", "Current Research Interests",
    "Research Fields", "Topics of Interest", "Professional Interests", "Forschungsinteressen", "Research Themes",
)  # fmt: skip
LABELS = (
    "Research interests", "Interests", "Research areas", "Keywords", "Focus areas", "Areas of interest",
    "Research topics", "Fields of research", "Specialties", "Research focus", "Areas of expertise",
)  # fmt: skip
SENTENCES = (
    "My research interests include {}.", "My research interests are {}.", "I am interested in {}.",
    "I'm broadly interested in {}.", "My research focuses on {}.", "My work focuses on {}.", "I work on {}.",
    "My interests lie in {}.", "My research lies at the intersection of {}.", "I study {}.", "I do research on {}.",
    "My current research is on {}.", "My main research areas are {}.", "I am passionate about {}.",
    "Her research interests include {}.", "His work centres on {}.", "I mainly work in the areas of {}.",
    "My research spans {}.", "I specialize in {}.", "I have a strong interest in {}.", "My expertise is in {}.",
    "I conduct research in {}.", "Research interests: {}.", "Generally, I am interested in {}.",
    "My research sits between {}.", "I am currently exploring {}.", "I care about {}.", "I am fascinated by {}.",
    "My areas of interest include {}.", "My research deals with {}.", "I am a researcher working on {}.",
)  # fmt: skip
ABOUT = ("and my door is open on Mondays", "and I like to teach")


def page(seed: int, suffix: str) -> Page:
    """A page that tells of fields once: under a heading, after a label, or in a sentence."""
    chance = random.Random(f"interests {seed}")
    fields = chance.sample(FIELDS, chance.randint(2, 5))
    form = chance.choice(
        ("heading items", "heading line", "label", "sentence", "sentence", "heading sentence", "explained")
    )
    style = chance.choice(("", "", "title", "first"))
    shown = [_styled(field, style) for field in fields] if form not in ("sentence", "heading sentence") else fields
    text, heading = _told(shown, form, chance, suffix)
    sections = {}
    if heading is None:
        sections["About"] = ([text], False)
    job = markup.entry(
        [markup.field("Lecturer, Harrow & Finch, 2019 – 2022", "", suffix)],
        "plain" if suffix == "txt" else "heading", "plain", [names.DEEDS[2], names.DEEDS[4]], False, suffix,
    )  # fmt: skip
    sections["Experience"] = ([job], False)
    if heading is not None:
        sections[heading] = ([text], False)
        if chance.random() < 0.6:
            sections = dict(reversed(sections.items()))
    expected = frozenset[Fact](("topic", field.lower()) for field in fields)
    return Page(f"interests-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), expected)


def _styled(field: str, style: str) -> str:
    return {"": field, "title": field.title(), "first": field[0].upper() + field[1:]}[style]


def _joined(fields: list[str], chance: random.Random) -> str:
    last = chance.choice((" and ", ", and ", " & ") if len(fields) > 2 else (" and ",))
    return ", ".join(fields[:-1]) + last + fields[-1]


def _told(fields: list[str], form: str, chance: random.Random, suffix: str) -> tuple[str, str | None]:
    """The text, and the heading it stands under, if not under one of the page's own."""
    heading = chance.choice(HEADINGS)
    separator = chance.choice((", ", "; ", " · ", " | ", " • ", " / "))
    if form == "heading line":
        return _paragraph(separator.join(fields) + chance.choice(("", ".")), suffix), heading
    if form == "heading items":
        return _items(fields, suffix), heading
    if form == "explained":
        dash = chance.choice((": ", " — ", " – "))
        tails = ("what holds small things together", "how people learn it", "from the shore to the deep sea")
        return _items([field + dash + chance.choice(tails) for field in fields], suffix), heading
    if form == "label":
        label = chance.choice(LABELS)
        shown = markup.field(label + ":", chance.choice(("bold", "")), suffix)
        return _paragraph(f"{shown} {separator.join(fields)}", suffix), None
    sentence = chance.choice(SENTENCES).format(_joined(fields, chance))
    before = chance.choice(("", "", "I live by the sea and teach in the evenings. "))
    after = chance.choice(("", " Before that I was a clerk.", " In my free time I sing."))
    return _paragraph(before + sentence + after, suffix), heading if form == "heading sentence" else None


def _paragraph(text: str, suffix: str) -> str:
    text = text.replace(" & ", " \\& ") if suffix == "tex" else text
    return f"<p>{text}</p>" if suffix == "html" else text


def _items(items: list[str], suffix: str) -> str:
    if suffix == "html":
        return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    if suffix == "tex":
        return "\\begin{itemize}\n" + "\n".join(f"\\item {item}" for item in items) + "\n\\end{itemize}"
    return "\n".join(f"- {item}" for item in items)
