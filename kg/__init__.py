"""A knowledge graph of people, organizations and skills, read from their profile documents."""

__version__ = "0.1.0"
