"""How a telling stands to the other documents of the story: the same again, an older one, one beside it.

Belongs here: reading that from the words around a document. Does not belong here: which tellings are merged (`same`),
or what later words say of a document (`later`).
"""

from transforms.extract.agreements.standing import NATION
from transforms.extract.agreements.triggers import DOCUMENT, Trigger
from transforms.extract.drafts import Draft

_NEAR = 12
#: Words for a further document between the same parties.
_ALSO = frozenset({"also", "as well", "too", "simultaneously"})
_OLDER = frozenset({"original", "earlier", "previous", "existing", "older", "initial", "former", "underlying"})


def means(trigger: Trigger, last: Draft) -> bool:
    """Whether `the agreement`, `the document` is the one told of just before."""
    if trigger.verb is None or trigger.act not in ("sign", "announce", "end") or trigger.cue.form == "many":
        return False
    near = last.part == trigger.sentence.part.name and trigger.sentence.index - last.sentence.index <= 3
    before = [item.low for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun]]
    return near and "the" in before and trigger.status == last.get("status")


def is_theirs(trigger: Trigger, last: Draft) -> bool:
    """`Their plan began with a joint statement that was signed …`: by the parties told of before."""
    if trigger.noun == 0 and trigger.verb is None:  # a sentence cut off from the one before
        return last.sentence is trigger.sentence.previous
    if is_also(trigger, last):
        return True
    near = trigger.sentence.index - last.sentence.index <= _NEAR or last.part == "title"
    return near and trigger.verb is not None and trigger.items[0].low in ("their", "both", "they")


def is_also(trigger: Trigger, last: Draft) -> bool:
    """`Also signed was a letter of intent`, `A protocol was signed as well`: by those of the sentence before."""
    if trigger.group is None or trigger.act != "sign":
        return False
    if not trigger.group.is_passive and trigger.items[trigger.group.verb - 1].low != "also":
        return False  # `Nelson and Diaz also signed an arrangement`: they are told to have signed before
    is_next = last.part == trigger.sentence.part.name and 0 < trigger.sentence.index - last.sentence.index <= 2
    return is_next and last.get("status") == trigger.status == "signed" and not _ALSO.isdisjoint(trigger.sentence.lows)


def is_firmed_up(trigger: Trigger, last: Draft) -> bool:
    """`A has won a contract. … The contract will be signed in May`: the paper of what was won is still to come."""
    if trigger.status != "planned" or trigger.act != "sign" or "act:win" not in last.features:
        return False
    near = last.sentence.part is trigger.sentence.part and trigger.sentence.index - last.sentence.index <= 3
    return near and trigger.noun > 0 and trigger.items[trigger.noun - 1].low in ("the", "this")


def is_joined(trigger: Trigger) -> bool:
    """`becoming the 10th signatory to the pact`: one who joins, told of elsewhere."""
    between = trigger.items[trigger.verb : trigger.noun] if trigger.verb is not None else []
    return trigger.act == "become" and any(item.cue(NATION) is not None for item in between)


def is_ground(trigger: Trigger, draft: Draft) -> bool:
    """`A and B work together under a framework signed in 2008`: a document of a year before the story's."""
    today, signed = trigger.sentence.part.document.day, draft.get("signed")
    if not today or not signed or signed[:4] >= today[:4] or trigger.act == "order":
        return False
    lead = [item.low for item in trigger.items[max(0, trigger.noun - 7) : trigger.noun]]
    return "under" in lead and not {"the", "this", "that"} & set(lead[lead.index("under") + 2 :])


def is_beside(trigger: Trigger) -> bool:
    """`a protocol on …, and an agreement on …`: a document beside another one of the sentence."""
    items = trigger.items
    for index in range(trigger.noun - 1, max(0, trigger.noun - 5), -1):
        if items[index].low in ("a", "an", "another"):
            return items[index - 1].low == "and" and any(i.cue(DOCUMENT) for i in items[:index])
    return False


def is_earlier(trigger: Trigger) -> bool:
    """`the original accord dates back to 2014`, `a treaty that took effect in 2016`: another one than the story's."""
    before = {item.low for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun]}
    if before & {"builds", "build", "built", "building"} and "on" in before:
        return True  # `the accord builds on a statement of 2021`
    return not before.isdisjoint(_OLDER) or (trigger.act == "date" and not before.isdisjoint({"a", "an"}))
