"""A small invented graph in the shape the pipeline writes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import analysis, stores

INVENTED = Path(__file__).with_name("invented.trig")


@pytest.fixture(scope="session")
def store():
    opened = stores.open(None)
    opened.apply(stores.Change(insert=tuple(ox.parse(path=str(INVENTED), format=ox.RdfFormat.TRIG))))
    return opened


@pytest.fixture
def network(store):
    return analysis.network(store)
