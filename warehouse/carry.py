"""Taking the evidence of facts that have not changed over from the published version: most of a large file.

Belongs here: whether a published version can be carried on, and making the next build file from it. Does not belong
here: noting what changed (`warehouse.resolution`), what evidence says (`sql/core/fact_evidence.sql`).

The published version, the notes and the rules must fit each other to the letter; where anything is in doubt, or all
facts were made anew, everything is written anew, and it comes to the same rows.
"""

from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from warehouse.connect import Connection, reading, transaction
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables.reports import FACT_EVIDENCE

#: The table that is carried; all others are made anew each time.
CARRIED: Table = FACT_EVIDENCE

#: From this part of all facts on, writing everything anew is the shorter way.
MOST_CHANGED = 0.25


class Standing(NamedTuple):
    """The published version that the next one may begin with.

    Attributes:
        basis: versions of rules and tables now.
    """

    path: Path
    number: int
    basis: str


def is_known(store: Path, standing: Standing) -> bool:
    """Whether the store notes all that changed since this version, and not too much did."""
    with reading(store) as con:
        noted = con.execute("select number, basis, resolved_whole_at from evidence_basis").fetchall()
        whole = con.execute("select max(resolved_whole_at) from resolution_basis").fetchall()
        counts = con.execute(
            "select (select count(*) from changed_evidence), (select count(*) from resolved_facts)"
        ).fetchall()
    changed, facts = counts[0]
    return noted == [(standing.number, standing.basis, whole[0][0])] and changed <= MOST_CHANGED * facts


def copy(standing: Standing, path: Path) -> None:
    """Make the build file from a published one."""
    copyfile(standing.path, path)
    path.chmod(0o644)


def clear(con: Connection) -> None:
    """Drop all that a copied version holds beside the carried table."""
    here = "database_name = current_database() and not internal"
    macros = con.execute(
        f"select distinct function_type, schema_name, function_name from duckdb_functions() where {here}"  # noqa: S608
    ).fetchall()
    views = con.execute(f"select schema_name, view_name from duckdb_views() where {here}").fetchall()  # noqa: S608
    tables = con.execute(f"select schema_name, table_name from duckdb_tables() where {here}").fetchall()  # noqa: S608
    with transaction(con):
        for kind, schema, name in macros:
            con.execute(f"drop macro {'table ' if kind == 'table_macro' else ''}{schema}.{name}")
        for schema, name in views:
            con.execute(f"drop view {schema}.{name}")
        for schema, name in tables:
            if f"{schema}.{name}" != CARRIED.qualified:
                con.execute(f"drop table {schema}.{name}")


def stage(con: Connection) -> None:
    """Find the facts whose quotes are to be written anew, and those quotes, in place of all of them."""
    con.execute(f"create table stage.told_facts as {statement('carry', 'told_facts')}")
    con.execute(f"create table stage.told_cells as {statement('carry', 'told_cells')}")


def take_out(con: Connection) -> None:
    """Take the quotes of these facts out of the carried table."""
    con.execute(
        f"delete from {CARRIED.qualified} using stage.told_facts as told "  # noqa: S608 - a declared name
        f"where {CARRIED.name}.fact_id = told.fact_id"
    )


def note_published(store: Connection, number: int, basis: str) -> None:
    """Begin to note what changes since a version that has just been published, in a transaction of the caller's."""
    store.execute("delete from changed_evidence")
    store.execute("delete from evidence_basis")
    store.execute(
        "insert into evidence_basis select ?, ?, max(resolved_whole_at) from resolution_basis", [number, basis]
    )
