"""Gates save time and change nothing: with the gate as without it, a pattern finds the same in every text.

The texts are made from the patterns themselves, so that a way for a match to begin that a gate forgets shows up here.
"""

from __future__ import annotations

import re
from importlib import import_module
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from kg.extraction import contacts, headings
from kg.extraction.awards import sentences as awards
from kg.extraction.clues import degrees, roles, title_score
from kg.extraction.dates import document_date
from kg.extraction.entries import entries, regions
from kg.extraction.outline import SectionKind
from kg.extraction.people import introductions, subject
from kg.extraction.projects import sentences as projects
from kg.extraction.prose import lexicon, sentences
from kg.extraction.prose.advice import advising
from kg.extraction.prose.lexicon import matters
from kg.extraction.prose.work import openings, stays, verbs
from kg.extraction.sections import outline
from kg.extraction.topics.claims import topics
from kg.extraction.words import Opening, Wording, lowered
from kg.model import Document
from kg.readers import read

degrees_room, find_room, regions_room, topics_room = (
    import_module(f"kg.extraction.{name}")
    for name in ("clues.degrees", "dates.find", "entries.regions", "topics.claims")
)
AROUND = st.sampled_from(["", " ", ", ", "I ", "and ", "the ", "x", "(", ". ", "my ", "Example ", "İ", "\n"])
OPENINGS = {
    "advising": advising._triggers(),
    "introductions": introductions._introductions(),
    "verbs": verbs._in_small_letters(),
    **{f"projects {name}": projects._made(name) for name in ("roles", "verbs")},
}
LOWERED = ("advising", "verbs")
WORDINGS = {
    "others": advising._OF_OTHERS,
    "former": openings._FORMER,
    "stay": stays._STAY,
    "research": stays._RESEARCH,
    "career": stays._CAREER,
    "also": subject._also_called(),
    "short degrees": lexicon._short_degrees(),
    **{
        f"awards {name}": awards._pattern(name)
        for name in ("fixed", "telling", "titles", "chosen", "received", "others", "parting", "placements", "contests")
    },
}


def ungated(gate: Opening | Wording) -> re.Pattern[str]:
    return gate._pattern


def texts(gate: Opening | Wording) -> st.SearchStrategy[str]:
    """Texts in which the pattern of a gate, taken without what must stand around it, matches here and there."""
    pattern = ungated(gate)
    bare = re.compile(re.sub(r"\(\?<[!=](?:[^()\\]|\\.|\[[^\]]*\])*\)|\^", "", pattern.pattern), pattern.flags)
    return st.lists(AROUND | st.from_regex(bare, fullmatch=True), max_size=5).map("".join)


@pytest.mark.parametrize("name", OPENINGS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_an_opening_finds_what_its_pattern_finds(name: str, data: st.DataObject) -> None:
    gate = OPENINGS[name]
    text = lowered(data.draw(texts(gate))) if name in LOWERED else data.draw(texts(gate))
    if any(char in text for char in "ſK"):  # letters that only ignoring case takes for s and k
        return
    found = [match.span() for match in gate.finditer(text, lowered(text))]
    assert found == [match.span() for match in ungated(gate).finditer(text)]


@pytest.mark.parametrize("name", WORDINGS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_wording_finds_what_its_pattern_finds_in_any_text(name: str, data: st.DataObject) -> None:
    gate = WORDINGS[name]
    text = data.draw(texts(gate))
    if any(char in text for char in "ſKİı"):
        return
    assert [match.span() for match in gate.finditer(text)] == [match.span() for match in ungated(gate).finditer(text)]


def test_texts_are_lowered_letter_by_letter() -> None:
    assert lowered("Ada İnönü") == "ada İnönü"
    assert lowered("ADA") == "ada"


def test_matches_of_an_opening_do_not_overlap() -> None:
    opening = Opening(re.compile("made with|with me"), ("made", "with"))
    assert [match.group() for match in opening.finditer("made with me", "made with me")] == ["made with"]


LINES = st.lists(
    st.sampled_from([
        "Engineer at Quandril GmbH", "I worked at Quandril as an engineer.", "I", "I'm at Quandril.", "Advised by",
        "Prof. Kari Nordmann", "My students are", "2019", "MSc", "University of Bergen", "Graduated from", "\n", ". ",
        " and ", ", ", "- ", "Built", "\u00a0",
    ]),
    max_size=12,
).map(" ".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["Experience", "Education", "Awards", "Research", "About"]))
def test_a_line_passed_over_holds_no_sentence_that_tells(content: str, heading: str) -> None:
    """A sentence of a list tells of people, or speaks in the first person; else its line need not be parted."""
    text = read(Document("page.md", f"# Mira Solberg\n\n## {heading}\n\n{content}\n".encode()))
    for section in outline(text).sections:
        for line in section.lines:
            if sentences._may_tell(line, section.kind):
                continue
            shown = line.text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ")
            assert not {"advising", "students"} & matters(lowered(shown))
            if line.block.kind not in sentences.FIELDS:
                assert section.kind in sentences.LISTS or section.kind is SectionKind.AWARDS
                assert " I " not in f" {shown}"
                assert "I'" not in shown


PHRASES = st.lists(
    st.sampled_from([
        "Senior", "Software", "Engineer", "Lead", "of", "the", "The", "Quandril", "GmbH", "University", "Bergen", "MSc",
        "M.S.", "B.A", "PhD", "Bachelor", "Master", "Science", "in", "Physics", "Werkstudentin", "Freelance", "(", ")",
        "Entwicklungsleiter", "工程师", "professeure", "AT&T", "'s", "Inc.", ",", "Amazon", "Google", "3M", "é", "学士",
    ]),
    max_size=8,
).map(" ".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PHRASES)
def test_a_text_without_a_word_that_hints_at_a_role_names_none(text: str) -> None:
    if not roles.may_name_role(text):
        words = text.split(" ")
        parts = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2))
        assert not any(map(title_score, parts))


@settings(max_examples=300, deadline=None)
@given(PHRASES)
def test_titles_and_degrees_are_the_same_with_and_without_hints(text: str) -> None:
    found = title_score.__wrapped__(text), degrees.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(roles, "_hints_at_role", lambda _key: True)
        patch.setattr(degrees_room, "_may_be_named", lambda _text: True)
        assert (title_score.__wrapped__(text), degrees.__wrapped__(text)) == found


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "Last", "updated", "on", ":", "  ", "May 2025", "2019", "\n", "mise à jour", "le", "更新于", "Stand",
            "as of", "understand", "(", "*", "MISE À JOUR", ".", "–",
        ]),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_the_date_of_a_document_is_not_overlooked(text: str) -> None:
    page = outline(read(Document("page.md", f"Mira Solberg\n\n{text}\n".encode())))
    found = document_date(page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find_room, "_may_introduce", lambda _text: True)
        assert document_date(page) == found


@settings(max_examples=100, deadline=None)
@given(LINES, st.sampled_from(["About", "Notes", "Certificates"]))
def test_undated_sections_without_a_promise_hold_no_entry(content: str, heading: str) -> None:
    page = outline(read(Document("page.md", f"# Mira Solberg\n\n## {heading}\n\n{content}\n".encode())))
    found = [entries(region) for region in regions(page)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regions_room, "may_hold", lambda _text: True)
        assert [group for region in regions(page) if (group := entries(region))] == [group for group in found if group]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["interested in", "Research interests:", "optics", "machine learning", "\n\n", ", ", "and", "İ"]
        ),
        max_size=9,
    ).map(" ".join)
)
def test_topics_are_told_by_every_cue(text: str) -> None:
    page = outline(read(Document("page.md", f"# Mira Solberg\n\n{text}\n".encode())))
    found = topics(page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topics_room, "_cued", lambda places: frozenset(range(len(places))))
        assert topics(page) == found


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "Mira", "mira@quandril.example", "mira [at] quandril [DOT] example", "WWW.quandril.example", "\n\n", " ",
            "https://github.com/mira", "anecdote", "mira<AT>quandril.example", "(", "İ", "mira_at_quandril.example",
        ]),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_addresses_are_found_in_the_lines_that_hold_signs_of_them(text: str) -> None:
    page = outline(read(Document("page.md", f"# Mira Solberg\n\n{text}\n".encode())))
    found = contacts.links(page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "_SIGN", re.compile(""))
        assert contacts.links(page) == found


def test_lines_are_told_by_places_in_all_of_them() -> None:
    page = outline(read(Document("page.md", b"# Mira Solberg\n\nOne line.\n\nTwo (lines).\n")))
    for line in page.lines:
        begin = page.shown.index(line.text)
        assert page.lines_at([begin, begin + len(line.text) - 1]) == {line.index}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(headings._long_words())), st.data())
def test_a_misspelt_word_of_a_heading_is_the_nearest_known_one(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("aeinst"))
    for slip in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ):
        if slip in headings._long_words() or len(slip) < headings._LONG_WORD:
            continue
        near = min(known for known in headings._long_words() if OSA.distance(slip, known) <= 1)
        assert headings._nearest(slip) == (near if near[0] == slip[0] else slip)
