"""Which craft of a clause flew when: several craft and several dates shared out among launches.

Belongs here: one launch or several, the dates that are a launch's own. Does not belong here: what is a date of lift-off
at all (`dates`).
"""

from collections.abc import Iterator

from transforms.extract.launches import dates
from transforms.extract.launches.clauses import Clause, are_listed
from transforms.extract.launches.items import has, lows
from transforms.extract.launches.phrases import is_told_on
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

#: How far behind a word of planning its day can stand: `planned for 6:12 a.m. local time Sunday`.
_LED = 9
#: A month that is just over is not the one to come, nearly a year ahead: `put off after an attempt in March`.
_YEAR, _JUST = 12, 2


def shares(sentence: Sentence, clause: Clause, status: str) -> Iterator[tuple[list[Slot], TimeExpression | None]]:
    """The payloads with their date: `A and B were launched in May and June` are two launches."""
    payloads = _antecedents(sentence, [slot for slot in clause.slots if slot.role == "payload"])
    slots = [slot for slot in clause.slots if slot.role == "date" and slot.kind != "old"]
    slots = _of_launch(sentence.items, clause, slots)
    if status != "planned":
        slots = [slot for slot in slots if not _is_of_plan(sentence.items, clause, slot)]
    else:
        slots = _named_for(clause, [slot for slot in slots if not _is_past(sentence, slot)])
    times = [slot.time for slot in slots if slot.time is not None]
    if len(times) == 1 and times[0].is_range:
        times = dates.months(sentence, times[0]) or times
    if len(times) == 1 and len(payloads) > 1 and _are_apart(sentence, clause, slots[0], len(payloads)):
        yield from (([payload], times[0]) for payload in payloads)
        return
    is_list = len(slots) < 2 or are_listed(sentence.items, list(clause.slots), slots[0], slots[1])
    if len(times) > 1 and is_list and not payloads and _counts_tries(sentence.items, slots[0], len(times)):
        yield from ((payloads, time) for time in times)  # `two attempts, in May 2031 and June 2032, failed`
        return
    if len(times) > 1 and is_list and not payloads and status in ("success", "planned") and _shows(sentence):
        yield from ((payloads, time) for time in times)  # `those were launched in May and June`
        return
    if len(times) > 1 and is_list and len(payloads) in (1, len(times)):
        for index, time in enumerate(times):
            yield ([payloads[index]] if len(payloads) > 1 else payloads), time
        return
    yield payloads, dates.best(times[::-1] if status == "planned" else times)


def _of_launch(items: list[Item], clause: Clause, slots: list[Slot]) -> list[Slot]:
    """The dates that are the launch's own: `three years after` before the word, none behind what befell it later."""
    verb = next((s for s in clause.slots if s.role == "trigger" and s.kind in ("send", "depart", "noun")), None)
    if verb is None or len(slots) < 2:
        return slots
    known = [s for s in slots if s.time is not None and s.time.value is not None]
    counted = [s for s in known if 0 <= verb.first - s.last <= 2 and lows(items, s.last - 1, s.last) == ["after"]]
    if counted:
        return counted
    slots = [s for s in slots if lows(items, s.last - 1, s.last) not in (["after"], ["before"])] or slots
    fail = next((s for s in clause.slots if s.kind == "fail" and s.first > verb.first), None)
    early = [s for s in slots if fail is not None and verb.first < s.first < fail.first]
    return early or slots


def _is_of_plan(items: list[Item], clause: Clause, date: Slot) -> bool:
    """Whether the date is that of a plan beside the deed: `rose after a lift-off planned for Monday was scrubbed`.

    So is what will come of the craft: `lifted off and will bring the crew home later this year`.
    """
    verb = next(
        (s for s in clause.slots if s.role == "trigger" and s.kind in ("send", "depart") and not s.is_weak), None
    )
    if verb is None or verb.first > date.first or verb.form == "base":
        return False
    if any(s.role == "trigger" and s.kind == "date" and 0 <= date.first - s.last < 2 for s in clause.slots):
        return True
    return any(item.low in ("will", "would") for item in items[verb.last : date.first])


def _named_for(clause: Clause, slots: list[Slot]) -> list[Slot]:
    """The day that a word of planning leads to: `rolled it out on May 2 for a launch scheduled for May 3`."""
    plan = next((slot for slot in clause.slots if slot.kind == "date"), None)
    behind = [slot for slot in slots if plan is not None and 0 <= slot.first - plan.last < _LED]
    return behind[:1] if plan is not None and len(slots) == 2 and len(behind) == 1 else slots


def _is_past(sentence: Sentence, slot: Slot) -> bool:
    """Whether a plan cannot be for this date: it lies behind the story, and its words say so (`ordered in 2015`)."""
    day, time = sentence.part.document.day, slot.time
    if day is None or time is None:
        return False
    reference = sentence.part.document.reference
    value = time.in_tense("future", reference)
    if value is not None and time.is_open and time.month:
        return _months(day, time.in_tense("past", reference)) < _JUST and _months(value, day) > _YEAR - _JUST
    return value is not None and value < day[: len(value)]


def _months(later: str, earlier: str | None) -> int:
    """How many months lie between two dates; many where one is unknown."""
    if not earlier or len(earlier) < len("2031-05"):
        return _YEAR
    return 12 * (int(later[:4]) - int(earlier[:4])) + int(later[5:7]) - int(earlier[5:7])


def _shows(sentence: Sentence) -> bool:
    """Whether the sentence is about craft told of just before: `those`, `that two-satellite mission`, `both`."""
    heads = ("those", "these", "that", "both", "they", "the", "further", "additional", "subsequent")
    return any(item.low in heads for item in sentence.items[:2])


def _are_apart(sentence: Sentence, clause: Clause, date: Slot, count: int) -> bool:
    """Whether craft with one date fly apart: `both in 2017`; two planned for a year, with no rocket named."""
    if lows(sentence.items, date.first - 2, date.first - 1) == ["both"]:
        return True
    if _counts_flights(sentence.items, clause, count) or _counts_rockets(sentence.items, clause, count):
        return True
    is_year = date.time is not None and len(date.time.value or "") == 4
    has_rocket = any(slot.role == "vehicle" for slot in clause.slots)
    return count == 2 and is_year and not has_rocket and any(item.low == "also" for item in sentence.items)


def _counts_tries(items: list[Item], date: Slot, count: int) -> bool:
    """Whether so many attempts or launches are counted before as dates follow."""
    for at in range(max(0, date.first - 7), date.first):
        if items[at].low in ("attempts", "tries", "launches", "flights", "failures", "missions"):
            numbers = [numeral(items, before) for before in range(max(0, at - 4), at)]
            return any(number is not None and number.value == count for number in numbers)
    return False


def _counts_flights(items: list[Item], clause: Clause, count: int) -> bool:
    """`three flights in 2031: Sat-1, Sat-2 and Sat-3`: one for each."""
    flights = next((s for s in clause.slots if s.role == "trigger" and s.kind == "noun" and s.form == "many"), None)
    if flights is None or count < 2:
        return False
    for at in range(max(0, flights.first - 3), flights.first):
        number = numeral(items, at)
        if number is not None:
            return number.value == count
    return False


def _counts_rockets(items: list[Item], clause: Clause, count: int) -> bool:
    """`Sat-1 and Sat-2 on two separate Vegas`: one on each."""
    rocket = next((slot for slot in clause.slots if slot.role == "vehicle"), None)
    if rocket is None or count < 2 or "separate" not in lows(items, rocket.first - 2, rocket.first):
        return False
    return any(
        number.value == count
        for at in range(max(0, rocket.first - 4), rocket.first)
        if (number := numeral(items, at)) is not None
    )


def _antecedents(sentence: Sentence, payloads: list[Slot]) -> list[Slot]:
    """Of `With B2 gone … A3, which an Ariane took up` the name that is told on, with those listed with it."""
    told = next((at for at, slot in enumerate(payloads) if _is_launched(sentence.items, slot)), None)
    if told is not None and len(payloads) > told + 1:
        return (
            payloads[: told + 1]
            if are_listed(sentence.items, payloads, payloads[0], payloads[told])
            else payloads[told : told + 1]
        )
    if payloads and is_told_on(sentence.items, payloads[-1].first):
        first = _first_of_list(sentence.items, payloads)
        if 0 < first < len(payloads) - 1:
            return payloads[first:]  # `Nimbus-3 joined Nimbus-1 and Nimbus-2, lofted in May and June`
    for index in range(1, len(payloads)):
        slot = payloads[index]
        if is_told_on(sentence.items, slot.first) and (
            has(sentence.items, payloads[index - 1].last, slot.first, "launch.other")
            or not are_listed(sentence.items, payloads, payloads[index - 1], slot)
        ):
            return payloads[index:]  # `Nimbus-4 replaces the ageing Nimbus-2 launched in 2031`
    return payloads


def _first_of_list(items: list[Item], payloads: list[Slot]) -> int:
    """Index of the first of the names that stand right beside one another up to the last."""
    first = len(payloads) - 1
    while first and all(
        item.kind == "comma" or "conj" in item.classes
        for item in items[payloads[first - 1].last : payloads[first].first]
    ):
        first -= 1
    return first


def _is_launched(items: list[Item], slot: Slot) -> bool:
    """`X, launched in May, …`: the participle is said of X alone, or of the list that X ends."""
    return lows(items, slot.last, slot.last + 2) == [",", "launched"] and not {"with", "alongside", "along"} & set(
        lows(items, slot.last + 2, slot.last + 12)
    )
