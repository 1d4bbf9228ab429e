"""The craft and programmes that a sentence names or means, and whose they are.

Belongs here: finding things, their owners by the words around them or by the lexicon, and what `the satellite` points
back to. Does not belong here: what is undertaken with them.
"""

from functools import cache
from typing import NamedTuple

from transforms import lexicons
from transforms.extract.cooperations.actors import Actor, words
from transforms.extract.cooperations.names import is_beside_noun, is_likeness, numbers_on, plans
from transforms.extract.cooperations.owners import known_owners, owners_before, owners_behind
from transforms.extract.launches.craft import craft_type, is_payload
from transforms.text.document import Document, Sentence
from transforms.text.items import Item
from transforms.text.mentions import Mention

_NAMING = frozenset({"word", "hyphen", "name", "number", "poss"})
_STOPS = frozenset({"prep", "be", "have", "rel", "conj"})
_CRAFT = words("craft")
_REACH = 6
_LEDE = 4
_FAR = 12
_ACRONYM = 3


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
        """Those told of, else those known."""
        return self.told or self.known

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


def is_craft_noun(item: Item) -> bool:
    """Whether the word, or the last one of a phrase (`lunar orbiter`), is a noun of spacecraft."""
    return item.kind == "word" and item.low.rpartition(" ")[2] in _CRAFT


def _noun_beside(items: list[Item], at: int) -> bool:
    around = items[max(0, at - 1) : at] + [i for i in items[at + 1 : at + 4] if i.kind == "word"]
    return any(is_craft_noun(item) for item in around)


def is_named_craft(items: list[Item], at: int) -> bool:
    """Whether the name at this item is that of a spacecraft or a programme."""
    mention = items[at].mention
    if mention is None or mention.is_party:
        return False
    kind = craft_type(mention)
    if kind is not None and not mention.is_doubtful:
        return not mention.reading("vehicle", "vehicle_family") or _noun_beside(items, at)
    if mention.category == "programme" and not mention.is_doubtful:
        return True
    if mention.reading("vehicle", "vehicle_family", "site"):
        return False
    return is_payload(items, at, mention) or (mention.is_doubtful and kind is not None and _noun_beside(items, at))


def _is_craft(sentence: Sentence, at: int) -> bool:
    """As `is_named_craft`; also a doubtful name that stands beside a noun of craft elsewhere in the article."""
    mention = sentence.items[at].mention
    if sentence.items[at].low in ("europe", "european") or len(sentence.items[at].low) == 1:
        return False
    if mention is not None and mention.category == "programme" and mention.id in plans():
        return False
    if is_likeness(sentence.items, at):
        return False
    if is_named_craft(sentence.items, at):
        return True
    if _is_owned_name(sentence, at):
        return True
    if mention is None or mention.is_party or mention.reading("vehicle", "vehicle_family", "site", "blocker"):
        return False
    if mention.reading("spacecraft") is None and (mention.category != "unknown" or " " in mention.text):
        return False
    cache: dict[str, bool] = sentence.part.document.__dict__.setdefault("_explained", {})
    if mention.text not in cache:
        texts = [part.text for part in sentence.part.document.parts]
        cache[mention.text] = any(is_beside_noun(mention.text, text) for text in texts)
    return cache[mention.text]


def _is_owned_name(sentence: Sentence, at: int) -> bool:
    """`NASA's Dawn`; `DAWN` beside NASA: a doubtful name with the party that the lexicon knows as its owner."""
    items, mention = sentence.items, sentence.items[at].mention
    reading = mention.reading("spacecraft") if mention else None
    if mention is None or reading is None or mention.is_party:
        return False
    if at > 1 and items[at - 1].kind == "poss":
        near = [items[at - 2].mention]
    else:
        near = list(sentence.parties) if mention.text.isupper() and len(mention.text) > _ACRONYM else []
    return any(m is not None and m.is_party and not set(m.codes).isdisjoint(reading.party_codes) for m in near)


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
    for at, item in enumerate(items):
        if found and at < found[-1].last:
            continue
        if item.mention is not None and _is_craft(sentence, at):
            first, last = _bounds(items, at)
            if last < len(items) and items[last].low in words("design"):
                continue
            new = _thing(sentence, first, last, item.mention)
            if found and found[-1].last > first:
                found.pop()
            if found and found[-1].mention is not None and _is_bracketed(items, found[-1].last, at):
                found[-1] = _with_alias(found[-1], new, at + 2)
                continue
            if found and found[-1].mention is None and _is_apposed(items, found[-1].end, first):
                before = found.pop()
                new = new._replace(first=before.first, told=before.told or new.told)
            found.append(new)
        elif is_craft_noun(item) and not _describes(items, at):
            new = _thing(sentence, at, at + 1, None)
            if found and found[-1].mention is not None and _explains(items, found[-1].last, at):
                found[-1] = found[-1]._replace(last=at + 1, end=new.end, told=found[-1].told or new.told)
            else:
                found.append(new)
    return found


def _thing(sentence: Sentence, first: int, last: int, mention: Mention | None) -> Thing:
    behind, end = owners_behind(sentence, last)
    told = tuple(_distinct([*owners_before(sentence, first), *behind]))
    return Thing(sentence, first, last, end, mention, told, known_owners(sentence, mention) if mention else ())


def _distinct(found: list[Actor]) -> list[Actor]:
    return list({actor.code: actor for actor in reversed(found)}.values())


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


def _describes(items: list[Item], at: int) -> bool:
    """Whether the noun only describes the next one: `satellite imagery`, `satellite operator`."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.kind != "word" or after.classes or after.capital:
        return False
    goes_on = after.low.partition(" ")[0] in words("predicate") or after.low in words("undertaking_noun")
    return not (goes_on or after.low.endswith(("ed", "ing", "ly")) or any(cue.form == "ed" for cue in after.cues))


def is_station(thing: Thing) -> bool:
    """Whether the thing is a space station."""
    return thing.mention is not None and craft_type(thing.mention) == "station"


def antecedent(sentence: Sentence, index: int) -> Thing | None:
    """The named craft that a pronoun or a bare noun at this item points back to.

    It is the first one named before it in the sentence; else that of the nearest sentence of the paragraph; else the
    article's own, or where it has none the last one named. A plain plural points no further than its
    paragraph.
    """
    near = [t for t in things(sentence) if t.mention is not None and t.last <= index and not is_station(t)]
    if near:
        return near[0]
    last: Thing | None = None
    for earlier in sentence.before():
        if sentence.index - earlier.index > _REACH:
            break
        named = [t for t in _if_hit(earlier) if t.mention is not None and not is_station(t)]
        if named and earlier.paragraph == sentence.paragraph:
            return named[0]
        last = last or (named[0] if named else None)
    return None if _is_general(sentence.items, index) else story(sentence.part.document) or last


def unnamed(sentence: Sentence) -> Thing | None:
    """The craft without a name, told with its one owner, that `the satellite` points back to: `A's new satellite`."""
    for earlier in sentence.before():
        if sentence.index - earlier.index > _FAR:
            break
        for thing in _if_hit(earlier):
            plural = earlier.items[thing.first].low.endswith("s") if thing.mention is None else True
            if not plural and len(thing.told) == 1:
                return thing
    return None


def _is_general(items: list[Item], index: int) -> bool:
    """`satellites made in China`: a plural without a pointing word means all of a kind, and none named far away."""
    item = items[index]
    points = index > 0 and items[index - 1].low in ("these", "those", "both", "its", "their")
    return item.kind == "word" and item.low.endswith("s") and is_craft_noun(item) and not points


def _if_hit(sentence: Sentence) -> tuple[Thing, ...]:
    return things(sentence) if sentence.hits else ()


def story(document: Document) -> Thing | None:
    """The craft that the article is about: the first one named in its title, else in its first sentences."""
    if "_story" not in document.__dict__:
        document.__dict__["_story"] = _story(document)
    return document.__dict__["_story"]  # type: ignore[no-any-return]


def _story(document: Document) -> Thing | None:
    for sentence in (*document.title.sentences, *document.body.sentences[:_LEDE]):
        for thing in _if_hit(sentence):
            if thing.mention is not None and not is_station(thing):
                return thing
    return None
