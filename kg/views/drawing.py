"""Any view of a store, by its name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.analysis import find, neighbourhood, network
from kg.errors import FormatError, UsageError
from kg.stores import Store
from kg.views.genealogies import genealogy
from kg.views.graphs.page import page
from kg.views.large.page import large
from kg.views.profiles.page import profile
from kg.views.reports.page import report
from kg.views.sources import texts
from kg.views.timelines import timeline
from kg.views.view import View

KINDS = ("graph", "large", "timeline", "genealogy", "profile", "report")
_ALL = "People, organizations and skills"


def draw(
    store: Store,
    *,
    kind: str = "graph",
    around: str | None = None,
    hops: int | None = None,
    construct: str | None = None,
    title: str | None = None,
    sources: Iterable[str | Path] = (),
) -> View:
    """One page of a store's graph: the whole, what lies within `hops` of `around`, or a CONSTRUCT query.

    `kind` is one of `KINDS`; a "profile" is of `around`, "large" draws many thousand nodes at once. `hops` is 2 for a
    graph, else 1. `sources` are the documents (files, folders) whose texts a profile and a report show. UnknownError
    and UsageError where `around` (an IRI or a name) names nothing or several things, QueryError from the store,
    FormatError for an unknown kind.
    """
    if kind not in KINDS:
        raise FormatError(f"there is no view {kind!r}; there are {', '.join(KINDS)}")
    if around is not None and construct is not None:
        raise UsageError("a view is around somebody or of a query, not both")
    whole = network(store, construct=construct)
    centre = None if around is None else find(whole, around)
    if kind == "profile":
        if centre is None:
            raise UsageError("a profile is of somebody: say around whom")
        return profile(whole, centre, texts=texts(sources))
    name = title or (whole.nodes[centre]["label"] if centre else None)
    if kind == "graph":
        return page(whole, title=name or _ALL, around=centre, hops=_hops(hops, 2))
    part = whole if centre is None else neighbourhood(whole, centre, _hops(hops, 1))
    if kind == "large":
        return large(part, title=name or _ALL)
    if kind == "timeline":
        return timeline(part, title=name or "Timeline")
    if kind == "genealogy":
        return genealogy(part, title=name or "Academic genealogy")
    return report(part, title=name or "The graph in numbers", texts=texts(sources))


def _hops(hops: int | None, usual: int) -> int:
    return usual if hops is None else hops
