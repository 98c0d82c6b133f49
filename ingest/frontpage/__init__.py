"""What a paper says of itself: who met, when, what the paper is, and whose it is."""

from ingest.frontpage.page import read_front_page

__all__ = ["read_front_page"]
