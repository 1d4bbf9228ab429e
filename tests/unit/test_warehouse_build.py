"""The star as a whole: dates, evidence, keys, and that it is built again the same."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sources.article import Article
from tests.unit.store_fixture import AT, World, accession, agreement, article, claim, launch, lexicon_rows, one, rows
from warehouse import build, difference, store
from warehouse.connect import writing
from warehouse.statements import statement
from warehouse.tables import CORE_TABLES


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


@pytest.mark.parametrize(
    ("given", "exact", "first", "last", "precision"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2024-02", None, date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023", None, date(2023, 1, 1), date(2023, 12, 31), "year"),
        (None, None, None, None, "unknown"),
        ("2023-02-30", None, None, None, "unknown"),
        ("soon", None, None, None, "unknown"),
    ],
)
def test_partial_dates(given, exact, first, last, precision):
    with writing(Path(":memory:")) as con:
        for macro in statement("stage", "macros").split(";\n"):
            con.execute(macro)
        query = "select exact_day($1), first_day($1), final_day($1), day_precision($1)"
        assert con.execute(query, [given]).fetchall() == [(exact, first, last, precision)]


def test_a_code_that_no_lexicon_knows_becomes_a_provisional_party(world):
    world.event("agreement", article("a"), **agreement(parties=("CHN", "NEWBODY")))
    query = "select party_type, sovereign_code, is_provisional from core.dim_parties where party_code = 'NEWBODY'"
    assert one(world, query) == ("body", "NEWBODY", True)


def test_totals_stand_for_the_end_of_their_day_or_for_the_day_of_publication(world):
    base = {"metric": "launches", "value": 136, "of": "CHN"}
    world.event("total", article("a"), **base, as_of="2020", as_of_basis="stated", statement="s1", bound=">=")
    world.event("total", article("b"), **base, as_of=None)
    world.event("total", article("c"), **base, as_of="2021")
    world.event("total", article("d"), **base, as_of="2030")
    with world.star() as made:
        query = "select value, bound, as_of_date, as_of_basis, statement_id is null from core.fact_reported_totals"
        found = rows(made.con, f"{query} order by as_of_date, as_of_basis")
    assert found == [
        (136.0, ">=", date(2020, 12, 31), "stated", False),
        (136.0, "=", date(2021, 3, 9), "announced", True),
        (136.0, "=", date(2021, 3, 9), "stated", True),
        (136.0, "=", date(2030, 12, 31), "stated", True),
    ]


def test_exports_have_supplier_and_customer(world):
    cells = {"type": "satellite_export", "parties": ("CHN", "NGA"), "supplier": "CHN", "start": "2004-12"}
    world.event("cooperation", article("a"), **cells)
    with world.star() as made:
        parts = rows(made.con, "select party_code, role from core.bridge_cooperation_parties")
        start = rows(made.con, "select start_year, start_date_precision from core.fact_cooperations")
    assert (parts, start) == ([("CHN", "supplier"), ("NGA", "customer")], [(2004, "month")])


def test_evidence_quotes_the_text_and_marks_what_was_chosen(world):
    told = article("China and Brazil signed. Later they planned more.")
    signed = claim("agreement", 0, **agreement(signed="2021-03"))
    planned = claim("agreement", 25, **agreement(status="planned", signed="2022"))
    members = world.tell(told, signed, planned)
    world.fact("agreement", members, **agreement(signed="2021-03"))
    with world.star() as made:
        found = rows(
            made.con,
            "select column_name, element, claimed_value, quote, char_start, char_end, is_chosen, rule, rules_version "
            "from core.fact_evidence order by char_start, column_name, element",
        )
    assert [row[0] for row in found[:5]] == ["agreement_type", "party_code", "party_code", "signed_date", "status"]
    assert ("party_code", "CHN", "CHN", "China", 0, 5, True, "test.rule", "r1") in found
    assert ("planned_date", None, "2022", "Later", 25, 30, False, "test.rule", "r1") in found
    assert all(told.text[row[4] : row[5]] == row[3] for row in found)
    assert [row[6] for row in found] == [True] * 5 + [False] * 5


def test_articles_tell_of_duplicates_versions_and_withdrawal(world):
    first = article("same", url="https://a.org/1")
    copy = article("same", url="https://b.org/1", published="2021-03-10")
    world.told = [(first, []), (copy, []), (article("sample", origin="sample"), []), (article("v1", url="u"), [])]
    world.told.append((article("v2", url="u"), []))
    world.fill_store()
    with store.writing_store(world.store) as con:
        store.enable_sample(con, False)
    query = "select title, version_count, duplicate_of, is_sample, is_withdrawn from core.dim_articles order by title"
    with build.building(world.build, world.store, lexicon_rows()) as made:
        build.fill_core(made)
        found = rows(made.con, query)
    assert sorted(found, key=lambda row: (row[0], row[2] or "")) == [
        ("same", 1, None, False, False),
        ("same", 1, first.article_id, False, False),
        ("sample", 1, None, True, True),
        ("v2", 2, None, False, False),
    ]


def test_dates_span_whole_years_of_facts_and_articles(world):
    world.event("agreement", article("a", published="2021-03-09"), **agreement(signed="2019-06-01"))
    world.tell(Article(text="b", published="2099-01-01", is_date_doubtful=True))
    query = "select min(date_key), max(date_key), count(*) from core.dim_dates"
    assert one(world, query) == (date(2019, 1, 1), date(2021, 12, 31), 365 + 366 + 365)


def test_an_empty_store_builds_an_empty_star(world):
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.fact_agreements") == [(0,)]
        assert rows(made.con, "select count(*) from core.dim_dates") == [(0,)]


def test_keys_and_references_hold(world):
    accession(world, "a", "BRA", signed="2021-06-15")
    world.event("agreement", article("b"), **agreement(organizations=("prov_x",)))
    world.event("launch", article("c"), {"vehicle_id": "prov_v"}, **launch(date="2020-01-01", customers=("NGA",)))
    with world.star() as made:
        for table in CORE_TABLES:
            key = ", ".join(table.key)
            twice = f"select {key} from {table.qualified} group by {key} having count(*) > 1"  # noqa: S608
            assert rows(made.con, twice) == [], table.name
            for column in table.columns:
                if column.references:
                    target, name = column.references.rsplit(".", 1)
                    ours = f"select {column.name} from {table.qualified} where {column.name} is not null"  # noqa: S608
                    lost = f"{ours} and {column.name} not in (from {target} select {name})"
                    assert rows(made.con, lost) == [], (table.name, column.name)


def test_a_second_build_says_the_same_and_a_change_is_seen(world, tmp_path):
    world.event("agreement", article("a"), **agreement(signed="2021-03"))
    with world.star():
        pass
    first = world.build.rename(tmp_path / "first.duckdb")
    with world.star():
        pass
    assert difference.is_same(first, world.build, CORE_TABLES)
    world.event("agreement", article("b"), **agreement(signed="2022"))
    with world.star():
        pass
    assert not difference.is_same(first, world.build, CORE_TABLES)


def test_sql_yields_the_declared_columns_in_order_with_their_types(world):
    world.fill_store()
    with build.building(world.build, world.store, lexicon_rows()) as made, closing(made.fill()) as filling:
        filled = [next(filling) for _ in CORE_TABLES]  # what they are made of is there until more is asked for
        assert set(filled) == set(CORE_TABLES)
        for table in CORE_TABLES:
            found = rows(made.con, f"describe {statement('core', table.name)}")
            declared = [(column.name, column.type) for column in table.columns]
            assert [(name, "VARCHAR" if type_ == '"NULL"' else type_) for name, type_, *_ in found] == declared


def test_every_table_names_what_it_reads():
    tables = {table.name: table for table in CORE_TABLES}
    assert "dim_vehicles" in build.reads(tables["fact_launches"])
    done: set[str] = set()
    for table in CORE_TABLES:
        assert build.reads(table) <= done, table.name
        done.add(table.name)


def test_leftovers_of_a_killed_build_are_removed(world):
    world.build.parent.mkdir(parents=True)
    world.build.write_bytes(b"half a file")
    world.build.with_name("warehouse.duckdb.wal").write_bytes(b"half a log")
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.dim_countries")[0][0] > 200


def test_time_of_reading_is_kept(world):
    world.tell(article("a"))
    assert one(world, "select fetched_at from core.dim_articles") == (AT,)
