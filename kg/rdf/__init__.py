"""Profiles and entities as quads and back, the rules that derive, the shapes that check, the JSON-LD context."""

from kg.rdf.context import context
from kg.rdf.iris import DEFAULT_BASE, Iris
from kg.rdf.mentions import mentions
from kg.rdf.quads import quads
from kg.rdf.rules import Rule, rules

__all__ = ["DEFAULT_BASE", "Iris", "Rule", "context", "mentions", "quads", "rules"]
