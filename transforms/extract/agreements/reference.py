"""Parties of an agreement that its sentence leaves out or only points back to.

Belongs here: `the two sides`, `it`, the subject of the main clause, the purpose, the topic of the article; one step
after the other until there are two. Does not belong here: parties named in their place (`parties`).
"""

from dataclasses import replace

from transforms.extract.agreements.bases import (
    by_heading,
    goes_on_at_home,
    is_body,
    is_held,
    is_of_home,
    is_won,
    listed_before,
    names_both,
    names_person,
    two_before,
)
from transforms.extract.agreements.grounds import by_sentence
from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.parties import PLACES, antecedent, is_basis
from transforms.extract.agreements.partners import by_customer, by_topic
from transforms.extract.agreements.pointed import by_counterpart, by_partner_word, by_possessor, by_with_whom
from transforms.extract.agreements.purpose import by_purpose, by_terms, names_partner
from transforms.extract.agreements.triggers import DOCUMENT, VAGUE, Trigger
from transforms.extract.vocabulary import word_set
from transforms.text import coreference
from transforms.text.roles import Role
from transforms.text.sentence import Sentence

#: Who signs with a party named behind `and`: `it and A signed`.
_BESIDE_AND = frozenset(
    {"it", "company", "agency", "operator", "firm", "he", "she", "government", "ministry", "minister", "institute",
     "university", "president", "office", "country"}
)  # fmt: skip
_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
#: How near the head of its sentence a document stands that leads it.
_FRONT = 6
_POINTERS = word_set("agreements.parties.pointers")


def complete(trigger: Trigger, members: Members) -> Members:
    """Parties that the sentence only points back to: `the two sides`, `it`, `the company`, or leaves to the topic."""
    for step in (
        by_heading,
        by_with_whom,
        _by_antecedent,
        _by_heads,
        _by_group,
        _by_pronoun,
        _by_shared_subject,
        by_partner_word,
        by_counterpart,
        by_possessor,
        _by_main_clause,
        by_purpose,
        by_terms,
    ):
        if len(members.found) < 2:
            step(trigger, members)
    is_ground = trigger.act in ("end", "date") or is_basis(trigger)
    if len(members.found) < 2 and is_ground and not names_person(trigger):
        by_sentence(trigger, members)
    if trigger.cue.label not in (DOCUMENT, VAGUE):
        return members
    pointed = len(members.found) == 1 and (_points_at_partner(trigger, members) or _is_plural(trigger, members))
    if _lacks_owner(trigger, members) or pointed:
        by_topic(trigger, members)
    elif len(members.found) == 1 and is_won(trigger, members) and (is_held(trigger) or not names_partner(trigger)):
        by_customer(trigger, members)
    elif not members.found and _tells_no_signer(trigger) and not _is_both(trigger):
        _by_pair(trigger, members)
    return members


def _by_heads(trigger: Trigger, members: Members) -> None:
    """`Their presidents signed the accord`: the two who are the subject of the sentence before."""
    items, earlier = trigger.items, trigger.sentence.previous
    if earlier is None or members.found or trigger.group is None or trigger.group.is_passive:
        return
    if items[0].low != "their" or not items[1].low.endswith("s"):
        return
    acting = [role for role in earlier.structure.roles if role.governor == "subject" and role.acts]
    found = {code: role for role in reversed(acting) for code in role.mention.codes}
    for role in found.values() if len(found) == 2 else ():
        for member in members_of(earlier, role, "subject"):
            member.inferred, member.index = True, -1
            members.add(member)
        members.how = "group"


def _by_group(trigger: Trigger, members: Members) -> None:
    if trigger.act in ("win", "award", "order", "select"):
        return
    pair = coreference.group(trigger.sentence)
    if pair is None or not set(members.found) <= set(pair.codes):
        return
    lead = [i.low for i in trigger.items if trigger.items[trigger.noun].end <= i.start < pair.start]
    slot = "between" if lead in (["of"], ["between"]) else "subject"  # `the accord of the two governments`
    for code in pair.codes:
        members.add(Member(code, pair.start, pair.end, trigger.sentence.part.name, True, slot))
    members.how = "group"


def _by_antecedent(trigger: Trigger, members: Members) -> None:
    """`A, which signed a contract with B`: the party before the relative clause."""
    group = trigger.group
    if group is None or group.is_passive or members.slot("subject"):
        return
    role = antecedent(trigger.structure, trigger.items, group.first)
    if role is None:
        return
    several = [] if members.slot("with") else listed_before(trigger.structure, trigger.items, role)
    for one in (*several, role):
        for member in members_of(trigger.sentence, one, "subject"):
            members.add(member)


def _by_pronoun(trigger: Trigger, members: Members) -> None:
    """`it signed …`, `the company won …`: the lone word in front of the verb."""
    group, items = trigger.group, trigger.items
    awarded = trigger.act == "award" and (trigger.verb or 0) < trigger.noun and group is not None and group.is_passive
    named = members.slot("receiver" if awarded else "subject")
    if (named and not _is_joined(trigger, named)) or group is None or (group.is_passive and not awarded):
        return
    start = items[max(0, group.first - 8)].start
    single = coreference.single(trigger.sentence, start, items[group.first].start)
    if single is not None:
        for code in _both(trigger, single) or single.codes:
            slot = "receiver" if awarded else "subject"
            members.add(Member(code, single.start, single.end, trigger.sentence.part.name, True, slot))
        members.how = "pronoun"


def _both(trigger: Trigger, single: coreference.Reference) -> tuple[str, ...]:
    """`They signed the accord`: the two who are the subject of the sentence before, or the one who met the other."""
    is_they = trigger.sentence.part.text[single.start : single.end].lower() == "they"
    return two_before(trigger.sentence) if is_they else ()


def _is_joined(trigger: Trigger, named: list[Member]) -> bool:
    """`it and A signed`: the word stands beside a party."""
    first = min((member.index for member in named), default=-1)
    before = [item.low for item in trigger.items[max(0, first - 4) : max(0, first)] if "det" not in item.classes]
    return len(before) > 1 and before[-1] == "and" and before[-2] in _BESIDE_AND


def _by_shared_subject(trigger: Trigger, members: Members) -> None:
    """`A signed a lease, and won an order from B`: a second verb has the subject of the first."""
    group, items = trigger.group, trigger.items
    if group is None or group.is_passive or group.first < 3 or members.slot("subject", "between"):
        return
    if "conj" not in items[group.first - 1].classes or trigger.act not in ("win", "sign", "order", "award"):
        return
    for role in reversed(trigger.structure.roles):
        if role.index < group.first and role.governor == "subject" and role.acts:
            for member in members_of(trigger.sentence, role, "subject"):
                members.add(member)
            return


def _by_main_clause(trigger: Trigger, members: Members) -> None:
    """`Canada brings the arm under a treaty signed with …`: the subject of the sentence is the other party."""
    if {m.slot for m in members.found.values()} != {"with"} or not (trigger.is_relative or trigger.verb is None):
        return
    clauses, opens = trigger.structure.clauses, trigger.items[0].low in ("it", "they")
    for role in trigger.structure.roles:
        if opens and role.clause != clauses[0]:
            continue  # `It supplies the rocket that C flies, under an agreement with B`
        if role.governor == "subject" and role.acts and role.index < trigger.noun and not role.mention.is_doubtful:
            found = [m for m in members_of(trigger.sentence, role, "subject") if m.code not in members.found]
            if found:
                members.add(found[0])
                members.how = "main_clause"
                return
    start = trigger.sentence.start
    if trigger.items[0].low in ("it", "the", "they"):  # `It also supplies the engine under an agreement with B`
        single = coreference.single(trigger.sentence, start, trigger.items[min(3, trigger.noun)].start)
        for code in single.codes if single is not None else ():
            members.add(Member(code, single.start, single.end, trigger.sentence.part.name, True, "subject"))  # type: ignore[union-attr]
            members.how = "pronoun"


def _tells_no_signer(trigger: Trigger) -> bool:
    """`The agreement was signed in Lima`, `witnessed the signing of the agreement`: by whom is told before."""
    if trigger.group is None:
        return False
    return trigger.group.is_passive or trigger.items[trigger.group.verb].low == "signing"


def _is_contrast(trigger: Trigger, acting: list[Role]) -> bool:
    """Whether `while` or `though` parts the two: what is told of one is not told of the other."""
    low = [item.low for item in trigger.items[acting[0].index : acting[-1].index]]
    return not _CONTRASTS.isdisjoint(low)


def _is_when(trigger: Trigger) -> bool:
    """`A was picked in May, when the contract was signed`: the contract of the choice that the sentence tells of."""
    items, noun = trigger.items, trigger.noun
    lead = [item.low for item in items[max(0, noun - 2) : noun]]
    return lead == ["when", "the"] and any(item.cue("agreement.select") is not None for item in items[:noun])


def _is_both(trigger: Trigger) -> bool:
    """`Both contracts were signed in 2031`: two of them, each told of with parties of its own."""
    return any(item.low in ("both", "each") for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun])


def _by_near_pair(trigger: Trigger, members: Members, near: Sentence) -> bool:
    """The two whom a sentence of the paragraph names; True where nobody further off is to be asked."""
    sentence = trigger.sentence
    if near.paragraph != sentence.paragraph:
        return False
    roles = trigger.structure.roles if near is sentence else near.structure.roles
    acting = [r for r in roles if r.acts and (r.governor not in PLACES or (near is sentence and is_body(r)))]
    found = {m.code: m for role in acting for m in members_of(near, role, "other")}
    if near is sentence and len(found) == 2 and _is_contrast(trigger, acting):
        return True  # `A has signed, while talks with B go on and a text was initialled`
    if len(found) == 1 and near is not sentence:  # `A will fly on B's rocket. The contract was signed …`
        found |= {m.code: m for role in roles if role.mention.category == "organization"
                  for m in members_of(near, role, "other")}  # fmt: skip
    if len(found) != 2:
        return False
    for member in found.values():
        members.add(member if near is sentence else replace(member, index=-1))
    members.how = "near_pair"
    return True


def _by_pair(trigger: Trigger, members: Members) -> None:
    """`the first agreement was signed in 1964`: by the two that this sentence, the one before or the article names."""
    sentence = trigger.sentence
    if any(item.low == "with" for item in trigger.items[trigger.noun + 1 : trigger.noun + 2]):
        return  # somebody is named, though not by a name that is known
    if is_of_home(trigger) or _is_when(trigger):
        return
    if any(_by_near_pair(trigger, members, near) for near in (sentence, sentence.previous) if near is not None):
        return
    ranked = list(sentence.part.document.salience.items())
    if len(ranked) < 2 or ranked[1][1][0] < 2 or (len(ranked) > 2 and 2 * ranked[2][1][0] > ranked[1][1][0]):
        return
    for code, (_, mention, part) in ranked[:2]:
        members.add(Member(code, mention.start, mention.end, part, True, "topic"))
    members.how = "pair"


def _lacks_owner(trigger: Trigger, members: Members) -> bool:
    """Whether only partners are named (`contracts were signed with A and B`), and who signed with them is left out."""
    slots = {member.slot for member in members.found.values()}
    if trigger.noun and trigger.items[trigger.noun - 1].kind == "poss":
        return False
    if trigger.verb is None and (_is_domestic(trigger, members) or names_both(trigger, members)):
        return False
    if trigger.cue.form == "one" and slots == {"with"} and goes_on_at_home(trigger, members):
        return False
    if trigger.cue.form == "one" and len(members.found) > 1 and is_basis(trigger) and trigger.noun < _FRONT:
        return False  # `According to the agreement signed with A, B will …`
    open_slot = trigger.group is None or trigger.group.is_passive or trigger.cue.form == "many"
    return (
        slots == {"with"}
        and (open_slot or len(members.found) == 1)
        or slots == {"source"}
        or (slots == {"between"} and len(members.found) == 1 and names_person(trigger))
        or (slots == {"receiver"} and (trigger.verb or 0) > trigger.noun)
    )


def _is_domestic(trigger: Trigger, members: Members) -> bool:
    """`SpaceX has a contract with NASA`: the one in front is of the partner's own code."""
    return any(
        role.governor in ("subject", "by")
        and role.acts
        and role.index < trigger.noun
        and set(role.mention.codes) & set(members.found)
        for role in trigger.structure.roles
    )


def _points_at_partner(trigger: Trigger, members: Members) -> bool:
    """Whether the partner is there, but only as `with the agency`, `the agency and …`, `and the department`."""
    items = trigger.items
    verb = trigger.verb if trigger.verb is not None else trigger.noun
    first, last = min(trigger.noun, verb), max(trigger.noun, verb)
    for index in range(max(0, first - 8), min(len(items) - 1, trigger.noun + 24)):
        if items[index].low not in ("the", "its"):
            continue
        head = index + 1 if items[index + 1].low in _POINTERS else index + 2
        if head >= len(items) or items[head].low not in _POINTERS:
            continue
        before = items[index - 1].low if index else ""
        after = items[head + 1].low if head + 1 < len(items) else ""
        if before == "with" or before == "and" or (after == "and" and index < last):
            return True
    return False


def _is_plural(trigger: Trigger, members: Members) -> bool:
    """`Australia sign …`: the verb tells of more parties than the one before it."""
    if trigger.group is None or trigger.group.first != trigger.verb or trigger.verb != trigger.group.verb:
        return False
    cue = next((c for c in trigger.items[trigger.verb].cues if c.label == "agreement.sign"), None)
    country = [m for m in members.slot("subject") if m.mention is not None and m.mention.category == "country"]
    return cue is not None and cue.form == "base" and bool(country)
