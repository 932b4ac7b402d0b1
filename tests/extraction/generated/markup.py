"""How each format writes a field, a header of several lines with what stands below it, and a whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

SUFFIXES = ("md", "txt", "html", "tex")
LINK = "https://x.example"
FIELD = {
    "md": {"bold": "**{}**", "italic": "*{}*", "both": "***{}***", "link": f"[{{}}]({LINK})"},
    "html": {
        "bold": "<b>{}</b>", "italic": "<em>{}</em>", "both": "<b><i>{}</i></b>", "link": f'<a href="{LINK}">{{}}</a>',
    },
    "tex": {
        "bold": r"\textbf{{{}}}", "italic": r"\textit{{{}}}", "both": r"\textbf{{\textit{{{}}}}}",
        "link": rf"\href{{{{{LINK}}}}}{{{{{{}}}}}}",
    },
    "txt": {},
}  # fmt: skip


def field(text: str, style: str, suffix: str) -> str:
    """One field in a style of its format, its special characters escaped."""
    if suffix == "html":
        text = escape(text, quote=False)
    if suffix == "tex":
        text = text.replace("&", r"\&").replace("%", r"\%")
    return FIELD[suffix].get(style, "{}").format(text)


def entry(lines: Sequence[str], first: str, rest: str, below: Sequence[str], prose: bool, suffix: str) -> str:
    """The lines of a header, its first and its other lines set in their ways, and sentences as items or as prose."""
    below = [field(sentence, "", suffix) for sentence in below]
    return {"md": _markdown, "txt": _plain, "html": _html, "tex": _latex}[suffix](lines, first, rest, below, prose)


def _markdown(lines: Sequence[str], first: str, rest: str, below: Sequence[str], prose: bool) -> str:
    head = {"heading": "### {}", "item": "- {}", "bold": "**{}**"}.get(first, "{}")
    inner = "  " if first == "item" else ""
    out = [head.format(lines[0].replace("*", "") if first == "bold" else lines[0])]
    if first == "heading" and lines[1:]:
        out.append("")
    for line in lines[1:]:
        if rest == "item":
            out.append(f"{inner}- {line}")
        elif rest == "paragraph":
            out += [*([""] if out[-1] else []), inner + line]
        else:
            out[-1] += "  " if out[-1] else ""
            out.append(inner + (f"*{line.replace('*', '')}*" if rest == "italic" else line))
    if prose and below:
        out += ["", inner + " ".join(below)]
    elif below:
        out += [*([""] if first != "item" and rest != "item" else []), *(f"{inner}- {item}" for item in below)]
    return "\n".join([*out, ""])


def _plain(lines: Sequence[str], first: str, _: str, below: Sequence[str], prose: bool) -> str:
    inner = "  " if first == "item" else ""
    out = [("• " if first == "item" else "") + lines[0], *(inner + line for line in lines[1:])]
    out += [" ".join(below)] if prose and below else [f"  - {item}" for item in below]
    return "\n".join([*out, ""])


def _html(lines: Sequence[str], first: str, rest: str, below: Sequence[str], prose: bool) -> str:
    paragraphs = [f"<p>{line}</p>" for line in lines]
    told = [f"<p>{' '.join(below)}</p>"] if prose and below else []
    if below and not prose:
        told = ["<ul>" + "".join(f"<li>{item}</li>" for item in below) + "</ul>"]
    if first == "item":
        return "\n".join(["<li>" + "<br>".join(lines), *told, "</li>"])
    if first == "heading":
        return "\n".join([f"<h3>{lines[0]}</h3>", *paragraphs[1:], *told])
    if rest == "break":
        return "\n".join([f"<p>{'<br>'.join(lines)}</p>", *told])
    if rest == "item":
        return "\n".join(['<div class="card">', *(f"<div>{line}</div>" for line in lines), *told, "</div>"])
    return "\n".join([*paragraphs, *told])


def _latex(lines: Sequence[str], first: str, _: str, below: Sequence[str], prose: bool) -> str:
    if first == "heading":
        out = [rf"\subsection*{{{lines[0]}}}", *(rf"{line} \\" for line in lines[1:])]
    elif first == "item":
        out = [r"\item " + r" \\ ".join(lines)]
    else:
        out = [" \\\\\n".join(lines), ""]
    if prose and below:
        out += ["", " ".join(below)]
    elif below:
        out += [r"\begin{itemize}", *(rf"\item {item}" for item in below), r"\end{itemize}"]
    return "\n".join([*out, ""])


def whole(name: str, sections: Mapping[str, tuple[Sequence[str], bool]], suffix: str) -> str:
    """A page of sections, each the entries below its heading and whether they are items of one list."""
    make = {"md": "# {}\n\n", "txt": "{}\nperson@example.org\n\n", "html": "<html><body><h1>{}</h1>"}
    make["tex"] = "\\documentclass{{article}}\\begin{{document}}\n\\begin{{center}}{{\\Large {}}}\\end{{center}}\n\n"
    heading = {"md": "## {}\n\n", "html": "<h2>{}</h2>", "tex": "\\section*{{{}}}\n"}
    text = make[suffix].format(name)
    for title, (entries, listed) in sections.items():
        body = "\n".join(entries)
        if listed and suffix == "html":
            body = f"<ul>{body}</ul>"
        if listed and suffix == "tex":
            body = f"\\begin{{itemize}}\n{body}\n\\end{{itemize}}"
        text += (f"{title.upper()}\n\n" if suffix == "txt" else heading[suffix].format(title)) + body + "\n\n"
    return text + {"html": "</body></html>", "tex": "\\end{document}\n"}.get(suffix, "")
