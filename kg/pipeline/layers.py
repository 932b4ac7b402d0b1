"""The graphs above the documents: a pure function of the document graphs, their file names, and what people judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg import ontology
from kg.model import Entity, Judgement, Mention
from kg.rdf.concepts import quads as describe_concepts
from kg.rdf.entities import judgements as describe_judgements
from kg.rdf.entities import quads as describe_entities
from kg.rdf.entities import read_judgements
from kg.rdf.iris import Iris, document_key
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


# What is asked of documents as quads; everything else they say is left to the rules.
_ASKED = (
    *(KG.sha256, KG.subjectMention, KG.mentionKind, KG.surface, KG.statedIn, KG.within),
    *(KG.identifiedBy, KG.alsoWritten, KG.context),
)


@dataclass
class Content:
    """What a store holds: a copy of the documents' graphs, the quads of the layers above them, and judgements.

    `shas` are the SHA-256 of the documents by their keys.
    """

    documents: ox.Store
    layers: set[ox.Quad]
    judgements: tuple[Judgement, ...]
    shas: dict[str, str]

    @classmethod
    def of(cls, store: Store, iris: Iris) -> Content:
        """Read it."""
        copy = store.copy() if store.exists() else ox.Store()
        said = judgements(copy.quads_for_pattern(None, None, None, iris.identity))
        layers: set[ox.Quad] = set()
        for graph in _layers(iris):
            layers.update(copy.quads_for_pattern(None, None, None, graph))
            copy.remove_graph(graph)
        copy.remove_graph(iris.ledger)
        shas = [quad.object.value for quad in _stating(copy, KG.sha256) if isinstance(quad.object, ox.Literal)]
        return cls(copy, layers, said, {document_key(sha): sha for sha in shas})

    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in the documents, sorted."""
        return read_mentions(quad for predicate in _ASKED for quad in _stating(self.documents, predicate))


def change(content: Content, names: Mapping[str, Iterable[str]], judged: Iterable[Judgement], iris: Iris) -> Change:
    """The smallest change that brings the layers up to date; `names` are the file names of documents by key.

    Uses up the content's copy of the documents. Raises UsageError where the judgements contradict each other.
    """
    wanted = set(build(content, names, judged, iris))
    delete, insert = content.layers - wanted, wanted - content.layers
    return Change((), tuple(sorted(delete, key=str)), tuple(sorted(insert, key=str)))


def build(
    content: Content, names: Mapping[str, Iterable[str]], judged: Iterable[Judgement], iris: Iris
) -> Iterator[ox.Quad]:
    """Every quad of the layers."""
    mentioned = content.mentions()
    known = {mention.id for mention in mentioned}
    relevant = [judgement for judgement in judged if _stands(judgement, known)]
    if not content.shas and not relevant:
        return
    documents = {mention.id: mention.document for mention in mentioned}
    found = [_labelled(entity, names, documents) for entity in resolve(mentioned, relevant)]
    scratch = content.documents
    written = _written(scratch)
    scratch.bulk_extend(describe_entities(found, iris))
    scratch.bulk_extend(describe_judgements(relevant, iris, known))
    scratch.bulk_extend(describe_concepts(written, iris))
    scratch.bulk_extend(
        quad for key, sha in content.shas.items() for quad in describe_files(sha, names.get(key, ()), iris)
    )
    scratch.bulk_load(path=ontology.file("kg.ttl"), to_graph=iris.ontology)
    for rule in rules():
        graph = {"entities": iris.entities, "derived": iris.derived}[rule.graph]
        derived = scratch.query(rule.text, use_default_graph_as_union=True)
        if not isinstance(derived, ox.QueryTriples):
            raise TypeError(f"the rule {rule.name} is no CONSTRUCT")
        scratch.extend([ox.Quad(t.subject, t.predicate, t.object, graph) for t in derived])
    for layer in _layers(iris):
        yield from scratch.quads_for_pattern(None, None, None, layer)


def _layers(iris: Iris) -> tuple[ox.NamedNode, ...]:
    return iris.entities, iris.identity, iris.derived, iris.skills, iris.provenance, iris.ontology


def _stating(store: ox.Store, predicate: str) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(None, ox.NamedNode(predicate), None, None)


def judgements(identity: Iterable[ox.Quad]) -> tuple[Judgement, ...]:
    """What people judged, as the quads of the graph "identity" have it; what rules did is not read back."""
    quads = tuple(identity)
    by = {quad.subject for quad in quads if quad.predicate.value == KG.judgedBy and _value(quad) not in RULES}
    return read_judgements(quad for quad in quads if quad.subject in by)


def _value(quad: ox.Quad) -> str:
    return quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""


def _stands(judgement: Judgement, known: set[str]) -> bool:
    """Whether both sides are still there: a judgement about a mention goes with the document of that mention."""
    return all(side in known or not _MENTION.fullmatch(side) for side in (judgement.left, judgement.right))


def _labelled(entity: Entity, names: Mapping[str, Iterable[str]], documents: Mapping[str, str]) -> Entity:
    """A person whose name no document states, told apart from others by the file's name."""
    if entity.label != UNNAMED or entity.name is not None:
        return entity
    keys = {document_key(documents[mention]) for mention in entity.mentions}
    files = sorted(name for key in keys for name in names.get(key, ()))
    return replace(entity, label=f"{UNNAMED} ({files[0]})") if files else entity


def _written(documents: ox.Store) -> list[tuple[str, str]]:
    """Each concept and each name of it, once for every document that writes it."""
    found = {
        (quad.subject.value, _value(quad), str(quad.graph_name))
        for quad in _stating(documents, KG.writtenAs)
        if isinstance(quad.subject, ox.NamedNode)
    }
    return [(concept, name) for concept, name, _ in sorted(found)]
