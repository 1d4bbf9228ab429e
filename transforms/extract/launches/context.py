"""What a telling leaves to the words around it: the craft that `it` stands for, the rocket and range of the story.

Belongs here: looking back and around in the article. Does not belong here: comparing launches (`same`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches import batch, naming
from transforms.extract.launches.craft import craft_type, is_member
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.items import may_be, place
from transforms.extract.launches.picked import is_rocket
from transforms.extract.launches.pointing import (
    bears_others,
    is_of_another,
    is_of_firm,
    is_of_many,
    is_unnamed_craft,
)
from transforms.extract.launches.rockets import ranges
from transforms.extract.launches.slots import Slot, read, undated
from transforms.text.document import Document
from transforms.text.sentence import Sentence

#: How many sentences one looks back or ahead, and how many of an article's first tell its main story.
_REACH = 3
_STORY = 16
_BESIDE = 2
#: How far behind the article the day of its own launch lies at most.
_RECENT = timedelta(days=183)


def antecedent(draft: Draft) -> bool:
    """Fill in the craft that `it` or `the satellite` stands for: the first of the nearest sentence that names one."""
    document = draft.sentence.part.document
    if bears_others(draft) or is_of_firm(draft) or is_of_another(draft) or is_of_many(draft):
        return False
    before = draft.notes["at"] if draft.notes["companions"] else draft.notes["span"][0]
    own = [slot for slot in read(draft.sentence) if slot.role == "payload" and slot.first < before]
    if own and not draft.notes["shown"]:
        add_craft(draft, draft.sentence, own[-1], inferred=True)
        return True
    if draft.notes["elided"] and place(draft.sentence) <= 0:
        return False
    if draft.notes["takes_it"] and is_unnamed_craft(draft.sentence, draft.notes["at"]):
        return False
    for sentence in (*_back(draft.sentence), *document.title.sentences, *document.body.sentences[:_REACH]):
        crafts = [slot for slot in undated(sentence) if slot.role == "payload"]
        rockets = [slot for slot in undated(sentence) if slot.role == "vehicle"]
        if rockets and not crafts and draft.notes["its"] and not draft.get("vehicle"):
            put_vehicle(draft, sentence, rockets[-1], inferred=True)  # `The Epsilon is retired. Its last flight …`
            return True
        if not crafts and sentence is draft.sentence.previous:
            crafts = _mentioned(sentence)
        if crafts:
            nth = draft.notes.get("nth")
            several = nth is not None and len(crafts) > 1
            at = min(nth or 0, len(crafts) - 1) if several else -1 if draft.notes["shown"] else 0
            add_craft(draft, sentence, crafts[at], inferred=True)
            return True
    return False


def _mentioned(sentence: Sentence) -> list[Slot]:
    """The one numbered craft that the sentence speaks of, in whatever role: `The two come beside Nimbus-1`."""
    found = [
        Slot("payload", at, at + 1, mention=item.mention)
        for at, item in enumerate(sentence.items)
        if item.mention is not None and is_member(item.mention) and item.mention.reading("spacecraft") is not None
    ]
    return found if len(found) == 1 else []


def rocket(draft: Draft) -> None:
    """Fill in the rocket that `the rocket` or `the launcher` stands for: the one named last, or that of the title."""
    document = draft.sentence.part.document
    for sentence in (draft.sentence, *_back(draft.sentence), *document.title.sentences):
        rockets = [slot for slot in read(sentence) if slot.role == "vehicle"]
        if not rockets and draft.notes["of_row"] and sentence is not draft.sentence:
            rockets = [
                Slot("vehicle", at, at + 1, mention=item.mention)
                for at, item in enumerate(sentence.items)
                if is_rocket(item)
            ]  # `seven Vega launches`: the row itself
        if sentence is draft.sentence:
            rockets = [slot for slot in rockets if slot.first < draft.notes["at"]]
        if rockets and not (draft.notes["of_row"] and _are_several(rockets)):
            put_vehicle(draft, sentence, rockets[-1], inferred=True)
            draft.notes["fleet"] = False
            return


def rocket_before(draft: Draft) -> None:
    """`The Epsilon is retired. Its last flight, with X, failed`: the rocket of a sentence that names no craft."""
    earlier = draft.sentence.previous
    slots = read(earlier) if earlier is not None else []
    rockets = [slot for slot in slots if slot.role == "vehicle"]
    if earlier is not None and rockets and not any(slot.role == "payload" for slot in slots):
        put_vehicle(draft, earlier, rockets[-1], inferred=True)


def _are_several(rockets: list[Slot]) -> bool:
    """Whether the names tell of different rockets: `Others are sent up by Deltas and Protons`."""
    return len({slot.mention.text for slot in rockets if slot.mention is not None}) > 1


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
    naming.name_fully(document, fact)
    for sentence in (*document.title.sentences, *document.body.sentences[:_STORY]):
        if all(fact.get(name) for name in ("payloads", "vehicle", "date")):
            break
        if sentence.hits and not sentence.has("launch.never") and not _is_of_history(fact, sentence):
            _adopt(fact, sentence, [slot for slot in read(sentence) if _start(slot, sentence) not in told])
    naming.name_for_owner(document, fact, told)
    _adopt_day(document, fact)
    batch.add(document, fact, told)
    _adopt_place(document, fact)


def _is_of_history(fact: Draft, sentence: Sentence) -> bool:
    """`On July 15, 1975, Peru launched Nimbus-1`, `the anniversary of Nimbus-1`: of another time than the launch."""
    year = (fact.get("date") or "")[:4]
    if not year or sentence is fact.sentence:
        return False
    is_old = any(
        slot.time is not None and (slot.time.value or year)[:4] < str(int(year) - 1) for slot in read(sentence)
    )
    return is_old or any(item.low == "anniversary" for item in sentence.items)


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


def _is_of_others(fact: Draft, slot: Slot) -> bool:
    """Whether the craft belongs to another than whom the launch is told of: `the launch of Peru's first satellite`."""
    at, codes = fact.notes["at"], slot.mention.codes if slot.mention is not None else ()
    behind = fact.sentence.items[at + 1 : at + 4]
    if not codes or not behind or behind[0].low != "of" or len(behind) < 3 or behind[2].kind != "poss":
        return False
    owner = behind[1].mention
    return owner is not None and bool(owner.codes) and set(owner.codes).isdisjoint(codes)


def _start(slot: Slot, sentence: Sentence) -> int | None:
    if sentence.part.name != "text":
        return None
    return slot.mention.start if slot.mention is not None else slot.time.start if slot.time is not None else None


def _adopt(fact: Draft, sentence: Sentence, slots: list[Slot]) -> None:
    """Take the first craft, rocket, range and day of the sentence for those that the launch lacks."""
    is_near = abs(place(sentence) - max(0, fact.notes["index"])) <= _REACH or sentence.part.name == "title"
    is_of_flight = is_near or sentence.has("launch.goal") or sentence.has("launch.company")
    for slot in slots:
        if slot.role == "payload" and not fact.get("payloads") and is_of_flight and not _is_of_others(fact, slot):
            if slot.mention is not None and craft_type(slot.mention) != "station":
                add_craft(fact, sentence, slot, inferred=True)
        elif slot.role == "vehicle" and not (fact.get("vehicle") or fact.notes.get("either")) and is_near:
            put_vehicle(fact, sentence, slot, inferred=True)
        elif slot.role == "site" and not fact.get("site") and is_near:
            put_site(fact, sentence, slot)
    tells = any(slot.role == "trigger" and slot.kind not in ("fail", "rocket") for slot in slots)
    days = [s.time for s in slots if s.time is not None and s.kind != "old" and len(s.time.value or "") == 10]
    is_open = not fact.get("date") and fact.cells["status"] != "planned"
    told, today = fact.notes.get("told_day"), sentence.part.document.reference.day
    if today is not None:
        oldest = (today - _RECENT).isoformat()  # no anniversary, no sister's day
        days = [day for day in days if oldest <= (day.value or "") <= today.isoformat()]  # `will separate on May 4`
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


def _adopt_day(document: Document, fact: Draft) -> None:
    """The one day of the week just gone that the sentences beside the story's launch name is its day.

    `The two had worked towards Monday morning. Nimbus-1 was taken up by a Vega.`
    """
    if (
        fact.get("date")
        or fact.get("status") == "planned"
        or fact.notes.get("told_day")
        or document.reference.day is None
    ):
        return
    at = fact.notes["last"] if fact.notes["index"] < 0 else fact.notes["index"]
    near = [s for s in document.body.sentences[: at + _BESIDE + _REACH] if abs(place(s) - at) <= _BESIDE]
    days = [
        (sentence, slot.time)
        for sentence in near
        if not (sentence.has("launch.plan") or any(may_be(item) for item in sentence.items))
        for slot in read(sentence)
        if slot.time is not None and slot.kind != "old" and slot.time.weekday is not None
    ]
    if len({time.value for _, time in days}) != 1:
        return
    sentence, time = days[0]
    fact.put("date", time.value, time.start, time.end, inferred=True, part=sentence.part.name)
    fact.put("date_basis", time.basis, time.start, time.end, inferred=True, part=sentence.part.name)


def _is_vague(fact: Draft) -> bool:
    """Whether the range is told by its state alone, which the range in it may take the place of."""
    known = lexicons.lookup("sites", fact.get("site"))
    return known is None and fact.spans["site"][0].inferred


def _adopt_place(document: Document, fact: Draft) -> None:
    """The story is written where the rocket rose, where its dateline names a range."""
    line = document.body.layout.dateline
    is_ahead = fact.cells["status"] == "planned" and not fact.notes["slips"]
    if line is None or (fact.get("site") and not _is_vague(fact)) or is_ahead:
        return
    for hit in document.body.hits:
        if hit.start >= line.end:
            return
        sites = (found for found in hit.entry.surfaces if found.category == "site" and not found.is_context)
        site = next((found.id for found in sites), None)
        if site:
            fact.put("site", ranges()[site], hit.start, hit.end, inferred=True, part="text")
            return
