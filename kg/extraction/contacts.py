"""Addresses of the subject, and the short forms of names that a document introduces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clues import organization_score
from kg.extraction.outline import Claim, Line, Outline, SectionKind
from kg.extraction.people.names import person_at
from kg.extraction.words import fold
from kg.model import Abbreviation, Inline, InlineKind, Link, LinkKind

_AT = r"\s{0,2}(?:@|\(at\)|\[at\]|\{at\}|<at>|\sat\s|\s\[ at \]\s|\(@\)|\[@\]|_at_)\s{0,2}"
_DOT = r"(?:\.|\s{0,2}(?:\(dot\)|\[dot\]|\{dot\}|<dot>|\sdot\s|_dot_)\s{0,2})"
_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<user>[A-Za-z0-9][\w.+-]{{0,60}}){_AT}(?P<host>[A-Za-z0-9][\w-]{{0,40}}){_DOT}(?P<rest>[A-Za-z][\w-]{{0,30}}"
    rf"(?:{_DOT}[A-Za-z]{{2,10}}){{0,2}})",
    re.IGNORECASE,
)
# What every address holds that is written out; the first letter is one class, by which the search skips all other text.
_SIGN = re.compile(r"[@/dDwW\[({<_](?:(?<=[@/])|(?<=[dD])[oO][tT]|(?<=[wW])[wW]{2}\.|(?<=[\[({<_])[aA][tT][\])}>_])")
# What an address without "@" and "dot" holds; "at" in a sentence is a word.
_DISGUISE = re.compile(r"[\[({<_][Aa][Tt][\])}>_]")
_HIDDEN_DOT = re.compile(r"\s{0,3}(?:\(dot\)|\[dot\]|\{dot\}|<dot>|\bdot\b|_dot_)\s{0,3}", re.IGNORECASE)
_WEB = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s<>()\[\]{}\"'|]{4,300}|(?:www\.|(?:[\w-]{1,40}\.)?(?:linkedin\.com|github\.com|gitlab\.com|orcid\.org|twitter\.com|x\.com)/)[^\s<>()\[\]{}\"'|,;]{1,200})",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:^|//|\.)(?:linkedin\.com/in|github\.com/[\w-]+/?$|gitlab\.com/[\w-]+/?$|orcid\.org/\d|(?:twitter|x)\.com/\w+/?$|medium\.com/@|scholar\.google\.[\w.]+/citations"
    r"|stackoverflow\.com/users|researchgate\.net/profile|dblp\.org/pid|kaggle\.com/\w+/?$|bsky\.app/profile|youtube\.com/@|leetcode\.com)",
    re.IGNORECASE,
)
_OF_OTHERS = frozenset((SectionKind.REFERENCES, SectionKind.STUDENTS))
_OWN_SECTIONS = frozenset((SectionKind.ABOUT, SectionKind.CONTACT))


def links(outline: Outline) -> list[Claim[Link]]:
    """The e-mail addresses and pages of the subject: written out, in disguise ("a [at] b [dot] c"), or linked to."""
    found: dict[tuple[LinkKind, str], Claim[Link]] = {}
    signs = outline.lines_at(match.start() for match in _SIGN.finditer(outline.shown))
    for section in outline.sections:
        if section.kind in _OF_OTHERS:
            continue
        heading = [section.heading] if section.heading else []
        for line in [*heading, *section.lines]:
            if line.index not in signs and not line.block.inlines:
                continue
            for link, start, end in _in_line(line, own=section.kind in _OWN_SECTIONS):
                kind, value = link
                span = line.span(start, end)
                fact = Link(kind=kind, value=value, evidence=(outline.evidence(span),))
                found.setdefault((kind, value.casefold()), Claim(fact, "contact", (span,)))
    return list(found.values())


def _in_line(line: Line, *, own: bool) -> Iterator[tuple[tuple[LinkKind, str], int, int]]:
    text = line.text
    if "@" in text or "dot" in text.lower() or _DISGUISE.search(text):
        for match in _EMAIL.finditer(text):
            if address := _address(match):
                yield (LinkKind.EMAIL, address), match.start(), match.end()
    for inline in line.inlines:
        target = (inline.target or "").strip()
        if inline.kind is not InlineKind.LINK or inline.end <= inline.start:
            continue
        if target.casefold().startswith("mailto:"):
            address = target[7:].split("?")[0]
            if address.count("@") == 1:  # else it is in a disguise of the author's own
                yield (LinkKind.EMAIL, address), inline.start, inline.end
        elif target.startswith(("http://", "https://", "www.")) and (
            (_OWN.search(target) and person_at(text, inline.start) is None)
            or (own and _names_itself(text, inline.start, inline.end))
        ):
            yield (LinkKind.WEB, target), inline.start, inline.end
    for match in _WEB.finditer(text) if "/" in text or "www." in text.lower() else ():
        value = match[0].rstrip(".,;:!?")
        if _OWN.search(value) or (own and len(text) < len(value) + 40):
            yield (LinkKind.WEB, value), match.start(), match.start() + len(value)


def _is_own(text: str, inline: Inline, *, own: bool) -> bool:
    """Whether a link leads to a page of the subject, not to one of somebody whose name it bears."""
    if _OWN.search(inline.target or ""):
        return person_at(text, inline.start) is None
    return own and _names_itself(text, inline.start, inline.end)


def _names_itself(text: str, start: int, end: int) -> bool:
    """Whether the words of a link say that it leads to the subject's own page."""
    words = fold(text[start:end]).strip(" .:")
    return words in (
        "website",
        "homepage",
        "home page",
        "blog",
        "portfolio",
        "my website",
        "personal website",
        "my blog",
        "web",
        "site",
        "my homepage",
    )


def _address(match: re.Match[str]) -> str | None:
    """The address that is written, None where "at" and "dot" are only words of a sentence."""
    written = match[0]
    rest = _HIDDEN_DOT.sub(".", match["rest"]).replace(" ", "")
    plain = "@" in written and " " not in written
    marked = bool(re.search(r"[\[({<_](?:at|dot|@)[\])}>_]", written, re.IGNORECASE)) or "@" in written
    worded = bool(re.search(r"\sat\s.{1,40}\sdot\s", written, re.IGNORECASE))
    if not (plain or marked or worded):
        return None
    return f"{match['user']}@{match['host']}.{rest}"


# -- short forms ------------------------------------------------------------------------------------------------------

_SHORT = re.compile(r"[(（]\s?([A-Z][\w&.\-]{1,11})\s?[)）]")
# The capital goes before what may not stand before it, so that the search skips all other text.
_LOOSE = re.compile(r"([A-Z](?<![\w.(-].)[A-Za-z]{0,3}[A-Z]{1,8})(?![\w-])")
# The first letter of a name of several words, in a line without accents.
_NAME_BEGINS = re.compile(r"([A-Z])(?=[\w'.&-]*(?:(?: |\n|, )[a-z]{1,3})*(?: |\n|, )[A-Z])")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SMALL = frozenset(
    (
        "of",
        "the",
        "and",
        "for",
        "in",
        "at",
        "de",
        "du",
        "des",
        "la",
        "le",
        "di",
        "da",
        "del",
        "der",
        "für",
        "und",
        "et",
        "y",
        "e",
        "&",
        "to",
        "on",
    )
)


def abbreviations(outline: Outline) -> list[Claim[Abbreviation]]:
    """Short forms of the document for names it writes in full.

    Introduced in brackets ("Example State University (ESU)"), or used elsewhere while their letters are the initials of
    exactly one organization named in full.
    """
    found: dict[str, Claim[Abbreviation]] = {}
    for line in outline.lines:
        if "(" not in line.text and "（" not in line.text:
            continue
        for match in _SHORT.finditer(line.text):
            start = _full_name_start(line.text, match.start(), match[1])
            if start is not None:
                full = line.text[start : match.start()].strip()
                _add(found, outline, line, (match[1], full), start, match.end(), "short form in brackets")
    _loose(outline, found)
    return list(found.values())


def _add(
    found: dict[str, Claim[Abbreviation]],
    outline: Outline,
    line: Line,
    names: tuple[str, str],
    start: int,
    end: int,
    rule: str,
) -> None:
    span = line.span(start, end)
    fact = Abbreviation(short=names[0], full=names[1], evidence=(outline.evidence(span),))
    found.setdefault(names[0], Claim(fact, rule, (span,)))


def _full_name_start(text: str, end: int, short: str) -> int | None:
    """Where the words begin, before `end`, whose initials are the letters of the short form."""
    words = list(_NAME_WORD.finditer(text, max(end - 120, 0), end))
    for count in range(1, min(len(words), 12) + 1):
        first = words[-count]
        if text[first.end() : end].count(",") > 1 or any(c in text[first.start() : end] for c in ".;:|()"):
            return None
        if _initials(text[first.start() : end], short) and first[0][0].isupper():
            return first.start()
    return None


def _initials(full: str, short: str) -> bool:
    """Whether the short form is made of the initials of the name's words.

    Each word that carries the name gives its first letter; further letters may come from inside a word ("Northeast"
    gives N and E), and small words may give theirs.
    """
    words, main = _name_words(full)
    letters = _letters(short)
    if len(words) != len(letters) < len(main):
        return False
    if len(letters) < 2 or len(main) < 2 or sum(c.isupper() for c in short) < 2:
        return False
    return "".join(letters) == "".join([word[0] for word in words]) or _aligned(letters, main)


@lru_cache(maxsize=256)  # one short form is held against every name of its document
def _letters(short: str) -> tuple[str, ...]:
    return tuple(c.casefold() for c in short if c.isalpha())


@lru_cache(maxsize=256)  # one name is held against every short form of its document
def _name_words(full: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name, folded, and those that carry it."""
    words = tuple(word.casefold() for word in _NAME_WORD.findall(full.replace("-", " ")))
    return words, tuple(word for word in words if word not in _SMALL)


def _aligned(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the letters go through the words in order, using every first letter."""
    said, at = "".join(letters), 0
    for word in words:
        at = said.find(word[0], at) + 1
        if not at:
            return False
    reached = {(0, 0)}  # (words begun, letters of the current word read)
    for letter in letters:
        after = set()
        for begun, read in reached:
            if begun < len(words) and words[begun][0] == letter:
                after.add((begun + 1, 1))
            if begun and (found := words[begun - 1].find(letter, read)) > 0:
                after.add((begun, found + 1))
        reached = after
    return any(begun == len(words) for begun, _ in reached)


def _loose(outline: Outline, found: dict[str, Claim[Abbreviation]]) -> None:
    """Short forms used without introduction, where one organization named in full has these initials."""
    shorts = {short for short in _LOOSE.findall(outline.shown) if short not in found and 3 <= len(short) <= 8}
    if not shorts:
        return
    names: dict[str, dict[str, tuple[Line, int, int]]] = {}
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for short in sorted(shorts):
        by_letter[short[0]].append(short)
    for line in outline.lines:
        if not any(letter in line.text for letter in by_letter):
            continue
        if line.text.isascii() and by_letter.keys().isdisjoint(_NAME_BEGINS.findall(line.text)):
            continue
        for start, end in _proper_names(line.text):
            name = line.text[start:end]
            for short in by_letter.get(name[0], ()):
                if _initials(name, short) and organization_score(name) >= 3:
                    names.setdefault(short, {}).setdefault(fold(name), (line, start, end))
    for short, candidates in sorted(names.items()):
        if len(candidates) == 1:
            line, start, end = next(iter(candidates.values()))
            _add(found, outline, line, (short, line.text[start:end]), start, end, "short form by initials")


def _proper_names(text: str) -> Iterator[tuple[int, int]]:
    """Runs of at least two capitalised words, small words between them included."""
    run: list[tuple[int, int, str]] = []
    end = 0
    for word in _NAME_WORD.finditer(text):
        written = word[0]
        capital = written[0].isupper()
        if run and text[end : word.start()] in (" ", "\n", ", ") and (capital or written in _SMALL):
            run.append((word.start(), word.end(), written))
        else:
            if len(run) > 1:
                yield from _trimmed(run)
            run = [(word.start(), word.end(), written)] if capital else []
        end = word.end()
    yield from _trimmed(run)


def _trimmed(run: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    while run and run[-1][2] in _SMALL:
        run.pop()
    if 1 < len(run) <= 12:
        for first in range(min(len(run) - 1, 3)):  # a sentence's first word may stand before the name
            yield run[first][0], run[-1][1]
