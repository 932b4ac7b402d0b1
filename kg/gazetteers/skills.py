"""The technologies and fields of work we know, from `ontology/skills.ttl`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from kg import ontology
from kg.gazetteers.names import skill_key
from kg.gazetteers.turtle import KG, SKOS, describe, values

FIELD = "Field"


@dataclass(frozen=True, slots=True)
class SkillTerm:
    """One technology or field of work.

    `kind` is the local name of its kg:skillKind ("ProgrammingLanguage"; "Field" is a field of work: a topic, not a
    technology). `broader` holds IRIs. `contextual` are the names that are also common words, companies or people, as
    written: they count only where the context speaks of technology. `hidden` are names to be found by and never shown:
    misspellings.
    """

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    broader: tuple[str, ...] = ()
    ambiguous: bool = False
    contextual: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, all aliases and the hidden names."""
        return (self.name, *self.aliases, *self.hidden)


@dataclass(frozen=True)
class SkillGazetteer:
    """All terms, sorted by IRI."""

    terms: tuple[SkillTerm, ...]

    @cached_property
    def _by_key(self) -> dict[str, SkillTerm]:
        keys = {skill_key(alias): term for term in reversed(self.terms) for alias in term.names}
        return keys | {skill_key(term.name): term for term in self.terms}

    @cached_property
    def _by_iri(self) -> dict[str, SkillTerm]:
        return {term.iri: term for term in self.terms}

    def find(self, name: str) -> SkillTerm | None:
        """The term of this name or alias, whatever its case and spacing; None if there is none."""
        return self._by_key.get(skill_key(name))

    def __getitem__(self, iri: str) -> SkillTerm:
        return self._by_iri[iri]


@cache
def skills() -> SkillGazetteer:
    """The shipped gazetteer of technologies, read once."""
    return SkillGazetteer(
        tuple(
            SkillTerm(
                iri=iri,
                name=about[SKOS + "prefLabel"][0],
                aliases=values(about, SKOS + "altLabel"),
                hidden=values(about, SKOS + "hiddenLabel"),
                kind=about[KG + "skillKind"][0].removeprefix(KG),
                broader=values(about, SKOS + "broader"),
                ambiguous=KG + "needsContext" in about,
                contextual=values(about, KG + "contextLabel"),
            )
            for iri, about in sorted(describe(ontology.file("skills.ttl")).items())
            if KG + "skillKind" in about
        )
    )
