"""Every claim that the sentences of an outline make."""

from __future__ import annotations

from typing import Any

from kg.extraction.outline import Claim, Outline
from kg.extraction.people import subject
from kg.extraction.prose.advising import advisors, listed_advisors, without_short_forms
from kg.extraction.prose.sentences import sentences
from kg.extraction.prose.students import listed_students, students


def claims(outline: Outline) -> list[Claim[Any]]:
    """Positions, studies, advisors and students that the document tells of in sentences, in its order."""
    name = subject(outline).name
    found: list[Claim[Any]] = [*listed_students(outline)]
    advising = list(listed_advisors(outline))
    for sentence in sentences(outline):
        advising.extend(advisors(sentence, name))
        found.extend(students(sentence))
    return [*found, *without_short_forms(advising)]
