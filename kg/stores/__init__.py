"""Keep quads and answer SPARQL."""
