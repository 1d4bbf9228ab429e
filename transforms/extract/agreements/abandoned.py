"""Documents that will not be: plans and signings that are dropped, called off or put off.

Belongs here: `called off the signing of …`, `plans to sign … were abandoned`, `will not be signed`. Does not belong
here: the end of a document that was signed (`triggers`).
"""

from transforms.extract.vocabulary import word_set
from transforms.text.items import Item
from transforms.text.verbs import VerbGroup, group

END = "agreement.end"
#: What is given up in place of a document: `plans`, `talks`, `the signing`; and words that put it off or foretell it.
_PLANS = word_set("agreements.abandoned.plans")
_LATER = word_set("agreements.abandoned.later")
_DEFINITE = frozenset({"the", "their", "its", "'s", "’s", "this", "planned", "proposed"})
_NOT_YET = frozenset({"before", "until", "till", "this", "today", "yet", "by"})
_BACK, _AHEAD = 9, 26


def ended_by(items: list[Item], first: int, noun: int) -> int | None:
    """The verb that gives up the plan for a document: before its own verb group at `first`, or behind the noun."""
    before = dropped_plan(items, min(first, noun))
    if before is not None:
        return before
    if not _is_plan(items, min(first, noun), noun):
        return None
    return next((at for at in _passives(items, noun) if items[at].cue(END) is not None), None)


def is_to_come(items: list[Item], first: int, noun: int) -> bool:
    """`the signing of the pact was postponed`, `is planned for May`."""
    if not _is_plan(items, min(first, noun), noun):
        return False
    if any(items[at].low.split(" ")[0] in _LATER for at in _passives(items, noun)):
        return True
    return any(item.low.split(" ")[0] in _LATER and "be" not in items[at - 1].classes
               for at, item in enumerate(items[max(0, first - 3) : first], max(0, first - 3)) if at)  # fmt: skip


def is_refused(items: list[Item], verb: VerbGroup, noun: int) -> bool | None:
    """Whether `the pact will not be signed` gives it up (`before May`: not yet); None where the words are none such."""
    if verb.modality != "denied" or verb.time != "future":
        return None
    lead = {item.low for item in items[max(0, noun - 4) : noun]}
    if lead.isdisjoint(_DEFINITE):
        return None
    behind = {item.low for item in items[max(verb.verb, noun) + 1 : max(verb.verb, noun) + 6]}
    return behind.isdisjoint(_NOT_YET)


def dropped_plan(items: list[Item], first: int) -> int | None:
    """`dropped their plan to sign`, `called off the signing of`: over the words of the plan alone."""
    is_planned = items[first].low.split(" ")[0] in _PLANS
    for at in range(first - 1, max(-1, first - _BACK), -1):
        item = items[at]
        cue = item.cue(END)
        if cue is not None and cue.form in ("ed", "s", "ing", "base"):
            read = group(items, at, cue.form)
            is_active = not any("be" in other.classes for other in items[read.first : at])
            return at if is_planned and is_active and read.modality == "fact" else None
        is_planned = is_planned or item.low in _PLANS
        if item.kind not in ("word", "poss", "name", "number") or item.classes - {"det", "prep", "adv"}:
            return None
    return None


def _is_plan(items: list[Item], first: int, noun: int) -> bool:
    """Whether a word for a plan or a signing leads to the document."""
    return any(item.low in _PLANS for item in items[max(0, first - 4) : noun])


def _passives(items: list[Item], noun: int) -> list[int]:
    """Where participles behind an auxiliary stand that are said of what the noun belongs to."""
    found = []
    for at in range(noun + 1, min(len(items), noun + _AHEAD)):
        item = items[at]
        if (
            item.kind in ("comma", "semicolon", "colon")
            or "rel" in item.classes
            or item.low in ("after", "when", "that")
        ):
            break
        near = items[max(noun + 1, at - 3) : at]
        if any("be" in other.classes for other in near) and not item.classes:
            found.append(at)
    return found
