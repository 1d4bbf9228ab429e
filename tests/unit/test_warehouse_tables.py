"""The declarations keep the laws of names and types, and docs/tables.md is made from them."""

from pathlib import Path

import pytest

from warehouse import docs
from warehouse.schema import SUFFIXES, Column, Table
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES, STORE_TABLES

ALL = (*CORE_TABLES, *HISTORY_TABLES, *METRICS_TABLES, *STORE_TABLES)
COLUMNS = [(table, column) for table in ALL for column in table.columns]

SUFFIX_TYPES = SUFFIXES | {"_id": "VARCHAR", "_code": "VARCHAR", "_name": "VARCHAR", "_pct": "DOUBLE"}
TIMES_BY_THE_CONTRACT = {"known_from", "known_to"}
NAMED_BY_THE_CONTRACT = {"only_state_media", "comparable", "counts_in_totals", "falls_below_previous"}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.qualified)
def test_names_and_types_keep_the_law(table: Table):
    for column in table.columns:
        for suffix, type_ in SUFFIX_TYPES.items():
            if column.name.endswith(suffix):
                expected = "TIMESTAMP" if column.name in TIMES_BY_THE_CONTRACT else type_
                assert column.type == expected, column.name
        if column.name.endswith("_count"):
            assert column.type in ("INTEGER", "BIGINT"), column.name
        if column.name.startswith(("is_", "has_")):
            assert column.type == "BOOLEAN", column.name
        if column.type == "BOOLEAN":
            assert column.name.startswith(("is_", "has_")) or column.name in NAMED_BY_THE_CONTRACT, column.name
        assert "TIME ZONE" not in column.type


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.qualified)
def test_each_table_says_its_grain_and_keys_are_columns(table: Table):
    assert table.grain.startswith("One row")
    assert table.grain.endswith(".")
    names = [column.name for column in table.columns]
    assert set(table.key) <= set(names)
    assert len(names) == len(set(names))


def test_references_lead_to_keys():
    keys = {f"{table.qualified}.{table.key[0]}" for table in ALL if len(table.key) == 1}
    keys.add("main.article_versions.article_id")
    keys.add("main.claims.claim_id")
    targets = {column.references for _, column in COLUMNS if column.references}
    assert targets <= keys


def test_each_core_table_has_its_sql_and_each_sql_its_table():
    folder = Path(docs.__file__).parent / "sql" / "core"
    assert {path.stem for path in folder.glob("*.sql")} == {table.name for table in CORE_TABLES}


def test_the_page_of_tables_is_current():
    page = Path(docs.__file__).parents[1] / "docs" / "tables.md"
    assert page.read_text(encoding="utf-8") == docs.page(), "run: python -m warehouse.docs docs/tables.md"


def test_the_page_shows_values_and_references():
    table = Table("core", "t", "One row per x.", "", ("a_id",), (Column("a_id", "VARCHAR", "An | id.", values=("x",)),))
    assert docs._line(table.columns[0]) == "| `a_id` | VARCHAR | An \\| id. One of `x`. |"
