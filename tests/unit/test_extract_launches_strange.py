"""Launches told beside other matters: days that moved, failures told against, lists of days, names that fly nothing."""

from typing import Any

import pytest

from tests.unit.launch_texts import brief, launches


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The firm said the planned lift-off of one of its craft had been put off until May. It had aimed to launch "
            "its Gulsat-1 satellite on a Vega C on March 28.",
            ("planned", "2026-05", "Vega C", ("Gulsat-1",)),
        ),
        (
            "The operator has pushed back the lift-off of the Gulsat-1 satellite from Thursday to Friday.",
            ("planned", "2026-03-13", None, ("Gulsat-1",)),
        ),
        (
            "The agency recently delayed the planned launch of Gulsat-1 from June 2026 to October 2026.",
            ("planned", "2026-10", None, ("Gulsat-1",)),
        ),
        (
            "Gulsat-1 was rolled to the launch pad on Monday. Lift-off of Gulsat-1 is set for March 19.",
            ("planned", "2026-03-19", None, ("Gulsat-1",)),
        ),
    ],
)
def test_a_plan_that_moved_has_its_new_day(text: str, fact: tuple[Any, ...]) -> None:
    assert [brief(found) for found in launches(text)] == [fact]


def test_why_a_launch_was_put_off_is_the_loss_of_another() -> None:
    (fact,) = launches(
        "Orbitel has delayed the launch of its Gulsat-1 satellite, following the failure of a rival's rocket."
    )
    assert brief(fact) == ("planned", None, None, ("Gulsat-1",))
    (flown,) = launches(
        "Chad launched a new satellite, Gulsat-2, on Monday from Baikonur, after its first satellite was lost in space."
    )
    assert brief(flown) == ("success", "2026-03-09", None, ("Gulsat-2",))


@pytest.mark.parametrize(
    "text",
    [
        "Gulsat-1 was launched in May 2024, but Chad said it had lost control of the satellite.",
        "Gulsat-1 was launched by Chad in May 2024, but was lost.",
    ],
)
def test_a_craft_lost_after_its_launch_was_launched(text: str) -> None:
    assert [brief(fact) for fact in launches(text)] == [("success", "2024-05", None, ("Gulsat-1",))]


def test_a_failure_since_which_flights_are_counted_is_told_where_it_has_rocket_and_day() -> None:
    flight, failure = launches(
        "A Vega C will blast off on Friday from Kourou with Gulsat-1. It will be the second Vega flight since the "
        "failure of a Soyuz-2 rocket a minute after its launch from Vostochny on February 4."
    )
    assert brief(flight)[:2] == ("planned", "2026-03-13")
    assert brief(failure) == ("failure", "2026-02-04", "Soyuz-2", ())


def test_days_listed_behind_counted_launches_are_one_each() -> None:
    plans = launches("Three Vega C launches are foreseen for 2027 – April 2, June 30 and September 9.")
    assert [fact["date"] for fact in plans] == ["2027-04-02", "2027-06-30", "2027-09-09"]
    flown = launches(
        "OneWeb satellites were launched from Vostochny in December 2024. Further launches took place from "
        "Vostochny on March 25, April 26, and July 1, 2025."
    )
    assert [fact["date"] for fact in flown] == ["2024-12", "2025-03-25", "2025-04-26", "2025-07-01"]


def test_an_entry_of_a_calendar_is_a_plan() -> None:
    (fact,) = launches("Kazakhstan's KazSat-3 – May 3.\n\nThe craft will be sent up by a Vega C from Kourou.")
    assert brief(fact) == ("planned", "2026-05-03", "Vega C", ("KazSat-3",))


def test_one_moment_told_by_two_clocks_is_one_launch() -> None:
    (fact,) = launches(
        "Gulsat-1 rose from Baikonur early on Friday on a Proton. The Proton left Baikonur at 6:27 pm EDT Thursday "
        "(4:27 am local time Friday) with Gulsat-1."
    )
    assert fact["vehicle"] == "Proton"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Officials met on Monday in Lima.", "Peru Reports Space Agency Launch as Lima Summit Tensions Soar"),
        ("A telescope in Chile saw it.", "Chile Astronomers Say Rocket Debris Plans Will Fly"),
    ],
)
def test_words_that_only_a_headline_writes_large_are_no_craft(text: str, title: str) -> None:
    assert not any(
        "Tensions" in name or "Debris" in name for fact in launches(text, title) for name in fact["payloads"]
    )


def test_what_only_stands_beside_a_launch_is_no_load_of_it() -> None:
    (fact,) = launches("Gulsat-2 was launched from Peru on May 25, 2025 and joins its twin, Gulsat-1, in orbit.")
    assert fact["payloads"] == ["Gulsat-2"]
    (rocket,) = launches(
        "Peru gives up the Vega C for the new Long March 8, which could make its debut by the end of 2026."
    )
    assert brief(rocket)[:3] == ("planned", "2026", "Long March 8")
    (stage,) = launches(
        "A Falcon 9 lifted off on Monday with Gulsat-3. Its first stage, which previously launched Gulsat-1 and "
        "Gulsat-2, landed at sea."
    )
    assert stage["payloads"] == ["Gulsat-3"]


def test_craft_named_for_their_nation_are_known() -> None:
    (fact,) = launches("Peru-Sat2 was launched from Kourou in September 2025.")
    assert fact["payloads"] == ["Peru-Sat2"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile had twice failed to send a satellite into orbit last year.",
        "The fund would pay should there be a launch failure of the Gulsat-1 satellite in 2027.",
        "The satellites launched by the agency from January 2020 to November 2024 were those of ten states.",
        "A technical fault meant that the Vega launch could not take place last year.",
    ],
)
def test_what_was_counted_supposed_or_never_flew_is_no_launch(text: str) -> None:
    assert launches(text) == []


def test_a_day_told_for_two_rockets_goes_to_each_craft() -> None:
    both = launches("Peru signed for the launch of Gulsat-1 and Gulsat-2 on two separate Vega launch vehicles in 2027.")
    assert [(fact["date"], fact["payloads"]) for fact in both] == [("2027", ["Gulsat-1"]), ("2027", ["Gulsat-2"])]


def test_halves_of_years_and_builds_of_rockets_are_no_rockets() -> None:
    (half,) = launches("The operator has a craft set for launch (Gulsat-1, in H1/2027).")
    assert brief(half) == ("planned", "2027", None, ("Gulsat-1",))
    (build,) = launches("Gulsat-1 was put into orbit on Monday atop a Falcon 9 Upgrade rocket from Cape Canaveral.")
    assert brief(build) == ("success", "2026-03-09", "Falcon 9", ("Gulsat-1",))


def test_what_is_done_by_launching_is_done() -> None:
    (fact,) = launches("On Monday the country joined the club by launching its Gulsat-1 satellite on a Vega C.")
    assert brief(fact) == ("success", "2026-03-09", "Vega C", ("Gulsat-1",))


def test_a_clock_of_a_country_owns_no_craft() -> None:
    (fact,) = launches("Its crew starts with Soyuz TMA-31 on March 30 (Kazakhstan time) from Baikonur.")
    assert fact["customers"] == ["RUS"]
