"""ModernGov's web service: its answers about meetings and committees, saved as XML or JSON."""
