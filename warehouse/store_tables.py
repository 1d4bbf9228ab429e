"""The store's tables as declared: made where there are none, brought up to date where an earlier release made them.

Belongs here: creating tables, adding columns that may be null, refusing a store that fits no longer, and putting rows
in by their declared key. Does not belong here: what the tables hold.
"""

from pathlib import Path
from typing import Any

from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.errors import WarehouseError
from warehouse.schema import Table, literal
from warehouse.tables import STORE_TABLES

#: Tables of earlier releases.
_RETIRED = ("chosen_values", "curated_choices")


def prepare(con: Connection, path: Path) -> None:
    """Make missing tables, add columns that a later release declares and that may be null, drop what none declares.

    Raises:
        WarehouseError: the store was made by a version of the program whose tables cannot be taken over.
    """
    found: dict[str, set[str]] = {}
    for table, column in con.execute("select table_name, column_name from duckdb_columns()").fetchall():
        found.setdefault(table, set()).add(column)
    changes = [ddl for table in STORE_TABLES for ddl in _changes(table, found.get(table.name), path)]
    retired = [name for name in _RETIRED if name in found]
    changes += [f"drop table main.{name}" for name in retired]
    if retired and "resolution_basis" in found:
        changes.append("delete from main.resolution_basis")  # what took their place comes from resolving everything
    if changes:
        with transaction(con):
            for ddl in changes:
                con.execute(ddl)


def _changes(table: Table, columns: set[str] | None, path: Path) -> list[str]:
    """Statements that bring one table up to date."""
    if columns is None:
        return list(table.ddl())
    missing = [column for column in table.columns if column.name not in columns]
    if columns - {column.name for column in table.columns} or any(map(table.is_required, missing)):
        raise WarehouseError(
            f"{path}: table {table.name} was made by another version of spacepact; move the file away and run "
            "`spacepact refresh` to read all sources anew"
        )
    changes = []
    for column in missing:
        changes.append(f"alter table {table.qualified} add column {column.name} {column.type}")
        changes.append(f"comment on column {table.qualified}.{column.name} is {literal(column.description)}")
    return changes


def insert_missing(con: Connection, table: str, rows: list[Any]) -> int:
    """Insert the rows, with all columns, whose key the table does not hold; returns how many."""
    if not rows:
        return 0
    before = scalar(con, f"select count(*) from {table}")  # noqa: S608
    key = ", ".join(_declared(table).key)
    con.execute(f"create or replace temp table incoming as select * from {table} limit 0")  # noqa: S608
    insert(con, "incoming", column_names(table), rows)
    con.execute(f"insert into {table} select incoming.* from incoming anti join {table} using ({key})")  # noqa: S608
    return int(scalar(con, f"select count(*) from {table}") - before)  # noqa: S608


def insert_replacing(con: Connection, table: str, rows: list[Any]) -> None:
    """Insert rows, with all columns, in place of those with the same key."""
    if not rows:
        return
    key = " and ".join(f"{table}.{name} = incoming.{name}" for name in _declared(table).key)
    con.execute(f"create or replace temp table incoming as select * from {table} limit 0")  # noqa: S608
    insert(con, "incoming", column_names(table), rows)
    con.execute(f"delete from {table} using incoming where {key}")  # noqa: S608
    con.execute(f"insert into {table} select * from incoming")  # noqa: S608


def column_names(table: str) -> tuple[str, ...]:
    """Columns of a declared table of the store."""
    return tuple(column.name for column in _declared(table).columns)


def _declared(name: str) -> Table:
    return next(table for table in STORE_TABLES if table.name == name)


def storable(value: Any) -> Any:
    """The value without half surrogates, which no UTF-8 holds; one code point for one, so that offsets stay true."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", errors="replace").decode("utf-8")
    return value
