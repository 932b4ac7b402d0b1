"""The names we know: skills and organizations, with their aliases, read from the ontology."""
