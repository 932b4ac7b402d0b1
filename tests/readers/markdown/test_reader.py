import pytest

from kg.errors import DocumentError
from kg.model import InlineKind


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def inlines(block):
    return [(i.kind, block.text[i.start : i.end], i.target) for i in block.inlines]


def said(text, block, words):
    at = block.text.index(words)
    start, end = block.span(at, at + len(words))
    return text.content[start:end]


def test_blocks(parse):
    text = parse(
        "# Ada *Example*\n\nEngineer at\n[Acme](https://acme.example)  \nBern\n\nWork\n====\n\n"
        "1. **Acme** -- Engineer\n   - Built `kg` &lt; more\n\n     And *then* some.\n2. Initech\n\n> Quoted\n\n"
        "```\ncode here\n```\n",
        ".md",
    )
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("paragraph", 0, "Engineer at\nAcme\nBern"),
        ("heading", 1, "Work"),
        ("item", 1, "Acme -- Engineer"),
        ("item", 2, "Built kg < more"),
        ("paragraph", 0, "And then some."),
        ("item", 1, "Initech"),
        ("quote", 0, "Quoted"),
        ("code", 0, "code here"),
    ]
    assert inlines(text.blocks[1]) == [(InlineKind.LINK, "Acme", "https://acme.example")]
    assert said(text, text.blocks[4], "kg < more") == "kg` &lt; more"
    assert said(text, text.blocks[4], "<") == "&lt;"
    assert text.content[text.blocks[3].start : text.blocks[3].end] == "1. **Acme** -- Engineer"


def test_places_of_repeated_words(parse):
    text = parse("- a [a](a) a\n- a\n\n| a | b |\n|---|---|\n| a \\| a | a |\n| b | `a` |\n", ".md")
    places = [run.content for block in text.blocks for run in block.runs]
    assert places == sorted(places)
    assert [b.text for b in text.blocks] == ["a a a", "a", "a\tb", "a | a\ta", "b\ta"]
    assert text.blocks[3].labels == ("a", "b")


def test_html_inside(parse):
    text = parse(
        '<p align="center">\n  <b>Ada</b><br>Example &amp; Co\n</p>\n\n'
        'Text with <span style="display:none">secret</span>words.\n\n'
        "<!-- hidden\n\nover lines -->\n\n<div>\n\n## Heading in a div\n\n</div>\n"
        "<details><summary>More</summary>\n\n- item\n\n</details>\n",
        ".md",
    )
    assert shape(text) == [
        ("paragraph", 0, "Ada\nExample & Co"),
        ("paragraph", 0, "Text with words."),
        ("heading", 2, "Heading in a div"),
        ("paragraph", 0, "More"),
        ("item", 1, "item"),
    ]
    assert [b.text for b in text.hidden] == ["secret", "hidden over lines"]


def test_badges_and_icons_say_what_they_name(parse):
    text = parse(
        "![](https://img.shields.io/badge/Code-Python-blue?logo=x)\n![Go](https://img.shields.io/badge/go-00ADD8)\n"
        "![](https://img.shields.io/badge/-Node__js-green)\n\n"
        '<img src="https://cdn.example/devicon/rust.svg" alt="rust" width="40"/> <img src="https://skillicons.dev/icons?i=aws,gcp">\n\n'
        "![my photo](me.png) ![stats](https://github-readme-stats.vercel.app/api?username=ada)\nHello\n",
        ".md",
    )
    assert shape(text) == [
        ("paragraph", 0, "Code: Python\nGo\nNode_js"),
        ("paragraph", 0, "rust\naws\ngcp"),
        ("paragraph", 0, "Hello"),
    ]
    first = text.blocks[0]
    assert inlines(first)[1] == (InlineKind.IMAGE, "Go", "https://img.shields.io/badge/go-00ADD8")
    assert said(text, first, "Python") == "Code-Python"
    assert said(text, text.blocks[1], "gcp") == "gcp"


def test_badges_that_count_say_nothing_and_cards_name_their_repository(parse):
    text = parse(
        "![](https://img.shields.io/badge/Stars-2-yellow) ![](https://img.shields.io/badge/Rust-1.80-red)\n\n"
        "[![x](https://github-readme-stats.vercel.app/api/pin/?username=ada&repo=sea-chart)](https://github.com/ada/sea-chart)\n",
        ".md",
    )
    assert shape(text) == [("paragraph", 0, "Rust: 1.80"), ("paragraph", 0, "sea-chart")]


def test_words_that_describe_a_badge_give_way_to_its_own(parse):
    text = parse(
        "![Python as backend language](https://img.shields.io/badge/Python-14354C)\n"
        "![Visual Studio](https://img.shields.io/badge/VS-blue)\n"
        "![](https://img.shields.io/badge/Tools-Jupyter-Notebooks-green)\n",
        ".md",
    )
    assert shape(text) == [("paragraph", 0, "Python\nVisual Studio\nTools: Jupyter Notebooks")]


def test_front_matter_is_kept_apart(parse):
    text = parse("---\ntitle: About\nlang: de\nwork:\n- place: hidden\n---\n{{ page.work }}\nHallo\n", ".md")
    assert shape(text) == [("paragraph", 0, "Hallo")]
    assert text.metadata == {"title": "About", "lang": "de"}
    assert text.language == "de"
    assert "place: hidden" not in [b.text for b in text.blocks]


LIQUID = """---
title: CV
jobs:
  - firm: Acme
    role: Engineer
  - firm: Initech & Sons
    role: >
      Intern in
      testing
---
{% include header.html %}
## Jobs
<ul>
{% for job in page.jobs %}
  <li><b>{{ job.firm }}</b>
  <div>{{ job.role | upcase }}</div></li>
{% endfor %}
</ul>
{% if page.missing %}yes{% else %}no{% endif %}
{% for post in site.posts %}Posted {{ post.title }}{% endfor %}
{{< figure src="x.png" >}}
The end {% raw %}of it{% endraw %}.
"""


def test_templates_are_filled_in_from_the_front_matter(parse):
    text = parse(LIQUID, ".md")
    assert shape(text) == [
        ("heading", 2, "Jobs"),
        ("item", 1, "Acme\nEngineer"),
        ("item", 1, "Initech & Sons\nIntern in testing"),
        ("paragraph", 0, "yes"),
        ("paragraph", 0, "The end of it."),
    ]
    assert said(text, text.blocks[2], "Initech & Sons") == "Initech & Sons"
    assert text.content[: text.content.index("{%")].count(said(text, text.blocks[1], "Acme")) == 1


def test_records_that_only_a_layout_can_show_are_seen(parse):
    text = parse("---\nlayout: resume\neducation:\n- school: Nowhere\n  degree: MSc\n---\nHi.\n", ".md")
    assert shape(text) == [("paragraph", 0, "Hi."), ("heading", 2, "education"), ("item", 1, "Nowhere\nMSc")]
    assert text.blocks[2].labels == ("school", "degree")


def test_marks_of_other_dialects(parse):
    text = parse(
        "# Work {#work .big}\n\n::: {.company}\nAcme\n:::\n\n[Led it]{.skill} all[^1].\n{: .note}\n\n"
        "[^1]: Not quite.\n\n"
        "A paragraph\nof two lines\n---\n",
        ".md",
    )
    assert [b.text for b in text.blocks] == ["Work", "Acme", "Led it all.", "Not quite.", "A paragraph\nof two lines"]


def test_a_table_of_contents_is_navigation(parse):
    text = parse("- [A](#a)\n- [B](#b)\n  - [C](#c)\n\n# A\n\ntext\n", ".md")
    assert shape(text) == [("heading", 1, "A"), ("paragraph", 0, "text")]


@pytest.mark.parametrize("data", ["---\ntitle: x\n---\n", "<!-- only -->", "![photo](x.png)", "---\n- - -\n"])
def test_nothing_to_see_is_an_error(parse, data):
    with pytest.raises(DocumentError):
        parse(data, ".md")


def test_the_subtitle_of_a_page_stands_above_it(parse):
    page = (
        "---\nlayout: about\nsubtitle: Lecturer, <a href='https://example.org'>Acorn College</a>\n---\nHello there.\n"
    )
    text = parse(page, ".md")
    assert [block.text for block in text.blocks] == ["Lecturer, Acorn College", "Hello there."]
    assert text.content[slice(*text.blocks[0].span(10, 23))] == "Acorn College"
    assert [i.target for i in text.blocks[0].inlines] == ["https://example.org"]


def test_programs_that_write_the_page_are_not_on_it(parse):
    text = parse("Ada\n\n```{r setup, include=FALSE}\nlibrary(tidyverse)\n```\n\n```python\nprint(1)\n```\n", ".Rmd")
    assert [block.text for block in text.blocks] == ["Ada", "print(1)"]


def test_marks_of_ones_own_mean_what_markdowns_mean(parse):
    text = parse(
        "##Work\n\n##\u00a0Study\n\n#Skills\n\n-\u00a0Loom\n\n• Acme, Engineer\n  ▪ wove\n  ▪ spun\n• Initech\n\n"
        ":wave: I rise at 10:30:20\n\n#weaving #spinning\n\n▪ alone\n\n```\n• code :x:\n• more\n```\n",
        ".md",
    )
    assert shape(text) == [
        ("heading", 2, "Work"),
        ("heading", 2, "Study"),
        ("heading", 1, "Skills"),
        ("item", 1, "Loom"),
        ("item", 1, "Acme, Engineer"),
        ("item", 2, "wove"),
        ("item", 2, "spun"),
        ("item", 1, "Initech"),
        ("paragraph", 0, "✨ I rise at 10:30:20"),
        ("paragraph", 0, "#weaving #spinning"),
        ("item", 1, "alone"),
        ("code", 0, "• code :x:\n• more"),
    ]
    assert text.content[text.blocks[4].start : text.blocks[4].end] == "• Acme, Engineer"
    assert said(text, text.blocks[8], "✨ I") == ":wave: I"


def test_a_sign_that_leads_one_line_alone_is_no_bullet(parse):
    assert shape(parse("Words\n\n▪ alone\n", ".md"))[-1] == ("paragraph", 0, "▪ alone")


def test_items_that_stand_further_in_than_the_one_above_are_inside_it(parse):
    slight = "- Acme\n - wove\n   more\n - spun\n- Initech\n - dyed\n\nWords\n\n - alone\n"
    assert shape(parse(slight, ".md")) == [
        ("item", 1, "Acme"),
        ("item", 2, "wove\nmore"),
        ("item", 2, "spun"),
        ("item", 1, "Initech"),
        ("item", 2, "dyed"),
        ("paragraph", 0, "Words"),
        ("item", 1, "alone"),
    ]
    numbered = "1. Acme\n  - wove\n2. Initech\n  - dyed\n"
    assert [level for _, level, _ in shape(parse(numbered, ".md"))] == [1, 2, 1, 2]


def test_attributes_of_links_and_links_to_headings_themselves_are_not_read(parse):
    text = parse('## Work [¶](#work "Permalink")\n\n[Acme](https://acme.example){target="_blank"} [§ 1](#one)\n', ".md")
    assert [block.text for block in text.blocks] == ["Work", "Acme § 1"]


def test_a_page_inside_a_quote_quotes_nobody(parse):
    text = parse("> ## Work\n>\n> - Acme, where I wove for eleven years\n> - Initech\n>\n> I wove.\n\nBye.\n", ".md")
    assert [block.kind.value for block in text.blocks] == ["heading", "item", "item", "paragraph", "paragraph"]
