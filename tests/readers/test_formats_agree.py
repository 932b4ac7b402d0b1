import importlib.util
import re
from pathlib import Path

import pytest

from kg.model import BlockKind

_spec = importlib.util.spec_from_file_location("rendering", Path(__file__).with_name("rendering.py"))
rendering = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(rendering)

FORMATS = {".md": rendering.markdown, ".html": rendering.html, ".docx": rendering.docx, ".pdf": rendering.pdf}


def words(text):
    return [re.sub(r"\s+", " ", line) for block in text.blocks for line in block.text.split("\n")]


@pytest.mark.parametrize("suffix", FORMATS)
def test_one_profile_gives_the_same_words_in_every_format(parse, suffix):
    text = parse(FORMATS[suffix](), suffix)
    assert words(text) == [
        "Ada Example",
        "ada@example.org, Bern",
        "Work",
        "Engineer, Acme 2019 – 2020",
        "Built a compiler in Rust",
        "Ran Kubernetes",
        "Intern, Initech May 2017 – now",
        "Wrote tests",
        "Skills",
        "Languages: Rust, Go",
        "Tools: Git, Docker",
    ]
    kinds = [block.kind for block in text.blocks]
    assert next(b.level for b in text.blocks if b.kind is BlockKind.HEADING) == 1
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING]
    assert kinds[4:6] == [BlockKind.ITEM, BlockKind.ITEM]
    strong = [b.text[i.start : i.end] for b in text.blocks if b.text.startswith("Engineer") for i in b.inlines]
    assert strong[0].startswith("Engineer, Acme")
