"""Lists whose inner items are indented less than Markdown asks for: by one space, or by two below a number."""

from __future__ import annotations

import re

from kg.readers.markdown.template import Working

_ITEM = re.compile(r"^( {0,20})([-*+]|\d{1,3}[.)])( {1,4})(?=\S)")
# An item, and one that stands further in than it but not as far as its words.
_SLIGHT = re.compile(r"^(?:[-*+] .*(?:\n\n?) [-*+] |\d{1,3}[.)] .*(?:\n\n?) {1,2}[-*+] )", re.MULTILINE)
_FEWEST = 2


def indented(working: Working) -> Working:
    """The text with items that stand further in than the one above them as far in as its words."""
    text = working.text
    if len(_SLIGHT.findall(text)) < _FEWEST:
        return working
    result = Working()
    outer: list[tuple[int, int]] = []
    shift = position = 0
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line)
        if item:
            shift = _shift(outer, len(item[1]), len(item[2]) + len(item[3]))
        elif line.strip() and not line[0].isspace():
            outer, shift = [], 0
        if shift and line.strip():
            _, _, at, _ = next(working.pieces(position, position + 1))
            result.add(" " * shift, at, 0)
        for first, last, at, size in working.pieces(position, position + len(line)):
            result.add(text[first:last], at, size)
        position += len(line)
    return result


def _shift(outer: list[tuple[int, int]], indent: int, mark: int) -> int:
    """How many spaces an item lacks; `outer` holds where the items around it begin, and where their words do."""
    while outer and outer[-1][0] >= indent:
        outer.pop()
    begin = max(indent, outer[-1][1]) if outer else indent
    outer.append((indent, begin + mark))
    return begin - indent
