"""Steps of a source are stored whole; what is gone is withdrawn and may return; pages are kept; old stores open."""

from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sources.article import Reject
from sources.state import PageState
from sources.steps import RawPage, Step
from tests.unit.store_fixture import AT, article, claim, load_claims, rows, settle
from warehouse import claims, raw_pages, rejects, source_states, store
from warehouse.connect import Connection
from warehouse.errors import WarehouseError
from warehouse.source_states import SourceRow
from warehouse.store import OpenItem, ReadItem
from warehouse.tables.ingest import SOURCE_PAGES

URL = "https://a.org/1"
LATER = AT + timedelta(days=1)


@pytest.fixture
def con(tmp_path: Path):
    with store.writing_store(tmp_path / "store.duckdb") as opened:
        source_states.save_row(opened, SourceRow("paper", "feed", True, "", 3600))
        yield opened


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


def page(**given: Any) -> PageState:
    return PageState(
        **{"key": "page:a.org/1", "url": URL, "kind": "page", "status": "read", "first_seen_at": AT, **given}
    )


def kept(body: bytes = b"<p>one</p>", url: str = URL, at: datetime = AT) -> RawPage:
    return RawPage("paper", url, url, 200, "text/html", "utf-8", '"v1"', None, body, "", at)


def test_a_step_is_stored_whole_and_given_back(con: Connection, raw: Path) -> None:
    states = [page(etag='"v1"', article_id="art_1", ask_after=LATER), page(key="listing:a.org", kind="listing")]
    step = Step(items=(article("one", url=URL),), pages=tuple(states), raw=kept(), cursor='{"at": "7"}')
    assert source_states.store_steps(con, "paper", [step], AT, raw).new_articles == 1
    back = [PageState(**row) for row in source_states.load_pages(con, "paper")]
    assert sorted(back, key=lambda state: state.key) == sorted(states, key=lambda state: state.key)
    assert source_states.load_rows(con)["paper"].cursor == '{"at": "7"}'
    assert [one.url for one in raw_pages.newest(con)] == [URL]


def test_all_that_a_source_remembers_of_a_page_has_a_column() -> None:
    names = [field.name for field in fields(PageState)]
    assert sorted(column.name for column in SOURCE_PAGES.columns) == sorted(["origin", *names])


def test_a_content_that_returns_is_the_newest_again(con: Connection, raw: Path) -> None:
    for hours, body in enumerate((b"first", b"second", b"first")):
        raw_pages.note(con, [raw_pages.keep(raw, kept(body, at=AT + timedelta(hours=hours)))])
    (newest,) = raw_pages.newest(con)
    assert raw_pages.read(raw, newest.raw_id) is not None
    assert newest.fetched_at == AT + timedelta(hours=2)
    assert [one.fetched_at.hour for one in raw_pages.every(con)] == [4, 5]


def test_a_step_that_cannot_be_stored_leaves_nothing(con: Connection, raw: Path) -> None:
    broken = Step(items=(article("one", url=URL),), pages=(page(status=None),))
    with pytest.raises(Exception, match="NOT NULL"):
        source_states.store_steps(con, "paper", [Step(cursor="c"), broken], AT, raw)
    assert rows(con, "select count(*) from article_versions") == [(0,)]
    assert source_states.load_rows(con)["paper"].cursor == ""


def test_a_gone_article_is_withdrawn_with_its_reason_and_stands_again_when_it_returns(
    con: Connection, raw: Path
) -> None:
    told, other = article("one", url=URL), article("two", url="https://a.org/2")
    source_states.store_steps(con, "paper", [Step(items=(told, other))], AT, raw)
    load_claims(con, {one.article_id: [claim("agreement", status="signed")] for one in (told, other)})
    settle(con)
    assert claims.claim_count(con) == 2

    gone = Step(pages=(page(status="gone", article_id=told.article_id),), withdrawn=(told.article_id,))
    source_states.store_steps(con, "paper", [gone], LATER, raw)
    settle(con)
    assert claims.claim_count(con) == 1
    query = "select withdrawn_reason from article_versions where is_withdrawn"
    assert rows(con, query) == [("its address answers 410 (gone)",)]
    basis = store.content_basis(con)

    store.ingest(con, [told], [], LATER)  # a copy in a folder is not the article's own address
    assert rows(con, "select count(*) from article_versions where is_withdrawn") == [(1,)]

    source_states.store_steps(
        con, "paper", [Step(items=(told,), pages=(page(article_id=told.article_id),))], LATER, raw
    )
    settle(con)
    assert claims.claim_count(con) == 2
    assert store.content_basis(con) != basis
    assert rows(con, query) == []


def test_an_unchanged_answer_brings_a_withdrawn_article_back_too(con: Connection, raw: Path) -> None:
    told = article("one", url=URL)
    missing = page(status="gone", article_id=told.article_id, missing_since=AT, asked_at=LATER)
    steps = [Step(items=(told,)), Step(pages=(missing,), withdrawn=(told.article_id,))]
    source_states.store_steps(con, "paper", steps, LATER, raw)
    assert rows(con, "select withdrawn_reason from article_versions") == [("its address answers 404 since 2026-01-02",)]
    source_states.store_steps(
        con, "paper", [Step(pages=(page(article_id=told.article_id),), same=("page:a",))], LATER, raw
    )
    assert rows(con, "select is_withdrawn, withdrawn_reason from article_versions") == [(False, None)]


def test_a_withdrawn_original_leaves_the_word_to_its_copy(con: Connection, raw: Path) -> None:
    told, copy = article("same", url=URL), article("same", url="https://b.org/1", published="2021-04-01")
    source_states.store_steps(con, "paper", [Step(items=(told, copy))], AT, raw)
    assert rows(con, "select url from article_versions where duplicate_of is not null") == [("https://b.org/1",)]
    source_states.store_steps(con, "paper", [Step(withdrawn=(told.article_id,))], LATER, raw)
    assert rows(con, "select url from article_versions where duplicate_of is not null") == []


def test_a_page_that_reads_well_now_is_no_reject(con: Connection, raw: Path) -> None:
    bad = Reject("paper", URL, "no text", "nothing there", "h")
    source_states.store_steps(con, "paper", [Step(items=(bad,), pages=(page(status="rejected"),))], AT, raw)
    assert rejects.by_reason(con) == {"no text": 1}
    source_states.store_steps(
        con, "paper", [Step(items=(article("one", url=URL),), pages=(page(asked_at=LATER),))], LATER, raw
    )
    assert rejects.by_reason(con) == {}


def test_a_kept_page_comes_back_as_it_was(con: Connection, raw: Path) -> None:
    given = kept(body=bytes(range(256)) * 40)
    listed = raw_pages.keep(raw, given)
    assert raw_pages.keep(raw, given) == listed
    back = raw_pages.read(raw, listed.raw_id)
    assert back is not None
    assert RawPage(**back) == given
    (file,) = (path for path in raw.rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:50])
    assert raw_pages.read(raw, listed.raw_id) is None


def test_a_lost_list_of_kept_pages_is_found_again(con: Connection, raw: Path) -> None:
    for number in range(3):
        raw_pages.keep(raw, kept(url=f"https://a.org/{number}", at=AT + timedelta(hours=number)))
    assert raw_pages.find_again(con, raw) == 3
    assert raw_pages.find_again(con, raw) == 0
    assert [one.url[-1] for one in raw_pages.newest(con)] == ["0", "1", "2"]


def test_kept_pages_are_bounded_and_the_newest_of_each_address_stay_longest(con: Connection, raw: Path) -> None:
    pages = [
        kept(b"old", at=AT),
        kept(b"new", at=AT + timedelta(hours=1)),
        kept(b"other", "https://a.org/2", AT - timedelta(hours=1)),
    ]
    listed = [raw_pages.keep(raw, one) for one in pages]
    raw_pages.note(con, listed)
    assert raw_pages.bound(con, raw, 10_000) == 0
    assert raw_pages.bound(con, raw, listed[1].packed_bytes + listed[2].packed_bytes) == 1
    assert {one.raw_id for one in raw_pages.newest(con)} == {listed[1].raw_id, listed[2].raw_id}
    assert raw_pages.bound(con, raw, listed[1].packed_bytes) == 1
    assert [one.raw_id for one in raw_pages.newest(con)] == [listed[1].raw_id]
    assert len([path for path in raw.rglob("*") if path.is_file()]) == 1


def test_a_file_read_in_part_is_gone_on_with(con: Connection) -> None:
    mark = ReadItem("inbox", "/in\tbig.jsonl", "h1")
    first = [article("one"), Reject("inbox", "big.jsonl:2", "not JSON", "cut", "r1")]
    store.ingest(con, first, [], AT, begun=[mark], unfinished=OpenItem(mark, 2))
    assert store.stored_of(con, mark) == 2
    assert store.stored_of(con, mark._replace(content_hash="h2")) == 0
    assert store.read_items(con) == {}
    store.ingest(con, [article("three")], [mark], AT, begun=[])
    assert store.stored_of(con, mark) == 0
    assert store.read_items(con) == {("inbox", "/in\tbig.jsonl"): "h1"}
    assert rejects.by_reason(con) == {"not JSON": 1}


def test_what_was_wrong_with_an_abandoned_content_is_forgotten(con: Connection) -> None:
    old, new = ReadItem("inbox", "/in\tbig.jsonl", "h1"), ReadItem("inbox", "/in\tbig.jsonl", "h2")
    bad = Reject("inbox", "big.jsonl:2", "not JSON", "cut", "r1")
    store.ingest(con, [bad], [], AT, begun=[old], unfinished=OpenItem(old, 2))
    store.ingest(con, [article("two")], [new], LATER)
    assert rejects.by_reason(con) == {}


def test_a_source_that_is_off_keeps_what_it_knows_but_a_catalogue_begins_anew(con: Connection, raw: Path) -> None:
    source_states.save_row(con, SourceRow("gcat", "gcat", True, "", None))
    for name in ("paper", "gcat"):
        source_states.store_steps(con, name, [Step(pages=(page(),), cursor="c")], AT, raw)
    source_states.switch_off_others(con, ["inbox"])
    source_states.forget_pages(con, ["gcat"], lambda cursor: "")
    found = source_states.load_rows(con)
    assert [(row.is_enabled, row.cursor) for row in found.values()] == [(False, ""), (False, "c")]
    assert [len(source_states.load_pages(con, name)) for name in found] == [0, 1]


#: What the store of the last release did not have.
ADDED_TABLES = (
    "source_states",
    "source_pages",
    "read_positions",
    "withdrawals",
    "raw_pages",
    "compared_texts",
    "text_buckets",
    "near_copies",
    "story_texts",
)
ADDED_COLUMNS = {
    "article_versions": ("withdrawn_reason",),
    "article_sources": ("language", "copy_of", "copy_reason"),
}


def test_a_store_of_the_last_release_opens_with_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "home" / "store.duckdb"
    with store.writing_store(path) as con:
        store.ingest(con, [article("one", url=URL), article("sample", origin="sample")], [], AT)
        settle(con)
        for table in ADDED_TABLES:
            con.execute(f"drop table {table}")
        for table, columns in ADDED_COLUMNS.items():
            for column in columns:
                con.execute(f"alter table {table} drop column {column}")
    with store.writing_store(path) as con:
        assert rows(con, "select text, withdrawn_reason from article_versions order by 1") == [
            ("one", None),
            ("sample", None),
        ]
        store.enable_sample(con, False)
        settle(con)
        assert rows(con, "select withdrawn_reason from article_versions where is_withdrawn") == [(store.SAMPLE_OFF,)]
        commented = "select comment from duckdb_columns() where column_name = 'withdrawn_reason'"
        assert rows(con, commented) == [("Why it is withdrawn; null where it is not.",)]


def test_a_store_of_a_later_release_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "home" / "store.duckdb"
    with store.writing_store(path) as con:
        con.execute("alter table rejects add column severity integer")
    with pytest.raises(WarehouseError, match="another version"), store.writing_store(path):
        pass
