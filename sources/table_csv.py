"""CSV: one article a row, columns by name.

Belongs here: rows of bounded size out of delimited text. Does not belong here: what a record must hold (records).
"""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import IO

from sources.article import Article, Reject
from sources.decode import refuse_binary
from sources.errors import ColumnError, UnreadableError
from sources.records import FIELDS, Reading, article
from sources.streams import ITEM_BYTES, Line, as_utf8, bounded_lines

_DELIMITERS = ",;\t|"


def read(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    """The articles of a table, and a reject for each row that holds none.

    Raises:
        ColumnError: the table has no text column, or not one that the settings name.
        UnreadableError: reason `empty`, or `line too long` for its header.
    """
    rows = _Rows(as_utf8(file), reading)
    columns = rows.header()
    for number, outcome in rows:
        place = f":{number}"
        record: dict[str, object] = {}
        try:
            if isinstance(outcome, UnreadableError):
                raise outcome
            record = _record(columns, outcome)
            yield article(record, reading, place)
        except UnreadableError as error:
            yield reading.reject(error, rows.content_hash(), place, record)


def _record(columns: list[str], cells: list[str]) -> dict[str, object]:
    if len(cells) > len(columns):
        problem = f"{len(cells)} cells under {len(columns)} columns; put quotes around text that holds the delimiter"
        raise UnreadableError("bad row", problem)
    return {name: cell for name, cell in zip(columns, cells, strict=False) if name}


class _Rows:
    """Rows of a CSV stream with their line numbers; a row over the limit is an error, never held whole."""

    def __init__(self, file: IO[bytes], reading: Reading) -> None:
        csv.field_size_limit(2 * ITEM_BYTES)  # the lines handed to the parser are bounded already
        self._lines = bounded_lines(file)
        self._reading = reading
        self._number = 0
        self._size = 0
        self._digest = hashlib.sha256()
        self._skipped: Line | None = None
        self._delimiter = ","

    def content_hash(self) -> str:
        """Hash of the bytes of the row last read."""
        return self._digest.hexdigest()

    def header(self) -> list[str]:
        """Our field of each column, empty for one that is ignored; decides the delimiter by the names that it yields.

        Raises:
            ColumnError: no text column, or not one that the settings name.
        """
        line = next((line for line in self._lines if line.content_hash or line.data.strip()), None)
        if line is None:
            raise UnreadableError("empty", "the table has no line")
        if line.content_hash:
            raise UnreadableError("line too long", "the header line; a table begins with the names of its columns")
        text = line.data.decode("utf-8", errors="replace")
        refuse_binary(text)
        found = {mark: _names(text, mark) for mark in _DELIMITERS}
        known = {name.strip().lower() for name in (*FIELDS, *self._reading.columns.values())}
        self._delimiter = max(_DELIMITERS, key=lambda mark: len(set(found[mark]) & known))
        columns = found[self._delimiter]
        ours = self._reading.renamed(columns)
        twice = [name for name, times in Counter(columns).items() if times > 1 and name in ours]
        if twice:
            raise ColumnError(f"column {twice[0]} stands twice")
        return [ours.get(name, "") for name in columns]

    def __iter__(self) -> Iterator[tuple[int, list[str] | UnreadableError]]:
        while True:
            self._size, self._digest, self._skipped = 0, hashlib.sha256(), None
            parser = csv.reader(self._text(), delimiter=self._delimiter, strict=False)
            first = self._number + 1
            try:
                cells: list[str] | UnreadableError = next(parser)
                if self._skipped is not None:
                    cells = self._too_long(self._skipped.size)
            except StopIteration:
                if self._skipped is not None:
                    yield self._skipped.number, self._too_long(self._skipped.size)
                    continue
                return
            except (UnreadableError, csv.Error) as error:
                cells = error if isinstance(error, UnreadableError) else UnreadableError("bad row", str(error))
            if cells != []:
                yield first, cells

    def _text(self) -> Iterator[str]:
        """Lines for one row; ends it after a line too long to hold, and raises where all its lines are too many."""
        for line in self._lines:
            self._number = line.number
            self._digest.update(line.content_hash.encode() if line.content_hash else line.data)
            self._size += line.size
            if line.content_hash:
                self._skipped = line
                is_open = bool(line.quotes % 2) != (self._size > line.size)
                if is_open:
                    self._skip_open_field()
                return
            if self._size > ITEM_BYTES:
                raise self._too_long(self._size)
            yield line.data.decode("utf-8", errors="replace") + "\n"

    def _skip_open_field(self) -> None:
        """Pass over the lines that belong to a quoted field begun in a line too long to hold."""
        for line in self._lines:
            self._number = line.number
            quotes = line.quotes if line.content_hash else line.data.count(b'"')
            if quotes % 2:
                return

    def _too_long(self, size: int) -> UnreadableError:
        return UnreadableError("line too long", f"a row of {size} bytes or more; the limit is {ITEM_BYTES}")


def _names(header: str, delimiter: str) -> list[str]:
    return [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
