"""Careers told in sentences: every sentence of a form of its own, about employers and schools nobody knows."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generated import Page, markup, prose_facts

FORMS = Path(__file__).with_name("prose_forms.toml")
WORDS = Path(__file__).with_name("prose_words.toml")
PERSONS = {"first": "I", "bare": "I", "he": "he", "she": "she", "name": "she"}
VOICES = ("first", "first", "he", "she", "name", "bare")
OWNED = {"I": "my", "he": "his", "she": "her"}
# Groups of forms, each with how often a page has a sentence of it.
PLAN = {
    "now": 3, "now_employer": 2, "now_line": 2, "now_line_employer": 1, "chief": 1, "chief_past": 1, "then": 4,
    "then_employer": 2, "began": 2, "began_undated": 2, "now_then": 2, "now_then_employers": 1, "joined_from": 1,
    "then_then": 2, "now_now": 1, "promoted": 1, "listed": 3, "listed_academic": 1, "listed_role": 1, "board": 1,
    "founder": 1, "founder_undated": 1, "studied": 4, "studied_plain": 1, "studied_field": 2, "studying": 2,
    "student": 2, "two_studies": 2, "same_school": 1, "plain_schools": 1, "advised": 1, "advised_now": 1, "hosted": 1,
    "apposition": 1, "nothing": 5,
}  # fmt: skip
# Slots that one of a list of words fills.
KINDS = {
    "A": "people", "F": "fields", "L": "towns", "field": "topics", "things": "things", "level": "levels",
    "N": "students", "years": "counts", "count": "counts", "C": "schools", "B": "schools",
}  # fmt: skip
HEADS = {
    "md": "# {}\n\n", "txt": "{}\n\n", "html": "<html><body><h1>{}</h1>\n",
    "tex": "\\documentclass{{article}}\\begin{{document}}\n\\begin{{center}}{{\\Large {}}}\\end{{center}}\n\n",
}  # fmt: skip
BEFORE_NAMES = ("University", "Ministry", "Museum", "Institute", "Technical")  # they take an article
SCHOOLS = re.compile(r"University|College|Eastbrook")
ACADEMIC = re.compile(r"University|College|Institute|Medical|Hospital")
# Forms of what goes on, or of several clauses, in which nobody leaves the subject out.
SUBJECT_STAYS = re.compile(
    r"\{S\} (?:\[(?:work|serve|hold|make|earn|spend|build|live|continue|know|lead)\||currently \["
    r"|\[have\|has\] been with"
    r"|\[am\|is\] (?:now |currently )?(?:at|with|on) )|\{S\} .*\. \{S\}|\[am\|is\] .* and (?:\[|previously)"
)


@cache
def forms() -> dict[str, list[str]]:
    """The forms of sentences by what they tell."""
    return tomllib.loads(FORMS.read_text(encoding="utf-8"))


@cache
def words() -> dict[str, list[str]]:
    """What the slots of the forms are filled with."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


class Telling:
    """What fills the slots of one form, chosen where the form names it; no name stands twice in a page."""

    def __init__(self, chance: random.Random, group: str, voice: str, name: str, suffix: str, taken: set[str]) -> None:
        self.chance, self.group, self.name, self.suffix, self.taken = chance, group, name, suffix, taken
        self.form = chance.choice(forms()[group])
        self.voice = "first" if voice == "bare" and SUBJECT_STAYS.search(self.form) else voice
        self.said: dict[str, str] = {}
        self.years = str(year := chance.randint(2003, 2018)), str(year + chance.randint(1, 5))
        self.times: tuple[str, str] = "", ""

    def sentence(self) -> str:
        """The form with its slots filled."""
        first = PERSONS[self.voice] == "I"
        text = re.sub(r"\[([^|\]]*)\|([^\]]*)\]", r"\1" if first else r"\2", self.form)
        if self.voice == "bare":
            text = re.sub(r"^\{S\} (?:am |was |have been |have )?", "", text)
        text = re.sub(r"\{(\w+)\}", lambda slot: self.fill(slot[1], opens=self._opens(text, slot.start())), text)
        text = re.sub(r"(?<=[Ee]x-)the ", "", text)
        text = re.sub(r"\0(?! ?[–(])(?=\s[\w(])", ",", text).replace("\0", "").replace("..", ".")
        if self.voice == "bare" and self.form.startswith("{S}"):
            text = re.sub(r"^an? ", "", text)
        return text[0].upper() + text[1:] if text[0].isalpha() and not self.form.startswith("ex") else text

    @staticmethod
    def _opens(text: str, at: int) -> bool:
        return at == 0 or text[:at].endswith((". ", "! "))

    def fill(self, slot: str, *, opens: bool = False) -> str:
        """The words for one slot; `opens` where they begin a sentence."""
        person = PERSONS[self.voice]
        if slot == "S" and self.voice == "name":
            return self.chance.choice((self.name, self.name.split()[0]))
        if slot in ("S", "s"):
            return person.capitalize() if opens else person
        if slot.casefold() == "my":
            return OWNED[person].capitalize() if slot == "My" or opens else OWNED[person]
        if slot == "name":
            return self.name
        if slot in ("Y", "Z"):
            self.times = (self.years[0], self.times[1]) if slot == "Y" else (self.times[0], self.years[1])
            return self.years[slot == "Z"]
        if slot in ("since", "span", "study_span", "fromto", "in_end"):
            return self.time(slot)
        return self._named(slot, opens=opens)

    def _named(self, slot: str, *, opens: bool) -> str:
        """Roles, places, degrees, people and the rest."""
        if slot[0] == "a":
            return with_article(self.fill(slot[1]))
        if slot.startswith("my"):
            return f"{self.fill('my')} {self.fill(slot[2])}"
        if slot in ("T", "U"):
            title = self.pick(slot, "chiefs" if self.group.startswith("chief") else "titles")
            return title[0].upper() + title[1:] if opens else title
        if slot in ("O", "P"):
            return self.place(slot)
        if slot in ("C", "B"):
            return self.school(slot)
        if slot in ("D", "E"):
            return self.degree(slot)
        if slot == "list":
            return self.listed()
        if slot == "A":
            return self.chance.choice(("", "", "Prof. ", "Dr. ", "Professor ")) + self.pick(slot, "people")
        word = self.pick(slot, KINDS[slot])
        return word[0].upper() + word[1:] if opens else word

    def pick(self, slot: str, kind: str) -> str:
        """A word of a kind that the page has not used yet."""
        if slot not in self.said:
            self.said[slot] = self.chance.choice([word for word in words()[kind] if word.lower() not in self.taken])
            if slot not in ("years", "count"):
                self.taken.add(self.said[slot].lower())
        return self.said[slot]

    def written(self, name: str) -> str:
        """A name of an organization as it stands in the page: plain, as a link or bold, with its article."""
        style = self.chance.choice(("", "", "", "link", "bold"))
        style = style or ("link" if name.islower() else "")
        return ("the " if name.split()[0] in BEFORE_NAMES else "") + markup.field(name, style, self.suffix)

    def place(self, slot: str) -> str:
        """An employer with what people add to one."""
        firm = "built" in self.form or "While" in self.form
        name = self.pick(slot, "firms_only" if firm else "employers")
        written = self.written(name)
        shapes = ("town", "country", "department" if ACADEMIC.search(name) else "team", "of_team", "what")
        plain = self.group.startswith(("chief", "founder"))
        shape = "" if plain else self.chance.choice(("",) * 8 + (shapes[:3] if ACADEMIC.search(name) else shapes))
        return {
            "": "{0}", "town": "{0} in {town}", "country": "{0} in {land}", "team": "{0} on the {team} team",
            "of_team": "the {team} team at {0}", "what": "{0}, a {firm}\0",
            "department": "the Department of {field} at {0}",
        }[shape].format(written, **self._beside())  # fmt: skip

    def _beside(self) -> dict[str, str]:
        kinds = {"town": "towns", "land": "towns_in_countries", "team": "teams", "firm": "firms", "field": "fields"}
        return {slot: self.chance.choice(words()[kind]) for slot, kind in kinds.items()}

    def school(self, slot: str) -> str:
        """A school, in a town or a country perhaps."""
        written = self.written(self.pick(slot, "schools"))
        beside = self._beside()
        return self.chance.choice(
            (*(written,) * 6, f"{written} in {beside['town']}", f"{written}, {beside['land'].rpartition(' ')[2]}")
        )

    def degree(self, slot: str) -> str:
        """A degree with its field in one of the ways to write it."""
        if slot not in self.said:
            degree, subject = self.pick(f"degree {slot}", "degrees"), self.pick(f"field {slot}", "fields")
            self.said[slot] = degree + self.chance.choice((" in {}",) * 4 + ("", " ({})")).format(subject)
        return self.said[slot]

    def listed(self) -> str:
        """Some employers or schools, parted by commas and "and"."""
        kind = "schools" if self.group == "listed_academic" else "employers"
        free = [word for word in words()[kind] if word.lower() not in self.taken]
        free = [word for word in free if kind == "schools" or not SCHOOLS.search(word)]
        names = self.chance.sample(free, self.chance.choice((2, 2, 3, 3, 4)))
        # "the Museum of Art and Design", "… of Art and Lumio": only a reader who knows better tells these apart
        names.sort(key=lambda name: " of " not in name and " for " not in name)
        self.taken.update(name.lower() for name in names)
        self.said["list"] = "|".join(names)
        written = [self.written(name) for name in names]
        last = self.chance.choice((" and ", " and ", ", and ")) if len(names) > 2 else " and "
        return ", ".join(written[:-1]) + last + written[-1]

    def time(self, slot: str) -> str:
        """When it was, in one of the ways to say it, or nothing."""
        (begin, end), chance = self.years, self.chance
        if slot == "since":
            shown = chance.choice(("",) * 4 + (f" since {begin}", f" (since {begin})", f" ({begin}–present)"))
            self.times = (begin, "present") if shown else ("", "")
        elif slot == "in_end":
            shown = chance.choice(("", "", f" in {end}", f" ({end})", f", {end}"))
            self.times = "", end if shown else ""
        else:
            kinds = [f" from {begin} to {end}", f" between {begin} and {end}", f" ({begin}–{end})", f" until {end}"]
            kinds += [] if slot == "fromto" else [""] * 3
            shown = chance.choice([*kinds, f" from {begin} until {end}", f" ({begin} - {end})"])
            self.times = (begin if begin in shown else "", end) if shown else ("", "")
        return shown


def with_article(said: str) -> str:
    """The words with "a" or "an" before them."""
    vowel = re.match(r"[aeioAEIO]|[uU](?!ni)|M\.?[ASD]\b|M\.|MBA|MS|X", said)
    return f"{'an' if vowel else 'a'} {said}"


def told(chance: random.Random, suffix: str) -> tuple[str, list[Telling], list[str]]:
    """Somebody's name, what fills the forms of each sentence of a page, and the sentences."""
    voice, name = chance.choice(VOICES), chance.choice(words()["subjects"])
    taken: set[str] = set()
    tellings = []
    for _ in range(chance.randint(2, 6)):
        group = chance.choices(list(PLAN), list(PLAN.values()))[0]
        tellings.append(Telling(chance, group, voice, name, suffix, taken))
    return name, tellings, [telling.sentence() for telling in tellings]


def page(seed: int, suffix: str) -> Page:
    """A page of some sentences, each telling of something else."""
    chance = random.Random(f"prose {seed}")
    name, tellings, sentences = told(chance, suffix)
    facts = [
        fact
        for telling in tellings
        for fact in prose_facts.stated(telling.group, telling.form, telling.said, telling.times)
    ]
    layout = chance.choice(("paragraph", "paragraph", "paragraphs", "items"))
    return Page(f"prose-{seed}.{suffix}", whole(name, layout, sentences, suffix), frozenset(facts))


def whole(name: str, layout: str, sentences: Sequence[str], suffix: str) -> str:
    """The sentences set in the way of a format: one paragraph, one each, or items of a list."""
    marks = {"md": "{}\n\n", "txt": "{}\n\n", "html": "<p>{}</p>\n", "tex": "{}\n\n"}
    if layout == "items":
        marks = {"md": "- {}\n", "txt": "- {}\n", "html": "<li>{}</li>\n", "tex": "\\item {}\n"}
    if layout == "paragraph":
        sentences = [" ".join(text if text.endswith((".", "!")) else f"{text}." for text in sentences)]
    text = "".join(marks[suffix].format(sentence) for sentence in sentences)
    if layout == "items" and suffix == "html":
        text = f"<ul>\n{text}</ul>"
    if layout == "items" and suffix == "tex":
        text = f"\\begin{{itemize}}\n{text}\\end{{itemize}}"
    end = {"html": "</body></html>", "tex": "\\end{document}\n"}.get(suffix, "")
    return HEADS[suffix].format(name) + text + end
