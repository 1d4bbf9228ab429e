"""Taking what is known of facts that have not changed over from the published version: most of a large file.

Belongs here: whether a published version can be carried on, which tables are, and making the next build file from it.
Does not belong here: noting what changed (`warehouse.resolution`), what the carried tables say (`sql/core/`).

Only tables whose rows follow from one article alone, or from the claims of one fact, are carried: its quotes, its
quality, who told it when.

The published version, the notes and the rules must fit each other to the letter; where anything is in doubt, or all
facts were made anew, everything is written anew, and it comes to the same rows.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from warehouse.connect import Connection, reading, transaction
from warehouse.schema import Table
from warehouse.tables.claims import BRIDGE_FACT_CLAIMS, CLAIM_QUOTES, CORE_CLAIMS, KEPT_BY_CLAIM
from warehouse.tables.news import DIM_ARTICLES
from warehouse.tables.quality import FACT_QUALITY
from warehouse.tables.reported import BRIDGE_AGREEMENT_REPORTS


class Told(NamedTuple):
    """Which rows of a carried table are written anew.

    Attributes:
        by: the intermediate table that names what they tell of.
        key: its column.
        column: the same in the carried table.
    """

    by: str
    key: str
    column: str


#: The tables that are carried; all others are made anew each time.
CARRIED: Mapping[Table, Told] = {
    DIM_ARTICLES: Told("told_articles", "article_id", "article_id"),
    CORE_CLAIMS: Told("outdated_claims", "claim_key", "claim_key"),
    CLAIM_QUOTES: Told("outdated_claims", "claim_key", "claim_key"),
    BRIDGE_FACT_CLAIMS: Told("told_facts", "fact_id", "fact_id"),
    FACT_QUALITY: Told("told_facts", "fact_id", "fact_id"),
    BRIDGE_AGREEMENT_REPORTS: Told("told_facts", "fact_id", "agreement_id"),
}

#: Intermediate tables that `sql/carry/` makes otherwise: of what is written anew alone, or with what stands at hand.
NARROWED = (
    "told_articles", "told_versions", "told_facts", "outdated_claims", "added_claims", "fact_sources",
)  # fmt: skip

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


def copy(held: Path, path: Path) -> None:
    """Make the build file from a published one, or from the quotes of all claims."""
    copyfile(held, path)
    path.chmod(0o644)


def begun_with(*, is_carried: bool) -> frozenset[Table]:
    """The tables that a version is not filled with but begins with."""
    return frozenset(CARRIED if is_carried else KEPT_BY_CLAIM)


def clear(con: Connection, kept: Collection[Table]) -> None:
    """Drop all that a copied file holds beside these tables."""
    here = "database_name = current_database() and not internal"
    macros = con.execute(
        f"select distinct function_type, schema_name, function_name from duckdb_functions() where {here}"  # noqa: S608
    ).fetchall()
    views = con.execute(f"select schema_name, view_name from duckdb_views() where {here}").fetchall()  # noqa: S608
    tables = con.execute(f"select schema_name, table_name from duckdb_tables() where {here}").fetchall()  # noqa: S608
    wanted = {table.qualified for table in kept}
    with transaction(con):
        for kind, schema, name in macros:
            con.execute(f"drop macro {'table ' if kind == 'table_macro' else ''}{schema}.{name}")
        for schema, name in views:
            con.execute(f"drop view {schema}.{name}")
        for schema, name in tables:
            if f"{schema}.{name}" not in wanted:
                con.execute(f"drop table {schema}.{name}")


def take_out(con: Connection, table: Table) -> None:
    """Take the rows that are written anew out of a carried table."""
    told = CARRIED[table]
    con.execute(
        f"delete from {table.qualified} using stage.{told.by} as told "  # noqa: S608 - declared names
        f"where {table.name}.{told.column} = told.{told.key}"
    )


def note_published(store: Connection, number: int, basis: str) -> None:
    """Begin to note what changes since a version that has just been published, in a transaction of the caller's."""
    store.execute("delete from changed_evidence")
    store.execute("delete from changed_articles")
    store.execute("delete from evidence_basis")
    store.execute(
        "insert into evidence_basis select ?, ?, max(resolved_whole_at) from resolution_basis", [number, basis]
    )
