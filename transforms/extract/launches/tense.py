"""Words and dates of planning: what lies ahead of the story.

Belongs here: questions on words of planning and on dates against the day of the story. Does not belong here: the status
of a launch (`status`, `nouns`).
"""

from transforms.extract.launches.items import lows
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

_WAYS = frozenset({"orbit", "orbits", "orbital", "path", "trajectory", "destination", "altitude"})


def _is_past(item: Item) -> bool:
    """Whether the word tells of what has been."""
    if any(cue.form == "ed" and cue.label in ("launch.send", "launch.depart") for cue in item.cues):
        return True  # `sent`, `took`, `rose`
    return item.low in ("had", "was", "were", "blew") or item.cue("launch.fail") is not None or (
        item.kind == "word" and not item.classes and item.low.split(" ")[0].endswith("ed"))  # fmt: skip


def is_near_ahead(sentence: Sentence, time: TimeExpression, main: Slot) -> bool:
    """`one of them carries X on May 18`: of a day without a year the present tense means the nearest."""
    is_verbless = main.kind in ("rocket", "ride", "apposed") and not any(map(_is_past, sentence.items))
    if (
        not (main.form == "s" or is_verbless)
        or not (time.kind in ("month-day", "month") or (time.weekday is not None and _heads_plan(sentence)))
        or sentence.part.document.day is None
    ):
        return False
    reference = sentence.part.document.reference
    value = time.in_tense(None, reference) if time.weekday is None else time.in_tense("future", reference)
    return is_ahead(sentence, time._replace(value=value))


def _heads_plan(sentence: Sentence) -> bool:
    """Whether the title tells of a plan: `rides to orbit on Wednesday`, under `Nimbus-1 is ready`."""
    return any(title.has("launch.plan") for title in sentence.part.document.title.sentences)


def is_ahead(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether the date, as its words stand, lies after the day of the story."""
    day = sentence.part.document.day
    return bool(day and time.value and time.value > day[: len(time.value)])


def is_behind(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether the date, as its words stand, lies before the day of the story."""
    day = sentence.part.document.day
    return bool(day and time.value and time.value < day[: len(time.value)])


def plans(items: list[Item], lo: int, hi: int, *labels: str) -> bool:
    """Whether words of planning stand in [lo, hi); `earlier than expected`, `as planned` are none."""
    return any(
        cue.label in labels
        and not (at and items[at - 1].low in ("than", "as"))
        and not (at > 1 and items[at - 1].kind == "hyphen" and items[at - 2].low == "long")  # `long-awaited`
        and not _is_of_orbit(items, at)
        and not _is_of_time(items, at)
        for at, item in enumerate(items[max(0, lo) : hi], max(0, lo))
        for cue in item.cues
    )


def _is_of_orbit(items: list[Item], at: int) -> bool:
    """`did not reach its planned orbital destination`: how the way was meant to be, in a story of the flight."""
    return not _WAYS.isdisjoint(lows(items, at + 1, at + 3))


def _is_of_time(items: list[Item], at: int) -> bool:
    """`before the scheduled launch time`: how the flight told of was planned."""
    words = lows(items, at + 1, at + 3)
    return len(words) == 2 and items[at + 1].cue("launch.noun") is not None and words[1] == "time"
