"""Documents that a sentence names only to say which one is renewed, amended, replaced or carried out.

Belongs here: telling such a document from the one that the sentence is about, and whose year is whose: `a renewal of
the 2010 agreement`, `an arrangement under their framework agreement`. Does not belong here: what a sentence tells of a
document by a verb of its own (`triggers`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.times import TimeExpression

DOCUMENT = "agreement.document"
#: Words for a document that goes on with another one, and for one that adds to it.
_RENEWALS = word_set("agreements.earlier.renewals")
_ADDITIONS = word_set("agreements.earlier.additions")
#: What stands between a document and the earlier one: verbs, words before `to`, `of`, `on` or `with`, prepositions.
_VERBS = word_set("agreements.earlier.verbs")
_LEADS = word_set("agreements.earlier.leads")
_GROUNDS = frozenset({"under", "within", "beneath"})
_SMALL = frozenset({"to", "of", "on", "with"})
_KEEPS = ("renew", "extend", "prolong", "expand", "amend", "updat", "revis")
_ENDINGS = ("end", "talk")
_THAT = frozenset({"this", "that", "these", "those"})
_FAR = 24


class Phrase(NamedTuple):
    """A document with the words before it, items [first, noun], and the item that links it to what stands before."""

    first: int
    noun: int
    link: int | None


def is_base(items: list[Item], noun: int) -> bool:
    """Whether the document at this item is what one told before it renews, adds to, replaces or is made under."""
    if items[noun].cue(DOCUMENT) is None and items[noun].low not in ("one", "ones"):
        return False
    phrase = _phrase(items, noun)
    if phrase.link is None or not _links(items, phrase.link):
        return False
    before = _document_before(items, phrase.link)
    return before is not None and (items[phrase.link].low != "to" or _takes_to(items, before, phrase))


def ahead(items: list[Item], noun: int, reach: int) -> Iterator[int]:
    """The items behind a document among which its verb is looked for: not what is said of an earlier one on the way."""
    base = noun
    for index in range(noun + 1, min(len(items), noun + reach)):
        if index - noun > 1 and is_base(items, index):
            base = index
        elif base > noun and items[index].low in ("that", "which") and items[index - 1].kind != "comma":
            return  # `an amendment to the accord that they signed in 1998`
        elif not (noun < base == index - 1 and _is_participle(items[index])):
            yield index  # all but `an amendment to the accord signed in 1998 was signed`


def is_ground(items: list[Item], noun: int) -> bool:
    """`under the framework agreement`, `within the framework of their accord`: what else is done, is done by it."""
    phrase = _phrase(items, noun)
    if phrase.link is None:
        return False
    low = items[phrase.link].low
    return low in _GROUNDS or (low.split(" ")[-1] in _SMALL and _lead(items, phrase.link) in _LEADS)


def addition(items: list[Item], index: int) -> Cue | None:
    """The document that `a renewal of …`, `an amendment to …` is: of the kind of what it goes on with, or of none."""
    low = items[index].low
    is_renewal = low in _RENEWALS
    if not (is_renewal or low in _ADDITIONS) or index + 2 >= len(items) or items[index + 1].low not in ("of", "to"):
        return None
    for noun in range(index + 2, min(len(items), index + 12)):
        base = items[noun].cue(DOCUMENT)
        if base is not None:
            if _phrase(items, noun).link != index + 1:
                return None
            kind = base.value if is_renewal or base.value == "contract" else "agreement"
            return Cue(DOCUMENT, kind, "many" if low.endswith("s") else "one")
    return None


def base_of(items: list[Item], noun: int) -> int | None:
    """The document that `a renewal of …`, `an amendment to …` at this item goes on with."""
    if addition(items, noun) is None:
        return None
    return next(index for index in range(noun + 2, len(items)) if items[index].cue(DOCUMENT) is not None)


def passing(items: list[Item], times: list[TimeExpression], noun: int, verb: int | None, act: str) -> frozenset[int]:
    """Where the times begin that only say which other document is meant, or which one is renewed or ended."""
    found: set[int] = set()
    is_kept = verb is not None and items[verb].low.startswith(_KEEPS)
    for index, item in enumerate(items):
        if (not item.cues or item.cue(DOCUMENT) is None) and item.low not in ("one", "ones"):
            continue
        if index == noun and not is_kept and act not in _ENDINGS:
            continue
        found |= {t.start for t in times if t.value and _is_attribute(items, index, t, is_own=index == noun, verb=verb)}
    return frozenset(found)


def reach(items: list[Item], noun: int) -> tuple[int, int]:
    """Where the words of a document end that is only the ground for what is told: at a comma, a verb or a subject."""
    first = items[_phrase(items, noun).first].start
    for index in range(noun + 1, len(items)):
        item = items[index]
        is_subject = item.mention is not None and item.mention.is_party and index == noun + 1
        if item.kind in ("comma", "semicolon", "dash") or item.classes & {"be", "have", "modal"} or is_subject:
            return first, items[index - 1].end
        if _is_participle(item) and index + 1 < len(items) and "prep" not in items[index + 1].classes:
            return first, items[index - 1].end
    return first, items[-1].end


def has_partners(items: list[Item], noun: int) -> bool:
    """`a framework agreement with Peru`, `Peru's agreement`: named with a party of its own."""
    first = _phrase(items, noun).first
    owned = any(item.mention is not None and item.mention.is_party for item in items[first:noun])
    return owned or any(item.low in ("with", "between") for item in items[noun + 1 : noun + 2])


def _phrase(items: list[Item], noun: int) -> Phrase:
    first = noun
    while first > 0:
        before = items[first - 1]
        if _is_modifier(before):
            first -= 1
        else:
            break
        if "det" in before.classes or before.low in _THAT:
            break
    return Phrase(first, noun, first - 1 if first > 0 else None)


def _is_modifier(item: Item) -> bool:
    if item.kind in ("number", "name", "hyphen", "poss") or item.low in _THAT:
        return True
    return item.kind == "word" and not item.classes - {"det"} and item.low not in _VERBS and not _is_sign(item)


def _is_sign(item: Item) -> bool:
    return any(cue.label in ("agreement.sign", "agreement.end", "agreement.announce") for cue in item.cues)


def _links(items: list[Item], link: int) -> bool:
    low = items[link].low
    if low in _VERBS or low in _GROUNDS:
        return True
    if low == "to":
        return True  # asked again by `_takes_to`
    if low == "of" and items[link - 1].low in _RENEWALS | _ADDITIONS:
        return True
    return low.split(" ")[-1] in _SMALL and _lead(items, link) in _LEADS


def _lead(items: list[Item], link: int) -> str:
    """The word before `to`, `of`, `on`, `with`, also where frames know both as one."""
    words = items[link].low.split(" ")
    return words[-2] if len(words) > 1 else items[link - 1].low.split(" ")[-1] if link else ""


def _takes_to(items: list[Item], before: int, phrase: Phrase) -> bool:
    """`a protocol to their agreement`: right behind, or with words that make the later one a known one."""
    if before == (phrase.link or 0) - 1:
        return True
    is_known = any("det" in i.classes and i.low not in ("a", "an") for i in items[phrase.first : phrase.first + 1])
    return is_known and any(item.kind == "number" for item in items[phrase.first : phrase.noun])


def _document_before(items: list[Item], link: int) -> int | None:
    """The document in front of the link that no other sentence part cuts off."""
    for index in range(link - 1, max(-1, link - _FAR), -1):
        item = items[index]
        if item.kind == "semicolon" or (item.kind == "stop" and item.low == "."):
            return None
        is_word = item.low in _RENEWALS | _ADDITIONS and index == link - 1
        if is_word or (item.cue(DOCUMENT) is not None and not _is_ordering(items, index)):
            return index
    return None


def _is_ordering(items: list[Item], index: int) -> bool:
    """`A leases from B`, `to order`: a verb that looks like a document."""
    before = items[index - 1] if index else None
    return before is not None and (
        before.low == "to" or (items[index].cue("agreement.order") is not None and before.mention is not None)
    )


def _is_attribute(items: list[Item], noun: int, time: TimeExpression, *, is_own: bool, verb: int | None) -> bool:
    """`the 2010 agreement`, `the agreement of May 2010`, `the one signed in 1998`."""
    phrase = _phrase(items, noun)
    if items[phrase.first].start <= time.start < items[noun].start:
        return len(time.value or "") < 10
    at = noun + 1
    if at < len(items) and items[at].low in ("of", "from", "dated"):
        return at + 1 < len(items) and items[at + 1].start == time.start
    if is_own or at + 2 >= len(items) or at == verb or not _is_participle(items[at]):
        return False
    return any(items[index].start == time.start for index in (at + 1, at + 2))


def _is_participle(item: Item) -> bool:
    return any(cue.form == "ed" and cue.label == "agreement.sign" for cue in item.cues)


class Told(NamedTuple):
    """What there is to know of a trigger here: its noun and its verb."""

    noun: int
    verb: int | None


def dropped(items: list[Item], told: list[Told]) -> Iterator[int]:
    """The places in `told` of documents that another one of the sentence renews, adds to or is made under."""
    for place, one in enumerate(told):
        others = [other for other in told if other is not one and other.verb is not None]
        if is_base(items, one.noun):
            before = _document_before(items, _phrase(items, one.noun).first - 1)
            first = next((other for other in told if other.noun == before), None)
            if first is not None and (one.verb in (None, first.verb) or (one.verb or 0) < one.noun):
                yield place
        elif others and is_ground(items, one.noun) and not has_partners(items, one.noun):
            yield from [place] if one.verb in {None, *(other.verb for other in others)} else []
