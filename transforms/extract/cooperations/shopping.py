"""Craft told to be bought without a word for it: `paid B for X`, `went to B for its first satellite`.

Belongs here: paying, turning to a maker, and who had a used craft before. Does not belong here: the verbs of buying and
selling (`sales`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, places, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.roles import before, draft
from transforms.extract.cooperations.trade import exports, is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_NEAR = 5
_REACH = 12


def may_shop(sentence: Sentence) -> bool:
    """Whether a verb of paying or turning stands beside `for`."""
    said = sentence.words
    return "for" in said and not (words("turning").isdisjoint(said) and words("paid_for").isdisjoint(said))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft that a party went elsewhere for."""
    items = sentence.items
    for at, item in enumerate(items):
        is_paid = item.low in words("paid_for")
        if not is_paid and not _turns(items, at):
            continue
        buyers = before(sentence, at, 8)[-1:]
        goods = _goods(sentence, at)
        if not buyers or goods is None or is_hoped(sentence, at, 7, far=True):
            continue
        stop = goods.first
        near = range(at + 1, min(stop, at + (_NEAR if is_paid else 8)))
        sellers = [a for i in near for a in (actors(sentence, i) or ([] if is_paid else places(sentence, i)))][:1]
        if sellers and sellers[0].code != buyers[0].code:
            yield from exports("export_bought", sentence, at, [goods], sellers, buyers)


def _turns(items: list[Item], at: int) -> bool:
    """`turned to`, `went to`, `shopped in`: in one item or in two."""
    head, _, tail = items[at].low.partition(" ")
    after = tail or (items[at + 1].low if at + 1 < len(items) else "")
    return head in words("turning") and after in ("to", "in")


def _goods(sentence: Sentence, at: int) -> Thing | None:
    """The craft straight behind `for`: not `for advice on X`, `for a launch of X`; also `For X, A went to B`."""
    items = sentence.items
    fronted = items[0].low == "for"
    for thing in things(sentence):
        if not (at < thing.first < at + _REACH or (fronted and thing.first < at)):
            continue
        lead = thing.first - 1
        while lead > 0 and _is_own(items[lead]):
            lead -= 1
        plain = thing.last >= len(items) or not _is_noun(items[thing.last])
        if items[lead].low == "for" and plain:
            return thing
    return None


def _is_own(item: Item) -> bool:
    """A word of the phrase that names the craft: `its first radar`."""
    return (
        item.kind in ("number", "hyphen", "poss", "name")
        or "det" in item.classes
        or (item.kind == "word" and not item.classes)
    )


def _is_noun(item: Item) -> bool:
    return item.kind == "word" and not item.classes and not item.cues


def former_owner(thing: Thing, buyers: list[Actor]) -> list[Actor]:
    """`bought the ageing X`: whose the lexicon knows the used craft to have been."""
    items = thing.sentence.items
    is_used = any(item.low in words("used_craft") for item in items[max(0, thing.first - 4) : thing.first])
    codes = {actor.code for actor in buyers}
    found = [actor for actor in thing.known if actor.code not in codes]
    return found if is_used and len(found) == 1 else []


def of_used(sentence: Sentence, at: int, thing: Thing, buyers: list[Actor]) -> Iterator[Draft]:
    """A used craft from whose it was to who bought it."""
    owner = former_owner(thing, buyers)
    made = draft("satellite_export", "export_bought", sentence, at, [*owner, *buyers[-1:]], thing=thing,
                 supplier=owner[0]) if owner and buyers else None  # fmt: skip
    if made is not None:
        yield made
