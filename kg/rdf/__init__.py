"""Profiles and entities as quads and back, the rules that derive, the shapes that check, the JSON-LD context."""
