"""Cue words: the vocabulary that frames are triggered by and filled with, kept as data.

Belongs here: the record, the file format and the regular inflection of English. Does not belong here: the words
(`transforms/extract/frames/*.tsv`: `label`, `value`, `words`) or what a frame does with them.

In a list of words, `sign/v` stands for sign, signs, signed, signing; `accord/n` for accord and accords.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEADER = "label\tvalue\twords"
_VOWELS = "aeiou"


class CueError(ValueError):
    """A frame file that cannot be read."""


class Cue(NamedTuple):
    """What a cue word tells.

    Attributes:
        label: `frame.role` that the word can play (`agreement.document`), or `space` for any word of space matters.
        value: what it stands for in that role (`mou`), may be empty.
        form: of a verb `base`, `s`, `ed` or `ing`; of a noun `one` or `many`; else empty.
    """

    label: str
    value: str
    form: str = ""


def _verb(word: str) -> Iterator[tuple[str, str]]:
    head, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = head[:-1] if head.endswith("e") else head
    if head.endswith("y") and head[-2] not in _VOWELS:
        s, ed = f"{head[:-1]}ies", f"{head[:-1]}ied"
    else:
        s = f"{head}es" if head.endswith(("s", "sh", "ch", "x", "z")) else f"{head}s"
        ed = f"{stem}ed"
    for form, written in (("base", head), ("s", s), ("ed", ed), ("ing", f"{stem}ing")):
        yield written + tail, form


def _noun(word: str) -> Iterator[tuple[str, str]]:
    yield word, "one"
    head, of, rest = word.partition(" of ")
    if head.endswith("y") and head[-2] not in _VOWELS:
        plural = f"{head[:-1]}ies"
    else:
        plural = f"{head}es" if head.endswith(("s", "sh", "ch", "x")) else f"{head}s"
    yield plural + of + rest, "many"


def expand(word: str) -> Iterator[tuple[str, str]]:
    """The written forms of a listed word, each with the form that it is in."""
    plain, slash, marker = word.rpartition("/")
    if not slash:
        yield word, ""
    elif marker == "v":
        yield from _verb(plain)
    elif marker == "n":
        yield from _noun(plain)
    elif marker in ("base", "s", "ed", "ing", "one", "many"):
        yield plain, marker
    else:
        raise CueError(f"{word!r}: no such marker; known are /v, /n and the names of forms")


def read(path: Path) -> Iterator[tuple[str, Cue]]:
    """Each written form in a frame file with what it tells."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [(n, line) for n, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    if not rows or rows[0][1] != _HEADER:
        raise CueError(f"{path.name}: the first line must be {_HEADER!r}")
    for number, line in rows[1:]:
        cells = line.split("\t")
        if len(cells) != 3:
            raise CueError(f"{path.name}:{number}: {len(cells)} cells, 3 columns; check the tabs")
        label, value, words = cells
        for word in words.split(" | "):
            for written, form in expand(word):
                yield written, Cue(label, value, form)
