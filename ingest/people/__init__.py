"""Who answers for what, and who was there, as a paper names them."""

from ingest.people.leads import leads
from ingest.people.listed import all_leads

__all__ = ["all_leads", "leads"]
