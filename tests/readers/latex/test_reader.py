import pytest

from kg.errors import DocumentError, LimitError
from kg.model import InlineKind


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def said(text, block, words):
    at = block.text.index(words)
    start, end = block.span(at, at + len(words))
    return text.content[start:end]


RESUME = r"""\documentclass{resume} % a comment
\usepackage[ngerman]{babel}
\newcommand{\job}[3]{\item \textbf{#1}, #2 \hfill #3}
\newcommand{\tech}[2][Uses]{\emph{#1: #2}}
\name{Ada}{Example}
\address{1 Road \\ Bern}
% \section{Not seen}
\begin{document}
\section{Experience}
\begin{itemize}
  \job{Engineer}{Acme \& Sons}{2019 -- 2020}
  \begin{itemize}
    \item Built \href{https://kg.example}{things} % why
      over lines
    \item[--] Gen\`eve, Z{\"u}rich, \c{c}a, na\"\i ve
  \end{itemize}
  \tech{Go}
\end{itemize}
\subsection*{Posts}
\cventry{2017--2018}{Intern}{Initech}{Bern}{}{Did this.\begin{itemize}\item That\end{itemize}}
\cvitem{Languages}{Go, C\#}
\skillsection{Tools}
\begin{tabular}{@{} >{\bfseries}l l}
Shells & bash, zsh \\ \hline
Editors & Emacs
\end{tabular}

\begin{tabular*}{\textwidth}{l@{\extracolsep{\fill}}r}
\textbf{Globex} & Basel \\
\textit{Chief} & 2016
\end{tabular*}
\iffalse Never shown \fi
\email{ada@x.ch}
Price: \$5, 50\% of $\sim$10 ``quoted''---really.
\end{document}
After the end.
"""


def test_resume(parse):
    text = parse(RESUME, ".tex")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("paragraph", 0, "1 Road\nBern"),
        ("heading", 2, "Experience"),
        ("item", 1, "Engineer, Acme & Sons\t2019 – 2020"),
        ("item", 2, "Built things over lines"),
        ("item", 2, "Genève, Zürich, ça, naïve"),
        ("paragraph", 0, "Uses: Go"),
        ("heading", 3, "Posts"),
        ("row", 0, "2017–2018\tIntern\tInitech\tBern"),
        ("paragraph", 0, "Did this."),
        ("item", 1, "That"),
        ("pair", 0, "Languages: Go, C#"),
        ("heading", 2, "Tools"),
        ("pair", 0, "Shells: bash, zsh"),
        ("pair", 0, "Editors: Emacs"),
        ("row", 0, "Globex\tBasel"),
        ("row", 0, "Chief\t2016"),
        ("pair", 0, "email: ada@x.ch"),
        ("paragraph", 0, "Price: $5, 50% of ~10 “quoted”—really."),
    ]
    assert text.language == "de"
    assert r"\section{Not seen}" in [b.text for b in text.hidden]


def test_places(parse):
    text = parse(RESUME, ".tex")
    blocks = {b.text: b for b in text.blocks}
    assert said(text, blocks["Engineer, Acme & Sons\t2019 – 2020"], "Acme & Sons") == r"Acme \& Sons"
    assert said(text, blocks["Engineer, Acme & Sons\t2019 – 2020"], "–") == "--"
    assert said(text, blocks["Genève, Zürich, ça, naïve"], "Zürich") == r"Z{\"u}rich"
    assert said(text, blocks["Uses: Go"], "Go") == "Go"
    # What a macro writes of its own stands where it is called.
    assert said(text, blocks["Uses: Go"], "Uses") in (r"\tech{Go}", "Uses")
    link = blocks["Built things over lines"].inlines[0]
    assert (link.kind, link.target) == (InlineKind.LINK, "https://kg.example")


@pytest.mark.parametrize(
    "source",
    [
        (
            r"\def\a{\b\b}\def\b{\c\c}\def\c{\d\d}\def\d{\e\e}\def\e{\f\f}\def\f{\g\g}\def\g{\h\h}\def\h{xxxxxxxx}"
            r"\def\i{\a\a\a\a\a\a\a\a}\def\j{\i\i\i\i\i\i\i\i}\def\k{\j\j\j\j\j\j\j\j}\k\k\k\k"
        ),
        r"\def\a{\a\a}\a",
        r"\newcommand{\a}[1]{\b{#1#1}}\newcommand{\b}[1]{\a{#1#1}}\a{x}",
        r"\x{" * 5000 + "a" + "}" * 5000,
    ],
)
def test_macros_without_end(parse, source):
    with pytest.raises(LimitError):
        parse(source, ".tex")


@pytest.mark.parametrize("source", ["% only a comment", r"\documentclass{x}\begin{document}\end{document}", r"{}\\"])
def test_nothing_to_see_is_an_error(parse, source):
    with pytest.raises(DocumentError):
        parse(source, ".tex")
