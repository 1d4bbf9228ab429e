"""Launches of a chronicle, whose entries begin with a day of their own."""

import pytest

from sources.article import Article
from transforms.extract import extract


def told(text: str) -> set[tuple[str | None, str]]:
    claims = extract(Article(text=text, title="A chronicle of satellites and rockets", published="2031-05-08"))
    return {(c.cells["date"], "+".join(c.cells["payloads"])) for c in claims if c.kind == "launch"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hope begins on paper.\n\n4 May 2025. The first Omani satellite, OmanSat-1, leaves Kourou on a Vega.",
         ("2025-05-04", "OmanSat-1")),
        ("Hope begins on paper.\n\nMay 2026. Who would have thought? A Vega takes OmanSat-2 into orbit.",
         ("2026-05", "OmanSat-2")),
        ("Hope begins on paper.\n\n6 June 1979. Ada Nowak of Poland and Oleg Petrov set out in Soyuz 30.",
         ("1979-06-06", "Soyuz 30")),
    ],
)  # fmt: skip
def test_the_day_of_an_entry(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hope begins on paper.\n\n3 June 2026. A contract is signed. OmanSat-4 stands in a shed.",
        "Hope begins on paper.\n\n3 June 2026. A contract is signed on May 1. OmanSat-4 will fly on a Vega one day.",
    ],
)
def test_no_day_of_an_entry(text: str) -> None:
    assert not any(date == "2026-06-03" for date, _ in told(text))


def test_verbs_of_leaving() -> None:
    assert told("A Falcon 9 shoved OmanSat-9 off from Cape Canaveral on Tuesday.") == {("2031-05-06", "OmanSat-9")}
    assert told("OmanSat-9 climbed away from Kourou on Tuesday on a Vega.") == {("2031-05-06", "OmanSat-9")}


def owners(text: str) -> set[str]:
    claims = extract(Article(text=text, title="Cosmonauts and their rocket", published="2031-05-08"))
    return {code for c in claims if c.kind == "launch" for code in c.cells["customers"]}


def test_who_flies_and_who_speaks_of_it_owns_nothing() -> None:
    assert owners("Said Ali of Oman and Ada Nowak of Poland lifted off in Soyuz MS-40 on Tuesday.") == {"RUS"}
    assert owners("A Vega lofted OmanSat-9 on Tuesday, said Ada Nowak of Poland.") == {"OMN"}


def test_a_maker_beside_the_noun_owns_nothing() -> None:
    assert owners("A Falcon 9 lofted a seven-tonne Boeing spacecraft, OmanSat-9, on Tuesday.") == {"OMN"}
