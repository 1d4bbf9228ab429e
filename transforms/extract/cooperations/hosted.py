"""Instruments and payloads of one party on the craft of another.

Belongs here: finding whose instrument it is and whose craft carries it. Does not belong here: missions made together
(`joint`).
"""

import re
from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.bearers import carrier_of, has, told_carrier
from transforms.extract.cooperations.carriers import is_craft_itself, is_delivered, shared_outpost
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import before, behind, draft, governed, is_verb_end, listed
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.instrument", "cooperation.sell", "cooperation.aboard"})
_BESIDE = 6
_SOURCES = frozenset({"of", "from", "by"})
_PLACES = frozenset({"on", "aboard", "for", "onboard"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a trigger stands in it."""
    return not _LABELS.isdisjoint(sentence.labels)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each instrument, or for each owner of several."""
    items = sentence.items
    instruments = [at for at in sentence.with_cue("cooperation.instrument") if not is_of_data(items, at)]
    aboard = bool(instruments) and _is_aboard(sentence)
    for at in instruments:
        if _is_unreal(items, at) or is_craft_itself(sentence, at):
            continue
        if not aboard and not _is_part(items, at) and told_carrier(sentence, at) is None:
            continue
        groups = _owners(sentence, at)
        if not groups:
            continue
        carrier = told_carrier(sentence, at) or carrier_of(sentence, at)
        if carrier is None or (carrier.mention is None and not carrier.told):
            continue
        for owners in groups:
            if is_delivered(sentence, at, owners):
                continue
            yield from hosted(sentence, at, owners, carrier)


def is_of_data(items: list[Item], at: int) -> bool:
    """`radar images`: what an instrument took."""
    return at + 1 < len(items) and items[at + 1].cue("cooperation.data") is not None


def _is_unreal(items: list[Item], at: int) -> bool:
    """Whether the instrument is hoped for, booked, or only the source of what is told."""
    lead = {item.low for item in items[max(0, at - 8) : at]}
    return (
        not words("hope").isdisjoint(lead)
        or "according" in lead
        or any(item.low in ("highest", "heaviest", "largest", "maximum") for item in items[max(0, at - 2) : at])
        or any(item.low in words("reserved") for item in items[at + 1 : at + 16])
    )


def _is_part(items: list[Item], at: int) -> bool:
    """`its camera was built in …`, `the rover's drill comes from …`: the part of a craft, and where it is from."""
    lead = items[max(0, at - 4) : at]
    if at + 1 < len(items) and items[at + 1].low == "of":  # `the camera of X came from B`
        if items[0].low == "from" and any(item.cue("cooperation.origin") for item in items[:at]):
            return True  # `From A come two of the instruments of X`
        return any(item.cue("cooperation.origin") or item.cue("cooperation.make") for item in items[at + 2 : at + 9])
    owned = any(item.low == "its" for item in lead) or any(
        item.kind == "poss" and is_craft_noun(lead[i - 1]) for i, item in enumerate(lead) if i
    )
    apposed = items[at + 1 : at + 2] and items[at + 1].kind == "comma"
    behind_it = items[at + 1 : at + (11 if apposed else 5)]
    return owned and any(item.cue("cooperation.make") or item.cue("cooperation.origin") for item in behind_it)


def hosted(sentence: Sentence, at: int, owners: list[Actor], carrier: Thing) -> Iterator[Draft]:
    """An undertaking of the instrument's owners with whose craft carries it."""
    hosts = [a for a in carrier.owners if a.code not in {o.code for o in owners}]
    own = {a.code for a in carrier.owners}
    if len(owners) == len(hosts) == 1 and is_at_home(hosts[0].code, owners[0].code):
        return
    if carrier.mention is not None and shared_outpost(carrier):
        return  # a part of a station of many
    if "COSPAS-SARSAT" in {o.code for o in owners}:
        return  # that is a service in emergencies
    if not hosts or (len(own) < 2 and own & {o.code for o in owners}) or is_station(carrier):
        return
    made = draft("joint_mission", "joint_hosted", sentence, at, [*owners, *hosts], thing=carrier)
    if made is not None:
        yield made


@cache
def _aboard() -> re.Pattern[str]:
    return re.compile(rf" (?:(?:{'|'.join(map(re.escape, sorted(words('aboard'))))})[ .,;:]|on board)")


def _is_aboard(sentence: Sentence) -> bool:
    """Whether this sentence, or one before it in the paragraph, tells that something is carried or contributed."""
    items = sentence.items
    if any(_stands_on(sentence, thing) or has(sentence, thing) for thing in things(sentence)) or any(
        item.low == "with" and any(near.cue("cooperation.instrument") for near in items[i + 1 : i + 4])
        for i, item in enumerate(items)
    ):
        return True
    for other in (sentence, *sentence.before()):
        if other.paragraph != sentence.paragraph:
            return False
        if _aboard().search(f" {other.text.lower()} "):
            return True
    return False


def _stands_on(sentence: Sentence, thing: Thing) -> bool:
    """`on X`, `aboard the X`."""
    lead = sentence.items[max(0, thing.first - 3) : thing.first]
    return thing.mention is not None and any(item.low in ("on", "aboard", "onboard") for item in lead)


def _owners(sentence: Sentence, at: int) -> list[list[Actor]]:
    """The owners of the instrument at item `at`: one group for each fact."""
    items = sentence.items
    sourced = _sources(sentence, at)
    given = _giver(sentence, at) if sourced else []
    if sourced and _is_of_carrier(sentence, at, sourced):
        given = given or _came_from(sentence, at) or [a for a in [_made_by(sentence, at)] if a]
        if given:
            return given  # `Canada supplied the instruments of ESA's craft`, `the camera of X came from B`
    if sourced:
        is_one = items[at].low == "contributions" or len(sourced) > 4 or _is_counted(items, at)
        is_one = is_one or _is_of_bodies(items[at + 1 : sourced[0].item])
        each = items[at].low.endswith("s") and not is_one and len(sourced) > 2
        return [[a] for a in sourced] if each else [sourced]
    told = _adjective(sentence, at) or _made_by(sentence, at) or _payer(sentence, at)
    if told:
        return [told]
    return _came_from(sentence, at) or _giver(sentence, at) or _in_ellipsis(sentence, at)


def _is_of_carrier(sentence: Sentence, at: int, sourced: list[Actor]) -> bool:
    """Whether the party behind `of` is whose craft it is, not whose instrument."""
    return any(
        thing.mention is not None
        and 0 < thing.first - at < 8
        and {a.code for a in sourced} <= {o.code for o in thing.owners}
        for thing in things(sentence)
    )


def _is_counted(items: list[Item], at: int) -> bool:
    """`six payloads from A, B and C`: one undertaking of all."""
    return any(item.kind == "number" or item.low in words("numbers") for item in items[max(0, at - 4) : at])


def _sources(sentence: Sentence, at: int) -> list[Actor]:
    """`instruments of A, B and C`, `a rover proposed by A`, `a robot developed by universities in A`."""
    items, seen = sentence.items, False
    if at + 2 < len(items) and items[at + 1].kind == "open" and (own := actors(sentence, at + 2)):
        return list(own)  # `a camera (Oman)`
    for governor, index in behind(sentence, at, 12):
        between = items[at + 1 : index]
        comma = next((i for i, item in enumerate(between) if item.kind == "comma"), None)
        if (
            governor in _PLACES
            or any(item.low == "as" for item in between)
            or (comma is not None and not _is_shared_out(between[comma:]))
        ):
            break
        seen = seen or any(item.low == "by" for item in items[at + 1 : index])
        if governor in _SOURCES or _is_of_bodies(between) or (seen and governor in ("in", "at")):
            found = distinct(a for i in listed(sentence, index) for a in places(sentence, i))
            if found:
                return distinct([*found, *_counted_on(sentence, index)]) if governor == "from" else found
    return []


def _is_of_bodies(between: list[Item]) -> bool:
    """`from a dozen institutes in A and B`: the places tell whose they are."""
    bodies = next((at for at, item in enumerate(between) if item.cue("actor") is not None), None)
    lead = [item.low for item in between[:bodies]]
    return bodies is not None and "from" in lead and [item.low for item in between[bodies + 1 :]] == ["in"]


def _counted_on(sentence: Sentence, at: int) -> list[Actor]:
    """`two from A, three from B and one from the C agency`: those behind the next counts, up to the end of the list."""
    items, found = sentence.items, list[Actor]()
    for index in range(at + 1, min(len(items) - 1, at + 30)):
        if is_verb_end(items[index]):
            break
        lead = items[index - 1]
        if items[index].low == "from" and (lead.kind == "number" or lead.low == "one" or lead.low in words("numbers")):
            first = next((i for i in range(index + 1, min(len(items), index + 4)) if items[i].mention), None)
            found += [a for i in listed(sentence, first) for a in places(sentence, i)] if first is not None else []
    return found


def _made_by(sentence: Sentence, at: int) -> list[Actor]:
    """`an instrument that had been supplied by B`: the agent of a verb close behind."""
    items = sentence.items
    start = at + 1
    if len(items) > at + 4 and items[at + 1].kind == "comma" and items[at + 3].kind == "comma":
        start = at + 4  # `one of its instruments, X, was supplied by B`
    for index in range(start, min(len(items), start + 6)):
        if any(cue.form == "ed" and cue.label in ("cooperation.make", "cooperation.sell") for cue in items[index].cues):
            return governed(sentence, index, "by", reach=10) or governed(sentence, index, "in", "at", reach=5)[:1]
        if items[index].kind in ("comma", "semicolon", "stop"):
            break
    return []


def _payer(sentence: Sentence, at: int) -> list[Actor]:
    """`the drill that A paid for`: who bears its cost."""
    items = sentence.items
    rel = next((i for i in range(at + 1, min(len(items), at + 4)) if items[i].classes & {"rel"}), None)
    if rel is None or any(item.kind == "comma" for item in items[at:rel]):
        return []
    pays = next((i for i in range(rel + 1, min(len(items), rel + 9)) if items[i].low in words("bearing_cost")), None)
    if pays is None or any("modal" in item.classes for item in items[rel:pays]):
        return []
    return distinct(a for i in range(rel + 1, pays) for a in actors(sentence, i))[:1]


def _is_shared_out(words_behind: list[Item]) -> bool:
    """`…, one each from A, B and C`; `…, including those of A`."""
    return len(words_behind) > 1 and words_behind[1].low in ("one", "two", "three", "each", "including", "among")


def _came_from(sentence: Sentence, at: int) -> list[list[Actor]]:
    """`two of the instruments came from A, three from B and one from C`: one fact each."""
    items = sentence.items
    verb = next((i for i in range(at, min(len(items), at + 11)) if items[i].low in ("came", "come", "comes")), None)
    return [] if verb is None else [[actor] for actor in governed(sentence, verb, "from", reach=24)]


def _adjective(sentence: Sentence, at: int) -> list[Actor]:
    """`a French instrument`, `NASA's camera`, `the Franco-German lander`."""
    found: list[Actor] = []
    items = sentence.items
    for index in range(at - 1, max(-1, at - 7), -1):
        item = items[index]
        if item.mention is not None and (own := actors(sentence, index)):
            found = [*own, *found]
        elif item.mention is None and _ends_phrase(item):
            break
    return distinct(found)


def _ends_phrase(item: Item) -> bool:
    """Whether the words that describe an instrument begin behind this item."""
    closed = bool(item.classes & {"prep", "det", "be", "have", "modal", "rel", "conj"})
    verb = item.low != "hosted" and any(cue.form in ("ed", "s") for cue in item.cues)
    return closed or verb or item.kind not in ("word", "hyphen", "poss")


def _giver(sentence: Sentence, at: int) -> list[list[Actor]]:
    """`Italy has contributed a retroreflector`; `From A comes X, a detector`."""
    items = sentence.items
    for index in range(at - 1, max(-1, at - 14), -1):
        if (
            items[index].cue("cooperation.sell")
            or items[index].cue("cooperation.make")
            or items[index].low in ("contributed", "contributes")
        ):
            if any(item.low == "would" for item in items[max(0, index - 2) : index]):
                return []
            found = before(sentence, index)
            return [found] if found else []
        if is_verb_end(items[index]):
            break
    if items[0].low == "from":
        found = distinct(a for g, i in behind(sentence, 0, 8) for a in actors(sentence, i))
        found = distinct([*(a for i in range(1, min(4, len(items))) for a in actors(sentence, i)), *found])
        return [found] if found else []
    return []


def _in_ellipsis(sentence: Sentence, at: int) -> list[list[Actor]]:
    """`A built the camera, B the detector`: the party straight before the instrument's article."""
    items = sentence.items
    det = next((i for i in range(at - 1, max(0, at - 5), -1) if "det" in items[i].classes), None)
    if any(item.low == "would" for item in items[:at]):
        return []
    if det is None or not any(item.cue("cooperation.make") or item.cue("cooperation.sell") for item in items[:det]):
        return []
    own = actors(sentence, det - 1)
    return [list(own)] if own else []
