"""Agreements told by their verb alone: `A and B signed in Lima`, `A shook hands with B on a satellite`.

Belongs here: verbs of coming to an agreement that name no document. Does not belong here: `agreed to …` and alliances
(`triggers`), or orders of a craft (`orders`).
"""

from collections.abc import Iterator

from transforms.extract.agreements.occasion import day_of_entry
from transforms.extract.agreements.triggers import AGREE, DOCUMENT, Trigger, is_denied, status_of
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup, group

#: Words that tell of an agreement by themselves: `shook hands on`, `exchanged signatures`.
SETTLE = "agreement.settle"
SIGN = "agreement.sign"
_SIGNED = frozenset({"sign", "signs", "signed"})
#: What may stand behind `signed` where it has no object.
_BEHIND = frozenset({"in", "on", "at", "for", "with", "last", "this", "yesterday", "today", "two", "three",
                     "four", "five", "six", "ten", "and", "early", "late", "before", "after", "during", "only", "when",
                     "earlier", "just", "then"})  # fmt: skip
_GOODS = word_set("agreements.orders.goods") | {"programme", "program", "project", "plan"}
#: How near what a handshake is on stands.
_HANDS = 7
_DENIALS = frozenset({"denied", "denies", "deny", "denying"})
#: How near a document is the verb's, be it of another clause.
_NEAR = 6
_TENS = frozenset({"years", "months", "weeks", "days", "year", "month"})
_COUNTS = frozenset({"two", "three", "four", "five", "six", "ten"})


def may_settle(sentence: Sentence) -> bool:
    """Whether the sentence holds such a verb."""
    return sentence.has(SETTLE) or (sentence.has(SIGN) and not _SIGNED.isdisjoint(sentence.words))


def signings(sentence: Sentence) -> Iterator[Trigger]:
    """A trigger at each verb that tells of an agreement with no document named."""
    items = sentence.items
    for index, item in enumerate(items):
        cue = item.cue(SETTLE) or (item.cue(SIGN) if item.low in _SIGNED else None)
        if cue is None or not (cue.label == SETTLE or _has_no_object(items, index)):
            continue
        if cue.value == "hands" and not _is_on_goods(items, index):
            continue  # `shook hands on the runway`
        read = _as_active(items, group(items, index, cue.form))
        status = _status(sentence, cue, read)
        if status is not None:
            plain = Cue(AGREE, "agreement", "one")
            yield Trigger(sentence, sentence.structure, index, plain, index, "sign", read, status)


def is_far_from_document(trigger: Trigger) -> bool:
    """Whether no document of the sentence stands in the clause of the verb, which would be its object."""
    clauses, items = trigger.structure.clauses, trigger.items
    return not any(
        item.cue(DOCUMENT) is not None and (clauses[at] == clauses[trigger.noun] or abs(at - trigger.noun) < _NEAR)
        for at, item in enumerate(items)
    )


def _has_no_object(items: list[Item], verb: int) -> bool:
    """`signed in Lima`, `signed on May 3`, `signed with B`; not `signed the guest book`, `signed off on it`."""
    if verb + 1 >= len(items):
        return True
    after, then = items[verb + 1], items[verb + 2] if verb + 2 < len(items) else None
    if after.kind in ("comma", "stop", "semicolon", "dash", "colon") or after.cue("time") is not None:
        return True
    if after.low in _COUNTS:
        return then is not None and then.low in _TENS  # `signed two years ago`; not `signed two contracts`
    if after.low == "on":  # `signed on May 3`; not `signed on earlier`, which is to join
        return then is not None and (then.kind == "number" or then.cue("time") is not None or then.low == "the")
    return after.kind == "word" and after.low in _BEHIND


def _is_on_goods(items: list[Item], verb: int) -> bool:
    """`shook hands on a satellite`, `shook on it`: what the handshake was on is near."""
    return any(
        item.low in ("it", "that") or item.low.split(" ")[-1] in _GOODS or item.cue("launch.craft") is not None
        for item in items[verb + 1 : verb + _HANDS]
    )


def _as_active(items: list[Item], read: VerbGroup) -> VerbGroup:
    """`the two firms signed in May`: no participle, where nothing before it can be signed."""
    before = items[read.first - 1] if read.first else None
    is_bare = before is not None and read.first == read.verb
    acts = before is not None and (before.cue("actor") is not None or before.low in ("two", "both", "which"))
    if is_bare and before is not None and (acts or before.kind == "comma"):
        return read._replace(is_passive=False)  # `A and B, of Oslo, signed in May`
    return read


def is_unreal(items: list[Item], read: VerbGroup) -> bool:
    """`denied that A had signed`, `A was to have signed`."""
    before = {item.low for item in items[: read.first]}
    told = [item.low for item in items[max(0, read.first - 2) : read.verb]]
    return not _DENIALS.isdisjoint(before) or ("to" in told and told[-1] == "have")


def _status(sentence: Sentence, cue: Cue, read: VerbGroup) -> str | None:
    """The state: done in the past tense or a chronicle's present, planned with what tells of a future."""
    if read.is_passive and cue.label == SIGN:
        return None  # what was signed is a document told of before
    if is_denied(sentence.items, read) or is_unreal(sentence.items, read):
        return None
    status = status_of(read, "sign")
    has = any("have" in item.classes for item in sentence.items[read.first : read.verb])  # `had come to terms`
    if status == "signed" and cue.form != "ed" and not has and day_of_entry(sentence) is None:
        return None
    return status
