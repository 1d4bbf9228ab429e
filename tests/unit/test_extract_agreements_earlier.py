"""Documents that go on with earlier ones, that never came about, or that a list of states signs."""

from typing import Any

import pytest

from sources.article import Article
from transforms.extract import extract

TITLE = "News of satellites and spacecraft"


def agreements(text: str, published: str | None = "2026-01-10") -> list[dict[str, Any]]:
    claims = extract(Article(text=text, title=TITLE, published=published))
    return [claim.to_json() for claim in claims if claim.kind == "agreement"]


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(fact["type"], fact["status"], fact["signed"]) for fact in agreements(text)]


@pytest.mark.parametrize(
    ("text", "kind", "signed"),
    [
        ("Chile and Norway signed a renewal of the 2011 framework agreement on space cooperation on May 4, 2021.",
         "framework", "2021-05-04"),
        ("On May 4, 2021, Chile and Norway signed a one-year extension of their 2011 memorandum on satellite data.",
         "mou", "2021-05-04"),
        ("A renewal of the memorandum of 2011 on satellite data was signed by Chile and Norway on May 4, 2021.",
         "mou", "2021-05-04"),
        ("Chile and Norway renewed their 2011 agreement on satellite data in May 2021.", "agreement", "2021-05"),
        ("In May 2021 the 2011 agreement on satellite data between Chile and Norway was extended.",
         "agreement", "2021-05"),
        ("NASA and ISRO amended their 2014 agreement on an Earth observation satellite in June 2021.",
         "agreement", "2021-06"),
        ("Chile and Norway signed a supplementary protocol to their 2011 agreement on the satellite station on "
         "May 4, 2021.", "agreement", "2021-05-04"),
        ("A supplement to the Kenya–Italy space agreement was signed on June 1, 2020.", "agreement", "2020-06-01"),
        ("An implementing arrangement under the 2011 framework agreement on space was signed by Chile and Norway on "
         "May 4, 2021.", "agreement", "2021-05-04"),
        ("Chile and Norway signed an implementing arrangement on May 4, 2021 under the 2011 framework agreement on "
         "space.", "agreement", "2021-05-04"),
        ("Pursuant to their 2011 space accord, Chile and Norway concluded a memorandum on debris on May 4, 2021.",
         "mou", "2021-05-04"),
        ("The memorandum on space, which Chile and Norway signed on May 4, 2021, supersedes the agreement of 2011.",
         "mou", "2021-05-04"),
        ("Chile and Norway signed an agreement replacing their 2009 agreement on satellites on June 1, 2019.",
         "agreement", "2019-06-01"),
        ("A new framework agreement on space replaces the one signed in 1998. Chile and Peru signed it on May 3, 2018.",
         "framework", "2018-05-03"),
        ("The new satellite treaty takes the place of an older one. It was signed by Chile and Norway on May 4, 2021.",
         "agreement", "2021-05-04"),
        ("ESA and JAXA on January 5, 2026 agreed to extend their 2014 agreement on observation satellites.",
         "agreement", "2026-01-05"),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_document_has_the_day_of_its_own(text: str, kind: str, signed: str) -> None:
    assert told(text) == [(kind, "signed", signed)]


def test_an_earlier_document_with_a_signing_of_its_own_is_told_too() -> None:
    text = "On May 4, 2021 Chile and Norway signed an amendment to the satellite agreement that they concluded in 2011."
    assert told(text) == [("agreement", "signed", "2021-05-04"), ("agreement", "signed", "2011")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2011 agreement on satellites between Chile and Norway has served well.", ("signed", "2011")),
        ("Chile and Norway signed the 2011 agreement on satellites in Oslo.", ("signed", "2011")),
        ("The agreement on satellites signed in 2011 by Chile and Norway has been useful.", ("signed", "2011")),
        ("The satellite was built under a 2001 contract with Norway for Chile's space agency.", ("signed", "2001")),
        ("On May 4, 2021 Chile and Norway signed an agreement on an extension of the satellite network.",
         ("signed", "2021-05-04")),
        ("Chile terminated its 2011 agreement with Norway on the satellite on May 4, 2021.", ("ended", "2021-05-04")),
        ("Chile and Norway will extend their 2011 agreement on satellite data.", ("planned", None)),
    ],
)  # fmt: skip
def test_the_year_of_a_document_told_alone_is_its_own(text: str, expected: tuple[str, str | None]) -> None:
    (fact,) = agreements(text)
    assert (fact["status"], fact["signed"]) == expected


def test_of_two_documents_each_has_the_date_behind_it() -> None:
    text = "Chile and Norway signed an agreement on satellites in 2011 and a memorandum of understanding in 2015."
    assert told(text) == [("agreement", "signed", "2011"), ("mou", "signed", "2015")]


@pytest.mark.parametrize(
    "text",
    [
        "Under the framework agreement Kenya and Italy signed a contract for the Simba-2 satellite in June 2013.",
        "Within their 2012 framework agreement on space, Kenya and Italy signed a contract for the Simba-2 satellite "
        "in June 2013.",
        "A contract for the Simba-2 satellite was signed by Kenya and Italy under that framework agreement in June "
        "2013.",
    ],
)
def test_an_umbrella_has_neither_the_object_nor_the_day_of_its_contract(text: str) -> None:
    lead = "Kenya and Italy signed a framework agreement on space cooperation in May 2012. "
    found = [(fact["type"], fact["programme"], fact["signed"]) for fact in agreements(lead + text)]
    assert found == [("framework", None, "2012-05"), ("contract", "Simba-2", "2013-06")]


def test_an_umbrella_with_parties_of_its_own_keeps_its_year() -> None:
    text = "Under a framework agreement with Norway signed in 2011, Chile built the Fram-2 satellite in 2015."
    found = [(fact["type"], fact["programme"], fact["signed"]) for fact in agreements(text)]
    assert found == [("framework", None, "2011")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Norway called off the signing of an agreement on the Fram-3 satellite.",
        "Chile and Norway have dropped their plan to sign an agreement on a satellite.",
        "Plans to sign a memorandum on satellites between Chile and Norway have been abandoned.",
        "The signing of a satellite agreement between Chile and Norway was called off.",
        "Chile and Norway shelved plans for a space agreement.",
        "Norway and Chile have broken off talks on a satellite agreement.",
        "The agreement on a satellite between Chile and Norway will not be signed.",
        "Chile and Norway will not sign the planned agreement on satellites.",
        "Chile's planned satellite contract with Norway was cancelled.",
        "Chile's satellite contract with Norway was cancelled.",
        "Chile dropped plans to order a satellite from Thales Alenia Space.",
        "Chile dropped plans to sign the Artemis Accords.",
    ],
)
def test_what_is_given_up_is_ended(text: str) -> None:
    assert [fact["status"] for fact in agreements(text)] == ["ended"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The signing of a satellite agreement between Chile and Norway was postponed to May 2026.",
         ("planned", "2026-05")),
        ("The signing of the satellite agreement by Chile and Norway is planned for May 2026.", ("planned", "2026-05")),
        ("The agreement on satellites between Chile and Norway will not be signed before May 2026.",
         ("planned", "2026-05")),
        ("Chile and Norway went ahead with the signing of an agreement on satellites on May 4, 2025.",
         ("signed", "2025-05-04")),
        ("Chile and Norway signed an agreement to end plans for a rival satellite on May 4, 2025.",
         ("signed", "2025-05-04")),
        ("Chile and Norway signed an agreement on satellites after plans to sign it last year were dropped.",
         ("signed", "2025")),
    ],
)  # fmt: skip
def test_what_is_put_off_or_signed_after_all_is_not_ended(text: str, expected: tuple[str, str]) -> None:
    (fact,) = agreements(text)
    assert (fact["status"], fact["signed"]) == expected


@pytest.mark.parametrize(
    "text", ["Chile did not sign an agreement on satellites with Norway.", "Chile will not sign the Artemis Accords."]
)
def test_a_refusal_without_a_document_is_no_fact(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A memorandum of understanding on the ILRS was signed by China and Egypt on March 9, 2021.",
        "The memorandum on the International Lunar Research Station that China and Egypt signed on March 9, 2021 has "
        "been published.",
        "China and Egypt drew up a memorandum on the ILRS. It was signed by China and Egypt on March 9, 2021.",
    ],
)
def test_a_document_on_a_standing_agreement_joins_nobody_to_it(text: str) -> None:
    assert told(text) == [("mou", "signed", "2021-03-09")]


@pytest.mark.parametrize(
    "text",
    [
        "The Artemis Accords were signed by Peru on June 15, 2021.",
        "The accession protocol to the Artemis Accords was signed by Peru on June 15, 2021.",
        "On the margins of a conference on space, the Artemis Accords were signed by Peru on June 15, 2021.",
    ],
)
def test_what_is_signed_itself_is_joined(text: str) -> None:
    assert told(text) == [("accession", "signed", "2021-06-15")]


@pytest.mark.parametrize(
    "text",
    [
        "Three countries signed the Artemis Accords on June 15, 2021: Ghana, Kenya and Chad.",
        "On June 15, 2021 three nations – Ghana, Kenya and Chad – joined the Artemis Accords.",
        "The Artemis Accords were signed on June 15, 2021 by three African states: Ghana, Kenya and Chad.",
        "Four governments, including Ghana, Kenya and Chad, signed the Artemis Accords on June 15, 2021.",
        "Three countries (Ghana, Kenya and Chad) signed the Artemis Accords on June 15, 2021.",
        "Three countries signed the Artemis Accords on June 15, 2021:\n\n• Ghana\n\n• Kenya\n\n• Chad\n\nThat was all.",
    ],
)
def test_a_list_names_whom_the_subject_counts(text: str) -> None:
    found = [(fact["parties"], fact["signed"]) for fact in agreements(text)]
    assert found == [([code, "USA"], "2021-06-15") for code in ("GHA", "KEN", "TCD")]


def test_a_list_names_the_parties_of_one_document() -> None:
    text = "A satellite agreement was signed on May 3, 2021 by four countries: Chile, Peru, Norway and Kenya."
    (fact,) = agreements(text)
    assert (fact["parties"], fact["signed"]) == (["CHL", "KEN", "NOR", "PER"], "2021-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "Eight countries signed the Artemis Accords on October 13, 2020: a milestone, said Brazil's minister.",
        "Eight countries have signed the Artemis Accords, Brazil's minister said: Peru is not among them.",
        "Several countries, including Chile, are interested in the Artemis Accords.",
        "Ten countries, including Brazil, have not signed the Artemis Accords.",
    ],
)
def test_other_words_behind_a_colon_are_no_list(text: str) -> None:
    assert agreements(text) == []
