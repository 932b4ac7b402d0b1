"""Projects: entries of lists, links to repositories, and what sentences tell."""
