"""Names that people introduce themselves by: "my name is", "I'm", "Ada here", "我叫"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.clues import is_place, organization_score, title_score
from kg.extraction.contacts import links
from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, once
from kg.extraction.people.attire import ends_with, past_attire
from kg.extraction.people.candidates import Candidate, candidate
from kg.extraction.people.names import PersonName, folded, is_person, person_at
from kg.extraction.people.parts import is_thing
from kg.extraction.words import Opening, fold, has_asian, lowered
from kg.gazetteers import skills
from kg.model import BlockKind

_PAGE = (
    r"(?:web\s?sites?|web\s?pages?|site|home\s?page|page|portfolio|blog|profile|github|cv|resume|résumé"
    r"|curriculum vitae|corner|repos?|lebenslauf|biography|currículum|currículo)\b"
)
# "'s personal home page"
OWNED = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,2}}{_PAGE}", re.IGNORECASE)
_OWN_PAGE = re.compile(
    r"(?:this is|welcome to)\s(?=(?:[^.!?]|(?<=\b[a-z])\.|(?<=\b[a-z]{2})\.|(?<=\b[a-z]{3})\.){3,60}"
    rf"{OWNED.pattern})",
    re.IGNORECASE,
)
# "the homepage of Ada Roe"
_PAGE_OF = re.compile(rf"{_PAGE}\s(?:of|for|von|de|di|du|by)\s", re.IGNORECASE)
_WELCOME = re.compile(
    rf"\W{{0,6}}(?:this is|welcome to)\s(?:[\w-]{{1,16}}\s){{0,3}}{_PAGE}\s(?:of|for|by)\s", re.IGNORECASE
)
_HERE = re.compile(
    r"^\W{0,6}(?i:hi|hey|hello|yo)\b(?i:\s(?:there|all|everyone|everybody|folks|world|guys))?\W{1,6}"
    r"(?=(?:[^\W\d_a-z][\w'’.-]{0,20}\s){1,3}here\b)"
)
_OF_ONESELF = re.compile(r"(?:^|[,;:.]\s)I,\s(?=[^\W\d_a-z])")
_THIS_IS = re.compile(r"^\W{0,6}(?:(?:hi|hey|hello)\b\W{1,4})?this is\s", re.IGNORECASE)
_KOREAN = re.compile(r"([\uac00-\ud7a3]{2,4}?)(?=입니다|이라고|라고|이에요|예요|입$)")
_JAPANESE = re.compile(r"[\u3400-\u9fff\u3005]{1,3}[ \u3000]?[\u3400-\u9fff\u3005\u3040-\u30ff]{1,4}$")
_CHINESE_SIGNS = ("，男", "，女", "欢迎")
# "林溪，男，副教授", "欢迎访问林溪副教授的个人主页"
_CHINESE = re.compile(
    r"\s*(?P<told>[\u3400-\u9fff]{2,4})[，,]\s?[男女][，,。]"
    r"|.{0,20}欢迎(?:访问|来到|光临)(?P<owner>[\u3400-\u9fff]{2,4}?)(?:副?教授|老师|博士|副?研究员|讲师)?的"
    r"(?:个人|学术|科研){0,2}(?:主页|网站|网页|空间|博客)"
)
_VERB = re.compile(r"[\s,]{1,3}(?:\([^()]{0,60}\),?\s)?([\w-]+)")
_NEXT_CAPITAL = re.compile(r"\s[A-Z][a-z]+")
_SURE_BODY = 3.0
_SMALL_NAME = re.compile(r"[a-z][a-z'’-]{1,20}(?:\s[a-z][a-z'’-]{1,20}){0,2}")
_HANDLE = re.compile(r"(?P<at>@)?(?P<name>[a-z][\w-]{3,30})(?=[^\w]{0,8}$)")
_CLOSES = re.compile(
    r"\s{0,3}(?:$|[,.;:!?()（|–—\-\n]|[\u2600-\u27bf\U0001f000-\U0001faff]"
    r"|(?:and|und|et|y|a|an|from|by|but|who|living|currently|working|based|also|or|in|originally|here|aus|aka|the)\s)"
)


@cache
def _introductions() -> Opening:
    said, signs = load("people")["introductions"], load("people")["signs"]
    phrases = "|".join(
        re.escape(phrase).replace("'", "['’´]").replace(r",\ ", r"\W{1,6}")
        for phrase in sorted(said, key=len, reverse=True)
    )
    anyone = "|".join(re.escape(sign) for sign in signs)
    pattern = re.compile(rf"(?:(?<!\w)(?P<said>{phrases})(?!\w)|(?:{anyone}))[\s*_]{{0,4}}", re.IGNORECASE)
    return Opening(pattern, [*(phrase.replace(",", " ") for phrase in said), *signs])


@cache
def _first_look() -> AhoCorasick:
    """All introductions in one automaton, for a first look at a line in lower case."""
    said = [phrase.lower() for phrase in load("people")["introductions"]]
    both = [*said, *(phrase.replace("'", sign) for phrase in said if "'" in phrase for sign in "’´")]
    both += [phrase.partition(", ")[2] for phrase in said if ", " in phrase]
    return AhoCorasick(
        [
            *both,
            *load("people")["signs"],
            *load("people")["ends"],
            "this is",
            "welcome to",
            " here",
            "i, ",
            *_CHINESE_SIGNS,
        ]
    )


def introduced(outline: Outline, line: Line) -> Iterator[Candidate]:
    """The names that a line says are its author's."""
    text = line.text
    if not _first_look().find_matches_as_indexes(text.lower()):
        return
    for match in _introductions().finditer(text, lowered(text)):
        said = match["said"] or ""
        if match.end() == len(text):
            yield from _on_the_next_line(outline, line)
            continue
        name = person_at(text, match.end()) or _in_small_writing(outline, text, match.end(), said)
        name = name or _handle(line, match)
        if name is None or (name.start > match.end() and not (name.titled or text[: name.start].endswith(". "))):
            continue  # "I am Senior Ada" is no name; "I am Engr. Ada Roe" is one
        if match["said"] is None and (korean := _KOREAN.match(text, name.start)):
            name = PersonName(name.start, korean.end(), korean[1])
        if fold(name.name.split()[0]) in folded("demonyms") - folded("given_names") or _names_body(text, name):
            continue
        weak = fold(said) in ("i am", "i'm", "soy", "ich bin", "je suis", "eu sou", "sono", "ik ben")
        if " " in name.name or has_asian(name.name):
            if not has_asian(name.name) or match["said"] is None or _CLOSES.match(text, name.end):
                yield candidate(outline, line, name, 10)
        elif _is_given_name(text, name, weak=weak):
            yield candidate(outline, line, name, 7)
    if here := _HERE.match(text):
        name = person_at(text, here.end())
        if name and text.startswith(" here", name.end):
            yield candidate(outline, line, name, 9 if " " in name.name else 7)
    for match in _OF_ONESELF.finditer(text):
        name = person_at(text, match.end())
        if name and " " in name.name and text.startswith(",", name.end):
            yield candidate(outline, line, name, 9)
    yield from _of_page(outline, line)
    for ending in load("people")["ends"] if has_asian(text) else ():
        if (at := text.find(ending)) > 0:
            name = person_at(text, max(text.rfind(sign, 0, at) for sign in "、。，,!！は 　") + 1, stop=at)
            if name and name.end == at and (has_asian(name.name) or not is_thing(name.name)):
                yield candidate(outline, line, name, 7)
            elif ending != "です" and (parted := _JAPANESE.search(text, max(at - 9, 0), at)):
                yield candidate(outline, line, PersonName(parted.start(), at, parted[0]), 7)


def _names_body(text: str, name: PersonName) -> bool:
    """Whether the next word makes an organization of the words taken for a name: "I am Tarn Valley College's bard"."""
    following = _NEXT_CAPITAL.match(text, name.end)
    return following is not None and organization_score(text[name.start : following.end()]) >= _SURE_BODY


def _of_page(outline: Outline, line: Line) -> Iterator[Candidate]:
    """The name of whom a line says that the page is, or tells of: "Welcome to Ada Roe's page", "This is Ada Roe"."""
    text = line.text
    this = _THIS_IS.match(text)
    name = person_at(text, this.end()) if this else None
    if name and " " in name.name and _CLOSES.match(text, name.end) and skills().find(name.name) is None:
        yield candidate(outline, line, name, 7.5)
    for match in _OWN_PAGE.finditer(text):
        name = person_at(text, match.end())
        if name and (" " in name.name or OWNED.match(text, name.end)):
            yield candidate(outline, line, name, 9.2 if " " in name.name else 6.5)
    of_page = _WELCOME.match(text)
    name = person_at(text, of_page.end()) if of_page else None
    if name and " " in name.name and ends_with(text, name, len(text)):
        yield candidate(outline, line, name, 9.2)
    if (chinese := _CHINESE.match(text)) and is_person(chinese["told"] or chinese["owner"]):
        group = "told" if chinese["told"] else "owner"
        yield candidate(outline, line, PersonName(chinese.start(group), chinese.end(group), chinese[group]), 10)


def _in_small_writing(outline: Outline, text: str, position: int, said: str) -> PersonName | None:
    """The name that somebody introduces in small letters; "i'm" alone needs an address that bears it out."""
    match = _SMALL_NAME.match(text, position)
    while match and not (_CLOSES.match(text, match.end()) or match.end() == len(text)):
        cut = match[0].rfind(" ")
        match = _SMALL_NAME.fullmatch(text, position, position + cut) if cut > 0 else None
    if match is None or any(word in folded("not_names") | folded("demonyms") for word in match[0].split()):
        return None
    sure = "name" in said.casefold() or any(borne_out(outline, word) for word in match[0].split() if len(word) > 2)
    return PersonName(match.start(), match.end(), match[0]) if sure else None


def owner_of_page(said: str) -> PersonName | None:
    """The name that a title or description says the page is of: "The homepage of Ada Roe", "Ada's portfolio"."""
    for match in _PAGE_OF.finditer(said):
        name = person_at(said, match.end())
        if name and " " in name.name:
            return name
    owned = OWNED.search(said)
    for match in re.finditer(r"(?:^|\s)(?=[^\W\d_])", said[: owned.start()]) if owned else ():
        name = person_at(said, match.end())
        if owned and name and name.end == owned.start() and not is_place(name.name):
            return name
    return None


def introduced_at(said: str) -> PersonName | None:
    """The name that a short line on its own, such as the words in a picture, says or is."""
    bare = said.strip(" !.👋")
    return introduction_in(said) or (person_at(bare, 0) if is_person(bare) else None)


def introduction_in(said: str) -> PersonName | None:
    """The name, or the handle, that words introduce."""
    for match in _introductions().finditer(said, lowered(said)):
        name = person_at(said, match.end())
        if (
            name
            and _CLOSES.match(said, past_attire(said, name.end))
            and fold(name.name.split()[0]) not in folded("demonyms")
        ):
            return name
        if handle := _HANDLE.match(said, match.end()):
            return PersonName(handle.start("name"), handle.end("name"), handle["name"])
    return None


def told_of(said: str) -> PersonName | None:
    """The name of two words or more that a sentence begins to tell of: "Ada Roe is a painter"."""
    name = person_at(said, 0)
    following = _VERB.match(said, name.end) if name and " " in name.name else None
    return name if following and fold(following[1]) in folded("verbs") else None


def _handle(line: Line, said: re.Match[str]) -> PersonName | None:
    """The handle that all the rest of a line is: "Hi, I'm @adaroe", in a heading also without the "@"."""
    match = _HANDLE.match(line.text, said.end())
    if match is None or fold(match["name"]) in folded("not_names"):
        return None
    sure = match["at"] or line.block.kind is BlockKind.HEADING
    return PersonName(said.end(), match.end("name"), match["name"]) if sure else None


@once
def _addresses(outline: Outline) -> str:
    """Every address that the page links to, in small letters."""
    return " ".join(fact.value.lower() for fact in (claim.fact for claim in links(outline)))


def borne_out(outline: Outline, word: str) -> bool:
    """Whether an address on the page has the word, in small letters, in it."""
    return word in _addresses(outline)


def _on_the_next_line(outline: Outline, line: Line) -> Iterator[Candidate]:
    following = outline.lines[line.index + 1] if line.index + 1 < len(outline.lines) else None
    if following and (name := person_at(following.text, 0)) and ends_with(following.text, name, len(following.text)):
        yield candidate(outline, following, name, 10 if " " in name.name else 7)


def _is_given_name(text: str, name: PersonName, *, weak: bool) -> bool:
    """Whether a single word said to be one's name is one, not a nationality, a place or the first word of a noun."""
    word = fold(name.name)
    if word not in folded("given_names") and (is_place(name.name) or word in folded("demonyms")):
        return False
    if name.name.isupper() or title_score(name.name) >= 2:
        return False
    return not weak or bool(_CLOSES.match(text, name.end))
