"""Which mentions are one entity, and why."""
