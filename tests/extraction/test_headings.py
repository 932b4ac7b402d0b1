"""What headings say their sections are about, in every language and shape they come in."""

import pytest

from kg.extraction import extract, headings
from kg.extraction.outline import SectionKind
from kg.extraction.sections import outline
from kg.model import Document
from kg.readers import read


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Work Experience", SectionKind.EXPERIENCE),
        ("💼 Professional Experience:", SectionKind.EXPERIENCE),
        ("2. EDUCATION & TRAINING", SectionKind.EDUCATION),
        ("Berufserfahrung", SectionKind.EXPERIENCE),
        ("Expérience professionnelle", SectionKind.EXPERIENCE),
        ("Formación académica", SectionKind.EDUCATION),
        ("İş Deneyimi", SectionKind.EXPERIENCE),
        ("教育背景", SectionKind.EDUCATION),
        ("職歴", SectionKind.EXPERIENCE),
        ("기술 스택", SectionKind.SKILLS),
        ("Selected Honors and Awards", SectionKind.AWARDS),
        ("Relevant Industry Experience", SectionKind.EXPERIENCE),
        ("Interships & Apprenticeships", SectionKind.EXPERIENCE),
        ("Work Expereince", SectionKind.EXPERIENCE),
        ("Acheivements", SectionKind.AWARDS),
        ("Technologies I use", SectionKind.SKILLS),
        ("🧰 Tools I'm comfortable with", SectionKind.SKILLS),
        ("Jobs I've had", SectionKind.EXPERIENCE),
        ("Trayectoria laboral", SectionKind.EXPERIENCE),
        ("Things I've built", SectionKind.PROJECTS),
        ("Domaines de recherche", SectionKind.INTERESTS),
        ("奖学金", SectionKind.AWARDS),
        ("WorkExperience", SectionKind.EXPERIENCE),
        ("Solo Exhibitions", SectionKind.PUBLICATIONS),
        ("Ausstellungen", SectionKind.PUBLICATIONS),
        ("Exhibition Experience", SectionKind.PUBLICATIONS),
        ("Selected Press", SectionKind.PUBLICATIONS),
        ("Commissions", SectionKind.PUBLICATIONS),
        ("Notable Cases", SectionKind.PUBLICATIONS),
        ("Kitchen Experience", SectionKind.EXPERIENCE),
        ("Clinical Rotations", SectionKind.EXPERIENCE),
        ("Student Teaching", SectionKind.EXPERIENCE),
        ("Licensure", SectionKind.CERTIFICATES),
        ("Bar Admissions", SectionKind.CERTIFICATES),
        ("Seminars Attended", SectionKind.CERTIFICATES),
        ("Professional Associations", SectionKind.SERVICE),
        ("Campus Leadership", SectionKind.VOLUNTEERING),
        ("Akademische Forschungserfahrung", SectionKind.RESEARCH),
        ("Histórico Profissional", SectionKind.EXPERIENCE),
        ("Aus- und Weiterbildungen", SectionKind.EDUCATION),
        ("Percorso di studi", SectionKind.EDUCATION),
        ("Aperfeiçoamento Profissional", SectionKind.CERTIFICATES),
        ("Attività didattica", SectionKind.TEACHING),
        ("Werk und Wirkung", None),
        ("Food I love", None),
        ("Experiments", None),
        ("Compositions", None),
        ("Quandril GmbH", None),
        ("What I did in the summer of a very long year", None),
    ],
)
def test_a_heading_is_known(heading: str, kind: SectionKind | None) -> None:
    assert headings.kind(heading) is kind


def kinds(content: str, suffix: str = ".md") -> list[str]:
    return [str(section.kind) for section in outline(read(Document(f"page{suffix}", content.encode()))).sections]


def test_entries_under_a_heading_stay_in_its_section() -> None:
    page = "# Mira\n\n## Experience\n\n### Quandril\n\nEngineer\n\n#### Technologies\n\n- Go\n\n### Zelvo\n\nIntern\n"
    assert kinds(page) == ["about", "experience", "organization", "skills", "organization"]


def test_a_plain_text_has_headings_without_marks() -> None:
    page = "MIRA SOLBERG\n\nEXPERIENCE\n\nEngineer, Quandril, 2019 - 2020\n\nSkills:\n\nGo, Rust\n"
    assert kinds(page, ".txt") == ["about", "experience", "skills"]


def test_every_line_is_in_one_section() -> None:
    text = read(Document("page.md", b"# A\n\ntext\n\n## Education\n\n- MSc, Rookhope College, 2012\n"))
    made = outline(text)
    inside = [line.index for section in made.sections for line in section.lines]
    heads = [section.heading.index for section in made.sections if section.heading]
    assert sorted(inside + heads) == [line.index for line in made.lines]


def test_headings_that_part_what_is_from_what_was_are_no_employers() -> None:
    page = (
        "# Mira\n\n## Experience\n\n### Currently\n\nEngineer, Zelvo (2020 - present)\n\n"
        "### Past\n\nAnalyst, Quandril (2017 - 2019)\n"
    )
    found = extract(read(Document("page.md", page.encode()))).positions
    assert [(fact.organization, fact.title) for fact in found] == [("Zelvo", "Engineer"), ("Quandril", "Analyst")]


@pytest.mark.parametrize(
    ("rows", "sections"),
    [
        ((("Education", "MSc, University of Oslo, 2016<br>BSc, University of Bergen"),), ["education"]),
        ((("Experience", "2019 – 2021", "Nurse"), ("Experience", "2016 – 2019", "Carer")), ["experience"]),
        ((("Formation", "2014 – 2016", "Master"), ("Divers", "voile")), ["education"]),
        ((("Education", "MSc, University of Oslo"), ("Town", "Oslo")), ["education"]),
        ((("Education", "School", "Year"), ("MSc", "University of Oslo", "2016")), ["about"]),
        ((("Research", "mosses"), ("Teaching", "ferns")), ["about"]),
        ((("Languages", "Norwegian 2016"), ("Tools", "Python")), ["about"]),
    ],
)
def test_a_heading_beside_entries_heads_them(rows: tuple[tuple[str, ...], ...], sections: list[str]) -> None:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    assert kinds(page, ".html") == sections


@pytest.mark.parametrize(
    ("page", "suffix", "sections"),
    [
        ("1. Work\n\nEngineer, Quandril, 2019\n\n2. Studies\n\nBSc, Zelvo College, 2017\n", ".md",
         ["experience", "education"]),
        ("**1. Work**\n\nEngineer, Quandril, 2019\n", ".md", ["experience"]),
        ("- Work\n  - Engineer, Quandril, 2019\n- Studies\n  - BSc, Zelvo College, 2017\n", ".md",
         ["experience", "education"]),
        ("▶ Work\n• Engineer, Quandril, 2019\n▶ Studies\n• BSc, Zelvo College, 2017\n", ".txt",
         ["experience", "education"]),
        ("- Work\n- Studies\n- Skills\n\nI did all of these.\n", ".md", ["about"]),
        ("1. Work\n2. Studies\n\nI did both.\n", ".txt", ["about"]),
    ],
)  # fmt: skip
def test_an_item_of_known_words_heads_what_is_no_item_of_its_list(page: str, suffix: str, sections: list[str]) -> None:
    assert kinds(page, suffix) == sections


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Awards and Grants", "awards"),
        ("🏆 Achievements & Recognition", "awards"),
        ("Rowing contest awards", "awards"),
        ("Boat building projects", "projects"),
        ("Rest and Relaxation", None),
        ("Project: Awards", None),
        ("I have won a few awards", None),
        ("Tide gauges", None),
    ],
)
def test_a_few_words_above_a_list_of_a_plain_text_are_a_heading(line: str, kind: str | None) -> None:
    page = f"Mira Solberg\n\nEXPERIENCE\n\nEngineer, Quandril, 2019 - 2020\n\n{line}\n\n- Golden Oar\n- Blue Oar\n"
    assert kinds(page, ".txt")[2:] == ([kind] if kind else [])
