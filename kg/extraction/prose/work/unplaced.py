"""Roles told without an employer: "I worked as a nurse and teacher", "I was a baker before I learned to code"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kg.extraction.clues import main_noun, title_score
from kg.extraction.outline import Claim
from kg.extraction.prose.roles import Role, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_study
from kg.extraction.words import tokens
from kg.model import Position

_FURTHER = re.compile(
    r",?\s(?:and|&)\s(?:(?:also|later|then|abroad|afterwards|in\s[A-Z]\w+),?\s)?(?:as\s)?(?:an?\s)?|,\s(?:(?:as\s)?an?\s)?(?=\w)"
)
_ARTICLE = re.compile(r"(?:an?|the|ein|eine|une?|um|uma|una|een)\s")
# What shows that a role was somebody's work once: what came of it, or how long it lasted.
_ONCE = re.compile(
    r"\b(?:before|previously|formerly|originally|initially|until|prior to"
    r"|in (?:a|my|his|her) (?:past|previous|former) (?:life|career)|for (?:\w+ ){1,3}(?:years|months))\b",
    re.IGNORECASE,
)
# Somebody's, something's or a kind of: the role is told in full elsewhere, or is none.
_GOES_ON = re.compile(r"\s(?:of|to|at|who|whose|that)\b|['’]s\b")
# Who has passed an examination need not work as what it is called by.
CERTIFIED = re.compile(
    r"certified\b.*\b(?:administrator|developer|architect|associate|professional|practitioner|proctor|engineer|expert|specialist)s?$",
    re.IGNORECASE,
)
_LEAST = 4.0
_MOST_ROLES = 5


def unplaced(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The roles of "as a baker and proofreader, and abroad as a shepherd", none with a place."""
    text = sentence.text
    article = _ARTICLE.match(text, at)
    at = article.end() if article else at
    for _ in range(_MOST_ROLES):
        role = _role(text, at)
        if role is None:
            return
        yield Told((), role, tense, start, role.end)
        joint = _FURTHER.match(text, role.end)
        if joint is None:
            return
        at = joint.end()


def once(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The role of "before that, I was a baker": one that the sentence says is over."""
    article = _ARTICLE.match(sentence.text, at)
    if tense is Tense.PAST and article and _ONCE.search(sentence.text):
        yield from unplaced(sentence, start, at, tense)


def _role(text: str, at: int) -> Role | None:
    role = role_at(text, at)
    if role is None or role.start > at + 24 or is_study(role.title) or title_score(role.title) < _LEAST:
        return None
    return None if _GOES_ON.match(text, role.end) or CERTIFIED.match(role.title) else role


def unless_placed(made: Sequence[Claim[Any]]) -> list[Claim[Any]]:
    """The claims without roles told without an employer that lists, or sentences that name one, tell of, too."""
    jobs = [claim for claim in made if isinstance(claim.fact, Position)]
    listed = any(claim.rule == "entry" for claim in jobs)
    nouns = {_noun(claim.fact) for claim in jobs if claim.fact.organization}
    ongoing = any(claim.fact.current and claim.fact.organization for claim in jobs)
    return [
        claim
        for claim in made
        if not _is_unplaced(claim) or not (listed or _noun(claim.fact) in nouns or (ongoing and claim.fact.current))
    ]


def _is_unplaced(claim: Claim[Any]) -> bool:
    fact = claim.fact
    return isinstance(fact, Position) and fact.organization is None and claim.rule == "employment in prose"


def _noun(fact: Position) -> str:
    return main_noun(tokens(fact.title)).key if fact.title else ""
