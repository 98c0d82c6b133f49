"""What administrators do from Slack, and the pages that show it."""
