"""Names of a sentence that are told of another document, or of what a document does, not of those who sign it.

Belongs here: whether a party belongs to the trigger asked for. Does not belong here: which part it then plays
(`parties`), names that only describe a party (`asides`).
"""

from transforms.extract.agreements.triggers import TELLS, Trigger
from transforms.extract.agreements.verbs import is_short_form
from transforms.text.items import Item
from transforms.text.roles import Role

WITH = frozenset(["with", "alongside"])
#: Prepositions of time and place, behind which a new subject can follow without a comma.
SETTINGS = frozenset({"on", "in", "at", "after", "before", "during", "since", "when", "as", "until", "under", "within"})
#: How far behind `and` the verb of a clause of its own can stand.
_HEAD = 4
_RACERS = frozenset({"contenders", "bidders", "finalists", "competitors", "candidates", "shortlisted"})
_TIES = frozenset({"relations", "ties", "relationship", "links", "friendship", "rapport"})


def is_of_next(role: Role, trigger: Trigger) -> bool:
    """`the pact signed by A and B, and the one between A and C`: the parties of the document that they stand behind."""
    items = trigger.items
    link = next((i for i in range(role.index, -1, -1) if items[i].low in ("between", "among")), 0)
    nouns = [i for i in range(link) if items[i].cue("agreement.document") is not None]
    nouns += [link - 1] if link and items[link - 1].low == "one" else []
    while nouns and is_short_form(items, nouns[-1]):
        nouns.pop()
    return bool(nouns) and nouns[-1] != trigger.noun


def is_of_new_clause(role: Role, trigger: Trigger) -> bool:
    """`pacts were signed with A, and talks are going on with B`: behind a subject and verb of their own."""
    items, last = trigger.items, max(trigger.noun, trigger.verb or 0)
    for at in range(last + 1, role.index):
        if "conj" not in items[at].classes:
            continue
        for item in items[at + 1 : min(at + 1 + _HEAD, role.index)]:
            if item.mention is not None or item.kind != "word":
                break
            if item.classes & {"be", "have", "modal"}:
                return True
    return False


def is_of_other_one(role: Role, trigger: Trigger) -> bool:
    """`a pact with A was announced in May, and one with B in June`: the partner of the document left out, or of it."""
    items = trigger.items
    if trigger.verb is not None and role.index < trigger.noun < trigger.verb and role.governor in WITH:
        told = [i for i in range(role.index) if items[i].cue("agreement.document") is not None]
        if told and any(item.low in SETTINGS for item in items[role.index + 1 : trigger.noun]):
            return True  # `has signed agreements with A, since the first road map was unveiled`
    if role.governor in WITH and _is_of_other_pact(role.index, trigger):
        return True
    if role.governor in WITH and (_is_of_ties(items, role.index) or _competes(items, role.index)):
        return True
    if not any(item.low in ("one", "another") for item in items):
        return False
    ones = [i for i in range(len(items) - 1) if items[i].low in ("one", "another") and items[i + 1].low == "with"]
    if items[trigger.noun].low in ("one", "another") and trigger.noun in ones:
        later = [one for one in ones if one > trigger.noun]
        return role.index < trigger.noun or (bool(later) and role.index > later[0])
    return any(trigger.noun < one < role.index for one in ones)


def _is_of_other_pact(at: int, trigger: Trigger) -> bool:
    """`pacts with A and B, as well as a memorandum with C`: the partners of each stand behind it."""
    items = trigger.items
    second = next((i for i in range(2, len(items) - 1) if items[i].cue("agreement.document") is not None
                   and items[i + 1].low in WITH and _is_added(items, i)), None)  # fmt: skip
    return second is not None and (at > second) != (trigger.noun >= second)


def _is_added(items: list[Item], noun: int) -> bool:
    """Whether `as well as` leads to the document."""
    lead = " ".join(item.low for item in items[max(0, noun - 9) : noun])
    return "as well as" in lead and not any(item.mention is not None for item in items[max(0, noun - 5) : noun])


def _is_of_ties(items: list[Item], at: int) -> bool:
    """`has good relations with A`, `its ties with B`: no document is with them."""
    link = next((i for i in range(at - 1, max(0, at - 6), -1) if items[i].low in WITH), 0)
    return link > 0 and items[link - 1].low in _TIES


def _competes(items: list[Item], at: int) -> bool:
    """`will award a contract, with A and B among the bidders`: who is in the race for it."""
    return any(item.low in _RACERS for item in items[at + 1 : at + 12])


def is_told_of(role: Role, trigger: Trigger) -> bool:
    """`the agreement underlines the ties of A with B`: behind what the document is told to do."""
    between = trigger.items[trigger.noun + 1 : role.index]
    return trigger.verb is None and role.governor not in ("between", "among") and any(i.low in TELLS for i in between)


def is_listed_behind(role: Role, trigger: Trigger) -> bool:
    """`pacts have been signed: with A in 2031, with B in 2034`: partners that a colon behind the verb opens."""
    at = max(trigger.noun, trigger.verb or 0) + 1
    items = trigger.items
    if trigger.cue.form != "many" or at + 1 >= len(items) or items[at].kind not in ("colon", "dash"):
        return False
    return items[at + 1].low == "with" and role.index > at


def is_lost_by(trigger: Trigger, role: Role) -> bool:
    """`A snags a launch contract from B`, where both launch for others: whose customer it takes."""
    trades = [trigger.items[r.index].cue("supplier") for r in trigger.structure.roles
              if r is role or (r.governor == "subject" and r.index < trigger.noun)]  # fmt: skip
    launches = sum(trade is not None and trade.value == "launch" for trade in trades)
    return (
        trigger.act == "win" and launches == len(trades) == 2 and trigger.items[trigger.noun].low.startswith("launch")
    )
