"""The page of one person, organization or skill."""
