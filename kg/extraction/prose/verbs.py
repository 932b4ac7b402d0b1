"""Verbs that tell of work, whose they are, and whether they tell of what is or was."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.prose.lexicon import lexicon
from kg.extraction.prose.times import Tense
from kg.extraction.words import fold

VERB = re.compile(
    r"(?<![\w'’])(?P<be>am|is|was|been|being|(?<=will )be|war|était|bin|suis|soy|sou|sono|ben)(?!\w)"
    r"|(?<=[Ii])['’](?P<m>m)(?!\w)"
    r"|(?<=\w)['’](?P<s>s)\s(?=(?:currently|now|an?|at)\s)"
    r"|(?<![\w-])(?:(?P<work>worked|works|work|working|arbeite|arbeitet|arbeitete|gearbeitet|travaille|travaillé"
    r"|trabajo|trabaja|trabajé|trabalho|trabalhei|lavoro|lavorato|werk|werkte)"
    r"|(?P<intern>interned|interning)|(?P<join>joined|joins|join|joining|intégré)|(?P<spend>spent|spend|spending)"
    r"|(?P<serve>served|serves|serve|serving|acted|acting)|(?P<hold>held|hold|holds)|(?P<promote>promoted)"
    r"|(?P<volunteer>volunteered|volunteer|volunteers|volunteering)|(?P<teach>taught|teach|teaches)"
    r"|(?P<lead>lead|leads|led|leading|manage|manages|managed|managing|head|heads|headed|direct|directed)"
    r"|(?P<found>co-founded|cofounded|founded))(?![\w-])",
    re.IGNORECASE,
)
_PERSON = frozenset(
    ("i", "he", "she", "i'm", "i've", "i'd", "ich", "je", "j'ai", "yo", "eu", "ik", "io", "ho", "ai", "habe")
)
_PRONOUN = re.compile(
    r"\b(?:I|[Ii]ch|[Jj]e|he|she|He|She|we|We|they|They|it|It|who|which|that|you|students|team|company)\b|['’]m\b"
)
_SAME = frozenset(("I", "ich", "Ich", "je", "Je", "he", "she", "He", "She", "'m", "’m"))
# "I was fortunate to work …", "I moved to Berlin to join …", "I used to work …"
_LED_TO = re.compile(
    r"\b(?:I|he|she|He|She)['’ ][^.;]{0,160}\b(?:fortunate|lucky|privileged|honou?red|thrilled|opportunity|chance"
    r"|pleasure|privilege|luck|moved|relocated|returned|back|went|used|left [\w. ]{2,30}|chose|continued|began|started)"
    r"\b[^.;]{0,24}$"
)


@cache
def _intentions() -> re.Pattern[str]:
    phrases = sorted(lexicon("intentions"), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(phrase)}" for phrase in phrases), re.IGNORECASE)


def is_hypothetical(text: str, start: int, end: int) -> bool:
    """Whether the stretch, or what leads to it, is wished for, offered or denied."""
    return bool(_intentions().search(text, max(start - 45, 0), min(end + 25, len(text))))


def of_subject(text: str, position: int, name: str | None) -> bool:
    """Whether the verb at the position has the subject of the document for its own: "I", "she", the name, or none."""
    before = text[:position].rstrip(" '’")
    words = before.replace(",", " , ").split()
    skipped = 0
    while words and (_bare(words[-1]) in lexicon("adverbs") or words[-1] in ("was", "am", "is", "will", "’ll", "be")):
        words.pop()
        skipped += 1
    if not words:
        return True
    last = words[-1].strip('*_([-–•·:"')
    if fold(last).replace("’", "'") in _PERSON or fold(last).replace("’", "'").removesuffix("'ll") == "i":
        return True
    if name and last in name.split():
        return True
    if last == "to":
        return bool(_LED_TO.search(before))
    coordinated = skipped and before.split()[-skipped].strip(",") in ("and", "then", "also", "und", "et", "y", "e")
    if coordinated or not any(char.isalpha() for char in last):
        pronouns = _PRONOUN.findall(before)
        return (pronouns[-1] in _SAME) if pronouns else not coordinated
    return False


def _bare(word: str) -> str:
    return fold(word).strip("*_-–•·:")


def tense(text: str, verb: re.Match[str]) -> Tense:
    """The tense of a verb with what goes before it: "have been working" is present, "was working" past."""
    word = verb[0].strip("'’ ").casefold()
    if re.search(r"\bwill\s(?:be\s)?$", text[: verb.start()]):
        return Tense.BEGAN
    before = [fold(w).replace("’", "'") for w in text[max(verb.start() - 30, 0) : verb.start()].split()][-3:]
    perfect = any(w in ("have", "has") or w.endswith(("'ve", "she's", "he's")) for w in before)
    if word in ("working", "serving", "acting"):
        return Tense.PAST if {"was", "been", "had", "were"} & set(before) and not perfect else Tense.PRESENT
    if word == "been":
        return Tense.PRESENT if perfect else Tense.PAST
    if word == "be" or word.startswith(("join", "found", "co-found", "cofound", "promoted", "intégré")):
        return Tense.BEGAN
    if word == "gearbeitet" or {"used", "moved"} & set(before):
        return Tense.PAST
    if word == "work" and "to" in before:
        return Tense.PAST
    return Tense.PRESENT if word in lexicon("present_verbs") else Tense.PAST
