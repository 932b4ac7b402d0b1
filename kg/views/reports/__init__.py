"""The whole graph in numbers."""
