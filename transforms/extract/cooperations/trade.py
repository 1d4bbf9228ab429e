"""The sale of a craft by one party to another: who gets it, and which craft a verb is about.

Belongs here: what the frames of building (`makers`) and of selling (`sales`) share. Does not
belong here: those frames.
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing, makers, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.pointers import antecedent, unnamed
from transforms.extract.cooperations.roles import before, behind, draft, is_verb_end, listed
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

#: Before what is not done yet.
_BRINK = frozenset({"close to", "verge of", "on the verge of", "about to"})
_JOINT = frozenset({"with", "alongside"})
#: Bodies whose members' firms sell to them like to any customer.
_CUSTOMERS = frozenset({"EUMETSAT"})
_POINTING = frozenset({"the", "this", "its", "their", "both", "that"})


def exports(rule: str, sentence: Sentence, at: int, found: list[Thing], suppliers: list[Actor],
            buyers: list[Actor] | None = None) -> Iterator[Draft]:  # fmt: skip
    """An export of each craft to its owner, where one party alone supplies it."""
    if (
        len({actor.code for actor in suppliers}) == 2
        and rule in ("export_built", "export_origin")
        and not _is_joint(sentence, at)
    ):
        yield from _by_two(rule, sentence, at, found, suppliers)
    if len({actor.code for actor in suppliers}) != 1 or _is_joint(sentence, at):
        return
    supplier = suppliers[0]
    own = sentence.part.document.title if supplier.part == "title" else sentence.part.document.body
    maker = own.text[supplier.start : supplier.end].split(" ")[0]
    goods: list[Thing | None] = [*found] or [None]
    for thing in goods:
        if thing is not None and thing.name and thing.name.split(" ")[0] == maker:
            continue  # a firm's own
        if thing is not None and (_is_of_data(thing) or _is_of_part(thing)):
            continue
        named = thing if thing is not None and thing.mention is not None else _meant(sentence, at, thing)
        if named is not None and len(named.known) > 1 and _is_for_itself(sentence, at, supplier):
            continue  # `X of A and B, built by a firm of A for A and B`
        for owner in _buyers(sentence, at, thing, named, supplier, buyers):
            if named is not None and named is not thing and owner.code not in {a.code for a in named.owners or [owner]}:
                named = thing  # `has exported satellites to A, B and C`: not the craft told of before
            made = draft(
                "satellite_export", rule, sentence, at, [supplier, owner], thing=named or thing, supplier=supplier
            )
            if made is not None:
                made.features.add("known_owner" if named is not None and owner in named.known else "told_owner")
                yield made


def _meant(sentence: Sentence, at: int, thing: Thing | None) -> Thing | None:
    """The craft that `the satellite` or `it` points back to, with its name or, told with its owner, without."""
    if thing is not None and not points_back(thing):
        return None
    named = antecedent(sentence, thing.first if thing else at)
    return unnamed(sentence) if named is None and thing is not None and not thing.told else named


def _by_two(rule: str, sentence: Sentence, at: int, found: list[Thing], suppliers: list[Actor]) -> Iterator[Draft]:
    """`X of C was built by A and B`: one export by both, the supplier left open."""
    codes, ends = {actor.code for actor in suppliers}, sorted(actor.item for actor in suppliers)
    between = sentence.items[max(0, ends[0]) : max(0, ends[-1])]
    if ends[0] == ends[-1] or any(cue.form == "ed" for item in between for cue in item.cues):
        return  # `built by A and launched by B`
    for thing in found[:1]:
        owners = [actor for actor in thing.owners if actor.code not in codes]
        if len(owners) != 1 or len({actor.code for actor in thing.owners}) != 1 or thing.mention is None:
            return
        if any(is_at_home(owners[0].code, code) for code in codes):
            return
        made = draft("satellite_export", rule, sentence, at, [*suppliers, *owners], thing=thing)
        if made is not None:
            yield made


def _is_of_data(thing: Thing) -> bool:
    """`X data`, `the images of X`: not the craft is delivered."""
    items = thing.sentence.items
    near = [*items[thing.last : thing.last + 1], *items[max(0, thing.first - 3) : thing.first]]
    return any(item.cue("cooperation.data") is not None for item in near)


def _is_of_part(thing: Thing) -> bool:
    """`the rover's body`, `the clocks on the satellites`, `Nimbus reference stations`: a part, not the craft."""
    items = thing.sentence.items
    if thing.last < len(items) and items[thing.last].cue("cooperation.ground") is not None:
        return True
    lead = thing.first - 1
    while lead > 0 and ("det" in items[lead].classes or items[lead].kind == "poss" or items[lead].mention is not None):
        lead -= 1
    if lead > 0 and items[lead].low in ("on", "aboard") and _is_plain_noun(items[lead - 1]):
        return True
    if lead > 0 and items[lead].low == "of" and items[lead - 1].cue("cooperation.instrument") is not None:
        return True
    if lead > 0 and items[lead].low in ("for", "of") and items[lead - 1].cue("cooperation.ground") is not None:
        return True  # `the gateways for X`
    after = items[thing.last : thing.last + 3]
    if len(after) < 2 or after[0].kind != "poss":
        return False
    return after[1].kind == "word" and not after[1].classes and after[1].low not in words("craft")


def _is_plain_noun(item: Item) -> bool:
    return item.kind == "word" and not item.classes and not any(cue.form in ("ed", "s", "base") for cue in item.cues)


def _is_joint(sentence: Sentence, at: int) -> bool:
    """Whether it was made with a partner."""
    if any(item.low in words("together") for item in sentence.items[max(0, at - 3) : at + 4]):
        return True
    return any(governor in _JOINT for governor, _ in behind(sentence, at, 12))


def _buyers(sentence: Sentence, at: int, thing: Thing | None, named: Thing | None, supplier: Actor,
            buyers: list[Actor] | None) -> list[Actor]:  # fmt: skip
    """Who gets the craft: the buyers named, its owners by its own words, those behind `for`, the lexicon's owner."""
    own = [a for a in (_owners(sentence, thing) if thing else ()) if a.code != supplier.code]
    told = buyers or own or _told_for(sentence, at, supplier)
    told = told or [a for a in (_havers(sentence, thing) if thing else ()) if a.code != supplier.code]
    if own and not buyers:
        several = _told_for(sentence, at, supplier)
        told = several if own[0].code in {actor.code for actor in several} and named is None else told
    if not told and named is not None:
        told = list(named.owners) if len({a.code for a in named.owners}) == 1 else _spoken_of(named)
    if any(is_at_home(owner.code, supplier.code) and owner.code not in _CUSTOMERS for owner in told):
        return []
    works = {a.code for g, i in behind(sentence, at, 8) if g == "in" for a in places(sentence, i)}
    told = [actor for actor in told if actor.code not in works]  # built in its own country
    return [actor for actor in told if actor.code != supplier.code]


def _owners(sentence: Sentence, thing: Thing) -> list[Actor]:
    """Whose the craft is by its own words; of unnamed ones all that are listed (`the satellites of A, B and C`)."""
    if thing.mention is None and sentence.items[thing.first].low.endswith("s"):
        for governor, index in behind(sentence, thing.last - 1, 5):
            if governor in ("of", "from") and actors(sentence, index):
                return distinct(a for i in listed(sentence, index) for a in actors(sentence, i))
    return list(thing.told[:1])


def _told_for(sentence: Sentence, at: int, supplier: Actor) -> list[Actor]:
    """Those behind `for`: `built by B for A`."""
    for governor, index in behind(sentence, at, 18):
        if governor == "for" and actors(sentence, index, loose=True):
            found = distinct(a for i in listed(sentence, index) for a in actors(sentence, i, loose=True))
            return [actor for actor in found if actor.code != supplier.code]
    return []


def _is_for_itself(sentence: Sentence, at: int, supplier: Actor) -> bool:
    """Whether the maker's own state is among those it is built for."""
    for governor, index in behind(sentence, at, 18):
        if governor == "for" and (own := actors(sentence, index, loose=True)):
            return supplier.code in {actor.code for actor in own}
    return False


def _spoken_of(named: Thing) -> list[Actor]:
    """Of a craft that the lexicon gives to several: the one of these that the article speaks of."""
    salience = named.sentence.part.document.salience
    found = [actor for actor in named.known if actor.code in salience]
    return found if len({actor.code for actor in found}) == 1 else []


def _havers(sentence: Sentence, thing: Thing) -> list[Actor]:
    """`A, B and C, which have had satellites built by D`; `A operates a satellite bought from D`."""
    items = sentence.items
    if thing.end + 2 < len(items) and items[thing.end].low in ("that", "which"):  # `the satellite that A uses`
        used = next((i for i in range(thing.end + 1, min(len(items), thing.end + 5))
                     if items[i].low in words("having")), None)  # fmt: skip
        return before(sentence, used, used - thing.end) if used else []
    near = range(thing.first - 1, max(-1, thing.first - 9), -1)
    had = next((i for i in near if items[i].low in words("having")), None)
    if had is None:
        return []
    rel = next((i for i in range(had, max(-1, had - 5), -1) if "rel" in items[i].classes), had)
    return before(sentence, rel)


def points_back(thing: Thing) -> bool:
    """`the satellite`, not `a satellite`."""
    items = thing.sentence.items
    for item in reversed(items[max(0, thing.first - 5) : thing.first]):
        if "det" in item.classes:
            return item.low in _POINTING
        if item.mention is not None or item.classes & {"prep", "be"}:
            return False
    return False


def is_hoped(sentence: Sentence, at: int, reach: int = 6, *, far: bool = False) -> bool:
    """Whether the words before item `at` tell of a hope or a refusal; back to the last comma, unless `far`."""
    hope, end = words("hope"), words("end")
    for item in reversed(sentence.items[max(0, at - reach) : at]):
        if item.kind in ("semicolon", "colon") or (item.kind == "comma" and not far):
            return False
        if item.mention is None and (item.low in hope or item.low in end or item.low in _BRINK):
            return True
        if item.low == "may" and not item.capital:
            return True  # and not the month
        if item.low in words("planning") and any(i.low in ("had", "originally") for i in sentence.items[:at]):
            return True  # `had originally intended to have it built by B`
    return False


def things_before(sentence: Sentence, at: int) -> list[Thing]:
    """The craft that a participle at item `at` describes, with those listed before it."""
    items, found = sentence.items, list[Thing]()
    edge = at
    for thing in reversed(things(sentence)):
        if thing.last > at:
            continue
        between = items[min(thing.end, edge) : edge]
        if (
            not found
            and (len(between) < 9 and not _is_other(between) or len(between) < 16 and _is_second_participle(between))
            or found
            and between
            and all(i.kind == "comma" or i.classes & {"conj", "det"} for i in between)
        ):
            found.append(thing)
        else:
            break
        if any(item.kind == "comma" for item in items[max(0, thing.first - 2) : thing.first]) and _is_of_kin(
            items, thing.first
        ):
            break  # `the predecessor of X, the satellite Y, built by A`
        edge = thing.first
    return found


def _is_of_kin(items: list[Item], at: int) -> bool:
    return any(item.low in words("sibling") for item in items[max(0, at - 8) : at])


def _is_second_participle(between: list[Item]) -> bool:
    """`the satellite, launched in May on a Vega and built by A`: the second one said of the same craft."""
    head = between[1] if len(between) > 2 and between[0].kind == "comma" else between[0] if between else None
    if head is None or "conj" not in between[-1].classes or not any(cue.form == "ed" for cue in head.cues):
        return False
    return not any(item.low == "by" or is_verb_end(item) or item.kind == "comma" for item in between[1:])


def fronted(sentence: Sentence, at: int) -> list[Thing]:
    """`Built by B, the satellite will serve A`: the craft behind the comma that ends the participle's phrase."""
    for thing in things(sentence):
        lead = sentence.items[max(0, thing.first - 4) : thing.first]
        if thing.first > at and any(item.kind == "comma" for item in lead):
            return [thing]
    return []


def _is_other(between: list[Item]) -> bool:
    """Whether the words between craft and verb hold another noun that the verb is about, or another party."""
    made = False
    for item in between:
        made = made or item.cue("cooperation.make") is not None
        if item.kind in ("semicolon", "colon") or (item.mention is not None and item.mention.is_party and not made):
            return True
        if _is_other_good(item):
            return True
    return False


def things_behind(sentence: Sentence, at: int, reach: int = 9) -> list[Thing]:
    """The craft that is the object of the verb at item `at`, with those listed behind it."""
    items, found = sentence.items, list[Thing]()
    edge = at + 1
    for thing in things(sentence):
        if thing.first <= at:
            continue
        between = items[edge : thing.first]
        if (
            not found
            and len(between) < reach
            and not _is_other_object(between)
            or found
            and len(between) < 13
            and _continues(between)
        ):
            found.append(thing)
        else:
            break
        edge = thing.end
    return found


def _continues(between: list[Item]) -> bool:
    """Whether a list goes on over these words."""
    joined = any("conj" in item.classes or item.kind in ("comma", "semicolon") for item in between)
    ends = any((is_verb_end(item) and item.kind != "semicolon") or item.low in words("away") for item in between)
    return joined and not ends and not any(item.cue("cooperation.buy") for item in between)


def _is_other_object(between: list[Item]) -> bool:
    """Whether the verb's object is another one: `built an instrument for X`, `provided services to X`."""
    return any(is_verb_end(item) or _is_other_good(item) or item.low in words("away") for item in between)


def _is_other_good(item: Item) -> bool:
    rocket = item.mention is not None and item.mention.reading("vehicle", "vehicle_family") is not None
    service = item.cue("cooperation.instrument") is not None or item.cue("cooperation.service") is not None
    return rocket or service or item.low in words("objects")


def known_maker(thing: Thing) -> list[Actor]:
    """The builder that the lexicon knows, where the article speaks of that party."""
    codes = makers(thing)
    told = thing.sentence.part.document.salience.get(codes[0]) if len(codes) == 1 else None
    if told is None:
        return []
    _, mention, part = told
    return [Actor(codes[0], mention.start, mention.end, part, True, -1)]
