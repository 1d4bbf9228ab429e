"""Who plays which part beside a word: the parties behind it by preposition, the one before it, and drafts of them.

Belongs here: what the frames of all types share. Does not belong here: the frames, or craft (`craft`).
"""

from collections.abc import Iterable, Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing
from transforms.extract.drafts import Draft
from transforms.text import coreference
from transforms.text.closed import CLASSES, NONE
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_KEPT = frozenset({"in", "from", "at"})
_WHERE = frozenset({"in", "at", "of"})
_STOPS = frozenset({"rel", "be", "have", "modal"})


def is_verb_end(item: Item) -> bool:
    """Whether a new clause begins here."""
    return item.kind in ("semicolon", "colon", "dash", "stop") or bool(item.classes & _STOPS and item.kind == "word")


def behind(sentence: Sentence, at: int, reach: int = 22, *, stop: int | None = None) -> Iterator[tuple[str, int]]:
    """Items of parties and places behind item `at`, each with the preposition it hangs on, to the end of the clause."""
    items, taken, outer = sentence.items, True, ""
    governor = _preposition(items[at]) if " " in items[at].low else ""
    for index in range(at + 1, min(len(items), at + 1 + reach, stop if stop is not None else len(items))):
        item = items[index]
        if is_verb_end(item):
            return
        preposition = _preposition(item)
        if preposition:
            kept = preposition == "of" or (governor == "with" and preposition in _KEPT)
            if taken or not kept:  # `to the services of A`, `with firms in A` hang on `to`, `with`
                outer = governor if preposition in _WHERE and governor not in _WHERE else outer
                governor, taken = preposition, False
        elif item.low in words("terms"):
            return
        elif item.kind == "number" and items[index - 1].low == governor and governor in _WHERE and outer:
            governor = outer  # `to A in 2007, B in 2008`
        elif item.mention is not None and (item.mention.is_party or item.mention.category in ("unknown", "place")):
            taken = governor != "with" or mention_acts(sentence, index)
            if governor in _WHERE and outer and _is_listed_body(items, index):
                governor = outer  # `by the Institute of A in B and the University of C`
            yield governor, index


def mention_acts(sentence: Sentence, index: int) -> bool:
    """Whether the name is known for a party, so that no `of` behind it is needed to tell whose it is."""
    mention = sentence.items[index].mention
    return mention is None or not mention.category.startswith("unknown") or bool(actors(sentence, index))


def _preposition(item: Item) -> str:
    """The preposition that the item is or, a cue of several words (`run by`), ends in; empty of others."""
    if item.kind != "word" or "prep" in item.classes:
        return item.low if item.kind == "word" else ""
    last = item.low.rpartition(" ")[2] if " " in item.low else ""
    return last if "prep" in CLASSES.get(last, NONE) else ""


def _is_listed_body(items: list[Item], index: int) -> bool:
    mention, lead = items[index].mention, index - 1
    while lead > 0 and "det" in items[lead].classes:
        lead -= 1
    return (
        mention is not None
        and mention.category in ("organization", "unknown_organization")
        and "conj" in items[lead].classes
    )


def governed(sentence: Sentence, at: int, *prepositions: str, reach: int = 22, stop: int | None = None) -> list[Actor]:
    """The parties behind item `at` that hang on one of the prepositions, before item `stop`."""
    found: list[Actor] = []
    for governor, index in behind(sentence, at, reach, stop=stop):
        if governor in prepositions:
            local = places(sentence, index) if governor in ("in", "at") else ()
            found += actors(sentence, index, loose=True) or local
    return distinct(found)


def before(sentence: Sentence, at: int, reach: int = 14) -> list[Actor]:
    """The parties of the subject of the verb at item `at`: the nearest one before it and those listed with it."""
    items = sentence.items
    index = at - 1
    while index >= 0 and at - index < reach:
        item = items[index]
        if item.kind in ("semicolon", "colon", "dash") or (item.classes & {"rel"} and item.kind == "word"):
            return []
        is_subject = item.mention is not None and not _hangs(items, index) and not _is_parent(items, index)
        if is_subject and (own := actors(sentence, index)):
            return distinct([*_list_before(sentence, index), *own])
        index -= 1
    return []


def _is_parent(items: list[Item], index: int) -> bool:
    """`A, a subsidiary of the B group, has built …`: the firm behind `of` builds nothing."""
    near = items[max(0, index - 7) : index]
    owned = next((n for n, item in enumerate(near) if item.low in words("parent")), None)
    return (
        owned is not None
        and near[0].kind != "stop"
        and not any(item.kind == "comma" or "be" in item.classes for item in near[owned:])
    )


def which(sentence: Sentence, at: int) -> list[Actor] | None:
    """`A, the local maker, which built …`: whom the word before the verb stands for; None where it is no such word."""
    items, lead = sentence.items, at - 1
    while lead > 0 and items[lead].classes & {"have", "adv"}:
        lead -= 1
    if lead < 1 or items[lead].low not in ("which", "who"):
        return None
    for index in range(lead - 1, max(-1, lead - 9), -1):
        if items[index].mention is not None and (own := actors(sentence, index)):
            return list(own)
        if items[index].classes & {"be", "have", "modal", "rel"} or items[index].kind in ("semicolon", "colon"):
            break
    return []


def subject(sentence: Sentence, at: int) -> list[Actor]:
    """As `before`; of a second verb (`A has sold … and has launched …`) the sentence's first party that acts."""
    items, lead = sentence.items, at - 1
    while lead > 0 and (items[lead].classes & {"have", "adv", "be"}):
        lead -= 1
    if lead > 0 and "conj" in items[lead].classes:
        for index in range(lead):
            if (own := actors(sentence, index)) and not _hangs(items, index):
                return list(own)
    return before(sentence, at)


def main_subject(sentence: Sentence, at: int) -> list[Actor]:
    """`A prepares a satellite built with B`: the subject of the sentence, where the craft names no owner."""
    for index in range(min(at, 8)):
        own = actors(sentence, index)
        if own:
            return list(own[:1])
        if "prep" in sentence.items[index].classes:
            return []
    return []


def _hangs(items: list[Item], index: int) -> bool:
    """Whether a preposition governs the name at this item: any but the `of` of a noun (`the agency of A`)."""
    lead = index - 1
    while lead >= 0 and (
        items[lead].classes & {"det"} or items[lead].mention is not None or items[lead].kind == "poss"
    ):
        lead -= 1
    if lead < 0 or items[lead].kind != "word" or "prep" not in items[lead].classes:
        return False
    return items[lead].low != "of" or (lead > 0 and items[lead - 1].kind == "comma")


def pronoun(sentence: Sentence, at: int, *, of_first_verb: bool = False) -> list[Actor]:
    """Whom `it` or `the company` before the verb stands for; with `of_first_verb`, also before `…, and has built`."""
    items, lead = sentence.items, at - 1
    while lead > 0 and items[lead].classes & {"have", "adv", "be"}:
        lead -= 1
    joined = of_first_verb and lead > 0 and "conj" in items[lead].classes
    start = items[0 if joined else max(0, at - 6)].start
    if start >= items[at].start:
        return []
    found = coreference.single(sentence, start, sentence.items[at].start)
    if found is None:
        return []
    return [Actor(code, found.start, found.end, sentence.part.name, True, -1) for code in found.codes]


def group(sentence: Sentence) -> list[Actor]:
    """The parties that `the two agencies`, `both countries` in the sentence stand for."""
    found = coreference.group(sentence)
    if found is None:
        return []
    return [Actor(code, found.start, found.end, sentence.part.name, True, -1) for code in found.codes]


def group_before(sentence: Sentence, at: int) -> list[Actor]:
    """As `group`, where its words stand close before the verb at item `at`: `the two kingdoms' students built …`."""
    found = group(sentence)
    start = sentence.items[max(0, at - 7)].start
    return found if found and start <= found[0].start < sentence.items[at].start else []


def _list_before(sentence: Sentence, index: int) -> list[Actor]:
    """The other members of the list that ends at this item."""
    items, found = sentence.items, list[Actor]()
    at = index - 1
    joined = False
    while at >= 0 and index - at < 16:
        item = items[at]
        if item.kind == "comma" or "conj" in item.classes:
            joined = True
        elif item.mention is not None and (own := actors(sentence, at)):
            if not joined:
                break
            found = [*own, *found]
            joined = False
        elif "det" not in item.classes and item.kind != "poss":
            break
        at -= 1
    return found


def listed(sentence: Sentence, at: int) -> list[int]:
    """Items of the parties in the list that begins at item `at`: `A, the B (2008) and C`, `A's firm and B's`."""
    items, found = sentence.items, [at]
    joined = bracketed = False
    for index in range(at + 1, min(len(items), at + 40)):
        item = items[index]
        if bracketed or item.kind == "open":
            bracketed = item.kind != "close"
        elif item.kind in ("comma", "semicolon") or "conj" in item.classes or "det" in item.classes:
            joined = joined or "det" not in item.classes
        elif item.mention is not None and joined and actors(sentence, index):
            found.append(index)
            joined = False
        elif item.kind == "poss" or (item.mention is not None and items[index - 1].kind == "poss"):
            continue  # the firm is its state's
        elif item.kind != "number" and item.low != "in" and not (joined and item.low == "of"):
            break
    return found


def other_deed(sentence: Sentence, at: int) -> int | None:
    """`made by A and owned by B`: the item of a second participle, with an agent of its own; None without one."""
    items = sentence.items
    for index in range(at + 2, min(len(items) - 1, at + 16)):
        is_second = "conj" in items[index - 1].classes and items[index].low.endswith("ed")
        if is_second and items[index + 1].low == "by" and any(item.low in ("by", "with") for item in items[at:index]):
            return index
    return None


def home(sentence: Sentence, at: int) -> list[Actor]:
    """`built by students from universities of A, B and C`: where those behind `by` come from, by name nobody."""
    items = sentence.items
    if at + 2 >= len(items) or items[at + 1].low != "by":
        return []
    people = any(item.cue("actor") is not None or item.low in words("makers") for item in items[at + 2 : at + 5])
    return governed(sentence, at, "from", reach=18) if people else []


def over_partner(sentence: Sentence, at: int) -> int:
    """`has developed, with A of B, two satellites`: the item from which the verb's object is looked for."""
    items = sentence.items
    if at + 2 >= len(items) or items[at + 1].kind != "comma" or items[at + 2].low not in ("with", "alongside"):
        return at
    return next((i for i in range(at + 3, min(len(items), at + 14)) if items[i].kind == "comma"), at)


def draft(kind: str, rule: str, sentence: Sentence, trigger: int, parties: Iterable[Actor], *,
          thing: Thing | None = None, supplier: Actor | None = None) -> Draft | None:  # fmt: skip
    """An undertaking of two or more codes; None of fewer."""
    found = list(parties)
    if len({actor.code for actor in found}) < 2:
        return None
    item = sentence.items[trigger]
    made = Draft("cooperation", rule, sentence, item.start)
    made.put("type", kind, item.start, item.end, inferred=True)
    for actor in found:
        made.add("parties", actor.code, actor.start, actor.end, inferred=actor.inferred, part=actor.part)
    if thing is not None and thing.mention is not None:
        mention = thing.mention
        made.put("subject", mention.text, mention.start, mention.end, inferred=thing.sentence is not sentence,
                 part=thing.sentence.part.name)  # fmt: skip
        made.notes["thing"] = mention
        programme = mention.reading("programme")
        if programme is not None:
            made.put("programme", mention.text, mention.start, mention.end, part=thing.sentence.part.name)
    if supplier is not None:
        made.put("supplier", supplier.code, supplier.start, supplier.end, inferred=True, part=supplier.part)
    made.features.add(f"type:{kind}")
    made.features.add("has_subject" if made.get("subject") else "no_subject")
    return made
