"""Joint undertakings in the prose of strangers: crews without a verb, parts, stations that hear, shared craft."""

import pytest

from sources.article import Article
from transforms.extract import extract


def told(text: str) -> set[tuple[str, str]]:
    claims = extract(Article(text=text, title="Spacecraft, cosmonauts and their rocket", published="2031-05-08"))
    return {(c.cells["type"], "+".join(sorted(c.cells["parties"]))) for c in claims if c.kind == "cooperation"}


def subjects(text: str) -> set[str | None]:
    claims = extract(Article(text=text, title="Spacecraft, cosmonauts and their rocket", published="2031-05-08"))
    return {c.cells["subject"] for c in claims if c.kind == "cooperation"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1979 Ada Nowak of Poland set off in Soyuz 30 with Oleg Petrov.", {"POL+SUN"}),
        ("The ship was Soyuz MS-40. In it were Oleg Petrov and Said Ali, the first Omani to go.", {"OMN+RUS"}),
        ("Shenzhou 24 bore Zhang Wei and the Pakistani pilot Ali Khan aloft.", {"CHN+PAK"}),
        ("Ali Khan, a Pakistani air force major, rode to orbit in Shenzhou 24.", {"CHN+PAK"}),
        ("Who was the first Omani? Said Ali now keeps bees. He was hoisted by Soyuz MS-9.", {"OMN+RUS"}),
        ("The last were Juan Paz of Peru and Oleg Petrov. Their Soyuz MS-40 came down on Friday.", {"PER+RUS"}),
        ("The ship was Soyuz MS-40. Said Ali is the first Omani to fly. On his left sits its Russian commander.",
         {"OMN+RUS"}),
        ("Soviet hosts met them on Salyut 6. Two more in 1980: Poland's Ada Nowak (June), Cuba's Juan Paz (July).",
         {"POL+SUN", "CUB+SUN"}),
    ],
)  # fmt: skip
def test_a_crew_without_a_verb_of_flying(text: str, expected: set[str]) -> None:
    assert told(text) >= {("crew", parties) for parties in expected}


@pytest.mark.parametrize(
    "text",
    [
        "Said Ali of Oman saw Soyuz MS-40 from the stands.",
        "Said Ali of Oman may one day go up in Soyuz MS-44.",
        "Said Ali of Oman hopes to ride in Soyuz MS-44.",
        "Said Ali of Oman keeps a model in Soyuz MS-40's colours.",
    ],
)
def test_no_crew(text: str) -> None:
    assert "crew" not in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "PeruSat-9 of Peru is up. Denmark threw in the solar cells.",
        "PeruSat-9 is Peru's, but its brain came from Denmark.",
        "PeruSat-9 of Peru, whose mirrors came from a workshop in Denmark, is in orbit.",
        "PeruSat-9 of Peru carries a camera that the Danish space centre has paid for.",
        "Peru's PeruSat-9 sees with Danish eyes.",
        "PeruSat-9, which Peru launched on Tuesday, runs on Danish software.",
        "PeruSat-9 is a Peruvian craft with a Danish heart.",
        "Without a computer lent by Denmark, PeruSat-9 of Peru would have been blind.",
        "Peru's PeruSat-9 flies with four instruments. The fourth, Kratos, is from Aarhus in Denmark.",
        "Strapped under the Danish probe Tycho-2, Peru's PeruSat-9 left for Mars.",
        "The Danes of the Nordlys institute, co-designers of Peru's PeruSat-9, keep watch.",
    ],
)
def test_a_part_from_abroad(text: str) -> None:
    assert ("joint_mission", "DNK+PER") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "PeruSat-9 of Peru was launched. Denmark sent a telegram.",
        "PeruSat-9 of Peru is watched with Danish eyes.",
        "Peru's PeruSat-9 would carry a camera for which Denmark might pay.",
        "PeruSat-9 of Peru runs on solar power. Danish ships use it.",
    ],
)
def test_no_part_from_abroad(text: str) -> None:
    assert "joint_mission" not in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "NordLum-2 is the work of two nations, Denmark and Peru.",
        "The NordLum-2 satellite has two parents. Denmark gave the shell, Peru the experiments.",
        "NordLum-2 is a cube of foil that Danish and Peruvian engineers are to use as a target.",
        "Denmark and Peru each own half of the satellite NordLum-2.",
        "The NordLum-2 telescope, a marriage of Danish optics and Peruvian electronics, was launched in May.",
        "Denmark has a third of Peru's PeruSat-9.",
        "Peru's PeruSat-9 was a joint purchase with the Danish operator Nordsat.",
        "PeruSat-9 of Peru is the child of a programme at the Technical University of Denmark.",
        "It carried DaneSat-2, a Danish satellite in which Peru holds shares.",
    ],
)
def test_a_craft_that_is_shared(text: str) -> None:
    assert ("joint_mission", "DNK+PER") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Danish and Peruvian scientists will meet to discuss NordLum-2.",
        "Denmark and Peru each own half of the island that NordLum-2 photographed.",
        "NordLum-2 carries instruments from seven countries, said Denmark and Peru.",
        "The rocket had two masters, Denmark and Peru, and flew NordLum-2.",
    ],
)
def test_no_craft_that_is_shared(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Three stations track Peru's PeruSat-9: two at Lima, and one near Aarhus in Denmark.",
        "Peru's PeruSat-9 woke up. Aarhus in Denmark heard its first word.",
        "The first words of Peru's PeruSat-9 were picked up by a Danish dish.",
        "Antennas in Kenya, rented by the Danish space agency, hailed PeruSat-9 on Peru's behalf.",
        "The Danish agency looks after the ground stations in Peru.",
        "A ground station has been fitted out in Peru with the help of Denmark.",
        "The gateways for PeruSat-9 of Peru are being furnished by a Danish firm.",
    ],
)
def test_a_station_for_another(text: str) -> None:
    assert ("ground_station", "DNK+PER") in told(text)


def test_no_station_for_another() -> None:
    assert told("Denmark's minister caught the first train to the ground station.") == set()
    assert told("The Danish agency may lend its antennas to Peru.") == set()
    assert told("Three stations track Peru's PeruSat-9: two at Lima, and one at Arequipa in Peru.") == set()


def test_the_subject_of_a_station() -> None:
    assert subjects("The Danish station at Arequipa, in Peru, was built in 2030.") == {"Arequipa"}
    assert subjects("PeruSat-9 of Peru is up. In Aarhus a Danish dish has been lent to Peru.") == {"PeruSat-9"}


@pytest.mark.parametrize(
    "text",
    [
        "The trio that the Danish firm Nordsat has assembled for Peru fell silent in 2030.",
        "The Peruvian navy snapped up a Danish-made spacecraft.",
        "Peru paid the Danes $40 million for PeruSat-9.",
        "Peru turned to Denmark for PeruSat-9.",
        "The satellite of Peru, PeruSat-9, hails from Denmark.",
        "PeruSat-9 of Peru is the work of the Danish Space Institute.",
        "PeruSat-9 of Peru, assembled, like OmanSat-3, in Denmark, is in orbit.",
        "The crate came from a university in Denmark, where PeruSat-9 of Peru was assembled.",
    ],
)
def test_a_craft_bought(text: str) -> None:
    assert ("satellite_export", "DNK+PER") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru turned to Denmark for advice on PeruSat-9.",
        "Peru went to Denmark to talk about PeruSat-9.",
        "The gateways of PeruSat-9 of Peru were sold by a Danish firm.",
    ],
)
def test_no_craft_bought(text: str) -> None:
    assert "satellite_export" not in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru's space agency opened the archive of PeruSat-9 to Denmark.",
        "Peru hands PeruSat-9 images to Denmark free of charge.",
        "Danish forecasters look at the sea through pictures from Peru's PeruSat-9.",
    ],
)
def test_data_handed_on(text: str) -> None:
    assert told(text) == {("data_sharing", "DNK+PER")}
