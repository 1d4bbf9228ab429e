"""Who supplies under a contract, where other words than the contract's own tell it.

Belongs here: the sentence before, the craft that is meant, firms named near by. Does not belong here: what the
contract's sentence tells (`agreement_supply`).
"""

from transforms.extract.agreement_parties import Member, Members
from transforms.extract.agreement_partners import meant_owner
from transforms.extract.agreement_triggers import Trigger
from transforms.extract.cooperations_craft import story
from transforms.text.verbs import group

_DEED = "cooperation.make"
#: How many sentences before one firms are looked for.
_FAR = 4


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
