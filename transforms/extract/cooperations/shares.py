"""Who has what part in a craft, told by nouns: its assembly by A and B, A's contribution, its instruments by origin.

Belongs here: frames whose trigger is a noun. Does not belong here: verbs of building (`joint`) and of
carrying (`hosted`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.hosted import hosted
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.roles import draft, governed, listed
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.making", "cooperation.share", "cooperation.instrument", "cooperation.aboard"})
_GIVING = ("cooperation.sell", "cooperation.make")
_MOST = 6


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether such a noun stands in it."""
    return has_label(sentence, _LABELS)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft with those who have a part in it."""
    for at, item in enumerate(sentence.items):
        if not item.cues:
            continue
        if item.cue("cooperation.making") is not None:
            yield from _making(sentence, at)
        elif item.cue("cooperation.share") is not None:
            yield from _contribution(sentence, at)
    yield from _origins(sentence)
    if not words("bearing").isdisjoint(sentence.lows):
        yield from _by_name(sentence)


def _by_name(sentence: Sentence) -> Iterator[Draft]:
    """`X carries ShadowCam, which A contributed`; `…, ShadowCam, supplied by A`: an instrument by its name alone."""
    items = sentence.items
    if sentence.with_cue("cooperation.instrument"):
        return
    giving = words("giving")
    for at, item in enumerate(items):
        if not (item.low in giving or any([cue.label in _GIVING and cue.form == "ed" for cue in item.cues])):
            continue
        rel = next((i for i in range(at - 1, max(0, at - 7), -1) if items[i].low in ("which", "that", ",")), 0)
        if rel < 2:
            continue
        behind_comma = items[rel].low != "," and items[rel - 1].kind == "comma"
        named = items[rel - 2 if behind_comma else rel - 1].mention
        carriers = [t for t in things(sentence) if t.mention is not None and t.owners and t.last < rel]
        if named is None or not named.category.startswith("unknown") or not carriers:
            continue
        told = governed(sentence, at, "by", reach=5) or [a for i in range(rel, at) for a in actors(sentence, i)]
        yield from hosted(sentence, at, told[:1], carriers[0]) if told else ()


def _named(sentence: Sentence, first: int, last: int, *lead: str) -> Thing | None:
    """The craft named at items [first, last) behind one of these words."""
    for thing in things(sentence):
        is_named = first < thing.first < last and thing.mention is not None and not is_station(thing)
        if is_named and any(item.low in lead for item in sentence.items[first : thing.first]):
            return thing
    return None


def _making(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`the assembly of X was carried out by Omani and Peruvian engineers`."""
    thing = _named(sentence, at, at + 8, "of")
    makers = _doers(sentence, thing.last) if thing is not None else []
    if thing is None or not 1 < len(makers) < _MOST or is_hoped(sentence, at, 7, far=True):
        return
    made = draft(kind_of(thing), "joint_made", sentence, at, makers, thing=thing)
    if made is not None:
        made.features.add("listed")
        yield made


def _doers(sentence: Sentence, start: int) -> list[Actor]:
    """The parties behind the `by` that follows."""
    items = sentence.items
    by = next((i for i in range(start, min(len(items), start + 12)) if items[i].low == "by"), len(items))
    first = next((i for i in range(by, min(len(items), by + 4)) if actors(sentence, i)), None)
    return [] if first is None else distinct(a for i in listed(sentence, first) for a in actors(sentence, i))


def _contribution(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`Oman's contribution to X is a camera`; `the contribution of Oman to X`."""
    items = sentence.items
    thing = _named(sentence, at, at + 12, "to")
    if thing is None or is_hoped(sentence, at, 7, far=True):
        return
    lead = [a for i in range(max(0, at - 3), at) for a in actors(sentence, i)]
    givers = lead or [
        a for i in range(at + 1, thing.first) if items[i - 1].low in ("of", "from") for a in actors(sentence, i)
    ]
    yield from _with_owner(sentence, at, givers[:1], thing)


def _with_owner(sentence: Sentence, at: int, givers: list[Actor], thing: Thing) -> Iterator[Draft]:
    owners = [a for a in thing.owners if a.code not in {g.code for g in givers}]
    if not givers or len(owners) != 1 or is_at_home(owners[0].code, givers[0].code):
        return
    made = draft("joint_mission", "joint_hosted", sentence, at, [*givers, *owners], thing=thing)
    if made is not None:
        yield made


def _origins(sentence: Sentence) -> Iterator[Draft]:
    """`Of the five instruments of X three are Omani, one comes from Peru and one from Chile`: one fact for each."""
    items = sentence.items
    at = next((i for i, item in enumerate(items[:8]) if item.cue("cooperation.instrument") is not None), None)
    if at is None or items[0].low != "of":
        return
    thing = _named(sentence, at, at + 8, "of", "on", "aboard")
    if thing is None:
        return
    given = [i for i in range(thing.last, len(items)) if items[i].mention is not None and _is_share(sentence, i)]
    for giver in distinct(a for i in given for a in actors(sentence, i)):
        yield from _with_owner(sentence, giver.item, [giver], thing)


def _is_share(sentence: Sentence, index: int) -> bool:
    """Whether the party is told as an origin: `three are Omani`, `two from Peru`."""
    lead = sentence.items[max(0, index - 3) : index]
    return any("be" in item.classes or item.low in ("from", "of") for item in lead) and not any(
        item.low in words("hope") for item in lead
    )
