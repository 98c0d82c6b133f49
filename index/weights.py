"""How much a stem counts by where it stands in a passage: the F in BM25F, for every engine."""

# A title stands over every passage of its report: at more than a body's weight it would bring up
# passages that have no word of the question, before those of other reports that have.
WEIGHTS = {"title": 1.0, "heading": 1.5, "body": 1.0, "leads": 1.5}

# A passage is as long as its heading and body, and at least this long: beside a fitting title,
# "None." is no better than a paragraph.
MEASURED = ("heading", "body")
SHORTEST = 30  # stems

LENGTH_WEIGHT, SATURATION = 0.75, 1.2  # b and k1, as in Robertson and Zaragoza's BM25F
