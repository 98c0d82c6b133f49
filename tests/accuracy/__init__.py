"""Facts of real papers counted against the truth: how many are read right."""
