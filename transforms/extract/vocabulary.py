"""The machine that finds all names and all frames' cue words, built from the data once in a process.

Belongs here: which files make it. Does not belong here: how it searches (`transforms.text.matcher`).
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from transforms.extract import memory
from transforms.lexicons import surface_forms
from transforms.text import cues, matcher
from transforms.text import words as lists

FRAMES = Path(__file__).with_name("frames")
#: Words that a phrase of another frame must not hide: `a contract for` is a contract still.
SHARED = frozenset({"agreement.document"})
WORDS = Path(__file__).with_name("words.tsv")


def word_set(name: str) -> frozenset[str]:
    """A word list of the kinds of fact."""
    return lists.word_set(name, WORDS)


def words() -> Iterator[tuple[str, cues.Cue]]:
    """Every cue word of every frame file, in the order of the file names."""
    for path in sorted(FRAMES.glob("*.tsv")):
        yield from cues.read(path)


@cache
def machine() -> Any:
    """The automaton over all lexicons and all cue words."""
    with memory.kept():
        return matcher.build(surface_forms(), words(), SHARED)


@cache
def first_look() -> Any:
    """The automaton over the words of space alone."""
    with memory.kept():
        return matcher.part_of_space(machine())
