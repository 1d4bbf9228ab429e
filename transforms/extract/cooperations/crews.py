"""Crews of several nations, and fliers trained by another party.

Belongs here: who flies with whom, and on what. Does not belong here: launches of crewed craft (`launches`).
"""

import re
from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing
from transforms.extract.cooperations.people import goes_on, is_of_nation, is_of_person
from transforms.extract.cooperations.roles import behind, draft, governed, listed
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type, types
from transforms.text.document import Document, Sentence
from transforms.text.items import Item
from transforms.text.matcher import Entry

_LABELS = frozenset({"cooperation.crewman", "cooperation.flight"})
_CODES = {"cosmonaut": "RUS", "cosmonauts": "RUS", "taikonaut": "CHN", "taikonauts": "CHN"}
_RESERVE = re.compile(r"back-?up (?:crew|team)|reserve crew", re.IGNORECASE)
_SCHOOL = re.compile(
    r"Star City|Gagarin Cosmonaut|Johnson Space Cent|(?:before|for) (?:his|her|their|a) (?:space ?)?flight"
)
_POWERS = frozenset({"SUN", "RUS", "USA", "CHN"})
_UNION_ENDS = "1991-12-26"
_SPACE = frozenset({"in space", "into space", "flew", "to space"})
_HEADS_CREW = re.compile(r"(?:The|Its|Their) (?:[\w-]+ ){0,2}crew(?:members)?\b|(?:Aboard|On board)\b(?! the)")
_RIDES = frozenset({"capsule", "crewed_mission", "station"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether fliers, or a capsule or station, are named."""
    return any([_tells(hit.entry) for hit in sentence.hits])


@cache
def _tells(entry: Entry) -> bool:
    if not entry.surfaces and not _LABELS.isdisjoint(entry.labels):
        return True
    return any(s.category == "spacecraft" and types().get(s.id) in _RIDES for s in entry.surfaces)


def find(sentence: Sentence) -> Iterator[Draft]:
    """One draft for a sentence whose fliers, with the owner of what they fly, are of several codes."""
    items = sentence.items
    if any(item.low in words("unflown") for item in items) or _RESERVE.search(sentence.text):
        return
    crewmen = [at for at, item in enumerate(items) if item.cue("cooperation.crewman") is not None]
    fliers = _fliers(sentence, crewmen)
    if not fliers:
        return
    fliers = distinct([*_meant(sentence), *fliers])
    trigger = crewmen[0] if crewmen else fliers[0].item
    if any(item.low.startswith("train") for item in items):
        if (
            crewmen or _SCHOOL.search(sentence.text) or any(item.low in _SPACE for item in items)
        ):  # engineers are trained abroad as well
            yield from _training(sentence, trigger, fliers)
        return
    rides = _rides(sentence)
    visit = sentence.has("cooperation.flight") and " station" in sentence.text
    flight = crewmen or rides or visit or (len(fliers) > 2 and sentence.has("cooperation.flight"))
    if flight and any(item.low.partition(" ")[0] in words("flying") for item in items):
        yield from _flown(sentence, trigger, fliers, rides)


def _flown(sentence: Sentence, trigger: int, fliers: list[Actor], rides: list[Thing]) -> Iterator[Draft]:
    """One crew, or one for each of several missions, or one for each guest of a station."""
    several = [ride for ride in rides if _rank(ride) == 0]
    if len(several) > 1:
        for ride, own in zip(several, _shared_out(several, fliers), strict=True):
            yield from _crew(sentence, own[0].item if own else -1, distinct([*own, *_host(ride)]) if own else [], ride)
        return
    main = min(rides, key=_rank, default=None)
    if main is None and _HEADS_CREW.match(sentence.text):
        main = _ride_told(sentence)
    host, guests = _visits(sentence, main, fliers)
    if not guests and any(item.low == "respectively" for item in sentence.items):
        host = _power(sentence)  # `of A, B and C, respectively`: each a guest of a flight of its own
        guests = [actor for actor in fliers if actor.code not in {a.code for a in host}] if host else []
    if guests:
        for guest in guests:
            yield from _crew(sentence, guest.item, [guest, *host], None)
        return
    crew = distinct([*fliers, *_around(sentence, main)]) if len(fliers) == 1 else fliers
    if main is not None and (len(crew) == 1 or _rank(main) < 2):
        crew = distinct([*crew, *_host(main)])
    other = _ride_before(sentence) if main is None or _rank(main) > 0 else None
    named = other if main is None or (other is not None and _rank(other) == 0) else main
    if named is None or _rank(named) > 0:
        named = _only_numbered(sentence.part.document) or named
    yield from _crew(sentence, trigger, crew, named)


def _visits(sentence: Sentence, ride: Thing | None, fliers: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """The host, and those of many nations who came to it one after another; none where it is one crew."""
    if len(fliers) < 3 or (ride is not None and _rank(ride) < 2):
        return [], []
    years = {time.value[:4] for time in sentence.times if time.value}
    host = _host(ride) if ride is not None else []
    perfect = any("have" in item.classes for item in sentence.items) and ride is None
    if not host and (len(years) > 1 or (perfect and not any(actor.code in _POWERS for actor in fliers))):
        host = [actor for actor in fliers if actor.code in _POWERS][:1] or _power(sentence)
    elif len(host) != 1 or host[0].code in {actor.code for actor in fliers}:
        return [], []
    codes = {actor.code for actor in host}
    return host, [actor for actor in fliers if actor.code not in codes]


def _power(sentence: Sentence) -> list[Actor]:
    """The party with crewed craft of its own that the article speaks of most."""
    for code, (_, mention, part) in sentence.part.document.salience.items():
        if code in _POWERS:
            return [Actor(code, mention.start, mention.end, part, True, -1)]
    return []


def _crew(sentence: Sentence, trigger: int, fliers: list[Actor], ride: Thing | None) -> Iterator[Draft]:
    if "SUN" in {actor.code for actor in fliers}:
        fliers = [actor for actor in fliers if actor.code != "RUS"]
    made = draft("crew", "crew_named", sentence, trigger, fliers, thing=ride) if len(fliers) > 1 else None
    if made is not None:
        made.features.add(f"codes:{min(4, len(fliers))}")
        yield made


def _shared_out(rides: list[Thing], fliers: list[Actor]) -> list[list[Actor]]:
    """`A of X on Soyuz 28 and B of Y on Soyuz 30`: to each ride those named since the ride before it."""
    start, found = 0, list[list[Actor]]()
    for ride in rides:
        found.append([actor for actor in fliers if start <= actor.item < ride.first])
        start = ride.last
    return found


def _fliers(sentence: Sentence, crewmen: list[int]) -> list[Actor]:
    """Whose people fly: by the nouns of crew, by peoples (`two Americans`), by agencies in brackets or behind `of`."""
    found = [actor for at in crewmen for actor in _of(sentence, at)]
    for at, item in enumerate(sentence.items):
        if item.mention is not None and (is_of_nation(sentence.items, at) or is_of_person(sentence.items, at)):
            found += actors(sentence, at)
    return sorted(distinct(found), key=lambda actor: actor.item)


def _meant(sentence: Sentence) -> list[Actor]:
    """Whose flier `he` or `she` at the head of the sentence is: the one of the sentence before."""
    earlier = sentence.previous
    if sentence.items[0].low not in ("he", "she") or earlier is None or earlier.paragraph != sentence.paragraph:
        return []
    found = _fliers(earlier, [at for at, item in enumerate(earlier.items) if item.cue("cooperation.crewman")])
    return [actor._replace(item=-1) for actor in found] if len(found) == 1 else []


def _of(sentence: Sentence, at: int) -> list[Actor]:
    """Whose fliers the noun at item `at` means: `NASA astronaut`, `astronauts from A and B`."""
    items, found = sentence.items, list[Actor]()
    for index in range(at - 1, max(-1, at - 8), -1):
        item = items[index]
        if item.mention is not None or item.low == "european":
            if index > 1 and items[index - 1].kind == "hyphen" and items[index - 2].low == "all":
                break  # `the first all-European crew`
            own = actors(sentence, index)
            if not own:
                break
            found += own
        elif (
            item.kind not in ("word", "hyphen", "poss", "number", "open", "close")
            or item.classes & {"prep", "be", "have", "rel", "modal"}
            or "conj" in item.classes
            and not found
        ):
            break
    for number, (governor, index) in enumerate(behind(sentence, at, 14)):
        if governor in ("from", "of") and (number == 0 or items[index - 2].low in ("one", "two")):
            found += [a for i in listed(sentence, index) for a in actors(sentence, i)]
    if not found and items[at].low in _CODES:
        code, item = _CODES[items[at].low], items[at]
        found = [
            Actor(
                "SUN" if code == "RUS" and _is_soviet(sentence) else code,
                item.start,
                item.end,
                sentence.part.name,
                True,
                at,
            )
        ]
    return found


def _around(sentence: Sentence, ride: Thing | None) -> list[Actor]:
    """The rest of the crew, where a sentence next to this one names fliers and no other craft."""
    found: list[Actor] = []
    after = sentence.following
    for other in (sentence.previous, after, after.following if after is not None else None):
        if other is None or other.paragraph != sentence.paragraph:
            continue
        is_near = other.index - sentence.index < 2 and other.has("cooperation.crewman")
        if not (is_near or goes_on(other.items)):
            continue
        if any(ride is not None and _rank(r) == 0 and r.name != ride.name for r in _rides(other)):
            continue
        found += _fliers(
            other, [at for at, item in enumerate(other.items) if item.cue("cooperation.crewman") is not None]
        )
    return found


def _host(ride: Thing) -> list[Actor]:
    """The one owner of the capsule or station that a guest flies on."""
    return list(ride.owners) if len(ride.owners) == 1 else []


def _rides(sentence: Sentence) -> list[Thing]:
    """The missions, capsules and stations named in a sentence."""
    found = []
    for at, item in enumerate(sentence.items):
        mention = item.mention
        if item.low.endswith("shuttle") or (mention is not None and "huttle" in mention.text):
            owner = Actor("USA", item.start, item.end, sentence.part.name, True, at)
            found.append(Thing(sentence, at, at + 1, at + 1, mention, (), (owner,)))
            continue
        reading = mention.reading("spacecraft") if mention else None
        if mention is None or reading is None or craft_type(mention) not in _RIDES:
            continue
        numbered = any(char.isdigit() for char in mention.text)
        if mention.is_doubtful and not numbered and not _is_boarded(sentence.items, at):
            continue
        codes = _of_their_day(reading.party_codes, sentence)
        owners = tuple(
            Actor(code, mention.start, mention.end, sentence.part.name, True, at) for code in dict.fromkeys(codes)
        )
        found.append(Thing(sentence, at, at + 1, at + 1, mention, (), owners))
    return found


def _is_boarded(items: list[Item], at: int) -> bool:
    return any(
        item.low in ("on", "aboard", "to", "in", "via", "board", "complex", "station")
        for item in items[max(0, at - 3) : at]
    )


def _is_soviet(sentence: Sentence) -> bool:
    """Whether the article, or a date in the sentence, is of the Soviet Union's day."""
    day = sentence.part.document.day
    return (day is not None and day < _UNION_ENDS) or any(
        time.value is not None and time.value[:4] < _UNION_ENDS[:4] for time in sentence.times
    )


def _of_their_day(codes: tuple[str, ...], sentence: Sentence) -> tuple[str, ...]:
    """The Soviet Union for Russia in its day; one of the two where a craft had both."""
    soviet = "RUS" in codes and _is_soviet(sentence)
    kept = [code for code in codes if not (code == "SUN" and "RUS" in codes)]
    return tuple("SUN" if code == "RUS" and soviet else code for code in kept)


def _ride(sentence: Sentence) -> Thing | None:
    """The mission or craft they fly; a station only where nothing else is named."""
    return min(_rides(sentence), key=_rank, default=None)


def _rank(thing: Thing) -> int:
    kind = craft_type(thing.mention) if thing.mention else None
    name = thing.name or ""
    numbered = any(char.isdigit() for char in name) and not name.startswith("Expedition")
    return 2 if kind == "station" else 0 if numbered else 1


def _ride_before(sentence: Sentence) -> Thing | None:
    """The mission of the title, or of the sentence before."""
    document = sentence.part.document
    before = [sentence.previous] if sentence.previous else []
    for other in (*document.title.sentences, *before):
        found = _ride(other)
        if found is not None:
            return found
    return None


def _ride_told(sentence: Sentence) -> Thing | None:
    """What `the crew` at the head of a sentence flies: the mission or capsule of the sentence before."""
    earlier = sentence.previous
    found = _ride(earlier) if earlier is not None and earlier.paragraph == sentence.paragraph else None
    return found if found is not None and _rank(found) < 2 else None


def _only_numbered(document: Document) -> Thing | None:
    """The one numbered mission or capsule that the article names: what a crew flies that is told by station alone."""
    if "_numbered" not in document.__dict__:
        rides = [r for s in document.sentences if is_worth_reading(s) for r in _rides(s) if _rank(r) == 0]
        document.__dict__["_numbered"] = rides[0] if len({ride.name for ride in rides}) == 1 else None
    return document.__dict__["_numbered"]  # type: ignore[no-any-return]


def _training(sentence: Sentence, trigger: int, fliers: list[Actor]) -> Iterator[Draft]:
    """`China to train Pakistani astronauts`; `trained with Chinese colleagues`."""
    others = [] if len(fliers) > 1 else [a for i in range(len(sentence.items)) for a in actors(sentence, i)]
    at = next(i for i, item in enumerate(sentence.items) if item.low.startswith("train"))
    others += governed(sentence, at, "in", "at", reach=9)
    made = draft(
        "crew",
        "crew_training",
        sentence,
        trigger,
        distinct([*fliers, *others])[:2],
        thing=_ride(sentence) or _ride_before(sentence),
    )
    if made is not None:
        yield made
