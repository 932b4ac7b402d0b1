"""What the report says, and that one bad document never stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline, stores
from kg.engines import Processes, Serial
from kg.errors import DocumentError, UsageError
from kg.model import Document, Profile
from kg.stores import dump

GOOD = b"# Ada Example\n\n## Experience\n\n### TikTok | Engineer | 01/2020 - 02/2021\n"


def test_reports_every_outcome(tmp_path: Path) -> None:
    paths = {name: tmp_path / name for name in ("good.md", "other.md", "binary.txt", "missing.md", "empty.md")}
    paths["good.md"].write_bytes(GOOD)
    paths["other.md"].write_bytes(GOOD.replace(b"Ada", b"Bo"))
    paths["binary.txt"].write_bytes(bytes(range(256)) * 20)
    paths["empty.md"].write_bytes(b"")
    store = stores.open()
    first = pipeline.add(store, paths.values(), engine=Serial())
    assert len(first.added) == 2
    assert {Path(error.source).name for error in first.failed} == {"binary.txt", "missing.md", "empty.md"}
    assert all("\n" not in str(error) for error in first.failed)
    paths["good.md"].write_bytes(GOOD.replace(b"TikTok", b"Google"))
    second = pipeline.add(store, paths.values(), engine=Serial())
    assert (len(second.added), len(second.replaced), len(second.unchanged)) == (0, 1, 1)
    assert str(second) == "1 replaced, 1 unchanged, 3 failed"


def test_a_document_that_became_unreadable_keeps_what_was_known(tmp_path: Path) -> None:
    path = tmp_path / "good.md"
    path.write_bytes(GOOD)
    store = stores.open()
    pipeline.add(store, [path], engine=Serial())
    before = dump.digest(store)
    path.write_bytes(b"")
    assert len(pipeline.add(store, [path], engine=Serial()).failed) == 1
    assert dump.digest(store) == before


def test_a_graph_keeps_its_base() -> None:
    store = stores.open()
    pipeline.add(store, [Document("a.md", GOOD)], base="https://people.example.org/", engine=Serial())
    assert all(str(graph).startswith("<https://people.example.org/graph/") for graph in store.graphs())
    pipeline.add(store, [Document("b.md", GOOD)], engine=Serial())
    with pytest.raises(UsageError, match="has the base"):
        pipeline.add(store, [Document("b.md", GOOD)], base="https://other.example.org/", engine=Serial())
    with pytest.raises(UsageError):
        pipeline.add(stores.open(), [Document("b.md", GOOD)], base="no address", engine=Serial())


def test_profiles_come_in_order_with_the_errors_between(tmp_path: Path) -> None:
    inputs: list[object] = [
        Document("a.md", GOOD),
        tmp_path / "missing.md",
        Document("b.md", b""),
        Document("c.md", GOOD),
    ]
    results = list(pipeline.profiles(inputs, Serial()))
    assert [isinstance(result, Profile) for result in results] == [True, False, False, True]
    assert [Path(result.source).name for result in results] == ["a.md", "missing.md", "b.md", "c.md"]


def test_extract_is_one_document_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert pipeline.extract(Document("a.md", GOOD)).person.name == "Ada Example"
    with pytest.raises(DocumentError):
        pipeline.extract(tmp_path / "missing.md")


def test_the_time_limit_holds_for_each_document() -> None:
    report = pipeline.add(stores.open(), [Document("a.md", GOOD)], engine=Processes(1, seconds=0.001))
    assert "takes longer" in str(report.failed[0])


def test_a_stale_layer_is_rebuilt_at_the_next_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = stores.open(tmp_path / "people.kg")
    pipeline.add(store, [Document("a.md", GOOD)], engine=Serial())
    expected = dump.digest(store)
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.Workshop, "settle", lambda _self: None)
        pipeline.add(store, [Document("b.md", GOOD.replace(b"Ada", b"Bo"))], engine=Serial())
    assert dump.digest(store) != expected
    store.close()
    again = stores.open(tmp_path / "people.kg")
    pipeline.settle(again)
    whole = stores.open()
    pipeline.add(whole, [Document("a.md", GOOD), Document("b.md", GOOD.replace(b"Ada", b"Bo"))], engine=Serial())
    assert dump.digest(again) == dump.digest(whole)
    again.close()
