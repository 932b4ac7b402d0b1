"""All of the graph as linked pages, for any static host."""
