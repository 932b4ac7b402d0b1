"""Commands of classes nobody has here: what they are given is shown by its shape."""

import pytest


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def document(body: str) -> str:
    return rf"\documentclass{{unknown}}\begin{{document}}\section{{Work}}{body}\end{{document}}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\entry{2010}{Gardener}{Acorn Ltd}", [("row", 0, "2010\tGardener\tAcorn Ltd")]),
        (r"\entry{Gardener}{}{0.5cm}{2}{Acorn Ltd}", [("row", 0, "Gardener\tAcorn Ltd")]),
        (
            r"\entry{2010}{Gardener}{Kept the old walls of the park free of ivy and moss.}{Spade}",
            [
                ("row", 0, "2010\tGardener"),
                ("paragraph", 0, "Kept the old walls of the park free of ivy and moss."),
                ("paragraph", 0, "Spade"),
            ],
        ),
        (r"\cvitem{Tools}{Spade}", [("pair", 0, "Tools: Spade")]),
        (r"\cvitem{2010--2012}{Gardener, Acorn Ltd}", [("row", 0, "2010–2012\tGardener, Acorn Ltd")]),
        (
            r"\cvdoubleitem{Tools}{Spade}{Soils}{Loam}",
            [("pair", 0, "Tools: Spade"), ("pair", 0, "Soils: Loam")],
        ),
        (r"\skill[Tools]{Spade}", [("pair", 0, "Tools: Spade")]),
        (r"\hypertarget{spade}{Spade}", [("paragraph", 0, "Spade")]),
        (r"\def\firm#1{\textsc{#1}}\firm{Acorn} | Park \hfill 2010", [("paragraph", 0, "Acorn | Park\t2010")]),
        (r"\framed[dotted line]{Spade}", [("paragraph", 0, "Spade")]),
        (r"Spade\\[8pt]Rake\\[1pt]Hoe", [("paragraph", 0, "Spade"), ("paragraph", 0, "Rake\nHoe")]),
        (r"\framed[t]{Spade}", [("paragraph", 0, "Spade")]),
        (r"\framed[5cm][l]{Spade}", [("paragraph", 0, "Spade")]),
        (r"\parbox[c][1cm][l]{3cm}{Spade}", [("paragraph", 0, "Spade")]),
        (r"Spade [5cm] [l] Rake", [("paragraph", 0, "Spade [5cm] [l] Rake")]),
        (r"Soil Ltd.\@ in Bern\@", [("paragraph", 0, "Soil Ltd. in Bern")]),
        (r"\cvlistdoubleitem{Spade}{Rake}", [("item", 1, "Spade"), ("item", 1, "Rake")]),
        ("\n\\resumeItem{Dug}\n\\resumeItem{Sowed}\n", [("item", 1, "Dug"), ("item", 1, "Sowed")]),
        (r"\icon{Phone}{10}{\href{tel:00}{000}}\\\icon{Home}{12}{Bern}", [("paragraph", 0, "000\nBern")]),
        (r"Spade \icon{faPhone} Rake", [("paragraph", 0, "Spade Rake")]),
        (r"\Part{Soils}{Soils}{PDF:Soils}", [("row", 0, "Soils\tSoils\tPDF:Soils")]),
        (r"\Section{Soils}{Soils}{PDF:Soils}", [("heading", 2, "Soils")]),
        (
            r"\cvsubsection{Acorn Ltd}{Gardener}{May \rq 10--now}{\item Dug}",
            [("row", 0, "Acorn Ltd\tGardener\tMay ’10–now"), ("item", 1, "Dug")],
        ),
        (r"\subsubsection{Gardener}{Acorn Ltd}{2010}", [("row", 0, "Gardener\tAcorn Ltd\t2010")]),
        (r"\cvsubsection{Soils} {\small Loam}", [("heading", 3, "Soils"), ("paragraph", 0, "Loam")]),
        (r"\section{Soils}{Soils}{PDF:Soils}", [("heading", 2, "Soils")]),
        (r"\section{Soils}{\small Loam}", [("heading", 2, "Soils"), ("paragraph", 0, "Loam")]),
        (r"\hrule height 0.1cm Spade", [("paragraph", 0, "Spade")]),
        (
            r"Spade\hrule width \hsize height 2pt Height of a rake",
            [("paragraph", 0, "Spade"), ("paragraph", 0, "Height of a rake")],
        ),
        (r"Spade \vrule width 0.5\textwidth Rake \kern 1mm Hoe", [("paragraph", 0, "Spade Rake Hoe")]),
        (r"\hrule Depth and width of roots", [("paragraph", 0, "Depth and width of roots")]),
        (r"\subsectionline{Acorn Ltd}{Bern}{2010}", [("row", 0, "Acorn Ltd\tBern\t2010")]),
        (r"Gardener \hfill \daterange{2010}{now}", [("paragraph", 0, "Gardener\t2010 – now")]),
        (r"Gardener, \Datestamp{May}{2010} -- \Datestamp{now}", [("paragraph", 0, "Gardener, May 2010 – now")]),
        (r"Gardener, \stampdate{2010}{05}{31}", [("paragraph", 0, "Gardener, 2010-05-31")]),
        (r"\dated{Gardener}{2010}", [("row", 0, "Gardener\t2010")]),
        (r"\update{Garden}{Kept it}", [("row", 0, "Garden\tKept it")]),
        (r"\BulletItem Dug \BulletItem Sowed", [("item", 1, "Dug"), ("item", 1, "Sowed")]),
        (r"Spade \bulletsep Rake", [("paragraph", 0, "Spade · Rake")]),
        (r"\cvtag{Spade}\cvtag{Rake}", [("paragraph", 0, "Spade\tRake")]),
        ("\n\\employer{Acorn Ltd}\n\\dates{2010}\n", [("paragraph", 0, "Acorn Ltd\n2010")]),
        (r"at \firm{Acorn Ltd} in 2010", [("paragraph", 0, "at Acorn Ltd in 2010")]),
        (r"\sectionTitle{Tools}{\faWrench}", [("heading", 2, "Tools")]),
        (r"\begin{cvlist}{Tools}\item Spade\end{cvlist}", [("heading", 3, "Tools"), ("item", 1, "Spade")]),
        (r"\begin{job}{2010}{Acorn Ltd}\item Dug\end{job}", [("row", 0, "2010\tAcorn Ltd"), ("item", 1, "Dug")]),
        (r"Some C\ensuremath{+}\ensuremath{+}", [("paragraph", 0, "Some C++")]),
        (r"\years{2010}Gardener", [("paragraph", 0, "2010Gardener")]),
        (r"\marginpar{2010}Gardener", [("paragraph", 0, "2010\tGardener")]),
        (
            "\\begin{tabbing}wide \\= \\kill\n2010 \\> Gardener \\\\ 2012 \\> Digger\\end{tabbing}",
            [("paragraph", 0, "2010\tGardener\n2012\tDigger")],
        ),
        ("\\begin{aside}\nSpade\nRake\n\\end{aside}", [("paragraph", 0, "Spade\nRake")]),
    ],
)
def test_arguments(parse, body, expected):
    assert shape(parse(document(body), ".tex"))[1:] == expected


@pytest.mark.parametrize("head", [r"\name{Ada}{Example}", r"\ecvname{Ada Example}", r"\cvname{Ada Example}"])
def test_a_name_in_the_preamble_heads_the_page(parse, head):
    assert shape(parse(rf"{head}\begin{{document}}x\end{{document}}", ".tex"))[0] == ("heading", 1, "Ada Example")


@pytest.mark.parametrize("head", [r"\header{Ada}{Example}{gardener}", r"\namesection{Ada}{Example}{gardener}"])
def test_a_header_holds_the_name_and_what_stands_under_it(parse, head):
    assert shape(parse(head, ".tex")) == [("heading", 1, "Ada Example"), ("paragraph", 0, "gardener")]


def test_a_title_inside_a_section_is_no_heading(parse):
    text = parse(document("\n\\title{Gardener}\n\\location{Bern}\n"), ".tex")
    assert shape(text)[1:] == [("paragraph", 0, "Gardener\nBern")]
