"""Outlines of invented texts."""

from __future__ import annotations

import pytest

from kg.extraction.sections import outline
from kg.model import Document
from kg.readers import read


@pytest.fixture
def outlined():
    """A function: text and the name of a file → its outline."""

    def make(text: str, name: str = "profile.md"):
        return outline(read(Document(name, text.encode())))

    return make
