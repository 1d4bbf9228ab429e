"""What the checks found, as a published table: which have rows at fault, the first of these, and the query for all.

Belongs here: filling `metrics.check_results`, and reading it. Does not belong here: running a check
(`warehouse.checks`), when they are run (`orchestration.publishing`).
"""

from collections.abc import Iterable
from typing import NamedTuple

import duckdb

from warehouse.checks import Check, CheckResult
from warehouse.connect import Connection
from warehouse.statements import statement
from warehouse.tables.faults import CHECK_RESULTS

_LONGEST_EXAMPLE = 1_000


class FailedCheck(NamedTuple):
    """A check with rows at fault, as readers see it."""

    check_name: str
    table_name: str
    severity: str
    bad_rows: int
    example: str
    must_hold: str


class Held(NamedTuple):
    """How the checks of the published version came out.

    Attributes:
        checks: how many ran; 0 where the version tells of none.
        failed: those with rows at fault, the worst first.
    """

    checks: int
    failed: list[FailedCheck]


def store(con: Connection, results: Iterable[CheckResult]) -> None:
    """Put the results in place of those that the table holds, in a transaction of the caller's if any."""
    found = {result.check.name: result for result in results}
    columns = list(zip(*(_row(found[name]) for name in sorted(found)), strict=True))
    con.execute(f"delete from {CHECK_RESULTS.qualified}")  # noqa: S608 - a declared name
    if columns:
        query = statement(CHECK_RESULTS.schema, CHECK_RESULTS.name)
        con.execute(f"insert into {CHECK_RESULTS.qualified} by name {query}", list(map(list, columns)))


def passing(check: Check) -> CheckResult:
    """The result of a check that finds nothing."""
    return CheckResult(check, 0, (), ())


def held(con: Connection) -> Held:
    """How the checks of an open version came out."""
    names = ", ".join(FailedCheck._fields)
    order = "severity = 'warn', bad_rows desc, check_name"
    table = CHECK_RESULTS.qualified
    try:
        counted = con.execute(f"select count(*) from {table}").fetchall()[0][0]  # noqa: S608 - declared names
        failed = con.execute(f"select {names} from {table} where not is_passed order by {order}")  # noqa: S608
    except duckdb.CatalogException:  # published by an earlier release
        return Held(0, [])
    return Held(int(counted), [FailedCheck(*row) for row in failed.fetchall()])


def _row(result: CheckResult) -> tuple[str | bool | int | None, ...]:
    check = result.check
    example = result.example
    if len(example) > _LONGEST_EXAMPLE:
        example = example[: _LONGEST_EXAMPLE - 1] + "…"
    return (
        check.name,
        check.table,
        check.severity,
        check.is_blocking,
        result.passed,
        result.count,
        example or None,
        check.description,
        result.sql.strip(),
    )
