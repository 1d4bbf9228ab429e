"""Corrections in any choice and order: the same outcome, and no claim lost or doubled."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.curation_fixture import CLAIMS, ids, made, run
from transforms.curation import Entry
from transforms.resolve import resolve

_ENTRIES = [
    made("set", column="signed_date", value="2021", number=1),
    made("set", column="signed_date", value="2020", number=2, date="2026-11-23"),
    made("merge", number=3, other=ids()["b1"], other_anchor="clm_b1-000"),
    made("split", number=4, claims=["clm_b1-000"], date="2026-11-24"),
    made("reject", "p1", number=5),
    made("clear", "b1", number=6, column="supplier"),
    made("merge", "b1", number=7, other="agr_0001", other_anchor="clm_a2-000", date="2026-11-25"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_ENTRIES), unique=True), st.randoms(use_true_random=False))
def test_the_order_of_entries_and_files_changes_nothing(chosen: list[Entry], random: Any) -> None:
    def said(entries: list[Entry]) -> tuple[Any, ...]:
        curated = run(*entries)
        return (
            curated.facts, curated.gone, curated.redirects, sorted(curated.corrections, key=str), curated.touched,
            sorted((s.number, s.status, s.fact_id) for s in curated.standings),
        )  # fmt: skip

    shuffled = list(chosen)
    random.shuffle(shuffled)
    assert said(chosen) == said(shuffled)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_ENTRIES), unique=True))
def test_no_claim_is_lost_or_doubled(chosen: list[Entry]) -> None:
    curated = run(*chosen)
    rejected = [s for s in curated.standings if s.entry and s.entry.action == "reject" and s.status == "applied"]
    untouched = [f for f in resolve(CLAIMS).facts if f.fact_id not in curated.touched]
    held = [m for fact in [*curated.facts, *untouched] for m in fact.members]
    assert len(held) == len(set(held))
    lost = {claim.claim_id for claim in CLAIMS} - set(held)
    assert lost == ({"clm_p1-000"} if rejected else set())
