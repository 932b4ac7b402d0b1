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
