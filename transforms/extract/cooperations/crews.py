"""Crews of several nations, and fliers trained by another party.

Belongs here: who flies with whom, and on what. Does not belong here: launches of crewed craft (`launches`).
"""

import re
from collections.abc import Iterator
from itertools import islice

from transforms.extract.cooperations.actors import Actor, actors, distinct, main_party, words
from transforms.extract.cooperations.craft import Thing
from transforms.extract.cooperations.people import goes_on, is_of_nation, is_of_person
from transforms.extract.cooperations.roles import behind, draft, governed, listed
from transforms.extract.cooperations.seats import came_in, guests, is_seated, may, ship_of
from transforms.extract.cooperations.vessels import (
    host_of,
    is_soviet,
    only_numbered,
    rank,
    ride_before,
    ride_of,
    ride_told,
    rides_of,
    tells_ride,
)
from transforms.extract.drafts import Draft
from transforms.text.document import Document
from transforms.text.sentence import Sentence

_CODES = {"cosmonaut": "RUS", "cosmonauts": "RUS", "taikonaut": "CHN", "taikonauts": "CHN"}
#: `Oman's Said Ali`, `Said Ali of Oman`.
#: Each branch begins with a plain character, so that the search jumps from one of these to the next.
_PERSONS = re.compile(
    r"’(?<=\w’)s? [A-Z]\w+ [A-Z]|'(?<=\w')s? [A-Z]\w+ [A-Z]| (?<=[a-z] )(?:of|for) (?:the )?[A-Z]"
    r"|The [A-Z]\w+ [A-Z]\w+ [A-Z]|the [A-Z]\w+ [A-Z]\w+ [A-Z]"
)
_RESERVE = re.compile(r"back-?up (?:crew|team)|reserve crew", re.IGNORECASE)
_SCHOOL = re.compile(
    r"Star City|Gagarin Cosmonaut|Johnson Space Cent|(?:before|for) (?:his|her|their|a) (?:space ?)?flight"
)
_POWERS = frozenset({"SUN", "RUS", "USA", "CHN"})
_SPACE = frozenset({"in space", "into space", "flew", "to space"})
_IN_IT = re.compile(r"(?:In|Inside|Aboard|On ?board) (?:it|her|sat|sit|were|are)\b")
_OTHERS = re.compile(r"(?:Previous|Earlier|Past|Prior|Other) (?:\w+ ){0,2}(?:missions|flights|crews)\b")
_HEADS_CREW = re.compile(r"(?:The|Its|Their) (?:[\w-]+ ){0,2}crew(?:members)?\b|(?:Aboard|On board)\b(?! the)")


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether fliers, or a capsule or station, are named."""
    if tells_ride(sentence):
        return True
    if len(sentence.hits) > 1 and len(_PERSONS.findall(sentence.text)) > 1:
        return True
    return bool(sentence.hits) and (came_in(sentence) is not None or _IN_IT.match(sentence.text) is not None)


def find(sentence: Sentence) -> Iterator[Draft]:
    """One draft for a sentence whose fliers, with the owner of what they fly, are of several codes."""
    items = sentence.items
    if not words("unflown").isdisjoint(sentence.lows) or _RESERVE.search(sentence.text):
        return
    if _OTHERS.match(sentence.text):
        return  # of all of them, and not of the story's
    crewmen = sentence.with_cue("cooperation.crewman")
    fliers = _fliers(sentence, crewmen)
    fliers = distinct([*_meant(sentence), *fliers])
    if not fliers and not (crewmen and (_SCHOOL.search(sentence.text) or any(i.low in ("our", "we") for i in items))):
        return
    trigger = crewmen[0] if crewmen else max(0, fliers[0].item)
    if any(item.low.startswith("train") for item in items):
        if (
            crewmen or _SCHOOL.search(sentence.text) or any(item.low in _SPACE for item in items)
        ):  # engineers are trained abroad as well
            yield from _training(sentence, trigger, fliers)
        return
    rides = rides_of(sentence)
    if not rides and fliers and (yielded := list(_by_place(sentence, trigger, fliers))):
        yield from yielded
        return
    boards = any(item.low in ("board", "boarded", "aboard") for item in items)
    visit = (boards or sentence.has("cooperation.flight")) and " station" in sentence.text
    visit = visit or (any(item.low.partition(" ")[0] in words("docking") for item in items) and _are_persons(sentence))
    flight = crewmen or rides or visit or (len(fliers) > 2 and sentence.has("cooperation.flight"))
    if not flight and len(fliers) > 1 and _are_persons(sentence):
        flight = sentence.has("launch.depart") and _is_of_crew(sentence.part.document)
        told = ride_before(sentence) or only_numbered(sentence.part.document)
        if told is not None and rank(told) < 2 and not flight:
            yield from _crew(sentence, trigger, fliers, told)
            return
    if flight and _flies(sentence, rides, crewmen) and not may(sentence):
        yield from _flown(sentence, trigger, fliers, rides)


def _flies(sentence: Sentence, rides: list[Thing], crewmen: list[int]) -> bool:
    """Whether a verb, the ship that they are told to be in, or a crew's own words tell that they fly."""
    if any(item.low.partition(" ")[0] in words("flying") for item in sentence.items):
        return True
    numbered = any(rank(ride) == 0 for ride in rides) and bool(crewmen) and _are_persons(sentence)
    return " on it " in f"{sentence.text} " or is_seated(sentence) or numbered


def _by_place(sentence: Sentence, trigger: int, fliers: list[Actor]) -> Iterator[Draft]:
    """A crew told by where it sits (`In it were …`), or came in (`Their Soyuz 40 landed`), or guests in a row."""
    ship = ship_of(sentence) or came_in(sentence)
    if ship is not None:
        yield from _crew(sentence, trigger, distinct([*fliers, *host_of(ship)]), ship)
        return
    row = guests(sentence)
    host = _power(sentence) if row and any(tells_ride(s) for s in sentence.part.document.sentences) else []
    for guest in [actor for at in row for actor in actors(sentence, at)] if host else ():
        yield from _crew(sentence, guest.item, [guest, *host], None)


def _is_of_crew(document: Document) -> bool:
    """Whether the article speaks of fliers in so many words."""
    return any("cooperation.crewman" in hit.entry.labels for part in document.parts for hit in part.hits)


def _are_persons(sentence: Sentence) -> bool:
    """Whether two people or more are named with whom they fly for."""
    items = sentence.items
    return sum(item.mention is not None and is_of_person(items, at) for at, item in enumerate(items)) > 1


def _flown(sentence: Sentence, trigger: int, fliers: list[Actor], rides: list[Thing]) -> Iterator[Draft]:
    """One crew, or one for each of several missions, or one for each guest of a station."""
    several = [ride for ride in rides if rank(ride) == 0]
    if len(several) > 1:
        for ride, own in zip(several, _shared_out(several, fliers), strict=True):
            yield from _crew(
                sentence, own[0].item if own else -1, distinct([*own, *host_of(ride)]) if own else [], ride
            )
        return
    main = min(rides, key=rank, default=None)
    if main is None and _HEADS_CREW.match(sentence.text):
        main = ride_told(sentence)
    host, guests = _visits(sentence, main, fliers)
    if not guests and any(item.low == "respectively" for item in sentence.items):
        host = _power(sentence)  # `of A, B and C, respectively`: each a guest of a flight of its own
        guests = [actor for actor in fliers if actor.code not in {a.code for a in host}] if host else []
    if guests:
        for guest in guests:
            yield from _crew(sentence, guest.item, [guest, *host], None)
        return
    crew = distinct([*fliers, *_around(sentence, main, only=len(fliers) > 1)])
    if main is not None and (len(crew) == 1 or rank(main) < 2):
        crew = distinct([*crew, *host_of(main)])
    other = ride_before(sentence) if main is None or rank(main) > 0 else None
    named = other if main is None or (other is not None and rank(other) == 0) else main
    if named is None or rank(named) > 0:
        named = only_numbered(sentence.part.document) or named
    if len(crew) == 1 and named is not None and rank(named) == 0:
        crew = distinct([*crew, *host_of(named)])  # `the first Omanis aboard the station`, who flew on X-2
    yield from _crew(sentence, trigger, crew, named)


def _visits(sentence: Sentence, ride: Thing | None, fliers: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """The host, and those of many nations who came to it one after another; none where it is one crew."""
    if len(fliers) < 3 or (ride is not None and rank(ride) < 2):
        return [], []
    years = {time.value[:4] for time in sentence.times if time.value}
    host = host_of(ride) if ride is not None else []
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
    if sentence.items[0].low not in ("he", "she") and not (sentence.items[0].low == "on" and goes_on(sentence.items)):
        return []
    for earlier in islice(sentence.before(), 2):
        if earlier.paragraph != sentence.paragraph:
            break
        found = _fliers(earlier, [at for at, item in enumerate(earlier.items) if item.cue("cooperation.crewman")])
        if found:
            return [actor._replace(item=-1) for actor in found] if len(found) == 1 else []
    return []


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
                "SUN" if code == "RUS" and is_soviet(sentence) else code,
                item.start,
                item.end,
                sentence.part.name,
                True,
                at,
            )
        ]
    return found


def _around(sentence: Sentence, ride: Thing | None, *, only: bool) -> list[Actor]:
    """The rest of the crew, where a sentence next to this one names fliers and no other craft.

    With `only`, from sentences that go on with it in so many words (`with her flew …`).
    """
    found: list[Actor] = []
    after = sentence.following
    for other in (sentence.previous, after, after.following if after is not None else None):
        if other is None or other.paragraph != sentence.paragraph:
            continue
        is_near = not only and other.index - sentence.index < 2 and other.has("cooperation.crewman")
        if not (is_near or goes_on(other.items)):
            continue
        if any(ride is not None and rank(r) == 0 and r.name != ride.name for r in rides_of(other)):
            continue
        found += _fliers(
            other, [at for at, item in enumerate(other.items) if item.cue("cooperation.crewman") is not None]
        )
    return found


def _training(sentence: Sentence, trigger: int, fliers: list[Actor]) -> Iterator[Draft]:
    """`China to train Pakistani astronauts`; `trained with Chinese colleagues`."""
    others = [] if len(fliers) > 1 else [a for i in range(len(sentence.items)) for a in actors(sentence, i)]
    at = next(i for i, item in enumerate(sentence.items) if item.low.startswith("train"))
    others += governed(sentence, at, "in", "at", reach=9)
    if not fliers and (others or any(item.low in ("our", "we") for item in sentence.items)):
        fliers = main_party(sentence.part.document)
    made = draft(
        "crew",
        "crew_training",
        sentence,
        trigger,
        distinct([*fliers, *others])[:2],
        thing=ride_of(sentence) or ride_before(sentence),
    )
    if made is not None:
        yield made
