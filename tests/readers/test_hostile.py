"""Any bytes end as a text that keeps its promises or as a DocumentError, in time that grows evenly."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.model import Document
from kg.readers import read

SUFFIXES = [".txt", ".md", ".html", ".tex", ".json", ".yaml", ".org", ".rst", ".docx", ".pdf"]
PIECES = [
    "\n", "\n\n", " ", "\t", "\r\n", "\x00", "\ufeff", "\u200b", "\u2028", "Ada", "Köln", "東京", "🚀", "ðŸš€", "â€™",
    "Ã©", "# ", "- ", "* ", "1. ", "• ", "> ", "===", "---", "```", "**", "_", "`", "|", "|-|", "[", "](", ")", "![",
    "]", "&amp;", "&lt", "<div>", "</div>", "<b>", "</b>", "<li>", "<ul>", "<table>", "<tr>", "<td rowspan=2>",
    "</table>", "<!--", "-->", "<p>", "<br>", "<script>", "<a href='x'>", "<img src='badge/a-b-c' alt='x'>",
    "<dl><dt>", "<dd>", "<h2>", "<pre>", "<nav>", "style='display:none'", "{% for a in page.b %}", "{% endfor %}",
    "{{ a }}", "{% if x %}", "{% endif %}", "{: .x}", ":::", "[^1]", "---\nb: [1, {c: d}]\n---\n", "\\", "{", "}",
    "\\section{", "\\item ", "\\begin{itemize}", "\\end{itemize}", "\\begin{tabular}{ll}", "&", "\\\\",
    "\\newcommand{\\a}[1]{#1}", "\\a{", "\\def\\b{", "\\'e", "%", "$", "\\cventry{a}{b}{c}", "--", "``", "~", '"a":',
    "[1,", "null", "'", ",", ":", "a: b", "- a: b", "&x ", "*x", "!!x", "? ", "|\n  a", ">-\n", "#+title: ",
    "#+begin_export latex", "#+end_export", "[[a][b]]", "*a*", "/a/", "| a |", ":a:", ".. x::", "a_", "`a`_", "::",
    "====\n", "\\ifx&#1&", "\\else", "\\fi", "\\newif\\ifa", "\\begin{tabbing}", "\\kill", "\\>", "\\marginpar{",
    "\\cvtag{a}", "@@html:<b>a</b>@@", "| a |\n", "-- A ----\n", "Page 2 of 3\n", '{"year": 2010, "month": 1}',
    '"roles": [', "name: ",
]  # fmt: skip

soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join).map(str.encode)
anything = st.one_of(
    st.binary(max_size=200), soup, st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=anything)
def test_any_bytes_are_a_text_or_an_error(suffix, data, check):
    try:
        text = read(Document(f"cv{suffix}", data))
    except DocumentError:
        return
    check(text)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(words=st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12), min_size=1, max_size=12))
def test_words_lead_back_to_their_bytes(words):
    data = " ".join(words).encode()
    text = read(Document("cv.txt", data))
    for block in text.blocks:
        for start in range(len(block.text)):
            first, last = text.offsets.bytes_span(*block.span(start, start + 1))
            assert block.text[start] in data[first:last].decode()


SIZE = 24_000
SHAPES = [
    (".txt", "• a\n"),
    (".txt", "# a\n"),
    (".txt", "a\n===\n"),
    (".txt", "â€™"),
    (".txt", "\r"),
    (".md", "!["),
    (".md", "["),
    (".md", "**a "),
    (".md", "<a "),
    (".md", "<!--"),
    (".md", "> "),
    (".md", "{% for i in page.a %}"),
    (".md", "{{"),
    (".md", "`"),
    (".md", "<div>"),
    (".html", "<div>"),
    (".html", "<a "),
    (".html", "<!--"),
    (".html", "<table><tr><td>"),
    (".html", "<a href='"),
    (".tex", "{"),
    (".tex", "\\textbf{"),
    (".tex", "\\begin{a}"),
    (".tex", "[x"),
    (".tex", "\\ifx\\a\\b "),
    (".tex", "\\a{b}{c}\n"),
    (".tex", "\\begin{tabbing}"),
    (".tex", "\\newif\\ifa\\ifa\\fi"),
    (".txt", "| a |\n"),
    (".txt", "a  bcd  e\n"),
    (".txt", "a  page 2\n"),
    (".html", "<span class=tag>A</span>"),
    (".html", "<dl><dt>a<dd>b<dt>c<dd>d<dt>e<dd>f</dl>"),
    (".html", "<blockquote>a"),
    (".json", "["),
    (".json", '"a":'),
    (".json", '{"a":{"year":"2010"},"roles":['),
    (".json", '{"a":"<p>b</p>"},'),
    (".yaml", "- a\n"),
    (".rst", "\\a{"),
    (".rst", "|a| "),
    (".rst", "*a "),
    (".rst", "== ==\n"),
    (".yaml", "[1,"),
    (".org", "*a "),
    (".org", "[["),
    (".org", "@@html:a"),
    (".org", "|a\n"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "unit"), SHAPES)
def test_time_grows_with_length_and_no_faster(suffix, unit):
    """Four times as much of a hostile shape takes at most ten times as long: a square would take sixteen."""

    def seconds(size: int) -> float:
        data = ("x " + unit * (size // len(unit))).encode()
        start = time.process_time()
        with suppress(DocumentError):
            read(Document(f"cv{suffix}", data))
        return time.process_time() - start

    seconds(1000)
    small = min(seconds(SIZE // 4) for _ in range(2))
    large = min(seconds(SIZE) for _ in range(2))
    assert large < max(10 * small, 2.0)
