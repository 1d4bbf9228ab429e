"""Launches that look like one told as two: joined where it is sure, else shown to a person."""

from typing import Any

import pytest

from tests.unit.test_resolve_rules import launch
from tests.unit.test_resolve_states import told

ONE, ASKED, TWO = (1, 0), (2, 1), (2, 0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"date": "2018-05-04"}, {"date": "2018-05-08"}, ASKED),
        ({"date": "2018-05-04"}, {"date": "2018-06-04"}, ASKED),
        ({"date": "2018-05-04"}, {"date": "2016-05-04"}, ASKED),
        ({"date": "2018-05-04"}, {"date": "2018-05-08", "status": "failure"}, ASKED),
        ({"date": "2018-05-04"}, {"date": "2018-11-08", "status": "failure"}, TWO),
        ({"date": "2018-05-04"}, {"date": "2018-05-05"}, ONE),
        ({"date": "2018-05-04"}, {"date": "2018-05"}, ONE),
        ({"date": "2018-05-04"}, {"date": "2018-07"}, ASKED),
        ({"date": "2018-05-04", "vehicle": "Falcon 9"}, {"date": "2018-05-04", "vehicle": "Ariane 5"}, ASKED),
        ({"date": "2018-05-04", "payloads": ("Starlink",)}, {"date": "2018-05-14", "payloads": ("Starlink",)}, TWO),
        ({"date": "2018-05-04", "payloads": ("weather satellite",)},
         {"date": "2018-05-14", "payloads": ("weather satellite",)}, TWO),
        ({"date": "2018-05-04"}, {"date": "2019-05-14", "status": "planned", "published": "2019-01-01"}, TWO),
    ],
)  # fmt: skip
def test_a_craft_that_flies_once_and_is_told_on_two_days(
    left: dict[str, Any], right: dict[str, Any], expected: tuple[int, int]
) -> None:
    facts, doubts = told(launch("a", **left), launch("b", **right))
    assert (len(facts), len(doubts)) == expected


SHARED: dict[str, Any] = {
    "date": "2017-02-15", "vehicle": "PSLV-C37", "payloads": ("Kestrel-2D", "Dove"), "site": "Sriharikota",
    "customers": ("ARE", "CHE", "IND", "ISR"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ({"date": "2017-02-16", "vehicle": "PSLV", "customers": ("ARE",)}, ONE),
        ({"date": "2017-02-15", "vehicle": "PSLV", "customers": ("ARE",)}, ONE),
        ({"date": "2017-02-19", "vehicle": "PSLV", "customers": ("ARE",)}, TWO),
        ({"date": "2017-02-15", "vehicle": "PSLV", "customers": ("KEN",)}, TWO),
        ({"date": "2017-02-15", "vehicle": "Falcon 9", "customers": ("ARE",)}, TWO),
        ({"date": "2017-02-15", "vehicle": "PSLV", "customers": ("ARE",), "site": "Kourou"}, TWO),
        ({"date": "2017-02-15", "vehicle": None, "customers": ("ARE",)}, ASKED),
        ({"date": "2017-02-15", "vehicle": None, "customers": ("KEN",)}, TWO),
        ({"date": "2017-02-15", "vehicle": "PSLV-C37", "customers": ("KEN",)}, ASKED),
    ],
)
def test_a_passenger_of_a_shared_flight(right: dict[str, Any], expected: tuple[int, int]) -> None:
    facts, doubts = told(launch("a", **SHARED), launch("b", **{"payloads": ("Plover-1",)} | right))
    assert (len(facts), len(doubts)) == expected


def test_a_name_that_flies_again_and_again_is_a_series_and_asks_nothing() -> None:
    flights = [launch(f"f{n}", payloads=("Curlew-30",), date=f"2018-{n:02}-04") for n in range(1, 6)]
    assert told(*flights) == ([{f"f{n}"} for n in range(1, 6)], [])


def test_two_months_of_one_flight_are_not_placed_by_turn() -> None:
    """Of two launches that one article tells side by side, either can be the one on a day: neither is taken."""
    day = launch("day", payloads=(), vehicle="Long March 3B", date="2018-05-04")
    sides = [launch("sides", n, payloads=(), vehicle="Long March 3B", date="2018-05", site=site)
             for n, site in enumerate((None, "Xichang"))]  # fmt: skip
    facts, doubts = told(day, *sides)
    assert facts == [{"day"}, {"sides"}, {"sides"}]
    assert doubts == [("day", "sides"), ("day", "sides")]
