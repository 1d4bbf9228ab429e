"""Data and pictures that one party gives another: who gives, who takes, by the verb that joins them.

Belongs here: the parts that giver and taker play beside words for data, in peace and in disasters. Does not belong
here: what the undertaking is called (`services`).
"""

from typing import NamedTuple

from transforms.extract.cooperations.actors import Actor, actors, distinct, main_party, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, governed, group, listed, main_subject
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 11
#: How far behind `relies on` the data may stand.
_CLOSE = 6
#: Within how many items `Having exchanged …` heads a sentence.
_HEAD = 2


class Exchange(NamedTuple):
    """Who gives whom data, and of which craft they are."""

    givers: list[Actor]
    takers: list[Actor]
    thing: Thing | None


def exchanges(sentence: Sentence, at: int) -> list[Exchange]:
    """What is told of the data at item `at`: the nearest verb of swapping, taking or giving that has both sides."""
    items = sentence.items
    near = sorted(range(max(0, at - _REACH), min(len(items), at + _REACH)), key=lambda i: (abs(i - at), i))
    for index in near:
        found = _read(sentence, at, index, items[index].low.rpartition(" ")[2])
        if found is not None:
            return [found]
    return []


def _read(sentence: Sentence, at: int, verb: int, low: str) -> Exchange | None:
    thing = next((t for t in things(sentence) if t.mention is not None and not is_station(t)), None)
    if low in words("swapping"):
        both = before(sentence, verb) if verb < at else []
        both = both if len(both) > 1 else group(sentence) or (_headed(sentence, at) if verb < _HEAD else [])
        if len(both) == 2:
            return Exchange(both[:1], both[1:], thing)
    if low in words("relying") and at - verb < _CLOSE and verb < at:
        source = governed(sentence, at, "from", "of", reach=4)[:1] or _owner(sentence, at, thing)
        return _sides(source, (before(sentence, verb) or main_subject(sentence, verb))[-1:], thing)
    if low in words("taking") and verb > at and _is_passive(sentence.items, verb):
        users = governed(sentence, verb, "by", reach=5) or governed(sentence, verb, "in", reach=7)[:1]
        return _sides(_owner(sentence, at, thing), users[:1], thing)  # `X's images are used by B`
    if low in words("taking") and not _is_about(sentence.items[verb:at]):
        takers = before(sentence, verb)[-1:] or _it(sentence, verb)
        return _sides(_sources(sentence, verb, at, thing), takers, thing, all_givers=True)
    if low in words("handing"):
        return _handed(sentence, verb, at, thing)
    return None


def _headed(sentence: Sentence, at: int) -> list[Actor]:
    """`Having exchanged data for years, A and B …`: the subject behind the comma."""
    items = sentence.items
    comma = next((i for i in range(at, min(len(items) - 1, at + 16)) if items[i].kind == "comma"), None)
    if comma is None:
        return []
    first = next((i for i in range(comma + 1, min(len(items), comma + 4)) if actors(sentence, i)), None)
    return [] if first is None else distinct(a for i in listed(sentence, first) for a in actors(sentence, i))


def _owner(sentence: Sentence, at: int, thing: Thing | None) -> list[Actor]:
    """Whose the data are by the words before them or by the craft they come from."""
    return _possessors(sentence, at) or (list(thing.owners) if thing and len(thing.owners) == 1 else [])


def _handed(sentence: Sentence, verb: int, at: int, thing: Thing | None) -> Exchange | None:
    """`A supplied B with images`, `A made data available to B`, `images were sent to B`, `B was given data by A`."""
    takers = distinct([*governed(sentence, verb, "to", "with"), *governed(sentence, at, "to", "with")])
    agent = governed(sentence, verb, "by", reach=12)[:1]
    if verb < at and not takers and agent and _is_passive(sentence.items, verb):
        return _sides(agent, before(sentence, verb)[-1:], thing)
    straight = [a for i in range(verb + 1, min(verb + 3, at)) for a in actors(sentence, i)]
    if verb < at and straight and not takers:
        listing = straight[0].item
        takers = distinct(a for i in listed(sentence, listing) for a in actors(sentence, i))
    if verb > at and not takers and sentence.items[verb].low in words("serving"):
        takers = [a for i in range(verb + 1, min(verb + 3, len(sentence.items))) for a in actors(sentence, i)][:1]
    takers = takers or _such_as(sentence, max(verb, at))
    givers = agent or (before(sentence, verb)[-1:] if verb < at else []) or _possessors(sentence, at)
    givers = givers or (list(thing.owners[:1]) if thing else [])
    if not givers and any(item.low in ("we", "our") for item in sentence.items[:at]):
        givers = main_party(sentence.part.document)  # `"We provided our images to …"`
    return _sides(givers, takers, thing)


def _such_as(sentence: Sentence, at: int) -> list[Actor]:
    """`to countries such as A, B and C`."""
    items = sentence.items
    for index in range(at + 1, min(len(items) - 2, at + 8)):
        if items[index].low == "such" and items[index + 1].low == "as" and actors(sentence, index + 2):
            return distinct(a for i in listed(sentence, index + 2) for a in actors(sentence, i))
    return []


def _is_about(between: list[Item]) -> bool:
    """`received a report on the data`: the data are not what is taken."""
    return any("prep" in item.classes and item.low != "of" for item in between)


def _is_passive(items: list[Item], verb: int) -> bool:
    return items[verb].low.startswith(("was ", "were ")) or any(
        "be" in item.classes for item in items[max(0, verb - 3) : verb]
    )


def _sources(sentence: Sentence, verb: int, at: int, thing: Thing | None) -> list[Actor]:
    """Whose data are taken: by `from`, by the words before them, by the craft's owner."""
    told = governed(sentence, max(verb, at), "from", "by", reach=12)[:1]
    told = told or _counted(sentence, at)
    return told or (list(thing.owners[:1]) if thing and thing.first > verb else []) or _possessors(sentence, at)


def _counted(sentence: Sentence, at: int) -> list[Actor]:
    """`data from eight nations including A, B and C`: all that are listed."""
    items = sentence.items
    for index in range(at + 1, min(len(items) - 2, at + 16)):
        if items[index].cue("agreement.nation") is None or all(item.low != "from" for item in items[at + 1 : index]):
            continue
        first = index + 2 if items[index + 1].kind == "comma" else index + 1
        if items[first].low in words("naming") and first + 1 < len(items) and actors(sentence, first + 1):
            return distinct(a for i in listed(sentence, first + 1) for a in actors(sentence, i))
    return []


def _possessors(sentence: Sentence, at: int) -> list[Actor]:
    """`Omani images`, `Oman's satellite images`."""
    for index in range(at - 1, max(-1, at - 5), -1):
        item = sentence.items[index]
        if item.mention is not None and (own := actors(sentence, index)):
            return list(own[:1])
        if item.low == "its" and (thing := antecedent(sentence, index)) is not None:
            return [a._replace(item=-1) for a in thing.owners] if len(thing.owners) == 1 else []
        if item.classes & {"prep", "be", "have", "conj", "rel", "modal"} or item.kind == "comma":
            break
    return []


def _it(sentence: Sentence, verb: int) -> list[Actor]:
    """`the ministry said it had received …`: the party that the article speaks of most."""
    is_it = any(item.low in ("it", "we") for item in sentence.items[max(0, verb - 3) : verb])
    return main_party(sentence.part.document) if is_it else []


def _sides(
    givers: list[Actor], takers: list[Actor], thing: Thing | None, *, all_givers: bool = False
) -> Exchange | None:
    """Both sides; None where one is missing, or where they are of one house."""
    givers = givers if all_givers else givers[:1]
    kept = [t for t in takers if givers and t.code != givers[0].code
            and not is_at_home(givers[0].code, t.code) and not is_at_home(t.code, givers[0].code)]  # fmt: skip
    return Exchange(givers, kept[:4], thing) if kept else None
