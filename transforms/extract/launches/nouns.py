"""The status of a launch that a noun tells of, or a rocket with nothing but its craft.

Belongs here: reading `launch`, `lift-off` and tellings without a verb. Does not belong here: verbs (`status`).
"""

from transforms.extract.launches import picked
from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.failures import fails
from transforms.extract.launches.items import has, lows, may_be, word_set
from transforms.extract.launches.slots import Slot
from transforms.extract.launches.tense import is_ahead, is_behind, plans
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

_PLANS = ("launch.plan", "launch.slip", "launch.date")
#: How far before a noun the deal stands that is about it.
_DEAL = 8


def is_failure(items: list[Item], main: Slot) -> bool:
    """`following the launch failure of a Vega on May 5`, `the failed launch of a Vega on Saturday`."""
    after = items[main.last] if main.last < len(items) else None
    if main.first and items[main.first - 1].low in word_set("failing"):
        return True
    return after is not None and after.low in word_set("failures")


def _was_put_off(items: list[Item], lo: int, hi: int) -> bool:
    """`it had been rescheduled from Wednesday`: how an old plan went, in a story of the flight."""
    return any(
        item.cues
        and item.cue("launch.slip") is not None
        and lows(items, at - 2, at) == ["had", "been"]
        and not item.low.endswith((" for", " to", " until"))
        for at, item in enumerate(items[lo:hi], lo)
    )


def _is_to_go(items: list[Item], lo: int, hi: int) -> bool:
    """`NimSat-4 is to ride on a September launch`, `a Vega is to carry it`."""
    return any(
        items[at].low in ("is", "are")
        and items[at + 1].low == "to"
        and (
            has(items, at + 2, at + 4, "launch.depart") or (items[at + 2].kind == "word" and not items[at + 2].classes)
        )
        for at in range(lo, hi - 2)
    )


def _is_in_view(items: list[Item], main: Slot) -> bool:
    """`moved into position for lift-off`, `ahead of launch`: what is got ready for is still to come."""
    before = lows(items, main.first - 2, main.first)
    return before[-1:] in (["for"], ["ahead of"]) or before in (["ahead", "of"], ["for", "the"])


def _was_given_up(items: list[Item], lo: int, hi: int) -> bool:
    """`the launch of NimSat-4 was cancelled`, with nothing of the day: no plan any more, and no scrub."""
    for at in range(lo, hi):
        words = items[at].low.split(" ")
        if words[-1] in word_set("given-up") and (
            "was" in words or {"was", "were", "been"} & set(lows(items, at - 2, at))
        ):
            return word_set("of-a-day").isdisjoint(lows(items, at + 1, at + 12))
    return False


def _end_of_plan(clause: Clause, main: Slot, hi: int) -> int:
    """Where the clause of a planned launch ends, if its words name the day: `set for May, after a test went well`."""
    slots = clause.slots
    for plan, date in zip(slots, slots[1:], strict=False):
        if plan.kind == "date" and date.role == "date" and main.last <= plan.first and date.first - plan.last < 2:
            return date.last
    return hi


def _is_supposed(items: list[Item], main: Slot) -> bool:
    """`Success would make it the fourth flight of 2031`."""
    if main.kind == "noun" and lows(items, main.last, main.last + 2) == ["could", "not"]:
        return True  # `because of a fault the launch could not be made`
    before = " ".join(lows(items, main.first - 6, main.first))
    if main.kind == "noun" and ("should there be" in before or "in case of" in before or "in the event of" in before):
        return True  # `should there be a launch failure`
    return main.kind == "noun" and lows(items, main.last, main.last + 2) in (["would", "mark"], ["would", "be"])


def _is_due(items: list[Item], main: Slot, lo: int, hi: int) -> bool:
    """Whether words around a noun or a rocket have it go up yet."""
    if main.kind == "rocket":
        return _is_to_go(items, lo, hi)
    return main.kind == "noun" and (_is_to_go(items, lo, main.first) or _is_in_view(items, main))


def _is_task(items: list[Item], main: Slot) -> bool:
    """`is responsible for the craft and its launch`: what somebody has to do."""
    before = lows(items, main.first - 12, main.first)
    return main.kind == "noun" and ("responsible" in before or ("charge" in before and "in" in before))


def _is_contracted(sentence: Sentence, main: Slot, time: TimeExpression | None) -> bool:
    """`won a contract for the launch of NimSat-4`, `was awarded the launch of it`: sold, and not flown by that."""
    items = sentence.items
    if main.kind != "noun" or (time is not None and not is_ahead(sentence, time)):
        return False
    before = [item for item in items[max(0, main.first - _DEAL) : main.first] if "det" not in item.classes]
    if before and before[-1].low in word_set("winning"):
        return main.last < len(items) and items[main.last].low == "of"
    if any(item.kind in ("comma", "semicolon") for item in before):
        return False
    words = " ".join(item.low for item in before).split()
    pairs = zip(words, words[1:], strict=False)
    return any(one in word_set("deals") and other in word_set("dealt") for one, other in pairs)


def _behind_fronted(items: list[Item], main: Slot, lo: int) -> int:
    """Where the clause begins behind a phrase at its head: `After today's success, the next launch …`."""
    if lo < len(items) and items[lo].low in ("after", "following", "despite", "since"):
        return next((at for at in range(lo, main.first) if items[at].kind == "comma"), lo)
    return lo


def _end_of_clause(items: list[Item], main: Slot, hi: int) -> int:
    """Where a clause of another matter begins: `the first launch of 2031, a year in which it plans twenty`."""
    for at in range(main.last, min(hi, len(items)) - 1):
        if items[at].low == "in" and items[at + 1].low == "which":
            return at
    return hi


def _of_row(items: list[Item], main: Slot, hi: int) -> str | None:
    """`has sold eight PSLVs, the first for May`: one of a row that is planned."""
    is_picked = main.kind == "noun" and picked.picks(items, main.first)
    return "planned" if is_picked and plans(items, 0, hi, *_PLANS, "launch.deal") else None


def _of_old_plan(items: list[Item], lo: int, hi: int) -> str | None:
    """`the launch had been set for May`: a plan still, unless the words tell what came of it."""
    was_set = any(
        item.cue("launch.old") and item.low.startswith(("had been ", "had first been ")) for item in items[lo:hi]
    )
    is_over = any("neg" in item.classes or item.cue("launch.done") for item in items[lo:hi])
    return "planned" if was_set and not is_over else None


def _of_failure(sentence: Sentence, main: Slot, time: TimeExpression | None) -> str | None:
    """`the failed launch of a Vega on Saturday`: told as done; it is read as a failure from its words."""
    is_lost = main.kind == "noun" and time is not None and is_failure(sentence.items, main)
    return "success" if is_lost and time is not None and not is_ahead(sentence, time) else None


def of_noun(
    sentence: Sentence, clause: Clause, main: Slot, lo: int, hi: int, time: TimeExpression | None
) -> str | None:
    """A noun's status: by words of planning around it, else by its date."""
    items, document = sentence.items, sentence.part.document
    if main.kind in ("rocket", "ride") and not word_set("seen").isdisjoint(lows(items, lo, hi)):
        return None  # `The Vega, pictured at its pad on May 3`
    if main.kind == "fail" or (main.kind in ("rocket", "ride") and fails(items, lo, hi)):
        return "success"  # told as done; it is read as a failure from its words
    if main.kind == "date":
        future = time._replace(value=time.in_tense("future", document.reference)) if time else None
        is_open = future is not None and future.value is not None and not is_behind(sentence, future)
        return "planned" if not document.day or is_open else None
    told = _of_row(items, main, hi) or _of_old_plan(items, lo, hi) or _of_failure(sentence, main, time)
    if told is not None:
        return told
    if _was_put_off(items, lo, hi) and not (time is not None and is_ahead(sentence, time)):
        return None
    if _is_supposed(items, main) or (time is None and (_was_given_up(items, main.last, hi) or _is_task(items, main))):
        return None
    is_done = has(items, _behind_fronted(items, main, lo), _end_of_plan(clause, main, hi), "launch.done")
    if fails(items, main.last, hi) and has(items, main.last, main.last + 22, "launch.fail") and not (
        (time is not None and is_ahead(sentence, time)) or any(map(may_be, items[lo:hi]))
    ):  # fmt: skip
        return "success"  # `the long-awaited launch of X failed`: read as a failure from its words
    hi = _end_of_clause(items, main, hi)
    near = items[max(lo, main.first - 8) : min(hi, main.last + 8)]
    if (
        _is_due(items, main, lo, hi)
        or _is_contracted(sentence, main, time)
        or plans(items, lo, hi, *_PLANS)
        or any(may_be(item) or item.low == "next" for item in near)
    ):
        return "planned" if not is_done or "assuming" in lows(items, lo, hi) else "success"
    if main.kind == "noun" and time is not None and time.is_open and time.month and not is_done:
        nearest = time._replace(value=time.in_tense(None, document.reference))
        return "planned" if is_ahead(sentence, nearest) else "success"
    return "success"
