"""A column of a metric: a column that also says what it counts by default and whether it adds up.

Belongs here: the `Measure` record, its short forms, and the column that every metric has. Does not belong here: any
table (`warehouse/tables/metrics.py`).
"""

from dataclasses import dataclass

from warehouse.schema import Column, Table

REFRESHED_AT = Column(
    "refreshed_at", "TIMESTAMP", "When the refresh that computed this row began to (UTC).", not_null=True
)


@dataclass(frozen=True, slots=True)
class Measure(Column):
    """A column of a metrics table that is no part of its key.

    Attributes:
        meaning: what it says, without the note on adding up that its comment ends with.
        default_filter: which facts it counts.
        is_additive: whether its values may be summed over the rows of the table.
    """

    meaning: str = ""
    default_filter: str = ""
    is_additive: bool = True


def count(name: str, meaning: str, counted: str, not_additive: str = "") -> Measure:
    """A count; never null. `not_additive` says why its rows do not add up, where they do not."""
    return _measure(name, "BIGINT", meaning, counted, not_additive, not_null=True)


def detail(
    name: str,
    type_: str,
    meaning: str,
    counted: str,
    references: str | None = None,
    not_additive: str = "it is no count",
) -> Measure:
    """A date, id, share or mark: nothing to sum."""
    return _measure(name, type_, meaning, counted, not_additive, references=references)


def flag(name: str, meaning: str, counted: str) -> Measure:
    """A mark that is either true or false; never null."""
    return _measure(name, "BOOLEAN", meaning, counted, "it is no count", not_null=True)


def measures(table: Table) -> tuple[Measure, ...]:
    """The metric columns of a table, in order."""
    return tuple(c for c in table.columns if isinstance(c, Measure))


def _measure(
    name: str,
    type_: str,
    meaning: str,
    counted: str,
    not_additive: str,
    *,
    not_null: bool = False,
    references: str | None = None,
) -> Measure:
    looks_additive = type_ in ("BIGINT", "DOUBLE")
    note = f" Does not add up over the rows: {not_additive}." if looks_additive and not_additive else ""
    return Measure(
        name,
        type_,
        meaning + note,
        not_null=not_null,
        references=references,
        meaning=meaning,
        default_filter=counted,
        is_additive=not not_additive,
    )
