"""Launches that several sentences tell between them: pieces, pointers, plans beside flights, headings, guests."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

#: So many words of space that short texts need none.
TITLE = "Notes on spacecraft, cosmodromes, carrier rockets, launch vehicles, the space agency and its spaceport"


def claims(kind: str, text: str, title: str, published: str | None) -> list[dict[str, Any]]:
    found = extract(Article(text=text, title=title, published=published))
    return [claim.to_json() for claim in found if claim.kind == kind]


def launches(text: str, title: str = TITLE, published: str | None = "2026-01-12",
             ) -> list[dict[str, Any]]:  # fmt: skip
    return claims("launch", text, title, published)


def brief(fact: dict[str, Any]) -> tuple[Any, ...]:
    return fact["status"], fact["date"], fact["vehicle"], tuple(fact["payloads"]), fact["site"]


def test_a_launch_told_piece_by_piece_is_put_together() -> None:
    (fact,) = launches(
        "The ministry is glad to say that Gulsat-1 is in orbit. The satellite, made in Turin, travelled on a Vega as "
        "its first rocket was sold. The flight began at Kourou at 22:33 on January 8.",
        title="A ride for the emirate's spacecraft",
    )
    assert brief(fact) == ("success", "2026-01-08", "Vega", ("Gulsat-1",), "Kourou")


def test_a_story_of_a_plan_is_put_together_from_no_pieces() -> None:
    text = (
        "Gulsat-1 will leave Kourou on a Vega in May, the ministry said. Its satellite is ready. Guests left on Friday."
    )
    assert all(fact["status"] == "planned" for fact in launches(text))


@pytest.mark.parametrize(
    ("later", "cell", "value"),
    [
        ("The carrier was a Long March 2D.", "vehicle", "Long March 2D"),
        ("The launch site was Jiuquan.", "site", "Jiuquan"),
    ],
)
def test_what_is_said_of_a_launch_just_told_fills_it(later: str, cell: str, value: str) -> None:
    found = launches(f"Gulsat-1 was launched on January 8. {later} It will watch ships.")
    assert [fact[cell] for fact in found] == [value]


def test_since_a_launch_it_has_a_craft_and_a_day() -> None:
    (fact,) = launches("Since Gulsat-1 was launched on December 8, engineers have tested the satellite's cameras.")
    assert (fact["date"], fact["payloads"]) == ("2025-12-08", ["Gulsat-1"])
    (fact,) = launches("Gulsat-1's January 8 launch aboard a Vega C went without a hitch, the agency said.")
    assert (fact["date"], fact["payloads"]) == ("2026-01-08", ["Gulsat-1"])


def test_a_plan_and_its_flight_are_one_launch() -> None:
    (fact,) = launches(
        "Gulsat-1, a weather satellite, was due to be launched on January 4 on a Vega but winds forced a delay. On the "
        "night of 8 January the rocket finally took off from Kourou with it."
    )
    assert brief(fact) == ("success", "2026-01-08", "Vega", ("Gulsat-1",), "Kourou")


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Gulsat-1 is going to be launched on a Vega from Kourou in May.", "planned", "2026-05"),
        ("Lifting off from Kourou on a Vega on January 8, Gulsat-1 has begun its journey and is due to arrive in May.",
         "success", "2026-01-08"),
    ],
)  # fmt: skip
def test_a_plan_beside_a_flight_does_not_change_it(text: str, status: str, date: str) -> None:
    (fact,) = launches(text)
    assert brief(fact) == (status, date, "Vega", ("Gulsat-1",), "Kourou")


def test_under_the_title_of_a_plan_the_picture_shows_another_launch() -> None:
    found = launches(
        "Ariane 5 rocket takes off at Kourou on June 30, 2021.\n\nAn Ariane 5 stands ready for its launch on "
        "Thursday. "
        "The rocket will carry the Gulsat-1 satellite.",
        title="Ariane 5 stands ready for its launch on Thursday",
        published="2022-06-21",
    )
    assert [(fact["status"], fact["payloads"]) for fact in found if fact["status"] == "planned"] == [
        ("planned", ["Gulsat-1"])
    ]
    assert all("Gulsat-1" not in fact["payloads"] for fact in found if fact["status"] != "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The previous Vega launch, on May 15, 2025, was postponed twice.",
        "Gulsat-1 should at first have been launched in 2024 by a Vega.",
        "The countdown was within minutes of sending the Gulsat-1 satellite into orbit.",
        "The institute is responsible for the craft and also for its launch.",
        "A launch without a hitch would be the fourth Vega mission of 2026.",
        "A rocket designed to send up bigger batches made its first trip on January 8.",
        "The Vega, pictured at its pad on January 8, is the ministry's.",
        "The probe Gulsat-1 separated from its mother ship on January 8 and headed for Mars.",
        "It's hoped that future satellites could be launched from Kourou in May.",
        "A Vega rocket stands ready for launch on July 22 at Kourou.",
    ],
)
def test_what_did_not_come_about_is_no_launch(text: str) -> None:
    assert launches(f"Engineers met in Lima.\n\n{text}\n\nThe satellite is fine.", title="Notes on spacecraft") == []


@pytest.mark.parametrize(
    "later",
    [
        "The firm had hoped to be next if the launch had failed.",
        "It was the first Vega flight after a rocket crashed during liftoff in August.",
    ],
)
def test_a_failure_told_of_others_fails_nothing(later: str) -> None:
    found = launches(f"A Vega lifted off with Gulsat-1 on January 8. {later}")
    assert {fact["status"] for fact in found} == {"success"}


def test_another_failure_or_a_part_of_the_load_fails_nothing() -> None:
    (fact,) = launches(
        "The satellite Gulsat-1 travelled on a Soyuz from Kourou on January 8 because the rocket for which it was "
        "meant had lost its sister."
    )
    assert fact["status"] == "success"
    (fact,) = launches(
        "The Gulsat-1 satellite reached its orbit after a liftoff from Kourou on January 8.",
        title="Vega orbits Gulsat-1 but loses two cubesats",
    )
    assert fact["status"] == "success"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A minute after Thursday night's lift-off of the Vega the Gulsat-1 satellite was safe.", "2026-01-08"),
        ("Today, Sunday, January 11, a Vega lifted off from Kourou with the Gulsat-1 satellite.", "2026-01-11"),
        ("A Vega sent the Gulsat-1 satellite into orbit on April 2.", "2025-04-02"),
    ],
)  # fmt: skip
def test_the_day_of_a_launch(text: str, date: str) -> None:
    (fact,) = launches(text)
    assert (fact["status"], fact["date"]) == ("success", date)


def test_two_who_launch_on_one_day_launch_apart() -> None:
    found = launches("On May 3, 2005, Peru launched the satellite Gulsat-1 and Chad launched Gulsat-2.")
    assert [(fact["date"], fact["payloads"]) for fact in found] == [
        ("2005-05-03", ["Gulsat-1"]),
        ("2005-05-03", ["Gulsat-2"]),
    ]


def test_flights_of_one_rocket_are_no_payloads() -> None:
    found = launches("The satellites will be sent up on the PSLV-C61, C62 and C-63 in November and December.")
    assert all(fact["payloads"] == [] for fact in found)


def test_a_year_heads_the_line_below() -> None:
    (fact,) = launches(
        "The rockets and satellites of the year.\n\n2001 – Taurus XL carrying the OrbView-4 satellite\n\nOn 21 "
        "September 2001, a Taurus XL rocket had a second stage failure and did not reach orbit."
    )
    assert (fact["status"], fact["date"], fact["payloads"]) == ("failure", "2001-09-21", ["OrbView-4"])


def test_a_maker_at_the_head_or_some_of_the_others_are_no_owner() -> None:
    (fact,) = launches("Built by France's Thales Alenia Space, Zhongxing-10 was launched by a Vega on January 8.")
    assert fact["customers"] == ["CHN"]
    (fact,) = launches(
        "The Vega carried his country's Gulsat-1 and 18 smaller spacecraft, 13 of them American, on January 8.",
        title="Brazil's Gulsat-1 rides",
    )
    assert sorted(fact["customers"]) == ["BRA", "USA"]


def test_a_heading_gives_a_day_its_month() -> None:
    found = launches(
        "January: Peru adds Gulsat-1 on the 20th, flown by a Vega.\n\nMarch: a Proton-M leaves Baikonur on the 14th "
        "with "
        "the Gulsat-2 satellite.",
        title="The year in orbit: spacecraft, carrier rockets, cosmodromes, launch vehicles",
        published="2025-12-30",
    )
    assert [fact["date"] for fact in found] == ["2025-01-20", "2025-03-14"]


def test_a_day_told_by_its_number_follows_the_month_before() -> None:
    found = launches("A Vega took up Gulsat-1 on December 3. On the 7th, a Proton-M took up Gulsat-2 from Baikonur.")
    assert [fact["date"] for fact in found] == ["2025-12-03", "2025-12-07"]


@pytest.mark.parametrize(
    "later",
    [
        "Gulsat-2 was placed in orbit by it too.",
        "Twenty minutes later, the rocket released Gulsat-2.",
        "The three satellites on the rocket include Gulsat-2.",
    ],
)
def test_guests_told_later_are_of_the_same_load(later: str) -> None:
    (fact,) = launches(f"A Vega lifted off from Kourou on January 8 with the Gulsat-1 satellite. {later}")
    assert fact["payloads"] == ["Gulsat-1", "Gulsat-2"]


def test_states_have_guests_on_board() -> None:
    (fact,) = launches(
        "A Vega lifted off from Kourou on January 8 with Peru's Gulsat-1. Turkey and Argentina had small craft on "
        "board too."
    )
    assert set(fact["customers"]) == {"PER", "TUR", "ARG"}


def test_an_operator_beside_its_satellite_is_no_payload() -> None:
    (fact,) = launches("The Ariane 5 will carry a Eutelsat telecommunications satellite, Gulsat-3, in May.")
    assert fact["payloads"] == ["Gulsat-3"]


def test_one_of_two_dated_apart_is_a_launch_of_its_own() -> None:
    found = launches(
        "Gulsat-1 and Gulsat-2 have been launched already. Gulsat-1 was launched by a Vega in March 2020. Gulsat-2 was "
        "launched by a Proton-M on January 24, 2022."
    )
    assert {("2020-03", "Vega"), ("2022-01-24", "Proton-M")} <= {(fact["date"], fact["vehicle"]) for fact in found}


def test_a_picture_of_the_archive_is_no_part_of_the_story() -> None:
    found = launches(
        "FILE - In this Nov. 9, 2011 file photo a Zenit-2SB rocket blasts off from Baikonur.\n\nA Proton-M rocket "
        "carrying the Gulsat-1 satellite fell into the sea soon after launch on Friday."
    )
    assert [(fact["status"], fact["date"], fact["vehicle"]) for fact in found] == [
        ("failure", "2026-01-09", "Proton-M")
    ]


def test_a_menu_above_the_title_is_no_part_of_the_story() -> None:
    (fact,) = launches(
        "Coming up\n\nRead more\n\nWhat to watch tonight in five minutes\n\nVega takes up satellite\n\nA Vega lifted "
        "off "
        "from Kourou on Thursday with the Gulsat-1 satellite.",
        title="Vega takes up satellite",
    )
    assert brief(fact) == ("success", "2026-01-08", "Vega", ("Gulsat-1",), "Kourou")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was the 44th flight of the Vega and the 21st with its new engine.", [44, 21]),
        ("It was Arianespace's eleventh mission of the year.", [11]),
        ("The satellite flew on Arianespace's third mission in 2025.", [3]),
        ("Peru led the world in orbital launches in 2025, with a total of 29. Its firm made 18 of them.", [29, 18]),
        ("Of China's 67 orbital launches in 2025, 66 were successful.", [67, 66]),
        ("On the 11th a Vega takes the weather satellite from Kourou.", []),
        ("Today 17 space agencies are members of the satellite charter.", [17]),
    ],
)
def test_numbers_without_their_noun_are_counted(text: str, values: list[int]) -> None:
    found = claims("total", f"{text} The rocket was new.", TITLE, "2026-01-12")
    assert [fact["value"] for fact in found] == values
