"""Data (JSON, YAML, front matter): trees whose values know where they stand, laid out as a theme would."""
