"""What somebody says to be where no employer is told of: "I'm a machine learning engineer", "Frontend Developer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kg.extraction.clues import title_score
from kg.extraction.headlines import roles_alone
from kg.extraction.kinds import position_kind
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.people.subject import subject
from kg.extraction.prose.roles import Role, role_at
from kg.extraction.prose.sentences import Sentence, sentences
from kg.extraction.prose.work.complements import is_study, past_adverbs
from kg.extraction.prose.work.frames import ARTICLE, past_name
from kg.extraction.prose.work.unplaced import CERTIFIED
from kg.extraction.prose.work.verbs import is_hypothetical, of_subject, verbs
from kg.extraction.words import fold
from kg.model import Evidence, Position, PositionKind

_FIRST_SENTENCES = 12
_MOST_VERBS = 6
_BULLET = " *_•-–—·>"
_SOMEBODYS = re.compile(
    r"\s(?:of|to|for|under|in\s(?:Prof|Dr)|from\s(?:the\s)?[A-Z][\w ]{2,40}?(?:University|College|Institute|School))\b"
    r"|['’]s\b"
)
_OWN = frozenset(("my", "our", "mein", "meine", "mon", "ma", "mi", "meu", "minha", "their", "his", "her"))
_MOST_WORDS = 5
_BEING = frozenset(("be", "m"))


def occupations(outline: Outline) -> Iterator[Claim[Position]]:
    """The first role that the document gives its person, at no organization; for documents that tell of no position."""
    name = subject(outline).name
    for sentence in islice(sentences(outline), _FIRST_SENTENCES):
        if sentence.section.kind not in (SectionKind.ABOUT, SectionKind.OTHER):
            continue
        if role := _said(sentence, name):
            evidence = sentence.evidence(role.start, role.end)
            yield _claim(role.title, evidence, sentence.span(role.start, role.end))
            return
    for piece in roles_alone(outline):
        if _is_work(piece.text) and ":" not in piece.text:
            yield _claim(piece.text, outline.evidence(piece.span), piece.line.span())
            return


def _is_work(title: str) -> bool:
    """Whether a role is a trade, rather than a place in somebody's lab, class or society."""
    kind = position_kind(title, (), SectionKind.ABOUT)
    return kind is PositionKind.JOB and not is_study(title) and CERTIFIED.match(title) is None


def _said(sentence: Sentence, name: str | None) -> Role | None:
    text = sentence.text
    opens = len(text) - len(text.lstrip(_BULLET))
    first = role_at(text, opens) if sentence.first and text[opens : opens + 1].isupper() else None
    if first and first.start == opens and _opens(text, first) and _is_whole(text, first):
        return first
    for verb in islice(verbs(sentence.lower), _MOST_VERBS):
        own = verb.lastgroup in _BEING and of_subject(text, verb.start(), name, verb.end())
        if not own or is_hypothetical(text, verb.start(), verb.end()):
            continue
        at = past_name(text, past_adverbs(text, verb.end()))
        article = ARTICLE.match(text, at)
        role = role_at(text, article.end()) if article else None
        if role and _is_whole(text, role):
            return role
    return None


def _opens(text: str, role: Role) -> bool:
    """Whether a role that a line begins with is one, not the label of what follows or somebody's."""
    words = role.title.split()
    label = text[role.end :].lstrip(" *_").startswith((":", "："))
    return 1 < len(words) <= _MOST_WORDS and title_score(role.title) >= 4 and not label and fold(words[0]) not in _OWN


def _is_whole(text: str, role: Role) -> bool:
    """Whether a role is a trade and nobody's, nor one that is taken from a school."""
    return _is_work(role.title) and not _SOMEBODYS.match(text, role.end)


def _claim(title: str, evidence: Evidence, span: tuple[int, int]) -> Claim[Position]:
    kind = position_kind(title, (), SectionKind.ABOUT)
    return Claim(
        Position(organization=None, title=title, kind=kind, current=True, evidence=(evidence,)), "occupation", (span,)
    )
