"""The newest date of a launch that was put off: the next attempt that a story of a scrub tells of.

Belongs here: words of trying again, and the date behind them. Does not belong here: dates told in the sentence of the
launch itself (`dates`), or joining tellings (`merge`).
"""

import re
from collections.abc import Iterator

from transforms.extract.drafts import Draft
from transforms.extract.launches.dates import put_value
from transforms.extract.launches.names import overlap
from transforms.text.document import Document
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

#: How a story says when it will be tried again, in the folded text.
_AGAIN = re.compile(
    r"\b(?:(?:new|next|another|fresh|second|backup|earliest)\b[a-z -]{0,24}"
    r"\b(?:attempt|try|window|opportunity|date|chance)"
    r"|try again|retry|trying again|next available"
    r"|(?:re-?scheduled|rescheduling|postponed|postponing|delayed|delaying|pushed|moved|slipped|slips|deferred|put off)"
    r"(?: back| off| again| launch| liftoff| for \w+ \w+)* (?:for|to|until|till|into)"
    r"|now (?:set|scheduled|planned|targeted|due|expected)|retargeted)\b"
)
_SAID = re.compile(r"\b(?:said|announced|told|reported|confirmed)\b")
_HAD = re.compile(r"\b(?:had|previously|originally|initially|already)(?: been)?\s+\w*$")
#: The words that give a day up, behind it or before it: `on Thursday called off`, `was scrubbed on Thursday`.
_OFF = r"(?:called off|scrubbed|postponed|delayed|halted|cancelled|canceled|put off|aborted|stood down)"
_PUT_OFF = re.compile(rf"\W*(?:again |once more |also |when the (?:launch|attempt|countdown) was )?{_OFF}\b")
_PUT_OFF_ON = re.compile(rf"\b{_OFF}(?: again| late| early| on| the launch)* $")
#: How many sentences behind its last telling a story still speaks of when the launch is to be tried again.
_REACH = 7
_LEAD = 2


def put_newest(document: Document, facts: list[Draft]) -> None:
    """Give the story's launch, the first, if it was put off, the date of the next attempt."""
    fact = facts[0]
    if fact.cells["status"] != "planned" or fact.notes["index"] > _LEAD or not _was_put_off(document, fact):
        return
    newest: tuple[TimeExpression, str] | None = None
    others = {id(other.sentence) for other in facts[1:] if _is_other(fact, other)}
    for sentence in _near(document, fact):
        if id(sentence) in others:
            continue  # `A fifth flight of the Vega was put off to May`
        newest = _next(sentence) or newest
    if newest is None:
        _drop_day(document, fact)
    else:
        time, value = newest
        put_value(fact, time, value, document.body.name)


def _is_other(fact: Draft, other: Draft) -> bool:
    """Whether the sentence is on a launch of its own: one of a row, or one with another rocket and its day."""
    if not other.get("vehicle"):
        return False
    is_apart = bool(other.get("date")) and overlap(fact.get("vehicle"), other.get("vehicle")) is False
    return other.notes["of_row"] or is_apart


def _drop_day(document: Document, fact: Draft) -> None:
    """Take away the day on which the launch was put off, where no other is told: `called it off on Thursday`."""
    date, spans = fact.get("date"), fact.spans.get("date", ())
    if date is None or document.day is None or date > document.day or not spans or spans[0].part != "text":
        return
    text = document.body.folded
    if _PUT_OFF.match(text, spans[0].end) or _PUT_OFF_ON.search(text, max(0, spans[0].start - 40), spans[0].start):
        for name in ("date", "date_basis"):
            fact.cells[name], fact.spans[name] = None, []


def _near(document: Document, fact: Draft) -> Iterator[Sentence]:
    first = max(0, fact.notes["index"])
    yield from document.body.sentences[first : first + _REACH]


def _was_put_off(document: Document, fact: Draft) -> bool:
    """Whether title or telling says that the launch was put off."""
    told = (*document.title.sentences, *_near(document, fact))
    return any(
        sentence.has("launch.slip") or "called off" in sentence.part.folded[sentence.start : sentence.end]
        for sentence in told
    )


def _next(sentence: Sentence) -> tuple[TimeExpression, str] | None:
    """The day that the sentence's last word of a new attempt leads to, if it lies ahead."""
    document = sentence.part.document
    found = None
    for match in _AGAIN.finditer(sentence.part.folded, sentence.start, sentence.end):
        if _HAD.search(sentence.part.folded, sentence.start, match.start()):
            continue
        time = next((time for time in sentence.times if time.start >= match.end()), None)
        if time is not None and _SAID.search(sentence.part.folded, match.end(), time.start):
            continue
        value = time.in_tense("future", document.reference) if time is not None else None
        if time is not None and value and len(value) == 10 and (document.day is None or value >= document.day):
            found = time, value
    return found
