"""Forgetting: nothing remains, not in the graph and not in the files; and no guess about what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline, stores
from kg.engines import Serial
from kg.errors import UnknownError, UsageError
from kg.model import Document
from kg.stores import dump

SECRET = "Zyxwvutsrq Confidential Industries"


def profile(name: str, firm: str) -> bytes:
    job = f"### {firm} | Engineer | 01/2020 - 02/2021\n\n- Did things with Kubernetes.\n"
    return f"# {name}\n\n## Experience\n\n{job}".encode()


def test_no_byte_of_it_stays(tmp_path: Path) -> None:
    (tmp_path / "ada.md").write_bytes(profile("Ada Example", "TikTok"))
    (tmp_path / "bo.md").write_bytes(profile("Bo Unforgettablename", SECRET))
    folder = tmp_path / "graph" / "people.kg"
    store = stores.open(folder)
    pipeline.add(store, [tmp_path / "ada.md", tmp_path / "bo.md"], engine=Serial())
    assert store.traces(["Bo Unforgettablename", SECRET]) == ["Bo Unforgettablename", SECRET]
    pipeline.forget(store, str(tmp_path / "bo.md"))
    digest = dump.digest(store)
    store.close()  # an open store still removes files
    files = [path for path in folder.parent.rglob("*") if path.is_file()]
    for needle in (SECRET, "Unforgettablename", "bo.md"):
        assert not any(needle.encode() in path.read_bytes() for path in files)
    never = stores.open()
    pipeline.add(never, [tmp_path / "ada.md"], engine=Serial())
    assert digest == dump.digest(never)


def test_the_last_document_leaves_an_empty_graph() -> None:
    store = stores.open()
    pipeline.add(store, [Document("ada.md", profile("Ada Example", "TikTok"))], engine=Serial())
    pipeline.forget(store, "ada.md")
    assert list(dump.published(store)) == []


@pytest.mark.parametrize("how", ["path", "name", "key", "sha"])
def test_a_document_can_be_named_in_several_ways(tmp_path: Path, how: str) -> None:
    made = Document(str(tmp_path / "ada.md"), profile("Ada Example", "TikTok"))
    (tmp_path / "ada.md").write_bytes(made.data)
    store = stores.open()
    pipeline.add(store, [tmp_path / "ada.md"], engine=Serial())
    what = {"path": made.source, "name": "ada.md", "key": f"d{made.sha256[:8]}", "sha": made.sha256}[how]
    assert pipeline.forget(store, what).names == ("ada.md",)


def test_two_candidates_are_an_error_that_names_them(tmp_path: Path) -> None:
    store = stores.open()
    for place, firm in (("one", "TikTok"), ("two", "Google")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "cv.md").write_bytes(profile("Ada Example", firm))
        pipeline.add(store, [tmp_path / place], engine=Serial())
    with pytest.raises(UsageError, match=r"may be any of d[0-9a-f]{16} \(cv.md\), d[0-9a-f]{16}"):
        pipeline.forget(store, "cv.md")
    pipeline.forget(store, str(tmp_path / "one" / "cv.md"))
    pipeline.forget(store, "cv.md")


@pytest.mark.parametrize("what", ["nobody.md", "d", "", "dffffffffffff", "*"])
def test_what_is_not_there_is_an_error(what: str) -> None:
    store = stores.open()
    pipeline.add(store, [Document("ada.md", profile("Ada Example", "TikTok"))], engine=Serial())
    with pytest.raises(UnknownError):
        pipeline.forget(store, what)
    assert len(store.graphs()) > 1


def test_a_file_that_was_moved_is_known_by_its_bytes(tmp_path: Path) -> None:
    before, after = tmp_path / "ada.md", tmp_path / "moved.md"
    before.write_bytes(profile("Ada Example", "TikTok"))
    store = stores.open()
    pipeline.add(store, [before], engine=Serial())
    before.rename(after)
    assert pipeline.forget(store, str(after)).names == ("ada.md",)
    with pytest.raises(UnknownError):
        pipeline.forget(store, str(after))
