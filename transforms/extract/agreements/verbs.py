"""Which verb acts on a document: behind it, before it, or in a clause that hangs on it.

Belongs here: finding the verb. Does not belong here: what the verb makes of the document (`triggers`).
"""

from transforms.extract.agreements.earlier import ahead
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.lookahead import resumes
from transforms.text.verbs import group

DOCUMENT = "agreement.document"
#: Everyday verbs that make a document where it is their object.
LIGHT = "agreement.light"
VERBS = (
    "sign",
    "win",
    "award",
    "order",
    "sell",
    "select",
    "announce",
    "talk",
    "end",
    "join",
    "become",
    "date",
    "approve",
)
_ACTS = frozenset(f"agreement.{verb}" for verb in VERBS)
_REACH_LEFT, _REACH_RIGHT = 18, 40
_DETERMINERS = word_set("agreements.triggers.determiners")
#: Words behind which a clause of its own begins: no verb in front of them acts on what follows.
_ASIDES = frozenset({"which", "who", "while", "whose", "when", "how", "whether", "because"})
#: Words that open a clause in front of the main one.
_FRONTED = frozenset({"while", "although", "though", "as", "after", "when", "since", "because", "once", "if"})
#: `the memorandum they signed`: who stands between a document and the verb that hangs on it.
_SIGNERS = frozenset({"they", "both", "two"})
#: What a document is told to do; what follows is not said of it.
TELLS = word_set("agreements.triggers.tells")


def verb_of(items: list[Item], noun: int) -> tuple[int | None, bool]:
    """Index of the verb that acts on the document at item `noun`, or None; and whether it is in a relative clause."""
    behind, before = _right(items, noun), _left(items, noun)
    if behind is not None and (
        before is None or behind[1] or noun - before > 8 or _is_predicate(items, noun, behind[0])
    ):
        return behind
    if before is None and noun + 2 < len(items):
        aside = act_of(items[noun + 2])
        if aside is not None and _is_signed_aside(items, noun + 2, aside):
            return noun + 2, True
    return before, False


def act_of(item: Item) -> Cue | None:
    """The agreement verb that the item is, if any: its label's last word is the act."""
    for cue in item.cues:
        if cue.label in _ACTS and (cue.form in ("base", "s", "ed", "ing") or cue.label == "agreement.talk"):
            return cue
    return None


def act_name(cue: Cue) -> str:
    """The act of a label: `sign`, `win`, …; a light verb (`made an arrangement`) signs."""
    act = cue.label.partition(".")[2]
    return (cue.value or "sign") if act == "light" else act


def act_beside(items: list[Item], noun: int, index: int) -> Cue | None:
    """The agreement verb at the index; an everyday one only straight beside the document: `made an arrangement`."""
    cue = act_of(items[index]) or items[index].cue(LIGHT)
    if cue is None or cue.label != LIGHT:
        return cue
    between = items[index + 1 : noun] if index < noun else items[noun + 1 : index]
    if index < noun:
        is_object = "det" in between[0].classes if between else False
        return cue if is_object and len(between) < 5 and not any(map(_parts, between[1:])) else None
    is_near = all(item.classes & {"be", "have", "adv", "pron"} or item.low in ("which", "that") for item in between)
    return cue if cue.form == "ed" and is_near and len(between) < 4 else None


def _parts(item: Item) -> bool:
    """Whether the item ends the words between a light verb and its noun: a mark, a preposition, a verb."""
    return item.kind != "word" or bool(item.classes & {"prep", "be", "have", "modal", "rel", "conj"})


def _is_boundary(item: Item) -> bool:
    return item.kind in ("semicolon",) or (item.kind == "stop" and item.low == ".")


def _right(items: list[Item], noun: int) -> tuple[int, bool] | None:
    """Index of the verb behind the noun that acts on it, and whether in a relative clause."""
    relative = False
    if is_short_form(items, noun + 2):
        noun += 3  # `a memorandum of understanding (MoU) signed …`
    for index in ahead(items, noun, _REACH_RIGHT):
        item = items[index]
        cue = act_beside(items, noun, index)
        if cue is not None and cue.form == "ed" and cue.label != "agreement.approve":
            ends, found = _acts_at(items, noun, index, cue, relative=relative)
            if ends:
                return found
        elif _is_boundary(item) or (not relative and item.low in TELLS):
            return None  # `the agreement underlines a tie that goes back to 1994`
        elif item.low in ("that", "which", "whereby", "where") and item.kind == "word":
            if relative or _is_far(items, noun, index):
                return None
            relative = True
        elif relative and item.kind == "comma" and resumes(items, index):
            relative = False  # `the contract, for which A and B competed, will be signed`
        elif (item.cue(DOCUMENT) and index - noun > 1) or (not relative and _is_of_other_verb(items, index)):
            return None
    return None


def _is_far(items: list[Item], noun: int, which: int) -> bool:
    """Whether a relative is another noun's: far off, or `a contract for a craft, which will be placed in orbit`."""
    is_passive = which + 1 < len(items) and "be" in items[which + 1].classes
    if which - noun > (18 if is_passive else 12):
        return True
    at = which - 2 if items[which - 1].kind == "comma" else which - 1
    return at > noun and items[at].cue("launch.craft") is not None


def _acts_at(
    items: list[Item], noun: int, index: int, cue: Cue, *, relative: bool
) -> tuple[bool, tuple[int, bool] | None]:
    """Whether the search ends at this verb, and what it found."""
    if items[index - 1].kind == "poss" and items[index].cue("agreement.talk") is not None:
        return False, None  # `A's planned launch`
    if items[index].low == "planned" and _is_meant_to(items, index):
        return True, None  # `The agreement is planned to support growth`
    if items[index].low == "dated" and items[index - 1].kind != "comma":
        return False, None  # `a loan contract dated May 3`; but `the treaty with A, dated May 3`
    if index == noun + 1:
        return True, (index, True)
    read = group(items, index, cue.form)
    if read.is_passive and not relative and _is_of_next_subject(items, noun, read.first):
        return True, None  # `A has the order, a slot has been hired`
    if relative or read.is_passive or _is_told_alone(items, noun, index, cue):
        return True, (index, relative)
    if items[index - 1].kind == "close" or items[index - 1].mention is not None or items[index - 1].low in _SIGNERS:
        return True, (index, True) if _only_names(items, noun + 1, index) else None
    return False, None


def _is_of_next_subject(items: list[Item], noun: int, first: int) -> bool:
    """Whether another thing than the document stands before the passive: behind one comma, with an article."""
    commas = [at for at in range(noun + 1, first) if items[at].kind == "comma"]
    if len(commas) != 1 or commas[0] == noun + 1 or commas[0] + 2 >= first:
        return False
    behind = items[commas[0] + 1 : first]
    is_list = any("conj" in item.classes for item in items[noun + 1 : first])
    return behind[0].low in ("a", "an") and not is_list and not any(item.classes & {"rel"} for item in behind)


def _is_meant_to(items: list[Item], index: int) -> bool:
    """`planned to help`: what the document is to do, not what is to be done with it."""
    after = items[index + 1 : index + 3]
    return len(after) == 2 and after[0].low == "to" and not (act_of(after[1]) or after[1].classes)


def _is_of_other_verb(items: list[Item], index: int) -> bool:
    """A modal of an active verb: what comes is what the document will do."""
    item = items[index]
    return bool(item.classes & {"modal"}) and "be" not in item.classes and not _passive_ahead(items, index)


def _is_signed_aside(items: list[Item], index: int, cue: Cue) -> bool:
    """`the contract, signed Dec. 12, calls for …`."""
    if items[index - 1].kind != "comma" or cue.label != "agreement.sign" or index + 1 >= len(items):
        return False
    after = items[index + 1]
    return after.cue("time") is not None or after.kind == "number" or "prep" in after.classes


def is_short_form(items: list[Item], at: int) -> bool:
    """Whether the item stands in brackets behind the document whose short name it is: `memorandum (MoU)`."""
    if not 1 < at < len(items) - 1 or items[at - 1].kind != "open" or items[at + 1].kind != "close":
        return False
    return items[at - 2].cue(DOCUMENT) is not None and (items[at].cue(DOCUMENT) is not None or items[at].low.isalpha())


def _is_told_alone(items: list[Item], noun: int, index: int, cue: Cue) -> bool:
    """`the accord dates from`, `went to`; `saw its contract with A terminated`."""
    ended = cue.label == "agreement.end" and index - noun < 5 and items[index - 1].mention is not None
    return cue.label == "agreement.date" or items[index].low.endswith(" to") or ended


def _passive_ahead(items: list[Item], index: int) -> bool:
    return any("be" in item.classes for item in items[index + 1 : index + 3])


def _only_names(items: list[Item], start: int, end: int) -> bool:
    """`the contract Hughes signed`: nothing but a name between noun and verb."""
    return end - start <= 4 and all(i.mention is not None or "det" in i.classes or i.kind in ("open", "close")
                                    or i.low in _SIGNERS for i in items[start:end])  # fmt: skip


def _left(items: list[Item], noun: int) -> int | None:
    """Index of the verb before the noun whose object it is."""
    for index in range(noun - 1, max(-1, noun - _REACH_LEFT), -1):
        item = items[index]
        if _is_boundary(item) or (item.low in _ASIDES and item.kind == "word") or item.low in TELLS:
            return None
        if item.kind == "comma" and items[0].low in _FRONTED and not any(i.kind == "comma" for i in items[:index]):
            return None  # `While A awaits its turn, B walks away with contracts`
        cue = act_beside(items, noun, index)
        if cue is not None and cue.form == "ed" and index and items[index - 1].cue(DOCUMENT) is not None:
            return None  # `the pact signed by A and B, and the one with C`: said of the first
        if cue is not None and not _describes(items, index, cue):
            return index
        if ("be" in item.classes and noun - index > 6) or ("have" in item.classes and noun - index < 4):
            return None  # `it has a contract with A`
    return None


def _describes(items: list[Item], index: int, cue: Cue) -> bool:
    """Whether the word is no verb here: an attribute (`a proposed agreement`) or a noun (`the award of`)."""
    if cue.form == "ing" and cue.label == "agreement.order" and index + 1 < len(items):
        return items[index + 1].low in ("by", "of")  # `the booking by A follows an agreement with B`
    if cue.form not in ("ed", "base") or index == 0:
        return False
    if cue.form == "base" and index + 1 < len(items) and items[index + 1].low == "of":
        return True  # `a joint issue of`
    return items[index - 1].low in _DETERMINERS or (
        cue.form == "base" and items[index - 1].low in ("of", "in", "by", "'s", "for", "with", "first", "new")
    )


def _is_predicate(items: list[Item], noun: int, verb: int) -> bool:
    """`the contract has been terminated`: nothing but auxiliaries between them."""
    return all(item.classes & {"be", "have", "adv", "modal", "neg"} for item in items[noun + 1 : verb])
