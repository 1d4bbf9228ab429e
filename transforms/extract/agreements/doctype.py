"""Of which type a document is: by its noun, and a contract where one side pays.

Belongs here: reading the type. Does not belong here: the words of each type (`frames/agreements.tsv`).
"""

from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.parties import is_basis
from transforms.extract.agreements.triggers import AGREE, Trigger
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item

_COMMERCE = word_set("agreements.terms.commerce")
#: Documents that do not sell anything.
_FRIENDLY = ("cooperation", "cooperative", "partnership", "collaboration", "alliance", "framework", "joint venture")
#: What is bought outright: `a deal for two satellites`.
_GOODS = frozenset(
    {"satellite", "satellites", "launches", "seats", "transponders", "rockets", "services", "capacity", "imagery"}
)
#: What one pays for where people are to go.
_RIDES = frozenset({"send", "fly"})
_MONEY = frozenset({"million", "billion", "million-dollar", "million-euro"})
_PAYS = frozenset({"pay", "pays", "paid", "paying"})


def put_type(draft: Draft, trigger: Trigger, members: Members) -> None:
    """Set `type`: of the noun; an unnamed kind with a commercial purpose and a firm in it is a contract."""
    item, kind = trigger.items[trigger.noun], trigger.cue.value
    bought = not item.low.startswith(_FRIENDLY) and (
        trigger.act in ("win", "award")
        or _is_commercial(trigger, members)
        or _is_of_launchers(trigger, members)
        or _is_of_builder(trigger, members)
    )
    paid = trigger.cue.label == AGREE and (
        any(i.low == "pay" for i in trigger.items[trigger.noun : trigger.noun + 4])
        or any(i.low in ("purchase", "sale", "lease") for i in trigger.items[max(0, trigger.noun - 14) : trigger.noun])
    )
    if kind == "agreement" and (bought or paid):
        kind = "contract"
    elif kind == "agreement" and _is_framework(trigger):
        kind = "framework"
    draft.put("type", kind, item.start, item.end, inferred=kind != trigger.cue.value)


def _is_framework(trigger: Trigger) -> bool:
    """`a framework cooperation arrangement`, `the umbrella space accord`: the word stands before others of the name."""
    for index in range(trigger.noun, max(-1, trigger.noun - 5), -1):
        item = trigger.items[index]
        if item.low.partition(" ")[0] in ("framework", "umbrella"):
            return True
        if index == trigger.noun:
            continue
        if item.kind != "word" or item.classes:
            return False
    return False


def _is_of_launchers(trigger: Trigger, members: Members) -> bool:
    """A deal of one firm with another whose trade is launching."""
    launchers = _of_trade(trigger, "launch")
    others = [member for code, member in members.found.items() if code not in launchers]
    if trigger.items[trigger.noun].low in ("deal", "deals") and any(
        _launches(trigger, m) for m in members.found.values()
    ):
        return bool(others)  # such a firm's deals are of launches
    return bool(launchers & set(members.found)) and bool(others) and all(map(_is_company, others))


def _of_trade(trigger: Trigger, trade: str) -> set[str]:
    """The codes of the sentence's parties whose trade it is to `launch` or to `build`."""
    return {
        code
        for role in trigger.structure.roles
        for code in role.mention.codes
        if (cue := trigger.items[role.index].cue("supplier")) is not None and cue.value == trade
    }


def _is_of_builder(trigger: Trigger, members: Members) -> bool:
    """`a pact on the satellite between operator A and maker B`: one of two firms builds craft, and it is on one."""
    builders = _of_trade(trigger, "build")
    others = [member for code, member in members.found.items() if code not in builders]
    if len(members.found) != 2 or len(others) != 1:
        return False
    if not _is_company(others[0]) and trigger.cue.label != AGREE:
        return False  # of a state and a maker, only where they agree on the craft itself
    behind = trigger.items[trigger.noun + 1 : trigger.noun + 12]
    link = next((n for n, item in enumerate(behind) if item.low in ("on", "for")), None)
    return link is not None and any(
        item.cue("launch.craft") is not None or (item.mention is not None and item.mention.category == "spacecraft")
        for item in behind[link : link + 6]
    )


def _launches(trigger: Trigger, member: Member) -> bool:
    cue = trigger.items[member.index].cue("supplier") if member.index >= 0 else None
    return cue is not None and cue.value == "launch"


def _is_commercial(trigger: Trigger, members: Members) -> bool:
    if _is_paid(trigger) or _is_priced(trigger):
        return True
    if not (any(_is_company(m) for m in members.found.values()) or _names_company(trigger, members)):
        return False
    if _has_price(trigger):
        return True
    if is_basis(trigger) and any(item.cue("agreement.order") or _sells(item) for item in trigger.items):
        return True
    for index in range(trigger.noun + 1, min(len(trigger.items), trigger.noun + 16)):
        item = trigger.items[index]
        before = {other.low for other in trigger.items[max(trigger.noun + 1, index - 5) : index]}
        if item.low in _RIDES and not any(i.cue("cooperation.crewman") for i in trigger.items[index : index + 9]):
            continue  # `an agreement to send a probe`
        if item.low in _COMMERCE and before & {"to", "for", "on", "of", "covering", "covers", "covered"}:
            return True
        if item.low in _GOODS and "for" in before and not before & {"with", "between"}:
            return True
    return False


def _sells(item: Item) -> bool:
    return item.low in _COMMERCE and item.low not in _RIDES


def _has_price(trigger: Trigger) -> bool:
    """`in a deal worth about $650 million`: what has a price is bought."""
    after = trigger.items[trigger.noun + 1 : trigger.noun + 9]
    return any(item.low in ("worth", "valued") for item in after)


def _is_priced(trigger: Trigger) -> bool:
    """`a $30 million deal with B for two flights`: a price before the word, and what it buys behind it."""
    items, noun = trigger.items, trigger.noun
    priced = any(item.low in _MONEY for item in items[max(0, noun - 4) : noun])
    return priced and any(item.low in ("for", "to", "that") for item in items[noun + 1 : noun + 9])


def _is_paid(trigger: Trigger) -> bool:
    """`is paying $20 million under an agreement with B`, whoever the two are."""
    return is_basis(trigger) and any(item.low in _PAYS for item in trigger.items[: trigger.noun])


def _names_company(trigger: Trigger, members: Members) -> bool:
    """Whether a firm of a party is named in the sentence, though its country was read (`Malaysia's Measat`)."""
    from transforms.extract.agreements.supply import organization_type

    return any(
        organization_type(role.mention) == "company" and not members.found.keys().isdisjoint(role.mention.codes)
        for role in trigger.structure.roles
    )


def _is_company(member: Member) -> bool:
    from transforms.extract.agreements.supply import organization_type

    return member.mention is not None and (
        organization_type(member.mention) == "company" or member.mention.category == "unknown"
    )
