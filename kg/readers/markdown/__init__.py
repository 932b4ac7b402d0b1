"""Markdown, with the HTML, front matter and templates in it."""
