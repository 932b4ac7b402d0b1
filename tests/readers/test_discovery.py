import os
import sys
import zipfile
from io import BytesIO

import pytest

from kg.errors import DocumentError, LimitError
from kg.model import Document
from kg.readers import READERS, find, read
from kg.readers.limits import FILE_BYTES


def test_folders_are_walked_in_order(tmp_path):
    for name in ("b.md", "a.txt", "sub/c.html", ".hidden.md", ".git/d.md", "photo.png", "notes.xyz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Ada")
    root = tmp_path.as_posix()
    assert [d.source for d in find([tmp_path])] == [f"{root}/a.txt", f"{root}/b.md", f"{root}/sub/c.html"]


def test_a_file_is_taken_whatever_it_is_called(tmp_path):
    path = tmp_path / "resume"
    path.write_text("Ada Example, engineer")
    (document,) = find([path])
    assert read(document).blocks[0].text == "Ada Example, engineer"


def test_what_cannot_be_opened_is_told_and_the_rest_goes_on(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("Ada")
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(FILE_BYTES + 1)
    os.mkfifo(tmp_path / "pipe.md")
    missing, nothing, big, pipe, good, nul = find(
        [tmp_path / n for n in ("missing.md", "empty", "big.md", "pipe.md", "a.md")] + ["a\0b"]
    )
    assert [type(found) for found in (missing, nothing, pipe, nul)] == [DocumentError] * 4
    assert isinstance(big, LimitError)
    assert isinstance(good, Document)
    assert missing.reason == "no such file or folder"


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_archives_are_read_in_memory(tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(_zip({"z.md": b"Z", "../../a.md": b"A", ".x.md": b"", "__MACOSX/a.md": b"", "pic.png": b""}))
    found = [(d.source.rpartition("/all.zip!")[2], d.data) for d in find([path])]
    assert found == [
        ("../../a.md", b"A"),
        ("z.md", b"Z"),
    ]


def test_hostile_archives(tmp_path):
    bomb, many, broken = (tmp_path / f"{n}.zip" for n in ("bomb", "many", "broken"))
    bomb.write_bytes(_zip({"a.md": b"0" * 30_000_000}))
    many.write_bytes(_zip({f"{n}.md": b"x" for n in range(1001)}))
    broken.write_bytes(_zip({"a.md": b"Ada" * 999})[:-30])
    assert isinstance(next(find([bomb])), LimitError)
    assert isinstance(next(find([many])), LimitError)
    assert isinstance(next(find([broken])), DocumentError)


def test_other_formats_are_named():
    with pytest.raises(DocumentError, match="docx or PDF"):
        read(Document("cv.doc", b"\xd0\xcf\x11\xe0"))


def test_readers_are_loaded_when_asked_for():
    code = (
        "import sys, kg.readers\n"
        "heavy = {'selectolax', 'pypdfium2', 'docx', 'markdown_it', 'docutils', 'ftfy', 'yaml', 'lxml'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    assert os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-c", code]) == 0
    assert ".md" in READERS
    assert len(READERS) == len(list(READERS))


def test_annotations_beside_documents_are_no_documents(tmp_path):
    (tmp_path / "ada.md").write_text("# Ada Example")
    (tmp_path / "ada.gold.json").write_text('{"id": "ada"}')
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("bo.md", "# Bo Example")
        archive.writestr("bo.gold.json", "{}")
    found = [document.source for document in find([tmp_path])]
    assert [source.removeprefix(tmp_path.as_posix()) for source in found] == ["/ada.md", "/all.zip!bo.md"]
    named = next(iter(find([tmp_path / "ada.gold.json"])))
    assert named.data == b'{"id": "ada"}'
