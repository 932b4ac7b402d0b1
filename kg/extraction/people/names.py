"""Names of people as written: where one begins and ends, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.clues import is_known_organization, is_place, is_unit, organization_score, title_score
from kg.extraction.lexicon import load
from kg.extraction.words import fold, has_asian
from kg.gazetteers import skills

_TOKEN = re.compile(r"[^\W\d_][\w.'’\-]{0,40}|['’]t(?=\s)")
_HAN = re.compile(r"[\u3400-\u9fff\u3005]{2,4}|[\uac00-\ud7a3]{2,4}")
_PARTED = re.compile(r"[\u3400-\u9fff\u3005]{1,3}[ \u3000][\u3400-\u9fff\u3005\u3040-\u30ff]{1,4}(?=$|[\t,，、|(（])")
_HAN_TITLE = re.compile("教授|老师|老師|博士|院士|先生|研究员|研究員|导师")
_SPACE = re.compile(r"[ \n\t\u00a0]{0,3}")
_GAP = re.compile(r"[ \n\u00a0]{1,3}")  # a wide gap (tab) parts a name from what stands beside it
_JOINT = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:and|und|et|y|e|&)\s|,|;|&|、|·|(?:and|und|et|y|e|as well as|ve|en|with)\s)\s{0,3}"
    r"(?:the late\s)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s?[(（][^()（）]{0,80}[)）]")
_NICKNAME = re.compile(r"\s?[(（\"“'‘]\s?(?P<said>[^\W\d_a-z][\w'’-]{0,15}?)\s?[)）\"”'’]\s(?=[^\W\d_])")
_QUOTED = ('"', "“", "‘")
# "山田 太郎", where what goes before the space is a family name that we know.
_SPACED = re.compile(
    r"[ \u3000](?P<given>[\u3400-\u9fff\u3005\u3040-\u30ff]{1,4}|[\uac00-\ud7a3]{1,3})(?![\u3040-\u9fff\uac00-\ud7a3])"
)
_SHORT_GIVEN = re.compile(r"[^\W\d_aeiouyAEIOUY][^\W\d_aeiouyA-Z]{1,3}\.")  # "Sk. Arif", "Chr. Holm"
_OF_HONORIFIC = re.compile(r"(?:A|Ass?t|Assoc|Em|Adj)\.?/(?=[PD]r)")  # "A/Prof"
_POSSESSIVE = ("'s", "’s", "'", "’")
_NAMES_LIKE_WORDS = frozenset(("An", "My", "He", "You", "Do", "So"))  # inside a name they are one
_KIN = frozenset(("Júnior",))  # the son of one so named, in Portuguese
_DEGREES_AS_NAMES = frozenset(("Ma", "Ba", "Be", "Eng", "Md", "Pe", "Ms"))  # so written they are names
# "d'Arbeloff", "al-Masri"
_PREFIXED = re.compile(r"(?:(?:d|l|dell|dall)['’]|(?:a[dlnrst]|ash|el|[ui][dlnrs]|ben|bin|ibn)[-’'])[^\W\d_a-z]")
_ONESELF = ("I",)  # "I Make Maps"
_TELLS = re.compile(r"(?:\s{1,3}|['’])[a-z]")  # "Afterwards I joined …"
_MOST_TOKENS = 5
_LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, `text[start:end]`, without honorifics; `titled` says that one stood before it.

    A nickname that stands inside it is no part of the name; `others` holds the name that it makes.
    """

    start: int
    end: int
    name: str
    titled: bool = False
    others: tuple[str, ...] = ()


@cache
def folded(name: str) -> frozenset[str]:
    """The list `name` of the lexicon of people, each word folded and without a closing dot."""
    return frozenset(fold(word).rstrip(".") for word in load("people")[name])


def _capital(token: str) -> bool:
    return token[0].isupper() or not (token[0].islower() or token.isascii())


def _is_initial(token: str) -> bool:
    return len(token) <= 2 and token[0].isupper() and token[1:] in ("", ".")


def is_name_word(token: str) -> bool:
    """Whether a word can stand in a name: capitalised, made of letters, none that names other things."""
    if _is_initial(token):
        return True
    if has_asian(token):
        return False
    bare = token.rstrip(".")
    _, apostrophe, tail = bare.replace("’", "'").partition("'")
    if apostrophe and tail.islower() and len(tail) < 4:  # "I'm", "it's"
        return False
    letters = bare.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if not letters.isalpha() or not _capital(bare) or len(letters) < 2:
        return False
    if (
        sum(c.isupper() for c in letters) > 2
        and not bare.isupper()
        and "-" not in bare
        and not bare.startswith(("Mc", "Mac"))
    ):
        return False
    return fold(bare) not in folded("not_names") or fold(bare) in folded("given_names")


def person_at(text: str, position: int, *, stop: int | None = None) -> PersonName | None:
    """The name that begins at the position, honorifics before it read over; None where none does.

    `stop` ends the search, for example where a link ends.
    """
    end_of_text = len(text) if stop is None else stop
    position, titled = _past_honorifics(text, position, end_of_text)
    if match := _HAN.match(text, position, end_of_text):
        if title := _HAN_TITLE.search(match[0]):
            bare = match[0][: title.start()]
            return PersonName(position, position + len(bare), bare, titled=True) if len(bare) > 1 else None
        spaced = _SPACED.match(text, match.end(), end_of_text) if match[0] in folded("surnames") else None
        end = spaced.end("given") if spaced else match.end()
        return PersonName(position, end, text[position:end], titled) if _is_asian_name(match[0], titled) else None
    tokens = list(_name_tokens(text, position, end_of_text))
    while tokens and tokens[-1][2].islower():
        tokens.pop()
    while len(tokens) > 2 and (_is_degree(tokens[-1][2]) or tokens[-1][2] in _ONESELF):
        tokens.pop()
    if len(tokens) == 2 and tokens[1][2] in _ONESELF and _TELLS.match(text, tokens[1][1]):
        tokens.pop()
    if not tokens or all(_is_initial(token[2]) for token in tokens):
        return None
    start, end = tokens[0][0], tokens[-1][1]
    name = text[start:end]
    if fold(name).replace(" ", "").rstrip(".") in folded("suffixes"):  # "Ph. D."
        return None
    if len(tokens) > 1 and not titled and _is_something_else(name):
        return None
    return _past_nickname(text, PersonName(start, end, " ".join(name.split()), titled), end_of_text)


def _past_nickname(text: str, name: PersonName, stop: int) -> PersonName:
    """The whole name where a nickname parts given names from the surname: 'Ada "Addie" Roe', "Ada (Addie) Roe"."""
    nickname = _NICKNAME.match(text, name.end, stop)
    if nickname is None or (" " in name.name and not nickname[0].lstrip().startswith(_QUOTED)):
        return name
    said, cut = nickname["said"], nickname.end() - name.end - 1  # what is left out
    joined = f"{text[name.start : name.end]} {text[nickname.end() : stop]}"
    whole = person_at(joined, 0) if is_name_word(said) and not is_known_organization(name.name) else None
    rest = whole.name.removeprefix(f"{name.name} ") if whole else ""
    if whole is None or not rest or whole.name == rest or rest.count(" ") > 2 or said.isupper() != rest.isupper():
        return name  # "Amazon (AWS) Web Services"
    end = name.start + whole.end + cut
    return PersonName(name.start, end, whole.name, name.titled, (f"{said} {rest}", *whole.others))


def _is_degree(token: str) -> bool:
    """Whether the last word of a name is a degree or a rank after it: "Ada Roe PhD", not "Ada Yun Ma"."""
    return fold(token).rstrip(".") in folded("suffixes") and token not in _DEGREES_AS_NAMES


def _past_honorifics(text: str, position: int, stop: int) -> tuple[int, bool]:
    titled = False
    for _ in range(5):
        position = _skip_space(text, position)
        if half := _OF_HONORIFIC.match(text, position, stop):
            position = half.end()
        match = _TOKEN.match(text, position, stop)
        if not match:
            break
        word = match[0]
        head, dot, rest = word.partition(".")
        if dot and rest[:1].isalpha() and fold(head) in folded("honorifics") and len(head) > 1:  # "Prof.Ada"
            word = head + dot
        key = _weightiest(fold(word).rstrip("."))
        goes_on = titled and word.endswith(".")  # "Prof. em. Dr.", "Dr. habil."
        if key not in folded("honorifics") or not (word[0].isupper() or goes_on or key in folded("strong")):
            break
        if len(key) < 3 and key not in folded("strong") and not (word.endswith(".") or word.isupper()):
            break
        titled = titled or key in folded("strong")
        position += len(word)
    return _skip_space(text, position), titled


def _weightiest(key: str) -> str:
    """Of honorifics that are joined by hyphens the one that says most ("Univ.-Prof": "prof"); else what is given."""
    if key.startswith(("dipl.-", "dipl-")):
        return "dipl.-ing"  # whatever the diploma is in
    parts = key.split(".-") if ".-" in key and key not in folded("honorifics") else ()
    if not parts or not all(part in folded("honorifics") for part in parts):
        return key
    return next((part for part in parts if part in folded("strong")), parts[-1])


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _name_tokens(text: str, position: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The (start, end, word) of each word of the name; a possessive ending closes it and is left out."""
    named, shouted = 0, False
    for count in range(2 * _MOST_TOKENS):
        match = _TOKEN.match(text, position, stop)
        if not match:
            return
        token = match[0]
        owned = next((len(tail) for tail in _POSSESSIVE if token.endswith(tail)), 0)
        token = token[: len(token) - owned]
        particle = (
            count > 0 and fold(token) in folded("particles") and (token.islower() or (shouted and token.isupper()))
        )
        shouted = shouted or (not count and token.isupper() and len(token) > 2)
        inner = count > 0 and (token in _NAMES_LIKE_WORDS or token in _KIN or _PREFIXED.match(token) is not None)
        if (not particle and not inner and not is_name_word(token)) or (not count and match[0] in _ONESELF):
            return
        closing = len(token) > 2 and token.endswith(".") and not token[-2].isupper() and "." not in token[:-1]
        short = fold(token).rstrip(".") in folded("shortened") or (not count and _SHORT_GIVEN.fullmatch(token))
        closing = closing and not short
        if closing:
            token = token.rstrip(".")
        yield position, position + len(token), token
        named += not particle
        if owned or closing or named == _MOST_TOKENS:
            return
        position = match.end()
        gap = _GAP.match(text, position, stop)
        if not gap:
            return
        position = gap.end()


def _is_asian_name(name: str, titled: bool) -> bool:
    surnames = folded("surnames")
    return titled or name[0] in surnames or name[:2] in surnames


def _is_something_else(name: str) -> bool:
    if fold(name.rsplit(" ", 1)[-1]) in folded("trades") and not is_known_organization(name):
        return False  # "Ada Baker"
    return (
        is_place(name)
        or is_unit(name)
        or organization_score(name) >= 2.5
        or title_score(name) >= 3
        or skills().find(name) is not None
    )


def parted_at(text: str, position: int) -> PersonName | None:
    """The Japanese or Chinese name whose halves a space parts, where a form asks for a name: "山田 太郎"."""
    match = _PARTED.match(text, position)
    return PersonName(match.start(), match.end(), match[0]) if match else None


def is_person(text: str) -> bool:
    """Whether `text` is nothing but a person's name of two words or more, or one in Chinese, Japanese or Korean."""
    bare = text.strip()
    found = person_at(bare, 0)
    return found is not None and found.end == len(bare.rstrip(".")) and (" " in found.name or has_asian(found.name))


def is_somebody(text: str) -> bool:
    """Whether `text` is a person's name by more than its capitals: with a title or a given name that we know."""
    found = person_at(text.strip(), 0) if is_person(text) else None
    return found is not None and (found.titled or fold(found.name.split()[0]) in folded("given_names"))


def people_at(text: str, position: int, links: Sequence[tuple[int, int]] = ()) -> list[PersonName]:
    """The list of names that begins at the position: "Prof. A B (C), D E and F G".

    A name of one word counts where an honorific stands before it or where it shares the surname of the next.
    `links` are (start, end) of linked stretches, whose words belong together.
    """
    found: list[PersonName] = []
    plural = False
    while len(found) < _LONGEST_LIST:
        position = _skip_space(text, position)
        name = _linked(text, position, links) or person_at(text, position)
        if name is None:
            break
        plural = plural or fold(text[position : name.start]).strip(" .") in ("professors", "profs", "drs")
        found.append(name)
        position = name.end
        for _ in range(2):
            if brackets := _BRACKETS.match(text, position):
                position = brackets.end()
        joint = _JOINT.match(text, position)
        if not joint:
            break
        position = joint.end()
    return [name for name in _with_surnames(found) if _counts(name, plural)]


def _linked(text: str, position: int, links: Sequence[tuple[int, int]]) -> PersonName | None:
    start, titled = _past_honorifics(text, position, len(text))
    for a, b in links:
        if a in (position, start):
            name = person_at(text, a, stop=b)
            if name and name.end >= b - 2:
                return PersonName(name.start, name.end, name.name, titled or name.titled)
    return None


def _with_surnames(names: list[PersonName]) -> list[PersonName]:
    """Give "Ada" in "Ada and Bob Example" its surname."""
    whole: list[PersonName] = []
    for index, name in enumerate(names):
        following = names[index + 1] if index + 1 < len(names) else None
        if (
            following
            and " " not in name.name
            and " " in following.name
            and not name.titled
            and not has_asian(name.name)
        ):
            surname = following.name.split(" ", 1)[1]
            name = PersonName(name.start, name.end, f"{name.name} {surname}", titled=True)
        whole.append(name)
    return whole


def _counts(name: PersonName, plural: bool) -> bool:
    return " " in name.name or name.titled or plural or has_asian(name.name)
