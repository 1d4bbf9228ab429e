"""What else than a craft is launched: `launched the joint committee`, `launched a roaming app`, `launches a tender`.

Belongs here: reading the object of an active `launch`. Does not belong here: which words trigger (`triggers`).
"""

from transforms.extract.launches.items import item_at, word_set
from transforms.text.items import Item

_ENDS = frozenset({"prep", "conj", "rel", "be", "have", "modal"})
_SPACE = ("launch.craft", "launch.rocket", "launch.mission", "launch.company", "launch.orbit", "cooperation.crewman")
_FAR = 9


def is_other_thing(items: list[Item], verb: int) -> bool:
    """Whether the verb at this item has an object, and it is nothing that flies."""
    if "be" in items[max(0, verb - 1)].classes or not items[verb].low.split(" ")[-1].startswith("launch"):
        return False
    phrase = _object(items, verb)
    if not phrase or any(_flies(item) for item in phrase) or _is_joined(items, verb, len(phrase)):
        return False
    head = phrase[-1]
    if head.kind != "word" or head.low in word_set("flying") or head.low.endswith("ly"):
        return False
    if head.low in word_set("founded"):
        return True
    is_led = "det" in phrase[0].classes and len(phrase) > 1
    return is_led and not head.capital and not any(cue.label.startswith(("launch.", "time")) for cue in head.cues)


def _is_joined(items: list[Item], verb: int, length: int) -> bool:
    """`launched its heaviest and most powerful rocket`: the noun stands behind the second adjective."""
    at = verb + 1 + length
    if at >= len(items) or "conj" not in items[at].classes:
        return False
    for item in items[at + 1 : at + 5]:
        if _flies(item):
            return True
        if item.kind != "word" or item.classes - {"det", "adv"}:
            return False
    return False


def _object(items: list[Item], verb: int) -> list[Item]:
    """The noun phrase behind the verb."""
    phrase: list[Item] = []
    for at in range(verb + 1, min(len(items), verb + 1 + _FAR)):
        item = items[at]
        if item.classes & _ENDS or item.kind in ("comma", "stop", "semicolon", "colon", "dash", "open", "close"):
            break
        if item.kind == "word" and any(cue.label.startswith("time") for cue in item.cues):
            break
        phrase.append(item)
        after = item_at(items, at + 1)
        if item.low.endswith("ed") and after is not None and "prep" in after.classes and len(phrase) > 1:
            return phrase[:-1]  # `a committee tasked with`
    return phrase


def _flies(item: Item) -> bool:
    """Whether the item names or counts what a rocket can carry."""
    if item.kind == "number" or any(cue.label in _SPACE for cue in item.cues):
        return True
    mention = item.mention
    if mention is None:
        return False
    return mention.category.startswith("unknown") or mention.reading("spacecraft", "vehicle", "vehicle_family",
                                                                     "programme", "instrument") is not None  # fmt: skip
