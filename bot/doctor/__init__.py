"""Whether the bot could do its work, and what to do where it could not."""
