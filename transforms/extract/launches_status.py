"""Whether a clause tells of a launch done, failed or planned, or of none.

Belongs here: verbs, nouns and dates read for the status. Does not belong here: which trigger carries the clause
(`launches_events`).
"""

from transforms.extract.launches_clauses import Clause
from transforms.extract.launches_items import has, lows, may_be, word_set
from transforms.extract.launches_slots import Slot
from transforms.text import verbs
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

_PLANS = ("launch.plan", "launch.slip", "launch.date")


def read(sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int) -> str | None:
    """`success`, `failure`, `planned`; None where the clause tells of no launch."""
    time = next((slot.time for slot in clause.slots if slot.role == "date" and slot.kind != "old"), None)
    if main.kind in ("depart", "send"):
        status = _of_verb(sentence, main, lo, hi, has_date=time is not None)
    else:
        status = _of_noun(sentence, main, lo, hi, time)
    if status == "planned":
        return _of_plan(sentence, clause, main, lo, hi, time)
    if status is None:
        return None
    if time is not None and _is_ahead(sentence, time) and (not time.is_open or main.form in ("ing", "base", "s")):
        return "planned"
    return "failure" if _fails(sentence.items, lo, hi) else "success"


def _of_plan(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    """A plan read to the end: given up, failed (`the rocket meant to launch it blew up`), or open."""
    is_ahead = time is not None and _is_ahead(sentence, time)
    if main.form == "base" and not is_ahead and _fails(sentence.items, lo, hi):
        return "failure"
    was_plan = has(sentence.items, lo, hi, "launch.old") and not any(slot.kind == "old" for slot in clause.slots)
    return None if was_plan else "planned"


def _is_ahead(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether the date, as its words stand, lies after the day of the story."""
    day = sentence.part.document.day
    return bool(day and time.value and time.value > day[: len(time.value)])


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
    if main.form == "ing" and (has(items, lo, hi, "launch.plan") or any(map(may_be, items[lo:hi]))):
        return "planned"
    is_to_be = main.form == "ed" and group.time == "present" and group.is_passive
    return "planned" if is_to_be else "success"


def _came_to_nothing(items: list[Item], main: Slot, group: verbs.VerbGroup) -> bool:
    """`did not fly`, `were to have flown`, `were to go up in April`; `will not launch before May` is a plan."""
    before = lows(items, main.first - 4, main.first)
    if main.form == "ed" and any(pair == ("to", "have") for pair in zip(before, before[1:], strict=False)):
        return True
    if group.modality == "denied":
        return group.time != "future"
    return group.modality == "planned" and items[group.first].low in ("were", "was")


def _of_noun(sentence: Sentence, main: Slot, lo: int, hi: int, time: TimeExpression | None) -> str | None:
    """A noun's status: by words of planning around it, else by its date."""
    items, document = sentence.items, sentence.part.document
    if main.kind == "fail":
        return "success"
    if main.kind == "date":
        future = time._replace(value=time.in_tense("future", document.reference)) if time else None
        return "planned" if not document.day or (future is not None and _is_ahead(sentence, future)) else None
    is_done = has(items, lo, hi, "launch.done")
    near = items[max(lo, main.first - 8) : min(hi, main.last + 8)]
    if has(items, lo, hi, *_PLANS) or any(may_be(item) or item.low == "next" for item in near):
        return "planned" if not is_done or "assuming" in lows(items, lo, hi) else "success"
    if main.kind == "noun" and time is not None and time.is_open and time.month and not is_done:
        nearest = time._replace(value=time.in_tense(None, document.reference))
        return "planned" if _is_ahead(sentence, nearest) else "success"
    return "success"


def _fails(items: list[Item], lo: int, hi: int) -> bool:
    """Whether the clause says that it went wrong; a lost contact or a failed craft is not it."""
    for at in range(lo, hi):
        if items[at].kind == "semicolon":
            return False
        if items[at].cue("launch.fail") is None:
            continue
        if items[at].low.startswith("fail") and has(items, max(lo, at - 3), at, "launch.craft"):
            continue
        if items[at].low == "failed" and word_set("tries").intersection(lows(items, at + 1, at + 3)):
            continue
        if not word_set("whole").intersection(lows(items, at + 1, at + 4)):
            return True
    return False
