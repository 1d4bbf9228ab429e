"""Undertakings of several told by a noun: `X is a joint mission of A and B`, `a project between A and B`.

Belongs here: nouns of undertaking with the parties behind them. Does not belong here: verbs of making (`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.joint_phrases import is_promised
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, behind, draft, governed, listed
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_EFFORT = words("effort")
_FAR = 12
_SEVERAL = 9
_REACH, _NEAR = 14, 8


def is_said_of(items: list[Item], at: int) -> bool:
    """`X is a partnership of …`; `X, a joint effort of …`."""
    lead = items[max(0, at - 4) : at]
    if any(item.low.startswith(("consist", "represent")) for item in items[max(0, at - 9) : at]):
        return True
    return any(item.kind == "comma" or "be" in item.classes for item in lead) and "det" in {
        name for item in lead for name in item.classes
    }


def _of_kind(sentence: Sentence, at: int) -> Thing | None:
    """What `the mission is a cooperation of …` is about."""
    return antecedent(sentence, at) if sentence.items[at].low in _EFFORT else None


def of_several(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X is a joint mission of A and B`; `a project between A and B`."""
    items = sentence.items
    found: list[Actor] = []
    if items[at].low.endswith("s") and not any(item.low == "joint" for item in items[max(0, at - 4) : at]):
        return  # satellites of A, B and C, each its own
    for governor, index in behind(sentence, at, 8):
        if governor not in ("of", "by", "between") or (
            governor == "by" and any(item.kind == "comma" for item in items[at + 1 : index])
        ):
            break
        if governor == "by" and is_promised(items[at + 1 : index]):
            break
        found = distinct(a for i in listed(sentence, index) for a in actors(sentence, i))
        break
    if not 1 < len(found) < _SEVERAL or is_hoped(sentence, at, 7, far=True):
        return
    named = [t for t in things(sentence) if t.mention is not None and t.first <= at and at - t.end < _FAR]
    own = named[-1] if named else _of_kind(sentence, at)
    if own is not None or any(item.low == "joint" for item in items[max(0, at - 4) : at]):
        made = draft(kind_of(own), "joint_of", sentence, at, found, thing=own)
        if made is not None:
            yield made


def launched_with(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A launched the satellite X in partnership with B`."""
    items = sentence.items
    if not at or at + 1 >= len(items) or items[at - 1].low != "in" or items[at + 1].low != "with":
        return
    sent = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if items[i].cue("launch.send") is not None), None)
    own = [t for t in things(sentence) if sent is not None and t.mention is not None and sent < t.first < at]
    partners = governed(sentence, at, "with", reach=_NEAR)[:1]
    if sent is None or not own or not partners:
        return
    made = draft(kind_of(own[0]), "joint_made", sentence, at, distinct([*before(sentence, sent)[-1:], *partners]),
                 thing=own[0])  # fmt: skip
    if made is not None:
        yield made
