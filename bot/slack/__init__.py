"""Slack itself: signing in, listening, sending, and who is who there."""
