"""Whether a clause tells of a launch done, failed or planned, or of none.

Belongs here: verbs, nouns and dates read for the status. Does not belong here: which trigger carries the clause
(`events`).
"""

from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.dropped import called_off
from transforms.extract.launches.failures import failed_to, fails
from transforms.extract.launches.items import has, lows, may_be
from transforms.extract.launches.slots import Slot
from transforms.text import verbs
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

_PLANS = ("launch.plan", "launch.slip", "launch.date")
#: Deeds whose purpose is done with them: `used a Vega to launch X`, `completed its mission to orbit X`.
_DEEDS = frozenset(
    {"used", "employed", "completed", "accomplished", "fulfilled", "managed", "helped", "succeeded", "achieved"}
)
_KEPT = frozenset({"prevented", "prevent", "kept", "keep", "stopped", "barred", "hindered"})
_GIVEN_UP = frozenset({"cancelled", "canceled", "scrapped"})
_OF_A_DAY = frozenset(
    {"minutes", "seconds", "hours", "weather", "wind", "winds", "countdown", "until", "today", "attempt", "moments"}
)
_FAILED = frozenset({"failed", "botched", "doomed", "unsuccessful", "disastrous", "ill-fated", "aborted"})
_WAYS = frozenset({"orbit", "orbits", "orbital", "path", "trajectory", "destination", "altitude"})
_ABLE = ("was able to", "were able to")
_SEEN = frozenset({"seen", "pictured", "shown"})


def read(sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int) -> str | None:
    """`success`, `failure`, `planned`; None where the clause tells of no launch."""
    dropped = called_off(sentence.items, main, hi)
    if dropped is not None:
        return "planned" if dropped == "day" else None
    time = next((slot.time for slot in clause.slots if slot.role == "date" and slot.kind != "old"), None)
    if main.kind in ("depart", "send"):
        status = _of_verb(sentence, clause, main, lo, hi, time)
    else:
        status = _of_noun(sentence, clause, main, lo, hi, time)
    is_aside = main.form == "ed" and main.first > 0 and sentence.items[main.first - 1].kind == "comma"
    if status == "planned" and is_aside and time is not None and not time.is_open and _is_behind(sentence, time):
        status = "success"  # `X is set to fly, the first since Y, orbited in 2013`
    if status == "planned":
        return _of_plan(sentence, clause, main, lo, hi, time)
    if status in (None, "failure"):
        return status
    if time is not None and _is_ahead(sentence, time) and (not time.is_open or main.form in ("ing", "base", "s")):
        return "planned"
    is_told = main.kind == "fail" or (
        main.kind == "noun" and "after" in lows(sentence.items, main.first - 4, main.first)
    )
    is_lost = is_told and time is not None and fails(sentence.items, main.first, hi)
    is_lost = is_lost or (main.kind == "noun" and time is not None and _is_failure(sentence.items, main))
    return "failure" if is_lost or fails(sentence.items, lo, hi) else "success"


def _is_failure(items: list[Item], main: Slot) -> bool:
    """`following the launch failure of a Vega on May 5`, `the failed launch of a Vega on Saturday`."""
    after = items[main.last] if main.last < len(items) else None
    if main.first and items[main.first - 1].low in _FAILED:
        return True
    return after is not None and after.low in ("failure", "mishap", "accident", "failed")


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


def _of_verb(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    items, verb = sentence.items, main.first
    if verb > 1 and "conj" in items[verb - 1].classes and items[verb - 2].low.endswith(("ed", "built")):
        verb -= 2  # `will be built and launched`
    group = verbs.group(items, verb, main.form)
    told = _of_governor(items, main, lo, hi, verb)
    if told is not None:
        return told
    if _came_to_nothing(items, main, group):
        return None
    if group.modality == "possible" and not {"would", "should"}.intersection(lows(items, group.first, main.first)):
        return "planned" if time is not None else None
    if group.modality in ("planned", "possible") or group.time == "future":
        return "planned"
    if main.form == "base" and sentence.part.name == "text":
        is_led = lows(items, main.first - 1, main.first) == ["to"] and any(
            slot.role == "date" and slot.first > main.first for slot in clause.slots
        )
        return "planned" if is_led and plans(items, lo, main.first, "launch.plan", "launch.deal") else None
    if main.form == "ing" and (_is_in_plan(items, verb, lo, hi) or _is_under_way(items, main, group)):
        return "planned"
    is_single = " " not in items[main.first].low
    is_to_be = main.form == "ed" and group.time == "present" and group.is_passive and is_single
    if is_to_be and time is None:
        is_to_be = plans(items, lo, hi, "launch.plan")  # else of a picture, or of history told in the present
    is_to_be = is_to_be and not (time is not None and time.day and not _is_ahead(sentence, time))
    if main.form == "ed" and group.first == verb and verb and items[verb - 1].kind == "comma":
        is_to_be = is_to_be or has(items, 0, verb, "launch.date") or _is_due(items, verb)
    return "planned" if is_to_be else "success"


def _of_governor(items: list[Item], main: Slot, lo: int, hi: int, verb: int) -> str | None:
    """The status that the verb on which an infinitive or participle hangs gives it; None where it hangs on none."""
    if _is_deed(items, main, lo):
        return "success"
    if main.kind == "send" and failed_to(items, verb, hi):
        return "failure"
    return "planned" if _is_kept(items, main) else None


def _is_in_plan(items: list[Item], verb: int, lo: int, hi: int) -> bool:
    """Whether words of planning stand in the clause of a participle."""
    return plans(items, lo, hi, "launch.plan") or has(items, 0, verb, "launch.date") or any(map(may_be, items[lo:hi]))


def _is_kept(items: list[Item], main: Slot) -> bool:
    """`winds prevented the firm from sending a Vega into orbit`: a plan still."""
    before = lows(items, main.first - 12, main.first)
    is_led = before[-1:] == ["from"] if main.form == "ing" else before[-2:] == ["from", "being"]
    return is_led and not _KEPT.isdisjoint(before)


def _is_under_way(items: list[Item], main: Slot, group: verbs.VerbGroup) -> bool:
    """`is launching a satellite this week`: the present progressive of a verb of launching is a plan."""
    auxiliaries = set(lows(items, group.first, main.first))
    return not auxiliaries.isdisjoint({"is", "are"}) and items[main.first].low.startswith(("launch", "fly", "lifting"))


def _is_deed(items: list[Item], main: Slot, lo: int) -> bool:
    """Whether an infinitive or participle tells what was done: `used a Vega to launch X`, `seen launching X`."""
    if main.form == "ing":
        return items[main.first - 1].low in _SEEN if main.first else False
    if " ".join(lows(items, main.first - 3, main.first)).endswith(_ABLE):
        return True
    if lows(items, main.first - 1, main.first) != ["to"]:
        return False
    for at in range(main.first - 2, max(lo, main.first - 12) - 1, -1):
        item = items[at]
        if item.low in _DEEDS:
            group = verbs.group(items, at, "ed")
            return group.modality == "fact" and group.time == "past"
        if item.kind in ("comma", "semicolon", "colon", "dash") or "modal" in item.classes:
            return False
    return False


def plans(items: list[Item], lo: int, hi: int, *labels: str) -> bool:
    """Whether words of planning stand in [lo, hi); `earlier than expected`, `as planned` are none."""
    return any(
        cue.label in labels and not (at and items[at - 1].low in ("than", "as")) and not _is_of_orbit(items, at)
        for at, item in enumerate(items[max(0, lo) : hi], max(0, lo))
        for cue in item.cues
    )


def _is_of_orbit(items: list[Item], at: int) -> bool:
    """`did not reach its planned orbital destination`: how the way was meant to be, in a story of the flight."""
    return not _WAYS.isdisjoint(lows(items, at + 1, at + 3))


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


def _is_to_go(items: list[Item], lo: int, hi: int) -> bool:
    """`NimSat-4 is to ride on a September launch`, `a Vega is to carry it`."""
    return any(
        items[at].low in ("is", "are")
        and items[at + 1].low == "to"
        and (
            has(items, at + 2, at + 4, "launch.depart") or (items[at + 2].kind == "word" and not items[at + 2].classes)
        )
        for at in range(lo, hi - 2)
    )


def _is_in_view(items: list[Item], main: Slot) -> bool:
    """`moved into position for lift-off`, `ahead of launch`: what is got ready for is still to come."""
    before = lows(items, main.first - 2, main.first)
    return before[-1:] in (["for"], ["ahead of"]) or before == ["ahead", "of"]


def _was_given_up(items: list[Item], lo: int, hi: int) -> bool:
    """`the launch of NimSat-4 was cancelled`, with nothing of the day: no plan any more, and no scrub."""
    for at in range(lo, hi):
        words = items[at].low.split(" ")
        if words[-1] in _GIVEN_UP and ("was" in words or {"was", "were", "been"} & set(lows(items, at - 2, at))):
            return not _OF_A_DAY & set(lows(items, at + 1, at + 12))
    return False


def _end_of_plan(clause: Clause, main: Slot, hi: int) -> int:
    """Where the clause of a planned launch ends, if its words name the day: `set for May, after a test went well`."""
    slots = clause.slots
    for plan, date in zip(slots, slots[1:], strict=False):
        if plan.kind == "date" and date.role == "date" and main.last <= plan.first and date.first - plan.last < 2:
            return date.last
    return hi


def _of_noun(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
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
    if main.kind == "noun" and time is not None and _is_failure(items, main) and not _is_ahead(sentence, time):
        return "success"  # read as a failure from its words
    if _was_put_off(items, lo, hi) and not (time is not None and _is_ahead(sentence, time)):
        return None
    if time is None and _was_given_up(items, main.last, hi):
        return None
    is_done = has(items, lo, _end_of_plan(clause, main, hi), "launch.done")
    if fails(items, main.last, hi) and has(items, main.last, main.last + 22, "launch.fail") and not (
        (time is not None and _is_ahead(sentence, time)) or any(map(may_be, items[lo:hi]))
    ):  # fmt: skip
        return "success"  # `the long-awaited launch of X failed`: read as a failure from its words
    near = items[max(lo, main.first - 8) : min(hi, main.last + 8)]
    is_due = main.kind == "noun" and (_is_to_go(items, lo, main.first) or _is_in_view(items, main))
    is_due = is_due or (main.kind == "rocket" and _is_to_go(items, lo, hi))
    if is_due or plans(items, lo, hi, *_PLANS) or any(may_be(item) or item.low == "next" for item in near):
        return "planned" if not is_done or "assuming" in lows(items, lo, hi) else "success"
    if main.kind == "noun" and time is not None and time.is_open and time.month and not is_done:
        nearest = time._replace(value=time.in_tense(None, document.reference))
        return "planned" if _is_ahead(sentence, nearest) else "success"
    return "success"
