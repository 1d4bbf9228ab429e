"""Undertakings told by people, by states of being and by parts that no list holds."""

import pytest

from sources.article import Article
from transforms.extract import extract


def told(text: str) -> set[tuple[str, str]]:
    article = Article(text=f"{text}\n\nThe spacecraft is in orbit.", title="Space news", published="2024-05-10")
    claims = [c for c in extract(article) if c.kind == "cooperation"]
    return {(c.cells["type"], "+".join(sorted(c.cells["parties"]))) for c in claims}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Danish Oersted-3 satellite bears a thermal plasma gauge from Argentina.", "ARG+DNK"),
        ("Israel's Venus microsatellite relies on gyroscopes that came from a Brno workshop.", "CZE+ISR"),
        ("The FORESAIL-9 cubesat flies an electron hunter by Spain's University of Alcala.", "ESP+FIN"),
    ],
)
def test_what_a_craft_bears_needs_no_known_name(text: str, parties: str) -> None:
    assert told(text) == {("joint_mission", parties)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The telescope POEP-2 is up. Canada leads. Sweden is in charge of the instrument.", "CAN+SWE"),
        ("The Baltic-1 satellite is up. Estonia paid for the bus, Sweden for the camera.", "EST+SWE"),
        ("The nanosatellite Duna-3 is up. Hungary leads the project; Portugal supplied the star tracker.", "HUN+PRT"),
        ("India built the spacecraft Deepa-4, Germany the spectrometer, Italy the antenna.", "DEU+IND+ITA"),
    ],
)
def test_tasks_of_a_craft_without_an_owner(text: str, parties: str) -> None:
    assert told(text) == {("joint_mission", parties)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ukrainian engineers and Mexican students made the nanosatellite Atzin in Dnipro.", "MEX+UKR"),
        ("Engineers from Santiago and Bremen put the SUCHAI-4 nanosatellite together over three years.", "CHL+DEU"),
        ("Taifa-3 is the work of Kenyan engineers and of their teachers at Sapienza University in Rome.", "ITA+KEN"),
        ("Two Nepali scientists developed NepaliSat-1 at Kyushu Institute of Technology.", "JPN+NPL"),
        ("PearlAfricaSat-1 was built by three Ugandan engineers in Japan.", "JPN+UGA"),
        ("Bhutan's earlier satellite, Bhutan-1, was made in Japan under the BIRDS programme.", "BTN+JPN"),
        ("Half of the team behind the satellite Hermes-2 is Greek, the other half Indian.", "GRC+IND"),
        ("A consortium of a Bremen firm and a Stockholm start-up is building the satellite Nordlicht-1.", "DEU+SWE"),
    ],
)
def test_people_of_several_nations(text: str, parties: str) -> None:
    assert told(text) == {("joint_mission", parties)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Sabia-Mar is half Brazilian and half Argentine.", "ARG+BRA"),
        ("Thailand is among the nations whose instruments fly on Chang'e-7.", "CHN+THA"),
        ("Norway is on board the German TRISAT-9 mission as well, with a radio.", "DEU+NOR"),
        ("The Chinese Tianque observatory is up. France is a partner, with two of the instruments.", "CHN+FRA"),
        ("NASA leads the Webb programme, which also involves ESA and the Canadian Space Agency.", "CAN+ESA+USA"),
    ],
)
def test_states_of_being(text: str, parties: str) -> None:
    assert told(text) == {("joint_mission", parties)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISRO's antennas followed Japan's lander SLIM down to the surface.", ("ground_station", "IND+JPN")),
        ("The Emirati probe Hope called home through a NASA station in Spain.", ("ground_station", "ARE+USA")),
        ("Myanmar's weather service lives on pictures from China's Fengyun-2H.", ("data_sharing", "CHN+MMR")),
        ("NOAA has been relying on Europe's Meteosat-8 satellite for weather coverage of the Indian Ocean.",
         ("data_sharing", "EUMETSAT+USA")),
        ("Himawari-8's images are used by forecasters in the Philippines.", ("data_sharing", "JPN+PHL")),
        ("Singapore has entrusted eleven satellites to India's PSLV since 2011.", ("launch_service", "IND+SGP")),
        ("Belarus has been beaming television through a telecommunications satellite bought from China.",
         ("satellite_export", "BLR+CHN")),
    ],
)  # fmt: skip
def test_services_between_two(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The Danish Oersted-3 satellite bears the name of a poet from Argentina.",
        "Juno, NASA's probe, carries fuel from a Swedish firm.",
        "The Baltic-1 satellite has a bus and a camera. Estonia paid for it.",
        "Canada leads in the field. Sweden built the camera factory.",
        "Engineers from Santiago and Bremen met on Friday to talk about satellites.",
        "Indian engineers built the Cartosat-2 satellite in Bengaluru.",
        "Half of the visitors to the satellite museum are Greek, the other half Indian.",
        "Thailand is among the nations that welcomed the launch of Chang'e-7.",
        "Norway is a partner of the German agency, which launched TRISAT-9.",
        "NASA's antennas were kept dry in the storm that hit Guam.",
        "The air force relies on its GPS satellites for navigation, and Britain's firms buy receivers.",
    ],
)
def test_near_misses_tell_no_undertaking(text: str) -> None:
    assert told(text) == set()


def test_everyday_names_are_missions_in_a_list_of_what_a_party_shares_in() -> None:
    article = Article(text="Canada has taken part in Envisat, Rosetta and Gaia.", title="Space news")
    subjects = {claim.cells["subject"] for claim in extract(article) if claim.kind == "cooperation"}
    assert subjects == {"Envisat", "Rosetta", "Gaia"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mexican satellites have been sent into orbit by Russian launchers.", {("launch_service", "MEX+RUS")}),
        ("Two Mexican satellites have been sent into orbit by a Russian launcher.", set()),
    ],
)
def test_the_perfect_tells_of_a_service_where_no_batch_is_meant(text: str, found: set[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Bion-M1 biological experiments were run together with French institutes.", {("joint_mission", "FRA+RUS")}),
        ("China carried out experiments on Shijian-10 jointly with Japan.", {("joint_mission", "CHN+JPN")}),
        ("China hopes to carry out experiments on Shijian-10 jointly with Japan.", set()),
        ("China carried out experiments on Shijian-10, said an expert from Japan.", set()),
    ],
)
def test_experiments_done_together_on_a_craft(text: str, found: set[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Amazonia-7 is a joint project of Brazil's INPE and Korea's KARI.", ("joint_mission", "BRA+KOR")),
        ("Amazonia-7, a joint work of INPE and of Canada's MDA, was shown on Monday.", ("joint_mission", "BRA+CAN")),
        ("CBERS-4, built with the Brazilians, still sends pictures.", ("joint_mission", "BRA+CHN")),
        ("Kenya's KenSat-2, from Airbus, went up on a Proton.", ("satellite_export", "FRA+KEN")),
    ],
)
def test_partners_by_their_state_and_makers_in_apposition(text: str, told_of: tuple[str, str]) -> None:
    assert told(text) == {told_of}


def test_a_place_in_apposition_makes_nothing() -> None:
    assert told("Kenya's KenSat-2, from Mombasa, went up on a rocket.") == set()


def test_instruments_of_institutes_in_several_countries_are_one_undertaking() -> None:
    text = "Chile's SUCHAI-9 carries instruments from a dozen institutes in Ukraine, Peru and Sweden."
    assert told(text) == {("joint_mission", "CHL+PER+SWE+UKR")}
    assert told("Chile's SUCHAI-9 carries instruments from a shop in Peru.") == set()
