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


RST = """Ada Example
===========

:Email: ada@x.ch

.. a comment

Work
----

**Acme**, `Acme Corp <https://acme.example>`_

* Built ``kg``
  and more

  - deep

Term
  Definition

====== ====
Firm   Year
====== ====
Acme   2019
====== ====

.. include:: {secret}
.. raw:: html

   <b>raw</b>
"""


def test_rst(parse, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("never to be read")
    text = parse(RST.replace("{secret}", str(secret)), ".rst")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("pair", 0, "Email: ada@x.ch"),
        ("heading", 2, "Work"),
        ("paragraph", 0, "Acme, Acme Corp"),
        ("item", 1, "Built kg\nand more"),
        ("item", 2, "deep"),
        ("pair", 0, "Term: Definition"),
        ("row", 0, "Firm\tYear"),
        ("row", 0, "Acme\t2019"),
    ]
    assert text.hidden[0].text == ".. a comment"
    assert not any("never" in b.text for b in (*text.blocks, *text.hidden))
    assert text.blocks[-1].labels == ("Firm", "Year")


MORE = """=======
 Title
=======

.. note:: Take care
   of this.

.. image:: x.png

A `word`_ and |sub| and :role:`said` [1]_ \\*star\\* here::

    code

| line one
| line two

1. first
2. second

   more of it

+------+--------+
| Firm | Year   |
+======+========+
| Acme | 2019   |
|      | 2020   |
+------+--------+

.. [1] The note.
"""


def test_rst_more(parse):
    assert shape(parse(MORE, ".rst")) == [
        ("heading", 1, "Title"),
        ("paragraph", 0, "Take care\nof this."),
        ("paragraph", 0, "A word and sub and said *star* here:"),
        ("code", 0, "code"),
        ("paragraph", 0, "line one\nline two"),
        ("item", 1, "first"),
        ("item", 1, "second"),
        ("paragraph", 0, "more of it"),
        ("row", 0, "Firm\tYear"),
        ("row", 0, "Acme\t2019\n2020"),
        ("paragraph", 0, "The note."),
    ]


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
