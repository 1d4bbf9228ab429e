"""Instruments and carriers that make no hosted instrument: a telescope that flies alone, a bought payload, an outpost.

Belongs here: tests of the two sides. Does not belong here: finding them (`hosted`).
"""

from functools import cache

from transforms import lexicons
from transforms.extract.cooperations.actors import Actor
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.named import kind_of
from transforms.text.sentence import Sentence


def is_craft_itself(sentence: Sentence, at: int) -> bool:
    """`together with A's Nimbus telescope`: what flies by itself."""
    return any(
        t.mention is not None and t.mention.category == "spacecraft" and t.first <= at < t.last
        for t in things(sentence)
    )


def is_delivered(sentence: Sentence, at: int, owners: list[Actor]) -> bool:
    """`with a payload from A`, a maker of satellites: bought like the rest of the craft."""
    if not sentence.items[at].low.startswith("payload") or len(owners) != 1 or owners[0].item < 0:
        return False
    near = sentence.items[max(0, owners[0].item - 2) : owners[0].item + 2]
    return any((cue := item.cue("supplier")) is not None and cue.value == "build" for item in near)


def shared_outpost(carrier: Thing) -> bool:
    """Whether the carrier is a station or base that several run."""
    if carrier.mention is not None and carrier.mention.id in _endeavours():
        return True
    return len(carrier.known) > 2 and kind_of(carrier) == "constellation"


@cache
def _endeavours() -> frozenset[str]:
    """Programmes that are no craft but many flights."""
    return frozenset(
        row.programme_id for row in lexicons.programmes() if row.programme_type in ("crewed", "launch", "lunar")
    )
