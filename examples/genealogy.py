"""Who advised whom? The lines of advisors as a tree, and the same as a networkx graph."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

import kg

PROFILES = Path(__file__).resolve().parent.parent / "data" / "profiles"

with kg.open() as graph:
    graph.add(PROFILES)
    lines: nx.DiGraph[str] = nx.DiGraph()
    for person in graph.people():
        for advising in person.advisings:
            if advising.advisor and advising.advisor.iri != person.iri:
                where = advising.within or advising.organization
                if where or not lines.has_edge(advising.advisor.label, person.label):
                    lines.add_edge(advising.advisor.label, person.label, where=str(where or "place not stated"))

    def tell(advisor: str, depth: int = 0) -> None:
        for student in sorted(lines.successors(advisor)):
            print("    " * depth + f"└── {student} ({lines.edges[advisor, student]['where']})")
            tell(student, depth + 1)

    for root in sorted(name for name, count in lines.in_degree() if count == 0):
        print(root)
        tell(root)
    print("longest line:", " → ".join(nx.dag_longest_path(lines)))
