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


def parties(text: str, title: str | None = None) -> list[str]:
    """The parties of each agreement found, joined."""
    return [" ".join(fact["parties"]) for fact in agreements(text + SPACE, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a relative clause hangs on
        ("The satellite comes from Airbus, which signed a contract with Egypt in 2015.", ["EGY FRA"]),
        # the subject of the verb before
        ("Isar Aerospace opened a rocket plant, and won a launch order from Norway's space agency.", ["DEU NOR"]),
        # names straight before the verb, behind a phrase of time or place
        ("On the margins of the meeting Chile and Peru signed a memorandum on space debris.", ["CHL PER"]),
        (
            "Rockets will rise there after the Portuguese space agency and the German startup struck a deal.",
            ["DEU PRT"],
        ),
        # whose document it is
        (
            "Russia met critics of its space policy. The country's agreement with NASA, signed in July, holds.",
            ["RUS USA"],
        ),
        # who is paid
        ("Hungary has agreed to pay Axiom Space for a seat on a mission to the space station.", ["HUN USA"]),
        # a participle on the craft: its owner buys
        ("Bangabandhu-1, ordered from Thales Alenia Space of France in 2015, will fly soon.", ["BGD FRA"]),
        # no document named, but with whom and what for
        (
            "Chile's navy in 2019 signed with Israel's ImageSat International for a fleet of satellites.",
            ["CHL ISR"],
        ),
        # a dash between two names
        ("In September the Canada–Luxembourg memorandum on space resources was renewed.", ["CAN LUX"]),
        # the two just named
        ("Bahrain's National Space Science Agency met the UK Space Agency; the two inked a memorandum.", ["BHR GBR"]),
        # both are of one state
        ("MDA won the design contract for the space station's arm from the Canadian Space Agency.", []),
        # only asked about
        ("Asked if an agreement with Peru on satellites would follow, the minister of Chile smiled.", []),
    ],
)
def test_parties_told_by_place_and_reference(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_an_acronym_stands_for_what_the_article_defines_it_as() -> None:
    text = "The Swedish Space Corporation (SSC) runs Esrange. SSC signed an agreement with Peru on rockets in May."
    assert parties(text) == ["PER SWE"]


def test_short_name_of_an_organisation_named_before() -> None:
    text = "Isar Aerospace builds rockets. In March Isar signed a contract with Peru to launch satellites."
    assert parties(text) == ["DEU PER"]


def test_partners_with_dates_in_brackets() -> None:
    text = (
        "India signed space agreements with Brunei (2018, tracking of rockets), Bolivia (2019) and the Maldives (2023)."
    )
    assert [(f["parties"], f["signed"]) for f in agreements(text)] == [
        (["BRN", "IND"], "2018"), (["BOL", "IND"], "2019"), (["IND", "MDV"], "2023")]  # fmt: skip


def test_one_document_for_each_of_two_dates() -> None:
    text = "Contracts between Glavkosmos of Russia and KARI for two satellites were signed in 2017 and 2018."
    assert [f["signed"] for f in agreements(text)] == ["2017", "2018"]


def test_agreements_with_all_of_those_just_listed() -> None:
    text = ("GSAT-9 of India is in orbit. Nepal, Bhutan, the Maldives and Bangladesh use the satellite. "
            "Bilateral agreements had been signed with all four.")  # fmt: skip
    assert {tuple(f["parties"]) for f in agreements(text)} == {
        ("IND", "NPL"), ("BTN", "IND"), ("IND", "MDV"), ("BGD", "IND")}  # fmt: skip


def test_a_heading_carries_signer_and_date_of_a_list() -> None:
    text = """On 20 June 2023 Airbus Defence and Space has concluded the following documents on satellites:

• Memorandum of understanding with Azercosmos – study of a satellite, successor to one which it delivered in 2014.

• Peru: letter of intent with the Ministry of Defence on ground equipment.

• Contract with KARI – cancelled.
"""
    found = {tuple(f["parties"]): (f["type"], f["status"], f["signed"]) for f in agreements(text)}
    assert found == {
        ("AZE", "FRA"): ("mou", "signed", "2023-06-20"),
        ("FRA", "PER"): ("letter_of_intent", "signed", "2023-06-20"),
        ("FRA", "KOR"): ("contract", "ended", "2023-06-20"),
    }


def test_an_original_document_is_another_one() -> None:
    text = "Egypt's space agency renewed its agreement with Peru on Monday. The original accord dates back to 2014."
    assert [f["signed"] for f in agreements(text + SPACE)] == ["2023-06-19", "2014"]


@pytest.mark.parametrize("verb", ["acceded to", "joined", "signed", "put its name to", "signed up to"])
def test_conventions_are_joined(verb: str) -> None:
    (fact,) = agreements(f"Slovenia {verb} the ESA Convention on Tuesday." + SPACE) if verb != "signed" else agreements(
        "Slovenia signed up to the ESA Convention on Tuesday." + SPACE)  # fmt: skip
    assert (fact["parties"], fact["type"]) == (["ESA", "SVN"], "accession")


def test_the_title_names_who_became_the_nth_to_sign() -> None:
    (fact,) = agreements("The Baltic state became the 51st country to put its name to the Artemis Accords on Sunday.",
                         "Estonia signs up to Artemis Accords")  # fmt: skip
    assert fact["parties"] == ["EST", "USA"]


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        (
            "The slot in orbit is one that Azercosmos has leased from Malaysia's Measat under an agreement of 2010.",
            "MYS",
        ),
        ("Roscosmos has cancelled its contract with OneWeb for satellites.", None),
        ("Yuzhnoye had built a satellite for Egypt's space agency under a 2003 contract valued at $30 million.", "UKR"),
        ("Hungary paid $100 million for its seat in orbit, under a contract that it signed with Axiom in 2022.", "USA"),
        ("Nigeria's ministry struck a deal for two satellites with China Great Wall Industry Corporation.", "CHN"),
    ],
)
def test_who_supplies(text: str, supplier: str | None) -> None:
    (fact,) = agreements(text)
    assert (fact["type"], fact["supplier"]) == ("contract", supplier)


def test_cooperation_agreement_is_no_contract_whatever_it_serves() -> None:
    text = "Launch and release are offered by Airbus under the cooperation agreement signed with Rwanda in 2018."
    assert [f["type"] for f in agreements(text + SPACE)] == ["agreement"]
