"""What the words beside a name say of it: a craft, the owner of one, a thing that is no craft.

Belongs here: tests of the phrase around one name. Does not belong here: the verdict on the name (`craft`).
"""

import re

from transforms.extract.launches.items import has, is_plain_noun, item_at, lows, moves, word_set
from transforms.text.items import Item
from transforms.text.verbs import is_ly

#: Short capitals and series that stand before a noun of craft without naming one: `a SAR satellite`, `SN8`, `LC-39A`.
_NO_NAME = re.compile(
    r"S?LC-?\d+\w?|V[ASV]?-?\d{2,3}|SN\d+|Y\d+|B\d{4}"
    r"|\d{0,2}[HT]\d\d(?:GMT|UTC|Z)?|(?:GMT|UTC|EDT|EST|PDT|PST|CET|IST|JST)[-+ ]?\d*"
    r"|\d{1,2}U|U|F9(?:-\d+)?|Date|NYSE|NASDAQ"
    r"|L-1011|[BC]-\d\d\w?|SS-\d+\w?|RS-\d+\w?|R-\d+\w?|Star-\d+|(?:Space|Ground|Second|First|New|Earth|Ocean) ?\w*"
    r"|(?:Crosses|Marks|Hits|Tops|Nears|Passes|Completes|Reaches) \d+"
)
#: The size of a small craft: `the 6U cubesats`.
_SIZE = re.compile(r"\d{1,2}u")
_CALLED = frozenset(["named", "called", "dubbed", "nicknamed", "as"])
#: So far behind a name the verb of its passive can stand.
_SENT, _ASIDE = 8, 9
_NTH = frozenset(["first", "second", "third", "fourth", "fifth", "other", "latest", "newest", "last"])
_ABOVE = frozenset({"left the ground", "left earth", "entered orbit", "reached orbit", "went into orbit"})
_RELATIVES = frozenset(["which", "launched", "that", "orbited", "lofted"])


#: A name with an office in it is a person's.
_PERSON = re.compile(
    r"\b(?:CEO|CTO|CFO|COO|President|Minister|Chairman|Chairwoman|Director|Secretary|Senator|Administrator|Gen|Col|Maj"
    r"|Capt|Lt|Dr|Mr|Mrs|Ms|Sir|Prof|Professor|Commander|Ambassador|Governor|Spokesman|Spokeswoman)\b"
)


def names_nothing(text: str) -> bool:
    """Whether the capitalised words name no craft: a world, an adjective, a pad, a booster's number."""
    if text in word_set("nameless") or text in word_set("worlds"):
        return True
    return _NO_NAME.fullmatch(text) is not None or _PERSON.search(text) is not None


def is_explained(items: list[Item], at: int) -> bool:
    """Whether a noun of craft belongs to the name."""
    return has_craft_noun(items, at) or is_apposition(items, at)


def has_craft_noun(items: list[Item], at: int) -> bool:
    """Whether a noun of craft stands at the name: `the Khayyam remote sensing satellite`, `the probe Hope`."""
    before, name = item_at(items, at - 1), items[at].mention
    is_known = name is not None and bool(name.readings)
    if before is not None:
        if before.cue("launch.craft") is not None and (is_known or not before.capital):
            return True
        if (before.low in _CALLED and at > 1) or (before.low == "mission" and is_known):
            return True
        if before.kind == "quote" and has(items, at - 2, at - 1, "launch.craft"):
            return True
    return craft_noun_follows(items, at)


def is_torn(items: list[Item], at: int) -> bool:
    """Whether the unknown word is a part of a compound or a ticker: `Geo-Imaging Satellite`, `NYSE: ABC`."""
    mention, before, after = items[at].mention, item_at(items, at - 1), item_at(items, at + 1)
    if mention is None or not mention.category.startswith("unknown"):
        return False
    if before is not None and before.kind == "hyphen" and before.end == items[at].start:
        return True
    if before is not None and before.kind == "colon" and lows(items, at - 2, at - 1)[:1] in (["nyse"], ["nasdaq"]):
        return True
    is_joined = after is not None and after.kind == "hyphen" and after.start == items[at].end
    return is_joined and mention.category == "unknown" and not any(char.isdigit() for char in mention.text)


def craft_noun_follows(items: list[Item], at: int) -> bool:
    """Whether a noun of craft stands behind the name, over the words that describe it."""
    first = at + 1
    if first + 2 < len(items) and items[first].kind == "open" and items[first + 2].kind == "close":
        first += 3  # `the Payam (Message) satellite`
    for index in range(first, min(len(items), first + 5)):
        item = items[index]
        if item.cue("launch.craft") is not None:
            return not _is_compound(items, index) and not has(items, index + 1, index + 3, "launch.rocket")
        is_sort = item.kind == "name" and (
            item.low.upper() in word_set("nameless") or _SIZE.fullmatch(item.low) is not None
        )
        if not (is_sort or item.kind in ("word", "quote", "hyphen")) or item.classes:
            return _shares_noun(items, at)
    return False


def _shares_noun(items: list[Item], at: int) -> bool:
    """`the Nimbus and Aurora satellites`: two names with one noun in the plural."""
    after = items[at + 1 : at + 6]
    if len(after) < 3 or after[0].low != "and" or after[1].mention is None or "det" not in items[at - 1].classes:
        return False
    for index, item in enumerate(after[2:], at + 3):
        if item.cue("launch.craft") is not None:
            return item.low.endswith("s") and not _is_compound(items, index)
        if item.kind != "word" or item.classes:
            return False
    return False


def _is_compound(items: list[Item], at: int) -> bool:
    """Whether the noun of craft only describes the next noun: `satellite imagery`, `satellite operator`."""
    after = item_at(items, at + 1)
    if after is not None and after.low in ("bus", "platform"):
        return True
    return is_plain_noun(after) and after is not None and after.low not in word_set("pasts")


def is_apposition(items: list[Item], at: int) -> bool:
    """Whether a noun of craft explains the name: `Hope, an orbiter of …`; `a satellite of Laos, the LaoSat`."""
    after = items[at + 1 : at + 10]
    if _is_explained_behind(after):
        return True
    before = items[max(0, at - 8) : at]
    while before and ("det" in before[-1].classes or before[-1].kind == "quote" or _is_sort(before[-1])):
        before = before[:-1]
    if not before or before[-1].kind != "comma":
        return False
    if len(before) > 1 and before[-2].low in _NTH:
        return True  # `the first, Sat-1, …`
    for item in reversed(before[:-1]):
        if item.cue("launch.craft") is not None:
            return True
        if not (item.mention is not None or item.kind == "poss" or item.low in ("of", "for", "the", "from")):
            return False
    return False


def _is_explained_behind(after: list[Item]) -> bool:
    """`Hope, an orbiter of …`, `Hope, Dubai's first orbiter`: these words follow the name."""
    if len(after) < 3 or after[0].kind not in ("comma", "open"):
        return False
    if "det" not in after[1].classes and not (after[1].mention is not None and after[2].kind == "poss"):
        return False
    for item in after[2:]:
        if item.cue("launch.craft") is not None:
            return True
        if item.cue("launch.rocket") is not None or item.classes & {"prep", "be", "have", "modal"}:
            return False
        if item.kind not in ("word", "name", "number", "hyphen", "poss"):
            return False
    return False


def _is_sort(item: Item) -> bool:
    """A word that describes what follows: `the student-built X`."""
    return item.kind in ("word", "hyphen") and not item.classes and not item.capital and not moves(item, weak=True)


def is_flown(items: list[Item], at: int) -> bool:
    """Whether the name stands as what is launched: `launch of X`, `launched X`, `the X launch`, `X was launched`."""
    after = items[at + 1 : at + 3]
    if after and (moves(after[0]) or after[0].cue("launch.mission") is not None):
        return True
    if _is_sent(items, at) or (at > 1 and items[at - 1].low == "with" and items[at - 2].cue("launch.noun") is not None):
        return True  # `the Soyuz mission with X`
    if len(after) == 2 and after[0].kind == "poss" and moves(after[1]):
        return True
    before = items[max(0, at - 4) : at]
    is_of = any(item.low == "of" for item in before)
    return any(
        cue.label in ("launch.send", "launch.noun") and (is_of or not cue.value) for item in before for cue in item.cues
    )


def _is_sent(items: list[Item], at: int) -> bool:
    """`X was launched`, `X is due to be launched`, `X, which will be launched`: the passive, whatever it hangs on."""
    for index in range(at + 1, min(len(items), at + _SENT)):
        item = items[index]
        if item.cue("launch.send") is not None:
            return "be" in items[index - 1].classes
        links = item.classes & {"be", "have", "modal", "adv", "rel"}
        if not (links or item.kind == "comma" or item.low == "to" or item.cue("launch.plan") is not None):
            return False
    return False


def is_sent_up(items: list[Item], at: int) -> bool:
    """`X, the first piece, is put in orbit`: the passive behind what an aside says of the name."""
    if item_at(items, at + 1) is None or items[at + 1].kind != "comma":
        return False
    close = next((n for n in range(at + 2, min(len(items), at + _ASIDE)) if items[n].kind == "comma"), None)
    return close is not None and _is_sent(items, close)


def is_carried(items: list[Item], at: int) -> bool:
    """Whether a clause on the name has it launched: `X, which a Vega took up`, `X was launched`, `launched X from`."""
    after = items[at + 1 : at + 12]
    if len(after) > 2 and after[0].kind == "comma" and after[1].low in _RELATIVES - {"that"}:
        return any(
            (cue.label == "launch.send" and not cue.value) or cue.label in ("launch.goal", "launch.orbit")
            for item in after[1:]
            for cue in item.cues
        )
    if items[0].low == "launched" and at < 14 and items[at - 1].kind == "comma":
        return True
    if " " not in items[at].low and _is_object(items, at):
        return bool(after) and ("prep" in after[0].classes or after[0].kind in ("comma", "stop"))
    if _left(items, at):
        return True
    for index, item in enumerate(after[:5]):
        if item.mention is not None or item.low == "that":
            return False
        if item.cue("launch.fail") is not None:
            return any("be" in other.classes for other in after[:index])
        if any(cue.label == "launch.depart" and not cue.value for cue in item.cues):
            return all(other.classes or other.low.endswith("ly") for other in after[:index])
        if any(cue.label == "launch.send" and cue.value != "vague" for cue in item.cues):
            return any("be" in other.classes for other in after[:index])
    return False


def _left(items: list[Item], at: int) -> bool:
    """`the Nimbus left Kourou`, `Nimbus left the ground`: a person has no article, and does not leave the ground."""
    after = items[at + 1 : at + 4]
    if not after or after[0].cue("launch.depart") is None:
        return False
    if after[0].low in _ABOVE:
        return True
    is_thing = at > 0 and "det" in items[at - 1].classes
    return is_thing and any(item.mention is not None and item.mention.reading("site") for item in after[1:])


def _is_object(items: list[Item], at: int) -> bool:
    """Whether the name follows a strong verb of launching, over its article."""
    before = at - 1
    while before >= 0 and "det" in items[before].classes:
        before -= 1
    return before >= 0 and any(
        cue.label == "launch.send" and not cue.value and cue.form in ("ed", "s", "base") for cue in items[before].cues
    )


def is_let_go(items: list[Item], at: int) -> bool:
    """`the Vega released Brisa`, `a Vega carried Brisa`: the object of any verb of launching, beside its rocket."""
    before = at - 1
    while before >= 0 and "det" in items[before].classes:
        before -= 1
    send = items[before].cue("launch.send") if before >= 0 else None
    if send is None or send.form not in ("ed", "s", "base"):
        return False
    return any(
        item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in items[:before]
    )


def is_told_on(items: list[Item], at: int) -> bool:
    """Whether a relative clause or participle goes on about the name: `X, which …`, `X, launched in …`."""
    noun = next((n for n in range(at + 1, min(len(items) - 1, at + 6)) if items[n].cue("launch.craft")), None)
    if noun is not None and items[noun + 1].low in ("launched", "lofted", "orbited"):
        return all(
            i.kind in ("word", "hyphen") and not i.classes for i in items[at + 1 : noun]
        )  # `X weather satellite`
    after = [item.low for item in items[at + 1 : at + 5] if item.cue("launch.craft") is None and not is_ly(item)]
    return (
        after[:1] in (["launched"], ["lofted"], ["orbited"])
        or (len(after) > 1 and after[0] == "," and after[1] in _RELATIVES)
        or (after[:2] == ["(", "launched"])
    )


def is_subject(items: list[Item], at: int) -> bool:
    """Whether a verb stands right behind the name: `Nimbus-1 was launched`, `Nimbus-1 blasted off`."""
    after = item_at(items, at + 1)
    return after is not None and (bool(after.classes & {"be", "have"}) or moves(after, weak=True))


def names_other_thing(items: list[Item], at: int) -> bool:
    """Whether the name only describes another thing: `the DFH-4 platform`, `a Starlink-powered service`."""
    after = items[at + 1 : at + 3]
    if after and after[0].low in ("missions", "flights") and _is_counted(items, at) and (
        lows(items, at - 2, at - 1) == ["including"]
    ):  # fmt: skip
        return True  # `including nine ATV missions`
    if len(after) and after[0].low in ("astronauts", "crew", "astronaut") and has_crew_name(items[at]):
        return False
    if len(after) == 2 and after[0].kind == "hyphen" and after[0].start == items[at].end:
        return after[1].kind == "word" and not after[1].capital
    if len(after) == 2 and after[0].low == "crew" and moves(after[1], weak=True):
        return False
    if len(after) == 2 and after[0].cue("launch.craft") is not None and after[1].low in ("bus", "platform"):
        return True
    for item in after:
        if item.cue("launch.craftless") is not None and item.cue("launch.craft") is None:
            return item.low not in ("project", "payload", "payloads")
        if item.cue("launch.craft") is not None or item.kind != "word" or item.classes:
            return False
    return False


def _is_counted(items: list[Item], at: int) -> bool:
    """Whether a number stands right before the name."""
    before = items[at - 1] if at else None
    return before is not None and (before.kind == "number" or before.low in word_set("numbers") - {"a", "an", "one"})


def has_crew_name(item: Item) -> bool:
    """Whether the name is that of a crewed mission: `the Crew-3 astronauts lifted off`."""
    return item.low.startswith(("crew-", "ax-", "expedition"))


def describes(items: list[Item], at: int) -> bool:
    """Whether the name only describes a noun that is no craft: `the Aurora 8 phone`."""
    after = item_at(items, at + 1)
    if not is_plain_noun(after, "t") or (after is not None and after.low in word_set("pasts")):
        return False
    return not has(items, at + 2, at + 5, "launch.craft", "launch.mission", "launch.rocket") and not (
        craft_noun_follows(items, at)
    )


def works_on(items: list[Item], lead: int) -> bool:
    """Whether the words before a preposition make what follows the matter, not a ride: `working on X`."""
    return lows(items, lead - 1, lead)[-1:] in (["work"], ["working"], ["worked"], ["followed"])
