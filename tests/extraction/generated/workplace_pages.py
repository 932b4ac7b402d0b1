"""Headings, paragraphs, items of any depth and tables, written in three formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """A heading of a level, a paragraph, an item of a depth, or a table of rows, its text in its format's marks."""

    kind: str
    level: int
    text: str
    rows: list[list[str]] = field(default_factory=list)


def strong(text: str, suffix: str) -> str:
    """A whole line in strong type."""
    return {"md": f"**{text}**", "html": f"<b>{text}</b>"}.get(suffix, text)


def shown(nodes: Sequence[Node], suffix: str) -> str:
    """The page of the nodes."""
    return {"md": _markdown, "txt": _plain, "html": _html}[suffix](nodes)


def _markdown(nodes: Sequence[Node]) -> str:
    out: list[str] = []
    for node in nodes:
        if node.kind == "item":
            out += ["  " * (node.level - 1) + f"- {node.text}"]
            continue
        lines = [f"{'#' * node.level} {node.text}" if node.kind == "heading" else node.text]
        if node.kind == "table":
            cells = [f"| {' | '.join(row)} |" for row in node.rows]
            lines = [cells[0], "|" + "---|" * len(node.rows[0]), *cells[1:]]
        out += ["", *lines, ""]
    return "\n".join([*out, ""])


def _plain(nodes: Sequence[Node]) -> str:
    out: list[str] = []
    for node in nodes:
        if node.kind == "item":
            out.append("  " * (node.level - 1) + f"- {node.text}")
        elif node.kind == "table":
            out += ["\t".join(row) for row in node.rows]
        elif node.kind == "heading":
            out += ["", node.text.upper() if node.level == 2 else node.text, *([""] if node.level <= 2 else [])]
        else:
            out.append(node.text)
    return "\n".join([*out, ""])


def _html(nodes: Sequence[Node]) -> str:
    out: list[str] = []
    depth = 0
    for node in [*nodes, Node("end", 0, "")]:
        level = node.level if node.kind == "item" else 0
        out += ["<ul>"] * (level - depth) + ["</ul>"] * (depth - level)
        depth = level
        if node.kind == "item":
            out.append(f"<li>{node.text}</li>")
        elif node.kind == "heading":
            out.append(f"<h{node.level}>{node.text}</h{node.level}>")
        elif node.kind == "table":
            head, *rows = node.rows
            cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
            named = "".join(f"<th>{cell}</th>" for cell in head)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in (named, *cells)) + "</table>")
        elif node.kind == "paragraph":
            out.append(f"<p>{node.text}</p>")
    return "\n".join(["<html><body>", *out, "</body></html>"])
