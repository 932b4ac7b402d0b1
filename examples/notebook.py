"""What a notebook shows: the last value of a cell draws itself, and other libraries take over where ours ends.

Run as a script it prints how large each picture would be.
"""

from pathlib import Path

import kg

PROFILES = Path(__file__).resolve().parent.parent / "data" / "profiles"

# %% A graph, and how much it holds
graph = kg.open()
report = graph.add(PROFILES)
print(report)
print(len(graph._repr_html_()), "characters of summary")

# %% An answer, and a person: both show themselves
rows = graph.select("coworkers", person="Dawei Liu")
print(rows._repr_html_().startswith("<table>"))
dawei = graph.person("Dawei Liu")
print(dawei._repr_html_().startswith("<iframe"))

# %% The person and two steps around, as a picture
picture = graph.view(dawei, hops=2)
print(len(picture._repr_html_()) > 1000)

# %% The same neighbourhood for networkx
network = graph.networkx(dawei, hops=1)
print(network.number_of_nodes() > 10, network.number_of_edges() > 10)

# %% Everything for rdflib
triples = graph.rdflib()
print(len(triples) > 1000)
graph.close()
