"""Who supplies under a contract, where other words than the contract's own tell it.

Belongs here: the sentence before, the craft that is meant, firms named near by. Does not belong here: what the
contract's sentence tells (`supply`).
"""

from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.partners import meant_owner
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.cooperations.pointers import story
from transforms.text.items import Item
from transforms.text.verbs import group

_DEED = "cooperation.make"
#: How many sentences before one firms are looked for.
_FAR = 4
_DOES = frozenset(
    {"send", "fly", "launch", "build", "train", "carry", "orbit", "launching", "building", "sending", "flying"}
)


def only(members: list[Member]) -> Member | None:
    """The member, where all of them are of one code."""
    codes = {member.code for member in members}
    return members[0] if len(codes) == 1 else None


def by_deed_before(trigger: Trigger, members: Members) -> Member | None:
    """`A built the craft for B. The contract was signed …`: told by the sentence before."""
    earlier = trigger.sentence.previous
    if earlier is None or len(members.found) != 2 or trigger.sentence.index == 0:
        return None
    items, roles = earlier.items, earlier.structure.roles
    for index, item in enumerate(items):
        cue = next((c for c in item.cues if c.label in (_DEED, "cooperation.sell")), None)
        if cue is None or cue.form == "ing":
            continue
        read = group(items, index, cue.form)
        doers = [r for r in roles if r.governor == "by" and index < r.index < index + 6] if read.is_passive else []
        if not doers and not read.is_passive:
            doers = [r for r in roles if r.governor == "subject" and r.acts and r.index < index][:1]
        codes = {code for role in doers for code in role.mention.codes}
        found = only([m for code, m in members.found.items() if code in codes])
        if found is not None:
            return found
    return None


def by_rocket(trigger: Trigger, members: Members) -> Member | None:
    """`to launch 90 satellites on A's rockets`: whose rocket it is that the purpose names."""
    items = trigger.items
    for index in range(trigger.noun + 1, len(items)):
        mention = items[index].mention
        if mention is None or not mention.reading("vehicle", "vehicle_family") or len(mention.codes) != 1:
            continue
        lead = {item.low for item in items[max(trigger.noun, index - 4) : index]}
        launches = any(item.low.startswith("launch") for item in items[trigger.noun + 1 : index])
        if lead & {"on", "aboard", "atop"} and launches:
            return members.found.get(mention.codes[0])
    return None


def by_payment_before(trigger: Trigger, members: Members) -> Member | None:
    """`A paid for two seats. The contract was signed …`: who pays, by the sentence before, buys."""
    earlier = trigger.sentence.previous
    if earlier is None or len(members.found) != 2 or trigger.sentence.index == 0:
        return None
    paid = next((i for i, item in enumerate(earlier.items) if item.low in ("paid", "pays", "pay")), None)
    if paid is None:
        return None
    payers = [r for r in earlier.structure.roles if r.governor == "subject" and r.acts and r.index < paid]
    codes = {code for role in payers[:1] for code in role.mention.codes}
    others = [m for code, m in members.found.items() if code not in codes]
    return only(others) if len(others) == 1 else None


def by_craft_meant(trigger: Trigger, members: Members) -> Member | None:
    """`to build a replacement`: the one who does not own the craft that the words point back to, or the story's."""
    if len(members.found) != 2:
        return None
    whose = meant_owner(trigger.sentence, set())
    main = story(trigger.sentence.part.document)
    owners = {whose.code} if whose is not None else {actor.code for actor in main.owners} if main is not None else set()
    return only([m for code, m in members.found.items() if code not in owners]) if len(owners) == 1 else None


def by_trade_near(trigger: Trigger, members: Members) -> Member | None:
    """The party of whose firms one known for its trade is told of near by, where the other has none."""
    part = trigger.sentence.part
    near = part.sentences[max(0, trigger.sentence.index - _FAR) : trigger.sentence.index + 2]
    traders = {
        code
        for sentence in near
        if sentence.has("supplier")
        for item in sentence.items
        if item.cue("supplier") is not None and item.mention is not None
        for code in item.mention.codes
    }
    return only([m for code, m in members.found.items() if code in traders])


def by_beneficiary(trigger: Trigger, members: Members) -> Member | None:
    """`a contract to send an Emirati astronaut`: the one whose thing it is buys."""
    if len(members.found) != 2:
        return None
    items = trigger.items
    whose = items[trigger.noun + 1 : trigger.noun + 5]
    if whose and whose[0].low == "for":  # `a contract for A's astronaut to fly`
        for flier, next_one in zip(whose[1:], [*whose[2:], *items[trigger.noun + 5 : trigger.noun + 6]], strict=False):
            codes = flier.codes if next_one.cue("cooperation.crewman") is not None else ()
            if len(codes) == 1 and codes[0] in members.found:
                return only([m for code, m in members.found.items() if code != codes[0]])
    for index in range(trigger.noun + 1, min(len(items), trigger.noun + 16)):
        if items[index].low not in _DOES or items[index - 1].low not in ("to", "for"):
            continue
        for item in items[index + 1 : index + 5]:
            mention = item.mention
            if mention is not None and len(mention.codes) == 1 and mention.codes[0] in members.found:
                return only([m for code, m in members.found.items() if code != mention.codes[0]])
    return None


def carries(trigger: Trigger, craft: Item) -> bool:
    """`the flight of an astronaut aboard A's capsule`: who owns the craft gives the ride."""
    at = trigger.items.index(craft)
    lead = {item.low for item in trigger.items[max(0, at - 4) : at]}
    return bool(lead & {"aboard", "onboard", "on board"}) and any(i.cue("cooperation.crewman") for i in trigger.items)


def sells(trigger: Trigger) -> bool:
    """`MDA agreed to build Peru's first satellite`: a firm of that trade, bound to do its work."""
    after = [item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 3]]
    if len(after) < 2 or after[0] != "to" or after[1] not in ("build", "launch", "supply", "manufacture", "deliver"):
        return False
    return any(
        role.governor == "subject" and role.index < trigger.noun and trigger.items[role.index].cue("supplier")
        for role in trigger.structure.roles
    )


def is_launcher(item: Item) -> bool:
    """A firm whose trade is launching."""
    cue = item.cue("supplier")
    return cue is not None and cue.value == "launch"


def by_price(trigger: Trigger, members: Members) -> Member | None:
    """`A has signed a $30 million agreement with B for seats`: of two bodies the one behind `with` is paid."""
    priced = any(item.low in ("million", "billion") for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun])
    told = trigger.act in ("sign", "announce") and members.slot("subject") and trigger.status == "signed"
    return only(members.slot("with")) if priced and told else None
