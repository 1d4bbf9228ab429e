"""Publication dates of all usual forms; what cannot be read is left open, never guessed."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import day_alone, day_within, is_doubtful, iso_day


@pytest.mark.parametrize(
    "written",
    [
        "2021-03-09",
        "2021-03-09T23:30:00-05:00",
        "2021-03-09T00:30:00+09:00",
        "2021-03-09 23:59:59",
        "20210309",
        20210309,
        "Tue, 09 Mar 2021 23:10:00 GMT",
        "Tue, 9 Mar 2021 10:00:00 +0800",
        "March 9, 2021",
        "Mar. 9, 2021",
        "MARCH 9TH, 2021",
        "9 March 2021",
        "Tuesday, 9th March 2021, 10:22 GMT",
        "2021/03/09",
        "09.03.2021",
        "9-Mar-2021",
        dt.date(2021, 3, 9),
        dt.datetime(2021, 3, 9, 23, 30, tzinfo=dt.UTC),
        1615334399,
        "1615334399000",
    ],
)
def test_one_day_in_all_its_forms(written: object) -> None:
    assert iso_day(written) == "2021-03-09"


@pytest.mark.parametrize(
    "written",
    ["", "soon", "2021-02-30", "31 June 2021", "03/04/2021", "2021", "March 2021", 7, True, [2021], None, "x" * 10_000],
)
def test_what_names_no_single_day_is_none(written: object) -> None:
    assert iso_day(written) is None


def test_slashes_are_read_only_where_they_leave_one_reading() -> None:
    assert iso_day("03/25/2021") == iso_day("25/03/2021") == "2021-03-25"
    assert iso_day("04/04/2021") == "2021-04-04"


def test_a_sentence_is_no_date_line_but_holds_a_date() -> None:
    sentence = "The pact was signed on March 9, 2021 in Moscow"
    assert day_alone(sentence) is None
    assert day_within(sentence) == "2021-03-09"


def test_more_than_two_days_ahead_is_doubtful() -> None:
    today = dt.date(2021, 3, 9)
    assert not is_doubtful("2021-03-11", today)
    assert is_doubtful("2021-03-12", today)
    assert not is_doubtful(None, today)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_survives_every_form(day: dt.date) -> None:
    month = calendar.month_name[day.month]
    for written in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day:%Y/%m/%d}",
    ):
        assert iso_day(written) == day.isoformat()


@given(st.one_of(st.text(), st.floats(), st.integers(), st.binary()))
def test_never_raises(value: object) -> None:
    day = iso_day(value)
    assert day is None or dt.date.fromisoformat(day)
