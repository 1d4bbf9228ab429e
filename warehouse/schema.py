"""What a table declaration is, and what derives from it: DDL, comments, structural checks, documentation.

Belongs here: the `Column` and `Table` records and their SQL forms. Does not belong here: any table (the
`warehouse/tables/` modules hold those) or running SQL.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.statements import statement

SUFFIXES = {"_at": "TIMESTAMP", "_date": "DATE", "_from": "DATE", "_to": "DATE"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, DuckDB type, meaning, and what must hold of it.

    Attributes:
        description: one sentence; becomes the column's COMMENT and its line in docs/tables.md.
        references: `table.column` that each non-null value must exist in.
        values: the allowed values, where the column is an enumeration.
    """

    name: str
    type: str
    description: str
    not_null: bool = False
    references: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its grain (first sentence of its comment), key and columns.

    Attributes:
        nullable_key: columns of the key in which null is a value of its own (an undated year, an unnamed spacecraft).
        is_view: nothing is filled: its SQL file is what it says whenever it is read.
    """

    schema: str
    name: str
    grain: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    nullable_key: tuple[str, ...] = ()
    is_view: bool = False

    @property
    def qualified(self) -> str:
        """Name with schema, for SQL; both parts are declared here and need no quoting."""
        return f"{self.schema}.{self.name}"

    @property
    def comment(self) -> str:
        """The table's COMMENT: the grain, then the description."""
        return f"{self.grain} {self.description}".strip()

    def is_required(self, column: Column) -> bool:
        """Whether the column may hold no null."""
        return column.not_null or (column.name in self.key and column.name not in self.nullable_key)

    def ddl(self) -> Iterator[str]:
        """Statements that create the table with its comments.

        Keys are checked, not indexed: an index in the published file costs space and load time, and readers do not
        need it.
        """
        form = "VIEW" if self.is_view else "TABLE"
        if self.is_view:
            yield f"CREATE VIEW {self.qualified} AS {statement(self.schema, self.name)}"
        else:
            columns = ",\n  ".join(
                f"{c.name} {c.type}{' NOT NULL' if self.is_required(c) else ''}" for c in self.columns
            )
            yield f"CREATE TABLE {self.qualified} (\n  {columns}\n)"
        yield f"COMMENT ON {form} {self.qualified} IS {literal(self.comment)}"
        for c in self.columns:
            yield f"COMMENT ON COLUMN {self.qualified}.{c.name} IS {literal(c.description)}"


def literal(text: str) -> str:
    """A declared text as an SQL string; DDL takes no bound values."""
    return "'" + text.replace("'", "''") + "'"
