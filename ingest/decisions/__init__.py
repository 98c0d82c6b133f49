"""What a paper asks a body to do, or says it has done."""

from ingest.decisions.doubts import doubts
from ingest.decisions.minuting import holds_resolutions
from ingest.decisions.proposing import proposes
from ingest.decisions.standing import decisions

__all__ = ["decisions", "doubts", "holds_resolutions", "proposes"]
