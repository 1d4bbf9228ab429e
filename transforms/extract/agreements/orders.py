"""Contracts told by their verb alone: `ordered a satellite from`, `sold two launches to`, `selected … to launch`.

Belongs here: buying and selling of space goods where no document is named. Does not belong here: contracts named as
such (`triggers`).
"""

from collections.abc import Iterator

from transforms.extract.agreements import hiring, traders
from transforms.extract.agreements.abandoned import dropped_plan
from transforms.extract.agreements.bare import is_unreal
from transforms.extract.agreements.bases import two_before
from transforms.extract.agreements.goods import is_craft, traded
from transforms.extract.agreements.members import Member, members_of, put_members
from transforms.extract.agreements.occasion import day_of_entry
from transforms.extract.agreements.supply import organization_type
from transforms.extract.agreements.takeovers import speaks_of_takeover
from transforms.extract.agreements.terms import nearest_time, reported
from transforms.extract.agreements.trade import LABELS, Order, gives_work, sides, signs_with
from transforms.extract.agreements.triggers import DOCUMENT, act_name, act_of, is_denied, status_of
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text import coreference
from transforms.text.cues import Cue
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup, group

#: What is ordered by those who rule, not by those who buy.
_HALTS = word_set("agreements.orders.halts")
_ASKED = frozenset({"asked", "ask", "asks"})
_LOOSE = word_set("agreements.orders.loose")


def find(document: Document) -> Iterator[Draft]:
    """A draft for each order, sale or choice with a buyer and a supplier of different codes."""
    for part in document.parts:
        for sentence in part.sentences_with((*LABELS, "agreement.sign", "agreement.award")):
            if not (sentence.is_space or document.is_about_space):
                continue
            if sentence.has("agreement.takeover") and speaks_of_takeover(sentence.items):
                continue
            for index, item in enumerate(sentence.items):
                order = _order(sentence, sentence.structure, index) if item.cues and act_of(item) else None
                if order is not None:
                    yield from _drafts(order)
                    for thing, other in traders.further(order):
                        yield from _drafts(order._replace(thing=thing), [other])
                    for thing in traders.beside(order):
                        yield from _drafts(order._replace(thing=thing))


def _order(sentence: Sentence, structure: Structure, verb: int) -> Order | None:
    items = sentence.items
    cue, turns = act_of(items[verb]), hiring.turns_to(items, verb)
    if cue is None or not (turns or _trades(items, verb, cue)) or _is_no_order(items, verb, cue):
        return None
    lead = act_of(items[verb - 1]) if verb else None
    if lead is not None and items[verb].cue(DOCUMENT) is not None:
        return None  # `signed contracts for …`
    read = group(items, verb, cue.form)
    act = "select" if cue.label == "agreement.award" else act_name(cue) if cue.label in LABELS else "order"
    if is_denied(items, read) or is_unreal(items, read):
        return None
    status = _status(items, verb, read, act, is_near=lead is not None and lead.label == "agreement.talk")
    if read.first == verb and verb > 1 and items[verb - 1].kind == "comma" and is_craft(items[verb - 2]):
        read = read._replace(is_passive=True)  # `X-1, ordered from A in May, …`
    thing = traded(sentence, structure, verb, read)
    if thing is None and (items[verb].low == "signed up" and not read.is_passive):
        thing = verb  # `The firm signed up with B in 2031`
    if thing is None and (turns or cue.value == "ride" or hiring.takes_on(items, structure, verb, read)):
        thing = verb
    if status is None or thing is None:
        return None
    return Order(sentence, structure, verb, act, read, status, thing)


def _trades(items: list[Item], verb: int, cue: Cue) -> bool:
    """Whether the verb is one of trade here; not `asked the agency to launch an inquiry`."""
    if items[verb].low in _ASKED:
        return False
    return cue.label in LABELS or signs_with(items, verb) or gives_work(items, verb)


def _is_no_order(items: list[Item], verb: int, cue: Cue) -> bool:
    """`the order`, `in ordering`; `buys Geost, a payload maker`; `orders halt on sales of X`."""
    before = items[verb - 1].low if verb else ""
    if cue.form in ("base", "ing") and before in ("a", "an", "the", "in", "its", "of", "first", "new", "'s"):
        return True
    return _takes_over(items, verb) or (verb + 1 < len(items) and items[verb + 1].low in _HALTS)


def _takes_over(items: list[Item], verb: int) -> bool:
    """`buys Geost, a payload maker`, `acquired Helio Corporation, which …`: a firm, not what it makes."""
    if verb + 2 >= len(items) or not _is_firm(items[verb + 1]):
        return False
    after = items[verb + 2]
    is_whole = after.kind in ("comma", "stop", "name") or after.low in ("for", "in", "corporation", "inc", "ltd")
    return items[verb].low in ("buy", "buys") or (items[verb].low.startswith("acquir") and is_whole)


def _status(items: list[Item], verb: int, read: VerbGroup, act: str, *, is_near: bool) -> str | None:
    """The state of the order; `is_near`: the words before tell that it is close (`is close to ordering`)."""
    status = "signed" if _is_agreed(items, verb) else status_of(read, act)
    if is_near and items[verb].low.endswith("ing"):
        status = "planned"
    if status == "planned" and dropped_plan(items, read.first) is not None:
        return "ended"  # `dropped its plan to order`
    return status


def _is_agreed(items: list[Item], verb: int) -> bool:
    """`has agreed to buy`: as good as bought."""
    return verb > 1 and items[verb - 1].low == "to" and items[verb - 2].low in ("agreed", "agrees", "contracted")


def _is_firm(item: Item) -> bool:
    return item.mention is not None and item.mention.category in ("organization", "unknown", "unknown_organization")


def _first(order: Order, roles: list[Role], slot: str) -> list[Member]:
    for role in roles:
        members = members_of(order.sentence, role, slot)
        if members:
            return members[:1]
    return []


def _by_pronoun(order: Order, buyer: list[Member], supplier: list[Member]) -> tuple[list[Member], list[Member]]:
    """`It ordered …`, `the company sold …`: the side in front of the verb, where it is not named."""
    sells = order.act == "sell" or order.group.is_passive
    if supplier if sells else buyer:
        return buyer, supplier
    items, first = order.sentence.items, order.group.first
    start = max(0, first - 6)
    if first and "conj" in items[first - 1].classes:  # `The company trades with A, and has hired B`
        start = next((i for i in range(first - 1, 0, -1) if items[i].kind in ("semicolon", "dash")), 0)
    single = coreference.single(order.sentence, items[start].start, items[first].start)
    if single is None:
        return buyer, supplier
    part, slot = order.sentence.part.name, "supplier" if sells else "buyer"
    is_they = order.sentence.part.text[single.start : single.end].lower() == "they"
    codes = (two_before(order.sentence) if is_they and order.act == "order" else ()) or single.codes[:1]
    found = [Member(code, single.start, single.end, part, True, slot) for code in codes]
    return (buyer, found) if sells else (found, supplier)


def _chooses(item: Item) -> bool:
    """`the company was selected by A`, `was contracted by B`: said of a firm, not of a craft."""
    return item.cue("agreement.select") is not None or item.low in ("contracted", "hired", "engaged", "commissioned")


def _drafts(order: Order, chosen: list[Role] | None = None) -> Iterator[Draft]:
    """The order, with the firm that its verb chooses or, in ellipsis, a further one."""
    buyer, supplier = _two_sides(order, chosen)
    if not buyer or not supplier or buyer[0].code == supplier[0].code:
        return
    item, status = order.sentence.items[order.verb], order.status
    if item.low.startswith("suppl"):
        if not _is_promised(order) or not _is_firm_of(supplier[0]):
            return
        status = "signed"
    if order.act == "select" and status == "signed" and not _is_private(buyer[0]):
        status = "planned"
    draft = Draft("agreement", f"trade_{order.act}", order.sentence, item.start)
    put_members(draft, (*buyer, *supplier))
    draft.put("type", "contract", item.start, item.end, inferred=True)
    draft.put("status", status, item.start, item.end, inferred=True)
    draft.put("supplier", supplier[0].code, supplier[0].start, supplier[0].end, inferred=True, part=supplier[0].part)
    thing = _named_thing(order)
    if thing.mention is not None:
        draft.put("programme", thing.mention.text, thing.start, thing.end)
    beside = nearest_time(order.sentence, order.structure, order.verb, order.verb)
    beside = beside or _since(order)
    time = beside or reported(order.sentence, order.structure, order.verb) or day_of_entry(order.sentence)
    if time is not None:  # of a choice made, or of the saying, the day is past though the contract is to come
        tense = "future" if order.status == "planned" and beside is not None else "past"
        value = time.in_tense(tense, order.sentence.part.document.reference)  # type: ignore[arg-type]
        draft.put("signed", value, time.start, time.end)
        draft.put("date_basis", time.basis if value else None, time.start, time.end, inferred=True)
    draft.features |= {"trade", "dated" if time else "undated"}
    yield draft


def _since(order: Order) -> TimeExpression | None:
    """`has leased it from B since 2031`: since when it has it."""
    items, read = order.sentence.items, order.group
    if "since" not in order.sentence.words or not any("have" in i.classes for i in items[read.first : read.verb]):
        return None
    after = [time for time in order.sentence.times if time.value and time.start > items[order.verb].end]
    lead = next((i.low for i in reversed(items) if after and i.end <= after[0].start), "")
    return after[0] if lead == "since" else None


def _two_sides(order: Order, chosen: list[Role] | None) -> tuple[list[Member], list[Member]]:
    """Who buys and who supplies, the sides that the words leave out as well."""
    buyers, suppliers = sides(order)
    buyer, supplier = _first(order, buyers, "buyer"), _first(order, chosen or suppliers, "supplier")
    item = order.sentence.items[order.verb]
    buyer = buyer or hiring.group_before(order.sentence, order.group)
    if not buyer and order.act == "order" and item.low not in _LOOSE:
        buyer = traders.owner(order)
    if not order.group.is_passive or (not supplier and _chooses(item)):
        buyer, supplier = _by_pronoun(order, buyer, supplier)
    if order.group.is_passive and not buyer:
        buyer = traders.served(order, supplier) or _client(order, supplier)
    supplier = supplier or _left_out(order, buyer)
    if supplier and order.act == "order" and not order.group.is_passive:
        buyer = _together(order, buyers, supplier[0].code) or [m for m in buyer if m.code != supplier[0].code] or buyer
    return buyer, supplier


def _client(order: Order, supplier: list[Member]) -> list[Member]:
    """`A was picked in 2031`: the owner of the craft that the words before are about."""
    if order.act not in ("select", "order") or not supplier:
        return []
    if order.thing == order.verb:
        return hiring.client(order.sentence, order.group.first, supplier)
    return hiring.of_main_clause(order.sentence, order.structure, order.group.first, supplier)


def _left_out(order: Order, buyer: list[Member]) -> list[Member]:
    """The supplier that the sentence does not name."""
    return (
        traders.maker(order)
        or traders.seller(order, buyer)
        or traders.builder(order)
        or traders.lessor(order)
        or traders.known(order)
    )


def _together(order: Order, buyers: list[Role], supplier: str) -> list[Member]:
    """`A and B signed with C`, `A and B ordered a craft`: both in front of the verb, joined by `and`."""
    subjects = [role for role in buyers if role.governor == "subject" and role.index < order.group.first]
    found = {m.code: m for role in reversed(subjects) for m in members_of(order.sentence, role, "buyer")}
    if len(found) != 2 or supplier in found:
        return []
    between = order.sentence.items[subjects[0].index : subjects[-1].index]
    is_joined = any("conj" in item.classes for item in between) and not any(item.kind == "comma" for item in between)
    return list(found.values()) if is_joined else []


def _named_thing(order: Order) -> Item:
    """What is traded; of `a spacecraft, X-4,` its name."""
    items, at = order.sentence.items, order.thing
    behind = items[at + 1 : at + 3]
    if items[at].mention is None and len(behind) == 2 and behind[0].kind == "comma" and is_craft(behind[1]):
        return behind[1]
    return items[at]


def _is_promised(order: Order) -> bool:
    """`will supply a craft to A`, `is to supply`: bound to, by whatever paper."""
    group = order.sentence.items[order.group.first : order.verb]
    return any(item.low in ("will", "'ll") for item in group) or [item.low for item in group][-2:] == ["is", "to"]


def _is_firm_of(member: Member) -> bool:
    return member.mention is not None and organization_type(member.mention) == "company"


def _is_private(member: Member) -> bool:
    if member.mention is not None and member.mention.category == "body":
        return False
    return member.mention is None or organization_type(member.mention) in ("company", None)
