"""What a heading says its section is about: by the exact words, then by the head noun."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.words import Phrases, bare, fold, has_asian, words

_MOST_WORDS = 7
_MOST_BEFORE_NOUN = 4
_LONG_WORD = 7
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[ivxIVX]{1,4}[.)]|[A-Z][.)])\s+")
# "Open source — what I give back", "Papers [Scholar] [dblp]": what follows a dash, a colon or in brackets says more.
_EXPLAINED = re.compile(r"(.{3,40}?)(?:\s[-–—|]\s|:\s|\s?[\[(（](?=.{2,80}[\])）]\W{0,3}$))", re.DOTALL)
# "Technologies I use", "Places I've studied at": whose they are, and what became of them, says nothing of their kind.
_RELATED = re.compile(r" (?:that )?(?:i|i ve|i m|we) (?!and )\w")
_JOINTS = frozenset({"and", "und", "et", "y", "e", "ve", "the", "my", "selected", "recent", "other", "of", "in", "de"})


@cache
def _exact() -> dict[str, SectionKind]:
    return {
        _bare(phrase): SectionKind(kind)
        for kind, lists in load("sections").items()
        for phrase in lists["exact"]
        if _bare(phrase)
    }


@cache
def _heads() -> Phrases[SectionKind]:
    return Phrases((phrase, SectionKind(kind)) for kind, lists in load("sections").items() for phrase in lists["head"])


@cache
def _signs() -> tuple[tuple[str, SectionKind], ...]:
    pairs = [
        (phrase, SectionKind(kind))
        for kind, lists in load("sections").items()
        for phrase in lists["head"]
        if has_asian(phrase)
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1024)  # several questions are asked of one heading
def _bare(heading: str) -> str:
    """Letters and digits only, folded, single spaces; "&" counts as "and"."""
    text = fold(unnumbered(heading.strip()).replace("&", " and ").replace("+", " and "))
    return bare(text)


@cache
def _run_together() -> dict[str, SectionKind]:
    """The longer of them as they are without their spaces: "WORKEXPERIENCE", set wide or with a capital for a space."""
    several = ((phrase.replace(" ", ""), kind) for phrase, kind in _exact().items() if " " in phrase)
    return {phrase: kind for phrase, kind in several if len(phrase) >= _LONG_WORD and phrase.isascii()}


def unnumbered(heading: str) -> str:
    """A heading without the number before it: "2.1 Work", "IV. Work"."""
    numbering = _NUMBERING.match(heading)
    return heading[numbering.end() :] if numbering else heading


def exact_kind(heading: str) -> SectionKind | None:
    """The kind of a heading whose words are all known ("💼 Work Experience:", "Awards and Grants"); else None."""
    plain = _bare(heading)
    if found := _exact().get(plain):
        return found
    if " and " not in plain:
        return None if " " in plain else _run_together().get(plain)
    kinds = {_exact().get(part) for part in plain.split(" and ")}
    return kinds.pop() if len(kinds) == 1 else None


def tells_time_alone(heading: str) -> bool:
    """Whether a heading only parts what is from what was ("Current", "Past positions")."""
    return _bare(heading) in _times()


def tells_nothing(heading: str) -> bool:
    """Whether a heading says only that what follows is of no other kind ("Misc."): among skills it heads more."""
    return _bare(heading) in load("skills")["of_no_kind"]


def tells_of_present(heading: str) -> bool:
    """Whether a heading says that what stands under it goes on ("Current position"), and of nothing that is over."""
    said = set(_bare(heading).split())
    return not said.isdisjoint(_said("present")) and said.isdisjoint(_said("past"))


@cache
def _said(time: str) -> frozenset[str]:
    return frozenset(_bare(word) for word in load("prose")["openings"][time])


@cache
def _times() -> frozenset[str]:
    said = load("prose")
    return frozenset(_bare(word) for name in ("present", "past", "time_headings") for word in said[name])


def among_others(line: str) -> SectionKind | None:
    """The kind of a line that could be a heading without marks: all words known, or the first of two joined by "&"."""
    if found := exact_kind(line):
        return found
    first, joint, second = _bare(line).partition(" and ")
    return _exact().get(first) if joint and len(second.split()) <= 2 and len(line.split()) <= _MOST_WORDS else None


def kind(heading: str) -> SectionKind | None:
    """The kind of a heading: exact words, then the parts around "and" or "/", then the last known phrase in it."""
    if found := exact_kind(heading):
        return found
    told = _EXPLAINED.match(heading)
    if told and (found := exact_kind(told[1]) or (kind(told[1]) if heading.rstrip().endswith((")", "]")) else None)):
        return found
    plain = _bare(heading)
    if not plain or len(plain.split()) > _MOST_WORDS:
        return None
    related = _RELATED.search(plain)
    if related and (found := _exact().get(plain[: related.start()])):
        return found
    first, joint, second = plain.partition(" and ")
    if joint and second.startswith("other ") and (found := _exact().get(second.removeprefix("other "))):
        return found  # "Academic and other affiliations"
    if joint and (found := _exact().get(first)):
        works = found is SectionKind.AWARDS and _exact().get(second) is SectionKind.EXPERIENCE
        return SectionKind.EXPERIENCE if works else found  # "Fellowships and positions"
    if has_asian(plain):
        for sign, sign_kind in _signs():
            if sign in plain and len(plain) <= 3 * len(sign):
                return sign_kind
        return None
    sequence = words(plain)
    hits = list(_heads().find(sequence))
    known = sum(hit.last - hit.first for hit in hits) + sum(word.key in _JOINTS for word in sequence)
    if hits and not 2 * known >= len(sequence):  # "Papers dblp Scholar": links to where more of them stand
        known += sum(word.key in _sites() for word in sequence[hits[-1].last :])
    ends = bool(hits) and hits[-1].last == len(sequence) <= _MOST_BEFORE_NOUN
    if not hits or (2 * known < len(sequence) and not ends):
        return _misspelt(plain)
    return max(hits, key=lambda hit: (hit.last - hit.first, hit.last)).value


@cache
def _sites() -> frozenset[str]:
    return frozenset(load("keys")["sites"])


@cache
def _long_words() -> frozenset[str]:
    """The words of known headings that are long enough to be known by most of their letters."""
    known = {word for phrase in _exact() for word in phrase.split()}
    return frozenset(word for word in known if len(word) >= _LONG_WORD and word.isascii())


@cache
def _by_shape() -> dict[str, list[str]]:
    """Those of them, by themselves and by what is left of them without one letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(_long_words()):
        for shape in _shapes(word):
            found.setdefault(shape, []).append(word)
    return found


def _shapes(word: str) -> set[str]:
    """A word and what is left of it without one letter: two that one slip parts share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _misspelt(plain: str) -> SectionKind | None:
    """The kind of a heading whose long words are known ones but for a letter ("Interships", "Acheivements")."""
    mended = " ".join(_nearest(word) for word in plain.split())
    if mended == plain:
        return None
    first, joint, _ = mended.partition(" and ")
    return _exact().get(mended) or (_exact().get(first) if joint else None)


def _nearest(word: str) -> str:
    if len(word) < _LONG_WORD or not word.isascii() or word in _long_words():
        return word
    alike = {known for shape in _shapes(word) for known in _by_shape().get(shape, ())}
    near = min((known for known in alike if OSA.distance(word, known) <= 1), default=word)
    return near if near[0] == word[0] else word
