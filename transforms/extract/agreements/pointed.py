"""Partners told by words that point back: `with which it signed`, `with the institute`, `her Chilean counterpart`.

Belongs here: steps that find one party by such words. Does not belong here: the order of the steps, groups and pronouns
in front of the verb (`reference`).
"""

from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.triggers import Trigger
from transforms.text import coreference


def by_with_whom(trigger: Trigger, members: Members) -> None:
    """`A, with which it signed a contract`: the party before the relative clause is the partner."""
    items, group = trigger.items, trigger.group
    if (group is not None and group.is_passive) or members.slot("with"):
        return
    first = group.first if group is not None else trigger.noun  # `with which A has an agreement`
    for at in range(first - 1, max(1, first - 12 if group is None else first - 7), -1):
        if items[at].low not in ("whom", "which") or items[at - 1].low != "with":
            continue
        named = at - 3 if items[at - 2].kind == "comma" else at - 2
        role = next((role for role in trigger.structure.roles if role.index == named and role.acts), None)
        for member in members_of(trigger.sentence, role, "with") if role is not None else ():
            members.add(member)
        if group is None:
            _take_subject(trigger, members, at)
        return


def _take_subject(trigger: Trigger, members: Members, which: int) -> None:
    """`with which A has an agreement`: who has it stands behind the relative."""
    for role in trigger.structure.roles:
        if which < role.index < trigger.noun and role.governor == "subject" and role.acts:
            for member in members_of(trigger.sentence, role, "subject"):
                members.add(member)


def by_partner_word(trigger: Trigger, members: Members) -> None:
    """`signed with the institute`, `a contract with it`: a partner told by a word for one named before."""
    items, verb = trigger.items, trigger.verb if trigger.verb is not None else trigger.noun
    if len(members.found) != 1 or members.slot("with"):
        return
    link = next((i for i in range(max(trigger.noun, verb) + 1, min(len(items), max(trigger.noun, verb) + 5))
                 if items[i].low == "with"), None)  # fmt: skip
    if link is None or link + 2 >= len(items) or items[link + 1].low not in ("it", "the", "them"):
        return
    single = coreference.single(trigger.sentence, items[link + 1].start, items[min(len(items) - 1, link + 4)].end)
    headed = coreference.headed(trigger.sentence, items[link].start) if items[link + 1].low == "it" else None
    if headed is not None:
        first, last, code, _ = headed
        members.add(Member(code, first, last, trigger.sentence.part.name, True, "with"))
        members.how = "pronoun"
    elif single is not None and single.start == items[link + 1].start:
        for code in single.codes:
            members.add(Member(code, single.start, single.end, trigger.sentence.part.name, True, "with"))
        members.how = "pronoun"


def by_counterpart(trigger: Trigger, members: Members) -> None:
    """`The minister and her Chilean counterpart signed`: the other one is of whom the story is most."""
    items = trigger.items
    at = next((i for i in range(len(items)) if items[i].low.rstrip("s") == "counterpart"), None)
    if at is None or len(members.found) != 1 or at < 2 or items[at - 1].mention is None:
        return
    if items[at - 2].low not in ("her", "his", "their", "its") or members.slot("with", "source"):
        return
    for code, (_, mention, part) in trigger.sentence.part.document.salience.items():
        if code not in members.found and mention.category in ("country", "people", "metonym", "demonym"):
            members.add(Member(code, mention.start, mention.end, part, True, "subject"))
            members.how = "topic"
            return


def by_possessor(trigger: Trigger, members: Members) -> None:
    """`the country's agreement with A`: who it belongs to; `its` only where no subject stands before it."""
    items, noun = trigger.items, trigger.noun
    poss = next((i for i in range(noun - 1, max(-1, noun - 5), -1) if items[i].kind == "poss"), None)
    if poss is None or poss < 2 or not members.slot("with") or items[poss - 1].mention is not None:
        return
    single = coreference.single(trigger.sentence, items[poss - 2].start, items[poss].start)
    if single is not None:
        for code in single.codes:
            members.add(Member(code, single.start, single.end, trigger.sentence.part.name, True, "owner"))
        members.how = "pronoun"
