"""Entries of a chronicle: a day that stands by itself at the head of a paragraph, `14 October 1969. Nimbus-1 leaves …`.

Belongs here: that day, as the date of the sentences of its entry that tell no other. Does not belong here: headings of
months and years (`headings`).
"""

from transforms.extract.launches.slots import Slot
from transforms.text import times
from transforms.text.sentence import Sentence
from transforms.text.time_expressions import TimeExpression

_MONTH = len("1969-10")
_FAR = 2
_LONG = 24


def dated(slots: list[Slot], sentence: Sentence) -> list[Slot]:
    """The slots with the day of the entry at their head, where the sentence has no date of its own."""
    if sentence.part.name != "text" or any(slot.role == "date" for slot in slots):
        return slots
    if not any(slot.role == "payload" for slot in slots):
        return slots
    time = _day(sentence)
    today = sentence.part.document.day
    if time is None or time.value is None or today is None or time.value > today[: len(time.value)]:
        return slots
    return [Slot("date", 0, 0, "", time=time), *slots]


def _day(sentence: Sentence) -> TimeExpression | None:
    """The day that the paragraph begins with, as a sentence of its own."""
    first = sentence
    for earlier in sentence.before():
        if earlier.paragraph != sentence.paragraph:
            break
        if sentence.index - earlier.index > _FAR or (earlier.times and not _is_bare(earlier)):
            return None  # another day was told in between
        first = earlier
    found = first.times[0] if first is not sentence and _is_bare(first) else _left_out(first)
    return found if found is not None and found.value is not None and len(found.value) >= _MONTH else None


def _is_bare(sentence: Sentence) -> bool:
    """Whether the sentence is nothing but a date."""
    if len(sentence.times) != 1:
        return False
    time, text = sentence.times[0], sentence.part.text
    return not text[sentence.start : time.start].strip() and not text[time.end : sentence.end].strip(" .:–—-")


def _left_out(first: Sentence) -> TimeExpression | None:
    """The day before the first sentence that the layout took for a dateline."""
    start = first.part.text.rfind("\n", 0, first.start) + 1
    lead = first.part.text[start : first.start].strip()
    if not lead.endswith(".") or len(lead) > _LONG:
        return None
    found = times.find(first.part.text, start, first.start, first.part.document.reference)
    return found[0] if len(found) == 1 and found[0].basis == "stated" else None
