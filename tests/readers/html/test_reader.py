import pytest

from kg.errors import DocumentError
from kg.model import InlineKind


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def original(text, block, words):
    at = text.content.index(words, block.start)
    first, last = text.offsets.bytes_span(at, at + len(words))
    return text.document.data[first:last].decode()


PAGE = (
    """<!DOCTYPE html>
<html lang="de-CH"><head><title>Ada &amp; CV</title><meta name="author" content="Ada Example">
<script type="application/ld+json">{"@type": "Person"}</script><style>p{}</style></head>
<body><nav><a href="/">Home</a></nav>
<h1>Ada&nbsp;Example</h1>
<p>Engineer at <a href="https://acme.example">Acme</a>,<br>Bern
   and <b>Genève</b>.</p>
<div class="job"><span>Engineer</span> <span>Acme</span> <time>2019 &ndash; 2020</time></div>
<ul><li>One<ul><li>Deep &lt;er</ul><li><p>Two</p><p>More</p></ul>
<dl><dt>Sprachen</dt><dd>Deutsch, Englisch</dd><dt>Job</dt><dd><ul><li>"""
    + "x" * 50
    + """</li></ul></dd></dl>
<div style="display: none">invisible</div><p hidden>also</p><noscript>no</noscript><span class="sr-only">sr</span>
<pre>
  a
  b</pre>
<blockquote>He said<p>that</p></blockquote>
<footer>© 2020</footer></body></html>"""
)


def test_page(parse):
    text = parse(PAGE, ".html")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("paragraph", 0, "Engineer at Acme,\nBern and Genève."),
        ("paragraph", 0, "Engineer\tAcme\t2019 – 2020"),
        ("item", 1, "One"),
        ("item", 2, "Deep <er"),
        ("item", 1, "Two\nMore"),
        ("pair", 0, "Sprachen: Deutsch, Englisch"),
        ("paragraph", 0, "Job"),
        ("item", 1, "x" * 50),
        ("code", 0, "a\n  b"),
        ("quote", 0, "He said"),
        ("quote", 0, "that"),
    ]
    assert text.language == "de-CH"
    assert text.metadata == {"title": "Ada & CV", "author": "Ada Example", "json-ld": '{"@type": "Person"}'}
    assert {b.text for b in text.hidden} == {"Ada & CV", "Home", "invisible", "also", "no", "sr", "© 2020"}
    link = text.blocks[1].inlines[0]
    assert (link.kind, link.target) == (InlineKind.LINK, "https://acme.example")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Genève", "Genève"),
        ("2019 – 2020", "2019 &ndash; 2020"),
        ("<er", "&lt;er"),
        ("Ada Example", "Ada&nbsp;Example"),
    ],
)
def test_the_content_leads_back_to_the_file(parse, words, written):
    text = parse(PAGE, ".html")
    assert original(text, text.blocks[0], words) == written


TABLE = """<table><thead><tr><th>Firm<th>Role<th>Years</thead>
<tr><td rowspan=2>Acme<td>Engineer<td>2019<tr><td>Intern<td>2018
<tr><td colspan=3>Said at length what it was.<ul><li>this</ul>
<tr><td>Initech<td>Chief<td>2017<ul><li>a long list item that is no line of a table row at all</ul></table>"""


def test_table(parse):
    text = parse(TABLE, ".html")
    assert shape(text) == [
        ("row", 0, "Firm\tRole\tYears"),
        ("row", 0, "Acme\tEngineer\t2019"),
        ("row", 0, "Acme\tIntern\t2018"),
        ("paragraph", 0, "Said at length what it was."),
        ("item", 1, "this"),
        ("row", 0, "Initech\tChief\t2017"),
        ("item", 1, "a long list item that is no line of a table row at all"),
    ]
    assert text.blocks[2].labels == ("Firm", "Role", "Years")
    assert [text.blocks[2].text[a:b] for a, b in text.blocks[2].cells] == ["Acme", "Intern", "2018"]


def test_tables_of_keys_and_of_layout(parse):
    text = parse("<table><tr><th>Mail<td>a@b.ch<tr><th>Town<td>Bern</table>", ".html")
    assert shape(text) == [("pair", 0, "Mail: a@b.ch"), ("pair", 0, "Town: Bern")]
    text = parse("<table><tr><td><h2>Left</h2><p>one<td><h2>Right</h2><table><tr><td>two</table></table>", ".html")
    assert [b[2] for b in shape(text)] == ["Left", "one", "Right", "two"]
    text = parse("<table><tr><td>2019<td>Acme<tr><td>2018<td>Initech</table>", ".html")
    assert [b[2] for b in shape(text)] == ["2019\tAcme", "2018\tInitech"]


def test_old_pages(parse):
    text = parse("<font size=5><b>Work</b></font><p>One<p>Two<br><br>Three<center>Four</center><hr>Five", ".html")
    assert [b.text for b in text.blocks] == ["Work", "One", "Two", "Three", "Four", "Five"]
    assert [(i.kind, i.start, i.end) for i in text.blocks[0].inlines] == [(InlineKind.STRONG, 0, 4)]


@pytest.mark.parametrize(
    "page", ["<p></p>", "<script>alert(1)</script>", "<!-- x -->", "<p hidden>x", "<title> </title>"]
)
def test_nothing_to_see_is_an_error(parse, page):
    with pytest.raises(DocumentError):
        parse(page, ".html")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<li>Night Warden<b>June 2019 - May 2020</b></li>", "Night Warden\tJune 2019 - May 2020"),
        ("<li>Night Warden<b>2019 - 2020</b></li>", "Night Warden\t2019 - 2020"),
        ("<li>Night Warden<b>06/2019</b></li>", "Night Warden\t06/2019"),
        ("<p>Web<b>3</b>, H<b>2</b>O, ISO<b>27001</b></p>", "Web3, H2O, ISO27001"),
        ("<p><b>Since 2019</b>Warden of the moor</p>", "Since 2019\tWarden of the moor"),
        ("<p>Post<b>greSQL</b>, i<b>OS</b>, <b>Acorn</b>s</p>", "PostgreSQL, iOS, Acorns"),
    ],
)
def test_words_set_off_without_a_space_stand_apart(parse, page, words):
    assert parse(page, ".html").blocks[0].text == words


def test_a_page_of_quotes_quotes_nobody(parse):
    told = "<blockquote><p>Ada was born in Bern and dug there for many years.</p></blockquote>"
    assert parse(f"<p>Vita</p>{told}", ".html").blocks[1].kind.value == "paragraph"
    assert parse(f"<p>{'Ada digs and sows. ' * 9}</p>{told}", ".html").blocks[1].kind.value == "quote"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<span>Chief Gardener</span><time>May 2010</time>", "Chief Gardener\tMay 2010"),
        ("<span>Chief Gardener</span><time>2010</time>", "Chief Gardener\t2010"),
        ("<span class='badge'>Spade</span><span class='badge bg-info'>Rake</span>", "Spade\tRake"),
        ("<a class='tag'>Spade</a> and <a>Rake</a>", "Spade\tand Rake"),
        ("Mc<span>Adam</span>, H<span>2</span>O, Java<span>script</span>", "McAdam, H2O, Javascript"),
        ("<span class='first-name'>Ada</span> <span class='last-name'>Example</span>", "Ada Example"),
    ],
)
def test_elements_side_by_side(parse, page, said):
    assert [block.text for block in parse(f"<div>{page}</div>", ".html").blocks] == [said]


def test_short_paragraphs_of_an_item_are_its_lines(parse):
    long = "Kept the old walls of the park free of ivy, moss and all that grows there in a wet year."
    page = f"<ul><li><p>Gardener, 2010</p><p>Acorn Ltd</p><p>{long}</p><p>Bern</p></li></ul><p>Soils</p>"
    assert [(b.kind.value, b.text) for b in parse(page, ".html").blocks] == [
        ("item", "Gardener, 2010\nAcorn Ltd"),
        ("paragraph", long),
        ("paragraph", "Bern"),
        ("paragraph", "Soils"),
    ]
