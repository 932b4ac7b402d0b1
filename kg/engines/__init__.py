"""Apply a pure function to many documents."""
