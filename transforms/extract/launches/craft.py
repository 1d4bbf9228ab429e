"""Which names in a sentence are craft that something can launch.

Belongs here: telling a payload from other names, by lexicon, by shape and by the words around it. Does not belong
here: whether anything is launched, or the tests of single phrases (`phrases`).
"""

import re
from functools import cache

from transforms import lexicons
from transforms.extract.launches import mentioned, owned, persons, phrases
from transforms.extract.launches.carriers import is_of_booster
from transforms.extract.launches.items import has, word_set
from transforms.extract.launches.names import overlap
from transforms.text.introduced import is_introduced
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_MEMBER = re.compile(r"\d|-[A-Z]{1,2}$|\s[IVX]+$")
#: How names are coined for craft: `NimbusSat`, `EduSAT`, `OreCube`.
_CRAFT_END = re.compile(r"\w(?:Sat|SAT|[a-z]sat|Cube|CUBE)$")
_SHAPES = frozenset({"unknown", "unknown_craft"})
_SHAPED = _SHAPES | {"programme"}
_RIDERS = frozenset({"capsule", "cargo", "crewed_mission"})


@cache
def origins() -> frozenset[str]:
    """Adjectives of countries."""
    return frozenset(name.text for country in lexicons.countries() for name in country.demonyms)


@cache
def types() -> dict[str, str]:
    """Id of each spacecraft of the lexicon, with its type."""
    return {craft.spacecraft_id: craft.spacecraft_type for craft in lexicons.spacecraft()}


@cache
def _standard() -> dict[str, str]:
    return {craft.spacecraft_id: craft.spacecraft_name for craft in lexicons.spacecraft() if not craft.is_series}


def craft_type(mention: Mention) -> str | None:
    """What the lexicon says the craft is; None where it does not know it."""
    reading = mention.reading("spacecraft")
    return types().get(reading.id) if reading else None


def standard_name(mention: Mention) -> str | None:
    """The name that a craft is known by, where the article's word for it tells its owner: `NASA's Webb`."""
    reading = mention.reading("spacecraft")
    is_owned = "'s " in mention.text or "’s " in mention.text
    name = _standard().get(reading.id) if reading and is_owned else None
    if name is None or len(name) < len(mention.text) or overlap(name, mention.text) or is_member(mention):
        return None
    return name


def is_member(mention: Mention) -> bool:
    """Whether the name tells one of a series: `Sat-3`, `GOES-S`."""
    return _MEMBER.search(mention.text) is not None


def is_payload(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether the name at this item is a craft that could be the payload of a launch."""
    if mention.is_load is None:
        mention.is_load = _is_payload(items, at, mention)
    return mention.is_load


def is_introduced_payload(sentence: Sentence, at: int, mention: Mention) -> bool:
    """The same of a bare name that the article says a craft's to be elsewhere: `Nimbus followed in May`."""
    if not mention.text[:1].isupper() or mention.reading("vehicle", "vehicle_family", "site", "place", "blocker"):
        return False
    is_bare = mention.is_doubtful if mention.reading("spacecraft") is not None else mention.category in _SHAPES
    if not is_bare or not is_introduced(sentence.part.document, mention.text):
        return False
    return _is_payload(sentence.items, at, mention, is_introduced=True)


def _is_payload(items: list[Item], at: int, mention: Mention, *, is_introduced: bool = False) -> bool:
    known = craft_type(mention)
    if known is None and mention.category not in _SHAPED:
        return False
    if mention.text in word_set("worlds") or (mention.text[:1].islower() and not is_member(mention)):
        return False
    if known is None and (phrases.names_nothing(mention.text) or items[at].cue("supplier") is not None):
        return False
    if known is not None and (_is_plain(items[at], mention) or mention.text in ("Crew", "CREW")):
        return False
    if known is None and not _has_shape(mention) and not (mention.is_doubtful and phrases.is_explained(items, at)):
        return mention.category == "programme" and _is_flying(items, at, mention)
    if _is_of_other_thing(items, at, mention):
        return False
    is_told = is_introduced or (_is_known if known is not None else _is_likely)(items, at, mention)
    if not is_told:
        return False
    if (
        known == "station"
        and at > 1
        and items[at - 1].low == "of"
        and items[at - 2].low in ("module", "element", "node")
    ):
        return True
    if known == "station" and not is_member(mention):
        lead = _lead(items, at)
        is_goal = lead >= 0 and (
            items[lead].low in word_set("places") or items[lead].low in ("in", "onto")
        )  # `launches to the station`
        is_part = mention.text.lower().endswith(" module") and (
            (lead >= 0 and items[lead].cue("launch.send") is not None) or phrases.is_sent_up(items, at)
        )  # `lifts the Nimbus module into orbit`, `the Nimbus module, a lock, is put in orbit`
        is_goal = is_goal or (at > 1 and items[at - 1].kind == "open" and items[at - 2].cue("launch.goal") is not None)
        is_entry = _has_bracket(items, at) and phrases.is_told_on(items, at)  # `the Nimbus module (launched in 2031)`
        is_told = is_entry or phrases.is_flown(items, at)
        return (is_told or is_part) and not is_goal
    return _stands_free(items, at, known)


def _has_bracket(items: list[Item], at: int) -> bool:
    """Whether a bracket opens behind the name, over its noun."""
    return any(item.kind == "open" for item in items[at + 1 : at + 3])


def _is_flying(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether a programme's name stands for what flies: no constellation that a craft joins, no rocket."""
    if has(items, at + 1, at + 2, "launch.rocket") or not _stands_free(items, at, None):
        return False
    if _is_of_apposed(items, _lead(items, at)):
        return False
    return is_member(mention) or phrases.is_flown(items, at)


def _is_of_apposed(items: list[Item], lead: int) -> bool:
    """`Nimbus-1, the first satellite of the Nimbus programme`: what the craft named before belongs to."""
    if lead < 3 or items[lead].low != "of" or items[lead - 1].cue("launch.craft") is None:
        return False
    before = lead - 2
    while before > 0 and items[before].kind in ("word", "number", "hyphen"):
        before -= 1
    return items[before].kind == "comma"


def _is_plain(item: Item, mention: Mention) -> bool:
    """Whether words that the lexicon writes with capitals are everyday ones: `its first Arctic weather satellite`."""
    reading = mention.reading("spacecraft")
    if reading is None or not mention.text.split(" ")[-1][:1].islower():
        return False
    name = _standard().get(reading.id, "")
    return len(mention.text.split(" ")) > 1 and name.split(" ")[-1][:1].isupper() and len(name.split(" ")) > 2


def _has_shape(mention: Mention) -> bool:
    return mention.category in _SHAPES


def _is_known(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether a name of the lexicon means the craft here, and no rocket or everyday thing."""
    if mention.reading("vehicle", "vehicle_family"):
        return phrases.is_explained(items, at) or is_member(mention)
    if not mention.is_doubtful or is_member(mention) or _is_owned(items, at, mention):
        return True
    is_told = phrases.is_flown(items, at) or phrases.is_explained(items, at) or phrases.is_carried(items, at)
    is_told = is_told or phrases.is_sent_up(items, at)
    is_told = is_told or owned.is_owned_load(items, at) or _is_sent_to_station(items, at, mention)
    return is_told or (mention.text[:1].isupper() and phrases.is_let_go(items, at))


def _is_sent_to_station(items: list[Item], at: int, mention: Mention) -> bool:
    """`sent a Dragon toward the International Space Station`: an everyday name that can only be the capsule's."""
    is_sent = at > 1 and "det" in items[at - 1].classes and items[at - 2].cue("launch.send") is not None
    return is_sent and mention.text[:1].isupper() and craft_type(mention) in _RIDERS


def _is_owned(items: list[Item], at: int, mention: Mention) -> bool:
    """`Iran's Khayyam`: an everyday name behind its owner."""
    lead = at
    if at > 4 and items[at - 1].kind == "close" and items[at - 3].kind == "open":
        lead = at - 3  # `the Peruvian Space Agency's (PSA) Nimbus`
    owner = items[lead - 2].mention if lead > 1 and items[lead - 1].kind == "poss" else None
    return owner is not None and owner.is_party and not set(owner.codes).isdisjoint(mention.codes)


def _spells_out(items: list[Item], at: int) -> bool:
    """`NEOSSat (Near-Earth Object Surveillance Satellite)`: several words in brackets behind a known craft."""
    opened = next((n for n in range(at - 1, max(0, at - 6), -1) if items[n].kind in ("open", "close")), None)
    before = items[opened - 1].mention if opened is not None else None
    if opened is None or before is None or items[opened].kind == "close":
        return False
    if at - opened < 2:
        return _is_short_for(before.text, items[at].low)
    return craft_type(before) is not None


def _is_short_for(short: str, name: str) -> bool:
    """`PREFIRE (Polar Radiant Energy …)`: capitals that begin as the words in brackets do."""
    return short.isupper() and len(short) > 2 and len(name.split(" ")) > 2 and short[0].lower() == name[0]


def _is_likely(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether a name beyond the lexicon is a craft, by its shape or the words around it."""
    if _spells_out(items, at):
        return False
    words = mention.text.replace("-", " ").split(" ")
    if words[-2 if len(words) > 1 else 0].lower() in word_set("shapes"):
        return False
    if mention.category == "unknown" and has(items, at + 1, at + 2, "launch.mission") and (
        items[at + 1].low == "missions"):  # fmt: skip
        return False  # `three New Frontiers missions have been launched`: those of a programme
    if len(mention.text) == 1 or mention.category == "unknown_craft":
        return len(mention.text) > 1  # `its 3B satellite`
    if _CRAFT_END.search(mention.text) and " " not in mention.text:
        return True
    return phrases.is_explained(items, at) or phrases.is_carried(items, at) or owned.is_owned_load(items, at)


def _is_of_other_thing(items: list[Item], at: int, mention: Mention) -> bool:
    return (
        phrases.is_torn(items, at)
        or mentioned.is_flight(items, mention)
        or persons.is_person(items, at)
        or phrases.describes(items, at)
        or phrases.names_other_thing(items, at)
        or owned.is_owner(items, at)
        or mentioned.is_partner(items, at)
        or mentioned.is_joined(items, at)
        or mentioned.is_source(items, at)
        or is_of_booster(items, at)
        or _is_description(items, at, mention)
    )


def _is_description(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether the name tells the craft's origin and sort or its operator, but not which: `Turkish radar satellite`."""
    words = mention.text.replace("-", " ").split()
    if len(words) > 1 and words[-1].islower() and (words[0] in origins() or words[0] in ("European", "Sino")):
        return True
    if is_member(mention) or types().get(mention.id or "") == "constellation":
        return False
    reading = mention.reading("spacecraft")
    is_series = reading is not None and reading.is_series and types().get(reading.id) == "satellite"
    if mention.reading("organization", "body") is None and not (is_series and mention.is_doubtful):
        return False  # `KazSat will be launched`: the first of a series has its name
    is_named = phrases.craft_noun_follows(items, at) or phrases.is_flown(items, at)
    is_named = is_named or (reading is not None and has(items, at - 1, at, "launch.craft"))
    is_kind = words[-1] in ("satellite", "satellites", "spacecraft")
    return not (is_named or is_kind or (is_series and phrases.is_apposition(items, at)))


def _stands_free(items: list[Item], at: int, known: str | None) -> bool:
    """Whether no preposition or verb before it makes the craft a place, a ride or a comparison."""
    if phrases.is_told_on(items, at) or _is_told_on_with(items, at):
        return True
    lead = _lead(items, at)
    if lead < 0:
        return True
    before = items[lead]
    is_joined = has(items, at + 1, at + 2, "launch.mission") and not has(items, at + 1, at + 2, "launch.noun")
    if before.cue("launch.other") is not None and (is_joined or not phrases.is_flown(items, at)):
        return False  # `will join the Nimbus constellation`
    is_clause = before.low in ("since", "until") or items[at - 1].low == "that"
    if is_clause and phrases.is_subject(items, at):
        return True  # `since Nimbus-1 was launched`, `glad to say that Nimbus-1 is in orbit`
    if before.low in word_set("places"):
        return before.low == "from" and known != "station" and _is_set_off(items, at, "det")
    if before.low in word_set("deeds") or (before.low == "of" and lead and items[lead - 1].low in word_set("deeds")):
        return False  # `servicing X`, `the refuelling of X`
    if known != "station" and before.low in ("on", "for", "of", "by", "in") and _is_set_off(items, at):
        return before.low not in ("by", "in") or known is not None or any(c.isdigit() for c in items[at].low)
    if before.low in word_set("rides"):
        return _is_ridden(items, at, lead, known)
    if before.low == "for":
        is_sold = lead > 0 and items[lead - 1].low.startswith(("launch contract", "launch order", "launch deal"))
        return is_sold or has(items, lead - 3, lead, "launch.noun", "launch.plan")
    return True


def _is_told_on_with(items: list[Item], at: int) -> bool:
    """`joined Nimbus-1 and Nimbus-2, lofted in May and June`: the clause on the last name is on the first too."""
    after = items[at + 1 : at + 3]
    if len(after) < 2 or after[0].low != "and" or after[1].mention is None:
        return False
    return is_member(after[1].mention) and phrases.is_told_on(items, at + 2)


def _lead(items: list[Item], at: int) -> int:
    """Index of what governs the name, over the words that describe it; -1 where nothing does."""
    lead, is_open = at - 1, True
    while lead >= 0:
        item = items[lead]
        is_describing = is_open and item.kind == "word" and not item.classes and not item.cues and at - lead < 4
        is_open = is_open and "det" not in item.classes  # `replanning the X`: no word describes over an article
        is_party = item.mention is not None and item.mention.is_party
        is_skipped = item.kind in ("quote", "number", "poss") or bool(item.classes & {"det", "adv"})
        is_describing = is_describing or item.low in ("lost", "failed", "ill-fated", "doomed")
        if not (is_describing or is_party or is_skipped or item.cue("launch.craft") is not None):
            break
        lead -= 1
    return lead


def _is_set_off(items: list[Item], at: int, following: str = "") -> bool:
    """Whether a comma sets the name off, before a word of this class where one is asked for."""
    after = [item for item in items[at + 1 : at + 4] if item.cue("launch.craft") is None]
    if not after or after[0].kind != "comma":
        return False
    return not following or (len(after) > 1 and following in after[1].classes)


def _is_ridden(items: list[Item], at: int, lead: int, known: str | None) -> bool:
    """Whether a craft that something rides in is launched itself: a capsule, `a sensor aboard the X satellite`."""
    if known in _RIDERS or phrases.works_on(items, lead) or has(items, lead - 1, lead, "launch.craft"):
        return True
    low = items[lead].low
    return (low == "aboard" or (low == "in" and known is not None)) and phrases.has_craft_noun(items, at)
