"""Dates of other matters than a lift-off: of what was said or signed, of visits, of what something is counted from.

Belongs here: what a date hangs on. Does not belong here: which date a launch has (`dates`).
"""

from transforms.extract.launches.items import has, item_at, lows, word_set
from transforms.extract.launches.triggers import is_of_other_craft
from transforms.text.items import Item

LAUNCHING = ("launch.send", "launch.depart", "launch.noun")
_DEBUT = ("debut", "maiden", "first", "inaugural")
#: How many items a dateline in brackets may have.
_DATELINE = 12
#: So far into a sentence the phrase at its head may reach.
_WIDE = 16


def is_of_other_matter(items: list[Item], first: int, last: int) -> bool:
    """Whether the date tells when something was said or signed, or since when: `said on Monday`, `since 2006`."""
    near = items[first + 1 : first + 5]
    near = near[: next((at for at, item in enumerate(near) if item.kind == "comma"), len(near))]
    after = next((item for item in near if item.kind == "word" and not item.classes), None)
    if after is not None and after.low in word_set("occasions"):
        return True
    if _is_of_stay(items, first) or _is_of_rollout(items, first):
        return True
    follower = item_at(items, last)
    is_said = follower is not None and (
        follower.low in word_set("speech")
        or (follower.low in word_set("resolving") and not has(items, 0, first, *LAUNCHING))
    )  # `Chile in May agreed to …`
    is_event = has(items, first - 2, first, *LAUNCHING) or has(items, first - 3, first, "launch.fail")
    if follower is not None and follower.low == "that" and is_event:
        is_said = False  # `a mission launching in 2031 that will look for water`, `a failure in May that cost`
    if is_said or (follower is not None and _is_of_dateline(items, last)):
        return True
    is_span = first > 3 and items[first - 1].low == "to" and "from" in lows(items, first - 5, first)
    if is_span and not has(items, 0, first, "launch.slip"):
        return True
    at = governor(items, first)
    if at < 0:
        return False
    if _is_of_arrival(items, at) or _is_end(items, at) or _is_aside(items, at) or _is_of_another(items, at):
        return True
    if items[at].low.startswith(_DEBUT) and not word_set("counted-from").isdisjoint(lows(items, at - 5, at)):
        return True  # `seven years after its debut in May 2017`
    if items[at].low == "since" or _is_of_since(items, at):
        is_of_noun = follower is not None and follower.cue("launch.noun") is not None  # `since its June 23 launch`
        return not (is_of_noun or _is_of_launching(items, first))
    is_attempt = items[at].low == "made" and any("attempt" in item.low for item in items[max(0, at - 6) : at])
    return items[at].low in word_set("told") and not is_attempt


def is_owner(items: list[Item], last: int) -> bool:
    """`a minute after Monday night's lift-off`: the launch's own day."""
    at = last + 1 if lows(items, last, last + 1) in (["night"], ["morning"], ["evening"], ["afternoon"]) else last
    return at + 1 < len(items) and items[at].kind == "poss" and items[at + 1].cue("launch.noun") is not None


def _is_of_stay(items: list[Item], first: int) -> bool:
    """`During his visit to Lima in May, …`, `Starting from 1999, it has launched 35`: a time, not a day of its own."""
    if lows(items, first - 2, first) == ["starting", "from"]:
        return True
    if items[0].low not in ("during", "in", "at") or first >= _WIDE:
        return False
    held = word_set("stays") if items[0].low == "during" else word_set("occasions")
    head = items[1:first]
    return any(item.low in held for item in head) and not has(head, 0, len(head), *LAUNCHING)


def _is_of_arrival(items: list[Item], at: int) -> bool:
    """`will arrive at its lunar orbit on May 3`."""
    before = lows(items, at - 5, at)
    return not {"arrive", "arrives", "arriving"}.isdisjoint(before) and not has(items, at - 5, at, *LAUNCHING)


def _is_of_rollout(items: list[Item], first: int) -> bool:
    """`moved out to launch pad 39A today`, `was rolled to the pad on May 3`: on the way to the pad."""
    before = lows(items, first - 7, first)
    pad = next((at for at in range(len(before) - 1, -1, -1) if before[at].split(" ")[-1] in ("pad", "launchpad")), None)
    if pad is None or "to" not in before[max(0, pad - 3) : pad]:
        return False
    return not has(items, first - 7, first, "launch.depart", "launch.send", "launch.noun")


def _is_of_another(items: list[Item], at: int) -> bool:
    """Whether the date hangs on the launch of a craft compared with, or on what something is counted from."""
    if "have" in items[at].classes and _is_other_participle(items, at):
        return True  # `a committee had approved the launch on Monday`
    is_compared = items[at].cue("launch.send") is not None and is_of_other_craft(items, at)
    return is_compared or _is_counted_from(items, at)


def _is_other_participle(items: list[Item], at: int) -> bool:
    """Whether the verb that an auxiliary waits for, behind the date, is nothing to a launch."""
    verb = next((item for item in items[at + 1 : at + 6] if item.low.endswith("ed")), None)
    return verb is not None and not any(cue.label.startswith("launch.") for cue in verb.cues)


def _is_of_launching(items: list[Item], first: int) -> bool:
    """`since 2031, when a Vega took up X`; not `since 2031, when the two fell out`."""
    for at in range(first, min(len(items), first + 8)):
        if items[at].low == "when":
            return has(items, at, at + 14, *LAUNCHING, "launch.fail")
    return False


def _is_of_dateline(items: list[Item], last: int) -> bool:
    """`(Dulles, VA 1 December 2031) -- A firm …`: the date of the writing."""
    return items[0].kind == "open" and last < _DATELINE and items[last].kind == "close"


def _is_end(items: list[Item], at: int) -> bool:
    """Whether the word is an occasion (`told a conference on July 6`) or makes the date an end (`up to June`)."""
    low = items[at].low
    if low == "as of" or lows(items, at - 1, at + 1) == ["as", "of"]:
        return True
    return (
        low in word_set("occasions") or low in ("up to", "until", "till") or (low == "to" and items[at - 1].low == "up")
    )


def _is_aside(items: list[Item], at: int) -> bool:
    """Whether the date is that of a participle of another matter behind a comma: `X, ordered in 2015, will fly`."""
    for index in range(at, max(-1, at - 14), -1):
        if items[index].kind == "comma":
            return items[index + 1].low in word_set("told")
        if items[index].kind in ("semicolon", "colon", "dash") or has(items, index, index + 1, *LAUNCHING):
            return False
    return False


def _is_of_since(items: list[Item], at: int) -> bool:
    """`since it came into service in 2012`, `since the rocket's debut`: a clause that only tells how long."""
    for index in range(at, max(-1, at - 9), -1):
        if items[index].kind in ("comma", "semicolon"):
            return False
        if items[index].low == "since":
            is_flight = has(items, index, at + 1, "launch.send", "launch.depart", "launch.orbit", "launch.goal")
            is_flight = is_flight or _loses_rocket(items, index, at + 1)
            return items[index + 1].low != "then" and not is_flight
    return False


def _is_counted_from(items: list[Item], at: int) -> bool:
    """`the first flight after a rocket crashed in August`: the day that it is counted from."""
    for index in range(at, max(-1, at - 11), -1):
        if items[index].kind in ("comma", "semicolon"):
            return False
        if items[index].low == "after":
            is_first = "first" in lows(items, index - 7, index) and has(items, index - 3, index, "launch.noun")
            return is_first and has(items, index, at + 1, "launch.fail")
    return False


def _loses_rocket(items: list[Item], lo: int, hi: int) -> bool:
    """`since the loss of a Vega in May`: the rocket stands between, so that the date is of her flight."""
    return has(items, lo, lo + 9, "launch.fail") and any(
        item.mention is not None and item.mention.reading("vehicle", "vehicle_family", "spacecraft")
        for item in items[lo:hi]
    )


def governor(items: list[Item], first: int) -> int:
    """Index of what the date hangs on, over its prepositions."""
    at = first - 1
    while at >= 0 and (items[at].low in word_set("date-leads") or items[at].low in ("here", "there")):
        at -= 1
    return at


def is_other_verb(items: list[Item], at: int) -> bool:
    """A past verb that is nothing to a launch: `reworked in September`, `landed on July 7`."""
    item = item_at(items, at)
    if item is None or item.kind != "word" or not item.low.endswith("ed"):
        return False
    idle = ("launch.craftless", "launch.other", "launch.deal")
    return not any(cue.label.startswith("launch.") and cue.label not in idle for cue in item.cues)
