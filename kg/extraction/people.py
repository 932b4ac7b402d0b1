"""Who a document is about: the name it states, never one guessed from an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction import headings
from kg.extraction.clues import is_known_organization, is_place, organization_score, title_score
from kg.extraction.dates import find
from kg.extraction.keys import key_of, role
from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, SectionKind, once
from kg.extraction.person_names import PersonName, folded, is_name_word, is_person, person_at
from kg.extraction.words import Wording, fold, has_asian
from kg.model import BlockKind, Evidence, InlineKind, Subject

_EARLY_LINES = 40
_FIRST_LINES = 4
_SEPARATOR = re.compile(r"\s::\s|\s[|·•–—\-/~:]\s|[|·•–—,:：;]\s?|\s{3,}|\t|\n")
# A name in its own writing, alone in a title: Chinese, Japanese (often with a space inside), Korean.
_FAMILY_FIRST = re.compile(r"([^\W\d_][\w'’-]{1,30}),\s([^\W\d_][\w'’-]{1,30})(?=\s{0,3}$)")
_OWN_PAGE = re.compile(
    r"(?:this is|welcome to)\s"
    r"(?=[^.!?]{3,60}['’]s?\s(?:\w+\s){0,2}(?:website|site|homepage|home page|page|portfolio|blog)\b)",
    re.IGNORECASE,
)
_ASIAN = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff\u3005]{1,3}[ \u3000][\u3400-\u9fff\u3040-\u30ff]{1,4}"
    r"|[\uac00-\ud7a3]{2,4}|[\uac00-\ud7a3]{1,2} [\uac00-\ud7a3]{2,3}"
)
_NAMES = (None, "name")
_NICKNAME = re.compile(r"\s?[(（\"“'‘]\s?([^()（）\"“”'‘’]{1,40})\s?[)）\"”'’]\s?")
_OTHERS = frozenset(
    (
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.STUDENTS,
        SectionKind.SKILLS,
        SectionKind.CERTIFICATES,
    )
)
_CLOSES = re.compile(
    r"\s{0,3}(?:$|[,.;:!?()（|–—\-\n]|[\u2600-\u27bf\U0001f000-\U0001faff]|and\s|und\s|et\s|y\s|a\s|an\s|from\s|by\s)"
)


@dataclass(frozen=True)
class _Candidate:
    """A name the document may give its person; the heaviest wins, the earliest among equals."""

    weight: float
    name: str
    evidence: Evidence
    others: tuple[str, ...] = ()


@once
def subject(outline: Outline) -> Subject:
    """The person the outline is about, without a name where the document states none."""
    found = sorted(_candidates(outline), key=lambda candidate: -candidate.weight)
    if not found:
        return Subject()
    best = found[0]
    same = [candidate for candidate in found if _shares(best.name, candidate.name)]
    shown = next((one.name for one in same if fold(one.name) == fold(best.name) and not one.name.isupper()), None)
    best = replace(best, name=shown or _in_small_letters(best.name))
    others = [name for candidate in same for name in (candidate.name, *candidate.others)]
    others += [name for name in _also(outline) if name not in others]
    alternate = tuple(dict.fromkeys(name for name in others if name != best.name))
    evidence = tuple(dict.fromkeys(candidate.evidence for candidate in same if fold(candidate.name) == fold(best.name)))
    return Subject(name=best.name, alternate_names=alternate, evidence=evidence)


def _in_small_letters(name: str) -> str:
    """A name written all in capitals as it is written elsewhere: "ADA M. ROE-BERG" is Ada M. Roe-Berg."""
    if not name.isupper() or " " not in name or has_asian(name):
        return name
    return " ".join(word if len(word.rstrip(".")) < 3 else word.title() for word in name.split())


def _shares(name: str, other: str) -> bool:
    return bool(set(fold(name).split()) & set(fold(other).split()))


def _candidates(outline: Outline) -> Iterator[_Candidate]:
    of_others = _of_others(outline)
    early = [line for line in outline.lines[:_EARLY_LINES] if line.index not in of_others]
    for line in early:
        yield from _introduced(outline, line)
        yield from _keyed(outline, line)
    yield from _titled(outline)
    yield from _third_person(outline, early)
    yield from _declared(outline)
    yield from _own_in_publications(outline)


def _of_others(outline: Outline) -> frozenset[int]:
    return frozenset(line.index for section in outline.sections if section.kind in _OTHERS for line in section.lines)


def _candidate(outline: Outline, line: Line, name: PersonName, weight: float) -> _Candidate:
    """The candidate that a name in a line makes, its nickname and its other writing read from the brackets after it."""
    start, end, words, others = name.start, name.end, name.name, []
    if match := _NICKNAME.match(line.text, end):
        inner = match[1].split(",")[0].strip()
        rest = person_at(line.text, match.end()) if match.end() > match.end(1) else None
        if " " not in words and rest and " " not in rest.name and is_name_word(inner):
            others.append(f"{inner} {rest.name}")
            words, end = f"{words} {rest.name}", rest.end
        elif (is_name_word(inner) or has_asian(inner)) and fold(inner) not in folded("pronouns"):
            others.append(inner)
    return _Candidate(weight, words, outline.evidence(line.span(start, end)), tuple(others))


# -- "my name is" -----------------------------------------------------------------------------------------------------


@cache
def _introductions() -> re.Pattern[str]:
    phrases = "|".join(
        re.escape(phrase).replace("'", "['’]")
        for phrase in sorted(load("people")["introductions"], key=len, reverse=True)
    )
    signs = "|".join(re.escape(sign) for sign in load("people")["signs"])
    return re.compile(rf"(?:(?<!\w)(?P<said>{phrases})(?!\w)|(?:{signs}))[\s*_]{{0,4}}", re.IGNORECASE)


@cache
def _first_look() -> AhoCorasick:
    """All introductions in one automaton, for a first look at a line in lower case."""
    said = [phrase.lower() for phrase in load("people")["introductions"]]
    both = [*said, *(phrase.replace("'", "’") for phrase in said if "'" in phrase)]
    return AhoCorasick([*both, *load("people")["signs"], *load("people")["ends"], "this is", "welcome to"])


def _introduced(outline: Outline, line: Line) -> Iterator[_Candidate]:
    text = line.text
    if not _first_look().find_matches_as_indexes(text.lower()):
        return
    for match in _introductions().finditer(text):
        said = match["said"] or ""
        if match.end() == len(text):
            yield from _on_the_next_line(outline, line)
            continue
        name = person_at(text, match.end())
        if name is None or (name.start > match.end() and not name.titled):
            continue
        if fold(name.name.split()[0]) in folded("demonyms"):
            continue
        weak = fold(said) in ("i am", "i'm", "soy", "ich bin", "je suis", "eu sou", "sono", "ik ben")
        if " " in name.name or has_asian(name.name):
            if not has_asian(name.name) or match["said"] is None or _CLOSES.match(text, name.end):
                yield _candidate(outline, line, name, 10)
        elif _is_given_name(text, name, weak=weak):
            yield _candidate(outline, line, name, 7)
    for match in _OWN_PAGE.finditer(text):
        name = person_at(text, match.end())
        if name and " " in name.name:
            yield _candidate(outline, line, name, 9.2)
    for ending in load("people")["ends"] if has_asian(text) else ():
        if (at := text.find(ending)) > 0:
            name = person_at(text, max(text.rfind(sign, 0, at) for sign in "、。，はは 　は") + 1)
            if name and name.end == at and has_asian(name.name):
                yield _candidate(outline, line, name, 7)


def _on_the_next_line(outline: Outline, line: Line) -> Iterator[_Candidate]:
    following = outline.lines[line.index + 1] if line.index + 1 < len(outline.lines) else None
    if following and (name := person_at(following.text, 0)) and name.end >= len(following.text.rstrip(" .!👋")):
        yield _candidate(outline, following, name, 10 if " " in name.name else 7)


def _is_given_name(text: str, name: PersonName, *, weak: bool) -> bool:
    """Whether a single word said to be one's name is one, not a nationality, a place or the first word of a noun."""
    word = fold(name.name)
    if is_place(name.name) or word in folded("demonyms") or name.name.isupper():
        return False
    return not weak or bool(_CLOSES.match(text, name.end))


@cache
def _also_called() -> Wording:
    phrases = sorted(load("people")["also"], key=len, reverse=True)
    anyone = "|".join(re.escape(phrase) for phrase in phrases)
    return Wording(re.compile(rf"\b(?:{anyone})\s(?:the name\s)?", re.IGNORECASE), phrases)


def _also(outline: Outline) -> list[str]:
    found = []
    for line in outline.lines[:_EARLY_LINES]:
        for match in _also_called().finditer(line.text):
            name = person_at(line.text, match.end())
            if name and name.start == match.end() and not is_place(name.name):
                found.append(name.name)
    return found


# -- titles, forms, metadata ------------------------------------------------------------------------------------------


def _keyed(outline: Outline, line: Line) -> Iterator[_Candidate]:
    """A form or record: "Name: Ada Example"."""
    text = line.text
    titled = any(
        other.block.kind is BlockKind.HEADING and other.block.level == 1 for other in outline.lines[:_FIRST_LINES]
    )
    pairs = zip(line.block.labels, line.cells, strict=False) if line.block.labels and not titled else ()
    for label, (start, end) in pairs:
        if fold(label).rsplit(".", 1)[-1] in folded("keys") and line.index < _EARLY_LINES // 2:
            name = _whole_name(text, start, end) or person_at(text, start, stop=end)
            if name and name.end >= end - 1 and (" " in name.name or has_asian(name.name)):
                yield _candidate(outline, line, name, 9.5)
    cut = re.match(r"([^:：\t]{1,25})[:：\t]\s{0,3}", text)
    if cut and fold(cut[1]).strip(" *_") in folded("keys"):
        name = _reversed(text, cut.end()) or person_at(text, cut.end())
        if name and (" " in name.name or has_asian(name.name)):
            yield _candidate(outline, line, name, 9.5)


@cache
def _advising() -> re.Pattern[str]:
    """What tells of an advisor, whose name then is not the subject's."""
    lists = load("advising")
    words = sorted((*lists["by"], *lists["roles"]), key=len, reverse=True)
    signs = "|".join(re.escape(sign) for sign in lists["signs"])
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b|\bprofessors\b|{signs}", re.IGNORECASE)


def _reversed(text: str, position: int) -> PersonName | None:
    """The name written "Lindqvist, Mara"."""
    match = _FAMILY_FIRST.match(text, position)
    if not match or not (is_name_word(match[1]) and is_name_word(match[2])):
        return None
    return PersonName(match.start(), match.end(), f"{match[2]} {match[1]}")


def _titled(outline: Outline) -> Iterator[_Candidate]:
    """The name as the title of the page: a heading above all others, or one of the first lines."""
    first_heading = next((line for line in outline.lines if line.block.kind is BlockKind.HEADING), None)
    lines = list(outline.lines[:_FIRST_LINES])
    if (
        first_heading
        and first_heading.index >= _FIRST_LINES
        and first_heading.block.level == 1
        and first_heading.index < 12
    ):
        lines.append(first_heading)
    for rank, line in enumerate(lines):
        if line.block.kind is BlockKind.ITEM or line.block.labels or len(line.text) > 160:
            continue
        if find(line.text) or _advising().search(line.text) or ((key := key_of(line)) and role(key[0]) not in _NAMES):
            continue
        for name in _names_in_title(line.text):
            weight = 9.0 - rank / 10 + (0.5 if line.block.kind is BlockKind.HEADING else 0)
            yield _candidate(outline, line, name, weight)
            break


def _names_in_title(text: str) -> Iterator[PersonName]:
    start = 0
    for cut in [*_SEPARATOR.finditer(text), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        name = _whole_name(text, start, end)
        if name and not headings.kind(piece) and not is_known_organization(piece):
            yield name
        start = cut.end() if cut else end


def _whole_name(text: str, start: int, end: int) -> PersonName | None:
    """The name that the piece of a title is, but for words such as "Résumé of" and "'s home page"."""
    shown = [at for at in range(start, end) if text[at].isalnum()]
    if shown and (asian := _ASIAN.fullmatch(text[shown[0] : shown[-1] + 1])):
        at = text.find(asian[0], start)
        other = title_score(asian[0]) >= 3 or organization_score(asian[0]) >= 3 or is_place(asian[0])
        return None if other else PersonName(at, at + len(asian[0]), asian[0])
    words = list(re.finditer(r"[^\W\d_][\w.’'\-]*", text[start:end]))
    drop = folded("title_words")
    while words and fold(words[0][0]) in drop:
        words.pop(0)
    while words and fold(words[-1][0]) in drop:
        words.pop()
    if not words:
        return None
    first = start + words[0].start()
    name = person_at(text, first)
    last = start + words[-1].end()
    if name is None or not (" " in name.name or has_asian(name.name)):
        return None
    left = [
        word for word in re.findall(r"[^\W\d_][\w.’'\-]*", text[name.end : last]) if fold(word) not in ("s", "'s", "’s")
    ]
    brackets = _NICKNAME.match(text, name.end)
    known = all(fold(word).rstrip(".") in folded("suffixes") | folded("pronouns") for word in left)
    return name if known or (brackets and brackets.end() >= last) else None


def _third_person(outline: Outline, early: list[Line]) -> Iterator[_Candidate]:
    """A page that speaks of its person by name: "Ada Example is …", "Ada studied … her …"."""
    prose = [
        line for line in early if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and len(line.text) > 60
    ]
    for line in prose[:3]:
        name = person_at(line.text, 0)
        following = re.match(r"[\s,]{1,3}(?:\([^()]{0,60}\)\s)?([\w-]+)", line.text[name.end :]) if name else None
        if name is None or following is None or fold(following[1]) not in folded("verbs"):
            continue
        if fold(name.name) in ("he", "she"):
            continue
        of_a_person = re.search(r"\b(?:he|she|his|her|they|their)\b", line.text, re.IGNORECASE)
        if " " in name.name or (of_a_person and not is_place(name.name)):
            yield _candidate(outline, line, name, 8 if " " in name.name else 6.5)
            return


def _declared(outline: Outline) -> Iterator[_Candidate]:
    """A name in the page's own description, where a visible line bears it out; as the page's title, it is shown."""
    for key in ("author", "name", "title", "og:title"):
        declared = outline.text.metadata.get(key, "")
        for piece in _SEPARATOR.split(declared[:200]):
            if not is_person(piece):
                continue
            for line in outline.lines[:_EARLY_LINES]:
                if (at := line.text.find(piece.strip())) >= 0:
                    yield _candidate(outline, line, PersonName(at, at + len(piece.strip()), piece.strip()), 6)
                    break
            else:
                name = piece.strip()
                start = outline.text.content.find(name) if key in ("title", "name") else -1
                if start >= 0:
                    yield _Candidate(4, name, outline.evidence((start, start + len(name))))


def _own_in_publications(outline: Outline) -> Iterator[_Candidate]:
    """The author whose name the lists of publications set off, again and again: authors do that with their own."""
    seen: dict[str, list[tuple[Line, PersonName]]] = {}
    for section in outline.sections:
        if section.kind is not SectionKind.PUBLICATIONS:
            continue
        for line in section.lines:
            for inline in line.inlines:
                if inline.kind is not InlineKind.STRONG:
                    continue
                name = person_at(line.text, inline.start)
                if name and name.end >= inline.end - 2 and " " in name.name:
                    seen.setdefault(name.name, []).append((line, name))
    often = [found for found in seen.values() if len(found) > 1]
    if len(often) == 1:
        yield _candidate(outline, *often[0][0], 5)
