"""Conversations: what was said before, what is suggested, and signs of work."""
