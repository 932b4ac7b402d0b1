"""Sentences as people write them about work, studies, advisors and names, and the facts a reader takes from each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document, Period, Position
from kg.readers import read

FOLDER = Path(__file__).parent / "told"


def cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a file, each with its facts: a sentence begins a line, its facts are indented below it."""
    text: list[str] = []
    facts: list[str] = []
    _, _, listed = path.read_text(encoding="utf-8").partition("\n\n")  # the first paragraph says what the file holds
    for line in [*listed.splitlines(), ""]:
        if line.startswith("  "):
            facts.append(" ".join(line.split()))
            continue
        if text and (facts or path.stem == "nothing"):
            yield "\n".join(text), facts
            text, facts = [], []
        if line:
            text.append(line)


def told(text: str, *, named: bool) -> list[str]:
    """What a page says about its person, in the form of the files."""
    content = text if named else f"# Ada Roe\n\n{text}"
    found = extract(read(Document("page.md", content.encode())))
    facts = [_position(job) for job in found.positions]
    for study in found.education:
        level = study.level.value if study.level else "-"
        facts.append(f"studied: {study.organization or '-'} | {level} | {study.field or '-'} | {_time(study.period)}")
    facts += [f"by: {one.advisor}" for one in found.advising]
    facts += [f"advises: {one.name}" for one in found.students]
    return [f"name: {found.person.name or '-'}"] if named else sorted(fact.strip() for fact in facts)


def _position(job: Position) -> str:
    where = f"{job.organization or '-'}" + (f" / {job.unit}" if job.unit else "")
    return f"works: {where} | {job.title or '-'} | {_time(job.period)}"


def _time(period: Period) -> str:
    return str(period)


CASES = [
    pytest.param(text, facts, path.stem == "names", id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.txt"))
    for number, (text, facts) in enumerate(cases(path), 1)
]


@pytest.mark.parametrize(("text", "facts", "named"), CASES)
def test_a_sentence_tells_these_facts_and_no_others(text: str, facts: list[str], named: bool) -> None:
    assert told(text, named=named) == sorted(facts), text
