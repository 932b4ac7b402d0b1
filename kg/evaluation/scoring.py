"""Micro-averaged F1 of extracted facts against annotated ones, with every miss and every wrong fact named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.evaluation.agreement import (
    Item,
    dates_agree,
    end,
    forms,
    organization_agrees,
    pair,
    position_agrees,
    study_agrees,
    title_agrees,
)
from kg.evaluation.likeness import fold, same

HEADLINE = ("person", "position.org", "position.full", "education.org", "education.full", "advising", "skill")
METRICS = (*HEADLINE, "topic", "project", "award")
GROUNDED = ("positions", "education", "advising", "skills", "topics", "projects", "awards")
_NAMED = (("skills", "skill", "skill"), ("topics", "topic", ""), ("projects", "project", ""), ("awards", "award", ""))


@dataclass(frozen=True)
class Finding:
    """One disagreement: `what` is "missed", "wrong" or "ungrounded"; `fact` is shown as text."""

    metric: str
    document: str
    what: str
    fact: str


@dataclass
class Figure:
    """How often a metric was right, how many facts were annotated, and how many were found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of found facts that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of annotated facts that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """The figures of all metrics over a corpus, and what went wrong."""

    figures: dict[str, Figure] = field(default_factory=lambda: {metric: Figure() for metric in METRICS})
    grounded: Figure = field(default_factory=Figure)
    findings: list[Finding] = field(default_factory=list)
    documents: int = 0

    @property
    def headline(self) -> float:
        """The mean F1 of the seven metrics of the headline."""
        return sum(self.figures[metric].f1 for metric in HEADLINE) / len(HEADLINE)

    def count(
        self,
        metric: str,
        document: str,
        right: int,
        gold: int,
        found: int,
        missed: Iterable[str] = (),
        wrong: Iterable[str] = (),
    ) -> None:
        """Add one document's counts to a metric."""
        figure = self.figures[metric]
        figure.right += right
        figure.gold += gold
        figure.found += found
        self.findings += [Finding(metric, document, "missed", fact) for fact in missed]
        self.findings += [Finding(metric, document, "wrong", fact) for fact in wrong]


def score(pairs: Iterable[tuple[dict[str, Any], dict[str, Any], str | None]]) -> Score:
    """Score (annotation, extracted profile in its JSON form, the document's text or None) triples.

    A text is given where quotes must stand in it: for the formats that people write as text.
    """
    total = Score()
    for gold, found, text in pairs:
        total.documents += 1
        _person(total, gold, found)
        _dated(total, gold, found, "positions", "position", position_agrees)
        _dated(total, gold, found, "education", "education", study_agrees)
        _advising(total, gold, found)
        for key, metric, kind in _NAMED:
            _named(total, gold, found, key, metric, kind)
        if text is not None:
            _grounded(total, gold["id"], found, text)
    return total


def _person(total: Score, gold: dict[str, Any], found: dict[str, Any]) -> None:
    name = (found.get("person") or {}).get("name")
    wanted = forms(gold["person"])
    right = same(name, wanted, "person") or (gold["person"].get("name") is None and not name)
    total.count(
        "person",
        gold["id"],
        int(right),
        1,
        int(right or bool(name)),
        [] if right else wanted[:1],
        [name] if name and not right else [],
    )


def _required(golds: Sequence[Item], hit: set[int]) -> list[int]:
    """The annotated facts that count: an optional one counts only where it was found."""
    return [i for i, gold in enumerate(golds) if i in hit or not gold.get("optional")]


def _shown(fact: Item) -> str:
    parts = (fact.get("organization"), fact.get("title") or fact.get("degree"), fact.get("start"), end(fact))
    return " · ".join(str(part) for part in parts if part)


def _dated(
    total: Score, gold: dict[str, Any], found: dict[str, Any], key: str, label: str, full: Callable[[Item, Item], bool]
) -> None:
    golds, items = gold.get(key, []), found.get(key) or []
    pairs = pair(
        golds, items, organization_agrees, lambda g, f: 4 * full(g, f) + 2 * dates_agree(g, f) + title_agrees(g, f)
    )
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    # Certificates and courses are not annotated: an extra one is neither right nor wrong.
    neutral = {
        j
        for j, item in enumerate(items)
        if key == "education" and j not in used and item.get("level") in ("certificate", "other")
    }
    counted = _required(golds, hit)
    missed = [_shown(golds[i]) for i in counted if i not in hit]
    wrong = [_shown(item) for j, item in enumerate(items) if j not in used | neutral]
    total.count(f"{label}.org", gold["id"], len(pairs), len(counted), len(items) - len(neutral), missed, wrong)
    exact = [(i, j) for i, j in pairs if full(golds[i], items[j])]
    inexact = [f"{_shown(golds[i])}  <>  {_shown(items[j])}" for i, j in pairs if (i, j) not in exact]
    total.count(f"{label}.full", gold["id"], len(exact), len(counted), len(items) - len(neutral), inexact)


def _distinct(items: Iterable[Any], kind: str, key: str = "name") -> list[dict[str, Any]]:
    distinct: dict[str, dict[str, Any]] = {}
    for item in items or []:
        named = item if isinstance(item, dict) else {key: item}
        if folded := fold(named.get(key), kind):
            distinct.setdefault(folded, named)
    return list(distinct.values())


def _advising(total: Score, gold: dict[str, Any], found: dict[str, Any]) -> None:
    golds = _distinct(gold.get("advising", []), "person", "advisor")
    items = _distinct(found.get("advising") or [], "person", "advisor")
    pairs = pair(golds, items, lambda g, f: same(f["advisor"], forms(g, "advisor"), "person"))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    counted = _required(golds, hit)
    missed = [golds[i]["advisor"] for i in counted if i not in hit]
    wrong = [item["advisor"] for j, item in enumerate(items) if j not in used]
    total.count("advising", gold["id"], len(pairs), len(counted), len(items), missed, wrong)


def _named(total: Score, gold: dict[str, Any], found: dict[str, Any], key: str, metric: str, kind: str) -> None:
    golds, items = _distinct(gold.get(key, []), kind), _distinct(found.get(key) or [], kind)
    pairs = pair(golds, items, lambda g, f: same(f["name"], forms(g), kind))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    # A second surface form of a thing already found is neither right nor wrong.
    loose = {
        j for j, item in enumerate(items) if j not in used and any(same(item["name"], forms(g), kind) for g in golds)
    }
    counted = _required(golds, hit)
    missed = [golds[i]["name"] for i in counted if i not in hit]
    wrong = [item["name"] for j, item in enumerate(items) if j not in used | loose]
    total.count(metric, gold["id"], len(pairs), len(counted), len(items) - len(loose), missed, wrong)


def _grounded(total: Score, document: str, found: dict[str, Any], text: str) -> None:
    squeezed = squeeze(text)
    for key in GROUNDED:
        for fact in found.get(key) or []:
            quotes = [evidence.get("quote") for evidence in fact.get("evidence") or []]
            good = bool(quotes) and all(quote and squeeze(quote) in squeezed for quote in quotes)
            total.grounded.right += good
            total.grounded.gold += 1
            total.grounded.found += 1
            if not good:
                total.findings.append(
                    Finding("grounded", document, "ungrounded", _shown(fact) or str(fact.get("name")))
                )


def squeeze(text: str) -> str:
    """Letters and digits only, so that mended mojibake, markup and white space do not matter."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9\u0370-\uffff]+", "", re.sub("[â€™œ\ufffd“”ðŸš]+", "", folded))
