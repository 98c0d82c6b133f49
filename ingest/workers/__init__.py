"""Papers read apart from everything else, in processes with limits."""
