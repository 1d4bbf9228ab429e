"""Totals told as shares of a whole, by the times or by the kind: year reviews and what they count by name."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = (
    "\n\nThe agency spoke of satellites and of spacecraft in orbit, of rockets and of their spaceports, "
    "the space agency among them."
)


def totals(text: str) -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, published="2025-06-20"))
    return [claim.to_json() for claim in claims if claim.kind == "total"]


def told(text: str) -> list[tuple[int, str | None, str | None]]:
    return [(found["value"], found.get("of"), found.get("subject")) for found in totals(text)]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "The planet saw 223 launches in 2023. The United States carried out 109 of them and China 67.",
            [(223, None, None), (109, "USA", None), (67, "CHN", None)],
        ),
        (
            "There were 90 launches last year. United Launch Alliance was responsible for eight.",
            [(90, None, None), (8, "USA", "United Launch Alliance")],
        ),
        (
            "Russia launched 19 rockets in 2023, India seven and Japan three.",
            [(19, "RUS", None), (7, "IND", None), (3, "JPN", None)],
        ),
        (
            "SpaceX made 96 flights in 2023. The Falcon Heavy five times. And the Falcon 9 91 times.",
            [(96, "USA", "SpaceX"), (5, "USA", "Falcon Heavy"), (91, "USA", "Falcon 9")],
        ),
        ("Of the 223 rockets launched in 2023, 212 reached orbit.", [(223, None, None), (212, None, None)]),
        (
            "The planet saw 114 launches in 2018: 39 by China, 31 by the United States and 20 by Russia.",
            [(114, None, None), (39, "CHN", None), (31, "USA", None), (20, "RUS", None)],
        ),
    ],
)
def test_each_share_is_of_the_name_beside_it(text: str, shares: list[tuple[int, str | None, str | None]]) -> None:
    assert told(text) == shares
    assert {found["scope"] for found in totals(text)} == {"window"}


@pytest.mark.parametrize(
    "text",
    [
        "China made 67 launches in 2023, and Long March 5, at 57 metres, is its largest rocket.",
        "China made 67 launches last year, while Gaofen 7, 8 and 9 went up earlier.",
        "China made 67 launches in 2023, India seven weeks after its first.",
    ],
)
def test_a_number_of_a_name_is_no_share(text: str) -> None:
    assert [value for value, _, _ in told(text)] == [67]


def test_without_a_whole_there_is_no_share() -> None:
    assert told("The ministers met in Oslo. Ghana contributed eight, Peru three.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An Electron rocket lifted off for the 55th time on Sunday.", 55),
        ("A Dnepr delivered its load into orbit for the 15th time.", 15),
        ("This was the fourth time that India has launched a foreign satellite.", 4),
    ],
)
def test_the_nth_time_is_a_running_number(text: str, value: int) -> None:
    (found,) = totals(text)
    assert (found["metric"], found["value"], found["scope"]) == ("launches", value, "ordinal")


def test_a_tally_of_the_year_is_counted_over_the_year() -> None:
    (found,) = totals("The latest lift-off brought the country's tally for the year to 45.")
    assert (found["metric"], found["value"], found["scope"]) == ("launches", 45, "window")


@pytest.mark.parametrize(
    ("text", "metric", "value", "scope"),
    [
        ("Six satellites make up the constellation.", "satellites", 6, "current"),
        ("Seventeen agencies belong to the charter today.", "partner_organizations", 17, "current"),
        ("The satellite, the fourth of its kind, maps the land.", "satellites", 4, "ordinal"),
        ("Kuwait is now the 14th Arab country with a satellite in orbit.", "partner_countries", 14, "ordinal"),
        ("There have been 12 flights since 2019.", "launches", 12, "window"),
    ],
)
def test_what_is_made_up_and_what_is_in_a_row(text: str, metric: str, value: int, scope: str) -> None:
    (found,) = totals(text)
    assert (found["metric"], found["value"], found["scope"]) == (metric, value, scope)
