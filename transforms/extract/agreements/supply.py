"""Who supplies under a contract.

Belongs here: reading the supplier from the verb, the purpose and the kinds of the parties. Does not belong here: who
the parties are.
"""

from functools import cache

from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.parties import is_basis
from transforms.extract.agreements.suppliers import (
    by_beneficiary,
    by_craft_meant,
    by_deed_before,
    by_payment_before,
    by_price,
    by_rocket,
    by_trade_near,
    carries,
    is_launcher,
    only,
)
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.drafts import Draft
from transforms.lexicons import organizations, spacecraft
from transforms.text.items import Item
from transforms.text.mentions import Mention

#: Words of paying; and the verbs of which the supplier is the subject.
PAYS = frozenset({"pay", "pays", "paid", "paying"})
_DEED = "cooperation.make"
_LET = frozenset({"capacity", "transponder", "transponders", "bandwidth", "images", "imagery", "pictures", "data"})
_BUYS = frozenset(["order", "award", "select"])
#: What firms that supply are called, and verbs of supplying beside those of building.
_TRADES = frozenset({"manufacturer", "builder", "maker", "provider", "contractor", "supplier"})
#: What a firm of launchers is called behind `rocket` or `launch`.
_FIRMS = frozenset({"startup", "start-up", "company", "firm"})
_GIVES = frozenset(
    {
        "supply",
        "provide",
        "deliver",
        "launch",
        "train",
        "host",
        "hosts",
        "hosted",
        "furnished",
        "supplied",
        "supplies",
        "provides",
        "provided",
        "delivers",
        "delivered",
    }
)


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
    for rule in _SUPPLIES:
        supplier = rule(trigger, members)
        if supplier is not None:
            draft.put("supplier", supplier.code, supplier.start, supplier.end, inferred=True, part=supplier.part)
            draft.notes["supplier_rule"] = rule.__name__
            return


def _by_verb(trigger: Trigger, members: Members) -> Member | None:
    """Who wins, sells or is awarded supplies; who orders does not."""
    if trigger.verb is None and members.slot("source"):
        return only([m for m in members.found.values() if m.slot != "source"])
    if trigger.act == "award" and members.slot("receiver"):
        return only(members.slot("receiver"))
    if trigger.act in _BUYS:
        sides = {"subject", "source"} if trigger.act == "award" else {"subject"}
        return only([m for m in members.found.values() if m.slot not in sides])
    if trigger.act == "win" and members.slot("with"):
        sellers = [member for member in members.slot("with") if _is_supplier(trigger, member.index)]
        if sellers:
            return only(sellers)  # `has secured a contract with the manufacturer B`
    if trigger.act in ("win", "sell"):
        sources = {member.code for member in members.slot("source")}
        return only(members.slot("subject") or [m for m in members.found.values() if sources and m.code not in sources])
    chosen = next((i for i, item in enumerate(trigger.items[: trigger.noun]) if _is_chosen(trigger.items, i)), None)
    buyers = {c for r in trigger.structure.roles if chosen and r.governor == "by" and 0 < r.index - chosen < 5
              for c in r.mention.codes}  # fmt: skip
    return only([m for code, m in members.found.items() if code not in buyers]) if buyers else None


def _is_chosen(items: list[Item], index: int) -> bool:
    """`was picked by A`: who is chosen supplies."""
    cue = items[index].cue("agreement.select")
    return cue is not None and cue.form == "ed" and index + 1 < len(items) and items[index + 1].low == "by"


def _by_source(trigger: Trigger, members: Members) -> Member | None:
    """`which A leases from B under an agreement`, `the craft that A had built for B`: told by another verb."""
    bought = next((i for i, item in enumerate(trigger.items) if _buys(item)), None)
    if bought is None:
        return None
    for role in trigger.structure.roles:
        if role.governor == "from" and bought < role.index < bought + 9:
            return next((m for code in role.mention.codes if (m := members.found.get(code))), None)
    return None


def _by_payment(trigger: Trigger, members: Members) -> Member | None:
    """`A paid for its seat, under a contract with B`: who pays buys."""
    paid = next((i for i, item in enumerate(trigger.items[: trigger.noun + 4]) if item.low in PAYS), None)
    if paid is None or len(members.found) != 2 or not (is_basis(trigger) or paid > trigger.noun):
        return None
    payer = next((r for r in reversed(trigger.structure.roles) if r.index < paid and r.governor == "subject"), None)
    if payer is not None and set(payer.mention.codes) & set(members.found):
        return only([m for code, m in members.found.items() if code not in payer.mention.codes])
    return only(members.slot("with"))


def _by_deed(trigger: Trigger, members: Members) -> Member | None:
    """`A had built the craft for B under a contract`: who does what the document is for."""
    lead = [item.low for item in trigger.items[max(0, trigger.noun - 6) : trigger.noun]]
    if len(members.found) != 2 or "under" not in lead:
        return None
    for index in range(trigger.noun - 1, -1, -1):
        item = trigger.items[index]
        does = any(c.label == _DEED and c.form != "ing" for c in item.cues) or item.low in _GIVES
        if item.low.startswith("complet") or not does:
            continue
        doers = [r for r in trigger.structure.roles if r.governor == "by" and index < r.index < index + 6]
        doers = (
            doers or [r for r in trigger.structure.roles if r.governor == "subject" and r.acts and r.index < index][:1]
        )
        codes = {code for role in doers for code in role.mention.codes}
        if not doers and trigger.items[0].low in ("it", "they"):
            return only(members.slot("subject"))
        return only([m for code, m in members.found.items() if code in codes])
    return None


def _buys(item: Item) -> bool:
    cue = item.cue("agreement.order")
    return cue is not None and cue.form in ("ed", "s", "base")


def _by_trade(trigger: Trigger, members: Members) -> Member | None:
    """The one party whose trade it is."""
    suppliers = []
    for role in trigger.structure.roles:
        member = next((m for code in role.mention.codes if (m := members.found.get(code))), None)
        if member is not None and _is_supplier(trigger, role.index):
            suppliers.append(member)
    if len(suppliers) > 1 and any("launch" in item.low for item in trigger.items[trigger.noun :]):
        suppliers = [m for m in suppliers if m.index >= 0 and is_launcher(trigger.items[m.index])]
    return only(suppliers) if suppliers else None


def _is_supplier(trigger: Trigger, index: int) -> bool:
    """A firm known for its trade, or told by it: `the satellite builder A`, `launch provider B`."""
    items = trigger.items
    if items[index].cue("supplier") is not None:
        return True
    before = [item for item in items[max(0, index - 2) : index] if item.kind not in ("open", "quote")]
    after = items[index + 1 : index + 7]
    is_told = bool(before) and before[-1].low in _TRADES
    if after and after[0].kind == "comma" and any(i.low in ("a", "an", "the") for i in after[1:2]):
        is_told = is_told or any(i.low in _TRADES for i in after[2:])
        pairs = zip(after[2:], after[3:], strict=False)
        is_told = is_told or any(a.low in ("rocket", "launch") and b.low in _FIRMS for a, b in pairs)
    return is_told


def _by_promise(trigger: Trigger, members: Members) -> Member | None:
    """`a contract for a craft that A will build`, `under which A would launch it`: the doer of a clause behind it."""
    if len(members.found) != 2:
        return None
    items = trigger.items
    for index in range(trigger.noun + 1, len(items)):
        if not any(c.label == _DEED and c.form == "base" for c in items[index].cues) and items[index].low not in _GIVES:
            continue
        if not any("modal" in item.classes for item in items[max(0, index - 2) : index]):
            continue
        doers = [
            r for r in trigger.structure.roles if trigger.noun < r.index < index and index - r.index < 5 and r.acts
        ]
        codes = {code for role in doers[-1:] for code in role.mention.codes}
        return only([m for code, m in members.found.items() if code in codes])
    return None


def _by_thing(trigger: Trigger, members: Members) -> Member | None:
    """The one who does not own the spacecraft, unless its capacity is let; the one whose rocket it is."""
    for item in (*trigger.items[trigger.noun :], *trigger.items[: trigger.noun]):
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
                is_let = any(near.low in _LET for near in trigger.items) or carries(trigger, item)
                return members.found[mention.codes[0]] if is_let else only(others)
    return None


def _by_launch(trigger: Trigger, members: Members) -> Member | None:
    """`a launch contract with B`: the partner launches. `to use India's rocket`: so does who the purpose names."""
    noun = trigger.items[trigger.noun].low
    if "launch" in noun or noun.startswith("rideshare"):
        return only(members.slot("with"))
    after = {item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 4]}
    return only(members.slot("purpose")) if after & {"use", "launch"} else None


def _by_many(trigger: Trigger, members: Members) -> Member | None:
    """`contracts were signed with A, B and C`: the one who has many partners sells."""
    if trigger.cue.form == "many" and len(members.slot("with")) >= 1:
        return only([m for m in members.found.values() if m.slot != "with"])
    return None


_RANK = {"company": 0, "university": 1, "agency": 2, "igo": 2, "military": 3, "state": 3}


def _acting(trigger: Trigger, member: Member) -> Mention | None:
    """Who of the party acts: of `Oman's Alpha` the firm."""
    behind = trigger.items[member.index + 1 : member.index + 3] if member.index >= 0 else []
    firm = behind[1].mention if len(behind) == 2 and behind[0].kind == "poss" else None
    return firm if firm is not None and firm.codes == (member.code,) else member.mention


def _by_kind(trigger: Trigger, members: Members) -> Member | None:
    """A firm supplies a state; of two firms nothing can be told."""
    if any(m.mention is None for m in members.found.values()):
        return None
    ranked = sorted(
        (_RANK.get(organization_type(acting) or "state", 3) if (acting := _acting(trigger, m)) else 3, m.code)
        for m in members.found.values()
    )
    if len(ranked) == 2 and ranked[0][0] == 0 and ranked[1][0] > 1:
        firm = members.found[ranked[0][1]]
        sells = firm.index >= 0 and trigger.items[firm.index].cue("supplier") is not None
        return None if not sells and firm.mention is not None and _operates(firm.mention) else firm
    return None


@cache
def _operators() -> frozenset[str]:
    """Organisations that own spacecraft: they buy them, and launches."""
    return frozenset(row.organization_id for row in spacecraft() if row.organization_id)


def _operates(mention: Mention) -> bool:
    surface = mention.reading("organization")
    return surface is not None and surface.id in _operators()


#: The rules, the surest first.
_SUPPLIES = (
    _by_verb,
    by_rocket,
    _by_source,
    _by_payment,
    _by_trade,
    _by_deed,
    _by_promise,
    by_beneficiary,
    _by_thing,
    _by_launch,
    _by_many,
    by_payment_before,
    _by_kind,
    by_deed_before,
    by_craft_meant,
    by_trade_near,
    by_price,
)
