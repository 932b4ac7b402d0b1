"""Commands that an author defines for titles: however they are drawn, their words are all that is read of them."""

import pytest

TITLES = {
    "framed": (r"\resbar", r"\framebox[\textwidth][l]{\textbf{\large #1}}"),
    "shaded": (r"\rubric", r"\begin{shaded}\fcolorbox{a}{b}{\textbf{\mbox{~}\makebox[5in][l]{\large #1}}}\end{shaded}"),
    "boxed": (r"\topic", r"\parbox[c][1cm][l]{\textwidth}{\bfseries #1 \vphantom{p\^{E}}}"),
    "coloured": (r"\cvtitle", r"\vspace{1em}\noindent\colorbox{gray}{\makebox[\linewidth][c]{\bf #1}}\par"),
    "saved": (r"\bar", r"\raisebox{1ex}[0pt][0pt]{\textsc{#1}}\hrulefill\par"),
    "ruled": (r"\block", r"\bigskip\noindent{\Large #1}\hrule\medskip"),
    "tabled": (
        r"\sect",
        r"\begin{tabular*}{\textwidth}{l@{\extracolsep{\fill}}r}\textbf{#1} & \\ \hline\end{tabular*}",
    ),
    "sized": (r"\titel", r"\fontsize{14pt}{16pt}\selectfont\textcolor{blue}{#1}\normalsize\par"),
    "beside": (r"\rsection", r"\rule{1cm}{3pt}\hspace{3pt}\textsf{\Large #1}\par"),
}


@pytest.mark.parametrize("command", TITLES)
@pytest.mark.parametrize("title", ["Publications", "Berufserfahrung", "Studies and Degrees"])
def test_titles_of_the_authors_own(parse, command, title):
    name, body = TITLES[command]
    source = rf"\newcommand{{{name}}}[1]{{{body}}}\begin{{document}}Ada" + "\n\n" + rf"{name}{{{title}}}" + "\n\nSpade."
    assert [block.text for block in parse(source + r"\end{document}", ".tex").blocks] == ["Ada", title, "Spade."]


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        (r"\fancyhead[C]{\Huge \textbf{Ada Roe}}", ["Ada Roe", "Spade."]),
        (r"\lhead{{\LARGE Ada Roe}}", ["Ada Roe", "Spade."]),
        (r"\fancyhead[R]{Ada Roe, page \thepage}", ["Spade."]),
        (r"\rhead{\Large \thepage}", ["Spade."]),
    ],
)
def test_only_large_words_over_every_page_are_a_title(parse, head, shown):
    source = head + r"\begin{document}Spade.\end{document}"
    assert [block.text for block in parse(source, ".tex").blocks] == shown
