"""Studies told in sentences: by the degree, by a verb, by what somebody is."""
