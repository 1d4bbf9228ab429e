"""Figures whose noun stands elsewhere: `of which 1,434 remain`, `an 18-nation agency`.

Belongs here: the frames of such numbers, and the noun that each means. Does not belong here: figures with a noun behind
them (`figures`), what is raised to a number (`rises`), places in a row (`places`).
"""

from collections.abc import Iterator

from transforms.extract.totals import periods, places, rises, verbs
from transforms.extract.totals.figures import Figure, is_count
from transforms.extract.totals.setting import Verdict
from transforms.extract.totals.words import NOUNS, SUMMED, VERBS, Noun, is_planned, noun_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import Number
from transforms.text.sentence import Sentence

_LEAST, _MANY = 3, 5
#: A number that is part of another stands beside one of these.
_PARTS = word_set("ellipsis.parts")
_WHOLE = word_set("ellipsis.whole")
_COMPARED = word_set("ellipsis.compared")
_CLUBS = word_set("ellipsis.clubs")
_OUTCOMES = word_set("ellipsis.outcomes")

Found = tuple[Figure, Verdict]


def find(sentence: Sentence, told: list[Found], taken: set[int]) -> Iterator[Found]:
    """Figures that stand without a noun, or are the end of a rise; `taken` are the items of the numbers already read.

    Args:
        sentence: the sentence.
        told: figures of the sentence that are totals, in order.
        taken: index of the first item of each number that has its noun.
    """
    items = sentence.items
    for number in sentence.numbers:
        if not is_count(items, number):
            compound = _compound(sentence, number)
            if compound is not None:
                yield compound
            continue
        found = rises.read(sentence, number)
        if found is None and number.first not in taken:
            found = places.read(sentence, number) if number.is_ordinal else _cardinal(sentence, number, told)
        if found is not None:
            yield found


def _compound(sentence: Sentence, number: Number) -> Found | None:
    """`the 18-nation agency`, `operates a 52-satellite fleet`."""
    items, last = sentence.items, number.last
    if last + 2 >= len(items) or items[last].kind != "hyphen" or number.value < _LEAST:
        return None
    noun = noun_at(items, last + 1)
    if noun is None or not noun.is_one:
        return None
    behind = items[last + 2 : last + 5]
    if behind and behind[0].low in ("crew", "team", "panel", "committee"):
        return None  # `a three-member crew from the station`
    if noun.metric == "partner_countries" and any(_is_club(item) for item in behind):
        return Figure(number, noun, last + 1), Verdict("count_members", "current", last + 1)
    if noun.metric == "satellites" and any(item.cue("total.fleet") for item in behind):
        verb = verbs.before(items, number.first)
        if verb is not None and verb.kind == "hold" and verb.is_fact:
            return Figure(number, noun, last + 1), Verdict("count_held", "current", verb.at)
    return None


def _is_club(item: Item) -> bool:
    if item.mention is not None:
        return item.mention.category == "body" or item.mention.reading("instrument", "programme") is not None
    return item.low in _CLUBS


def _cardinal(sentence: Sentence, number: Number, told: list[Found]) -> Found | None:
    items = sentence.items
    before = items[number.first - 1] if number.first else None
    named = before is not None and before.low == "number" and number.first > 1
    if (
        named
        and "be" in items[number.first - 2].classes
        and (sentence.has("agreement.standing") or _is_of_signing(sentence))
    ):
        return Figure(number, NOUNS["countries"], number.first), Verdict("running_member", "ordinal", number.first)
    if before is not None and before.low in ("number", "no", "no.") and number.first > 1:
        noun = noun_at(items, number.first - 2)
        if noun is not None and noun.is_one and noun.metric in ("launches", "satellites"):
            return Figure(number, noun, number.first - 2), Verdict("running_number", "ordinal", number.first)
    part = _part(sentence, number, told)
    if part is not None:
        return part
    return _fleet(items, number) or _alone(sentence, number)


def _fleet(items: list[Item], number: Number) -> Found | None:
    """`a fleet of more than 100 objects`: whatever they are called."""
    for at in range(max(0, number.first - 5), number.first - 1):
        if items[at].cue("total.fleet") is not None and items[at + 1].low == "of" and number.value >= _LEAST:
            ahead = items[max(0, at - 6) : number.first]
            joined = any(item.low.startswith("join") for item in ahead)
            future = any("modal" in item.classes or item.low == "to" for item in ahead) and not joined
            planned = future or any(is_planned(item) for item in ahead)
            noun = NOUNS["satellites"]
            return None if planned else (Figure(number, noun, number.first), Verdict("count_fleet", "current", at))
    return None


def _is_of_signing(sentence: Sentence) -> bool:
    """Whether the sentence before, or the title, is about a standing agreement."""
    title = sentence.part.document.title.sentences
    return any(s is not None and s.has("agreement.standing") for s in (sentence.previous, *title))


def _part(sentence: Sentence, number: Number, told: list[Found]) -> Found | None:
    """`of which 13 have taken place`, `29 of them`, `including 183 by …`, `eight missions in 2031 and six in 2030`."""
    items, first, last = sentence.items, number.first, number.last
    behind = [item.low for item in items[last : last + 2]]
    before = [item.low for item in items[max(0, first - 3) : first]]
    is_of_whole = before[-1:] == [","] and items[0].low == "of"
    if number.value < _LEAST or not (is_of_whole or _PARTS.intersection((*behind, *before))):
        return None
    earlier = [pair for pair in told if pair[0].number.first < first]
    head = earlier[-1][0].head if earlier else _last_noun(items, first)
    if head is None:
        return _part_of_before(sentence, number, behind)
    noun = earlier[-1][0].noun if earlier else _noun(items, head)
    scope = _part_scope(items, number, behind, before, earlier[-1][1].scope if earlier else None)
    return (Figure(number, noun, head, True), Verdict("count_part", scope, first)) if scope else None


def _part_of_before(sentence: Sentence, number: Number, behind: list[str]) -> Found | None:
    """`The firm made 18 of them`: of those that the sentence before counts in a year."""
    previous = sentence.previous
    if behind != ["of", "them"] or previous is None or periods.window(previous) is None:
        return None
    at = _last_noun(previous.items, len(previous.items))
    noun = noun_at(previous.items, at) if at is not None else None
    if noun is None or noun.metric not in ("launches", "satellites"):
        return None
    return Figure(number, noun, number.first), Verdict("count_part", "window", number.first)


def _part_scope(
    items: list[Item], number: Number, behind: list[str], before: list[str], whole: str | None
) -> str | None:
    """The scope of a part of a figure whose scope is `whole`; None where the number is no part."""
    first, last = number.first, number.last
    if _WHOLE.intersection(behind[1:]) and behind[0] == "of" or _WHOLE.intersection(before) and "of" in before:
        verb = verbs.after(items, last - 1)
        if verb is not None and verb.is_perfect:
            return "cumulative"
        if any(item.cue("total.at") for item in items[last : last + 4]):
            return "current"
        done = whole == "planned" and last < len(items) and "have" in items[last].classes
        return "cumulative" if done else whole
    if "including" in before or behind[:1] in (["succeeded"], ["failed"]):
        return whole
    is_of_whole = before[-1:] == [","] and first > 1 and items[0].low == "of"
    if is_of_whole and (
        not _OUTCOMES.isdisjoint(" ".join(behind[:1]).split())
        or behind[:2] in (["were", "successful"], ["were", "failures"])
    ):
        return whole or "window"
    listed = bool(before) and before[-1] in _COMPARED and behind[:1] == ["in"] and _is_year(items, last + 1)
    return whole if listed and whole == "window" and first else None


def _last_noun(items: list[Item], first: int) -> int | None:
    """Index of the last counted plural before this item."""
    return next((n for n in range(first - 1, -1, -1) if (noun := noun_at(items, n)) is not None and noun.is_many), None)


def _noun(items: list[Item], at: int) -> Noun:
    noun = noun_at(items, at)
    if noun is None:
        raise ValueError(f"item {at} is no counted noun")
    return noun


def _is_year(items: list[Item], at: int) -> bool:
    return at < len(items) and items[at].low[:2] in ("19", "20") and len(items[at].low) == 4


def _alone(sentence: Sentence, number: Number) -> Found | None:
    """`by now 46 are in orbit`, `with 12 in orbit`, `only five have flown since 2014`, `it has launched nine`."""
    items, first, last = sentence.items, number.first, number.last
    if number.value < _LEAST or last >= len(items):
        return None
    if items[last].low in ("so far", "to date", "till date"):
        noun = _antecedent(sentence, first)
        if noun is not None and noun.metric in SUMMED:
            return Figure(number, noun, first), Verdict("count_part", "cumulative", last)
    if items[first - 1].low in ("a total of", "of") and items[last].kind in ("stop", "comma") and first:
        is_sum = items[first - 1].low == "a total of" or [i.low for i in items[max(0, first - 3) : first]] == [
            "a", "total", "of"]  # fmt: skip
        noun = _antecedent(sentence, first) if is_sum else None
        if noun is not None and noun.metric in ("launches", "satellites"):
            scope = "window" if periods.window(sentence) is not None else "cumulative"
            return Figure(number, noun, first), Verdict("count_part", scope, last)
    auxiliary = items[last].low.split()[0]
    behind = items[last + (auxiliary in ("are", "were")) :][:3]
    placed = next((n for n, item in enumerate(behind) if item.cue("total.at")), None)
    if placed is not None and all("adv" in item.classes for item in behind[:placed]):
        return Figure(number, NOUNS["satellites"], first), Verdict("count_part", "current", last)
    if auxiliary in ("have", "had"):
        words = " ".join(item.low for item in items[last : last + 4]).split()
        cue = next((c for word in words[1:4] if (c := VERBS.get(word)) is not None), None)
        is_done = cue is not None and cue.value == "launch"
    else:
        verb = verbs.before(items, first)
        closed = items[last].kind in ("comma", "stop") or items[last].low in ("since", "in", "so far", "to date")
        is_done = closed and verb is not None and verb.is_perfect and verb.value == "launch"
    noun = _antecedent(sentence, first) if is_done else None
    if not is_done or (noun is None and auxiliary not in ("have", "had")):
        return None
    scope = "window" if periods.window(sentence) is not None else "cumulative"
    flown = noun if noun is not None and noun.metric == "satellites" else NOUNS["launches"]
    return Figure(number, flown, first), Verdict("count_part", scope, last)


def _antecedent(sentence: Sentence, first: int) -> Noun | None:
    """What a number without a noun counts: the last counted plural before it, here or in the sentence before."""
    for candidate, end in ((sentence, first), (sentence.previous, None)):
        if candidate is not None:
            at = _last_noun(candidate.items, len(candidate.items) if end is None else end)
            if at is not None:
                return noun_at(candidate.items, at)
    return None
