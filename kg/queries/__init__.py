"""The questions people ask, as SPARQL with bound parameters."""
