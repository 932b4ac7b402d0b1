"""The programs that benchmarks/extraction.py lets read: ours, the floor, and peers that are installed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kg.extraction import extract
from kg.gazetteers import skills
from kg.model import Text

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


def resume_extractor() -> Contestant:
    """The one parser of résumés by rules that the package index has and that still installs (`resume-extractor`, MIT).

    It returns the school section as bare lines; each line counts as a school, which is the kindest reading.
    """
    import resume_parser

    def run(text: Text) -> dict[str, Any]:
        name, rest = resume_parser.extract_name(text.content)
        absent = {"Unknown Company": None, "Unknown Job Title": None, "Unknown Dates": None}
        return {
            "person": {"name": None if name == "Not Found" else name, "evidence": []},
            "positions": [
                {
                    "organization": absent.get(entry["company"], entry["company"]),
                    "title": absent.get(entry["job_title"], entry["job_title"]),
                    **dict(zip(("start", "end"), entry["dates"].split(" - "), strict=False)),
                    "evidence": [],
                }
                for entry in resume_parser.extract_experience(rest)
            ],
            "education": [{"organization": line, "evidence": []} for line in resume_parser.extract_education(rest)[1:]],
            "skills": [{"name": name, "evidence": []} for name in resume_parser.extract_skills(rest) if name],
        }

    return Contestant("resume-extractor 0.1", run)


PEERS = {"spaCy PhraseMatcher + dateparser": matcher_stack, "resume-extractor 0.1": resume_extractor}


def contestants() -> list[Contestant]:
    """Whoever can run here; a peer that is not installed is left out and said so."""
    able = [ours(), facts_only(), bare_pass()]
    for name, peer in PEERS.items():
        try:
            able.append(peer())
        except ImportError as missing:
            print(f"left out: {name} ({missing.name} is not installed)\n")
    return able
