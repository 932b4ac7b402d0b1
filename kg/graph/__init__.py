"""`KnowledgeGraph`: the one object most people need."""

from kg.graph.knowledge_graph import KnowledgeGraph, open  # noqa: A004 - kg.open
from kg.graph.reading import Person
from kg.graph.things import Engagement, Quote, Record, Thing

__all__ = ["Engagement", "KnowledgeGraph", "Person", "Quote", "Record", "Thing", "open"]
