"""Parties of a document that only heads a title, or is the ground for what the sentence tells.

Belongs here: `Memorandum: A and B`, `A builds craft for B and C under contracts`. Does not belong here: parties that
words point back to (`reference`).
"""

from transforms.extract.agreements.asides import closes_list
from transforms.extract.agreements.members import Members, members_of
from transforms.extract.agreements.parties import PLACES, is_basis
from transforms.extract.agreements.triggers import DOCUMENT, Trigger, act_of
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.sentence import Sentence

#: What joins a name to a list as `and` does.
_BESIDE = frozenset({"together with", "along with", "as well as", "with"})


def two_before(sentence: Sentence) -> tuple[str, ...]:
    """Whom `they` stands for: the two who are the subject of the sentence before, or the one who met the other."""
    earlier = sentence.previous
    for places in (("subject",), ("subject", "object", "with")) if earlier is not None else ():
        acting = [r for r in earlier.structure.roles if r.governor in places and r.acts]  # type: ignore[union-attr]
        codes = tuple(dict.fromkeys(code for role in acting for code in role.mention.codes))
        if len(codes) == 2:
            return codes
    return ()


def by_heading(trigger: Trigger, members: Members) -> None:
    """`Memorandum of Understanding: A and B`: a title that names the document and its two parties, no more."""
    items, noun = trigger.items, trigger.noun
    if trigger.verb is not None or trigger.sentence.part.name != "title" or noun + 1 >= len(items):
        return
    if items[noun + 1].kind != "colon" or any(act_of(item) is not None for item in items[noun + 1 :]):
        return
    named = [role for role in trigger.structure.roles if role.index > noun and role.acts]
    if len({code for role in named for code in role.mention.codes}) != 2:
        return
    for role in named:
        for member in members_of(trigger.sentence, role, "between"):
            members.add(member)


def by_served(trigger: Trigger, members: Members) -> None:
    """`A will build craft for B and C under contracts`: who acts, with each of those it acts for."""
    if members.found or trigger.cue.form != "many" or not is_basis(trigger):
        return
    roles = [role for role in trigger.structure.roles if role.index < trigger.noun]
    makers = [role for role in roles if role.governor == "subject" and role.acts]
    served = [role for role in roles if role.governor in ("for", "to") and role.mention.category == "country"]
    if len({code for role in makers for code in role.mention.codes}) != 1 or len(served) < 2:
        return
    for role, slot in ((makers[0], "subject"), *((role, "with") for role in served)):
        for member in members_of(trigger.sentence, role, slot):
            members.add(member)
    members.how = "sentence"


def is_of_event(trigger: Trigger, role: Role) -> bool:
    """`after the Ukraine war`: where something happened."""
    after = trigger.items[role.index + 1 : role.index + 2]
    return bool(after) and after[0].low in ("war", "crisis", "conflict", "invasion")


def listed_before(structure: Structure, items: list[Item], last: Role) -> list[Role]:
    """`founded by A, B and C, which signed …`: the other members of the list that ends with this party."""
    found: list[Role] = []
    at, is_joined = last.index, False
    earlier = {role.index: role for role in structure.roles if role.index < last.index and role.acts}
    while at > 0:
        at -= 1
        item = items[at]
        if at in earlier:
            if not is_joined:
                break
            found.append(earlier[at])
            is_joined = False
        elif item.kind == "comma" or "conj" in item.classes or item.low in _BESIDE:
            is_joined = True
        elif "det" not in item.classes and item.low not in ("former", "alongside"):
            break
    return found


def names_both(trigger: Trigger, members: Members) -> bool:
    """`an agreement with A for launches with B`: each behind a preposition of its own."""
    links = sum(item.low == "with" for item in trigger.items[trigger.noun + 1 :])
    return trigger.cue.form == "one" and links > 1 and len(members.found) > 1


def goes_on_at_home(trigger: Trigger, members: Members) -> bool:
    """`A makes engines. That includes an agreement with B` of A's own state: nobody else is meant."""
    earlier = trigger.sentence.previous
    if earlier is None or trigger.items[0].low not in ("that", "this", "it", "these", "those"):
        return False
    acting = [role for role in earlier.structure.roles if role.governor == "subject" and role.acts]
    return any(set(role.mention.codes) & set(members.found) for role in acting[:1])


def is_won(trigger: Trigger, members: Members) -> bool:
    """`won the contract`, `has been awarded a contract`: by whom it was given is left out."""
    if trigger.act == "win" or is_held(trigger):
        return True
    passive = trigger.group is not None and trigger.group.is_passive
    if (trigger.verb or 0) > trigger.noun:  # `A's contract was awarded in 2031`
        return passive and trigger.act in ("award", "win") and {m.slot for m in members.found.values()} == {"owner"}
    return trigger.act == "award" and passive and not members.slot("source", "with")


def is_held(trigger: Trigger) -> bool:
    """`A has had the order since 2031`, `A holds the contract`: it is told of as known."""
    if trigger.verb is not None or trigger.cue.value != "contract" or trigger.noun < 2:
        return False
    lead = trigger.items[max(0, trigger.noun - 4) : trigger.noun]
    has = any("have" in item.classes or item.low in ("holds", "held") for item in lead)
    return has and lead[-1].low == "the"


def names_person(trigger: Trigger) -> bool:
    """`a letter of intent between Minister Juan Soto and the firm`: one side is told by who signs for it alone."""
    link = next((i for i in range(trigger.noun, len(trigger.items)) if trigger.items[i].low == "between"), None)
    if link is not None and closes_list(trigger.items, link):
        return True
    return link is not None and any(
        item.mention is not None and item.mention.category == "unknown" and " " in item.mention.text
        for item in trigger.items[link + 1 : link + 6]
    )


def is_of_home(trigger: Trigger) -> bool:
    """`A gave B an order. The deal sent shares up`, where both are of one state: the deal is theirs."""
    earlier = trigger.sentence.previous
    if earlier is None or not earlier.has(DOCUMENT):
        return False
    acting = [role for role in earlier.structure.roles if role.acts and role.governor not in PLACES]
    named = {role.mention.id for role in acting if role.mention.category == "organization"}
    return len(named) > 1 and len({code for role in acting for code in role.mention.codes}) == 1


def is_body(role: Role) -> bool:
    """`takes part in a programme of the Union`: no place, whatever stands before it."""
    return role.governor == "in" and role.mention.category in ("body", "organization")
