"""Craft that one party builds for another.

Belongs here: the frames of building and of builders. Does not belong here: selling (`sales`), what several
build together (`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations import verbless
from transforms.extract.cooperations.actors import Actor, actors, has_label, places, words
from transforms.extract.cooperations.agents import agents_of, builder, by_storys_maker
from transforms.extract.cooperations.builders import abroad, people_before
from transforms.extract.cooperations.craft import Thing, is_single, is_station, things
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.programmes import programme
from transforms.extract.cooperations.roles import (
    before,
    draft,
    governed,
    main_subject,
    pronoun,
    which,
)
from transforms.extract.cooperations.trade import exports, fronted, is_hoped, things_before, things_behind
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.verbs import group

_LABELS = frozenset({"cooperation.make", "cooperation.maker", "cooperation.design", "cooperation.origin", "supplier"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is made, or a maker is named."""
    said = sentence.words
    return has_label(sentence, _LABELS) or ("co" in said and not words("co_maker").isdisjoint(said))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft and buyer."""
    for at, item in enumerate(sentence.items):
        for cue in item.cues:
            if cue.label == "cooperation.make":
                yield from _made(sentence, at, cue.form)
            elif cue.label == "cooperation.maker":
                yield from _maker(sentence, at)
            elif cue.label == "cooperation.design":
                yield from _design(sentence, at)
            elif cue.label == "cooperation.origin":
                yield from _origin(sentence, at)
        if item.low in words("co_maker") and at > 1 and sentence.items[at - 1].kind == "hyphen":
            yield from _co_maker(sentence, at)
    yield from verbless.find(sentence)


def _made(sentence: Sentence, at: int, form: str) -> Iterator[Draft]:
    """`built by B`, `B built`, `B-built`, `under construction in B`."""
    items = sentence.items
    if _is_no_making(items, at) or is_hoped(sentence, at) or (form == "base" and not _is_infinitive(items, at)):
        return
    if at > 1 and items[at - 1].kind == "hyphen" and items[at - 2].mention is not None:
        found = things_behind(sentence, at, 5)
        if any(item.low in ("other", "another") for item in items[at + 1 :]):
            found = found[:1]  # `X, an Omani-built satellite, and the other, Y, …`
        if found:
            yield from exports(
                "export_built", sentence, at, found, list(actors(sentence, at - 2)), _taker(sentence, at)
            )
    elif _is_passive(items, at, form):
        yield from _passive(sentence, at)
    else:
        found = things_behind(sentence, at) or _relative(sentence, at)
        if people_before(sentence, at) or len(abroad(sentence, at)) > 1:
            return  # `Omani students and their Peruvian teachers built X`
        if found or _makes_it(sentence, at) or _fleet(sentence, at):
            told = which(sentence, at)
            if (
                told is None
                and form == "base"
                and any(item.low in words("beating") for item in items[max(0, at - 6) : at])
            ):
                told = main_subject(sentence, at)  # `A beat rivals of B to build X`
            makers = told if told is not None else before(sentence, at) or pronoun(sentence, at, of_first_verb=True)
            yield from exports("export_built", sentence, at, found, makers)


def _taker(sentence: Sentence, at: int) -> list[Actor] | None:
    """`A picked up one B-made craft`: who bought what is told with its maker."""
    bought = (i for i in range(at - 1, max(-1, at - 7), -1) if sentence.items[i].cue("cooperation.buy") is not None)
    verb = next(bought, None)
    return None if verb is None else before(sentence, verb)[-1:] or None


def _is_no_making(items: list[Item], at: int) -> bool:
    """`they make up the network`; `its first domestically produced satellite`; `may build`."""
    if at and items[at - 1].low == "may":
        return True
    return (at + 1 < len(items) and items[at + 1].low == "up") or (at > 0 and items[at - 1].low in words("at_home"))


def _passive(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X was built by B`, `X, built in Oman`, `two more are being built for A`."""
    items = sentence.items
    if programme(sentence, at) or len(abroad(sentence, at)) > 1:
        return  # `made in Oman under the Nimbus programme`: taught, not sold
    found = things_before(sentence, at) or (fronted(sentence, at) if at < 3 else [])
    if not found and any(item.cue("launch.rocket") is not None for item in items[max(0, at - 6) : at]):
        return  # `the rocket: it is assembled from …`
    found = (_named_behind(sentence, at) or found) if found and found[0].mention is None else found
    if found or any(_is_subject(items, i) for i in range(max(0, at - 6), at)):
        makers = agents_of(sentence, at)
        if not makers:
            makers, found = by_storys_maker(sentence, at), found[:1]
        yield from exports("export_built", sentence, at, found, makers)


def _named_behind(sentence: Sentence, at: int) -> list[Thing]:
    """`a satellite made in Oman, "X", …`: the name behind the participle's phrase."""
    for thing in things(sentence):
        if at < thing.first < at + 9 and thing.mention is not None:
            lead = sentence.items[thing.first - 1]
            return [thing] if lead.kind in ("comma", "quote") else []
    return []


def _is_subject(items: list[Item], at: int) -> bool:
    """`it`, `they`, of which something is said: not `the radar on it`."""
    return items[at].low in ("it", "they") and not (at and "prep" in items[at - 1].classes)


def _makes_it(sentence: Sentence, at: int) -> bool:
    """`B had designed and assembled it`: the craft told of before, unless another name was told between."""
    after = sentence.items[at + 1 : at + 3]
    if not after or after[0].low != "it" or (len(after) > 1 and after[1].low in ("possible", "clear", "easier")):
        return False
    if any(thing.last <= at and thing.mention is not None for thing in things(sentence)):
        return True
    earlier = sentence.previous
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return False
    told = [t for t in things(earlier) if t.mention is not None or (t.told and is_single(t))]
    return bool(told) and not any(
        item.mention is not None and item.mention.category == "unknown" for item in earlier.items[told[-1].last :]
    )


def _is_of_instrument(items: list[Item], thing: Thing) -> bool:
    """`the camera of X came from B`: a part of it did."""
    return any(item.cue("cooperation.instrument") is not None for item in items[max(0, thing.first - 6) : thing.first])


def _is_infinitive(items: list[Item], at: int) -> bool:
    """`to build`, `will build`."""
    return any("modal" in item.classes or item.low == "to" for item in items[max(0, at - 3) : at])


def _is_passive(items: list[Item], at: int, form: str) -> bool:
    if form == "ing":
        return at > 0 and items[at - 1].low == "being"
    agent = any(item.low in ("by", "in", "at") for item in items[at + 1 : at + 4])
    return form == "ed" and (agent or at == 0 or group(items, at, form).is_passive)


def _relative(sentence: Sentence, at: int) -> list[Thing]:
    """`the satellite that B has made`: the craft in front of the relative clause."""
    items = sentence.items
    rel = next((i for i in range(at - 1, max(-1, at - 9), -1) if items[i].low in ("that", "which")), None)
    if rel is None:
        return []
    near = [t for t in things(sentence) if 0 <= rel - t.end < 2][-1:]
    return near or [t for t in things(sentence) if t.mention is not None and _is_apposition(items[t.last : rel])][-1:]


def _is_apposition(between: list[Item]) -> bool:
    """`X, an Omani bundle of aerials, that …`: only words that say what the craft is."""
    return (
        2 < len(between) < 9
        and between[0].kind == "comma"
        and between[1].low in ("a", "an", "the")
        and not any(item.classes & {"be", "have", "modal", "conj", "rel"} for item in between)
    )


def _fleet(sentence: Sentence, at: int) -> bool:
    """`the constellation, which B had put together for A`: satellites by a noun of many, with whom they are for."""
    items = sentence.items
    rel = next((i for i in range(at - 1, max(-1, at - 9), -1) if items[i].low in ("that", "which")), None)
    if rel is None or not any(item.low in words("fleet") for item in items[max(0, rel - 2) : rel]):
        return False
    return bool(governed(sentence, at, "for", reach=6))


def _maker(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`its developer, the B`; `B is the prime contractor for the satellites`."""
    items = sentence.items
    apposed = at + 1 < len(items) and (items[at + 1].kind == "comma" or "be" in items[at + 1].classes)
    near = range(at + 1, min(len(items), at + 5 if apposed else at + 2))
    found = [actor for index in near for actor in actors(sentence, index)]
    if not found:
        links = [
            i
            for i in range(max(0, at - 6), at)
            if "be" in items[i].classes or items[i].kind == "comma" or items[i].low in words("becoming")
        ]
        found = (before(sentence, links[-1]) or pronoun(sentence, links[-1])) if links else []
    if at > 1 and items[at - 1].kind == "hyphen" and items[at - 2].low == "co":
        yield from _with_owner(sentence, at, found[-1:])
        return
    if found and not any(item.low in words("rivals") for item in items) and _has_craft(sentence, at):
        is_for = at + 1 < len(items) and items[at + 1].low in ("for", "of")
        deeds = any(item.cue("cooperation.making") is not None for item in items[at + 1 : at + 6])
        goods = things_behind(sentence, at + is_for, 14 if deeds else 4)
        if not goods and items[at - 1].low == "whose":
            goods = [t for t in things(sentence) if 0 <= at - 1 - t.end < 3][-1:]
        buyers = governed(sentence, at, "to", reach=9) if goods else []
        yield from exports("export_maker", sentence, at, goods, found[-1:], buyers or None)


def _co_maker(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`the Omanis of B, co-designers of the satellite`: who made it with its owner."""
    items = sentence.items
    if items[at - 2].low != "co" or at + 1 >= len(items) or items[at + 1].low not in ("of", "on"):
        return
    comma = at - 3 if at > 2 and items[at - 3].kind == "comma" else None
    makers = [a for i in range(max(0, at - 9), comma) for a in actors(sentence, i)] if comma is not None else []
    yield from _with_owner(sentence, at, makers[-1:])


def _with_owner(sentence: Sentence, at: int, makers: list[Actor]) -> Iterator[Draft]:
    """`X together with its co-developer B`: made by its owner and B."""
    thing = next((t for t in things(sentence) if t.mention is not None), None) or antecedent(sentence, at)
    if thing is None or is_station(thing):
        return
    made = draft("joint_mission", "joint_made", sentence, at, [*thing.owners[:1], *makers], thing=thing)
    if made is not None:
        yield made


def _has_craft(sentence: Sentence, at: int) -> bool:
    """Whether it is told whose maker it is, here or before in the paragraph; not where an order fell."""
    if sentence.has("agreement.end") and sentence.has("agreement.document"):
        return False
    if things(sentence) or any(item.low in ("it", "its") for item in sentence.items):
        return True
    meant = antecedent(sentence, at)
    return (
        meant is not None and meant.sentence.part is sentence.part and (meant.sentence.paragraph == sentence.paragraph)
    )


def _design(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`built on B's platform`, `based on the bus of B`, `a B product`: who designed it made it."""
    items = sentence.items
    found = [a for i in range(max(0, at - 4), at) for a in actors(sentence, i)]
    if items[at].low == "the work of":
        found = governed(sentence, at, "of", "from", "in", reach=7)
        found = found[:1] if not any("conj" in item.classes for item in items[at : at + 8]) else found
    found = found[-1:] or governed(sentence, at, "of", "by", reach=5)
    if items[at].low == "construction" and items[at + 1 : at + 2] and items[at + 1].low == "of":
        yield from exports("export_built", sentence, at, things_behind(sentence, at + 1, 5)[:1], builder(sentence, at))
        return
    own = [
        t
        for t in things(sentence)
        if (t.mention is not None or (t.told and items[at].low in words("made_thing") | {"the work of"}))
        and not t.first <= at < t.last
        and abs(t.first - at) < 16
    ]
    lead = {item.low for item in items[max(0, at - 8) : at]}
    if items[at - 1].low == "joint":
        return
    made = items[at].low in words("made_thing") or items[at].low == "the work of"
    if found and own and (made or lead & words("based")):
        before_it = [t for t in own if t.last <= at]
        goods = before_it[-1:] if items[at].low == "the work of" and before_it else own[:1]
        yield from exports("export_platform", sentence, at, goods, found[:1])


def _is_of_other_name(items: list[Item], thing: Thing, at: int) -> bool:
    """`X measures light with Y, which comes from B`: another name came from there."""
    which_at = next((i for i in range(at - 1, thing.last - 1, -1) if items[i].low in ("which", "that")), None)
    return which_at is not None and which_at - thing.last > 2


def _is_something_of_it(items: list[Item], thing: Thing) -> bool:
    """`the signal of the satellite comes from B`: something of the craft does, and not the craft."""
    return any(item.low in ("of", "for") for item in items[max(0, thing.first - 3) : thing.first])


def _origin(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X came from B`, `X comes from the works of B`."""
    items = sentence.items
    left = " " in items[at].low  # `left the works of B`
    if left or (at + 1 < len(items) and items[at + 1].low == "from"):
        found = things_before(sentence, at)[:1]
        if found and (_is_of_other_name(items, found[0], at) or _is_something_of_it(items, found[0])):
            return
        if found and any(item.low == "whose" for item in items[found[0].end : at]):
            return  # `X, whose mirrors came from B`
        if (found and not _is_of_instrument(items, found[0])) or (left and at and items[at - 1].low == "it"):
            source = governed(sentence, at, "of") if left else governed(sentence, at, "from", reach=7)
            source = source or [a for i in range(at + 1, min(len(items), at + 5)) for a in places(sentence, i)]
            yield from exports("export_origin", sentence, at, found, source[:1])
