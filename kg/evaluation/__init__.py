"""How good extraction is: facts scored against annotated documents, and floors that may only rise."""

from kg.evaluation.corpus import Annotated, corpus, digest
from kg.evaluation.floors import Floors, read_floors, write_floors
from kg.evaluation.scoring import METRICS, Figure, Finding, Score, score

__all__ = [
    "METRICS",
    "Annotated",
    "Figure",
    "Finding",
    "Floors",
    "Score",
    "corpus",
    "digest",
    "read_floors",
    "score",
    "write_floors",
]
