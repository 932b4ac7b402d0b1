r"""Conditions: the branch that would be on paper is read, as far as arguments and switches decide it."""

import pytest

MACROS = r"""
\newcommand{\a}[2]{#1\ifthenelse{\equal{#2}{}}{}{, #2}}
\newcommand{\b}[2]{#1\ifx&#2&\else, #2\fi}
\newcommand{\c}[2]{#1\if\relax\detokenize{#2}\relax\else, #2\fi}
\newcommand{\d}[2]{#1\ifstrempty{#2}{}{, #2}}
\newcommand{\e}[2]{#1\notblank{#2}{, #2}{}}
\NewDocumentCommand{\f}{m o}{#1\IfValueTF{#2}{, #2}{}}
\NewDocumentCommand{\g}{s m O{Bern}}{#2, #3}
"""


@pytest.mark.parametrize(
    ("body", "said"),
    [(rf"\{name}{{Acorn}}{{Bern}} or \{name}{{Acorn}}{{}}", "Acorn, Bern or Acorn") for name in "abcde"]
    + [
        (r"\f{Acorn}[Bern] or \f{Acorn}", "Acorn, Bern or Acorn"),
        (r"\g*{Acorn}[Basel] or \g{Acorn}", "Acorn, Basel or Acorn, Bern"),
        (r"\newif\iflong \iflong long\else short\fi", "short"),
        (r"\newif\iflong\longtrue \iflong long\else short\fi", "long"),
        (r"\iftrue one \iffalse two \iftrue three \fi\fi\fi four", "one four"),
        (r"\ifnothing ends it", "ends it"),
        (r"\iffalse never ends", "never ends"),
    ],
)
def test_branches(parse, body, said):
    text = parse(rf"{MACROS}\begin{{document}}{body}\end{{document}}", ".tex")
    assert [block.text for block in text.blocks] == [said]
