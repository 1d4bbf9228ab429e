"""Craft and programmes that several parties own, told by their names.

Belongs here: things that the lexicon knows as shared, names that tell two nations, and whether a shared thing is a
mission or a constellation. Does not belong here: what verbs tell (`joint`).
"""

import re
from collections.abc import Iterator
from functools import cache

from transforms import lexicons
from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.recognition import flies_alone, is_named_craft
from transforms.extract.cooperations.roles import draft
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.matcher import Entry
from transforms.text.sentence import Sentence

_SHARED = frozenset({"station", "constellation", "lunar", "navigation"})
_NOT_FLOWN = frozenset({"launch", "policy", "education", "military", "capacity_building", "surveillance"})
_NATIONAL = frozenset({"country", "demonym", "prefix", "body", "body_demonym", "organization"})
#: What the Union and its agency run together is their own.
_UNION = frozenset({"EU", "ESA"})
#: Owners of a craft that sentences on it are expected to name, and how many sentences.
_FEW, _NEXT = 3, 2
_FLIGHTS = frozenset({"mission", "missions", "flight", "programme", "program"})
_PARTS = re.compile(r"[^\W\d_]+")


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a thing of several owners is named, or a nation joined to something by a hyphen."""
    text = sentence.part.text
    for _, end, entry in sentence.hits:
        if entry.surfaces and (_is_shared(entry) or (_is_nation(entry) and text[end : end + 1] in ("-", "–"))):
            return True
    return False


@cache
def _is_shared(entry: Entry) -> bool:
    """Whether it names a craft or programme of several owners."""
    return any(s.category in ("spacecraft", "programme") and len(s.party_codes) > 1 for s in entry.surfaces)


@cache
def _is_nation(entry: Entry) -> bool:
    return any(s.category in _NATIONAL for s in entry.surfaces)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each shared thing."""
    yield from _named(sentence)
    yield from _binational(sentence)


@cache
def _types() -> dict[str, str]:
    return {row.programme_id: row.programme_type for row in lexicons.programmes()}


def kind_of(thing: Thing | None) -> str:
    """`constellation` of a shared constellation, station or base; else `joint_mission`."""
    if thing is None or thing.mention is None:
        return "joint_mission"
    programme = thing.mention.reading("programme")
    kind = _types().get(programme.id) if programme else None
    if kind in ("data_sharing", "ground_station"):
        return kind
    shared = is_station(thing) or (programme is not None and _types().get(programme.id) in _SHARED)
    return "constellation" if shared or "onstellation" in thing.mention.text else "joint_mission"


def _named(sentence: Sentence) -> Iterator[Draft]:
    """A craft that several own, in a sentence that tells so."""
    here = _codes(sentence)
    for thing in things(sentence):
        owners = thing.known
        own = {actor.code for actor in owners}
        if len(own) < 2 or own == _UNION or thing.mention is None:
            continue
        sign = None if thing.mention.is_doubtful else _sign(sentence, thing, len(here & own), len(own))
        sign = sign or _told_on(sentence, thing, own)
        if sign is None or is_hoped(sentence, thing.first, 9, far=True) or _is_document(sentence, thing):
            continue
        parties = [
            next((a for i in range(len(sentence.items)) for a in actors(sentence, i) if a.code == o.code), o)
            for o in owners
        ]
        if kind_of(thing) == "ground_station" or sign == "partners":
            parties = [party for party in parties if party.item >= 0]  # on whose soil, of all, it is told
        made = draft(kind_of(thing), "joint_named", sentence, thing.first, parties, thing=thing)
        if made is not None:
            made.features.add(sign)
            yield made


def _sign(sentence: Sentence, thing: Thing, told: int, owners: int) -> str | None:
    """What tells that the thing is shared: its name, its owners named beside it, a word such as `joint`."""
    if not _is_flown(thing):
        return None
    if _tells_two(thing):
        return "two_nations"
    near = sentence.items[max(0, thing.first - 14) : thing.last + 14]
    joint = any(item.cue("cooperation.joint") is not None and item.low not in words("joining") for item in near)
    joint = joint or any(item.low == "half" and _owns(sentence, at + 1, thing) for at, item in _near(sentence, thing))
    if told > (2 if owners > 3 else 1) and (joint or owners < 4):
        return "owners_told"
    if told > 1 and is_station(thing) and any(item.low == "partners" for item in near):
        return "partners"
    if owners < 4 and _is_with(sentence, thing):
        return "owners_told"
    return "joint_word" if joint and owners < 4 else None


def _near(sentence: Sentence, thing: Thing) -> Iterator[tuple[int, Item]]:
    yield from list(enumerate(sentence.items))[max(0, thing.first - 14) : thing.last + 20]


def _owns(sentence: Sentence, at: int, thing: Thing) -> bool:
    """`half Omani`: of one of those that own the craft."""
    own = {actor.code for actor in thing.known}
    return at < len(sentence.items) and bool(own & {code for code in sentence.items[at].codes})


def _is_with(sentence: Sentence, thing: Thing) -> bool:
    """`one with Oman, X`: the partner straight before the name."""
    items = sentence.items
    near = range(max(1, thing.first - 4), thing.first)
    own = {actor.code for actor in thing.known}
    return any(items[i - 1].low == "with" and own & {a.code for a in actors(sentence, i)} for i in near)


def _told_on(sentence: Sentence, thing: Thing, own: set[str]) -> str | None:
    """`X is in orbit. A flies it, B paid for it`: its owners named in the sentences on it that follow."""
    if len(own) > _FEW or not (flies_alone(thing.mention) or (thing.mention and thing.mention.category == "programme")):
        return None
    if not _is_flown(thing) or kind_of(thing) != "joint_mission":
        return None
    told, after = _codes(sentence) & own, sentence.following
    while after is not None and after.paragraph == sentence.paragraph and after.index - sentence.index <= _NEXT:
        if any(t.mention is not None and t.name != thing.name for t in things(after)):
            break
        told |= _codes(after) & own
        after = after.following
    return "owners_told" if len(told) > 1 else None


def _tells_two(thing: Thing) -> bool:
    """Whether the name itself tells two nations: `China-France …`."""
    text = thing.mention.text if thing.mention else ""
    return "BRICS" in text or len({code for word in _PARTS.findall(text) if (code := _nations().get(word))}) > 1


@cache
def _nations() -> dict[str, str]:
    """Words for nations, with the code each stands for."""
    found: dict[str, str] = {}
    for country in lexicons.countries():
        for name in (country.country_name, *(n.text for n in (*country.demonyms, *country.aliases))):
            found.setdefault(name.rstrip("-"), country.country_code)
    return found


def _codes(sentence: Sentence) -> set[str]:
    return {code for mention in sentence.parties for code in mention.codes}


def _is_document(sentence: Sentence, thing: Thing) -> bool:
    """`signed the X agreement`, `a letter of intent on X`: an agreement's object."""
    near = sentence.items[max(0, thing.first - 12) : thing.last + 2]
    return sentence.has("agreement.sign") and any(item.cue("agreement.document") is not None for item in near)


def _is_flown(thing: Thing) -> bool:
    """Whether a programme is one of craft, not of rockets, rules or teaching."""
    programme = thing.mention.reading("programme") if thing.mention else None
    return programme is None or _types().get(programme.id) not in _NOT_FLOWN


def _binational(sentence: Sentence) -> Iterator[Draft]:
    """`the Sino-Italian electromagnetic satellite`: two nations joined by a hyphen before a noun of craft."""
    items = sentence.items
    for at in range(len(items) - 3):
        first = items[at].mention
        if first is None or items[at + 1].kind != "hyphen" or first.category not in _NATIONAL:
            continue
        pair = distinct([*actors(sentence, at), *actors(sentence, at + 2)])
        noun = _noun(sentence, at + 3) if len(pair) == 2 else None
        if noun is not None and not _is_of_crew(sentence, noun):
            yield from _of_pair(sentence, at, noun, pair)


def _is_of_crew(sentence: Sentence, noun: int) -> bool:
    """`the 14th Omani-Peruvian mission to the station`: a flight of people, which the frames of crews read."""
    if sentence.items[noun].low not in _FLIGHTS:
        return False
    crewed = sentence.has("cooperation.crewman") or any(word in sentence.text for word in ("Soyuz", "ISS", " station"))
    return crewed or "spaceflight" in sentence.text


def _noun(sentence: Sentence, start: int) -> int | None:
    """The noun of craft that two nations describe; None of an instrument that another's craft carries."""
    items = sentence.items
    for index in range(start, min(len(items), start + 5)):
        item = items[index]
        if item.low in words("undertaking") or is_named_craft(items, index):
            hosted = item.cue("cooperation.instrument") is not None and sentence.has("cooperation.service")
            return None if hosted else index
        if item.kind not in ("word", "hyphen") or item.classes:
            return None
    return None


def _of_pair(sentence: Sentence, at: int, noun: int, pair: list[Actor]) -> Iterator[Draft]:
    items = sentence.items
    named = [t for t in things(sentence) if t.mention is not None and at < t.first]
    thing = next((t for t in named if t.last - noun < 8 and t.first - noun < 5), None)
    made = draft(kind_of(thing), "joint_binational", sentence, at, pair, thing=thing)
    if made is None:
        return
    if thing is None:
        start, end = items[at].start, items[noun].end
        made.put("subject", sentence.part.text[start:end], start, end)
    yield made
