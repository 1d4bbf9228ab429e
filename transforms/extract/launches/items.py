"""Small questions to a row of items that every part of the launch frames asks.

Belongs here: reading neighbours by cue and class. Does not belong here: anything that knows what a launch is.
"""

import re
from functools import cache
from pathlib import Path

from transforms.text import words
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_WORDS = Path(__file__).with_name("words.tsv")


#: The first sentence of a story that is one: so long, and with its full stop; menus and teasers above it are not.
_PROSE = re.compile(r".{48,}[.!?][\"”’')]*$", re.S)
_MENU = 12


def place(sentence: Sentence) -> int:
    """The sentence's place in the story, from 0, -1 in the title; lines above the first of prose do not count."""
    part = sentence.part
    if part.name == "title":
        return -1
    first: int | None = part.__dict__.get("_opening")
    if first is None:
        opening = (s.index for s in part.sentences[:_MENU] if _PROSE.match(s.text))
        first = part.__dict__["_opening"] = next(opening, 0)
    return max(0, sentence.index - first)


@cache
def word_set(name: str) -> frozenset[str]:
    """A word list of the launch frames."""
    return words.word_set(name, _WORDS)


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence ends in a question mark."""
    return sentence.text.rstrip(' "”’').endswith("?")


def has(items: list[Item], first: int, last: int, *labels: str) -> bool:
    """Whether some item in [first, last) plays one of these roles."""
    return any(
        [cue.label in labels for item in items[first if first > 0 else 0 : last] if item.cues for cue in item.cues]
    )


def item_at(items: list[Item], at: int) -> Item | None:
    """The item at an index, None beyond either end."""
    return items[at] if 0 <= at < len(items) else None


def lows(items: list[Item], first: int, last: int) -> list[str]:
    """The words of the items in [first, last)."""
    return [item.low for item in items[first if first > 0 else 0 : last]]


def moves(item: Item, *, weak: bool = False) -> bool:
    """Whether the item is a launch in a verb or a noun; weak ones only where asked for."""
    return any(
        cue.label in ("launch.send", "launch.depart", "launch.noun") and (weak or not cue.value) for cue in item.cues
    )


def is_plain_noun(item: Item | None, *endings: str) -> bool:
    """Whether the item is a lower-case word that nothing is known of and that does not end like a verb or adverb."""
    if item is None or item.kind != "word" or item.classes or item.cues or item.capital:
        return False
    return item.low.isalpha() and not item.low.endswith(("ed", "ing", "ly", "s", *endings))


def may_be(item: Item) -> bool:
    """Whether the item is a modal; `May` is a month."""
    return "modal" in item.classes and not item.capital
