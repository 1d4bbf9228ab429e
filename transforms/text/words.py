"""Word lists that the reading of English needs, kept as data.

Belongs here: the loader. Does not belong here: words that trigger or fill a frame (`transforms/extract/frames/*.tsv`).
"""

from functools import cache
from pathlib import Path

_HEADER = "list\twords"


#: The lists of this package.
WORDS = Path(__file__).with_name("words.tsv")


@cache
def _lists(path: Path) -> dict[str, tuple[str, ...]]:
    rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    if rows[0] != _HEADER:
        raise ValueError(f"{path.name}: the first line must be {_HEADER!r}")
    return {name: tuple(words.split(" ")) for name, _, words in (row.partition("\t") for row in rows[1:])}


def listed(name: str, path: Path = WORDS) -> tuple[str, ...]:
    """The words of a list, in the order of the file."""
    return _lists(path)[name]


@cache
def word_set(name: str, path: Path = WORDS) -> frozenset[str]:
    """The words of a list as a set."""
    return frozenset(listed(name, path))
