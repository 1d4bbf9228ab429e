"""What a sentence says of the launch told just before: `The carrier was a Vega`, `the date was August 11`.

Belongs here: filling what such sentences name. Does not belong here: what a telling leaves to the sentences around it
without pointing there (`context`).
"""

import re

from transforms.extract.drafts import Draft
from transforms.extract.launches.dates import put_value
from transforms.extract.launches.fill import put_site, put_vehicle
from transforms.extract.launches.items import place
from transforms.extract.launches.slots import read
from transforms.text.document import Document
from transforms.text.sentence import Sentence

#: How far behind its launch such a sentence stands.
_REACH = 2
_OF_ROCKET = re.compile(
    r"\b(?:the|its) (?:carrier|rocket|launcher|carrier rocket|launch vehicle|vehicle|booster)"
    r"(?: used)?,? (?:was|is|were)\b"
    r"|\bdid the job\b|\bthanks to an?\b"
)
#: What is said of the rocket of a plan: `the Vega, which was to carry the satellite`.
_TO_CARRY = re.compile(
    r"\b(?:rocket|launcher|carrier|vehicle)\b.{0,40}?\b(?:to|will|would) (?:carry|launch|loft|orbit|take|lift)\b"
)
_OF_SITE = re.compile(
    r"\b(?:the|its) (?:launch )?(?:site|place|spaceport|cosmodrome|base|launch pad)(?: used)? (?:was|is)\b"
)
_OF_DAY = re.compile(r"\b(?:the|its) (?:launch )?(?:date|day|time)(?: of (?:the )?(?:launch|lift ?off))? (?:was|is)\b")


def add(document: Document, facts: list[Draft]) -> None:
    """Give each launch that was made what the sentences right behind it say of its rocket, range and day."""
    for sentence in document.body.sentences:
        at = place(sentence)
        known = [fact for fact in facts if 0 <= at - fact.notes["last"] <= _REACH]
        if known and known[-1].cells["status"] != "planned":
            _add(known[-1], sentence)
        elif known and not known[-1].get("vehicle") and sentence.says(_TO_CARRY):
            rocket = next((slot for slot in read(sentence) if slot.role == "vehicle"), None)
            if rocket is not None:
                put_vehicle(known[-1], sentence, rocket, inferred=True)


def _add(fact: Draft, sentence: Sentence) -> None:
    folded, slots = sentence.part.folded, None
    for name, pattern in (("vehicle", _OF_ROCKET), ("site", _OF_SITE), ("date", _OF_DAY)):
        said = pattern.search(folded, sentence.start, sentence.end)
        if said is None:
            continue
        slots = slots if slots is not None else read(sentence)
        if name == "vehicle" and not fact.get("vehicle"):
            rocket = next((slot for slot in slots if slot.role == "vehicle"), None)
            if rocket is not None:
                put_vehicle(fact, sentence, rocket, inferred=True)
        elif name == "site" and not fact.get("site"):
            site = next((slot for slot in slots if slot.role == "site"), None)
            if site is not None:
                put_site(fact, sentence, site)
        elif name == "date":
            _put_day(fact, sentence, said.end())


def _put_day(fact: Draft, sentence: Sentence, after: int) -> None:
    """The day behind the words, where it is more exact than what is known."""
    time = next((time for time in sentence.times if time.start >= after and time.value), None)
    known = fact.get("date") or ""
    if time is None or not time.value or len(time.value) <= len(known) or not time.value.startswith(known):
        return
    put_value(fact, time, time.value, sentence.part.name)
