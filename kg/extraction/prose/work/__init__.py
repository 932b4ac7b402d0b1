"""Work told in sentences: positions, by their verbs, nouns and openings."""
