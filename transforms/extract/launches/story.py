"""The story's own launch where no sentence tells it whole: the craft in one, the day in another, the rocket in a third.

Belongs here: putting such a launch together, for a story of which nothing else was read. Does not belong here: what one
sentence tells (`events`), or what a launch that was told leaves to the sentences around it (`context`).
"""

import re
from typing import NamedTuple

from transforms.extract.drafts import Draft
from transforms.extract.launches import status as states
from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.dates import best, put_value
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.gate import is_converted
from transforms.extract.launches.items import may_be, place
from transforms.extract.launches.notes import read_notes
from transforms.extract.launches.slots import Slot, read, undated
from transforms.text.document import Document
from transforms.text.sentence import Sentence

#: How far into the text the parts of the story's launch are looked for, and how many of the four it must have.
_REACH = 9
RULE = "launch_story"
_ENOUGH = 3
_LEAD = 2
#: What is said of another time than the launch's: a plan, a picture.
_NOT_NOW = frozenset({"will", "pictured", "photographed"})
_ORDER = ("depart", "send", "ride", "crew", "noun", "fail", "rocket")
_DONE = ("success", "failure")
#: Words that tell of the way up without being one's word for a launch: `the journey began`, `is now in its slot`.
_BEGUN = "launch.begun"
_ABOVE = re.compile(r"\b(?:is|are|now) (?:now |safely )?(?:in (?:its )?orbit|circling)\b")
_UP_THERE = frozenset({"orbit", "circling"})
_NAMED = frozenset({"vehicle", "vehicle_family", "spacecraft", "site"})


class _Event(NamedTuple):
    """A sentence that tells that something rose, the word that tells it, and how it ended."""

    sentence: Sentence
    main: Slot | None
    status: str | None


def is_whole(draft: Draft) -> bool:
    """Whether the telling is of the story's own launch and needs no other sentence."""
    is_named = bool(draft.get("payloads")) and bool(draft.get("vehicle") or draft.get("site"))
    return is_named and bool(draft.get("date")) and place(draft.sentence) < _REACH


def tells_plan(sentence: Sentence) -> bool:
    """Whether a title tells of what is to come, or of what was put off."""
    event = _event(sentence)
    return sentence.has("launch.slip") or (event is not None and event.status == "planned")


def assemble(document: Document) -> Draft | None:
    """The launch that title and first sentences tell between them; None where they tell of none, or of several."""
    if not document.is_about_space or not _may_tell(document):
        return None
    sentences = [*document.title.sentences, *document.body.sentences[:_REACH]]
    if any(sentence.has("launch.never") and not is_converted(sentence) for sentence in sentences):
        return None
    if any(sentence.has("launch.slip") for sentence in document.title.sentences):
        return None
    told = _first(sentences, "payload"), _first(sentences, "vehicle"), _first(sentences, "site")
    named = sum(found is not None for found in told)
    if (told[0] is None and told[1] is None) or named + 1 < _ENOUGH:
        return None
    events = [event for sentence in sentences if (event := _event(sentence)) is not None]
    if any(event.status == "planned" and place(event.sentence) < _LEAD for event in events):
        return None
    events = [event for event in events if event.status in _DONE]
    if not events:
        return None
    dated = _dated(events, sentences)
    if named + (dated is not None) < _ENOUGH:
        return None
    if _are_many(sentences):
        return None
    main = _main(events, dated)
    if any(event.status == "failure" and event.sentence.part.name == "title" for event in events):
        main = main._replace(status="failure")
    return _draft(main, told, dated)


def _may_tell(document: Document) -> bool:
    """Whether a rocket, a craft or a range is named near the beginning, before any sentence is read."""
    end = document.body.sentences[:_REACH][-1].end if document.body.sentences else 0
    hits = [*document.title.hits, *(hit for hit in document.body.hits if hit.start < end)]
    found = {surface.category for hit in hits for surface in hit.entry.surfaces if surface.category in _NAMED}
    return len(found) > 1 or (bool(found) and any(hit.entry.is_time for hit in hits))


def _event(sentence: Sentence) -> _Event | None:
    """What the sentence tells of a launch that was made."""
    triggers = [slot for slot in undated(sentence) if slot.role == "trigger" and slot.kind in _ORDER]
    if triggers:
        main = min(triggers, key=lambda slot: (slot.is_weak, _ORDER.index(slot.kind)))
        if main.kind == "rocket" and not _is_above(sentence):
            return None
        if main.is_weak and any(item.low in ("will", "would") for item in sentence.items):
            return None
        status = states.read(sentence, Clause(tuple(read(sentence)), follows=False), main, 0, len(sentence.items))
        return _Event(sentence, main, status) if status in _DONE or not main.is_weak else None
    return _Event(sentence, None, "success") if _is_above(sentence) else None


def _is_above(sentence: Sentence) -> bool:
    """Whether words other than a launch's tell that something has gone up."""
    is_above = not _UP_THERE.isdisjoint(sentence.words) and sentence.says(_ABOVE)
    return is_above or sentence.has(_BEGUN)


def _first(sentences: list[Sentence], role: str) -> tuple[Sentence, Slot] | None:
    """The first name of this role, with its sentence."""
    for sentence in sentences:
        for slot in undated(sentence):
            if slot.role == role and slot.mention is not None and craft_type(slot.mention) != "station":
                return sentence, slot
    return None


def _dated(events: list[_Event], sentences: list[Sentence]) -> tuple[Sentence, Slot] | None:
    """The day of the lift-off: that of a sentence that tells of one, else the only day told beside craft or rocket."""
    for event in events:
        days = [slot for slot in read(event.sentence) if slot.role == "date" and _is_day(slot)]
        chosen = best([slot.time for slot in days if slot.time is not None])
        for slot in days:
            if slot.time == chosen:
                return event.sentence, slot
    near = [
        (sentence, slot)
        for sentence in sentences
        if not any(may_be(item) or item.low in _NOT_NOW for item in sentence.items)
        if any(slot.role in ("payload", "vehicle", "site") for slot in undated(sentence))
        for slot in read(sentence)
        if slot.role == "date" and _is_day(slot)
    ]
    return near[0] if len(near) == 1 else None


def _is_day(slot: Slot) -> bool:
    return slot.kind != "old" and slot.time is not None and len(slot.time.value or "") == len("2031-01-01")


def _are_many(sentences: list[Sentence]) -> bool:
    """Whether several rockets are named, so that one cannot tell which of them rose."""
    names = {slot.mention.id for s in sentences for slot in read(s) if slot.role == "vehicle" and slot.mention}
    return len(names) > 1


def _main(events: list[_Event], dated: tuple[Sentence, Slot] | None) -> _Event:
    """The event to stand for the launch: the dated one, else that in the text with the strongest word."""
    if dated is not None:
        for event in events:
            if event.sentence is dated[0]:
                return event
    return min(events, key=lambda e: (e.sentence.part.name == "title", e.main is None or e.main.is_weak))


def _draft(event: _Event, told: tuple[tuple[Sentence, Slot] | None, ...],
           dated: tuple[Sentence, Slot] | None) -> Draft:  # fmt: skip
    """The launch, with all that was found of it."""
    sentence, main = event.sentence, event.main
    at = sentence.items[main.first].start if main is not None else sentence.start
    draft = Draft("launch", RULE, sentence, at)
    draft.put("status", event.status, at, at + 1, inferred=True)
    draft.notes.update(read_notes(sentence, main, 0, len(sentence.items)))
    draft.notes.update(strong=True, sure=True, nth=None, listed=None, ordinal=False, companions=False)
    draft.notes["last"] = max(0, draft.notes["index"])
    draft.notes["index"] = min(draft.notes["index"], 1)
    for found, put_name in zip(told, (add_craft, put_vehicle, put_site), strict=True):
        if found is not None:
            put_name(draft, *found)
    if dated is not None and (time := dated[1].time) is not None and time.value:
        put_value(draft, time, time.value, dated[0].part.name)
        day = sentence.part.document.day
        if day is not None and time.value > day:
            draft.cells["status"] = "planned"
    return draft
