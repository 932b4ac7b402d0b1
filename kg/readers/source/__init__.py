"""bytes → Source: what a document's characters are, and which bytes each of them comes from."""
