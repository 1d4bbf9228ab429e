"""Orbital launch attempts, flown and planned.

Belongs here: the way from a document to drafts and facts of launches. Does not belong here: the words
(`frames/launches.tsv`), the slots of a sentence (`slots`), its clauses (`clauses`), what a clause
tells (`events`), which tellings are one launch (`merge`), whose craft it is (`owners`).
"""

import re
from collections.abc import Iterable, Iterator

from transforms.extract.drafts import Draft
from transforms.extract.launches import background, entries, events, merge, story, subjects_listed
from transforms.extract.launches import clauses as clause_splitting
from transforms.extract.launches import slots as slot_reading
from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.gate import is_converted, may_tell
from transforms.extract.launches.items import has
from transforms.extract.launches.slots import Slot
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.sentence import Sentence

RULES: tuple[str, ...] = (
    "launch_depart", "launch_send", "launch_noun", "launch_fail", "launch_date", "launch_ride", "launch_rocket",
    "launch_crew", "launch_apposed", "launch_ellipsis", "launch_story",
)  # fmt: skip
#: Words of rocketry that lend space to a sentence, where they are no part of a name (`Rover Foods`).
_PLAIN = frozenset({"launch.craft", "launch.rocket", "launch.goal"})
_WITH = frozenset({"with", "alongside", "beside", "accompanied", "accompanying", "also", "likewise"})
_RIDE: tuple[set[str], ...] = ({"payload"}, {"vehicle"}, {"payload", "vehicle"})
_CALLED_OFF = re.compile(r"\b(?:was|were) to have (?:been )?\w+")

#: Prototypes that hop and do not orbit: `Starship SN8`.
_PROTOTYPE = re.compile(r"\bSN\d{1,2}\b")

#: How far into a sentence the day at its head stands: `On Wednesday, May 3`.
_AT_HEAD = 16


def find(document: Document) -> Iterator[Draft]:
    """A draft for each telling of a launch, in the order of the text; last the one that several sentences tell."""
    is_told = False
    for part in document.parts:
        for sentence in part.sentences:
            if may_tell(sentence) and _is_of_space(sentence):
                for draft in _read(sentence):
                    is_told = is_told or story.is_whole(draft)
                    yield draft
    told = None if is_told else story.assemble(document)
    if told is not None:
        yield told


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each launch."""
    return merge.settle(document, drafts)


def _is_of_space(sentence: Sentence) -> bool:
    """Whether space is what the sentence, or else the article, is about."""
    if sentence.is_space or sentence.part.document.is_about_space:
        return True
    text = sentence.part.text
    return any(not _PLAIN.isdisjoint(hit.entry.labels) and text[hit.start].islower() for hit in sentence.hits)


def _read(sentence: Sentence) -> Iterator[Draft]:
    """The launches that one sentence tells of."""
    if ("have" in sentence.words and _CALLED_OFF.search(sentence.text)) or _PROTOTYPE.search(sentence.text):
        return
    if all(slot.role != "trigger" for slot in slot_reading.undated(sentence)):
        return
    slots = entries.dated(slot_reading.read(sentence), sentence)
    if len(slots) < 2 and sentence.part.name == "text":
        return
    earlier = background.find(sentence, slots)
    drafts = _told(sentence, slots, earlier.at if earlier is not None else len(sentence.items))
    _spread(drafts, sentence)
    yield from drafts
    if earlier is not None:
        yield background.draft(sentence, earlier, slots)


def _told(sentence: Sentence, slots: list[Slot], end: int) -> list[Draft]:
    """The launches that the clauses before item `end` tell of."""
    never = sentence.has("launch.never") and not is_converted(sentence)
    listed, rest = subjects_listed.pairs(sentence.items, slots)
    clauses = clause_splitting.split(sentence.items, [slot for slot in rest if slot.first < end])
    host: Draft | None = None
    drafts: list[Draft] = []
    for index, clause in enumerate(clauses):
        lo = clauses[index - 1].slots[-1].last if index else 0
        hi = clauses[index + 1].slots[0].first if index + 1 < len(clauses) else end
        if never and _is_never(sentence.items, clause, lo, hi):
            continue
        found = list(events.tellings(sentence, clause, lo, hi, host))
        if found and host is not None and found[0].notes["companions"] and not found[0].get("date"):
            _join(host, found[0])
            continue
        if found and not clause.follows:
            host = found[0]
        if not found:
            _add_to(drafts, host, sentence, clause, lo)
        drafts += found
    for clause in listed if host is not None else ():
        drafts += events.tellings(sentence, clause, clause.slots[0].first, clause.slots[1].last, host)
    return drafts


def _is_never(items: list[Item], clause: Clause, lo: int, hi: int) -> bool:
    """Whether a word near the clause's trigger makes it no orbital launch: `a suborbital flight`."""
    triggers = [slot for slot in clause.slots if slot.role == "trigger" and not slot.is_weak]
    if not triggers:
        return has(items, lo, hi, "launch.never")
    return any(has(items, max(lo, slot.first - 9), min(hi, slot.last + 9), "launch.never") for slot in triggers)


def _join(host: Draft, other: Draft) -> None:
    """`X left Earth with a freighter, lifted by an Antares, along with Y`: more of the same launch."""
    host.absorb(other, ("vehicle", "site", "payloads"))
    for name in other.get("payloads"):
        for span in other.spans["payloads"]:
            if span.value == name:
                host.add("payloads", name, span.start, span.end, inferred=span.inferred, part=span.part)
    host.notes.setdefault("crafts", []).extend(other.notes.get("crafts", ()))


def _add_to(drafts: list[Draft], host: Draft | None, sentence: Sentence, clause: Clause, lo: int) -> None:
    """What a clause without a launch of its own adds: `…, and two companions, A and B`; `…, both on a Soyuz`."""
    roles = {slot.role for slot in clause.slots if slot.kind not in clause_splitting.QUIET}
    before = sentence.items[lo : clause.slots[-1].first]
    is_joined = any("conj" in item.classes or item.low in _WITH or item.cue("launch.company") for item in before)
    is_with = any(item.low in _WITH or item.cue("launch.company") for item in before)
    if host is not None and host.notes["aside"] and not is_with:
        return  # `operates X, launched in May, as well as Y`
    if host is not None and is_joined and roles in _RIDE:
        _load(host, sentence, clause)
    elif roles <= {"vehicle", "site"} and any(item.low in ("both", "all", "each") for item in before):
        for draft in drafts:
            for slot in clause.slots:
                if slot.role == "vehicle" and not draft.get("vehicle"):
                    put_vehicle(draft, sentence, slot)
                elif slot.role == "site" and not draft.get("site"):
                    put_site(draft, sentence, slot)


def _load(host: Draft, sentence: Sentence, clause: Clause) -> None:
    """Add the craft of a clause to a launch, and its rocket where none is known."""
    for slot in clause.slots:
        if slot.role == "payload":
            add_craft(host, sentence, slot)
        elif slot.role == "vehicle" and not host.get("vehicle"):
            put_vehicle(host, sentence, slot)


def _spread(drafts: list[Draft], sentence: Sentence) -> None:
    """`A on May 3 and B on June 4, both on a Soyuz from Kourou`: what the last clause has, the others have too."""
    if len(drafts) > 1 and any(item.low == "both" for item in sentence.items):
        for draft in drafts[:-1]:
            draft.absorb(drafts[-1], ("vehicle", "site"))
    if len(drafts) == 2 and not drafts[1].get("date") and _shares_day(drafts[0], drafts[1], sentence):
        drafts[1].absorb(drafts[0], ("date", "date_basis"))
        drafts[0].notes["apart"] = drafts[1].notes["apart"] = True


def _shares_day(first: Draft, second: Draft, sentence: Sentence) -> bool:
    """`On May 3, Peru launched Nimbus-1 and Chad launched Nimbus-2`: the day at the head is that of both."""
    spans = first.spans.get("date") or ()
    if not spans or spans[0].start - sentence.start > _AT_HEAD or second.cells["status"] != "success":
        return False
    between = sentence.items[first.notes["at"] + 1 : second.notes["at"]]
    joint = next((at for at, item in enumerate(between) if item.low == "and"), len(between))
    has_subject = any(item.mention is not None and item.mention.is_party for item in between[joint:])
    is_plain = not any(item.classes & {"have", "be", "modal"} for item in between)
    return has_subject and is_plain and bool(first.get("payloads") and second.get("payloads"))
