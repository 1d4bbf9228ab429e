"""The members of a batch that a story counts first and names later: `two satellites … X is … Y will …`.

Belongs here: how many craft the story's launch is told to carry, and the sentences that introduce them one by one.
Does not belong here: passengers told as such (`company`), names in the telling itself (`craft`).
"""

from collections.abc import Iterator

from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.fill import add_craft
from transforms.extract.launches.names import are_alike
from transforms.extract.launches.slots import Slot, read
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_COUNTS = {"two": 2, "both": 2, "twin": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
#: How many sentences behind its launch a story introduces the craft, and how large a batch it names one by one.
_FAR = 10
_MOST = 120
_NOUNS = frozenset(
    {
        "passengers",
        "microsatellites",
        "nanosatellites",
        "satellites",
        "spacecraft",
        "payloads",
        "probes",
        "cubesats",
        "craft",
    }
)
_GROUPED = frozenset({"constellation", "station", "capsule", "cargo"})


def add(document: Document, fact: Draft, told: set[int]) -> None:
    """Give the story's launch the craft that later sentences introduce, up to the number that it is told to carry."""
    count = told_to_carry(fact)
    if not count or (fact.get("payloads") and len(fact.get("payloads")) >= count):
        return
    if any(craft_type(slot.mention) in _GROUPED for _, _, slot in fact.notes.get("crafts", ())):
        return
    first = max(0, fact.notes["index"])
    for sentence in document.body.sentences[first : first + _FAR]:
        for slot in _introduced(sentence):
            if slot.mention is None or slot.mention.start in told or len(fact.get("payloads")) >= count:
                continue
            if not any(are_alike(slot.mention.text, name) for name in fact.get("payloads")):
                add_craft(fact, sentence, slot, inferred=True)


def told_to_carry(fact: Draft) -> int:
    """How many craft the launch is told to carry; 0 where no telling counts them."""
    return max((_count(telling.sentence) for telling in (fact, *fact.notes.get("tellings", ()))), default=0)


def _count(sentence: Sentence) -> int:
    """How many craft the telling says that the rocket carries: `two communications satellites`."""
    items = sentence.items
    for at, item in enumerate(items):
        is_figure = item.kind == "number" and item.low.isdigit() and 1 < int(item.low) < _MOST
        number = _COUNTS.get(item.low) or (int(item.low) if is_figure else 0)
        if number and _counts_craft(items, at):
            return number
    return 0


def _counts_craft(items: list[Item], at: int) -> bool:
    for item in items[at + 1 : at + 6]:
        if item.low in _NOUNS:
            return True
        if item.kind not in ("word", "hyphen", "name") or (item.classes and item.low != "of"):
            return False
    return False


def _introduced(sentence: Sentence) -> Iterator[Slot]:
    """The craft that a sentence without a launch of its own is about: `The X satellite will …`, `Y is …`."""
    slots = read(sentence)
    if any(slot.role == "date" or (slot.role == "trigger" and not slot.is_weak) for slot in slots):
        return
    items = sentence.items
    for slot in slots:
        if slot.role == "payload" and slot.mention is not None and craft_type(slot.mention) not in _GROUPED:
            marks = (at + 1 for at in range(slot.first - 1, -1, -1) if items[at].kind == "semicolon")
            before = items[next(marks, 0) : slot.first]
            if before and before[0].low == "next" and len(before) < 4:
                yield slot  # `Next was X`
            elif len(before) < 7 and not any(item.classes & {"be", "have", "modal", "prep"} for item in before):
                yield slot
