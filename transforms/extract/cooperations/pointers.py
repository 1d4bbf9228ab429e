"""Which craft a pronoun or a bare noun means, and which one an article is about.

Belongs here: looking back, and forward, for the craft meant. Does not belong here: finding craft in a sentence
(`craft`).
"""

from transforms.extract.cooperations.actors import words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.recognition import flies_alone, is_craft_noun
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 6
_LEDE = 4
_FAR = 12


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
    if _is_general(sentence.items, index):
        return None
    main = story(sentence.part.document)
    return last if main is None or _is_to_come(main, sentence, index) else main


def _is_to_come(thing: Thing, sentence: Sentence, index: int) -> bool:
    """Whether the craft is named only behind the words that point: those mean another one."""
    return thing.sentence is sentence and thing.first > index


def meant(sentence: Sentence, index: int) -> list[Thing]:
    """The named craft and programmes of a sentence, without stations; else what `the mission` in it points back to."""
    named = [t for t in things(sentence) if t.mention is not None and not is_station(t)]
    if named:
        return named
    items = sentence.items
    points = any(
        item.low in words("undertaking") and any(i.low in ("the", "this", "its") for i in items[max(0, at - 2) : at])
        for at, item in enumerate(items)
    )
    found = antecedent(sentence, index) if points else None
    return [found] if found is not None and flies_alone(found.mention) else []


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
