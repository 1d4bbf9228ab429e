"""Agreements told in few words: headlines, sides and craft named the sentence before, suppliers told by their deed."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = " The satellite will be put into orbit by a carrier rocket."


def agreements(text: str, title: str | None = None) -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=title, published="2023-06-21"))
    return [claim.to_json() for claim in claims if claim.kind == "agreement"]


@pytest.mark.parametrize(
    ("headline", "parties", "kind", "status", "supplier"),
    [
        ("Kenya, Italy renew space pact", "ITA KEN", "agreement", "signed", None),
        ("Zimbabwe signs space MoU with Russia", "RUS ZWE", "mou", "signed", None),
        ("Airbus wins Angolan satellite order", "AGO FRA", "contract", "signed", "FRA"),
        ("Nigeria orders two more satellites from China", "CHN NGA", "contract", "signed", "CHN"),
        ("Germany's OHB books Falcon 9 rides for radar satellites", "DEU USA", "contract", "signed", "USA"),
        ("UK scraps satellite contract with Airbus-rival Thales Alenia Space", "FRA GBR", "contract", "ended", "FRA"),
        ("Egypt signs up to China-led lunar research station", "CHN EGY", "accession", "signed", None),
        ("India, Japan to sign lunar exploration agreement", "IND JPN", "agreement", "planned", None),
    ],
)
def test_a_headline_alone(headline: str, parties: str, kind: str, status: str, supplier: str | None) -> None:
    (found,) = agreements("", headline)
    assert found["parties"] == parties.split()
    assert (found["type"], found["status"], found["supplier"]) == (kind, status, supplier)


@pytest.mark.parametrize(
    ("text", "parties", "supplier"),
    [
        # the side in front of the verb is named in the sentence before
        ("Azercosmos grows. In 2010 the company hired Orbital Sciences to build its first satellite.",
         "AZE USA", "USA"),
        ("Pakistan's SUPARCO built no Paksat-1R. It awarded the contract to China Great Wall Industry Corporation.",
         "CHN PAK", "CHN"),
        # so is the craft
        ("Vinasat-2 cost a fortune. VNPT bought it from Lockheed Martin after a tender.", "USA VNM", "USA"),
        # who does, by the words for the deed
        ("Iran is in talks with Roscosmos on a contract for a satellite that Russia would build.", "IRN RUS", "RUS"),
        ("The Mohammed bin Rashid Space Centre and Roscosmos signed a contract to send an Emirati astronaut to orbit.",
         "ARE RUS", "RUS"),
        ("Khrunichev built KazSat-1 for Kazakhstan. The contract had been signed by the two sides.", "KAZ RUS", "RUS"),
        ("Hungary has agreed to pay Axiom Space for a flight to the space station.", "HUN USA", "USA"),
        # what is chosen or booked by the rocket or its owner
        ("Aerospacelab of Belgium has booked a launch on SpaceX's next rideshare mission.", "BEL USA", "USA"),
        ("Yahsat has ordered two satellites from Airbus rival Boeing.", "ARE USA", "USA"),
        ("Mongolia has agreed to buy a satellite from Thales Alenia Space.", "FRA MNG", "FRA"),
    ],
)  # fmt: skip
def test_who_supplies_and_who_buys(text: str, parties: str, supplier: str) -> None:
    (found,) = agreements(text + SPACE)
    assert found["parties"] == parties.split()
    assert (found["type"], found["supplier"]) == ("contract", supplier)


@pytest.mark.parametrize(
    ("text", "status", "signed"),
    [
        ("The Swedish Space Corporation will not renew its contract with China for a ground station.", "ended", None),
        ("Indonesia's PSN dropped its contract with SpaceX for the satellite launch in 2019.", "ended", "2019"),
        ("Kayser-Threde of Germany saw its launch contract with Antrix terminated.", "ended", None),
        ("Sky Perfect JSAT of Japan has tapped Thales Alenia Space to build JSAT-31, the firms announced on June 20.",
         "signed", "2023-06-20"),
    ],
)  # fmt: skip
def test_what_became_of_a_contract(text: str, status: str, signed: str | None) -> None:
    (found,) = agreements(text + SPACE)
    assert (found["status"], found["signed"]) == (status, signed)


def test_they_are_the_two_of_the_sentence_before() -> None:
    (found,) = agreements(
        "Israel and Chile will fly a lunar lander. They signed the accord on October 20, 2021." + SPACE
    )
    assert (found["parties"], found["signed"]) == (["CHL", "ISR"], "2021-10-20")


def test_a_rented_office_and_a_firm_of_another_trade_tell_no_agreement() -> None:
    assert not agreements("Chile's bank signed a deal on office space with a Peruvian landlord.")
    assert not agreements("NASA awarded Boeing a contract for a lunar lander.")


def test_what_a_headline_joins_is_named_in_the_text() -> None:
    text = "Minsk on Tuesday became the latest capital to join the International Lunar Research Station." + SPACE
    (found,) = agreements(text, "Belarus joins moon base project led by China")
    assert (found["type"], found["parties"]) == ("accession", ["BLR", "CHN"])
    assert found["programme"] == "International Lunar Research Station"


@pytest.mark.parametrize(
    "roll",
    [
        "The accords have also been signed by the United States, Chile, Malta, Norway and Peru.",
        "The agreement has already been signed by the United States, Chile, Malta, Norway and Peru.",
        "The other signatories are the United States, Chile, Malta, Norway and Peru.",
    ],
)
def test_those_who_signed_before_are_told_one_by_one(roll: str) -> None:
    found = agreements(f"Kenya signed the Artemis Agreement with NASA on Tuesday. {roll}")
    assert {(fact["type"], fact["instrument"]) for fact in found} == {("accession", "artemis-accords")}
    dates = {tuple(fact["parties"]): fact["signed"] for fact in found}
    assert dates == {
        ("KEN", "USA"): "2023-06-20", ("CHL", "USA"): None, ("MLT", "USA"): None, ("NOR", "USA"): None,
        ("PER", "USA"): None,
    }  # fmt: skip


def test_founders_sign_one_document() -> None:
    text = (
        "The Artemis Accords were signed by the United States, Italy, Japan, Canada and Australia on October 13, 2020."
    )
    (found,) = agreements(text)
    assert (found["type"], found["signed"], len(found["parties"])) == ("agreement", "2020-10-13", 5)


@pytest.mark.parametrize(
    "partners",
    [
        "countries such as Serbia, Peru and Malta",
        "space agencies, including those of Serbia, Peru (CONIDA) and Malta",
        "10 organizations from countries such as Serbia, Peru and Malta",
        "Serbia, Peru and Malta already, and talks are going on with Chile and Ghana",
    ],
)
def test_partners_given_as_examples_have_one_each_and_those_still_talked_to_none(partners: str) -> None:
    found = agreements(f"Kenya has signed space agreements with {partners}.{SPACE}")
    assert [fact["parties"] for fact in found] == [["KEN", "SRB"], ["KEN", "PER"], ["KEN", "MLT"]]


def test_a_relative_clause_ends_where_the_verb_of_its_noun_comes() -> None:
    (fact,) = agreements("An agreement on data of a satellite that is due in 2009 has been signed by ISRO and CNES.")
    assert (fact["parties"], fact["status"], fact["signed"]) == (["FRA", "IND"], "signed", None)


@pytest.mark.parametrize(
    ("text", "parties", "signed"),
    [
        ("Latvia became the 23rd member of ESA in May 2022.", "ESA LVA", "2022-05"),
        ("Bolivia became the ninth member state of APSCO last year.", "APSCO BOL", "2022"),
        ("Hungary joined the European Space Agency in November 2015.", "ESA HUN", "2015-11"),
    ],
)
def test_a_body_of_states_is_joined(text: str, parties: str, signed: str) -> None:
    (told,) = agreements(text + SPACE)

    assert (" ".join(told["parties"]), told["type"], told["signed"]) == (parties, "accession", signed)


@pytest.mark.parametrize(
    "text",
    [
        "Norway is the eleventh member of ESA.",
        "The engineer became a member of the ESA team in Noordwijk.",
        "The astronaut joined ESA's corps in May 2009.",
    ],
)
def test_who_merely_is_a_member_joins_nothing(text: str) -> None:
    assert agreements(text + SPACE) == []
