def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


ORG = """#+title: Ada /Example/
#+language: de
* Work                                                    :noise:
:PROPERTIES:
:ID: x
:END:
** Engineer at [[https://acme.example][Acme]] <2019-05-01 Wed>
- *Built* things
  and more
  1. deep =code=
- Term :: meaning
| Firm | Year |
|------+------|
| *Acme* | 2019 |
# a comment
#+begin_quote
quoted
#+end_quote
#+begin_export latex
{\\Large \\textbf{Ada}}
#+end_export
* Secret :noexport:
hidden words
"""


def test_org(parse):
    text = parse(ORG, ".org")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("heading", 1, "Work"),
        ("heading", 2, "Engineer at Acme 2019-05-01"),
        ("item", 1, "Built things\nand more"),
        ("item", 2, "deep code"),
        ("item", 1, "Term: meaning"),
        ("row", 0, "Firm\tYear"),
        ("row", 0, "Acme\t2019"),
        ("quote", 0, "quoted"),
        ("paragraph", 0, "Ada"),
    ]
    assert text.language == "de"
    assert "hidden words" in [b.text for b in text.hidden]


PROPERTIES = """* Work
** Gardener
:PROPERTIES:
:CUSTOM_ID: x1
:FROM: <2009-09-01 Tue>
:TO: [2015-05-01]
:EMPLOYER: Acorn Ltd
:END:
- Hedges
"""


def test_the_properties_of_a_headline_stand_under_it(parse):
    text = parse(PROPERTIES, ".org")
    assert [block.text for block in text.blocks] == ["Work", "Gardener", "Acorn Ltd\n2009-09-01 – 2015-05-01", "Hedges"]
    assert text.content[slice(*text.blocks[2].span(0, 5))] == "Acorn"


def test_an_end_without_a_beginning_stays_an_end(parse):
    text = parse("* Gardener\n:PROPERTIES:\n:TO: Sold to Zelvo January 2020\n:END:\n- Hedges\n", ".org")
    assert [block.text for block in text.blocks] == ["Gardener", "Sold to Zelvo, until January 2020", "Hedges"]
    assert text.content[slice(*text.blocks[1].span(21, 33))] == "January 2020"


def test_what_is_exported_to_the_web_is_seen(parse):
    text = parse(
        "* Acorn @@html:<b>2010</b>@@ @@latex:x@@\n[[file:a.png]]\n#+BEGIN_HTML\n<p>Dug</p>\n#+END_HTML\n", ".org"
    )
    assert shape(text) == [("heading", 1, "Acorn\t2010"), ("paragraph", 0, "Dug")]


def test_an_end_that_is_left_empty_is_open(parse):
    text = parse("* Gardener\n:PROPERTIES:\n:EMPLOYER: Acorn Ltd\n:FROM: <2020-01-01>\n:TO:\n:END:\nHedges\n", ".org")
    assert text.blocks[1].text == "Acorn Ltd\n2020-01-01 –"


def test_breaks_and_signs_of_columns_are_not_shown(parse):
    text = parse("* Work\nGardener \\\\  \nAcorn Ltd\n\n| / | <r> | <10> |\n| a | b | c |\n|   | < | > |\n", ".org")
    assert [block.text for block in text.blocks] == ["Work", "Gardener\nAcorn Ltd", "a\tb\tc"]


def test_gaps_of_latex_are_gaps_and_notes_on_work_are_hidden(parse):
    text = parse("* Gardener \\hfill 2010\nCLOCK: [2010-01-01 Fri]\nDEADLINE: to be met\n", ".org")
    assert [block.text for block in text.blocks] == ["Gardener\t2010", "DEADLINE: to be met"]


def test_marks_go_over_the_ends_of_lines(parse):
    text = parse(
        "- Gardener, with [[https://oda.example][Oda\n  Brennick]], at *Acorn\n  Garden Centre*, 2010\n- Hedges\n\n"
        "Dug /and\nplanted/ beds.\nCome by.\n*** Weeds\n",
        ".org",
    )
    assert shape(text) == [
        ("item", 1, "Gardener, with Oda\nBrennick, at Acorn\nGarden Centre, 2010"),
        ("item", 1, "Hedges"),
        ("paragraph", 0, "Dug and\nplanted beds.\nCome by."),
        ("heading", 3, "Weeds"),
    ]
    link, strong = text.blocks[0].inlines
    assert (text.blocks[0].text[link.start : link.end], link.target) == ("Oda\nBrennick", "https://oda.example")
    assert text.blocks[0].text[strong.start : strong.end] == "Acorn\nGarden Centre"


def test_pictures_say_what_their_badges_do(parse):
    text = parse(
        "Tools:\n[[https://www.python.org/][[[https://img.shields.io/badge/Python-3776AB]]]] "
        "[[https://skillicons.dev/icons?i=go,docker]] [[file:me.png]]\n",
        ".org",
    )
    assert text.blocks[0].text == "Tools:\nPython\ngo\ndocker"
