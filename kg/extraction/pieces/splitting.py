"""Parting a piece at little words such as "at", where its setting changes, and after a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.clues import (
    degrees,
    employment,
    is_area,
    is_body_noun,
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    is_sentence,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.pieces.offices import whole_after_role, whole_after_unit
from kg.extraction.pieces.piece import SURE, Piece, role_nouns
from kg.extraction.pieces.serving import SERVING, serves
from kg.extraction.words import Word, tokens, words
from kg.model import BlockKind, Inline, InlineKind

_AT = re.compile(
    r"\s+(?:at|@|bei der|bei|beim|chez|presso|bij|an der|am|im|en|à|aux|au|in|with|for|from|no|na"
    r"|pour|für|para|voor|of)\s+(?:the\s+|der\s+|dem\s+|la\s+|l['’])?"
)
# "Université de l'Exemple à Ville": these lead to a town as often as to an employer.
_OF_TOWNS = frozenset(("à", "au", "aux"))


def split_at_words(piece: Piece) -> Iterator[Piece]:
    """The piece, or what "at", "of", its setting or the end of a title part it into."""
    text = piece.text
    if is_known_organization(text):  # "Example University in Sample Town"
        yield piece
        return
    if end := _firm_end(text):
        yield replace(piece, end=piece.start + end)
        yield from split_at_words(replace(piece, start=piece.end - len(text[end:].lstrip(" .,;–—-")), marked=False))
        return
    matches = list(_AT.finditer(text))
    last_sure = max((match.start() for match in matches if _is_sure(match, text)), default=-1)
    for match in matches:
        left, right = text[: match.start()], text[match.end() :]
        if not right:
            break
        word = match.group().split()[0].casefold()
        if _is_inside_name(left, match.group(), right):
            continue
        if match.start() < last_sure and not _is_sure(match, text):
            continue  # "Lecturer in History at Example University" names the subject before the school
        of_school = word == "in" and (_ends_in_school(left) or _stands_in_town(left, right))
        served = word in SERVING and not _is_bare_noun(left) and serves(piece, left, match.end())
        if of_school or served or _parts(left, right, word):
            marked = not of_school and not is_place(right)
            yield from _unit_tail(replace(piece, end=piece.start + match.start()))
            yield from split_at_words(replace(piece, start=piece.start + match.end(), marked=marked))
            return
    for part in _set_off_split(piece):
        for half in _unit_split(part):
            yield from _parted(half, whole_after_role(half.text, _links(half))) or _title_end_split(half)


def _is_sure(match: re.Match[str], text: str) -> bool:
    """Whether a preposition surely leads to a place: "at", "bei", or "an der" and "am" before a school."""
    word = match.group().split()[0].casefold()
    return word in SURE or (word in ("an", "am") and is_school(text[match.end() :].split(",")[0]))


def _links(piece: Piece) -> frozenset[int]:
    """Where links begin in a piece."""
    return frozenset(one.start - piece.start for one in piece.line.inlines if one.kind is InlineKind.LINK)


def _parted(piece: Piece, at: tuple[int, int] | None) -> list[Piece]:
    """The two pieces around a little word, none where there is none."""
    if at is None:
        return []
    end = len(piece.text[: at[0]].rstrip())
    return [replace(piece, end=piece.start + end), replace(piece, start=piece.start + at[1], marked=False)]


def _unit_tail(piece: Piece) -> Iterator[Piece]:
    """The piece, or the role and the unit that it names ("Statistician in the Department of Health")."""
    for tail in _IN.finditer(piece.text) if title_score(piece.text) >= 2 else ():
        unit = piece.text[tail.end() :]
        if "," not in unit and is_unit(unit) and title_score(piece.text[: tail.start()]) >= 4:
            yield replace(piece, end=piece.start + tail.start())
            yield replace(piece, start=piece.start + tail.end(), marked=False)
            return
    yield piece


def _firm_end(text: str) -> int:
    """Where a firm's name ends before what else a piece says: "Example & Co. Editor", 'ООО "Пример" ресторан'."""
    quoted = _QUOTED.match(text)
    if quoted and quoted.end() < len(text.rstrip(" .")):
        return quoted.end()
    form = _FORM.search(text)
    rest = text[form.end() :] if form else ""
    return form.end() if form and (title_score(rest) >= 4 or is_place(rest.split(",")[0].strip())) else 0


def _unit_split(piece: Piece) -> Iterator[Piece]:
    """Part "Example University Dept. of Botany" and "Department of Botany of Example University"."""
    of = _OF_UNIVERSITY.search(piece.text) or _of_school(piece.text)
    if of and is_unit(piece.text[: of.start()].split(",")[-1]) and not is_known_organization(piece.text):
        yield from _unit_tail(replace(piece, end=piece.start + of.start()))
        yield replace(piece, start=piece.start + of.end(), marked=True)
        return
    if halves := _parted(piece, whole_after_unit(piece.text)):
        yield replace(halves[0], marked=False)
        yield replace(halves[1], marked=True)
        return
    match = _UNIT.search(piece.text)
    school = piece.text[: match.start()] if match else ""
    if match and (_UNIVERSITY.search(school) or _is_known_school(school)) and not is_known_organization(piece.text):
        yield replace(piece, end=piece.start + match.start())
        yield replace(piece, start=piece.start + match.end() - len(match["unit"]), marked=False)
    else:
        yield piece


def _is_known_school(name: str) -> bool:
    """Whether a name is a school's by nothing but what we know of it: "MIT"."""
    return is_known_organization(name) and is_school(name)


def _of_school(text: str) -> re.Match[str] | None:
    """The "of" between a unit, its own "of" before it, and a school: "Department of Botany of Universität Example"."""
    if text.count(" of ") < 2:
        return None
    *_, last = _OF.finditer(text)
    unit = text[: last.start()].split(",")[-1]
    named = " of " in unit and is_unit(unit) and is_proper_name(unit)
    return last if named and is_school(text[last.end() :].split(",")[0]) else None


def _set_off_split(piece: Piece) -> Iterator[Piece]:
    """Part "**Example Press** Editor", where only the setting parts the organization from the role."""
    for inline in piece.line.inlines:
        for border in (inline.start, inline.end):
            if not piece.start < border < piece.end:
                continue
            left, right = piece.line.text[piece.start : border].strip(), piece.line.text[border : piece.end].strip()
            apart = _differ(left, right) or _differ(right, left) or _is_set_place(left, right)
            if apart or (border == inline.end and _is_set_before_school(inline, piece, left, right)):
                yield replace(piece, end=piece.start + len(piece.line.text[piece.start : border].rstrip()))
                gap = len(piece.line.text[border : piece.end]) - len(piece.line.text[border : piece.end].lstrip())
                of = _OF_ABROAD.match(piece.line.text, border + gap, piece.end)
                yield replace(piece, start=of.end() if of else border + gap, marked=False)
                return
    yield piece


def _differ(role: str, name: str) -> bool:
    return title_score(role) >= 4 and title_score(name) < 3 and len(name) > 3 and organization_score(name) >= 1


def _is_set_before_school(inline: Inline, piece: Piece, left: str, right: str) -> bool:
    """Whether a field of study is set apart from the whole name of a school after it: "**Botany** University of …"."""
    if inline.start > piece.start or inline.kind not in (InlineKind.STRONG, InlineKind.EMPHASIS):
        return False
    school = tokens(right)
    if not is_school(right) or len(school) < 2 or not is_proper_name(right):
        return False
    if school[0].key in word_set("organizations", "kinds_of_schools") and not _UNIVERSITY.search(right):
        return False  # "**New Example** Community College"
    studied = is_area(left) or (len(tokens(left)) > 1 and organization_score(left) < 2.5)
    return studied and not is_known_organization(f"{left} {right}")


def _is_set_place(name: str, place: str) -> bool:
    """Whether a place is set apart from the name before it, as in "Example Works *Oslo, Norway*"."""
    return is_place(place.split(",")[-1]) and is_proper_name(name) and not is_known_organization(f"{name} {place}")


def _parts(left: str, right: str, preposition: str) -> bool:
    """Whether "left at right" names a role or degree and then a place or an organization."""
    head = right.split(",")[0]
    role = title_score(left) >= 2 or bool(degrees(left)) or employment(left) is not None
    if preposition in SURE:
        if (is_place(right) and not is_known_organization(head)) or _is_campus(left, head):
            return False
        role = role or (
            preposition in ("at", "@") and len(tokens(left)) <= 5 and left[0].isupper() and not is_sentence(left)
        )
        if preposition in _OF_TOWNS and organization_score(left.split(",")[-1]) >= 2.5:
            return False
        if _is_bare_noun(left):  # "Gymnasium am Markt"
            return False
        return (role or organization_score(left) >= 2.5) and (
            right[0].isupper()
            or organization_score(head) >= 2.5
            or not right[0].isascii()
            or (right[0].isdigit() and is_proper_name(head))
        )
    if is_place(head) or is_place(right) or (is_town(head) and not role):
        return preposition == "in"
    if preposition == "for" and _is_bare_noun(left):  # "Institute for Example"
        return False
    if preposition == "of":
        named = organization_score(head) >= 3 and not is_body_noun(head.split()[0]) and not is_area(head)
        return title_score(left.split(",")[-1]) >= 4 and named and (right[0].isupper() or not right[0].isascii())
    names_unit = preposition == "in" and whole_after_unit(head) is not None
    return title_score(left) >= 2 and not degrees(left) and (organization_score(head) >= 3 or names_unit)


def _is_inside_name(left: str, joint: str, right: str) -> bool:
    """Whether the words around a preposition are one name that we know: "…, Example University in Sample Town"."""
    before, after = left.rpartition(", ")[2], right.partition(",")[0]
    return (before != left or after != right) and is_known_organization(f"{before}{joint}{after}")


def _is_bare_noun(left: str) -> bool:
    """Whether nothing but the noun of a school or firm stands before a preposition: the name goes on after it."""
    word = left.split(",")[-1].strip()
    return is_body_noun(word)


_OF_UNIVERSITY = re.compile(
    r"\sof\s(?:the\s)?(?=(?:University|Universit\w+) (?:of|at|de) |[A-Z]\w+ (?:University|College)\b)"
)
_OF = re.compile(r"\sof\s(?:the\s)?")
_IN = re.compile(r"\s(?:in|with|within)\s(?:the\s)?")
_QUOTED = re.compile(
    r"""(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОВ|ГУП|МУП|ФГУП|НПО|ОДО|ТОО)\s+(?:"[^"]+"|«[^»]+»|“[^”]+”|„[^“”]+[“”])"""
)
_OF_ABROAD = re.compile(r"(?:(?:del|de la|des|du|de|der|della|da|do|vom|von)\s+|(?:de l|d|dell)['’])(?=[^\Wa-z_])")
_FORM = re.compile(r"\s(?:Co|Inc|Ltd|Corp|GmbH|LLC)\.?\s+(?=[A-Z])")
_UNIT = re.compile(r"\s(?P<unit>(?:Department|Dept\.?|Faculty|School|Division)\sof\s)")
_UNIVERSITY = re.compile(r"(?:University|College|Institute) of [A-Z]\w+(?: [A-Z]\w+)?$|University$")


def _ends_in_school(left: str) -> bool:
    """Whether a whole school's name stands before "in": what follows is a field of study, or a place."""
    school = left.split(",")[-1].strip()
    return bool(_UNIVERSITY.search(school)) and title_score(school) < 3 and not degrees(school)


def _stands_in_town(left: str, right: str) -> bool:
    """Whether a school's name goes before the town it stands in: "Example High School in Salem"."""
    school = left.split(",")[-1].strip()
    named = is_school(school) and " " in school and is_proper_name(school) and title_score(school) < 3
    return named and is_town(right.split(",")[0].strip())


def _is_campus(left: str, head: str) -> bool:
    """Whether "at" stands inside the name of a school with many places: "University of Example at Sample"."""
    school = left.split(",")[-1]
    match = _UNIVERSITY.search(school)
    if match is None or title_score(school[: match.start()]) >= 3 or len(words(head)) > 3:
        return False
    if is_known_organization(f"{school[match.start() :]} at {head}"):
        return True
    return is_proper_name(head) and organization_score(head) < 2.5


def _title_end_split(piece: Piece) -> Iterator[Piece]:
    """Part "German Instructor Example University", where nothing but the end of the title parts the two."""
    heads = role_nouns()
    if all(token.key not in heads for token in tokens(piece.text)[:-1]):
        yield piece
        return
    sequence = words(piece.text)
    ends = [index for index, word in enumerate(sequence) if word.key in heads]
    if ends and ends[-1] + 1 < len(sequence) and sequence[ends[-1] + 1].key in word_set("organizations", "members"):
        yield piece  # "Example Developer Student Club"
        return
    if ends and _begins_school(piece.text, sequence, ends[-1]):
        yield piece
        return
    if ends and ends[-1] + 1 < len(sequence) and not is_known_organization(sequence[0].text):
        rest = sequence[ends[-1] + 1 :]
        gap = piece.text[sequence[ends[-1]].end : rest[0].start]
        name = piece.text[rest[0].start :]
        if (
            gap.isspace()
            and rest[0].text[0].isupper()
            and is_proper_name(name)
            and _is_name(name, piece, rest[0].start)
        ):
            yield replace(piece, end=piece.start + sequence[ends[-1]].end)
            yield replace(piece, start=piece.start + rest[0].start, marked=True)
            return
    yield piece


def _begins_school(text: str, sequence: Sequence[Word], index: int) -> bool:
    """Whether a word that is a role's elsewhere is all that names a school: "Baker College", "Butler University"."""
    following = sequence[index + 1] if index + 1 < len(sequence) else None
    if following is None or following.text not in ("College", "University"):
        return False
    first = index == 0 or text[sequence[index - 1].end : sequence[index].start].strip() == ","
    return first and text[following.end : following.end + 1] in ("", ",")


def _is_name(name: str, piece: Piece, start: int) -> bool:
    """Whether what follows a title is an organization: by its words, or set as a link of its own."""
    linked = any(
        inline.kind is InlineKind.LINK and abs(inline.start - piece.start - start) <= 1 for inline in piece.line.inlines
    )
    lone = (
        len(tokens(name)) == 1 and len(name) > 3 and not name.isupper() and piece.line.block.kind is BlockKind.HEADING
    )
    return linked or lone or organization_score(name.split(",")[0]) >= 2.5
