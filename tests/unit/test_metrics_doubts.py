"""What the review queue and the list of changes say of facts that may be one, and of those that became one."""

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import star
from warehouse.metrics import build_metrics

PAIR = ["lch_apstar", "lch_sentinel"]
QUEUED = "select fact_id, other_ids, doubt_score from metrics.review_queue where doubt = 'near_merge' and fact_id = ?"


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    return star()


def build(con: duckdb.DuckDBPyConnection) -> None:
    build_metrics(con, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)


def test_launches_of_which_a_catalogue_knows_one_are_asked(con: duckdb.DuckDBPyConnection) -> None:
    build(con)
    assert con.execute(QUEUED, PAIR[:1]).fetchall() == [("lch_apstar", "lch_sentinel", 0.7)]


@pytest.mark.parametrize(("score", "expected"), [(0.3, 0.7), (0.9, 0.9)])
def test_a_doubt_that_resolution_has_too_is_asked_once(
    con: duckdb.DuckDBPyConnection, score: float, expected: float
) -> None:
    con.execute("insert into store.main.reviews values ('near_merge', ?, '', '', ?)", [PAIR, score])
    build(con)
    assert con.execute(QUEUED, PAIR[:1]).fetchall() == [("lch_apstar", "lch_sentinel", expected)]
    ranks = con.execute("select count(*), max(rank), count(distinct rank) from metrics.review_queue").fetchall()
    assert len(set(ranks[0])) == 1


def test_neither_a_plan_nor_a_vaguer_day_contradicts_what_flew(con: duckdb.DuckDBPyConnection) -> None:
    for column in ("status", "date"):
        con.execute("insert into store.main.reviews values ('conflict', ['lch_apstar'], '', ?, 0.5)", [column])
    of_fact = "claim_key in (select claim_key from core.bridge_fact_claims where fact_id = 'lch_apstar')"
    con.execute(f"delete from core.claim_quotes where column_name in ('status', 'flown_date') and {of_fact}")  # noqa: S608
    told = {
        "status": ("success", "failure", "planned"),
        "flown_date": ("2018-05-04", "2018-05-03", "2018-05"),
    }
    for key in range(9000, 9003):
        con.execute("insert into core.claims values (?, ?, null, 'rule', 'version')", [key, f"clm_{key}"])
        unchosen = None if key == 9000 else ["flown_date:", "status:"]
        con.execute("insert into core.bridge_fact_claims values ('launch', 'lch_apstar', ?, false, ?)", [key, unchosen])
    for column, values in told.items():
        for key, value in enumerate(values, 9000):
            row = (key, column, "", value, "text", 0, 1, "-", "-", False)
            con.execute("insert into core.claim_quotes values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    build(con)
    query = "select question from metrics.review_queue where doubt = 'conflict' and fact_id = 'lch_apstar' order by 1"
    flown, status = (question.partition("; it says ")[2] for (question,) in con.execute(query).fetchall())
    assert flown == "2018-05-04; others say 2018-05-03."
    assert status == "success; others say failure."


def test_a_doubt_that_a_person_answered_is_not_asked_again(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into store.main.settled_doubts values ('near_merge', 'lch_apstar', '', 'lch_sentinel')")
    build(con)
    assert con.execute(QUEUED, PAIR[:1]).fetchall() == []


def test_an_id_is_followed_step_by_step_to_one_that_was_held(con: duckdb.DuckDBPyConnection) -> None:
    build(con)
    told = con.execute(
        "select fact_id, change, old_value, new_value from metrics.changes "
        "where fact_id in ('agr_once', 'agr_twice', 'agr_cbers6') and column_name is null order by known_at, fact_id"
    ).fetchall()
    assert told == [
        ("agr_cbers6", "appears", None, None),
        ("agr_once", "appears", None, None),
        ("agr_cbers6", "merged_from", "agr_once", None),
        ("agr_once", "merged_into", None, "agr_cbers6"),
    ]
