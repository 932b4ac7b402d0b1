"""Text → Profile: sections, entries, dates, prose, skills, people."""
