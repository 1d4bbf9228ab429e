"""Orbital launch attempts, flown and planned.

Belongs here: the way from a document to drafts and facts of launches. Does not belong here: the words
(`frames/launches.tsv`), the slots of a sentence (`launches_slots`), its clauses (`launches_clauses`), what a clause
tells (`launches_events`), which tellings are one launch (`launches_merge`), whose craft it is (`launches_owners`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from transforms.extract import launches_clauses, launches_events, launches_merge, launches_slots
from transforms.extract.drafts import Draft
from transforms.extract.launches_clauses import Clause
from transforms.extract.launches_fill import add_craft, put_site, put_vehicle
from transforms.extract.launches_triggers import LABELS
from transforms.text.document import Document, Sentence
from transforms.text.matcher import Entry

RULES: tuple[str, ...] = (
    "launch_depart", "launch_send", "launch_noun", "launch_fail", "launch_date", "launch_ride", "launch_rocket",
    "launch_crew", "launch_apposed", "launch_ellipsis",
)  # fmt: skip
#: Words of rocketry that lend space to a sentence, where they are no part of a name (`Rover Foods`).
_PLAIN = frozenset({"launch.craft", "launch.rocket", "launch.goal"})
_CALLED_OFF = re.compile(r"\b(?:was|were) to have (?:been )?\w+")


def find(document: Document) -> Iterator[Draft]:
    """A draft for each telling of a launch, in the order of the text."""
    for part in document.parts:
        for sentence in part.sentences:
            if any(_tells(hit.entry) for hit in sentence.hits) and _is_of_space(sentence):
                yield from _read(sentence)


def settle(document: Document, drafts: list[Draft]) -> Iterable[Draft]:
    """One draft for each launch."""
    return launches_merge.settle(document, drafts)


def _is_of_space(sentence: Sentence) -> bool:
    """Whether space is what the sentence, or else the article, is about."""
    if sentence.is_space or sentence.part.document.is_about_space:
        return True
    text = sentence.part.text
    return any(not _PLAIN.isdisjoint(hit.entry.labels) and text[hit.start].islower() for hit in sentence.hits)


@cache
def _tells(entry: Entry) -> bool:
    """Whether words of the automaton can tell of a launch: a trigger, a rocket, a craft."""
    return not LABELS.isdisjoint(entry.labels) or any(
        surface.category in ("vehicle", "spacecraft") for surface in entry.surfaces
    )


def _read(sentence: Sentence) -> Iterator[Draft]:
    """The launches that one sentence tells of."""
    if sentence.has("launch.never") or _CALLED_OFF.search(sentence.text):
        return
    slots = launches_slots.read(sentence)
    if not slots or (len(slots) < 2 and sentence.part.name == "text"):
        return
    clauses = launches_clauses.split(sentence.items, slots)
    host: Draft | None = None
    drafts: list[Draft] = []
    for index, clause in enumerate(clauses):
        lo = clauses[index - 1].slots[-1].last if index else 0
        hi = clauses[index + 1].slots[0].first if index + 1 < len(clauses) else len(sentence.items)
        found = list(launches_events.tellings(sentence, clause, lo, hi, host))
        if found and not clause.follows:
            host = found[0]
        if not found:
            _add_to(drafts, host, sentence, clause, lo)
        drafts += found
    _spread(drafts, sentence)
    yield from drafts


def _add_to(drafts: list[Draft], host: Draft | None, sentence: Sentence, clause: Clause, lo: int) -> None:
    """What a clause without a launch of its own adds: `…, and two companions, A and B`; `…, both on a Soyuz`."""
    roles = {slot.role for slot in clause.slots if slot.kind not in launches_clauses.QUIET}
    before = sentence.items[lo : clause.slots[-1].first]
    if clause.follows and host is not None and roles == {"payload"}:
        if any("conj" in item.classes for item in before):
            for slot in clause.slots:
                add_craft(host, sentence, slot)
    elif roles <= {"vehicle", "site"} and any(item.low in ("both", "all", "each") for item in before):
        for draft in drafts:
            for slot in clause.slots:
                if slot.role == "vehicle" and not draft.get("vehicle"):
                    put_vehicle(draft, sentence, slot)
                elif slot.role == "site" and not draft.get("site"):
                    put_site(draft, sentence, slot)


def _spread(drafts: list[Draft], sentence: Sentence) -> None:
    """`A on May 3 and B on June 4, both on a Soyuz from Kourou`: what the last clause has, the others have too."""
    if len(drafts) > 1 and any(item.low == "both" for item in sentence.items):
        for draft in drafts[:-1]:
            draft.absorb(drafts[-1], ("vehicle", "site"))
