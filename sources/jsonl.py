"""JSON Lines: one article a line.

Belongs here: splitting and parsing lines. Does not belong here: what a record must hold (records).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import IO

from sources.article import Article, Reject
from sources.decode import decode
from sources.errors import UnreadableError
from sources.records import Reading, article
from sources.streams import ITEM_BYTES, Line, as_ascii_lines, bounded_lines


def read(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    """The articles of a file, and a reject for each line that holds none; blank lines are passed over."""
    for line in bounded_lines(as_ascii_lines(file)):
        if line.content_hash is None and not line.data.strip():
            continue
        place = f":{line.number}"
        record: dict[str, object] = {}
        try:
            record = _ours(parse(line), reading.columns)
            yield article(record, reading, place)
        except UnreadableError as error:
            yield reading.reject(error, line.content_hash or hashlib.sha256(line.data).hexdigest(), place, record)


def _ours(record: dict[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """The record under our names of fields; a field may be missing in any line."""
    if not columns:
        return record
    claimed = set(columns.values())
    ours = {name: value for name, value in record.items() if name not in claimed}
    return ours | {name: record[column] for name, column in columns.items() if column in record}


def parse(line: Line) -> dict[str, object]:
    """The object that a line holds.

    Raises:
        UnreadableError: reason `line too long`, `not text` or `not JSON`.
    """
    if line.content_hash is not None:
        raise UnreadableError(
            "line too long", f"a line of {line.size} bytes; the limit is {ITEM_BYTES}, one article a line"
        )
    try:
        record = json.loads(decode(line.data))
    except RecursionError:
        raise UnreadableError("not JSON", "nested too deeply") from None
    except ValueError as error:
        raise UnreadableError("not JSON", f"{error}; each line must be one whole JSON object") from None
    if not isinstance(record, dict):
        raise UnreadableError("not JSON", f"a JSON {type(record).__name__} where an object belongs")
    return record
