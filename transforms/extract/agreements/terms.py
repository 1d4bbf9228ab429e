"""When, what for, of which type, by whom supplied: the terms of an agreement beside its parties.

Belongs here: reading each term from the trigger's sentence. Does not belong here: the parties.
"""

import re

from transforms.extract.agreements.occasion import day_of, day_of_entry
from transforms.extract.agreements.scope import end_of_object, is_alone, other_times, times_beside
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

_THINGS = ("spacecraft", "programme", "instrument", "unknown_craft")
_COMMERCE = word_set("agreements.terms.commerce")
_YEARS = re.compile(r"((?:19|20)\d\d) and ((?:19|20)\d\d)")
_BY = re.compile(r"\bby (?:the )?(?:(?:end|middle|start|close|beginning) of (?:the )?)?$")
_SAYS = frozenset(["said", "says", "announced", "announces", "confirmed", "reported"])
_SINCE = frozenset(["since", "until", "till", "through", "from", "to"])


def item_at(items: list[Item], offset: int) -> int:
    """Index of the first item that ends behind the offset."""
    for index, item in enumerate(items):
        if item.end > offset:
            return index
    return len(items) - 1


def nearest_time(sentence: Sentence, structure: Structure, verb: int, other: int, *,
                 after: int | None = None, stop: int | None = None, before: int | None = None,
                 without: frozenset[int] = frozenset()) -> TimeExpression | None:  # fmt: skip
    """The time expression that belongs to a verb: in its clause or that of `other`, nearest behind it, else before.

    With `after`, only one between that item and `stop` counts; with `before`, only one in front of that item; `without`
    holds where times begin that are none of its own.
    """
    best: tuple[float, TimeExpression] | None = None
    items, clauses = sentence.items, structure.clauses
    mine = {clauses[verb], clauses[other]}
    for time in sentence.times:
        index = item_at(items, time.start)
        if (
            clauses[index] not in mine
            or (time.value is None and (time.is_range or time.kind == "day"))
            or time.start in without
        ):
            continue
        if after is not None and not after < index < (stop if stop is not None else len(items)):
            continue
        if before is not None and index >= before:
            continue
        if index > 0 and (items[index - 1].low in _SINCE or items[index - 1].low.endswith("than")):
            continue
        distance = index - verb if index > verb else verb - index + 4
        if _is_of_purpose(items, max(verb, other), index):
            continue
        if best is None or distance < best[0]:
            best = (distance, time)
    return _finer(sentence, best[1]) if best else None


def _finer(sentence: Sentence, chosen: TimeExpression) -> TimeExpression:
    """`this year in March`: of two that stand side by side the one that tells more, where they agree."""
    for time in sentence.times:
        gap = sentence.part.text[chosen.end : time.start].strip() if time.start >= chosen.end else None
        if gap in ("in", "on") and time.value and chosen.value and time.value.startswith(chosen.value + "-"):
            return time
    return chosen


def _is_of_purpose(items: list[Item], pivot: int, time: int) -> bool:
    """`a contract for the launch of a satellite in 2018`: the date is that of the launch."""
    return any(
        (items[index].low in _COMMERCE or items[index].low.startswith("launched"))
        and {item.low for item in items[max(pivot, index - 4) : index]} & {"for", "to"}
        for index in range(pivot + 1, time)
    )


def _is_launched_then(items: list[Item], noun: int, time: int) -> bool:
    """`an order for X, to be launched in 2033`: the date straight behind the launch."""
    lead = [item.low for item in items[max(noun + 1, time - 5) : time]]
    return any(low.startswith("launched") for low in lead) and "be" in lead


def _is_of_next_clause(items: list[Item], noun: int, time: int) -> bool:
    """`renewed the treaty; the first was signed in 2009`: the date behind a verb of signing of the next clause."""
    mark = next((i for i in range(noun + 1, time) if items[i].kind == "semicolon"), time)
    return any(items[i].cue("agreement.sign") is not None for i in range(mark, time))


def date_of(trigger: Trigger, after: int | None = None, stop: int | None = None) -> TimeExpression | None:
    """The time expression that belongs to a trigger, or to one partner of it at item `after`."""
    verb = trigger.verb if trigger.verb is not None else trigger.noun
    if trigger.act == "approve":
        return _date_of_name(trigger)
    if trigger.verb is None and _is_of_deed(trigger):
        return None  # the day of what is done is not that of the signing
    if after is None and verb > trigger.noun and any(i.cue("agreement.approve") for i in trigger.items[: trigger.noun]):
        return nearest_time(trigger.sentence, trigger.structure, verb, trigger.noun, after=trigger.noun)
    is_gapped = verb < trigger.noun and trigger.group is not None and trigger.group.is_passive
    if after is None and (is_gapped or trigger.items[trigger.noun].low in ("one", "another")):
        own = nearest_time(trigger.sentence, trigger.structure, verb, trigger.noun, after=trigger.noun)
        if own is not None:
            return own  # `…, and one with B on April 20`
    others = other_times(trigger) if after is not None else other_times(trigger) | times_beside(trigger)
    others |= _to_come(trigger)
    if after is None and verb and trigger.items[verb - 1].low == "having":
        after = verb  # `began work in June, having signed a lease in May`
    found = nearest_time(
        trigger.sentence, trigger.structure, verb, trigger.noun, after=after, stop=stop, without=others
    )
    if found is not None or after is not None:
        return found
    if trigger.act == "date":
        return _since(trigger, verb)
    sentence, structure = trigger.sentence, trigger.structure
    found = (
        time_before_when(sentence, structure, verb)
        or _only_time(trigger)
        or reported(sentence, structure, verb)
        or time_of_previous(sentence)
        or day_of_entry(sentence)
        or day_of(trigger)
    )
    return found if found is None or found.start not in others else None


def _to_come(trigger: Trigger) -> frozenset[int]:
    """`announced on Monday a deal to fly it in 2035`: times after the article's day, of what has been signed."""
    today = trigger.sentence.part.document.day
    if today is None or trigger.status != "signed" or len(trigger.sentence.times) < 2:
        return frozenset()
    return frozenset(t.start for t in trigger.sentence.times if t.value and t.value > today[: len(t.value)])


def dates_of_many(trigger: Trigger) -> list[TimeExpression]:
    """`contracts … were signed in 2017 and 2018`: the dates of a list behind the verb of a plural, one for each."""
    if trigger.cue.form != "many" or trigger.verb is None or trigger.status != "signed":
        return []
    items = trigger.items
    pair = _pair_of_years(trigger)
    if pair:
        return pair
    times = [t for t in trigger.sentence.times if t.value and not t.is_range and t.start > items[trigger.verb].start]
    for before, after in zip(times, times[1:], strict=False):
        between = items[item_at(items, before.end) : item_at(items, after.start)]
        if len(between) > 3 or not any("conj" in i.classes or i.kind == "comma" for i in between):
            return []
    return times if len(times) > 1 else []


def _pair_of_years(trigger: Trigger) -> list[TimeExpression]:
    """`in 2017 and 2018`, which reads as a range elsewhere."""
    text = trigger.sentence.part.text
    for time in trigger.sentence.times:
        years = _YEARS.fullmatch(text[time.start : time.end])
        if years is not None and trigger.verb is not None and time.start > trigger.items[trigger.verb].start:
            one = time._replace(value=years[1], end=time.start + 4, is_range=False, kind="year")
            return [one, time._replace(value=years[2], start=time.end - 4, is_range=False, kind="year")]
    return []


def time_before_when(sentence: Sentence, structure: Structure, verb: int) -> TimeExpression | None:
    """`It goes back to July 1988, when the two signed …`: the date that a `when` hangs on."""
    clauses, items = structure.clauses, sentence.items
    opening = next((i for i in range(verb, -1, -1) if clauses[i] != clauses[verb]), -1) + 1
    if items[opening].low != "when":
        return None
    before = [time for time in sentence.times if time.end <= items[opening].start]
    return before[-1] if before and not before[-1].is_range else None


def time_of_previous(sentence: Sentence) -> TimeExpression | None:
    """The one day that the sentence before tells in the same paragraph, where this one tells no time at all."""
    previous = sentence.previous
    if previous is None or previous.paragraph != sentence.paragraph or sentence.times:
        return None
    days = [time for time in previous.times if time.value is not None and len(time.value) == 10]
    return days[0] if len(days) == 1 and len(previous.times) == 1 else None


def reported(sentence: Sentence, structure: Structure, verb: int) -> TimeExpression | None:
    """`said on Monday that it has signed`, `…, the firm said`: the day of the saying, where no other is told."""
    clauses, items = structure.clauses, sentence.items
    saying = {clauses[index] for index, item in enumerate(items) if item.low in _SAYS} - {clauses[verb]}
    times = [time for time in sentence.times if clauses[item_at(items, time.start)] in saying and not time.is_range]
    return times[0] if times else None


def _only_time(trigger: Trigger) -> TimeExpression | None:
    """The sentence's one date, where it tells of one document alone."""
    others = other_times(trigger) | _to_come(trigger)
    times = [t for t in trigger.sentence.times if t.value is not None and not t.is_range and t.start not in others]
    if len(times) != 1 or not is_alone(trigger.sentence):
        return None
    index = item_at(trigger.items, times[0].start)
    if trigger.verb is None and _is_of_relative(trigger, index):
        return None
    if _is_launched_then(trigger.items, trigger.noun, index) or _is_of_next_clause(trigger.items, trigger.noun, index):
        return None
    before = trigger.items[index - 1].low if index else ""
    if before == "from" and trigger.verb is None and index > 1 and trigger.items[index - 2].kind == "comma":
        return times[0]  # `A's contract with B, from June 2015, covers …`
    return None if before in _SINCE and (trigger.act or before != "since") else times[0]


def _since(trigger: Trigger, verb: int) -> TimeExpression | None:
    """`has been in force since 2031`."""
    items = trigger.items
    for time in trigger.sentence.times:
        index = item_at(items, time.start)
        if 0 < index - verb < 4 and items[index - 1].low in ("since", "from") and not time.is_range:
            return time
    return None


def _date_of_name(trigger: Trigger) -> TimeExpression | None:
    """`was approved by the agreement of May 24, 2031`: the day of its name; that of the approval is none."""
    items, at = trigger.items, trigger.noun + 1
    if at + 1 >= len(items) or items[at].low not in ("of", "from"):
        return None
    return next((t for t in trigger.sentence.times if items[at].start < t.start <= items[at + 1].end), None)


def _is_of_deed(trigger: Trigger) -> bool:
    """`A will launch two more this year under an earlier contract`: the day of what is done by its terms."""
    lead = [item.low for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun]]
    before = trigger.items[: trigger.noun]
    times = [time for time in trigger.sentence.times if time.end <= trigger.items[trigger.noun].start]
    return "under" in lead and bool(times) and any("modal" in item.classes for item in before)


def _is_of_relative(trigger: Trigger, time: int) -> bool:
    """Whether a relative clause with a verb of its own stands between: `with A on X, which B delivered in 2014`."""
    between = trigger.items[trigger.noun + 1 : time]
    return any("rel" in item.classes and item.low in ("which", "who", "that", "whose") for item in between)


def put_date(draft: Draft, trigger: Trigger, time: TimeExpression | None) -> None:
    """Set `signed` and its basis."""
    if time is None or (trigger.status == "signed" and _is_term(trigger, time)):
        return
    tense = "future" if trigger.status == "planned" else "past"
    value = time.in_tense(tense, trigger.sentence.part.document.reference)  # type: ignore[arg-type]
    today = trigger.sentence.part.document.day
    if value is None or (trigger.status == "signed" and today is not None and value > today[: len(value)]):
        return  # what is signed is not signed in time to come: the words tell how long it runs
    draft.put("signed", value, time.start, time.end)
    basis = "announced" if trigger.act == "announce" else time.basis
    draft.put("date_basis", basis, time.start, time.end, inferred=True)


def _is_term(trigger: Trigger, time: TimeExpression) -> bool:
    """`to put up five craft by the end of the year`: the day by which what was signed is to be done."""
    return _BY.search(trigger.sentence.part.text, max(0, time.start - 30), time.start) is not None


def put_programme(draft: Draft, trigger: Trigger, number: int = 0) -> None:
    """Set `programme`: the nearest craft, programme or instrument named beside the document, or the nth of a list."""
    pivot = trigger.noun
    best: tuple[int, int] | None = None
    last = end_of_object(trigger)
    for index, item in enumerate(trigger.items):
        if item.mention is not None and item.mention.category in _THINGS and item.end <= last:
            distance = abs(index - pivot)
            if best is None or distance < best[0]:
                best = (distance, index)
    if best is not None:
        things = [i for i in range(best[1], len(trigger.items))
                  if (m := trigger.items[i].mention) is not None and m.category in _THINGS]  # fmt: skip
        mention = trigger.items[things[min(number, len(things) - 1)]].mention
        assert mention is not None  # noqa: S101
        draft.put("programme", mention.text, mention.start, mention.end)
