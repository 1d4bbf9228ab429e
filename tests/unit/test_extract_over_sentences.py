"""Undertakings and agreements told over several sentences: who gave a part, what `it` is, who the two are."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract


def facts(
    kind: str, text: str, title: str = "Spacecraft in orbit", published: str = "2033-05-05"
) -> list[dict[str, Any]]:
    claims = extract(Article(text=text + " The satellite is in orbit.", title=title, published=published))
    return [claim.to_json() for claim in claims if claim.kind == kind]


def told(text: str, title: str = "Spacecraft in orbit") -> set[tuple[str, str]]:
    return {(f["type"], "+".join(f["parties"])) for f in facts("cooperation", text, title)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danuri of South Korea left in May. Norway gave it a camera.", {"KOR+NOR"}),
        ("Danuri of South Korea left in May. Its laser is Norway's.", {"KOR+NOR"}),
        ("Danuri of South Korea has two radars. One comes from Chile, the other from Norway.", {"CHL+KOR", "KOR+NOR"}),
        (
            "South Korea's Danuri is in orbit: Chile lent the drill and the optics, Norway the lens.",
            {"CHL+KOR", "KOR+NOR"},
        ),
        ("Danuri of South Korea gets Chilean and Norwegian electronics.", {"CHL+KOR", "KOR+NOR"}),
        ("Danuri of South Korea is ready. Chile's contribution is a detector.", {"CHL+KOR"}),
        ("Danuri of South Korea is ready. Spectrometer: Norwegian Space Agency, Oslo.", {"KOR+NOR"}),
        ("Chile was supplied with radar images of Danuri, a South Korean satellite.", set()),  # pictures are no part
    ],
)
def test_a_part_given_by_another(text: str, expected: set[str]) -> None:
    assert {parties for kind, parties in told(text) if kind == "joint_mission"} == expected


def test_an_everyday_name_is_a_craft_where_its_owner_is_spoken_of() -> None:
    assert told("Dawn left the pad, said NASA. Chile gave it a camera.") == {("joint_mission", "CHL+USA")}
    assert told("Dawn broke over the pad. Chile gave it a camera.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PerúSAT-1 is Peru's satellite. Its smaller brother was a product of Satrec Initiative in Daejeon.",
            "KOR+PER",
        ),
        ("OmanSat-3 is Oman's first satellite. Satrec Initiative in Daejeon had designed and assembled it.", "KOR+OMN"),
        (
            "In Oman, the first satellite, launched in June on a Vega and built by Satrec Initiative, is at work.",
            "KOR+OMN",
        ),
        ("The first satellite that Oman has ever had is in orbit. The craft was made in Norway.", "NOR+OMN"),
        ("OmanSat-3 of Oman rose in May. It left the works of Satrec Initiative last year.", "KOR+OMN"),
        ("Satrec Initiative is busy. Two more satellites are now being built for Oman.", "KOR+OMN"),
    ],
)
def test_a_maker_told_in_another_sentence(text: str, expected: str) -> None:
    assert told(text) == {("satellite_export", expected)}


def test_a_relative_clause_has_its_own_maker() -> None:
    text = "The choice of Boeing is a blow to Satrec Initiative, the local manufacturer, which built DubaiSat-1."
    assert "ARE+USA" not in {parties for _, parties in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CFOSAT looks at the waves. CNES paid for one radar, China's agency for the other.", "CHN+FRA"),
        ("The cost of OmanSat-3 is shared by Oman and Norway.", "NOR+OMN"),
        ("OmanSat-3 is Oman's satellite. A team from Norway worked on it with the Omanis.", "NOR+OMN"),
        ("OmanSat-3 is Oman's first satellite. Its builders had the help of Norway.", "NOR+OMN"),
        ("Oman has begun a satellite project with Norway.", "NOR+OMN"),
    ],
)
def test_a_shared_craft(text: str, expected: str) -> None:
    assert ("joint_mission", expected) in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman had booked a place for its OmanSat-3 on a rideshare of SpaceX.", "OMN+USA"),
        ("OmanSat-3 is Oman's. NewSpace India Limited arranged the flight.", "IND+OMN"),
        ("For OmanSat-3 the Omanis paid Arianespace to launch it.", "FRA+OMN"),
    ],
)
def test_a_ride_bought_or_given(text: str, expected: str) -> None:
    assert ("launch_service", expected) in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tracking dish in Arica, which Chile lets Norway use, has a sister.", "CHL+NOR"),
        ("The satellite centre is quiet: the antenna that Oman runs for Norway is closed.", "NOR+OMN"),
        ("Norway has tracked satellites from Arica in Chile since 2031.", "CHL+NOR"),
        ("Arica in Chile is home to antennas of the Norwegian Space Agency.", "CHL+NOR"),
        ("NASA's dishes help Norway to steer its satellite.", "NOR+USA"),
    ],
)
def test_a_station_on_the_ground(text: str, expected: str) -> None:
    assert ("ground_station", expected) in told(text)


def test_a_crew_told_over_sentences() -> None:
    title = "Soyuz MS-99 is home"
    alone = "Oman's Ada Brook returned on Monday on Soyuz MS-99. Bo Clark of Chile landed with her."
    assert told(alone, title) == {("crew", "CHL+OMN+RUS")}
    assert told("A storm halted the count for Oman's Ada Brook and Chile's Bo Clark.", title) == {("crew", "CHL+OMN")}
    assert told("Who flies: Ada Brook for NASA; Bo Clark for the Canadian Space Agency.", title) == {
        ("crew", "CAN+USA")
    }


def test_pictures_in_a_disaster_told_before() -> None:
    text = "A cyclone struck Oman on Monday. On the next day Norway gave Oman radar maps of a satellite."
    assert told(text) == {("emergency_service", "NOR+OMN")}


def test_a_mission_of_people_is_no_craft_of_two_nations() -> None:
    assert told("The 14th Russian-American mission to the station begins in May.") == set()


@pytest.mark.parametrize(
    ("text", "parties", "kind", "status"),
    [
        ("Oman's Nawras signed a 15-year contract with Chile's Entel to acquire capacity on a satellite.",
         "CHL+OMN", "contract", "signed"),
        ("CNES and DLR will build the satellite together. Their presidents signed the accord in Bonn.",
         "DEU+FRA", "agreement", "signed"),
        ("Oman's minister flew to Lima. There he and Peru's space agency signed a memorandum on satellites.",
         "OMN+PER", "mou", "signed"),
        ("Oman's first satellite cost 230 million dollars. It was ordered from Boeing in 2031.",
         "OMN+USA", "contract", "signed"),
        ("Arabsat is close to ordering two satellites from Boeing.", "ARABSAT+USA", "contract", "planned"),
        ("Telesat awarded SpaceX the launch of its satellite.", "CAN+USA", "contract", "signed"),
        ("Oman and Peru met in Lima in April. The memorandum they signed is on a satellite.",
         "OMN+PER", "mou", "signed"),
    ],
)  # fmt: skip
def test_agreements_over_sentences(text: str, parties: str, kind: str, status: str) -> None:
    found = facts("agreement", text)
    assert [("+".join(f["parties"]), f["type"], f["status"]) for f in found] == [(parties, kind, status)]


def test_the_supplier_is_whose_rocket_flies_and_not_who_pays() -> None:
    rocket = "Argentina's Satellogic has agreed with China's space agency to launch satellites on Long March rockets."
    assert [f["supplier"] for f in facts("agreement", rocket)] == ["CHN"]
    paid = "Oman paid for two seats. The contract on the spacecraft with NASA was signed in May."
    assert [f["supplier"] for f in facts("agreement", paid)] == ["USA"]


def test_rivals_run_to_a_deal_and_sign_nothing() -> None:
    text = "Boeing was picked to build a satellite for Oman, having beaten Airbus and Loral to the deal."
    assert {"+".join(f["parties"]) for f in facts("agreement", text)} == {"OMN+USA"}


def test_a_page_begins_at_the_line_that_repeats_its_title() -> None:
    title = "Oman and Peru sign on satellites"
    head = ["Coming up", "A walk through Lima", "Read more", "What the eclipse will cost", "Read more", "Cooking"]
    head += ["Read more", "How to bake without an oven, and why one should", "Read more", "Old towns", "Read more"]
    body = "Oman and Peru signed a memorandum on satellites in May 2031. " + "The two countries have no rocket. " * 9
    text = "\n\n".join([*head, title, body])
    assert [f["parties"] for f in facts("agreement", text, title)] == [["OMN", "PER"]]


@pytest.mark.parametrize(
    "text",
    [
        "The lack of a technology protection treaty between Oman and Peru grounds the satellite.",
        "Oman and Peru want to strengthen the legal order in space for satellites.",
    ],
)
def test_no_document_is_told_of(text: str) -> None:
    assert facts("agreement", text) == []


def test_the_year_of_a_launch_to_come_is_not_that_of_the_contract() -> None:
    text = "Boeing won a deal from Oman's Nawras for a satellite which is to be launched in 2036."
    assert [f["signed"] for f in facts("agreement", text)] == [None]


def test_a_headline_in_the_present_and_its_text_are_one_agreement() -> None:
    title = "Oman, Peru agree to share satellites"
    found = facts("agreement", "Oman has signed a memorandum with Peru on satellites.", title)
    assert [(f["parties"], f["type"]) for f in found] == [(["OMN", "PER"], "mou")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile sold radar satellites to Norway in 2031, Oman in 2032 and Fiji in 2033.",
            {"CHL+NOR", "CHL+OMN", "CHL+FJI"},
        ),
        ("Chile has exported satellites to three countries: Norway, Oman and Fiji.", {"CHL+NOR", "CHL+OMN", "CHL+FJI"}),
        (
            "Chile has delivered satellites to customers in many nations, including Norway and Oman.",
            {"CHL+NOR", "CHL+OMN"},
        ),
        ("Oman's only weather satellite comes from Chile.", {"CHL+OMN"}),
        ("Oman's next weather satellite will come from Chile.", {"CHL+OMN"}),
        ("The pictures of the Omani satellite come from Chile.", set()),
        ("The signal of the Omani satellite comes from Chile.", set()),
    ],
)
def test_craft_for_several_buyers_and_where_one_comes_from(text: str, expected: set[str]) -> None:
    found = {tuple(sorted(parties.split("+"))) for kind, parties in told(text) if kind == "satellite_export"}
    assert found == {tuple(sorted(parties.split("+"))) for parties in expected}
