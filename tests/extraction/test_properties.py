"""What holds for every text: evidence stands where it says, the same text gives the same profile, nothing fails."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction import extract
from kg.model import Document, Profile, Text
from kg.readers import read

WORDS = st.sampled_from([
    "Experience", "Education", "Skills", "Awards:", "## ", "- ", "* ", "\n", "\n\n", "\t", " – ", " at ", ", ",
    "Software Engineer", "Intern", "Quandril GmbH", "University of Bergen", "MSc", "PhD in Physics", "2019",
    "Jan 2020 – Present", "(2015-2017)", "[", "]", "(", ")", "Advisor: Kari Nordmann", "Python", "🚀", "**", "工程师",
    "大学", "東京", "GPA: 3.9", "I worked at", "Oslo, Norway", "@", "—", "...", ";", "Title:", "Company:", "1.", "​",
    "é", "| ",
])  # fmt: skip
PAGES = st.lists(WORDS | st.text(max_size=12), max_size=60).map("".join)


def read_page(content: str, suffix: str) -> Text:
    return read(Document(f"page{suffix}", ("Mira Solberg\n" + content).encode("utf-8", "replace")))


def spans_hold(text: Text, profile: Profile) -> bool:
    evidence = [item for fact in profile.facts() for item in fact.evidence] + list(profile.person.evidence)
    return all(text.content[item.start : item.end] == item.quote for item in evidence)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, st.sampled_from([".txt", ".md"]))
def test_any_text_gives_a_profile_whose_evidence_holds(content: str, suffix: str) -> None:
    text = read_page(content, suffix)
    profile = extract(text)
    assert spans_hold(text, profile)
    assert extract(text) == profile


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_skills_of_a_fact_are_skills_of_the_profile(content: str) -> None:
    profile = extract(read_page(content, ".md"))
    named = {skill.name for skill in profile.skills}
    for fact in (*profile.positions, *profile.education, *profile.projects):
        assert set(fact.skills) <= named


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_a_profile_survives_its_json(content: str) -> None:
    profile = extract(read_page(content, ".txt"))
    assert Profile.model_validate_json(profile.model_dump_json()) == profile
