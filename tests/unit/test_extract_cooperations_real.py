"""Joint undertakings in the words of the press: stations by their place, members, models, data of many, near misses."""

import pytest

from sources.article import Article
from transforms.extract import extract

TITLE = "Spacecraft in orbit"


def found(text: str, title: str = TITLE) -> list[tuple[str, str]]:
    claims = extract(Article(text=text, title=title, published="2023-05-05"))
    return [(c.cells["type"], "+".join(sorted(c.cells["parties"]))) for c in claims if c.kind == "cooperation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a station by the place in its name; `its`; whose it is told by the next sentence, or for all of several
        (
            "ESA will put up a second dish at its ground station in Malargue, Argentina.",
            [("ground_station", "ARG+ESA")],
        ),
        (
            "The Cuzco Ground Station lies in the hills of Peru. It belongs to ESA's tracking network.",
            [("ground_station", "ESA+PER")],
        ),
        (
            "One of the stations of NASA's tracking network is here; the others are in Spain and Australia.",
            [("ground_station", "ESP+USA"), ("ground_station", "AUS+USA")],
        ),
        (
            "Peru has antennas in other places like Quito and Nairobi.",
            [("ground_station", "ECU+PER"), ("ground_station", "KEN+PER")],
        ),
        # members of a constellation
        ("Kenya is the first state to join a Nimbus Constellation led by SSTL.", [("constellation", "GBR+KEN")]),
        ("The Nimbus constellation is a network involving Chile, Peru and Ghana.", [("constellation", "CHL+GHA+PER")]),
        # a craft told by its maker's model, by a noun of building, by work begun
        ("Mexico's Satmex 6, a Loral 1300 satellite, is in orbit.", [("satellite_export", "MEX+USA")]),
        ("Construction of the Ghanaian satellite by Airbus took place in Toulouse.", [("satellite_export", "FRA+GHA")]),
        ("A Chinese firm has started production of the first satellite of Laos.", [("satellite_export", "CHN+LAO")]),
        (
            "MDA became prime contractor for the design, assembly and testing of 17 craft for U.S. firm Globalstar.",
            [("satellite_export", "CAN+USA")],
        ),
        # an owner told before the name
        (
            "Ghana will launch its first satellite in May. The satellite, called VoltaSky, was built by Airbus.",
            [("satellite_export", "FRA+GHA")],
        ),
        # of two owners known, the one that the article speaks of
        ("Amazonas 1 of the Spanish fleet was built by Astrium Satellites.", [("satellite_export", "ESP+FRA")]),
        # made together
        (
            "The Nimbus-9 probe followed years of joint development between NASA and JAXA.",
            [("joint_mission", "JPN+USA")],
        ),
        ("Chile and Peru are working on a new joint radar satellite.", [("joint_mission", "CHL+PER")]),
        (
            "Peru is readying its first cubesat. The project, carried out in cooperation with Chile, goes well.",
            [("joint_mission", "CHL+PER")],
        ),
        ("GISTDA checked Theos-2 together with its co-maker, the co-developer Airbus.", [("joint_mission", "FRA+THA")]),
        (
            "The VoltaSky satellite, which Ghana and Peru manufactured in a common effort, is up.",
            [("joint_mission", "GHA+PER")],
        ),
        ("Ghana's VoltaSky-1, built jointly with China, was also launched by China.", [("joint_mission", "CHN+GHA")]),
        ("Ghana launched the VoltaSky-1 satellite in partnership with JAXA.", [("joint_mission", "GHA+JPN")]),
        (
            "The VoltaSky-1 satellite of Ghana was made at plants that are part of Roscosmos.",
            [("satellite_export", "GHA+RUS")],
        ),
        (
            "Peru's participation in Japan's Hayabusa2 mission goes back to the year 2010.",
            [("joint_mission", "JPN+PER")],
        ),
        # a part counted in the sentence, and one hidden in an idiom
        (
            "The Chilean orbiter LunaSat-1 has six cameras, five from Chile and one from JAXA.",
            [("joint_mission", "CHL+JPN")],
        ),
        ("KenSat-1 of Kenya is up. Its payload was developed by a French firm.", [("joint_mission", "FRA+KEN")]),
        # data of many
        (
            "Having swapped data for years, EUMETSAT and NOAA run their satellites as one.",
            [("data_sharing", "EUMETSAT+USA")],
        ),
        (
            "Ghana received satellite data on the floods from three nations including Japan and France.",
            [("emergency_service", "FRA+GHA+JPN")],
        ),
        # crews
        (
            "The Soviet Union sent up Soyuz TM-99 with two cosmonauts and the first Chilean, Juan Rojas.",
            [("crew", "CHL+SUN")],
        ),
        (
            "Ax-9 will fly mission specialists from Chile and Kenya. NASA astronaut Ann Field commands it.",
            [("crew", "CHL+KEN+USA")],
        ),
    ],
)
def test_undertakings_as_the_press_tells_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The satellite of Ghana was handed over to JAXA in preparation for its release.",
        "Kenya had originally planned a satellite built by Airbus.",
        "Sixty Kenyans are being trained in China, where they learn to run the ground station of the satellite.",
        "Chile hopes for Peru's participation in Japan's Hayabusa2 mission.",
        "Ghana and a Russian firm sealed a deal to build a satellite.",
        "Earlier missions included astronauts from Chile, Kenya and Ghana.",
        "The Chilean satellite will join the Nimbus Constellation led by its owner.",
        "The craft provides data communications services to Europe, said BulgariaSat of Bulgaria.",
    ],
)
def test_near_misses_stay_silent(text: str) -> None:
    assert found(text) == []


def test_the_maker_is_no_parent_of_the_firm_and_no_kin_of_the_craft() -> None:
    text = "SS/L, a subsidiary of the MDA group, is the manufacturer of the Azerspace-2 satellite."
    assert ("satellite_export", "AZE+CAN") not in found(text)
    claims = extract(Article(text="The forerunner of Vinasat-2, the Vinasat-1 craft, was built by a Swedish firm.",
                             title=TITLE))  # fmt: skip
    assert [c.cells["subject"] for c in claims if c.cells.get("type") == "satellite_export"] == ["Vinasat-1"]


def test_a_station_bears_the_name_of_its_place() -> None:
    claims = extract(Article(text="ESA's Malargue tracking station in Argentina has been enlarged.", title=TITLE))
    assert [c.cells["subject"] for c in claims if c.kind == "cooperation"] == ["Malargue tracking station"]
