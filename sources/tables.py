"""The small tables in `data/` that the readers go by.

Belongs here: loading them. Does not belong here: what they are used for, or the lexicons of what articles speak of.
"""

from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[str, ...]:
    """Lines of a data file without blank ones and comments."""
    text = resources.files("sources").joinpath("data", name).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """Rows of a table of two columns, its header left out."""
    return tuple((first, second) for first, second in (line.split("\t") for line in lines(name)[1:]))
