"""Which names in a sentence are rockets, and which are launch ranges.

Belongs here: telling a rocket from a fleet, a firm or a flight number, a range from a pad. Does not belong here: what
is launched (`craft`).
"""

import re
from functools import cache

from transforms import lexicons
from transforms.extract.launches.items import item_at, lows, moves, word_set
from transforms.extract.launches.phrases import describes
from transforms.text.items import Item
from transforms.text.mentions import Mention

#: A launch range that the lexicon does not hold, known by its words; and the flight number of a rocket.
_RANGE = re.compile(r"launch(?:ing)? (?:cent(?:er|re)|site|complex|base)|cosmodrome|space ?port|space hub|rocket range")
_FLIGHT = re.compile(r"[A-Z]{1,3}-?\d{1,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FLIGHT_NUMBER = re.compile(r"flight v[asv]?-?\d{1,3}")
_NOUNS = frozenset({"rocket", "carrier rocket", "launch vehicle", "launcher", "space launch vehicle"})
_BESIDE = ("launch.noun", "launch.send", "launch.rocket", "launch.fail")
_NUMBERED = frozenset({"no", "flight", "block", "mission"})
_MAKING = frozenset({"build", "building", "develop", "developing", "design", "designing"})
_MANY = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
_FLEETS = frozenset({"series", "family", "families", "programme", "program", "fleet"})


@cache
def ranges() -> dict[str, str]:
    """Id of each launch site, with its standard name."""
    return {site.launch_site_id: site.launch_site_name for site in lexicons.sites()}


def is_rocket(items: list[Item], at: int, mention: Mention, *, is_trusted: bool = False) -> bool:
    """Whether the name means one rocket here: no fleet, no firm, no everyday word (unless its provider is named)."""
    if mention.reading("vehicle", "vehicle_family") is None or _is_fleet(items, at, mention) or describes(items, at):
        return False
    if _is_made(items, at) or _is_flight(items, at) or _is_half(items, at):
        return False
    if any(char.isdigit() for char in mention.text):
        return True
    after = item_at(items, at + 1)
    if _is_firm(mention, after) or (after is not None and _goes_on(after)):
        return False
    if is_trusted or not (mention.is_doubtful or mention.reading("organization")):
        return True
    if _is_beside(items, at, after):
        return True
    if any(cue.label == "launch.depart" and not cue.value for item in items[at + 1 : at + 13] for cue in item.cues):
        return True
    if after is not None and after.cue("launch.depart") is not None and leaves_range(items, at + 2):
        return True  # `Vega left the spaceport`
    return _is_marked(items, at)


def leaves_range(items: list[Item], at: int) -> bool:
    """Whether a range follows, by name or as `the spaceport`, over `from` and `the`."""
    while at < len(items) and (items[at].low in ("from", "off") or "det" in items[at].classes):
        at += 1
    item = item_at(items, at)
    if item is None:
        return False
    return item.low in word_set("grounds") or (item.mention is not None and item.mention.reading("site") is not None)


def _is_marked(items: list[Item], at: int) -> bool:
    """Whether a word that leads up to rockets governs the name: `another Vega`, `by an Atlas`; not `a tale in Vega`."""
    for item in reversed(items[max(0, at - 5) : at]):
        if item.low in word_set("rocket-marks"):
            return True
        if "prep" in item.classes or item.kind in ("comma", "semicolon", "colon"):
            return False
    return False


def _is_flight(items: list[Item], at: int) -> bool:
    """`Ariane Flight V74`: the number of the flight, whose rocket is named elsewhere."""
    after = item_at(items, at + 1)
    return after is not None and _FLIGHT_NUMBER.fullmatch(after.low) is not None


def _is_half(items: list[Item], at: int) -> bool:
    """`in H1/2031`, `H2 2031`: the half of a year."""
    if items[at].low not in ("h1", "h2"):
        return False
    return any(item.kind == "number" and _YEAR.fullmatch(item.low) for item in items[at + 1 : at + 3])


def _is_made(items: list[Item], at: int) -> bool:
    """`joined others to build the Ariane launcher`: a rocket that is made, not flown."""
    return not _MAKING.isdisjoint(lows(items, at - 3, at)) and "det" in items[at - 1].classes


def _is_firm(mention: Mention, after: Item | None) -> bool:
    """`Firefly's Alpha`, `a SpaceX rocket`: the name is its maker's."""
    if mention.category == "organization" and after is not None and after.kind == "poss":
        return True
    firm = mention.text.removesuffix(" rocket").removesuffix(" Rocket")
    return firm != mention.text and bool(lexicons.lookup("organizations", firm))


def _is_beside(items: list[Item], at: int, after: Item | None) -> bool:
    """Whether a word of launching stands right at the name: `Vega launch`, `flight of Vega`, `Vega's 17th flight`."""
    if after is not None and any(cue.label in _BESIDE for cue in after.cues):
        return True
    if at and moves(items[at - 1], weak=True):
        return True
    behind = items[at + 1 : at + 3]
    is_led = len(behind) == 2 and (behind[0].low in ("satellite", "space") or behind[0].kind == "open")
    if is_led and behind[1].cue("launch.rocket") is not None:
        return True  # `the Simorgh satellite carrier`, `the Simorgh (rocket)`
    return after is not None and after.kind == "poss" and any(moves(i, weak=True) for i in items[at + 2 : at + 5])


def _goes_on(after: Item) -> bool:
    """Whether a capitalised word makes it a longer name: `the Space Shuttle Almanac`."""
    if not after.capital or after.kind not in ("word", "name") or after.cues or after.low in _NUMBERED:
        return False
    return after.mention is None or after.mention.category == "unknown"


def _is_fleet(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether rockets are spoken of in general: `Long March rockets`, `the Long March family`."""
    last = mention.text.split()[-1].lower()
    if last in _FLEETS or (last == "rockets" and not any(char.isdigit() for char in mention.text)):
        return True
    for item in items[at + 1 : at + 4]:
        if item.low in _FLEETS:
            return True
        if item.low in ("rockets", "launchers") and _is_many(items, at):
            return True  # `launched seven Ariane 5 rockets`
        if not (item.cue("launch.rocket") or item.low in ("carrier", "launch", "moon")):
            break
    return False


def _is_many(items: list[Item], at: int) -> bool:
    """Whether a number stands before the name, over an adjective or two: `six or seven heavy-lift Ariane 5`."""
    for item in reversed(items[max(0, at - 5) : at]):
        if item.kind == "number" or item.low in _MANY or item.low in word_set("counts"):
            return True
        if item.classes or item.kind not in ("word", "hyphen"):
            return False
    return False


def is_block(items: list[Item], at: int, mention: Mention) -> bool:
    """`the Falcon 9 Upgrade rocket`, `a Falcon 9 Block 5 booster`: which build of the rocket named before it."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if before is None or before.mention is None or before.mention.reading("vehicle") is None:
        return False
    is_noun = after is not None and after.low in _NOUNS | {"booster"}
    return is_noun and mention.category.startswith("unknown") and before.end + 1 == items[at].start


def is_before_noun(items: list[Item], at: int) -> bool:
    """Whether the name is a rocket by what follows: `the Unha-3 rocket`, `a Kairos carrier rocket`."""
    after, before = item_at(items, at + 1), item_at(items, at - 1)
    is_noun = after is not None and (after.low in _NOUNS or (after.low == "vehicle" and "launch" in items[at].low))
    if after is None or before is None or not is_noun or items[at].low.capitalize() in word_set("nameless"):
        return False
    following = item_at(items, at + 2)
    if following is not None and following.low in _FLEETS:
        return False  # `the Evolved Expendable Launch Vehicle programme`
    return bool(before.classes & {"det", "prep"}) or before.kind == "poss" or before.mention is not None


def is_flight_number(items: list[Item], at: int) -> bool:
    """Whether a craft-like shape is only the number of the rocket before it: `H-IIA F21`, `Long March-5 Y8`."""
    lead = at - 1
    if lead > 0 and items[lead].kind == "close":
        lead -= 1  # `Nimbus Launch Vehicle (NLV) C42`
    before, mention = items[lead].mention if lead >= 0 else None, items[at].mention
    if before is None or mention is None or before.reading("vehicle", "vehicle_family") is None:
        return False
    return _FLIGHT.match(mention.text) is not None


def _rises_from(items: list[Item], at: int) -> bool:
    """Whether a rocket that is named rises from a place of this unknown name: `lifted off from Mount Foo`."""
    before = at - 2 if at > 1 and items[at - 1].low == "the" else at - 1
    if before < 1 or items[before].low != "from":
        return False
    if not any(item.mention and item.mention.reading("vehicle", "vehicle_family") for item in items[:before]):
        return False
    return any(item.cue("launch.depart") or item.cue("launch.send") for item in items[max(0, before - 6) : before])


def is_site(items: list[Item], at: int, mention: Mention) -> bool:
    """Whether the name is a launch range, by the lexicon or its own words."""
    if mention.category.startswith("unknown") and _RANGE.search(items[at].low):
        return True
    if mention.category == "unknown" and _rises_from(items, at):
        return True
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if after is not None and after.kind == "hyphen" and after.start == items[at].end:
        return False  # `CSG-1`
    if mention.reading("site") is None:
        return mention.codes == ("GUF",) and before is not None and before.low in ("from", "in")
    is_state = mention.category == "place"  # `Virginia`: a range only where a rocket rises from it
    if (mention.is_doubtful or is_state) and not word_set("leaving").intersection(lows(items, at - 4, at)):
        return False
    return not (before is not None and before.low == "of" and at > 1 and items[at - 2].low == "city")
