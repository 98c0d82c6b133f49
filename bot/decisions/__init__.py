"""Lists of decisions: as they are asked for, and as they look."""
