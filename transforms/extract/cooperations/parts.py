"""Parts of a craft that another party gave it: who made, lent or brought what, over the sentences about one craft.

Belongs here: the giver of a part by the clause that tells it: `A gave it a camera`, `the drill is B's`, `C lent the
laser, D the optics`. Does not belong here: what is told to be carried (`hosted`), nouns of contribution (`shares`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.bearers import carrier_of
from transforms.extract.cooperations.carriers import is_craft_itself, is_delivered
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.hosted import hosted
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.part_nouns import is_from, is_part
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import before, governed, is_verb_end, listed, pronoun, which
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.verbs import group

_REACH = 12


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether the sentence can name a part of a craft, and who gave it."""
    if sentence.has("cooperation.instrument"):
        return True
    said = sentence.words
    ranked = "from" in said and not words("ordinal").isdisjoint(said)
    return bool(sentence.hits) and (ranked or not _triggers().isdisjoint(said))


@cache
def _triggers() -> frozenset[str]:
    return words("part") | words("part_given") | words("portion") | {"came", "come", "comes"}


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each giver with those whose craft it is."""
    for at, givers in shares(sentence):
        carrier = carrier_of(sentence, at)
        if carrier is None or carrier.mention is None or kind_of(carrier) != "joint_mission":
            continue
        if carrier.sentence.paragraph != sentence.paragraph and _is_of_station(sentence):
            continue
        for giver in givers:
            if not (is_delivered(sentence, at, [giver]) or _is_members(giver, carrier)):
                yield from hosted(sentence, at, [giver], carrier)


def shares(sentence: Sentence) -> list[tuple[int, list[Actor]]]:
    """Each part with who gave it."""
    known = sentence.__dict__.get("_shares")
    if known is None:
        known = sentence.__dict__["_shares"] = list(_shares(sentence))
    return known


def _shares(sentence: Sentence) -> Iterator[tuple[int, list[Actor]]]:
    given, portion = words("part_given"), words("portion")
    for at, item in enumerate(sentence.items):
        if is_part(sentence, at) and not is_craft_itself(sentence, at):
            givers = _said_of(sentence, at) or _source(sentence, at) or _agent(sentence, at) or _had(sentence, at)
            if givers:
                yield at, givers
        elif item.low in given or _is_charged(sentence.items, at):
            yield from () if is_hoped(sentence, at, 9, far=True) else _given(sentence, at)
        elif item.low in portion:
            yield from () if is_hoped(sentence, at, 9, far=True) else _portion(sentence, at)


def _is_members(giver: Actor, carrier: Thing) -> bool:
    """Whether the part comes from a member of the body that owns the craft."""
    return any(is_at_home(owner.code, giver.code) for owner in carrier.owners if owner.code != giver.code)


def _is_of_station(sentence: Sentence) -> bool:
    """Whether the article is about an outpost: a part without a craft beside it is the outpost's."""
    return any(is_station(thing) for title in sentence.part.document.title.sentences for thing in things(title))


def _is_charged(items: list[Item], at: int) -> bool:
    """`A is behind the camera`, `A is responsible for the drill`, `A is in charge of the lens`."""
    lead = at - 2 if items[at].low == "charge" and at > 1 and items[at - 1].low == "in" else at - 1
    return items[at].low in ("behind", "responsible", "charge") and lead >= 0 and "be" in items[lead].classes


def _portion(sentence: Sentence, at: int) -> Iterator[tuple[int, list[Actor]]]:
    """`Oman's contribution is a camera and a drill`: who has that share."""
    items = sentence.items
    givers = [a for i in range(max(0, at - 3), at) for a in actors(sentence, i)][-1:]
    if not givers or at + 1 >= len(items) or "be" not in items[at + 1].classes:
        return
    part = next((i for i in range(at + 2, min(len(items), at + 12)) if is_part(sentence, i)), None)
    if part is not None:
        yield part, givers


def _given(sentence: Sentence, verb: int) -> Iterator[tuple[int, list[Actor]]]:
    """`A gave the craft a camera`, `B contributed a drill, C the wheels`: each part with who gave it."""
    items = sentence.items
    if verb and items[verb - 1].kind == "hyphen":
        return  # `home-made`
    form = next((cue.form for cue in items[verb].cues if cue.form in ("ed", "s", "base")), "ed")
    plain = _is_charged(items, verb) or items[verb].low in words("plain_past")
    passive = not plain and group(items, verb, form).is_passive
    if passive or (verb and items[verb - 1].low == "to"):
        return
    givers = which(sentence, verb) or before(sentence, verb, 9)
    if not givers and not any(item.low == "it" for item in items[:verb]):
        givers = pronoun(sentence, verb)
    if givers and _is_part_meant(sentence, verb):
        yield verb + 1, givers
        return
    for at in range(verb + 1, min(len(items), verb + 32)):
        if is_verb_end(items[at]) and items[at].kind != "semicolon":
            return
        named = actors(sentence, at)
        if named and _takes_over(items, at):
            givers = list(named)
        elif is_part(sentence, at) and givers and not is_craft_itself(sentence, at):
            yield at, givers


def _is_part_meant(sentence: Sentence, verb: int) -> bool:
    """`X carries a mirror. A had sent it`, `X brings along Y. A built it`: what a craft was told to have."""
    items, earlier = sentence.items, sentence.previous
    if verb + 1 >= len(items) or items[verb + 1].low != "it" or earlier is None or not things(earlier):
        return False
    had = next((i for i, item in enumerate(earlier.items) if item.low in words("has_part") | {"brings"}), None)
    if had is None:
        return False
    behind = earlier.items[had + 1 : had + 7]
    named = any(item.mention is not None and item.mention.category == "unknown" for item in behind)
    part = any(is_part(earlier, had + 1 + n) for n in range(len(behind)))
    made = items[verb].cue("cooperation.make") is not None
    return named if made else part or named


def _takes_over(items: list[Item], at: int) -> bool:
    """`…, B the optics`, `… and C one that …`: the party behind a mark or `and` is who gave what follows."""
    lead = items[at - 1]
    if "det" in lead.classes and at > 1:
        lead = items[at - 2]
    after = items[at + 1 : at + 2]
    if after and after[0].kind == "poss":  # `…, A's institute a detector`
        after = items[at + 3 : at + 4] if at + 2 < len(items) and items[at + 2].cue("actor") is not None else []
    if after and after[0].low == "for":  # `…, A for the bus and B for the camera`
        after = items[at + 2 : at + 3]
    opens = lead.kind in ("comma", "semicolon") or "conj" in lead.classes
    return opens and bool(after) and ("det" in after[0].classes or after[0].low == "one")


def _said_of(sentence: Sentence, at: int) -> list[Actor]:
    """`the antennas are Oman's`, `the lens was Peruvian`: whose the part is said to be."""
    items = sentence.items
    link = next((i for i in range(at + 1, min(len(items), at + 7)) if is_verb_end(items[i])), None)
    if link is None or "be" not in items[link].classes or any(item.kind == "comma" for item in items[at:link]):
        return []
    if not _opens_clause(items, at):
        return []
    for index in range(link + 1, min(len(items), link + 3)):
        own = actors(sentence, index)
        if own:
            after = items[index + 1] if index + 1 < len(items) else None
            ends = after is None or after.kind in ("stop", "comma", "semicolon", "poss", "dash")
            return list(own) if ends or bool(after and after.classes & {"conj", "prep"}) else []
    return []


def _opens_clause(items: list[Item], at: int) -> bool:
    """Whether the part is the subject: what stands before it in its clause is its own phrase."""
    if (
        at > 1
        and items[at - 1].low in ("of", "the")
        and any(i.low in words("fraction") for i in items[max(0, at - 3) : at])
    ):
        return True  # `half of the instruments`
    for item in reversed(items[max(0, at - 8) : at]):
        if item.kind in ("comma", "semicolon", "dash", "colon"):
            return True
        if item.classes & {"prep", "be", "have", "rel", "modal"}:
            return False
    return True


def _source(sentence: Sentence, at: int) -> list[Actor]:
    """`the camera comes from Oman`, `the drill came from A, the wheels from B`, `Camera: Oman's space lab`."""
    items = sentence.items
    if items[0].low == "from" and any(item.cue("cooperation.origin") for item in items[2:at]):
        is_named = any(actors(sentence, i) for i in range(1, min(5, len(items))))
        return [] if is_named else _place(sentence, 1)  # `From Lima came a camera`
    named = [t for t in things(sentence) if t.mention is not None and t.last <= at]
    if named and at + 2 < len(items) and items[at + 1].low == "by":
        return [a for i in range(at + 2, min(len(items), at + 5)) for a in actors(sentence, i)][:1]
    if at + 1 < len(items) and items[at + 1].kind == "colon" and at < 4:
        return [a for i in range(at + 2, min(len(items), at + 4)) for a in actors(sentence, i)][:1]
    for index in range(at + 1, min(len(items) - 1, at + _REACH)):
        if items[index].kind == "semicolon" or "rel" in items[index].classes:
            return []
        came = (
            is_from(items, index)
            or items[index].cue("cooperation.origin") is not None
            or (index == at + 1 and any(item.cue("cooperation.origin") for item in items[:at]))
        )
        if came and items[index + 1].low == "from":
            return (
                governed(sentence, index, "from", reach=8)[:1]
                or _place(sentence, index + 2)
                or _works_in(sentence, index)
            )
        if index == at + 1 and items[index].low == "from" and (came or items[at].low in words("count")):
            return _place(sentence, index + 1)
    return []


def _had(sentence: Sentence, at: int) -> list[Actor]:
    """`the craft gets Omani and Peruvian electronics`: the nations that describe what a craft has."""
    items, found = sentence.items, list[Actor]()
    for index in range(at - 1, max(-1, at - 8), -1):
        item = items[index]
        if _is_used(items, index):
            return distinct(found) if _is_users(sentence, index - 1) else []
        if item.low in words("has_part"):
            carrier = [t for t in things(sentence) if 0 <= index - t.end < 3]
            return distinct(found) if carrier else []
        if item.mention is not None and item.mention.category in ("demonym", "people"):
            found = [*actors(sentence, index), *found]
        elif item.classes & {"prep", "be", "rel", "modal"} or item.kind in ("semicolon", "stop", "colon"):
            return []
    return []


def _is_used(items: list[Item], at: int) -> bool:
    """`sees with`, `is steered by`, `runs on`: the preposition that tells what a craft works with."""
    if at < 1 or items[at].low not in ("with", "by", "on"):
        return False
    return items[at - 1].low in words("steered") or (items[at].low == "with" and is_craft_noun(items[at - 1]))


def _is_users(sentence: Sentence, verb: int) -> bool:
    """Whether a named craft is the subject: straight before the verb, or before a clause between commas."""
    items = sentence.items
    for thing in things(sentence):
        between = items[thing.end : verb]
        apart = len(between) > 1 and between[0].kind == between[-1].kind == "comma"
        if (
            thing.mention is not None
            and thing.end <= verb
            and (len(between) < 3 or apart or "be" in between[0].classes)
        ):
            return True
        if thing.mention is not None and thing.first <= verb < thing.last:
            return True  # `X is a Peruvian craft with …`
    return False


def _place(sentence: Sentence, start: int) -> list[Actor]:
    return [a for i in range(start, min(len(sentence.items), start + 3)) for a in places(sentence, i)][:1]


def _works_in(sentence: Sentence, at: int) -> list[Actor]:
    """`came from a workshop in Denmark`: where those behind `from` sit."""
    return governed(sentence, at, "in", "at", "near", "outside", reach=9)[:1]


def _works(sentence: Sentence, at: int, verb: int) -> list[Actor]:
    """`its camera was built in Oman`."""
    is_its = at > 0 and sentence.items[at - 1].low == "its"
    return governed(sentence, verb, "in", "at", reach=4) if is_its else []


def _agent(sentence: Sentence, at: int) -> list[Actor]:
    """`the camera was supplied by Oman`, `the drill, built in Lima`: the agent of the verb that is said of the part."""
    items = sentence.items
    for index in range(at + 1, min(len(items), at + 10)):
        if items[index].kind == "semicolon" or items[index].classes & {"rel", "conj"}:
            return []
        if items[index].low in words("paying") and "by" in (near.low for near in items[index + 1 : index + 3]):
            return governed(sentence, index, "by", reach=6)[:1]  # `was paid for by A`
        if items[index].low in words("part_given") and items[index].low.endswith(("ed", "t", "e")):
            found = governed(sentence, index, "by", reach=10) or _works(sentence, at, index)
            first = [a for a in found if a.item >= 0][:1]
            return distinct(a for a in first for i in listed(sentence, a.item) for a in actors(sentence, i))
        if any(t.first == index and t.mention is None for t in things(sentence)):
            return []
    return []
