"""The facts, kept in SQLite: the truth that everything else is made from."""

from index.catalogue.lookups import LeadFound
from index.catalogue.reading import Catalogue, open_catalogue
from index.catalogue.sources import KnownSource, MetSource

__all__ = [
    "Catalogue",
    "KnownSource",
    "LeadFound",
    "MetSource",
    "open_catalogue",
]
