"""How papers bear on one another: what was decided of what was asked, and which are copies."""
