"""Elements → drafts → Text: what every format is laid out with."""
