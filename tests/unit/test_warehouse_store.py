"""The writer's store: what is kept of articles, versions, duplicates, rejects, and what a rerun changes."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.article import Article, Reject
from tests.unit.store_fixture import AT, article, claim, load_claims, rows, settle
from warehouse import claims, rejects, store
from warehouse.connect import Connection
from warehouse.errors import WarehouseError

LATER = datetime(2026, 2, 1)  # noqa: DTZ001 (UTC without zone, as the tables hold it)


@pytest.fixture
def con(tmp_path: Path):
    with store.writing_store(tmp_path / "store.duckdb") as opened:
        yield opened


def ingest(con: Connection, *items: object, at: datetime = AT) -> store.IngestCounts:
    return store.ingest(con, items, [], at)


def contents(con: Connection) -> list[object]:
    tables = rows(con, "select table_name from duckdb_tables() where not temporary order by 1")
    return [rows(con, f"select * from {name} order by all") for (name,) in tables]  # noqa: S608


def current(con: Connection) -> dict[str, str]:
    return dict(rows(con, "select article_id, text from article_versions where is_current"))


def duplicates(con: Connection) -> dict[str, str]:
    query = "select article_id, duplicate_of from article_versions where duplicate_of is not null"
    return dict(rows(con, query))


def test_reading_the_same_again_changes_nothing(con):
    items = [article("one", url="https://a.org/1"), article("two"), Reject("inbox", "f", "empty", "no byte", "h")]
    read = [store.ReadItem("inbox", "f", "h")]
    first = store.ingest(con, items, read, AT)
    before = contents(con)
    second = store.ingest(con, items, read, LATER)
    assert first == (2, 2, 0, 1)
    assert second == (2, 0, 0, 0)
    assert second.is_nothing_new
    assert con.execute("update rejects set last_seen_at = ? returning first_seen_at", [AT]).fetchall() == [(AT,)]
    assert contents(con) == before


def test_an_edited_article_is_a_new_version_and_the_last_read_stands(con):
    old, new = article("old", url="https://a.org/1"), article("new", url="https://a.org/1")
    ingest(con, old)
    assert ingest(con, new) == (1, 0, 1, 0)
    assert current(con) == {old.article_id: "new"}
    ingest(con, old)
    assert current(con) == {old.article_id: "old"}


def test_both_versions_read_again_and_again_leave_the_last_one_standing(con):
    versions = [article("old", url="https://a.org/1"), article("new", url="https://a.org/1")]
    ingest(con, *versions)
    before = contents(con)
    ingest(con, *versions)
    assert current(con) == {versions[0].article_id: "new"}
    assert contents(con) == before


def test_an_old_version_read_before_a_third_one_does_not_stand(con):
    first, second, third = (article(text, url="https://a.org/1") for text in ("first", "second", "third"))
    ingest(con, first)
    ingest(con, second)
    ingest(con, third, second)
    assert current(con) == {first.article_id: "second"}


def test_an_outlet_named_anew_is_taken_over_without_a_new_version(con):
    ingest(con, article("one", url="https://a.org/1", source="Xinua"))
    ingest(con, article("one", url="https://a.org/1", source="Xinhua"))
    assert rows(con, "select source from article_versions") == [("Xinhua",)]


def test_same_text_under_two_identities_is_a_duplicate_of_the_earlier_one(con):
    late = article("same", url="https://a.org/1", published="2021-03-11")
    early = article("same", url="https://b.org/1", published="2021-03-10")
    undated = article("same", url="https://c.org/1", published=None)
    ingest(con, late, undated)
    assert duplicates(con) == {undated.article_id: late.article_id}
    ingest(con, early)
    assert duplicates(con) == {
        late.article_id: early.article_id,
        undated.article_id: early.article_id,
    }


def test_a_duplicate_that_changes_speaks_for_itself_again(con):
    first, second = article("same", url="https://a.org/1"), article("same", url="https://b.org/1")
    ingest(con, first, second)
    assert len(duplicates(con)) == 1
    ingest(con, article("other", url="https://b.org/1"), article("third", url="https://a.org/1"))
    assert duplicates(con) == {}


def test_a_real_article_speaks_before_a_sample_one(con):
    sample = article("same", url="https://a.org/1", published="2001-01-01", origin="sample")
    real = article("same", url="https://b.org/1")
    ingest(con, sample, real)
    assert duplicates(con) == {sample.article_id: real.article_id}


def test_sample_off_withdraws_its_articles_and_on_brings_them_back(con):
    sample, real = article("sample", origin="sample"), article("real")
    ingest(con, sample, real)
    load_claims(con, {one.article_id: [claim("agreement", status="signed")] for one in (sample, real)})
    settle(con)
    assert {one.article_id for one in claims.sourced_claims(con)} == {sample.article_id, real.article_id}

    assert store.enable_sample(con, False) == 1
    settle(con)
    assert not store.is_sample_counted(con)
    assert [one.article_id for one in claims.sourced_claims(con)] == [real.article_id]

    assert store.enable_sample(con, False) == 0
    assert store.enable_sample(con, True) == 1
    settle(con)
    assert claims.claim_count(con) == 2


def test_the_same_article_from_a_real_source_survives_the_sample(con):
    ingest(con, article("one", url="https://a.org/1", origin="sample"))
    ingest(con, article("one", url="https://a.org/1", origin="inbox"))
    ingest(con, article("one", url="https://a.org/1", origin="sample"))
    assert store.enable_sample(con, False) == 0
    assert claims.waiting_count(con, "r1") == 1


def test_what_no_utf8_holds_is_replaced_one_for_one(con):
    ingest(con, Article(text="a\ud800b\x00é😀", title="t\udfff"))
    assert rows(con, "select text, title from article_versions") == [("a?b\x00é😀", "t?")]


def test_rejects_and_read_items_are_remembered(con):
    reject = Reject("inbox", "bad.txt", "empty", "no byte", "h1", {"source": "Xinhua"})
    store.ingest(con, [reject, reject], [store.ReadItem("inbox", "bad.txt", "h1")], AT)
    store.ingest(con, [reject], [store.ReadItem("inbox", "bad.txt", "h1")], LATER)
    assert rejects.by_reason(con) == {"empty": 1}
    assert store.read_items(con) == {("inbox", "bad.txt"): "h1"}


def test_a_failed_load_leaves_nothing(con):
    def broken():
        yield article("one")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.ingest(con, broken(), [store.ReadItem("inbox", "f", "h")], AT)
    assert current(con) == {}
    assert store.read_items(con) == {}
    assert ingest(con, article("one")).new_articles == 1


def test_looking_leaves_the_bytes(tmp_path):
    path = tmp_path / "store.duckdb"
    with store.writing_store(path) as con:
        ingest(con, article("one"))
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    with store.reading_store(path) as con:
        assert store.read_items(con) == {}
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


def test_a_store_of_another_version_is_refused_in_one_line(tmp_path):
    path = tmp_path / "store.duckdb"
    with store.writing_store(path) as con:
        con.execute("alter table rejects drop column detail")
    refused = pytest.raises(WarehouseError, match=r"store\.duckdb: table rejects .*move the file away")
    with refused, store.writing_store(path):
        pass


def test_the_log_forgets_a_version_that_was_never_published(con):
    store.log_refresh(con, 1, AT, {}, published=0)
    store.log_refresh(con, 2, AT, {}, published=1)
    store.log_refresh(con, 3, LATER, {"counts": {"facts": 4}}, published=1)
    assert rows(con, "select number, entry from refresh_log order by 1") == [(1, "{}"), (3, '{"counts": {"facts": 4}}')]


def test_the_basis_changes_with_what_is_published_and_with_nothing_else(con):
    ingest(con, article("one", url="https://a.org/1"), article("sample", origin="sample"))
    basis = store.content_basis(con)
    ingest(con, article("one", url="https://a.org/1"), Reject("inbox", "f", "empty", "no byte", "h"), at=LATER)
    assert store.content_basis(con) == basis
    seen = {basis}
    store.enable_sample(con, False)
    seen.add(store.content_basis(con))
    ingest(con, article("one", url="https://a.org/1", byline="A Person"))
    seen.add(store.content_basis(con))
    ingest(con, article("two", url="https://a.org/1", byline="A Person"))
    seen.add(store.content_basis(con))
    assert len(seen) == 4


def test_a_store_that_another_process_holds_is_told_in_one_line(tmp_path):
    path = tmp_path / "store.duckdb"
    script = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdin
        other.stdout.readline()
        refused = pytest.raises(WarehouseError, match="close the program that holds it open")
        with refused as raised, store.writing_store(path):
            pass
        other.stdin.close()
    assert "\n" not in str(raised.value)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.unit.store_fixture import AT, article
from warehouse import store

def items():
    for number in range(3000):
        yield article(f"text {number}")
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

with store.writing_store(Path(sys.argv[1])) as con:
    store.ingest(con, items(), [store.ReadItem("inbox", "f", "h")], AT)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moment", [0, 2500, 9999])
def test_a_killed_load_and_its_rerun_end_as_an_undisturbed_one(tmp_path, moment):
    path = tmp_path / "killed.duckdb"
    subprocess.run([sys.executable, "-c", KILLED, str(path), str(moment)], check=False)
    items = [article(f"text {number}") for number in range(3000)]
    ends = []
    for one in (path, tmp_path / "whole.duckdb"):
        with store.writing_store(one) as con:
            store.ingest(con, items, [store.ReadItem("inbox", "f", "h")], AT)
            ends.append(contents(con))
    assert ends[0] == ends[1]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_batches_settle_the_same(tmp_path, data):
    days = ["2021-01-01", "2021-01-02", None]
    stories = [
        article(f"text {number % 3}", url=f"https://a.org/{number}", published=days[number % 2 + number % 3 // 2])
        for number in range(8)
    ]
    ends = []
    for _ in range(2):
        order = data.draw(st.permutations(stories))
        cut = data.draw(st.integers(0, len(order)))
        path = tmp_path / "any.duckdb"
        path.unlink(missing_ok=True)
        with store.writing_store(path) as con:
            ingest(con, *order[:cut])
            ingest(con, *order[cut:])
            settled = "select article_id, content_hash, is_current, duplicate_of from article_versions order by all"
            ends.append((rows(con, settled), store.content_basis(con)))
    assert ends[0] == ends[1]


def test_a_reject_is_dropped_once_its_file_reads_well(con):
    bad = Reject("inbox", "a.txt", "empty", "nothing in it", "h1")
    store.ingest(con, [bad], [store.ReadItem("inbox", "folder\ta.txt", "h1")], AT)
    store.ingest(con, [], [store.ReadItem("inbox", "folder\ta.txt", "h2")], LATER)
    assert rejects.by_reason(con) == {}
