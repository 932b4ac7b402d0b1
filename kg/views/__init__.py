"""Draw the graph as self-contained HTML: one file, no network, from a web server or from the disk alike.

`draw` makes any view of a store; `page`, `large`, `timeline`, `genealogy`, `profile` and `report` draw a networkx
graph, `site` writes all of it as linked pages. A `View` saves itself, and shows itself in a notebook.
"""

from kg.views.drawing import KINDS, draw
from kg.views.genealogies import genealogy
from kg.views.graphs.page import page
from kg.views.large.page import large
from kg.views.profiles.page import profile
from kg.views.reports.page import report
from kg.views.sites.pages import Site, site
from kg.views.sources import texts
from kg.views.timelines import timeline
from kg.views.view import View

__all__ = [
    "KINDS",
    "Site",
    "View",
    "draw",
    "genealogy",
    "large",
    "page",
    "profile",
    "report",
    "site",
    "texts",
    "timeline",
]
