"""Profiles and entities to quads and back; shapes; the JSON-LD context."""
