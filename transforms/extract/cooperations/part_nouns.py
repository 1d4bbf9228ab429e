"""Which words of a sentence mean a part of a craft: a noun for it, `one`, `the sixth`, `the rest`.

Belongs here: telling a part from other nouns. Does not belong here: who gave it (`parts`).
"""

from transforms.extract.cooperations.actors import words
from transforms.extract.cooperations.craft import things
from transforms.extract.cooperations.hosted import is_of_data
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def is_part(sentence: Sentence, at: int) -> bool:
    """A noun for a part; `one`, `two of them`, where the sentence before counts parts; what a craft has."""
    items = sentence.items
    item = items[at]
    if item.mention is not None or item.kind not in ("word", "number") or at + 1 >= len(items):
        return False
    if item.low.rpartition(" ")[2] in words("part") or item.low.endswith(" was") and item.low[:-4] in words("part"):
        return not is_of_data(items, at)
    if item.cues and item.cue("cooperation.instrument") is not None:
        return not is_craft_noun(item) and not is_of_data(items, at)
    if item.kind == "number" or item.low in words("count") or item.low == "other" or item.low in words("ordinal"):
        return _is_counted(sentence, at)
    if item.low in words("remainder"):
        return _is_rest(sentence, at)
    if item.classes:
        return False
    if items[at + 1].low in ("on", "aboard"):
        return _is_on_craft(sentence, at)
    return "be" in items[at + 1].classes and _is_had_by_craft(sentence, at)


def _is_counted(sentence: Sentence, at: int) -> bool:
    """`one comes from Oman`, `two of them`, where the sentence before counts parts."""
    items, earlier = sentence.items, sentence.previous
    opens = at == 0 or items[at - 1].kind == "comma" or "det" in items[at - 1].classes
    after = _over_name(items, at + 1)
    points = items[after].low in ("of", "from") or items[after].cue("cooperation.origin") is not None
    if not points and not (items[at].low in words("ordinal") | {"other"} and is_from(items, after)):
        return False
    if not opens and "conj" not in items[at - 1].classes:
        return False
    said = [*items[:at], *(earlier.items if earlier is not None else [])]  # also `six instruments, two from Oman`
    return any(near.low.endswith("s") and near.low in words("part") for near in said)


def _over_name(items: list[Item], at: int) -> int:
    """`the sixth, Kratos, came from A`: the index behind the name between two commas."""
    if at + 2 < len(items) and items[at].kind == items[at + 2].kind == "comma":
        return min(at + 3, len(items) - 1)
    return at


def _is_rest(sentence: Sentence, at: int) -> bool:
    """`the rest came from Denmark`, where parts are told of just before."""
    items, earlier = sentence.items, sentence.previous
    opens = at < 3 and at > 0 and "det" in items[at - 1].classes
    near = earlier is not None and earlier.paragraph == sentence.paragraph
    told = opens and near and earlier is not None and any(item.low in words("part") for item in earlier.items)
    return (
        told
        and at + 1 < len(items)
        and (items[at + 1].cue("cooperation.origin") is not None or "be" in items[at + 1].classes)
    )


def is_from(items: list[Item], at: int) -> bool:
    """`… is from NASA`."""
    return at + 1 < len(items) and "be" in items[at].classes and items[at + 1].low == "from"


def _is_had_by_craft(sentence: Sentence, at: int) -> bool:
    """`the craft's weather station is Omani`."""
    owned = [thing for thing in things(sentence) if thing.mention is not None and 0 < at - thing.last < 3]
    return bool(owned) and sentence.items[owned[-1].last].kind == "poss"


def _is_on_craft(sentence: Sentence, at: int) -> bool:
    """`the mole on the craft was devised by A`: whatever sits on a named craft and is made by someone."""
    items = sentence.items
    carrier = next((t for t in things(sentence) if 0 < t.first - at < 6 and t.mention is not None), None)
    return (
        carrier is not None
        and carrier.end + 1 < len(items)
        and "be" in items[carrier.end].classes
        and any(item.low in words("part_given") for item in items[carrier.end + 1 : carrier.end + 3])
    )
