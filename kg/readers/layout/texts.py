"""Drafts → Text: for formats whose content is the source, and for those whose content is composed of what is seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.errors import DocumentError
from kg.model import Block, BlockKind, Document, Offset, OffsetMap, Run, Text
from kg.readers.layout.draft import Draft
from kg.readers.source.characters import Source


def sourced(
    source: Source,
    drafts: Sequence[Draft],
    hidden: Sequence[Draft] = (),
    *,
    language: str | None = None,
    metadata: dict[str, str] | None = None,
) -> Text:
    """The text whose content is the source itself; DocumentError if nothing in it can be seen."""
    blocks = _placed(drafts, source.content)
    _require(blocks, source.document)
    return Text(
        document=source.document,
        content=source.content,
        blocks=blocks,
        offsets=source.offsets,
        hidden=_placed(hidden, source.content),
        encoding=source.encoding,
        language=language,
        metadata=dict(sorted((metadata or {}).items())),
    )


def composed(
    document: Document,
    drafts: Sequence[Draft],
    hidden: Sequence[Draft] = (),
    *,
    origin: OffsetMap | None = None,
    whole: tuple[int, int] | None = None,
    encoding: str = "utf-8",
    language: str | None = None,
    metadata: dict[str, str] | None = None,
) -> Text:
    """The text whose content is what is seen, block after block, the hidden ones last.

    `origin` leads from the runs of the drafts to bytes. What has no such run belongs to the bytes before it, or to
    `whole`, the (start, end) of the bytes that hold the text (all of them, if not given).
    """
    first, last = whole or (0, len(document.data))
    parts: list[str] = []
    offsets: list[Offset] = []
    shown: list[Block] = []
    unseen: list[Block] = []
    length = 0
    for draft, blocks in [(d, shown) for d in drafts] + [(d, unseen) for d in hidden]:
        if not draft.text.strip():
            continue
        if parts:
            parts.append("\n" if draft.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.PAIR) else "\n\n")
            length += len(parts[-1])
        if origin is not None:
            offsets += _offsets(draft, length, origin)
        blocks.append(draft.block(length, length + draft.length, [Run(0, length, draft.length)]))
        parts.append(draft.text)
        length += draft.length
    _require(shown, document)
    content = "".join(parts)
    mapped = tuple(offsets) or (Offset(0, first, length, last - first, even=False),)
    return Text(
        document=document,
        content=content,
        blocks=tuple(shown),
        offsets=OffsetMap(mapped),
        hidden=tuple(unseen),
        encoding=encoding,
        language=language,
        metadata=dict(sorted((metadata or {}).items())),
    )


def _offsets(draft: Draft, base: int, origin: OffsetMap) -> list[Offset]:
    result: list[Offset] = []
    for run in draft.runs:
        start, end = origin.bytes_span(run.content, run.content + (run.length if run.size is None else run.size))
        result.append(Offset(base + run.text, start, run.length, end - start, even=end - start == run.length))
    return result


def _placed(drafts: Sequence[Draft], content: str) -> tuple[Block, ...]:
    """Blocks that span their lines, markup included, as far as no neighbour shares them."""
    seen = [draft for draft in drafts if draft.runs and draft.text.strip()]
    inner = [(min(r.content for r in d.runs), max(r.content + (r.size or r.length) for r in d.runs)) for d in seen]
    spans = []
    for index, (start, end) in enumerate(inner):
        before = inner[index - 1][1] if index else 0
        after = inner[index + 1][0] if index + 1 < len(inner) else len(content)
        line = content.rfind("\n", 0, start) + 1
        stop = content.find("\n", end)
        stop = len(content) if stop < 0 else stop
        spans.append((line if before <= line else start, stop if stop <= after else end))
    return tuple(draft.block(start, end) for draft, (start, end) in zip(seen, spans, strict=True))


def _require(blocks: Sequence[Block], document: Document) -> None:
    if not any(any(character.isalnum() for character in block.text) for block in blocks):
        raise DocumentError(document.source, "nothing in it can be seen as text")


def ascending(offsets: Sequence[Offset]) -> bool:
    """Whether offsets ascend and do not overlap, as an offset map wants them."""
    return all(a.content + a.length <= b.content for a, b in pairwise(offsets))
