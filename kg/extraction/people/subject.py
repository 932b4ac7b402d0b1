"""Who a document is about: the name it states, never one guessed from an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extraction import headings
from kg.extraction.clues import is_known_organization, is_place, is_sentence, organization_score, title_score
from kg.extraction.dates import find
from kg.extraction.keys import key_of, role
from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, SectionKind, once
from kg.extraction.people.candidates import NICKNAME, Candidate, candidate
from kg.extraction.people.introductions import borne_out, introduced
from kg.extraction.people.names import PersonName, folded, is_name_word, is_person, person_at
from kg.extraction.words import Wording, fold, has_asian
from kg.gazetteers import skills
from kg.model import BlockKind, InlineKind, Subject

_EARLY_LINES = 40
_FIRST_LINES = 4
_SEPARATOR = re.compile(r"\s::\s|\s[|·•–—\-/~:]\s|[|·•–—,:：;]\s?|\s{3,}|\t|\n")
# A name in its own writing, alone in a title: Chinese, Japanese (often with a space inside), Korean.
_FAMILY_FIRST = re.compile(r"([^\W\d_][\w'’-]{1,30}),\s([^\W\d_][\w'’-]{1,30})(?=\s{0,3}$)")
_ASIAN = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff\u3005]{1,3}[ \u3000][\u3400-\u9fff\u3040-\u30ff]{1,4}"
    r"|[\uac00-\ud7a3]{2,4}|[\uac00-\ud7a3]{1,2} [\uac00-\ud7a3]{2,3}"
)
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{4,60})[)）]")
_LISTS = frozenset(
    (
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.PROJECTS,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
        SectionKind.AWARDS,
    )
)
_ENDS_TITLE = re.compile(r"\W{0,6}$|\s{0,2}[|·•–—:,]\s|\s-\s")
_NAMES = (None, "name")
# A name that only the page's title gives: less than one at its top, more than a heading among others of its rank.
_HIDDEN = 8.1
_GIVEN = ("name", "firstname", "first_name", "first-name", "given_name", "givenname")
_FAMILY = ("surname", "lastname", "last_name", "last-name", "family_name", "familyname")
_OTHERS = frozenset(
    (
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.STUDENTS,
        SectionKind.SKILLS,
        SectionKind.CERTIFICATES,
    )
)


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


def _candidates(outline: Outline) -> Iterator[Candidate]:
    of_others, listed = _inside(outline, _OTHERS), _inside(outline, _LISTS)
    early = [line for line in outline.lines[:_EARLY_LINES] if line.index not in of_others]
    for line in early:
        yield from introduced(outline, line)
        if line.index not in listed:
            yield from _keyed(outline, line)
    yield from _titled(outline)
    yield from _alone(outline)
    yield from _third_person(outline, [line for line in early if line.index not in listed])
    yield from _declared(outline)
    yield from _declared_in_parts(outline)
    yield from _own_in_publications(outline)


def _inside(outline: Outline, kinds: frozenset[SectionKind]) -> frozenset[int]:
    """The numbers of the lines of sections of these kinds, and of those inside them."""
    return frozenset(
        line.index
        for section in outline.sections
        if section.kind in kinds or not kinds.isdisjoint(section.path)
        for line in section.lines
    )


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


def _keyed(outline: Outline, line: Line) -> Iterator[Candidate]:
    """A form or record: "Name: Ada Example"."""
    text = line.text
    titled = any(
        other.block.kind is BlockKind.HEADING and other.block.level == 1 for other in outline.lines[:_FIRST_LINES]
    )
    pairs = zip(line.block.labels, line.cells, strict=False) if line.block.labels and not titled else ()
    for label, (start, end) in pairs:
        owner, _, key = fold(label).rpartition(".")
        own = not owner or bool(set(re.findall(r"[a-z]+", owner)) & folded("owners"))
        if own and key in folded("keys") and line.index < _EARLY_LINES // 2:
            name = _whole_name(text, start, end) or person_at(text, start, stop=end)
            if name and name.end >= end - 1 and (" " in name.name or has_asian(name.name)):
                yield candidate(outline, line, name, 9.5)
    cut = re.match(r"([^:：\t]{1,32})[:：\t]\s{0,3}", text)
    if cut and fold(cut[1]).strip(" *_") in folded("keys"):
        name = _reversed(text, cut.end()) or person_at(text, cut.end())
        if name and (" " in name.name or has_asian(name.name)):
            yield candidate(outline, line, name, 9.5)


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


def _titled(outline: Outline) -> Iterator[Candidate]:
    """The name as the title of the page: a heading above all others, or one of the first lines."""
    first_heading = next((line for line in outline.lines if line.block.kind is BlockKind.HEADING), None)
    lines = list(outline.lines[:_FIRST_LINES])
    highest = [line for line in outline.lines if line.block.kind is BlockKind.HEADING and line.block.level == 1]
    late = highest[0] if len(highest) == 1 else first_heading  # a name beside a column that is read before it
    if late and late.index >= _FIRST_LINES and late.block.level == 1 and (late.index < 12 or late is not first_heading):
        lines.append(late)
    inside = {
        section.heading.index for section in outline.sections if section.heading and not _LISTS.isdisjoint(section.path)
    }
    for rank, line in enumerate(lines):
        if line.index in inside or line.block.kind is BlockKind.ITEM or line.block.labels or len(line.text) > 160:
            continue
        if find(line.text) or _advising().search(line.text) or ((key := key_of(line)) and role(key[0]) not in _NAMES):
            continue
        told = line.block.kind is not BlockKind.HEADING and is_sentence(line.text)
        for name in _names_in_title(line.text):
            if told and any(char.isalnum() for char in line.text[: name.start]):
                break  # a piece of a sentence: "…, Labour Economics, and …"
            weight = 9.0 - rank / 10 + (0.5 if line.block.kind is BlockKind.HEADING else 0)
            weight -= 1.5 if _has_peers(outline, line) else 0.0
            yield candidate(outline, line, name, weight)
            break


def _has_peers(outline: Outline, line: Line) -> bool:
    """Whether a heading is one of several below the highest rank, as sections are and the name above them is not."""
    if line.block.kind is not BlockKind.HEADING or line.block.level == 1:
        return False
    ranks = [other.block.level for other in outline.lines if other.block.kind is BlockKind.HEADING and other.start == 0]
    return ranks.count(line.block.level) > 1


def _names_in_title(text: str) -> Iterator[PersonName]:
    start = 0
    for cut in [*_SEPARATOR.finditer(text), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        name = _whole_name(text, start, end)
        if name and not headings.kind(piece) and not is_known_organization(piece) and not _is_heading(name.name):
            yield name
        start = cut.end() if cut else end
    for bracket in _IN_BRACKETS.finditer(text):
        name = _whole_name(text, bracket.start(1), bracket.end(1))
        if name and name.titled:
            yield name


@cache
def _heading_words() -> frozenset[str]:
    """The words of all headings of sections, in every language."""
    phrases = (phrase for lists in load("sections").values() for listed in lists.values() for phrase in listed)
    return frozenset(fold(word) for phrase in phrases for word in phrase.split())


def _is_heading(name: str) -> bool:
    """Whether a name is made of words of headings alone: "Resumo Profissional"."""
    return all(fold(word) in _heading_words() for word in name.split())


def _whole_name(text: str, start: int, end: int) -> PersonName | None:
    """The name that the piece of a title is, but for words such as "Résumé of" and "'s home page"."""
    shown = [at for at in range(start, end) if text[at].isalnum()]
    if shown and (asian := _ASIAN.fullmatch(text[shown[0] : shown[-1] + 1])):
        at = text.find(asian[0], start)
        other = title_score(asian[0]) >= 3 or organization_score(asian[0]) >= 3 or is_place(asian[0])
        other = other or (any(char.isalnum() for char in text[:start] + text[end:]) and not is_person(asian[0]))
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
    if name is None or not (" " in name.name or has_asian(name.name) or _goes_on_after_nickname(text, name, last)):
        return None
    left = [
        word for word in re.findall(r"[^\W\d_][\w.’'\-]*", text[name.end : last]) if fold(word) not in ("s", "'s", "’s")
    ]
    if " " not in name.name and not has_asian(name.name):
        return name
    brackets = NICKNAME.match(text, name.end)
    known = all(fold(word).rstrip(".") in folded("suffixes") | folded("pronouns") for word in left)
    return name if known or (brackets and brackets.end() >= last) else None


def _goes_on_after_nickname(text: str, name: PersonName, end: int) -> bool:
    """Whether a nickname and a surname follow a given name up to the end: 'Ada "Addie" Roe'."""
    nickname = NICKNAME.match(text, name.end)
    rest = person_at(text, nickname.end()) if nickname else None
    inner = nickname[1] if nickname else ""
    known = is_known_organization(name.name) or is_known_organization(inner)
    return rest is not None and rest.end >= end and is_name_word(inner) and not known


def _alone(outline: Outline) -> Iterator[Candidate]:
    """A given name alone in the heading that the page begins with, borne out by a wave, an address or a role below."""
    line = next(iter(outline.lines), None)
    if line is None or line.block.kind is not BlockKind.HEADING or line.block.level > 1:
        return
    start = next((at for at, char in enumerate(line.text) if char.isalpha()), 0)
    name = person_at(line.text, start)
    if name is None or " " in name.name or has_asian(name.name) or not _ENDS_TITLE.match(line.text, name.end):
        return
    word = name.name
    if is_place(word) or is_known_organization(word) or headings.kind(word) or skills().find(word) is not None:
        return
    following = outline.lines[1].text if len(outline.lines) > 1 else ""
    rest = line.text[name.end :].strip(" |·•–—-:,")
    if (
        "👋" in line.text
        or title_score(rest) >= 3
        or title_score(_SEPARATOR.split(following)[0]) >= 3
        or borne_out(outline, fold(word))
    ):
        yield candidate(outline, line, name, 6.2)


def _third_person(outline: Outline, early: list[Line]) -> Iterator[Candidate]:
    """A page that speaks of its person by name: "Ada Example is …", "Ada studied … her …"."""
    prose = [
        line for line in early if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and len(line.text) > 60
    ]
    for line in prose[:3]:
        name = person_at(line.text, 0)
        following = re.match(r"[\s,]{1,3}(?:\([^()]{0,60}\),?\s)?([\w-]+)", line.text[name.end :]) if name else None
        if name is None or following is None or fold(following[1]) not in folded("verbs"):
            continue
        if fold(name.name) in ("he", "she"):
            continue
        of_a_person = re.search(r"\b(?:he|she|his|her)\b", line.text, re.IGNORECASE)
        if " " in name.name or (of_a_person and not is_place(name.name)):
            yield candidate(outline, line, name, 8 if " " in name.name else 6.5)
            return


def _declared(outline: Outline) -> Iterator[Candidate]:
    """A name in the page's own description, where a visible line bears it out; as the page's title, it is shown."""
    for key in ("author", "name", "title", "og:title"):
        declared = outline.text.metadata.get(key, "")
        for piece in _SEPARATOR.split(declared[:200]):
            if not is_person(piece):
                continue
            for line in outline.lines[:_EARLY_LINES]:
                if (at := line.text.find(piece.strip())) >= 0:
                    yield candidate(outline, line, PersonName(at, at + len(piece.strip()), piece.strip()), 6)
                    break
            else:
                name = piece.strip()
                start = outline.text.content.find(name) if key in ("title", "name") else -1
                if start >= 0:
                    yield Candidate(_HIDDEN, name, outline.evidence((start, start + len(name))))


def _declared_in_parts(outline: Outline) -> Iterator[Candidate]:
    """A name whose given and family names stand under keys of their own in the page's description."""
    said, content = outline.text.metadata, outline.text.content
    given = next((said[key].strip() for key in _GIVEN if said.get(key)), "")
    family = next((said[key].strip() for key in _FAMILY if said.get(key)), "")
    first, last = content.find(given), content.find(family)
    if min(first, last) >= 0 and given and family and is_person(f"{given} {family}"):
        spans = ((first, first + len(given)), (last, last + len(family)))
        yield Candidate(6, f"{given} {family}", outline.evidence(*spans))


def _own_in_publications(outline: Outline) -> Iterator[Candidate]:
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
        yield candidate(outline, *often[0][0], 5)
