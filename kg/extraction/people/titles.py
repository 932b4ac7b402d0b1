"""Names in the titles of pages: a heading above all others, one of the first lines, a given name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction import headings
from kg.extraction.clues import is_known_organization, is_place, is_sentence, organization_score, title_score
from kg.extraction.dates import find
from kg.extraction.keys import key_of, role
from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.people.attire import ends_with, past_attire
from kg.extraction.people.candidates import NICKNAME, Candidate, candidate
from kg.extraction.people.introductions import OWNED, borne_out
from kg.extraction.people.names import PersonName, folded, is_name_word, is_person, person_at
from kg.extraction.people.parts import family_first, is_thing
from kg.extraction.words import fold, has_asian
from kg.gazetteers import skills
from kg.model import BlockKind

FIRST_LINES = 4
SEPARATOR = re.compile(
    r"\s::\s|\s[|·•–—\-/~:]\s|[|·•–—,:：;<]\s?|\s\[|\s{3,}|\t|\n|\s(?:aka|a\.k\.a\.?|alias|at|@)\s", re.IGNORECASE
)
# A name in its own writing, alone in a title: Chinese, Japanese (often with a space inside), Korean.
_ASIAN = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff\u3005]{1,3}[ \u3000][\u3400-\u9fff\u3040-\u30ff]{1,4}"
    r"|[\uac00-\ud7a3]{2,4}|[\uac00-\ud7a3]{1,2} [\uac00-\ud7a3]{2,3}"
)
LISTS = frozenset(
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
# Whatever has a capital in these is a referee, a thing or a diploma.
_OF_OTHERS = frozenset(
    (SectionKind.REFERENCES, SectionKind.SKILLS, SectionKind.CERTIFICATES, SectionKind.LANGUAGES, SectionKind.HOBBIES)
)
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{4,60})[)）]")
# What dates a title: "CV of Ada Roe (May 2024)", "Ada Roe CV 2024".
_DATED = re.compile(r"\s[(\[][^()\[\]]{4,40}[)\]]$|(?<=\b(?i:cv))\W{1,3}(?:[A-Z][a-z]{2,8}\s)?\d{4}$")
_ENDS_TITLE = re.compile(r"\W{0,6}$|\s{0,2}[|·•–—:,]\s|\s-\s")
_WORD = re.compile(r"[^\W\d_][\w.’'\-]*")
_OWNS = frozenset(("s", "'s", "’s"))
_SMALL = re.compile(r"[^\W\d_A-Z]{2,20}(?: [^\W\d_A-Z]{2,20}){1,2}")
_SHORT = re.compile(r"(?:An|Or|He|So|Do) ([^\W\d_]{2,20})")
_NAMES = (None, "name")
_LONGEST_ROLE = 6
_GAP = re.compile(r"[\t\n]")
_NUMBER_BEFORE = re.compile(r"\d[\da-zA-Z/-]{0,5},?\s{1,3}$")
_NUMBER_AFTER = re.compile(r"[\s,.]{1,2}\d{1,3}[a-zA-Z]?(?=,|\W{0,3}$)")
_NO_TITLE = (BlockKind.ITEM, BlockKind.QUOTE)


@cache
def _advising() -> re.Pattern[str]:
    """What tells of an advisor, whose name then is not the subject's."""
    lists = load("advising")
    words = sorted((*lists["by"], *lists["roles"]), key=len, reverse=True)
    signs = "|".join(re.escape(sign) for sign in lists["signs"])
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b|\bprofessors\b|{signs}", re.IGNORECASE)


def titled(outline: Outline) -> Iterator[Candidate]:
    """The name as the title of the page: a heading above all others, or one of the first lines."""
    first_heading = next((line for line in outline.lines if line.block.kind is BlockKind.HEADING), None)
    lines = list(outline.lines[:FIRST_LINES])
    highest = [line for line in outline.lines if line.block.kind is BlockKind.HEADING and line.block.level == 1]
    late = highest[0] if len(highest) == 1 else first_heading  # a name beside a column that is read before it
    if late and late.index >= FIRST_LINES and late.block.level == 1 and (late.index < 12 or late is not first_heading):
        lines.append(late)
    inside = _inside_sections(outline)
    for rank, line in enumerate(lines):
        if line.index in inside or _is_no_title(line):
            continue
        told = line.block.kind is not BlockKind.HEADING and is_sentence(line.text)
        for name in _names_of(line, first=all(calls_a_page(before.text) for before in lines[:rank])):
            if told and not _begins(line.text, 0, name):
                break  # a piece of a sentence: "…, Labour Economics, and …"
            if line.block.kind is BlockKind.ROW and line.cells and not _fills_cell(line, name):
                break  # a piece of an address in a form
            weight = 9.0 - rank / 10 + (0.5 if line.block.kind is BlockKind.HEADING else 0)
            weight -= 1.5 if _has_peers(outline, line) else 0.0
            yield candidate(outline, line, name, weight)
            break


def _inside_sections(outline: Outline) -> frozenset[int]:
    """The lines that give no page its title: headings inside lists, and all that is said of referees and by others."""
    found = set()
    for section in outline.sections:
        if section.heading and section.heading.index and not LISTS.isdisjoint(section.path):
            found.add(section.heading.index)
        if not (_OF_OTHERS | LISTS).isdisjoint((section.kind, *section.path)):
            found.update(line.index for line in section.lines)
    return frozenset(found)


def _is_no_title(line: Line) -> bool:
    """Whether a line is set or worded as no title with a name is: an item, a date, a key, a telling of advisors."""
    if line.block.kind in _NO_TITLE or line.block.labels or len(line.text) > 160:
        return True
    if find(_DATED.sub("", line.text)) or _advising().search(line.text) or fold(line.text) in folded("keys"):
        return True
    key = key_of(line)
    return key is not None and role(key[0]) not in _NAMES


def _names_of(line: Line, *, first: bool) -> Iterator[PersonName]:
    """The names that a line may give the page as its title; `first` says that only words for pages stand before it."""
    reversed_name = family_first(line.text, 0) if first else None
    if _is_short(line):
        yield PersonName(0, len(line.text), line.text)
    elif reversed_name and not is_thing(line.text.split(", ")[0]):
        yield reversed_name
    else:
        yield from _named(line.text)


def calls_a_page(piece: str) -> bool:
    """Whether a piece is made of words for pages alone: "Curriculum Vitae"."""
    words = fold(piece).split()
    return bool(words) and all(word in folded("title_words") for word in words)


def _fills_cell(line: Line, name: PersonName) -> bool:
    """Whether a name, with its honorifics, degrees and role, is all of a line in a cell but for signs."""
    start = len(line.text[: name.start]) - len(_GAP.split(line.text[: name.start])[-1])
    end = name.end + len(_GAP.split(line.text[name.end :])[0])
    if not _begins(line.text, start, name):
        return False
    after = past_attire(line.text, name.end)
    return ends_with(line.text, name, end) or title_score(line.text[after:end].strip(" ,|–—-·•:")) >= 3


def _begins(text: str, start: int, name: PersonName) -> bool:
    """Whether a name, with its honorifics, is the first that stands after `start`."""
    first = next((at for at in range(start, name.end) if text[at].isalnum()), start)
    begun = person_at(text, first)
    return begun is not None and begun.start == name.start


def _is_short(line: Line) -> bool:
    """Whether the page's own title is a name that begins with a short word: "An Lindqvist"."""
    if line.block.kind is not BlockKind.HEADING or line.block.level != 1 or line.index > 0:
        return False
    match = _SHORT.fullmatch(line.text)
    return match is not None and is_name_word(match[1]) and fold(match[1]) not in _heading_words()


def _has_peers(outline: Outline, line: Line) -> bool:
    """Whether a heading is one of several below the highest rank, as sections are and the name above them is not."""
    if line.block.kind is not BlockKind.HEADING or line.block.level == 1:
        return False
    ranks = [other.block.level for other in outline.lines if other.block.kind is BlockKind.HEADING and other.start == 0]
    return ranks.count(line.block.level) > 1


def _named(text: str) -> Iterator[PersonName]:
    start = 0
    for cut in [*SEPARATOR.finditer(text), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        name = whole_name(text, start, end)
        headed = headings.kind(piece) and not (name and OWNED.match(text, name.end))
        known = headed or is_known_organization(piece) or (name is not None and _is_heading(name.name))
        if name and not known and not _is_street(text, name):
            yield name
        start = cut.end() if cut else end
    for bracket in _IN_BRACKETS.finditer(text):
        name = whole_name(text, bracket.start(1), bracket.end(1))
        if name and name.titled:
            yield name


def _is_street(text: str, name: PersonName) -> bool:
    """Whether a name with a number beside it is one of a street: "12 Maple Grove Ct.", "Rua Alta 7"."""
    words = fold(name.name).rstrip(".").split()
    if words[-1] in folded("streets") and _NUMBER_BEFORE.search(text[: name.start]):
        return True
    return not folded("streets").isdisjoint((words[0], words[-1])) and _NUMBER_AFTER.match(text, name.end) is not None


@cache
def _heading_words() -> frozenset[str]:
    """The words of all headings of sections, in every language."""
    phrases = (phrase for lists in load("sections").values() for listed in lists.values() for phrase in listed)
    return frozenset(fold(word) for phrase in phrases for word in phrase.split())


def _is_heading(name: str) -> bool:
    """Whether a name is made of words of headings alone: "Resumo Profissional"."""
    return all(fold(word) in _heading_words() for word in name.split())


def whole_name(text: str, start: int, end: int) -> PersonName | None:
    """The name that the piece of a title is, but for words such as "Résumé of" and "'s home page"."""
    if has_asian(text[start:end]) and (unspaced := _unspaced(text, start, end)):
        return unspaced
    words = list(_WORD.finditer(text[start:end]))
    drop = folded("title_words")
    while words and fold(words[0][0]) in drop and len(words[0][0]) > 1:
        words.pop(0)
    while words and fold(words[-1][0]) in drop:
        words.pop()
    if not words:
        return None
    words = words[_past_role(text[start:end], words) :]
    first = start + words[0].start()
    name = person_at(text, first)
    last = start + words[-1].end()
    if name is None or not (" " in name.name or has_asian(name.name)) or _is_technical(name.name):
        return None
    after = past_attire(text, name.end)
    bracket = NICKNAME.match(text, after)  # whatever it says: "(updated May 2024)"
    left = [word for word in _WORD.findall(text[after:last]) if fold(word) not in _OWNS]
    rest = " ".join(left)
    known = not left or (bracket and bracket.end() >= last) or is_person(rest) or title_score(rest) >= 4
    return name if known else None


def _past_role(piece: str, words: list[re.Match[str]]) -> int:
    """How many of the words are a role before the name that the rest is: "Software Engineer Ada Roe"."""
    for count in range(1, min(len(words) - 1, _LONGEST_ROLE)):
        before, after = piece[words[0].start() : words[count].start()], piece[words[count].start() : words[-1].end()]
        if title_score(before) >= 4 and is_person(after):
            return count
    return 0


def _unspaced(text: str, start: int, end: int) -> PersonName | None:
    """The name in Chinese, Japanese or Korean that a piece is, but for words such as "的个人主页"."""
    shown = [at for at in range(start, end) if text[at].isalnum()]
    piece = text[shown[0] : shown[-1] + 1] if shown else ""
    said = next(
        (word for word in load("people")["unspaced_titles"] if word in (piece[: len(word)], piece[-len(word) :])), ""
    )
    asian = _ASIAN.fullmatch(piece.removeprefix(said).removesuffix(said))
    if asian is None:
        return None
    at = text.find(asian[0], start)
    other = title_score(asian[0]) >= 3 or organization_score(asian[0]) >= 3 or is_place(asian[0])
    alone = not said and not any(char.isalnum() for char in text[:start] + text[end:])
    return None if other or not (alone or is_person(asian[0])) else PersonName(at, at + len(asian[0]), asian[0])


def _is_technical(name: str) -> bool:
    """Whether a word is a technology that is hardly anything else: "Jupyter Notebook"."""
    words = [word for word in name.split()[:-1] if len(word) > 3 and fold(word) not in folded("given_names")]
    found = (skills().find(word) for word in words)
    return any(term is not None and not term.ambiguous for term in found)


def alone(outline: Outline) -> Iterator[Candidate]:
    """A given name alone in the heading that the page begins with, borne out by a wave, an address or a role below."""
    line = next(iter(outline.lines), None)
    if line is None or line.block.kind is not BlockKind.HEADING or line.block.level > 1:
        return
    if small := _in_small_letters(outline, line.text):
        yield candidate(outline, line, small, 6.2)
        return
    start = next((at for at, char in enumerate(line.text) if char.isalpha()), 0)
    name = person_at(line.text, start)
    if name is None or " " in name.name or has_asian(name.name) or not _ENDS_TITLE.match(line.text, name.end):
        return
    word = name.name
    if is_thing(word):
        return
    following = outline.lines[1].text if len(outline.lines) > 1 else ""
    rest = line.text[name.end :].strip(" |·•–—-:,")
    if (
        "👋" in line.text
        or title_score(rest) >= 3
        or title_score(SEPARATOR.split(following)[0]) >= 3
        or borne_out(outline, fold(word))
    ):
        yield candidate(outline, line, name, 6.2)


def _in_small_letters(outline: Outline, text: str) -> PersonName | None:
    """The two or three words in small letters that are all of a heading, where an address bears one of them out."""
    match = _SMALL.fullmatch(text.strip())
    if match is None or any(word in folded("not_names") | folded("title_words") for word in match[0].split()):
        return None
    start = text.find(match[0])
    known = headings.kind(match[0]) or skills().find(match[0]) is not None
    borne = any(len(word) > 2 and borne_out(outline, word) for word in match[0].split())
    return PersonName(start, start + len(match[0]), match[0]) if borne and not known else None
