"""Contracts told by their verb alone: `ordered a satellite from`, `sold two launches to`, `selected … to launch`.

Belongs here: buying and selling of space goods where no document is named. Does not belong here: contracts named as
such (`agreement_triggers`).
"""

from collections.abc import Iterator

from transforms.extract.agreement_abandoned import dropped_plan
from transforms.extract.agreement_parties import Member, members_of, put_members
from transforms.extract.agreement_partners import candidates
from transforms.extract.agreement_supply import organization_type
from transforms.extract.agreement_terms import nearest_time, reported
from transforms.extract.agreement_trade import Order, sides
from transforms.extract.agreement_triggers import DOCUMENT, act_name, act_of, status_of
from transforms.extract.drafts import Draft
from transforms.extract.launches_providers import trusts
from transforms.extract.vocabulary import word_set
from transforms.text import coreference, words
from transforms.text.document import Document, Sentence
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.verbs import group

LABELS = ("agreement.order", "agreement.sell", "agreement.select")
_THINGS = frozenset({"spacecraft", "unknown_craft", "programme", "vehicle", "vehicle_family"})
_GOODS = word_set("agreements.orders.goods")
#: Verbs of possession rather than of contract: only with a buyer and a seller in the active voice.
_LOOSE = word_set("agreements.orders.loose")
_WHEN = frozenset(
    {"in", "on", "last", "this", "early", "late", "up", *words.word_set("roles.months"), "year", "month", "week"}
)


def find(document: Document) -> Iterator[Draft]:
    """A draft for each order, sale or choice with a buyer and a supplier of different codes."""
    for part in document.parts:
        for sentence in part.sentences_with((*LABELS, "agreement.sign")):
            if sentence.has("agreement.takeover") or not (sentence.is_space or document.is_about_space):
                continue
            structure = sentence.structure
            for index in range(len(sentence.items)):
                order = _order(sentence, structure, index)
                if order is not None:
                    yield from _drafts(order)


def _order(sentence: Sentence, structure: Structure, verb: int) -> Order | None:
    items = sentence.items
    cue = act_of(items[verb])
    if cue is None or (cue.label not in LABELS and not _signs_with(items, verb)):
        return None
    before = items[verb - 1].low if verb else ""
    if cue.form in ("base", "ing") and before in ("a", "an", "the", "in", "its", "of", "first", "new", "'s"):
        return None
    if items[verb].low in ("buy", "buys") and verb + 1 < len(items) and _is_firm(items[verb + 1]):
        return None  # `buys Geost, a payload maker`
    read = group(items, verb, cue.form)
    act = act_name(cue) if cue.label in LABELS else "order"
    status = "signed" if _is_agreed(items, verb) else status_of(read, act)
    if status == "planned" and dropped_plan(items, read.first) is not None:
        status = "ended"  # `dropped its plan to order`
    if read.first == verb and verb > 1 and items[verb - 1].kind == "comma" and _is_craft(items[verb - 2]):
        read = read._replace(is_passive=True)  # `X-1, ordered from A in May, …`
    thing = _thing(items, structure, verb, passive=read.is_passive)
    if thing is None and not read.is_passive:
        thing = _shown(sentence, verb)
    if thing is None and read.is_passive:
        thing = _thing(items, structure, verb, passive=False)
    if status is None or thing is None:
        return None
    return Order(sentence, structure, verb, act, read, status, thing)


def _signs_with(items: list[Item], verb: int) -> bool:
    """`has signed with B for the launch of …`: a contract that goes unnamed."""
    if not items[verb].low.startswith("sign") or any(i.cue(DOCUMENT) for i in items[max(0, verb - 12) : verb + 16]):
        return False
    at = verb + 1
    while at < min(len(items), verb + 5) and (items[at].kind == "number" or items[at].low in _WHEN):
        at += 1
    return at < len(items) and items[at].low in ("with", "for")


def _is_agreed(items: list[Item], verb: int) -> bool:
    """`has agreed to buy`: as good as bought."""
    return verb > 1 and items[verb - 1].low == "to" and items[verb - 2].low in ("agreed", "agrees", "contracted")


def _is_firm(item: Item) -> bool:
    return item.mention is not None and item.mention.category in ("organization", "unknown", "unknown_organization")


def _is_craft(item: Item) -> bool:
    return item.mention is not None and item.mention.category in ("spacecraft", "unknown_craft")


def _thing(items: list[Item], structure: Structure, verb: int, *, passive: bool) -> int | None:
    """The craft or service that is traded: behind the verb, or before a passive one."""
    clause = structure.clauses[verb]
    indices = range(verb - 1, -1, -1) if passive else range(verb + 1, min(len(items), verb + 22))
    for index in indices:
        item = items[index]
        if structure.clauses[index] != clause or item.cue(DOCUMENT):
            return None
        if passive and index == verb - 1 and item.kind == "comma":
            continue
        if item.low in _GOODS or (item.mention is not None and item.mention.category in _THINGS):
            return index
    return None


def _shown(sentence: Sentence, verb: int) -> int | None:
    """`had ordered it from A`, `to buy two more from A`: the craft of the sentence before."""
    items, earlier = sentence.items, sentence.previous
    after = items[verb + 1 : verb + 6]
    source = next((n for n, item in enumerate(after) if item.low in ("from", "to")), None)
    if not source or earlier is None or not (earlier.has("launch.craft") or any(map(_is_craft, earlier.items))):
        return None
    words_between = {item.low for item in after[:source]}
    return verb + 1 if words_between & {"it", "them", "one", "another", "more", "two more", "three more"} else None


def _first(order: Order, roles: list[Role], slot: str) -> list[Member]:
    for role in roles:
        members = members_of(order.sentence, role, slot)
        if members:
            return members[:1]
    return []


def _owner(order: Order) -> list[Member]:
    """The owner of the craft that was ordered, where the buyer is left out."""
    mention = order.sentence.items[order.thing].mention
    if mention is None or len(mention.codes) != 1 or mention.category != "spacecraft":
        return []
    return [Member(mention.codes[0], mention.start, mention.end, order.sentence.part.name, True, "buyer", mention)]


def _maker(order: Order) -> list[Member]:
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
    if mention.is_doubtful and not trusts(order.sentence.part.document, rocket.id):
        return []
    part = order.sentence.part.name
    return [Member(mention.codes[0], mention.start, mention.end, part, True, "supplier", mention)]


def _by_pronoun(order: Order, buyer: list[Member], supplier: list[Member]) -> tuple[list[Member], list[Member]]:
    """`It ordered …`, `the company sold …`: the side in front of the verb, where it is not named."""
    sells = order.act == "sell"
    if supplier if sells else buyer:
        return buyer, supplier
    items, first = order.sentence.items, order.group.first
    single = coreference.single(order.sentence, items[max(0, first - 6)].start, items[first].start)
    if single is None:
        return buyer, supplier
    part, slot = order.sentence.part.name, "supplier" if sells else "buyer"
    found = [Member(code, single.start, single.end, part, True, slot) for code in single.codes[:1]]
    return (buyer, found) if sells else (found, supplier)


def _seller(order: Order, buyers: list[Member]) -> list[Member]:
    """`bought a craft from the manufacturer`, `signed for a launch`: a firm of that trade told of just before."""
    if not buyers or order.act != "order" or order.sentence.items[order.verb].low.startswith("order"):
        return []
    items = order.sentence.items
    after = [item.low for item in items[order.verb : order.verb + 14]]
    if not ({"manufacturer", "builder", "maker", "supplier"} & set(after) or _signs_with(items, order.verb)):
        return []
    trades = _suppliers(order.sentence.part.document)
    for found in candidates(order.sentence, order.verb, lambda mention: mention.id in trades):
        if found.member.code != buyers[0].code:
            return [found.member.in_slot("supplier")]
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


def _drafts(order: Order) -> Iterator[Draft]:
    buyers, suppliers = sides(order)
    buyer, supplier = _first(order, buyers, "buyer"), _first(order, suppliers, "supplier")
    item = order.sentence.items[order.verb]
    if not buyer and order.act == "order" and item.low not in _LOOSE:
        buyer = _owner(order)
    if not order.group.is_passive:
        buyer, supplier = _by_pronoun(order, buyer, supplier)
    supplier = supplier or _maker(order) or _seller(order, buyer)
    if not buyer or not supplier or buyer[0].code == supplier[0].code:
        return
    status = order.status
    if order.act == "select" and status == "signed" and not _is_private(buyer[0]):
        status = "planned"
    draft = Draft("agreement", f"trade_{order.act}", order.sentence, item.start)
    put_members(draft, (*buyer, *supplier))
    draft.put("type", "contract", item.start, item.end, inferred=True)
    draft.put("status", status, item.start, item.end, inferred=True)
    draft.put("supplier", supplier[0].code, supplier[0].start, supplier[0].end, inferred=True, part=supplier[0].part)
    thing = order.sentence.items[order.thing]
    if thing.mention is not None:
        draft.put("programme", thing.mention.text, thing.start, thing.end)
    time = nearest_time(order.sentence, order.structure, order.verb, order.verb)
    time = time or reported(order.sentence, order.structure, order.verb)
    if time is not None:
        tense = "future" if status == "planned" else "past"
        value = time.in_tense(tense, order.sentence.part.document.reference)  # type: ignore[arg-type]
        draft.put("signed", value, time.start, time.end)
        draft.put("date_basis", time.basis if value else None, time.start, time.end, inferred=True)
    draft.features |= {"trade", "dated" if time else "undated"}
    yield draft


def _is_private(member: Member) -> bool:
    return member.mention is None or organization_type(member.mention) in ("company", None)
