"""Which mentions of people are one person. When in doubt they are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from kg.model import Judgement, Mention, Verdict
from kg.resolution.clusters import Clusters, star
from kg.resolution.names import identity, is_full, person_key
from kg.resolution.organizations import RULE


def join(
    clusters: Clusters,
    people: Iterable[Mention],
    organization: Callable[[Mention], str | None],
    present: Mapping[str, frozenset[str]],
) -> None:
    """Link the mentions of people.

    `organization` gives the organization (root of its set) a mention stands with, `present` those that a document
    names. The subjects of two documents are one person only by hard evidence: an address that belongs to one person.
    """
    mentions = sorted(people)
    clusters.link(_by_address(mentions))
    subjects = [mention for mention in mentions if mention.subject]
    clusters.known.update({subject.id: clusters.root(subject.id) for subject in subjects})
    others = [mention for mention in mentions if not mention.subject and is_full(_key(mention))]
    clusters.link(_in_one_document(others))
    clusters.link(_at_one_organization(others, organization))
    clusters.link(_with_subjects(others, subjects, clusters, organization, present))
    clusters.link(_mutual(others, subjects))


def _key(mention: Mention) -> str:
    return person_key(mention.name or "")


def _by_address(mentions: Iterable[Mention]) -> Iterator[Judgement]:
    """Links by a shared e-mail address or profile page.

    An address under which two go by names that have nothing in common is a shared mailbox, and identifies nobody.
    """
    groups: defaultdict[str, set[Mention]] = defaultdict(set)
    for mention in mentions:
        for key in filter(None, map(identity, mention.identifiers)):
            groups[key].add(mention)
    for key, group in groups.items():
        if all(_compatible(one, other) for one, other in combinations(sorted(group), 2)):
            kind = "e-mail address" if "@" in key.partition("/")[0] else "profile page"
            yield from star((mention.id for mention in group), RULE, f"the same {kind}")


def _compatible(one: Mention, other: Mention) -> bool:
    names = [{word for name in (m.name, *m.aliases) if name for word in person_key(name).split()} for m in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _in_one_document(others: Iterable[Mention]) -> Iterator[Judgement]:
    groups: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in others:
        groups[mention.document, _key(mention)].add(mention.id)
    for group in groups.values():
        yield from star(group, RULE, "the same full name in one document")


def _at_one_organization(
    others: Iterable[Mention], organization: Callable[[Mention], str | None]
) -> Iterator[Judgement]:
    groups: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in others:
        if place := organization(mention):
            groups[_key(mention), place].add(mention.id)
    for group in groups.values():
        yield from star(group, RULE, "the same full name at the same organization")


def _mutual(others: Iterable[Mention], subjects: Iterable[Mention]) -> Iterator[Judgement]:
    """Links from two people's documents to each other: each names the other in full, as advisor or as student."""
    named: defaultdict[str, defaultdict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in others:
        named[mention.document][_key(mention)].append(mention)
    called: defaultdict[str, list[Mention]] = defaultdict(list)
    for subject in subjects:
        called[_key(subject)].append(subject)
    reason = "the same full name, and each of the two documents names the subject of the other"
    for name, (subject, *namesakes) in called.items():
        if namesakes or not is_full(name):
            continue
        for other_name, mentions in named[subject.document].items():
            others_called = called.get(other_name, [])
            if len(others_called) == 1 and name in named[others_called[0].document]:
                for mention in mentions:
                    yield Judgement(mention.id, others_called[0].id, Verdict.SAME, RULE, reason)


def _with_subjects(
    others: Iterable[Mention],
    subjects: Iterable[Mention],
    clusters: Clusters,
    organization: Callable[[Mention], str | None],
    present: Mapping[str, frozenset[str]],
) -> Iterator[Judgement]:
    """Links from somebody's advisor or student to the one person whose own document names that organization."""
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for subject in subjects:
        if is_full(_key(subject)):
            by_name[_key(subject)].append(subject)
    for mention in others:
        place = organization(mention)
        fitting = [s for s in by_name[_key(mention)] if place in present.get(s.document, ())]
        fitting = [s for s in fitting if s.document != mention.document]
        if len({clusters.root(subject.id) for subject in fitting}) == 1:
            reason = "the same full name, and the person's own document names the organization"
            for subject in fitting:
                yield Judgement(mention.id, subject.id, Verdict.SAME, RULE, reason)
