"""What an element ends that its author left open, and where the search for it stops."""

from __future__ import annotations

from kg.readers.layout import elements

_ENDS = {
    "li": ({"li"}, elements.LISTS | {"table"}),
    "dt": ({"dt", "dd"}, frozenset({"dl", "table"})),
    "dd": ({"dt", "dd"}, frozenset({"dl", "table"})),
    "tr": ({"tr"}, frozenset({"table"})),
    "td": ({"td", "th"}, frozenset({"tr", "table"})),
    "th": ({"td", "th"}, frozenset({"tr", "table"})),
    "tbody": ({"thead", "tbody", "tfoot"}, frozenset({"table"})),
    "thead": ({"thead", "tbody", "tfoot"}, frozenset({"table"})),
    "tfoot": ({"thead", "tbody", "tfoot"}, frozenset({"table"})),
    "option": ({"option"}, frozenset({"select"})),
}
_SCOPES = elements.CELLS | elements.LISTS | {"table", "li", "dd", "dt", "caption", "div", "section", "article"}


def ended_by(tag: str) -> tuple[set[str], frozenset[str]]:
    """The tags that `tag` ends, and those beyond which it ends nothing."""
    return _ENDS.get(tag, ({"p"}, _SCOPES) if tag in elements.BLOCKS else (set(), frozenset()))
