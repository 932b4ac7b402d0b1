"""Gates save time and change nothing: with the gate as without it, a pattern finds the same in every text.

The texts are made from the patterns themselves, so that a way for a match to begin that a gate forgets shows up here.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction.awards import sentences as awards
from kg.extraction.outline import SectionKind
from kg.extraction.people import subject
from kg.extraction.projects import sentences as projects
from kg.extraction.prose import advising, openings, sentences, stays
from kg.extraction.prose.lexicon import matters
from kg.extraction.sections import outline
from kg.extraction.words import Opening, Wording, lowered
from kg.model import Document
from kg.readers import read

AROUND = st.sampled_from(["", " ", ", ", "I ", "and ", "the ", "x", "(", ". ", "my ", "Example ", "İ", "\n"])
OPENINGS = {
    "advising": advising._triggers(),
    **{f"projects {name}": projects._made(name) for name in ("roles", "verbs")},
}
WORDINGS = {
    "others": advising._OF_OTHERS,
    "former": openings._FORMER,
    "stay": stays._STAY,
    "research": stays._RESEARCH,
    "career": stays._CAREER,
    "also": subject._also_called(),
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
    text = lowered(data.draw(texts(gate))) if name == "advising" else data.draw(texts(gate))
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
