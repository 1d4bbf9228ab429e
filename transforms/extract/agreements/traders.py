"""The side of an order that its words leave out: whom the work is for, whose rocket, craft or yard it is.

Belongs here: finding the buyer or the seller from the things around the verb. Does not belong here: sides that are
named (`trade`), or what becomes of the order (`orders`).
"""

from collections.abc import Iterator

from transforms.extract.agreements.members import Member, members_of
from transforms.extract.agreements.partners import candidates
from transforms.extract.agreements.trade import LABELS, Order, signs_with
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.pointers import antecedent, unnamed
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.trade import known_maker
from transforms.extract.launches.providers import trusts
from transforms.text.document import Document
from transforms.text.roles import Role

#: What is let rather than sold.
_LET = frozenset({"capacity", "transponder", "transponders", "bandwidth", "beam", "beams"})


def owner(order: Order) -> list[Member]:
    """The owner of the craft that was ordered, where the buyer is left out."""
    items = order.sentence.items
    mention = items[order.thing].mention or (items[order.thing - 1].mention if order.thing else None)
    if items[order.thing].low == "it":
        return _owner_meant(order)
    if mention is None or len(mention.codes) != 1 or mention.category != "spacecraft":
        return _owner_before(order)
    return [Member(mention.codes[0], mention.start, mention.end, order.sentence.part.name, True, "buyer", mention)]


def _owner_before(order: Order) -> list[Member]:
    """`Its last satellite was ordered from A`: who the sentence before is about."""
    earlier = order.sentence.previous
    if order.sentence.items[0].low not in ("its", "their") or not order.group.is_passive or earlier is None:
        return []
    acting = (role for role in earlier.structure.roles if role.governor == "subject" and role.acts)
    first = next(acting, None)
    found = members_of(earlier, first, "buyer") if first is not None else []
    return [found[0].from_afar()] if len(found) == 1 else []


def _owner_meant(order: Order) -> list[Member]:
    """`It was ordered from A`: the owner of the craft that the sentence before tells of."""
    named = antecedent(order.sentence, order.thing)
    earlier = named if named is not None and named.sentence is order.sentence.previous else unnamed(order.sentence)
    owners = earlier.owners if earlier is not None else ()
    if len({actor.code for actor in owners}) != 1:
        return []
    own = owners[0]
    return [Member(own.code, own.start, own.end, own.part, True, "buyer")]


def maker(order: Order) -> list[Member]:
    """Whose rocket was ordered, where its seller is left out: `booked a Falcon 9`."""
    items, thing = order.sentence.items, order.thing
    if thing - order.verb > 8 or not any(c.label in LABELS for c in items[order.verb].cues) or any(
        item.low == "to" for item in items[order.verb + 1 : thing]):  # fmt: skip
        return []
    if order.verb and items[order.verb - 1].classes & {"det", "adv"}:
        return []
    named = (item.mention for item in items[thing : thing + 12] if item.mention is not None)
    mention = next((m for m in named if m.reading("vehicle", "vehicle_family") is not None), None)
    rocket = mention.reading("vehicle", "vehicle_family") if mention is not None else None
    if mention is None or rocket is None or order.act == "sell" or len(mention.codes) != 1:
        return []
    at = next(i for i, item in enumerate(items) if item.mention is mention)
    firm = items[at - 2].mention if at > 1 and items[at - 1].kind == "poss" else None
    if firm is not None and firm.category == "organization" and len(firm.codes) == 1:
        return [Member(firm.codes[0], firm.start, firm.end, order.sentence.part.name, True, "supplier", firm)]
    if mention.is_doubtful and not trusts(order.sentence.part.document, rocket.id):
        return []
    part = order.sentence.part.name
    return [Member(mention.codes[0], mention.start, mention.end, part, True, "supplier", mention)]


def seller(order: Order, buyers: list[Member]) -> list[Member]:
    """`bought a craft from the manufacturer`, `signed for a launch`: a firm of that trade told of just before."""
    if not buyers or order.act != "order" or order.sentence.items[order.verb].low.startswith("order"):
        return []
    items = order.sentence.items
    after = [item.low for item in items[order.verb : order.verb + 14]]
    is_named = not {"manufacturer", "builder", "maker", "supplier"}.isdisjoint(after)
    if not (is_named or signs_with(items, order.verb) or items[order.verb].low == "signed up"):
        return []
    trades = _suppliers(order.sentence.part.document)
    for found in candidates(order.sentence, order.verb, lambda mention: mention.id in trades):
        if found.member.code != buyers[0].code:
            return [found.member.in_slot("supplier")]
    return []


def served(order: Order, supplier: list[Member]) -> list[Member]:
    """`A was contracted to build two satellites for B`: whom the work is for, where nobody orders it."""
    items = order.sentence.items
    if not supplier or order.verb + 2 >= len(items) or items[order.verb + 1].low != "to":
        return []
    for role in order.structure.roles:
        if order.verb < role.index <= order.verb + 24 and role.governor in ("for", "to"):
            found = members_of(order.sentence, role, "buyer")
            if found and found[0].code != supplier[0].code:
                return found[:1]
    link = next((i for i in range(order.verb, min(len(items), order.verb + 24)) if items[i].low == "for"), len(items))
    near = items[link : link + 7]
    if not near and items[order.verb + 2].cue("cooperation.make") is not None:
        near = items[order.verb + 3 : order.verb + 9]  # `to build Oman's OOS-1`
    for item in near:
        if item.mention is not None and item.mention.category == "spacecraft" and len(item.mention.codes) == 1:
            code, part = item.mention.codes[0], order.sentence.part.name
            owner = Member(code, item.mention.start, item.mention.end, part, True, "buyer", item.mention)
            return [owner] if code != supplier[0].code else []
    return []


def known(order: Order) -> list[Member]:
    """`ordered X-4 in 2031`, where the article names the one that built it."""
    items = order.sentence.items
    if order.act != "order" or order.status != "signed" or not items[order.verb].low.startswith("order"):
        return []
    if any(item.low in ("ride", "launch", "launches") for item in items[order.verb : order.thing]):
        return []
    if items[order.verb - 1].kind == "comma" or any(
        item.low == "to" for item in items[order.thing + 1 : order.thing + 3]
    ):
        return []  # `X-4, ordered by A, will fly in May`; `ordered the firm to stop`
    named = [t for t in things(order.sentence) if t.first <= order.thing < t.last and t.mention is not None]
    meant = named or [t for t in [_meant(order)] if t is not None]
    for thing in meant[:1]:
        found = known_maker(thing)
        return [Member(a.code, a.start, a.end, a.part, True, "supplier") for a in found]
    return []


def _meant(order: Order) -> Thing | None:
    """The craft that `the satellite` is."""
    items = order.sentence.items
    pointed = order.thing > 0 and items[order.thing - 1].low in ("the", "its", "this")
    return antecedent(order.sentence, order.thing) if pointed and is_craft_noun(items[order.thing]) else None


def lessor(order: Order) -> list[Member]:
    """`has leased capacity aboard X-4`, `contracted for transponders of A's`: who owns the craft lets it."""
    items = order.sentence.items
    lets = items[order.verb].low.startswith(("leas", "rent"))
    if order.group.is_passive or not (lets or items[order.thing].low in _LET):
        return []
    for index in range(order.verb + 1, min(len(items), order.verb + 20)):
        mention = items[index].mention
        lead = {item.low for item in items[max(0, index - 4) : index]}
        kinds = ("spacecraft",) if lets else ("spacecraft", "organization")
        if mention is None or mention.category not in kinds or len(mention.codes) != 1:
            continue
        if lead & {"aboard", "on", "of", "from"}:
            code, part = mention.codes[0], order.sentence.part.name
            return [Member(code, mention.start, mention.end, part, True, "supplier", mention)]
    return []


def builder(order: Order) -> list[Member]:
    """`A is building seven craft, ordered in 2017`: who is told to build, in the sentence, what was ordered."""
    items = order.sentence.items
    if not order.group.is_passive or items[order.verb - 1].kind != "comma" or order.act != "order":
        return []
    made = next((i for i in range(order.verb - 1, 0, -1) if items[i].cue("cooperation.make") is not None), None)
    if made is None or any(items[i].kind == "comma" for i in range(made, order.verb - 1)):
        return []
    for role in order.structure.roles:
        if role.index < made and role.governor == "subject" and role.acts:
            return members_of(order.sentence, role, "supplier")[:1]
    return []


def further(order: Order) -> Iterator[tuple[int, Role]]:
    """`chose A to build X, and B to launch it`: further firms that the verb has, each with what it is to supply."""
    items = order.sentence.items
    if order.group.is_passive or order.act == "sell":
        return
    for role in order.structure.roles:
        at = role.index
        lead = at - 1 if at and "det" in items[at - 1].classes else at
        if at <= order.thing or items[lead - 1].low != "and" or role.mention.category != "organization":
            continue
        to = next((i for i in range(at + 1, min(len(items), at + 6)) if items[i].low == "to"), None)
        if to is None or to + 1 >= len(items) or not any(cue.form == "base" for cue in items[to + 1].cues):
            continue
        goods = range(to + 2, min(len(items), to + 10))
        named = (
            i for i in goods if (m := items[i].mention) is not None and m.category in ("spacecraft", "unknown_craft")
        )
        yield next(named, min(to + 2, len(items) - 1)), role


def beside(order: Order) -> Iterator[int]:
    """`X-1 and Y-2 were ordered in 2031`: other craft in front of the verb, of other owners."""
    items, thing = order.sentence.items, order.thing
    mention = items[thing].mention
    if not order.group.is_passive or mention is None or mention.category != "spacecraft" or thing > order.verb:
        return
    known = set(mention.codes)
    for at in range(thing - 1, max(-1, thing - 8), -1):
        other = items[at].mention
        if other is not None and other.category == "spacecraft" and not known & set(other.codes):
            known |= set(other.codes)
            yield at
        elif not (items[at].kind == "comma" or items[at].classes & {"conj", "det"} or other is not None):
            return


def _suppliers(document: Document) -> frozenset[str]:
    """Ids of the organisations of the article whose trade is to build or launch."""
    known = document.__dict__.get("_suppliers")
    if known is None:
        known = document.__dict__["_suppliers"] = frozenset(
            surface.id
            for part in document.parts
            for hit in part.hits
            if any(cue.label == "supplier" for cue in hit.entry.cues)
            for surface in hit.entry.surfaces
        )
    return known
