"""Reading the published warehouse: status, queries, exports, and the story of an id."""

import stat
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.unit.store_fixture import AT, World, article, claim
from warehouse import explain, publish, read
from warehouse.errors import (
    ExportError,
    NoWarehouseError,
    QueryError,
    UnknownIdError,
    UnreadableWarehouseError,
    WarehouseError,
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("read") / "home")
    cells = {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", "signed": "2021-03"}
    told = article("China and Brazil signed.", url="https://a.org/1")
    members = made.tell(told, claim("agreement", 0, **cells), claim("total", 10, metric="agreements", value=136))
    made.fact("agreement", members[:1], **cells)
    made.fact("total", members[1:], metric="agreements", value=136)
    made.publish()
    return made


def fact_of(world: World, kind: str) -> str:
    return next(fact.fact_id for fact in world.facts if fact.kind == kind)


def test_status_counts_every_table(world):
    found = read.status(world.home)
    assert (found.number, found.published_at, found.newest_article_date.isoformat()) == (1, AT, "2021-03-09")
    assert found.rows["core.fact_agreements"] == 1
    assert found.rows["metrics.published_version"] == 1


def test_a_query_is_answered_with_names_and_types(world):
    answer = read.query(world.home, "select agreement_type, signed_year from core.fact_agreements")
    assert answer == (("agreement_type", "signed_year"), ("VARCHAR", "INTEGER"), [("mou", 2021)])


@pytest.mark.parametrize(
    "sql",
    [
        "delete from core.fact_agreements",
        "drop table core.fact_agreements",
        "create table core.mine (a int)",
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "copy core.dim_countries to 'countries.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "selec 1",
        "",
    ],
)
def test_a_query_reaches_nothing_but_the_warehouse(world, sql, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(QueryError) as raised:
        read.query(world.home, sql)
    assert "\n" not in str(raised.value)
    assert list(tmp_path.iterdir()) == []
    assert publish.is_intact(world.home)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_holds_every_table(world, tmp_path, form):
    written = read.export(world.home, tmp_path / "out", form)
    assert len(written) == len(read.status(world.home).rows)
    assert not list(tmp_path.rglob("*.part"))
    path = tmp_path / "out" / "core" / f"fact_agreements.{form}"
    with duckdb.connect() as con:
        reader = {"csv": "select signed_from from read_csv(?)", "parquet": "select signed_from from read_parquet(?)"}
        found = con.execute(reader[form], [str(path)]).fetchall()
    assert found == [(date(2021, 3, 1),)]


def test_an_export_that_cannot_be_written_says_so(world, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(ExportError, match="name a folder"):
        read.export(world.home, blocked, "csv")


def test_a_fact_is_explained_by_its_cells_and_quotes(world):
    found = explain.explain(world.home, fact_of(world, "agreement"))
    assert found.table == "core.fact_agreements"
    assert found.cells["signed_year"] == 2021
    assert [row["party_code"] for row in found.members["core.bridge_agreement_parties"]] == ["BRA", "CHN"]
    quotes = {(quote.column_name, quote.element): quote for quote in found.quotes}
    assert quotes["party_code", "CHN"].quote == "China"
    assert quotes["signed_date", None].is_chosen
    assert [(line.source_name, line.url) for line in found.articles] == [("Xinhua", "https://a.org/1")]


def test_ids_of_every_kind_lead_to_the_fact(world):
    fact = explain.FactLine("core.fact_agreements", fact_of(world, "agreement"))
    told = world.told[0][0]
    claimed = explain.explain(world.home, fact.fact_id).quotes[0].claim_id
    for wanted in (claimed, told.article_id, "CHN", "xinhua"):
        found = explain.explain(world.home, wanted)
        assert fact in found.facts or wanted == "xinhua", wanted
    assert explain.explain(world.home, "CHN").cells["country_name"] == "China"
    assert len(explain.explain(world.home, told.article_id).facts) == 2


def test_an_unknown_id_is_said_to_be_one(world):
    with pytest.raises(UnknownIdError, match="^agr_nothing: no such id"):
        explain.explain(world.home, "agr_nothing")


def test_reading_leaves_the_published_file_as_it_was(world):
    before = world.home.joinpath(publish.LINK).resolve().read_bytes()
    read.status(world.home)
    read.query(world.home, "select 1")
    explain.explain(world.home, "CHN")
    assert world.home.joinpath(publish.LINK).resolve().read_bytes() == before
    assert publish.is_intact(world.home)


def test_without_a_warehouse_the_next_step_is_named(tmp_path):
    for command in (read.status, lambda home: read.query(home, "select 1"), lambda home: explain.explain(home, "x")):
        with pytest.raises(NoWarehouseError, match="no warehouse yet; run `spacepact refresh`"):
            command(tmp_path)


def test_a_damaged_warehouse_is_told_in_one_line(tmp_path: Path):
    (tmp_path / publish.LINK).write_bytes(b"not a database" * 1000)
    with pytest.raises(UnreadableWarehouseError) as raised:
        read.status(tmp_path)
    assert "\n" not in str(raised.value)
    assert "spacepact refresh --force" in str(raised.value)
    assert isinstance(raised.value, WarehouseError)


def test_published_tables_carry_their_comments(world):
    query = (
        "select count(*) from duckdb_columns() inner join duckdb_tables() using (schema_name, table_name) "
        "where duckdb_columns.comment is null"
    )
    assert read.query(world.home, query).rows == [(0,)]
    query = "select comment from duckdb_tables() where table_name = 'fact_agreements'"
    assert read.query(world.home, query).rows[0][0].startswith("One row per agreement. ")


def test_the_published_file_can_be_read_by_anyone(world):
    mode = world.home.joinpath(publish.LINK).stat().st_mode
    assert stat.S_IMODE(mode) == 0o444
