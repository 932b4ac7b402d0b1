"""The name of the person a document is about: stated, or none."""

from __future__ import annotations

import pytest

from kg.extraction.people.subject import subject

NAMED = [
    ("# Mara Lindqvist\n\nSoftware engineer.", "Mara Lindqvist"),
    ("# Mara Lindqvist – Software Engineer\n\nHello.", "Mara Lindqvist"),
    ("# Résumé of Mara Lindqvist\n\nText.", "Mara Lindqvist"),
    ("# Mara Lindqvist's Homepage\n\nText.", "Mara Lindqvist"),
    ("Mara Lindqvist, PhD\nStockholm\n", "Mara Lindqvist"),
    ("Curriculum Vitae\n\nDr. Mara Lindqvist\n", "Mara Lindqvist"),
    ("MARA LINDQVIST\n\nExperience\n", "Mara Lindqvist"),
    ("# About me\n\nMy name is Tomas de la Cruz and I paint.", "Tomas de la Cruz"),
    ("Hi there, I'm\nMara Lindqvist\n", "Mara Lindqvist"),
    ("## Hi 👋, I'm Mara!\n\nText.", "Mara"),
    ("Welcome to Mara Lindqvist's academic webpage!\n", "Mara Lindqvist"),
    ("Hey! I am **Mara Lindqvist** (she/her), a potter.", "Mara Lindqvist"),
    ("Ich heiße Jürgen Groß und wohne in Ulm.", "Jürgen Groß"),
    ("Je m'appelle Élodie Marchand.", "Élodie Marchand"),
    ("Me llamo Lucía Ortega y vivo en Quito.", "Lucía Ortega"),
    ("我叫林小雨，来自厦门。", "林小雨"),
    ("Name: Mara Lindqvist\nBorn: 1990\n", "Mara Lindqvist"),
    ("Name:- Mara Lindqvist\nBorn:- 1990\n", "Mara Lindqvist"),
    ("# Resume\n\n- **Name :-** *Mara Lindqvist*\n- Mobile :- 555\n", "Mara Lindqvist"),
    ("> Glorious Morning.\n\nI am Mara Lindqvist.\n", "Mara Lindqvist"),
    ("# A draft\n\nLegal name: Mara Lindqvist\n\nMail: mara@example.org\n", "Mara Lindqvist"),
    (
        "Mara Lindqvist (b. 1990, she/her), is a composer from Visby whose work is inspired by the sea.",
        "Mara Lindqvist",
    ),
    ("Composer Mara Lindqvist (b. 1986) grew up in Visby. She holds a degree in music.", "Mara Lindqvist"),
    ("Chef Mara Lindqvist grew up in Visby, where her parents ran an inn.", "Mara Lindqvist"),
    ("Mason Lindqvist is a nurse from Visby who loves her work.", "Mason Lindqvist"),
    ("Taylor Ann Lindqvist is a nurse from Visby who loves her work.", "Taylor Ann Lindqvist"),
    ("---\ntitle: About Mara Lindqvist\n---\n\nI paint.\n", "Mara Lindqvist"),
    ("---\ntitle: About\nauthor: Mara Lindqvist\n---\n\nI paint.\n", "Mara Lindqvist"),
    ("---\ntitle: CV\nname: Mara\nsurname: Lindqvist\n---\n\n## About\n\nI paint.\n", "Mara Lindqvist"),
    (
        "Short bio:\nMara Lindqvist studied botany at the University of Bergen, where she wrote her thesis on mosses.",
        "Mara Lindqvist",
    ),
    ("Mara studied botany at the University of Bergen, where she wrote her thesis on mosses and lichens.", "Mara"),
    ("Prof. Dr. Otto Brandl\nChair of Botany\n", "Otto Brandl"),
    ("# 👋 Mirela | Embedded developer\n\n**Languages:** C, C++", "Mirela"),
    ("# Mirela\n\n### Data Engineer · Pipelines\n\nText.", "Mirela"),
    ("# Mirela\n\nI like boats.\n\n- [GitHub](https://github.com/mirela-92)", "Mirela"),
    (
        '---\ntitle: "Mirela Anghel de Souza"\n---\n\n## Meu Percurso\n\nTexto.\n\n## Outras Coisas\n\nTexto.',
        "Mirela Anghel de Souza",
    ),
    ("---\nlayout: page\nauthor:\n  name: Mara Lindqvist\n---\n\nI paint.\n", "Mara Lindqvist"),
    ("Salut, c'est Mirela !\n\nJ'étudie la botanique.", "Mirela"),
    ("Bonjour ! C'est Mara Lindqvist, je code.", "Mara Lindqvist"),
    ("MARA LINDQVIST 12 Elm Street Apt. B Oslo Mobile: 000-000-0000 mara@example.org\n\nEngineer", "Mara Lindqvist"),
    ("Mara Lindqvist, mara@example.org, +47 000 000\n\nEngineer", "Mara Lindqvist"),
    (
        "# Research\n\nMosses.\n\n# Contact\n\n**Mara E. Lindqvist**\\\nFjord Institute\\\n0150 Oslo",
        "Mara E. Lindqvist",
    ),
    ("Mirela is a software engineer who loves moss. Outside of work, Mirela paints.", "Mirela"),
    ("# About Mirela\n\nMirela is a botanist at Quandril GmbH.", "Mirela"),
    ("Mara Lindqvist wurde 1980 in Bergen geboren und lehrt Musik.", "Mara Lindqvist"),
    ("# CV of Mara Lindqvist (updated May 2024)\n\nText.", "Mara Lindqvist"),
    ("# Prof. Dr.-Ing. habil. Mara Lindqvist-Brandl\n\nText.", "Mara Lindqvist-Brandl"),
]

UNNAMED = [
    "Salut, c'est cool ici !",
    "# Contact\n\nUniversity of Bergen\nDepartment of Botany\nPostbox 1",
    "Machine Learning 2023 was a good year",
    "Jekyll is a simple site generator. With Jekyll you write pages.",
    "# About Tidewell\n\nTidewell is a studio in Oslo. Its work is known to everyone here.",
    "Oslo is a lovely town by the sea. In it, Oslo has parks.",
    "Reach me at mlindqvist [at] example [dot] org\n\nI am a gardener at heart.",
    "# About\n\nI'm a software engineer. I'm German. I'm from Lagos.",
    "I am Marlin Valley University's resident logician, and a gardener.",
    "Starting Fall 2020, I will be a gardener.",
    "# Gardener\n\nProfessor of Marine Sciences  \nMarlin Valley University\n",
    "# Curriculum Vitae\n\n## Work Experience\n\nSoftware Engineer at Quandril GmbH",
    "# Machine Learning\n\nA page on machine learning.",
    "# University of Bergen\n\nA page of a university.",
    "## Technical Skills\n\n**Certifications**: MS Copper Fundamentals (CF-900), MS Lantern Fundamentals\n\nPython, Go",
    "## Appointments\n\nAssistant Professor  \nHarald Bluffton School of Public Health, Fjord University",
    "# Example Music: May 2022 – Aug 2022\n\nIntern",
    "Advisor: Prof. John Roe\n",
    "I paint.\n\nI have a degree from Fjord University, where I studied Tide Economics, Moss Economics, and Botany.",
    "# 个人简历\n\n## 教育背景\n\n2018.09-2022.06 示例大学\n\n理学院 | 电子信息\n",
    "# Hoja de Vida\n\n## Educación\n\n2018-2022 Universidad de Ejemplo\n",
    "# 履歷表\n\n## 學歷\n\n2018.09-2022.06 範例大學\n",
    "github.com/mara-lindqvist\n\nI write code.",
    "# Sketchpad\n\nA board to draw on.\n\n- [Code](https://github.com/somebody/sketchpad)",
    "# Overview\n\nSoftware Engineer at Quandril GmbH",
    "# Lagos\n\nSoftware engineer.",
    "## Experience\n\n### Engineer, Sketchpad, 2023\n\nSketchpad is a board for teams that want to share their work.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_stated_name_is_found(text: str, name: str, outlined) -> None:
    found = subject(outlined(text))
    assert found.name == name
    assert found.evidence


@pytest.mark.parametrize("text", UNNAMED)
def test_no_name_is_invented(text: str, outlined) -> None:
    found = subject(outlined(text))
    assert found.name is None
    assert found.evidence == ()


def test_a_full_name_outranks_a_nickname_and_keeps_it(outlined) -> None:
    found = subject(outlined("# Francisco Rivera Luna\n\nHi, I'm Luna and I like trains."))
    assert found.name == "Francisco Rivera Luna"
    assert "Luna" in found.alternate_names


def test_names_in_brackets_are_other_names(outlined) -> None:
    assert subject(outlined("I'm Leifang (Erik) Zhou, a chemist.")).name == "Leifang Zhou"
    assert subject(outlined("I'm Leifang (Erik) Zhou, a chemist.")).alternate_names == ("Erik Zhou",)
    assert subject(outlined("I am Yun Lin (林云), a chemist.")).alternate_names == ("林云",)
    assert subject(outlined("I am Mara Lindqvist (she/her), a chemist.")).alternate_names == ()


def test_the_name_that_lists_of_publications_set_off_is_the_authors(outlined) -> None:
    text = """# Publications

- **Mara Lindqvist** and Otto Brandl. 2020. On mosses. Journal of Moss.
- Eva Nunes, **Mara Lindqvist**. 2021. On lichens. Journal of Moss.
"""
    assert subject(outlined(text)).name == "Mara Lindqvist"


def test_evidence_of_a_name_stands_where_it_says(outlined) -> None:
    outline = outlined("# Mara Lindqvist\n\nI'm Mara Lindqvist.")
    for item in subject(outline).evidence:
        assert outline.text.content[item.start : item.end] == item.quote
