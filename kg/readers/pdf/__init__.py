"""PDF: words with places, put back into columns, lines and blocks."""
