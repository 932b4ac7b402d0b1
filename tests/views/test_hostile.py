"""Whatever a document says, in whatever field, it stays words: 22 payloads in each of 16 fields."""

from __future__ import annotations

import networkx as nx
import pytest

from kg import analysis, views

from .conftest import built

pytestmark = pytest.mark.browser

PAYLOADS = [
    "<img src=x onerror=window.__ran=1>",
    "</script><script>window.__ran=1</script>",
    "<svg onload=window.__ran=1>",
    "<!--<script>window.__ran=1//",
    '"><script>window.__ran=1</script>',
    "'><img src=x onerror='window.__ran=1'>",
    "{{7*7}}{% for x in y %}",
    "${window.__ran=1}`${window.__ran=1}`",
    "javascript:window.__ran=1",
    "JaVaScRiPt:window.__ran=1//href=",
    "data:text/html,<script>parent.__ran=1</script>",
    '<a href="javascript:window.__ran=1">href</a>',
    "</style><style>@import 'http://127.0.0.1:9/x'</style>",
    "<iframe srcdoc='<script>parent.__ran=1</script>'>",
    "<base href='http://127.0.0.1:9/'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x>",
    "]]></title><script>window.__ran=1</script>",
    "\u2028\u2029\\u003cscript\\u003ewindow.__ran=1",
    "__proto__",
    "constructor",
    "\u202egnp.exe\u202c \x00\x1b[31m",
    "Ω" * 5000,
]
FIELDS = [
    "title",
    "subtitle",
    "node",
    "label",
    "names",
    "lines",
    "links",
    "type",
    "key",
    "relation",
    "role",
    "when",
    "place",
    "notes",
    "quote",
    "document",
]


def poisoned(payload):
    graph = nx.MultiDiGraph()
    for node in (f"{payload}1", f"{payload}2"):
        graph.add_node(
            node, label=payload + node[-1], type=payload, names=(payload,), lines=(payload,), links=(payload,)
        )
    fact = {
        "relation": payload,
        "weight": 1.0,
        "title": payload,
        "when": f"{payload}/{payload}",
        "start": payload,
        "end": payload,
        "current": False,
        "place": payload,
        "notes": (payload,),
        "quotes": (analysis.Quote(payload, 0, len(payload), payload, payload),),
    }
    graph.add_edge(f"{payload}1", f"{payload}2", key=payload, **fact)
    return graph


def test_enough_is_tried():
    assert len(PAYLOADS) * len(FIELDS) >= 300


@pytest.mark.parametrize("draw", [views.page, pytest.param(views.large, marks=built)], ids=["small", "large"])
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_words_stay_words(visit, payload, draw):
    extra = {"subtitle": payload} if draw is views.page else {}
    seen = visit(draw(poisoned(payload), title=payload, **extra))
    page = seen.page
    page.fill("#search", payload[:30])
    page.fill("#search", payload[:1])
    page.keyboard.press("Enter")
    page.locator("#search").press("Escape")
    page.evaluate("kg.state.select({thing: 0})")
    assert page.locator("#details blockquote").count() >= 1
    page.evaluate("kg.state.select({pair: 0})")
    page.keyboard.press("t")
    assert page.locator("#table tbody tr").count() == 1
    allowed = {"http:", "https:", "mailto:"}
    assert set(page.evaluate("[...document.querySelectorAll('a')].map((a) => a.protocol)")) <= allowed
    assert page.evaluate("document.querySelectorAll('main img, main iframe, main script, base').length") == 0
    page.wait_for_timeout(50)
    seen.errors = [error for error in seen.errors if "GL Driver Message" not in error]
    seen.assert_harmless()
