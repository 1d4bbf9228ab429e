"""Whether two versions of the warehouse say the same.

Belongs here: comparing published content, times and version numbers aside. Does not belong here: deciding what
follows from it.
"""

from pathlib import Path

from warehouse.connect import Connection, reading
from warehouse.schema import Table

#: Tables that tell of runs, not of the world.
_OF_RUNS = frozenset({"published_version", "refresh_log", "source_states"})


def content_hashes(path: Path, tables: tuple[Table, ...]) -> dict[str, tuple[int, int]]:
    """Rows and a hash of them, whatever their order, by table; without columns of times (`_at`)."""
    with reading(path) as con:
        return {t.qualified: _content_hash(con, t) for t in tables if not (t.is_view or t.name in _OF_RUNS)}


def is_same(left: Path, right: Path, tables: tuple[Table, ...]) -> bool:
    """Whether two files hold the same rows in the same tables."""
    with reading(right) as con:
        query = "select schema_name || '.' || table_name, comment, column_count from duckdb_tables()"
        shape = sorted(con.execute(query).fetchall())
    with reading(left) as con:
        if sorted(con.execute(query).fetchall()) != shape:
            return False
    return content_hashes(left, tables) == content_hashes(right, tables)


def _content_hash(con: Connection, table: Table) -> tuple[int, int]:
    names = ", ".join(column.name for column in table.columns if not column.name.endswith("_at"))
    query = f"select count(*), coalesce(sum(hash(row({names}))), 0) from {table.qualified}"  # noqa: S608
    row = con.execute(query).fetchall()[0]
    return int(row[0]), int(row[1])
