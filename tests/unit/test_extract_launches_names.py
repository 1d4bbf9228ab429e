"""What a launch names as its load: whole names of unlisted craft, and no people, systems or other words."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract
from transforms.resolve.names import identify


def payloads(text: str) -> list[list[str]]:
    article = Article(text=text, title="News of satellites and spacecraft", published="2026-01-10")
    found: list[dict[str, Any]] = [claim.to_json() for claim in extract(article) if claim.kind == "launch"]
    return [launch["payloads"] for launch in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Naro deployed its payload, the Ocean and Climate Satellite-4B, into an orbit above the Earth.",
            ["Ocean and Climate Satellite-4B"],
        ),
        (
            "The rocket took the experimental satellite Relay Technology Demonstrator 4 to a geosynchronous orbit.",
            ["Relay Technology Demonstrator 4"],
        ),
        ("The Chile Remote Sensing Satellite (CRSS-2) System was launched from Kourou in June 2025.", ["CRSS-2"]),
    ],
)
def test_an_unlisted_craft_has_its_whole_name_and_no_other(text: str, names: list[str]) -> None:
    assert payloads(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        "NASA astronaut Ada B. Quill launched aboard the Soyuz MS-45 spacecraft on Thursday.",
        "Quill launched aboard the Soyuz MS-45 spacecraft on Thursday. NASA astronaut Ada Quill will stay in orbit.",
    ],
)
def test_who_flies_is_no_load_though_named_by_the_surname_alone(text: str) -> None:
    assert payloads(text) == [["Soyuz MS-45"]]


@pytest.mark.parametrize(
    ("one", "other"), [("SpaceX Crew-18", "Crew-18"), ("Telesat Anik F3", "Anik F3"), ("NASA Lumen-2", "Lumen 2")]
)
def test_a_craft_is_the_same_with_its_owner_before_it(one: str, other: str) -> None:
    assert identify("spacecraft", one) == identify("spacecraft", other)


def test_a_series_called_like_its_firm_keeps_the_name() -> None:
    assert identify("spacecraft", "Intelsat IS-99") != identify("spacecraft", "IS-99")


def test_a_craft_behind_its_written_out_name_needs_no_other_word_of_space() -> None:
    assert payloads("The Chile Remote Sensing Satellite (CRSS-2) was launched in June 2025.") == [["CRSS-2"]]


def test_a_phone_called_satellite_is_no_launch() -> None:
    assert payloads("Hansa launched the Aster Satellite Phone S-24 in June 2025.") == []


@pytest.mark.parametrize(
    "text",
    [
        "July 2000: The Zvezda module, home of the crews to come, is lofted by a Proton of Russia.",
        "In July 2000 a Proton of Russia lifts the Zvezda module into orbit.",
    ],
)
def test_a_module_is_a_load_and_the_present_tense_of_a_chronicle_tells_the_past(text: str) -> None:
    article = Article(text=text, title="News of satellites and spacecraft", published="2026-01-10")
    (found,) = [claim.to_json() for claim in extract(article) if claim.kind == "launch"]
    assert (found["status"], found["date"], found["payloads"]) == ("success", "2000-07", ["Zvezda module"])


def test_a_year_behind_a_milestone_is_its_own() -> None:
    text = "Steps: a station opened in 1987; PoSAT-1 was launched from Kourou, 1993; a member of the agency, 2000."
    article = Article(text=text, title="News of satellites and spacecraft", published="2026-01-10")
    assert [claim.to_json()["date"] for claim in extract(article) if claim.kind == "launch"] == ["1993"]


def test_a_partner_is_no_load_though_its_craft_are_called_so() -> None:
    text = "In 2023 Togo launched the satellite Kete-1 in cooperation with OneWeb, an operator in London."
    assert payloads(text) == [["Kete-1"]]


def test_a_launch_dated_itself_is_not_counted_from_another() -> None:
    text = "The craft Lyra-3 will go up in October, two years after the launch of the satellite Lyra-2 in 2023."
    article = Article(text=text, title="News of satellites and spacecraft", published="2025-01-10")
    found = [claim.to_json() for claim in extract(article) if claim.kind == "launch"]
    assert [launch["date"] for launch in found if launch["payloads"] == ["Lyra-2"]] == ["2023"]


def test_a_span_that_is_counted_over_is_no_day_of_a_launch() -> None:
    text = (
        "Launching such 60 satellites for clients earned 12 million euros between March 2014 and July 2017. "
        "The PSLV and the GSLV Mk III took them up."
    )
    assert payloads(text) == []


def test_what_did_not_get_far_has_failed() -> None:
    text = "An Antares rose from Wallops Island on October 28, 2014, but did not get far."
    article = Article(text=text, title="News of satellites and spacecraft", published="2016-10-18")
    (found,) = [claim.to_json() for claim in extract(article) if claim.kind == "launch"]
    assert (found["status"], found["date"], found["vehicle"]) == ("failure", "2014-10-28", "Antares")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Freja was a satellite and cost little. Freja followed on 6 October 1992, on a Long March 2C.", ["Freja"]),
        ("The Gaia satellite weighs two tonnes. Gaia, a bargain, went to space on a Soyuz on Thursday.", ["Gaia"]),
        ("A Vega from Kourou released Gaia on Friday.", ["Gaia"]),
        ("PSLV-C31 thundered off on Friday and an hour later dropped SARAL into its slot.", ["SARAL"]),
    ],
)  # fmt: skip
def test_an_everyday_name_is_a_crafts_where_the_article_says_so_or_a_rocket_carries_it(
    text: str, names: list[str]
) -> None:
    assert payloads(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        "Freja followed on 6 October 1992, on a Long March 2C.",
        "Gaia glowed over Kiruna when a Vega from Kourou was launched on Friday.",
    ],
)
def test_an_everyday_name_that_nothing_explains_is_no_load(text: str) -> None:
    assert payloads(text) == [[]]


def test_what_the_craft_belongs_to_is_no_second_load() -> None:
    text = "Giove-C, the third satellite of the Galileo programme, was orbited on Wednesday by a Soyuz from Baikonur."
    assert payloads(text) == [["Giove-C"]]


def test_the_storys_launch_does_not_take_the_day_of_its_forerunner() -> None:
    text = (
        "Friday was a good day for sailors. At 9 a.m. a Falcon 9 departed from Vandenberg with Sentinel-6C. "
        "On 10 August 1992 an Ariane 42P hoisted TOPEX/Poseidon from Kourou."
    )
    assert payloads(text) == [["Sentinel-6C"], ["TOPEX/Poseidon"]]


def test_an_agency_for_launches_launches_nothing_by_its_name() -> None:
    text = "Mars Express is in orbit. In July the launch and tracking agency CLTC put its signature to a deal."
    assert payloads(text) == []
