"""Checks of a warehouse that is about to be published: each is a query that returns the bad rows.

Belongs here: the checks made from the table declarations (columns, keys, references, enumerations), the reading of
the hand-written ones in `sql/checks/`, and running one. Does not belong here: what is done about a failure.

A structural check and an identity of our own arithmetic block the publish: no article can cause them to fail, only a
fault of ours. A check that an article could fail never blocks: its rows are shown, and the rest is published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import duckdb

from warehouse.schema import Column, Table, literal
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES

Severity = Literal["error", "warn"]
SAMPLE_ROWS = 5
HEADER = re.compile(
    r"\A-- (?P<what>.+)\n-- Why: (?P<why>(?:.|\n-- )+)\n-- Table: (?P<table>\w+\.\w+)\n"
    r"-- Severity: (?P<severity>error|warn)(?P<blocking>, blocking)?\n"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One property that the warehouse must have.

    Attributes:
        name: unique; letters, digits and underscores.
        table: the table that it speaks of, with its schema.
        is_blocking: whether a failure holds back the publish.
        sql: a query that returns the rows at fault, none if all is well.
        description: what must hold, and why.
    """

    name: str
    table: str
    severity: Severity
    is_blocking: bool
    sql: str
    description: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Attributes:
        count: rows at fault.
        columns, sample: the first of them.
    """

    check: Check
    count: int
    columns: tuple[str, ...]
    sample: tuple[tuple[Any, ...], ...]

    @property
    def passed(self) -> bool:
        """Whether no row is at fault."""
        return self.count == 0

    @property
    def example(self) -> str:
        """The first rows at fault in one line, column by column; empty where there is none."""
        rows = (
            "; ".join(f"{name} {value}" for name, value in zip(self.columns, row, strict=True)) for row in self.sample
        )
        return " · ".join(rows)

    @property
    def sql(self) -> str:
        """The query, for a person to run again."""
        return self.check.sql


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, structural ones first, in a fixed order."""
    tables = (*CORE_TABLES, *HISTORY_TABLES, *METRICS_TABLES)
    return (*(structure_check(table) for table in tables), *value_checks())


def run(con: duckdb.DuckDBPyConnection, check: Check, sample_rows: int = SAMPLE_ROWS) -> CheckResult:
    """Runs one check on the warehouse that `con` has as its default catalog.

    A query that cannot run, because a table or column is not there, is a failure that shows the reason.
    """
    counted = f"select count(*) over () as bad_rows, bad.* from ({check.sql}) as bad order by all limit {sample_rows:d}"  # noqa: S608
    try:
        found = con.execute(counted)
        names = tuple(column[0] for column in found.description or ())
        rows = found.fetchall()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        return CheckResult(check, 1, ("problem",), ((str(error).split("\n", 1)[0],),))
    return CheckResult(check, rows[0][0] if rows else 0, names[1:], tuple(row[1:] for row in rows))


def structure_check(table: Table) -> Check:
    """The table is as declared: columns, types, key, required columns, references and lists of values."""
    sql = "\nunion all\n".join((column_problems(table), *(sql for _, sql in row_problems(table))))
    what = f"{table.qualified} has the declared columns, and its rows keep its key, references and lists of values."
    return Check(f"{table.name}__structure", table.qualified, "error", True, sql, what)


def column_problems(table: Table) -> str:
    """The query for columns that are missing, too many or of another type than declared."""
    declared = ", ".join(f"({literal(c.name)}, {literal(c.type)})" for c in table.columns)
    return f"""select
    'column is not as declared' as problem,
    column_name,
    'declared as ' || coalesce(declared_type, 'nothing') as row_key,
    present_type as value,
from (values {declared}) as declared (column_name, declared_type)
full join (
    select column_name, data_type as present_type from duckdb_columns()
    where
        database_name = current_database()
        and schema_name = {literal(table.schema)}
        and table_name = {literal(table.name)}
) as present using (column_name)
where declared_type is distinct from present_type"""  # noqa: S608 - declared names, quoted


def row_problems(table: Table) -> Iterator[tuple[str, str]]:
    """Each declared property of the rows with the query for those that break it; all give the same four columns.

    The rows of a view follow from the tables that it reads, whose properties are checked.
    """
    if table.is_view:
        return
    key = ", ".join(table.key)
    yield (
        f"key {key}",
        f"select 'key twice' as problem, {literal(key)} as column_name, {_row_key(table)} as row_key, "  # noqa: S608
        # a hash first: seven columns of three million rows are too wide to group by
        f"cast(count(*) as varchar) as value from {table.qualified} where hash({key}) in "
        f"(select hash({key}) from {table.qualified} group by all having count(*) > 1) "
        f"group by {key} having count(*) > 1",
    )
    for column in table.columns:
        if table.is_required(column):
            yield f"null {column.name}", _bad_rows(table, column, "null", f"t.{column.name} is null")
        if column.values:
            allowed = ", ".join(literal(v) for v in column.values)
            yield (
                f"value {column.name}",
                _bad_rows(table, column, "value not in the list", f"t.{column.name} not in ({allowed})"),
            )
        if column.references:
            target, _, target_column = column.references.rpartition(".")
            missing = (
                f"t.{column.name} is not null and not exists ("  # noqa: S608
                f"select 1 from {target} as target where target.{target_column} = t.{column.name})"
            )
            yield f"reference {column.name}", _bad_rows(table, column, f"not in {column.references}", missing)


@cache
def value_checks() -> tuple[Check, ...]:
    """The hand-written checks, by name."""
    folder = files("warehouse").joinpath("sql", "checks")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(parse(f.name.removesuffix(".sql"), f.read_text(encoding="utf-8")) for f in found)


def parse(name: str, text: str) -> Check:
    """A check from its file: a header of comments that says what, why, table and severity, then one query."""
    header = HEADER.match(text)
    if header is None:
        raise ValueError(f"sql/checks/{name}.sql: no header; begin with what must hold, Why, Table and Severity")
    why = header["why"].replace("\n-- ", " ")
    severity: Severity = "error" if header["severity"] == "error" else "warn"
    description = f"{header['what']} {why[0].upper()}{why[1:]}"
    return Check(name, header["table"], severity, bool(header["blocking"]), text[header.end() :], description)


def _bad_rows(table: Table, column: Column, problem: str, condition: str) -> str:
    return (
        f"select {literal(problem)} as problem, {literal(column.name)} as column_name, {_row_key(table)} as row_key, "  # noqa: S608
        f"cast(t.{column.name} as varchar) as value from {table.qualified} as t where {condition}"
    )


def _row_key(table: Table) -> str:
    return "concat_ws(' | ', " + ", ".join(table.key) + ")"
