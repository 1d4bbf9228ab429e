"""Totals told in other words: whom they are about, and what they count."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = (
    "\n\nThe agency spoke of satellites and of spacecraft in orbit, of rockets and of their spaceports, "
    "the space agency among them."
)


def totals(text: str, title: str | None = None) -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, title=title, published="2025-06-20"))
    return [claim.to_json() for claim in claims if claim.kind == "total"]


def one(text: str, title: str | None = None) -> dict[str, Any]:
    (found,) = totals(text, title)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The island state is the 51st country to put its name to the document.",
        "Malta was on Monday the 51st nation to sign the accords.",
        "Malta, which signed the accords in May, was the 51st country.",
        "Malta's minister signed the accords, becoming the 51st signatory.",
        "The 51st country to join the accords is Malta.",
    ],
)
def test_who_joins_an_agreement_has_a_place_in_the_row(text: str) -> None:
    found = one(text, title="Malta signs the Artemis Accords")
    assert (found["value"], found["metric"], found["scope"]) == (51, "partner_countries", "ordinal")
    assert found["subject"] == "Artemis Accords"


def test_a_newcomer_brings_the_number_to_a_sum() -> None:
    found = one("Malta signed the Artemis Accords on Monday, making it 51 countries.")
    assert (found["value"], found["scope"], found["subject"]) == (51, "cumulative", "Artemis Accords")


def test_twice_is_two_flights() -> None:
    found = one("The solid-fuel Ceres-1 rocket has flown twice.")
    assert (found["metric"], found["value"], found["subject"]) == ("launches", 2, "Ceres-1")


def test_members_are_counted_as_they_are_now() -> None:
    assert one("ESA, which has 23 member states, signed the deal in Paris.")["scope"] == "current"


def test_a_general_noun_has_the_nation_beside_it() -> None:
    assert {f["of"] for f in totals("The UK agency funds 33 projects in 47 countries.")} == {"GBR"}


def test_a_shared_programme_is_the_nations_that_calls_it_its_own() -> None:
    found = one(
        "Some 20 countries have joined the International Lunar Research Station.", title="China's moon base grows"
    )
    assert found["of"] == "CHN"


def test_a_rocket_goes_before_the_range_it_flew_from() -> None:
    assert one("The Soyuz had lifted off from Kourou 27 times.")["subject"] == "Soyuz"


def test_no_date_and_no_crowd_is_a_total() -> None:
    assert totals("Trisat-9 and its twin went up on September 3 on board a Vega rocket.") == []
    assert all(f["value"] < 250 for f in totals("The center has trained 3,500 participants of 59 countries."))
