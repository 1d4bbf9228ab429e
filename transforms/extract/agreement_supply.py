"""Who supplies under a contract.

Belongs here: reading the supplier from the verb, the purpose and the kinds of the parties. Does not belong here: who
the parties are.
"""

from functools import cache

from transforms.extract.agreement_parties import Member, Members
from transforms.extract.agreement_triggers import Trigger
from transforms.extract.drafts import Draft
from transforms.lexicons import organizations
from transforms.text.mentions import Mention

_BUYS = frozenset(["order", "award", "select"])


@cache
def _types() -> dict[str, str]:
    return {row.organization_id: row.organization_type for row in organizations()}


def organization_type(mention: Mention) -> str | None:
    """`company`, `agency`, … of a known organisation; by its head word for an unknown one."""
    surface = mention.reading("organization")
    if surface is not None:
        return _types().get(surface.id)
    if mention.category == "unknown_organization":
        low = mention.text.lower().split()
        if {
            "corp",
            "inc",
            "ltd",
            "company",
            "limited",
            "group",
            "systems",
            "technologies",
            "gmbh",
            "plc",
            "llc",
            "industries",
            "telecom",
        } & set(low):
            return "company"
        return "agency"
    return None


def put_supplier(draft: Draft, trigger: Trigger, members: Members) -> None:
    """Set `supplier` of a contract, where the words tell it."""
    if draft.get("type") != "contract" or len(members.found) < 2:
        return
    for rule in (_by_verb, _by_trade, _by_thing, _by_launch, _by_many, _by_kind):
        supplier = rule(trigger, members)
        if supplier is not None:
            draft.put("supplier", supplier.code, supplier.start, supplier.end, inferred=True, part=supplier.part)
            draft.notes["supplier_rule"] = rule.__name__
            return


def _only(members: list[Member]) -> Member | None:
    codes = {member.code for member in members}
    return members[0] if len(codes) == 1 else None


def _by_verb(trigger: Trigger, members: Members) -> Member | None:
    """Who wins, sells or is awarded supplies; who orders does not."""
    if trigger.act in _BUYS:
        return _only([m for m in members.found.values() if m.slot != "subject"])
    if trigger.act in ("win", "sell"):
        return _only(members.slot("subject"))
    return None


def _by_trade(trigger: Trigger, members: Members) -> Member | None:
    """The one party whose trade it is."""
    suppliers = []
    for role in trigger.structure.roles:
        member = next((m for code in role.mention.codes if (m := members.found.get(code))), None)
        if member is not None and trigger.items[role.index].cue("supplier"):
            suppliers.append(member)
    return _only(suppliers) if suppliers else None


def _by_thing(trigger: Trigger, members: Members) -> Member | None:
    """The one who does not own the spacecraft; the one whose rocket it is."""
    for item in trigger.items[trigger.noun :]:
        mention = item.mention
        if mention is None or len(mention.codes) != 1:
            continue
        if mention.reading("vehicle", "vehicle_family") and mention.codes[0] in members.found:
            return members.found[mention.codes[0]]
    for item in trigger.items:
        mention = item.mention
        if mention is not None and mention.category == "spacecraft" and len(mention.codes) == 1:
            others = [m for code, m in members.found.items() if code != mention.codes[0]]
            if len(others) < len(members.found):
                return _only(others)
    return None


def _by_launch(trigger: Trigger, members: Members) -> Member | None:
    """`a launch contract with B`: the partner launches. `to use India's rocket`: so does who the purpose names."""
    noun = trigger.items[trigger.noun].low
    if noun.startswith("launch"):
        return _only(members.slot("with"))
    after = {item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 4]}
    return _only(members.slot("purpose")) if after & {"use", "launch"} else None


def _by_many(trigger: Trigger, members: Members) -> Member | None:
    """`contracts were signed with A, B and C`: the one who has many partners sells."""
    if trigger.cue.form == "many" and len(members.slot("with")) >= 1:
        return _only([m for m in members.found.values() if m.slot != "with"])
    return None


_RANK = {"company": 0, "university": 1, "agency": 2, "igo": 2, "military": 3, "state": 3}


def _by_kind(trigger: Trigger, members: Members) -> Member | None:
    """A firm supplies a state; of two firms nothing can be told."""
    if any(m.mention is None for m in members.found.values()):
        return None
    ranked = sorted(
        (_RANK.get(organization_type(m.mention) or "state", 3) if m.mention else 3, m.code)
        for m in members.found.values()
    )
    if len(ranked) == 2 and ranked[0][0] == 0 and ranked[1][0] > 1:
        return members.found[ranked[0][1]]
    return None
