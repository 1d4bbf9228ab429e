"""Agreements in words that nobody had read before: who is left out, listed, or told beside another one."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = (
    "\n\nThe agency spoke of satellites and of spacecraft in orbit, of rockets and of their spaceports, "
    "the space agency among them."
)


def agreements(text: str, title: str | None = None) -> list[dict[str, Any]]:
    claims = extract(Article(text=text + SPACE, title=title, published="2025-06-20"))
    return [claim.to_json() for claim in claims if claim.kind == "agreement"]


def parties(text: str, title: str | None = None) -> list[str]:
    return sorted(" ".join(found["parties"]) for found in agreements(text, title))


@pytest.mark.parametrize(
    "text",
    [
        "Glavkosmos has signed space agreements with four countries: Angola, Bolivia, Chile and Oman.",
        "Glavkosmos has signed space agreements with four states viz. Angola, Bolivia, Chile and Oman.",
        "Glavkosmos has signed space agreements with four nations, namely Angola, Bolivia, Chile and Oman.",
        "Glavkosmos has signed space agreements with Angola, Bolivia as well as fellow BRICS countries Chile and Oman.",
        "Russia is busy. Framework agreements on space have been signed: with Angola in 2023, with Bolivia in 2019, "
        "with Chile in 2018 and with Oman.",
    ],
)
def test_of_a_list_of_partners_each_has_a_document(text: str) -> None:
    assert parties(text) == ["AGO RUS", "BOL RUS", "CHL RUS", "OMN RUS"]


@pytest.mark.parametrize(
    ("text", "expected", "supplier"),
    [
        # who buys, or who gives the work, is told before or by the craft
        ("Turksat of Turkey has put out a tender. Its last satellite was ordered from Airbus.", "FRA TUR", "FRA"),
        ("In early May Airbus told reporters that it was awarded a contract to build a satellite for Oman.",
         "FRA OMN", "FRA"),
        ("Airbus will build it. The chief of Airbus said this order was the company's second order from Oman.",
         "FRA OMN", "FRA"),
        # or it stands in the sentence behind
        ("Skyroot Aerospace of India has won its first launch contract. OHB will fly a craft on Skyroot's rocket.",
         "DEU IND", "IND"),
        # a firm is bound to do its work, though no paper is named
        ("MDA agreed to build Peru's first telecommunications satellite.", "CAN PER", "CAN"),
        # who makes the craft supplies, though the customer is said to have secured the deal
        ("The government of Ghana has secured a contract with the manufacturer Airbus to build a satellite.",
         "FRA GHA", "FRA"),
        # of two bodies the one that is paid
        ("JAXA has signed a $40 million agreement with Roscosmos for two trips to the station.", "JPN RUS", "RUS"),
    ],
)  # fmt: skip
def test_the_side_left_out(text: str, expected: str, supplier: str) -> None:
    (found,) = agreements(text)
    assert (" ".join(found["parties"]), found["type"], found["supplier"]) == (expected, "contract", supplier)


def test_one_side_told_by_the_person_who_signs() -> None:
    text = "Chile wants a satellite. The talks led to the signature of a letter of intent between Minister Juan Soto "
    (found,) = agreements(text + "and Airbus. Chile will decide in May.", "Chile looks for a satellite")
    assert (found["parties"], found["type"]) == (["CHL", "FRA"], "letter_of_intent")


@pytest.mark.parametrize(
    "second",
    [
        "Also signed was a letter of intent on joint lunar work.",
        "General Brown and Dr Diaz also signed a letter of intent on joint lunar work.",
    ],
)
def test_a_further_document_of_the_same_signers(second: str) -> None:
    first = "NASA and the Argentine agency CONAE signed a memorandum of understanding on satellites in Lima. "
    assert sorted(found["type"] for found in agreements(first + second)) == ["letter_of_intent", "mou"]


def test_a_document_of_years_ago_is_another_one() -> None:
    text = (
        "The Italian Space Agency and the Israel Space Agency signed a memorandum of understanding on a satellite. "
        "The two agencies signed a cooperation agreement in March 2011."
    )
    assert [(found["type"], found["signed"]) for found in agreements(text)] == [("mou", None), ("agreement", "2011-03")]


def test_the_paper_by_which_a_nation_joined_is_no_second_document() -> None:
    text = (
        "Chile has become the 33rd country to sign the Artemis Accords. The document was signed by NASA Administrator "
        "John Brown and Chile's science minister, Ana Soto."
    )
    assert [found["type"] for found in agreements(text)] == ["accession"]


def test_several_newcomers_told_at_once_have_joined() -> None:
    text = "Chile, Ghana and Oman became the 33rd, 34th and 35th countries, respectively, to sign the Artemis Accords."
    found = agreements(text)
    assert parties(text) == ["CHL USA", "GHA USA", "OMN USA"]
    assert {one["status"] for one in found} == {"signed"}


def test_the_club_that_a_newcomer_belongs_to_does_not_join() -> None:
    text = "Slovenia just became the 39th country, and the 21st member of ESA, to sign the "
    assert parties(text + "Artemis Accords.", "Slovenia becomes 21st ESA member to join the accords") == ["SVN USA"]


def test_each_of_two_rival_pacts_has_its_own_signatories() -> None:
    text = (
        "Chile is the latest nation to join the American space pact, the Artemis Accords. The club has a rival in the "
        "International Lunar Research Station Cooperation Organization (ILRSCO), which has been joined by Egypt and "
        "Belarus."
    )
    assert parties(text) == ["BLR CHN", "CHL USA", "CHN EGY"]


@pytest.mark.parametrize(
    ("text", "status", "signed"),
    [
        ('"We are proud to sign this contract with Airbus," the Turksat chief said of the satellite.', "signed", None),
        ("On Monday, Axiom Space announced a deal with Oman to fly two Omani astronauts in late 2033.",
         "signed", "2025-06-16"),
        ("Eutelsat began work in May, having struck a satellite lease with Yahsat of Abu Dhabi in 2024.",
         "signed", "2024"),
        ("Chile established a space agreement with JAXA in 2008.", "signed", "2008"),
    ],
)  # fmt: skip
def test_state_and_day(text: str, status: str, signed: str | None) -> None:
    (found,) = agreements(text)
    assert (found["status"], found["signed"]) == (status, signed)


def test_countries_listed_beside_the_body_that_they_make_up() -> None:
    text = (
        "A body was set up by the BRICS (China, India, Russia, Brazil and South Africa). The agencies of these five "
        "countries concluded a space agreement in Delhi in August 2021."
    )
    assert parties(text) == ["BRA CHN IND RUS ZAF"]


def test_the_form_of_a_firm_and_a_federal_agency_are_no_parties() -> None:
    assert parties("Airbus and JSC Alatau Space of Kazakhstan signed a satellite contract.") == ["FRA KAZ"]
    text = "NASA has signed a contract with Russia's Federal Space Agency (Roscosmos) for two flights."
    assert parties(text) == ["RUS USA"]


@pytest.mark.parametrize(
    "text",
    [
        "Oman is about to decide on a satellite contract, with Airbus of France and Boeing among the four bidders.",
        "Avanti Group of Britain acquired Helio Space, a Canadian satellite company, last week.",
        "The two firms, Airbus and Boeing, will find it easier to conclude a satellite agreement.",
    ],
)
def test_what_is_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_signers_that_are_counted_first_and_named_in_the_next_sentence() -> None:
    text = "Envoys of four countries signed a declaration on a space agency on Friday. "
    (told,) = agreements(text + "The four are Kenya, Ghana, Egypt and Chad.")
    assert told["parties"] == ["EGY", "GHA", "KEN", "TCD"]


def test_what_the_counted_are_to_do_names_none() -> None:
    assert agreements("Four countries signed a declaration on a space agency. They are to meet in Chad.") == []


def test_one_that_another_is_unlike_signs_nothing() -> None:
    (told,) = agreements("Unlike Kenya, Ghana signed an agreement on satellites with Italy in 2019.")
    assert told["parties"] == ["GHA", "ITA"]


def test_what_is_sold_stands_before_but() -> None:
    assert agreements("Argentina's INVAP has sold reactors to Peru, but not yet a satellite to anybody.") == []


def test_experiments_that_come_from_abroad_are_no_contracts() -> None:
    text = "Sweden's SSC and China Great Wall signed the launch contract in 1989. "
    (told,) = agreements(text + "Of the craft's experiments two come from Germany and one from Canada.")
    assert told["parties"] == ["CHN", "SWE"]
