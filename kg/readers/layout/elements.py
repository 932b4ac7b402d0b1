"""What the elements of a page are: which of them are blocks, which set words off, which nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import InlineKind

Attributes = Mapping[str, str | None]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
RAW = _names("script style textarea title xmp iframe noembed noframes")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Blocks that only break the line; inside a list item they part its lines.
LINES = _names(
    "address article aside body center details dialog div fieldset figcaption figure footer form header hgroup html "
    "legend main section summary"
)
BLOCKS = (
    LINES
    | frozenset(HEADINGS)
    | _names("blockquote caption dd dl dt hr li menu nav ol p pre table tbody td tfoot th thead tr ul dir listing xmp")
)
LISTS = _names("ul ol menu dir")
CELLS = _names("td th")
# Nothing in these is text of the page.
DROPPED = _names("script style template svg math iframe object canvas audio video map datalist noembed noframes")
# Their words are there, but not what the page tells: its title, controls, what shows without scripts, text struck out.
UNTOLD = _names("title noscript select textarea option nav del s strike")
INLINES = {
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "summary": InlineKind.STRONG,
    "th": InlineKind.STRONG,
    "i": InlineKind.EMPHASIS,
    "em": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "dfn": InlineKind.EMPHASIS,
    "var": InlineKind.EMPHASIS,
    "code": InlineKind.CODE,
    "kbd": InlineKind.CODE,
    "samp": InlineKind.CODE,
    "tt": InlineKind.CODE,
}

_INVISIBLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d])", re.IGNORECASE
)
_BOLD = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.IGNORECASE)
_SCREEN_READERS = _names("sr-only visually-hidden screen-reader-text screenreader visuallyhidden")
_NAVIGATION = _names(
    "nav navbar nav-container navigation site-nav main-nav top-nav sidenav navlinks nav-links menu breadcrumb "
    "breadcrumbs toc table-of-contents pagination skip-link masthead__menu greedy-nav"
)
_FOOTERS = _names("footer site-footer page-footer footer-bottom copyright")
_RIGHT = re.compile(r"float\s{0,9}:\s{0,9}right", re.IGNORECASE)
_RIGHT_CLASSES = _names("float-right pull-right float-end ms-auto ml-auto alignright")
_BADGE = re.compile(r"(?:^|[-_])(?:badge|chip|pill|tag|label|keyword|tech)s?(?:$|[-_])")
_NAME_PART = re.compile(r"(?:first|given|last|family|middle|sur|fore)[-_]?name")
_BOLD_CLASSES = frozenset({"bold", "fw-bold", "font-weight-bold", "font-bold", "strong"})
# Fonts that draw an icon for its English name.
_LIGATURES = _names(
    "material-icons material-icons-outlined material-icons-round material-icons-sharp material-icons-two-tone "
    "material-symbols-outlined material-symbols-rounded material-symbols-sharp"
)
_ICONS = frozenset({"i", "span", "svg"})
# What opens the part of a page below it.
_OPENER = re.compile(r"accordion|collaps|disclosure|expand|panel")
# What links in headings show that lead to the headings themselves.
PERMALINKS = frozenset(["#", "¶", "§", "🔗", "⚓", "∞"])


def classes(attributes: Attributes) -> frozenset[str]:
    """The class names of an element, lower-case."""
    return frozenset((attributes.get("class") or "").lower().split())


def unseen(tag: str, attributes: Attributes) -> bool:
    """Whether an element's words are kept apart: invisible, navigation, a control."""
    if tag in UNTOLD or "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and _INVISIBLE.search(style):
        return True
    names = classes(attributes)
    if names & _SCREEN_READERS or (attributes.get("role") or "").lower() in ("navigation", "search"):
        return True
    if "d-none" in names and not any(name.startswith("d-") and name != "d-none" for name in names):
        return True
    if tag in ("div", "ul", "ol", "aside") and names & _NAVIGATION:
        return True
    if tag in _ICONS and names & _LIGATURES:
        return True
    return tag in _ICONS and attributes.get("aria-hidden") == "true" and any("icon" in name for name in names)


def is_control(tag: str, attributes: Attributes) -> bool:
    """Whether an element is a button that does something, and does not open what stands below it."""
    return tag == "button" and not any(_OPENER.search(name) for name in classes(attributes))


def is_footer(tag: str, attributes: Attributes) -> bool:
    """Whether an element is the foot of a page or of a part of it."""
    named = classes(attributes) & _FOOTERS or (attributes.get("id") or "").lower() in _FOOTERS
    return tag == "footer" or (tag == "div" and bool(named))


def is_badge(attributes: Attributes) -> bool:
    """Whether an element is shown in a box of its own, apart from the words beside it."""
    return any(_BADGE.search(name) for name in classes(attributes))


def is_set_apart(attributes: Attributes) -> bool:
    """Whether an element is shown in a box of its own, or at the right margin."""
    return is_badge(attributes) or is_at_margin(attributes)


def is_at_margin(attributes: Attributes) -> bool:
    """Whether an element is set at the right margin, away from the words before it."""
    style = attributes.get("style")
    return bool(style and _RIGHT.search(style)) or bool(classes(attributes) & _RIGHT_CLASSES)


def is_part_of_name(attributes: Attributes) -> bool:
    """Whether an element holds a part of a person's name."""
    return any(_NAME_PART.search(name) for name in classes(attributes))


def inline(tag: str, attributes: Attributes) -> tuple[InlineKind, str | None] | None:
    """How an element sets its words off: (kind, target), None if it does not."""
    if tag == "a":
        target = attributes.get("href")
        return (InlineKind.LINK, target) if target else None
    if tag in INLINES:
        return INLINES[tag], None
    style = attributes.get("style")
    if (style and _BOLD.search(style)) or classes(attributes) & _BOLD_CLASSES:
        return InlineKind.STRONG, None
    return None
