"""The other passengers of a launch, told in sentences and lists of their own.

Belongs here: which sentences go on about a launch's load, which launch they belong to, and the names and owners that
such a sentence lists. Does not belong here: craft in the sentence that tells the launch (`craft`), whose they
are (`owners`).
"""

import re
from collections.abc import Iterator

from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.fill import add_craft
from transforms.extract.launches.items import has, item_at, place, word_set
from transforms.extract.launches.names import key, overlap
from transforms.extract.launches.slots import Slot, read, undated
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_REACH, _AHEAD = 3, 5
#: How far a story goes on to tell of its launch's passengers, and how long a list of them may be.
_FAR = 60
_LINES = 40
_BULLETS = ("-", "–", "—", "•", "*", "·", "‣")
_OPENERS = (
    "aboard",
    "on board",
    "onboard",
    "among",
    "also",
    "with it",
    "with them",
    "inside",
    "tucked",
    "of the other",
    "of the cubesats",
)
#: How a sentence goes on with the list that the one before it began: `Others came from …`, `The other four …`.
_GOES_ON = re.compile(
    r"\W*(?:the |all |its |another |also )?(?:main (?:one|satellite|payload)|other|others|rest|remaining|remainder"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|one|another|most|several|some|they|these|those|smaller|latter|among|aboard"
    r"|on board)\b"
)
#: A name of one word that no person bears: `EduSat`, `nCube-7`, `KARI Explorer`.
_COINED = re.compile(r"\d|[a-z][A-Z]|^[A-Z]{2,}\b|(?:sat|SAT|Sat|cube|Cube)\b")
#: The passengers of other states, by what they are called: `the nine foreign satellites`.
_CLIENTS = re.compile(
    r"\b(?:foreign|customers?|overseas|co.?passenger) (?:nano|micro|mini|small)?.?(?:satellites|payloads)\b"
    r"|(?:satellites|cubesats|payloads) (?:from|of|for) \w+ (?:countries|nations)\b"
    r"|(?:satellites|cubesats|payloads)\b[a-z ,]{0,16}\b(?:belonging to|owned by)\b"
)
#: What the rocket sets free next: `Five minutes later, the rocket released a GulfSat 2 satellite`.
_LATER = re.compile(
    r"\W*\w+(?: \w+)? (?:minutes?|hours?) (?:later|after [\w ]{3,40}?) +(?:the|its) [\w ]{3,24} "
    r"(?:released|deployed|separated|ejected|dropped off|set free)\b"
)
#: `The eight satellites on the rocket include A and B`, `Its payloads are A and B`.
_LOAD = re.compile(
    r"\W*(?:the|its|all|these) (?:[\w-]+ ){0,4}(?:satellites|payloads|cubesats|spacecraft|passengers)\b[\w ,-]{0,40}?"
    r"\b(?:includes?|included|comprises?|comprised|consists? of)\b"
    r"|\W*the (?:first|second|other|larger|smaller|upper|lower|main|primary|secondary) "
    r"(?:satellite|payload|passenger) (?:is|was) (?!to )"
)
#: Whose a craft is, told of it as the subject: `Nimbus-1 came from Peru`, `Nimbus-2 belongs to Chad`.
_OWNS = re.compile(r"\b(?:comes?|came|is|was) from\b|\bbelong(?:s|ed)? to\b")
_HEAD = 4
#: Guests told of by their states: `Peru and Chad had small craft on board too`.
_HAD = re.compile(r"\b(?:had|have|has)\b[\w ,-]{0,40}\b(?:on board|aboard|on the (?:rocket|flight|same rocket))\b")
_SOURCES = frozenset({"from", "of", "for", "representing"})
_OWNED = frozenset({"belonging", "owned", "belong", "belongs", "belonged"})
_COUNTED = frozenset({"countries", "nations", "customers", "clients"})
#: What is told of several launches together is told of none of them: `15 of its launches had passengers, from …`.
_SEVERAL = frozenset({"launches", "flights", "missions", "liftoffs", "blastoffs"})
_PEOPLE = ("cooperation.crewman", "total.never")


def add(document: Document, facts: list[Draft]) -> None:
    """Give each launch the craft of the sentences about its load: that of the rocket named, or told just before."""
    story = facts[0]
    if not (story.get("payloads") or story.get("vehicle")):
        return
    told = {key(name) for other in facts for name in other.get("payloads")}
    tellings = {other.notes["last"] for other in facts}
    tellings |= {place(sentence) for _, sentence, _ in story.notes.get("crafts", ())}
    sentences = document.body.sentences
    first = max(0, story.notes["index"])
    stop, goes_on = min(story.notes["last"] + _AHEAD, first + _FAR), False
    for sentence in sentences[first : first + _FAR]:
        is_load = _is_of_load(sentence)
        goes_on = is_load or ((goes_on or place(sentence) - 1 in tellings) and _continues(sentence))
        if not goes_on or sentence.has("launch.never"):
            continue
        slots = read(sentence)
        fact = _owner(facts, sentence, slots, in_reach=place(sentence) <= stop)
        if fact is None or any(slot.role == "date" for slot in slots):
            goes_on = False
            continue
        if fact.cells["status"] == "planned" and not _is_plan(sentence):
            continue
        if fact is story:
            stop = min(max(stop, place(sentence) + _REACH), first + _FAR)
        _take(fact, sentence, [*slots, *_listed(sentence, slots)], told)
        for line in _lines(sentences, sentence):
            _take(fact, line, _of_line(line), told)


def _is_of_load(sentence: Sentence) -> bool:
    """Whether the sentence speaks of what a rocket carries beside its main load."""
    if sentence.has("launch.company") or sentence.says(_CLIENTS):
        return True
    if sentence.says(_HAD) and not any(sentence.has(label) for label in _PEOPLE):
        return True
    if _LOAD.match(sentence.part.folded, sentence.start, sentence.end):
        return True
    if _LATER.match(sentence.part.folded, sentence.start, sentence.end):
        return True
    if sentence.text.count("(") > 1 and _pairs(sentence.items) > 1:
        return True
    return sentence.has("launch.craft") and sentence.text[:24].lower().lstrip(' "“').startswith(_OPENERS)


def _pairs(items: list[Item]) -> int:
    """How many craft stand in brackets behind their nation: `Colombia (FACSAT-1), Spain (3Cat-1)`."""
    return sum(
        item.kind == "open" and _is_nation(items, at - 1) and at + 2 < len(items) and items[at + 2].kind == "close"
        and (name := items[at + 1].mention) is not None and _may_be_craft(name)
        for at, item in enumerate(items) if at)  # fmt: skip


def _continues(sentence: Sentence) -> bool:
    """Whether the sentence goes on with the load that the one before it told of."""
    if _GOES_ON.match(sentence.part.folded, sentence.start, sentence.end) is not None:
        return True
    return sentence.says(_OWNS) and any(slot.role == "payload" and slot.first < _HEAD for slot in undated(sentence))


def _is_plan(sentence: Sentence) -> bool:
    return any("modal" in item.classes or item.low in ("to", "are", "is") for item in sentence.items)


def _owner(facts: list[Draft], sentence: Sentence, slots: list[Slot], *, in_reach: bool) -> Draft | None:
    """The launch of the rocket that the sentence names; else the one told just before it, or the story's own."""
    rocket = next((slot.mention.text for slot in slots if slot.role == "vehicle" and slot.mention), None)
    if rocket:
        named = [fact for fact in facts if overlap(fact.get("vehicle"), rocket)]
        return facts[0] if facts[0] in named or not named else named[0]
    at = place(sentence)
    near = [fact for fact in facts if 0 <= at - fact.notes["last"] <= 1]
    if near and facts[0] not in near and _is_of_load(sentence):
        return near[-1]
    return facts[0] if in_reach else None


def _take(fact: Draft, sentence: Sentence, slots: list[Slot], told: set[str]) -> None:
    fact.notes.setdefault("company", []).append(sentence)
    for slot in slots:
        if slot.role != "payload" or slot.mention is None or craft_type(slot.mention) == "station":
            continue
        if key(slot.mention.text) not in told:
            add_craft(fact, sentence, slot)


def _listed(sentence: Sentence, slots: list[Slot]) -> Iterator[Slot]:
    """Names that a sentence about the load shows to be craft by their owner: `Peru's EduSat`, `Nepal (Everest)`."""
    if any(sentence.has(label) for label in _PEOPLE):
        return
    items, known = sentence.items, {slot.first for slot in slots}
    for at, item in enumerate(items):
        mention = item.mention
        if mention is None or at in known or not _may_be_craft(mention):
            continue
        if _has_owner(items, at) or _is_beside(items, at, known):
            known.add(at)
            yield Slot("payload", at, at + 1, mention=mention)


def _may_be_craft(mention: Mention) -> bool:
    """Whether the name could be a craft's, though nothing but its place says so."""
    if mention.category not in ("unknown", "unknown_craft", "spacecraft") or mention.text in word_set("worlds"):
        return False
    if mention.reading("spacecraft") is not None or mention.category == "unknown_craft":
        return True
    return " " not in mention.text or _COINED.search(mention.text) is not None


def _has_owner(items: list[Item], at: int) -> bool:
    """`Peru's EduSat`, `Chad's first own nCube-7`, `Nepal (Everest)`, `Everest (Nepal)`, `Everest of Nepal`."""
    before = at - 1
    while before > 0 and at - before < 6 and items[before].kind in ("word", "hyphen", "quote"):
        if items[before].classes - {"adv"} or items[before].cue("launch.send") is not None:
            break
        before -= 1
    if before > 0 and items[before].kind == "poss":
        return _is_nation(items, before - 1)
    if items[at - 1].kind == "open" and _is_nation(items, at - 2):
        return True
    after = item_at(items, at + 1)
    return after is not None and (after.kind == "open" or after.low in ("of", "from")) and _is_nation(items, at + 2)


def _is_nation(items: list[Item], at: int) -> bool:
    item = item_at(items, at) if at >= 0 else None
    return item is not None and item.mention is not None and item.mention.is_party and bool(item.mention.codes)


def _is_beside(items: list[Item], at: int, known: set[int]) -> bool:
    """Whether a comma or `and` joins the name, coined as it looks, to a craft: `Gaofen-1, BKA-2 and Kanopus`."""
    mention = items[at].mention
    if mention is None or not _COINED.search(mention.text):
        return False
    for other, between in ((at - 2, items[at - 1]), (at + 2, item_at(items, at + 1))):
        if other in known and between is not None and (between.kind == "comma" or "conj" in between.classes):
            return True
    return False


def _lines(sentences: list[Sentence], heading: Sentence) -> Iterator[Sentence]:
    """The lines of the list that the sentence heads: it ends in a colon, they begin with a mark or end in one."""
    if not heading.text.rstrip().endswith(":"):
        return
    for line in sentences[heading.index + 1 : heading.index + 1 + _LINES]:
        text = line.text.strip()
        if not (text.startswith(_BULLETS) or text[:2].rstrip(".)").isdigit() or text.endswith((";", "; and", ","))):
            return
        yield line


def _of_line(line: Sentence) -> list[Slot]:
    """The craft of a list's line: those known as such, else the name that it begins with."""
    slots = [slot for slot in undated(line) if slot.role == "payload"]
    if slots:
        return slots
    for at, item in enumerate(line.items[:4]):
        if item.mention is not None and item.mention.category.startswith("unknown") and not item.mention.codes:
            return [Slot("payload", at, at + 1, mention=item.mention)]
    return []


def of_countries(items: list[Item]) -> list[Mention]:
    """The parties of a list that a count opens: `29 satellites from 14 countries – A, B and C`, `clients: A (9), B`."""
    if any(item.low in _SEVERAL for item in items):
        return []
    for at, item in enumerate(items):
        is_count = item.low in _COUNTED and has(items, at - 8, at, "launch.craft", "launch.company")
        after = item_at(items, at + 1)
        if is_count and after is not None and after.kind in ("dash", "colon", "open", "comma"):
            first = at + 2
            while first < len(items) and ("det" in items[first].classes or items[first].low in ("including", "namely")):
                first += 1
            found = list(_nations(items, first))
            if len(found) >= (2 if after.kind != "comma" else 4):
                return found
    return []


def owners(sentence: Sentence) -> list[Mention]:
    """The parties whose craft the sentence counts up: `Others came from Nepal (…), Spain and Brazil`."""
    items = sentence.items
    found = of_countries(items)
    had = _HAD.search(sentence.part.folded, sentence.start, sentence.end)
    if had is not None:
        found += [m for m in sentence.parties if m.end <= had.start() and m.category == "country"]
    for at, item in enumerate(items):
        is_owned = at > 0 and items[at - 1].low in _OWNED and item.low in ("to", "by")
        is_source = item.low in _SOURCES and not _is_start(items, at)
        if not (is_owned or is_source) or not _is_nation(items, _past(items, at)):
            continue
        found += list(_nations(items, _past(items, at)))
    return found


def _past(items: list[Item], at: int) -> int:
    """Index after a preposition, its article and words that describe: `belonging to the provider A`."""
    first = at + 1
    while first < len(items) - 1 and first - at < 5 and (
        "det" in items[first].classes or (items[first].kind == "word" and not items[first].classes)
    ):  # fmt: skip
        first += 1
    return first


def _is_start(items: list[Item], at: int) -> bool:
    """Whether `from` tells where a rocket rose, or `of` belongs to a body or to no craft at all."""
    if items[at].low == "from":
        return has(items, at - 3, at, "launch.depart", "launch.send", "launch.noun", "launch.rocket")
    near = items[max(0, at - 2) : at]
    return not any(
        item.kind == "number" or item.low in ("those", "others", "one", "each", *word_set("numbers"))
        or item.cue("launch.craft") or (item.cue("launch.company") and not item.low.endswith("with"))
        for item in near)  # fmt: skip


def _nations(items: list[Item], at: int) -> Iterator[Mention]:
    """The parties joined by commas and conjunctions from here on; what stands in brackets is passed over."""
    depth, gap = 0, 0
    for item in items[at:]:
        depth += (item.kind == "open") - (item.kind == "close")
        if depth or item.kind == "close":
            continue
        if item.mention is not None and item.mention.is_party and item.mention.codes:
            gap = 0
            yield item.mention
        elif item.kind not in ("comma", "poss") and not item.classes & {"conj", "det"}:
            gap += 1
            if gap > 1 or item.classes or item.kind != "word":
                return
