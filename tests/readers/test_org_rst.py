import pytest


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
    pytest.importorskip("docutils")
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
    assert [b.text for b in text.hidden] == ["a comment"]
    assert text.blocks[-1].labels == ("Firm", "Year")
