"""Join mentions that rules or people call the same, and keep apart those that people call different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.model import Judgement, Verdict


@dataclass
class Clusters:
    """Disjoint sets of mention ids, with the judgements that made them.

    People are heard first. A rule's link that would join what somebody called different is passed over. Links are
    taken in sorted order, so the sets depend on which links there are and never on how they arrived. A link never
    joins two mentions that are `known` to be different things (mention → what it is known to be).
    """

    judgements: tuple[Judgement, ...] = ()
    known: dict[str, str] = field(default_factory=dict)
    _root: dict[str, str] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)
    _enemies: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _reasons: defaultdict[str, list[Judgement]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Hear the people; UsageError where they contradict each other."""
        for said in sorted(self.judgements):
            if said.verdict is Verdict.SAME:
                self._join(said)
        for said in sorted(self.judgements):
            if said.verdict is Verdict.DIFFERENT:
                if self.root(said.left) == self.root(said.right):
                    raise UsageError(
                        f"judgements contradict each other: {said.left} and {said.right} are different for {said.by}, "
                        "and the same by others; withdraw one of them"
                    )
                self._enemies[said.left].add(said.right)
                self._enemies[said.right].add(said.left)

    def root(self, mention: str) -> str:
        """The smallest member of the set that the mention is in."""
        return self._root.get(mention, mention)

    def members(self, mention: str) -> list[str]:
        """The sorted members of the set that the mention is in."""
        return sorted(self._members.get(self.root(mention), [mention]))

    def reasons(self, mention: str) -> tuple[Judgement, ...]:
        """Why the members of the set are one, sorted."""
        return tuple(sorted(self._reasons.get(self.root(mention), ())))

    def link(self, links: Iterable[Judgement]) -> None:
        """Join what rules call the same, as far as people allow."""
        for link in sorted(set(links)):
            if self.root(link.left) != self.root(link.right) and not self._forbidden(link):
                self._join(link)

    def sets(self, mentions: Iterable[str]) -> Iterator[list[str]]:
        """The sets of the mentions, each sorted, in the order of their smallest members."""
        for root in sorted({self.root(mention) for mention in mentions}):
            yield self.members(root)

    def _forbidden(self, link: Judgement) -> bool:
        left, right = set(self.members(link.left)), set(self.members(link.right))
        if len({self.known[member] for member in left | right if member in self.known}) > 1:
            return True
        return any(self._enemies[member] & right for member in left if member in self._enemies)

    def _join(self, link: Judgement) -> None:
        left, right = self.root(link.left), self.root(link.right)
        keep, lose = min(left, right), max(left, right)
        self._reasons[keep].append(link)
        if keep == lose:
            return
        moved = self._members.pop(lose, [lose])
        self._members.setdefault(keep, [keep]).extend(moved)
        self._root.update(dict.fromkeys(moved, keep))
        self._reasons[keep].extend(self._reasons.pop(lose, ()))


def star(group: Iterable[str], by: str, reason: str) -> Iterator[Judgement]:
    """Links from the smallest member of a group to each other one."""
    first, *others = sorted(set(group))
    for other in others:
        yield Judgement(first, other, Verdict.SAME, by, reason)
