"""Craft that one party sells, gives or delivers to another.

Belongs here: the frames of selling and of buying. Does not belong here: who builds (`makers`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations import shopping
from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, main_party, words
from transforms.extract.cooperations.craft import Thing
from transforms.extract.cooperations.roles import before, behind, governed, listed, main_subject, pronoun, subject
from transforms.extract.cooperations.trade import (
    exports,
    is_hoped,
    known_maker,
    points_back,
    things_before,
    things_behind,
)
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.verbs import group

_LABELS = frozenset({"cooperation.sell", "cooperation.buy"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is sold, delivered or bought."""
    return has_label(sentence, _LABELS) or (bool(sentence.hits) and shopping.may_shop(sentence))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft and buyer."""
    for at, item in enumerate(sentence.items):
        for cue in item.cues:
            if cue.label == "cooperation.sell":
                yield from _sold(sentence, at, cue.value, cue.form)
            elif cue.label == "cooperation.buy" and cue.form != "base":
                yield from _bought(sentence, at, cue.value, cue.form)
    if shopping.may_shop(sentence):
        yield from shopping.find(sentence)


def _sold(sentence: Sentence, at: int, value: str, form: str) -> Iterator[Draft]:
    """`exported satellites to A, B and C`: one fact for each buyer; `exported X of A`: one for each craft."""
    plain = form == "base" and value == "deliver" and sentence.part.name == "text"
    if plain or is_hoped(sentence, at):
        return
    buyers = _buyers(sentence, at)
    goods = things_before(sentence, at) if group(sentence.items, at, form).is_passive else []
    passive = bool(goods)
    goods = goods or things_behind(sentence, at, 8) or things_behind(sentence, at + 1, 6)
    goods = goods or (things_behind(sentence, at + 2, 5) if _is_supplied(sentence, at) else [])
    if not goods or (value == "deliver" and _is_to_fly(sentence.items[at:])):
        return
    seller = governed(sentence, at, "by", reach=10)[:1] if passive else subject(sentence, at)[-1:]
    seller = seller or pronoun(sentence, at)
    codes = {buyer.code for buyer in buyers}
    seller = [a for a in seller or known_maker(goods[0]) or main_party(sentence.part.document) if a.code not in codes]
    if buyers:
        for buyer in buyers:
            yield from exports("export_sold", sentence, at, goods[:1], seller, [buyer])
    elif passive or value == "sell":
        known = [t for t in goods if t.told or t.mention or points_back(t)]
        yield from exports("export_sold", sentence, at, known, seller)


def _is_to_fly(items: list[Item]) -> bool:
    """`was handed over to A in preparation for its deployment`: to be sent up, not to be had."""
    for at, item in enumerate(items):
        if item.low in words("to_fly_it"):
            return any(
                other.low in ("preparation", "prepare", "for", "ahead of") for other in items[max(0, at - 3) : at]
            )
    return False


def _is_supplied(sentence: Sentence, at: int) -> bool:
    """`is supplying A with three satellites`."""
    items = sentence.items
    return at + 2 < len(items) and items[at + 1].mention is not None and items[at + 2].low == "with"


def _buyers(sentence: Sentence, at: int) -> list[Actor]:
    """The parties listed behind `to`; the one that is given something (`gives A a satellite`)."""
    after = sentence.items[at + 1].mention if at + 1 < len(sentence.items) else None
    if _is_supplied(sentence, at):
        return list(actors(sentence, at + 1))
    if after is not None and after.category in ("country", "metonym") and things_behind(sentence, at + 1, 6):
        return list(actors(sentence, at + 1))
    for governor, index in behind(sentence, at, 18):
        if governor in ("to", "as"):
            named = [i for i in listed(sentence, index) if sentence.items[i].low != "europe"]  # where, not to whom
            return distinct(a for i in named for a in actors(sentence, i))
    return _counted(sentence, at)


def _counted(sentence: Sentence, at: int) -> list[Actor]:
    """`to five countries: A, B and C`, `to customers in five nations, including A and B`."""
    items = sentence.items
    for index in range(at + 2, min(len(items) - 2, at + 14)):
        if items[index].cue("agreement.nation") is None or all(item.low != "to" for item in items[at + 1 : index]):
            continue
        first = _first_named(items, index + 1)
        if first is not None and actors(sentence, first):
            return distinct(a for i in listed(sentence, first) for a in actors(sentence, i))
    return []


def _first_named(items: list[Item], at: int) -> int | None:
    """Index of what `:`, `, including` or `namely` at item `at` names; None where nothing is named."""
    named = at + 1 if items[at].kind in ("colon", "dash", "hyphen") else at
    word = named + 1 if items[named].kind == "comma" else named
    if word < len(items) and items[word].low in words("naming"):
        named = word + 1
    return named if at < named < len(items) else None


def _bought(sentence: Sentence, at: int, value: str, form: str) -> Iterator[Draft]:
    """`X, bought from B`; `A received X`, which the lexicon knows as built by B that the article speaks of."""
    if is_hoped(sentence, at):
        return
    found: list[Thing] = things_behind(sentence, at, 8)[:2]
    passive = not found or (value == "buy" and group(sentence.items, at, form).is_passive)
    found = (things_before(sentence, at) or found) if passive else found
    buyers = [] if passive else before(sentence, at, 20)
    if value == "buy" and found:
        suppliers = governed(sentence, at, "from", reach=14)[:1] or governed(sentence, at, "in", reach=7)[:1]
        buyers = buyers or governed(sentence, at, "by", reach=12)
        if passive and not buyers and found[0].mention is None and not found[0].told:
            buyers = main_subject(sentence, found[0].first)  # `A broadcasts over a satellite bought from B`
        if not suppliers and not passive:
            yield from shopping.of_used(sentence, at, found[0], buyers)
        yield from exports("export_bought", sentence, at, found, suppliers, buyers)
    elif value == "get" and buyers:
        for thing in found:
            yield from exports("export_bought", sentence, at, [thing], known_maker(thing), buyers[-1:])
