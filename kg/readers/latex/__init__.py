"""LaTeX résumés: macros are expanded, commands of unknown classes shown by their shape."""
