import zipfile
from io import BytesIO

import pytest

from kg.errors import DocumentError, LimitError
from kg.model import InlineKind

SCHEMAS = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{SCHEMAS}/officeDocument/2006/relationships"'
STYLES = f"""<w:styles {W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Base"><w:basedOn w:val="berschrift1"/><w:name w:val="My heading"/></w:style></w:styles>"""
RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="https://acme.example" TargetMode="External"/></Relationships>"""


def archive(body: str, **parts: str | bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", RELATIONSHIPS)
        for name, data in {"styles": STYLES, **parts}.items():
            file.writestr(f"word/{name}.xml", data)
    return buffer.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
BODY = "".join(
    [
        p("Work", '<w:pStyle w:val="Base"/>'),
        (
            '<w:p><w:r><w:t xml:space="preserve">Engineer at </w:t></w:r><w:hyperlink r:id="r1">'
            "<w:r><w:rPr><w:b/></w:rPr>"
            "<w:t>Acme</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>2019</w:t><w:br/><w:t>Bern</w:t></w:r>"
            "<w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
        ),
        p("deep", NUMBERED.format(1)),
        p("unseen", run="<w:vanish/>"),
        '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
        + p("Initech")
        + "</w:tc><w:tc>"
        + p("2018")
        + "</w:tc></w:tr>",
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" + p("2017") + "</w:tc></w:tr></w:tbl>",
        p("A large line", run='<w:sz w:val="32"/>'),
        p("ordinary words " * 9),
    ]
)


def test_document(parse):
    text = parse(
        archive(BODY, header1=f"<w:hdr {W}>{p('Ada Example')}</w:hdr>", footer1=f"<w:ftr {W}>{p('1')}</w:ftr>"), ".docx"
    )
    assert [(b.kind.value, b.level, b.text) for b in text.blocks][:-1] == [
        ("paragraph", 0, "Ada Example"),
        ("heading", 1, "Work"),
        ("paragraph", 0, "Engineer at Acme\t2019\nBern"),
        ("item", 2, "deep"),
        ("row", 0, "Initech\t2018"),
        ("row", 0, "Initech\t2017"),
        ("heading", 1, "A large line"),
    ]
    assert [b.text for b in text.hidden] == ["1"]
    kinds = {(i.kind, i.target) for i in text.blocks[2].inlines}
    assert kinds == {(InlineKind.LINK, "https://acme.example"), (InlineKind.STRONG, None)}
    first, last = text.offsets.bytes_span(0, 3)
    assert b"word/document.xml" not in text.document.data[first:last]
    assert 0 < first < last < len(text.document.data)


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

EBCDIC = b'<?xml version="1.0" encoding="cp037"?>' + DOCTYPE.decode().encode("cp037")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 nothing", DocumentError),
        (archive(p("x"))[:200], DocumentError),
        (archive(p("x"), styles=DOCTYPE), DocumentError),
        (archive(p("x"), numbering=DOCTYPE.decode().encode("utf-16")), DocumentError),
        (
            archive(p("x"), numbering=b'<?xml version="1.0" encoding="cp037"?>' + DOCTYPE.decode().encode("cp037")),
            DocumentError,
        ),
        (archive("<w:p>"), DocumentError),
        (archive(""), DocumentError),
        (archive(p("x"), header1=b"<a>" + b" " * 60_000_000 + b"</a>"), LimitError),
        (archive("<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300), LimitError),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, DocumentError),
    ],
    ids=["rubbish", "cut", "doctype", "utf-16", "ebcdic", "damaged", "empty", "bomb", "deep", "encrypted"],
)
def test_what_cannot_be_read(parse, data, error):
    with pytest.raises(error) as caught:
        parse(data, ".docx")
    assert caught.value.source == "cv.docx"
