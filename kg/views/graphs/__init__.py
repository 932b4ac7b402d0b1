"""The graph view: who is connected with whom and what, and through which sentences."""
