"""Which mentions are one entity, and why."""

from kg.resolution.entities import UNNAMED
from kg.resolution.proposals import Proposal, proposals
from kg.resolution.resolve import resolve

__all__ = ["UNNAMED", "Proposal", "proposals", "resolve"]
