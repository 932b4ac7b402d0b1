"""What the tests of readers share: reading a string, and the invariants every text must keep."""

from pathlib import Path

import pytest

from kg.model import Document, Text
from kg.readers import READERS, read

SHARED = Path(__file__).resolve().parents[3] / "shared"
DOCUMENTS = sorted(
    path
    for folder in ("seeds", "profiles")
    for path in (SHARED / folder).glob("*.*")
    if path.suffix in READERS and not path.name.endswith(".gold.json")
)


def keeps_its_promises(text: Text) -> None:
    """A block is what its runs say, lies in its span, and leads back to bytes that hold it."""
    for block in (*text.blocks, *text.hidden):
        assert block.text == block.text.strip()
        assert block.runs
        assert 0 <= block.start < block.end <= len(text.content)
        position = 0
        for run in block.runs:
            assert run.text >= position
            position = run.text + run.length
            if run.size is None:
                assert text.content[run.content : run.content + run.length] == block.text[run.text : position]
        assert position <= len(block.text)
        start, end = block.span(0, len(block.text))
        assert 0 <= start < end <= len(text.content)
        for inline in block.inlines:
            assert 0 <= inline.start < inline.end <= len(block.text)
        for start, end in block.cells:
            assert 0 <= start <= end <= len(block.text)
        assert not block.labels or len(block.labels) == len(block.cells)
    for before, after in zip(text.offsets.offsets, text.offsets.offsets[1:], strict=False):
        assert before.content + before.length <= after.content
    for offset in text.offsets.offsets:
        assert offset.byte >= 0
        assert offset.byte + offset.size <= len(text.document.data)


@pytest.fixture
def parse():
    def parse(data: str | bytes, suffix: str = ".txt") -> Text:
        raw = data.encode() if isinstance(data, str) else data
        text = read(Document(f"cv{suffix}", raw))
        keeps_its_promises(text)
        return text

    return parse


@pytest.fixture
def check():
    return keeps_its_promises


def pytest_generate_tests(metafunc):
    if "real_document" in metafunc.fixturenames:
        metafunc.parametrize("real_document", DOCUMENTS, ids=lambda path: path.name)
