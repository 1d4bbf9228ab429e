"""Which words of a sentence name or mean a craft or a programme.

Belongs here: telling a craft's name or noun from other words. Does not belong here: whose it is (`craft`), what a
pronoun points back to (`pointers`).
"""

from functools import lru_cache

from transforms.extract.cooperations.actors import words
from transforms.extract.cooperations.names import is_likeness, plans
from transforms.extract.launches.craft import craft_type, is_payload
from transforms.text.closed import CLASSES
from transforms.text.introduced import is_introduced
from transforms.text.items import Item
from transforms.text.lookahead import is_verb
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_CRAFT = words("craft")
_ACRONYM = 3
#: Craft that fly by themselves.
_FREE = frozenset({"satellite", "probe", "telescope", "rover"})
#: Owners of an outpost that is many parties' are more than these.
_SOME = 2
_SHARING = ("tak", "took", "participa")
_PREDICATES = frozenset({"be", "have", "modal"})


def is_craft_noun(item: Item) -> bool:
    """Whether the word, or the last one of a phrase (`lunar orbiter`), is a noun of spacecraft."""
    if item.low == "sat" and not item.capital:
        return False  # `beside him sat …`
    return item.kind == "word" and _ends_in_craft(item.low)


@lru_cache(maxsize=20_000)
def _ends_in_craft(low: str) -> bool:
    return low.rpartition(" ")[2] in _CRAFT


def flies_alone(mention: Mention | None) -> bool:
    """Whether it names one craft: no constellation, station, capsule or crew."""
    return mention is not None and (craft_type(mention) in _FREE or mention.category == "unknown_craft")


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


def is_craft(sentence: Sentence, at: int) -> bool:
    """As `is_named_craft`; also a doubtful name that stands beside a noun of craft elsewhere in the article."""
    mention = sentence.items[at].mention
    if mention is None or mention.is_party:
        return False
    if sentence.items[at].low in ("europe", "european") or len(sentence.items[at].low) == 1:
        return False
    if mention.category == "programme" and mention.id in plans():
        return False
    if is_likeness(sentence.items, at):
        return False
    if is_named_craft(sentence.items, at):
        return True
    if _is_owned_name(sentence, at) or _is_storys(sentence, at) or _is_shared_in(sentence, at):
        return True
    if mention.reading("vehicle", "vehicle_family", "site", "blocker"):
        return False
    if mention.reading("spacecraft") is None and (mention.category != "unknown" or " " in mention.text):
        return False
    return is_introduced(sentence.part.document, mention.text)


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


def _is_shared_in(sentence: Sentence, at: int) -> bool:
    """`has taken part in Envisat, Rosetta and Gaia`: an everyday name in a list of what a party shares in.

    The party is one that the article speaks of, or the owner of what stands before it in the list.
    """
    items, mention = sentence.items, sentence.items[at].mention
    reading = mention.reading("spacecraft") if mention is not None else None
    if mention is None or reading is None or not mention.text[:1].isupper():
        return False
    lead = at - 1
    while lead > 0 and (items[lead].mention is not None or items[lead].kind == "comma" or items[lead].low == "and"):
        lead -= 1
    if lead < 1 or items[lead].low != "in" or not items[lead - 1].low.startswith(_SHARING):
        return False
    owners = {code for item in items[lead + 1 : at] if item.mention is not None for code in item.mention.codes}
    known = owners.union(sentence.part.document.salience)
    return items[lead - 1].cue("cooperation.joint") is not None and not known.isdisjoint(reading.party_codes)


def _is_storys(sentence: Sentence, at: int) -> bool:
    """`Dawn left the pad`: an everyday word that names a craft of a party of which the article speaks.

    The name has to act or be had, or stand in mid-sentence with its capital, and be no part of a longer name.
    """
    items, mention = sentence.items, sentence.items[at].mention
    if sentence.part.name == "title" or mention is None or mention.is_party or not mention.text[:1].isupper():
        return False
    reading = mention.reading("spacecraft")
    if (
        reading is None
        or not mention.is_doubtful
        or set(reading.party_codes).isdisjoint(sentence.part.document.salience)
    ):
        return False
    outpost = craft_type(mention) == "station" and len(reading.party_codes) > _SOME
    if not (craft_type(mention) in _FREE or outpost) or mention.reading(
        "vehicle", "vehicle_family", "site", "place", "blocker"
    ):
        return False
    lead, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    if after is None or after.kind in ("name", "hyphen", "number") or (after.capital and after.kind == "word"):
        return False
    if lead is None:
        is_said = is_verb(items, at + 1) or bool(after.classes & _PREDICATES) or after.low.endswith(("s", "ed"))
        return after.kind in ("comma", "poss") or is_said
    if lead.low == "the" and lead.kind == "word":
        return " " in mention.text or after.low in words("undertaking_noun")  # `the Dawn mission`
    return lead.kind in ("word", "comma", "colon", "poss") and not lead.capital and lead.low not in ("a", "an", "the")


def describes(items: list[Item], at: int) -> bool:
    """Whether the noun only describes the next one: `satellite imagery`, `satellite operator`."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.kind != "word" or after.classes or after.capital:
        return False
    head, _, tail = after.low.partition(" ")
    if tail and head in CLASSES:
        return False  # `satellites to date`
    goes_on = head in words("predicate") or after.low in words("undertaking_noun")
    return not (goes_on or after.low.endswith(("ed", "ing", "ly")) or any(cue.form == "ed" for cue in after.cues))
