"""Totals in the words of papers that nobody had read before."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = (
    "\n\nThe agency spoke of satellites and of spacecraft in orbit, of rockets and of their spaceports, "
    "the space agency among them."
)


def totals(text: str) -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, title=None, published="2025-06-20"))
    return [claim.to_json() for claim in claims if claim.kind == "total"]


def values(text: str) -> list[tuple[str, int, str]]:
    return sorted((found["metric"], found["value"], found["scope"]) for found in totals(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what has been earned by deeds done
        ("India has earned 90 million dollars by launching 45 foreign satellites.", [("satellites", 45, "cumulative")]),
        # two sizes, one noun
        ("JAXA has also launched four micro and nano satellites.", [("satellites", 4, "cumulative")]),
        # the members of a body, listed behind a colon
        ("The group fosters space work among 14 member states: Oman, Iraq, Egypt and others.",
         [("partner_countries", 14, "current")]),
        # a part of what is to be
        ("So far OneWeb has put up 218 of a planned 650 satellites.", [("satellites", 218, "cumulative")]),
        # craft ferried up
        ("Ariane rockets have ferried 706 satellites into space so far.", [("satellites", 706, "cumulative")]),
        # two places in the row
        ("They were the 15th and 16th satellites launched for Japan by Arianespace.",
         [("satellites", 15, "ordinal"), ("satellites", 16, "ordinal")]),
    ],
)  # fmt: skip
def test_a_total(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Telesat wants to build a constellation of 298 satellites.",
        "SpaceX has re-flown its boosters 45 times.",
        "ISRO may earn 90 million dollars by launching 45 foreign satellites.",
    ],
)
def test_no_total(text: str) -> None:
    assert totals(text) == []
