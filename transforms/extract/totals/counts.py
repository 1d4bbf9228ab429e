"""Counts: figures that a verb, a sum or a record makes a total of what has been done.

Belongs here: the frames of cardinal numbers. Does not belong here: what is held at the time (`stock`), places in
a row (`series`), figures without a noun of their own (`ellipsis`), the words (`frames/totals.tsv`).
"""

from transforms.extract.totals import stock
from transforms.extract.totals.setting import PARTNERS, Setting, Verdict, is_vetoed
from transforms.extract.totals.verbs import Verb
from transforms.extract.totals.words import FLOWN, may_be, word_set

_LEAST, _MANY = 3, 5
#: Devices of a craft, which are no undertakings.
_TECHNICAL = tuple(sorted(word_set("counts.technical")))
_ROW = word_set("counts.in_a_row")
#: From how many on a count of these is a total though nothing says so: no batch is as large.
_TELLING = {"agreements": 4, "launches": 5, "partner_countries": 8, "partner_organizations": 8, "projects": 6,
            "services": 10}  # fmt: skip

#: Who takes part as long as a thing lasts.
_NOW = frozenset({"partners", "companies", "firms", "consortium", "institutes", "partner", "members"})


#: Whose fleets are counted though nothing says where they are.
_HOLDERS = frozenset({"country", "people", "organization"})


def judge(setting: Setting) -> Verdict | None:
    """The first frame that takes the figure."""
    number = setting.figure.number
    is_told = setting.items[setting.figure.head].low in ("twice", "thrice")
    least = (
        2 if is_told or (setting.window is not None and setting.window.is_since) or _is_small_fleet(setting) else _LEAST
    )
    if number.value < least or is_vetoed(setting):
        return None
    for frame in (
        _made,
        _done,
        _undergone,
        _chosen,
        stock.judge,
        _reached,
        _flown,
        _feat,
        _outcome,
        _windowed,
        _summed,
    ):
        verdict = frame(setting)
        if verdict is not None:
            return verdict
    return None


def _is_small_fleet(setting: Setting) -> bool:
    """`The operator has two satellites in orbit`, `Chad owns two satellites`: a stock may be as small."""
    verb, items = setting.before, setting.items
    if verb is None or verb.kind != "hold" or not verb.is_fact or setting.metric != "satellites":
        return False
    if any(item.cue("total.at") for item in items[setting.figure.head + 1 : setting.figure.head + 3]):
        return True
    lead = items[verb.group.first - 1].mention if verb.group.first else None
    return setting.first == verb.at + 1 and lead is not None and lead.category in _HOLDERS


def _made(setting: Setting) -> Verdict | None:
    """`Malta joined, making it 51 countries`: what a newcomer brings the number to."""
    if setting.metric not in PARTNERS or setting.lead is None or setting.lead.cue("total.raise") is None:
        return None
    return (
        Verdict("count_raised", "cumulative", setting.first - 1) if setting.lead.low.endswith(("it", "them")) else None
    )


def _sums_up(setting: Setting, verb: Verb) -> bool:
    """Whether a verb of doing sums up: in the perfect, or in the past with a window or a word of sum, of no one day."""
    if verb.kind not in ("do", "hold") or not verb.is_fact:
        return False
    if verb.is_perfect:
        return True
    if verb.group.time != "past" or verb.form == "ing":
        return False
    return (setting.window is not None or setting.sum is not None) and not setting.is_of_a_day


def _scope(setting: Setting, verb: Verb) -> str:
    if verb.value == "sell" and setting.metric == "launches" and setting.window is None:
        return "planned"
    if setting.metric == "partner_countries" and "member" in setting.items[setting.figure.head].low:
        return "current"  # `ESA, which has 23 member states, signed the deal`
    if setting.metric in PARTNERS and verb.value in ("join", "sign") and setting.done == "cumulative":
        passive = verb.value == "join" and verb.group.is_passive
        return "current" if passive or setting.sentence.has("agreement.standing") else "cumulative"
    return setting.done


def _done(setting: Setting) -> Verdict | None:
    """`China has signed 43 agreements`, `SpaceX performed 25 launches in 2020`, `has been joined by 17 countries`."""
    verb = setting.before
    if verb is None or not _sums_up(setting, verb):
        return None
    if verb.group.is_passive and setting.metric not in PARTNERS and setting.items[setting.figure.head].low != "times":
        return None
    return Verdict("count_done", _scope(setting, verb), verb.at)


def _undergone(setting: Setting) -> Verdict | None:
    """`124 satellites have been placed in orbit`, `48 nations have signed the accords`."""
    verb = setting.after
    if verb is None or (setting.lead is not None and setting.lead.low == "with"):
        return None
    joins = setting.metric in PARTNERS and verb.value == "join" and verb.form in ("base", "s")
    if joins and verb.is_fact and setting.before is None and setting.value >= _MANY:
        return Verdict("count_done", "current", verb.at)
    if not _sums_up(setting, verb):
        return None
    near = verb.is_perfect and verb.group.first - setting.figure.head < _LEAST
    if setting.before is not None and setting.before.kind != "do" and not near:
        return None
    return Verdict("count_done", _scope(setting, verb), verb.at)


def _chosen(setting: Setting) -> Verdict | None:
    """`nine experiments of 17 countries were selected`: what was chosen from abroad."""
    verb = setting.after
    if setting.metric not in PARTNERS | {"projects"} or verb is None or verb.value != "choose" or not verb.is_fact:
        return None
    behind = setting.items[setting.figure.head + 1 : setting.figure.head + 2]
    linked = bool(behind) and behind[0].low in ("of", "from") and setting.is_foreign()
    return Verdict("count_chosen", setting.done, verb.at) if linked else None


def _reached(setting: Setting) -> Verdict | None:
    """`data are provided to 121 countries`, `serves more than 120 countries`."""
    verb = setting.before
    if setting.metric != "partner_countries" or verb is None or verb.kind != "do" or not verb.is_fact:
        return None
    if verb.value != "give" or setting.figure.number.value < _MANY:
        return None
    return Verdict("count_reached", "current" if verb.group.time == "present" else setting.done, verb.at)


def _flown(setting: Setting) -> Verdict | None:
    """`44 launches were carried out`: so many launches are no batch."""
    if setting.metric != "launches" or setting.figure.number.value < _MANY or setting.figure.is_part:
        return None
    for verb in (setting.before, setting.after):
        if verb is not None and verb.kind == "do" and verb.is_fact and verb.group.time == "past":
            return Verdict("count_done", setting.done, verb.at)
    return None


def _feat(setting: Setting) -> Verdict | None:
    """`put 104 satellites in orbit with a single rocket`: a batch told as a record."""
    verb = setting.before
    if setting.metric != "satellites" or setting.figure.number.value < 2 * _MANY or verb is None or not verb.is_fact:
        return None
    shown = next((at for at, item in enumerate(setting.items) if item.cue("total.feat")), None)
    return Verdict("count_feat", "cumulative", shown) if shown is not None and verb.kind == "do" else None


def _outcome(setting: Setting) -> Verdict | None:
    """`the third failure in 24 missions`, `all 40 flights succeeded`, `of the operator's five launches`."""
    if setting.metric != "launches" or not setting.first:
        return None
    items, first = setting.items, setting.first
    before = items[max(0, first - 4) : first]
    owned = before[-1].kind == "poss" and any(item.low == "of" for item in before)
    recorded = owned or _is_in_a_row(setting) or _is_judged(setting)
    return Verdict("count_outcome", setting.done, first) if recorded else None


def _is_in_a_row(setting: Setting) -> bool:
    """`60 consecutive flights`, `11 flights out of 11`, `14 launches in a row`."""
    behind = [item.low for item in setting.items[setting.figure.head + 1 : setting.figure.head + 4]]
    if behind[:2] == ["out", "of"] or behind == ["in", "a", "row"]:
        return True
    return any(item.low in _ROW for item in (setting.items[setting.first - 1], *setting.phrase()))


def _is_judged(setting: Setting) -> bool:
    """`the third failure in 24 missions`, `30 launches to its credit`, `not one of 40 flights has failed`."""
    items, first, head = setting.items, setting.first, setting.figure.head
    told = any(item.cue("total.outcome") for item in items[max(0, first - 6) : first])
    if told and items[first - 1].low in ("in", "of", "out of", "from"):
        return True
    if items[first - 1].low == "first":
        return False
    return setting.value >= _MANY and any(item.cue("total.outcome") for item in items[head + 1 : head + 7])


def _windowed(setting: Setting) -> Verdict | None:
    """`86 launches from 2011 to 2016`, `last year's 18 launches`: a sum over a window without a verb of its own."""
    if setting.metric not in FLOWN | {"agreements"} or setting.window is None or setting.figure.number.value < _LEAST:
        return None
    verb = setting.before
    if verb is not None and (not verb.is_fact or verb.kind == "do"):
        return None
    gap = setting.window.start - setting.items[setting.figure.head].end
    lead = setting.figure.number.start - setting.window.end
    if (verb is not None and verb.kind in ("tell", "hold")) or 0 <= gap <= 40 or 0 <= lead <= 3:
        return Verdict("count_windowed", "window", setting.figure.head)
    return None


def _summed(setting: Setting) -> Verdict | None:
    """`a total of 28 satellites`: the words say that it is a sum."""
    lead = setting.lead
    if lead is None or lead.low != "a total of" or not all(v.is_fact for v in (setting.before, setting.after) if v):
        return None
    return Verdict("count_told", setting.done, setting.first - 1)


def told(setting: Setting) -> Verdict | None:
    """`40 launches for foreign clients`, `users in 60 countries`: too many for a batch, told as a fact."""
    number = setting.figure.number
    if number.value < _TELLING.get(setting.metric, number.value + 1) or setting.figure.is_part or is_vetoed(setting):
        return None
    head = setting.items[setting.figure.head]
    if head.capital or head.low.startswith(_TECHNICAL):
        return None
    if (
        setting.figure.noun.is_vague
        and " " not in head.low
        and not any("member" in item.low for item in setting.phrase()[:-1])
    ):
        return None
    if any(
        item.cue("total.audience") or item.low == "first"
        for item in setting.items[max(0, setting.first - 6) : setting.first]
    ):
        return None
    verbs = [verb for verb in (setting.before, setting.after) if verb is not None]
    if not all(verb.is_fact for verb in verbs) or setting.is_of_a_day:
        return None
    if any(may_be(item) or item.low == "if" for item in setting.items[max(0, setting.first - 12) : setting.first]):
        return None
    return Verdict("count_told", "current" if _goes_on(setting) else setting.done, setting.first)


def _goes_on(setting: Setting) -> bool:
    """`is funding 17 projects`, `with partners from 11 countries`: as things stand."""
    before = setting.items[max(0, setting.first - 5) : setting.first]
    lows = [item.low for item in before]
    verb = setting.before
    if verb is not None and verb.form in ("s", "base") and verb.group.time == "present":
        return True
    for at, item in enumerate(before[:-1]):
        if item.low in ("is", "are") and before[at + 1].low.endswith("ing"):
            return True
    return lows[-1:] in (["from"], ["in"]) and not _NOW.isdisjoint(lows)
