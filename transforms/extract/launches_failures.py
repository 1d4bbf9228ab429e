"""Whether words tell that a launch went wrong.

Belongs here: words of failure, and what takes their sense away: an earlier launch, a landing, a lost contact. Does not
belong here: the status of a launch as a whole (`launches_status`).
"""

from transforms.extract.launches_carriers import fails_with_load, is_of_other
from transforms.extract.launches_items import has, item_at, lows, word_set
from transforms.text.document import Document, Sentence
from transforms.text.items import Item

_LOOKING_BACK = frozenset({"since", "after", "following", "despite", "from", "replaces", "until"})
_EARLIER = frozenset(
    {"previous", "last", "earlier", "first", "prior", "second", "past", "two", "three", "year", "maiden"}
)
_UNITS = frozenset({"months", "month", "years", "year", "weeks", "week", "days", "day"})
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
)
_ENDED = frozenset({"ended", "ends", "lasted", "lasts"})
_REACHES = frozenset({"reach", "achieve", "attain", "enter", "bring", "put", "place", "deliver", "get", "make"})
_GOING = ("launch.send", "launch.depart")


def fails(items: list[Item], lo: int, hi: int) -> bool:
    """Whether the clause at items [lo, hi) says that it went wrong; a lost contact or a failed craft is not it."""
    return _fails_with_load(items, lo, hi) or _fails(items, lo, hi)


def _fails_with_load(items: list[Item], lo: int, hi: int) -> bool:
    """`a Proton carrying the X satellite failed`: the rocket, though its load stands before the verb."""
    return any(
        fails_with_load(items, at) and not (_is_of_before(items, lo, at) or _is_of_return(items, at))
        for at in range(lo, hi)
    )


def _fails(items: list[Item], lo: int, hi: int) -> bool:
    for at in range(lo, hi):
        if items[at].kind == "semicolon":
            return False
        if (items[at].low in _ENDED and _ends_early(items, at)) or _missed(items, at, hi):
            return True
        if items[at].cue("launch.fail") is None or _is_none(items, at):
            continue
        if items[at].low.startswith("fail") and has(items, max(lo, at - 3), at, "launch.craft"):
            continue
        if items[at].low == "failed" and word_set("tries").intersection(lows(items, at + 1, at + 3)):
            continue
        if _is_adjective(items, at) or _is_of_craft(items, at):
            continue
        if _is_of_before(items, lo, at) or _is_of_return(items, at):
            continue
        if not word_set("whole").intersection(lows(items, at + 1, at + 4)):
            return True
    return False


def _is_of_craft(items: list[Item], at: int) -> bool:
    """Whether it is the craft that failed long after: `went silent three years later`, `lost in orbit last May`."""
    if at and items[at - 1].low in ("has", "have") and not has(items, at, at + 12, "launch.goal", "launch.orbit"):
        return True  # `has lost a part of its power`
    after = lows(items, at + 1, at + 10)
    if "after" in after and has(items, at, at + 12, "launch.noun") and not _LONG.isdisjoint(after):
        return True  # `failed in 2019, three years after launch`
    if "later" in after and not _UNITS.isdisjoint(after):
        return not _LONG.isdisjoint(after)
    return after[:2] == ["in", "orbit"] or after[:1] == ["in orbit"]


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
    if "neg" not in items[at].classes or not (
        {"could", "did", "couldn't", "didn't"} & set(lows(items, at - 1, at + 1))
    ):
        return False
    moved = has(items, at + 1, at + 4, "launch.send") or not _REACHES.isdisjoint(lows(items, at + 1, at + 3))
    if "be" in lows(items, at + 1, at + 2) and has(items, at + 2, at + 3, "launch.done"):
        return True  # `the mission could not be accomplished`
    return moved and has(items, at + 1, min(hi, at + 14), "launch.goal", "launch.orbit")


def _is_none(items: list[Item], at: int) -> bool:
    """`without a failure`, `no anomaly`, `despite a failed sensor`."""
    if is_of_other(items, at):
        return True
    return not {"no", "without", "not", "never", "zero"}.isdisjoint(lows(items, at - 3, at)) and not items[
        at
    ].low.startswith(("did", "never", "not"))


def _is_of_before(items: list[Item], lo: int, at: int) -> bool:
    """Whether the failure is that of an earlier launch: `eight months after its first attempt fell short`."""
    before = lows(items, max(lo, at - 9), at)
    for index in range(len(before) - 1, -1, -1):
        if before[index] in _LOOKING_BACK:
            if before[index] == "since":
                return before[index + 1 : index + 2] != ["then"]
            if index and before[index - 1] in _UNITS:
                return True
            return _names_earlier([*before[index + 1 :], *lows(items, at, at + 3)])
    return _names_earlier(before[-3:]) and "its" not in before[-4:-2]


def _names_earlier(words: list[str]) -> bool:
    """`the previous launch`, `two failures`, `last year's`."""
    nouns = _ATTEMPTS | {"failure", "failures", "year", "month"}
    return any(word in _EARLIER and not nouns.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))


def _is_of_return(items: list[Item], at: int) -> bool:
    """Whether the words are about the way down: `the booster was lost at landing`."""
    near = lows(items, at - 5, at + 8)
    return not set(near).isdisjoint(_BACK) or (
        not {"booster", "boosters", "stage"}.isdisjoint(near[:5]) and "land" in near and "first" in near
    )


def of_story(document: Document) -> Item | None:
    """The word by which the title tells that the story's launch failed: `Rocket fails`, `after failed launch`."""
    told = (_told(sentence) for sentence in document.title.sentences if sentence.has("launch.fail"))
    return next((item for item in told if item is not None), None)


def _told(sentence: Sentence) -> Item | None:
    items = sentence.items
    failed = next(
        (at for at, item in enumerate(items) if item.cue("launch.fail") and not _is_of_return(items, at)), None
    )
    if failed is None or _is_none(items, failed) or sentence.has("launch.plan") or sentence.has("launch.slip"):
        return None
    after = next((at for at in range(failed) if items[at].low in ("after", "since", "following", "despite")), None)
    if after is not None and any(has(items, 0, after, label) for label in (*_GOING, "launch.noun", "launch.done")):
        return None
    if after is not None and {"return", "returns", "resumes", "ready", "cleared", "orders"} & set(
        lows(items, 0, after)
    ):
        return None
    if items[failed].low in ("failure", "failures", "loss", "explosion", "anomaly") and _blames(items, failed):
        return None
    return items[failed] if _names_rocket(items) else None


def _blames(items: list[Item], at: int) -> bool:
    """`failure blamed on`, `failure probe`, `cause of the failure`: told after the day of the launch, of another."""
    after = item_at(items, at + 1)
    return (after is not None and after.low in ("blamed", "probe", "investigation", "inquiry", "review", "report")) or (
        "of" in lows(items, at - 2, at) and not {"launch", "rocket", "flight"} & set(lows(items, at - 3, at + 3))
    )


def _names_rocket(items: list[Item]) -> bool:
    if has(items, 0, len(items), "launch.rocket", "launch.noun", *_GOING):
        return True
    return any(item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in items)
