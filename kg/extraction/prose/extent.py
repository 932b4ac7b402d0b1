"""How far the name of an organization reaches in running text: "Institute of Physics and Astronomy", "Moe & Sons"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.clues import (
    is_area,
    is_body_noun,
    is_known_organization,
    is_place,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.lexicon import load
from kg.extraction.words import fold

_WORD = re.compile(r"[^\W_](?:[\w.&'’+/@-]|\*(?=[A-Z]))*|&")
ARTICLE = re.compile(
    r"\s{0,2}(?:both\s{1,2})?(?:(?:the|a|an|my|our|its|la|le|les|el|il|lo|gli|der|die|das|dem|den)\s{1,2}|l['’])?(?:firma\s(?=[A-Z]))?[*_\"“‘\[]{0,2}",
    re.IGNORECASE,
)
# Where a list has commas or an "and", the "&" in it belongs to a name.
_LISTS_BEFORE = re.compile(r"(?:,|\s(?:and|und|et|y))\s(?:the\s)?$")
_LISTS_AFTER = re.compile(r",?\s(?:and|und|et|y)\s(?:the\s)?(?=[A-Z])(?!I\b|He\b|She\b)")
# Words of other languages between a unit and what it is part of.
PART_OF = frozenset(load("prose")["joints"]["part_of"])
_GERMAN_SCHOOL = re.compile(r"(?:Hochschule|Universität|Akademie|Fachhochschule|Institut|Museum) für \w+$")
_NAMES_TOO = frozenset(("may", "march", "spring", "summer", "fall", "winter"))
INSTITUTE = re.compile(
    r"\b(?:institut|institutes?|cent(?:er|re)|laborator|school|college|facult|hospital)", re.IGNORECASE
)
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-zà-ÿ]")  # "Université d'Elmont"
_FOR = re.compile(
    r"\b(?:cent(?:er|re)|institute|school|foundation|agency|society|department|organi[sz]ation|code|teach|college|office|bureau"
    r"|council|association|program(?:me)?|academy|lab(?:oratory)?|fund|ministry|group|initiative|network|alliance|committee"
    r"|union|coalition|trust|board|chair|campaign|people|doctors|engineers|students|women|girls)\b",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")  # in small letters after a Latin name, it goes on with the sentence
_NAMED_GROUP = re.compile(
    r"(?: (?:[A-Z][\w-]*|of|and)){1,5}(?: \([A-Z][\w-]{1,12}\))? (?:research )?(?:group|lab|laboratory|team)\b"
)
# "Centre for Studies in Law", "Institute for Research in Crystals"
_WORK_IN = re.compile(
    r"\b(?:Research|Studies|Study|Excellence|Innovation|Education|Training|Learning|Leadership|Diversity|Advances)$"
)
_SHORT_FORM = re.compile(r"\s\((?:the\s)?(?P<short>[A-Z][A-Za-z&]{2,9})\)")
_SPELLED = re.compile(r"[A-Z][\w-]*(?:\s(?:[A-Z][\w-]*|for|in|of|and|on|the|to|&|with)){2,11}")
_FORM_AFTER = re.compile(r",?\s(?:GmbH|Inc|Ltd|LLC|Corp|AG|Oy|AB|BV|Pvt|SRL|S\.A)(?!\w)")  # "example GmbH"
_LONGEST = 12
_LONGEST_NOUN = 20
_REACH = 140


@cache
def name_words(name: str) -> frozenset[str]:
    """The words of one kind that matter in names of organizations."""
    return frozenset(fold(word) for word in load("prose")["names"][name])


def extent(
    text: str, start: int, link: tuple[int, int] | None, links: Sequence[tuple[int, int]] = ()
) -> tuple[int | None, int]:
    """(where the owner in "owner's thing" ends, where the name ends); a link after "and" is a name of its own."""
    if spelled := _spelled_out(text, start):
        return None, spelled
    owner: int | None = None
    end = position = start
    pending = False
    for count, word in enumerate(_WORD.finditer(text, start, min(start + _REACH, len(text)))):
        if count >= _LONGEST or (count and not _adjoins(text, position, word.start())):
            break
        linked = link is not None and word.start() < link[1]
        if linked and count and word[0] == "at":  # "[Department of X at Example University]" names two
            break
        bare = word[0].rstrip(".'’")
        if (
            not linked
            and not _goes_in(word[0], bare, text, word, count)
            and not (count and _tells_kind(bare, text, start))
        ):
            if fold(bare) in name_words("units") and count and not pending:
                end = word.start() + len(bare)
            break
        if link is not None and word.start() < link[1] < word.end():  # a link that the next word touches
            return owner, link[1]
        position = word.end()
        if count and not linked and fold(bare) in name_words("small") and not bare[0].isupper():
            if any(a == word.end() + 1 for a, _ in links) or not _joins(text, start, word, link):
                break
            pending = True
            continue
        pending = False
        end = word.start() + len(bare)
        if not linked and (cut := _possessive(text, word)):
            owner, end = (owner or cut) if cut == word.end() - 1 else cut, word.end()
    return owner, end


def _spelled_out(text: str, start: int) -> int | None:
    """Where a name ends whose capitals the brackets after it repeat: "Access and Equity in Earth Science (AEES)"."""
    short = _SHORT_FORM.search(text, start, start + _REACH)
    if short is None or not _SPELLED.fullmatch(text, start, short.start()):
        return None
    words = [part for word in text[start : short.start()].split() for part in word.split("-")]
    initials = "".join(word[0] for word in words if word[:1].isupper())
    whole = any(word in ("for", "in", "on", "to", "with") for word in words)  # other names end right without
    return short.start() if whole and initials == short["short"].upper() else None


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether a word goes on right after the one before, with no comma or closing full stop between."""
    return text[end:start] in (" ", "", "  ") and (text[end - 1 : end] not in (".", ",") or _inside(text, end))


def _possessive(text: str, word: re.Match[str]) -> int | None:
    """Where the owner ends in "owner's" and "owners'"."""
    if word[0].endswith(("'s", "’s")):
        return word.end() - 2
    return word.end() - 1 if word[0].endswith(("s'", "s’")) and text[word.end() : word.end() + 1] == " " else None


def _inside(text: str, position: int) -> bool:
    """Whether the dot before the position belongs to the name: an initial, "St.", "Inc."."""
    word = text[max(text.rfind(" ", 0, position - 1), 0) : position].strip()
    return (len(word) <= 4 and word.endswith(".") and word[:1].isupper()) or word.casefold() in (
        "univ.",
        "dept.",
        "inst.",
    )


def _goes_in(written: str, bare: str, text: str, word: re.Match[str], count: int) -> bool:
    key = fold(bare)
    if not bare:
        return written == "&" and count > 0
    if bare.isdigit() and len(bare) == 4 and bare[:2] in ("19", "20"):
        following = text[word.end() : word.end() + 5]
        return count > 0 and following.startswith(" Lab")
    if count and (key in name_words("small") or _ELIDED.match(bare)):
        return True
    if key in name_words("stops") and not (key in _NAMES_TOO and count > 0 and not _dated(text, word.end())):
        return False
    if bare[0].isupper() or bare[0].isdigit() or not bare[0].isascii():
        before = text[word.start() - 2 : word.start() - 1] if count else ""
        return not (bare[0].islower() and before.isascii() and _CYRILLIC.match(bare))
    return count == 0 and (
        any(c.isupper() for c in bare)
        or is_known_organization(bare)
        or "." in bare.strip(".")
        or _FORM_AFTER.match(text, word.end()) is not None
    )


def _tells_kind(bare: str, text: str, start: int) -> bool:
    """Whether an adjective in small letters is part of a name begun in a language that writes it so."""
    if fold(bare) not in name_words("qualities"):
        return False
    return fold(text[start : start + _LONGEST_NOUN].partition(" ")[0]) in name_words("abroad")


def _dated(text: str, position: int) -> bool:
    return bool(re.match(r"[\s,'’]{1,3}(?:of\s)?\d", text[position : position + 8]))


def _joins(text: str, start: int, word: re.Match[str], link: tuple[int, int] | None) -> bool:
    """Whether a small word is inside the name: "Institute of Physics" yes, "Example and Other Inc." no."""
    rest = _WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] == " " else None
    if rest is None:
        return False
    key = fold(word[0])
    if key in ("the", "a", "la", "le", "des") and rest[0][0].islower():
        return False
    following = rest[0]
    left = text[start : word.start()].strip()
    stop = _run(text, rest.start())
    right = text[rest.start() : stop]
    if key == "of" and fold(left.split()[-1]) in name_words("units") | {"branch"} and _tells_body(right):
        return False
    if key in PART_OF and (is_unit(left) or INSTITUTE.search(left)) and _names_outer(text, rest.start()):
        return False
    if key == "in" and not (_WORK_IN.search(left) and INSTITUTE.search(left) and following[0].isupper()):
        return False
    if key == "in" and (is_place(right) or organization_score(right) >= 3):
        return False
    if key == "for" and not _FOR.search(left) and not _NAMED_GROUP.match(text, word.end()):
        return False
    if key not in ("and", "&", "und", "et", "y", "e"):
        if fold(following) in ("the", "la", "le", "des", "l"):
            after = _WORD.match(text, rest.end() + 1)
            return after is not None and after[0][0].isupper() and key != "and"
        return following[0].isupper() and not (key == "a" and following[0].isupper())
    if not following[0].isupper() or fold(following) in name_words("stops") or title_score(following) >= 4:
        return False
    if link is not None and link[1] <= word.start():
        return False
    if is_known_organization(f"{left} {word[0]} {right}"):
        return True
    if is_known_organization(left) or is_known_organization(right):
        return False
    if key == "&" and (_LISTS_BEFORE.search(text, 0, start) or _LISTS_AFTER.match(text, stop) or _is_firm(left, right)):
        return True
    if key == "und" and _GERMAN_SCHOOL.match(left) and not is_unit(right) and not INSTITUTE.match(right):
        return True
    if text.startswith(" & ", stop):
        return False
    apart = left.startswith("University of ") or _LISTS_BEFORE.search(text, 0, start) is not None
    if apart and organization_score(right) >= 2.5 and not _is_part(right):
        return False
    if any(f" {small} " in f" {left} " for small in ("of", "for", "de", "für", "in")):
        return (
            organization_score(right) < 3
            or " " not in right
            or right.split()[0] in ("Technology", "Engineering", "Science", "Sciences")
        )
    if organization_score(left) >= 3:
        return fold(right) in name_words("generic")
    if _is_whole(right):
        return False
    last = right.split()[-1] if right.split() else ""
    return is_unit(right) or fold(last) in (
        "university",
        "institute",
        "school",
        "college",
        "department",
        "center",
        "centre",
    )


def _is_whole(name: str) -> bool:
    """Whether what follows "and" is a name by itself: "Ridgeway Medical Center", unlike "State University"."""
    words = name.split()
    return len(words) > 1 and organization_score(name) >= 3 and not _is_part(name)


def _is_part(name: str) -> bool:
    """Whether a name is that of a unit, or begins with what many names hold: "Analytics Lab", "Computer School"."""
    words = [fold(word) for word in name.split()]
    return words[-1] in name_words("units") or words[0] in name_words("kinds") or is_area(words[0])


def _is_firm(left: str, right: str) -> bool:
    """Whether two surnames joined by "&" name one firm, as partners do: "Moe & Fjeld", "Moe & Fjeld LLP"."""
    words = right.split()
    legal = len(words) > 1 and organization_score(right) >= 5
    school = len(words) > 1 and is_school(right) and not is_known_organization(right)
    return (
        " " not in left
        and (len(words) == 1 or legal or school)
        and not is_place(left)
        and not (left.isupper() or right.isupper())
    )


def _names_outer(text: str, position: int) -> bool:
    """Whether the name at the position, an article read over, is that of an organization with units."""
    article = ARTICLE.match(text, position)
    start = article.end() if article else position
    return _tells_body(text[start : _run(text, start)])


def _tells_body(name: str) -> bool:
    """Whether capitalised words name an organization, or begin the name of one: "Universidad" of "de Example"."""
    return organization_score(name) >= 3 or is_body_noun(name)


def _run(text: str, start: int) -> int:
    """Where the capitalised words from `start` on end."""
    end = start
    for word in _WORD.finditer(text, start, min(start + 80, len(text))):
        if text[end : word.start()].strip() or not word[0][0].isupper():
            break
        end = word.end()
    return end - (text[end - 1 : end] == ".")
