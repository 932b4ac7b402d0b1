"""The graph as a networkx graph."""
