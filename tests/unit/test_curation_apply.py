"""Corrections applied to small outcomes of resolution: what changes, what stays, what is stale, and in what order."""

import pytest

from tests.unit.curation_fixture import CLAIMS, ONE, OTHER, PAIR, SAME, cells, fared, ids, made, outcome, run, withdrawn
from tests.unit.resolve_claims import sourced
from transforms.curation import curate
from transforms.resolve import resolve
from transforms.resolve.records import Fact


def test_a_cell_is_set_and_the_rest_is_as_resolution_left_it() -> None:
    curated = run(made("set", column="signed_date", value="2021-03"))
    before = next(f for f in resolve(CLAIMS).facts if f.fact_id == ids()["a1"])
    assert cells(curated, ids()["a1"]) == {**before.cells, "signed": "2021-03"}
    assert [fact.fact_id for fact in curated.facts] == [ids()["a1"]]
    assert curated.gone == {}
    assert {value.is_chosen for value in curated.values if value.column_name == "signed"} == {False}
    assert {(c.column_name, c.value) for c in curated.corrections} == {
        ("signed_date", "2021-03"),
        ("date_basis", "stated"),
    }


def test_a_value_that_a_claim_states_too_is_the_claims_as_well() -> None:
    curated = run(made("set", column="agreement_type", value="agreement"))
    chosen = {value.claim_id for value in curated.values if value.column_name == "type" and value.is_chosen}
    assert chosen == {SAME.claim_id}


def test_a_cell_is_emptied_and_what_follows_from_it_too() -> None:
    curated = run(made("clear", column="signed_date"))
    assert {"signed", "date_basis"} & set(cells(curated, ids()["a1"])) == set()
    (emptied,) = curated.corrections
    assert (emptied.column_name, emptied.value) == ("signed_date", None)


def test_ids_follow_names() -> None:
    curated = run(made("set", column="programme", value="International Lunar Research Station"))
    assert cells(curated, ids()["a1"])["programme_id"] == "ilrs"


def test_members_of_a_list_are_all_told() -> None:
    curated = run(made("set", column="party_code", value=["CHN", "PAK"]))
    assert cells(curated, ids()["a1"])["parties"] == ("CHN", "PAK")
    chosen = {value.element: value.is_chosen for value in curated.values if value.column_name == "parties"}
    assert chosen == {"CHN": True, "RUS": False}
    assert [c.element for c in curated.corrections] == ["CHN", "PAK"]


def test_a_supplier_is_one_of_the_parties() -> None:
    curated = run(made("set", "b1", column="supplier", value="USA"))
    assert fared(curated) == ["invalid"]
    assert "none of its parties" in curated.standings[0].problem
    assert cells(curated, ids()["b1"])["supplier"] == "CHN"
    gone = run(made("set", "b1", column="party_code", value=["BRA", "USA"]))
    assert "supplier" not in cells(gone, ids()["b1"])


def test_no_plan_becomes_the_day_of_a_flight() -> None:
    flown = run(made("set", "p1", column="status", value="success"))
    assert "date" not in cells(flown, ids()["p1"])
    day = made("set", "p1", 2, column="flown_date", value="2022-10-12")
    both = cells(run(made("set", "p1", column="status", value="success"), day), ids()["p1"])
    assert (both["date"], both["planned_latest"]) == ("2022-10-12", "2022-05-01")
    early = run(day)
    assert "planned, not flown" in early.standings[0].problem
    later = run(made("set", "p1", column="planned_date_latest", value="2022-06"))
    assert cells(later, ids()["p1"])["date"] == "2022-06"


def test_two_are_merged_under_the_smaller_anchor_and_the_other_id_leads_there() -> None:
    curated = run(made("merge", "b1", other=ids()["a1"], other_anchor="clm_a1-000"))
    (fact,) = curated.facts
    assert (fact.fact_id, fact.members) == (ids()["a1"], ("clm_a1-000", "clm_a2-000", "clm_b1-000"))
    assert [(r.old_id, r.new_id) for r in curated.redirects] == [(ids()["b1"], ids()["a1"])]
    assert list(curated.gone) == [ids()["b1"]]
    assert set(curated.touched) == {ids()["a1"], ids()["b1"]}


def test_one_is_split_and_each_half_has_the_id_of_its_claims() -> None:
    curated = run(made("split", claims=[SAME.claim_id]))
    assert {fact.fact_id: fact.members for fact in curated.facts} == {
        ids()["a1"]: ("clm_a1-000",),
        "agr_a2-000": ("clm_a2-000",),
    }
    assert curated.gone == {}


def test_a_rejected_fact_is_gone() -> None:
    curated = run(made("reject"), made("set", number=2, column="signed_date", value="2021"))
    assert (curated.facts, list(curated.gone)) == ([], [ids()["a1"]])
    assert fared(curated) == ["applied", "superseded"]


def test_a_fact_is_added_and_keeps_its_id_when_its_cells_change() -> None:
    told = {"agreement_type": "mou", "status": "signed", "party_code": ["ITA", "ARE"]}
    first = run(made("add", kind="agreement", name="mou-2019", cells=told))
    second = run(made("add", kind="agreement", name="mou-2019", cells={**told, "signed_date": "2019"}))
    assert first.facts[0].fact_id == second.facts[0].fact_id
    assert first.facts[0].cells["parties"] == ("ARE", "ITA")
    assert first.facts[0].members == ()


def test_an_override_is_found_by_its_anchor_when_the_id_has_changed() -> None:
    earlier = sourced("agreement", "a0", parties=PAIR, type="mou", status="signed", signed="2021-03-09")
    correction = made("set", column="signed_date", value="2021-03")
    curated = run(correction, claims=(earlier, *CLAIMS))
    assert curated.standings[0].fact_id == "agr_a0-000" != correction.fact
    lost = made("set", column="signed_date", value="2021-03", fact="agr_0000")
    assert run(lost).standings[0].fact_id == ids()["a1"]
    led = curate([made("reject", fact="agr_0000", anchor="clm_0000")], outcome(agr_0000=ids()["b1"]))
    assert list(led.gone) == [ids()["b1"]]


def test_an_override_without_fact_and_anchor_is_stale_and_changes_nothing() -> None:
    curated = run(made("set", column="signed_date", value="2021"), claims=(OTHER,))
    assert fared(curated) == ["stale"]
    assert "neither the fact nor its anchor claim" in curated.standings[0].problem
    assert (curated.facts, curated.gone, curated.touched) == ([], {}, {})


def test_an_anchor_of_another_kind_is_not_the_fact_that_was_meant() -> None:
    astray = made("reject", fact="agr_0000", anchor="clm_p1-000")
    assert fared(run(astray)) == ["stale"]
    mixed = made("merge", other="agr_0000", other_anchor="clm_p1-000")
    assert fared(run(mixed)) == ["stale"]


def test_an_id_and_an_anchor_of_two_facts_conflict_and_nothing_is_applied() -> None:
    astray = {"anchor": "clm_b1-000"}
    other = {"other": ids()["b1"], "other_anchor": "clm_p1-000"}
    for entry_ in (
        made("set", column="signed_date", value="2021", **astray),
        made("reject", **astray),
        made("confirm", doubt="low_confidence", **astray),
        made("split", claims=[SAME.claim_id], **astray),
        made("merge", **other),
        made("apart", **other),
        made("reject", anchor="clm_p1-000"),
    ):
        curated = run(entry_)
        assert fared(curated) == ["stale"], entry_.action
        assert "conflict" in curated.standings[0].problem
        assert (curated.facts, curated.gone, curated.settled, curated.touched) == ([], {}, [], {})
    (standing,) = run(made("reject", **astray)).standings
    assert ids()["a1"] in standing.problem
    assert ids()["b1"] in standing.problem


def test_an_id_that_leads_to_the_fact_of_the_anchor_is_no_conflict() -> None:
    led = curate([made("reject", fact="agr_0000")], outcome(agr_0000=ids()["a1"]))
    assert list(led.gone) == [ids()["a1"]]
    astray = curate([made("reject", fact="agr_0000")], outcome(agr_0000=ids()["b1"]))
    assert (fared(astray), astray.gone) == (["stale"], {})
    assert f"now {ids()['b1']}" in astray.standings[0].problem
    merged = made("merge", other=ids()["b1"], other_anchor="clm_b1-000")
    either = made("set", number=2, column="signed_date", value="2021", anchor="clm_b1-000")
    assert fared(run(merged, either)) == ["applied", "applied"]


def test_a_claim_that_was_parted_off_anchors_its_own_fact_alone() -> None:
    split = made("split", anchor=SAME.claim_id, claims=[SAME.claim_id])
    assert fared(run(split)) == ["applied"]
    old = made("set", number=2, anchor=SAME.claim_id, column="signed_date", value="2021")
    assert fared(run(split, old)) == ["applied", "stale"]


def test_a_split_leaves_something_of_the_fact() -> None:
    curated = run(made("split", claims=[ONE.claim_id, SAME.claim_id]))
    assert fared(curated) == ["invalid"]
    assert "nothing would be left" in curated.standings[0].problem
    assert (curated.facts, curated.touched) == ([], {})


def test_an_end_before_its_start_and_a_signing_of_a_plan_are_refused() -> None:
    curated = run(made("set", column="ended_date", value="2020"))
    assert fared(curated) == ["invalid"]
    assert "ended_date: it would end (2020) before it begins (2021-03-09)" in curated.standings[0].problem
    assert "ended" not in cells(curated, ids()["a1"])
    assert fared(run(made("set", column="ended_date", value="2021"))) == ["applied"]
    planned = made("set", column="status", value="planned")
    assert "signed" not in cells(run(planned), ids()["a1"])
    both = run(planned, made("set", number=2, column="signed_date", value="2021"))
    assert "the agreement is planned, not signed" in both.standings[1].problem
    told = {"agreement_type": "mou", "status": "ended", "party_code": ["ITA", "ARE"]}
    backward = made("add", kind="agreement", name="a", cells={**told, "signed_date": "2019", "ended_date": "2018"})
    assert (fared(run(backward)), run(backward).facts) == (["invalid"], [])


def test_of_two_values_the_newest_stands_and_the_older_is_told_so() -> None:
    old = made("set", column="signed_date", value="2020", file="z.toml")
    new = made("set", column="signed_date", value="2021", file="a.toml", date="2026-11-23")
    curated = run(old, new)
    assert cells(curated, ids()["a1"])["signed"] == "2021"
    assert [(s.file_name, s.status) for s in curated.standings] == [("a.toml", "applied"), ("z.toml", "superseded")]
    assert "a.toml entry 1" in curated.standings[1].problem


def test_a_newer_split_undoes_a_merge_and_a_newer_merge_a_split() -> None:
    merge = made("merge", other=ids()["b1"], other_anchor="clm_b1-000")
    split = made("split", number=2, claims=["clm_b1-000"], date="2026-11-23")
    assert fared(run(merge, split)) == ["superseded", "applied"]
    assert {fact.members for fact in run(merge, split).facts} == {("clm_a1-000", "clm_a2-000"), ("clm_b1-000",)}
    parted = made("split", claims=["clm_a2-000"])
    joined = made("merge", number=2, other="agr_0001", other_anchor="clm_a2-000", date="2026-11-23")
    assert fared(run(parted, joined)) == ["superseded", "applied"]


def test_the_same_entry_twice_counts_once() -> None:
    one = made("reject")
    assert fared(run(one, made("reject", number=2))) == ["applied", "superseded"]


def test_what_is_kept_apart_is_settled_until_resolution_makes_it_one() -> None:
    apart = made("apart", other=ids()["b1"], other_anchor="clm_b1-000")
    curated = run(apart)
    assert ("near_merge", ids()["a1"], "", ids()["b1"]) in [tuple(one) for one in curated.settled]
    assert curated.facts == []
    now_one = made("apart", other="agr_0001", other_anchor="clm_a2-000")
    assert fared(run(now_one)) == ["stale"]


def test_what_was_confirmed_of_a_cell_holds_while_the_cell_says_so() -> None:
    holds = made("confirm", doubt="conflict", column="signed_date", value="2021-03-09")
    assert fared(run(holds)) == ["applied"]
    changed = made("confirm", doubt="conflict", column="signed_date", value="2020")
    assert fared(run(changed)) == ["stale"]
    assert run(changed).settled == []


@pytest.mark.parametrize("fact", resolve(CLAIMS).facts, ids=lambda fact: fact.kind)
def test_no_correction_changes_nothing(fact: Fact) -> None:
    curated = run()
    assert (curated.facts, curated.gone, curated.standings) == ([], {}, [])
    assert fact.fact_id not in curated.touched


def test_an_article_that_is_withdrawn_speaks_no_more_and_the_others_do() -> None:
    curated = run(withdrawn("a1"))
    (fact,) = curated.facts
    assert (fact.fact_id, fact.members) == ("agr_a2-000", (SAME.claim_id,))
    assert fact.cells["type"] == "agreement"
    assert [(r.old_id, r.new_id) for r in curated.redirects] == [(ids()["a1"], "agr_a2-000")]
    assert set(curated.touched) == {ids()["a1"], "agr_a2-000"}


def test_what_a_withdrawn_article_alone_told_goes_and_can_be_anchored_no_more() -> None:
    curated = run(withdrawn("b1"), made("set", "b1", column="signed_date", value="2021"))
    assert (curated.facts, list(curated.gone)) == ([], [ids()["b1"]])
    assert sorted(fared(curated)) == ["applied", "stale"]
    assert fared(run(withdrawn("unheard"))) == ["stale"]
    both = run(withdrawn("a1"), made("set", column="agreement_type", value="mou"))
    assert fared(both) == ["applied", "applied"]
    assert cells(both, "agr_a2-000")["type"] == "mou"


@pytest.mark.parametrize("withdraws", ["a1", "b1"])
@pytest.mark.parametrize("action", ["merge", "apart"])
def test_nothing_is_made_of_a_fact_that_went_with_its_article(action: str, withdraws: str) -> None:
    """Of a pair one side is gone: the other stands as it was, and the withdrawn one does not come back."""
    gone, claims = ids()[withdraws], (ONE, OTHER)
    pair = {"other": ids()["b1"], "other_anchor": "clm_b1-000"}
    entries = [withdrawn(withdraws), made(action, **pair), made("reject", withdraws, number=2)]
    for listed in (entries, entries[::-1]):
        curated = run(*listed, claims=claims)
        assert (curated.facts, list(curated.gone), curated.redirects) == ([], [gone], [])
        assert sorted(fared(curated)) == ["applied", "stale", "stale"]
        assert all("ovr_" in s.problem for s in curated.standings if s.status == "stale")
