"""The same undertakings as reporters of different countries tell them: verbs, nouns and roles in many shapes."""

import pytest

from sources.article import Article
from transforms.extract import extract


def told(text: str) -> set[tuple[str, str]]:
    claims = extract(Article(text=text, title="Spacecraft in orbit", published="2021-05-05"))
    return {(c.cells["type"], "+".join(sorted(c.cells["parties"]))) for c in claims if c.kind == "cooperation"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Angolan satellite, a Russian construction, lost contact after launch.", "AGO+RUS"),
        ("Satrec Initiative of South Korea was the supplier of RazakSAT to Malaysia.", "KOR+MYS"),
        ("A British company built the satellite that Kazakhstan uses to watch its crops.", "GBR+KAZ"),
        ("Astana took delivery of KazEOSat-1 from its European builder, Airbus Defence and Space.", "FRA+KAZ"),
        ("Control of VRSS-2 was transferred to Venezuela by China on Monday.", "CHN+VEN"),
        ("Italy operates OPTSAT-3000, an Israeli-built reconnaissance satellite.", "ISR+ITA"),
    ],
)
def test_a_craft_from_abroad(text: str, expected: str) -> None:
    assert told(text) == {("satellite_export", expected)}


@pytest.mark.parametrize(
    "text",
    [
        "PAZ, Spain's radar satellite, was made by Airbus in Madrid.",  # in its own country
        "Australia receives Landsat images from NASA.",  # images, no craft
        "Kenya hopes to buy a satellite that Poland uses.",
    ],
)
def test_no_craft_from_abroad(text: str) -> None:
    assert "satellite_export" not in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SARAL, in which CNES is a partner of ISRO, measures the height of the seas.", {"FRA+IND"}),
        ("The VENUS satellite is operated by the Israeli and French space agencies.", {"FRA+ISR"}),
        ("SMILE is an undertaking of ESA and the Chinese Academy of Sciences.", {"CHN+ESA"}),
        ("The Italian cubesat LICIACube travelled aboard NASA's DART.", {"ITA+USA"}),
        ("The UAE's Rashid rover flew on Japan's Hakuto-R lander.", {"ARE+JPN"}),
        ("Phobos-Grunt, Russia's lost Mars probe, had China's Yinghuo-1 on board.", {"CHN+RUS"}),
        ("NASA's InSight relied on a seismometer from France's CNES.", {"FRA+USA"}),
        ("India's Chandrayaan-1 flew with instruments from Bulgaria, Sweden and the United States.",
         {"BGR+IND", "IND+SWE", "IND+USA"}),
    ],
)  # fmt: skip
def test_a_mission_shared(text: str, expected: set[str]) -> None:
    assert told(text) == {("joint_mission", parties) for parties in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since 1990 China has launched satellites for Pakistan and Sweden.", {"CHN+PAK", "CHN+SWE"}),
        ("India's PSLV has put satellites of Germany and Belgium into orbit over the years.", {"DEU+IND", "BEL+IND"}),
        ("Indian satellites have flown on Ariane rockets since 1981.", {"FRA+IND"}),
        ("SpaceX has launched all of Turkey's recent satellites.", {"TUR+USA"}),
        ("Over the past decade Antrix has orbited 20 satellites for British customers.", {"GBR+IND"}),
        ("India has launched satellites for Germany since Monday, May 3.", set()),  # one launch
        ("China launched satellites for Pakistan.", set()),  # no lasting service
    ],
)
def test_launching_for_others_over_the_years(text: str, expected: set[str]) -> None:
    assert {parties for kind, parties in told(text) if kind == "launch_service"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Australian Bureau of Meteorology uses data from Japan's Himawari-8.", {("data_sharing", "AUS+JPN")}),
        ("EUMETSAT and NOAA exchange data from their weather satellites.", {("data_sharing", "EUMETSAT+USA")}),
        ("ESA makes Sentinel data available to Geoscience Australia.", {("data_sharing", "AUS+ESA")}),
        ("Vietnam gets satellite images free of charge from India.", {("data_sharing", "IND+VNM")}),
        ("Mexico was given imagery of its coasts by the French agency CNES.", {("data_sharing", "FRA+MEX")}),
        ("A firm won a contract to provide satellite data to Japan's air force, NASA said.", set()),
        ("After the earthquake China supplied Turkey with satellite images.", {("emergency_service", "CHN+TUR")}),
        ("India made satellite maps of the quake area available to Nepal.", {("emergency_service", "IND+NPL")}),
        ("Galileo satellites carry search and rescue transponders for Cospas-Sarsat.",
         {("emergency_service", "COSPAS-SARSAT+EU")}),
    ],
)  # fmt: skip
def test_data_given_and_taken(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biak in Indonesia is home to an ISRO ground station.", {"IDN+IND"}),
        ("India has set up a satellite data reception centre in Ho Chi Minh City, Vietnam.", {"IND+VNM"}),
        ("Russia has placed GLONASS monitoring stations in Brazil and Nicaragua.", {"BRA+RUS", "NIC+RUS"}),
        ("The Americans have used tracking dishes near Canberra, Australia, since 1965.", {"AUS+USA"}),
        ("He saw the telemetry station at Swakopmund, which China has run in Namibia since 2001.", {"CHN+NAM"}),
        ("The Swedish Space Corporation is growing. It operates antennas in Chile and Thailand.",
         {"CHL+SWE", "SWE+THA"}),
    ],
)  # fmt: skip
def test_stations_on_the_soil_of_others(text: str, expected: set[str]) -> None:
    assert told(text) == {("ground_station", parties) for parties in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Saudi prince Sultan bin Salman flew as part of the crew of the US shuttle Discovery in 1985.", "SAU+USA"),
        ("The crew of Soyuz MS-22 consisted of two Russians and one American.", "RUS+USA"),
        ("Cuba's Arnaldo Tamayo Mendez flew on Soyuz 38 with Yuri Romanenko of the Soviet Union.", "CUB+SUN"),
        ("Four Indian pilots have completed their training in Star City, Russia.", "IND+RUS"),
        ("Brazil's Marcos Pontes trained in Russia before his flight.", "BRA+RUS"),
    ],
)
def test_fliers_and_where_they_train(text: str, expected: str) -> None:
    assert told(text) == {("crew", expected)}


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese rover used its camera to take pictures of the American flag.",
        "Canada's government received a report on satellite data from a British consultancy.",
        "Germany and Japan operate satellites of their own.",
        "France's minister visited the ground station at Toulouse with his German colleague.",
        "China launched more satellites than the United States since January.",
    ],
)
def test_two_nations_in_a_sentence_are_no_undertaking(text: str) -> None:
    assert told(text) == set()
