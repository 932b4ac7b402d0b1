"""Draw the graph as self-contained HTML."""
