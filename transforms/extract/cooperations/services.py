"""Services across borders: launches told as a service, data, help in emergencies.

Belongs here: the frames of these three types. Does not belong here: a single launch (`launches`), stations on the
ground (`ground`).
"""

from collections.abc import Iterator
from itertools import islice

from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, main_party, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.data import exchanges
from transforms.extract.cooperations.pointers import story
from transforms.extract.cooperations.roles import before, behind, draft, governed, listed, main_subject, subject
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_RESCUE = "COSPAS-SARSAT"
_NEAR = 2
#: How far behind `relies on` the craft may stand.
_CRAFT = 8
_LABELS = frozenset({"cooperation.service", "cooperation.data", "cooperation.emergency"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a trigger stands in it."""
    return has_label(sentence, _LABELS) or (bool(sentence.hits) and not words("relying").isdisjoint(sentence.words))


def find(sentence: Sentence) -> Iterator[Draft]:
    """Drafts of the three frames."""
    items, struck = sentence.items, False
    if sentence.has("cooperation.emergency"):
        helped = list(_emergency(sentence))
        struck = any(made.rule == "emergency_images" for made in helped)
        yield from helped
    if not sentence.has("cooperation.data") and not words("relying").isdisjoint(item.low for item in items):
        yield from _relied_on(sentence)
    for at, item in enumerate(items):
        if not item.cues:
            continue
        if item.cue("cooperation.service") is not None:
            yield from _launches(sentence, at)
        elif item.cue("cooperation.data") is not None and not struck and not _is_of_network(items, at):
            found = list(_data(sentence, at))
            yield from found or _exchanged(sentence, at)


def _launches(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`launch services for X of A and Y of B`; `satellites from A, B and C were carried by Chinese rockets`."""
    if is_hoped(sentence, at, 9, far=True):
        return
    low = sentence.items[at].low
    if low.startswith(("launch", "commercial")) and low != "launched":
        near = sentence.items[max(0, at - 8) : at + 3]
        if any(item.low in words("terms") or item.low in words("market") for item in near):
            return
        provider = subject(sentence, _verb(sentence, at))[-1:] or main_party(sentence.part.document)
        clients = _clients(sentence, at)
    else:
        provider, clients = _carried(sentence, at)
    for client, thing in clients if provider else ():
        parties = [provider[0], client]
        made = draft("launch_service", "launch_service", sentence, at, parties, thing=thing, supplier=provider[0])
        if made is not None:
            yield made


def _is_of_network(items: list[Item], at: int) -> bool:
    """`data communications`, `data services`: no data of a craft."""
    return at + 1 < len(items) and items[at + 1].low in words("not_data")


def _verb(sentence: Sentence, at: int) -> int:
    """The verb that the services are the object of; else their own item."""
    return next((i for i in range(at, max(-1, at - 6), -1) if sentence.items[i].cue("cooperation.sell")), at)


def _clients(sentence: Sentence, at: int) -> list[tuple[Actor, Thing | None]]:
    """Each party that the services are for, with its craft where one is named."""
    found: list[tuple[Actor, Thing | None]] = []
    for thing in things(sentence):
        if thing.first > at and thing.mention is not None and thing.owners:
            found.append((thing.owners[0], thing))
    codes = {client.code for client, _ in found}
    for governor, index in behind(sentence, at, 40):
        if governor in ("for", "to", "of", "including", "like") and sentence.items[index].mention is not None:
            if any(item.low in words("rockets") for item in sentence.items[index + 1 : index + 4]):
                continue  # `commercial launches for the Russian Proton rocket`
            for actor in actors(sentence, index):
                if actor.code not in codes:
                    codes.add(actor.code)
                    found.append((actor, None))
    return found


def _carried(sentence: Sentence, at: int) -> tuple[list[Actor], list[tuple[Actor, Thing | None]]]:
    """Satellites of others, without names, that a party's rockets took up: the provider and its clients."""
    items = sentence.items
    if any(time.value is None or len(time.value) > 7 for time in sentence.times):
        return [], []  # that is one launch
    bare = [t for t in things(sentence) if t.mention is None and items[t.first].low in ("satellites", "spacecraft")]
    behind_it = [a for i in range(at + 1, min(len(items), at + 7)) for a in _rocket(sentence, i)] or governed(
        sentence, at, "by", reach=4
    )
    if behind_it and bare and bare[0].last <= at:
        return behind_it[:1], [(a, None) for a in _owners(sentence, bare[0])]
    lead = [a for i in range(max(0, at - 6), at) for a in _rocket(sentence, i)]
    objects = [t for t in bare if 0 < t.first - at < 7]
    if lead and objects:
        return lead[:1], [(a, None) for a in _owners(sentence, objects[0])]
    return [], []


def _owners(sentence: Sentence, thing: Thing) -> list[Actor]:
    """All parties whose satellites they are: `satellites from A, B and C`; `20 Indian satellites`."""
    for governor, index in behind(sentence, thing.last - 1, 9):
        if governor in ("from", "of", "for"):
            return distinct(a for i in listed(sentence, index) for a in actors(sentence, i))
    return list(thing.told[:1]) or _havers(sentence, thing)


def _havers(sentence: Sentence, thing: Thing) -> list[Actor]:
    """`A has had its satellites launched by B`."""
    lead = sentence.items[max(0, thing.first - 3) : thing.first]
    return before(sentence, thing.first - 2)[-1:] if any(item.low == "had" for item in lead) else []


def _rocket(sentence: Sentence, index: int) -> list[Actor]:
    """The provider of a rocket named or described at this item."""
    items = sentence.items
    mention = items[index].mention
    if mention is None:
        return []
    if mention.reading("vehicle", "vehicle_family") and len(mention.codes) == 1:
        return [Actor(mention.codes[0], mention.start, mention.end, sentence.part.name, True, index)]
    after = items[index + 1 : index + 3]
    return list(actors(sentence, index)) if any(i.low.startswith(("rocket", "launcher")) for i in after) else []


def _data(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`data of X have been exchanged with A and with B`; `grants A access to pictures of B`."""
    items = sentence.items
    if is_hoped(sentence, at, 9, far=True):
        return
    near = items[max(0, at - 8) : at + 10]
    verb = next((i for i in near if i.low in words("sharing")), None)
    if verb is None:
        yield from _used(sentence, at)
        return
    where = items.index(verb)
    if verb.low in ("access", "accesses"):
        yield from _access(sentence, at, where)
        return
    partners = governed(sentence, max(where, at), "with", "to", reach=14)[:4]
    thing = next((t for t in things(sentence) if t.mention is not None), None)
    owners = list(thing.owners[:1]) if thing else before(sentence, where)[-1:]
    giver = before(sentence, where)[-1:]
    if not partners and owners and giver and governed(sentence, at, "from", "of", reach=8):
        partners = giver  # `A distributes data from B's X`
    if partners and owners:
        for partner in partners:
            givers = owners[:1] if thing is not None else distinct([*before(sentence, where)[:4], *owners[:1]])
            made = draft("data_sharing", "data_shared", sentence, at, [*givers, partner], thing=thing)
            if made is not None:
                yield made


def _relied_on(sentence: Sentence) -> Iterator[Draft]:
    """`A has been relying on B's X for its weather pictures`: a craft that serves another's needs."""
    items = sentence.items
    for at, item in enumerate(items):
        if item.low not in words("relying") or is_hoped(sentence, at, 7, far=True):
            continue
        served = [t for t in things(sentence) if 0 < t.first - at < _CRAFT and t.mention is not None and t.owners]
        takers = before(sentence, at)[-1:] or main_subject(sentence, at)
        if not served or not takers or len(served[0].owners) > 1 or takers[0].code == served[0].owners[0].code:
            continue
        if any(i.low == "for" for i in items[served[0].last : served[0].last + 3]):
            made = draft("data_sharing", "data_shared", sentence, at, [served[0].owners[0], *takers], thing=served[0])
            if made is not None:
                yield made


def _exchanged(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A receives pictures from B`, `B makes data available to A`: one fact for each that takes."""
    told_else = sentence.has("cooperation.ground") or any(item.low in words("terms") for item in sentence.items)
    if told_else or is_hoped(sentence, at, 9, far=True):
        return
    disaster = sentence.has("cooperation.emergency") or _is_of_disaster(sentence)
    kind, rule = ("emergency_service", "emergency_images") if disaster else ("data_sharing", "data_shared")
    for exchange in exchanges(sentence, at):
        for taker in exchange.takers:
            made = draft(kind, rule, sentence, at, [*exchange.givers, taker], thing=exchange.thing)
            if made is not None:
                yield made


def _is_of_disaster(sentence: Sentence) -> bool:
    """Whether the paragraph began with a disaster: `A cyclone struck. B gave C radar pictures`."""
    return any(
        earlier.paragraph == sentence.paragraph and earlier.has("cooperation.emergency")
        for earlier in islice(sentence.before(), _NEAR)
    )


def _used(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A and B are among the users of X's data`."""
    items = sentence.items
    users = next((i for i in range(max(0, at - 7), at) if items[i].low in ("users", "recipients", "subscribers")), None)
    thing = next((t for t in things(sentence) if t.mention is not None and len(t.owners) == 1), None)
    if users is None or thing is None:
        return
    for user in before(sentence, users):
        made = draft("data_sharing", "data_shared", sentence, at, [thing.owners[0], user], thing=thing)
        if made is not None:
            yield made


def _access(sentence: Sentence, at: int, where: int) -> Iterator[Draft]:
    """`grants A access to the pictures of B`."""
    taker = [a for i in range(max(0, where - 3), where) for a in actors(sentence, i)] or before(sentence, where)[-1:]
    giver = governed(sentence, at, "of", "from", "by", reach=10)[:1]
    made = draft("data_sharing", "data_shared", sentence, at, [*taker[:1], *giver])
    if made is not None:
        yield made


def _emergency(sentence: Sentence) -> Iterator[Draft]:
    """Search and rescue payloads for COSPAS-SARSAT; images taken or supplied for those struck."""
    items, document = sentence.items, sentence.part.document
    at = next(i for i, item in enumerate(items) if item.cue("cooperation.emergency"))
    helper = main_party(document)[:1]
    named = [t for t in things(sentence) if t.mention is not None and len(t.owners) == 1]
    thing = named[0] if named else story(document)
    system = [a for i in range(len(items)) for a in actors(sentence, i) if a.code == _RESCUE]
    if system:
        own = [a for a in (*thing.told, *thing.known) if a.code != _RESCUE] if thing else []
        owner = own[:1] or helper
        made = draft("emergency_service", "emergency_rescue", sentence, at, [*owner, *system[:1]], thing=thing)
        if made is not None:
            yield made
    elif sentence.has("cooperation.data"):
        given = [d for i, item in enumerate(items) if item.cue("cooperation.data") for d in _exchanged(sentence, i)]
        if given:
            yield from given
            return
        struck = [i for i, item in enumerate(items) if item.mention and item.mention.category == "country"]
        for index in struck:
            parties = [*helper, *actors(sentence, index)] if _is_struck(items, index) else []
            made = draft("emergency_service", "emergency_images", sentence, index, parties, thing=thing)
            if made is not None:
                yield made


def _is_struck(items: list[Item], index: int) -> bool:
    """`for A`, `to A`, `in A`: the country stands where the disaster or the help is."""
    return any(item.low in ("for", "to", "in", "of") for item in items[max(0, index - 3) : index])
