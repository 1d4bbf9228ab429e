"""Whether a clause tells of a launch done, failed or planned, or of none.

Belongs here: verbs, nouns and dates read for the status. Does not belong here: which trigger carries the clause
(`events`).
"""

from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.dropped import called_off
from transforms.extract.launches.failures import failed_to, fails
from transforms.extract.launches.items import has, is_question, lows, may_be
from transforms.extract.launches.nouns import is_failure, of_noun
from transforms.extract.launches.slots import Slot
from transforms.extract.launches.tense import is_ahead, is_behind, is_near_ahead, plans
from transforms.text import verbs
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

#: Deeds whose purpose is done with them: `used a Vega to launch X`, `completed its mission to orbit X`.
_DEEDS = frozenset(
    {"used", "employed", "completed", "accomplished", "fulfilled", "managed", "helped", "succeeded", "achieved"}
)
_DEALS = ("launch.deal", "launch.plan")
_KEPT = frozenset({"prevented", "prevent", "kept", "keep", "stopped", "barred", "hindered"})
_ABLE = ("was able to", "were able to")
_SEEN = frozenset({"seen", "pictured", "shown"})


def _is_of_picture(sentence: Sentence, clause: Clause, main: Slot, time: TimeExpression | None) -> bool:
    """`stands ready for launch on April 22`, told in September: what a picture shows that was taken then."""
    reference = sentence.part.document.reference
    if main.kind != "noun" or time is None or time.kind != "month-day" or reference.day is None:
        return False
    nearest, ahead = time.in_tense(None, reference), time.in_tense("future", reference)
    words = {item.low.split(" ")[0] for item in sentence.items[: main.first]}
    stands = not {"stands", "sits", "waits", "seen"}.isdisjoint(words)
    return bool(stands and nearest and ahead and nearest < reference.day.isoformat() < ahead)


def read(sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int) -> str | None:
    """`success`, `failure`, `planned`; None where the clause tells of no launch."""
    dropped = called_off(sentence.items, main, hi)
    if dropped is not None:
        return "planned" if dropped == "day" else None
    time = next((slot.time for slot in clause.slots if slot.role == "date" and slot.kind != "old"), None)
    if main.kind in ("depart", "send"):
        status = _of_verb(sentence, clause, main, lo, hi, time)
    else:
        status = of_noun(sentence, clause, main, lo, hi, time)
    is_aside = main.form == "ed" and main.first > 0 and sentence.items[main.first - 1].kind == "comma"
    if status == "planned" and is_aside and time is not None and not time.is_open and is_behind(sentence, time):
        status = "success"  # `X is set to fly, the first since Y, orbited in 2013`
    if status == "planned" and _is_of_picture(sentence, clause, main, time):
        return None
    if status == "planned" and main.kind == "noun" and "previous" in lows(sentence.items, main.first - 3, main.first):
        return None  # `The previous Vega launch, on May 15, was postponed`
    if status == "planned":
        return _of_plan(sentence, clause, main, lo, hi, time)
    if status in (None, "failure"):
        return status
    if time is not None and main.kind != "noun" and is_near_ahead(sentence, time, main):
        return "planned"
    if time is not None and is_ahead(sentence, time) and (not time.is_open or main.form in ("ing", "base", "s")):
        return "planned"
    is_told = main.kind == "fail" or (
        main.kind == "noun" and "after" in lows(sentence.items, main.first - 4, main.first)
    )
    is_lost = is_told and time is not None and fails(sentence.items, main.first, hi)
    is_lost = is_lost or (main.kind == "noun" and time is not None and is_failure(sentence.items, main))
    return "failure" if is_lost or fails(sentence.items, lo, hi) else "success"


def _of_plan(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    """A plan read to the end: given up, failed (`the rocket meant to launch it blew up`), or open."""
    lies_ahead = time is not None and is_ahead(sentence, time)
    if main.form == "base" and not lies_ahead and fails(sentence.items, lo, hi):
        return "failure"
    was_plan = has(sentence.items, lo, hi, "launch.old") and not any(slot.kind == "old" for slot in clause.slots)
    return None if was_plan else "planned"


def _of_verb(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    items, verb = sentence.items, main.first
    if verb > 1 and "conj" in items[verb - 1].classes and items[verb - 2].low.endswith(("ed", "built")):
        verb -= 2  # `will be built and launched`
    group = verbs.group(items, verb, main.form)
    told = _of_governor(items, main, lo, hi, verb)
    if told is not None:
        return told if not _is_counted(items, main) else None
    if _came_to_nothing(items, main, group):
        return None
    if group.modality == "possible" and not {"would", "should"}.intersection(lows(items, group.first, main.first)):
        return "planned" if time is not None else None
    is_going = _is_going(items, main) or _is_of_next(items, main, lo, time)
    is_going = is_going or (is_question(sentence) and any(map(may_be, items[lo : main.first])))  # `When will X launch?`
    if is_going or group.modality in ("planned", "possible") or group.time == "future":
        return "planned"
    if main.form == "base" and sentence.part.name == "text":
        is_led = lows(items, main.first - 1, main.first) == ["to"] and any(
            slot.role == "date" and slot.first > main.first for slot in clause.slots
        )
        return "planned" if is_led and plans(items, lo, main.first, "launch.plan", "launch.deal") else None
    if (
        main.form == "ing"
        and not _has_begun(items, main)
        and (_is_in_plan(items, verb, lo, hi) or _is_under_way(items, main, group))
    ):
        return "planned"
    if main.form == "ed" and time is None and _is_habit(items, main, group):
        return None
    is_to_be = _is_to_be(sentence, main, group, time, plans(items, lo, hi, "launch.plan"))
    if main.form == "ed" and group.first == verb and verb and items[verb - 1].kind == "comma":
        is_to_be = is_to_be or has(items, 0, verb, "launch.date") or _is_due(items, verb)
    return "planned" if is_to_be else "success"


def _has_begun(items: list[Item], main: Slot) -> bool:
    """`Lifting off on a Vega, the craft has begun its journey and is due to arrive in May`: of what is done."""
    if main.first > 1:
        return False
    comma = next((at for at, item in enumerate(items) if item.kind == "comma"), len(items))
    if any("have" in item.classes for item in items[comma : comma + 7]):
        return True
    behind = items[comma : comma + 12]
    return any(cue.form == "ed" and cue.label == "launch.depart" for item in behind for cue in item.cues)


def _is_going(items: list[Item], main: Slot) -> bool:
    """`is going to launch it`, `is getting launched`."""
    before = lows(items, main.first - 3, main.first)
    is_got = before[-1:] == ["getting"] and not {"is", "are"}.isdisjoint(before)
    return main.form in ("ed", "base") and ("going to" in before or is_got)


def _is_counted(items: list[Item], main: Slot) -> bool:
    """`had twice failed to orbit a craft`."""
    return {"twice", "failed"} <= set(lows(items, main.first - 6, main.first))


def _is_of_next(items: list[Item], main: Slot, lo: int, time: TimeExpression | None) -> bool:
    """`The next flight is dedicated to X, headed to orbit`."""
    is_aside = main.first > 0 and items[main.first - 1].kind == "comma" and main.form in ("ed", "ing")
    head = next((at for at in range(lo, min(lo + 5, main.first)) if items[at].low == "next"), None)
    return is_aside and time is None and head is not None and has(items, head + 1, head + 4, "launch.noun")


def _is_habit(items: list[Item], main: Slot, group: verbs.VerbGroup) -> bool:
    """`the Vega, which is sent up from Kourou`: what is done with it at all times."""
    is_present = group.time == "present" and group.is_passive and " " not in items[main.first].low
    after = items[main.last + 1] if main.last + 1 < len(items) else None
    is_told_on = lows(items, group.first - 1, group.first) == ["which"]
    return is_present and is_told_on and after is not None and "det" in after.classes


def _is_to_be(
    sentence: Sentence, main: Slot, group: verbs.VerbGroup, time: TimeExpression | None, is_plan: bool
) -> bool:
    """`is launched on May 3`: the present passive of what is still to come."""
    is_single = " " not in sentence.items[main.first].low
    if not (main.form == "ed" and group.time == "present" and group.is_passive and is_single):
        return False
    if time is None:
        return is_plan  # else of a picture, or of history told in the present
    is_day = time.day is not None or len(time.value or "") == len("2031-01-01")
    if is_day:
        return is_ahead(sentence, time)
    return time.is_open or not is_behind(
        sentence, time
    )  # `In May 2031 it is put in orbit`: history told in the present


def _of_governor(items: list[Item], main: Slot, lo: int, hi: int, verb: int) -> str | None:
    """The status that the verb on which an infinitive or participle hangs gives it; None where it hangs on none."""
    if _is_deed(items, main, lo):
        return "success"
    if main.kind == "send" and failed_to(items, verb, hi):
        return "failure"
    is_open = _is_kept(items, main) or _is_short_of(items, main) or _is_contracted(items, main, lo)
    return "planned" if is_open else None


def _is_contracted(items: list[Item], main: Slot, lo: int) -> bool:
    """`has a contract for launching two satellites`."""
    is_led = main.form == "ing" and lows(items, main.first - 1, main.first) == ["for"]
    return is_led and has(items, lo, main.first, *_DEALS)


def _is_short_of(items: list[Item], main: Slot) -> bool:
    """`were within minutes of sending it up`: it did not come to that."""
    before = lows(items, main.first - 5, main.first)
    return main.form == "ing" and before[-1:] == ["of"] and not {"within", "short"}.isdisjoint(before)


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
    begins = ("launch", "fly", "lifting", "going up", "taking off", "blasting", "riding")
    return not auxiliaries.isdisjoint({"is", "are"}) and items[main.first].low.startswith(begins)


def _is_deed(items: list[Item], main: Slot, lo: int) -> bool:
    """Whether an infinitive or participle tells what was done: `used a Vega to launch X`, `seen launching X`."""
    if main.form == "ing":
        return _is_means(items, main, lo) or (main.first > 0 and items[main.first - 1].low in _SEEN)
    if " ".join(lows(items, main.first - 3, main.first)).endswith(_ABLE):
        return True
    if lows(items, main.first - 1, main.first) != ["to"]:
        return False
    before = lows(items, max(lo, main.first - 9), main.first)
    if "first" in before and not {"became", "becoming", "becomes"}.isdisjoint(before):
        return True  # `became the first methane rocket to reach orbit`
    for at in range(main.first - 2, max(lo, main.first - 12) - 1, -1):
        item = items[at]
        if item.low in _DEEDS:
            group = verbs.group(items, at, "ed")
            return group.modality == "fact" and group.time == "past"
        if item.kind in ("comma", "semicolon", "colon", "dash") or "modal" in item.classes:
            return False
    return False


def _is_means(items: list[Item], main: Slot, lo: int) -> bool:
    """`entered a new age by launching its own craft`."""
    verb = next(
        (item for item in items[max(lo, main.first - 9) : main.first] if item.low.split(" ")[0].endswith("ed")), None
    )
    is_led = main.first > 0 and items[main.first - 1].low == "by" and verb is not None
    return (
        is_led
        and not any(map(may_be, items[lo : main.first]))
        and "to" not in lows(items, main.first - 5, main.first - 1)
    )


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
    far = lows(items, main.first - 7, main.first)
    if main.form == "ed" and "have" in far and "should" in far[: far.index("have")]:
        return True  # `should at first have been launched in 2031`
    if group.modality == "denied":
        return group.time != "future"
    return group.modality == "planned" and items[group.first].low in ("were", "was")
