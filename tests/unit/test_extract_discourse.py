"""What the words of other sentences settle: whom `it` means, what `did the same` was, where a rocket is at home."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract


def facts(kind: str, text: str, title: str | None = None, published: str = "2023-06-21") -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == kind]


SPACE = " The satellite will be put into orbit by a carrier rocket."


def states(text: str) -> set[tuple[str, str, str | None]]:
    """Parties, status and date of each agreement."""
    return {("-".join(f["parties"]), f["status"], f["signed"]) for f in facts("agreement", text + SPACE)}


def test_others_take_the_step_of_the_one_who_joined() -> None:
    told = states(
        "Chad signed the Artemis Accords on June 5. Togo did the same two days later. It was followed by"
        " Malawi in June."
    )
    assert told == {
        ("TCD-USA", "signed", "2023-06-05"),
        ("TGO-USA", "signed", "2023-06-07"),
        ("MWI-USA", "signed", "2023-06"),
    }


def test_what_follows_of_itself_joins_nothing() -> None:
    assert len(states("Chad signed the Artemis Accords on June 5. The launch of a satellite followed in June.")) == 1


@pytest.mark.parametrize(
    "later",
    [
        "It is to be signed in November 2023.",
        "Both governments expect to sign it in November 2023.",
    ],
)
def test_a_document_yet_to_be_signed_is_planned(later: str) -> None:
    told = states(f"Chile and Peru initialled an agreement on a satellite on Monday. {later}")
    assert told == {("CHL-PER", "planned", "2023-11")}


def test_further_documents_go_without_their_noun() -> None:
    told = states(
        "ESA and the UAE Space Agency signed an agreement on satellites on Tuesday. It follows one with Chad, "
        "concluded in 2015, and another with Togo, which dates from March."
    )
    assert {("ESA-TCD", "signed", "2015"), ("ESA-TGO", "signed", "2023-03")} < told


def test_the_owner_of_the_craft_meant_ordered_it() -> None:
    text = (
        "Venezuela's first satellite, Simon Bolivar, is in orbit. It was built by the Chinese under a contract of 2005."
    )
    assert ("CHN-VEN", "signed", "2005") in states(text)


def test_an_unknown_firm_has_the_state_that_its_introduction_tells() -> None:
    text = (
        "Kosmotek Space, a company based in Tunis, signed a contract for a satellite with Sofia-based Orbivox Systems "
        "in May 2023."
    )
    assert states(text) == {("BGR-TUN", "signed", "2023-05")}


def test_a_nation_does_not_describe_whom_it_chose() -> None:
    text = "Kenya chose Orbivox to build a satellite in May 2023."
    assert states(text) == set()


def test_a_rocket_with_one_home_rose_from_it_where_the_story_names_it() -> None:
    text = "The clouds over Kourou parted in time. Vega put PeruSAT-1 into orbit on June 20."
    (launch,) = facts("launch", text)
    assert launch["site"] == "Kourou"
    (launch,) = facts("launch", "Vega put PeruSAT-1 into orbit on June 20.")
    assert launch["site"] is None


def test_one_of_the_rockets_told_of_carries() -> None:
    text = "Two Ariane 5 rockets are left. One will carry Heinrich Hertz in September."
    found = {(f["vehicle"], *f["payloads"]) for f in facts("launch", text, "Last flights of Ariane 5")}
    assert ("Ariane 5", "Heinrich Hertz") in found


def test_a_maker_is_not_told_of_another_craft() -> None:
    text = "Boeing made the spacecraft NSS-8, which was to replace NSS-703 of SES. NSS-9 of SES is due in August."
    assert {f["subject"] for f in facts("cooperation", text, "A satellite of SES is lost")} == {"NSS-8"}


def test_he_is_the_flier_of_the_sentence_before() -> None:
    text = (
        "Andreas Mogensen became the first Dane in space on Wednesday. He rode with Sergei Volkov of Russia and Aidyn "
        "Aimbetov, a Kazakh, in Soyuz TMA-18M."
    )
    (crew,) = [f for f in facts("cooperation", text) if f["type"] == "crew"]
    assert crew["parties"] == ["DNK", "KAZ", "RUS"]
