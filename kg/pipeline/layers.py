"""The graphs above the documents: a pure function of the document graphs, their file names, and what people judged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from kg import ontology
from kg.model import Entity, Judgement, Mention
from kg.rdf.concepts import quads as describe_concepts
from kg.rdf.entities import judgements as describe_judgements
from kg.rdf.entities import quads as describe_entities
from kg.rdf.entities import read_judgements
from kg.rdf.iris import Iris
from kg.rdf.mentions import read as read_mentions
from kg.rdf.provenance import quads as describe_files
from kg.rdf.rules import rules
from kg.resolution import UNNAMED, resolve
from kg.resolution.entities import GAZETTEER
from kg.resolution.judged import JUDGED
from kg.resolution.organizations import RULE
from kg.stores import Change, Store
from kg.terms import KG

RULES = frozenset({RULE, GAZETTEER, JUDGED})
_MENTION = re.compile(r"m[a-z2-7]{16}")


@dataclass
class Content:
    """What a store holds, parted into the graphs of documents and the layers above them."""

    documents: list[ox.Quad] = field(default_factory=list)
    layers: set[ox.Quad] = field(default_factory=set)
    shas: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, iris: Iris) -> Content:
        """Read it, in one pass; `shas` are the SHA-256 of the documents by their keys."""
        content = cls()
        graph = re.compile(re.escape(f"{iris.base}graph/") + r"(d[0-9a-f]{16})")
        for quad in store.quads() if store.exists() else ():
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            if found := graph.fullmatch(name):
                content.documents.append(quad)
                if quad.predicate.value == KG.sha256 and isinstance(quad.object, ox.Literal):
                    content.shas[found[1]] = quad.object.value
            elif name.startswith(iris.base) and name != iris.ledger.value:
                content.layers.add(quad)
        return content

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged."""
        return tuple(judgement for judgement in read_judgements(self.layers) if judgement.by not in RULES)


def change(content: Content, names: Mapping[str, Iterable[str]], judged: Iterable[Judgement], iris: Iris) -> Change:
    """The smallest change that brings the layers up to date; `names` are the file names of documents by key.

    Raises UsageError where the judgements contradict each other.
    """
    wanted = set(build(content, names, judged, iris))
    delete, insert = content.layers - wanted, wanted - content.layers
    return Change((), tuple(sorted(delete, key=str)), tuple(sorted(insert, key=str)))


def build(
    content: Content, names: Mapping[str, Iterable[str]], judged: Iterable[Judgement], iris: Iris
) -> Iterator[ox.Quad]:
    """Every quad of the layers."""
    mentioned = read_mentions(content.documents)
    known = {mention.id for mention in mentioned}
    relevant = [judgement for judgement in judged if _stands(judgement, known)]
    if not content.shas and not relevant:
        return
    found = [_labelled(entity, names, mentioned) for entity in resolve(mentioned, relevant)]
    scratch = ox.Store()
    scratch.bulk_extend(content.documents)
    scratch.bulk_extend(describe_entities(found, iris))
    scratch.bulk_extend(describe_judgements(relevant, iris, known))
    scratch.bulk_extend(describe_concepts(_written(content.documents), iris))
    for key, sha in content.shas.items():
        scratch.bulk_extend(describe_files(sha, names.get(key, ()), iris))
    for triple in ox.parse(path=ontology.file("kg.ttl")):
        scratch.add(ox.Quad(triple.subject, triple.predicate, triple.object, iris.ontology))
    for rule in rules():
        graph = {"entities": iris.entities, "derived": iris.derived}[rule.graph]
        derived = scratch.query(rule.text, use_default_graph_as_union=True)
        if not isinstance(derived, ox.QueryTriples):
            raise TypeError(f"the rule {rule.name} is no CONSTRUCT")
        scratch.extend([ox.Quad(t.subject, t.predicate, t.object, graph) for t in derived])
    for layer in (iris.entities, iris.identity, iris.derived, iris.skills, iris.provenance, iris.ontology):
        yield from scratch.quads_for_pattern(None, None, None, layer)


def _stands(judgement: Judgement, known: set[str]) -> bool:
    """Whether both sides are still there: a judgement about a mention goes with the document of that mention."""
    return all(side in known or not _MENTION.fullmatch(side) for side in (judgement.left, judgement.right))


def _labelled(entity: Entity, names: Mapping[str, Iterable[str]], mentioned: Iterable[Mention]) -> Entity:
    """A person whose name no document states, told apart from others by the file's name."""
    if entity.label != UNNAMED or entity.name is not None:
        return entity
    documents = {f"d{m.document[:16]}" for m in mentioned if m.id in entity.mentions}
    files = sorted(name for document in documents for name in names.get(document, ()))
    return replace(entity, label=f"{UNNAMED} ({files[0]})") if files else entity


def _written(documents: Iterable[ox.Quad]) -> Iterator[tuple[str, str]]:
    """Each concept and each name of it, once for every document that writes it."""
    pairs: defaultdict[tuple[str, str], set[ox.NamedNode]] = defaultdict(set)
    for quad in documents:
        if (
            quad.predicate.value == KG.writtenAs
            and isinstance(quad.subject, ox.NamedNode)
            and isinstance(quad.object, ox.Literal)
            and isinstance(quad.graph_name, ox.NamedNode)
        ):
            pairs[quad.subject.value, quad.object.value].add(quad.graph_name)
    for pair, graphs in sorted(pairs.items(), key=lambda item: item[0]):
        for _ in graphs:
            yield pair
