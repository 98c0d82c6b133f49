"""The parts of a file that holds several papers: what they are called and known by."""

import hashlib


def part_name(source: str, place: str) -> str:
    """What a part is cited by: its file, and where in it the part begins.

    >>> part_name("papers/pack.pdf", "page=7")
    'papers/pack.pdf#page=7'
    """
    return f"{source}#{place}"


def file_of(source: str) -> str:
    """The file that a source is a part of, by its name; the source itself where it names no part.

    >>> file_of("papers/pack.pdf#page=7"), file_of("papers/pack.pdf")
    ('papers/pack.pdf', 'papers/pack.pdf')
    """
    return source.rpartition("#")[0] or source


def part_sha256(sha256: str, place: str) -> str:
    """What a part is known by: made from its file's hash and its place, and so as lasting."""
    return hashlib.sha256(f"{sha256}#{place}".encode()).hexdigest()
