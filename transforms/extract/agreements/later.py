"""What later words say of a document told just before, whose noun they leave out or replace.

Belongs here: `It is to be signed in May`, `its signature is planned`, which change the document's state or date, and
further documents in ellipsis: `a second, with B, would follow`, `the first, from C`. Does not belong here: a document
that is named again (`agreements`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from transforms import lexicons
from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.parties import collect
from transforms.extract.agreements.terms import date_of, nearest_time, put_date
from transforms.extract.agreements.triggers import DOCUMENT, Trigger, act_name, act_of, status_of
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.roles import Role
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup, group

SIGN = "agreement.sign"
_ONES = word_set("agreements.later.ones")
_PAPERS = word_set("agreements.later.papers")
_SIGNINGS = frozenset({"signature", "signing", "conclusion", "ceremony", "signing ceremony"})
#: What is said of a signing that is still to come, and on the day it was.
_DUE = frozenset({"planned", "expected", "scheduled", "due", "foreseen", "set", "slated", "envisaged"})
_HELD = frozenset({"took place", "was held", "held"})
_LINKS = frozenset({"with", "from"})
_OWN = frozenset({"subject", "owner", "between", "receiver"})
#: Such a word before such a link, to be looked for first.
_POINTS = re.compile(rf"\b(?:{'|'.join(sorted(_ONES))})\W+(?:(?:was|is|were) \w+ )?(?:with|from)\b")
#: An older document than the one told of.
_OLD = re.compile(r"\bthe (?:first|original)(?: one)? (?:was|had been) ")
_LED = frozenset({"its", "their", "the", "final", "formal"})
#: Kinds of document that a second name can tell.
_KINDS = frozenset({"framework", "mou", "letter_of_intent", "joint_statement"})
_POINTING = frozenset({"the", "that", "this"})
_NEAR = 2
_FAR = 4
#: How verbs of renewing begin.
_RENEWS = ("renew", "extend", "prolong")
_AHEAD, _BESIDE = 7, 5


def update(sentence: Sentence, last: Draft) -> None:
    """Give the last document the state and the date that `it`, `its signature` or `that paper` is told to have."""
    if not 0 <= sentence.index - last.sentence.index <= _NEAR or last.part != sentence.part.name:
        return
    items = sentence.items
    for index, item in enumerate(items):
        if sentence is last.sentence and item.start < last.start:
            continue
        told = _signed(items, index, item)
        if told is None:
            continue
        if sentence is last.sentence and any(i.low == "after" and i.start > last.start for i in items[:index]):
            return  # `signed it after plans to sign it in May were dropped`
        if any(i.low in ("one", "another") and i.start > last.start for i in items[:index]):
            return  # it is that other one
        status, verb = told
        time = nearest_time(sentence, sentence.structure, verb, verb)
        if status == "planned" and last.get("status") == "signed":
            last.put("status", status, items[verb].start, items[verb].end)
            for name in ("signed", "date_basis"):
                last.cells.pop(name, None)
                last.spans.pop(name, None)
        if time is not None and status == last.get("status") and not last.get("signed"):
            trigger = Trigger(sentence, sentence.structure, verb, Cue(SIGN, "", ""), verb, "sign", None, status)
            put_date(last, trigger, time)
        return


def pointed(sentence: Sentence, documents: list[Trigger]) -> tuple[Trigger, Members] | None:
    """`A and B signed it on May 3`, `It was signed by A and B`: of a document just told of with no party."""
    told = documents[-1] if documents else None
    if told is None or told.status is None or told.sentence.part is not sentence.part:
        return None
    if not 0 < sentence.index - told.sentence.index <= _NEAR:
        return None
    items = sentence.items
    for index, item in enumerate(items):
        cue = item.cue(SIGN)
        if cue is None or cue.form not in ("ed", "base", "s") or not item.low.startswith(("sign", "conclu", "ink")):
            continue
        read = group(items, index, cue.form)
        is_object = index + 1 < len(items) and items[index + 1].low == "it" and not read.is_passive
        if is_object or (read.is_passive and read.first and items[read.first - 1].low == "it"):
            status = status_of(read, "sign")
            trigger = Trigger(sentence, sentence.structure, index, told.cue, index, "sign", read, status)
            members = collect(trigger)
            return (trigger, members) if status is not None and len(members.found) > 1 else None
    return None


def date(order: Draft, documents: list[Trigger]) -> None:
    """Give an order without a date that of `the contract, signed in May`, told close behind it with no party."""
    for trigger in documents:
        distance = trigger.sentence.index - order.sentence.index
        pointed = {item.low for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun]}
        if order.get("signed") or trigger.sentence.part is not order.sentence.part or not 0 <= distance <= _NEAR:
            continue
        if trigger.act in ("sign", "announce") and trigger.status == order.get("status") and pointed & _POINTING:
            put_date(order, trigger, date_of(trigger))


def name_kind(trigger: Trigger, last: Draft) -> None:
    """`signed an agreement. The framework agreement builds on …`: the kind that the next words give to the document."""
    before = [item.low for item in trigger.items[max(0, trigger.noun - 2) : trigger.noun]]
    near = trigger.sentence.part.name == last.part and 0 < trigger.sentence.index - last.sentence.index <= _NEAR
    kind, noun = trigger.cue.value, trigger.items[trigger.noun]
    if not near or "the" not in before or trigger.cue.form == "many" or last.notes.get("many"):
        return
    if last.get("type") == "agreement" and kind in _KINDS and not collect(trigger).found:
        last.put("type", kind, noun.start, noun.end)


def is_similar(trigger: Trigger, last: Draft) -> bool:
    """`a similar document`, `the same kind of paper`: of the kind told of just before."""
    before = {item.low for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun]}
    near = trigger.sentence.part.name == last.part and trigger.sentence.index - last.sentence.index <= _FAR
    return near and "similar" in before and trigger.items[trigger.noun].low.rstrip("s") in _PAPERS


def like(trigger: Trigger, members: Members, last: Draft) -> None:
    """`A concluded a similar accord`: with whom the document told of before was, the body or the party better known."""
    before = {item.low for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun]}
    near = trigger.sentence.part.name == last.part and trigger.sentence.index - last.sentence.index <= _FAR
    if "similar" not in before or not near or trigger.act != "sign" or not members.slot("subject"):
        return
    ranked = list(trigger.sentence.part.document.salience)
    spans = [span for span in last.spans["parties"] if span.value in ranked and span.value not in members.found]
    if len(spans) != len(last.get("parties")):
        return  # the newcomer was a party of the other one too
    bodies = [span for span in spans if span.value in _bodies()]
    span = min(bodies or spans, key=lambda s: ranked.index(str(s.value)))
    members.add(Member(str(span.value), span.start, span.end, span.part, True, "with"))
    members.how = "topic"


@cache
def _bodies() -> frozenset[str]:
    return frozenset(body.party_code for body in lexicons.bodies())


def renewals(sentence: Sentence, last: Draft) -> Iterator[tuple[Trigger, TimeExpression]]:
    """`and renewed it in 2013 and again in 2018`: the dates on which the document told of before was renewed."""
    if last.part != sentence.part.name or not 0 <= sentence.index - last.sentence.index <= _NEAR:
        return
    items = sentence.items
    for index in range(1, len(items) - 1):
        cue = items[index].cue(SIGN)
        if cue is None or cue.form != "ed" or items[index + 1].low != "it" or not items[index].low.startswith(_RENEWS):
            continue
        read = group(items, index, "ed")
        if not read.is_done or items[index].start < last.start:
            continue
        trigger = Trigger(sentence, sentence.structure, index, Cue(DOCUMENT, "agreement", "one"), index, "sign", read,
                          "signed")  # fmt: skip
        for time in sentence.times:
            if time.start > items[index].start and time.value and not time.is_range:
                yield trigger, time


def first_of(sentence: Sentence, last: Draft) -> Iterator[tuple[Trigger, TimeExpression]]:
    """`renewed the treaty; the first was signed in 2009`: the one before it, between the same."""
    if last.part != sentence.part.name or not 0 <= sentence.index - last.sentence.index <= 1 or not sentence.says(_OLD):
        return
    items = sentence.items
    for index in range(2, len(items)):
        cue = items[index].cue(SIGN)
        lead = [item.low for item in items[max(0, index - 4) : index]]
        if cue is None or cue.form != "ed" or items[index].start < last.start or lead[-1] not in ("was", "been"):
            continue
        read = group(items, index, "ed")
        trigger = Trigger(sentence, sentence.structure, index, Cue(DOCUMENT, "agreement", "one"), index, "sign", read,
                          "signed")  # fmt: skip
        time = nearest_time(sentence, sentence.structure, index, index, after=index)
        if time is not None and time.value and not time.is_range and {"first", "original"} & set(lead):
            yield trigger, time
            return


def _signed(items: list[Item], index: int, item: Item) -> tuple[str, int] | None:
    """The state that the words at this item give to a document that they stand for, and the verb's index."""
    if item.low in _SIGNINGS:
        return _signing(items, index)
    if item.low in ("it", "them") and index and items[index - 1].cue(SIGN) is not None:
        return _object(items, index - 1)
    if item.low != "it" and not (item.low in _PAPERS and index and items[index - 1].low in ("that", "this")):
        return None
    for verb in range(index + 1, min(len(items), index + _AHEAD + _BESIDE)):
        cue = items[verb].cue(SIGN)
        if cue is not None and cue.form == "ed":
            read = group(items, verb, "ed")
            is_its = (
                read.first <= index + 2 or "conj" in items[read.first - 1].classes
            )  # `is worth much and was signed`
            status = status_of(read, "sign") if read.is_passive and is_its else None
            return (status, verb) if status else None
        if items[verb].kind in ("comma", "stop", "semicolon") or items[verb].mention is not None:
            return None
    return None


def _signing(items: list[Item], index: int) -> tuple[str, int] | None:
    """`its signature is planned for May`, `the ceremony was held`."""
    led_by = items[index - 1] if index else items[index]
    for verb in range(index + 1, min(len(items), index + 4)):
        if items[verb].low.split(" ")[0] in _DUE and led_by.low in _LED:
            after = [item.low for item in items[verb + 1 : verb + 3]]
            is_effect = after[:1] == ["to"] and after[1:] not in (["take"], ["be"], ["take place"])
            return None if is_effect else ("planned", verb)  # `the signing is expected to strengthen ties`
        if items[verb].low in _HELD:
            return ("signed", verb) if led_by.low in _POINTING or led_by.cue(DOCUMENT) else None
    return None


def _object(items: list[Item], verb: int) -> tuple[str, int] | None:
    """`A and B signed it on May 3`, `plan to sign it in June`."""
    cue = act_of(items[verb])
    if cue is None or cue.form == "s" or not verb:
        return None
    read = group(items, verb, cue.form)
    if cue.form == "ed":
        is_told = items[verb].low in ("signed", "inked") and read.is_done and not read.is_passive
        return ("signed", verb) if is_told else None
    return ("planned", verb) if status_of(read, "sign") == "planned" else None


def further(triggers: list[Trigger]) -> Iterator[tuple[Trigger, Members]]:
    """Documents of the kind told of, each with its partner: `one with A`, `the first, from B`; of this sentence on."""
    told = next((t for t in triggers if t.cue.label == DOCUMENT and t.status is not None), None)
    if told is None:
        return
    own: list[Member] | None = None
    other: Sentence | None = told.sentence
    while other is not None and other.index - told.sentence.index <= _NEAR:
        if other is not told.sentence and other.has(DOCUMENT):
            return
        if other.says(_POINTS):
            ranked = list(other.part.document.salience)
            own = own or [m for m in collect(told).found.values() if m.slot in _OWN and m.code in ranked]
            if not own:
                return
            yield from _further(other, told, replace(min(own, key=lambda m: ranked.index(m.code)), inferred=True))
        other = other.following


def _further(sentence: Sentence, told: Trigger, own: Member) -> Iterator[tuple[Trigger, Members]]:
    for index, item in enumerate(sentence.items[:-2]):
        if item.low not in _ONES or (sentence is told.sentence and index < told.noun):
            continue
        if item.low == "one" and sentence is told.sentence and sentence.items[index + 1].low in ("with", "between"):
            continue  # it is a trigger itself
        if item.low == "one" and sentence.items[index + 1].low == "from" and told.cue.form != "many":
            continue  # `Of its experiments two come from A and one from B`
        role = _partner(sentence, index)
        members = Members({own.code: own}, "topic")
        for member in members_of(sentence, role, "source" if told.act in ("win", "order") else "with") if role else ():
            members.add(member)
        if role is not None and len(members.found) == 2:
            yield _trigger(sentence, index, role, told), members


def _partner(sentence: Sentence, index: int) -> Role | None:
    """The party behind `one with`, `the second, from`."""
    items = sentence.items
    link = index + 1
    if link + 1 < len(items) and items[link].kind == "comma":
        link += 1
    elif link + 2 < len(items) and "be" in items[link].classes and items[link + 1].cue(SIGN) is not None:
        link += 2  # `a similar one was agreed with A`
    if link >= len(items) or items[link].low not in _LINKS:
        return None
    return next(
        (r for r in sentence.structure.roles if link < r.index <= link + 3 and r.acts and r.mention.codes), None
    )


def _trigger(sentence: Sentence, index: int, role: Role, told: Trigger) -> Trigger:
    items = sentence.items
    cue = told.cue._replace(form="one")
    status, verb, read = "signed", None, None
    for at in range(role.index + 1, min(len(items), role.index + _AHEAD)):
        act = act_of(items[at])
        if act is not None and act_name(act) in ("sign", "date", "end") and act.form == "ed":
            verb, read = at, group(items, at, act.form)
            status = status_of(read, act_name(act)) or status
            break
        if "modal" in items[at].classes:
            status = "planned"
            break
        if items[at].cue(DOCUMENT) is not None or items[at].low in _ONES:
            break
    passive = VerbGroup(read.first, read.verb, read.time, read.modality, True) if read is not None else None
    return Trigger(sentence, sentence.structure, index, cue, verb, told.act or "sign", passive, status)
