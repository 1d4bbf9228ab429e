"""Tallies: lists that set a figure beside each of several names or years, under a sentence that says what is counted.

Belongs here: the entries of such a list (`59 China`, `67 from China.`, `Vega: 3`, `- 2020 – 14`) and what stands above
them. Does not belong here: figures in sentences of their own (`counts`, `ellipsis`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.drafts import Draft
from transforms.extract.totals.owners import Owner
from transforms.extract.totals.recall import NATIONS, Named, is_series
from transforms.extract.totals.words import FLOWN, Noun, noun_at
from transforms.text.document import Part
from transforms.text.mentions import Mention
from transforms.text.numbers import Number
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

RULE = "count_listed"
#: Fewer entries are no list; longer ones say more than a name and a figure; what is counted stands close above.
_FEWEST, _LONGEST, _ABOVE = 3, 90, 3
#: What may stand between a figure and the name that it is told of, or between a bullet and either.
_BETWEEN = re.compile(
    r"\W*(?:(?:orbital|successful) )?(?:launch(?:es)?|flights?|missions?|lift-?offs?|rockets?|satellites?)?\s*"
    r"(?:(?:were|was) )?(?:(?:launched|lifted off|came|took off|flown|set off) )?(?:from|by|for|in|on)?\s*(?:the )?\W*",
    re.I,
)
_LEAD = re.compile(r"\W*(?:the )?", re.I)
#: Between a name or year and the figure behind it.
_MARK = re.compile(r"\s?(?:[:=|\t]|\s[-–—])\s*")
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\b")
#: What may follow the whole: an aside, a full stop, the counted thing.
_REST = re.compile(r"\W*(?:\(.*|(?:launch(?:es)?|flights?|missions?|satellites?)\W*)?", re.I | re.S)
#: An entry before its words are read: it begins with a figure, or has one behind a mark.
_SHAPE = re.compile(
    r"\W*(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|[^\n]{2,48}?(?:[:=|\t]|\s[-–—])\s*\d)",
    re.I,
)


class Entry(NamedTuple):
    """A line of a list: its figure, and the name or the year that it is told of."""

    sentence: Sentence
    number: Number
    mention: Mention | None
    year: re.Match[str] | None


class Head(NamedTuple):
    """What stands above a list: what is counted, in which year, and whose it is where the entries are years."""

    sentence: Sentence
    noun: Noun
    at: int
    year: TimeExpression | None
    year_part: Part | None
    owner: Mention | None


def find(part: Part) -> Iterator[tuple[Draft, Owner]]:
    """A draft for each entry of each list in a part of the article, and whose figure it is."""
    run: list[Entry] = []
    for sentence in (*part.sentences, None):
        entry = _entry(sentence) if sentence is not None else None
        if entry is not None:
            run.append(entry)
            continue
        if len(run) >= _FEWEST:
            yield from _drafts(run)
        run = []


def _entry(sentence: Sentence) -> Entry | None:
    """The sentence as an entry; None where it says more, or less."""
    if sentence.end - sentence.start > _LONGEST:
        return None
    if _SHAPE.match(sentence.part.text, sentence.start, sentence.end) is None:
        return None
    items, text = sentence.items, sentence.part.text
    numbers = [number for at in range(len(items)) if (number := numeral(items, at)) is not None]
    year = _YEAR.match(text, sentence.start, sentence.end)
    if year is not None:
        number = next((number for number in numbers if number.start >= year.end()), None)
        is_one = number is not None and _MARK.fullmatch(text, year.end(), number.start) is not None
        return _whole(sentence, number, None, year, year.end()) if is_one else None
    number = numbers[0] if numbers else None
    mention = next(iter(sentence.mentions), None)
    if number is None or mention is None:
        return None
    if number.start < mention.start:
        first, joint, last = number.start, _BETWEEN.fullmatch(text, number.end, mention.start), mention.end
    else:
        first, joint, last = mention.start, _MARK.fullmatch(text, mention.end, number.start), number.end
    is_one = joint is not None and _LEAD.fullmatch(text, sentence.start, first) is not None
    return _whole(sentence, number, mention, None, last) if is_one else None


def _whole(
    sentence: Sentence, number: Number | None, mention: Mention | None, year: re.Match[str] | None, told: int
) -> Entry | None:
    """The entry, if nothing else is told beside it."""
    if number is None or number.is_ordinal or number.value != int(number.value):
        return None
    if _REST.fullmatch(sentence.part.text, max(told, number.end), sentence.end) is None:
        return None
    return Entry(sentence, number, mention, year)


def _drafts(run: list[Entry]) -> Iterator[tuple[Draft, Owner]]:
    head = _head(run[0].sentence)
    if head is None:
        return
    for entry in run:
        owner = _owner(entry, head)
        if owner is None or (entry.year is None and head.year is None):
            continue
        yield _draft(entry, head), owner


def _head(first: Sentence) -> Head | None:
    """The sentence above that says what is counted, the nearest; and the year, there or before it."""
    above = list(first.before())[:_ABOVE]
    above = above[:1] if above and above[0].text.rstrip().endswith(":") else above
    for sentence in above:
        nouns = [(noun, at) for at in range(len(sentence.items)) if (noun := noun_at(sentence.items, at)) is not None]
        counted = [(noun, at) for noun, at in nouns if noun.metric in FLOWN]
        if counted:
            noun, at = counted[-1]
            dated = [s for s in above if s.index <= sentence.index] + first.part.document.title.sentences
            year, where = next(
                ((time, s.part) for s in dated for time in s.times if time.kind == "year" and time.value), (None, None)
            )
            named = [mention for mention in sentence.mentions if is_series(mention)]
            named += [mention for mention in sentence.mentions if mention.is_party]
            return Head(sentence, noun, at, year, where, named[0] if named else None)
    return None


def _owner(entry: Entry, head: Head) -> Owner | None:
    """Whose figure an entry tells: a nation's, a rocket's, a fleet's or a firm's; None where nobody knows the name."""
    mention = entry.mention if entry.year is None else head.owner
    if mention is None or not mention.codes:
        return None
    part = entry.sentence.part.name if entry.year is None else head.sentence.part.name
    named = Named(mention, part)
    return Owner(None, named) if mention.category in NATIONS else Owner(named)


def _draft(entry: Entry, head: Head) -> Draft:
    sentence, number = entry.sentence, entry.number
    draft = Draft("total", RULE, sentence, number.start)
    counted, above = head.sentence.items[head.at], head.sentence.part.name
    draft.put("metric", head.noun.metric, counted.start, counted.end, inferred=True, part=above)
    draft.put("value", int(number.value), number.start, number.end)
    draft.put("bound", number.bound, number.start, number.end, inferred=True)
    draft.put("unit_as_worded", counted.low, counted.start, counted.end, part=above)
    draft.put("statement", f"{sentence.part.name}:{head.sentence.start}", number.start, number.end, inferred=True)
    if entry.year is not None:
        year, start, end, part = entry.year[1], entry.year.start(1), entry.year.end(1), sentence.part.name
    elif head.year is not None and head.year_part is not None:
        year, start, end, part = str(head.year.value), head.year.start, head.year.end, head.year_part.name
    for name, value in (("scope", "window"), ("window_from", year), ("window_to", year)):
        draft.put(name, value, start, end, inferred=True, part=part)
    draft.features |= {"scope:window", f"metric:{head.noun.metric}", f"bound:{number.bound}"}
    return draft
