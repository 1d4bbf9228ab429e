"""Launches told in other words: what each mechanism of the launch frames reads, in several wordings of one thing."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = "\n\nThe agency spoke of satellites, rockets and orbits."


def launches(text: str, title: str | None = None, published: str = "2025-06-20") -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "launch"]


def one(text: str, title: str | None = None, published: str = "2025-06-20") -> dict[str, Any]:
    (found,) = launches(text, title, published)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Azersat-9, built by Orbital Sciences, on its Star-2 platform, was put into orbit on May 7 by a Vega.",
        "GuaraniSat-9, a cubesat of Paraguay's space agency, went up on May 7 on a Vega.",
        "LOTUSat-9, which Japan built under a loan, was orbited on May 7 by a Vega.",
        "The firm owns NorSat-9, launched on May 7 on a Vega, as well as NorSat-7 and NorSat-8.",
        "MeasaSat-9, a communications satellite of the Malaysian operator, was lofted on May 7 by a Vega.",
    ],
)  # fmt: skip
def test_a_phrase_slipped_in_does_not_part_a_craft_from_its_verb(text: str) -> None:
    found = one(text)
    assert len(found["payloads"]) == 1 and found["payloads"][0].endswith("-9"), found["payloads"]
    assert (found["date"], found["vehicle"]) == ("2025-05-07", "Vega")


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("Others came from Nepal (MunalSat-4), Spain and Brazil.", {"NPL", "ESP", "BRA"}),
        ("Among the other passengers were satellites from Nepal, Spain and Brazil.", {"NPL", "ESP", "BRA"}),
        ("Also on board were Nepal's MunalSat-4, Spain's KidSat and BrasilSat-9 of Brazil.", {"NPL", "ESP", "BRA"}),
        ("The latter included Nepal's MunalSat-4, KidSat from Spain and Brazil's nCube-7.", {"NPL", "ESP", "BRA"}),
        ("MunalSat-4 of Nepal and Spain's KidSat shared the ride.", {"NPL", "ESP"}),
    ],
)  # fmt: skip
def test_the_passengers_of_other_sentences_and_their_owners_are_added(more: str, codes: set[str]) -> None:
    found = one("India's PSLV-C99 lifted off from Sriharikota on June 3 with the Indian satellite EOS-99. " + more)
    assert codes <= set(found["customers"])


@pytest.mark.parametrize(
    "text",
    [
        "KeplerSat-3 was taken up on June 3 by a Vega rocket, together with Chile's FaSat-9.",
        "It went up on June 3 on a Vega along with the Chilean satellite FaSat-9.",
        "The satellite was orbited on June 3 by a Vega that also carried FaSat-9.",
        "The lift-off of the Vega with the satellite, with FaSat-9 as companion, took place on June 3.",
    ],
)
def test_a_companion_is_not_all_that_flew(text: str) -> None:
    found = one(text, title="KeplerSat-3 is in orbit")
    assert found["date"] == "2025-06-03"
    assert "FaSat-9" in found["payloads"]


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday the five agencies launched a joint council for their fleet, Gaofen-6 included.",
        "OneWeb launched a flat-panel terminal in Singapore on Wednesday.",
        "Starlink has launched its services in Chad this week.",
        "NASA launched a tender on Wednesday for the parts of Artemis 9.",
        "The agency on Wednesday launched an inquiry into the Galileo contract.",
    ],
)
def test_what_does_not_fly_is_not_launched(text: str) -> None:
    assert launches(text) == []


def test_sisters_are_told_by_their_number_alone() -> None:
    assert one("Ondo-1 and -2 were put in orbit by a Falcon 9 on June 3.")["payloads"] == ["Ondo-1", "Ondo-2"]
    two = launches("Vinasat-8 and -9 were orbited by Ariane 5, in April 2009 and May 2012.")
    assert [(f["payloads"], f["date"]) for f in two] == [(["Vinasat-8"], "2009-04"), (["Vinasat-9"], "2012-05")]
    found = one("A Vega-C lost two imaging satellites, Pleiades Neo 5 and 6, on June 3 in a failed launch.")
    assert found["payloads"] == ["Pleiades Neo 5", "Pleiades Neo 6"]


def test_sisters_of_a_series_are_two_launches() -> None:
    found = launches("NorSat-4 will be launched in 2027. NorSat-TD is to be orbited in 2026 by a Falcon 9.")
    assert [f["payloads"] for f in found] == [["NorSat-4"], ["NorSat-TD"]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("KazSat-9 has served viewers since 2014, when a Proton-M took it up on April 28.", "2014-04-28"),
        ("The ban was waived in 2015, when an Atlas 5 took up KazSat-9 on April 28.", "2015-04-28"),
        ("KazSat-9, ordered from Airbus in November 2022, will be launched by a Falcon 9 in 2026.", "2026"),
        ("KazSat-9, launched in August 2016 on an Ariane 5, broke up in orbit on Oct. 19.", "2016-08"),
        ("Cygnus NG-99 came to the station on Tuesday, two days after a Falcon 9 orbited it.", "2025-06-15"),
        ("KazSat-9 failed in 2019, three years after its launch on a Proton.", "2016"),
    ],
)
def test_of_several_dates_the_lift_off_has_its_own(text: str, date: str) -> None:
    assert one(text)["date"] == date


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("EgyptSat-9, launched on a Dnepr on April 17, 2007, went silent three years later.", "success"),
        ("The successor of the lost Angosat-1, Angosat-9, went up from Baikonur on Wednesday.", "success"),
        ("KazSat-9, which a Proton carried in September 2017, has lost part of its power.", "success"),
        ("PSLV-C98 could not place EOS-98 in orbit on May 18.", "failure"),
        ("The PSLV-C98 mission of May 18 with EOS-98 could not be accomplished.", "failure"),
        ("Vega's 17th flight ended in failure after it left Kourou on Nov. 17, 2020, destroying Ingenio of Spain.",
         "failure"),
        ("Es'hail-9 is set for a Falcon 9 on Thursday.", "planned"),
        ("High winds made Arianespace call off the launch of a Vega with the Ingenio satellite on Monday.", "planned"),
        ("ISRO has fixed June 29 as the date for the GSLV-F95 mission with NVS-9.", "planned"),
        ("The first flight of the Zhuque-9 rocket is on the calendar for the last quarter.", "planned"),
        ("Sentinel-1X is to follow in the second half of this year, on an Ariane 6.", "planned"),
    ],
)  # fmt: skip
def test_words_around_a_launch_tell_how_it_ended(text: str, status: str) -> None:
    assert one(text)["status"] == status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ecuador cheered on May 7 as its second satellite, Condor-9, rose from Jiuquan on a Long March 6.", "ECU"),
        ("In Chad, the first satellite, which a Falcon 9 lofted in April 2015, is still at work.", "TCD"),
        ("South Korea's fourth military spy satellite was launched on Tuesday on a Falcon 9.", "KOR"),
        ("On June 3 China put Bolivia's Tupac Amaru into orbit with a Long March 3B.", "BOL"),
        ("A Vega lifted off from Kourou on June 3 carrying SkyMax-2 for Brazil's Telebras.", "BRA"),
    ],
)  # fmt: skip
def test_the_owner_is_whom_the_words_around_a_craft_name(text: str, code: str) -> None:
    assert one(text)["customers"] == [code]


def test_a_crafts_joint_owners_are_those_that_the_sentence_names() -> None:
    assert one("The James Webb Space Telescope went up on an Ariane 5 on December 25, 2021.")["customers"] == ["USA"]
    assert one("Brazil and China sent up CBERS-4 on December 7, 2014.")["customers"] == ["BRA", "CHN"]


def test_a_state_is_a_range_only_where_a_rocket_rises_from_it() -> None:
    assert one("A Falcon 9 from Florida's Kennedy Space Center lofted Nilesat 399 on June 3.")["site"] == (
        "Kennedy Space Center"
    )
    assert one("A Falcon 9 orbited four satellites for HawkEye 360 of Virginia on June 3.")["site"] is None
    assert one("Nilesat 399 was lofted on June 3 from California by a Falcon 9.")["site"] == "California"


@pytest.mark.parametrize(
    "text",
    [
        "The Nuri stands 47 metres tall. The two-stage rocket blasted off from Naro on Tuesday.",
        "The Vega rocket has not flown for long. Its last outing, in October 2022, ended in failure.",
    ],
)
def test_the_rocket_points_back_to_the_one_named(text: str) -> None:
    assert one(text, title="Korean space agency KARI looks back at its rocket")["vehicle"] in ("Nuri", "Vega")


@pytest.mark.parametrize(
    "text",
    [
        "The rocket's next mission, for the U.S. Air Force, is scheduled for July.",
        "The next flight of the rocket, with Eutelsat 88, is planned for July.",
        "Eutelsat 88 is to go up in July on the same type.",
        "Its last flight, in July 2024, carried Eutelsat 88.",
    ],
)
def test_a_later_flight_is_of_the_rocket_told_before(text: str) -> None:
    found = launches("SpaceX's Falcon Heavy rocket put Arabsat-6X into orbit on May 11. " + text)
    assert [fact["vehicle"] for fact in found] == ["Falcon Heavy", "Falcon Heavy"]


def test_the_variant_belongs_to_the_rockets_name() -> None:
    found = one("A Sea Launch Zenit-3SL lofted Intelsat 99 on May 3.", published="2010-06-20")
    assert found["vehicle"] == "Sea Launch Zenit-3SL"
