"""Images that say a word: badges, logos and icons of technologies."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

_BADGE = re.compile(r"/badge/([^?#]+)")
_ICON_HOSTS = re.compile(
    r"shields\.io|badgen\.net|skillicons\.dev|devicon|simpleicons|simple-icons|techstack|vectorlogo\.zone|icons8|"
    r"go-skill-icons|worldvectorlogo|svgrepo|svgporn|seeklogo|iconfinder|icon-library|/icons?/|/logos?/|[-_]logo|[-_]icon",
    re.IGNORECASE,
)
_COUNTERS = re.compile(
    r"github-readme-stats|github-readme-streak|streak-stats|komarev|visitor|hits\.|profile-summary-cards|github-profile-trophy|"
    r"activity-graph|readme-typing|capsule-render|wakatime|/github/(?:followers|stars|forks|last-commit|license|issues)|"
    r"/npm/|/pypi/|/workflow|actions/|codecov|travis-ci|buymeacoffee|spotify-github",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\b(?:photo|picture|portrait|profile|avatar|banner|header|image|img|gif|stats|streak|trophy|views?|visitors?|counter|"
    r"followers|screenshot|snake|cover|thumbnail|headshot|sym)\b|"
    r"^(?:logo|icon|badge|alt text|me)$|\.(?:png|jpe?g|gif|svg)$",
    re.IGNORECASE,
)
# A badge that counts says nothing of a person.
_COUNT = re.compile(
    r"(?:stars?|followers|following|forks|repos|repositories|commits|contributions|issues|views|visitors|downloads)\b",
    re.IGNORECASE,
)
# A card that shows one repository: its name stands only in the address.
_CARD = re.compile(r"/api/pin/?\?(?:[^#]{0,200}&(?:amp;)?)?repo=([\w.-]{1,100})")
# Where icon sets put the name of what an icon shows.
_ICON = re.compile(
    r"devicons?[^?#]{0,60}/icons/([\w.-]{1,40})/|cdn\.simpleicons\.org/([\w.-]{1,40})|vectorlogo\.zone/logos/([\w.-]{1,40})/"
    r"|simple-icons[^?#]{0,40}/icons/([\w.-]{1,40})\.svg"
)
_TAIL = re.compile(r"\s+(?:badge|logo|icon|shield)$", re.IGNORECASE)
_LONGEST = 40
# Longer words beside a badge describe it ("Python as backend language"); its own are the better name.
_MOST_ALT_WORDS = 2
_LARGEST_ICON = 80


def names(alt: str, address: str, size: int | None) -> list[str]:
    """What an image says to a reader: the words of a badge, a repository's name on its card, the names of icons.

    Other pictures say nothing. `size` is the smaller of its width and height in pixels, where stated.
    """
    if card := _CARD.search(address):
        return [card[1]]
    if _COUNTERS.search(address):
        return []
    listed = _listed(address)
    if listed:
        return listed
    words = _TAIL.sub("", " ".join(alt.split()))
    telling = bool(words) and len(words) <= _LONGEST and not _NOISE.search(words) and "/" not in words[1:-1:4]
    badge = _badge(address)
    if badge:
        if _COUNT.match(badge):
            return []
        described = len(words.split()) > max(_MOST_ALT_WORDS, len(badge.split()))
        label = badge.casefold().startswith(f"{words.casefold()}: ")
        return [words] if telling and not described and not label else [badge]
    if not words and (shown := _ICON.search(address)):
        return [next(name for name in shown.groups() if name)]
    icon = _ICON_HOSTS.search(address) or (size is not None and size <= _LARGEST_ICON)
    return [words] if telling and icon else []


def _badge(address: str) -> str | None:
    """The words on a static badge: `…/badge/Code-Python-blue` reads "Code: Python"; the last part is its colour."""
    match = _BADGE.search(address)
    if match is None or "shields.io" not in address:
        return None
    path = match.group(1)[:200].replace("--", "\0").replace("__", "\1")
    parts = [unquote(part.replace("_", " ").replace("\0", "-").replace("\1", "_")).strip() for part in path.split("-")]
    said = [part for part in parts[:-1] if part] or parts[:1]
    words = ": ".join((said[0], " ".join(said[1:]))) if len(said) > 1 else said[0]
    return words if 0 < len(words) <= _LONGEST * 2 else None


def _listed(address: str) -> list[str]:
    """The icons of a row of icons: `skillicons.dev/icons?i=go,docker`."""
    if "skillicons.dev" not in address and "go-skill-icons" not in address:
        return []
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return []
    return [name.strip() for value in query.get("i", []) for name in value.split(",") if name.strip()][:60]


def pixels(*values: str | None) -> int | None:
    """The smallest of the sizes that are stated in pixels."""
    stated = [
        int(match.group(1))
        for value in values
        if value and (match := re.match(r"\s{0,3}(\d{1,5})(?:px)?\s{0,3}$", value))
    ]
    return min(stated, default=None)
