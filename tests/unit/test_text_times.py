"""Time expressions: the date that each wording stands for, and that nothing is filled in by default."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.times import Reference, find

TODAY = date(2023, 6, 21)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on March 9, 2021", "2021-03-09"),
        ("on 9 March 2021", "2021-03-09"),
        ("on 2021-03-09", "2021-03-09"),
        ("in March 2021", "2021-03"),
        ("in 2021", "2021"),
        ("on Tuesday", "2023-06-20"),
        ("on Wednesday", "2023-06-21"),
        ("on Monday, June 12, 2023", "2023-06-12"),
        ("last Friday", "2023-06-16"),
        ("yesterday", "2023-06-20"),
        ("on April 14", "2023-04-14"),
        ("on December 14", "2022-12-14"),
        ("in October", "2022-10"),
        ("in May last year", "2022-05"),
        ("last month", "2023-05"),
        ("two years ago", "2021"),
        ("in the first quarter of 2022", "2022"),
        ("between Feb. 8 and 25, 2016", "2016-02"),
        ("in January or February 2022", "2022"),
        ("by the end of the year", "2023"),
    ],
)
def test_what_the_words_stand_for(words: str, value: str) -> None:
    found = [t.value for t in find(words, 0, len(words), Reference(TODAY)) if t.value]
    assert found == [value]


@pytest.mark.parametrize(
    ("words", "value"), [("on Friday", "2023-06-23"), ("on March 3", "2024-03-03"), ("in May", "2024-05")]
)
def test_a_coming_event_takes_the_next_date(words: str, value: str) -> None:
    (time,) = find(words, 0, len(words), Reference(TODAY))
    assert time.in_tense("future", Reference(TODAY)) == value


@pytest.mark.parametrize("words", ["on Tuesday", "April 14", "last month", "two years ago", "in May last year"])
def test_without_a_publication_date_nothing_is_filled_in(words: str) -> None:
    assert [t.value for t in find(words, 0, len(words), Reference(None))] == [None]


@pytest.mark.parametrize("words", ["a Long March rocket", "they may sign", "the march on Lima", "from 2015 to 2020"])
def test_no_date_where_none_is_told(words: str) -> None:
    assert not [t for t in find(words, 0, len(words), Reference(TODAY)) if t.value]


def test_the_same_day_is_that_of_the_date_before() -> None:
    words = "On May 3, 2021 it was agreed, and the same day it was signed"
    assert [t.value for t in find(words, 0, len(words), Reference(TODAY))] == ["2021-05-03", "2021-05-03"]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–MarchApilMyTuesdaofthlsyearonwk")), st.dates())
def test_any_words_are_read_without_a_fault(words: str, today: date) -> None:
    for time in find(words, 0, len(words), Reference(today)):
        assert 0 <= time.start < time.end <= len(words)
        assert time.value is None or len(time.value) in (4, 7, 10)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Twenty-five years ago today the probe left.", "1996-03-10"),
        ("A week ago today the probe left.", "2021-03"),
        ("Ten years ago this month the probe left.", "2011-03"),
        ("On this day in 1999 the probe left.", "1999-03-10"),
        ("Three years ago in May the probe left.", "2018-05"),
        ("Exactly ten years ago, on March 9, the probe left.", "2011-03-09"),
        ("It left 30 years ago on Tuesday.", "1991-03-09"),
    ],
)
def test_an_anniversary_is_a_day_of_the_year_it_leads_to(words: str, value: str) -> None:
    (found,) = find(words, 0, len(words), Reference(date(2021, 3, 10)))
    assert found.value == value
