"""Teams of several nations and burdens that they share: who did, paid or led what of one craft.

Belongs here: a shared cost or job, people of two nations at work on a craft, help that one had, a partnership it came
out of, a partner that joined. Does not belong here: verbs of building (`joint`), parts (`parts`).
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, behind, draft, governed, group, listed
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.sentence import Sentence

_REACH = 9
_MOST = 7


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is shared, worked on, helped with or joined."""
    return bool(sentence.hits) and not _heads().isdisjoint(sentence.words) and any(map(_is_sign, sentence.words))


@lru_cache(maxsize=20_000)
def _is_sign(word: str) -> bool:
    return word.startswith(tuple(words("team_sign")))


@cache
def _signs() -> frozenset[str]:
    return (
        words("helps_one") | words("splitting") | words("helping") | words("effort") | words("run_thing") | {"joined"}
    )


@cache
def _heads() -> frozenset[str]:
    """The words at which such a telling begins."""
    return words("at_work") | {word.partition(" ")[0] for word in _signs()}


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each such telling."""
    signs = _signs()
    for at, item in enumerate(sentence.items):
        head = item.low.partition(" ")[0]
        if (item.low in signs or head in words("at_work") or item.low == "at work") and not is_hoped(
            sentence, at, _REACH, far=True
        ):
            yield from _read(sentence, at, head)


def _read(sentence: Sentence, at: int, head: str) -> Iterator[Draft]:
    items, low = sentence.items, sentence.items[at].low
    if low in words("splitting"):
        yield from _told(sentence, at, _split(sentence, at))
    elif (head in words("at_work") or low == "at work") and not low.endswith("with"):
        yield from _told(sentence, at, _at_work(sentence, at))
    elif low in words("helping"):
        yield from _told(sentence, at, _helped(sentence, at), with_owner=True)
    elif low in words("effort") and _is_out_of(sentence, at):
        yield from _told(sentence, at, _between(sentence, at))
    elif low in words("helps_one"):
        yield from _told(sentence, at, _helps(sentence, at))
    elif low in words("run_thing") and at + 1 < len(items) and items[at + 1].low == "with":
        yield from _told(sentence, at, _run_with(sentence, at), alone=True)
    elif low == "joined" and _is_in_it(sentence, at):
        guest, host = before(sentence, at)[-1:], actors(sentence, at + 1)[:1]
        yield from _told(sentence, at, [*guest, *host] if guest and host else [])


def _told(
    sentence: Sentence, at: int, parties: list[Actor], *, with_owner: bool = False, alone: bool = False
) -> Iterator[Draft]:
    """An undertaking of the parties, on the craft that the sentence names or means; `alone`, on none as well."""
    thing = _craft(sentence, at)
    if alone and thing is not None and thing.sentence is not sentence:
        thing = None
    if (thing is None and not alone) or not parties or (thing is not None and is_station(thing)):
        return
    own = list(thing.owners) if thing is not None else []
    if with_owner:
        parties = [*parties, *own[:1]]
    parties = distinct(parties)
    codes = {party.code for party in parties}
    if not 1 < len(codes) <= _MOST or (own and codes.isdisjoint(actor.code for actor in own)):
        return  # the builders serve a customer
    if len(codes) == 2 and is_at_home(parties[0].code, parties[1].code):
        return
    made = draft(kind_of(thing), "joint_team", sentence, at, parties, thing=thing)
    if made is not None:
        yield made


def _craft(sentence: Sentence, at: int) -> Thing | None:
    """The craft named in the sentence; else what `it`, `its cost` or `the satellite` points back to."""
    named = [thing for thing in things(sentence) if thing.mention is not None]
    if named:
        return min(named, key=lambda thing: abs(thing.first - at))
    items = sentence.items
    bare = any("det" in items[max(0, thing.first - 2)].classes for thing in things(sentence) if thing.first)
    pronoun = any(item.low in ("it", "its") for item in items) or any(
        item.low in words("undertaking") for item in items
    )
    return antecedent(sentence, at) if bare or pronoun else None


def _split(sentence: Sentence, at: int) -> list[Actor]:
    """`the cost was split between A and B`, `A and B share the work`."""
    items = sentence.items
    near = items[max(0, at - _REACH) : at + _REACH]
    if not any(item.low in words("burden") for item in near):
        return []
    for governor, index in behind(sentence, at, 14):
        if governor in ("between", "by", "among") and actors(sentence, index):
            return distinct(a for i in listed(sentence, index) for a in actors(sentence, i))
    makers = before(sentence, at)
    return makers if len(makers) > 1 else group(sentence)


def _at_work(sentence: Sentence, at: int) -> list[Actor]:
    """`a team from A worked with B on the satellite`, `nine Omanis worked on it with Peruvians`."""
    partners = governed(sentence, at, "with", "alongside", reach=14)
    lead = [item.low for item in sentence.items[max(0, at - 9) : at]]
    on_it = any(item.low == "on" or item.low.endswith(" on") for item in sentence.items[at : at + 14]) or any(
        pair in (("on", "which"), ("on", "it")) for pair in zip(lead, lead[1:], strict=False)
    )
    makers = before(sentence, at) or [a for i in range(max(0, at - 6), at) for a in actors(sentence, i)]
    return [*makers, *partners] if partners and on_it else []


def _helps(sentence: Sentence, at: int) -> list[Actor]:
    """`A helped B with the design of the satellite`, `A helped B to build it`."""
    items = sentence.items
    behind_it = items[at + 1 : at + 12]
    linked = any(item.low in ("with", "to", "in") for item in behind_it)
    if not linked or not any(item.low in words("making_noun") or item.cue("cooperation.make") for item in behind_it):
        return []
    aided = [a for i in range(at + 1, min(len(items), at + 4)) for a in places(sentence, i)][:1]
    helpers = before(sentence, at)[-1:]
    return [*helpers, *aided] if helpers and aided else []


def _run_with(sentence: Sentence, at: int) -> list[Actor]:
    """`A has launched a lunar project with B`: who runs it, and the partner."""
    items = sentence.items
    verb = next((i for i in range(at - 1, max(0, at - 10), -1) if items[i].low in words("runs_with")), None)
    if verb is None or not any(near.cue("space") or near.cue("launch.craft") for near in items[verb + 1 : at]):
        return []
    makers = before(sentence, verb)[-1:]
    partners = governed(sentence, at, "with", reach=5)
    return [*makers, *partners] if makers and partners else []


def _helped(sentence: Sentence, at: int) -> list[Actor]:
    """`had the help of A`, `got advice from A`."""
    lead = [item for item in sentence.items[max(0, at - 3) : at] if "det" not in item.classes]
    if not lead or not any(item.low in words("had_help") for item in lead[-1:]):
        return []
    return governed(sentence, at, "of", "from", reach=_REACH)


def _is_out_of(sentence: Sentence, at: int) -> bool:
    """`came out of a partnership`, `was born of the cooperation`."""
    lead = [item.low for item in sentence.items[max(0, at - 5) : at]]
    return ("out" in lead and "of" in lead) or ("born" in lead) or "fruit" in lead


def _between(sentence: Sentence, at: int) -> list[Actor]:
    for governor, index in behind(sentence, at, 12):
        if governor in ("between", "of") and actors(sentence, index):
            return distinct(a for i in [index, *listed(sentence, index)] for a in actors(sentence, i)) or []
    return []


def _is_in_it(sentence: Sentence, at: int) -> bool:
    """`A joined B in the mission`."""
    items = sentence.items
    return (
        at + 4 < len(items)
        and items[at + 1].mention is not None
        and items[at + 2].low in ("in", "on")
        and items[at + 3].low in ("the", "its", "this")
    )
