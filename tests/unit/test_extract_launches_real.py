"""Launches as newspapers tell them: short names in brackets, days without a year, lists, owners beside a craft."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract


def launches(text: str, title: str = "News of satellites and spacecraft", published: str | None = "2026-01-10",
             ) -> list[dict[str, Any]]:  # fmt: skip
    claims = extract(Article(text=text, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "launch"]


@pytest.mark.parametrize(
    ("text", "vehicle"),
    [
        (
            "The Polar Satellite Launch Vehicle (PSLV) C91 lifted off on May 3, 2025 with the Gita-9 satellite.",
            "PSLV-C91",
        ),
        ("The Gita-9 satellite rode on the Polar Satellite Launch Vehicle-XL (PSLV-XL) on May 3, 2025.", "PSLV-XL"),
        ("A European Vega carried the Gita-9 satellite into orbit from Kourou on May 3, 2025.", "Vega"),
    ],
)
def test_a_rocket_has_its_short_name(text: str, vehicle: str) -> None:
    assert [fact["vehicle"] for fact in launches(text)] == [vehicle]


def test_the_number_of_a_flight_is_no_craft_and_no_rocket() -> None:
    (fact,) = launches("On May 3, 2025 Ariane Flight V291 took up the Gita-9 satellite on an Ariane 6.")
    assert (fact["vehicle"], fact["payloads"]) == ("Ariane 6", ["Gita-9"])


def test_a_day_without_a_year_is_told_all_the_same() -> None:
    text = "Engineers met in Lima last week.\n\nThey talked for days.\n\nThen they went home.\n\n"
    (fact,) = launches(text + "The Gulsat-1 satellite is due to fly on April 10 on a Falcon 9 rocket.", published=None)
    assert (fact["status"], fact["date"], fact["payloads"]) == ("planned", None, ["Gulsat-1"])


def test_a_day_without_a_year_is_not_another_year() -> None:
    text = (
        "A Proton-M rocket with the Gulsat-1 satellite was lost after lift-off from Baikonur on August 6.\n\n"
        "A Proton-M with a Peruvian satellite crashed in 2007."
    )
    assert [(fact["date"], fact["customers"]) for fact in launches(text, published=None)][1:] == [("2007", ["PER"])]


def test_what_a_colon_lists_was_counted_before() -> None:
    (fact,) = launches(
        "In 2021 Peru launched two satellites: PeruSat-8 and PeruSat-9 went into orbit on a Soyuz rocket."
    )
    assert (fact["date"], fact["payloads"], fact["vehicle"]) == ("2021", ["PeruSat-8", "PeruSat-9"], "Soyuz")


def test_counted_flights_are_told_one_by_one() -> None:
    facts = launches("The firm made three commercial flights in 2022: Intelsat 19, Intelsat 21 and PeruSat-9.")
    assert [(fact["date"], fact["payloads"]) for fact in facts] == [
        ("2022", ["Intelsat 19"]),
        ("2022", ["Intelsat 21"]),
        ("2022", ["PeruSat-9"]),
    ]


@pytest.mark.parametrize("month", ["May", "March", "September"])
def test_a_month_may_stand_before_the_rocket(month: str) -> None:
    (fact,) = launches(f"The Gulsat-1 satellite will fly on a {month} Vega launch from Kourou.")
    assert fact["date"] == {"May": "2026-05", "March": "2026-03", "September": "2026-09"}[month]


@pytest.mark.parametrize(
    "text",
    [
        "In partnership with SpaceX, the satellite Gulsat-1 of Qatar was launched on May 3, 2025.",
        "Qatar has picked SpaceX to launch its Gulsat-1 satellite on May 3, 2026.",
        "Qatar's satellite Gulsat-1, bought from China, was launched on May 3, 2025.",
        "A satellite owned by Qatar was launched on a Falcon 9 on May 3, 2025.",
    ],
)
def test_a_party_beside_a_craft_is_not_its_owner(text: str) -> None:
    assert [fact["customers"] for fact in launches(text)] == [["QAT"]]


def test_the_only_rocket_of_a_story_is_that_of_its_launch() -> None:
    text = (
        "The Gulsat-1 satellite was launched from Baikonur on Friday.\n\nQatar's emir looked on.\n\n"
        "Engineers had waited for years.\n\nIt will serve schools.\n\nThe Proton is 58 metres tall."
    )
    (fact,) = launches(text)
    assert fact["vehicle"] == "Proton"


def test_the_flight_of_a_firm_is_not_its_rockets_name() -> None:
    (fact,) = launches("An Ariane V91 rocket put the Gulsat-1 satellite into orbit on Friday.")
    assert fact["vehicle"] == "Ariane"


@pytest.mark.parametrize(
    ("text", "payloads"),
    [
        ("The Ariane 6 took up Peru's Blue Lake Watcher satellite (BLW) on May 3, 2025.", ["BLW"]),
        ("A Falcon 9 took the Gulsat and Rana-2 satellites into orbit on May 3, 2025.", ["Gulsat", "Rana-2"]),
        ("A Vega took off on May 3, 2025 carrying Morocco's satellite, MOHAMMED VI – B.", ["MOHAMMED VI – B"]),
        ("A U.S. military satellite was launched on an Atlas V on May 3, 2025.", []),
        ("On May 3, 2025 a Falcon 9 took up the LEO 3 satellite of Canada.", ["LEO 3"]),
    ],
)
def test_names_of_craft(text: str, payloads: list[str]) -> None:
    assert [fact["payloads"] for fact in launches(text)] == [payloads]


def test_a_plan_that_moved_has_its_new_day() -> None:
    (moved,) = launches("The next Ariane 6 launch, due on May 1, is postponed to May 3.")
    assert moved["date"] == "2026-05-03"
    (gone,) = launches(
        "SpaceX on Friday called off the launch of a Falcon 9 with the Gulsat-1 satellite because of winds.",
        published="2026-01-09",
    )
    assert (gone["status"], gone["date"]) == ("planned", None)


def test_an_earlier_launch_is_another() -> None:
    text = (
        "A Soyuz rocket lifted off from Vostochny with an Iranian satellite on Friday.\n\n"
        "It follows Russia's earlier launch of the Iranian Khayyam satellite in 2022."
    )
    assert [(fact["date"], fact["payloads"]) for fact in launches(text)] == [("2026-01-09", []), ("2022", ["Khayyam"])]


def test_more_of_the_load_is_told_later() -> None:
    text = (
        "An Electron put the Rana-2 satellite into orbit on Friday.\n\nGulsat-1 was set free 45 minutes after liftoff."
    )
    (fact,) = launches(text)
    assert fact["payloads"] == ["Rana-2", "Gulsat-1"]
    text = (
        "An Ariane 5 put the Rana-2 satellite into orbit on Friday.\n\n"
        "Five minutes later, the rocket released a Gulsat 1 satellite for the Gulf states."
    )
    (fact,) = launches(text)
    assert fact["payloads"] == ["Rana-2", "Gulsat 1"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The launch of Gulsat-1 on a Vega did not reach its planned orbital path on May 3, 2025.", "failure"),
        ("A board looks into the failed launch of a Vega with the Gulsat-1 satellite on May 3, 2025.", "failure"),
        ("The Gulsat-1 satellite has moved into position for liftoff on a Soyuz on Thursday.", "planned"),
        ("The Gulsat-1 satellite is launched on a Soyuz from Baikonur, Jan. 8.", "success"),
    ],
)
def test_the_status_of_words_around_a_launch(text: str, status: str) -> None:
    assert [fact["status"] for fact in launches(text)] == [status]


def test_flights_in_general_are_no_launch() -> None:
    assert launches("The firm keeps up a steady pace of Ariane 6 missions through 2026.") == []
    assert launches("The Shuttle was a service, and its launches were no political acts.") == []


def test_a_failure_that_something_is_counted_from_is_an_earlier_one() -> None:
    text = (
        "A Proton rocket blasted off on Friday in the firm's first mission since a costly satellite was lost "
        "in a failed liftoff last March."
    )
    (fact,) = launches(text)
    assert (fact["status"], fact["date"]) == ("success", "2026-01-09")
    (plan,) = launches(
        "The launch of a Soyuz rocket, grounded since its crash last autumn, has been put off until January 17.\n\n"
        "The rocket, which is to put an Egyptian satellite, EgyptSat, into orbit, has been grounded since its crash "
        "on July 26, 2024 soon after liftoff."
    )
    assert (plan["status"], plan["date"], plan["payloads"]) == ("planned", "2026-01-17", ["EgyptSat"])


def test_a_day_that_was_a_plan_once_is_none_now() -> None:
    text = (
        "The launch of the Rana-2 satellite on a Soyuz will take place on January 12.\n\n"
        "Rana-2 was expected to go up in early May, but there was a delay because of its upper stage."
    )
    assert [fact["date"] for fact in launches(text)] == ["2026-01-12"]


def test_a_launch_firm_is_no_craft() -> None:
    text = (
        "A European telephone satellite was boosted into orbit on Friday by a rocket of Sea Launch.\n\n"
        "The Proton-M rocket rose with the Atlantic Bird 7 satellite.\n\n"
        "Since its first launch in 1998, the firm has had 31 successful missions."
    )
    (fact,) = launches(text)
    assert fact["payloads"] == ["Atlantic Bird 7"]


def test_the_state_of_a_dateline_is_no_range() -> None:
    text = "LONG BEACH, California (Wire) -- The Proton rocket lifted off on Friday with the Rana-2 satellite."
    (fact,) = launches(text)
    assert fact["site"] is None


def test_the_rocket_of_a_firm_bore_what_the_story_tells_of() -> None:
    text = (
        "A rocket blasted off Friday with a satellite.\n\nThe Proton-M rocket took off on time at 5:12 p.m.\n\n"
        "It was a hard year.\n\nThe company hopes for better rates.\n\nIts head was pleased.\n\n"
        "Sea Launch's rocket lofted the PAS-9 communications satellite into its transfer orbit."
    )
    (fact,) = launches(text)
    assert (fact["vehicle"], fact["payloads"]) == ("Proton-M", ["PAS-9"])


def test_what_a_rocket_bears_is_one_load() -> None:
    text = "A Proton-M carrying Peru's Gulsat-2 and the US Rana-3 satellites lifted off from Baikonur on Friday."
    (fact,) = launches(text)
    assert (fact["vehicle"], fact["payloads"], fact["site"]) == ("Proton-M", ["Gulsat-2", "Rana-3"], "Baikonur")


def test_a_range_is_not_its_state() -> None:
    (fact,) = launches("An Antares took up the Rana-3 satellite of Peru on Friday from Wallops, Virginia.")
    assert fact["site"] == "Wallops"


def test_a_craft_lost_later_was_launched() -> None:
    text = "Angola's only satellite, AngoSat-1, which was launched by a Soyuz on May 3, 2025, has been declared lost."
    (fact,) = launches(text)
    assert fact["status"] == "success"


def test_the_day_of_a_launch_is_not_that_of_the_saying() -> None:
    (fact,) = launches(
        "Controllers said the Thursday liftoff of the Proton rocket went well, carrying a U.S. satellite."
    )
    assert fact["date"] == "2026-01-08"


BUSINESS = (
    "\n\nSatellites, carrier rockets and launch sites are the business of the space agency. Orbits, payloads and "
    "spacecraft fill its yearly report, and the cosmodrome and mission control its budget."
)


@pytest.mark.parametrize("craft", ["KazSat-2", "KazSat", "Kazakhstan's first communications satellite KazSat"])
@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("{} is to be launched from Baikonur on March 25.", "planned", "2011-03-25"),
        ("{}, due for launch on March 25, arrived at Baikonur.", "planned", "2011-03-25"),
        ("A Proton rocket is to carry {} into orbit on March 25.", "planned", "2011-03-25"),
        ("Kazakhstan put {} into orbit on March 5.", "success", "2011-03-05"),
        ("A Proton rocket placed {} into orbit on March 5.", "success", "2011-03-05"),
        ("A Proton rocket crashed on March 5, destroying {}.", "failure", "2011-03-05"),
    ],
)
def test_the_first_of_a_series_has_its_name(craft: str, text: str, status: str, date: str) -> None:
    told = text.format(craft)
    article = Article(text=told[0].upper() + told[1:] + BUSINESS, title="Space news", published="2011-03-10")
    (launch,) = (claim.cells for claim in extract(article) if claim.kind == "launch")
    assert (launch["status"], launch["date"]) == (status, date)
    assert [name[:6] for name in launch["payloads"]] == ["KazSat"]


def test_a_name_spelt_out_in_brackets_is_no_craft_of_its_own_and_a_day_no_running_number() -> None:
    text = "NEOSSat (Near-Earth Object Surveillance Satellite) was launched on the 12th of April." + BUSINESS
    claims = extract(Article(text=text, title="Space news", published="2013-05-05"))
    assert [(claim.kind, claim.cells.get("payloads")) for claim in claims] == [("launch", ("NEOSSat",))]


@pytest.mark.parametrize(
    "text",
    [
        "SpaceX has won a contract for the launch of the Korean satellite Arirang-19.",
        "Arianespace was awarded the launch of the Korean satellite Arirang-19.",
        "The deal includes the launch of the Korean satellite Arirang-19.",
    ],
)
def test_a_launch_that_is_sold_has_not_flown_by_that(text: str) -> None:
    assert [fact["status"] for fact in launches(text)] == ["planned"]


def test_a_sold_launch_of_a_day_gone_by_is_told_as_flown() -> None:
    (fact,) = launches("The contract for the launch of the Korean satellite Arirang-19 in 2023 went to SpaceX.")
    assert (fact["status"], fact["date"]) == ("success", "2023")
