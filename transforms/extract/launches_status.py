"""Whether a clause tells of a launch done, failed or planned, or of none.

Belongs here: verbs, nouns and dates read for the status. Does not belong here: which trigger carries the clause
(`launches_events`).
"""

from transforms.extract.launches_clauses import Clause
from transforms.extract.launches_dropped import called_off
from transforms.extract.launches_failures import fails
from transforms.extract.launches_items import has, lows, may_be
from transforms.extract.launches_slots import Slot
from transforms.text import verbs
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

_PLANS = ("launch.plan", "launch.slip", "launch.date")


def read(sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int) -> str | None:
    """`success`, `failure`, `planned`; None where the clause tells of no launch."""
    dropped = called_off(sentence.items, main, hi)
    if dropped is not None:
        return "planned" if dropped == "day" else None
    time = next((slot.time for slot in clause.slots if slot.role == "date" and slot.kind != "old"), None)
    if main.kind in ("depart", "send"):
        status = _of_verb(sentence, main, lo, hi, has_date=time is not None)
    else:
        status = _of_noun(sentence, main, lo, hi, time)
    is_aside = main.form == "ed" and main.first > 0 and sentence.items[main.first - 1].kind == "comma"
    if status == "planned" and is_aside and time is not None and not time.is_open and _is_behind(sentence, time):
        status = "success"  # `X is set to fly, the first since Y, orbited in 2013`
    if status == "planned":
        return _of_plan(sentence, clause, main, lo, hi, time)
    if status is None:
        return None
    if time is not None and _is_ahead(sentence, time) and (not time.is_open or main.form in ("ing", "base", "s")):
        return "planned"
    return "failure" if fails(sentence.items, lo, hi) else "success"


def _of_plan(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    """A plan read to the end: given up, failed (`the rocket meant to launch it blew up`), or open."""
    is_ahead = time is not None and _is_ahead(sentence, time)
    if main.form == "base" and not is_ahead and fails(sentence.items, lo, hi):
        return "failure"
    was_plan = has(sentence.items, lo, hi, "launch.old") and not any(slot.kind == "old" for slot in clause.slots)
    return None if was_plan else "planned"


def _is_ahead(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether the date, as its words stand, lies after the day of the story."""
    day = sentence.part.document.day
    return bool(day and time.value and time.value > day[: len(time.value)])


def _is_behind(sentence: Sentence, time: TimeExpression) -> bool:
    day = sentence.part.document.day
    return bool(day and time.value and time.value < day[: len(time.value)])


def _of_verb(sentence: Sentence, main: Slot, lo: int, hi: int, *, has_date: bool) -> str | None:
    items, verb = sentence.items, main.first
    if verb > 1 and "conj" in items[verb - 1].classes and items[verb - 2].low.endswith(("ed", "built")):
        verb -= 2  # `will be built and launched`
    group = verbs.group(items, verb, main.form)
    if _came_to_nothing(items, main, group):
        return None
    if group.modality == "possible" and not {"would", "should"}.intersection(lows(items, group.first, main.first)):
        return "planned" if has_date else None
    if group.modality in ("planned", "possible") or group.time == "future":
        return "planned"
    if main.form == "base" and sentence.part.name == "text":
        return None
    if main.form == "ing" and (
        has(items, lo, hi, "launch.plan") or has(items, 0, verb, "launch.date") or any(map(may_be, items[lo:hi]))
    ):
        return "planned"
    is_single = " " not in items[main.first].low
    is_to_be = main.form == "ed" and group.time == "present" and group.is_passive and is_single
    if main.form == "ed" and group.first == verb and verb and items[verb - 1].kind == "comma":
        is_to_be = is_to_be or has(items, 0, verb, "launch.date") or _is_due(items, verb)
    return "planned" if is_to_be else "success"


def _is_due(items: list[Item], verb: int) -> bool:
    """`is due to fly on Monday, lofted by …`: a participle behind a plan."""
    return any(
        items[at].cue("launch.plan") is not None and items[at + 1].low.split(" ")[0] == "to" for at in range(verb - 1)
    )


def _came_to_nothing(items: list[Item], main: Slot, group: verbs.VerbGroup) -> bool:
    """`did not fly`, `were to have flown`, `were to go up in April`; `will not launch before May` is a plan."""
    before = lows(items, main.first - 4, main.first)
    if main.form == "ed" and any(pair == ("to", "have") for pair in zip(before, before[1:], strict=False)):
        return True
    if group.modality == "denied":
        return group.time != "future"
    return group.modality == "planned" and items[group.first].low in ("were", "was")


def _was_put_off(items: list[Item], lo: int, hi: int) -> bool:
    """`it had been rescheduled from Wednesday`: how an old plan went, in a story of the flight."""
    return any(
        item.cue("launch.slip") is not None
        and lows(items, at - 2, at) == ["had", "been"]
        and not item.low.endswith((" for", " to", " until"))
        for at, item in enumerate(items[lo:hi], lo)
    )


def _of_noun(sentence: Sentence, main: Slot, lo: int, hi: int, time: TimeExpression | None) -> str | None:
    """A noun's status: by words of planning around it, else by its date."""
    items, document = sentence.items, sentence.part.document
    if main.kind in ("rocket", "ride") and fails(items, lo, hi):
        return "success"  # told as done; it is read as a failure from its words
    if main.kind == "fail":
        return "success"
    if main.kind == "date":
        future = time._replace(value=time.in_tense("future", document.reference)) if time else None
        is_open = future is not None and future.value is not None and not _is_behind(sentence, future)
        return "planned" if not document.day or is_open else None
    if _was_put_off(items, lo, hi) and not (time is not None and _is_ahead(sentence, time)):
        return None
    is_done = has(items, lo, hi, "launch.done")
    near = items[max(lo, main.first - 8) : min(hi, main.last + 8)]
    if has(items, lo, hi, *_PLANS) or any(may_be(item) or item.low == "next" for item in near):
        return "planned" if not is_done or "assuming" in lows(items, lo, hi) else "success"
    if main.kind == "noun" and time is not None and time.is_open and time.month and not is_done:
        nearest = time._replace(value=time.in_tense(None, document.reference))
        return "planned" if _is_ahead(sentence, nearest) else "success"
    return "success"
