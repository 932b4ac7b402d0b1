"""The report: the graph in numbers and charts, how good it is, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from kg.analysis import KINDS
from kg.views.palette import glyph_path
from kg.views.reports.figures import places, skill_years, skills
from kg.views.reports.quality import readings, shares
from kg.views.shell import render
from kg.views.view import View

_LEFT = 6


def report(
    network: nx.MultiDiGraph[str],
    *,
    title: str = "The graph in numbers",
    texts: Mapping[str, str] | None = None,
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One page about a whole graph as `kg.analysis.network` makes it.

    `texts` are those of the documents by key (as `kg.views.sources.texts` gives them); with them the page tells which
    lines became no fact. `pages` are the addresses of the pages of nodes, `home` the page to go back to.
    """
    kinds = [said["type"] for _, said in network.nodes(data=True)]
    tiles = [(kinds.count(name), kind.plural, name) for name, kind in KINDS.items() if name in kinds]
    read = readings(network, texts or {})
    years, used = skill_years(network)
    facts = sum(said["relation"] != "part of" for *_, said in network.edges(data=True))
    return render(
        "report.html",
        title=title,
        subtitle=f"{len(read):,} documents · {facts:,} facts · {len(network):,} things",
        content={},
        scripts=["plain.js"],
        styles=["panel.css", "report.css"],
        tiles=tiles,
        charts=[
            (
                "Employers",
                "people who worked there; darker: who work there now",
                places(network, "worked at"),
                "organization",
            ),
            (
                "Schools",
                "people who studied there; darker: who study there now",
                places(network, "studied at"),
                "topic",
            ),
            ("Skills", "people who name them; darker: who tell of a use", skills(network), "skill"),
        ],
        years=years,
        used=used,
        most=max((count for row in used for count in row.people), default=1),
        shares=shares(network),
        readings=read,
        left=_LEFT,
        pages=dict(pages or {}),
        glyph=glyph_path,
        home=home,
    )
