"""The words of totals, looked up by the words of an item.

Belongs here: nouns and verbs as they are found inside longer hits of the automaton (`placed in orbit` is a `placed`).
Does not belong here: the words themselves (`frames/totals.tsv`).
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.extract.vocabulary import FRAMES
from transforms.text import cues, words
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.matcher import Entry

_THINGS = frozenset(["unknown", "unknown_craft", "spacecraft", "programme", "instrument", "vehicle", "vehicle_family"])
_WORDS = Path(__file__).with_name("words.tsv")
_VERBS = ("total.do", "total.hold", "total.tell")
_PLAN = "total.plan"
#: What goes up, and what a number without a noun can count.
FLOWN = frozenset(["launches", "satellites"])
SUMMED = frozenset(["launches", "satellites", "agreements", "partner_countries"])


@cache
def word_set(name: str) -> frozenset[str]:
    """A word list of the totals."""
    return words.word_set(name, _WORDS)


class Noun(NamedTuple):
    """What a counted noun stands for.

    Attributes:
        metric: `launches`, `agreements`, …
        is_vague: it counts other things as well.
        is_one, is_many: singular and plural; both for `spacecraft`.
    """

    metric: str
    is_vague: bool
    is_one: bool
    is_many: bool


def _read() -> tuple[dict[str, Noun], dict[str, Cue], frozenset[str]]:
    nouns: dict[str, Noun] = {}
    verbs: dict[str, Cue] = {}
    plans: set[str] = set()
    for word, cue in cues.read(FRAMES / "totals.tsv"):
        if cue.label == "total.noun":
            known = nouns.get(word) or Noun(cue.value.lstrip("?"), cue.value.startswith("?"), False, False)
            nouns[word] = known._replace(
                is_one=known.is_one or cue.form == "one", is_many=known.is_many or cue.form == "many"
            )
        elif cue.label in _VERBS:
            verbs.setdefault(word, cue)
        elif cue.label == _PLAN:
            plans.add(word)
    return nouns, verbs, frozenset(plans)


NOUNS, VERBS, _PLANS = _read()
#: The last words of all nouns.
LAST_WORDS = frozenset(noun.split()[-1] for noun in NOUNS)


def noun_at(items: list[Item], at: int) -> Noun | None:
    """The counted noun that ends with this item, by its last words."""
    item = items[at]
    if item.kind not in ("word", "name") or (item.mention is not None and item.mention.category not in _THINGS):
        return None
    parts = item.low.replace("-", " ").split()
    if not parts or parts[-1] not in LAST_WORDS:
        return None
    if len(parts) == 1 and at and items[at - 1].kind == "word":
        parts.insert(0, items[at - 1].low)
    return NOUNS.get(" ".join(parts[-2:])) or NOUNS.get(parts[-1])


def verb_at(items: list[Item], at: int) -> Cue | None:
    """The verb of a total that begins with this item, by its first words."""
    item = items[at]
    if item.kind != "word" or item.classes:
        return None
    for cue in item.cues:
        if cue.label in _VERBS:
            return cue
    if " " not in item.low:
        return None
    parts = item.low.split()
    return next((verb for n in range(len(parts), 0, -1) if (verb := VERBS.get(" ".join(parts[:n])))), None)


def may_be(item: Item) -> bool:
    """Whether the item is a modal; `May` is a month."""
    return "modal" in item.classes and not item.capital


def is_planned(item: Item) -> bool:
    """Whether the item, or a word of it, tells of a plan (`scheduled for`)."""
    return item.kind == "word" and (item.cue(_PLAN) is not None or not _PLANS.isdisjoint(item.low.split()))


@cache
def is_worth_reading(entry: Entry) -> bool:
    """Whether words that the automaton hit can be part of a total."""
    return any(label.startswith("total.") for label in entry.labels) or entry.key.split(" ")[-1] in LAST_WORDS
