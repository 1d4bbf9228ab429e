"""The other party of a document by what it is for: whose craft is launched, from whom it is bought, who may use it.

Belongs here: parties behind the document's purpose. Does not belong here: other parties that a sentence leaves out
(`reference`).
"""

from transforms.extract.agreements.members import Members, members_of
from transforms.extract.agreements.parties import PLACES
from transforms.extract.agreements.triggers import Trigger
from transforms.text.items import Item
from transforms.text.roles import Role

_LETTING = frozenset(
    {"entitles", "entitled", "allows", "allowed", "lets", "gives", "gave", "grants", "enables", "permits"}
)
#: How far behind the document its terms are told, and who they bind behind `which`.
_FAR, _NEAR = 12, 4
_TRADING = frozenset({"purchase", "buy", "buying", "sale", "lease", "leasing", "procurement"})


def by_purpose(trigger: Trigger, members: Members) -> None:
    """`a contract to launch an Italian satellite`: the one other party that the purpose names."""
    if not members.found and trigger.verb is None:
        _take_holder(trigger, members)
    is_told = trigger.act in ("sign", "win", "talk", "announce") or (trigger.verb is None and _is_held(trigger))
    if len(members.found) != 1 or not trigger.cue.value or not is_told:
        return
    passive = trigger.group is not None and trigger.group.is_passive and not members.slot("subject")
    if names_partner(trigger) and not passive:
        return
    others = _named(trigger, members)
    if len(others) == 1:
        role = next(iter(others.values()))
        for member in members_of(trigger.sentence, role, "purpose"):
            members.add(member)
        members.how = "purpose"


def by_terms(trigger: Trigger, members: Members) -> None:
    """`signed an order under which B will supply two craft`: who does what the document lays down."""
    items, noun = trigger.items, trigger.noun
    if len(members.found) != 1 or trigger.act not in ("sign", "announce", "award", "win", ""):
        return
    which = next((i for i in range(noun + 1, min(len(items), noun + _FAR)) if _opens_terms(items, i)), None)
    if which is None or names_partner(trigger):
        return
    doers = [r for r in trigger.structure.roles if which < r.index <= which + _NEAR and r.governor == "subject"]
    if doers and doers[0].acts and not set(doers[0].mention.codes) & set(members.found):
        for member in members_of(trigger.sentence, doers[0], "purpose"):
            members.add(member)
        members.how = "purpose"


def _opens_terms(items: list[Item], at: int) -> bool:
    """`under which`, `by which`, `whereby`."""
    if items[at].low == "whereby":
        return True
    return items[at].low == "which" and items[at - 1].low in ("by", "under", "through", "in")


def _named(trigger: Trigger, members: Members) -> dict[str, Role]:
    """The other parties behind the document, up to where its words end."""
    others: dict[str, Role] = {}
    own = _clauses_of_purpose(trigger)
    last = next((i for i in range(trigger.noun + 1, len(trigger.items)) if _ends(trigger.items, i)), None)
    for role in trigger.structure.roles:
        if last is not None and role.index > last:
            break
        if role.index > trigger.noun and role.clause in own and _can_be_meant(trigger, role):
            for code in role.mention.codes:
                if code not in members.found:
                    others.setdefault(code, role)
    return others


def _is_held(trigger: Trigger) -> bool:
    """`has a contract to build …`, `holds an order for …`."""
    items, noun = trigger.items, trigger.noun
    lead = items[max(0, noun - 8) : noun]
    after = items[noun + 1].low if noun + 1 < len(items) else ""
    held = any("have" in item.classes or item.low in ("holds", "held") for item in lead)
    return (
        held
        and (after in ("to", "for") or trigger.items[noun].low.endswith(" for"))
        and trigger.cue.value == "contract"
    )


def _take_holder(trigger: Trigger, members: Members) -> None:
    """Who has the contract: the one in front of `has`."""
    if not _is_held(trigger):
        return
    holder = next((r for r in trigger.structure.roles if r.governor == "subject" and r.acts
                   and r.clause == trigger.structure.clauses[trigger.noun]), None)  # fmt: skip
    if holder is not None and holder.index < trigger.noun:
        for member in members_of(trigger.sentence, holder, "subject"):
            members.add(member)


def _ends(items: list[Item], index: int) -> bool:
    """A comma, or the next document: `…, and one with B`."""
    is_next = items[index].low in ("one", "another") and items[index + 1 : index + 2] != []
    return items[index].kind == "comma" or (is_next and items[index + 1].low == "with")


def _can_be_meant(trigger: Trigger, role: Role) -> bool:
    """Whether the party is not just where it is signed, or on whose behalf: `signed in Paris on behalf of A`."""
    lead = [item.low for item in trigger.items[max(0, role.index - 4) : role.index]]
    is_place = role.governor in PLACES and role.mention.category == "metonym"
    return role.mention.is_party and not is_place and "behalf" not in lead


def _clauses_of_purpose(trigger: Trigger) -> set[int]:
    """The document's clause, and the one that tells what is bought: `a deal that clears the purchase of B's craft`."""
    items, clauses, noun = trigger.items, trigger.structure.clauses, trigger.noun
    own = {clauses[noun]}
    if noun + 1 < len(items) and items[noun + 1].low in ("that", "which", "under"):
        inner = [i for i in range(noun + 1, len(items)) if clauses[i] == clauses[noun + 1]]
        if any(items[i].low in _TRADING for i in inner) or _lets(trigger, inner):
            own.add(clauses[noun + 1])
    return own


def _lets(trigger: Trigger, clause: list[int]) -> bool:
    """`a contract which entitles B to use the antenna`: the partner stands straight behind the verb."""
    items = trigger.items
    return any(items[i].low in _LETTING and items[i + 1].mention is not None for i in clause if i + 1 < len(items))


def names_partner(trigger: Trigger) -> bool:
    """Whether a partner is named that has the same code, or none that is known: then nobody else is meant."""
    clauses = trigger.structure.clauses
    return any((r.governor in ("with", "between") or (r.governor == "from" and r.mention.is_party))
               and r.index > min(trigger.noun, trigger.verb or trigger.noun)
               and r.clause == clauses[trigger.noun] for r in trigger.structure.roles)  # fmt: skip
