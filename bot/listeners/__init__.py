"""Each kind of Slack event, handed on to the desk."""
