"""What readers leave out of a paper, in the words of their warnings."""

DELETED = "Text marked as deleted was left out."
HIDDEN = "Hidden text was left out."
COMMENTS = "Comments were left out."
ELSEWHERE = "Text that this document takes from another file was left out."

UNSEEN = frozenset({DELETED, HIDDEN, COMMENTS})  # such text may be anything, and stays in the file
