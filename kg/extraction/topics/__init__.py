"""Fields of work and interest: where they are named, and where their words begin and end."""
