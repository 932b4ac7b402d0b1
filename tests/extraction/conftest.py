"""Outlines of plain texts, as the rules of extraction see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.outline import Outline
from kg.extraction.sections import outline
from kg.model import Document
from kg.readers import read


@pytest.fixture(scope="session")
def outlined() -> Callable[..., Outline]:
    """Makes the outline of a text; `suffix` tells its format."""

    def make(content: str, suffix: str = ".md") -> Outline:
        return outline(read(Document(f"page{suffix}", content.encode())))

    return make
