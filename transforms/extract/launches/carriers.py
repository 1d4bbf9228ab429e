"""Whose failure a word of failure tells of: the rocket's, though its load stands between, or another thing's.

Belongs here: `a Proton carrying the X satellite failed`, `despite a failed sensor`. Does not belong here: what else
takes the sense from a word of failure (`failures`).
"""

from transforms.extract.launches.items import has, lows, word_set
from transforms.text.items import Item

_FAR = 26
#: How far behind the word for an earlier flight of a stage what it bore is named.
_HISTORY = 12
_STAGES = frozenset({"stage", "booster", "first stage", "core"})
_LONG = frozenset({"years", "year", "months", "month", "decade", "decades"})


def fails_with_load(items: list[Item], at: int) -> bool:
    """Whether the word of failure at this item is said of a rocket with its load: `with two craft aboard`."""
    cue = items[at].cue("launch.fail")
    if cue is None or lows(items, at + 1, at + 2) == ["to"] or "neg" in items[at - 1].classes or is_of_other(items, at):
        return False
    commas = 0
    for index in range(at - 1, max(0, at - _FAR), -1):
        item = items[index]
        if item.low in word_set("loading"):
            return commas < 2 and _is_rocket_before(items, index)
        if item.kind == "comma":
            commas += 1
        if item.kind in ("semicolon", "stop", "colon") or item.classes & {"modal", "rel"} or _is_flown(item):
            return False
    return False


def is_found(items: list[Item], at: int) -> bool:
    """`put off after the discovery of an anomaly`: what was found in time."""
    return items[at].low == "anomaly" and not word_set("finding").isdisjoint(lows(items, at - 4, at))


def is_of_other(items: list[Item], at: int) -> bool:
    """`despite a failed sensor`, `to replace the one lost in 2015`, `failed after three years in orbit`, `to land`."""
    if is_found(items, at):
        return True
    low, after = items[at].low, lows(items, at + 1, at + 9)
    before = lows(items, at - 1, at)
    if low in ("failed", "lost", "destroyed") and before and before[0] in ("one", "ones"):
        return True
    if low == "failed" and at and "det" in items[at - 1].classes and after and items[at + 1].kind in ("word", "name"):
        return items[at + 1].cue("launch.noun") is None and items[at + 1].cue("launch.rocket") is None
    if (
        low in ("lost control", "lost attitude control")
        and after[:1] == ["of"]
        and has(items, at + 1, at + 5, "launch.craft")
    ):
        return True  # `had lost control of the satellite`
    if low == "lost" and lows(items, at - 2, at) == ["but", "was"] and (not after or items[at + 1].kind == "stop"):
        return True  # `X was launched in May, but was lost.`
    if low.startswith("fail") and after[:2] in (["to", "land"], ["to", "return"]):
        return True
    if low.startswith("fail") and after[:1] == ["after"] and not _LONG.isdisjoint(after):
        return not {"in", "of"}.isdisjoint(after[1:5])
    return False


def _is_flown(item: Item) -> bool:
    """A verb of launching: then what stands behind it is the craft, and the failure may be its own."""
    return any(cue.label in ("launch.send", "launch.depart") and cue.form in ("ed", "s", "base") for cue in item.cues)


def _is_rocket_before(items: list[Item], loading: int) -> bool:
    """Whether a rocket stands right before the word of loading, at most with a comma or `that was` between."""
    at = loading - 1
    while at > 0 and (
        items[at].kind in ("comma", "hyphen", "number")
        or items[at].classes & {"be", "rel"}
        or items[at].low in word_set("loading")
    ):
        at -= 1
    item = items[at]
    is_named = item.mention is not None and item.mention.reading("vehicle", "vehicle_family") is not None
    return is_named or item.cue("launch.rocket") is not None


def is_of_booster(items: list[Item], at: int) -> bool:
    """`The first stage, which previously launched Crew-1 and Crew-2, landed`: what a stage flew before, no day told."""
    for index in range(at - 1, max(0, at - _HISTORY), -1):
        if items[index].low in ("previously", "earlier"):
            is_dated = any(cue.label.startswith("time") for item in items[index : index + 18] for cue in item.cues)
            return not is_dated and not _STAGES.isdisjoint(lows(items, index - 5, index))
        if items[index].kind in ("semicolon", "stop") or items[index].classes & {"be"}:
            return False
    return False
