"""Who answers for what, and who was there, as a paper names them."""

from ingest.people.leads import leads

__all__ = ["leads"]
