"""Which mentions of organizations and units are one, by names, abbreviations, the gazetteer and what belongs where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.gazetteers import OrganizationTerm, organizations
from kg.gazetteers.names import organization_key
from kg.model import EntityKind, Judgement, Mention
from kg.resolution.clusters import Clusters, star
from kg.resolution.names import is_part, unit_key

RULE = "rule"


def full_name(mention: Mention) -> str:
    """The longest of the names that the document gives the thing: an abbreviation stands for the name it shortens."""
    return max((mention.name or "", *mention.aliases), key=lambda name: (len(name), name))


def homonyms(mention: Mention) -> tuple[OrganizationTerm, ...]:
    """What the gazetteer knows by the name: none, one, or several that the mention's context cannot part."""
    terms = organizations().find(full_name(mention)) or organizations().find(mention.name or "")
    if len(terms) < 2:
        return terms
    context = f" {' '.join(organization_key(word) for word in mention.context)} "
    near = tuple(t for t in terms if any(f" {organization_key(place)} " in context for place in t.locations))
    return near if len(near) == 1 else terms


def authorities(mentions: Mapping[str, Mention]) -> dict[str, OrganizationTerm]:
    """Mention → the one organization the gazetteer knows by its name; never one of several."""
    found: dict[str, OrganizationTerm] = {}
    for mention in sorted(mentions.values(), key=lambda m: depth(m, mentions)):
        if mention.kind is EntityKind.ORGANIZATION:
            terms = homonyms(mention)
        elif mention.parent is None:
            terms = ()
        else:
            above = found.get(mention.parent)
            terms = tuple(t for t in homonyms(mention) if above and above.iri in ancestors(t))
        if len(terms) == 1:
            found[mention.id] = terms[0]
    return found


def ancestors(term: OrganizationTerm) -> list[str]:
    """The IRIs of everything the organization is a part of, nearest first."""
    line: list[str] = []
    wave = list(term.parents)
    while wave:
        iri = wave.pop(0)
        if iri not in line:
            line.append(iri)
            wave.extend(organizations()[iri].parents)
    return line


def depth(mention: Mention, mentions: Mapping[str, Mention]) -> int:
    """How many mentions of the same document stand above this one."""
    seen: set[str] = set()
    while mention.parent is not None and mention.parent in mentions and mention.id not in seen:
        seen.add(mention.id)
        mention = mentions[mention.parent]
    return len(seen)


def join(clusters: Clusters, mentions: Mapping[str, Mention], terms: Mapping[str, OrganizationTerm]) -> None:
    """Link organizations, then their units, then the units of those: a unit is known by what it belongs to."""
    whole = [m for m in mentions.values() if m.kind is EntityKind.ORGANIZATION]
    clusters.link(_links(whole, terms))
    units = [m for m in mentions.values() if m.kind is EntityKind.UNIT]
    clusters.link(_loose_links(whole, units, clusters, mentions, terms))
    for level in sorted({depth(m, mentions) for m in units}):
        clusters.link(_unit_links([m for m in units if depth(m, mentions) == level], clusters, mentions, terms))


def _links(mentions: Iterable[Mention], terms: Mapping[str, OrganizationTerm]) -> Iterator[Judgement]:
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention in mentions:
        key = organization_key(full_name(mention))
        if term := terms.get(mention.id):
            groups[f"both are names of {term.name}", term.iri].add(mention.id)
        elif homonyms(mention) or is_part(key):
            groups["one document, one name", key, mention.document].add(mention.id)
        else:
            groups["the same name", key].add(mention.id)
        for name in (mention.name or "", *mention.aliases):
            groups["the document gives both names", organization_key(name), mention.document].add(mention.id)
    for (reason, *_), group in groups.items():
        yield from star(group, RULE, reason)


def _loose_links(
    whole: Iterable[Mention],
    units: Iterable[Mention],
    clusters: Clusters,
    mentions: Mapping[str, Mention],
    terms: Mapping[str, OrganizationTerm],
) -> Iterator[Judgement]:
    """Links from a lab or team that stands alone to the one unit of that name in the same document."""
    named: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for unit in units:
        if unit.parent:
            named[unit.document, unit_key(full_name(unit), names_above(unit, clusters, mentions, terms))].append(unit)
    for mention in whole:
        fitting = named.get((mention.document, unit_key(full_name(mention))), [])
        if mention.id not in terms and len({clusters.root(unit.parent or "") for unit in fitting}) == 1:
            yield from star([mention.id, *(unit.id for unit in fitting)], RULE, "a unit that the document names twice")


def _unit_links(
    units: Iterable[Mention], clusters: Clusters, mentions: Mapping[str, Mention], terms: Mapping[str, OrganizationTerm]
) -> Iterator[Judgement]:
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    surfaces: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for unit in units:
        above = clusters.root(unit.parent) if unit.parent else unit.document
        parents = names_above(unit, clusters, mentions, terms)
        key: tuple[str, ...] = (above, unit_key(full_name(unit), parents))
        surfaces[key].add(organization_key(full_name(unit)))
        groups[key].add(unit.id)
        for name in (unit.name or "", *unit.aliases):
            groups[above, unit_key(name, parents), unit.document].add(unit.id)
    for key, group in groups.items():
        alike = "named alike but for a plural, a long form, “team” or the organization's name"
        reason = alike if len(surfaces[key]) > 1 else "the same name"
        yield from star(group, RULE, f"units of one organization, {reason}")


def whole_of(mention: Mention, clusters: Clusters, mentions: Mapping[str, Mention]) -> str:
    """The set of the organization, not the unit, that a mention is of: up from what it is joined with."""
    seen: set[str] = set()
    root = clusters.root(mention.id)
    while root not in seen:
        seen.add(root)
        parents = {clusters.root(p) for m in clusters.members(root) if (p := mentions[m].parent) and p in mentions}
        root = min(parents - seen, default=root)
    return root


def names_above(
    unit: Mention, clusters: Clusters, mentions: Mapping[str, Mention], terms: Mapping[str, OrganizationTerm]
) -> frozenset[str]:
    """The keys of every name of what the unit belongs to."""
    names: set[str] = set()
    for member in clusters.members(unit.parent) if unit.parent else ():
        above = mentions[member]
        names.update((above.name or "", *above.aliases))
        names.update(terms[member].names if member in terms else ())
    return frozenset(organization_key(name) for name in names if name)
