"""Agreements told over several sentences: their day, their other side, and who is in without a verb of joining."""

import pytest

from sources.article import Article
from transforms.extract import extract

Told = tuple[str, str, str | None]
TALKS = "LIMA - The presidents of Peru and Kenya met in Lima on Tuesday to speak of trade and of space."


def told(text: str, title: str | None = None, published: str = "2023-06-21") -> list[Told]:
    """Parties, type and day of each agreement, in order."""
    claims = extract(Article(text=text, title=title, published=published))
    found = [claim.to_json() for claim in claims if claim.kind == "agreement"]
    return sorted((" ".join(f["parties"]), f["type"], f.get("signed")) for f in found)


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{TALKS}\n\nOn the sidelines the two sides signed a memorandum on satellites.", "2023-06-20"),
        (f"{TALKS} After the talks they signed a memorandum on satellites.", "2023-06-20"),
        (f"{TALKS}\n\nThere was also a memorandum on satellites. It was inked by CONIDA and the Kenya Space Agency.",
         "2023-06-20"),
        ("LIMA - Peru and Kenya will share satellite images, officials said on Monday.\n\nThe memorandum was signed by "
         "Ana Ruiz, head of CONIDA, and John Otieno of the Kenya Space Agency.", "2023-06-19"),
        ("CONIDA of Peru and the Kenya Space Agency concluded a memorandum on satellites. The ceremony took place on "
         "Sunday.", "2023-06-18"),
    ],
)  # fmt: skip
def test_the_occasion_tells_the_day(text: str, signed: str) -> None:
    assert told(text, "Peru, Kenya and space") == [("KEN PER", "mou", signed)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS}\n\nKenya has signed a memorandum on satellites with Norway.",
        "LIMA - A rocket took up a satellite of Peru on Tuesday.\n\nIt signed a memorandum on space with Norway.",
        "LIMA - Peru's satellite was launched on Tuesday. There was a memorandum on it between Peru and Norway.",
    ],
)
def test_an_older_signing_has_no_day_of_the_story(text: str) -> None:
    assert all(signed is None for _, _, signed in told(text, "Space in Lima"))


def test_a_title_has_the_day_on_which_its_lede_tells_of_it() -> None:
    title = "Kenya signs the Artemis Accords"
    assert told("The minister signed for his country in Nairobi on Monday.", title) == [
        ("KEN USA", "accession", "2023-06-19")
    ]
    assert told("A rocket lifted off with a satellite on Monday.", title) == [("KEN USA", "accession", None)]


def test_a_deadline_is_no_day_of_signing() -> None:
    (found,) = told("Peru and Kenya signed a memorandum on space to put up five satellites by the end of this year.")
    assert found == ("KEN PER", "mou", None)


def test_a_list_has_the_day_of_its_release_or_of_its_brackets() -> None:
    text = (
        "Lima, 20 June 2023 - At the air show the Peruvian Space Agency of Peru signed the following documents:\n\n"
        "- a memorandum with the Kenya Space Agency on satellites\n\n"
        "- a letter of intent with the Norwegian Space Agency. (Signed in May 2023.)"
    )
    assert told(text, "Space documents of Peru") == [
        ("KEN PER", "mou", "2023-06-20"),
        ("NOR PER", "letter_of_intent", "2023-05"),
    ]


def test_a_document_left_out_has_its_own_partner_and_day() -> None:
    text = (
        "OneWeb has found its rides. A launch contract with Arianespace was announced on May 3, and one with SpaceX on "
        "June 5."
    )
    assert told(text, "OneWeb's rides") == [
        ("FRA GBR", "contract", "2023-05-03"),
        ("GBR USA", "contract", "2023-06-05"),
    ]


def test_two_documents_of_the_same_parties_are_two() -> None:
    both = [("KEN PER", "mou", "2023-05")] * 2
    assert told("Peru and Kenya signed two memoranda, on space science and on space debris, in May.") == both
    text = (
        "Peru and Kenya signed two space accords on Monday. The first is on debris. The second opens a ground station."
    )
    assert len(told(text)) == 2
    assert len(told("Peru and Kenya signed two space accords on Monday. They cover debris and a ground station.")) == 1


def test_the_first_of_a_treaty_renewed_is_a_document_of_its_own() -> None:
    text = (
        "Kenya renewed the treaty with Peru on its ground station for satellites on Monday; the first was signed "
        "in 2009."
    )
    assert told(text) == [("KEN PER", "agreement", "2009"), ("KEN PER", "agreement", "2023-06-19")]


def test_what_two_announce_that_one_will_do_is_agreed() -> None:
    text = (
        "NASA and the Mohammed bin Rashid Space Centre of the United Arab Emirates announced on June 7 that the centre "
        "will {}."
    )
    assert told(text.format("supply an airlock for the Gateway")) == [("ARE USA", "agreement", "2023-06-07")]
    assert told(text.format("watch the launch of the Gateway")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya wants a satellite of its own. Surrey Satellite Technology will build it, under a contract of 2022.",
         [("GBR KEN", "contract", "2022")]),
        ("Kenya wants a satellite of its own. It was built at home under a domestic contract of 2022.", []),
        ("Loral has a contract to build a satellite for Telkom of Indonesia.", [("IDN USA", "contract", None)]),
        ("Rocket Lab builds satellites in California. The company signed a contract for a launch with Kenya in 2022.",
         [("KEN USA", "contract", "2022")]),
        ("Thales Alenia Space, a joint venture between Thales and Leonardo, signed a satellite contract with Kenya.",
         [("FRA KEN", "contract", None)]),
        ("Kenya and Peru ordered the communications satellite from Boeing in 2010.",
         [("KEN PER USA", "contract", "2010")]),
        ("Peru orders halt on sales of Starlink terminals.", []),
    ],
)  # fmt: skip
def test_the_sides_that_words_leave_out_or_only_name(text: str, expected: list[Told]) -> None:
    assert told(text, "Satellite news") == expected


@pytest.mark.parametrize(
    "by",
    [
        "by Ana Ruiz, head of CONIDA, and John Otieno of the Kenya Space Agency",
        "by CONIDA head Ana Ruiz and Kenya Space Agency director John Otieno",
        "on behalf of Peru by Ana Ruiz and on behalf of Kenya by John Otieno",
    ],
)
def test_people_sign_for_those_they_are_of(by: str) -> None:
    assert told(f"The memorandum on satellites was signed {by}.") == [("KEN PER", "mou", None)]


def test_those_who_are_in_a_standing_agreement() -> None:
    lead = "The International Lunar Research Station was proposed by China. "
    assert told(lead + "Egypt and Chad are on board.") == [
        ("CHN EGY", "accession", None),
        ("CHN TCD", "accession", None),
    ]
    assert told(lead + "Egypt and Chad are not on board.") == []
    assert told(lead + "Two cameras from Egypt are on board.") == []
    joined = told("Peru signed the Artemis Accords on May 30, as has Chad.")
    assert joined == [("PER USA", "accession", "2023-05-30"), ("TCD USA", "accession", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The Artemis Accords were drawn up by the United States together with Canada, Italy and Japan, which signed "
        "them in October 2020.",
        "Canada, Italy, Japan and the United States founded the Artemis Accords in October 2020.",
    ],
)
def test_founders_have_one_agreement_of_all(text: str) -> None:
    assert told(text) == [("CAN ITA JPN USA", "agreement", "2020-10")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UK Space Agency chose Sutherland. Lockheed Martin of the United States gets a grant for a launch pad, "
         "under a contract with the agency that was made public in Farnborough in May.", ("GBR USA", "2023-05")),
        ("The satellite has two owners, Kacific of Singapore and SKY Perfect JSAT of Japan. They bought it from "
         "Boeing in February 2017.", ("JPN SGP USA", "2017-02")),
        ("ESA has signed a contract with ClearSpace of Switzerland for the removal of debris in orbit. It is worth 86 "
         "million euros and was signed on June 20.", ("CHE ESA", "2023-06-20")),
        ("A Chinese delegation held talks in Lima on satellites; at their end a contract was signed with Peru in May.",
         ("CHN PER", "2023-05")),
        ("Bahrain's National Space Science Agency has awarded the launch of its satellite to SpaceX. The agreement was "
         "signed in May.", ("BHR USA", "2023-05")),
    ],
)  # fmt: skip
def test_contracts_told_over_two_sentences(text: str, expected: tuple[str, str]) -> None:
    assert told(text, "Satellite news") == [(expected[0], "contract", expected[1])]


@pytest.mark.parametrize(
    "text",
    [
        "A treaty on satellites between Peru and Chile that nobody has signed lies in a drawer.",
        "Neither Peru nor Chile has signed the agreement on satellites.",
        "If Peru and Chile sign the agreement on satellites, a ground station will follow.",
        "Had Peru signed the agreement on satellites with Chile, it would have paid less.",
        "Peru rejected an agreement on satellites with Chile.",
    ],
)
def test_what_nobody_signed_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The agreement on satellites between Peru and Chile awaits signature.", "planned"),
        ("An agreement on satellites was near between Peru and Chile.", "planned"),
        ("The agreement between Peru and Chile on a ground station near Lima is useful for satellites.", "signed"),
    ],
)
def test_what_is_near_or_awaited_is_planned(text: str, status: str) -> None:
    (claim,) = [claim for claim in extract(Article(text=text)) if claim.kind == "agreement"]
    assert claim.to_json()["status"] == status


def test_the_next_words_tell_which_kind_of_document_it_is() -> None:
    text = "Peru and Kenya signed an agreement on satellites on Monday. The {} will be useful for both, officials said."
    assert told(text.format("framework agreement")) == [("KEN PER", "framework", "2023-06-19")]
    assert told(text.format("ground station")) == [("KEN PER", "agreement", "2023-06-19")]


def test_the_deal_of_two_firms_at_home_is_nobody_elses() -> None:
    text = (
        "Telesat has given MDA an order for 98 satellites. The deal announced on Friday sent shares up. SpaceX will "
        "put them into orbit, and SpaceX of the United States has launched others."
    )
    assert told(text, "Telesat of Canada orders satellites") == []


def test_what_a_signing_is_expected_to_bring_is_no_plan() -> None:
    lead = "Peru and Kenya signed a memorandum on satellites on Monday. The signing is {}."
    assert told(lead.format("expected to strengthen ties")) == [("KEN PER", "mou", "2023-06-19")]
    assert told(lead.format("expected in July").replace("signed", "initialled")) == [("KEN PER", "mou", "2023-07")]


def test_a_joiner_whose_verb_is_left_out_may_have_a_day_without_a_preposition() -> None:
    text = "Sweden had put its name to the Artemis Accords on April 16, Switzerland a day earlier."
    assert [parties for parties, _, _ in told(text)] == ["CHE USA", "SWE USA"]
