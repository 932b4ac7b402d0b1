"""Forms in which invented pages tell of fields of work and interest, and what is read from each."""

from __future__ import annotations

import pytest

from kg.extraction.profile import extract
from kg.model import Document
from kg.readers import read


def topics(text: str, suffix: str = ".md") -> set[str]:
    """The names of the topics of a page."""
    return {topic.name for topic in extract(read(Document(f"page{suffix}", text.encode()))).topics}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("My research interests include marsh ecology, remote sensing and machine learning.",
         {"marsh ecology", "remote sensing", "machine learning"}),
        ("I am interested in computer vision, NLP, and robotics.", {"computer vision", "NLP", "robotics"}),
        ("I have a background in radar systems and tidal data.", {"radar systems", "tidal data"}),
        ("Interested in machine learning and its applications to health.", {"machine learning"}),
        ("Research field: Peat hydrology, bog restoration", {"Peat hydrology", "bog restoration"}),
        ("Passionate about distributed systems and bringing up the engineers of tomorrow.", {"distributed systems"}),
        ("My focus has been on conversational agents.", {"conversational agents"}),
        ("I focused on quality and delivered a presentation.", set()),
        ("Keywords: tide gauges, Marsh Data Exchange (MDE), peat", {"tide gauges", "Marsh Data Exchange", "peat"}),
        ("I mostly focussed on tidal ecology and hydrology.", {"tidal ecology", "hydrology"}),
        ("Current focus: peat hydrology, Reed Modelling", {"peat hydrology", "Reed Modelling"}),
        ("Please log in; you are currently signed in.", set()),
    ],
)  # fmt: skip
def test_topics_in_sentences_and_after_labels(line, wanted):
    assert topics(f"# Ilva Marenko\n\n{line}\n") == wanted


def test_fields_in_lists_of_skills_are_topics_with_what_qualifies_them():
    text = "# Ilva Marenko\n\n## Skills\n\n- Exploratory data analysis, feature engineering, Python, pandas, teamwork\n"
    assert topics(text) == {"Exploratory data analysis", "feature engineering"}


def test_interests_of_work_are_told_from_pastimes_by_the_section():
    work = "# Ilva Marenko\n\n## Interests\n\n- Marsh ecology\n- Plant-insect interactions\n- Tidal dynamics\n"
    play = "# Ilva Marenko\n\n## Interests\n\n- Sailing\n- Choir\n- Bread\n"
    assert topics(work) == {"Marsh ecology", "Plant-insect interactions", "Tidal dynamics"}
    assert topics(play) == set()


def test_a_told_interest_may_be_broad_but_a_told_task_may_not():
    line = "Puzzles with a taste for algorithms, neural networks, physics and computer graphics.\n"
    wanted = {"algorithms", "neural networks", "physics", "computer graphics"}
    assert topics(f"# Ilva Marenko\n\n## My interests\n\n{line}") == wanted
    assert topics("# Ilva Marenko\n\n## My interests\n\nI sing in a choir and play music with friends.\n") == set()
    assert topics("# Ilva Marenko\n\n## Work\n\nI taught physics, algorithms and neural networks.\n") == set()


def test_a_field_of_two_words_joined_by_and_stays_whole():
    text = "# Ilva Marenko\n\nI am interested in data structures and algorithms.\n"
    assert topics(text) == {"data structures and algorithms"}


def test_what_others_say_is_no_interest_of_the_subject():
    text = """# Ilva Marenko

I build boats in Ulverton, and have done so since I left the harbour school there.

> A developer with a passion for sound design.
"""
    assert topics(text) == set()
