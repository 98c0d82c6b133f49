"""Answers in Slack: how they look, and the buttons under them."""
