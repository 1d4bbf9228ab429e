"""The side of an order that its words leave out: whom the work is for, whose rocket, craft or yard it is.

Belongs here: finding the buyer or the seller from the things around the verb. Does not belong here: sides that are
named (`trade`), or what becomes of the order (`orders`).
"""

from transforms.extract.agreements.parties import Member, members_of
from transforms.extract.agreements.partners import candidates
from transforms.extract.agreements.trade import LABELS, Order, signs_with
from transforms.extract.launches.providers import trusts
from transforms.text.document import Document


def owner(order: Order) -> list[Member]:
    """The owner of the craft that was ordered, where the buyer is left out."""
    items = order.sentence.items
    mention = items[order.thing].mention or (items[order.thing - 1].mention if order.thing else None)
    if mention is None or len(mention.codes) != 1 or mention.category != "spacecraft":
        return []
    return [Member(mention.codes[0], mention.start, mention.end, order.sentence.part.name, True, "buyer", mention)]


def maker(order: Order) -> list[Member]:
    """Whose rocket was ordered, where its seller is left out: `booked a Falcon 9`."""
    items, thing = order.sentence.items, order.thing
    if thing - order.verb > 8 or not any(c.label in LABELS for c in items[order.verb].cues) or any(
        item.low == "to" for item in items[order.verb + 1 : thing]):  # fmt: skip
        return []
    if order.verb and items[order.verb - 1].classes & {"det", "adv"}:
        return []
    named = (item.mention for item in items[thing : thing + 12] if item.mention is not None)
    mention = next((m for m in named if m.reading("vehicle") is not None), None)
    rocket = mention.reading("vehicle") if mention is not None else None
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
    if not ({"manufacturer", "builder", "maker", "supplier"} & set(after) or signs_with(items, order.verb)):
        return []
    trades = _suppliers(order.sentence.part.document)
    for found in candidates(order.sentence, order.verb, lambda mention: mention.id in trades):
        if found.member.code != buyers[0].code:
            return [found.member.in_slot("supplier")]
    return []


def served(order: Order, supplier: list[Member]) -> list[Member]:
    """`A was contracted to build two satellites for B`: whom the work is for, where nobody orders it."""
    items = order.sentence.items
    if not supplier or items[order.verb + 1].low != "to":
        return []
    for role in order.structure.roles:
        if order.verb < role.index <= order.verb + 24 and role.governor in ("for", "to"):
            found = members_of(order.sentence, role, "buyer")
            if found and found[0].code != supplier[0].code:
                return found[:1]
    link = next((i for i in range(order.verb, min(len(items), order.verb + 24)) if items[i].low == "for"), len(items))
    for item in items[link : link + 7]:
        if item.mention is not None and item.mention.category == "spacecraft" and len(item.mention.codes) == 1:
            code, part = item.mention.codes[0], order.sentence.part.name
            owner = Member(code, item.mention.start, item.mention.end, part, True, "buyer", item.mention)
            return [owner] if code != supplier[0].code else []
    return []


def lessor(order: Order) -> list[Member]:
    """`has leased capacity aboard X-4`: who owns the craft lets it."""
    items = order.sentence.items
    if order.group.is_passive or not items[order.verb].low.startswith(("leas", "rent")):
        return []
    for index in range(order.verb + 1, min(len(items), order.verb + 20)):
        mention = items[index].mention
        lead = {item.low for item in items[max(0, index - 4) : index]}
        if mention is None or mention.category != "spacecraft" or len(mention.codes) != 1:
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
