"""The missions, capsules and stations that crews fly: which are named, whose they are, which one is meant.

Belongs here: finding the ride. Does not belong here: who flies on it (`crews`).
"""

from functools import cache
from itertools import islice

from transforms.extract.cooperations.actors import Actor
from transforms.extract.cooperations.craft import Thing
from transforms.extract.launches.craft import craft_type, types
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.matcher import Entry
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.crewman", "cooperation.flight"})
_UNION_ENDS = "1991-12-26"
_RIDES = frozenset({"capsule", "crewed_mission", "station"})


def tells_ride(sentence: Sentence) -> bool:
    """Whether fliers, or a capsule or station, are named."""
    return any([_tells(hit.entry) for hit in sentence.hits])


@cache
def _tells(entry: Entry) -> bool:
    if not entry.surfaces and not _LABELS.isdisjoint(entry.labels):
        return True
    return any(s.category == "spacecraft" and types().get(s.id) in _RIDES for s in entry.surfaces)


def host_of(ride: Thing) -> list[Actor]:
    """The one owner of the capsule or station that a guest flies on."""
    return list(ride.owners) if len(ride.owners) == 1 else []


def rides_of(sentence: Sentence) -> list[Thing]:
    """The missions, capsules and stations named in a sentence."""
    found = []
    for at, item in enumerate(sentence.items):
        mention = item.mention
        if item.low.endswith(("shuttle", "shuttles")) or (mention is not None and "huttle" in mention.text):
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


def is_soviet(sentence: Sentence) -> bool:
    """Whether the article, or a date in the sentence, is of the Soviet Union's day."""
    day = sentence.part.document.day
    if any("SUN" in mention.codes for mention in sentence.parties):
        return True
    told = [*sentence.times, *(time for earlier in _of_paragraph(sentence) for time in earlier.times)]
    return (day is not None and day < _UNION_ENDS) or any(
        time.value is not None and time.value < _UNION_ENDS[: len(time.value)] for time in told
    )


def _of_paragraph(sentence: Sentence) -> list[Sentence]:
    """The two sentences before, where this one tells no time of its own."""
    if sentence.times:
        return []
    return [earlier for earlier in islice(sentence.before(), 2) if earlier.paragraph == sentence.paragraph]


def _of_their_day(codes: tuple[str, ...], sentence: Sentence) -> tuple[str, ...]:
    """The Soviet Union for Russia in its day; one of the two where a craft had both."""
    soviet = "RUS" in codes and is_soviet(sentence)
    kept = [code for code in codes if not (code == "SUN" and "RUS" in codes)]
    return tuple("SUN" if code == "RUS" and soviet else code for code in kept)


def ride_of(sentence: Sentence) -> Thing | None:
    """The mission or craft they fly; a station only where nothing else is named."""
    return min(rides_of(sentence), key=rank, default=None)


def rank(thing: Thing) -> int:
    """How well the ride names the flight: 0 of a numbered mission or capsule, 1 of another, 2 of a station."""
    kind = craft_type(thing.mention) if thing.mention else None
    name = thing.name or ""
    numbered = any(char.isdigit() for char in name) and not name.startswith("Expedition")
    return 2 if kind == "station" else 0 if numbered else 1


def ride_before(sentence: Sentence) -> Thing | None:
    """The mission of the title, or of the sentence before."""
    document = sentence.part.document
    before = [sentence.previous] if sentence.previous else []
    if before and " on it " in sentence.text:
        return ride_of(before[0])
    for other in (*document.title.sentences, *before):
        found = ride_of(other)
        if found is not None:
            return found
    return None


def ride_told(sentence: Sentence) -> Thing | None:
    """What `the crew` at the head of a sentence flies: the mission or capsule of the sentence before."""
    earlier = sentence.previous
    found = ride_of(earlier) if earlier is not None and earlier.paragraph == sentence.paragraph else None
    return found if found is not None and rank(found) < 2 else None


def only_numbered(document: Document) -> Thing | None:
    """The one numbered mission or capsule that the article names: what a crew flies that is told by station alone."""
    if "_numbered" not in document.__dict__:
        rides = [r for s in document.sentences if tells_ride(s) for r in rides_of(s) if rank(r) == 0]
        document.__dict__["_numbered"] = rides[0] if len({ride.name for ride in rides}) == 1 else None
    return document.__dict__["_numbered"]  # type: ignore[no-any-return]
