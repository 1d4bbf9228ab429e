"""Which words trigger a launch: verbs, nouns, and riding on a rocket or in a capsule.

Belongs here: telling a trigger from the same word in another use. Does not belong here: whether a weak one has enough
around it (`events`), or the words (`frames/launches.tsv`).
"""

import re
from typing import NamedTuple

from transforms.extract.launches.carriers import is_of_booster
from transforms.extract.launches.craft import craft_type, is_member
from transforms.extract.launches.items import is_plain_noun, item_at, lows, moves, word_set
from transforms.extract.launches.listing import is_counted, is_entry, lists_craft, lists_days
from transforms.extract.launches.objects import is_other_thing
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.mentions import Mention

LABELS = frozenset({"launch.depart", "launch.send", "launch.noun", "launch.fail", "launch.date"})
_WAY_BACK = frozenset({"docking", "landing", "splashdown", "arrival", "undocking", "return", "landed", "dock", "land"})
_NUMBERS = word_set("numbers") - {"a", "an", "one"}
_CREWED = ("capsule", "crewed_mission")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$")


class Trigger(NamedTuple):
    """A word that can tell of a launch.

    Attributes:
        kind: `depart` (the rocket rises), `send` (the craft is sent), `noun`, `fail`, `date` (`planned for`); without
            a word of its own: `ride` (`on a Soyuz`), `rocket` (a rocket is named), `crew` (`in Soyuz TM-5`),
            `apposed` (`Sat-3, in 2026,`).
        at: the item, where it is not the one asked about.
        is_empty: it stands before its item and covers none.
    """

    kind: str
    is_weak: bool = True
    form: str = ""
    is_vague: bool = False
    at: int | None = None
    is_empty: bool = False


def read(items: list[Item], at: int) -> Trigger | None:
    """What the item triggers, if anything; a verb before a noun."""
    item = items[at]
    if LABELS.isdisjoint([cue.label for cue in item.cues]) or (at and _is_in_name(items, at)):
        return None
    noun = next((cue for cue in item.cues if cue.label == "launch.noun"), None)
    for cue in item.cues:
        if cue.label in ("launch.depart", "launch.send") and _is_verb(items, at, cue):
            if _tells_of_other(items, at, cue):
                return None
            if noun is None or not _is_noun(items, at, cue.form):
                return Trigger(cue.label[7:], bool(cue.value), cue.form, is_vague=cue.value == "vague")
        elif cue.label == "launch.fail":
            return None if _is_since_when(items, at) else Trigger("fail")
    if noun is not None:
        return Trigger("noun", bool(noun.value), noun.form) if _is_orbital(items, at, noun) else None
    if item.cue("launch.date") is None or not _WAY_BACK.isdisjoint(i.low for i in items[max(0, at - 3) : at]):
        return None  # `with docking scheduled for June 26`
    return Trigger("date")


def _tells_of_other(items: list[Item], at: int, cue: Cue) -> bool:
    """Whether what is launched here is no craft of the story, or the word no verb: `the only one ever flown`."""
    after = item_at(items, at + 1)
    is_flown = items[at].low == "flown" and after is not None and after.cue("launch.rocket") is not None
    if is_flown or _is_made_for(items, at, cue):
        return True  # `the previously flown booster`
    if cue.form == "ed" and (is_of_other_craft(items, at) or (at and items[at - 1].low == "ever")):
        return True
    if cue.form == "ed" and is_of_booster(items, at):
        return True
    if cue.label == "launch.send" and (is_other_thing(items, at) or _counts_rockets(items, at)):
        return True
    return cue.value == "vague" and items[at].capital and at > 0 and not is_headline(items)


def _is_made_for(items: list[Item], at: int, cue: Cue) -> bool:
    """`a rocket designed to send up bigger batches made its first flight`: what it is for, not what it does."""
    if cue.form != "base" or at < 2 or items[at - 1].low != "to":
        return False
    return items[at - 2].low in ("designed", "built", "developed", "able", "engineered")


def is_of_other_craft(items: list[Item], at: int) -> bool:
    """`a successor of the optical craft orbited in 2031`: a participle of a craft that is only compared with."""
    if at < 3 or items[at - 1].cue("launch.craft") is None:
        return False
    before = at - 2
    while before > 0 and items[before].kind in ("word", "hyphen", "number") and not (
        items[before].classes or items[before].cues):  # fmt: skip
        before -= 1
    if "det" not in items[before].classes:
        return False
    lead = items[before - 1].low
    nouns = {"successor", "replacement", "twin", "sister", "copy", "follow-on", "predecessor"}
    return (lead in ("of", "to", "for") and items[before - 2].low in nouns) or lead in ("than", "like", "unlike")


def _is_since_when(items: list[Item], at: int) -> bool:
    """`grounded since its crash last autumn, has been put off`: why the rocket of the sentence stood still."""
    before = [item.low for item in items[max(0, at - 5) : at]]
    return any(
        word == "grounded" and before[n + 1 : n + 2] in (["since"], ["after"], ["by"], ["following"])
        for n, word in enumerate(before)
    )


def on_rocket(items: list[Item], at: int) -> Trigger:
    """`on a Soyuz`, `again aboard another Vega`: riding a rocket is being launched, whatever the verb."""
    for before in range(at - 1, max(-1, at - 6), -1):
        if items[before].low in ("on", "aboard", "atop", "on board", "onboard", "by"):
            return Trigger("ride", at=before)
        if "prep" in items[before].classes or items[before].kind == "comma":
            break
    return Trigger("rocket", is_empty=True)


def in_craft(items: list[Item], at: int, mention: Mention) -> Trigger | None:
    """`flew to Mir in Soyuz TM-5`, not the way home; or a craft with nothing but its date: `Sat-3, in 2026, …`."""
    if craft_type(mention) in _CREWED:
        if any(item.low in word_set("home") for item in items[max(0, at - 8) : at + 9]):
            return None
        for before in range(at - 1, max(-1, at - 5), -1):
            if items[before].low in ("in", "on", "aboard", "on board", "by"):
                is_moved = any(moves(item, weak=True) for item in items[max(0, before - 4) : before])
                return Trigger("crew", at=before) if is_moved or is_member(mention) else None
            if items[before].kind in ("number", "comma"):
                break
        return None
    after = items[at + 1 : at + 4]
    if at > 3 and items[at - 1].low in ("after", "following") and len(after) > 1 and after[0].low in ("in", "on"):
        is_counted = not {"second", "third", "fourth", "fifth"}.isdisjoint(i.low for i in items[:at])
        if is_counted and _MONTH.match(after[1].low) is not None:
            return Trigger("apposed", is_empty=True)  # `It was the second this year after X in June`
    if is_entry(items, at):
        return Trigger("apposed", is_empty=True)
    if len(after) < 3 or after[0].kind != "comma" or after[1].low not in ("in", "on"):
        return None
    is_date = after[2].kind == "number" or _MONTH.match(after[2].low) is not None
    return Trigger("apposed", is_empty=True) if is_date else None


def _is_verb(items: list[Item], at: int, cue: Cue) -> bool:
    """Whether a word that can be a verb of launching is one: not `an orbiting lab`, `preset orbit`, `the start`."""
    item, before = items[at], item_at(items, at - 1)
    if item.low == "orbiting" or _flies_by(items, at):
        return False
    if item.low == "orbits":
        return before is not None and (before.mention is not None or before.cue("launch.rocket") is not None)
    if item.low == "orbit":
        return before is not None and (before.low == "to" or "modal" in before.classes)
    return cue.form != "base" or not cue.value or _is_infinitive(items, at)


def _flies_by(items: list[Item], at: int) -> bool:
    """`will fly by at 130,000 miles`, `flew past Mars`: on its way, not on its way up."""
    after = item_at(items, at + 1)
    if items[at].low not in ("fly", "flies", "flew", "flown", "flying") or after is None:
        return False
    if after.low in ("past", "over"):
        return True
    behind = item_at(items, at + 2)
    return after.low == "by" and behind is not None and (behind.low in ("at", "in", "on") or behind.kind == "name" and (
        behind.mention is not None and behind.mention.text in word_set("worlds")))  # fmt: skip


def _counts_rockets(items: list[Item], at: int) -> bool:
    """`launched seven Ariane 5 rockets`: so many flights are only counted."""
    behind = items[at + 1 : at + 8]
    if not behind or not (behind[0].kind == "number" or behind[0].low in _NUMBERS):
        return False
    for item in behind[1:]:
        if item.low in ("rockets", "launchers"):
            return True
        if item.classes - {"conj"} or item.kind not in ("word", "number", "name", "hyphen"):
            return False
    return False


def _is_infinitive(items: list[Item], at: int) -> bool:
    before = at - 1
    while before >= 0 and ("adv" in items[before].classes or items[before].low.endswith("ly")):
        before -= 1
    return before >= 0 and (items[before].low.split(" ")[-1] == "to" or "modal" in items[before].classes)


#: What one does with a row of launches.
_STOPPAGES = frozenset({"renewal", "resumption", "suspension", "cessation", "halt", "ban", "moratorium"})


def _is_noun(items: list[Item], at: int, form: str) -> bool:
    """Whether `launch`, `launches`, `lift-off` is a noun where it stands."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if form == "ed":
        return False
    if before is None:
        return form == "base"
    if form == "ing":
        return "det" in before.classes
    if form == "s" and _STOPPAGES.intersection(lows(items, at - 6, at)) and "of" in lows(items, at - 5, at):
        return True  # `the resumption of Proton flights in May`
    if before.low in ("it", "she", "he", "which") and form == "s":
        return False  # `when it launches today`
    lead = item_at(items, at - 2)
    if lead is not None and before.kind == "name" and lead.low in _NUMBERS:
        return True  # `the next two Vega launches`
    if form == "base" and "conj" in before.classes and at > 2 and items[at - 3].low == "to" and _is_word(items[at - 2]):
        return False  # `a partnership to build and launch X`
    if before.low == "to" and lead is not None and ("be" in lead.classes or lead.cue("launch.plan") is not None):
        return False  # `is to lift off on Friday`
    if before.low in ("to", "not", "would", "will") or "modal" in before.classes:
        return before.low == "to" and after is not None and after.low in ("on", "for")
    return form == "base" or not _has_object(before, after)


def _is_word(item: Item) -> bool:
    return item.kind == "word" and not item.classes


def _has_object(before: Item, after: Item | None) -> bool:
    """Whether `launches` between these is a verb: `SpaceX launches a …`, `the rocket launches`."""
    takes = after is not None and (
        after.mention is not None
        or "det" in after.classes
        or after.kind == "number"
        or after.low in _NUMBERS
        or after.cue("launch.craft") is not None
        or (after.capital and "prep" not in after.classes)
    )
    is_subject = before.mention is not None or before.low == "'s"
    if is_subject or before.cue("launch.rocket") or before.cue("launch.craft"):
        return takes or after is None or after.low in ("aboard", "atop", "on", "into")
    return takes and not (before.kind == "number" or before.classes & {"prep", "det"})


def _is_orbital(items: list[Item], at: int, cue: Cue) -> bool:
    """Whether the noun is a launch told of: none counted, none of a service, no modifier of another noun."""
    if _is_owned(items, at) or _is_since_last(items, at):
        return False
    if cue.form == "many":
        return not is_counted(items, at) or lists_craft(items, at) or lists_days(items, at)
    after = item_at(items, at + 1)
    if after is not None and after.low in ("missions", "flights", "attempts") and is_counted(items, at):
        return False  # `207 launch missions`
    is_window = after is not None and after.low in word_set("windows")
    return bool(cue.value) or cue.form != "one" or is_window or not is_plain_noun(after)


def _is_owned(items: list[Item], at: int) -> bool:
    """Whether something that is no craft owns the launch: `the service's launch`."""
    owner = item_at(items, at - 2)
    if owner is None or items[at - 1].kind != "poss" or owner.kind != "word":
        return False
    if owner.low in ("night", "morning", "afternoon", "evening", "today", "yesterday", "week", "month", "year"):
        return False
    if owner.cue("launch.craftless") is not None and owner.cue("launch.craft") is None:
        return owner.low.startswith(("service", "program", "project", "app"))  # `the service's launch in July`
    return not any(cue.label.startswith(("launch.", "time")) for cue in owner.cues)  # `Friday's launch`


def _is_since_last(items: list[Item], at: int) -> bool:
    """`a month since its last launch`: what is only counted from."""
    before = lows(items, at - 4, at)
    return "since" in before and not {"last", "previous", "latest"}.isdisjoint(before[before.index("since") :])


def _is_in_name(items: list[Item], at: int) -> bool:
    """Whether the word is a part of a capitalised name, `the DARPA Launch Challenge`, or compound: `air-launched`.

    A headline is no name.
    """
    before, after = items[at - 1], item_at(items, at + 1)
    if before.kind == "hyphen" and before.end == items[at].start and items[at].low.endswith(("ed", "launching")):
        return at < 2 or items[at - 2].low not in ("test", "re", "co")
    if not items[at].capital:
        return False
    if not before.capital or before.cues or after is None or not after.capital:
        return False
    return not is_headline(items)


def is_headline(items: list[Item]) -> bool:
    """Whether nearly all words have a capital."""
    return sum(item.capital or item.kind != "word" for item in items) >= 0.7 * len(items)
