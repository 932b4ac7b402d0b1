"""Folders: what is one, who may write, what a crash or a stranger leaves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import stores
from kg.errors import StoreError, UnknownError
from kg.stores import Change, folders

G = ox.NamedNode("http://example.org/g")
SECRET = "a sentence that was only ever in one document"


def change(value: str) -> Change:
    return Change(insert=(ox.Quad(ox.NamedNode("http://example.org/a"), ox.NamedNode("a:p"), ox.Literal(value), G),))


def fill(folder: Path, *values: str) -> None:
    store = stores.open(folder)
    for value in values:
        store.apply(change(value))
    store.flush()
    store.close()


def test_reading_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    store = stores.open(tmp_path / "none.kg")
    for read in (
        lambda: list(store.quads()),
        store.graphs,
        lambda: store.query("ASK {}"),
        lambda: store.evaluate("ASK {}"),
    ):
        with pytest.raises(UnknownError, match="kg build"):
            read()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_refuses_a_folder_with_other_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(StoreError, match="other files"):
        stores.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_refuses_a_file_and_takes_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreError, match="not a graph"):
        stores.open(tmp_path / "file")
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "empty", "one")
    assert len(list(stores.open(tmp_path / "empty").quads())) == 1


def test_one_writer_and_many_readers(tmp_path: Path) -> None:
    folder = tmp_path / "people.kg"
    writer, reader = stores.open(folder), stores.open(folder)
    writer.apply(change("one"))
    assert len(list(reader.quads())) == 1
    with pytest.raises(StoreError, match="somebody else is writing") as caught:
        reader.apply(change("two"))
    assert "\n" not in str(caught.value)
    writer.apply(change("three"))
    assert len(list(reader.quads())) == 2
    writer.close()
    reader.apply(change("two"))
    assert len(list(reader.quads())) == 3
    reader.close()


def test_a_writer_in_another_process_is_named_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "people.kg"
    fill(folder, "one")
    code = f"import pyoxigraph, sys; s = pyoxigraph.Store({str(folder)!r}); print('in', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"in\n"
        store = stores.open(folder)
        with pytest.raises(StoreError, match="somebody else is writing"):
            store.apply(change("two"))
        with pytest.raises(StoreError, match="somebody else is writing"):
            store.compact()
        assert len(list(store.quads())) == 1
        other.stdin.close()


@pytest.mark.parametrize("file", ["CURRENT", "MANIFEST*", "*.sst"])
def test_damage_is_one_clear_line(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "people.kg"
    fill(folder, "one")
    for path in folder.glob(file):
        path.write_bytes(b"damaged")
    with pytest.raises(StoreError) as caught:
        list(stores.open(folder).quads())
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_compaction_leaves_none_of_the_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "people.kg"
    store = stores.open(folder)
    store.apply(change(SECRET))
    store.apply(Change(drop=(G,), insert=change("what stays").insert))
    store.flush()
    assert any(SECRET.encode() in path.read_bytes() for path in folder.iterdir())
    store.compact()
    assert not any(SECRET.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert [quad.object.value for quad in store.quads()] == ["what stays"]
    assert [path.name for path in tmp_path.iterdir()] == ["people.kg"]


@pytest.mark.parametrize("state", ["new half built", "between the renamings", "old still there"])
def test_an_exchange_cut_short_is_finished_or_undone(tmp_path: Path, state: str) -> None:
    folder = tmp_path / "people.kg"
    fill(folder, "old")
    if state == "new half built":
        folders.spare(folder).mkdir()
        (folders.spare(folder) / "000001.sst").write_bytes(b"half")
        expected = "old"
    elif state == "between the renamings":
        fill(folders.spare(folder), "new")
        folder.rename(folders.retired(folder))
        expected = "new"
    else:
        shutil.copytree(folder, folders.retired(folder))
        expected = "old"
    store = stores.open(folder)
    assert [quad.object.value for quad in store.quads()] == [expected]
    store.apply(change("more"))
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["people.kg"]


class Killed(BaseException):
    """What a process that is killed leaves undone."""


@pytest.mark.parametrize("step", range(14))
def test_an_exchange_killed_before_any_step_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder = tmp_path / "people.kg"
    fill(folder, "kept")
    store = stores.open(folder)
    taken = 0

    def counted(act: Callable[..., object]) -> Callable[..., object]:
        def act_or_die(*arguments: object, **options: object) -> object:
            nonlocal taken
            taken += 1
            if taken > step:
                raise Killed
            return act(*arguments, **options)

        return act_or_die

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        with suppress(Killed):
            for _ in range(5):  # more than enough for all the steps of one
                store.compact()
        assert taken == step + 1
    store.close()
    again = stores.open(folder)
    assert [quad.object.value for quad in again.quads()] == ["kept"]
    again.compact()
    again.close()
    assert [path.name for path in tmp_path.iterdir()] == ["people.kg"]
