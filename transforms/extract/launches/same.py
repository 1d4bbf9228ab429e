"""Whether a telling is of a launch told before.

Belongs here: comparing two drafts. Does not belong here: joining them (`merge`), or comparing names
(`names`).
"""

import re
from dataclasses import replace

from transforms.extract.drafts import Draft
from transforms.extract.launches.batch import told_to_carry
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.items import word_set
from transforms.extract.launches.moments import by_other_clock, was_aimed
from transforms.extract.launches.names import are_alike, are_far_apart, dates_agree, key, number, overlap
from transforms.extract.launches.ships import general_name, is_mission_and_ship
from transforms.extract.launches.slots import Slot

_NEAR, _FAR = 3, 9
_DAY = len("2031-01-01")
REPEATED = frozenset({"constellation", "capsule", "cargo"})


def fit(fact: Draft, draft: Draft) -> float:
    """How well a further telling fits a launch; 0 where it cannot be the same."""
    agree = dates_agree(fact.get("date"), draft.get("date")) or by_other_clock(fact, draft)
    is_mixed = (fact.cells["status"] == "planned") != (draft.cells["status"] == "planned")
    if fact.sentence is draft.sentence and _are_listed(fact, draft):
        return 0.0  # `the third and fourth of the series, in 2031 and 2036`
    shared = _shared(fact, draft)
    if shared:
        return _of_shared(fact, draft, shared, agree=agree, is_mixed=is_mixed)
    if not agree and was_aimed(fact, draft):
        return 1.0
    rockets = _rockets_agree(fact, draft)
    is_far = len(draft.get("date") or "") < _DAY and are_far_apart(fact.get("site"), draft.get("site"))
    if not agree or is_far or is_mixed or rockets is False or _is_other(fact, draft):
        return 0.0
    if _is_title_and_lead(fact, draft):
        return 1.0
    same_day = _is_same_day(fact, draft)
    return (
        2.0
        if _is_one_ship(fact, draft) or is_mission_and_ship(fact, draft)
        else _of_others(fact, draft, rockets=rockets, same_day=same_day)
    )


def _of_others(fact: Draft, draft: Draft, *, rockets: bool | None, same_day: bool) -> float:
    """The fit of two tellings that share no craft."""
    if fact.notes["last"] == draft.notes["index"] and _goes_on(fact, draft, same_day=same_day):
        return 1.5
    if not fact.get("payloads") and any(overlap(fact.get("vehicle"), name) for name in draft.get("payloads")):
        return 1.5  # a capsule and its rocket of one name
    if fact.get("payloads") and draft.get("payloads"):
        if same_day and (rockets or overlap(fact.get("site"), draft.get("site"))):
            return 1.5
        return 1.2 if _adds_load(fact, draft) else 0.0
    return _of_unnamed(fact, draft, rockets=bool(rockets), same_day=same_day)


def _is_title_and_lead(fact: Draft, draft: Draft) -> bool:
    """`Japan launches B` over `A rose from Tanegashima`: of one load each names what it likes."""
    if fact.notes["index"] >= 0 or draft.notes["index"] > 1 or fact.get("date") or draft.get("date"):
        return False
    crafts = (*fact.notes.get("crafts", ()), *draft.notes.get("crafts", ()))
    are_named = len(fact.get("payloads")) == len(draft.get("payloads")) == 1
    are_named = are_named and all(craft_type(slot.mention) not in REPEATED for _, _, slot in crafts)
    return are_named and fact.cells["status"] != "planned" and overlap(fact.get("site"), draft.get("site")) is not False


def _is_other(fact: Draft, draft: Draft) -> bool:
    """Whether the telling is of an earlier launch than the story's, or of another day."""
    is_earlier = draft.notes["previous"] and fact.notes["index"] <= 1  # `follows the previous launch of X in 2031`
    return is_earlier or _is_of_other_day(fact, draft)


def _adds_load(fact: Draft, draft: Draft) -> bool:
    """`Y was let go 45 minutes after lift-off`, `The rocket also carried Y`: more of the load of the launch told of."""
    if draft.notes["index"] - fact.notes["last"] > _NEAR or draft.get("date"):
        return False
    if draft.notes["also"] or (draft.notes["elapsed"] and not draft.get("vehicle")):
        return True
    return bool(draft.notes["dropped"]) and (not draft.get("vehicle") or "rocket" in draft.notes["points"])


def _is_of_other_day(fact: Draft, draft: Draft) -> bool:
    """Whether the launch has a day, its year untold, and the telling a date that is no such day: `crashed in 2031`."""
    day, date = fact.notes.get("told_day"), draft.get("date")
    if day is None or not date or fact.get("date"):
        return False
    return len(date) == 4 or int(date[5:7]) != day[0]


def _is_one_ship(fact: Draft, draft: Draft) -> bool:
    """`a Soyuz rose on Sunday` and `Soyuz MS-99`: told near by, or of one day where the number comes first."""
    if general_name(fact, draft) is not None and draft.notes["index"] - fact.notes["last"] <= _NEAR:
        return True
    return _is_same_day(fact, draft) and general_name(draft, fact) is not None


def _rockets_agree(fact: Draft, draft: Draft) -> bool | None:
    """Whether both name one rocket, by name or by the lexicon; None where one names none."""
    known = fact.notes.get("rocket")
    if known is not None and known == draft.notes.get("rocket"):
        return True
    return overlap(fact.get("vehicle"), draft.get("vehicle"))


def _is_same_day(fact: Draft, draft: Draft) -> bool:
    day = fact.get("date") or ""
    return len(day) == 10 and day == draft.get("date")


def _of_shared(fact: Draft, draft: Draft, shared: list[str], *, agree: bool, is_mixed: bool) -> float:
    """The fit of two tellings that name the same craft; one that flies again and again needs more than its name."""
    if _is_repeated(fact, shared):
        return 2.5 if agree and not is_mixed and len(draft.get("payloads")) == len(shared) else 0.0
    if not agree and len(fact.get("payloads")) > len(shared) == 1 and draft.notes["strong"]:
        return 0.0  # `X and Y have been launched. X went up in 2030. Y went up in 2032.`
    if not agree and _are_numbered_apart(shared, fact):
        return 0.0  # `Nimbus 3 … the first two Nimbus satellites went up in 2031`
    if is_mixed:
        return 3.0 if agree and (draft.get("date") is None or fact.get("date") is not None) else 0.0
    return 3.0 if agree or not draft.notes.get("borrowed") else 0.0


def _are_numbered_apart(shared: list[str], fact: Draft) -> bool:
    """Whether one of the two names of a craft has a number and the other none."""
    known = [name for name in fact.get("payloads") if any(are_alike(name, other) for other in shared)]
    known = known or fact.get("payloads")  # known as one by the lexicon alone
    return all(bool(number(a)) != bool(number(b)) for a in shared for b in known) and bool(known)


def _is_repeated(fact: Draft, shared: list[str]) -> bool:
    """Whether the shared name is one of a constellation, or of a capsule without its number."""
    crafts = fact.notes.get("crafts", ())
    kinds = {craft_type(slot.mention) for name, _, slot in crafts if any(are_alike(name, other) for other in shared)}
    return not REPEATED.isdisjoint(kinds) and not any(char.isdigit() for name in shared for char in name)


def _goes_on(fact: Draft, draft: Draft, *, same_day: bool) -> bool:
    """Whether a clause of the same sentence goes on with the launch: `…, which lifted off from Kourou with X`."""
    day, other = fact.get("date") or "", draft.get("date") or ""
    if same_day or (len(day) == len(other) == 10 and dates_agree(day, other)):
        return True
    is_counted = not (fact.get("payloads") or fact.get("vehicle")) and fact.sentence.has("launch.craft")
    if is_counted and fact.sentence is draft.sentence and draft.get("payloads") and not other:
        return True  # `In 2031 it launched two satellites: X and Y went up on a Vega`
    return draft.notes["kind"] == "depart" and not other and not draft.get("vehicle")


def _shared(fact: Draft, draft: Draft) -> list[str]:
    """Payloads of the telling that the launch has too, by name or by the lexicon's id."""
    shared = [name for name in draft.get("payloads") if any(are_alike(name, other) for other in fact.get("payloads"))]
    return shared + [
        name for name, _, slot in draft.notes.get("crafts", ()) if name not in shared and known_name(fact, slot, name)
    ]


def known_name(fact: Draft, slot: Slot, name: str) -> str | None:
    """The name by which the launch has this craft already, where the lexicon knows both as one."""
    own = _craft_id(slot)
    for other, _, known in fact.notes.get("crafts", ()) if own else ():
        is_one = not number(name) or not number(other) or number(name) == number(other)
        is_one = is_one and not (_is_of_series(slot) and _are_sisters(name, other))
        if is_one and _craft_id(known) == own and other in fact.get("payloads"):
            return str(other)
    return None


def is_block(known: str, name: str) -> bool:
    """Whether the other name tells which of a series the known one means: `GPS 3` of `GPS`."""
    return not number(known) and number(name) != "" and key(name).startswith(key(known))


def rename_craft(fact: Draft, known: str, name: str) -> None:
    """Give a craft its fuller name in the cell and its evidence."""
    fact.cells["payloads"] = [name if other == known else other for other in fact.cells["payloads"]]
    fact.spans["payloads"] = [
        replace(span, value=name, inferred=True) if span.value == known else span for span in fact.spans["payloads"]
    ]


def _is_of_series(slot: Slot) -> bool:
    reading = slot.mention.reading("spacecraft") if slot.mention else None
    return reading is not None and reading.is_series


def _are_sisters(a: str, b: str) -> bool:
    """Whether two names of one series tell two of it: `NorSat-4` and `NorSat-TD`."""
    x, y = key(a), key(b)
    return not (x.startswith(y) or y.startswith(x)) and x[:3] == y[:3]


#: A line that heads what follows with the year: `2001 – Taurus XL carrying OrbView-4`.
_YEAR_HEAD = re.compile(r"\W*(?:19|20)\d\d ?[-–—:]")


def _craft_id(slot: Slot) -> str | None:
    reading = slot.mention.reading("spacecraft") if slot.mention else None
    return reading.id if reading else None


def _of_unnamed(fact: Draft, draft: Draft, *, rockets: bool, same_day: bool) -> float:
    """The fit where one of the two names no payload."""
    is_near = draft.notes["index"] - max(0, fact.notes["last"]) <= _NEAR
    points = draft.notes["points"]
    if draft.cells["status"] == "failure" and fact.cells["status"] == "success" and len(fact.get("date") or "") == 4:
        if rockets and draft.notes["index"] - fact.notes["index"] < 2 and _YEAR_HEAD.match(fact.sentence.text):
            return 1.5 if (draft.get("date") or "").startswith(fact.get("date")) else 0.0
        return 0.0  # under a picture of a launch of that year
    is_bare = not fact.get("payloads") and not fact.get("vehicle")
    if fact.notes["index"] < 0 and is_bare and draft.notes["index"] == 0 and not draft.get("payloads"):
        return 1.0  # a headline without names and the lead
    if same_day:
        return 2.0 if rockets or points or not (fact.get("vehicle") and draft.get("payloads")) else 1.0
    if fact.get("date") and draft.get("date"):
        if is_bare and _is_told_on(fact, draft):
            return 1.0
        is_same_year = fact.get("date")[:4] == draft.get("date")[:4]
        is_open = is_bare and fact.notes["index"] <= 1 and len(draft.get("date")) == 10
        return 1.0 if is_same_year and is_near and (rockets or points or is_open) else 0.0
    if draft.get("date") is None:
        return _of_undated(fact, draft, rockets=rockets, is_near=is_near)
    if fact.notes["index"] <= 1 and is_near and not _is_of_old(fact, draft, rockets=rockets):
        # the launch has no date yet: a headline, or a lead without one
        return 1.0 if rockets or points or fact.notes["index"] < 0 else 0.8 if not draft.get("payloads") else 0.0
    return 0.0


def _of_undated(fact: Draft, draft: Draft, *, rockets: bool, is_near: bool) -> float:
    """The fit of a telling without a day."""
    points, clock = draft.notes["points"], draft.notes["clock"]
    is_bare = not fact.get("payloads") and not fact.get("vehicle")
    if is_near and is_bare and fact.notes["index"] <= 1:
        return 1.0
    if _names_load(fact, draft) or (is_near and draft.notes["elapsed"] and not draft.get("vehicle")):
        return 1.0
    is_next = draft.notes["index"] - fact.notes["last"] == 1 and draft.notes["kind"] == "send"
    is_whole = bool(draft.get("vehicle") and draft.get("payloads"))
    if is_bare and is_next and (fact.cells["status"] == "planned" or is_whole or _is_batch(fact, draft)):
        return 1.0  # `The next launch is set for May 27. A Vega will orbit X`
    is_place = not draft.get("vehicle") and not draft.get("payloads") and not fact.get("site")
    if rockets and (is_near or clock):
        return 1.2
    return 1.1 if is_near and points else 0.9 if is_near and (clock or is_place) else 0.0


def _is_of_old(fact: Draft, draft: Draft, *, rockets: bool) -> bool:
    """Whether a dated telling is history beside the news: `since the launch of its first satellite in 1970`."""
    day = draft.sentence.part.document.day
    if day is None:
        is_further = draft.notes["index"] > 1 and bool(draft.get("payloads"))
        return is_further and bool(fact.get("vehicle")) and not rockets
    is_old = draft.get("date")[:4] < str(int(day[:4]) - 1)
    return is_old and bool(fact.get("payloads")) and not draft.notes["points"]


def _is_told_on(fact: Draft, draft: Draft) -> bool:
    """Whether the lead left the launch without names, and the telling of that month or day goes on with it.

    `Peru is to launch its first satellite in May. … Nimbus-1 will be launched on May 12.`
    """
    is_lead = fact.notes["index"] <= 1 and draft.notes["index"] - max(0, fact.notes["index"]) <= _FAR
    dates = fact.get("date"), draft.get("date")
    is_month = min(map(len, dates)) >= len("2031-05") or ("craft" in draft.notes["points"] and len(dates[0]) > 4)
    return is_lead and is_month and not draft.notes["previous"]


def _names_load(fact: Draft, draft: Draft) -> bool:
    """Whether the telling names the craft that the story's launch only counted: `X was launched for Peru`.

    Further on it does where it tells of the rocket: `The firm's rocket lofted X`.
    """
    if draft.notes["index"] - fact.notes["last"] > _NEAR and not (
        draft.notes["index"] <= _FAR and draft.sentence.has("launch.rocket")
    ):
        return False
    is_bare = not (draft.get("vehicle") or draft.get("site") or fact.get("payloads"))
    is_one = 0 < len(draft.get("payloads")) <= max(1, told_to_carry(fact)) and draft.notes["kind"] == "send"
    counts = any(telling.sentence.has("launch.craft") for telling in (fact, *fact.notes.get("tellings", ())))
    return is_bare and is_one and max(0, fact.notes["index"]) <= 1 and counts


def _is_batch(fact: Draft, draft: Draft) -> bool:
    """`In 2011 Chad launched two satellites. X and Y were put into orbit by a Vega`: counted first, then named."""
    return fact.sentence.has("launch.craft") and len(draft.get("payloads")) > 1 and not fact.get("site")


def _is_counted(draft: Draft, slot: Slot) -> bool:
    """`two Nimbus 2 satellites`: the name is that of their kind."""
    before = draft.sentence.items[max(0, slot.first - 1)]
    return before.kind == "number" or before.low in word_set("numbers") - {"a", "an", "one"}


def _are_listed(fact: Draft, draft: Draft) -> bool:
    """Whether the sentence tells of several: dates in a row for several craft of one series, or two who launch."""
    if fact.notes.get("apart") and draft.notes.get("apart"):
        return True  # `Peru launched Nimbus-1 and Chad launched Nimbus-2`
    if fact.notes["listed"] is None or draft.notes["listed"] is None:
        return False
    crafts = draft.notes.get("crafts", ())
    is_many = any(
        cue.label == "launch.craft" and cue.form == "many" for item in draft.sentence.items for cue in item.cues
    )
    return bool(crafts) and all(
        (not number(name) or (is_many and _is_counted(draft, slot))) and (is_many or _is_of_series(slot))
        for name, _, slot in crafts
    )
