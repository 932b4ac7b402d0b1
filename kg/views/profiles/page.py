"""The page of one person, organization or skill: facts, times, skills, people met, and the sentences themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote as percent
from urllib.parse import urlsplit

import networkx as nx

from kg.analysis import KINDS
from kg.analysis.times import Meeting, Stays
from kg.views.palette import glyph_path
from kg.views.profiles.bars import chart
from kg.views.profiles.linked import profile_page, resume
from kg.views.profiles.marks import Piece, excerpt, pieces
from kg.views.profiles.sheet import Line, groups
from kg.views.shell import encode, render
from kg.views.view import View
from kg.views.words import period, plain

_MET = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A document that tells of the subject: its name, and its text in pieces (none where the text is not at hand)."""

    key: str
    name: str
    pieces: tuple[Piece, ...]


def profile(
    network: nx.MultiDiGraph[str],
    node: str,
    *,
    texts: Mapping[str, str] | None = None,
    pages: Mapping[str, str] | None = None,
    downloads: Mapping[str, str] | None = None,
    home: str | None = None,
    stays: Stays | None = None,
) -> View:
    """The page of one node of a graph as `kg.analysis.network` makes it.

    `texts` are those of its documents by key (as `kg.views.sources.texts` gives them); where one is there, the page
    shows it with every sentence marked that a fact rests on: a person's documents whole, else what stands around the
    marks. `pages` are the addresses of the pages of other nodes, `downloads` further files by what they are called,
    `home` the page to go back to; `stays`, made once, saves time where many pages are made.
    """
    said = network.nodes[node]
    found = groups(network, node)
    lines = [line for group in found for line in group.lines]
    meetings = _together(network, node, stays)
    linked = profile_page(node, said, lines)
    files = dict(downloads or {})
    if said["type"] == "person":
        files["JSON Resume"] = embedded("application/json", _json(resume(said, lines)))
    return render(
        "profile.html",
        title=plain(said["label"]) or "…",
        subtitle=f"{said['type']} · {len(lines):,} facts from {_documents(lines)}",
        content={},
        scripts=["profile.js"],
        styles=["panel.css", "profile.css"],
        kind=said["type"] if said["type"] in KINDS else "thing",
        names=[plain(name) for name in said["names"]],
        about=[plain(line) for line in said["lines"]],
        links=[(link, _safe(link)) for link in said["links"]],
        groups=found,
        chart=chart(lines),
        met=_met(network, meetings[:_MET]),
        unmet=len(meetings[_MET:]),
        sources=_sources(lines, texts or {}, whole=said["type"] == "person"),
        linked=encode(linked),
        downloads={"JSON-LD": embedded("application/ld+json", _json(linked)), **files},
        pages=dict(pages or {}),
        glyph=glyph_path,
        home=home,
    )


def _together(network: nx.MultiDiGraph[str], node: str, stays: Stays | None) -> tuple[Meeting, ...]:
    return (stays or Stays(network)).meetings(node) if network.nodes[node]["type"] == "person" else ()


def _met(network: nx.MultiDiGraph[str], meetings: Iterable[Meeting]) -> list[dict[str, str]]:
    return [
        {
            "other": meeting.other,
            "label": plain(meeting.label),
            "place": plain(network.nodes[meeting.place]["label"]),
            "how": meeting.how,
            "when": period(meeting.theirs["when"], current=meeting.theirs["current"]),
        }
        for meeting in meetings
    ]


def _sources(lines: list[Line], texts: Mapping[str, str], *, whole: bool) -> list[Source]:
    spans: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for line in lines:
        for quote in line.quotes:
            spans.setdefault((quote.document, quote.source), []).append((quote.start, quote.end, line.number))
    sources = []
    for (name, iri), members in sorted(spans.items()):
        key = iri.rstrip("/").rsplit("/", 1)[-1]
        found = pieces(texts[key], members) if key in texts else ()
        sources.append(Source(key, plain(name), found if whole else excerpt(found)))
    return sources


def _documents(lines: list[Line]) -> str:
    count = len({quote.source for line in lines for quote in line.quotes})
    return f"{count:,} document{'' if count == 1 else 's'}"


def _safe(link: str) -> str | None:
    """The address as a link may have it; None where it would be anything but a page or a mailbox."""
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return None
    return link if scheme in ("http", "https", "mailto") else None


def embedded(kind: str, text: str) -> str:
    """The address of a file that the page itself holds."""
    return f"data:{kind};charset=utf-8,{percent(text.encode('utf-8', 'replace'))}"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
