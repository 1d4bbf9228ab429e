"""Phrases around a document that tell of an aim reached, a mere point in time, a manner, a second name.

Belongs here: tests of such phrases. Does not belong here: pairing documents with verbs (`verbs`).
"""

from transforms.extract.agreements.verbs import DOCUMENT
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item

#: Behind them an infinitive tells what was done.
_MEETINGS = word_set("agreements.triggers.meetings")
#: How those feel who tell of what they have just signed.
_GLAD = word_set("agreements.phrases.glad")
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "newest", "last", "only"})
#: Before a document that only sets a time.
_SINCE = word_set("agreements.triggers.since")


def is_carried_out(items: list[Item], verb: int) -> bool:
    """`A and B met in Lima to sign`, `became the first to sign`, `We are glad to sign`: an aim told as reached."""
    if not verb or items[verb - 1].low != "to":
        return False
    if verb > 1 and items[verb - 2].low in _GLAD:
        return True
    before = items[max(0, verb - 10) : verb - 1]
    if any("be" in item.classes for item in before) and any(_is_rank(item) for item in before):
        return not any("modal" in item.classes for item in before)  # `is the second country to sign`
    done = next((n for n in range(len(before) - 1, -1, -1) if before[n].low in _MEETINGS), None)
    if done is None or any(item.kind in ("comma", "semicolon") for item in before[done:]):
        return False
    return not any("modal" in item.classes or item.low == "to" for item in before[max(0, done - 3) : done])


def is_time_mark(items: list[Item], noun: int) -> bool:
    """`prior to the agreement`, `after the deal`: nothing is told of it but that it was there before."""
    if noun < 2 or items[noun - 1].low not in ("the", "this", "that"):
        return False
    if items[noun - 2].low == "to" and noun > 2:
        return items[noun - 3].low == "prior"
    return items[noun - 2].low in _SINCE


def is_apposed(items: list[Item], index: int) -> bool:
    """`signed a pact with B — an agreement that …`: the document told just before, called again by another word."""
    if items[index].cue(DOCUMENT) is None or index < 2 or items[index - 1].low not in ("a", "an"):
        return False
    after = items[index + 1 : index + 6]
    names_partner = any(item.low in ("with", "between") for item in after[:2])
    return items[index - 2].kind == "dash" and not names_partner


def is_manner(items: list[Item], index: int) -> bool:
    """`developed in partnership with A`: how a thing is done."""
    after = items[index + 1].low if index + 1 < len(items) else ""
    return index > 0 and after in ("with", "between") and items[index - 1].low == "in"


def _is_rank(item: Item) -> bool:
    return item.low in _RANKS or (item.low[:1].isdigit() and item.low.endswith(("st", "nd", "rd", "th")))
