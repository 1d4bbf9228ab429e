"""Which craft carries an instrument: behind `on`, before `whose`, the subject of `carries`, the one spoken of.

Belongs here: finding the carrier. Does not belong here: what carriers do not count (`carriers`), whose the
instrument is (`hosted`).
"""

from transforms.extract.cooperations.craft import Thing, is_single, is_station, things
from transforms.extract.cooperations.pointers import antecedent
from transforms.text.sentence import Sentence

_BESIDE = 6


def has(sentence: Sentence, thing: Thing) -> bool:
    """`X has a …`: the craft is who has it."""
    after = [item for item in sentence.items[thing.end : thing.end + 2] if item.kind != "comma"]
    return thing.mention is not None and any(item.low in ("has", "had", "have") for item in after[:1])


def told_carrier(sentence: Sentence, at: int) -> Thing | None:
    """`aboard a Chinese satellite`: a craft without a name, told with its one owner, in a sentence that names none."""
    found = things(sentence)
    if any(thing.mention is not None for thing in found):
        return None
    for thing in found:
        lead = [item.low for item in sentence.items[max(0, thing.first - 6) : thing.first]]
        aboard = any(low in ("on", "aboard", "onboard", "board", "on board") for low in lead)
        if thing.first > at and aboard and len(thing.told) == 1 and is_single(thing):
            return thing
    return None


def carrier_of(sentence: Sentence, at: int) -> Thing | None:
    """The craft that carries: behind `on` or `aboard`, or the subject of `carries`; else the one spoken of."""
    named = [
        t for t in things(sentence) if t.mention is not None and not (t.first <= at < t.last) and not is_station(t)
    ]
    items = sentence.items
    owner = next((i for i in range(at - 1, max(-1, at - 3), -1) if items[i].low == "whose"), None)
    if owner is not None and (whose := [t for t in named if 0 <= owner - t.end < 3 and t.owners]):
        return whose[-1]  # `X shares a ship with Y, whose camera …`
    for thing in named:
        lead = {i.low for i in items[max(0, thing.first - 5) : thing.first]}
        if lead & {"on", "aboard", "for", "board", "to"} and thing.owners:
            return thing
    bearers = [t for t in named if t.last <= at and t.owners and has(sentence, t)]
    for thing in bearers or named:
        if thing.last <= at and thing.owners:
            beside = thing.last < len(items) and "conj" in items[thing.last].classes and at - thing.last < _BESIDE
            return None if beside else thing  # `the lander X and an experiment of A`
    for thing in named:
        if 0 < thing.first - at < 8 and thing.owners and any(i.low == "of" for i in items[at + 1 : thing.first]):
            return thing
    meant = antecedent(sentence, at)
    if meant is None or meant.sentence.paragraph != sentence.paragraph:
        later = [t for t in named if t.first > at and t.owners and items[t.first - 1].kind == "comma"]
        meant = later[0] if later else meant  # `Without a computer lent by A, X would be blind`
    return meant
