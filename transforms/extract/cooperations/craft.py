"""The craft and programmes that a sentence names or means, and whose they are.

Belongs here: finding things, and their owners by the words around them or by the lexicon. Does not belong here: which
words are a craft (`recognition`), what `the satellite` points back to (`pointers`), what is undertaken with them.
"""

from functools import cache
from itertools import islice
from typing import NamedTuple

from transforms import lexicons
from transforms.extract.cooperations.actors import Actor, words
from transforms.extract.cooperations.names import numbers_on
from transforms.extract.cooperations.owners import (
    known_owners,
    owners_apposed,
    owners_before,
    owners_behind,
    owners_had,
    owners_its,
    owners_of_place,
)
from transforms.extract.cooperations.recognition import describes, is_craft, is_craft_noun
from transforms.extract.launches.craft import craft_type
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_NAMING = frozenset({"word", "hyphen", "name", "number", "poss"})
_STOPS = frozenset({"prep", "be", "have", "rel", "conj"})


class Thing(NamedTuple):
    """A craft or programme at items [first, last) of a sentence; `mention` is None where no name is given.

    Attributes:
        end: after the words that tell whose it is (`X of Brazil`).
        told: its owners by the words beside it.
        known: its owners by the lexicon.
    """

    sentence: Sentence
    first: int
    last: int
    end: int
    mention: Mention | None
    told: tuple[Actor, ...]
    known: tuple[Actor, ...]

    @property
    def owners(self) -> tuple[Actor, ...]:
        """Those told of, else those known, else those that the article tells elsewhere."""
        return self.told or self.known or told_elsewhere(self)

    @property
    def name(self) -> str | None:
        """Its name."""
        return self.mention.text if self.mention else None


@cache
def _makers() -> dict[str, tuple[str, ...]]:
    return {craft.spacecraft_id: craft.manufacturer_codes for craft in lexicons.spacecraft()}


def makers(thing: Thing) -> tuple[str, ...]:
    """Codes of those who built a craft, as the lexicon has it."""
    reading = thing.mention.reading("spacecraft") if thing.mention else None
    return _makers().get(reading.id, ()) if reading else ()


def _bounds(items: list[Item], at: int) -> tuple[int, int]:
    """The name at this item with the noun of craft beside it and what joins them."""
    first, last = at, at + 1
    end = numbers_on(items, last) if items[at].low[-1:].isdigit() else last
    if end > last and end < len(items) and is_craft_noun(items[end]):
        return first, end + 1
    while (
        last < len(items)
        and last - at < 5
        and items[last].kind in ("word", "hyphen", "quote")
        and not items[last].classes
    ):
        if is_craft_noun(items[last]):
            return first, last + 1
        last += 1
    while first and items[first - 1].kind == "quote":
        first -= 1
    if first and is_craft_noun(items[first - 1]):
        first -= 1
    return first, at + 1


def things(sentence: Sentence) -> tuple[Thing, ...]:
    """The craft and programmes of a sentence, named or meant, in order."""
    known = sentence.__dict__.get("_things")
    if known is None:
        known = sentence.__dict__["_things"] = tuple(_things(sentence))
    return known


def _things(sentence: Sentence) -> list[Thing]:
    items = sentence.items
    found: list[Thing] = []
    siblings = words("sibling")
    for at, item in enumerate(items):
        if found and at < found[-1].last:
            continue
        if item.kind == "name":
            if is_craft(sentence, at):
                _take_name(sentence, at, found)
        elif item.kind != "word":
            continue
        elif item.low in siblings and _is_kin(items, at):
            kin = _kin(sentence, found)
            found += [Thing(sentence, at, at + 1, at + 1, None, kin.told or kin.known, ())] if kin is not None else []
        elif is_craft_noun(item) and not describes(items, at):
            _take_noun(sentence, at, found)
    return found


def _take_name(sentence: Sentence, at: int, found: list[Thing]) -> None:
    """Add the craft named at this item; of a second name, or one that a noun before it announced, to the one before."""
    items = sentence.items
    first, last = _bounds(items, at)
    if last < len(items) and items[last].low in words("design"):
        return
    new = _thing(sentence, first, last, items[at].mention)
    if found and found[-1].last > first:
        found.pop()
    if found and found[-1].mention is not None and _is_bracketed(items, found[-1].last, at):
        found[-1] = _with_alias(found[-1], new, at + 2)
        return
    if found and found[-1].mention is None and _is_apposed(items, found[-1].end, first):
        before = found.pop()
        new = new._replace(first=before.first, told=before.told or new.told)
    found.append(new)


def _take_noun(sentence: Sentence, at: int, found: list[Thing]) -> None:
    """Add the craft that a bare noun means; where it explains the name before it, what it tells of that one."""
    new = _thing(sentence, at, at + 1, None)
    last = found[-1] if found and found[-1].mention is not None else None
    if last is not None and _explains(sentence.items, last.last, at):
        found[-1] = last._replace(last=at + 1, end=new.end, told=last.told or new.told)
    elif last is not None and _is_said_to_be(sentence.items, last.end, at):
        found[-1] = last._replace(told=last.told or new.told)
    else:
        found.append(new)


def _is_kin(items: list[Item], at: int) -> bool:
    """`its smaller brother`, `a sibling of it`: a craft told by another one."""
    return any(item.low in ("its", "their") for item in items[max(0, at - 3) : at])


def _kin(sentence: Sentence, found: list[Thing]) -> Thing | None:
    """Whose brother it is: the craft named before it in the sentence, else in one of the two before."""
    named = [thing for thing in found if thing.mention is not None]
    for earlier in islice(sentence.before(), 2):
        named = named or [thing for thing in things(earlier) if thing.mention is not None]
    return named[0] if named else None


def _thing(sentence: Sentence, first: int, last: int, mention: Mention | None) -> Thing:
    behind, end = owners_behind(sentence, last)
    told = tuple(
        _distinct(
            [*owners_before(sentence, first), *behind, *owners_of_place(sentence, first), *owners_had(sentence, last)]
        )
    )
    known = known_owners(sentence, mention) if mention else ()
    told = told or (tuple(owners_apposed(sentence, last)) if mention and not known else ())
    told = told or (tuple(owners_its(sentence, first)) if sentence.part.name == "text" else ())
    if known and told and all(sentence.items[actor.item].low in ("europe", "european") for actor in told):
        told = ()  # `Europe's X` may be the Union's, Eumetsat's or a firm's
    return Thing(sentence, first, last, end, mention, told, known)


def _distinct(found: list[Actor]) -> list[Actor]:
    return list({actor.code: actor for actor in reversed(found)}.values())


def _is_said_to_be(items: list[Item], start: int, noun: int) -> bool:
    """`X is Oman's first satellite`, `X became the first satellite of Oman`: what a name is said to be."""
    between = items[start:noun]
    if not 1 < len(between) < 10 or not ("be" in between[0].classes or between[0].low in words("becoming")):
        return False
    return all(item.kind in _NAMING and not item.classes & _STOPS for item in between[1:])


def _is_bracketed(items: list[Item], last: int, at: int) -> bool:
    """`Oman Observation Satellite (OOS-1)`: another name of the same craft."""
    return at == last + 1 and items[last].kind == "open" and at + 1 < len(items) and items[at + 1].kind == "close"


def _with_alias(thing: Thing, alias: Thing, last: int) -> Thing:
    """The thing by its number, where one of its two names has one."""
    numbered = any(char.isdigit() for char in alias.name or "") and not any(char.isdigit() for char in thing.name or "")
    return thing._replace(mention=alias.mention if numbered else thing.mention, last=last, end=max(last, alias.end),
                          told=thing.told or alias.told, known=thing.known or alias.known)  # fmt: skip


def _is_apposed(items: list[Item], start: int, stop: int) -> bool:
    """`its satellite, X`; `a satellite named X`."""
    between = items[start:stop]
    return len(between) < 4 and all(
        item.kind in ("comma", "quote", "colon")
        or item.low in ("called", "named", "dubbed", "the", "as", "known", "nicknamed")
        for item in between
    )


def _explains(items: list[Item], start: int, noun: int) -> bool:
    """`X, a communications satellite`; `X, Oman's first satellite`: the noun phrase behind the name explains it."""
    between = items[start:noun]
    if len(between) < 2 or len(between) > 9 or between[0].kind not in ("comma", "open"):
        return False
    if not (between[1].low in ("a", "an", "the", "its", "another") or any(item.kind == "poss" for item in between)):
        return False
    return all(item.kind in _NAMING and not item.classes & _STOPS for item in between[1:])


def told_elsewhere(thing: Thing) -> tuple[Actor, ...]:
    """Whose the craft of that name is by the words beside its name in any sentence of the article."""
    if thing.mention is None:
        return ()
    document = thing.sentence.part.document
    if "_owned" not in document.__dict__:
        document.__dict__["_owned"] = _owned(document)
    found: tuple[Actor, ...] = document.__dict__["_owned"].get(thing.mention.text, ())
    return found


def is_claimed(thing: Thing, code: str) -> bool:
    """Whether the article tells all over that the craft is another's than the lexicon has it."""
    document = thing.sentence.part.document
    if "_owned" not in document.__dict__:
        document.__dict__["_owned"] = _owned(document)
    claimed: dict[str, set[str]] = document.__dict__.get("_claimed", {})
    return bool(thing.name in claimed and code not in claimed[thing.name or ""])


def _owned(document: Document) -> dict[str, tuple[Actor, ...]]:
    """The owners told beside each name; of a craft named first and explained after it (`X is up. Oman's first …`)."""
    found: dict[str, tuple[Actor, ...]] = {}
    last: str | None = None
    bare: tuple[Actor, ...] = ()
    for sentence in document.sentences:
        own = things(sentence) if sentence.hits else ()
        named = [thing for thing in own if thing.mention is not None]
        for thing in own:
            name = thing.name or (last if not named and is_single(thing) and len(thing.told) == 1 else None)
            if thing.name and thing.told and thing.known:
                document.__dict__.setdefault("_claimed", {}).setdefault(thing.name, {a.code for a in thing.told})
            if name is not None and thing.told and not thing.known:
                elsewhere = tuple(actor._replace(item=-1, inferred=True) for actor in thing.told)
                found.setdefault(name, elsewhere)
            if name is not None and bare and not thing.told and not thing.known and _is_pointed(thing):
                found.setdefault(name, bare)  # `A will launch its first satellite. The satellite, called X, …`
            if thing.name is None and is_single(thing) and len(thing.told) == 1:
                bare = tuple(actor._replace(item=-1, part=sentence.part.name, inferred=True) for actor in thing.told)
            elif thing.name is not None:
                bare = ()
        last = named[-1].name if named else last if sentence.part.name == "title" else None
    return found


def _is_pointed(thing: Thing) -> bool:
    """`the satellite, called X`: a noun that points back, with the name behind it."""
    items = thing.sentence.items
    lead = items[thing.first - 1].low if thing.first else ""
    return lead in ("the", "this") and is_craft_noun(items[thing.first])


def is_single(thing: Thing) -> bool:
    """Whether one craft is told of, by name or by a noun in the singular."""
    return thing.mention is not None or not thing.sentence.items[thing.last - 1].low.endswith(("s", "craft"))


def is_station(thing: Thing) -> bool:
    """Whether the thing is a space station."""
    return thing.mention is not None and craft_type(thing.mention) == "station"
