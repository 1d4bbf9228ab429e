"""Launches as newspapers, trade news and releases tell them: scrubs, batches, losses, owners, and what is none."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = (
    "\n\nThe space agency spoke of its satellites and of spacecraft in orbit, of its carrier rockets and of the launch "
    "pads of its spaceports, and of the space station and the cosmodrome that it wants."
)


def launches(text: str, title: str | None = None, published: str = "2025-06-20") -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "launch"]


def one(text: str, title: str | None = None, published: str = "2025-06-20") -> dict[str, Any]:
    (found,) = launches(text, title, published)
    return found


@pytest.mark.parametrize(
    "again",
    [
        "The next attempt will be made at 6:10 a.m. on Sunday.",
        "The firm will try again on Sunday at 6:10 a.m.",
        "A new window opens at 6:10 a.m. Sunday.",
        "The lift-off has been pushed back to Sunday.",
        "Weather permitting, it is now set for Sunday.",
    ],
)
def test_a_scrubbed_launch_has_the_date_of_the_next_attempt(again: str) -> None:
    found = one("High winds kept a Vega rocket with NimSat-4 from being launched on Friday. The lift-off was scrubbed "
                "minutes before the end of the countdown. " + again, title="Vega launch scrubbed")  # fmt: skip
    assert (found["status"], found["date"]) == ("planned", "2025-06-22")


def test_who_speaks_of_a_new_date_does_not_set_it() -> None:
    found = one("The launch of NimSat-4 on a Vega, planned for July 2, was put off. The new date was welcome, he said "
                "on Friday.")  # fmt: skip
    assert found["date"] == "2025-07-02"


def test_a_launch_moved_from_one_date_to_another_has_the_other() -> None:
    found = one("The operator has moved from July 29 to July 25 the launch of NimSat-4 aboard a Vega.")
    assert (found["status"], found["date"]) == ("planned", "2025-07-25")


@pytest.mark.parametrize(
    "text",
    [
        "The firm used its Vega rocket to carry NimSat-4 into orbit on Monday.",
        "The Vega rocket completed on Monday its mission to put NimSat-4 into orbit.",
        "A Vega launched NimSat-4 into orbit on Monday, a little earlier than expected.",
    ],
)
def test_the_purpose_of_what_was_done_is_done(text: str) -> None:
    found = one(text)
    assert (found["status"], found["date"], found["vehicle"]) == ("success", "2025-06-16", "Vega")


@pytest.mark.parametrize(
    "text",
    [
        "Bad weather prevented the firm from sending NimSat-4 into orbit on a Vega on Friday.",
        "The firm is launching NimSat-4 on a Vega this month.",
    ],
)
def test_what_is_kept_back_or_under_way_is_a_plan(text: str) -> None:
    assert one(text)["status"] == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "The Vega rocket failed to put NimSat-4 into orbit on Monday.",
        "The agency regrets the failure of the Vega rocket to place NimSat-4 into orbit on Monday.",
        "NimSat-4, launched by a Vega on Monday, has not reached its intended orbit.",
        "It was a blow when, on Monday, the launch of the NimSat-4 satellite on a Vega failed.",
    ],
)
def test_a_craft_that_was_not_brought_up_is_a_failure(text: str) -> None:
    assert one(text)["status"] == "failure"


@pytest.mark.parametrize(
    "text",
    [
        "The operator said it had lost NimSat-4 the day after it was launched on a Vega on Monday.",
        "NimSat-4 was launched on a Vega on Monday, ending the pause that followed the explosion of an Atlas.",
        "The first Vega rose on Monday with NimSat-4, and the type has flown with two failures since.",
    ],
)
def test_a_loss_of_another_time_or_launch_is_none_of_this_one(text: str) -> None:
    found = next(found for found in launches(text) if found.get("payloads") == ["NimSat-4"])
    assert found["status"] == "success"


def test_a_rocket_lost_is_a_failure_without_a_date_in_the_lead() -> None:
    found = one(
        "The firm said its Electron rocket failed late in its climb from Mahia Peninsula.", "Rocket Lab loses one"
    )
    assert (found["status"], found["vehicle"], found.get("date")) == ("failure", "Electron", None)


def test_since_a_loss_tells_of_that_loss() -> None:
    found = launches("A Vega rose on Monday with NimSat-4. It was the first since the loss of an Ariane 5 on May 3.")
    assert ("failure", "2025-05-03", "Ariane 5") in {(f["status"], f["date"], f["vehicle"]) for f in found}


def test_a_batch_is_named_one_by_one() -> None:
    found = one("An Ariane 5 put two communications satellites into orbit on Monday from Kourou. NimSat-4 will serve "
                "ships. OreSat-9 is to relay data.")  # fmt: skip
    assert found["payloads"] == ["NimSat-4", "OreSat-9"]


def test_dates_in_a_row_are_launches_of_their_own() -> None:
    found = launches("OneWeb satellites were launched on March 24, April 26, May 28 and June 1, 2025 from Vostochny, "
                     "and on June 12 from Baikonur.")  # fmt: skip
    assert [f["date"] for f in found] == ["2025-03-24", "2025-04-26", "2025-05-28", "2025-06-01", "2025-06-12"]
    assert all(f["payloads"] == ["OneWeb"] for f in found)


def test_the_next_launch_is_named_in_the_next_sentence() -> None:
    found = one("The next launch is scheduled for July 27. A Vega will orbit NimSat-4.")
    assert (found["date"], found["payloads"], found["vehicle"]) == ("2025-07-27", ["NimSat-4"], "Vega")


def test_a_place_in_the_row_is_no_launch_of_its_own() -> None:
    found = one("A Vega rose on Monday from Kourou with NimSat-4. It was the third Vega launch this year.")
    assert found["date"] == "2025-06-16"


@pytest.mark.parametrize(
    "text",
    [
        "The firm launched seven Ariane 5 rockets last year.",
        "Six Ariane 5 launches were conducted in 2024.",
        "Nations joined forces to build the Ariane launcher, and launched satellites in 1979.",
    ],
)
def test_launches_that_are_counted_and_rockets_that_are_made_are_no_launch(text: str) -> None:
    assert not launches(text)


def test_other_dates_are_not_the_days_of_launch() -> None:
    (first,) = launches(
        "NimSat-4 soared from the pad at 7 a.m. on Monday on a Vega rocket, "
        "after officials had given up a lift-off planned for Friday."
    )
    assert first["date"] == "2025-06-16"
    second = one("NimSat-4 was launched by a Vega on Monday and will be moved to its slot in August.")
    assert second["date"] == "2025-06-16"


def test_a_rocket_with_a_number_is_followed_by_its_day() -> None:
    found = one("The firm launched 87 satellites on a Falcon 9 June 12 from Florida.")
    assert (found["vehicle"], found["date"]) == ("Falcon 9", "2025-06-12")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The rocket carried one Brazilian and 13 Peruvian satellites.", {"BRA", "PER"}),
        ("It put up nine nanosatellites from three countries – Chile, Latvia and Japan.", {"CHL", "LVA", "JPN"}),
        ("The foreign satellites are from Chile (four trackers), Latvia (two) and Japan.", {"CHL", "LVA", "JPN"}),
    ],
)
def test_the_owners_of_craft_that_are_counted_are_read(text: str, codes: set[str]) -> None:
    found = one("India's PSLV-C99 lifted off from Sriharikota on June 3 with EOS-99. " + text)
    assert codes <= set(found["customers"])


def test_places_are_no_owners_and_operators_are() -> None:
    assert "KAZ" not in one("Russia launched the Progress MS-99 supply ship from Kazakhstan on Monday.")["customers"]
    found = one("A Proton orbited the Boeing-built NimSat-4, to be operated by Canada's Telesat, on Monday.")
    assert found["customers"] == ["CAN"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm, headed by Ada CEO Ann Archer, launched a Vega from Kourou on Monday.",
        "A Vega lifted off from Kourou on Monday at 21H30 local time.",
        "A Vega lifted off from Kourou on Monday (GMT-4), said Bo Lee, chairman of the firm.",
    ],
)
def test_persons_and_times_are_no_craft(text: str) -> None:
    assert not one(text).get("payloads")


def test_a_ship_is_told_first_by_kind_and_then_by_number() -> None:
    found = one("A Soyuz capsule with three fliers lifted off from Baikonur on Monday. The Soyuz MS-99 spacecraft was "
                "launched on time.")  # fmt: skip
    assert found["payloads"] == ["Soyuz MS-99"]


def test_a_prototype_that_hopped_before_the_first_flight_is_no_launch() -> None:
    assert not launches("SpaceX launched a Starship from Boca Chica on August 23.", published="2020-08-25")


def test_a_window_fixes_no_date_but_stays_a_plan() -> None:
    found = one("The company says that it is planning a 2027 or 2028 launch of the EDRS-D satellite.")
    assert (found["status"], found.get("date"), found["payloads"]) == ("planned", None, ["EDRS-D"])


@pytest.mark.parametrize(
    "text",
    [
        "A Vega rocket carrying the NimSat-4 satellite failed minutes after launch from Kourou on May 5, 2015.",
        "A Vega rocket, carrying the NimSat-4 satellite for Qatar, failed shortly after lift-off on May 5, 2015.",
        "A Vega with the NimSat-4 satellite aboard failed shortly after launch on May 5, 2015.",
    ],
)
def test_what_failed_is_the_rocket_and_not_what_it_bore(text: str) -> None:
    assert one(text)["status"] == "failure"


@pytest.mark.parametrize("words", ["was cancelled", "has been scrapped by the government"])
def test_a_launch_given_up_is_no_plan(words: str) -> None:
    assert not launches(f"The launch of the NimSat-4 satellite on a Vega {words}.")
    scrubbed = one("The launch of NimSat-4 on a Vega was cancelled minutes before lift-off because of high winds.")
    assert scrubbed["status"] == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "NimSat-4 was launched on a Vega in April 2017 and fell silent in July 2020.",
        "Storms forced it to abort the mission, but it was able to send NimSat-4 into orbit on a Vega on Thursday.",
        "A Vega put NimSat-4 into orbit on May 5, though its core was later toppled by rough seas.",
        "The fireball over Chad was the third stage of the Vega rocket that launched NimSat-4 on May 5, 2025.",
    ],
)
def test_what_went_wrong_beside_the_launch_is_no_failed_launch(text: str) -> None:
    assert one(text)["status"] == "success"


def test_a_flight_to_come_that_a_craft_is_to_ride_is_planned() -> None:
    found = one("NimSat-4 is to ride on a September Vega launch from Kourou.")
    assert (found["status"], found["date"]) == ("planned", "2025-09")


def test_a_member_of_the_crew_is_no_payload() -> None:
    found = one(
        "A Soyuz rocket carrying Russian cosmonaut Oleg Ivanov and Japan's Koichi Tanaka blasted off on Monday."
    )
    assert not found.get("payloads")


def test_what_is_told_of_several_launches_gives_one_of_them_no_customers() -> None:
    text = (
        "On May 26, 1999, PSLV-C2 took up KITSAT-3 of the Republic of Korea. Fifteen of its launches have had "
        "foreign passengers; they came from five countries, namely Algeria, Brazil, Canada, Denmark and Japan."
    )
    claims = [c.to_json() for c in extract(Article(text=text, title="Rocket news", published="2015-10-01"))]
    assert [c["customers"] for c in claims if c["kind"] == "launch"] == [["KOR"]]


@pytest.mark.parametrize(
    ("text", "customers"),
    [
        ("North Korea says it sent a satellite into orbit on Sunday.", ["PRK"]),
        ("Iran said on Monday that it had sent a satellite into space on Sunday.", ["IRN"]),
        ("India launched 36 satellites on Sunday.", []),
        ("China launched a satellite for Pakistan on Sunday.", ["PAK"]),
    ],
)
def test_an_unnamed_craft_is_the_state_s_that_orbits_it(text: str, customers: list[str]) -> None:
    assert [found["customers"] for found in launches(text)] == [customers]
