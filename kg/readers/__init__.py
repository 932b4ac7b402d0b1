"""bytes → Text: one file per format."""
