"""The ledger: which source on this machine held which document, and what remains to be done.

It lives in a graph of its own, so that it changes in the same atomic update as the documents, and is never exported.
Because a query sees all graphs, it holds no path: a source is a hash of its path, and the file's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath

import pyoxigraph as ox

from kg.stores.results import Rows
from kg.stores.store import Change, Store

SUFFIX = "graph/ledger"
_SELF = ox.NamedNode("urn:people-kg:ledger")
_HOLDS, _NAME, _READ_AS, _CURRENT, _ERASE = (
    ox.NamedNode(f"urn:people-kg:ledger#{term}") for term in ("holds", "name", "readAs", "current", "erase")
)

# asked by what only a ledger says, for a server may hold more graphs than can be listed
_LEDGER = f"""SELECT ?graph WHERE {{
  GRAPH ?graph {{ {{ ?document {_READ_AS} ?how }} UNION {{ {_SELF} {_CURRENT} ?version }} }}
  FILTER STRENDS(STR(?graph), "{SUFFIX}") }} LIMIT 1"""


def hidden(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | ox.Triple) -> bool:
    """Whether the graph is a ledger, which no dump, export or view shows."""
    return isinstance(graph, ox.NamedNode) and graph.value.endswith(SUFFIX)


def base_of(store: Store) -> str | None:
    """The base IRI of the graph in the store, told by the name of its ledger; None for an empty one."""
    found = store.evaluate(_LEDGER) if store.exists() else None
    names = (row[0] for row in found) if isinstance(found, Rows) else ()
    return next((_text(name).removesuffix(SUFFIX) for name in names), None)


@dataclass(frozen=True, order=True)
class Source:
    """Where a document was found: the hash of its path, its file name, and the key of the document it holds."""

    id: str
    name: str
    document: str

    @classmethod
    def of(cls, path: str, document: str) -> Source:
        """The source at a path."""
        name = PurePosixPath(path.replace("\\", "/").replace("!", "/")).name
        return cls(source_id(path), name.encode("utf-8", "replace").decode(), document)


def source_id(path: str) -> str:
    """The hash by which the ledger knows the source at a path."""
    return blake2b(path.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


class Ledger:
    """What the ledger says, in memory, and the changes to it that the next update must carry.

    `current` names the version of the layers built upon the documents, None when they are stale; `erase` says that
    something was forgotten whose bytes are still in the files.
    """

    def __init__(self, store: Store, base: str) -> None:
        self.graph = ox.NamedNode(base + SUFFIX)
        self.current: str | None = None
        self.erase = False
        self._sources: dict[str, Source] = {}
        self._holders: defaultdict[str, set[Source]] = defaultdict(set)
        self._read_as: dict[str, str] = {}
        self._delete: dict[ox.Quad, None] = {}
        self._insert: dict[ox.Quad, None] = {}
        self._load(store.quads(self.graph) if store.exists() else ())

    def source(self, path: str) -> Source | None:
        """The source at a path, if it was ever taken in."""
        return self._sources.get(source_id(path))

    def sources(self) -> list[Source]:
        """Every source, sorted."""
        return sorted(self._sources.values())

    def holders(self, document: str) -> list[Source]:
        """Every source that holds the document, sorted."""
        return sorted(self._holders.get(document, ()))

    def documents(self) -> list[str]:
        """The keys of all documents, sorted."""
        return sorted(self._read_as)

    def read_as(self, document: str) -> str | None:
        """The version and format the document was read with; None for a document that is not there."""
        return self._read_as.get(document)

    def hold(self, source: Source) -> None:
        """Say that a source holds a document, instead of whatever it held before."""
        before = self._sources.get(source.id)
        if before == source:
            return
        if before:
            self._release(before)
        self._sources[source.id] = source
        self._holders[source.document].add(source)
        self._note((), _of_source(source, self.graph))

    def read(self, document: str, read_as: str) -> None:
        """Say what a document was read with."""
        if (before := self._read_as.get(document)) is not None:
            self._note(_of_document(document, before, self.graph), ())
        self._read_as[document] = read_as
        self._note((), _of_document(document, read_as, self.graph))

    def drop(self, document: str) -> None:
        """Say nothing more about a document and its sources."""
        for source in self.holders(document):
            self._release(source)
        if (before := self._read_as.pop(document, None)) is not None:
            self._note(_of_document(document, before, self.graph), ())

    def mark(self, *, current: str | None, erase: bool) -> None:
        """Say whether the layers upon the documents are built, and whether something is still to be erased."""
        before = tuple(self._marks())
        self.current, self.erase = current, erase
        self._note(before, tuple(self._marks()))

    def take(self, change: Change = Change()) -> Change:  # noqa: B008 - frozen, and empty
        """The change together with everything noted since the last time."""
        whole = Change(change.drop, (*change.delete, *self._delete), (*change.insert, *self._insert))
        self._delete, self._insert = {}, {}
        return whole

    def _release(self, source: Source) -> None:
        del self._sources[source.id]
        self._holders[source.document].discard(source)
        self._note(_of_source(source, self.graph), ())

    def _note(self, delete: Iterable[ox.Quad], insert: Iterable[ox.Quad]) -> None:
        """Note what to write; a quad that would be inserted and deleted at once is left alone."""
        for wanted, other, quads in ((self._delete, self._insert, delete), (self._insert, self._delete, insert)):
            for quad in quads:
                if quad in other:
                    del other[quad]
                else:
                    wanted[quad] = None

    def _marks(self) -> Iterator[ox.Quad]:
        if self.current is not None:
            yield ox.Quad(_SELF, _CURRENT, ox.Literal(self.current), self.graph)
        if self.erase:
            yield ox.Quad(_SELF, _ERASE, ox.Literal("yes"), self.graph)

    def _load(self, quads: Iterable[ox.Quad]) -> None:
        holds: dict[str, str] = {}
        names: dict[str, str] = {}
        for quad in quads:
            subject, value = _text(quad.subject).rpartition(":")[2], _text(quad.object)
            if quad.predicate == _HOLDS:
                holds[subject] = value
            elif quad.predicate == _NAME:
                names[subject] = value
            elif quad.predicate == _READ_AS:
                self._read_as[subject] = value
            elif quad.predicate == _CURRENT:
                self.current = value
            elif quad.predicate == _ERASE:
                self.erase = True
        for id_, document in holds.items():
            self._sources[id_] = source = Source(id_, names.get(id_, ""), document)
            self._holders[document].add(source)


def _of_source(source: Source, graph: ox.NamedNode) -> tuple[ox.Quad, ...]:
    subject = ox.NamedNode(f"urn:people-kg:source:{source.id}")
    holds = ox.Quad(subject, _HOLDS, ox.Literal(source.document), graph)
    return holds, ox.Quad(subject, _NAME, ox.Literal(source.name), graph)


def _of_document(document: str, read_as: str, graph: ox.NamedNode) -> tuple[ox.Quad, ...]:
    return (ox.Quad(ox.NamedNode(f"urn:people-kg:document:{document}"), _READ_AS, ox.Literal(read_as), graph),)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
