def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


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
        ("item", 1, "second\nmore of it"),
        ("row", 0, "Firm\tYear"),
        ("row", 0, "Acme\t2019\n2020"),
        ("paragraph", 0, "The note."),
    ]


def test_marks_go_over_the_ends_of_lines(parse):
    text = parse(
        "- Gardener, with `Oda\n  Brennick <https://oda.example>`__, at **Acorn\n  Garden Centre**, 2010\n- Hedges\n\n"
        "  Roses\n\nDug *and\nplanted* beds.\n\nWeeds\n~~~~~\n",
        ".rst",
    )
    assert shape(text) == [
        ("item", 1, "Gardener, with Oda\nBrennick, at Acorn\nGarden Centre, 2010"),
        ("item", 1, "Hedges\nRoses"),
        ("paragraph", 0, "Dug and\nplanted beds."),
        ("heading", 1, "Weeds"),
    ]
    assert [inline.target for inline in text.blocks[0].inlines] == ["https://oda.example", None]


def test_pictures_say_what_their_badges_do(parse):
    text = parse(
        "Tools: |one| |two| |three|\n\n.. image:: https://skillicons.dev/icons?i=go,docker\n   :alt: tools\n\n"
        ".. |one| image:: https://img.shields.io/badge/Python-3776AB\n.. |two| image:: me.png\n   :alt: me\n"
        ".. |three| replace:: words\n",
        ".rst",
    )
    assert [block.text for block in text.blocks] == ["Tools: Python three", "go\ndocker"]
