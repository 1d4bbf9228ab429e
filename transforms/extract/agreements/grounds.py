"""Parties of a document that is only the ground for what its sentence tells: those who do it, and for whom.

Belongs here: `A builds it under a contract of 2031`, where a side is left out. Does not belong here: parties of titles
and lists (`bases`), or that words point back to (`reference`).
"""

from transforms.extract.agreements.bases import by_served, is_of_event
from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.parties import PLACES, is_basis
from transforms.extract.agreements.partners import meant_owner, owner
from transforms.extract.agreements.purpose import names_partner
from transforms.extract.agreements.triggers import Trigger
from transforms.text.roles import Role

#: How near the head of its sentence a document stands that leads it: `Under a new contract, …`.
_FRONT = 6


def by_sentence(trigger: Trigger, members: Members) -> None:
    """The other parties of the sentence, where there are just enough: `A told B that the cooperation is over`."""
    others = _others(trigger, members)
    if len(others) + len(members.found) == 1 and is_basis(trigger) and not names_partner(trigger):
        known = {*others, *members.found}
        whose = owner(trigger, known) or _maker_serves(trigger, known) or _served(trigger, known)
        firm = next(iter(others.values()), None)
        if whose is None or (firm is not None and not firm.acts):
            return
        members.add(whose)
    elif len(others) + len(members.found) != 2:
        others = _fronted(trigger, members, others)
        if not others:
            by_served(trigger, members)
            return
    for role in others.values():
        for member in members_of(trigger.sentence, role, "other"):
            members.add(member)
    members.how = "sentence"


def _others(trigger: Trigger, members: Members) -> dict[str, Role]:
    """The parties of the sentence that are no members yet, places left out."""
    others: dict[str, Role] = {}
    for role in trigger.structure.roles:
        is_later = role.clause > trigger.structure.clauses[trigger.noun] and role.governor == "subject"
        if is_later and trigger.act == "date":
            continue  # `The contract, dated May 3, is for two craft, and A chose B to launch them`
        if role.mention.is_party and role.governor not in PLACES and not is_of_event(trigger, role):
            for code in role.mention.codes:
                if code not in members.found:
                    others.setdefault(code, role)
    return others


def _fronted(trigger: Trigger, members: Members, others: dict[str, Role]) -> dict[str, Role]:
    """`Under a contract, A and B will offer C …`: the two who act by it."""
    acting = {code: role for code, role in others.items() if role.governor == "subject" and role.acts}
    is_fronted = trigger.noun < _FRONT and trigger.items[0].low in ("under", "through")
    return acting if is_fronted and len(acting) == 2 and not members.found and trigger.cue.form != "many" else {}


def _served(trigger: Trigger, known: set[str]) -> Member | None:
    """`Peru wants a satellite. A will help, under a contract of 2014`: the one whom the sentence before is about."""
    earlier = trigger.sentence.previous
    lead = {item.low for item in trigger.items[max(0, trigger.noun - 7) : trigger.noun]}
    if earlier is None or earlier.paragraph != trigger.sentence.paragraph or trigger.items[0].low in ("it", "they"):
        return None
    if not lead & {"under", "by", "through"} and [item.low for item in trigger.items[1:3]] != ["was", "first"]:
        return None
    acting = [role for role in earlier.structure.roles if role.mention.is_party and role.governor not in PLACES]
    codes = {code for role in acting for code in role.mention.codes}
    first = next((role for role in acting if role.governor == "subject" and role.acts), None)
    if first is None or len(codes) != 1 or codes & known:
        return None
    return next((member.from_afar() for member in members_of(earlier, first, "topic")), None)


def _maker_serves(trigger: Trigger, known: set[str]) -> Member | None:
    """`It was built by A under a contract`: the owner of the craft meant."""
    return meant_owner(trigger.sentence, known) if trigger.sentence.has("cooperation.make") else None
