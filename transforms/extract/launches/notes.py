"""What a telling of a launch leaves for merging: its place and strength, and what it points back to.

Belongs here: reading these notes off a clause. Does not belong here: finding what is pointed to (`context`).
"""

import re
from itertools import islice

from transforms.extract.launches import rows
from transforms.extract.launches.items import has, item_at, lows, may_be, place, word_set
from transforms.extract.launches.slots import Slot
from transforms.text import verbs
from transforms.text.items import Item
from transforms.text.sentence import Sentence

#: Words that leave no doubt that rockets are meant.
_SPACE = ("launch.rocket", "launch.craft", "launch.goal", "launch.orbit", "space")
#: Words that stand for one of the things told of before.
_BACK = 2
_BEFORE = frozenset({"previous", "earlier", "prior", "preceding", "another"})
#: What a rocket does with its load on the way.
_DROPS = frozenset({"released", "deployed", "ejected", "dropped", "let", "set", "separated", "parked", "deposited"})
_SPANS = frozenset({"minutes", "minute", "hours", "hour", "seconds", "shortly"})
_ONES = frozenset({"one", "another", "next", "last", "other", "first", "second", "third"})
_NTHS = frozenset({"next", "second", "third", "fourth", "fifth", "sixth"})
_MAIDEN = ("maiden", "first", "inaugural", "debut")
#: A time of day: in figures, where the search jumps from digit to digit, or told by a word.
_CLOCK = re.compile(r"\d(?<!\w.)\d?(?:[:.]\d\d\b| ?(?:a\.m|p\.m|am|pm)\b)")
_HOUR = re.compile(r"\b(?:EDT|EST|GMT|UTC)\b|midnight|\bnoon\b")
_HOURS = frozenset({"edt", "est", "gmt", "utc", "midnight", "noon"})
_POINTING = frozenset({"another", "the", "its", "this", "both", "that", "these", "those"})
_POINTED = (
    ("launch.craft", "craft"),
    ("launch.mission", "craft"),
    ("launch.rocket", "rocket"),
    ("launch.noun", "launch"),
)


def read_notes(sentence: Sentence, main: Slot | None, lo: int, hi: int) -> dict[str, object]:
    """What merging wants to know: place, strength, and what the clause points back to."""
    items = sentence.items
    start = items[lo].start if lo < len(items) else sentence.start
    words = sentence.part.text[start : items[hi - 1].end if hi else sentence.end]
    return {
        "index": place(sentence),
        "span": (lo, hi),
        "at": main.first if main else lo,
        "companions": False,
        "kind": main.kind if main else "ellipsis",
        "strong": main is not None and not main.is_weak,
        "maiden": main is not None and is_maiden(items[main.first].low, main.kind),
        "of_row": main is not None and _of_row(sentence, main, lo),
        "clock": _CLOCK.search(words) is not None
        or (not _HOURS.isdisjoint(sentence.words) and _HOUR.search(words) is not None),
        "points": (points(items, main, lo, hi) if main else frozenset())
        | _same(items, lo, hi)
        | _rocket(sentence, main, lo),
        "shown": _is_shown(items, main, lo) if main else False,
        "elided": main is not None and _is_elided(items, main, lo),
        "its": main is not None
        and main.kind in ("noun", "fail")
        and "its" in lows(items, max(lo, main.first - 4), main.first),
        "takes_it": main is not None and lows(items, main.last, main.last + 1) in (["it"], ["them"]),
        "window": main is not None and any(t.is_range and t.start < words_end(items, hi) for t in sentence.times),
        "elapsed": main is not None and main.kind == "noun" and _is_elapsed(items, main),
        "previous": main is not None
        and main.kind == "noun"
        and not _BEFORE.isdisjoint(lows(items, max(lo, main.first - 3), main.first)),
        "also": main is not None and _is_added(items, main, lo, hi),
        "dropped": main is not None and main.kind == "send" and items[main.first].low.split(" ")[0] in _DROPS,
        "slips": has(items, lo, hi, "launch.slip"),
        "same_site": has(items, lo, hi, "launch.same"),
        "aside": main is not None and main.form == "ed" and main.first > 0 and items[main.first - 1].kind == "comma",
        "sure": _tells_space(items)
        or any(cue.label in _SPACE for item in items if item.cues and not item.capital for cue in item.cues),
    }


def _is_added(items: list[Item], main: Slot, lo: int, hi: int) -> bool:
    """`the rocket also carried X`, `X was placed in orbit by it too`, `X, its companion on the Vega`."""
    if main.kind == "send" and "also" in lows(items, max(lo, main.first - 3), main.first):
        return True
    if main.kind == "send" and main.first and "conj" in items[main.first - 1].classes:
        return has(items, main.first - 4, main.first - 1, "launch.send")  # `carried and placed in orbit X`
    behind = lows(items, main.last, min(hi, main.last + 9))
    if main.kind in ("send", "depart", "ride", "rocket") and not {"too", "as well", "likewise"}.isdisjoint(behind):
        return True
    if main.kind in ("ride", "rocket") and "also" in behind:
        return True
    if main.kind == "noun" and "the" in lows(items, main.first - 2, main.first):
        return not {"too", "as well", "also"}.isdisjoint(
            lows(items, main.last, hi)
        )  # `the launch, in which X flew too`
    return main.kind in ("ride", "rocket") and any(
        item.low.startswith(("companion", "co-passenger", "passenger")) for item in items[lo:hi]
    )


def _is_elapsed(items: list[Item], main: Slot) -> bool:
    """`45 minutes after lift-off`: a time of the flight told of."""
    before = lows(items, main.first - 4, main.first)
    return before[-1:] in (["after"], ["into"]) and not _SPANS.isdisjoint(before)


def words_end(items: list[Item], hi: int) -> int:
    """Offset at which the clause that ends before item `hi` ends."""
    return items[hi - 1].end if hi else 0


def _tells_space(items: list[Item]) -> bool:
    """Whether a verb of several words names the goal: `put into orbit`, `circling the globe since May`."""
    return any(
        " " in item.low and ("orbit" in item.low or "space" in item.low or item.low.endswith(" since"))
        and (item.cue("launch.send") is not None or item.cue("launch.depart") is not None)
        for item in items if item.cues
    )  # fmt: skip


def _rocket(sentence: Sentence, main: Slot | None, lo: int) -> frozenset[str]:
    if main is None:
        return frozenset()
    is_meant = main.kind == "send" and means_rocket(sentence, lo, main.first)
    return frozenset({"rocket"}) if is_meant or _of_row(sentence, main, lo) else frozenset()


def _of_row(sentence: Sentence, main: Slot, lo: int) -> bool:
    """Whether one of a row of flights is meant, as the noun or as what the verb is said of: `a fifth mission rose`."""
    if main.kind in ("noun", "fail") and rows.counts_rocket(sentence, main.first, lo):
        return True
    return any(
        sentence.items[at].cue("launch.noun") is not None and rows.counts_rocket(sentence, at, lo)
        for at in range(lo, main.first)
    )


def _same(items: list[Item], lo: int, hi: int) -> frozenset[str]:
    """`on the same rocket`, `by another of the type`: the rocket named before."""
    same = any(
        items[at].low == "same"
        and (items[at + 1].low == "type" or any(item.cue("launch.rocket") for item in items[at + 1 : at + 4]))
        for at in range(lo, min(hi, len(items) - 1))
    )
    return frozenset({"rocket"}) if same or rows.is_ridden(items, lo, hi) else frozenset()


def points(items: list[Item], main: Slot, lo: int, hi: int) -> frozenset[str]:
    """What is pointed back to: a `craft` (`it`, `the satellite`), a `rocket`, a `launch`."""
    found = {"launch"} if items[main.first].cue("launch.slip") is not None else set()
    stop = min(hi, main.last + 3) if main.kind in ("send", "depart") else main.last
    if main.kind == "send" and lows(items, main.last, main.last + 1) == ["the"] and lows(
        items, main.last + 2, main.last + 4) in (["-", "built"], ["-", "made"]):  # fmt: skip
        stop = min(hi, main.last + 6)  # `will launch the Airbus-built satellite`
    for at in range(lo, stop):
        if items[at].low in ("it", "they", "them", "itself"):
            found.add("craft")
        elif (
            at > lo
            and items[at].cues
            and (lead := _pointer(items, lo, at, is_batch="batch" in items[at].low)) is not None
        ):
            is_next = lead == "the" and "next" in lows(items, max(lo, at - 4), at)  # `the next mission`: another craft
            found.update(
                kind
                for label, kind in _POINTED
                if items[at].cue(label) is not None and not (is_next and label == "launch.mission")
            )
            if lead in ("its", "another") and "launch" in found:
                found.add("craft")
    if main.kind in ("send", "depart") and _is_numbered(items, lo, main.first):
        found.add("craft")
    if main.kind == "noun" and _is_bare(items, main):
        found.add("craft")
    if main.kind == "send" and _sends_next(items, main):
        found.add("craft")
    if main.kind == "send" and _counts(items, main.last):
        found.discard("craft")  # `it broke a record when it launched 88 satellites`: the satellites are no `it`
    return frozenset(found)


def _is_bare(items: list[Item], main: Slot) -> bool:
    """`…, with launch in 2031`, `Launch is targeted for May 3`: the launch of what the sentences before tell of."""
    if main.form != "one" or items[main.first].cue("launch.slip") is not None:
        return False
    if main.first == 0:
        return main.last < len(items) and bool(items[main.last].classes & {"be", "have"} or may_be(items[main.last]))
    if main.first == 1 and items[0].cue("launch.date") is not None:
        return True  # `Due for launch in 2031, it will …`
    after = item_at(items, main.last)
    return items[main.first - 1].low == "with" and after is not None and (
        "be" in after.classes or "prep" in after.classes or after.cue("launch.date") is not None
        or after.cue("launch.plan") is not None)  # fmt: skip


def _sends_next(items: list[Item], main: Slot) -> bool:
    """`A will launch the first; B will launch the second in May`: of the craft told of just before."""
    after = items[main.last : main.last + 3]
    is_nth = len(after) > 2 and after[0].low == "the" and after[1].low in (_NTHS | {"first", "last"})
    return is_nth and after[2].low != "of" and ("prep" in after[2].classes or after[2].kind in ("comma", "stop"))


def _is_numbered(items: list[Item], lo: int, verb: int) -> bool:
    """`The first was launched in May`: one of the craft counted just before is the subject, without a noun."""
    at = lo
    while at < verb and ("conj" in items[at].classes or items[at].kind == "comma"):
        at += 1
    words = [item.low for item in items[at:verb] if not item.classes & {"be", "have", "adv"}]
    if words[:1] == ["the"] and words[2:] in (["of", "them"], ["of", "these"], ["of", "those"]):
        return words[1] in word_set("row.nths")  # `The last of these was sent up in May`
    return words[:1] == ["the"] and len(words) == 2 and words[1] in (_NTHS | {"first", "latter", "former"})


def _counts(items: list[Item], at: int) -> bool:
    """Whether what the verb sends is counted right behind it."""
    return at < len(items) and items[at].kind == "number" and has(items, at + 1, at + 5, "launch.craft")


def _pointer(items: list[Item], lo: int, at: int, *, is_batch: bool = False) -> str | None:
    """The word that points back to what is named here, over adjectives: `the three-stage rocket`."""
    for before in range(at - 1, max(lo - 1, at - 7), -1):
        item = items[before]
        if item.low in _POINTING:
            return item.low
        is_sort = item.kind in ("word", "hyphen", "number") and (
            not item.classes or item.low in (_ONES if is_batch else _NTHS)
        )
        is_maker = item.mention is not None and items[before + 1].kind == "hyphen"  # `the Airbus-built satellite`
        if (
            not is_sort
            and not is_maker
            and not (item.mention is not None and item.mention.category in ("demonym", "country", "metonym"))
        ):
            return None
    return None


def means_rocket(sentence: Sentence, lo: int, first: int) -> bool:
    """`one will carry …`, `the next, in June, is to lift …`: a clause whose subject is a rocket named before."""
    items = sentence.items
    at = lo
    while at < first and (items[at].kind in ("comma", "colon", "semicolon") or items[at].classes & {"conj", "det"}):
        if items[at].low in _ONES:
            break
        at += 1
    if at >= first or items[at].low not in _ONES:
        return False
    rest = items[at + 1 : first]
    if any(item.mention is not None or item.cue("launch.craft") or item.cue("launch.noun") for item in rest):
        return False
    near = [earlier.items for earlier in islice(sentence.before(), _BACK)]
    return any(
        item.mention is not None and item.mention.reading("vehicle", "vehicle_family") is not None
        for told in (items[:at], *near)
        for item in told
    )


def is_maiden(low: str, kind: str) -> bool:
    """`maiden flight`, `makes its debut`."""
    return low.startswith(_MAIDEN) if kind == "noun" else any(word in low for word in _MAIDEN)


def _is_shown(items: list[Item], main: Slot, lo: int) -> bool:
    """Whether `that satellite`, `this mission` is what flies: the one named last."""
    return any(
        items[at].low in ("that", "this", "these", "those")
        and (has(items, at + 1, at + 5, "launch.craft", "launch.mission") or (at == 0 and "be" in items[1].classes))
        for at in range(lo, main.first)
    )


def _is_elided(items: list[Item], main: Slot, lo: int) -> bool:
    """Whether the verb goes on with the subject of the clause before: `X was moved to a Proton, and is set to fly`."""
    if main.kind not in ("depart", "send") or main.is_weak:
        return False
    first = verbs.group(items, main.first, main.form)
    at = first.first - 1
    while at > lo and items[at].classes & {"be", "have", "adv"} and "conj" not in items[at].classes:
        at -= 1
    lead = item_at(items, at)
    return lead is not None and "conj" in lead.classes and (main.kind == "depart" or first.is_passive)


#: `It was the third Vega flight this year`: a place in a row told of the launch that the sentences before tell of.
_ORDINAL = re.compile(
    r"\W*(?:it|this|that|the (?:launch|flight|mission|lift-?off|blast-?off)|today s launch)\b[a-z ]{0,24}"
    r"\b(?:was|is|will be|would be|marks|marked|became|represents|represented)\b[a-z0-9 ]{0,40}"
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|\w+teenth|\w+ieth)\b"
)


def is_ordinal(sentence: Sentence) -> bool:
    """Whether the sentence only tells which in a row the launch just told of is."""
    return _ORDINAL.match(sentence.part.folded, sentence.start, sentence.end) is not None
