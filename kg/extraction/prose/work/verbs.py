"""Verbs that tell of work, whose they are, and whether they tell of what is or was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import lexicon
from kg.extraction.prose.times import Tense
from kg.extraction.words import Opening, fold, vocabulary

_WORD = re.compile(r"\w+")
_PERSON = frozenset(
    (
        "я",
        "он",
        "она",
        "i",
        "he",
        "she",
        "i'm",
        "i've",
        "i'd",
        "j",
        "saya",
        "jag",
        "jeg",
        "ich",
        "je",
        "j'ai",
        "yo",
        "eu",
        "ik",
        "io",
        "er",
        "sie",
        "il",
        "elle",
        "ella",
        "ele",
        "ela",
        "lui",
        "lei",
        "hij",
        "zij",
        "ho",
        "ai",
        "habe",
    )
)
_PRONOUN = re.compile(
    r"\b(?:I|[Ii]ch|[Jj]e|he|she|He|She|we|We|they|They|it|It|who|which|that|you)\b|\b(?:students|team|company)\b(?=\s(?:is|was|has|have|are|were|will|[a-z]+ed|does|do|did)\b)|['’]m\b"
)
_AUXILIARIES = frozenset(
    (
        "was",
        "am",
        "is",
        "are",
        "will",
        "’ll",
        "be",
        "got",
        "get",
        "began",
        "started",
        "begin",
        "start",
        "continued",
        "estoy",
        "estou",
        "sto",
    )
)
_SAME = frozenset(("I", "ich", "Ich", "je", "Je", "he", "she", "He", "She", "'m", "’m"))
# What stands between a name and its verb: pronouns in brackets, degrees after commas.
_ASIDE = re.compile(r"(?<=\w)(?:\s?\([^()]{1,40}\)|,\s(?:[A-Z][a-z]{0,2}\.?[A-Z][A-Za-z.]{0,6},?\s?){1,3}),?$")
# "I was fortunate to work …", "I moved to Berlin to join …", "I used to work …"
_LED = (
    r"['’ ][^.;]{0,160}\b(?:fortunate|lucky|privileged|honou?red|thrilled|proud|excited|glad|happy|grateful|opportunity"
    r"|chance|pleasure|privilege|luck|moved|relocated|returned|back|went|used|left [\w. ]{2,30}|quit|resigned|chose"
    r"|continued|began|started|got|rose|ranks|way up)\b[^.;]{0,40}$"
)
_LED_TO = re.compile(rf"\b(?:I|he|she|He|She){_LED}")
_NAME_LED_TO = re.compile(_LED)


# The verb of the clause that "…, working as a …" goes on with.
_LEADS = re.compile(r"\b(?:I|[Hh]e|[Ss]he)\s(?:\w+ly\s|also\s|then\s|first\s)?([a-z]+)\b")
# "After working at A, I …": a verb after a word of time, and the clause it is told in.
_GERUND = re.compile(r"[a-z-]+ing\b")
_HAVE = frozenset(("a", "ha", "hat", "heeft"))
_WHEN = frozenset(("after", "before", "while", "when", "besides", "since", "until", "upon", "following", "alongside"))
_PRIOR_TO = re.compile(r"\bprior to$", re.IGNORECASE)
_MAIN = re.compile(r",\s(?:Dr\.\s)?(\w+)")
_NOW = re.compile(r"\b(?:am|is|currently|now|presently)\b")
_INVERTED = re.compile(r"\s(?:ich|er|sie|ik|hij|zij|jeg|jag|han|hun|hon)\s")
_SINCE = re.compile(r"\b[Ss]ince\s(?:[A-Z]\w+ )?(?:19|20)\d\d")
_PAST_FORMS = frozenset(
    (
        *("was", "had", "did", "spent", "held", "began", "left", "went", "took", "ran", "led", "built", "got", "wrote"),
        *("made", "taught", "came", "became", "found", "grew", "oversaw", "drove", "gave", "brought", "kept", "sold"),
    )
)


def verbs(lower: str) -> Iterator[re.Match[str]]:
    """Every verb of work in a text in lower case, where letters are compared one to one: in a third of the time."""
    return iter(()) if _words().isdisjoint(vocabulary(lower)) else _in_small_letters().finditer(lower, lower)


@cache
def _words() -> frozenset[str]:
    """The first word of each verb: most sentences hold none, and finding that out costs an eighth of a search."""
    forms = [form for listed in load("prose")["verbs"].values() for form in listed]
    return frozenset(_WORD.findall(form.lower())[0] for form in forms) | {"m", "s", "are"}


@cache
def verb() -> re.Pattern[str]:
    """Every verb that tells of work, in a group named after its class."""
    classes = "|".join(
        rf"(?P<{kind}>{'|'.join(map(re.escape, sorted(map(str.lower, forms), key=len, reverse=True)))})"
        for kind, forms in load("prose")["verbs"].items()
    )
    return re.compile(
        rf"(?:(?<![\w'’-])|(?<=\b[jJ]['’]))(?:{classes})(?![\w-])|(?<=[Ii])['’](?P<m>m)(?!\w)"
        r"|(?<=\w)['’](?P<s>s)\s(?=(?:currently|now|an?|at)\s)|(?<=[Tt]hey )(?P<are>are)\s(?=an?\s)",
        re.IGNORECASE,
    )


@cache
def _in_small_letters() -> Opening:
    """The same for text in lower case."""
    forms = [form for listed in load("prose")["verbs"].values() for form in listed]
    return Opening(re.compile(verb().pattern), [*forms, "'", "’", "are"])


_WHEN_NOT = re.compile(r"\b[Ww]hen (?:\w{1,4}['’]?\w{0,2} )?not\b[^,;.]{0,60},\s")  # "When not at A, she works …"


@cache
def _intentions() -> re.Pattern[str]:
    phrases = sorted(lexicon("intentions"), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(phrase)}" for phrase in phrases), re.IGNORECASE)


def is_hypothetical(text: str, start: int, end: int) -> bool:
    """Whether the stretch, or what leads to it, is wished for, offered or denied."""
    low, high = max(start - 45, 0), min(end + 25, len(text))
    if not _intentions().search(text, low, high):
        return False
    aside = _WHEN_NOT.search(text, 0, start)
    return aside is None or _intentions().search(text, max(low, aside.end()), high) is not None


def of_subject(text: str, position: int, name: str | None, end: int | None = None) -> bool:
    """Whether the verb at the position has the subject of the document for its own: "I", "she", the name, or none.

    `end` is where the verb ends: in some languages its subject follows it ("seit 2019 arbeite ich").
    """
    if end is not None and _INVERTED.match(text, end):
        return True
    before = _ASIDE.sub("", text[:position].rstrip(" '’"))
    words = before.replace(",", " , ").split()
    if words and _GERUND.match(text, position) and (fold(words[-1]) in _WHEN or _PRIOR_TO.search(before)):
        return _is_told_of_main_clause(text, position, before, name)
    skipped = 0
    while words and (_bare(words[-1]) in lexicon("adverbs") or _bare(words[-1]) in _AUXILIARIES):
        words.pop()
        skipped += 1
    if not words:
        return True
    last = words[-1].strip('*_([-–•·:"')
    if fold(last).replace("’", "'") in _PERSON or fold(last).replace("’", "'").removesuffix("'ll") == "i":
        return True
    if name and any(last == part or (len(last) > 2 and part.startswith(last)) for part in name.split()):
        return True
    if last in _HAVE and len(words) > 1 and fold(words[-2]) in _PERSON:  # "elle a été …"
        return True
    if last == "having":
        return last_subject_is_own(before) or _opens_with(before, name)
    if last in ("to", "of"):
        return bool(_LED_TO.search(before) or (_opens_with(before, name) and _NAME_LED_TO.search(before)))
    coordinated = skipped and before.split()[-skipped].strip(",") in ("and", "then", "also", "und", "et", "y", "e")
    if coordinated or not any(char.isalpha() for char in last):
        pronouns = _PRONOUN.findall(before)
        return (pronouns[-1] in _SAME) if pronouns else not coordinated or _opens_with(before, name)
    return False


def _is_told_of_main_clause(text: str, position: int, before: str, name: str | None) -> bool:
    """Whether "after working at …" tells of the one whom the clause before or after it is about."""
    if pronouns := _PRONOUN.findall(before):
        return pronouns[-1] in _SAME
    if before.count(" ") > 1:
        return is_own_clause(before, name)
    mains = [main[1] for main in _MAIN.finditer(text, position)]
    own = {*_SAME, *(name or "").split()}
    return any(word in own for word in mains) or (len(mains) == 1 and _opens_without_subject(mains[0]))


def _opens_with(text: str, name: str | None) -> bool:
    """Whether the sentence has the subject's name for its first words, an honorific aside."""
    first = [word.strip("*_,.:").removesuffix("'s").removesuffix("’s") for word in text.split()[:2]]
    return bool(name) and any(word in (name or "").split() for word in first)


@cache
def _beginnings() -> frozenset[str]:
    """The verbs that tell how something began."""
    classes = load("prose")["verbs"]
    found = {word for kind in ("join", "go", "begin", "become", "found") for word in classes[kind]}
    return frozenset(found | {"became", "become", "becoming"} - {"continued", "continue"})


def last_subject_is_own(before: str) -> bool:
    """Whether the last pronoun before a stretch is one for the subject of the document."""
    pronouns = _PRONOUN.findall(before)
    return bool(pronouns) and pronouns[-1] in _SAME


@cache
def _owned() -> re.Pattern[str]:
    """What is the subject's own and stands for the subject: "my career", "her previous experience"."""
    nouns = "|".join(map(re.escape, load("prose")["subjects"]["owned"]))
    return re.compile(rf"\b(?:[Mm]y|[Hh]is|[Hh]er)\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{nouns})\b")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('prose')['subjects']['others']))})\b", re.IGNORECASE)


def is_own_clause(before: str, name: str | None) -> bool:
    """Whether what a clause tells after these words is the subject's: "I", "my career", the name or no subject."""
    if _others().search(before):
        return False
    if pronouns := _PRONOUN.findall(before):
        return pronouns[-1] in _SAME
    if _owned().search(before) or _opens_with(before, name):
        return True
    first = _WORD.search(before)
    return first is None or _opens_without_subject(first[0])


def _opens_without_subject(word: str) -> bool:
    """Whether a word begins a sentence that leaves the subject out, or says first when or where."""
    key = fold(word)
    verb = key in _PAST_FORMS or key in lexicon("study_verbs") or (len(key) > 4 and key.endswith(("ed", "ing")))
    return verb or key in lexicon("adverbs") or key in load("prose")["subjects"]["openers"]


def is_past(verb: str) -> bool:
    """Whether a form of a verb tells of what is over."""
    return verb.endswith("ed") or verb in _PAST_FORMS


def led_by_past(text: str, position: int) -> str | None:
    """The verb in the past that a participle at the position goes on with: "I studied …, working as a …"."""
    led = list(_LEADS.finditer(text, 0, position))
    if not led or _NOW.search(text, led[-1].end(), position):
        return None
    return led[-1][1] if is_past(led[-1][1]) else None


def _bare(word: str) -> str:
    return fold(word).strip("*_-–•·:")


def tense(text: str, verb: re.Match[str]) -> Tense:
    """The tense of a verb with what goes before it: "have been working" is present, "was working" past."""
    word = verb[0].strip("'’ ").casefold()
    if re.search(r"(?:\bwill|['’]ll)\s(?:be\s)?$", text[: verb.start()]):
        return Tense.BEGAN
    before = [fold(w).replace("’", "'") for w in text[max(verb.start() - 30, 0) : verb.start()].split()][-3:]
    perfect = any(w in ("have", "has") or w.endswith(("'ve", "she's", "he's")) for w in before)
    if word == "are":
        return Tense.PRESENT
    if before[-1:] == ["of"]:  # "had the pleasure of working"
        return Tense.PAST
    if {"began", "started"} & set(before):
        return Tense.BEGAN
    alone = word in ("working", "serving", "acting") and not perfect and not {"am", "is", "i'm"} & set(before)
    if alone and (led := led_by_past(text, verb.start())):
        return Tense.BEGAN if led.casefold() in _beginnings() else Tense.PAST
    if before[-1:] and before[-1] in _WHEN | {"to", "having"} and word.endswith("ing"):
        if word in _beginnings():
            return Tense.BEGAN
        return Tense.PRESENT if before[-1] in ("besides", "alongside") else Tense.PAST
    if word in ("working", "serving", "acting"):
        return Tense.PAST if {"was", "been", "had", "were"} & set(before) and not perfect else Tense.PRESENT
    if word == "been":
        return Tense.PRESENT if perfect else Tense.PAST
    if {"used", "moved"} & set(before):
        return Tense.PAST
    if word == "be" or word in _beginnings():
        return Tense.BEGAN
    if word == "employed":
        return Tense.PRESENT if {"am", "is", "'m", "i'm"} & set(before) or perfect else Tense.PAST
    if word == "work" and "to" in before:
        return Tense.BEGAN if "went" in before else Tense.PAST
    if perfect and _SINCE.search(text):
        return Tense.PRESENT
    if word in ("responsible for", "in charge of"):
        return Tense.PRESENT if perfect or {"am", "is", "i'm"} & set(before) else Tense.PAST
    if word in ("stepped down", "retired"):
        return Tense.ENDED
    return Tense.PRESENT if word in _present_forms() else Tense.PAST


@cache
def _present_forms() -> frozenset[str]:
    """The forms of what is, accents kept: "travaille" is one, "travaillé" is none."""
    return frozenset(load("prose")["present_verbs"])
