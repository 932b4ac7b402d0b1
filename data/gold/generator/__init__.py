"""Make the benchmark: invented people, their facts, and documents that state those facts in many layouts."""
