"""What a paper says of itself: who met, when, what the paper is, and whose it is."""

from ingest.frontpage.page import marks_draft, read_front_page

__all__ = ["marks_draft", "read_front_page"]
