"""A question of one's own in SPARQL; values are bound as parameters, so no name can change what is asked."""

from pathlib import Path

import kg

PROFILES = Path(__file__).resolve().parent.parent / "data" / "profiles"
QUESTION = """
SELECT ?name ?title ?when WHERE {
  ?job a kg:Employment ; org:member/rdfs:label ?name ; org:organization/(org:unitOf|org:subOrganizationOf)* ?employer .
  ?employer schema:name ?of .
  OPTIONAL { ?job schema:roleName ?title }
  OPTIONAL { ?job kg:when ?when }
} ORDER BY ?name ?when
"""

with kg.open() as graph:
    graph.add(PROFILES)
    for row in graph.select(QUESTION, of="Amazon", limits=kg.Limits(seconds=5)).records():
        print(row["name"], "·", row["title"], "·", row["when"])
