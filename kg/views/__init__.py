"""Draw the graph as self-contained HTML: one file, no network, from a web server or from the disk alike.

`page` draws a networkx graph, `draw` a store. Each returns a `View`, which saves itself and shows itself in a notebook.
"""

from kg.views.graph.page import draw, page
from kg.views.view import View

__all__ = ["View", "draw", "page"]
