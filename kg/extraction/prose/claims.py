"""Every claim that the sentences of an outline make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.extraction.clues import is_unit
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.people.subject import subject
from kg.extraction.prose.advice.advising import advisors, labelled_advisors, listed_advisors, without_short_forms
from kg.extraction.prose.advice.students import listed_students, students
from kg.extraction.prose.lexicon import lexicon
from kg.extraction.prose.sentences import FIELDS, LISTS, Sentence, sentences
from kg.extraction.prose.study.studies import studies
from kg.extraction.prose.unspaced import unspaced
from kg.extraction.prose.work.employment import at_the_same_place, positions
from kg.extraction.words import fold
from kg.model import BlockKind, Position, Study


def claims(outline: Outline) -> list[Claim[Any]]:
    """Positions, studies, advisors and students that the document tells of in sentences, in its order."""
    name = subject(outline).name
    found: list[Claim[Any]] = [*listed_students(outline)]
    advising = [*listed_advisors(outline), *labelled_advisors(outline)]
    jobs: list[Claim[Position]] = []
    before: list[Claim[Any]] = []  # what the paragraph has told so far
    block = None
    for sentence in sentences(outline):
        if sentence.line.block is not block:
            before, block = [], sentence.line.block
        advising.extend(advisors(sentence, name, training=any(_is_training(claim.fact) for claim in before)))
        found.extend(students(sentence))
        if not _tells_of_work(sentence):
            continue
        around = _around(before)
        told = [*positions(sentence, name, around), *at_the_same_place(sentence, name, _last(before))]
        held = [claim for claim in told if _is_news(claim, sentence)]
        studied = list(studies(sentence, [claim for claim in before if isinstance(claim.fact, Study)]))
        if SectionKind.EXPERIENCE in sentence.section.path or _is_of_entry(sentence):
            studied = []
        jobs.extend(held)
        found.extend([*studied, *unspaced(sentence)])
        before.extend([*held, *studied])
    return [*found, *_joined(jobs), *without_short_forms(advising)]


def _is_training(fact: Position | Study) -> bool:
    """Whether what was told is a study or a postdoc that goes on, in which those one works with are mentors."""
    if isinstance(fact, Study):
        return fact.current
    return fact.current and "postdoc" in (fact.title or "").casefold().replace("-", "")


def _last(before: Sequence[Claim[Any]]) -> Claim[Any] | None:
    return next((claim for claim in reversed(before) if claim.fact.organization), None)


def _around(before: Sequence[Claim[Any]]) -> str | None:
    return next((claim.fact.organization for claim in reversed(before) if claim.fact.organization), None)


def _tells_of_work(sentence: Sentence) -> bool:
    """Whether a sentence may tell of the subject's own work: running text, not the fields of an entry."""
    if sentence.line.block.kind in FIELDS or sentence.line.block.kind is BlockKind.QUOTE:
        return False
    if sentence.section.kind in LISTS or sentence.section.kind is SectionKind.AWARDS:
        return _first_person(sentence) or (sentence.section.kind is SectionKind.EDUCATION and _studied(sentence))
    return True


def _studied(sentence: Sentence) -> bool:
    """Whether a sentence opens with what one did at a school, the "I" left out: "Graduated with a B.Sc. from …"."""
    return fold(sentence.text.partition(" ")[0]) in lexicon("study_verbs")


def _is_of_entry(sentence: Sentence) -> bool:
    """Whether a line under a heading among studies is an entry's own: it speaks of nobody."""
    if SectionKind.EDUCATION not in sentence.section.path:
        return False
    return not (_first_person(sentence) or _studied(sentence) or _of_third_person(sentence.text))


def _of_third_person(text: str) -> bool:
    return any(f" {word} " in f" {text}".lower() for word in ("he", "she"))


def _first_person(sentence: Sentence) -> bool:
    return " I " in f" {sentence.text}" or "I'" in sentence.text or "I’" in sentence.text


def _is_news(claim: Claim[Position], sentence: Sentence) -> bool:
    """Whether a claim says more than the entry it stands in: a team alone, inside an entry, does not."""
    inside = sentence.section.kind in LISTS or any(kind in LISTS for kind in sentence.section.path)
    fact = claim.fact
    if fact.organization is None:
        return not inside
    return not inside or fact.title is not None or not (fact.organization and is_unit(fact.organization))


def _joined(jobs: Sequence[Claim[Position]]) -> list[Claim[Position]]:
    """The positions, where "joined X in July 2019 as …" and "at X (2019–2021)" tell of one."""
    kept: list[Claim[Position]] = []
    for claim in jobs:
        fact = claim.fact
        began = fact.start is not None and fact.end is None and not fact.current
        same = next((i for i, other in enumerate(kept) if began and _continues(other.fact, fact)), None)
        if same is None:
            kept.append(claim)
            continue
        other = kept[same]
        update = {"start": fact.start, "evidence": (*other.fact.evidence, *fact.evidence)}
        kept[same] = Claim(other.fact.model_copy(update=update), other.rule, (*other.scope, *claim.scope))
    return kept


def _continues(known: Position, began: Position) -> bool:
    if not known.organization or not began.organization or fold(known.organization) != fold(began.organization):
        return False
    return known.start is not None and str(began.start).startswith(str(known.start)) and known.title is not None
