"""What comes behind a word of a sentence: a list, a subject with its verb, a report, an infinitive.

Belongs here: looking ahead over a few items. Does not belong here: keeping the state of the sentence (`roles`).
"""

from itertools import pairwise

from transforms.text.items import Item
from transforms.text.words import word_set

CLAUSE = word_set("roles.clause")
_SAYS = word_set("roles.says")
_IRREGULAR = word_set("roles.irregular")
_AUXILIARIES = frozenset({"be", "have", "do", "modal"})
_JOINTS = frozenset({"rel", "conj"})
_HOMES = frozenset({"place", "country", "metonym"})
_NO_SUBJECT = frozenset({"conj", "rel", "prep"})


def is_gerund(items: list[Item], index: int) -> bool:
    """`…, giving Chinese firms …`: a participle that opens a phrase of its own."""
    return (
        index > 0
        and items[index - 1].kind == "comma"
        and items[index].low.endswith("ing")
        and (items[index].kind == "word" and not items[index].classes)
    )


def is_fronted(items: list[Item], index: int) -> bool:
    """`Before receiving the delegation, A signed`: a gerund behind a preposition at the head of the sentence."""
    low = items[index].low
    if not low.endswith("ing") or items[index].kind != "word" or index == 0 or index > 4:
        return False
    return items[index - 1].low in ("before", "after", "since", "while", "when", "upon") and not items[index].classes


def is_in_home(items: list[Item], comma: int) -> bool:
    """`Palo Alto, California-based X`: the comma stands within the words that tell where a firm is from."""
    before, after = items[comma - 1].mention if comma else None, items[comma + 1 : comma + 5]
    if before is None or len(after) < 3 or after[0].mention is None or after[0].mention.category not in _HOMES:
        return False
    return any(item.kind == "hyphen" and last.low == "based" for item, last in pairwise(after[1:]))


def is_participle(items: list[Item], index: int) -> bool:
    """`At the show, held in June, A signed`: a participle of its own phrase, behind whose comma the subject comes."""
    if index == 0 or items[index - 1].kind != "comma" or items[index].classes or items[index].low.endswith("s"):
        return False
    for mark in range(index + 1, min(len(items), index + 7)):
        if items[mark].kind == "comma":
            return subject_follows(items, mark)
        mention = items[mark].mention
        if mention is not None and mention.is_party:
            return False
    return False


def is_noun(item: Item) -> bool:
    """Whether frames know the word as a noun and as no verb."""
    forms = {cue.form for cue in item.cues}
    return bool(forms & {"one", "many"}) and not forms & {"s", "ed", "base"}


def is_verb(items: list[Item], index: int) -> bool:
    """Whether the word is a finite verb or an auxiliary, as far as form and neighbours tell."""
    item = items[index]
    if item.classes:
        return not _AUXILIARIES.isdisjoint(item.classes)
    if item.kind != "word":
        return False
    if item.low in _IRREGULAR:
        return True
    if item.cues and any(cue.form in ("ed", "s") for cue in item.cues if cue.label != "space"):
        if item.low.endswith("s") and index + 1 < len(items) and items[index + 1].low == "of":
            return False  # `heads of agencies`, `launches of satellites`
        return not (index and "det" in items[index - 1].classes)
    return (
        len(item.low) > 4
        and item.low.endswith("ed")
        and not (index and ("det" in items[index - 1].classes or items[index - 1].kind == "hyphen"))
    )


def is_infinitive(items: list[Item], index: int) -> bool:
    """Whether the `to` at this item goes with a verb, not with a name or noun."""
    if index + 1 >= len(items):
        return False
    after = items[index + 1]
    return (
        after.kind == "word"
        and not after.capital
        and ("be" in after.classes or not after.classes)
        and not (after.cue("actor") or any(cue.form in ("one", "many") for cue in after.cues))
    )


def list_follows(items: list[Item], comma: int) -> bool:
    """`from Laos, Cambodia and Thailand`: the comma stands in a list of parties that no verb follows."""
    before = items[comma - 1].mention if comma else None
    if before is None or not before.is_party:
        return False
    names = 0
    for index in range(comma + 1, min(len(items), comma + 24)):
        item = items[index]
        if item.mention is not None and item.mention.is_party:
            names += 1
        elif not (item.kind == "comma" or "conj" in item.classes or "det" in item.classes):
            return names > 1 and not verb_follows(items, index)
    return names > 1


def is_report(items: list[Item], comma: int) -> bool:
    """`…, the head of the agency said.`: what follows the comma tells who says so, and ends the sentence."""
    for index in range(comma + 1, min(len(items), comma + 12)):
        item = items[index]
        if item.low in _SAYS:
            return index > comma + 1
        if item.kind in ("comma", "semicolon", "stop") or not _JOINTS.isdisjoint(item.classes):
            return False
    return False


def verb_follows(items: list[Item], start: int) -> bool:
    """Whether the phrase that stands here is the subject of a verb."""
    for index in range(start, min(len(items), start + 4)):
        if is_verb(items, index):
            return True
        if items[index].kind in ("comma", "stop", "semicolon") or "prep" in items[index].classes:
            return False
    return False


def resumes(items: list[Item], mark: int, *, has_verb: bool = False) -> bool:
    """`A, which makes cameras, has signed …`: behind the mark comes the verb of the subject in front of `which`.

    Where that has its verb (`has chosen A, which makes cameras, to build …`), only an infinitive goes on with it.
    """
    at = mark + 1
    if has_verb:
        verb = items[at + 1] if at + 1 < len(items) and items[at].low == "to" else None
        return verb is not None and (is_infinitive(items, at) or any(cue.form == "base" for cue in verb.cues))
    while at < len(items) and ("adv" in items[at].classes or items[at].low.endswith("ly")):
        at += 1
    if at >= len(items) or not is_verb(items, at) or items[at].low in _SAYS:
        return False
    if any(item.kind in ("comma", "dash") or item.low in CLAUSE for item in items[max(0, mark - 2) : mark]):
        return False  # `which, however, signed …`
    ends_clause = at + 1 < len(items) and "prep" in items[at + 1].classes
    return bool(items[at].classes) or not (items[at].low.endswith("ed") and ends_clause)


def clause_follows(items: list[Item], start: int) -> bool:
    """Whether a name and then a verb come next, before any comma."""
    named = False
    for index in range(start + 1, min(len(items), start + 10)):
        item = items[index]
        if named and (is_verb(items, index) or "do" in item.classes):
            return True
        if item.kind in ("comma", "semicolon") or "prep" in item.classes:
            return False
        named = named or item.kind == "name"
    return False


def subject_follows(items: list[Item], comma: int) -> bool:
    """`In a bid to …, the agency signed`: a plain noun phrase and a finite verb come next."""
    named = False
    for ahead in range(comma + 1, min(len(items), comma + 8)):
        item = items[ahead]
        if is_verb(items, ahead):
            return named
        if item.kind not in ("name", "word", "poss", "open", "close") or not _NO_SUBJECT.isdisjoint(item.classes):
            return False
        named = named or item.kind == "name" or "det" in item.classes
    return False


def joins_clause(items: list[Item], index: int, *, has_verb: bool) -> bool:
    """`…, and on Monday its orbiter left …`: a conjunction after a comma, with a subject and verb of its own behind."""
    if not has_verb or index == 0 or items[index - 1].kind != "comma":
        return False
    subject = False
    for ahead in range(index + 1, min(len(items), index + 14)):
        item = items[ahead]
        if item.kind in ("semicolon", "stop") or item.low in CLAUSE:
            return False
        if is_verb(items, ahead):
            return subject
        if item.kind == "comma" and subject:
            return False
        subject = subject or item.kind == "name" or "det" in item.classes or "pron" in item.classes
    return False


def opens_relative(items: list[Item], index: int) -> bool:
    """`the satellite that is due in May`: a relative clause without a comma, of which the word is the subject."""
    if items[index].low not in ("that", "which") or index == 0 or items[index - 1].kind != "word":
        return False
    return index + 1 < len(items) and bool(items[index + 1].classes & {"be", "have", "modal"})


def ends_relative(items: list[Item], index: int, *, has_verb: bool) -> bool:
    """`… that is due in 2009 has been signed`: a further verb, with no subject of its own, is of the clause outside."""
    before, item = items[index - 1] if index else None, items[index]
    if before is None or not has_verb or item.low not in ("has", "have", "was", "were"):
        return False
    return before.kind == "number" or (before.kind == "word" and not before.classes and not is_verb(items, index - 1))
