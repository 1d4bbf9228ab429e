"""The day of a signing that only the occasion tells: the visit, the ceremony, the news of the day that it belongs to.

Belongs here: finding that day in the sentences before, where the document's own sentence tells no time. Does not belong
here: dates that the sentence or the one before it in the paragraph tells (`terms`).
"""

import re
from collections.abc import Iterable
from datetime import date

from transforms.extract.agreements.triggers import DOCUMENT, Trigger
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text import times
from transforms.text.document import Document
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup

_EVENTS = "|".join(sorted(word_set("agreements.occasion.events")))
#: `on the sidelines`, `after the talks`, `at the ceremony`: words that point to what the story has told of.
_POINTS = re.compile(
    r"\b(?:at|on) the same (?:time|event|ceremony|day|occasion)\b"
    r"|\bon the (?:sidelines|margins|occasion|fringes|edges?)\b"
    rf"|\b(?:at|during|after|following|in) (?:the|that|this|their|his|her|both) (?:\w+ )?(?:{_EVENTS})\b"
)
#: What is told of a signing behind it.
_HELD = re.compile(r"\bthe (?:signing|ceremony|signing ceremony|signature) (?:was held|took place|was done)\b")
#: What a lede tells of where its day is that of the signing.
_TOLD = tuple(f"agreement.{act}" for act in ("sign", "join", "win", "award", "order", "announce"))
_POINTERS = frozenset({"the", "this", "that"})
#: How old the news of a story can be, and how far behind it what belongs to it is told.
_DAYS = 8
_NEAR, _FAR = 4, 10
#: What may stand before and behind the date that heads an entry.
_BULLET, _MARKS = 4, (":", "–", "—", "-", ".", ")", "|")


def day_of(trigger: Trigger) -> TimeExpression | None:
    """The day of the occasion on which a document was signed that is told in the plain past, without a time."""
    sentence = trigger.sentence
    is_timed = any(time.value and not time.is_range for time in sentence.times)
    if trigger.status != "signed" or is_timed or sentence.part.name != "text":
        return None
    held = sentence.following
    if held is not None and held.says(_HELD):
        return recent(held)
    if sentence.says(_POINTS):
        return next((day for told in _before(sentence, _FAR) if (day := recent(told)) is not None), None)
    if not sentence.index or not _is_plain_past(trigger):
        return None
    lede, lead = sentence.part.sentences[0], trigger.items[max(0, trigger.noun - 1)].low
    is_passive = trigger.group is not None and trigger.group.is_passive
    if sentence.index == 1 and lead in _POINTERS and is_passive:
        return recent(lede)  # `The agreement was signed by …`: of which the lede has told
    is_further = trigger.items[0].low == "there" or (trigger.items[0].low == "it" and is_passive)
    return recent(lede) if is_further and sentence.index <= _NEAR and not lede.has("launch.send") else None


def day_of_entry(sentence: Sentence) -> TimeExpression | None:
    """`7 May 2031 – A and B sign …`, `May 2031. Lima. …`: the date that heads the paragraph, as in a chronicle."""
    head = sentence
    for earlier in sentence.before():
        if earlier.paragraph != sentence.paragraph:
            break
        head = earlier
    line, text = sentence.part.layout.dateline, sentence.part.text
    if line is not None and line.place is None and line.year and 0 <= head.start - line.end < _BULLET and head.index:
        return next(iter(times.find(text, line.start, line.end, sentence.part.document.reference)), None)
    if not head.times:
        return None
    time = head.times[0]
    is_head = time.start - head.start < _BULLET and text[time.end : time.end + 3].lstrip()[:1] in _MARKS
    return time if is_head and time.value and not time.is_range and text[time.end : time.end + 1] != "," else None


def day_of_joining(sentence: Sentence, group: VerbGroup) -> TimeExpression | None:
    """The day of the lede, where it tells of the joining that a sentence close behind it tells again without a time."""
    lede = sentence.part.sentences[0]
    if sentence.times or not 0 < sentence.index <= _NEAR or group.time != "past" or not lede.has("agreement.standing"):
        return None
    return recent(lede) if all(not told.times for told in _before(sentence, sentence.index - 1)) else None


def recent(sentence: Sentence) -> TimeExpression | None:
    """The one day of the last week that a sentence tells."""
    today = sentence.part.document.day
    if today is None:
        return None
    days = [time for time in sentence.times if not time.is_range and time.value and len(time.value) == len(today)]
    if not days:
        return _in_week(sentence, today)
    near = [time for time in days if 0 <= _age(today, str(time.value)) <= _DAYS]
    return near[0] if len({time.value for time in near}) == 1 else None


def _in_week(sentence: Sentence, today: str) -> TimeExpression | None:
    """`last week`, `this month`: where no day is told."""
    told = [time for time in sentence.times if not time.is_range]
    one = told[0] if len(told) == 1 else None
    is_near = one is not None and one.basis == "relative" and one.value in (today[:7], today[:10])
    return one if is_near else None


def _age(today: str, day: str) -> int:
    return (date.fromisoformat(today) - date.fromisoformat(day)).days


def date_title(document: Document, drafts: Iterable[Draft]) -> None:
    """Give what only the title tells the day on which the lede tells of it."""
    lede = document.body.sentences[0] if document.body.sentences else None
    undated = [d for d in drafts if d.part == "title" and d.get("status") == "signed" and not d.get("signed")]
    if not undated or lede is None or not any(lede.has(label) for label in _TOLD):
        return
    if lede.has("launch.send") and not lede.has(DOCUMENT):
        return
    day = recent(lede)
    for draft in undated if day is not None else ():
        assert day is not None  # noqa: S101
        put_day(draft, day)


def put_day(draft: Draft, day: TimeExpression) -> None:
    """Set the date, told in the text."""
    draft.put("signed", day.value, day.start, day.end, inferred=True, part="text")
    draft.put("date_basis", day.basis, day.start, day.end, inferred=True, part="text")


def _before(sentence: Sentence, reach: int) -> list[Sentence]:
    """The sentences in front, nearest first."""
    sentences = sentence.part.sentences
    return sentences[max(0, sentence.index - reach) : sentence.index][::-1]


def _is_plain_past(trigger: Trigger) -> bool:
    """`was signed`, `signed`: not `has signed` or `had signed`, which can lie anywhere; `There was an agreement`."""
    if trigger.group is None:
        return [item.low for item in trigger.items[:2]] == ["there", "was"]
    before = trigger.items[trigger.group.first : trigger.group.verb]
    return trigger.group.time == "past" and not any("have" in item.classes for item in before)
