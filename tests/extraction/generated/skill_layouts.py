"""Layouts of lists of technologies, in each format."""

from __future__ import annotations

import random
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generated.skills import Hand

_COMMON = (
    "line", "labelled lines", "labelled items", "items", "labels above", "subheadings", "sentence", "dashes",
)  # fmt: skip
LAYOUTS = {
    "md": (*_COMMON, "table", "rated table", "badges", "icons", "code", "bold labels", "nested", "list in label"),
    "txt": (*_COMMON, "columns", "nested"),
    "html": (*_COMMON, "table", "rated table", "chips", "definitions", "bars", "bold labels", "inline labels"),
    "tex": (*_COMMON, "bold labels", "tabular"),
}
_LEVEL = ("advanced", "basic", "expert", "intermediate", "proficient", "beginner")

Groups = dict[str, list[str]]


def body(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    """The lists of a section in one layout."""
    noted = {label: [_noted(item, how, chance, suffix) for item in items] for label, items in groups.items()}
    if how.layout in ("badges", "icons", "bars", "rated table", "code", "sentence"):
        noted = groups
    return _MAKERS[how.layout](noted, how, chance, suffix)


def _noted(item: str, how: Hand, chance: random.Random, suffix: str) -> str:
    level = chance.choice(_LEVEL)
    percent = "\\%" if suffix == "tex" else "%"
    return {
        "": item, "(level)": f"{item} ({level})", "(years)": f"{item} ({chance.randint(2, 9)} years)",
        "percent": f"{item} {chance.randint(4, 9)}0{percent}", "stars": f"{item} {'★' * 4}☆",
        "- level": f"{item} - {level}", ": level": f"{item}: {level.title()}",
    }[how.note]  # fmt: skip


def _escape(text: str, suffix: str) -> str:
    if suffix == "html":
        return escape(text, quote=False)
    return text.replace("&", "\\&").replace("#", "\\#").replace("_", "\\_") if suffix == "tex" else text


def _separated(items: list[str], how: Hand) -> str:
    separator = how.separator
    if how.note in ("- level", ": level") and separator in (" - ", " / "):
        separator = ", "
    if separator == " / " and any("/" in item for item in items):
        separator = ", "
    if how.last and separator == ", " and len(items) > 1:
        return f"{separator.join(items[:-1])}{how.last}{items[-1]}"
    return separator.join(items)


def _lines(lines: list[str], suffix: str, *, items: bool = False) -> str:
    lines = [_escape(line, suffix) for line in lines]
    if suffix == "html":
        return (
            "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
            if items
            else "".join(f"<p>{line}</p>" for line in lines)
        )
    if suffix == "tex":
        if items:
            return "\\begin{itemize}\n" + "\n".join(f"\\item {line}" for line in lines) + "\n\\end{itemize}"
        return " \\\\\n".join(lines)
    if suffix == "txt":
        return "\n".join(("• " if items else "") + line for line in lines)
    return "\n".join(f"- {line}" for line in lines) if items else "\n\n".join(lines)


def _line(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    return _lines([_separated([item for items in groups.values() for item in items], how)], suffix)


def _labelled(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    lines = [f"{label}: {_separated(items, how)}" for label, items in groups.items()]
    return _lines(lines, suffix, items=how.layout == "labelled items")


def _items(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    return _lines([item for items in groups.values() for item in items], suffix, items=True)


def _dashes(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    dash = chance.choice((" — ", " – ", " - "))
    separator = how.separator if how.separator != " - " else ", "
    items = how.note != "- level"
    return _lines([label + dash + separator.join(items) for label, items in groups.items()], suffix, items=items)


def _above(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    out = []
    for label, items in groups.items():
        out += [_lines([label + chance.choice((":", ""))], suffix), _lines(items, suffix, items=True)]
    return "\n\n".join(out)


def _subheadings(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    head = {"md": "### {}\n", "html": "<h3>{}</h3>", "tex": "\\subsection*{{{}}}", "txt": "{}:"}[suffix]
    items = chance.random() < 0.5
    out = []
    for label, group in groups.items():
        lines = group if items else [_separated(group, how)]
        out.append(head.format(_escape(label, suffix)) + "\n" + _lines(lines, suffix, items=items))
    return "\n\n".join(out)


def _sentence(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    begins = (
        "Proficient in",
        "Experienced with",
        "I work with",
        "I mostly use",
        "Comfortable with",
        "Good knowledge of",
    )
    lines = []
    for items in groups.values():
        joined = ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else items[0]
        lines.append(f"{chance.choice(begins)} {joined}.")
    return _lines([" ".join(lines)] if chance.random() < 0.5 else lines, suffix)


def _bold(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    bold = {
        "md": chance.choice(("**{}:** {}", "**{}**: {}", "- **{}:** {}", "**{}** {}", "**{}**  \n{}")),
        "html": chance.choice(("<p><strong>{}:</strong> {}</p>", "<li><b>{}</b> {}</li>", "<p><b>{}</b><br>{}</p>")),
        "tex": chance.choice(("\\textbf{{{}}}: {} \\\\", "\\textbf{{{}}}{{: {}}} \\\\", "\\item \\textbf{{{}:}} {}")),
    }[suffix]
    lines = [
        bold.format(_escape(label, suffix), _escape(_separated(items, how), suffix)) for label, items in groups.items()
    ]
    text = ("\n" if bold.startswith(("- ", "\\", "<")) else "\n\n").join(lines)
    if bold.startswith("<li>"):
        return f"<ul>{text}</ul>"
    return f"\\begin{{itemize}}\n{text}\n\\end{{itemize}}" if bold.startswith("\\item") else text


def _table(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    rows = [(label, _separated(items, how)) for label, items in groups.items()]
    if how.separator == " | " and suffix == "md":
        rows = [(label, cell.replace(" | ", ", ")) for label, cell in rows]
    return _rows([chance.choice((("Area", "Technologies"), ("Category", "Skills"), ("", ""))), *rows], suffix)


def _rated(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    rows = [
        (item, chance.choice(_LEVEL).title(), f"{chance.randint(1, 9)} years")
        for items in groups.values()
        for item in items
    ]
    width = chance.choice((2, 3))
    return _rows([("Technology", "Level", "Experience")[:width], *(row[:width] for row in rows)], suffix)


def _rows(rows: list[tuple[str, ...]], suffix: str) -> str:
    if suffix == "html":
        head, *rest = rows
        th = "".join(f"<th>{cell}</th>" for cell in head)
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest)
        return f"<table><tr>{th}</tr>{body}</table>"
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _badges(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    style = chance.choice(("alt", "no alt", "html", "tag"))
    out = []
    for items in groups.values():
        for item in items:
            path = item.replace(" ", "%20" if style != "html" else "_").replace("#", "%23").replace("-", "--")
            slug = item.lower().replace(" ", "").replace(".", "dot").replace("+", "plus").replace("#", "sharp")
            url = f"https://img.shields.io/badge/{path}-3776AB?style=for-the-badge&logo={slug}&logoColor=white"
            alt = item if style in ("alt", "tag") else ""
            out.append(f'<img src="{url}" alt="{alt}">' if style in ("html", "tag") else f"![{alt}]({url})")
    return chance.choice((" ", "\n")).join(out)


ICONS = {
    "Python": "py", "JavaScript": "js", "TypeScript": "ts", "Go": "go", "Rust": "rust", "C++": "cpp", "C#": "cs",
    "Java": "java", "Ruby": "ruby", "PHP": "php", "Kotlin": "kotlin", "React": "react", "Vue": "vue",
    "Node.js": "nodejs", "Next.js": "nextjs", "Express": "express", "Django": "django", "Flask": "flask",
    "Docker": "docker", "Kubernetes": "kubernetes", "Git": "git", "Linux": "linux", "AWS": "aws",
    "PostgreSQL": "postgres", "MySQL": "mysql", "MongoDB": "mongodb", "Redis": "redis", "Figma": "figma",
    "Tailwind CSS": "tailwind", "Blender": "blender", "Arduino": "arduino", "HTML": "html", "CSS": "css",
}  # fmt: skip


_DEVICONS = {
    "C++": "cplusplus", "C#": "csharp", "Vue": "vuejs", "AWS": "amazonwebservices", "Tailwind CSS": "tailwindcss",
    "HTML": "html5", "CSS": "css3",
}  # fmt: skip


def _icons(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    named = [item for items in groups.values() for item in items]
    style = chance.choice(("one", "each", "devicon"))
    if style == "one":
        joined = ",".join(ICONS[item] for item in named)
        return f"[![My Skills](https://skillicons.dev/icons?i={joined})](https://skillicons.dev)"
    if style == "each":
        return " ".join(f'<img src="https://skillicons.dev/icons?i={ICONS[item]}" height="40">' for item in named)
    slugs = [_DEVICONS.get(item, item.lower().replace(".", "")) for item in named]
    address = "https://cdn.jsdelivr.net/gh/devicons/devicon/icons"
    return "\n".join(f'<img src="{address}/{slug}/{slug}-original.svg" width="40"/>' for slug in slugs)


def _code(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    form = chance.choice(("yaml", "js", "yaml lists", "python"))
    keys = {
        label.lower().replace(" & ", "_and_").replace(" ", "_").replace("/", "_"): items
        for label, items in groups.items()
    }
    if form == "yaml":
        lines = ["name: Ann Roe", "role: Clerk", *(f"{key}: [{', '.join(items)}]" for key, items in keys.items())]
        return "```yaml\n" + "\n".join(lines) + "\n```"
    quoted = {key: ", ".join(f'"{item}"' for item in items) for key, items in keys.items()}
    if form == "js":
        lines = ['  name: "Ann Roe",', '  role: "Clerk",', *(f"  {key}: [{items}]," for key, items in quoted.items())]
        return "```javascript\nconst me = {\n" + "\n".join(lines) + "\n};\n```"
    if form == "python":
        lines = [
            '        self.name = "Ann Roe"',
            '        self.role = "Clerk"',
            *(f"        self.{key} = [{items}]" for key, items in quoted.items()),
        ]
        return "```python\nclass Me:\n    def __init__(self):\n" + "\n".join(lines) + "\n```"
    lines = ["name: Ann Roe", "location: Leeds"]
    for key, items in keys.items():
        lines += [f"{key}:", *(f"  - {item}" for item in items)]
    return "```yaml\n" + "\n".join(lines) + "\n```"


def _nested(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    bullet, inner = ("- ", "  - ") if suffix == "md" else ("• ", "    o ")
    out = []
    for label, items in groups.items():
        out += [bullet + label, *(inner + item for item in items)]
    return "\n".join(out)


def _in_label(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    return "\n".join(f"- {label} ({', '.join(items)})" for label, items in groups.items())


def _columns(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    width = max(map(len, groups)) + 3
    return "\n".join(label.ljust(width) + _separated(items, how) for label, items in groups.items())


def _chips(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    tag = chance.choice(("span", "span", "div", "li", "a"))
    gap = chance.choice((" ", "\n", ""))
    out = []
    for label, items in groups.items():
        chips = gap.join(f'<{tag} class="tag">{escape(item)}</{tag}>' for item in items)
        chips = f"<ul>{chips}</ul>" if tag == "li" else f'<div class="tags">{chips}</div>'
        out.append((f"<h4>{escape(label)}</h4>" if how.labels != "none" else "") + chips)
    return "\n".join(out)


def _definitions(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    several = chance.random() < 0.5
    out = []
    for label, items in groups.items():
        told = items if several else [_separated(items, how)]
        out.append(f"<dt>{escape(label)}</dt>" + "".join(f"<dd>{escape(item)}</dd>" for item in told))
    return "<dl>" + "".join(out) + "</dl>"


def _bars(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    out = []
    for items in groups.values():
        for item in items:
            share = chance.randint(3, 10) * 10
            bar = f'<div class="bar"><div style="width:{share}%">{chance.choice((f"{share}%", ""))}</div></div>'
            out.append(f'<div class="skill"><span>{escape(item)}</span>{bar}</div>')
    return "\n".join(out)


def _inline(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    return (
        "<p>"
        + "<br>".join(f"<b>{escape(label)}</b>: {escape(_separated(items, how))}" for label, items in groups.items())
        + "</p>"
    )


def _tabular(groups: Groups, how: Hand, chance: random.Random, suffix: str) -> str:
    rows = " \\\\\n".join(
        f"\\textbf{{{_escape(label, suffix)}}} & {_escape(_separated(items, how), suffix)}"
        for label, items in groups.items()
    )
    return f"\\begin{{tabular}}{{ll}}\n{rows} \\\\\n\\end{{tabular}}"


_MAKERS = {
    "line": _line, "labelled lines": _labelled, "labelled items": _labelled, "items": _items, "labels above": _above,
    "subheadings": _subheadings, "sentence": _sentence, "dashes": _dashes, "table": _table, "rated table": _rated,
    "badges": _badges, "icons": _icons, "code": _code, "bold labels": _bold, "nested": _nested,
    "list in label": _in_label, "columns": _columns, "chips": _chips, "definitions": _definitions, "bars": _bars,
    "inline labels": _inline, "tabular": _tabular,
}  # fmt: skip
