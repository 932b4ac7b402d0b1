"""Spans lead from what a person sees back to the content, and from there to the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Block, BlockKind, Document, Offset, OffsetMap, Run


def block_of(content: str, keep: list[bool]) -> Block:
    """A block that shows the kept characters of the content and leaves the others out as markup."""
    runs, text = [], ""
    for position, (char, kept) in enumerate(zip(content, keep, strict=True)):
        if kept:
            if runs and runs[-1].content + runs[-1].length == position:
                runs[-1] = Run(runs[-1].text, runs[-1].content, runs[-1].length + 1)
            else:
                runs.append(Run(len(text), position, 1))
            text += char
    return Block(BlockKind.PARAGRAPH, text, 0, len(content), runs=tuple(runs))


@given(
    st.text(min_size=1, max_size=40).flatmap(
        lambda s: st.tuples(st.just(s), st.lists(st.booleans(), min_size=len(s), max_size=len(s)))
    ),
    st.data(),
)
def test_a_span_of_a_block_begins_and_ends_at_its_own_characters(
    made: tuple[str, list[bool]], data: st.DataObject
) -> None:
    content, keep = made
    if not any(keep):
        return
    block = block_of(content, keep)
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    a, b = block.span(start, end)
    shown = "".join(char for char, kept in zip(content[a:b], keep[a:b], strict=True) if kept)
    assert shown == block.text[start:end]


def test_a_span_outside_the_block_is_refused() -> None:
    block = block_of("abc", [True, True, True])
    with pytest.raises(ValueError, match="no span"):
        block.span(2, 9)


def test_the_offset_map_leads_to_the_bytes() -> None:
    data = "né ðŸš€ x".encode()
    # "n" is one byte, "é" two; the broken rocket is repaired to one character; the rest is plain.
    offsets = OffsetMap(
        (
            Offset(0, 0, 1, 1),
            Offset(1, 1, 1, 2),
            Offset(2, 3, 1, 1),
            Offset(3, 4, 1, len(data) - 6),
            Offset(4, len(data) - 2, 2, 2),
        )
    )
    assert data[slice(*offsets.bytes_span(0, 2))].decode() == "né"
    assert data[slice(*offsets.bytes_span(3, 4))].decode() == "ðŸš€"
    assert data[slice(*offsets.bytes_span(5, 6))] == b"x"


def test_a_document_is_its_bytes() -> None:
    left, right = Document("a/cv.MD", b"x"), Document("b\\other.md", b"x")
    assert left.sha256 == right.sha256
    assert (left.name, left.suffix, right.name) == ("cv.MD", ".md", "other.md")
