"""Whose a total is and over which time it runs, in sentences of newspapers."""

import pytest

from sources.article import Article
from transforms.claim import Claim
from transforms.extract import extract

LEAD = "The spacecraft left the cosmodrome on a carrier rocket.\n\n"


def totals(text: str) -> list[Claim]:
    article = Article(text=LEAD + text, title="Satellites in orbit", published="2031-03-05")
    return [claim for claim in extract(article) if claim.kind == "total"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Rocket Lab was born in 2006 and has launched 71 Electron rockets.", "cumulative"),
        ("African states have launched 63 satellites in total; the first one flew in 1998.", "cumulative"),
        ("SpaceX has launched 40 satellites so far this year.", "window"),
    ],
)
def test_only_its_own_period_makes_a_window(text: str, scope: str) -> None:
    assert [claim.cells["scope"] for claim in totals(text)] == [scope]


@pytest.mark.parametrize(
    ("text", "of", "subject"),
    [
        ("India has placed 301 foreign satellites in orbit with the PSLV rocket.", "IND", "PSLV"),
        ("The load came from Planet, which has 144 satellites in orbit.", "USA", "Planet"),
        ("The firm makes the satellites of O3b Networks; 14 of them are in orbit.", "LUX", "O3b Networks"),
        ("The satellite is the 14th commercial one that Intelsat has.", "LUX", "Intelsat"),
        ("China did well: it flew for a third of the 103 global launches in all.", None, None),
        ("So far, about 7,000 satellites have been launched in the world.", None, None),
        ("Latvia became ESA's 23rd member state in 2021.", "ESA", "ESA"),
        ("Nine states are members of APSCO.", "APSCO", "APSCO"),
        ("Officials said 130 countries use Fengyun satellite data.", "CHN", "Fengyun"),
        ("It is the 100th agreement that UAE's space agency has signed.", "ARE", "UAE's space agency"),
    ],
)
def test_whose_a_figure_is(text: str, of: str | None, subject: str | None) -> None:
    assert [(claim.cells["of"], claim.cells["subject"]) for claim in totals(text)] == [(of, subject)]


def test_two_states_have_their_own_figures() -> None:
    text = "The U.S. has had 16 launches this year and is behind Russia, which has had 19 launches."
    assert [(claim.cells["of"], claim.cells["value"]) for claim in totals(text)] == [("USA", 16), ("RUS", 19)]


def test_or_more_is_a_bound() -> None:
    (claim,) = totals("By 2021, 12 or more African countries had built satellites.")
    assert (claim.cells["value"], claim.cells["bound"]) == (12, ">=")


@pytest.mark.parametrize(
    "text",
    [
        "The fleet of SpaceX is nine times greater than that of OneWeb.",
        "No two of the Measat satellites share a launcher.",
        "The Intelsat 905, 906 and 907 satellites have been built.",
        "Starlink serves three million customers.",
    ],
)
def test_figures_that_are_no_totals(text: str) -> None:
    assert totals(text) == []


@pytest.mark.parametrize(
    ("text", "metric", "value", "of"),
    [
        ("Morocco has two radar satellites as well.", "satellites", 2, "MAR"),
        ("Laos operates two communications satellites.", "satellites", 2, "LAO"),
        ("With it Bhutan is the 58th country to own one.", "partner_countries", 58, None),
        ("Iran became the ninth nation to put a satellite into orbit.", "partner_countries", 9, None),
    ],
)
def test_small_fleets_and_those_who_come_to_own_a_craft(text: str, metric: str, value: int, of: str | None) -> None:
    (told,) = totals(text)

    assert (told.cells["metric"], told.cells["value"], told.cells["of"]) == (metric, value, of)


@pytest.mark.parametrize(
    "text",
    [
        "The rocket has two satellites.",
        "Kenya hopes to become the 60th country to own a satellite.",
        "Morocco has two satellites on order.",
    ],
)
def test_what_is_carried_hoped_for_or_on_order_is_no_fleet(text: str) -> None:
    assert totals(text) == []
