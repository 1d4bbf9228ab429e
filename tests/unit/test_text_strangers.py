"""Countries and launch ranges that no list holds are told of under a name of their own, and nothing else is."""

import pytest

from sources.article import Article
from transforms.extract import extract


def told(text: str, kind: str = "agreement") -> list[dict[str, object]]:
    article = Article(text=text, title="News", published="2021-03-10", source="Xinhua")
    return [dict(claim.cells) for claim in extract(article) if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Zorbavia and China signed a memorandum of understanding on space cooperation on March 9, 2021.",
        "China and the Republic of Zorbavia signed an agreement on space cooperation on March 9, 2021.",
        "China signed a memorandum of understanding on space cooperation with Zorbavia on March 9, 2021.",
        "CNSA and the Space Agency of Zorbavia signed a framework agreement on March 9, 2021.",
        "CNSA and the Zorbavian Space Agency signed a framework agreement on March 9, 2021.",
        "CNSA signed a memorandum of understanding with Zorbavia's space agency on March 9, 2021.",
    ],
)
def test_an_agreement_with_a_country_that_no_list_holds_is_kept(text: str) -> None:
    (found,) = told(text)
    assert found["parties"] == ("CHN", "prov_zorbavia")
    assert found["signed"] == "2021-03-09"


def test_a_country_that_no_list_holds_accedes() -> None:
    (found,) = told("Zorbavia became the 60th country to sign the Artemis Accords on March 9, 2021.")
    assert (found["parties"], found["instrument"]) == (("USA", "prov_zorbavia"), "artemis-accords")


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Smith and China signed a memorandum of understanding on space cooperation on March 9, 2021.",
        "China signed a memorandum of understanding on space cooperation with Blorp on March 9, 2021.",
        "China signed a memorandum of understanding on space cooperation with Friends on March 9, 2021.",
        "The Republic of Friends, a satellite club, met China's envoy on March 9, 2021.",
    ],
)
def test_a_capital_letter_alone_makes_no_country(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("place", "site"),
    [
        ("the Quxian Launch Site", "Quxian Launch Site"),
        ("the Zorb Island spaceport", "Zorb Island spaceport"),
        ("Mount Foo", "Mount Foo"),
        ("Jiuquan", "Jiuquan"),
    ],
)
def test_a_launch_site_that_no_list_holds_is_kept_as_named(place: str, site: str) -> None:
    text = f"A Long March 2D rocket launched the Yaogan-99 satellite from {place} on March 9, 2021."
    (found,) = told(text, "launch")
    assert found["site"] == site


def test_an_organisation_that_no_list_holds_is_named_where_its_country_is_known() -> None:
    (found,) = told("NASA signed an agreement with the Kenya Marine Institute on space on March 9, 2021.")
    assert found["parties"] == ("KEN", "USA")
    assert found["organizations"] == ("Kenya Marine Institute", "nasa")
