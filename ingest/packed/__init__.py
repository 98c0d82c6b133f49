"""Files in which papers are packed: archives, and mails with papers attached."""
