"""The SQL files of this package.

Belongs here: finding a file by folder and name, and what a statement reads. Does not belong here: running it.
"""

import re
from functools import cache
from importlib import resources

_TABLE = re.compile(r"(?<![\w.])(?:core|metrics|stage)\.\w+")
_COMMENT = re.compile(r"--.*")


@cache
def statement(folder: str, name: str) -> str:
    """Text of `warehouse/sql/<folder>/<name>.sql`."""
    return resources.files("warehouse").joinpath("sql", folder, f"{name}.sql").read_text(encoding="utf-8")


def tables_read(query: str) -> frozenset[str]:
    """Tables that a statement names in schemas `core` and `metrics` of its own file and in `stage`, qualified."""
    return frozenset(_TABLE.findall(_COMMENT.sub("", query)))
