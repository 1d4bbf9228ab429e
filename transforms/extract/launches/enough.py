"""Whether a weak word (`rode`, `flight`, `lost`) has enough around it to tell of a launch.

Belongs here: what must stand beside each kind of trigger. Does not belong here: which trigger carries a clause
(`events`), or which words are triggers at all (`triggers`).
"""

from transforms.extract.launches import rows
from transforms.extract.launches.carriers import is_of_other
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.failures import fails, is_of_rocket
from transforms.extract.launches.items import has, item_at, lows, word_set
from transforms.extract.launches.listing import lists_craft
from transforms.extract.launches.notes import is_maiden, means_rocket, points
from transforms.extract.launches.providers import is_launch_firm
from transforms.extract.launches.rockets import leaves_range
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_PARTED = frozenset({"separated", "detached", "undocked", "released"})


def names_rocket(sentence: Sentence, lo: int, slot: Slot) -> bool:
    """Whether a rocket named before is meant: `one will carry X`, `a third mission is due in May`."""
    if slot.kind in ("noun", "fail"):
        return rows.counts_rocket(sentence, slot.first, lo)
    return slot.kind == "send" and means_rocket(sentence, lo, slot.first)


def is_enough(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
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
    if "date" in roles and _is_of_firm(items, trigger, lo, hi):
        return True
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


def _is_of_firm(items: list[Item], trigger: Slot, lo: int, hi: int) -> bool:
    """`Rocket Lab completed its seventh mission`, `its inaugural launch was delayed by Rocket Lab`."""
    if not any(item.mention is not None and is_launch_firm(item.mention) for item in items[lo:hi]):
        return False
    before = lows(items, max(lo, trigger.first - 4), trigger.first)
    is_nth = "its" in before and not word_set("row.nths").isdisjoint(before)
    is_done = is_nth and has(items, lo, trigger.first, "launch.done")
    return is_done or (
        items[trigger.first].low in ("inaugural launch", "maiden launch") and has(items, lo, hi, "launch.slip")
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
    if any(item.low in ("upper stage", "booster stage", "third stage") for item in items):
        return True
    if "vehicle" in roles or has(items, 0, len(items), "launch.rocket", "launch.noun", "launch.send", "launch.depart"):
        return True
    return any(item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in items)


def _is_move(items: list[Item], trigger: Slot, roles: set[str], lo: int, hi: int) -> bool:
    """Whether a weak verb (`rode`, `took`, `left`) is a launch here."""
    before = lows(items, lo, trigger.first)
    if trigger.kind == "depart" and roles.isdisjoint({"vehicle", "site"}) and not _PARTED.isdisjoint(before):
        return False  # `detached from its mother ship and headed for Mars`
    is_named = not roles.isdisjoint({"payload", "vehicle"})
    is_running = trigger.form == "ing" and not (
        trigger.first and items[trigger.first - 1].low in ("was", "were") and goes_up(items, trigger, hi)
    )  # `a Vega was carrying it into space`
    if not trigger.is_vague and is_named and not is_running and not roles.isdisjoint({"date", "site"}):
        return True
    if "vehicle" in roles and not roles.isdisjoint({"payload", "site"}):
        return not is_running or "date" in roles
    if "vehicle" in roles and not is_running and "craft" in points(items, trigger, lo, trigger.first):
        return not {"on", "aboard", "atop", "by"}.isdisjoint(lows(items, trigger.last, trigger.last + 6))
    if _is_borne(items, trigger, roles, lo) and not is_running:
        return True
    is_carrier = trigger.kind == "send" and not is_running and has(items, lo, trigger.first, "launch.noun")
    if is_carrier and trigger.form in ("ed", "s") and {"payload", "date"} <= roles:
        return True  # `the latest flight, on May 2, carried X`
    if trigger.kind == "depart":
        return _departs(items, trigger, roles, lo, hi, is_running=is_running)
    if trigger.kind == "send" and _carries_itself(items, trigger, roles, lo, hi):
        return False
    if "vehicle" in roles and has(items, trigger.last, trigger.last + 6, "launch.craft"):
        return "date" in roles or (trigger.form in ("ed", "ing") and not is_running and goes_up(items, trigger, hi))
    return (is_named or "date" in roles) and goes_up(items, trigger, hi)


def _is_borne(items: list[Item], trigger: Slot, roles: set[str], lo: int) -> bool:
    """`The rocket carried X`: what the rocket told of before bore."""
    if trigger.kind != "send" or trigger.form != "ed" or "payload" not in roles:
        return False
    is_rocket = "rocket" in points(items, trigger, lo, trigger.first)
    return is_rocket and items[trigger.first].low in ("carried", "bore", "transported")


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
    if items[trigger.first].low.startswith("follow"):
        return {"payload", "date"} <= roles and not is_running
    if {"payload", "date"} <= roles and not is_running and goes_up(items, trigger, hi):
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


def goes_up(items: list[Item], trigger: Slot, hi: int) -> bool:
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
