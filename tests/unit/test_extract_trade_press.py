"""Contracts and craft as the trade press and news desks tell them: several at once, halves of a deal, unnamed craft."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = " The satellite will be put into orbit by a carrier rocket."


def found(kind: str, text: str, title: str = "Spacecraft in orbit") -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=title, published="2023-06-21"))
    return [claim.to_json() for claim in claims if claim.kind == kind]


def pairs(kind: str, text: str, title: str = "Spacecraft in orbit") -> list[str]:
    return sorted(" ".join(fact["parties"]) for fact in found(kind, text, title))


def agreement(text: str) -> dict[str, Any]:
    (one,) = found("agreement", text + SPACE)
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one each for the customers or the craft that a firm's contracts are for
        ("Arianespace has signed contracts for three launches, for Measat, Hispasat and Telesat.",
         ["CAN FRA", "ESP FRA", "FRA MYS"]),
        ("Arianespace has signed four launch contracts. The new payloads are PeruSAT-2 of Peru and Nimiq 7 of Canada.",
         ["CAN FRA", "FRA PER"]),
        ("Telesat has signed contracts for Arianespace's Ariane 6 and for SpaceX's Falcon 9.", ["CAN FRA", "CAN USA"]),
        ("Telesat chose Airbus to build two satellites, and SpaceX to launch them.", ["CAN FRA", "CAN USA"]),
        # each document has the parties that stand behind it, and a subject of its own
        ("The cabinet was told of the satellite pact signed by Chile and Peru and of the one between Chile and Ghana.",
         ["CHL GHA", "CHL PER"]),
        ("The cabinet saw a memorandum of Chile and Peru on postage stamps and a memorandum of Chile and Ghana on "
         "satellites.", ["CHL GHA"]),
        ("ESA has awarded a contract for the payload to OHB of Germany and a contract for the launch to Avio of Italy.",
         ["DEU ESA", "ESA ITA"]),
        # by whom several are signed, and to whom one is awarded
        ("Two contracts were signed by ESA in Paris. A second contract was signed with Avio of Italy for a rocket.",
         ["ESA ITA"]),
        ("ESA signed a contract for two satellites. The contract was awarded to a consortium headed by OHB of Germany.",
         ["DEU ESA"]),
        # with each, not with all together
        ("Kenya signed satellite memoranda with Peru and Ghana. The memoranda were signed by Kenya, Peru and Ghana.",
         ["GHA KEN", "KEN PER"]),
    ],
)  # fmt: skip
def test_several_documents_of_one_story(text: str, expected: list[str]) -> None:
    assert pairs("agreement", text + SPACE) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("ESA has chosen Rocket Lab, whose rockets are small, to launch two spacecraft.", "ESA USA"),
        ("The company trades with firms of Peru and hired Lockheed Martin as the builder of its Superbird-9 satellite.",
         "JPN USA"),
        ("A pact that clears the purchase of a satellite from China was signed on Monday by the Peruvian president.",
         "CHN PER"),
        ("The Swedish Space Corporation signed a contract which entitles China to use its antenna.", "CHN SWE"),
        ("A satellite pact was signed by Ana Rai, Chief Executive of the Kenya Space Agency, and Jo Petit, Director of "
         "science at CNES.", "FRA KEN"),
        ("At the congress, held in June, JAXA signed a satellite pact with Chile.", "CHL JPN"),
        ("In a joint declaration Chile and Peru pledged to share their satellites.", "CHL PER"),
        ("Thales Alenia Space has been awarded a contract to build a satellite for Hispasat.", "ESP FRA"),
        ("Ghana became a full member of ESA in May.", "ESA GHA"),
        ("Telesat has picked Blue Origin's New Glenn for some of its satellites.", "CAN USA"),
    ],
)  # fmt: skip
def test_who_else_takes_part(text: str, parties: str) -> None:
    assert " ".join(agreement("SKY Perfect JSAT of Japan runs a fleet. " + text)["parties"]) == parties


def test_the_state_of_a_document() -> None:
    talks = "International Launch Services is in the last round of contract talks with SES for a launch."
    assert agreement(talks)["status"] == "planned"
    assert agreement("A satellite accord of Chile and Peru was initialled in 2012 and lapsed.")["status"] == "ended"
    assert agreement("Chile is the second country to ink a satellite accord with China.")["status"] == "signed"
    won = "Boeing has won a satellite contract from Kenya. The contract will be signed on July 3."
    assert (agreement(won)["status"], agreement(won)["signed"]) == ("planned", "2023-07-03")


def test_no_agreement_by_a_verb_that_belongs_elsewhere() -> None:
    working_group = "Experts of ISRO and of the Kenya Space Agency will settle how and when the pact will work."
    assert pairs("agreement", working_group + SPACE) == []
    clause = "While Chile seeks a satellite, Kenya signed a contract with Arianespace."
    (one,) = found("agreement", clause + SPACE)
    assert (one["parties"], one["status"]) == (["FRA", "KEN"], "signed")
    tenders = "Intelsat asks for tenders for the contract to build the Luxembourg operator's satellite Intelsat 45."
    assert pairs("agreement", tenders + SPACE) == []


def test_a_framework_by_the_words_before_the_noun() -> None:
    assert agreement("CNES and the UK Space Agency signed a framework cooperation arrangement.")["type"] == "framework"


def test_an_older_ground_is_a_document_of_its_own() -> None:
    text = "NASA and ISRO have signed two documents on a satellite. They work together under a framework agreement "
    found_here = found("agreement", text + "signed in 2008." + SPACE)
    assert sorted((fact["type"], fact["signed"] or "") for fact in found_here) == [
        ("agreement", ""),
        ("framework", "2008"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a craft without a name, with the owner told before
        ("The launch will carry a communications satellite of Telesat. Weather is fine. The satellite, built by "
         "Boeing, weighs five tonnes.", [("satellite_export", "CAN USA")]),
        ("Built in partnership with Spain, the Angolan satellite will serve farms.", [("joint_mission", "AGO ESP")]),
        ("Telstar 19 of Telesat will be built not by Boeing, but by Airbus.", [("satellite_export", "CAN FRA")]),
        ("The Oman OOS-1 satellite was made by Boeing and owned by Omantel.", [("satellite_export", "OMN USA")]),
        ("A team of Chilean and Polish students launched their first joint satellite.", [("joint_mission", "CHL POL")]),
        # no undertaking
        ("Space projects agreed by Chile and Peru are many.", []),
        ("Kenya is home to KenSat-2, its first domestically produced satellite, near a Boeing plant.", []),
        ("Kenya and Peru plan to cooperate on the KenSat-2 satellite.", []),
        ("Satellites designed by students from Mexico, Italy and Japan left the station.", []),
    ],
)  # fmt: skip
def test_craft_of_several_hands(text: str, expected: list[tuple[str, str]]) -> None:
    facts = found("cooperation", text)
    assert sorted((fact["type"], " ".join(fact["parties"])) for fact in facts) == expected


def test_a_crew_told_over_sentences_and_by_several_of_its_names() -> None:
    text = (
        "On the Axiom-3 capsule flew Ana Ruiz, an Italian astronaut. She is 49. With her are the American "
        "Bo Lee, the Swede Eva Berg and the Turkish Ali Demir."
    )
    (crew,) = found("cooperation", text)
    assert crew["parties"] == ["ITA", "SWE", "TUR", "USA"]
    (esa,) = found("cooperation", "Nasa astronaut Ann Lee and Esa astronaut Bo Dahl reached the space station.")
    assert esa["parties"] == ["ESA", "USA"]


def test_a_sale_to_others_is_not_that_of_the_craft_told_before() -> None:
    text = (
        "China handed over NigComSat-1 to Nigeria. It has since exported communications satellites to Peru and Ghana."
    )
    facts = {" ".join(fact["parties"]): fact["subject"] for fact in found("cooperation", text)}
    assert facts == {"CHN NGA": "NigComSat-1", "CHN PER": None, "CHN GHA": None}


def test_a_picture_credit_does_not_end_the_article() -> None:
    text = "New money for a joint satellite of Chile and Peru has come from the space agency, which paid before. " * 2
    credit = "\n\n© CNES/Ill. Petit\nChile and Peru signed a satellite pact on Monday.\n\n© 2023 Daily News"
    assert pairs("agreement", text + credit) == ["CHL PER"]


def test_a_firm_in_capitals_at_the_head_is_no_dateline() -> None:
    text = "MATRA MARCONI SPACE (MMS) has been awarded the contract for the Nilesat 9 satellite of Egypt."
    claims = extract(Article(text=text, title="Spacecraft in orbit", published="1996-05-01"))
    assert [claim.to_json()["parties"] for claim in claims if claim.kind == "agreement"] == [["EGY", "FRA"]]


def test_the_former_of_two_told_just_before_signs() -> None:
    text = "Chile's space agency and Peru met in Lima on a satellite. "
    assert pairs("agreement", text + "The former signed a pact with Norway on Tuesday." + SPACE) == ["CHL NOR"]


def test_a_suspension_that_is_announced_ends_the_pact() -> None:
    text = "Russia's Roscosmos announced the suspension of cooperation with NASA on the Venera-D space probe."
    assert [fact["status"] for fact in found("agreement", text + SPACE)] == ["ended"]


def test_the_home_of_a_firm_parts_no_subject_from_its_verb() -> None:
    text = "Reno, Nevada-based Sierra Space signed a contract with Peru's space agency for a satellite on Monday."
    assert pairs("agreement", text + SPACE) == ["PER USA"]


def test_the_crew_at_the_head_flies_what_was_told_just_before() -> None:
    text = "Space shuttle Endeavour lifted off on mission STS-123. The crew includes JAXA astronaut Takao Doi."
    (crew,) = found("cooperation", text)
    assert (crew["parties"], crew["subject"]) == (["JPN", "USA"], "STS-123")
    assert found("cooperation", "A Falcon 9 lifted off. The crew includes JAXA astronaut Takao Doi, who is 53.") == []
