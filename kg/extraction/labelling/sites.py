"""Addresses of pages in headers ("Example Works | example.com"): beside the name they belong to, they name nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.clues import is_place, title_score
from kg.extraction.pieces import Piece
from kg.extraction.spelling import comparable

_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.(?:com|org|net|co|ac|gov|edu))?\.[a-z]{2,6}/?"
)
_FEWEST = 3


def without_sites(parts: Sequence[Piece]) -> list[Piece]:
    """The pieces without the address of a page whose own name says what another piece says."""
    sites = {id(part): site for part in parts if (site := _site(part))}
    if not sites:
        return list(parts)
    names = [comparable(part.text).replace(" ", "") for part in parts if id(part) not in sites and _may_name(part)]
    return [part for part in parts if id(part) not in sites or not _is_said(sites[id(part)], names)]


def _site(part: Piece) -> str | None:
    """The name of the site whose address a piece is, None for any other piece."""
    if "." not in part.text or " " in part.text.strip():
        return None
    address = _ADDRESS.fullmatch(part.text.strip().lower())
    return re.sub(r"[\W_]", "", address[1]) if address else None


def _may_name(part: Piece) -> bool:
    return title_score(part.text) < 3 and not is_place(part.text)


def _is_said(site: str, names: Sequence[str]) -> bool:
    """Whether one of the names begins as the site's does, or the other way round."""
    return any(min(len(site), len(name)) >= _FEWEST and (site in name or name in site) for name in names)
