"""What a document may cost to read."""

from __future__ import annotations

FILE_BYTES = 50_000_000
TEXT_CHARACTERS = 5_000_000
DEPTH = 200
NODES = 500_000
ARCHIVE_MEMBERS = 1_000
ARCHIVE_RATIO = 100
EXPANSIONS = 200_000
PAGES = 200
