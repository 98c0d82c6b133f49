"""Minutes that may be missing: what tells of them, and what must not."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.records import Report
from index.relating.minutes import MinutesGaps, Silence, Unminuted, named_in
from index.shelf import open_shelf
from support.meetings import told
from support.small_reports import met

TODAY = date(2025, 1, 31)
CABINET = ("Ambleford Council", "Cabinet")


def gaps(data: Path, papers: Iterable[Report], today: date = TODAY) -> list[MinutesGaps]:
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), paper.source.encode())
    with open_catalogue(data) as catalogue:
        return catalogue.minutes_gaps(today)


def minutes(day: date, text: str = "The meeting closed at nine.", **front: object) -> Report:
    return told(f"minutes {day} {front}.txt", "minutes", text, meeting_date=day, **front)


def paper(day: date, number: int = 1, **front: object) -> Report:
    return told(f"{day} {number}.txt", "report", "The gates are old.", meeting_date=day, **front)


def first_of(*months: int) -> list[date]:
    """The first day of months of 2024."""
    return [date(2024, month, 1) for month in months]


def missing_days(found: list[MinutesGaps]) -> list[date]:
    return [one.day for gap in found for one in gap.missing]


def test_a_meeting_with_reports_and_without_minutes_is_told(tmp_path: Path) -> None:
    january, february, march = first_of(1, 2, 3)
    papers = [minutes(january), minutes(march), paper(february), paper(february, 2)]
    assert gaps(tmp_path, papers) == [
        MinutesGaps(
            council=None,
            body="Cabinet",
            held=2,
            newest=march,
            usual_days=None,
            missing=(Unminuted(february, papers=2),),
            silences=(),
        )
    ]


def test_a_meeting_that_later_minutes_name_is_told_with_where(tmp_path: Path) -> None:
    january, _, march = first_of(1, 2, 3)
    naming = minutes(march, "The minutes of the meeting held on 6 February 2024 were agreed.")
    (found,) = gaps(tmp_path, [minutes(january), naming])
    assert found.missing == (Unminuted(date(2024, 2, 6), named_on=march),)


@pytest.mark.parametrize(
    ("why", "papers", "today"),
    [
        ("nothing is missing", [minutes(day) for day in first_of(1, 2, 3)], TODAY),
        ("it met before the first minutes held", [*map(minutes, first_of(2, 3)), paper(
            date(2024, 1, 1))], TODAY),
        ("its minutes may not be out yet", [*map(minutes, first_of(1, 2)), paper(
            date(2024, 3, 1))], date(2024, 4, 1)),
        ("one paper of minutes tells nothing", [minutes(date(2024, 1, 1)), paper(
            date(2024, 3, 1))], TODAY),
        ("the paper is of another body", [*map(minutes, first_of(1, 3)), paper(
            date(2024, 2, 1), body="Planning Committee")], TODAY),
        ("its day is only inferred", [*map(minutes, first_of(1, 3)), paper(
            date(2024, 2, 1), meeting_date_basis="inferred")], TODAY),
        ("minutes of that day do not say whose they are", [*map(minutes, first_of(1, 3)), paper(
            date(2024, 2, 1)), minutes(date(2024, 2, 1), body=None)], TODAY),
        ("the body is named otherwise there", [*map(minutes, first_of(1, 3)), paper(
            date(2024, 2, 1)), minutes(date(2024, 2, 1), body="The Cabinet")], TODAY),
        ("the day named is a slip for one that is held", [*map(minutes, first_of(1, 2)), minutes(
            date(2024, 3, 1), "The minutes of the meeting on 3 February 2024 were agreed.")],
            TODAY),
    ],
)  # fmt: skip
def test_nothing_is_said_to_be_missing_where(
    tmp_path: Path, why: str, papers: list[Report], today: date
) -> None:
    assert gaps(tmp_path, papers, today) == []


MONTHLY = [date(2022, 1, 4) + timedelta(days=28) * n for n in range(40)]


def test_a_stretch_far_longer_than_usual_is_told(tmp_path: Path) -> None:
    days = [*MONTHLY[:10], *MONTHLY[16:]]
    (found,) = gaps(tmp_path, map(minutes, days), MONTHLY[-1])
    assert (found.usual_days, found.missing) == (28, ())
    assert found.silences == (Silence(date(2022, 9, 13), date(2023, 3, 28)),)


def test_a_summer_without_a_meeting_is_not_told(tmp_path: Path) -> None:
    assert gaps(tmp_path, map(minutes, [*MONTHLY[:6], *MONTHLY[8:]]), MONTHLY[-1]) == []


def test_a_stretch_in_which_a_missing_meeting_is_known_of_is_told_once(tmp_path: Path) -> None:
    days = [*MONTHLY[:10], *MONTHLY[16:]]
    (found,) = gaps(tmp_path, [*map(minutes, days), paper(MONTHLY[12])], MONTHLY[-1])
    assert (found.missing, found.silences) == ((Unminuted(MONTHLY[12], papers=1),), ())


def test_minutes_that_agree_those_before_the_stretch_tell_that_nobody_met(tmp_path: Path) -> None:
    after = minutes(MONTHLY[16], "The Minutes of the meeting held on 13 September were agreed.")
    days = [*MONTHLY[:10], *MONTHLY[17:]]
    assert gaps(tmp_path, [*map(minutes, days), after], MONTHLY[-1]) == []


@pytest.mark.parametrize(
    ("today", "silences"),
    [
        (date(2025, 2, 25), ()),  # two months late
        (date(2025, 9, 1), (Silence(date(2024, 12, 31), None),)),
        (date(2027, 9, 1), ()),  # it has ceased to meet, for all that is known
    ],
)
def test_a_body_whose_minutes_stopped_is_told_while_it_may_still_meet(
    tmp_path: Path, today: date, silences: tuple[Silence, ...]
) -> None:
    found = gaps(tmp_path, map(minutes, MONTHLY), today)
    assert tuple(silence for gap in found for silence in gap.silences) == silences


def test_the_body_that_lacks_the_most_comes_first(tmp_path: Path) -> None:
    january, march, may = first_of(1, 3, 5)
    papers = [
        *(minutes(day, body=body) for body in ("Cabinet", "Council") for day in (january, may)),
        paper(march, body="Cabinet"),
        paper(march, 2, body="Council"),
        paper(date(2024, 4, 1), body="Council"),
    ]
    assert [gap.body for gap in gaps(tmp_path, papers)] == ["Council", "Cabinet"]


DAY = date(2024, 7, 2)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("RESOLVED that the minutes of the meeting held on 4 June 2024 be confirmed.", [(6, 4)]),
        ("Minutes of the Meeting 4th June: AW proposed.", [(6, 4)]),
        ("The minutes of the last meeting, held on Tuesday, 4th of June, were signed.", [(6, 4)]),
        ("the Minutes of the Meeting (via Zoom) held on 4 June were approved", [(6, 4)]),
        ("minutes of the Cabinet meeting held on 4 June 2024", [(6, 4)]),
        ("minutes of the meeting of the Cabinet of Ambleford held on 4 June 2024", [(6, 4)]),
        ("the minutes of the meetings held on 4 June and 18 June 2024", [(6, 4), (6, 18)]),
        ("minutes of the meetings of 21 May, 4 June and 18 June", [(5, 21), (6, 4), (6, 18)]),
        ("the minutes of the AGM held on 14 May 2024", [(5, 14)]),
        ("Minutes of the meeting held on 2 July 2024", []),  # this one
        ("minutes of the meeting held on 4 June 2021", []),  # too long ago to be approved now
        ("the minutes of the Planning Committee meeting held on 4 June 2024", []),
        ("minutes of the meeting of the Joint Waste Board held on 4 June 2024", []),
        ("minutes of the meeting held on 31 June 2024", []),  # no such day
        ("the meeting held on 4 June 2024 was minuted", []),
        ("the minutes were agreed. The road closed on 4 June 2024", []),
        ("minutes of the meeting were agreed; the road closed on 4 June", []),
    ],
)
def test_the_meetings_that_minutes_name_are_read(text: str, days: list[tuple[int, int]]) -> None:
    said = [date(2024, month, day) for month, day in days]
    assert list(named_in(text, CABINET, DAY)) == said
