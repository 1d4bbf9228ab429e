"""Whose a craft is: by the words beside it, or by the lexicon.

Belongs here: reading owners around a name or noun. Does not belong here: finding the craft (`craft`).
"""

from transforms.extract.cooperations.actors import Actor, actors
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_CLOSED = frozenset({"prep", "be", "have", "modal", "conj", "rel", "do"})
_MARKS = frozenset({"semicolon", "colon", "dash", "comma", "open", "close"})
#: Within how many items the subject of a sentence stands.
_SUBJECT = 3
_MODELLED = frozenset({"craft", "spacecraft", "satellite", "model", "bus", "platform"})
_ADJECTIVES = frozenset({"demonym", "body_demonym"})


def known_owners(sentence: Sentence, mention: Mention) -> tuple[Actor, ...]:
    """Whose the lexicon knows the craft or programme to be."""
    reading = mention.reading("spacecraft", "programme")
    codes = reading.party_codes if reading else ()
    if mention.codes != codes and len(mention.codes) == len(codes) == 1:
        codes = mention.codes  # as of the article's day
    return tuple(Actor(code, mention.start, mention.end, sentence.part.name, True, -1) for code in codes)


def owners_before(sentence: Sentence, first: int) -> list[Actor]:
    """Owners that describe the thing from before: `Iran's Khayyam`, `the Turkish satellite X`."""
    found: list[Actor] = []
    items = sentence.items
    for index in range(first - 1, max(-1, first - 9), -1):
        item = items[index]
        if item.mention is not None:
            own = actors(sentence, index)
            if not own:
                if item.mention.category not in ("unknown", "place"):
                    break
                continue
            follows = items[index + 1]
            if model_maker(sentence, index):
                break
            if follows.kind == "comma" or (follows.kind == "hyphen" and items[index + 2].kind == "word"):
                break  # `Chinese-built`, or another member of a list
            found += own
        elif _ends_phrase(item):
            break
    return found


def model_maker(sentence: Sentence, at: int) -> list[Actor]:
    """`X, a Nimbus HS-7 craft`: the maker of craft at this item, behind a comma, whose model it is; not `Nimbus's`."""
    items = sentence.items
    cue = items[at].cue("supplier")
    if cue is None or cue.value != "build" or at < 2 or at + 2 >= len(items):
        return []
    lead = at - 2 if items[at - 1].low in ("a", "an") else at - 1
    if items[lead].kind not in ("comma", "open") or items[at + 1].kind in ("poss", "hyphen", "comma"):
        return []
    for item in items[at + 1 : at + 7]:
        if item.low in _MODELLED:
            return list(actors(sentence, at))
        if item.kind not in ("word", "number", "hyphen", "name") or item.classes & _CLOSED:
            break
    return []


def owners_had(sentence: Sentence, last: int) -> list[Actor]:
    """`the first satellite that Oman has ever had`: whose it is by the clause behind it."""
    items = sentence.items
    if last + 2 >= len(items) or items[last].low not in ("that", "which"):
        return []
    own = actors(sentence, last + 1)
    behind = items[last + 2 : last + 5]
    return list(own) if behind and behind[0].classes & {"have"} and behind[-1].low in ("had", "owned", "has") else []


def owners_apposed(sentence: Sentence, last: int) -> list[Actor]:
    """`X, an Omani bundle of aerials`: the nation that the words behind the name begin with."""
    items = sentence.items
    if last + 3 >= len(items) or items[last].kind != "comma" or items[last + 1].low not in ("a", "an", "another"):
        return []
    mention, noun = items[last + 2].mention, items[last + 3]
    if mention is None or mention.category not in _ADJECTIVES or noun.kind != "word" or noun.classes:
        return []
    return list(actors(sentence, last + 2))


def owners_of_place(sentence: Sentence, first: int) -> list[Actor]:
    """`In Oman, the first satellite …`: the country at the head of a sentence, of the craft that comes first in it."""
    items = sentence.items
    is_headed = 2 < first < 8 and items[0].low == "in" and items[2].kind == "comma"
    mention = items[1].mention if is_headed else None
    if (
        mention is None
        or mention.category != "country"
        or not any(i.low in ("first", "second") for i in items[3:first])
    ):
        return []
    return list(actors(sentence, 1))


def owners_its(sentence: Sentence, first: int) -> list[Actor]:
    """`A said that its satellite X …`: the party in front that acts, where it is the only one."""
    items = sentence.items
    its = next((i for i in range(first - 1, max(-1, first - 6), -1) if items[i].low == "its"), None)
    if its is None or any(_ends_phrase(item) for item in items[its + 1 : first]):
        return []
    found = [a for i in range(its) for a in actors(sentence, i)]
    is_subject = bool(found) and found[0].item < _SUBJECT and items[0].mention is not None
    return found[:1] if is_subject and len({a.code for a in found}) == 1 else []


def _ends_phrase(item: Item) -> bool:
    """Whether the words before a craft that describe it begin behind this item."""
    word = item.kind == "word" and bool(item.classes & _CLOSED)
    return word or item.kind in _MARKS or any(cue.form in ("ed", "s") for cue in item.cues)


def owners_behind(sentence: Sentence, last: int) -> tuple[list[Actor], int]:
    """Owners that stand behind (`X of Brazil`, `X for Iran`, `X, owned by SES`), and the index after them."""
    found: list[Actor] = []
    items, governor, end = sentence.items, "", last
    if last + 1 < len(items) and items[last].kind == "open" and (own := _bracketed(sentence, last + 1)):
        return list(own), last + 2
    for index in range(last, min(len(items), last + 12)):
        item = items[index]
        if item.low in ("of", "for") and item.kind == "word":
            governor = item.low
        elif item.low == "by" and items[index - 1].low in ("owned", "operated", "ordered"):
            governor = "by"
        elif item.mention is not None and governor:
            own = actors(sentence, index)
            if not own or (found and _opens_another(items, index, governor)):
                break
            found += own
            end = index + 1
        elif (
            item.mention is not None
            or item.classes & {"prep", "be", "have", "modal", "rel"}
            or item.kind in ("semicolon", "colon")
            or item.kind == "comma"
            and governor
            and found
        ):
            break
        elif item.low in ("owned", "operated", "ordered"):
            continue
        elif any(cue.form in ("ed", "s") for cue in item.cues if cue.label != "space"):
            break
    return found, end


def _opens_another(items: list[Item], index: int, governor: str) -> bool:
    """`X for A and B …`, `X of A and the Chilean satellite Y`: the name belongs to what comes."""
    mention, before = items[index].mention, items[index - 1]
    if "conj" in before.classes and governor == "for":
        return True
    return mention is not None and mention.category in _ADJECTIVES and before.low == "the"


def _bracketed(sentence: Sentence, index: int) -> tuple[Actor, ...]:
    """`X (Oman, 2008)`: a country in brackets."""
    mention = sentence.items[index].mention
    return actors(sentence, index) if mention is not None and mention.category in ("country", "body") else ()
