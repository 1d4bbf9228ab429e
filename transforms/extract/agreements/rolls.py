"""Who signs where the subject only counts them: `eight countries signed the pact: A, B and C`.

Belongs here: finding the list that names them, behind a colon or dash, after `including`, or in the lines that follow.
Does not belong here: subjects that are names themselves (`parties`), lists of documents (`lists`).
"""

from transforms.extract.agreements.members import Member, members_of
from transforms.extract.agreements.standing import NATION
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.words import listed as words

#: The slot of those whom a list names.
ROLL = "roll"
_COUNTED = word_set("agreements.rolls.counted")
#: Words that open such a list; `among them` is one where `among` alone is a preposition.
_OPENERS = word_set("agreements.rolls.openers")
_MARKS = frozenset({"colon", "dash", "open"})
_LAST = frozenset({"stop", "dash", "close", "semicolon"})
_NAMING = frozenset({"are", "were", "include", "included"})
_POINTING = frozenset({"the", "they", "these"})
_NUMBERS = frozenset(words("numbers.units"))
#: How many sentences on they may be named.
_SOON = 2
_NEAR = 12
_AHEAD = 8
_LINES = 60


def members(sentence: Sentence, first: int, verb: int, slot: str = "subject") -> list[Member]:
    """Those whom the list names that belongs to the counted subject (or agent) of the verb group at [first, verb]."""
    items = sentence.items
    head = _subject(items, first) or _agent(items, verb)
    if head is None:
        return []
    start = _opened(items, head)
    if start is not None:
        return [member.in_slot(slot) for member in listed(sentence, start)]
    start = _behind(items, max(head, verb))
    if start is not None:
        return [member.in_slot(slot) for member in listed(sentence, start, is_last=True)]
    if sentence.part.text[sentence.start : sentence.end].rstrip().endswith(":"):
        return [member.in_slot(slot) for member in _lines(sentence)]
    return [member.in_slot(slot) for member in _told_next(sentence)]


def _told_next(sentence: Sentence) -> list[Member]:
    """`The eight are A, B and C`, `They are A and B`: a sentence soon after, with nothing but who they are."""
    for other in sentence.part.sentences[sentence.index + 1 : sentence.index + 1 + _SOON]:
        items = other.items
        verb = next((i for i, item in enumerate(items[:_AHEAD]) if item.low in _NAMING), None)
        if verb and items[0].low in _POINTING and all(_points(item) for item in items[1:verb]):
            found = listed(other, verb + 1, is_last=True)
            return found if len(found) > 1 else []
    return []


def _points(item: Item) -> bool:
    is_nation = item.cue(NATION) is not None or item.low.split(" ")[-1] in _COUNTED
    return is_nation or item.kind == "number" or item.low in _NUMBERS


def partners(sentence: Sentence, noun: int) -> list[Member]:
    """`agreements with four countries: A, B, C and D`: with whom the documents behind this noun are."""
    items = sentence.items
    link = next((i for i in range(noun + 1, min(len(items), noun + _AHEAD)) if items[i].low == "with"), None)
    if link is None:
        return []
    head = next((i for i in range(link + 1, min(len(items), link + _AHEAD)) if _is_counted(items, i)), None)
    start = _opened(items, head) if head is not None else None
    found = listed(sentence, start) if start is not None else []
    return [member.in_slot("with") for member in found] if len(found) > 1 else []


def _subject(items: list[Item], first: int) -> int | None:
    """The counted plural nearest in front of the verb, with no party of its own clause between that would be it."""
    for index in range(first - 1, max(-1, first - 40), -1):
        if items[index].kind in ("semicolon", "stop"):
            return None
        if _is_counted(items, index):
            opened = _opened(items, index)
            if first - index <= _NEAR or opened is not None:
                return index
            return None
    return None


def _agent(items: list[Item], verb: int) -> int | None:
    """`was signed by eight countries`."""
    by = next((i for i in range(verb + 1, min(len(items), verb + _NEAR)) if items[i].low == "by"), None)
    if by is None:
        return None
    return next((i for i in range(by + 1, min(len(items), by + 7)) if _is_counted(items, i)), None)


def _is_counted(items: list[Item], index: int) -> bool:
    cue = items[index].cue(NATION)
    is_plural = (cue is not None and cue.form == "many") or items[index].low.split(" ")[-1] in _COUNTED
    before = items[max(0, index - 4) : index]
    return is_plural and not any(item.low in ("other", "these", "those", "both") for item in before)


def _opened(items: list[Item], head: int) -> int | None:
    """Where the list begins that stands right behind the counted noun: `countries, including A`, `nations – A, B –`."""
    for index in range(head + 1, min(len(items) - 1, head + 3)):
        item = items[index]
        if item.low in _OPENERS or item.kind in _MARKS:
            return index + 1
        if item.low == "among" and items[index + 1].low in ("them", "these"):
            return index + 2
        if item.kind != "comma":
            return None
    return None


def _behind(items: list[Item], verb: int) -> int | None:
    """Where the list begins that a colon or dash behind the verb's clause opens."""
    for index in range(verb + 1, len(items) - 1):
        if items[index].kind in ("colon", "dash"):
            return index + 1
        if items[index].kind == "semicolon" or "rel" in items[index].classes:
            return None
    return None


def listed(sentence: Sentence, start: int, *, is_last: bool = False) -> list[Member]:
    """The parties of a bare list from this item on; none where a last one goes on to a verb (`: Peru had signed`)."""
    items, found = sentence.items, list[Member]()
    roles = {role.index: role for role in sentence.structure.roles}
    for index in range(start, len(items)):
        item = items[index]
        if index in roles and item.mention is not None and item.mention.category == "country":
            found += members_of(sentence, roles[index], "subject")
        elif not (
            item.kind in ("comma", "colon", "quote") or item.classes & {"det", "conj", "adv"} or _is_link(items, index)
        ):
            return [] if is_last and item.kind not in _LAST else found
    return found


def sole_time(sentence: Sentence) -> TimeExpression | None:
    """The one date of the sentence: it is that of the signing, though the list stands between."""
    times = [time for time in sentence.times if time.value is not None and not time.is_range]
    return times[0] if len(times) == 1 else None


def _is_link(items: list[Item], index: int) -> bool:
    """`including those of Chile and Peru`."""
    return items[index].low == "those" or (items[index].low in ("of", "from") and items[index - 1].low == "those")


def _lines(heading: Sentence) -> list[Member]:
    """The countries of the lines behind a heading that ends in a colon, one or several a line."""
    found: list[Member] = []
    for line in heading.part.sentences[heading.index + 1 : heading.index + 1 + _LINES]:
        names = [role for role in line.structure.roles if role.mention.category == "country"]
        words = [item for item in line.items if item.kind == "word" and not item.classes & {"det", "conj"}]
        if not names or words:
            break
        for role in names:
            found += members_of(line, role, "subject")
    return found
