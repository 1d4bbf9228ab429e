"""Launches: classes of wording, each with the fact that it tells or does not tell."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article
from transforms.extract import extract
from transforms.extract.launches.names import are_alike, dates_agree, overlap

SPACE = "The agency spoke of satellites, rockets and orbits on Tuesday.\n\n"


def launches(text: str, title: str | None = None, published: str | None = "2022-08-09") -> list[dict[str, Any]]:
    claims = extract(Article(text=SPACE + text, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "launch"]


def one(text: str, **told: Any) -> None:
    """The text tells of one launch, and of it what is given."""
    (found,) = launches(text)
    assert {name: found[name] for name in told} == told


@pytest.mark.parametrize(
    ("text", "date", "vehicle", "payloads", "site"),
    [
        ("A Vega-C boosted the Moroccan satellite Sahara-1 into a polar orbit from Kourou late on Monday.",
         "2022-08-08", "Vega-C", ["Sahara-1"], "Kourou"),
        ("Sahara-1 reached orbit on Sunday after a flawless ride on India's PSLV from Sriharikota.",
         "2022-08-07", "PSLV", ["Sahara-1"], "Sriharikota"),
        ("The rocket, a Long March 6, rose from Taiyuan at 10:15 a.m. on Friday with ten Jilin-1 satellites.",
         "2022-08-05", "Long March 6", ["Jilin-1"], "Taiyuan"),
        ("In 2003 came BilSat-1, which went up on a Kosmos-3M from Plesetsk on 27 September.",
         "2003-09-27", "Kosmos-3M", ["BilSat-1"], "Plesetsk"),
        ("India sent up the satellites Lume-1 and Lume-2 on April 22 aboard PSLV-C55.",
         "2022-04-22", "PSLV-C55", ["Lume-1", "Lume-2"], None),
        ("Gokturk-1 joined them in December 2016, courtesy of a Vega.", "2016-12", "Vega", ["Gokturk-1"], None),
    ],
)  # fmt: skip
def test_verbs_of_many_sorts_tell_of_one_launch(
    text: str, date: str, vehicle: str, payloads: list[str], site: str | None
) -> None:
    one(text, status="success", date=date, vehicle=vehicle, payloads=payloads, site=site)


def test_what_is_to_come_is_planned_and_its_date_lies_ahead() -> None:
    one("KuwaitSat-1 is to ride to orbit on a Falcon 9 next January.", status="planned", date="2023-01")
    one("KuwaitSat-1 is scheduled for launch on a Falcon 9 on Sept. 3.", status="planned", date="2022-09-03")


def test_a_lost_rocket_is_a_failure_and_a_later_silence_is_none() -> None:
    one("ChinaSat 20 fell into the sea on Friday when its Long March 3B lost thrust.", status="failure")
    one("EgyptSat-9 was launched on a Soyuz on May 3, 2021; contact was lost in June.", status="success")


def test_a_list_is_one_launch_for_each_craft_with_its_own_date() -> None:
    found = launches(
        "The satellite Lume-1 was launched on October 14, 1999, Lume-2 on October 21, 2003 and Lume-2B in May 2007."
    )
    told = [(fact["payloads"], fact["date"]) for fact in found]
    assert told == [(["Lume-1"], "1999-10-14"), (["Lume-2"], "2003-10-21"), (["Lume-2B"], "2007-05")]


def test_headline_lead_and_body_are_one_launch() -> None:
    body = "A Turkish satellite was launched on Monday.\n\nThe Falcon 9 lifted off at 7:39 a.m. from Cape Canaveral."
    (found,) = launches(body, title="Falcon 9 launches Turksat 9A")
    assert found["payloads"] == ["Turksat 9A"]
    assert (found["date"], found["vehicle"], found["site"]) == ("2022-08-08", "Falcon 9", "Cape Canaveral")


def test_owners_are_told_by_demonym_and_preposition() -> None:
    one("A Long March 2D launched the remote sensing satellite Nimbus-7 of Kenya on May 3, 2021.", customers=["KEN"])
    one("Three Algerian satellites were launched by a PSLV on Monday.", customers=["DZA"])
    one("A Falcon 9 launched Kacific1, a seven-tonne Boeing spacecraft, on Monday.", customers=["SGP"])
    one("A Falcon 9 launched the Airbus satellite Kacific1 on Monday.", customers=["SGP"])


@pytest.mark.parametrize(
    "text",
    [
        "SpaceX held a static fire of its Falcon 9 on Monday.",
        "The firm launched a new service for Starlink users on Monday.",
        "The two satellites were to have flown on a Soyuz from Baikonur in April.",
        "A ballistic missile lifted off on Monday.",
        "The launch contract for Sat-9 was signed on Monday.",
        "China has carried out 86 launches of Long March rockets since 2011.",
    ],
)
def test_other_launches_are_no_facts(text: str) -> None:
    assert launches(text) == []


NAMES = st.text(alphabet="ABab12 -", max_size=12)
DATES = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]))


@given(NAMES, NAMES)
def test_likeness_of_names_has_no_direction(a: str, b: str) -> None:
    assert are_alike(a, b) == are_alike(b, a)
    assert overlap(a, b) == overlap(b, a)


@given(DATES, DATES)
def test_agreement_of_dates_has_no_direction_and_a_missing_one_agrees(a: str | None, b: str | None) -> None:
    assert dates_agree(a, b) == dates_agree(b, a)
    assert dates_agree(a, None)
    assert dates_agree(a, a)
