"""Launches told by their place in a row, against an earlier failure, in answers, or without a word for a launch."""

from typing import Any

import pytest

from tests.unit.launch_texts import TITLE, brief, launches


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The firm plans four Vega C launches this year, the first in October.", ("planned", "2026-10", "Vega C", ())),
        (
            "Brokers have booked eight PSLVs, one of which, in November, is to lift a Chilean craft.",
            ("planned", "2026-11", "PSLV", ()),
        ),
        (
            "An operator has bought several Falcon 9 flights. The first of them is expected in June 2027.",
            ("planned", "2027-06", "Falcon 9", ()),
        ),
        (
            "Zhuque-2 rockets fly from Jiuquan alone. The most recent launch was in late May 2024.",
            ("success", "2024-05", "Zhuque-2", ()),
        ),
    ],
)
def test_one_flight_of_a_row_has_the_rocket_named_before(text: str, fact: tuple[Any, ...]) -> None:
    assert [brief(found) for found in launches(text)] == [fact]


def test_the_next_and_the_nth_flight_are_of_the_rocket_just_told() -> None:
    _, later = launches("Gulsat-1 was launched on March 3 by a Ceres-1. A second flight is planned for August.")
    assert brief(later) == ("planned", "2026-08", "Ceres-1", ())
    _, other = launches(
        "Gulsat-1 flew on the third Epsilon in May 2019. Gulsat-2 was lofted on the fourth in June 2021."
    )
    assert brief(other) == ("success", "2021-06", "Epsilon", ("Gulsat-2",))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile plan four meetings on satellites this year, the first in October.",
        "The Falcon 9 is cheap. The next meeting of the firm is planned for May.",
        "The Vega C is a rocket of many parts. The first stage was tested in May 2024.",
        "Chad has bought nine orbital launches for next year, one of which was dropped.",
    ],
)
def test_other_rows_are_no_launches(text: str) -> None:
    assert launches(text) == []


def test_a_flight_after_a_failure_is_told_with_it() -> None:
    text = "The Nuri rocket rose from Naro on March 3, nine months after its first flight failed."
    assert [brief(fact) for fact in launches(text)] == [
        ("success", "2026-03-03", "Nuri", ()),
        ("failure", "2025-06", "Nuri", ()),
    ]
    text = "Ceres-1 returned to flight on March 3 after a crash in January that cost it five cubesats."
    assert [fact["status"] for fact in launches(text)] == ["success", "failure"]
    (fact,) = launches("An Electron lifted off on March 3 after a valve failure in January had stopped it.")
    assert (fact["status"], fact["date"]) == ("success", "2026-03-03")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Peruvian agency said that Condor-7, in orbit since November, sends pictures.", "2025-11"),
        ("Its satellite Condor-7 has been circling the globe since May 2022.", "2022-05"),
    ],
)
def test_a_craft_in_orbit_since_a_month_rose_in_it(text: str, date: str) -> None:
    assert [brief(fact) for fact in launches(text)] == [("success", date, None, ("Condor-7",))]


def test_a_probe_that_leaves_its_ship_is_not_launched() -> None:
    assert launches("The probe Condor-7 separated from its mother ship in December and flew on to Mars.") == []


def test_a_craft_joins_others_that_were_lofted() -> None:
    text = "The satellite Condor-9 joined Condor-7 and Condor-8, lofted in May 2021 and June 2022 by a PSLV."
    assert [brief(fact)[1:] for fact in launches(text)] == [
        ("2021-05", "PSLV", ("Condor-7",)),
        ("2022-06", "PSLV", ("Condor-8",)),
    ]


def test_a_month_before_the_date_told() -> None:
    text = "Condor-7 was put into orbit in November 2006 by a Proton-M. A Proton-M lost Condor-6 the previous February."
    assert {brief(fact)[:2] for fact in launches(text)} == {("success", "2006-11"), ("failure", "2006-02")}


def test_a_bare_launch_is_that_of_the_craft_told_of() -> None:
    (fact,) = launches("Gulsat-1 costs little. The pact is due to be initialled in spring, with launch in 2029.")
    assert brief(fact) == ("planned", "2029", None, ("Gulsat-1",))
    assert launches("Costs were cut. The pact is due to be initialled in spring, with lunch in Lima.") == []


def test_answers_fill_what_questions_ask() -> None:
    text = (
        "What is Condor-7?\nCondor-7 is a satellite of Peru.\nWhen was it launched?\nOn 6 May 2024.\n"
        "Which rocket took it up?\nA PSLV.\nFrom where?\nFrom Sriharikota."
    )
    (fact,) = launches(text)
    assert (*brief(fact), fact["site"]) == ("success", "2024-05-06", "PSLV", ("Condor-7",), "Sriharikota")
    (fact,) = launches("When will Condor-7 be launched?\nIn June, if all goes well.")
    assert brief(fact) == ("planned", "2026-06", None, ("Condor-7",))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A Falcon 9 put Trio-7 into orbit on March 3 for a consortium from Kenya, Norway and Chile.", "CHL KEN NOR"),
        ("Trio-7, owned by a group of firms from Kenya and Norway, was launched on March 3 by a Vega.", "KEN NOR"),
        ("Trio-7 was launched on March 3 by a Vega and was built by a consortium from Italy and France.", ""),
        ("Trio-7 was launched on March 3 by a Vega. Trio-7 is Peru's second satellite.", "PER"),
        ("Trio-7 was launched on March 3 by a Vega. Trio-7 is a satellite that was built in Peru.", ""),
    ],
)
def test_owners_told_together_or_elsewhere(text: str, codes: str) -> None:
    assert [" ".join(fact["customers"]) for fact in launches(text)] == [codes]


def test_a_range_is_named_with_its_town() -> None:
    (fact,) = launches("An Ariane 6 rose from the Guiana Space Centre in Kourou on March 3 with the satellite CSO-3.")
    assert fact["site"] == "Guiana Space Centre, Kourou"


def test_ranges_of_two_states_part_two_flights() -> None:
    text = (
        "A Soyuz will lift off from Baikonur on May 23, 2026 with Condor-7. From French Guiana a Soyuz is to make "
        "its first launch in 2026."
    )
    assert [fact["site"] for fact in launches(text)] == ["Baikonur", "French Guiana"]


def test_either_rocket_is_none_and_a_mission_has_its_ship() -> None:
    (fact,) = launches("Gulsat-1 will be launched in 2029 on a Vega or a Soyuz.")
    assert brief(fact) == ("planned", "2029", None, ("Gulsat-1",))
    (fact,) = launches(
        "With launch weeks away, the firm has begun its last preparations for a flight of its Crew Dragon.",
        title="SpaceX and the space agency prepare for Crew-2 launch",
    )
    assert set(fact["payloads"]) == {"Crew-2", "Crew Dragon"}


def test_an_anomaly_found_in_time_is_no_failure() -> None:
    text = "The planned March 17 flight of a Proton carrying Astra 2E was put off after the discovery of an anomaly."
    assert all(fact["status"] == "planned" for fact in launches(text))


def test_an_old_plan_is_open_and_has_the_rocket_that_was_to_carry_it() -> None:
    (fact,) = launches("The launch of Gulsat-1 had been set for February. Epsilon-S, which was to lift it, is late.")
    assert brief(fact) == ("planned", None, "Epsilon-S", ("Gulsat-1",))


def test_failures_in_a_title_are_not_the_story_s_own() -> None:
    text = "The launch of Gulsat-1 on a Proton on March 3 went well."
    (fact,) = launches(text, title=f"Rocket failures slow growth. {TITLE}")
    assert fact["status"] == "success"
    (fact,) = launches(text, title=f"Rocket failure slows growth. {TITLE}")
    assert fact["status"] == "failure"


def test_a_craft_is_told_on_over_its_sort() -> None:
    text = "Income rose with the operations of the Gulsat-1 weather satellite launched in 2024 and of others."
    assert [brief(fact) for fact in launches(text)] == [("success", "2024", None, ("Gulsat-1",))]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Gulsat-1 in May 2019, Gulsat-2 in June 2020 and Gulsat-3 in July 2021 were all sent up by the Soviet Union.",
         {"Gulsat-1": "2019-05", "Gulsat-2": "2020-06", "Gulsat-3": "2021-07"}),
        ("EgyptSat-1 (2007), EgyptSat-2 (2014) and EgyptSat-A (2019) were launched from Baikonur.",
         {"EgyptSat-1": "2007", "EgyptSat-2": "2014", "EgyptSat-A": "2019"}),
        ("Two craft, Amos-3 in 2008 and Amos-5 in 2011, were lofted by Zenit rockets.",
         {"Amos-3": "2008", "Amos-5": "2011"}),
    ],
)  # fmt: skip
def test_craft_listed_each_with_its_date_before_the_verb(text: str, dates: dict[str, str]) -> None:
    assert {name: fact["date"] for fact in launches(text) for name in fact["payloads"]} == dates


def test_a_date_behind_one_craft_of_a_list_makes_no_row() -> None:
    (fact,) = launches("Gulsat-1 and, since May 2019, Gulsat-2 were launched on one Vega on March 3.")
    assert fact["date"] == "2026-03-03"
