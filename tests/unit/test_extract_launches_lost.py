"""Launches that went wrong with their load on board, that were given up, and the people who fly."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract


def launches(text: str) -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title="News of satellites and spacecraft", published="2026-01-10"))
    return [claim.to_json() for claim in claims if claim.kind == "launch"]


@pytest.mark.parametrize(
    "text",
    [
        "A Proton-M rocket carrying the Gulsat-1 satellite for Qatar failed shortly after launch on May 3, 2015.",
        "A PSLV carrying the Nimra-2 satellite failed minutes after launch on May 3, 2015.",
        "An Ariane 5 with two satellites aboard failed shortly after launch on May 3, 2015.",
        "On May 3, 2015 a Dnepr loaded with the Tala-1 satellite failed 74 seconds into flight.",
        "An Indian GSLV rocket bearing the Gita-9 spacecraft failed on May 3, 2015, minutes after lifting off.",
        "A Falcon 9 that was carrying the Rana-2 satellite failed two minutes after launch on May 3, 2015.",
        "The failed launch of a Vega with the Nimra-2 satellite took place on May 3, 2015.",
    ],
)
def test_a_rocket_fails_with_its_load(text: str) -> None:
    assert [(fact["status"], fact["date"]) for fact in launches(text)] == [("failure", "2015-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The Gulsat-1 satellite was launched on a Proton-M on May 3, 2015 and failed in orbit three years later.",
        "A PSLV carrying the Nimra-2 satellite lifted off on May 3, 2015; the satellite failed a week later.",
        "A Falcon 9 carrying the Nimra-2 satellite lifted off on May 3, 2015, but its booster failed to land.",
        "A Soyuz carrying the Gulsat-2 satellite to replace the one lost in 2012 lifted off on May 3, 2015.",
        "A Falcon 9 with the Nimra-2 satellite aboard was launched on May 3, 2015 despite a failed sensor.",
    ],
)
def test_the_failure_of_another_thing_is_not_the_rockets(text: str) -> None:
    assert [(fact["status"], fact["date"]) for fact in launches(text)] == [("success", "2015-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The launch of the Turmak-5 satellite on a Falcon 9 was cancelled.",
        "Turkey has cancelled the launch of the Turmak-5 satellite on a Falcon 9 in May 2026.",
        "Turkey dropped plans to launch the Turmak-5 satellite on a Falcon 9 in May 2026.",
        "The Turmak-5 satellite's launch aboard a Soyuz, set for May 2026, was scrapped.",
        "Plans for a launch of Turmak-5 on a Soyuz rocket in May 2026 were abandoned.",
        "Arianespace called off the launch of Turmak-5 on an Ariane 5 on Tuesday.",
    ],
)
def test_a_launch_given_up_is_no_fact(text: str) -> None:
    assert launches(text) == []


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("The launch of the Turmak-5 satellite on a Falcon 9 was cancelled and rescheduled for May 3, 2026.",
         "planned", "2026-05-03"),
        ("The launch of the Turmak-5 satellite on a Falcon 9 was called off minutes before lift-off because of winds.",
         "planned", None),
        ("The Turmak-5 satellite will be launched on a Falcon 9 in May 2026 after a Soyuz flight was cancelled.",
         "planned", "2026-05"),
        ("The Turmak-5 satellite was launched on a Falcon 9 on May 3, 2025 after its launch on a Soyuz was cancelled.",
         "success", "2025-05-03"),
    ],
)  # fmt: skip
def test_a_launch_stands_that_has_a_new_day_or_lost_only_its_day(text: str, status: str, date: str | None) -> None:
    assert [(fact["status"], fact["date"]) for fact in launches(text)] == [(status, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Czechoslovak cosmonaut Vladimir Remek flew to the Salyut 6 space station on a Soyuz rocket on May 2, 1978 "
        "together with the Soviet Union's Aleksei Gubarev.",
        "On May 2, 1978 a Soyuz rocket launched Kenya's Wanjiku Otieno together with Peru's Rumi Quispe to the space "
        "station.",
        "A Soyuz rocket carrying Peru's Rumi Quispe lifted off on May 2, 1978. The astronaut is to stay for a week.",
        "Hungary's Tibor Kapu lifted off on a Soyuz rocket on May 2, 1978.",
    ],
)
def test_a_person_is_no_payload(text: str) -> None:
    (found,) = launches(text)
    assert (found["payloads"], found["date"]) == ([], "1978-05-02")


@pytest.mark.parametrize(
    ("text", "payloads"),
    [
        ("A PSLV put Brazil's Amazonia-1 into orbit on May 3, 2021 together with India's Sindhu Netra.",
         ["Amazonia-1", "Sindhu Netra"]),
        ("A Proton launched Peru's Rumi Quispe satellite on May 3, 2019.", ["Rumi Quispe"]),
    ],
)  # fmt: skip
def test_a_craft_with_two_names_is_a_payload(text: str, payloads: list[str]) -> None:
    (found,) = launches(text)
    assert found["payloads"] == payloads
