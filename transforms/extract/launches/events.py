"""From a clause to a telling of a launch: its trigger, with the names and dates that fill it.

Belongs here: which trigger carries a clause, and the draft made of it. Does not belong here: its status
(`status`), which craft has which date (`shares`), what it leaves for merging (`notes`), or
which tellings are of one launch (`merge`).
"""

from collections.abc import Iterator

from transforms.extract.drafts import Draft
from transforms.extract.launches import dates
from transforms.extract.launches import status as states
from transforms.extract.launches.carriers import is_of_other
from transforms.extract.launches.clauses import Clause, is_more
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.failures import fails, is_of_rocket
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.items import has, item_at, lows, place
from transforms.extract.launches.notes import is_maiden, is_ordinal, means_rocket, points, read_notes
from transforms.extract.launches.rockets import leaves_range
from transforms.extract.launches.shares import shares
from transforms.extract.launches.slots import Slot
from transforms.extract.launches.triggers import lists_craft
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

#: Of an article's first sentences a failure without a date is the story's.
_LEDE = 3
_PARTED = frozenset({"separated", "detached", "undocked", "released"})


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
        if any(slot.kind == "send" and means_rocket(sentence, lo, slot.first) for slot in triggers):
            roles.add("vehicle")
        return next((slot for slot in triggers if _is_enough(items, slot, roles, lo, hi)), None)
    main = next((slot for slot in strong if slot.kind != "noun"), strong[0])
    if main.kind == "noun" and lows(items, main.first - 1, main.first) == ["after"]:
        sends = (slot for slot in triggers if slot.kind == "send" and slot.first < main.first)
        led = next((slot for slot in sends if has(items, slot.first + 1, slot.first + 2, "launch.goal")), None)
        main = led if led is not None and _is_enough(items, led, roles, lo, hi) else main
    is_many = main.kind == "noun" and main.form == "many"
    is_led = not {"first", "maiden"}.isdisjoint(lows(items, main.first - 2, main.first))
    is_led = is_led or any(s.role == "vehicle" and -4 < s.last - main.first < 7 for s in clause.slots)
    is_general = is_many and not (
        {"payload", "date"} <= roles or ("vehicle" in roles and ("payload" in roles or (is_led and "date" in roles)))
    )
    if is_many and has(items, main.first - 4, main.first, "launch.slip"):
        return None  # `stopped Soyuz launches there`
    return None if is_general else main


def _is_enough(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak trigger tells of a launch here."""
    match trigger.kind:
        case "fail":
            return not is_of_other(items, trigger.first) and _is_loss(items, trigger, roles, lo)
        case "date" if "date" in roles and has(items, lo, trigger.first, "launch.rocket"):
            return "payload" in roles or has(items, lo, trigger.first, "launch.noun")
        case "date" if {"vehicle", "date"} <= roles and "craft" in points(items, trigger, lo, trigger.first):
            return True  # `it is due on a Vega in 2031`
        case "date" | "crew":
            return {"payload", "date"} <= roles
        case "apposed":
            return "date" in roles
        case "rocket":
            return {"payload", "date"} <= roles and not has(items, lo, hi, "launch.deal")
        case "ride":
            moving = has(items, lo, hi, "launch.depart", "launch.send")
            if moving and "craft" in points(items, trigger, lo, trigger.first):
                return True  # `The craft, ordered in 2031, got off atop a Vega`
            return "date" in roles or ("payload" in roles and ("site" in roles or moving))
        case "noun":
            return _is_flight(items, trigger, roles, lo, hi)
        case _:
            return _is_move(items, trigger, roles, lo, hi)


def _is_flight(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak noun (`flight`, `mission`) is a launch here."""
    is_of_craft = "payload" in roles and lows(items, trigger.last, trigger.last + 1) == ["of"]
    if items[trigger.first].cue("launch.slip") is not None:
        return "date" in roles  # `a new attempt is to be made on Wednesday`
    if "vehicle" in roles and trigger.form == "one" and has(items, lo, trigger.first, "launch.slip"):
        return True  # `put off the flight of the Ariane 5`
    if trigger.form == "many" and {"payload", "date"} <= roles and lists_craft(items, trigger.first):
        return True
    if trigger.form == "many" and "payload" not in roles and not is_maiden(items[trigger.first].low, "noun"):
        return False  # `a steady pace of Vega missions through 2031`
    return (
        ("date" in roles and ("vehicle" in roles or is_of_craft))
        or ("vehicle" in roles and is_maiden(items[trigger.first].low, "noun") and fails(items, lo, hi))
        or ("date" in roles and "its" in lows(items, lo, trigger.first) and fails(items, lo, hi))
    )


def _is_loss(items: list[Item], trigger: Slot, roles: set[str], lo: int) -> bool:
    """Whether a word of failure tells of a launch: with a date and a rocket, or of a rocket named on its way up."""
    if "date" not in roles:
        return "vehicle" in roles and is_of_rocket(items, trigger.first)
    is_pointed = any(
        items[at].cue("launch.rocket") is not None and items[at + 1].kind not in ("poss", "hyphen")
        for at in range(lo, trigger.first)
    )
    return _has_rocket(items, roles) and (is_pointed or not roles.isdisjoint({"payload", "vehicle"}))


def _has_rocket(items: list[Item], roles: set[str]) -> bool:
    if "vehicle" in roles or has(items, 0, len(items), "launch.rocket", "launch.noun", "launch.send", "launch.depart"):
        return True
    return any(item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in items)


def _is_move(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak verb (`rode`, `took`, `left`) is a launch here."""
    is_named = not roles.isdisjoint({"payload", "vehicle"})
    is_running = trigger.form == "ing" and not (
        trigger.first and items[trigger.first - 1].low in ("was", "were") and _goes_up(items, trigger, hi)
    )  # `a Vega was carrying it into space`
    if not trigger.is_vague and is_named and not is_running and not roles.isdisjoint({"date", "site"}):
        return True
    if "vehicle" in roles and not roles.isdisjoint({"payload", "site"}):
        return not is_running or "date" in roles
    if "vehicle" in roles and not is_running and "craft" in points(items, trigger, lo, trigger.first):
        return not {"on", "aboard", "atop", "by"}.isdisjoint(lows(items, trigger.last, trigger.last + 6))
    is_carrier = trigger.kind == "send" and not is_running and has(items, lo, trigger.first, "launch.noun")
    if is_carrier and trigger.form in ("ed", "s") and {"payload", "date"} <= roles:
        return True  # `the latest flight, on May 2, carried X`
    if trigger.kind == "depart":
        return _departs(items, trigger, roles, lo, hi, is_running=is_running)
    if trigger.kind == "send" and _carries_itself(items, trigger, roles, lo, hi):
        return False
    if "vehicle" in roles and has(items, trigger.last, trigger.last + 6, "launch.craft"):
        return "date" in roles or (trigger.form in ("ed", "ing") and not is_running and _goes_up(items, trigger, hi))
    return (is_named or "date" in roles) and _goes_up(items, trigger, hi)


def _departs(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int, *, is_running: bool) -> bool:
    """Whether a weak verb of leaving is said of a rocket or a craft on its way up."""
    is_pointed = "craft" in points(items, trigger, lo, trigger.first)
    is_named = not roles.isdisjoint({"payload", "vehicle"})
    if {"vehicle", "date"} <= roles and not is_running and leaves_range(items, trigger.last):
        return True  # `The Vega left the spaceport on May 3`
    if trigger.form == "base" and not trigger.is_vague and "date" in roles and is_pointed:
        return True  # `the second batch will fly in 2026`
    if {"date", "site"} <= roles and not is_running and is_pointed:
        return _leaves(items, trigger, hi)  # `It rose on Tuesday from the island`
    if items[trigger.first].low.startswith("head") and not _PARTED.isdisjoint(lows(items, lo, trigger.first)):
        return False  # `detached from its carrier and headed for Mars`
    if items[trigger.first].low.startswith("follow"):
        return {"payload", "date"} <= roles and not is_running
    if {"payload", "date"} <= roles and not is_running and _goes_up(items, trigger, hi):
        return True
    has_subject = is_named or has(items, lo, trigger.first, "launch.craft")
    return has_subject and "site" in roles and not is_running and _leaves(items, trigger, hi)


def _carries_itself(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """`Cargo-14 carries a toilet for the station crew`: what a craft bears, behind the craft as the subject."""
    if trigger.form not in ("s", "base") or "vehicle" in roles or not items[trigger.first].low.startswith("carr"):
        return False
    is_behind = any(item.mention is not None and craft_type(item.mention) for item in items[trigger.last : hi])
    return "payload" in roles and "date" not in roles and not is_behind


def _leaves(items: list[Item], trigger: Slot, hi: int) -> bool:
    """`left Kourou`, `departed from the pad`; not `left the firm in Florida`."""
    at = trigger.last
    while at < hi and "det" in items[at].classes:
        at += 1
    after = item_at(items, at) if at < hi else None
    if after is not None and after.mention is not None:
        return True
    return not {"from", "off", "of"}.isdisjoint(lows(items, trigger.last, trigger.last + 12))


def _goes_up(items: list[Item], trigger: Slot, hi: int) -> bool:
    """Whether the verb has a goal: `into orbit`, `in its planned orbit`, `took it up`."""
    reach = min(hi, trigger.last + 12)
    if has(items, trigger.first, reach, "launch.goal") or _into_orbit(items, trigger.last, reach):
        return True
    stop = min(hi, trigger.last + 7, len(items) - 1)
    ends = (at for at in range(trigger.last, stop) if items[at].low in ("when", "which", "that", "who", "and"))
    stop = next(ends, stop)
    return any(items[at].low == "up" and items[at].end < items[at + 1].start for at in range(trigger.last, stop))


def _into_orbit(items: list[Item], lo: int, hi: int) -> bool:
    """`into its planned orbit`, `in a sun-synchronous orbit`."""
    for at in range(lo, hi):
        if items[at].low in ("into", "in", "to"):
            return any(
                "orbit" in item.low or item.low == "space station" for item in items[at + 1 : min(hi + 2, at + 8)]
            )
    return False


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
        draft.notes["strong"] |= _goes_up(sentence.items, main, hi)  # `put a satellite into orbit`
    if main is not None and main.kind == "fail":
        draft.notes["strong"] |= sentence.part.name == "title" or place(sentence) < _LEDE
    for slot in clause.slots:
        if slot.role == "vehicle" and draft.get("vehicle") is None:
            put_vehicle(draft, sentence, slot)
        elif slot.role == "site":
            put_site(draft, sentence, slot)
            draft.notes["sure"] = True
    if main is None and host is not None:
        draft.absorb(host, ("vehicle", "site"))
    return draft


def _is_possible(draft: Draft, sentence: Sentence) -> bool:
    """Whether it may stand: named or pointing back, and no plan whose day has passed."""
    day, value = sentence.part.document.day, draft.get("date")
    if draft.cells["status"] == "planned" and day and value and value < day[: len(value)]:
        return False
    is_told = bool(draft.notes["points"]) or bool(draft.notes.get("told_day"))
    return is_told or any(draft.get(name) for name in ("payloads", "vehicle", "date", "site"))
