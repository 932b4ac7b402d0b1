"""The subject's name in the many forms that pages give it, in every format: in parts, in titles, at the foot."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read

WHO = "Dorian Veltkamp"
STUDY = "\n\nEDUCATION\n\nFjord University, BSc in Botany, 2010 - 2014\n"
PARTS = [
    "CURRICULUM VITAE\n\nSurname: Veltkamp\nFirst Name: Dorian\nNationality: Dutch",
    "CURRICULUM VITAE\n\nLast name: Veltkamp\nFirst name: Dorian",
    "CURRICULUM VITAE\n\nFamily Name\tVeltkamp\nGiven Names\tDorian",
    "Nombre: Dorian\nApellidos: Veltkamp",
    "Nom : Veltkamp\nPrénom : Dorian",
    "Name: Veltkamp, Dorian",
    "Dorian\nVeltkamp\nSoftware Engineer",
    "DORIAN\nVELTKAMP\nSoftware Engineer",
    "Dorian Veltkamp <dv@example.org>",
    "Dorian Veltkamp [dv@example.org]",
    "Ing. Dorian Veltkamp, Ph.D.",
    "Mgr. Dorian Veltkamp",
    "Engr. Dorian Veltkamp",
    "Dorian Veltkamp CISSP, OSCP",
    "Dorian Veltkamp CV 2024",
    "Dorian Veltkamp aka dv9",
]
TITLES = [
    "Dorian Veltkamp - Portfolio",
    "Home | Dorian Veltkamp",
    "Dorian Veltkamp's Portfolio",
    "Welcome to Dorian Veltkamp's page",
    "Personal website of Dorian Veltkamp",
    "Dorian Veltkamp at Fjord University",
    "The Website of Dorian Veltkamp",
]
FRONT = [
    "title: About\ndescription: Dorian Veltkamp is a painter from Oslo.",
    "title: About\ndescription: Personal site of Dorian Veltkamp",
    'title: CV\nexcerpt: "Read the CV of Dorian Veltkamp."',
    "title: Resume\nsummary: Resume — Dorian Veltkamp, Potter",
    "title: CV\ndescription: Curriculum Vitae | Dorian Veltkamp",
    "title: CV\ndescription: Dorian Veltkamp resume",
    "title: About\ndescription: Portfolio of work - Dorian Veltkamp's site",
    "title: About\nsummary: Hi, I'm Dorian Veltkamp",
    "title: About\nauthors:\n- Dorian Veltkamp",
    "title: Welcome to Dorian Veltkamp's Website",
    "title: Home\nheading: Dorian Veltkamp",
]
RECORDS = [
    "given-names: Dorian\nfamily-names: Veltkamp",
    "name: Veltkamp, Dorian",
    "prename: Dorian\nname: Veltkamp",
    "vorname: Dorian\nnachname: Veltkamp",
    "prenom: Dorian\nnom: Veltkamp",
    "nombre: Dorian\napellidos: Veltkamp",
]
AS_WRITTEN = [
    "Vincent d'Arbeloff",
    "Omar al-Masri",
    "Md. Karim Hossain",
    "M. Karim Hossain",
    "Xiao Long Ma",
    "Dorian Ó Veltkamp",
]
LINES = [
    ("# Hi! 👋 Dorian Veltkamp here", WHO),
    ("Hi there, I'm Dorian but everyone calls me Dory.", "Dorian"),
    ("I'm Jordan, a potter.", "Jordan"),
    ("Hello, I'm Hugo Veltkamp, a potter.", "Hugo Veltkamp"),
    ("I, Dorian Veltkamp, make pots.", WHO),
    ("# Welcome to Dorian's GitHub!", "Dorian"),
    ("# Meet Dorian Veltkamp", WHO),
    ("# Who is Dorian Veltkamp?", WHO),
    ("# Vita of Dorian Veltkamp", WHO),
    ("Software Engineer Dorian Veltkamp", WHO),
    ("Nama saya Dorian Veltkamp.", WHO),
    ("Tôi là Dorian Veltkamp", WHO),
    ("Mam na imię Dorian.", "Dorian"),
    ("Με λένε Dorian Veltkamp", WHO),
    ("안녕하세요, 홍길동입니다.", "홍길동"),
    ("こんにちは、Dorianです", "Dorian"),
    ("氏名: 山田 太郎", "山田 太郎"),
    ("# 履歴書\n\n## 名前\n\n- 山田 太郎（やまだ たろう）\n\n## 学歴", "山田 太郎"),
    ("# 職務経歴書\n\n## 氏名\n\n山田 太郎\n\n## 職歴", "山田 太郎"),
    ("# 个人简历\n\n## 姓名\n\n- 郭晓川\n\n## 教育", "郭晓川"),
    ("# Curriculum Vitae\n\n## Name\n\n- Dorian Veltkamp\n\n## Education", WHO),
    ("# CV\n\n### Full name:\n\nDorian Veltkamp\n\n### Education", WHO),
    ("# Lebenslauf\n\n## Vor- und Nachname\n\n**Dorian Veltkamp**\n\n## Ausbildung", WHO),
    ("12 Maple Grove Ct.\n\nDorian Veltkamp\n\nI make pots.", WHO),
    ("Rua Alta 7, Porto\n\nDorian Veltkamp\n\nI make pots.", WHO),
    ("# Nathan Lane", "Nathan Lane"),
    ("姓名 郭晓川 性别 男", "郭晓川"),
    ("# Hello\n\nI make pots.\n\nBest regards,\nDorian Veltkamp", WHO),
    ("# Hello\n\nI make pots.\n\nCheers,\nDorian", "Dorian"),
    ("# Hello\n\nI make pots.\n\nMade with ❤️ by Dorian Veltkamp", WHO),
    ("# Hello\n\nI make pots.\n\nAll rights reserved © Dorian Veltkamp 2024", WHO),
    ("# Hello\n\nI make pots.\n\n⭐️ From [Dorian Veltkamp](https://github.com/dv)", WHO),
    ("# Hello\n\nI make pots.\n\n- 💼 LinkedIn: Dorian Veltkamp\n- Twitter: @dv", WHO),
    ('# Hello\n\n```python\nclass Me:\n    def __init__(self):\n        self.name = "Dorian Veltkamp"\n```', WHO),
    ("# Hello\n\n```yaml\nname: Dorian Veltkamp\nrole: Potter\n```", WHO),
    ("# Hello\n\nI hereby declare that all of this is true.\n\nOslo, 1 May 2024\n\n(Dorian Veltkamp)", WHO),
]
NAMELESS = [
    ("page.md", "Afterwards I joined the university of my town for a while.\n\nBefore I worked, I had a nap."),
    ("page.md", "Before I worked as a potter, I swam.\n\nToday I'm retired."),
    ("page.md", "I'm Senior in this trade. I'm Based in Oslo."),
    ("page.md", "# Hello\n\nI make pots.\n\nCheers,\nThe Team"),
    ("page.md", "# 履歴書\n\n## 名前\n\n非公開です。\n\n## 学歴\n\n- 2012年 卒業"),
    ("page.md", "# A form\n\n## Name\n\nPlease write the name of the course here.\n\n## Date"),
    ("page.md", "4500 Otto Brandl Street\n\nI make pots."),
    ("page.md", "---\ntitle: CV\ndescription: Resume — potter since 2004, Oslo\n---\n\nI paint.\n"),
    ("page.md", "---\ntitle: CV\ndescription: Curriculum Vitae\n---\n\nI paint.\n"),
    ("page.md", "# Hello\n\nI make pots.\n\nTheme designed by Otto Brandl"),
    ("page.md", "# Hello\n\nI make pots with [Otto Brandl](https://github.com/otto) and many others."),
    ("page.md", '# Hello\n\n```python\nname = "Sketchpad"\nhostname = "Otto Brandl"\n```'),
    ("page.md", "As of August 2025, I make pots.\n\nThat is all."),
    ("page.txt", "Oslo\nNorway\nSoftware Engineer" + STUDY),
    ("page.txt", "Senior\nEngineer\nText." + STUDY),
    ("page.txt", "Python\nKubernetes\nThese are my tools." + STUDY),
    ("page.txt", "Oslo, Norway" + STUDY),
    ("page.html", "<title>Moss and lichen</title><h1>I build things</h1><p>Text.</p>"),
    ("page.html", "<title>Welcome to the page of the choir</title><h1>We sing</h1><p>Text.</p>"),
    ("page.md", "---\ntitle: About\ndescription: Python is a language for everyone.\n---\n\nI paint.\n"),
    ("page.md", "---\ntitle: About\ndescription: Notes on the site of the old mill.\n---\n\nI paint.\n"),
]


def _name(file: str, text: str) -> str | None:
    return extract(read(Document(file, text.encode()))).person.name


@pytest.mark.parametrize("text", PARTS)
def test_a_name_at_the_top_of_a_plain_page(text: str) -> None:
    assert (_name("page.txt", text + STUDY) or "").casefold() == WHO.casefold()


@pytest.mark.parametrize(("text", "name"), LINES)
def test_a_name_in_lines_of_a_page(text: str, name: str) -> None:
    assert _name("page.md", text + "\n\n") == name


@pytest.mark.parametrize("title", TITLES)
def test_a_name_in_the_title_of_a_web_page(title: str) -> None:
    assert _name("page.html", f"<title>{title}</title><h1>I build things</h1><p>Text.</p>") == WHO


@pytest.mark.parametrize("front", FRONT)
def test_a_name_in_front_matter(front: str) -> None:
    assert _name("page.md", f"---\n{front}\n---\n\nI paint the sea.\n") == WHO


@pytest.mark.parametrize("keys", RECORDS)
def test_a_name_under_keys(keys: str) -> None:
    study = "\neducation:\n  - institution: Fjord University\n    studyType: BSc\n"
    assert _name("cv.yaml", keys + study) == WHO


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_name_is_kept_as_it_is_written(name: str) -> None:
    assert _name("page.md", f"# {name}\n\nI paint the sea.\n") == name


@pytest.mark.parametrize(("file", "text"), NAMELESS)
def test_what_looks_like_a_name_and_is_none(file: str, text: str) -> None:
    assert _name(file, text) is None
