"""Standing agreements that states join, by name or carried on from before: the Artemis Accords, a convention.

Belongs here: finding which one a sentence is about. Does not belong here: who joins it, and when
(`accessions`).
"""

from functools import cache
from typing import NamedTuple

from transforms.text.items import Item
from transforms.text.matcher import Entry
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

STANDING = "agreement.standing"
#: The noun of a party to one, and the verb by which it comes to be that.
NATION, BECOME = "agreement.nation", "agreement.become"
_FAR = 10
#: How many words lie between `became` and `member`.
_NEAR = 5
#: Bodies of states for space, which states join by a convention.
_BODIES = frozenset({"ESA", "EUMETSAT", "APSCO", "INTERSPUTNIK"})
#: What stands before the topic of a document; `to` and `of` lead to what is joined by it.
_ABOUT = frozenset({"on", "about", "concerning", "regarding", "for", "under", "within", "covering", "around", "in"})


class Target(NamedTuple):
    """What is joined: its leading code and the words that name it."""

    sentence: Sentence
    item: Item
    lead: str


def target_of(sentence: Sentence) -> Target | None:
    """The standing agreement that the sentence names."""
    for item in sentence.items:
        cue = item.cue(STANDING)
        if cue is not None:
            return Target(sentence, item, cue.value)
    for item in sentence.items:
        if item.mention is not None and _is_convention(item.mention):
            return Target(sentence, item, item.mention.codes[0])
    for index, item in enumerate(sentence.items):
        if item.mention is not None and item.mention.category == "body" and _is_entered(sentence.items, index):
            return Target(sentence, item, item.mention.codes[0])
    return None


def nearest(target: Target, before: int) -> Target:
    """`The Accords have a rival, the ILRS, which was joined by A`: of several the one straight before the verb."""
    for item in reversed(target.sentence.items[:before]):
        cue = item.cue(STANDING)
        if cue is not None:
            return Target(target.sentence, item, cue.value)
    return target


def apposed(items: list[Item], at: int) -> int:
    """`join the US alliance, the Accords`: where the first of two names of one pact stands, else the pact's own."""
    lead = at - 1
    while lead > 0 and "det" in items[lead].classes:
        lead -= 1
    return lead - 1 if items[lead].kind == "comma" and items[lead - 1].cue("agreement.document") is not None else at


def _is_entered(items: list[Item], at: int) -> bool:
    """`became a member of ESA`, `joined ESA in 2015`: a body of states in space that takes in another one."""
    mention, lead = items[at].mention, at - 1
    if mention is None or mention.codes[0] not in _BODIES:
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and _is_plain(after):  # `a member of the ESA team`
        return False
    while lead > 0 and "det" in items[lead].classes:
        lead -= 1
    if lead > 0 and items[lead].low == "of":
        return _is_member(items, lead - 1)
    cue = items[lead].cue("agreement.join") if lead > 0 else None
    is_end = after is None or after.kind in ("stop", "comma") or after.low in ("as", "on", "last", "this")
    is_dated = after is not None and after.low == "in" and _tells_time(items[min(at + 2, len(items) - 1)])
    return cue is not None and items[lead].low.startswith(("join", "acced", "enter")) and (is_end or is_dated)


def _is_member(items: list[Item], at: int) -> bool:
    """`became a member`, `became the 21st member state`: whoever merely is one joined at another time."""
    cue = items[at].cue("agreement.join")
    if cue is not None:
        return "member" in items[at].low
    if not items[at].low.startswith("member"):
        return False
    return any(item.cue(BECOME) is not None for item in items[max(0, at - _NEAR) : at])


def _tells_time(item: Item) -> bool:
    return item.kind == "number" or item.cue("time") is not None


def _is_convention(mention: Mention) -> bool:
    """A convention or charter that the lexicon knows and that is one body's own."""
    return mention.category == "instrument" and len(mention.codes) == 1


def is_topic(target: Target) -> bool:
    """`a memorandum on the ILRS`: what is signed is another document, which is only about the standing agreement."""
    items = target.sentence.items
    at = items.index(target.item) - 1
    while at > 0 and (
        items[at].kind in ("hyphen", "poss", "name") or items[at].classes & {"det"} or _is_plain(items[at])
    ):
        at -= 1
    if at < 1 or items[at].low.split(" ")[-1] not in _ABOUT:
        return False
    for index in range(at - 1, max(-1, at - _FAR), -1):
        cue = items[index].cue("agreement.document")
        if cue is not None:
            return cue.value != "accession"
        if items[index].kind in ("comma", "semicolon", "stop") or items[index].classes & {"be", "have", "modal"}:
            return False
    return False


def _is_plain(item: Item) -> bool:
    return item.kind == "word" and not item.classes and not item.cues


@cache
def is_joinable(entry: Entry) -> bool:
    """Whether the words name something that states join."""
    return STANDING in entry.labels or any(
        (s.category == "instrument" and s.party_codes) or (s.category == "body" and s.id in _BODIES)
        for s in entry.surfaces
    )


def names_target(sentence: Sentence) -> bool:
    """Whether the sentence names a standing agreement; of conventions, beside a verb of joining."""
    if sentence.has(STANDING):
        return True
    can_join = sentence.has("agreement.join") or (sentence.has(NATION) and sentence.has(BECOME))
    return can_join and any(is_joinable(hit.entry) for hit in sentence.hits)


def carried(sentence: Sentence) -> Target | None:
    """The one that the sentences just before, or the title, are about."""
    for earlier in sentence.before():
        if sentence.index - earlier.index > _FAR:
            break
        if earlier.has(STANDING):
            return target_of(earlier)
    title = sentence.part.document.title
    if sentence.part.name == "text":
        for earlier in title.sentences:
            if earlier.has(STANDING):
                return target_of(earlier)
    return None
