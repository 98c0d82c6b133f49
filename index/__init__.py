"""What we know, and how to ask it."""
