"""The parties that stand behind the names of a sentence.

Belongs here: the record of one party with its words, and reading it from a name or a place. Does not belong here: what
part it plays (`roles`), or whose a craft is (`craft`).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.claim import Part
from transforms.text import affiliation
from transforms.text.document import Document
from transforms.text.sentence import Sentence
from transforms.text.words import word_set

_WORDS = Path(__file__).with_name("words.tsv")
_OWNED = frozenset({"subsidiary", "affiliate", "unit", "division", "arm"})
_EUROPE = frozenset({"europe", "european"})


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the kind."""
    return word_set(name, _WORDS)


class Actor(NamedTuple):
    """One party with the words that name or imply it; `item` is its place, -1 where it stands in another sentence."""

    code: str
    start: int
    end: int
    part: Part
    inferred: bool
    item: int


def actors(sentence: Sentence, index: int, *, loose: bool = False) -> tuple[Actor, ...]:
    """The parties that the name at this item stands for, by itself or by what the article says of it.

    With `loose`, also an organisation whose name is an everyday word.
    """
    item = sentence.items[index]
    if item.low in _EUROPE:  # in matters of space, the agency
        if _describes_firm(sentence, index) or _is_land(sentence, index) or _is_home_of_firm(sentence, index):
            return ()
        return (Actor("ESA", item.start, item.end, sentence.part.name, True, index),)
    mention = item.mention
    if mention is not None and mention.category == "place" and _names_firm(sentence, index):
        return tuple(Actor(code, mention.start, mention.end, sentence.part.name, True, index) for code in mention.codes)
    if mention is not None and _is_parent(sentence, index):
        return ()
    if mention is None or (mention.is_doubtful and not (loose and mention.category == "organization")) or not (
        mention.is_party or mention.category in ("unknown", "unknown_organization")):  # fmt: skip
        return ()
    if mention.category == "demonym" and index > 1 and sentence.items[index - 1].kind == "hyphen":
        other = sentence.items[index - 2].mention
        if other is not None and other.category == "prefix" and other.codes != mention.codes:
            both = (other, mention)  # `the Franco-Italian manufacturer`
            return tuple(Actor(m.codes[0], m.start, m.end, sentence.part.name, True, index) for m in both if m.codes)
    if mention.codes and mention.is_party:
        implied = mention.category in ("demonym", "metonym", "prefix", "people", "unknown_organization")
        return tuple(
            Actor(code, mention.start, mention.end, sentence.part.name, implied, index) for code in mention.codes
        )
    found = affiliation.affiliation(sentence, mention)
    if found is None:
        return ()
    return tuple(Actor(code, found.start, found.end, found.part.name, True, index) for code in found.codes)


def _is_parent(sentence: Sentence, index: int) -> bool:
    """`the Alpha subsidiary Beta`: whose the firm is that acts."""
    behind = sentence.items[index + 1 : index + 3]
    firm = behind[1].mention if len(behind) == 2 else None
    return firm is not None and firm.is_party and behind[0].low in _OWNED


def _names_firm(sentence: Sentence, index: int) -> bool:
    """`a Shenzhen company`, `the Toulouse-based manufacturer`: a town that says where a firm is from."""
    items = sentence.items
    if not index or "det" not in items[index - 1].classes:
        return False
    return any(item.cue("actor") is not None for item in items[index + 1 : index + 4] if item.kind == "word")


def _describes_firm(sentence: Sentence, index: int) -> bool:
    """`Europe's Airbus`, `the European firm Airbus`: where a firm is from, not the agency."""
    for item in sentence.items[index + 1 : index + 6]:
        if item.mention is not None:
            return item.mention.category == "organization"
        if item.low in words("trade"):
            return True
        if item.classes & {"prep", "be", "have"} or item.kind == "comma":
            return False
    return False


def _is_land(sentence: Sentence, index: int) -> bool:
    """`the European country`: a state."""
    after = sentence.items[index + 1 : index + 2]
    return bool(after) and after[0].cue("agreement.nation") is not None and not after[0].low.endswith("s")


def _is_home_of_firm(sentence: Sentence, index: int) -> bool:
    """`Airbus of Europe`."""
    items = sentence.items
    firm = items[index - 2].mention if index > 1 and items[index - 1].low == "of" else None
    return firm is not None and firm.category == "organization"


def places(sentence: Sentence, index: int) -> tuple[Actor, ...]:
    """As `actors`, and the country of a town or state too."""
    mention = sentence.items[index].mention
    if mention is not None and mention.category in ("place", "metonym") and len(mention.codes) == 1:
        return (Actor(mention.codes[0], mention.start, mention.end, sentence.part.name, True, index),)
    return actors(sentence, index)


def distinct(found: Iterable[Actor]) -> list[Actor]:
    """Each code once, by its first words."""
    first: dict[str, Actor] = {}
    for actor in found:
        first.setdefault(actor.code, actor)
    return list(first.values())


def main_party(document: Document) -> list[Actor]:
    """The party that the article names most often."""
    for code, (_, mention, part) in document.salience.items():
        return [Actor(code, mention.start, mention.end, part, True, -1)]
    return []


def has_label(sentence: Sentence, labels: frozenset[str]) -> bool:
    """Whether some words of the sentence play one of these roles."""
    return not labels.isdisjoint(sentence.labels)
