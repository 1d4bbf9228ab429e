"""Tasks of one craft that several share, where no owner of it is told: `A leads. B is in charge of the camera`.

Belongs here: adding up who leads, builds or gives what over the sentences on one craft. Does not belong here: reading
one part and its giver (`parts`), craft with an owner (`hosted`).
"""

from collections.abc import Iterator
from itertools import islice

from transforms.extract.cooperations import parts
from transforms.extract.cooperations.actors import Actor, distinct, places, words
from transforms.extract.cooperations.craft import Thing, is_single, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import before, draft
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_BACK = 3
_MOST = 6


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether the sentence tells who gave what part of a craft; its parts have been read before."""
    return bool(sentence.__dict__.get("_shares"))


def find(sentence: Sentence) -> Iterator[Draft]:
    """An undertaking of all who have a task, in the sentence or in those before it on the same craft."""
    shares = parts.shares(sentence)
    carrier = _carrier(sentence, shares[0][0]) if shares else None
    if carrier is None:
        return
    doers = [giver for _, givers in shares for giver in givers] + _doers(sentence)
    for earlier in islice(sentence.before(), _BACK):
        if earlier.paragraph != sentence.paragraph:
            break
        if earlier.hits:
            doers += [giver for _, givers in parts.shares(earlier) for giver in givers] + _doers(earlier)
    found = distinct(doers)
    if not 1 < len(found) <= _MOST or (len(found) == 2 and is_at_home(found[0].code, found[1].code)):
        return
    made = draft(kind_of(carrier), "joint_tasks", sentence, shares[0][0], found, thing=carrier)
    if made is not None:
        yield made


def _carrier(sentence: Sentence, at: int) -> Thing | None:
    """The craft that the part is of, where nobody is told to own it."""
    named = [thing for thing in things(sentence) if thing.mention is not None and not is_station(thing)]
    carrier = named[0] if named else antecedent(sentence, at)
    if carrier is None or carrier.owners or kind_of(carrier) != "joint_mission" or not is_single(carrier):
        return None
    apart = carrier.sentence.part is not sentence.part or carrier.sentence.paragraph != sentence.paragraph
    return None if apart or sentence.index - carrier.sentence.index > _BACK else carrier


def _doers(sentence: Sentence) -> list[Actor]:
    """`A leads the project`, `B built the craft`, `C did the rest`: who has another task of it."""
    items, found = sentence.items, list[Actor]()
    for at, item in enumerate(items):
        if item.low in words("leading") and _is_whole(items, at) or item.low in words("doing") and _is_rest(items, at):
            found += [] if is_hoped(sentence, at, 7, far=True) else _subject(sentence, at)
    return found


def _subject(sentence: Sentence, at: int) -> list[Actor]:
    return before(sentence, at, 7) or [a for i in range(max(0, at - 2), at) for a in places(sentence, i)][-1:]


def _is_whole(items: list[Item], at: int) -> bool:
    """`leads.`, `leads it`, `leads the project`."""
    after = [item for item in items[at + 1 : at + 5] if "det" not in item.classes]
    return (
        not after
        or after[0].kind in ("stop", "semicolon", "comma")
        or after[0].low == "it"
        or any(
            item.low in words("undertaking_noun") or item.low in words("effort") or is_craft_noun(item)
            for item in after[:3]
        )
    )


def _is_rest(items: list[Item], at: int) -> bool:
    """`built the craft itself`, `did the rest`, `built everything else`."""
    after = [item for item in items[at + 1 : at + 4] if "det" not in item.classes]
    return bool(after) and (after[0].low in ("rest", "everything", "others") or is_craft_noun(after[0]))
