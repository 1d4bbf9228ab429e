"""Turns of phrase of releases and trade news: interrupted subjects, documents told twice, work told by what is done."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

SPACE = " The satellite will be put into orbit by a carrier rocket."


def found(kind: str, text: str, title: str = "Satellite news") -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=title, published="2023-06-21"))
    return [claim.to_json() for claim in claims if claim.kind == kind]


def agreements(text: str, title: str | None = "Satellite news") -> list[dict[str, Any]]:
    return found("agreement", text, title)


@pytest.mark.parametrize(
    ("text", "parties", "signed"),
    [
        # the subject waits for its verb behind a clause of its own, in commas or dashes
        ("Azercosmos, which runs two satellites, has signed a memorandum with the Turkish Space Agency.", "AZE "
         "TUR", None),
        ("JAXA and the Kenya Space Agency — which was founded in 2017 — signed a satellite pact in May.", "JPN KEN",
         "2023-05"),
        ("Inmarsat, although it owns no rockets, signed a satellite contract with Arianespace.", "FRA GBR", None),
        ("After receiving the Peruvian minister on Monday, JAXA signed a satellite pact with Chile on "
         "Tuesday.", "CHL JPN",
         "2023-06-20"),
        # a clause on what the document holds has another verb
        ("JAXA on June 5 signed an accord with CNES, which includes work on Peru's planned 2030 satellite.", "FRA JPN",
         "2023-06-05"),
        # the short name of the document in brackets; the day of an approval is not that of the signing
        ("The cabinet approved on Wednesday a Memorandum of Understanding (MoU) signed between ISRO and the Bolivian "
         "Space Agency on 29 March 2019.", "BOL IND", "2019-03-29"),
        ("The memorandum between ISRO and the Bolivian Space Agency was signed this year in March.", "BOL IND",
         "2023-03"),
        ("An accord on satellites was signed between Chile and Peru. The signing ceremony was held on June 2, 2023.",
         "CHL PER", "2023-06-02"),
        # by whom: `it and A`, a firm's home or parent, a word of a longer name
        ("NASA lends its antennas. That rests on an agreement which it and the Korea Aerospace Research "
         "Institute (KARI) "
         "signed in December 2016.", "KOR USA", "2016-12"),
        ("Oman signed a satellite pact with Surrey Satellite Technology, a subsidiary of Airbus.", "GBR OMN", None),
        ("Oman signed a satellite pact with Thales Alenia Space of France and Italy.", "FRA OMN", None),
        ("Oman has a satellite accord with Moscow-based Intersputnik.", "INTERSPUTNIK OMN", None),
        ("An official of JAXA's Directorate for Human Spaceflight signed a satellite accord with ESA.", "ESA "
         "JPN", None),
        ("Oman signed a satellite pact with China for U.S.$5 million in aid.", "CHN OMN", None),
        ("Kenya and Ghana met in Accra. The latter signed a satellite accord with Peru in May.", "GHA PER", "2023-05"),
    ],
)  # fmt: skip
def test_who_signed_and_when(text: str, parties: str, signed: str | None) -> None:
    (one,) = agreements(text + SPACE)
    assert sorted(one["parties"]) == parties.split()
    assert one["signed"] == signed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an aim told as reached, talks told as over
        ("Ministers of Chile and Peru met in Lima to sign a satellite agreement.", [("CHL PER", "agreement",
         "signed")]),
        ("Chile became the first country of the south to sign a satellite accord with Japan.",
         [("CHL JPN", "agreement", "signed")]),
        ("International Launch Services has negotiated a contract with Eutelsat for a satellite.", [("FRA USA",
         "contract", "signed")]),
        ("Chile and Peru issued a joint statement on their satellites.", [("CHL PER", "joint_statement", "signed")]),
        # one document, told by two words
        ("Chile signed a satellite agreement with Peru that will extend the partnership between Peru and Chile "
         "to 2030.",
         [("CHL PER", "agreement", "signed")]),
        ("Chile signed a satellite agreement with Peru — an accord the minister said would last.",
         [("CHL PER", "agreement", "signed")]),
        # one with each
        ("Chile signed a satellite agreement with Peru and Norway, respectively.",
         [("CHL PER", "agreement", "signed"), ("CHL NOR", "agreement", "signed")]),
        ("China will build satellites for Laos and Chad, according to contracts signed in May.",
         [("CHN LAO", "contract", "signed"), ("CHN TCD", "contract", "signed")]),
        # an older document that this one rests on
        ("NASA and ESA signed an accord on satellites. The accord builds on a joint statement of intent that the two "
         "agencies "
         "signed in 2021.", [("ESA USA", "agreement", "signed"), ("ESA USA", "joint_statement", "signed")]),
        # the members of a list that `which` stands for; a second one like it, and its renewals
        ("The programme was founded by Chile, Peru and Kenya, which signed a satellite agreement in 1988.",
         [("CHL KEN PER", "agreement", "signed")]),
        ("Peru signed a satellite accord with the European Union. Norway concluded a similar accord in 2010.",
         [("EU PER", "agreement", "signed"), ("EU NOR", "agreement", "signed")]),
        ("Chile and Peru signed a satellite agreement in 1998, and renewed it in 2013 and again in 2018.",
         [("CHL PER", "agreement", "signed")] * 3),
        # who signs, told by their offices
        ("The contract for the launch by a Russian firm of the satellite was signed by Ana Ruiz, ESA's director of "
         "science, and Jean Petit, president of Arianespace.", [("ESA FRA", "contract", "signed")]),
        # to whom each goes; a document between two that each have a preposition; what is in the family
        ("ESA has awarded satellite contracts to Germany's OHB and Poland's Creotech.",
         [("DEU ESA", "contract", "signed"), ("ESA POL", "contract", "signed")]),
        ("The booking by SES follows an agreement with Boeing for satellite launches with Arianespace.",
         [("FRA USA", "contract", "signed")]),
        ("Japan's Astroscale makes satellites. That includes an accord announced in May with Mitsubishi Electric.", []),
        ("Oman will fly a satellite on Rocket Lab's Electron. The contract was announced on June 20.",
         [("OMN USA", "contract", "signed")]),
        # told to be none
        ("The satellite was built by Chile in partnership with Peru.", []),
        ("Prior to the agreement, Chile was in talks on satellites with ministers of Peru.", []),
        ("Chile and Peru missed the deadline for an agreement on satellites between Chile and Peru.",
         [("CHL PER", "agreement", "planned")]),
    ],
)  # fmt: skip
def test_how_many_documents_and_in_what_state(text: str, expected: list[tuple[str, str, str]]) -> None:
    told = [(" ".join(sorted(one["parties"])), one["type"], one["status"]) for one in agreements(text + SPACE)]
    assert told == expected


def test_a_title_leaves_the_kind_open() -> None:
    title = "Arianespace and ESA sign agreement on launches"
    text = (
        "Arianespace and ESA signed a framework contract today. The contract covers satellites of Arianespace and ESA."
    )
    (one,) = agreements(text + SPACE, title)
    assert (one["type"], one["supplier"]) == ("framework", None)


def test_a_title_that_is_a_document() -> None:
    (one,) = agreements(
        "Both see benefits." + SPACE, "Memorandum of Understanding: Polish Space Agency and JAXA on satellites"
    )
    assert (one["parties"], one["type"]) == (["JPN", "POL"], "mou")


def test_those_who_joined_signed_no_document_of_their_own() -> None:
    text = "On June 7 Chad and Peru signed the NASA agreement. Chad joined the Artemis Accords. Peru joined the "
    "Artemis Accords."
    assert {one["type"] for one in agreements(text + SPACE)} == {"accession"}


@pytest.mark.parametrize(
    ("text", "parties", "supplier", "status"),
    [
        ("Arianespace has been contracted to launch two satellites for Peru.", "FRA PER", "FRA", "signed"),
        ("Japan's Mitsubishi Electric was selected to supply a satellite to Qatar's Es'hailSat.", "JPN QAT", "JPN",
         "signed"),
        ("Rocket Lab, which flies small loads, was selected by the European Space Agency to launch a "
         "satellite.",
         "ESA USA", "USA", "planned"),
        ("Boeing is building two mPower satellites, ordered in 2017.", "LUX USA", "USA", "signed"),
        ("Oman's operator has leased capacity aboard the Thaicom-4 satellite.", "OMN THA", "THA", "signed"),
        ("Thales Alenia Space will supply a satellite to Peru's space agency.", "FRA PER", "FRA", "signed"),
        ("Roscosmos signed a contract with NASA for the trip of an astronaut aboard Russia's Soyuz spacecraft.",
         "RUS USA", "RUS", "signed"),
        ("Skyroot, a rocket startup in Hyderabad, has signed a launch contract with the French firm Kineis.",
         "FRA IND", "IND", "signed"),
        ("A consortium led by Germany's OHB has won a contract from Sweden's space agency for a satellite.",
         "DEU SWE", "DEU", "signed"),
    ],
)  # fmt: skip
def test_work_told_by_what_is_done(text: str, parties: str, supplier: str, status: str) -> None:
    (one,) = agreements(text + SPACE)
    assert sorted(one["parties"]) == parties.split()
    assert (one["type"], one["supplier"], one["status"]) == ("contract", supplier, status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # made with a partner whose name stands before the craft, or by people of several homes
        ("EIAST has built, with Satrec Initiative of South Korea, two satellites, DubaiSat-1 and DubaiSat-2.",
         {("joint_mission", "ARE KOR")}),
        ("The OmanSat-1 satellite was built by students from universities of Oman, Peru and Kenya.",
         {("joint_mission", "KEN OMN PER")}),
        ("XRISM was built by JAXA and NASA with ESA's participation.", {("joint_mission", "ESA JPN USA")}),
        # an everyday name, explained where it stands
        ("Aryabhata, India's first satellite, was built by ISRO with assistance from Soviet scientists.",
         {("joint_mission", "IND SUN")}),
        # two makers, neither the owner
        ("Turkey's Gokturk-1 was built by Telespazio and Thales Alenia Space.", {("satellite_export", "FRA ITA TUR")}),
        # stations by who has or runs them
        ("Norway's KSAT operates ground stations in Mauritius and South Africa for satellites.",
         {("ground_station", "MUS NOR"), ("ground_station", "NOR ZAF")}),
        ("ISRO has its tracking station at Biak in Indonesia.", {("ground_station", "IDN IND")}),
        ("In Peru a network of BeiDou reference stations was built by Chinese firms.", {("ground_station", "CHN PER")}),
        ('"We provided our satellite images to Peru," the Chinese space agency of China said.',
         {("data_sharing", "CHN PER")}),
    ],
)  # fmt: skip
def test_undertakings(text: str, expected: set[tuple[str, str]]) -> None:
    told = found("cooperation", text + SPACE, "Spacecraft in orbit")
    assert {(one["type"], " ".join(sorted(one["parties"]))) for one in told} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rocket Lab will launch two European-built GPS-type test satellites for ESA.",  # no export of GPS
        "KazSat-3 carries a payload from Thales Alenia Space.",  # bought like the craft
        "It flew together with India's Astrosat telescope. Lapan-A2 carries a camera.",  # a craft, no instrument
        "Leicester University of Britain would build the telescope for the SMILE probe of China and ESA.",  # hoped for
        "Stations at Brunei and at Biak (Indonesia) have been built.",  # where they stand, not whose they are
        "Spacecom cancelled its Amos-8 order with Boeing when its manufacturer in Israel protested.",
          # an order that fell
        "Germany's DLR is responsible for building the rover's body for Japan's MMX.",  # a part
        "The clocks on the Galileo satellites were made in Switzerland.",  # parts
        "Oman contracted with Airbus, which had bested competitors such as manufacturer MDA of Canada.",  # a rival
        "With support from Belgium, Chad has ordered a satellite.",  # help with a purchase
    ],
)  # fmt: skip
def test_no_undertakings(text: str) -> None:
    assert {one["type"] for one in found("cooperation", text + SPACE, "Spacecraft in orbit")} <= set()


def test_the_document_of_another_subject_is_left_alone() -> None:
    text = (
        "The cabinet approved an accord between India and Algeria on satellites. It approved a memorandum "
        "between India "
        "and Japan on healthcare. It also approved one between India and Zimbabwe on geology."
    )
    assert [sorted(one["parties"]) for one in agreements(text)] == [["DZA", "IND"]]
