"""Whether a name that is also a common word, a company or a person means the technology where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.lazy import lazy
from kg.extraction.lexicon import load
from kg.extraction.skills.automaton import Sighting, Strength
from kg.gazetteers import organizations

# What may stand between two neighbours of a list: "Go, Rust", "Go and Rust", "Go/Rust", "Go (Gin".
_JOINT = re.compile(
    r"[\s\"'”’*_`)]*(?:[,;/|•·+&()、，・]|\b(?:and|or|und|oder|et|ou|y|o|e|with|mit|avec)\b)"
    r"[\s\"'“‘*_`(]*(?:(?:and|or) )?"
)
_LONGEST_JOINT = 12
_ENDS_JOINING = re.compile(r"\s(?:and|or|und|oder|et|ou|y|e)$")
_BEGINS_JOINING = re.compile(r"(?:and|or|und|oder|et|ou|y|e)\s")
# "Oracle 80%", "Express 3 years".
_RATED = re.compile(r"\d{1,3}\s?(?:%|/\s?\d|\+?\s?(?:years?|yrs?)\b)")
_BRACKETED = re.compile(r"\(([A-Za-z][\w.+#]{0,24})(?:, ([A-Z][\w.+#]{0,24}))?\)")
_LAST_PART = re.compile(r"[/(,;:\[\"“]")
_OPENING = " \t\n\"'“‘*_`("
_NEXT_WORD = re.compile(r"[\s\"'”’*_`]*(?:['’]s\s+)?(-?[\w&]+)")
_CAPITALISED = re.compile(r" ([A-Z][\w-]+)")
# "All-Atom" is one word.
_HYPHENED = re.compile(r"[a-z]-$")
_EXPLANATION = re.compile(r"\s*(?:[:：]|[-–—]\s)")
_LOOK_BACK = 60
_FEW = 1
_SOME = 3
_LONG_NAME = 4
# "C" and "C#" are also notes of music.
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is known of a line and its document.

    `technologies` is how many different ones the document names beyond doubt. In an explicit list (`listed`) a name
    counts by standing there. `item` says that the line is one item of a list; `heading` that it heads a section or an
    entry; `employers` are the IRIs of technologies whose makers the document names as employers.
    """

    technologies: int
    listed: bool = False
    item: bool = False
    heading: bool = False
    employers: frozenset[str] = frozenset()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("skills")[name])


def accepted(text: str, seen: Sequence[Sighting], around: Surroundings) -> list[Sighting]:
    """Those of the sightings in one line that mean technologies, from the left."""
    barred = _barred(text, seen, around)
    sure = [
        not bar and not _is_doubtful(text, one, around) and _is_sure(text, one, around)
        for one, bar in zip(seen, barred, strict=True)
    ]
    for order in (range(1, len(seen)), range(len(seen) - 2, -1, -1)):
        for index in order:
            neighbour = index - order.step
            if (
                sure[index]
                or barred[index]
                or not sure[neighbour]
                or not _are_joined(text, seen[index], seen[neighbour])
            ):
                continue
            other = index + order.step
            between = 0 <= other < len(seen) and _are_joined(text, seen[index], seen[other])
            if not seen[index].cased and _is_aside(text, seen[index]):
                continue
            last = len(text) > seen[index].end and _is_last(text, seen[index])
            sure[index] = between or last or seen[index].cased or seen[index].strength is Strength.WEAK
    return [sighting for sighting, good in zip(seen, sure, strict=True) if good]


def _is_doubtful(text: str, one: Sighting, around: Surroundings) -> bool:
    """Whether a name is an employer's, so that it counts only beside another technology or after a clear word."""
    return (
        one.term.iri in around.employers
        and not around.listed
        and (_Neighbours(text, one).before[1] not in _words("before_short") - {"of", "and", "in"})
    )


def _is_last(text: str, one: Sighting) -> bool:
    """Whether a name of some length in small letters ends a series: "with Backbone.js and bootstrap."."""
    long = one.end - one.start > _LONG_NAME and text[one.start : one.end].lower() not in _words("verbs")
    return long and text[one.end] in ".;)" and not text[one.end : one.end + 2].strip(".;) ")


def _are_joined(text: str, one: Sighting, sure: Sighting) -> bool:
    """Whether two names stand side by side in a list, the sure one no mere field of work."""
    if sure.is_field:
        return False
    left, right = (one, sure) if one.start < sure.start else (sure, one)
    between = text[left.end : right.start]
    return 0 < len(between) < _LONGEST_JOINT and bool(_JOINT.fullmatch(between))


def _is_aside(text: str, one: Sighting) -> bool:
    """Whether brackets around the name alone explain what goes before: "Example DB (vector)"."""
    return text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")"


def _is_sure(text: str, one: Sighting, around: Surroundings) -> bool:
    if not around.listed and (_is_doing(text, one) or _ends_slug(text, one)):
        return False
    if one.strength is Strength.STRONG:
        return around.listed or around.technologies > 1 or not _is_in_proper_name(text, one)
    if around.listed:
        if one.strength is Strength.WEAK:
            return True
        return (one.cased or _fills_segment(text, one)) and around.technologies > 0
    if one.strength is Strength.WEAK:
        return around.technologies > _FEW and not _is_in_title(text, one)
    if one.is_field:
        return one.cased and around.technologies >= _SOME
    return one.cased and _has_cue(text, one, around)


def _ends_slug(text: str, one: Sighting) -> bool:
    """Whether a name in small letters is the end of a word with a hyphen: "external-dns"."""
    return not one.cased and _HYPHENED.search(text, max(0, one.start - 2), one.start) is not None


def _is_doing(text: str, one: Sighting) -> bool:
    """Whether a name that is a verb, too, begins a sentence and says what was done: "React quickly to complaints"."""
    if text[one.start : one.end].lower() not in _words("verbs"):
        return False
    near = _Neighbours(text, one)
    return near.begins_sentence and (near.after == "to" or (near.after.endswith("ly") and near.after.islower()))


@dataclass(frozen=True)
class _Neighbours:
    text: str
    one: Sighting

    @lazy
    def before(self) -> tuple[str, str]:
        """The two words before the name, in lower case."""
        left = self.text[max(0, self.one.start - _LOOK_BACK) : self.one.start].rstrip(_OPENING)
        if not left or not (left[-1].isalnum() or left[-1] in "@_"):
            return "", ""
        words = [_LAST_PART.split(word)[-1].lower() for word in left.rsplit(None, 2)[-2:]]
        return (words[0] if len(words) > 1 else ""), words[-1]

    @lazy
    def after(self) -> str:
        """The word after the name, as written; "-" before it where a hyphen joins it."""
        match = _NEXT_WORD.match(self.text, self.one.end)
        return match.group(1) if match else ""

    @lazy
    def begins_sentence(self) -> bool:
        before = self.text[max(0, self.one.start - _LOOK_BACK) : self.one.start].rstrip(" \"'“‘*_`(")
        return not before or before[-1] in ".!?:•–—"


def _is_in_proper_name(text: str, one: Sighting) -> bool:
    """Whether a capitalised word goes on with another: the only technology of a document may be a person or a house."""
    surface = text[one.start : one.end]
    following = text[one.end : one.end + 2]
    return surface.isalpha() and surface.istitle() and following[:1] == " " and following[1:].isupper()


def _is_in_title(text: str, one: Sighting) -> bool:
    """Whether the word after a short name makes something else of both: "ABC University", "OCR Level 2"."""
    after = _Neighbours(text, one).after
    return (after[:1].isupper() and after.lower() in _words("never_after")) and not after.isupper()


def _has_cue(text: str, one: Sighting, around: Surroundings) -> bool:
    """Whether the words beside a capitalised name speak of technology."""
    near = _Neighbours(text, one)
    earlier, before = near.before
    after = near.after.lower()
    if after.startswith("-"):
        return after[1:] in _words("hyphened")
    if before in _words("never_before") or after in _words("never_after") or after.isdigit():
        return False
    if _HYPHENED.search(text, max(0, one.start - 2), one.start):
        return False
    if f"{before} {text[one.start : one.end].lower()}" in _words("phrases"):
        return False
    if after == "to" and text[one.start : one.end].lower() in _words("verbs"):
        return False
    if f"{earlier} {before}" in _words("certain_before"):
        return True
    surface = text[one.start : one.end]
    if len(surface) <= _INITIAL and after in _words("certain_after"):
        return True
    if around.technologies < (_FEW if len(surface) > _INITIAL else _SOME):
        return False
    if around.technologies >= _SOME and (_names_what_goes_before(text, one) or (around.item and _fills(text, one))):
        return True
    if near.begins_sentence and surface.lower() in _words("verbs"):
        return after in _words("after_verb")
    if is_site(surface):
        return before in _words("site_before")
    capital = near.after[:1].isupper()
    if (not capital or near.after.isupper()) and after in _words("after"):
        return True
    telling = (
        len(surface) >= _LONG_NAME
        or not surface.isalpha()
        or (len(surface) > _INITIAL and surface.isupper() and around.technologies >= _SOME)
    )
    return not capital and before in _words("before" if telling else "before_short")


def _names_what_goes_before(text: str, one: Sighting) -> bool:
    """Whether the name stands in brackets behind a noun in small letters, alone or beside one other.

    "continuous integration (Jenkins)", "dashboards (Tableau, Crystal)".
    """
    bracket = _BRACKETED.search(text, max(0, one.start - _LOOK_BACK), min(len(text), one.end + _LOOK_BACK))
    while bracket and bracket.end() <= one.start:
        bracket = _BRACKETED.search(text, bracket.end(), min(len(text), one.end + _LOOK_BACK))
    if bracket is None or (one.start, one.end) not in (bracket.span(1), bracket.span(2)):
        return False
    if text[one.start : one.end].lower() in _words("verbs"):
        return False
    words = text[max(0, one.start - _LOOK_BACK) : bracket.start()].split()
    return bool(words) and words[-1].islower() and words[-1].isalpha()


def _is_in_longer_name(text: str, one: Sighting, beside: frozenset[int]) -> bool:
    """Whether a capitalised word beside the name makes another name of it: "Genome Assembly", "Code Composer".

    Words of other technologies do not; `beside` holds where these begin and end.
    """
    before = text[max(0, one.start - _LOOK_BACK) : one.start]
    if before.endswith(" ") and before[-2:-1].isalnum() and one.start - 1 not in beside:
        word = before.split()[-1]
        if word[0].isupper() and word.lower() not in _words("levels"):
            return True
    after = _CAPITALISED.match(text, one.end)
    return after is not None and one.end + 1 not in beside and after.group(1).lower() not in _words("after")


def _fills_segment(text: str, one: Sighting) -> bool:
    """Whether nothing else stands between the separators around a name."""
    if text[one.start : one.end].lower() in _words("levels"):
        return False
    before, after = text[max(0, one.start - 6) : one.start].rstrip(" "), text[one.end : one.end + 16].lstrip(" ")
    begins = not before[-1:].isalnum() or bool(_ENDS_JOINING.search(before))
    return begins and (not after[:1].isalnum() or bool(_BEGINS_JOINING.match(after) or _RATED.match(after)))


def _fills(text: str, one: Sighting) -> bool:
    """Whether an item holds the name alone, or the name and what it was used for ("Anaconda: …")."""
    if one.start > _SOME and text[: one.start].strip(" *_`-•") != "":
        return False
    return not text[one.end : one.end + 80].strip(" *_`.,;") or bool(_EXPLANATION.match(text, one.end))


def is_site(name: str) -> bool:
    """Whether a name is that of a site where people keep profiles and code."""
    return name.lower() in _words("sites")


@cache
def _is_organization(name: str) -> bool:
    return bool(organizations().find(name))


def is_organization(text: str, one: Sighting) -> bool:
    """Whether what a technology is called is also the name of an organization."""
    return _is_organization(text[one.start : one.end]) or _is_organization(one.term.name)


def _barred(text: str, seen: Sequence[Sighting], around: Surroundings) -> list[bool]:
    """Which names stand for employers; in "at A and B" both do."""
    barred: list[bool] = []
    unused = False
    places = frozenset(place for one in seen if not one.is_field for place in (one.start, one.end))
    for index, one in enumerate(seen):
        beside = not around.listed and index > 0 and barred[-1] and _are_joined(text, one, seen[index - 1])
        compared = not around.listed and text.endswith(_COMPARING, 0, one.start)
        unlike = compared and " ".join(_Neighbours(text, one).before) in _words("unlike_before")
        unlike = unlike or (not around.listed and text.endswith(_DENYING, 0, one.start))
        passed_on = beside and (unused or is_organization(text, one))
        unused = unlike or (passed_on and unused)
        barred.append(unlike or passed_on or _is_barred(text, one, around, places))
    return barred


_DENYING = (" no ", " not ", " without ", " kein ", " keine ", " ohne ", " sans ")
_COMPARING = ("to ", "of ", "by ", "zu ", "a ", "à ")
# What belongs to a company is told of the company: "Example's research department", "the Example company".
_OWNER = re.compile(
    r"['’]s\s+(?:\w+\s+){0,3}(?:team|department|division|group|office|lab|researchers?|engineers?|staff)\b"
    r"|\s+(?:company|corporation)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r",?\s(?:Inc|LLC|Ltd|GmbH|Corp|Pvt|Pty|B\.V|S\.A|plc)\b")


def _is_barred(text: str, one: Sighting, around: Surroundings, places: frozenset[int]) -> bool:
    """Whether a name stands for an employer: after "at" or "joined", in an entry's heading, or known as one."""
    if around.listed:
        if one.strength is not Strength.CONTEXTUAL:
            return False
        return (
            _is_in_longer_name(text, one, places)
            if one.cased
            else text[one.start : one.end].lower() in _words("levels")
        )
    if _LEGAL_FORM.match(text, one.end) or (_OWNER.match(text, one.end) and is_organization(text, one)):
        return True
    earlier, before = _Neighbours(text, one).before
    if before in _words("called_before") and around.heading:
        return True
    if before in _words("employer_before") and (before != "for" or earlier in _words("employed_for")):
        following = _CAPITALISED.match(text, one.end)
        return before == "@" or is_organization(text, one) or (following is not None and before != "for")
    return around.heading and is_organization(text, one)
