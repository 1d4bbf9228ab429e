"""What a telling leaves to the words around it: the craft that `it` stands for, the rocket and range of the story.

Belongs here: looking back and around in the article. Does not belong here: comparing launches (`same`).
"""

from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.drafts import Draft
from transforms.extract.launches import batch
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.items import lows
from transforms.extract.launches.rockets import ranges
from transforms.extract.launches.slots import Slot, read
from transforms.text.document import Document, Sentence

#: How many sentences one looks back or ahead, and how many of an article's first tell its main story.
_REACH = 3
_STORY = 16
_FIRMS = frozenset({"company", "firm", "operator", "venture", "consortium", "provider"})


def antecedent(draft: Draft) -> bool:
    """Fill in the craft that `it` or `the satellite` stands for: the first of the nearest sentence that names one."""
    document = draft.sentence.part.document
    if _is_of_firm(draft):
        return False
    before = draft.notes["at"] if draft.notes["companions"] else draft.notes["span"][0]
    own = [slot for slot in read(draft.sentence) if slot.role == "payload" and slot.first < before]
    if own and not draft.notes["shown"]:
        add_craft(draft, draft.sentence, own[-1], inferred=True)
        return True
    if draft.notes["elided"] and draft.sentence.index == 0:
        return False
    if draft.notes["takes_it"] and _is_unnamed_craft(draft.sentence, draft.notes["at"]):
        return False
    for sentence in (*_back(draft.sentence), *document.title.sentences, *document.body.sentences[:_REACH]):
        crafts = [slot for slot in read(sentence) if slot.role == "payload"]
        rockets = [slot for slot in read(sentence) if slot.role == "vehicle"]
        if rockets and not crafts and draft.notes["its"] and not draft.get("vehicle"):
            put_vehicle(draft, sentence, rockets[-1], inferred=True)  # `The Epsilon is retired. Its last flight …`
            return True
        if crafts:
            nth = draft.notes.get("nth")
            several = nth is not None and len(crafts) > 1
            at = min(nth or 0, len(crafts) - 1) if several else -1 if draft.notes["shown"] else 0
            add_craft(draft, sentence, crafts[at], inferred=True)
            return True
    return False


def _is_of_firm(draft: Draft) -> bool:
    """`Since its first launch in 1998, the firm has had 31 missions`: the firm's launch, whose craft is not told."""
    at = draft.notes["at"]
    words = lows(draft.sentence.items, 0, at + 9)
    return words[:2] == ["since", "its"] and not _FIRMS.isdisjoint(words[at:])


def _is_unnamed_craft(sentence: Sentence, stop: int) -> bool:
    """`has built a satellite for Nepal and will send it into orbit`: what `it` means stands there without a name."""
    items = sentence.items
    return any(
        items[at].low in ("a", "an") and any(item.cue("launch.craft") for item in items[at + 1 : min(stop, at + 5)])
        for at in range(stop)
    )


def rocket(draft: Draft) -> None:
    """Fill in the rocket that `the rocket` or `the launcher` stands for: the one named last, or that of the title."""
    document = draft.sentence.part.document
    for sentence in (draft.sentence, *_back(draft.sentence), *document.title.sentences):
        rockets = [slot for slot in read(sentence) if slot.role == "vehicle"]
        if sentence is draft.sentence:
            rockets = [slot for slot in rockets if slot.first < draft.notes["at"]]
        if rockets:
            put_vehicle(draft, sentence, rockets[-1], inferred=True)
            return


def _back(sentence: Sentence) -> Iterator[Sentence]:
    for earlier in sentence.before():
        if sentence.index - earlier.index > _REACH:
            return
        yield earlier


def borrow(draft: Draft, facts: list[Draft], name: str) -> None:
    """`from the same base`, `the rocket's previous mission`: the range or rocket named last."""
    for fact in reversed(facts):
        if fact.get(name):
            draft.cells[name] = fact.cells[name]
            draft.spans[name] = [replace(span, inferred=True) for span in fact.spans[name]]
            return


def complete(document: Document, fact: Draft, facts: list[Draft]) -> None:
    """Fill in what the story's own launch leaves to the sentences around it."""
    told = _told(facts)
    for sentence in (*document.title.sentences, *document.body.sentences[:_STORY]):
        if all(fact.get(name) for name in ("payloads", "vehicle", "date")):
            break
        if sentence.hits and not sentence.has("launch.never"):
            _adopt(fact, sentence, [slot for slot in read(sentence) if _start(slot, sentence) not in told])
    batch.add(document, fact, told)
    _adopt_place(document, fact)


def _told(facts: list[Draft]) -> set[int]:
    """Where in the text the names of dated launches stand."""
    return {
        span.start
        for fact in facts
        if fact.get("date")
        for name in ("payloads", "vehicle", "site", *(("date",) if fact.cells["status"] == "planned" else ()))
        for span in fact.spans.get(name, ())
        if span.part == "text"
    }


def _start(slot: Slot, sentence: Sentence) -> int | None:
    if sentence.part.name != "text":
        return None
    return slot.mention.start if slot.mention is not None else slot.time.start if slot.time is not None else None


def _adopt(fact: Draft, sentence: Sentence, slots: list[Slot]) -> None:
    """Take the first craft, rocket, range and day of the sentence for those that the launch lacks."""
    is_near = abs(sentence.index - max(0, fact.notes["index"])) <= _REACH or sentence.part.name == "title"
    is_of_flight = is_near or sentence.has("launch.goal") or sentence.has("launch.company")
    for slot in slots:
        if slot.role == "payload" and not fact.get("payloads") and is_of_flight:
            if slot.mention is not None and craft_type(slot.mention) != "station":
                add_craft(fact, sentence, slot, inferred=True)
        elif slot.role == "vehicle" and not fact.get("vehicle") and is_near:
            put_vehicle(fact, sentence, slot, inferred=True)
        elif slot.role == "site" and not fact.get("site") and is_near:
            put_site(fact, sentence, slot)
    tells = any(slot.role == "trigger" and slot.kind not in ("fail", "rocket") for slot in slots)
    days = [s.time for s in slots if s.time is not None and s.kind != "old" and len(s.time.value or "") == 10]
    is_open = not fact.get("date") and fact.cells["status"] != "planned"
    told = fact.notes.get("told_day")
    if (
        tells
        and is_open
        and len(days) == 1
        and is_near
        and (told is None or int((days[0].value or "")[5:7]) == told[0])
    ):
        day, part = days[0], sentence.part.name
        fact.put("date", day.value, day.start, day.end, inferred=True, part=part)
        fact.put("date_basis", day.basis, day.start, day.end, inferred=True, part=part)


def _adopt_place(document: Document, fact: Draft) -> None:
    """The story is written where the rocket rose, where its dateline names a range."""
    line = document.body.layout.dateline
    is_ahead = fact.cells["status"] == "planned" and not fact.notes["slips"]
    if line is None or fact.get("site") or is_ahead:
        return
    for hit in document.body.hits:
        if hit.start >= line.end:
            return
        sites = (found for found in hit.entry.surfaces if found.category == "site" and not found.is_context)
        site = next((found.id for found in sites), None)
        if site:
            fact.put("site", ranges()[site], hit.start, hit.end, inferred=True, part="text")
            return
