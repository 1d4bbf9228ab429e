"""Whether words tell that a launch went wrong.

Belongs here: words of failure, and what takes their sense away: an earlier launch, a landing, a lost contact. Does not
belong here: the status of a launch as a whole (`status`).
"""

from transforms.extract.launches.carriers import fails_with_load, is_found, is_of_other
from transforms.extract.launches.items import has, item_at, lows, word_set
from transforms.text.items import Item

_LOOKING_BACK = frozenset({"since", "after", "following", "despite", "from", "replaces", "until"})
_EARLIER = frozenset(
    {"previous", "last", "earlier", "first", "prior", "second", "past", "two", "three", "year", "maiden"}
)
_AFTERMATH = frozenset({("followed", "the"), ("follows", "the"), ("followed", "a"), ("followed", "an")})
#: How far behind the word that gives a reason the failure stands.
_WHY = 9
_UNITS = frozenset({"months", "month", "years", "year", "weeks", "week", "days", "day"})
_SISTERS = frozenset({"first", "previous", "earlier", "predecessor", "original"})
_CRAFT = frozenset({"satellite", "spacecraft", "probe", "craft", "one"})
_LONG = frozenset({"years", "year", "months", "month"})
_ATTEMPTS = frozenset({"attempt", "attempts", "try", "tries", "launch", "launches", "flight", "flights", "mission"})
_BACK = (
    "landing",
    "landed",
    "debris",
    "school",
    "village",
    "spent",
    "recovery",
    "droneship",
    "drone",
    "splashdown",
    "reentry",
    "re-entry",
    "ashore",
    "seas",
    "barge",
)
_SEVERAL = (["launches"], ["missions"], ["flights"], ["attempts"])
_ENDED = frozenset({"ended", "ends", "lasted", "lasts"})
_REACHES = frozenset({"reach", "achieve", "attain", "enter", "bring", "put", "place", "deliver", "get", "make"})
_ROCKETS = frozenset({"vehicle", "vehicle_family"})
_BEARS = frozenset({"carrying", "with", "bearing", "transporting", "loaded"})
GOING = ("launch.send", "launch.depart")


def fails(items: list[Item], lo: int, hi: int) -> bool:
    """Whether the clause at items [lo, hi) says that it went wrong; a lost contact or a failed craft is not it."""
    return _fails_with_load(items, lo, hi) or _fails(items, lo, hi)


def _fails_with_load(items: list[Item], lo: int, hi: int) -> bool:
    """`a Proton carrying the X satellite failed`: the rocket, though its load stands before the verb."""
    return any(
        fails_with_load(items, at) and not (_is_of_before(items, lo, at) or is_of_return(items, at))
        for at in range(lo, hi)
        if items[at].cues
    )


def _fails(items: list[Item], lo: int, hi: int) -> bool:
    for at in range(lo, hi):
        if items[at].kind == "semicolon":
            return False
        is_missed = "neg" in items[at].classes and _missed(items, at, hi)
        if is_missed or (items[at].low in _ENDED and _ends_early(items, at)):
            return True
        if items[at].cue("launch.fail") is None or is_none(items, at) or _is_counted(items, at, lo, hi):
            continue
        if _is_lost_later(items, at):
            return False
        if items[at].low in ("unsuccessful", "failed", "botched") and lows(items, at + 1, at + 2)[0:1] in _SEVERAL:
            continue  # `put off because of two failed launches`
        if is_found(items, at) or _is_craft_only(items, lo, at) or _is_adjective(items, at) or _is_of_craft(items, at):
            continue
        if _is_of_before(items, lo, at) or is_of_return(items, at) or _is_supposed(items, at) or _is_share(items, at):
            continue
        if not word_set("whole").intersection(lows(items, at + 1, at + 4)):
            return True
    return False


def _is_share(items: list[Item], at: int) -> bool:
    """`orbits Nimbus-1 but loses two cubesats`: a part of the load."""
    after = item_at(items, at + 1)
    if items[at].low not in ("loses", "lost") or lows(items, at - 1, at) != ["but"]:
        return False
    is_counted = after is not None and (after.kind == "number" or after.low in word_set("numbers"))
    return is_counted and has(items, at + 2, at + 4, "launch.craft")


def _is_supposed(items: list[Item], at: int) -> bool:
    """`especially if the launch had failed`, `because its own rocket had lost its sister`: not of this launch."""
    for index in range(at - 1, max(-1, at - 12), -1):
        if items[index].low in ("if", "unless"):
            return True
        if items[index].low == "because" and index > 2 and "had" in lows(items, index, at):
            return True
        if items[index].kind in ("comma", "semicolon", "colon", "dash"):
            return False
    return False


def _is_craft_only(items: list[Item], lo: int, at: int) -> bool:
    """`the satellite failed`, not `the launch of the satellite failed`; `a failed try`."""
    if items[at].low == "failed" and word_set("tries").intersection(lows(items, at + 1, at + 3)):
        return True
    is_of_launch = has(items, max(lo, at - 9), at - 1, "launch.noun") and "of" in lows(items, at - 7, at)
    is_of_launch = is_of_launch or _is_of_rocket(items, lo, at)
    is_craft = has(items, max(lo, at - 3), at, "launch.craft")
    return items[at].low.startswith("fail") and is_craft and not is_of_launch


def _is_of_rocket(items: list[Item], lo: int, at: int) -> bool:
    """`a Vega rocket carrying NimSat-4 failed minutes after launch`: what failed is the rocket, not what it bore."""
    for bears in range(at - 2, max(lo, at - 16), -1):
        if items[bears].kind in ("comma", "semicolon"):
            return False
        if items[bears].low in _BEARS:
            before = items[bears - 2 if items[bears - 1].kind == "comma" and bears > lo + 1 else bears - 1]
            return bears > lo and (
                before.cue("launch.rocket") is not None
                or (before.mention is not None and before.mention.category in _ROCKETS)
            )
    return False


def _is_of_craft(items: list[Item], at: int) -> bool:
    """Whether it is the craft that failed long after: `went silent three years later`, `lost in orbit last May`."""
    if at and items[at - 1].low in ("has", "have") and not has(items, at, at + 12, "launch.goal", "launch.orbit"):
        return True  # `has lost a part of its power`
    after = lows(items, at + 1, at + 10)
    if after[:1] == ["in"] and items[at + 2].low.isdigit() and has(items, at - 9, at, *GOING) and (
        "conj" in items[at - 1].classes):  # fmt: skip
        return True  # `was launched in 2031 and lost in 2032`
    if lows(items, at - 1, at + 1) == ["declared", "lost"] and "which" in lows(items, 0, at) and has(
        items, 0, at, *GOING):  # fmt: skip
        return True  # `Sat-1, which was launched on May 3, has been declared lost`
    if items[at].low.endswith("silent") and after[:1] in (["in"], ["on"]) and has(items, 0, at, *GOING):
        return True  # `was launched in 2007 and fell silent in 2010`
    if "after" in after and has(items, at, at + 12, "launch.noun") and not _LONG.isdisjoint(after):
        return True  # `failed in 2019, three years after launch`
    if "later" in after and not _UNITS.isdisjoint(after):
        return not _LONG.isdisjoint(after)
    return after[:2] == ["in", "orbit"] or after[:1] == ["in orbit"]


def _is_lost_later(items: list[Item], at: int) -> bool:
    """`lost its new satellite the day after it was launched`."""
    after = lows(items, at + 1, at + 14)
    if not items[at].low.startswith(("lost", "loses")) or "after" not in after:
        return False
    unit = after.index("after")
    return not _UNITS.isdisjoint(after[:unit]) and not {"it", "its", "launch"}.isdisjoint(after[unit:])


def _is_counted(items: list[Item], at: int, lo: int, hi: int) -> bool:
    """`with two failures in eight years`; and an abort after which it is tried again."""
    if items[at].low == "failures":
        return any(item.kind == "number" or item.low in word_set("numbers") for item in items[max(0, at - 2) : at])
    if items[at].low.startswith("abort") and "but" in lows(items, at, hi):
        return True  # `forced the team to abort, but the rocket rose on Thursday`
    return items[at].low in ("abort", "launch abort") and has(items, lo, hi, "launch.slip")


def _is_adjective(items: list[Item], at: int) -> bool:
    """`to replace the lost Sat-1`, `a failed stage`: told of a thing in passing."""
    after = item_at(items, at + 1)
    is_led = at > 0 and ("det" in items[at - 1].classes or items[at - 1].kind == "poss")
    return (
        is_led
        and items[at].low in ("lost", "failed")
        and after is not None
        and (after.mention is not None or after.cue("launch.craft") is not None)
    )


def _ends_early(items: list[Item], at: int) -> bool:
    """`ended two minutes after lift-off`, `ends after half a minute`, `lasted 30 seconds`."""
    after = lows(items, at + 1, at + 7)
    return not {"seconds", "minutes", "minute", "second"}.isdisjoint(after) and (
        items[at].low == "lasted" or not {"after", "into"}.isdisjoint(after)
    )


def _missed(items: list[Item], at: int, hi: int) -> bool:
    """`could not place X in orbit`, `did not put it into orbit`."""
    if "neg" in items[at].classes and lows(items, at + 1, at + 2) == ["reached"] and "have" in items[at - 1].classes:
        return has(items, at + 2, min(hi, at + 8), "launch.goal")  # `have not reached their intended orbit`
    if "neg" not in items[at].classes or not (
        {"could", "did", "couldn't", "didn't"} & set(lows(items, at - 1, at + 1))
    ):
        return False
    moved = has(items, at + 1, at + 4, "launch.send") or not _REACHES.isdisjoint(lows(items, at + 1, at + 3))
    if "be" in lows(items, at + 1, at + 2) and has(items, at + 2, at + 3, "launch.done"):
        return True  # `the mission could not be accomplished`
    stop = min(hi, at + 14)
    return moved and (has(items, at + 1, stop, "launch.goal", "launch.orbit") or "orbital" in lows(items, at + 1, stop))


def failed_to(items: list[Item], verb: int, hi: int) -> bool:
    """`failed to inject X into orbit`, `the failure of the rocket to put X into orbit`; a launch put off is none."""
    if items[verb].low.startswith(("launch", "lift")) or not has(items, verb, min(hi, verb + 14), "launch.goal"):
        return False
    to = next((at for at in range(verb - 1, max(-1, verb - 4), -1) if items[at].low.split(" ")[-1] == "to"), None)
    if to is None:
        return False
    for at in range(to, max(-1, to - 9), -1):
        if items[at].low.startswith(("failed", "fails", "failure")):
            return items[at].low != "failure" or lows(items, at + 1, at + 2) == ["of"] or at == to - 1
        if at < to and (items[at].kind in ("comma", "semicolon") or items[at].classes & {"be", "modal"}):
            return False
    return False


def is_of_rocket(items: list[Item], at: int) -> bool:
    """Whether the word of failure at this item tells of a rocket on its way up, whatever the day."""
    near = items[max(0, at - 8) : at + 12]
    if not {"test", "tests", "landing", "land", "landed", "engine", "fire", "pad"}.isdisjoint(i.low for i in near):
        return False
    return any(item.cue(label) is not None for item in near for label in (*GOING, "launch.noun", "launch.goal"))


def is_none(items: list[Item], at: int) -> bool:
    """`without a failure`, `no anomaly`, `despite a failed sensor`."""
    if is_of_other(items, at):
        return True
    return not {"no", "without", "not", "never", "zero"}.isdisjoint(lows(items, at - 3, at)) and not items[
        at
    ].low.startswith(("did", "never", "not"))


def _is_of_before(items: list[Item], lo: int, at: int) -> bool:
    """Whether the failure is that of an earlier launch: `eight months after its first attempt fell short`."""
    before = lows(items, max(lo, at - 9), at)
    far = lows(items, max(lo, at - 16), at)
    if "since" in far and not {",", ";", "then"}.intersection(far[far.index("since") :]):
        return True
    if any(pair in _AFTERMATH for pair in zip(lows(items, at - 14, at), lows(items, at - 13, at + 1), strict=False)):
        return True  # `the year that followed the explosion of an Atlas`
    if _is_first_after(items, at) or _is_why(items, lo, at):
        return True
    for index in range(len(before) - 1, -1, -1):
        if before[index] in _LOOKING_BACK:
            if before[index] == "since":
                return before[index + 1 : index + 2] != ["then"]
            if index and before[index - 1] in _UNITS:
                return True
            told = before[index + 1 :]
            return _names_earlier([*told, *lows(items, at, at + 3)]) or _is_of_sister(told)
    return _names_earlier(before[-3:]) and "its" not in before[-4:-2]


def _is_first_after(items: list[Item], at: int) -> bool:
    """`the first flight with a crew after a cargo rocket crashed in August`: what it is counted from."""
    for index in range(at - 1, max(-1, at - 9), -1):
        if items[index].low in ("comma", "semicolon") or items[index].kind in ("comma", "semicolon"):
            return False
        if items[index].low == "after":
            return "first" in lows(items, index - 7, index) and has(items, index - 3, index, "launch.noun")
    return False


def _is_of_sister(words: list[str]) -> bool:
    """`after its first satellite was lost`: not the one that flew now."""
    return any(word in _SISTERS and not _CRAFT.isdisjoint(words[at + 1 : at + 4]) for at, word in enumerate(words))


def _is_why(items: list[Item], lo: int, at: int) -> bool:
    """`delayed the launch of X, following the failure of a Proton`: why the one was put off is the loss of another."""
    for link in range(at - 1, max(lo, at - _WHY), -1):
        if items[link].low in word_set("reasons"):
            before = max(0, lo - 6)
            return has(items, before, link, "launch.slip") and has(items, before, link, "launch.noun", *GOING)
        if items[link].kind in ("comma", "semicolon"):
            return False
    return False


def _names_earlier(words: list[str]) -> bool:
    """`the previous launch`, `two failures`, `last year's`."""
    nouns = _ATTEMPTS | {"failure", "failures", "year", "month"}
    return any(word in _EARLIER and not nouns.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))


def is_of_return(items: list[Item], at: int) -> bool:
    """Whether the words are about the way down: `the booster was lost at landing`."""
    near = lows(items, at - 5, at + 11 if items[at].low.startswith("explod") else at + 8)
    if items[at].low == "fireball" and "stage" in lows(items, at, at + 20):
        return True  # `the fireball was a stage of the rocket that carried NimSat-4`
    if items[at].low in ("explodes", "crashes") and "booster" in near[:5]:
        return True  # `a booster explodes over a town`
    if {"re", "entry"} <= set(near):
        return True
    return not set(near).isdisjoint(_BACK) or (
        not {"booster", "boosters", "stage"}.isdisjoint(near[:5]) and "land" in near and "first" in near
    )
