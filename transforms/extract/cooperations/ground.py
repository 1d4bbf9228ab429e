"""Stations on the ground that one party builds, runs, supplies or lends on the soil, or for the craft, of another.

Belongs here: the frame of ground stations. Does not belong here: other services (`services`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, places, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.heard import heard, may_be_heard
from transforms.extract.cooperations.homes import is_at_home, sovereign
from transforms.extract.cooperations.lenders import craft_owners, helped_by, lender, named, run_for
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, behind, draft, governed, listed, pronoun
from transforms.extract.cooperations.soil import (
    is_on_ground,
    listed_places,
    name_span,
    others,
    owner_next,
    place_before,
    place_earlier,
    town,
    whose,
)
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.ground"})
_NEAR = 8
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "other"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a station, dish or tracking is spoken of."""
    return has_label(sentence, _LABELS) or (bool(sentence.hits) and may_be_heard(sentence))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each host or user."""
    told = heard(sentence) if may_be_heard(sentence) else None
    if told is not None:
        for listener in told.listeners:
            own = [owner for owner in told.owners if owner.code != listener.code]
            yield from _pair(sentence, told.at, [listener], own[:1], told.craft, "ground_heard")
        return
    for at, item in enumerate(sentence.items):
        if item.cue("cooperation.ground") is not None:
            yield from _ground(sentence, at)


def _ground(sentence: Sentence, at: int) -> Iterator[Draft]:
    """Stations that one party builds, runs, supplies or lends on the soil, or for the craft, of another."""
    items = sentence.items
    if not is_on_ground(sentence, at) or not words("schooling").isdisjoint(sentence.lows):
        return
    served = _served(sentence, at)
    talks = served is not None and any(item.low == "talks" for item in items[:at])  # `X talks through antennas of A`
    if is_hoped(sentence, at, 9, far=True) and not talks:
        return
    if served is not None:
        yield from _pair(sentence, at, *served)
        return
    if items[at].low.endswith(("support", "assistance")):
        yield from _support(sentence, at)
        return
    if items[at].low.startswith("track") and items[at].low.endswith("satellites"):
        yield from _pair(sentence, at, before(sentence, at)[-1:], _sites(sentence, at, None))
        return
    runner, client = run_for(sentence)
    if runner and client:
        yield from _pair(sentence, at, runner, client)
        return
    verb = _ground_verb(sentence, at)
    own, sites = _named_sides(sentence, at, verb)
    if verb is None and not (own and sites):
        return
    own, sites = lender(sentence, at, verb) or _sides(sentence, at, verb, own, sites)
    sites = [s for s in sites if own and not (is_at_home(own[0].code, s.code) or is_at_home(s.code, own[0].code))] or [
        a for a in craft_owners(sentence, at) if own and not is_at_home(own[0].code, a.code)
    ]
    yield from _pair(sentence, at, own, sites)


def _named_sides(sentence: Sentence, at: int, verb: int | None) -> tuple[list[Actor], list[Actor]]:
    """Whose the station is and where it stands, by the words around it."""
    own = _possessors(sentence, at) or _of_possessor(sentence, at) or whose(sentence, at)
    sites = (
        listed_places(sentence, at)
        or _sites(sentence, at, verb)
        or place_before(sentence, at)
        or place_earlier(sentence, at)
    )
    if sites and not own:
        own = owner_next(sentence)
    elif own and not sites:
        sites = others(sentence, at)
    if verb is None and own and not sites:
        sites = _having(sentence, at)
    elif verb is None and sites and not own:
        own = _holder(sentence, at)
    return own, sites


def _served(sentence: Sentence, at: int) -> tuple[list[Actor], list[Actor]] | None:
    """`A's antennas followed B's X`, `X called home through a station of A`: whose they are, and whose craft it is."""
    items = sentence.items
    own = _possessors(sentence, at) or _of_possessor(sentence, at)
    if not own:
        return None
    craft = [t for t in things(sentence) if t.mention is not None and t.owners and not is_station(t)]
    if not craft and items[0].low in ("it", "its"):
        meant = antecedent(sentence, 0)
        if meant is not None and meant.owners and _calls(items, 0, at):
            craft = [meant._replace(last=0)]
    lead = {item.low for item in items[max(0, at - 5) : at]}
    if craft and craft[0].last < at and not lead.isdisjoint(words("by_way_of")) and _calls(items, craft[0].last, at):
        return own, list(craft[0].owners[:1])
    verb = next((i for i in range(at + 1, min(len(items), at + 8)) if items[i].low in words("tracking_verb")), None)
    if verb is None or any(items[i].kind in ("semicolon", "colon") for i in range(at, verb)):
        return None
    after = [t for t in craft if 0 < t.first - verb < 12]
    return (own, list(after[0].owners[:1])) if after else None


def _calls(items: list[Item], start: int, stop: int) -> bool:
    return any(item.low.partition(" ")[0] in words("calling") for item in items[start:stop])


def _pair(sentence: Sentence, at: int, own: list[Actor], sites: list[Actor],
          craft: Thing | None = None, rule: str = "ground_built") -> Iterator[Draft]:  # fmt: skip
    """A draft for whose the station is with each on whose soil, or for whom, it is."""
    all_places = len(sites) > 1 and all(_is_place(sentence, actor) for actor in (*own, *sites))
    for site in sites if own and not all_places else ():
        if is_at_home(own[0].code, site.code) or is_at_home(site.code, own[0].code):
            continue
        pair = [party._replace(code=sovereign(party.code)) for party in (own[0], site)]
        thing = craft if craft is not None and craft.mention is not None else named(sentence)
        called = (name_span(sentence, at) or town(sentence, at)) if thing is None else None
        if thing is None and called is None:
            thing = _spoken_of(sentence, at, {party.code for party in pair})
        made = draft("ground_station", rule, sentence, at, pair, thing=thing)
        if made is not None:
            if called is not None and made.get("subject") is None:
                made.put("subject", sentence.part.text[called[0] : called[1]], *called)
            yield made


def _spoken_of(sentence: Sentence, at: int, codes: set[str]) -> Thing | None:
    """The craft that the station serves: the one spoken of, where it belongs to one of the two."""
    thing = antecedent(sentence, at)
    return thing if thing is not None and not codes.isdisjoint(a.code for a in thing.owners) else None


def _holder(sentence: Sentence, at: int) -> list[Actor]:
    """`A has stations in B and C`, `it runs antennas in B`: who has or runs what stands there."""
    items = sentence.items
    for index in range(at - 1, max(-1, at - 9), -1):
        after = items[index].low == "after" and index > 0 and items[index - 1].low.startswith("look")  # `looks after`
        if after or "have" in items[index].classes or items[index].low in words("running"):
            return before(sentence, index)[-1:] or pronoun(sentence, index - after)
        if items[index].kind in ("comma", "semicolon"):
            break
    return []


def _having(sentence: Sentence, at: int) -> list[Actor]:
    """`A has had a station of B since 2001`: on whose soil it is, told by who has it."""
    items = sentence.items
    had = next((i for i in range(at - 1, max(0, at - 7), -1) if "have" in items[i].classes), None)
    return [] if had is None else distinct(a for i in range(had) for a in places(sentence, i))[:1]


def _sides(sentence: Sentence, at: int, verb: int | None, own: list[Actor],
           sites: list[Actor]) -> tuple[list[Actor], list[Actor]]:  # fmt: skip
    """Who gives or runs the station, and who has it on his soil or uses it."""
    if verb is not None and sentence.items[verb].low in ("lets", "let") and verb > at:
        user = [a for i in range(verb + 1, min(verb + 4, len(sentence.items))) for a in actors(sentence, i)][:1]
        return before(sentence, verb)[-1:], user  # `a dish that A lets B use`
    if verb is not None:
        own, sites = _by_verb(sentence, at, verb, own, sites)
    sites = [actor for actor in sites if own and actor.code != own[0].code]
    if verb is not None and sentence.items[verb].low in words("standing") and not own:
        return [], []
    near = range(max(0, at - 14), min(len(sentence.items), at + 16))
    around = distinct(actor for index in near for actor in places(sentence, index))
    if not sites and len(around) == 2 and not all(_is_place(sentence, actor) for actor in around):
        return around[:1], around[1:]
    if not sites:
        own = own or around[:1]
        sites = [actor for actor in craft_owners(sentence, at) if own and actor.code != own[0].code]
    return own, sites


def _by_verb(sentence: Sentence, at: int, verb: int, own: list[Actor],
             sites: list[Actor]) -> tuple[list[Actor], list[Actor]]:  # fmt: skip
    """The two sides by the verb at item `verb`: who does it, for whom, where."""
    if not own and verb < at and sentence.items[verb].low in words("hosting"):
        own = governed(sentence, at, "of", "from", reach=6)[:1]  # `is home to antennas of A`
    own = own or governed(sentence, verb, "by", reach=8)[:1] or (before(sentence, verb)[-1:] if verb < at else [])
    own = own or helped_by(sentence, verb)
    if verb > at and any("rel" in item.classes for item in sentence.items[at:verb]):
        own = own or before(sentence, verb)[-1:]
    own = own or (pronoun(sentence, verb) if verb < at else [])
    if not sites and sentence.items[verb].low in words("assisting"):
        sites = [a for i in range(verb + 1, min(verb + 3, len(sentence.items))) for a in actors(sentence, i)][:1]
    if not sites and verb < at and sentence.items[verb].low in words("hosting"):
        sites = distinct(a for i in range(max(0, verb - 7), verb) for a in places(sentence, i))[-1:]
    landlord = governed(sentence, verb, "from", reach=14)[:1]
    partner = landlord or governed(sentence, verb, "with", reach=14)[:1]
    if landlord or len(sites) < 2:
        sites = partner if own and partner and partner[0].code != own[0].code else sites
    return own, sites


def _is_place(sentence: Sentence, actor: Actor) -> bool:
    """`a station at A and one at B`: where they stand, not whose they are."""
    lead = actor.item - 1
    while lead > 0 and (sentence.items[lead].classes & {"det"} or sentence.items[lead].kind == "open"):
        lead -= 1
    before_it = sentence.items[lead]
    after = sentence.items[actor.item + 1 : actor.item + 2]
    is_owner = bool(after) and after[0].kind == "poss"  # `A's station and B's dishes`: each its own
    return actor.item > 0 and (before_it.low in ("at", "in", "near") or before_it.mention is not None or is_owner)


def _support(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A and B provided tracking support to the mission`: each with the owner of the craft."""
    near = range(at, max(-1, at - 6), -1)
    verb = next((index for index in near if sentence.items[index].cue("cooperation.sell")), at)
    thing = named(sentence) or antecedent(sentence, at)
    by = governed(sentence, at, "by", "from", "of", reach=8)
    for helper in by or before(sentence, verb):
        for owner in craft_owners(sentence, at):
            made = draft("ground_station", "ground_support", sentence, at, [helper, owner], thing=thing)
            if made is not None:
                yield made


def _ground_verb(sentence: Sentence, at: int) -> int | None:
    """The verb that tells what is done with the station: behind it or before it."""
    items = sentence.items
    near: list[int] = [*range(at + 1, min(len(items), at + 12)), *range(at - 1, max(-1, at - 9), -1)]
    for index in near:
        if items[index].kind in ("semicolon", "colon"):
            break
        if items[index].low == "places" and items[index - 1].mention is None:
            continue  # `in various places`
        made = bool(items[index].cue("cooperation.make") or items[index].cue("cooperation.sell"))
        if items[index].low.partition(" ")[0] in words("grounded") or (
            made and not items[at].low.startswith(("antenna", "dish"))
        ):
            return index
    return None


def _possessors(sentence: Sentence, at: int) -> list[Actor]:
    """Whose station it is by the words before it."""
    found: list[Actor] = []
    items = sentence.items
    for index in range(at - 1, max(-1, at - _NEAR), -1):
        item = items[index]
        if item.mention is not None:
            found += actors(sentence, index)
            if found:
                break
        elif "det" in item.classes and item.low in _ORDINALS:
            continue
        elif item.classes & {"prep", "be", "have", "modal", "rel", "conj", "det"} or item.kind in (
            "comma",
            "semicolon",
            "colon",
        ):
            break
    return found


def _of_possessor(sentence: Sentence, at: int) -> list[Actor]:
    """`a station of Oman's`."""
    items = sentence.items
    if at + 3 >= len(items) or items[at + 1].low != "of":
        return []
    mention = items[at + 2].mention
    body = mention is not None and mention.category in ("body", "organization")
    return list(actors(sentence, at + 2)) if body or items[at + 3].kind == "poss" else []


def _sites(sentence: Sentence, at: int, verb: int | None) -> list[Actor]:
    """Where the stations stand, or to whom they go."""
    found: list[Actor] = []
    for start in (at, verb if verb is not None and verb > at else at):
        for governor, index in behind(sentence, start, 16):
            if any(item.low in words("ally") for item in sentence.items[index + 1 : index + 2]):
                continue  # `a station in a close US ally`
            bearing = governor == "of" and sentence.items[index - 2].low in words("compass")  # `east of Kampala`
            if bearing or governor in ("in", "at", "to", "near", "outside", "for", "across"):
                found += (
                    [a for i in listed(sentence, index) for a in places(sentence, i)]
                    if actors(sentence, index)
                    else places(sentence, index)
                )
    return distinct(found)
