"""Awards: entries of lists, and what sentences and items tell."""
