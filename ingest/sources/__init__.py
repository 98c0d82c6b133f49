"""Papers on the web: single addresses, lists of them, and ModernGov sites, read politely."""
