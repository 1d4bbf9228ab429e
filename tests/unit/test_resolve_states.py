"""Plans, signings and ends of one agreement, shorter reports of it, documents of two kinds: one fact, two, or a doubt.

Each case is told in every order, all at once and claim by claim.
"""

from itertools import permutations
from typing import Any

import pytest

from tests.unit.resolve_keeper import Keeper
from tests.unit.test_resolve_rules import agreement
from transforms.resolve import SourcedClaim, resolve

PLAN = agreement("plan", status="planned", signed="2014-02", published="2014-02-05")
SIGNED = agreement("signed", signed="2014-02-19", published="2014-02-19")
ENDED = agreement("ended", status="ended", signed="2015-07-16", published="2015-07-17", type="contract")
UNDATED_END = agreement("ended", status="ended", signed=None, published="2015-07-17", type="agreement")
HERON = agreement("heron", signed="2012-05-04", programme="Heron", published="2012-05-05")


def told(*claims: SourcedClaim) -> tuple[list[set[str]], list[tuple[str, ...]]]:
    """The articles of each fact, and of each doubt that two facts are one; whatever the order of claims."""
    found = set()
    for order in permutations(claims):
        keeper = Keeper()
        for claim in order:
            keeper.change([claim])
        whole = resolve(order)
        assert keeper.facts == {fact.fact_id: fact for fact in whole.facts}
        assert keeper.all_reviews() == set(whole.reviews)
        doubts = [review for review in whole.reviews if review.doubt == "near_merge"]
        found.add((whole.facts, tuple(doubts)))
    ((facts, reviews),) = found
    articles = {fact.fact_id: {claim.split("_")[1].split("-")[0] for claim in fact.members} for fact in facts}
    asked = [tuple(sorted(" ".join(sorted(articles[one])) for one in review.fact_ids)) for review in reviews]
    return sorted(articles.values(), key=sorted), sorted(asked)


@pytest.mark.parametrize("end", [ENDED, UNDATED_END, agreement("ended", status="ended", signed="2015-07-16")])
@pytest.mark.parametrize("kinds", [("contract", "agreement"), ("agreement", "agreement"), ("contract", "contract")])
def test_a_plan_a_signing_and_an_end_without_an_object_are_one(end: SourcedClaim, kinds: tuple[str, str]) -> None:
    plan = agreement("plan", status="planned", signed="2014-02", published="2014-02-05", type=kinds[0])
    signed = agreement("signed", signed="2014-02-19", published="2014-02-19", type=kinds[1])
    if end.claim.cells["type"] == "mou":
        end = agreement("ended", status="ended", signed="2015-07-16", published="2015-07-17", type=kinds[0])
    facts, doubts = told(plan, signed, end)
    assert (facts, doubts) == ([{"ended", "plan", "signed"}], [])
    (fact,) = resolve([plan, signed, end]).facts
    assert [fact.cells.get(name) for name in ("status", "planned", "signed")] == ["ended", "2014-02", "2014-02-19"]


@pytest.mark.parametrize("left", [(PLAN, ENDED), (SIGNED, UNDATED_END), (PLAN, SIGNED)])
def test_any_two_states_of_it_are_one(left: tuple[SourcedClaim, ...]) -> None:
    vague = [agreement(c.article_id, published=c.published, **{**c.claim.cells, "type": "agreement"}) for c in left]
    assert len(told(*vague)[0]) == 1


def test_an_end_that_fits_two_agreements_is_asked_and_takes_nothing_apart() -> None:
    end = agreement("ended", status="ended", signed="2015-07-16", published="2015-07-17")
    facts, doubts = told(PLAN, SIGNED, HERON, end)
    assert facts == [{"ended"}, {"heron"}, {"plan", "signed"}]
    assert doubts == [("ended", "heron"), ("ended", "plan signed")]


def test_an_end_of_something_else_or_from_before_the_signing_stays_apart() -> None:
    other = agreement("ended", status="ended", signed="2015-07-16", programme="Plover-3", published="2015-07-17")
    assert told(HERON, other) == ([{"ended"}, {"heron"}], [])
    before = agreement("ended", status="ended", signed="2011-07-16", published="2011-07-17")
    assert told(HERON, before) == ([{"ended"}, {"heron"}], [])


def test_an_end_long_after_is_asked() -> None:
    late = agreement("late", status="ended", signed="2023-07-16", published="2023-07-17")
    assert told(HERON, late) == ([{"heron"}, {"late"}], [("heron", "late")])
    same = agreement("late", status="ended", signed="2023-07-16", programme="Heron", published="2023-07-17")
    assert told(HERON, same)[0] == [{"heron", "late"}]


def undated_plan(published: str, **cells: Any) -> SourcedClaim:
    return agreement("plan", status="planned", signed=None, published=published, **cells)


@pytest.mark.parametrize(
    ("published", "cells", "is_one", "is_asked"),
    [
        ("2014-02-09", {}, True, False),
        ("2014-01-20", {}, True, False),
        ("2014-01-20", {"type": "agreement", "programme": "Heron"}, True, False),
        ("2013-09-09", {}, False, True),
        ("2012-06-01", {}, False, False),
        ("2014-05-01", {}, False, False),
        ("2014-02-09", {"parties": ("CHN", "FRA")}, False, False),
    ],
)
def test_an_undated_plan_is_the_signing_of_the_next_weeks(
    published: str, cells: dict[str, Any], is_one: bool, is_asked: bool
) -> None:
    facts, doubts = told(undated_plan(published, **cells), SIGNED)
    assert (len(facts) == 1, len(doubts) == 1) == (is_one, is_asked)


def test_an_undated_plan_before_two_signings_is_asked() -> None:
    later = agreement("later", signed="2014-03-01", programme="Heron", published="2014-03-02")
    facts, doubts = told(undated_plan("2014-02-09"), SIGNED, later)
    assert facts == [{"later"}, {"plan"}, {"signed"}]
    assert doubts == [("later", "plan"), ("plan", "signed")]


def test_a_plan_with_an_object_is_not_the_signing_of_another() -> None:
    signed = agreement("signed", signed="2014-02-19", programme="Plover-3", published="2014-02-19")
    assert told(undated_plan("2014-02-09", programme="Heron-2"), signed) == ([{"plan"}, {"signed"}], [])


FOUR = agreement("four", parties=("BRA", "CHN", "IND", "RUS"), type="agreement", signed="2016-10-16")


def part(article: str, *parties: str, **cells: Any) -> SourcedClaim:
    return agreement(article, parties=parties, **{"type": "agreement", "signed": "2016-10-16"} | cells)


def test_a_report_of_some_of_the_signatories_is_of_the_same_day() -> None:
    two = part("two", "CHN", "RUS", signed="2016-10-15")
    assert told(FOUR, two)[0] == [{"four", "two"}]
    (fact,) = resolve([FOUR, two]).facts
    assert fact.cells["parties"] == ("BRA", "CHN", "IND", "RUS")
    assert told(FOUR, part("two", "BRA", "CHN"), part("pair", "CHN", "RUS"))[0] == [{"four", "pair", "two"}]
    assert told(FOUR, part("two", "CHN", "RUS", programme="Heron"))[0] == [{"four", "two"}]


@pytest.mark.parametrize(
    "other",
    [
        part("two", "CHN", "FRA"),
        part("two", "CHN", "RUS", signed="2016-10-19"),
        part("two", "CHN", "RUS", signed="2016-10"),
        part("two", "CHN", "RUS", type="accession"),
        part("two", "CHN", "RUS", type="contract"),
    ],
)
def test_another_signatory_day_or_kind_makes_two(other: SourcedClaim) -> None:
    four = agreement("four", parties=("BRA", "CHN", "IND", "RUS"), type="mou", signed="2016-10-16")
    assert len(told(four, other)[0]) == 2


def test_a_contract_on_the_day_of_a_larger_signing_is_asked() -> None:
    facts, doubts = told(FOUR, part("two", "CHN", "RUS", type="contract"))
    assert (facts, doubts) == ([{"four"}, {"two"}], [("four", "two")])


def test_a_shorter_report_that_fits_two_documents_of_a_day_is_asked() -> None:
    first = part("first", "BRA", "CHN", "RUS", programme="Heron-2")
    second = part("second", "CHN", "IND", "RUS", programme="Plover-3")
    facts, doubts = told(first, second, part("two", "CHN", "RUS"))
    assert facts == [{"first"}, {"second"}, {"two"}]
    assert doubts == [("first", "two"), ("second", "two")]


def test_one_document_with_three_is_not_three_told_side_by_side() -> None:
    sides = [agreement("sides", n, parties=("CHN", code), signed="2016-10-16") for n, code in enumerate(("BRA", "RUS"))]
    four = agreement("four", parties=("BRA", "CHN", "IND", "RUS"), signed="2016-10-16")
    assert len(resolve([four, *sides]).facts) == 3


def test_a_shorter_report_by_the_month_does_not_stand_between_two_others() -> None:
    five = ("BRA", "CHN", "IND", "RUS", "ZAF")
    day = part("day", *five, signed="2021-08-18", programme="Heron constellation")
    month = part("month", *five, signed="2021-08", published="2022-01-28")
    two = part("two", "BRA", "CHN", signed="2021-08", programme="Heron constellation", published="2023-04-14")
    assert told(day, month, two)[0] == [{"day", "month", "two"}]


@pytest.mark.parametrize(
    ("left", "right", "count", "asked"),
    [
        ("mou", "contract", 2, 1),
        ("framework", "contract", 2, 1),
        ("letter_of_intent", "contract", 2, 1),
        ("joint_statement", "contract", 2, 0),
        ("agreement", "contract", 1, 0),
        ("agreement", "mou", 1, 0),
        ("framework", "mou", 1, 0),
        ("joint_statement", "mou", 1, 0),
    ],
)
@pytest.mark.parametrize("programme", [None, "Kestrel-1"])
def test_a_purchase_is_no_memorandum(left: str, right: str, count: int, asked: int, programme: str | None) -> None:
    one = agreement("a", type=left, signed="2016-03-22", programme=programme)
    other = agreement("b", type=right, signed="2016-03-22", programme="Kestrel-1")
    facts, doubts = told(one, other)
    assert (len(facts), len(doubts)) == (count, asked)
