"""Agreements: classes of wording, each with the fact that it tells or does not tell."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = " The satellite will be put into orbit by a carrier rocket."


def agreements(text: str, title: str | None = None, published: str | None = "2023-06-21") -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "parties", "kind", "status", "signed"),
    [
        ("Chile and Peru signed a memorandum of understanding on space cooperation on May 3, 2021.",
         "CHL PER", "mou", "signed", "2021-05-03"),
        ("On Monday the Norwegian Space Agency signed a framework agreement on satellites with Kenya.",
         "KEN NOR", "framework", "signed", "2023-06-19"),
        ("A letter of intent on a spaceport was signed in Lima by Chile and Peru in March 2020.",
         "CHL PER", "letter_of_intent", "signed", "2020-03"),
        ("An agreement between Egypt and Ghana on a satellite was signed last month.",
         "EGY GHA", "agreement", "signed", "2023-05"),
        ("The agreement on outer space that Egypt and Ghana concluded in 2009 has been useful.",
         "EGY GHA", "agreement", "signed", "2009"),
        ("Egypt and Ghana will sign an agreement on a joint satellite on July 3.",
         "EGY GHA", "agreement", "planned", "2023-07-03"),
        ("Egypt hopes to sign a memorandum on space debris with Ghana next year.",
         "EGY GHA", "mou", "planned", "2024"),
        ("Egypt has terminated its agreement with Ghana on the satellite in May 2022.",
         "EGY GHA", "agreement", "ended", "2022-05"),
        ("Chile met Peru in Lima over a space agency. The two countries signed a joint statement on Tuesday.",
         "CHL PER", "joint_statement", "signed", "2023-06-20"),
        ("Beijing and Caracas signed the contract for the satellite on November 1, 2005.",
         "CHN VEN", "contract", "signed", "2005-11-01"),
        ("The satellite was built by Boeing under a contract awarded by Mexico's government in 2010.",
         "MEX USA", "contract", "signed", "2010"),
        ("The Chilean space agency and its Peruvian counterpart inked a protocol on satellites in 2011.",
         "CHL PER", "agreement", "signed", "2011"),
    ],
)  # fmt: skip
def test_a_document_and_its_verb(text: str, parties: str, kind: str, status: str, signed: str) -> None:
    (found,) = agreements(text + SPACE)
    assert found["parties"] == parties.split()
    assert (found["type"], found["status"], found["signed"]) == (kind, status, signed)


def test_a_plural_is_one_agreement_for_each_partner_and_a_singular_is_one() -> None:
    many = agreements("Chile signed space cooperation agreements with Peru, Norway and the European Space Agency.")
    assert [f["parties"] for f in many] == [["CHL", "PER"], ["CHL", "NOR"], ["CHL", "ESA"]]
    (one,) = agreements("Chile signed a space cooperation agreement with Peru, Norway and Kenya.")
    assert one["parties"] == ["CHL", "KEN", "NOR", "PER"]


def test_each_partner_has_the_date_beside_it() -> None:
    found = agreements("Chile signed space agreements with Peru in May 2020 and with Norway in June 2021.")
    assert [(f["parties"][1], f["signed"]) for f in found] == [("PER", "2020-05"), ("NOR", "2021-06")]


@pytest.mark.parametrize(
    ("text", "joiner", "status"),
    [
        ("Kenya signed the Artemis Accords on Monday.", "KEN", "signed"),
        ("Kenya became the 60th country to sign the Artemis Accords.", "KEN", "signed"),
        ("Kenya is expected to sign the Artemis Accords in July.", "KEN", "planned"),
        ("Kenya to join Artemis Accords", "KEN", "planned"),
        ("In 2022 Kenya joined the International Lunar Research Station.", "KEN", "signed"),
    ],
)
def test_joining_a_standing_agreement(text: str, joiner: str, status: str) -> None:
    (found,) = agreements(text)
    assert (found["type"], found["status"]) == ("accession", status)
    assert joiner in found["parties"]
    assert len(found["parties"]) == 2


@pytest.mark.parametrize(
    ("text", "parties", "supplier"),
    [
        ("Kenya ordered a communications satellite from Thales Alenia Space in May 2020.", "FRA KEN", "FRA"),
        ("The Kenya Space Agency awarded a launch contract to SpaceX for its satellite.", "KEN USA", "USA"),
        ("Arianespace won a contract from the Kenya Space Agency to launch a satellite.", "FRA KEN", "FRA"),
        ("Airbus signed a contract with the Kenya Space Agency to build a satellite.", "FRA KEN", "FRA"),
    ],
)
def test_who_supplies_under_a_contract(text: str, parties: str, supplier: str) -> None:
    (found,) = agreements(text)
    assert found["type"] == "contract"
    assert found["parties"] == parties.split()
    assert found["supplier"] == supplier


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru discussed their friendship in space.",
        "Chile has no agreement with Peru on satellites.",
        "Chile did not sign the agreement with Peru on satellites.",
        "SpaceX signed a contract with NASA to launch a satellite.",
        "Airbus signed an agreement on the acquisition of a satellite firm in Peru.",
        "Chile and Peru signed a trade deal on wheat and copper.",
        "Chile launched a satellite in order to help Peru.",
    ],
)
def test_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_the_title_and_the_text_tell_one_fact() -> None:
    (found,) = agreements(
        "OSLO -- Chile and Norway on Monday signed a memorandum of understanding on satellites.",
        title="Chile, Norway sign space deal",
    )
    assert (found["type"], found["signed"]) == ("mou", "2023-06-19")


def test_a_joining_whose_verb_is_left_out_has_its_own_date() -> None:
    found = agreements("Kenya joined the Artemis Accords in May 2022 and Ghana in June 2022.")
    assert [(f["parties"][0], f["signed"]) for f in found] == [("KEN", "2022-05"), ("GHA", "2022-06")]


def test_two_agreements_of_one_pair_on_two_programmes_stay_two() -> None:
    found = agreements(
        "Chile and Peru signed a memorandum on the Artemis programme in March 2021. "
        "Chile signed space agreements on the International Space Station with Peru and Kenya."
    )
    assert [f["parties"] for f in found].count(["CHL", "PER"]) == 2


def test_an_acronym_stands_for_the_name_it_was_introduced_with() -> None:
    (found,) = agreements(
        "The Geoscience Institute of Laos (GIL) flies a spacecraft. GIL signed a space agreement with Peru."
    )
    assert found["parties"] == ["LAO", "PER"]


def test_related_headlines_tell_nothing() -> None:
    body = "The rover drove on over the lunar surface for the third week, its engineers said. " * 4
    assert agreements(f"{body}\n\nRelated Links\n\nChile signs satellite agreement with Peru") == []
