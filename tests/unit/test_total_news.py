"""Totals as newspapers and trade news tell them: fleets, tallies, and figures that are no totals."""

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


def told(text: str, title: str | None = None) -> list[tuple[str, int, str]]:
    return [(found["metric"], found["value"], found["scope"]) for found in totals(text, title)]


def test_a_figure_at_the_head_of_a_sentence_is_a_stock() -> None:
    assert told("1,876 Starlink satellites are currently orbiting the Earth.") == [("satellites", 1876, "current")]


def test_a_fleet_grows_to_a_number_whoever_owns_it() -> None:
    assert told("The spacecraft fleet of the operator grew to 281 satellites.") == [("satellites", 281, "cumulative")]


def test_those_who_join_raise_the_number_of_members() -> None:
    (found,) = totals("Chad and Peru have joined the Artemis Accords, bringing the total to 27.")
    assert (found["metric"], found["value"], found["subject"]) == ("partner_countries", 27, "Artemis Accords")


def test_a_record_batch_is_a_feat() -> None:
    assert ("satellites", 34, "cumulative") in told("A carrier rocket put a record 34 satellites into orbit.")


def test_a_whole_beside_its_part_is_nobodys() -> None:
    found = totals("Starlink boasts 6,204 active satellites out of 13,010 in orbit.")
    assert [(f["value"], f.get("of")) for f in found] == [(6204, "USA"), (13010, None)]


def test_the_company_is_the_firm_of_the_title() -> None:
    (found,) = totals(
        "The satellite was built by King Saud University. It is the company's second dedicated mission.",
        title="Arianespace lofts a satellite",
    )
    assert (found["metric"], found["value"], found["subject"]) == ("launches", 2, "Arianespace")


def test_the_counted_noun_is_the_last_of_its_phrase() -> None:
    found = told("The mission was the operator's second dedicated smallsat rideshare mission.")
    assert found == [("launches", 2, "ordinal")]


@pytest.mark.parametrize(
    "text",
    [
        "Three commercial flights of the Zenit rocket are scheduled for 2027.",
        "Fourteen launches have been reserved by the operator at the spaceport.",
        "The operator has purchased 12 launches on the Falcon 9 rocket.",
        "The operator has signed a contract for ten launches of its satellites.",
        "The agency has set a goal of 35 launches.",
        "The first-stage booster of this rocket, which had already flown 11 times, came back.",
        "Monday marked the ninth flight of the rocket's first-stage booster.",
        "One of the 30 co-passenger satellites on the rocket was Indian.",
        "There are usually 15 to 25 commercial launches in the world each year.",
    ],
)
def test_plans_orders_boosters_and_rates_are_no_totals(text: str) -> None:
    assert not totals(text)


def test_who_built_the_satellites_did_not_launch_them() -> None:
    found = totals("China has launched 14 satellites built by Thales Alenia Space for foreign customers.")
    assert [f.get("of") for f in found] == ["CHN"]
