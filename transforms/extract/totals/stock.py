"""Stocks: what someone has, runs or is made up of at the time.

Belongs here: the frames of fleets, memberships and guests on board. Does not belong here: what has been done
(`counts`).
"""

from transforms.extract.totals.setting import PARTNERS, Setting, Verdict
from transforms.extract.totals.words import is_planned, word_set
from transforms.text.items import Item
from transforms.text.numbers import at as numeral

_LEAST, _FLEET = 3, 10
_ABOARD = word_set("stock.aboard")
_WHOLE = word_set("stock.whole")
_SHARES = word_set("stock.shares")


def judge(setting: Setting) -> Verdict | None:
    """The first frame of a stock that takes the figure."""
    for frame in (_existing, _belonging, _held, _stationed, _aboard, _members, _fleet):
        verdict = frame(setting)
        if verdict is not None:
            return verdict
    return None


def _existing(setting: Setting) -> Verdict | None:
    """`There are now 43 signatories`, `there are 30 satellites in the constellation`."""
    verb = setting.before
    if verb is None or verb.kind != "be" or not verb.at or setting.items[verb.at - 1].low != "there":
        return None
    if setting.metric == "launches":
        been = [item.low for item in setting.items[verb.at - 1 : setting.first]]
        return Verdict("count_done", setting.done, verb.at) if "have been" in " ".join(been) else None
    member = setting.figure.noun.is_vague or setting.items[setting.figure.head].low.startswith("signator")
    if setting.metric == "satellites" or (setting.metric == "partner_countries" and member):
        return Verdict("count_held", "current", verb.at) if verb.is_fact else None
    return None


def _belonging(setting: Setting) -> Verdict | None:
    """`The agency is a member of 18 international bodies`; `nine states are members of the body`."""
    after = setting.items[setting.figure.head + 1 : setting.figure.head + 4]
    if setting.metric in PARTNERS and len(after) == 3 and "be" in after[0].classes:
        is_club = after[1].low in ("members", "signatories", "parties") and after[2].low in ("of", "to", ".")
        if is_club:
            return Verdict("count_members", "current", setting.figure.head + 1)
    if _makes_up(setting, [item.low for item in after]):
        return Verdict("count_members", "current", setting.figure.head + 1)
    before = [item.low for item in setting.items[max(0, setting.first - 3) : setting.first]]
    if setting.metric != "partner_organizations" or before[-1:] != ["of"]:
        return None
    return Verdict("count_held", "current", setting.first - 1) if {"member", "members"} & set(before) else None


def _makes_up(setting: Setting, after: list[str]) -> bool:
    """`Six satellites make up the constellation`, `17 agencies belong to the charter`."""
    words = " ".join(after).split()
    if words[:2] == ["belong", "to"]:
        return setting.metric in PARTNERS
    is_part = words[:1] in (["make"], ["form"], ["compose"])
    behind = setting.items[setting.figure.head + 1 : setting.figure.head + 7]
    whole = any(item.cue("total.fleet") is not None for item in behind) or (
        words[:1] == ["make"] and "it" in words[1:3]
    )
    return setting.metric == "satellites" and is_part and whole


def _held(setting: Setting) -> Verdict | None:
    """`The operator has 65 satellites in orbit`, `the club counts 27 members`."""
    verb = setting.before
    if verb is None or verb.kind != "hold" or verb.group.modality == "denied" or verb.is_perfect:
        return None
    foreign = setting.metric == "projects" and setting.is_foreign()
    if any(item.cue("total.never") for item in setting.items[verb.at : setting.first]):
        return None
    if setting.metric != "satellites" and setting.metric not in PARTNERS and not foreign:
        return None
    if verb.is_fact:
        since = setting.window is not None and setting.window.is_since
        return Verdict("count_held", "window" if since else "current", verb.at)
    return Verdict("count_held", "planned", verb.at) if foreign and verb.group.modality == "planned" else None


def _stationed(setting: Setting) -> Verdict | None:
    """`Three satellites are at work`, `five satellites in orbit`."""
    if setting.metric != "satellites" and not (setting.metric == "projects" and setting.is_foreign()):
        return None
    if setting.before is not None and (
        setting.before.kind == "do" or (setting.before.kind == "hold" and not setting.before.is_fact)
    ):
        return None
    head = setting.figure.head
    for at in range(head + 1, min(len(setting.items), head + 6)):
        item = setting.items[at]
        if item.cue("total.at") is not None:
            return Verdict("count_stationed", "current", at)
        if item.kind in ("comma", "stop", "semicolon") or item.cue("total.do"):
            return None
    return None


def _aboard(setting: Setting) -> Verdict | None:
    """`with four foreign payloads`, `carrying six instruments from seven countries`."""
    if setting.metric != "projects" or not setting.first or not setting.is_foreign():
        return None
    before = {item.low for item in setting.items[max(0, setting.first - 3) : setting.first]}
    if not _ABOARD & before:
        return None
    future = any("modal" in item.classes for item in setting.items[: setting.first])
    return Verdict("count_aboard", "planned" if future else "current", setting.first)


def _members(setting: Setting) -> Verdict | None:
    """`The 26 member nations met`, `its 22 member states`, `22 members strong`."""
    if setting.metric != "partner_countries" or not setting.figure.noun.is_vague or setting.lead is None:
        return None
    head, lead = setting.figure.head, setting.lead
    behind = setting.items[head + 1 : head + 5]
    after = behind[0].low if behind else ""
    all_of_them = after == "strong" or (lead.low == "with" and setting.sentence.has("agreement.standing"))
    if not all_of_them and lead.low in _WHOLE:
        club = any(i.mention and i.mention.reading("instrument", "programme", "body") for i in behind)
        words = " ".join(item.low for item in setting.phrase())
        all_of_them = (after == "of" and club) or "member " in f"{words} "
    return Verdict("count_members", "current", head) if all_of_them else None


def _fleet(setting: Setting) -> Verdict | None:
    """`its fleet of four satellites`, `the constellation of 31 satellites`, `one of its 14 satellites`."""
    items, first, lead = setting.items, setting.first, setting.lead
    if setting.metric != "satellites" or (setting.before is not None and not setting.before.is_fact):
        return None
    for at in range(max(0, first - 5), first):
        if items[at].cue("total.fleet") is not None and items[at + 1].low in ("of", "with"):
            words = items[max(0, at - 4) : at]
            if any(is_planned(item) for item in words) or _is_aim(words):
                return None  # `wants to build a constellation of 40 satellites`
            return Verdict("count_fleet", "current", at)
    if lead is None or setting.value < _FLEET:
        return None
    whole = lead.low == "the" and first > 2 and items[first - 2].low == "of" and _is_part(items, first - 3)
    if lead.low == "its" or lead.kind == "poss" or whole:
        return Verdict("count_fleet", "current", first - 1)
    return None


def _is_aim(lead: list[Item]) -> bool:
    """`to build a`: an infinitive leads to the fleet."""
    pairs = zip(lead, lead[1:], strict=False)
    return any(a.low == "to" and b.kind == "word" and not b.classes for a, b in pairs)


def _is_part(items: list[Item], at: int) -> bool:
    """`ten of the …`, `most of the …`."""
    return items[at].low in _SHARES or numeral(items, at) is not None
