"""The readers over real documents, where these lie beside the repository."""

import json
import re
import unicodedata

from kg.model import Document
from kg.readers import read


def letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^\w]|_", "", "".join(c for c in plain if not unicodedata.combining(c)))


def test_every_document_is_read(real_document, check):
    text = read(Document(real_document.name, real_document.read_bytes()))
    check(text)
    assert text.encoding == "utf-8"


def test_what_people_found_in_it_can_be_seen(real_document):
    """Names of organizations and skills that annotators quoted from the document are visible in its blocks."""
    gold = json.loads((real_document.parent / f"{real_document.stem}.gold.json").read_text(encoding="utf-8"))
    text = read(Document(real_document.name, real_document.read_bytes()))
    seen = letters("\n".join(block.text for block in text.blocks))
    facts = [*gold["positions"], *gold["education"]]
    wanted = [[f["organization"], *(f.get("accept") or [])] for f in facts if f.get("organization")]
    wanted += [[s["name"], *(s.get("accept") or [])] for s in gold["skills"] if not s.get("optional")]
    missing = [names[0] for names in wanted if not any(letters(name) in seen for name in names if name)]
    assert len(missing) <= len(wanted) * 0.05, missing
