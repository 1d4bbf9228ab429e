"""What an order is about: the craft or service that its verb names, or that it points back to.

Belongs here: finding what is traded. Does not belong here: who buys and sells it (`trade`), or what becomes of the
order (`orders`).
"""

from itertools import islice

from transforms.extract.agreements.triggers import DOCUMENT
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup

_THINGS = frozenset({"spacecraft", "unknown_craft", "programme", "vehicle", "vehicle_family"})
_GOODS = word_set("agreements.orders.goods")
#: Verbs of possession rather than of contract: only with a buyer and a seller in the active voice.
#: Words for craft told of just before.
_SHOWN = frozenset({"it", "them", "one", "another", "more", "two more", "three more", "two", "three", "four", "five",
                    "six", "both", "theirs", "its", "several"})  # fmt: skip


def traded(sentence: Sentence, structure: Structure, verb: int, read: VerbGroup) -> int | None:
    """What is traded: named in the verb's clause, else what it points back to."""
    thing = _thing(sentence.items, structure, verb, passive=read.is_passive)
    if thing is None and not read.is_passive:
        return _shown(sentence, verb)
    if thing is None:
        thing = _thing(sentence.items, structure, verb, passive=False)
    return _pointed(sentence, read.first) if thing is None else thing


def is_craft(item: Item) -> bool:
    """Whether the item names a craft, or is a noun for one."""
    if item.mention is None:
        return item.cue("launch.craft") is not None
    return item.mention.category in ("spacecraft", "unknown_craft")


def _thing(items: list[Item], structure: Structure, verb: int, *, passive: bool) -> int | None:
    """The craft or service that is traded: behind the verb, or before a passive one."""
    clause = structure.clauses[verb]
    indices = range(verb - 1, -1, -1) if passive else range(verb + 1, min(len(items), verb + 22))
    for index in indices:
        item = items[index]
        if structure.clauses[index] != clause and clause in structure.clauses[index:] and not passive:
            continue  # `has chosen A, which makes cameras, to build …`
        if structure.clauses[index] != clause or item.cue(DOCUMENT):
            return None
        if not passive and item.low == "but":
            return None  # `has sold reactors to A, but not a satellite`
        if passive and index == verb - 1 and item.kind == "comma":
            continue
        if (
            item.low in _GOODS
            or item.low == "launch pad"
            or (item.mention is not None and item.mention.category in _THINGS)
        ):
            return index
    return None


def _shown(sentence: Sentence, verb: int) -> int | None:
    """`had ordered it from A`, `to buy two more from A`: the craft of the sentence before."""
    items = sentence.items
    after = items[verb + 1 : verb + 6]
    source = next((n for n, item in enumerate(after) if item.low in ("from", "to")), None)
    near = [told for told in islice(sentence.before(), 3) if _is_near(told, sentence)]
    if not source or not any(is_craft(i) or i.low.split(" ")[-1] in _GOODS for told in near for i in told.items):
        return None
    words_between = {item.low for item in after[:source]}
    return verb + 1 if words_between & _SHOWN else None


def _is_near(told: Sentence, sentence: Sentence) -> bool:
    """The sentence before, or one more back in its paragraph."""
    return told.index == sentence.index - 1 or told.paragraph >= sentence.paragraph - 1


def _pointed(sentence: Sentence, first: int) -> int | None:
    """`It was ordered from A`: the word that stands for the craft of the sentence before."""
    earlier = sentence.previous
    if first != 1 or sentence.items[0].low != "it" or earlier is None or not earlier.has("launch.craft"):
        return None
    return 0
