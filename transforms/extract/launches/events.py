"""From a clause to a telling of a launch: its trigger, with the names and dates that fill it.

Belongs here: which trigger carries a clause, and the draft made of it. Does not belong here: its status
(`status`), which craft has which date (`shares`), what it leaves for merging (`notes`), or
which tellings are of one launch (`merge`).
"""

from collections.abc import Iterator
from itertools import pairwise

from transforms.extract.drafts import Draft
from transforms.extract.launches import dates, picked
from transforms.extract.launches import status as states
from transforms.extract.launches.clauses import Clause, is_more
from transforms.extract.launches.enough import goes_up, is_enough, names_rocket
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.items import has, lows, place
from transforms.extract.launches.listing import lists_days
from transforms.extract.launches.notes import is_ordinal, read_notes
from transforms.extract.launches.shares import shares
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

#: Of an article's first sentences a failure without a date is the story's.
_LEDE = 3


def tellings(sentence: Sentence, clause: Clause, lo: int, hi: int, host: Draft | None) -> Iterator[Draft]:
    """The launches that a clause tells of; `lo` and `hi` are the items it may read, `host` the clause it continues."""
    main = _main_trigger(sentence, clause, lo, hi)
    if main is not None:
        status = states.read(sentence, clause, main, lo, hi)
    else:
        is_told = host is not None and clause.follows and (_is_named(clause) or is_more(sentence.items, clause.slots))
        status = host.cells["status"] if host is not None and is_told else None
    if status is None:
        return
    for part in _parts(sentence, clause, main):
        shared = list(shares(sentence, part, status))
        for number, (payloads, time) in enumerate(shared):
            draft = _draft(sentence, part, main, status, lo, hi, host)
            draft.notes["nth"] = number if len(shared) > 1 and not payloads else None
            draft.notes["listed"] = number if len(shared) > 1 else None
            draft.notes["ordinal"] = not payloads and not _is_exact(time) and is_ordinal(sentence)
            dates.put(draft, sentence, None if draft.notes["ordinal"] else time)
            for slot in payloads:
                add_craft(draft, sentence, slot)
            if main is None and host is not None and not payloads and not draft.get("vehicle"):
                for _, told, slot in host.notes.get("crafts", ()):
                    add_craft(draft, told, slot, inferred=True)
            draft.notes["companions"] = bool(payloads) and _is_companion(draft, sentence.items, payloads[0], main)
            if _is_possible(draft, sentence):
                yield draft


def _is_exact(time: TimeExpression | None) -> bool:
    return time is not None and len(time.value or "") > 4


def _is_companion(draft: Draft, items: list[Item], slot: Slot, main: Slot | None) -> bool:
    """`it went up together with X`, `the lift-off of an Ariane 5, with X as companion`: X is not what flies first."""
    if main is None or slot.first < main.first:
        return False
    if "craft" in draft.notes["points"] and "with" in lows(items, max(main.last, slot.first - 3), slot.first):
        return True  # `the craft had been sent up with X`
    behind = items[slot.last : slot.last + 4]
    if "craft" in draft.notes["points"] and any("be" in a.classes and b.low == "also" for a, b in pairwise(behind)):
        return draft.get("vehicle") is not None  # `It rode a Vega to which X was also fastened`
    if any(item.low in ("companion", "passenger", "co-passenger") for item in items[slot.last : slot.last + 8]):
        return "as" in lows(items, slot.last, slot.last + 8)
    return has(items, slot.first - 6, slot.first, "launch.company") or "alongside" in lows(
        items, slot.first - 6, slot.first
    )


def _is_named(clause: Clause) -> bool:
    """Whether a clause without a trigger names a launch of its own: a rocket, or a craft with its date."""
    roles = {slot.role for slot in clause.slots}
    return "vehicle" in roles or {"payload", "date"} <= roles


def _parts(sentence: Sentence, clause: Clause, main: Slot | None) -> Iterator[Clause]:
    """The clause; one for each rocket of `the maiden flights of A and B`; of `X was followed by Y` that on Y."""
    rockets = [slot for slot in clause.slots if slot.role == "vehicle"]
    has_craft = any(slot.role == "payload" for slot in clause.slots)
    if main is None:
        yield clause
    elif main.form == "many" and len(rockets) > 1 and not has_craft:
        for rocket in rockets:
            yield clause._replace(slots=tuple(s for s in clause.slots if s.role != "vehicle" or s is rocket))
    elif lows(sentence.items, main.first, main.last + 1) == ["followed", "by"]:
        yield clause._replace(slots=tuple(s for s in clause.slots if s.role != "payload" or s.first > main.first))
    else:
        yield clause


def _main_trigger(sentence: Sentence, clause: Clause, lo: int, hi: int) -> Slot | None:
    """The trigger that carries the clause; a weak one only with enough around it."""
    items = sentence.items
    triggers = [slot for slot in clause.slots if slot.role == "trigger"]
    strong = [slot for slot in triggers if not slot.is_weak]
    roles = {str(slot.role) for slot in clause.slots}
    if not strong:
        if any(names_rocket(sentence, lo, slot) for slot in triggers):
            roles.add("vehicle")
        return next((slot for slot in triggers if is_enough(items, slot, roles, lo, hi)), None)
    main = next((slot for slot in strong if slot.kind != "noun"), strong[0])
    if main.kind == "noun" and lows(items, main.first - 1, main.first) == ["after"]:
        sends = (slot for slot in triggers if slot.kind == "send" and slot.first < main.first)
        led = next((slot for slot in sends if has(items, slot.first + 1, slot.first + 2, "launch.goal")), None)
        main = led if led is not None and is_enough(items, led, roles, lo, hi) else main
    is_many = main.kind == "noun" and main.form == "many"
    is_led = not {"first", "maiden"}.isdisjoint(lows(items, main.first - 2, main.first))
    is_led = is_led or any(s.role == "vehicle" and -4 < s.last - main.first < 7 for s in clause.slots)
    is_general = is_many and not (
        {"payload", "date"} <= roles or ("vehicle" in roles and ("payload" in roles or (is_led and "date" in roles)))
    )
    if is_many and lists_days(items, main.first):
        return main
    if is_many and has(items, main.first - 4, main.first, "launch.slip"):
        return None  # `stopped Soyuz launches there`
    return None if is_general else main


def _draft(sentence: Sentence, clause: Clause, main: Slot | None, status: str, lo: int, hi: int,
           host: Draft | None) -> Draft:  # fmt: skip
    """A draft with everything but its payloads and date."""
    trigger = sentence.items[main.first if main else clause.slots[0].first]
    draft = Draft("launch", f"launch_{main.kind}" if main else "launch_ellipsis", sentence, trigger.start)
    if main is None and host is not None:
        draft.cells["status"], draft.spans["status"] = status, list(host.spans["status"])
    else:
        is_stated = status == "planned" or (main is not None and main.kind in ("depart", "send", "fail"))
        draft.put("status", status, trigger.start, trigger.end, inferred=not is_stated)
    draft.notes.update(read_notes(sentence, main, lo, hi))
    if main is not None and main.kind in ("send", "depart") and status == "success":
        draft.notes["strong"] |= goes_up(sentence.items, main, hi)  # `put a satellite into orbit`
    if main is not None and main.kind == "fail":
        draft.notes["strong"] |= sentence.part.name == "title" or place(sentence) < _LEDE
    is_open = draft.notes["either"] = _is_either(sentence.items, clause)
    told_on = _told_on(sentence.items, clause, main)
    for slot in clause.slots:
        if slot.role == "vehicle" and draft.get("vehicle") is None and not is_open and told_on in (None, slot):
            put_vehicle(draft, sentence, slot)
        elif slot.role == "site":
            put_site(draft, sentence, slot)
            draft.notes["sure"] = True
    draft.notes["fleet"] = bool(draft.notes.get("fleet")) and not (
        draft.notes["of_row"] or (main is not None and main.kind == "noun" and picked.picks(sentence.items, main.first))
    )
    if main is None and host is not None:
        draft.absorb(host, ("vehicle", "site"))
    return draft


def _told_on(items: list[Item], clause: Clause, main: Slot | None) -> Slot | None:
    """Of several rockets the one that a relative clause goes on with: `drops the Vega for the Nova, which flew`."""
    if main is None:
        return None
    before = [slot for slot in clause.slots if slot.role == "vehicle" and slot.last <= main.first]
    if len(before) < 2:
        return None
    return (
        before[-1] if "rel" in {c for item in items[before[-1].last : main.first][:3] for c in item.classes} else None
    )


def _is_either(items: list[Item], clause: Clause) -> bool:
    """`on a Vega or a Soyuz`: which of the two is not told."""
    named = [slot for slot in clause.slots if slot.role == "vehicle"]
    return len(named) == 2 and named[1].first - named[0].last < 4 and "or" in lows(items, named[0].last, named[1].first)


def _is_possible(draft: Draft, sentence: Sentence) -> bool:
    """Whether it may stand: named or pointing back, and no plan whose day has passed."""
    day, value = sentence.part.document.day, draft.get("date")
    if draft.cells["status"] == "planned" and day and value and value < day[: len(value)]:
        return False
    is_told = bool(draft.notes["points"]) or bool(draft.notes.get("told_day"))
    return is_told or any(draft.get(name) for name in ("payloads", "vehicle", "date", "site"))
