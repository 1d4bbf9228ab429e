"""A figure among the words of its sentence, and what rules it out.

Belongs here: what all frames of counts ask of a figure's surroundings. Does not belong here: the frames
(`counts`, `stock`).
"""

import re
from typing import NamedTuple

from transforms.extract.totals import periods, verbs
from transforms.extract.totals.figures import Figure
from transforms.extract.totals.periods import Period
from transforms.extract.totals.words import is_planned, word_set
from transforms.text.items import Item
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence

PARTNERS = frozenset(["partner_countries", "partner_organizations"])
_FOREIGN = word_set("setting.foreign")
_PERSONS = word_set("setting.persons")
_KNOWN = word_set("setting.known")
#: From so many on, `the` and `its` point to a whole, not to a batch just told of.
_WHOLE = 10
#: A period so near the head of a sentence holds for all of it.
_OPENING = 25
#: The year in which a body came to be is no period: `was founded in 2031 and has flown 67 times`.
_FOUNDED = re.compile(
    r"\b(?:founded|established|formed|created|incorporated|set up|born|began|started|opened) in (?:the year )?$"
)


class Verdict(NamedTuple):
    """Why a figure is a total: the rule, its scope, and the item that shows it."""

    rule: str
    scope: str
    at: int


class Setting:
    """A figure among the words of its sentence.

    Attributes:
        before, after: the verbs that it is the object and the subject of.
        window: the period that the sentence counts over.
        sum: index of words that say that all is counted (`so far`).
        is_now: these words count what is now (`at present`).
    """

    def __init__(self, sentence: Sentence, figure: Figure) -> None:
        self.sentence = sentence
        self.items = sentence.items
        self.figure = figure
        self.first = figure.number.first
        self.metric = figure.noun.metric
        self.value = figure.number.value
        self.before = verbs.before(self.items, self.first)
        self.after = verbs.after(self.items, figure.head)
        window = periods.window(sentence)
        self.window = window if window is not None and self._holds(window) else None
        self.sum = next(iter(sentence.with_cue("total.sum")), None)
        cue = self.items[self.sum].cue("total.sum") if self.sum is not None else None
        self.is_now = cue is not None and cue.value == "now"

    def _holds(self, window: Period) -> bool:
        """Whether the period is that of the figure: in its clause, past, and as long as its metric needs."""
        if window.is_short and self.metric != "launches":
            return False
        day = self.sentence.part.document.day
        if day is not None and window.first is not None and window.first[:4] > day[:4]:
            return False
        if _FOUNDED.search(self.sentence.part.folded, self.sentence.start, window.start):
            return False
        if window.is_since or window.start - self.sentence.start < _OPENING:
            return True
        start, end = self.figure.number.start, self.items[self.figure.head].end
        gap = (
            self.sentence.part.text[end : window.start]
            if window.start >= end
            else self.sentence.part.text[window.end : start]
        )
        return "," not in gap and ";" not in gap

    @property
    def done(self) -> str:
        """The scope of what is told as done."""
        if self.is_now:
            return "current"
        summed = self.sum is not None and self.items[self.sum].low not in (
            "in all",
            "in total",
            "a total of",
            "altogether",
        )
        if self.window is not None and (not summed or self.window.is_since or self._sums_up(self.window)):
            return "window"
        return "cumulative"

    def _sums_up(self, window: Period) -> bool:
        """`so far this year`, `so far in 2031`: the words of sum are of the period."""
        end = self.items[self.sum].end if self.sum is not None else window.start
        return self.sentence.part.text[end : window.start].strip() in ("", "in", "during") and window.start >= end

    @property
    def is_of_a_day(self) -> bool:
        """Whether the sentence tells of one day."""
        return periods.is_of_a_day(self.sentence)

    @property
    def lead(self) -> Item | None:
        """The item before the number."""
        return self.items[self.first - 1] if self.first else None

    def phrase(self, behind: int = 0) -> list[Item]:
        """The items between number and noun, the noun's own, and some behind it."""
        return self.items[self.figure.number.last : self.figure.head + 1 + behind]

    def is_foreign(self) -> bool:
        """Whether what is counted comes from abroad."""
        words = self.phrase(4)
        return any(i.low in _FOREIGN or (i.mention is not None and i.mention.category == "demonym") for i in words)


def is_vetoed(setting: Setting) -> bool:
    """Whether the words around make it a batch, a part, a rate, a plan or a count of something else."""
    items, head = setting.items, setting.figure.head
    phrase = setting.phrase()
    if [item.low for item in phrase[:2]] in (["or", "more"], ["or", "so"]):
        phrase = phrase[2:]
    if any(item.cue("total.never") or item.cue("total.batch") for item in phrase):
        return True
    if _is_rate(items[head + 1 : head + 3]) or _is_usual(items, setting.first, head):
        return True
    if setting.metric == "launches" and any(item.low in _PERSONS for item in items):
        return True
    last = setting.figure.number.last if setting.figure.is_part else head + 2  # `18 of a planned 60 satellites`
    if any(is_planned(item) for item in items[max(0, setting.first - 6) : last]):
        return True
    if (
        _is_bought(items, setting.first)
        or _is_to_come(items, head)
        or (setting.metric == "launches" and _is_of_booster(items, setting.first))
    ):
        return True
    return _is_known(setting)


def _is_bought(items: list[Item], first: int) -> bool:
    """`signed a contract for 10 launches`."""
    before = " ".join(item.low for item in items[max(0, first - 6) : first]).split()
    return before[-1:] == ["for"] and not {"contract", "contracts", "agreement", "deal", "order"}.isdisjoint(before)


def _is_to_come(items: list[Item], head: int) -> bool:
    """`Three flights are scheduled`, `14 launches have been reserved`."""
    behind = items[head + 1 : head + 5]
    return any(
        is_planned(item) and at and bool(behind[at - 1].classes & {"be", "have", "adv"})
        for at, item in enumerate(behind)
    )


def _is_of_booster(items: list[Item], first: int) -> bool:
    """`The booster, which had flown 11 times`: what is counted is the work of one stage."""
    return any(
        item.cue("total.never") and item.low.endswith(("booster", "boosters", "stage", "stages"))
        for item in items[:first]
    )


def _is_known(setting: Setting) -> bool:
    """Whether the word before the number points to a few told of before (`the three`, `its four`, `the last five`)."""
    lead = setting.lead
    if lead is None:
        return False
    if lead.low == "no":
        return True  # `no two satellites share a rocket`
    if lead.cue("total.batch") is not None and lead.low != "more":
        return True
    if lead.low == "of" and setting.first > 1 and setting.metric != "launches" and _is_whole(setting):
        return True
    if setting.metric in ("satellites", "launches") and _is_share(setting):
        return True
    if setting.figure.noun.is_vague or setting.value >= _WHOLE:
        return False
    if lead.kind == "poss" and setting.metric == "launches":
        return False
    return (lead.low == "the" and not setting.figure.is_part) or lead.low in _KNOWN


def _is_whole(setting: Setting) -> bool:
    """`17 of 18 satellites`: the second number is a whole of which the first is told."""
    before = setting.items[setting.first - 2]
    return before.low != "one" and (before.kind == "number" or numeral(setting.items, setting.first - 2) is not None)


def _is_share(setting: Setting) -> bool:
    """`11 of the 16 satellites orbited in 2031`, `one of the 30 co-passengers`: the number is of one batch or year."""
    before = [item.low for item in setting.items[max(0, setting.first - 2) : setting.first]]
    if before != ["of", "the"] or setting.first < 3:
        return False
    behind = setting.items[setting.figure.head + 1 : setting.figure.head + 2]
    is_told = any(item.low.endswith("ed") or item.low == "on" for item in behind)
    is_batch = any("passenger" in item.low for item in setting.phrase())
    share = setting.items[setting.first - 3]
    return (is_told or is_batch) and (share.low == "one" or share.kind == "number")


def _is_usual(items: list[Item], first: int, head: int) -> bool:
    """`there are usually 20 to 30 launches in the world each year`."""
    if not {"usually", "typically", "normally"}.isdisjoint(item.low for item in items[max(0, first - 6) : first]):
        return True
    behind = " ".join(item.low for item in items[head + 1 : head + 8])
    return any(words in behind for words in ("each year", "every year", "per year", "annually"))


def _is_rate(after: list[Item]) -> bool:
    """`three flights a week`, `one at a time`."""
    return bool(after) and (after[0].low in ("a", "per", "each") or (after[0].low == "at" and after[-1].low == "a"))
