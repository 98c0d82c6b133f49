"""The cache by bytes: its bound holds, and what was used last stays."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from index.bounded import Bounded


@dataclass(frozen=True)
class Weight:
    nbytes: int


@given(sizes=st.lists(st.integers(0, 3000), max_size=40))
def test_what_is_cached_never_passes_its_bound(sizes: list[int]) -> None:
    cache: Bounded[Weight] = Bounded(5000)
    for size in sizes:
        assert cache.get(size, lambda size=size: Weight(size)) == Weight(size)  # type: ignore[misc]
        assert cache.nbytes <= 5000


def test_what_is_cached_is_made_once_and_the_least_lately_used_goes_first() -> None:
    cache: Bounded[Weight] = Bounded(2000)
    made: list[str] = []

    def get(key: str) -> None:
        cache.get(key, lambda: (made.append(key), Weight(200))[1])

    for key in ("a", "b", "a", "c", "a", "b"):  # each takes 700 with what it is kept in
        get(key)
    assert made == ["a", "b", "c", "b"]


def test_what_is_larger_than_the_bound_is_given_and_not_kept() -> None:
    cache: Bounded[Weight] = Bounded(1000)
    assert cache.get("a", lambda: Weight(5000)) == Weight(5000)
    assert cache.nbytes == 0
