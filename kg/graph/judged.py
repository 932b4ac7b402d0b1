"""What a judgement calls the two things that a person judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import UnknownError, UsageError
from kg.gazetteers.names import organization_key
from kg.graph.reading import rows
from kg.queries import Kind, resolve
from kg.stores import Store
from kg.stores.ledger import base_of

_ID = re.compile(r"m[a-z2-7]{16}")
_KIND = "SELECT ?kind WHERE { ?mention kg:mentionKind ?kind }"
_MENTIONS = """SELECT ?mention ?surface WHERE {
  ?mention kg:refersTo ?entity OPTIONAL { ?mention kg:surface|kg:alsoWritten ?surface } }"""


def sides(store: Store, left: str, right: str) -> tuple[str, str]:
    """The two as a judgement names them: mentions by their ids, organizations by a name that documents write.

    What is said of an organization by its name holds for every mention of that name, so a name that no document writes
    yet may stand beside it. UnknownError for any other name that nothing has, UsageError for one that several have.
    """
    found = [(_things(store, who), who) for who in (left, right)]
    unknown = [who for things, who in found if things is None]
    if unknown and not any(things and things[0] is Kind.ORGANIZATION for things, _ in found):
        raise UnknownError(f"nothing in this graph is called {' or '.join(map(repr, unknown))}")
    one, other = (who if things is None else _called(store, who, *things) for things, who in found)
    return one, other


def words(store: Store, who: str) -> frozenset[str]:
    """Everything by which a judgement may have named it: its name as given, and its mentions."""
    things = _things(store, who)
    if things is None or things[0] is Kind.TEXT:
        return frozenset({who})
    return frozenset({who, *_mentions(store, who, things[1])[0]})


def _things(store: Store, who: str) -> tuple[Kind, list[ox.NamedNode]] | None:
    """What has that name or IRI, and of which kind; None for what nothing has."""
    if _ID.fullmatch(who) and (base := base_of(store)):
        mention = ox.NamedNode(f"{base}mention/{who}")
        if any(True for _ in rows(store, _KIND, mention=mention.value)):
            return Kind.TEXT, [mention]
    people, organizations = (_named(store, kind, who) for kind in (Kind.PERSON, Kind.ORGANIZATION))
    if people and len(people) + len(organizations) > 1:
        candidates = ", ".join(thing.value for thing in (*people, *organizations))
        raise UsageError(f"{who!r} may be any of {candidates}; name one by its IRI")
    if people:
        return Kind.PERSON, people
    return (Kind.ORGANIZATION, organizations) if organizations else None


def _named(store: Store, kind: Kind, who: str) -> list[ox.NamedNode]:
    try:
        return resolve(store, kind, who)
    except UnknownError:
        return []


def _called(store: Store, who: str, kind: Kind, things: Iterable[ox.NamedNode]) -> str:
    """An organization by the name given where documents write it, all else by a mention of it."""
    if kind is Kind.TEXT:
        return who
    mentions, written = _mentions(store, who, things)
    if not mentions:
        raise UnknownError(f"no document mentions {who!r}")
    return who if kind is Kind.ORGANIZATION and written else min(mentions)


def _mentions(store: Store, who: str, things: Iterable[ox.NamedNode]) -> tuple[set[str], bool]:
    """The ids of the mentions of the things, and whether they write that very name; if some do, only those."""
    surfaces: defaultdict[str, set[str]] = defaultdict(set)
    for thing in things:
        for mention, surface in rows(store, _MENTIONS, entity=thing.value):
            if isinstance(mention, ox.NamedNode):
                surfaces[mention.value.rpartition("/")[2]].add(surface.value if isinstance(surface, ox.Literal) else "")
    wanted = organization_key(who)
    written = {mention for mention, names in surfaces.items() if wanted in map(organization_key, names)}
    return written or set(surfaces), bool(written)
