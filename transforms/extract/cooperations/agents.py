"""Who made a craft, by the words behind a passive verb or a noun of making: `by B`, `at the works of B`, `where`.

Belongs here: finding the makers. Does not belong here: which craft they made, or for whom (`makers`).
"""

from transforms.extract.cooperations.actors import Actor, actors, places
from transforms.extract.cooperations.craft import things
from transforms.extract.cooperations.roles import governed, home, other_deed
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def agents_of(sentence: Sentence, at: int) -> list[Actor]:
    """Those behind `built by`; without a party there, the place where it was built."""
    after = sentence.items[at + 1 : at + 3]
    if len(after) == 2 and after[0].low == "by" and "pron" in after[1].classes:
        return []  # `built by them in Japan`
    people = home(sentence, at)
    if people:
        return people
    at = _over_likeness(sentence.items, at)
    denied = next((i for i in range(at + 1, min(len(sentence.items), at + 3)) if sentence.items[i].low == "not"), None)
    if denied is not None:  # `built not by A but by B`
        at = next((i for i in range(denied, len(sentence.items)) if sentence.items[i].low == "but"), at)
    stop = next((thing.first for thing in things(sentence) if thing.first > at and thing.mention), None)
    if _is_by_giver(sentence.items, at):
        return []
    deed = other_deed(sentence, at)
    stop = min(stop, deed) if stop is not None and deed is not None else stop or deed
    for prepositions in (("by",), ("by", "of"), ("from", "at", "in")):
        found = governed(sentence, at, *prepositions, reach=14, stop=stop)
        if found:
            return found if prepositions == ("by",) else found[:1]
    return _part_of(sentence, at) or _where(sentence, at)


def _over_likeness(items: list[Item], at: int) -> int:
    """`built, like Y, at the works of B`: the comma that ends the likeness."""
    if at + 2 < len(items) and items[at + 1].kind == "comma" and items[at + 2].low in ("like", "as", "along"):
        return next((i for i in range(at + 3, min(len(items), at + 9)) if items[i].kind == "comma"), at)
    return at


def _where(sentence: Sentence, at: int) -> list[Actor]:
    """`a university in A, where X was assembled`: the works that the clause hangs on."""
    items = sentence.items
    where = next((i for i in range(at - 1, max(-1, at - 8), -1) if items[i].low == "where"), None)
    if where is None:
        return []
    near = range(where - 1, max(-1, where - 9), -1)
    return next(([own[0]] for i in near if (own := actors(sentence, i) or places(sentence, i))), [])


def _part_of(sentence: Sentence, at: int) -> list[Actor]:
    """`made at works that are part of B`."""
    items = sentence.items
    near = range(at + 2, min(len(items), at + 9))
    of = next((i for i in near if items[i - 1].low == "part" and items[i].low == "of"), None)
    if of is None or items[at + 1].low not in ("at", "by"):
        return []
    return [a for i in range(of + 1, min(len(items), of + 5)) for a in actors(sentence, i)][:1]


def by_storys_maker(sentence: Sentence, at: int) -> list[Actor]:
    """`two more are being built for Oman`, with no agent told: by the one maker that the article names."""
    items = sentence.items
    if not any(item.low == "for" for item in items[at + 1 : at + 3]):
        return []
    found: dict[str, Actor] = {}
    for part in sentence.part.document.parts:
        for hit in part.hits:
            if any(cue.label == "supplier" and cue.value == "build" for cue in hit.entry.cues):
                for reading in hit.entry.readings(part.text[hit.start : hit.end])[:1]:
                    for code in reading.party_codes:
                        found.setdefault(code, Actor(code, hit.start, hit.end, part.name, True, -1))
    return list(found.values()) if len(found) == 1 else []


def _is_by_giver(items: list[Item], at: int) -> bool:
    """`built with a part supplied by A`: those behind `by` gave a part of it."""
    by = next((i for i in range(at + 2, min(len(items), at + 12)) if items[i].low == "by"), None)
    if by is None or any(item.low == "by" for item in items[at + 1 : by]):
        return False
    return items[by - 1].cue("cooperation.sell") is not None and "conj" not in items[by - 2].classes


def builder(sentence: Sentence, at: int) -> list[Actor]:
    """`the construction of the satellite by B took place in …`: who did it."""
    by = next((i for i in range(at + 3, min(len(sentence.items), at + 12)) if sentence.items[i].low == "by"), None)
    near = range(by + 1, min(by + 5, len(sentence.items))) if by is not None else ()
    return [a for i in near for a in actors(sentence, i)]
