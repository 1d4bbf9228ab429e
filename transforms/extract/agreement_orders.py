"""Contracts told by their verb alone: `ordered a satellite from`, `sold two launches to`, `selected … to launch`.

Belongs here: buying and selling of space goods where no document is named. Does not belong here: contracts named as
such (`agreement_triggers`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.agreement_parties import Member, members_of, put_members
from transforms.extract.agreement_supply import organization_type
from transforms.extract.agreement_terms import nearest_time
from transforms.extract.agreement_triggers import DOCUMENT, act_name, act_of, status_of
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text.document import Document, Sentence
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.verbs import VerbGroup, group

LABELS = ("agreement.order", "agreement.sell", "agreement.select")
_THINGS = frozenset({"spacecraft", "unknown_craft", "programme", "vehicle", "vehicle_family"})
_GOODS = word_set("agreements.orders.goods")
#: Verbs of possession rather than of contract: only with a buyer and a seller in the active voice.
_LOOSE = word_set("agreements.orders.loose")


class Order(NamedTuple):
    """A verb of trade at item `verb` and what it is about at item `thing`."""

    sentence: Sentence
    structure: Structure
    verb: int
    act: str
    group: VerbGroup
    status: str
    thing: int


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
    read = group(items, verb, cue.form)
    act = act_name(cue) if cue.label in LABELS else "order"
    status = status_of(read, act)
    thing = _thing(items, structure, verb, passive=read.is_passive)
    if thing is None and read.is_passive:
        thing = _thing(items, structure, verb, passive=False)
    if status is None or thing is None:
        return None
    return Order(sentence, structure, verb, act, read, status, thing)


def _signs_with(items: list[Item], verb: int) -> bool:
    """`has signed with B for the launch of …`: a contract that goes unnamed."""
    after = items[verb + 1].low if verb + 1 < len(items) else ""
    return items[verb].low.startswith("sign") and after == "with" and not any(i.cue(DOCUMENT) for i in items)


def _thing(items: list[Item], structure: Structure, verb: int, *, passive: bool) -> int | None:
    """The craft or service that is traded: behind the verb, or before a passive one."""
    clause = structure.clauses[verb]
    indices = range(verb - 1, -1, -1) if passive else range(verb + 1, min(len(items), verb + 22))
    for index in indices:
        item = items[index]
        if structure.clauses[index] != clause or item.cue(DOCUMENT):
            return None
        if item.low in _GOODS or (item.mention is not None and item.mention.category in _THINGS):
            return index
    return None


def _sides(order: Order) -> tuple[list[Role], list[Role]]:
    """The roles of the buyer and of the supplier."""
    clause, passive = order.structure.clauses[order.verb], order.group.is_passive
    subject, source, target, goal = [], [], [], []
    for role in order.structure.roles:
        if role.clause != clause or not role.acts:
            continue
        if role.governor == "subject" and role.index < order.group.first:
            subject.append(role)
        elif role.governor == "by" and passive:
            source.append(role)
        elif role.governor in ("from", "with") and role.index > order.verb:
            target.append(role)
        elif (
            role.governor == "to"
            and role.index > order.verb
            or (
                role.governor == "object"
                and role.index > order.verb
                and (role.index < order.thing or order.act == "select")
            )
        ):
            goal.append(role)
    if order.act == "order":
        return (source if passive else subject), (target or _hired(subject if passive else goal))
    if order.act == "sell":
        return goal, (source if passive else subject)
    return (source, subject) if passive else (subject, goal[:1])


def _hired(roles: list[Role]) -> list[Role]:
    """`contracted Boeing to build`: organisations alone can be hired."""
    return [r for r in roles if r.mention.category in ("organization", "unknown_organization")][:1]


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


def _drafts(order: Order) -> Iterator[Draft]:
    buyers, suppliers = _sides(order)
    buyer, supplier = _first(order, buyers, "buyer"), _first(order, suppliers, "supplier")
    item = order.sentence.items[order.verb]
    if not buyer and order.act == "order" and item.low not in _LOOSE:
        buyer = _owner(order)
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
    if time is not None:
        tense = "future" if status == "planned" else "past"
        value = time.in_tense(tense, order.sentence.part.document.reference)  # type: ignore[arg-type]
        draft.put("signed", value, time.start, time.end)
        draft.put("date_basis", time.basis if value else None, time.start, time.end, inferred=True)
    draft.features |= {"trade", "dated" if time else "undated"}
    yield draft


def _is_private(member: Member) -> bool:
    return member.mention is not None and organization_type(member.mention) in ("company", None)
