"""Forms in which invented pages tell of projects, and what is read from each."""

from __future__ import annotations

import pytest

from kg.extraction.profile import extract
from kg.model import Document
from kg.readers import read


def projects(text: str, suffix: str = ".md") -> list[str]:
    """The names of the projects of a page."""
    return [project.name for project in extract(read(Document(f"page{suffix}", text.encode()))).projects]


JOB = "# Ilva Marenko\n\n## Experience\n\n### Larkspur | Engineer | 2019 - 2021\n\n- {line}\n- Kept the lights on.\n"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Built Reed Collector, a Python library that counts reeds.", ["Reed Collector"]),
        ("Built the Tide Image Selection system, modelling tides.", ["Tide Image Selection system"]),
        ("Wrote and owned PyMARSH, a modelling tool (Python, Dash).", ["PyMARSH"]),
        ("Lead *Fenbook*, a register of fens.", ["Fenbook"]),
        ("Developed **sea-chart** for the harbour.", ["sea-chart"]),
        ("Creator and maintainer of Quaymaster.", ["Quaymaster"]),
        ("Contributor to [Sedge](https://example.org/sedge).", ["Sedge"]),
        ("I was the initiator of the MARSH-Courses sharing project.", ["MARSH-Courses"]),
        ("Wrote an app called Tidebell for pilots.", ["Tidebell"]),
        ("Built Kubernetes operators and Python scripts.", []),
        ("Led Engineering Team and developed Machine Learning models.", []),
        ("Delivered DevEx improvements.", []),
        ("Developed REST APIs for clients.", []),
        ("Led CI for the whole company.", []),
        ("Designed a Master Plan for Ulverton, a town on the coast.", []),
        ("Taught Reading Circle, a class for adults.", []),
    ],
)
def test_projects_in_items_of_a_job(line, wanted):
    assert projects(JOB.format(line=line)) == wanted


def test_items_that_begin_with_a_name_and_what_it_is():
    text = "# Ilva Marenko\n\n## Bits and pieces\n\n- PyReed, a Python package.\n- Ulverton, a town by the sea.\n"
    assert projects(text) == ["PyReed"]


def test_a_column_of_projects_in_a_table():
    text = """# Ilva Marenko

## What I do

| Project | What it is | Stack |
|---|---|---|
| [reed-counter](https://github.com/nobody/reed-counter) | Counts reeds | Rust |
| [tide-bell](https://github.com/nobody/tide-bell) | Rings | Go |
"""
    assert projects(text) == ["reed-counter", "tide-bell"]


def test_repositories_set_like_code():
    text = """# Ilva Marenko

I count reeds.

- `reed-counter/` - Counts reeds by the hour.
- `tide-bell/` - Rings at high water.
- `fen-map/` - Draws fens.
"""
    assert projects(text) == ["reed-counter", "tide-bell", "fen-map"]


def test_wrapped_lines_and_what_is_told_of_a_project_name_none():
    text = """# Ilva Marenko

## Projects

- **Reed Counter** — counts reeds
  The source can be had for the asking.
- **Tide Bell** — rings
  at high water
"""
    assert projects(text) == ["Reed Counter", "Tide Bell"]


def test_rows_above_their_items():
    tex = r"""\documentclass{article}
\begin{document}
\section{Projects}
\begin{tabular*}{\textwidth}{l@{\extracolsep{\fill}}r}
\textbf{Reedriddles.io} $|$ \emph{TypeScript, Svelte} & May 2022 -- Jul. 2022 \\
\end{tabular*}
\begin{itemize}
\item Applied Scrum methodology.
\item First ever introduction to reeds.
\end{itemize}
\begin{tabular*}{\textwidth}{l@{\extracolsep{\fill}}r}
\textbf{Homeweir} $|$ \emph{Vue, Java} & May 2021 -- Jul. 2021 \\
\end{tabular*}
\begin{itemize}
\item Built the weir of a house.
\end{itemize}
\end{document}
"""
    assert projects(tex, ".tex") == ["Reedriddles.io", "Homeweir"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("**Project**: Tide Atlas of the North.", ["Tide Atlas of the North"]),
        ("Project 2: Quayside (internal)", ["Quayside"]),
        ("*Projekt:* Wattenkarte – eine Karte", ["Wattenkarte"]),
        ("Project: we counted the reeds of every fen in the country and wrote about it", []),
        ("Project management: Jira", []),
        ("Currently working on **@Larkspur**", []),
        ("Built and worked on 2 Websites for fishers.", []),
    ],
)
def test_projects_after_a_label(line, wanted):
    assert projects(JOB.format(line=line)) == wanted


CARD = "[![card](https://github-readme-stats.vercel.app/api/pin/?username=ilva&repo={0})](https://github.com/ilva/{0})"


def test_cards_of_repositories():
    text = f"# Ilva Marenko\n\n## My stats\n\n{CARD.format('reed-counter')} {CARD.format('tide-bell')}\n"
    assert projects(text) == ["reed-counter", "tide-bell"]


def test_described_repositories_under_a_heading_for_something_else():
    lines = [
        "- 🗺️ [fen-map](https://github.com/ilva/fen-map) & [fen-api](https://github.com/ilva/fen-api): Maps of fens",
        "- 🔎 [Reed](https://github.com/ilva/Reed): Looks for reeds",
        "- [tides](https://github.com/ilva/tides/releases/v1): A clock",
    ]
    text = "# Ilva Marenko\n\n## Skills\n\n### Rust\n\n" + "\n".join(lines)
    assert projects(text) == ["fen-map", "fen-api", "Reed", "tides"]
    assert projects(text.replace("github.com", "example.org")) == []


def test_a_release_is_one_of_its_project():
    lines = [
        f"- [`{name}` v1.{n}.0](https://github.com/ilva/{name}) — 2026" for n, name in enumerate(("a-b", "c-d", "e"))
    ]
    assert projects("# Ilva Marenko\n\n## Latest\n\n" + "\n".join(lines)) == ["a-b", "c-d", "e"]


@pytest.mark.parametrize(
    "heading", ["Open source — what I give back", "Select Projects & Papers", "Projects: a choice"]
)
def test_headings_that_say_more(heading):
    text = f"# Ilva Marenko\n\n## {heading}\n\n- **Reedling** (Rust) — counts reeds.\n- **Tidebell** (Go) — rings.\n"
    assert projects(text) == ["Reedling", "Tidebell"]


SECTION = "# Ilva Marenko\n\n## Projects\n\n"
TABLE = """<table><thead><tr><th>{name}</th><th>May 2020 - June 2020</th></tr></thead>
<tbody><tr><td colspan="2">{tools}</td></tr>
<tr><td colspan="2">Counts whatever grows on the bank of a river, by night and by day.</td></tr></tbody></table>

"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- Created [reed-net](https://github.com/x/reed-net), a net\n", ["reed-net"]),
        ("- Maintained [FenAudit](https://github.com/x/FenAudit), a module\n", ["FenAudit"]),
        ("- Contributed to [Flask](https://f.org), [Werk](https://w.org), and [Sedge](https://s.org)\n",
         ["Flask", "Werk", "Sedge"]),
        ("▪ Contributed to [Fenbook](https://f.org) and [Mbarka](https://m.org)\n▪ Contributed to [Sedge](https://s.org)\n",
         ["Fenbook", "Mbarka", "Sedge"]),
        ("- Released Birds: [a reader](https://c.org) of old tales\n- Fen Songs: [a book](https://f.org)\n",
         ["Released Birds", "Fen Songs"]),
        ("Tidebell\nBuilt a bell.\n\nOther Projects:  reedbook, mbarka, tidebell.org\n",
         ["Tidebell", "reedbook", "mbarka", "tidebell.org"]),
        ("See the code on [Github](https://github.com/x).\n" + TABLE.format(name="Salt Marsh Analyzer", tools="R, SQL")
         + TABLE.format(name="Reed Counter", tools="C++"), ["Salt Marsh Analyzer", "Reed Counter"]),
    ],
)  # fmt: skip
def test_what_was_done_to_linked_ones_series_after_a_label_and_tables_with_heads(text, wanted):
    assert projects(SECTION + text) == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("- **Key Projects and Contributions:**\n  - **Harbour Ledger:**\n    - Java\n  - **Tide Intranet:** pages\n",
         ["Harbour Ledger", "Tide Intranet"]),
        ("- Projects:\n  - Reedbook - a book of reeds\n  - Fen Radar (2020)\n", ["Reedbook", "Fen Radar"]),
        ("- Key projects:\n  - Built a new pipeline: faster\n  - Improved the time by half\n  - Python: scripts\n", []),
        ("- Projects: Reedbook, Tidebell and fen.io\n", ["Reedbook", "Tidebell", "fen.io"]),
        ("- Weitere Projekte: Schilfbuch, Gezeitenglocke\n", ["Schilfbuch", "Gezeitenglocke"]),
        ("- Side projects: I made many things and sold most of them to others for a song, and some twice\n", []),
        ("- Projects: planned\n", []),
    ],
)  # fmt: skip
def test_several_projects_of_a_job_after_a_label(lines, wanted):
    assert projects(JOB.format(line="Mended nets.") + lines) == wanted
