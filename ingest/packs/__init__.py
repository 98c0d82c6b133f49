"""Files that hold several papers: where each begins, and what the agenda says of them all."""
