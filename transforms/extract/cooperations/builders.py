"""People of several nations who build one craft, and craft said to be of several nations.

Belongs here: `Omani students and their Peruvian teachers built X`, `X is the work of …`, `X is half Omani and half
Peruvian`. Does not belong here: parties that act by their names (`joint`), parts (`parts`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.roles import draft, governed
from transforms.extract.cooperations.trade import is_hoped, things_before, things_behind
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 16
_MOST = 5
_NEAR = 6
_ENDS = frozenset({"rel", "have", "be", "modal", "do"})
_MARKS = frozenset({"comma", "poss", "hyphen", "number", "word", "open", "close"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether people who build, or a word for what a craft is of theirs, can stand in it."""
    return bool(sentence.hits) and not _signs().isdisjoint(sentence.words)


@cache
def _signs() -> frozenset[str]:
    return words("builder") | words("nature") | words("nature_part") | words("involving") | {"them"}


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft told so."""
    items = sentence.items
    for at, item in enumerate(items):
        if (item.cue("cooperation.make") is not None and not item.low.startswith("in ")) or _is_apart(items, at):
            makers = people_before(sentence, at) or abroad(sentence, at)
            yield from _draft(sentence, at, makers, _object(sentence, at) or _made(sentence, at))
        elif "be" in item.classes and at + 2 < len(items):
            yield from _said(sentence, at)
        elif item.low in words("involving"):
            yield from _involved(sentence, at)


def people_before(sentence: Sentence, at: int) -> list[Actor]:
    """`a team of Omani students and professors from Peru` before the verb at item `at`: all whose people they are."""
    items, found = sentence.items, list[Actor]()
    people = joined = False
    while at and items[at - 1].classes & {"be", "have", "adv"}:
        at -= 1
    for index in range(at - 1, max(-1, at - _REACH), -1):
        item = items[index]
        if item.kind not in _MARKS and item.mention is None or item.classes & _ENDS:
            break
        joined = joined or "conj" in item.classes or item.low == "with"
        people = people or _is_builder(item) or (item.mention is not None and item.mention.category == "people")
        if item.mention is not None:
            found = [*(actors(sentence, index) or places(sentence, index)), *found]
    parties = distinct(found)
    return parties if people and joined and 1 < len(parties) <= _MOST else []


def abroad(sentence: Sentence, at: int) -> list[Actor]:
    """`two Omani scientists built X at Lima`, `built by three Omani students in Peru`: with their hosts."""
    items = sentence.items
    people = (
        _own_people(sentence, at)
        or _nation(sentence, range(max(0, at - 6), at))
        or _nation(sentence, range(at + 2, min(len(items), at + 6)))
    )
    if not people or any(item.kind in ("semicolon", "colon") for item in items[min(at, people[0].item) : at]):
        return []
    start = max(at, people[0].item)
    works = governed(sentence, start, "at", "in", reach=12)[:1]
    return distinct([*people, *works]) if works else []


def _own_people(sentence: Sentence, at: int) -> list[Actor]:
    """`X, built by them in Oman`, `X was built by its students in Oman`: whose craft it is."""
    after = [item.low for item in sentence.items[at + 1 : at + 4]]
    is_theirs = after[:2] == ["by", "them"] or (after[:1] == ["by"] and after[1:2] in (["its"], ["their"]))
    if not is_theirs or (after[1] != "them" and (len(after) < 3 or after[2] not in words("learner"))):
        return []
    made = _made(sentence, at)
    return [owner._replace(item=at) for owner in made.owners[:1]] if made is not None else []


def _nation(sentence: Sentence, near: range) -> list[Actor]:
    """`three Omani engineers`, `Omanis`: people told by their nation."""
    items = sentence.items
    for index in near:
        mention = items[index].mention
        if mention is None or mention.category not in ("demonym", "people"):
            continue
        after = items[index + 1] if index + 1 < len(items) else None
        if mention.category == "people" or (
            after is not None and after.kind == "word" and after.low in words("learner")
        ):
            return list(actors(sentence, index))
    return []


def _made(sentence: Sentence, at: int) -> Thing | None:
    """The craft before a passive verb."""
    found = [thing for thing in things_before(sentence, at) if thing.mention is not None]
    return found[0] if found else None


def _is_builder(item: Item) -> bool:
    return item.low in words("builder") or item.low in words("makers")


def _is_apart(items: list[Item], at: int) -> bool:
    """`put X together`, `are behind X`."""
    if items[at].low == "put":
        return any(item.low == "together" for item in items[at + 2 : at + 9])
    return items[at].low == "behind" and at > 0 and "be" in items[at - 1].classes


def _object(sentence: Sentence, at: int) -> Thing | None:
    behind = [thing for thing in things_behind(sentence, at) if thing.mention is not None]
    return behind[0] if behind else None


def _said(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X is the fruit of work by A and B`, `X is half A and half B`, `half of X's team is A, the other half B`."""
    own = [thing for thing in things(sentence) if thing.mention is not None and thing.last <= at and at - thing.end < 2]
    items = sentence.items
    thing = own[-1] if own else None
    if thing is None:
        return
    start = at + 1
    while start < len(items) and ("det" in items[start].classes or "adv" in items[start].classes):
        start += 1
    if start < len(items) and _is_nature(items[start]):
        yield from _draft(sentence, at, _listed(sentence, start), thing)
    elif (thing.first < 4 or _is_of_team(items, thing.first)) and (parties := _natures(sentence, at)):
        yield from _draft(sentence, at, parties, thing)


def _involved(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A leads X, which involves B and C as well`, `X unites B and C`: those named, with who leads or owns it."""
    own = [thing for thing in things(sentence) if thing.mention is not None and thing.last <= at]
    if not own or at - own[-1].end > _NEAR:
        return
    found = [a for i in range(at + 1, min(len(sentence.items), at + 14)) for a in _until_verb(sentence, at, i)]
    lead = [a for i in range(own[-1].first) for a in actors(sentence, i)] if found else []
    if found:
        yield from _draft(sentence, at, distinct([*lead[:1], *own[-1].owners[:1], *found]), own[-1])


def _until_verb(sentence: Sentence, at: int, index: int) -> tuple[Actor, ...]:
    between = sentence.items[at + 1 : index]
    return () if any(item.classes & _ENDS or item.kind == "semicolon" for item in between) else actors(sentence, index)


def _is_nature(item: Item) -> bool:
    return item.low in words("nature") or item.low == "the work of"


def _is_of_team(items: list[Item], at: int) -> bool:
    """`half of the team behind X`: whose people they are."""
    return any(item.low in words("builder") for item in items[max(0, at - 5) : at])


def _listed(sentence: Sentence, start: int) -> list[Actor]:
    """The parties behind `of` or `by` in the rest of the clause, which an `and` joins."""
    items, found = sentence.items, list[Actor]()
    joined = governed = False
    for index in range(start, min(len(items), start + 22)):
        item = items[index]
        if item.classes & _ENDS or item.kind in ("semicolon", "dash", "colon"):
            break
        governed = governed or item.low in ("of", "by", "between") or item.low.endswith(" of")
        joined = joined or "conj" in item.classes
        if governed and item.mention is not None:
            found += actors(sentence, index)
    return distinct(found) if joined else []


def _natures(sentence: Sentence, at: int) -> list[Actor]:
    """`half Omani and half Peruvian`, `Dutch, Omani and Peruvian`: adjectives alone, up to the end of the clause."""
    items, found = sentence.items, list[Actor]()
    for index in range(at + 1, min(len(items), at + 12)):
        item = items[index]
        if item.mention is not None:
            if item.mention.category not in ("demonym", "body_demonym"):
                return []
            found += actors(sentence, index)
        elif item.kind in ("stop", "semicolon", "dash") or (item.kind == "comma" and len(found) > 1):
            break
        elif not (item.kind == "comma" or item.classes & {"conj", "det", "adv"} or item.low in words("nature_part")):
            return []
    return distinct(found)


def _draft(sentence: Sentence, at: int, parties: list[Actor], thing: Thing | None) -> Iterator[Draft]:
    codes = {party.code for party in parties}
    if thing is None or not 1 < len(codes) <= _MOST or is_station(thing) or is_hoped(sentence, at, 9, far=True):
        return
    owners = {owner.code for owner in thing.owners}
    if (owners and owners.isdisjoint(codes)) or (len(codes) == 2 and is_at_home(*sorted(codes))):
        return
    if len(codes) == 2 and is_at_home(*sorted(codes, reverse=True)):
        return
    made = draft(kind_of(thing), "joint_team", sentence, at, parties, thing=thing)
    if made is not None:
        yield made
