"""What the words around a verb make of it: done, to come, possible, denied; active or passive.

Belongs here: auxiliaries, modals, negation, catenatives (`plans to`, `failed to`). Does not belong here: what the verb
means.
"""

from typing import Literal, NamedTuple

from transforms.text.items import Item
from transforms.text.words import word_set

Time = Literal["past", "present", "future"]
Modality = Literal["fact", "planned", "possible", "denied"]

#: Before `to` and a verb: what it then becomes.
_PLANNED = word_set("verbs.planned")
_DENIED = word_set("verbs.denied")
_POSSIBLE = word_set("verbs.possible")
_FUTURE = frozenset(["will", "shall", "'ll", "won't"])
_BE = word_set("verbs.be")
_SKIP = word_set("verbs.skip")


#: Words for one who acts, straight before a verb.
_WHO_ACTS = frozenset({"he", "she", "they", "we", "who"})


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries, at items [first, verb].

    Attributes:
        is_passive: the thing before it undergoes it (`was signed`), also as a participle after its noun.
    """

    first: int
    verb: int
    time: Time
    modality: Modality
    is_passive: bool

    @property
    def is_done(self) -> bool:
        """Told as a fact that has happened or holds."""
        return self.modality == "fact" and self.time != "future"


def _back(items: list[Item], at: int) -> int:
    """Index of the auxiliary or particle before `at`, over adverbs; -1 where there is none."""
    at -= 1
    while at >= 0 and ("adv" in items[at].classes or items[at].low in _SKIP or is_ly(items[at])):
        at -= 1
    return at


def is_ly(item: Item) -> bool:
    """Whether the word is an adverb by its ending."""
    return item.kind == "word" and item.low.endswith("ly")


class _Reading:
    """What has been read of a verb so far, from right to left."""

    def __init__(self, verb: int, form: str) -> None:
        self.first = verb
        self.form = form
        self.time: Time = "past" if form == "ed" else "present"
        self.modality: Modality = "fact"
        self.is_passive = self.is_denied = self.has_aux = False

    def take(self, item: Item, at: int, *, after_be: bool) -> bool:
        """Take an auxiliary or negation; False where the word is none."""
        low, classes = item.low, item.classes
        if "neg" in classes:
            self.is_denied = True
        if "be" in classes:
            self.is_passive = self.is_passive or (self.form == "ed" and (not self.has_aux or after_be))
            self.time = _be_time(low, self.time, self.has_aux)
        elif "have" in classes:
            self.time = "past"
        elif "do" in classes:
            self.time = "past" if low.startswith("did") else self.time
        elif low == "may" and item.capital:
            return False  # `in May, having signed`
        elif "modal" in classes:
            self.time = _modal_time(low)
            self.modality = "possible" if low.rstrip("n't") in _POSSIBLE else "planned"
        elif "neg" not in classes:
            return False
        self.has_aux = self.has_aux or bool(classes & {"be", "have", "do", "modal"})
        self.first = at
        return True


def group(items: list[Item], verb: int, form: str) -> VerbGroup:
    """Read the verb at index `verb`, whose form is `base`, `s`, `ed` or `ing` (of irregular verbs: past as `ed`)."""
    read, at = _Reading(verb, form), _back(items, verb)
    while at >= 0:
        if items[at].low == "to" and items[read.first].kind not in ("number", "name"):
            governed = _governor(items, at)
            if governed is not None:
                read.first, read.modality = governed
                read.time = "past" if read.modality == "fact" else "future"
            break
        if not read.take(items[at], at, after_be=items[read.first].low in _BE):
            break
        at = _back(items, at)
    if read.is_denied:
        read.modality = "denied"
    passive = read.is_passive or _is_participle(items, verb, form, read.first)
    return VerbGroup(read.first, verb, read.time, read.modality, passive)


def _be_time(low: str, time: Time, has_aux: bool) -> Time:
    if low in ("was", "were", "wasn't", "weren't"):
        return "past"
    if low in ("is", "are", "isn't", "aren't") and not has_aux:
        return "present"
    return time


def _modal_time(low: str) -> Time:
    return "future" if low in _FUTURE or low in ("would", "shall", "may", "might", "should", "could") else "present"


def _governor(items: list[Item], to: int) -> tuple[int, Modality] | None:
    """What stands before `to`: index and the modality it gives; None where `to` hangs on nothing known."""
    at = _back(items, to)
    if at < 0:
        return None
    item = items[at]
    if item.low == "had":
        return at, "fact"  # `had to sign`: what one had to do is told as done
    if "be" in item.classes or "have" in item.classes:  # `is to sign`, `has to sign`
        return at, "planned"
    if item.low in _DENIED:
        return at, "denied"
    if item.low in _PLANNED:
        before = _back(items, at)
        if before >= 0 and "neg" in items[before].classes:
            return at, "denied"
        return at, "planned"
    if item.kind in ("name", "word"):  # headline: `Israel to sign`; purpose: `a deal to build`
        return (to, "planned")
    return None


def _follows_time(items: list[Item], verb: int) -> bool:
    """Whether a year or month after a preposition stands before the verb, and its subject before that."""
    at = verb - 1
    if at < 2 or not (items[at].kind == "number" or items[at].cue("time") is not None):
        return False
    while at > 0 and (items[at].kind == "number" or items[at].cue("time") is not None):
        at -= 1
    if items[at].low not in ("in", "on", "last", "this") or at < 1:
        return False
    before = items[at - 1]
    return (before.mention is not None and before.mention.is_party) or before.cue("actor") is not None


def _is_participle(items: list[Item], verb: int, form: str, first: int) -> bool:
    """`the agreement signed in May`, `a contract awarded to …`: an -ed form straight after its noun, with no object."""
    if form != "ed" or first != verb or verb + 1 >= len(items):
        return False
    if _follows_time(items, verb):
        return False  # `the air force in 2021 signed with A`
    last = verb - 2 if verb > 1 and items[verb - 1].kind == "close" else verb - 1
    before = items[last].mention if verb else None
    if (before is not None and before.is_party) or (verb and items[verb - 1].low in _WHO_ACTS):
        return False
    after = items[verb + 1]
    return "prep" in after.classes or after.low in ("today", "yesterday", "last") or after.kind in ("comma", "stop")
