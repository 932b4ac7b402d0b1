"""The graph as a networkx graph: nodes are people, organizations, skills and works; edges are what documents state.

`network` builds it; `find`, `neighbourhood` and `paths` walk it; `centrality` and `communities` measure it.
"""

from kg.analysis.measures import centrality, communities
from kg.analysis.network import network
from kg.analysis.relations import KINDS, RELATIONS, Kind, Relation
from kg.analysis.statements import Quote
from kg.analysis.times import Meeting, Stays, meetings
from kg.analysis.walks import find, neighbourhood, paths

__all__ = [
    "KINDS",
    "RELATIONS",
    "Kind",
    "Meeting",
    "Quote",
    "Relation",
    "Stays",
    "centrality",
    "communities",
    "find",
    "meetings",
    "neighbourhood",
    "network",
    "paths",
]
