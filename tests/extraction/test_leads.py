"""Lines below a time that begin with "Pursuing a" or "Worked as a": what they name belongs to the time."""

import pytest

from kg.extraction import extract
from kg.extraction.clues import is_sentence, lead_end
from kg.model import Document, Profile
from kg.readers import read

STUDIES = {
    "**2019 – 2022**\nPursuing a BSc in Botany at Rookhope College": "Rookhope College | BSc | 2019 – 2022",
    "**2019 – 2022**\nFinishing a **Master's Degree** in **Law** ─ Tilde": "Tilde | Master's Degree | 2019 – 2022",
    "- 2010 – 2013: Currently finishing my PhD in Physics ─ Rookhope College": "Rookhope College | PhD | 2010 – 2013",
    "- **2018 - 2020**\n  Earned a Master of Arts in History from Tidewell University":
        "Tidewell University | Master of Arts | 2018 – 2020",
    "**2019 – 2022**\nBSc\nIT University of Copenhagen": "IT University of Copenhagen | BSc | 2019 – 2022",
}  # fmt: skip
JOBS = {
    "**2015 – 2018**\n\nWorked as a nurse at Tessara": "Tessara | nurse | 2015 – 2018",
    "**2015 – 2018**  \nWorking as Data Engineer, Tessara GmbH": "Tessara GmbH | Data Engineer | 2015 – 2018",
    "**2015 – 2018**  \nTätig als Entwicklerin bei Tessara GmbH": "Tessara GmbH | Entwicklerin | 2015 – 2018",
    "**2015 – 2018**  \nEngineer  \nIT Services Marlowe GmbH": "IT Services Marlowe GmbH | Engineer | 2015 – 2018",
    "**2015 – 2018**  \nAnalyst  \nFocus Marlowe Ltd": "Focus Marlowe Ltd | Analyst | 2015 – 2018",
}
NO_LEADS = (
    "Completed a course on soil physics",
    "Worked as part of a team",
    "Pursuing happiness",
    "Finished the thesis that my Master's degree was about",
)


def profile_of(section: str, text: str) -> Profile:
    return extract(read(Document("cv.md", f"# Nora Tessel\n\n## {section}\n\n{text}\n".encode())))


@pytest.mark.parametrize("text", STUDIES)
def test_a_study_told_below_its_time_is_read(text: str) -> None:
    found = profile_of("Education", text).education
    assert [f"{fact.organization} | {fact.degree} | {fact.period}" for fact in found] == [STUDIES[text]]


@pytest.mark.parametrize("text", JOBS)
def test_a_job_told_below_its_time_is_read(text: str) -> None:
    found = profile_of("Experience", text).positions
    assert [f"{fact.organization} | {fact.title} | {fact.period}" for fact in found] == [JOBS[text]]


@pytest.mark.parametrize("text", NO_LEADS)
def test_other_sentences_begin_with_no_lead(text: str) -> None:
    assert lead_end(text) == 0


@pytest.mark.parametrize("text", ["Led the sales department", "It served the college", "Joined Rookhope College"])
def test_what_begins_with_a_verb_is_no_name(text: str) -> None:
    assert is_sentence(text)


def test_a_header_ends_before_it_tells_of_others() -> None:
    lines = (
        "**2010-2013**\n\n**Developer** for Ostrava Ltd (Bern) as a contractor for Generale Bank.\n",
        "**2007-2010**\n\nResearch engineer at Rookhope College, working with two teams on the soil of cold places.\n",
        "**2005-2007**\n\nEngineer, Tessara Ltd\n\n- Analyses advised by two professors who came from abroad.\n",
    )
    found = profile_of("Experience", "\n".join(lines)).positions
    told = [f"{fact.organization} | {fact.title} | {fact.period}" for fact in found]
    assert told == [
        "Ostrava Ltd | Developer | 2010 – 2013",
        "Rookhope College | Research engineer | 2007 – 2010",
        "Tessara Ltd | Engineer | 2005 – 2007",
    ]
