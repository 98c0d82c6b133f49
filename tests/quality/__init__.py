"""`make quality`: every set of questions asked of the papers it is about."""
