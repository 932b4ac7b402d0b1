"""Write the pages of a site, and the data beside them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from kg.analysis import network
from kg.analysis.times import Stays
from kg.errors import OutputError, UsageError
from kg.exporters import selection
from kg.exporters.excerpts import Excerpts
from kg.exporters.turtle import turtle
from kg.exporters.vocabulary import context, prefixes
from kg.stores import Store
from kg.views.genealogies import genealogy
from kg.views.graphs.page import HELD, page
from kg.views.large.page import available, large
from kg.views.profiles.page import profile
from kg.views.reports.page import report
from kg.views.sites.addresses import addresses
from kg.views.sites.front import front
from kg.views.sites.triples import Descriptions
from kg.views.timelines import timeline

_MARK = ".people-kg-site"
_WITH_PAGE = ("person", "organization", "unit", "skill")


@dataclass(frozen=True, slots=True)
class Site:
    """What was written: the folder, how many pages, how many bytes."""

    folder: Path
    pages: int
    size: int


def site(
    store: Store,
    out: str | Path,
    *,
    title: str = "People, organizations and skills",
    texts: Mapping[str, str] | None = None,
) -> Site:
    """Write a whole graph as linked pages into a folder, for any static host or from the disk.

    A front page with search; graph, timeline, genealogy and report; a page, Turtle and JSON-LD for every person,
    organization and skill. `texts` as for `profile`. An older site at `out` is replaced once the new one stands;
    UsageError for a folder that holds something else, OutputError where the system refuses.
    """
    target = Path(out)
    if target.exists() and not (target / _MARK).exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} holds something else than a site; name a new or an empty folder")
    fresh = target.with_name(f".{target.name[:100]}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        count, size = _write(fresh, _files(store, title, texts or {}))
        (fresh / _MARK).write_text("Written by kg site. It is replaced as a whole.\n", "utf-8")
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror or error}") from error
    return Site(target, count, size)


def _write(folder: Path, files: Iterator[tuple[str, str]]) -> tuple[int, int]:
    pages = size = 0
    for address, text in files:
        place = folder / address
        place.parent.mkdir(parents=True, exist_ok=True)
        written = text.encode("utf-8")
        place.write_bytes(written)
        pages += address.endswith(".html")
        size += len(written)
    return pages, size


def _files(store: Store, title: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    graph = network(store)
    kinds = {node: said["type"] for node, said in graph.nodes(data=True)}
    given = addresses((node, kind) for node, kind in kinds.items() if kind in _WITH_PAGE)
    here = {node: f"{address}.html" for node, address in given.items()}
    yield "index.html", front(graph, title=title, pages=here).html
    draw = large if len(graph) > HELD and available() else page
    yield "graph.html", draw(graph, title=title, pages=here, home="index.html").html
    yield "timeline.html", timeline(graph, pages=here, home="index.html").html
    yield "genealogy.html", genealogy(graph, pages=here, home="index.html").html
    yield "report.html", report(graph, texts=texts, pages=here, home="index.html").html
    yield from _profiles(store, graph, given, texts)


def _profiles(
    store: Store, graph: nx.MultiDiGraph[str], given: Mapping[str, str], texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    below = {node: f"../{address}.html" for node, address in given.items()}
    told = Descriptions(selection.triples(store))
    base, stays = selection.base(store), Stays(graph)
    short, excerpts = prefixes(base), Excerpts(context(base))
    for node, address in given.items():
        name = address.rsplit("/", 1)[-1]
        triples = told.of(node)
        files = {"Turtle": f"{name}.ttl", "JSON-LD (all that is known)": f"{name}.jsonld"}
        shown = profile(graph, node, texts=texts, pages=below, downloads=files, home="../index.html", stays=stays)
        yield f"{address}.html", shown.html
        yield f"{address}.ttl", "".join(turtle(triples, short))
        yield f"{address}.jsonld", "".join(excerpts.jsonld(triples))
