"""Joint undertakings as an article tells them: who with whom, of which type, about what."""

import pytest

from sources.article import Article
from transforms.claim import Claim
from transforms.extract import extract

TITLE = "Spacecraft in orbit"


def told(text: str, title: str = TITLE, published: str | None = "2021-05-05") -> list[Claim]:
    claims = extract(Article(text=text, title=title, published=published))
    return [claim for claim in claims if claim.kind == "cooperation"]


def facts(text: str, **more: str) -> list[tuple[str, str, str | None]]:
    return [(c.cells["type"], "+".join(c.cells["parties"]), c.cells["subject"]) for c in told(text, **more)]


@pytest.mark.parametrize(
    ("text", "parties", "supplier", "subject"),
    [
        ("KazSat-2 of Kazakhstan was built by Khrunichev.", "KAZ+RUS", "RUS", "KazSat-2"),
        ("Built in Britain by Surrey, Alsat-1 was the first Algerian satellite.", "DZA+GBR", "GBR", "Alsat-1"),
        ("The satellite was made by Israel Aerospace Industries for a Hong Kong operator.", "HKG+ISR", "ISR", None),
        ("Ghana's first satellite, GhanaSat-1, was assembled by students in Japan.", "GHA+JPN", "JPN", "GhanaSat-1"),
        ("It is the second satellite that China has made for Pakistan.", "CHN+PAK", "CHN", None),
        ("EgyptSat 2, a Russian-made satellite, failed in 2015.", "EGY+RUS", "RUS", "EgyptSat 2"),
        ("Lockheed Martin is the prime contractor for Arabsat-6A.", "ARABSAT+USA", "USA", "Arabsat-6A"),
        ("Vietnam's second satellite, Vinasat-2, came from Lockheed Martin.", "USA+VNM", "USA", "Vinasat-2"),
        ("FASat-Charlie of Chile is a French product.", "CHL+FRA", "FRA", "FASat-Charlie"),
        ("Russia handed over the AngoSat-1 satellite to Angola in orbit.", "AGO+RUS", "RUS", "AngoSat-1"),
        ("Mongolia bought its first satellite from Thales Alenia Space.", "FRA+MNG", "FRA", None),
    ],
)  # fmt: skip
def test_a_craft_built_or_sold_abroad(text: str, parties: str, supplier: str, subject: str | None) -> None:
    found = told(text)
    assert [claim.cells["type"] for claim in found] == ["satellite_export"]
    assert "+".join(found[0].cells["parties"]) == parties
    assert found[0].cells["supplier"] == supplier
    assert found[0].cells["subject"] == subject


def test_each_buyer_of_a_list_has_its_own_fact() -> None:
    found = told("China has sold satellites to Nigeria, Pakistan and Laos.")
    assert ["+".join(c.cells["parties"]) for c in found] == ["CHN+NGA", "CHN+PAK", "CHN+LAO"]
    assert {c.cells["supplier"] for c in found} == {"CHN"}


@pytest.mark.parametrize(
    "text",
    [
        "Israel Aerospace Industries built the Amos-6 satellite for Spacecom.",  # at home
        "A Chinese-made Long March 3B will carry the Palapa-D satellite of Indonesia.",  # the rocket
        "Brazil hopes to build a satellite with Argentina.",
        "The rocket was built by Boeing in the United States.",
        "A Falcon 9 carried Turksat 5A of Turkey from Cape Canaveral on January 8.",
    ],
)
def test_nothing_is_made_of_trade_at_home_rockets_hopes_and_launches(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India and France have jointly built the SARAL satellite.", ("joint_mission", "FRA+IND", "SARAL")),
        ("The Sino-Italian electromagnetic satellite works well.",
         ("joint_mission", "CHN+ITA", "Sino-Italian electromagnetic satellite")),
        ("TRMM was a mission of NASA and JAXA.", ("joint_mission", "JPN+USA", "TRMM")),
        ("CNES is working with ISRO on the TRISHNA satellite.", ("joint_mission", "FRA+IND", "TRISHNA")),
        ("RwaSat-1, a cubesat that Rwandan engineers built with the help of the University of Tokyo, is in orbit.",
         ("joint_mission", "JPN+RWA", "RwaSat-1")),
        ("NASA's InSight lander carries a French seismometer.", ("joint_mission", "FRA+USA", "InSight lander")),
        ("Italy has contributed a retroreflector to India's Chandrayaan-3 probe.",
         ("joint_mission", "IND+ITA", "Chandrayaan-3")),
        ("Canada has taken part in Envisat.", ("joint_mission", "CAN+ESA", "Envisat")),
    ],
)  # fmt: skip
def test_missions_built_or_run_together(text: str, expected: tuple[str, str, str]) -> None:
    assert facts(text) == [expected]


def test_instruments_of_three_owners_are_three_facts() -> None:
    text = "Chandrayaan-1 carried instruments from NASA, ESA and Bulgaria."
    assert {parties for _, parties, _ in facts(text)} == {"IND+USA", "ESA+IND", "BGR+IND"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew of Soyuz MS-15 is Oleg Skripochka of Russia, Jessica Meir of NASA and Hazzaa Al Mansoori of the "
         "United Arab Emirates.", [("crew", "ARE+RUS+USA", "Soyuz MS-15")]),
        ("A Malaysian, Sheikh Muszaphar, flew on Soyuz TMA-11 in 2007.", [("crew", "MYS+RUS", "Soyuz TMA-11")]),
        ("Vladimir Remek of Czechoslovakia flew on Soyuz 28 in 1978 and Miroslaw Hermaszewski of Poland on Soyuz 30.",
         [("crew", "CSK+SUN", "Soyuz 28"), ("crew", "POL+SUN", "Soyuz 30")]),
        ("Chinese and European astronauts trained together off Yantai.", [("crew", "CHN+ESA", None)]),
        ("NASA hopes that a Russian cosmonaut might fly on Crew Dragon with an American astronaut.", []),
        ("The back-up crew of Soyuz MS-15 was a Russian cosmonaut and a NASA astronaut.", []),
    ],
)  # fmt: skip
def test_crews(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Small satellites from Peru and Poland were carried by Chinese rockets.",
         {("launch_service", "CHN+PER"), ("launch_service", "CHN+POL")}),
        ("China has built a ground station in Namibia.", {("ground_station", "CHN+NAM")}),
        ("Russia has installed ground stations in Brazil and South Africa.",
         {("ground_station", "BRA+RUS"), ("ground_station", "RUS+ZAF")}),
        ("ESA provided tracking support to India's Chandrayaan-3 probe.", {("ground_station", "ESA+IND")}),
        ("Orbit data of Tianwen-1 were exchanged with NASA.", {("data_sharing", "CHN+USA")}),
    ],
)  # fmt: skip
def test_services(text: str, expected: set[tuple[str, str]]) -> None:
    assert {fact[:2] for fact in facts(text)} == expected


def test_two_tellings_and_two_names_are_one_undertaking() -> None:
    text = ("The Pakistan Remote Sensing Satellite-1 (PRSS-1) was built by China for Pakistan.\n\n"
            "China built PRSS-1 in two years.")  # fmt: skip
    assert len(facts(text)) == 1
    assert facts(text)[0][2] is not None


def test_a_craft_of_the_article_stands_behind_the_satellite() -> None:
    text = "KazSat-3 was launched in April.\n\nThe satellite was built by Reshetnev of Russia."
    assert facts(text) == [("satellite_export", "KAZ+RUS", "KazSat-3")]


def test_builders_told_in_ellipsis() -> None:
    text = "Turksat 3A was built by Thales Alenia Space, Turksat 4A by Mitsubishi Electric and Turksat 5A by Airbus."
    found = told(text)
    assert [(c.cells["subject"], c.cells["supplier"]) for c in found] == [
        ("Turksat 3A", "FRA"),
        ("Turksat 4A", "JPN"),
        ("Turksat 5A", "FRA"),
    ]


def test_guests_of_several_years_flew_one_after_another() -> None:
    text = "After Toyo Akiyama of Japan in 1990, Helen Sharman of Britain in 1991 and Franz Ad of Austria flew to Mir."
    assert [parties for _, parties, _ in facts(text)] == ["JPN+SUN", "GBR+SUN", "AUT+SUN"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counted payloads are one undertaking of all
        (
            "The Chang'e-7 probe will carry six payloads from Egypt, Italy, Russia and Thailand.",
            [("joint_mission", "CHN+EGY+ITA+RUS+THA")],
        ),
        # parts of one craft, told in one sentence
        (
            "Nimbus-3, a satellite of Norway developed with Canada and carrying instruments from Italy, is ready.",
            [("joint_mission", "CAN+ITA+NOR")],
        ),
        # where an instrument comes from
        ("The camera of Turkey's Göktürk-2 came from South Korea.", [("joint_mission", "KOR+TUR")]),
        (
            "Italy's contribution to the Chinese satellite Zhangheng-1 is a particle detector.",
            [("joint_mission", "CHN+ITA")],
        ),
        (
            "Of the five instruments of Chandrayaan-1 three are Indian, one comes from ESA and one from Bulgaria.",
            [("joint_mission", "ESA+IND"), ("joint_mission", "BGR+IND")],
        ),
        # an instrument by its name alone
        ("South Korea's Danuri carries ShadowCam, which NASA contributed.", [("joint_mission", "KOR+USA")]),
        # a passenger
        ("Yinghuo-1, a Chinese probe, was riding on Russia's Phobos-Grunt.", [("joint_mission", "CHN+RUS")]),
        # built by several, told by a noun
        ("Assembly of MisrSat-2 was carried out by Egyptian and Chinese engineers.", [("joint_mission", "CHN+EGY")]),
        # taking part, in a relative clause
        (
            "China readies its Dark Matter Particle Explorer, in which universities in Italy participate.",
            [("joint_mission", "CHN+ITA")],
        ),
        # owned in common
        (
            "Light-1, a cubesat which Bahrain and the United Arab Emirates own in common, is in orbit.",
            [("joint_mission", "ARE+BHR")],
        ),
        # where a firm is from is no party
        ("The craft built for Kazakhstan by Europe's Airbus is in orbit.", [("satellite_export", "FRA+KAZ")]),
        ("Khartoum's first satellite was put together by a Shenzhen company.", [("satellite_export", "CHN+SDN")]),
        # several craft from one builder
        (
            "Vinasat-1 and Vinasat-2, both from Lockheed Martin, serve Vietnam.",
            [("satellite_export", "USA+VNM"), ("satellite_export", "USA+VNM")],
        ),
        # a crew by its peoples
        ("An Italian, a Turk and a Swede are guests on Axiom's Ax-3 mission.", [("crew", "ITA+SWE+TUR+USA")]),
        ("A Russian woman flew to the station on Crew-5 with two Americans and a Japanese.", [("crew", "JPN+RUS+USA")]),
        # engineers are no fliers
        ("Twelve Thais were trained by engineers of Surrey Satellite Technology in Britain.", []),
        # a body and its member are at home with each other
        ("ESA has opened a ground station at Redu in Belgium.", []),
        # who has the station on his soil
        ("Namibia has had a Chinese tracking station since 2001.", [("ground_station", "CHN+NAM")]),
        ("Chandrayaan-3 of India was given tracking support by ESA.", [("ground_station", "ESA+IND")]),
    ],
)
def test_undertakings_in_other_words(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(kind, "+".join(sorted(parties.split("+")))) for kind, parties, _ in facts(text)]
    assert found == expected
