"""Phrases around a joint undertaking that tell of a promise, of a plan, of craft that each has alone, of a first one.

Belongs here: tests of such phrases, and the frame of the first joint craft. Does not belong here: the other frames
(`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.roles import before, draft, group, listed
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def is_promised(between: list[Item]) -> bool:
    """`projects agreed by A and B`: told by a verb that neither makes nor runs anything."""
    if any(item.cue("cooperation.make") or item.cue("cooperation.run") for item in between):
        return False
    return any(item.low.endswith("ed") for item in between)


def before_object(items: list[Item], at: int) -> list[Item]:
    """The few words behind the verb, up to an article: `produced the craft with A` is active."""
    near = items[at + 1 : at + 4]
    stop = next((n for n, item in enumerate(near) if item.low in ("the", "a", "an", "it", "them")), len(near))
    return near[:stop]


def has_subject(items: list[Item], at: int) -> bool:
    """`which A and B built in three years`: the verb of a relative clause with a subject of its own."""
    named = False
    for item in reversed(items[max(0, at - 9) : at]):
        if "rel" in item.classes or item.low == "that":
            return named
        if item.kind in ("comma", "semicolon", "dash") or item.classes & {"be", "have"}:
            return False
        named = named or (item.mention is not None and bool(item.mention.codes))
    return False


def is_planned(items: list[Item], at: int) -> bool:
    """`plan to cooperate on X`."""
    return at > 1 and items[at - 1].low == "to" and items[at - 2].low in words("planning")


def first_joint(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`a team of A and B launched their first joint satellite`: of those listed before it."""
    items = sentence.items
    at_work = any(item.low == "working on" for item in items[max(0, at - 5) : at])  # `are working on a joint satellite`
    near = [t for t in things(sentence) if t.first - at < (9 if at_work else 4) and t.last > at and not is_station(t)]
    if not near or at == 0 or not (at_work or items[at - 1].low in ("first", "second", "third", "their")):
        return
    if any("modal" in item.classes or item.low in words("planning") for item in items[max(0, at - 6) : at]):
        return
    deed = next((i for i in range(at - 1, 0, -1) if any(cue.form in ("ed", "base", "s") for cue in items[i].cues)), at)
    makers = distinct(before(sentence, deed)) or group(sentence)
    if 1 < len(makers) < 5:
        made = draft(kind_of(near[0]), "joint_together", sentence, at, makers, thing=near[0])
        if made is not None:
            yield made


def is_each_own(thing: Thing, makers: list[Actor]) -> bool:
    """`satellites designed by students from A, B and C`: each its own."""
    return len(makers) > 2 and thing.sentence.items[thing.first].low.endswith("s")


def is_to_be(items: list[Item], at: int) -> bool:
    """`to build`, `will build`."""
    return any("modal" in i.classes or i.low == "to" for i in items[max(0, at - 4) : at])


def _is_it_jointly(items: list[Item], at: int) -> bool:
    """`A and B developed it jointly`, whatever it is called."""
    after = [item.low for item in items[at + 1 : at + 4]]
    return after[:1] == ["it"] and bool({"jointly", "together"} & set(after) or items[at - 1].low == "jointly")


def is_hardware(items: list[Item], at: int) -> bool:
    """`A developed the instrument with B`: hardware without a name, told with a partner."""
    for index in range(at + 1, min(len(items) - 1, at + 7)):
        item = items[index]
        if item.low in ("with", "together with"):
            lead = items[index - 1]
            return lead.low in words("hardware") or lead.cue("cooperation.instrument") is not None
        if item.mention is not None or item.kind != "word" or item.classes & {"prep", "rel", "be"}:
            return False
    return False


def unnamed(sentence: Sentence, at: int, parties: list[Actor]) -> Iterator[Draft]:
    """What several developed together, where the article calls it by no name known for a craft."""
    if not (_is_it_jointly(sentence.items, at) or is_hardware(sentence.items, at)):
        return
    made = draft("joint_mission", "joint_made", sentence, at, parties)
    if made is not None:
        made.features.add("listed")
        yield made


def said_to_be(sentence: Sentence, at: int) -> list[Actor]:
    """`A's partners on X are the agencies of B and C`."""
    items = sentence.items
    link = next((i for i in range(at + 1, min(len(items), at + 7)) if "be" in items[i].classes), None)
    if link is None:
        return []
    first = next((i for i in range(link + 1, min(len(items), link + 6)) if actors(sentence, i)), None)
    return [] if first is None else distinct(a for i in listed(sentence, first) for a in actors(sentence, i))
