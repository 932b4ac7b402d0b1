"""Any view of a store, by its name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from kg.analysis import find, neighbourhood, network, paths
from kg.errors import FormatError, UnknownError, UsageError
from kg.exporters import selection
from kg.exporters.turtle import turtle
from kg.exporters.vocabulary import prefixes
from kg.stores import Store
from kg.views.genealogies import genealogy
from kg.views.graphs.page import page
from kg.views.large.page import available, large
from kg.views.profiles.page import embedded, profile
from kg.views.reports.page import report
from kg.views.sites.triples import Descriptions
from kg.views.sources import texts
from kg.views.timelines import timeline
from kg.views.view import View

KINDS = ("graph", "large", "timeline", "genealogy", "profile", "report")
LARGE = 1000
_WAYS = 10
_ALL = "People, organizations and skills"


def draw(
    store: Store,
    *,
    kind: str = "graph",
    around: str | None = None,
    hops: int | None = None,
    between: tuple[str, str] | None = None,
    construct: str | None = None,
    title: str | None = None,
    sources: Iterable[str | Path] = (),
) -> View:
    """One page of a store's graph: the whole, what lies within `hops` of `around`, the ways `between` two, or a query.

    `kind` is one of `KINDS`. A "graph" of more than 1,000 nodes is drawn as "large", where its library is built, which
    can show them all at once; a "profile" is of `around`. `hops` is 2 for a graph, else 1; `construct` is a CONSTRUCT
    query, of which `around` and `between` may take a part. `sources` are the documents (files, folders) whose texts a
    profile and a report show. UnknownError and UsageError where a name (or an IRI) names nothing or several things,
    or nothing links two; QueryError from the store; FormatError for an unknown kind.
    """
    if kind not in KINDS:
        raise FormatError(f"there is no view {kind!r}; there are {', '.join(KINDS)}")
    if around is not None and between is not None:
        raise UsageError("a view is around somebody or between two, not both")
    if hops is not None and around is None:
        raise UsageError("a number of hops needs somebody to be around (--around WHO)")
    whole = network(store, construct=construct)
    centre = None if around is None else find(whole, around)
    ways = _ways(whole, between)
    if kind == "profile":
        return _profile(store, whole, centre, sources)
    name = title or _name(whole, centre, ways)
    if kind in ("graph", "large"):
        drawn = large if kind == "large" or (available() and _many(whole, centre, hops)) else page
        return drawn(whole, title=name or _ALL, around=centre, hops=_hops(hops, 2), ways=ways)
    part = whole if centre is None else neighbourhood(whole, centre, _hops(hops, 1))
    part = part if not ways else whole.subgraph({node for way in ways for node in way})
    if kind == "timeline":
        return timeline(part, title=name or "Timeline")
    if kind == "genealogy":
        return genealogy(part, title=name or "Academic genealogy")
    return report(part, title=name or "The graph in numbers", texts=texts(sources))


def _ways(whole: nx.MultiDiGraph[str], between: tuple[str, str] | None) -> tuple[tuple[str, ...], ...]:
    """Up to ten ways between two, the shortest first."""
    if between is None:
        return ()
    one, other = (find(whole, who) for who in between)
    if one == other:
        raise UsageError(f"a way leads from one to another, and {between[0]!r} and {between[1]!r} are the same")
    if found := tuple(paths(whole, one, other, limit=_WAYS)):
        return found
    raise UnknownError(f"nothing in the graph links {between[0]!r} with {between[1]!r}")


def _name(whole: nx.MultiDiGraph[str], centre: str | None, ways: tuple[tuple[str, ...], ...]) -> str | None:
    if ways:
        return f"{whole.nodes[ways[0][0]]['label']} – {whole.nodes[ways[0][-1]]['label']}"
    return str(whole.nodes[centre]["label"]) if centre else None


def _many(whole: nx.MultiDiGraph[str], centre: str | None, hops: int | None) -> bool:
    """Whether there is more than the small page is for, those a double click may bring in included."""
    return len(whole if centre is None else neighbourhood(whole, centre, _hops(hops, 2) + 1)) > LARGE


def _profile(store: Store, whole: nx.MultiDiGraph[str], centre: str | None, sources: Iterable[str | Path]) -> View:
    if centre is None:
        raise UsageError("a profile is of somebody: say around whom")
    triples = Descriptions(selection.triples(store)).of(centre)
    written = "".join(turtle(triples, prefixes(selection.base(store))))
    return profile(whole, centre, texts=texts(sources), downloads={"Turtle": embedded("text/turtle", written)})


def _hops(hops: int | None, usual: int) -> int:
    return usual if hops is None else hops
