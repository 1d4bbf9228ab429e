"""Rows on a terminal or in a pipe: as a table, as CSV, as JSON.

Belongs here: the forms in which a command prints rows. Does not belong here: where the rows come from.
"""

import csv
import datetime as dt
import decimal
import json
import math
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

Rows = Sequence[Sequence[Any]]

_NARROWEST = 10  # characters a column needs to be read
_UNBROKEN = 100_000  # in a pipe no line is broken


def print_rows(columns: Sequence[str], rows: Rows, form: str, out: TextIO | None = None) -> None:
    """Print rows as `table`, `csv` (with a header) or `json` (an array of objects)."""
    out = out or sys.stdout
    if form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([["" if value is None else value for value in row] for row in rows])
    elif form == "json":
        names = unique(columns)
        records = [dict(zip(names, map(_finite, row), strict=True)) for row in rows]
        out.write(json.dumps(records, ensure_ascii=False, indent=1, default=plain, allow_nan=False) + "\n")
    else:
        print_table(columns, rows, out)


def print_table(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    """Print a plain table: as wide as the terminal, or as its content where there is none."""
    if out.isatty() and len(columns) * _NARROWEST > Console(file=out).width:
        print_records(columns, rows, out)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, name in enumerate(columns):
        numeric = all(row[index] is None or isinstance(row[index], int | float | decimal.Decimal) for row in rows)
        table.add_column(plain_line(name), justify="right" if numeric and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*(plain_line(value) for value in row))
    console(out).print(table)


def print_records(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    """Print a line for each cell, for rows too wide to stand beside each other."""
    wide = max(map(len, columns))
    for number, row in enumerate(rows, 1):
        out.write(f"-- row {number}\n")
        for name, value in zip(columns, row, strict=True):
            out.write(f"{plain_line(name):<{wide}}  {plain_line(value)}\n")


def console(out: TextIO | None = None) -> Console:
    """A console that neither colours nor breaks what is piped to a program."""
    out = out or sys.stdout
    return Console(file=out, highlight=False, markup=False, emoji=False, width=None if out.isatty() else _UNBROKEN)


def unique(names: Iterable[str]) -> list[str]:
    """Column names made different: a query may well give two columns one name."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return result


def plain(value: Any) -> Any:
    """A value that JSON has no form for: days and times as ISO text, decimals as numbers, the rest as text."""
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _finite(value: Any) -> Any:
    """JSON has no form for infinities and for what is no number: they are null."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def plain_line(value: Any) -> str:
    """A value in one line, without characters that a terminal would obey: what it holds comes from outside."""
    text = "" if value is None else str(value)
    return "".join(c if c.isprintable() else " " for c in text)
