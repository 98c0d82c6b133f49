"""Rules of reading do not change without READER_VERSION, or papers held would keep old readings."""

from index.shelf import READER_VERSION
from support.reading_samples import samples
from support.readings import RAISE, Noted, changed, fingerprint, noted, readings


def test_a_change_in_what_is_read_raises_the_version() -> None:
    before, today = noted(), readings()
    otherwise = changed(before, today)
    assert before["reader_version"] != READER_VERSION or not otherwise, f"{RAISE} {otherwise}"
    assert before == {"reader_version": READER_VERSION, "papers": today}, "Run `make readings`."


def test_a_fingerprint_tells_of_words_and_not_of_bytes() -> None:
    minutes = dict(samples())["made/utf-8.txt"]
    same = (minutes, minutes.decode().encode("utf-16"))
    assert len({fingerprint(data, "a.txt") for data in same}) == 1
    assert fingerprint(minutes.replace(b"granted", b"ended"), "a.txt") != fingerprint(
        minutes, "a.txt"
    )


def test_a_paper_that_is_new_or_gone_is_no_change_of_the_rules() -> None:
    before = Noted(reader_version=1, papers={"a": "1", "b": "2"})
    assert changed(before, {"b": "2", "c": "3"}) == []
    assert changed(before, {"b": "3", "c": "3"}) == ["b"]
