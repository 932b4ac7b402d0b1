"""What somebody knows: technologies listed in any layout, under any heading, written in any way, and told of jobs."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from generated import Fact, Page, markup, names, skill_layouts, technologies

HEADINGS = (
    "Skills", "Technical Skills", "Tech Stack", "Technologies", "Tools & Technologies", "Toolbox", "My Toolkit",
    "Technical Proficiencies", "Skills & Tools", "Computer Skills", "IT Skills", "Software Skills",
    "Programming Skills", "Technical Expertise", "Technologies I use", "What I work with", "Technical Knowledge",
    "Core Technologies", "Languages and Tools", "Hard Skills", "Skill Set", "Key Skills", "Skills Summary",
    "Professional Skills", "Stack", "🛠️ Tech Stack", "Languages & Frameworks", "Areas of Expertise",
    "Technical Competencies", "Kenntnisse", "Compétences", "Habilidades", "Competenze", "技能",
)  # fmt: skip
UNUSUAL = ("On the server", "Daily drivers", "For numbers", "In the browser", "Comfort zone", "Data things", "Misc.")
USUAL = {
    "Languages": ("Languages", "Programming Languages", "Programming", "Coding", "Scripting"),
    "Frameworks": ("Frameworks", "Libraries", "Frameworks & Libraries", "Libraries/Frameworks", "Web Frameworks"),
    "Tools": ("Tools", "Developer Tools", "Software", "Tools and Platforms", "DevOps & Cloud", "Technologies"),
    "Databases": ("Databases", "Database", "Data Stores", "DBs", "Database Systems"),
}  # fmt: skip
LEVELS = ("advanced", "basic", "Expert", "intermediate", "proficient", "beginner", "fluent", "good")
TOLD = (
    "Built a booking service in {} with {}.",
    "Wrote importers in {} and {}.",
    "Moved the billing system from {} to {}.",
    "Automated the nightly jobs using {} and {}.",
    "Developed internal dashboards ({}, {}).",
    "Kept the pages for customers running, written with {} and {}.",
    "Tech: {}, {}",
    "Technologies used: {}, {}",
    "Environment: {}, {}",
    "Responsible for a {}/{} application used by forty clerks.",
    "Introduced {} to the team and retired {}.",
    "Stack: {} | {}",
    "Implemented {} pipelines and {} jobs for the reports.",
)
# What is a word, a note or a letter in running text stays there for other tests.
PLAIN = frozenset(
    ("Python", "Java", "JavaScript", "TypeScript", "C++", "C#", "PHP", "Kotlin", "Scala", "Haskell", "PostgreSQL",
     "MySQL", "MongoDB", "Redis", "Elasticsearch", "Django", "FastAPI", "Angular", "Spring Boot", "Terraform",
     "Kubernetes", "RabbitMQ", "Apache Kafka", "TensorFlow", "PyTorch", "Node.js", "Ruby on Rails", "Laravel")
)  # fmt: skip


@dataclass(frozen=True)
class Hand:
    """How one person writes a list of technologies."""

    heading: str
    layout: str
    labels: str
    separator: str
    last: str
    note: str
    spelling: str
    invented: bool
    told: bool


def hand(chance: random.Random, suffix: str) -> Hand:
    """A hand in which every feature is chosen by itself."""
    layout = chance.choice(skill_layouts.LAYOUTS[suffix])
    return Hand(
        heading=chance.choice(HEADINGS),
        layout=layout,
        labels=chance.choice(("usual", "usual", "unusual", "levels", "none")),
        separator=chance.choice((", ", ", ", ",", " · ", " • ", " | ", " / ", "; ", " - ")),
        last=chance.choice(("", "", "", " and ", ", and ", " & ")),
        note=chance.choice(("", "", "", "", "(level)", "(years)", "percent", "stars", "- level", ": level")),
        spelling=chance.choice(("", "", "lower", "upper", "respelt", "misspelt", "version")),
        invented=chance.random() < 0.3,
        told=chance.random() < 0.4,
    )


def page(seed: int, suffix: str) -> Page:
    """A page with a list of technologies and perhaps a job that tells of some."""
    chance = random.Random(f"skills {seed}")
    return write(seed, hand(chance, suffix), chance, suffix)


def write(seed: int, how: Hand, chance: random.Random, suffix: str) -> Page:
    """The page that a hand writes."""
    groups, known = _groups(how, chance)
    deeds, more = _deeds(how, chance)
    body = skill_layouts.body(groups, how, chance, suffix)
    job = markup.entry(
        ["Clerk, Harrow & Finch, 2019 – 2022"] if suffix != "html" else ["Clerk, Harrow &amp; Finch, 2019 – 2022"],
        "heading" if suffix != "txt" else "plain", "plain", [*deeds, names.DEEDS[1]], False, suffix,
    )  # fmt: skip
    sections = {"Experience": ([job], False), how.heading: ([body], False)}
    if chance.random() < 0.5:
        sections = dict(reversed(sections.items()))
    expected = frozenset[Fact](("skill", name) for name in (*known, *more))
    return Page(f"skills-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), expected)


def _groups(how: Hand, chance: random.Random) -> tuple[dict[str, list[str]], list[str]]:
    """Technologies as written, by their label, and as called."""
    if how.layout in ("icons", "code"):
        how = replace(how, spelling="", invented=False, labels="none")
    if how.layout == "icons":
        chosen = chance.sample(sorted(skill_layouts.ICONS), 8)
        return {"": chosen}, chosen
    chosen = chance.sample(list(technologies.GROUPS), chance.randint(2, 4))
    count = chance.randint(3, 5)
    groups: dict[str, list[str]] = {}
    known: list[str] = []
    for group, unusual, level in zip(
        chosen, chance.sample(UNUSUAL, len(chosen)), ("Expert", "Advanced", "Intermediate", "Familiar with"),
        strict=False,
    ):  # fmt: skip
        items = technologies.some(chance, group, count)
        items = [item for item in items if item[1] not in known]
        if how.spelling in ("respelt", "misspelt", "version"):
            items = _respelt(items, {"respelt": technologies.RESPELT, "misspelt": technologies.MISSPELT,
                                     "version": technologies.VERSIONS}[how.spelling], known, chance)  # fmt: skip
        if how.invented and how.spelling != "lower" and chance.random() < 0.5:
            name = chance.choice([name for name in technologies.INVENTED if name not in known])
            items.insert(chance.randint(1, len(items)), (name, name))
        label = {"usual": chance.choice(USUAL[group]), "unusual": unusual, "levels": level, "none": group}[how.labels]
        groups[label] = [_spelt(written, how.spelling, written == name) for written, name in items]
        known += [name for _, name in items]
    return groups, known


def _respelt(
    items: list[technologies.Named], pool: dict[str, str], known: list[str], chance: random.Random
) -> list[technologies.Named]:
    written, name = technologies.one(chance, pool)
    if name in known or any(name == other for _, other in items):
        return items
    return [*items[:1], (written, name), *items[1:]]


def _spelt(written: str, spelling: str, canonical: bool) -> str:
    if spelling == "lower" and canonical:
        return written.lower()
    return written.upper() if spelling == "upper" and canonical and written not in technologies.INVENTED else written


def _deeds(how: Hand, chance: random.Random) -> tuple[list[str], list[str]]:
    """Sentences of a job, and the technologies they tell of."""
    if not how.told:
        return [], []
    told = chance.sample(sorted(PLAIN), 4)
    first, second = chance.sample(TOLD, 2)
    return [first.format(*told[:2]), second.format(*told[2:])], told
