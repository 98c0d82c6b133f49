"""Following a subject: what somebody follows, and what is new on it."""
