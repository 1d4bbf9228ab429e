"""Why a value stands is told as the rule of choice decided it."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.unit.resolve_claims import claim_sets, sourced
from transforms.resolve import SourcedClaim, resolve
from transforms.resolve.reasons import ToldValue, why

#: Columns whose values the plain rule chooses, under their published names.
PLAIN = {"type": "agreement_type", "vehicle": "vehicle_id", "site": "launch_site_id", "programme": "programme",
         "subject": "subject"}  # fmt: skip


def told(column: str, value: str, *, chosen: bool = False, **more: Any) -> ToldValue:
    return ToldValue(column, value, chosen, more.get("tier", 2), more.get("sources", 1), more.get("last", ""))


@pytest.mark.parametrize(
    ("chosen", "rival", "expected"),
    [
        (told("signed_date", "2021-03-09", chosen=True, tier=4), told("signed_date", "2021-03", tier=1),
         "more exact date (not 2021-03)"),
        (told("agreement_type", "mou", chosen=True), told("agreement_type", "agreement", sources=5),
         "it says more exactly what it is (not agreement)"),
        (told("flown_date", "2021-03-09", chosen=True, tier=1), told("flown_date", "2021-03-10", sources=3),
         "better source: tier 1 against 2 (not 2021-03-10)"),
        (told("flown_date", "2021-03-09", chosen=True, sources=3), told("flown_date", "2021-03-10"),
         "3 independent sources of tier 2 against 1 (not 2021-03-10)"),
        (told("flown_date", "2021-03-09", chosen=True, last="2021-04-01"),
         told("flown_date", "2021-03-10", last="2021-03-11"),
         "told later: 2021-04-01 against 2021-03-11 (not 2021-03-10)"),
        (told("status", "signed", chosen=True), told("status", "planned", tier=1, sources=9),
         "what came of it stands above what was told before (not planned)"),
        (told("planned_date_latest", "2021-05", chosen=True), told("planned_date_latest", "2021-04-01", tier=1),
         "of several plans the one told last"),
    ],
)  # fmt: skip
def test_the_step_that_decided_is_told(chosen: ToldValue, rival: ToldValue, expected: str) -> None:
    assert why([chosen, rival]) == expected


def test_without_a_rival_the_sources_are_told() -> None:
    assert why([told("status", "signed", chosen=True, sources=2)]) == (
        "2 independent sources, the best of tier 2; none says otherwise"
    )
    assert why([told("status", "signed")]) == ""


@settings(max_examples=80, deadline=None)
@given(claim_sets())
def test_what_is_told_is_never_against_the_rule(claims: list[SourcedClaim]) -> None:
    """A reason by tier, sources or time is given only where the chosen value is ahead in it."""
    by_id = {claim.claim_id: claim for claim in claims}
    for fact in resolve(claims).facts:
        for choice in fact.choices:
            published = PLAIN.get(choice.column_name)
            if published is None or fact.kind == "total":
                continue
            values: dict[str, list[SourcedClaim]] = {}
            for member in fact.members:
                value = by_id[member].claim.cells.get(choice.column_name)
                if value is not None:
                    values.setdefault(value, []).append(by_id[member])
            listed = [
                ToldValue(published, value, value == choice.value, min(c.source_tier for c in tellers),
                          len({c.origin_group for c in tellers}), max(c.published or "" for c in tellers))
                for value, tellers in sorted(values.items())
            ]  # fmt: skip
            reason = why(listed)
            assert reason
            chosen = next(one for one in listed if one.is_chosen)
            best = max(listed, key=lambda one: (-one.tier, one.sources, one.last_told))
            if reason.startswith("better source") and len(listed) == 2:
                assert chosen.tier == best.tier


def test_evidence_of_plans_is_marked_by_the_plan_that_it_states() -> None:
    def plan(article: str, date: str, published: str) -> SourcedClaim:
        return sourced("launch", article, status="planned", date=date, payloads=("Hope",), published=published)

    claims = [
        plan("a1", "2020-07-14", "2020-06-01"),
        plan("a2", "2020-07-16", "2020-07-10"),
        sourced("launch", "a3", status="success", date="2020-07-19", payloads=("Hope",), published="2020-07-20"),
    ]
    marked = {(v.column_name, v.value): v.is_chosen for v in resolve(claims).values() if "date" in v.column_name
              or "planned" in v.column_name}  # fmt: skip
    assert marked == {
        ("planned_latest", "2020-07-14"): False,
        ("planned_first", "2020-07-14"): True,
        ("planned_latest", "2020-07-16"): True,
        ("date", "2020-07-19"): True,
    }


def test_another_writing_of_the_rocket_that_stands_is_chosen_too() -> None:
    def flight(article: str, vehicle: str) -> SourcedClaim:
        told = {"status": "success", "date": "2018-05-03", "payloads": ("Apstar-6C",), "vehicle": vehicle}
        return sourced("launch", article, published="2018-05-04", **told)

    claims = [flight("a1", "Long March 3B"), flight("a2", "CZ-3B"), flight("a3", "Long March")]
    marked = {value.value: value.is_chosen for value in resolve(claims).values() if value.column_name == "vehicle"}
    assert marked == {"Long March 3B": True, "CZ-3B": True, "Long March": False}


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("stated", "give the date"),
        ("relative", "count from the day of publication"),
        ("dateline", "in the article's dateline"),
        ("announced", "that of the announcement"),
    ],
)
def test_what_a_date_rests_on_is_told_in_words(basis: str, said: str) -> None:
    other = next(name for name in ("stated", "relative") if name != basis)
    alone = ToldValue("date_basis", basis, True, 2, 1, "2021-03-09")
    assert said in why([alone])
    assert said in why([alone, ToldValue("date_basis", other, False, 1, 2, "2021-03-10")])
