"""The SQL files of this package.

Belongs here: finding a file by folder and name. Does not belong here: running it.
"""

from functools import cache
from importlib import resources


@cache
def statement(folder: str, name: str) -> str:
    """Text of `warehouse/sql/<folder>/<name>.sql`."""
    return resources.files("warehouse").joinpath("sql", folder, f"{name}.sql").read_text(encoding="utf-8")
