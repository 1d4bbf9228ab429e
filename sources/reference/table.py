"""Tables whose columns are found by the names in their header, whatever their order.

Belongs here: rows of tab-separated and comma-separated text as dictionaries, and the fault of a table that has changed.
Does not belong here: what a column means (the readers of each catalogue).
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sources.errors import LayoutError, UnreadableError
from sources.renamed import likely, named, shown

LONGEST_CELL = 4_000
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its number in the file and its cells by the column's name; an empty cell is missing."""

    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str | None:
        """The cell, or None where it says nothing."""
        return self.cells.get(column)


def tab_rows(text: str, required: Sequence[str], where: str) -> Iterator[Row | tuple[int, UnreadableError]]:
    """Rows of tab-separated text; its header is the first line, comments begin with `#`, and a dash says nothing.

    Raises:
        LayoutError: a required column is not there.
    """
    lines = enumerate(text.split("\n"), start=1)
    header = next((line for _, line in lines if line.strip()), "")
    names = [name.strip() for name in header.lstrip("#").rstrip("\r ").split("\t")]
    require(names, required, where)
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        yield _row(number, names, ["" if cell == "-" else cell for cell in cells])


def comma_rows(text: str, required: Sequence[str], where: str) -> Iterator[Row | tuple[int, UnreadableError]]:
    """Rows of comma-separated text; columns without a name, and those whose name stands twice, are left out.

    Raises:
        LayoutError: a required column is not there, or stands twice.
    """
    csv.field_size_limit(1 << 20)
    reader = csv.reader(text.split("\n"))
    try:
        names = [" ".join(name.split()) for name in next(reader, [])]
        require(names, required, where)
        while (cells := next(reader, None)) is not None:
            if any(cell.strip() for cell in cells):
                yield _row(reader.line_num, names, [" ".join(cell.split()) for cell in cells])
    except csv.Error as error:
        raise LayoutError(where, f"line {reader.line_num} is no CSV ({error})") from None


def require(names: Sequence[str], required: Iterable[str], where: str) -> None:
    """Raise unless each required column is there just once.

    Raises:
        LayoutError: names all columns that are not, and for each the one that it may have become.
    """
    required = list(required)
    twice = [f"column {name} stands {names.count(name)} times" for name in required if names.count(name) > 1]
    missing = [name for name in required if name not in names]
    if not twice and not missing:
        return
    raise LayoutError(where, "; ".join([*twice, *_missing(missing, names, required)]))


def _missing(missing: Sequence[str], names: Sequence[str], required: Sequence[str]) -> Iterator[str]:
    if not missing:
        return
    spare = [name for name in names if name and name not in required]
    guessed = likely(missing, spare).values()
    if len(missing) == len(required) and not guessed:
        yield f"no column named {missing[0]}, nor any other of the {len(required)} that belong there"
    else:
        yield f"no column named {named(missing, spare)}"
    others = [shown(name) for name in spare if name not in guessed][:_MOST_NAMED]
    if others:
        yield f"it has besides {', '.join(others)}"


def _row(number: int, names: Sequence[str], cells: Sequence[str]) -> Row | tuple[int, UnreadableError]:
    if len(cells) > len(names):
        return number, UnreadableError("bad row", f"{len(cells)} cells under {len(names)} columns")
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return number, UnreadableError("bad row", f"a cell of more than {LONGEST_CELL} characters")
    return Row(number, {name: cell for name, cell in zip(names, cells, strict=False) if cell and name})
