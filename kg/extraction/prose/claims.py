"""Every claim that the sentences of an outline make."""

from __future__ import annotations

from typing import Any

from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.people import subject
from kg.extraction.prose.advising import advisors, listed_advisors, without_short_forms
from kg.extraction.prose.employment import positions
from kg.extraction.prose.sentences import Sentence, sentences
from kg.extraction.prose.students import listed_students, students
from kg.extraction.prose.studies import studies
from kg.model import BlockKind, Study


def claims(outline: Outline) -> list[Claim[Any]]:
    """Positions, studies, advisors and students that the document tells of in sentences, in its order."""
    name = subject(outline).name
    found: list[Claim[Any]] = [*listed_students(outline)]
    advising = list(listed_advisors(outline))
    recent: list[Claim[Study]] = []
    line = -1
    for sentence in sentences(outline):
        advising.extend(advisors(sentence, name))
        found.extend(students(sentence))
        if _tells_of_work(sentence):
            found.extend(positions(sentence, name))
            told = list(studies(sentence, recent if line == sentence.line.index else ()))
            recent, line = (told or recent), sentence.line.index
            found.extend(told)
    return [*found, *without_short_forms(advising)]


_ENTRIES = frozenset((BlockKind.HEADING, BlockKind.ROW, BlockKind.PAIR))
_LISTS = frozenset(
    (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.RESEARCH, SectionKind.TEACHING, SectionKind.VOLUNTEERING)
)


def _tells_of_work(sentence: Sentence) -> bool:
    """Whether a sentence may tell of the subject's own work: running text, not the fields of an entry."""
    if sentence.line.block.kind in _ENTRIES:
        return False
    if sentence.section.kind in _LISTS or SectionKind.AWARDS is sentence.section.kind:
        return " I " in f" {sentence.text}" or "I'" in sentence.text or "I’" in sentence.text
    return True
