"""From a clause to a telling of a launch: its trigger, with the names and dates that fill it.

Belongs here: what one clause says. Does not belong here: its status (`launches_status`), or which tellings are of one
launch (`launches_merge`).
"""

import re
from collections.abc import Iterator

from transforms.extract import launches_dates as dates
from transforms.extract import launches_status
from transforms.extract.drafts import Draft
from transforms.extract.launches_clauses import Clause, are_listed
from transforms.extract.launches_fill import add_craft, put_site, put_vehicle
from transforms.extract.launches_items import has, item_at, lows
from transforms.extract.launches_phrases import is_told_on
from transforms.extract.launches_slots import Slot
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

#: Words that leave no doubt that rockets are meant.
_SPACE = ("launch.rocket", "launch.craft", "launch.goal", "launch.orbit", "space")
_MAIDEN = ("maiden", "first", "inaugural", "debut")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(?:a\.m|p\.m|am|pm)\b|\b(?:EDT|EST|GMT|UTC)\b|midnight|\bnoon\b")
_POINTED = (
    ("launch.craft", "craft"),
    ("launch.mission", "craft"),
    ("launch.rocket", "rocket"),
    ("launch.noun", "launch"),
)


def tellings(sentence: Sentence, clause: Clause, lo: int, hi: int, host: Draft | None) -> Iterator[Draft]:
    """The launches that a clause tells of; `lo` and `hi` are the items it may read, `host` the clause it continues."""
    main = _main_trigger(sentence.items, clause, lo, hi)
    if main is not None:
        status = launches_status.read(sentence, clause, main, lo, hi)
    else:
        status = host.cells["status"] if host is not None and clause.follows and _is_named(clause) else None
    if status is None:
        return
    for part in _parts(sentence, clause, main):
        for payloads, time in _distributed(sentence, part, status):
            draft = _draft(sentence, part, main, status, lo, hi, host)
            dates.put(draft, sentence, time)
            for slot in payloads:
                add_craft(draft, sentence, slot)
            if _is_possible(draft, sentence):
                yield draft


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


def _main_trigger(items: list[Item], clause: Clause, lo: int, hi: int) -> Slot | None:
    """The trigger that carries the clause; a weak one only with enough around it."""
    triggers = [slot for slot in clause.slots if slot.role == "trigger"]
    strong = [slot for slot in triggers if not slot.is_weak]
    roles = {str(slot.role) for slot in clause.slots}
    if not strong:
        return next((slot for slot in triggers if _is_enough(items, slot, roles, lo, hi)), None)
    main = next((slot for slot in strong if slot.kind != "noun"), strong[0])
    is_general = main.kind == "noun" and main.form == "many" and not {"payload", "date"} <= roles
    return None if is_general and "vehicle" not in roles else main


def _is_enough(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak trigger tells of a launch here."""
    match trigger.kind:
        case "fail":
            return "date" in roles and _has_rocket(items, roles) and not roles.isdisjoint({"payload", "vehicle"})
        case "date" | "crew":
            return {"payload", "date"} <= roles
        case "apposed":
            return "date" in roles
        case "rocket":
            return {"payload", "date"} <= roles and not has(items, lo, hi, "launch.deal")
        case "ride":
            moving = has(items, lo, hi, "launch.depart", "launch.send")
            return "date" in roles or ("payload" in roles and ("site" in roles or moving))
        case "noun":
            is_of_craft = "payload" in roles and lows(items, trigger.last, trigger.last + 1) == ["of"]
            return "date" in roles and ("vehicle" in roles or is_of_craft)
        case _:
            return _is_move(items, trigger, roles, lo, hi)


def _has_rocket(items: list[Item], roles: set[str]) -> bool:
    if "vehicle" in roles or has(items, 0, len(items), "launch.rocket", "launch.noun", "launch.send", "launch.depart"):
        return True
    return any(item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in items)


def _is_move(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak verb (`rode`, `took`, `left`) is a launch here."""
    is_named = not roles.isdisjoint({"payload", "vehicle"})
    is_running = trigger.form == "ing"
    if not trigger.is_vague and is_named and not is_running and not roles.isdisjoint({"date", "site"}):
        return True
    if "vehicle" in roles and not roles.isdisjoint({"payload", "site"}):
        return not is_running or "date" in roles
    if trigger.kind == "depart":
        if items[trigger.first].low.startswith("follow"):
            return {"payload", "date"} <= roles and not is_running
        if {"payload", "date"} <= roles and not is_running and _goes_up(items, trigger, hi):
            return True
        has_subject = is_named or has(items, lo, trigger.first, "launch.craft")
        return has_subject and "site" in roles and not is_running and _leaves(items, trigger, hi)
    if "vehicle" in roles and has(items, trigger.last, trigger.last + 6, "launch.craft"):
        return "date" in roles
    return (is_named or "date" in roles) and _goes_up(items, trigger, hi)


def _leaves(items: list[Item], trigger: Slot, hi: int) -> bool:
    """`left Kourou`, `departed from the pad`; not `left the firm in Florida`."""
    after = item_at(items, trigger.last) if trigger.last < hi else None
    if after is not None and after.mention is not None:
        return True
    return not {"from", "off", "of"}.isdisjoint(lows(items, trigger.last, trigger.last + 12))


def _goes_up(items: list[Item], trigger: Slot, hi: int) -> bool:
    """Whether the verb has a goal: `into orbit`, `in its planned orbit`, `took it up`."""
    reach = min(hi, trigger.last + 12)
    if has(items, trigger.first, reach, "launch.goal") or _into_orbit(items, trigger.last, reach):
        return True
    stop = min(hi, trigger.last + 7, len(items) - 1)
    return any(items[at].low == "up" and items[at].end < items[at + 1].start for at in range(trigger.last, stop))


def _into_orbit(items: list[Item], lo: int, hi: int) -> bool:
    """`into its planned orbit`, `in a sun-synchronous orbit`."""
    for at in range(lo, hi):
        if items[at].low in ("into", "in", "to"):
            return any(
                "orbit" in item.low or item.low == "space station" for item in items[at + 1 : min(hi + 2, at + 8)]
            )
    return False


def _distributed(sentence: Sentence, clause: Clause, status: str) -> Iterator[tuple[list[Slot], TimeExpression | None]]:
    """The payloads with their date: `A and B were launched in May and June` are two launches."""
    payloads = _antecedents(sentence, [slot for slot in clause.slots if slot.role == "payload"])
    slots = [slot for slot in clause.slots if slot.role == "date" and slot.kind != "old"]
    times = [slot.time for slot in slots if slot.time is not None]
    if len(times) == 1 and times[0].is_range:
        times = dates.months(sentence, times[0]) or times
    if len(times) == 1 and len(payloads) > 1 and _are_apart(sentence, clause, slots[0], len(payloads)):
        yield from (([payload], times[0]) for payload in payloads)
        return
    is_list = len(slots) < 2 or are_listed(sentence.items, list(clause.slots), slots[0], slots[1])
    if len(times) > 1 and is_list and len(payloads) in (1, len(times)):
        for index, time in enumerate(times):
            yield ([payloads[index]] if len(payloads) > 1 else payloads), time
        return
    yield payloads, dates.best(times[::-1] if status == "planned" else times)


def _are_apart(sentence: Sentence, clause: Clause, date: Slot, count: int) -> bool:
    """Whether craft with one date fly apart: `both in 2017`; two planned for a year, with no rocket named."""
    if lows(sentence.items, date.first - 2, date.first - 1) == ["both"]:
        return True
    is_year = date.time is not None and len(date.time.value or "") == 4
    has_rocket = any(slot.role == "vehicle" for slot in clause.slots)
    return count == 2 and is_year and not has_rocket and any(item.low == "also" for item in sentence.items)


def _antecedents(sentence: Sentence, payloads: list[Slot]) -> list[Slot]:
    """Of `With B2 gone … A3, which an Ariane took up` the name that is told on, with those listed with it."""
    for index in range(1, len(payloads)):
        slot = payloads[index]
        if is_told_on(sentence.items, slot.first) and not are_listed(
            sentence.items, payloads, payloads[index - 1], slot
        ):
            return payloads[index:]
    return payloads


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
    draft.notes.update(_notes(sentence, main, lo, hi))
    if main is not None and main.kind in ("send", "depart") and status == "success":
        draft.notes["strong"] |= _goes_up(sentence.items, main, hi)  # `put a satellite into orbit`
    for slot in clause.slots:
        if slot.role == "vehicle" and draft.get("vehicle") is None:
            put_vehicle(draft, sentence, slot)
        elif slot.role == "site":
            put_site(draft, sentence, slot)
            draft.notes["sure"] = True
    if main is None and host is not None:
        draft.absorb(host, ("vehicle", "site"))
    return draft


def _notes(sentence: Sentence, main: Slot | None, lo: int, hi: int) -> dict[str, object]:
    """What merging wants to know: place, strength, and what the clause points back to."""
    items = sentence.items
    start = items[lo].start if lo < len(items) else sentence.start
    words = sentence.part.text[start : items[hi - 1].end if hi else sentence.end]
    return {
        "index": -1 if sentence.part.name == "title" else sentence.index,
        "span": (lo, hi),
        "kind": main.kind if main else "ellipsis",
        "strong": main is not None and not main.is_weak,
        "maiden": main is not None and main.kind == "noun" and items[main.first].low.startswith(_MAIDEN),
        "clock": _CLOCK.search(words) is not None,
        "points": _points(items, main, lo, hi) if main else frozenset(),
        "takes_it": main is not None and lows(items, main.last, main.last + 1) in (["it"], ["them"]),
        "slips": has(items, lo, hi, "launch.slip"),
        "same_site": has(items, lo, hi, "launch.same"),
        "sure": any(not item.capital and item.cue(label) for item in items for label in _SPACE),
    }


def _points(items: list[Item], main: Slot, lo: int, hi: int) -> frozenset[str]:
    """What is pointed back to: a `craft` (`it`, `the satellite`), a `rocket`, a `launch`."""
    found = set()
    stop = min(hi, main.last + 3) if main.kind in ("send", "depart") else main.last
    for at in range(lo, stop):
        if items[at].low in ("it", "they", "them", "itself"):
            found.add("craft")
        elif at > lo and (items[at - 1].low in ("the", "its", "this", "both") or items[at - 1].kind == "hyphen"):
            found.update(kind for label, kind in _POINTED if items[at].cue(label) is not None)
            if items[at - 1].low == "its" and "launch" in found:
                found.add("craft")
    return frozenset(found)


def _is_possible(draft: Draft, sentence: Sentence) -> bool:
    """Whether it may stand: named or pointing back, and no plan whose day has passed."""
    day, value = sentence.part.document.day, draft.get("date")
    if draft.cells["status"] == "planned" and day and value and value < day[: len(value)]:
        return False
    return bool(draft.notes["points"]) or any(draft.get(name) for name in ("payloads", "vehicle", "date", "site"))
