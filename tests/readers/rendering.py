"""One invented profile, rendered into the formats people send: the same words must come out of all of them."""

import zlib
from io import BytesIO

NAME = "Ada Example"
CONTACT = "ada@example.org, Bern"
JOBS = [
    ("Engineer, Acme", "2019 – 2020", ["Built a compiler in Rust", "Ran Kubernetes"]),
    ("Intern, Initech", "May 2017 – now", ["Wrote tests"]),
]
SKILLS = [("Languages", "Rust, Go"), ("Tools", "Git, Docker")]


def markdown() -> bytes:
    lines = [f"# {NAME}", "", CONTACT, "", "## Work", ""]
    for title, dates, done in JOBS:
        lines += [f"**{title}** {dates}", "", *(f"- {item}" for item in done), ""]
    lines += ["## Skills", "", "| | |", "|---|---|", *(f"| **{a}** | {b} |" for a, b in SKILLS), ""]
    return "\n".join(lines).encode()


def html() -> bytes:
    jobs = "".join(
        f"<p><b>{title}</b> {dates}</p><ul>{''.join(f'<li>{item}</li>' for item in done)}</ul>"
        for title, dates, done in JOBS
    )
    rows = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in SKILLS)
    page = f"<title>CV</title><h1>{NAME}</h1><p>{CONTACT}</p><h2>Work</h2>{jobs}<h2>Skills</h2><table>{rows}</table>"
    return f'<!DOCTYPE html><html lang="en"><meta charset="utf-8">{page}</html>'.encode()


def docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(NAME, 0)
    document.add_paragraph(CONTACT)
    document.add_heading("Work", 1)
    for title, dates, done in JOBS:
        paragraph = document.add_paragraph()
        paragraph.add_run(title).bold = True
        paragraph.add_run(f" {dates}")
        for item in done:
            document.add_paragraph(item, style="List Bullet")
    document.add_heading("Skills", 1)
    table = document.add_table(len(SKILLS), 2)
    for row, (key, value) in zip(table.rows, SKILLS, strict=True):
        row.cells[0].paragraphs[0].add_run(key).bold = True
        row.cells[1].text = value
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf() -> bytes:
    lines: list[tuple[float, float, str, str]] = [(50, 22, "B", NAME), (50, 11, "R", CONTACT), (50, 15, "B", "Work")]
    for title, dates, done in JOBS:
        lines.append((50, 11, "B", f"{title}|{dates}"))
        lines += [(60, 11, "R", f"• {item}") for item in done]
    lines.append((50, 15, "B", "Skills"))
    lines += [(50, 11, "R", f"{key}: {value}") for key, value in SKILLS]
    return page(lines)


def page(lines: list[tuple[float, float, str, str]], *, top: float = 780) -> bytes:
    """A PDF of one page: lines of (left, size, font B or R, text); what follows a "|" stands at the right margin."""
    parts, y = ["BT"], top
    for left, size, font, text in lines:
        y -= size * 1.6 if font == "R" else size * 2.2
        for number, piece in enumerate(text.split("|")):
            x = left if number == 0 else 450
            parts.append(f"/{font} {size} Tf 1 0 0 1 {x} {y:.2f} Tm ({_escaped(piece)}) Tj")
    content = zlib.compress("\n".join([*parts, "ET"]).encode("cp1252"))
    font = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
    return objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</R 5 0 R/B 6 0 R>>>>>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
            font.format("Helvetica").encode(),
            font.format("Helvetica-Bold").encode(),
        ]
    )


def objects(bodies: list[bytes]) -> bytes:
    """A PDF file of these objects, the first being its catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    return bytes(out) + head + table + tail


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
