"""Missions that several parties build or run together.

Belongs here: the frames of joint making, of help and of partnership. Does not belong here: names that tell of it
(`named`), instruments that another's craft carries (`hosted`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, main_party, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.joint_phrases import (
    before_object,
    first_joint,
    has_subject,
    is_each_own,
    is_hardware,
    is_planned,
    is_to_be,
    said_to_be,
    unnamed,
)
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent, meant
from transforms.extract.cooperations.pointers import unnamed as the_unnamed
from transforms.extract.cooperations.roles import (
    before,
    draft,
    governed,
    group,
    group_before,
    home,
    listed,
    main_subject,
    other_deed,
    over_partner,
    pronoun,
    which,
)
from transforms.extract.cooperations.taking_part import participation, shared_in, taken
from transforms.extract.cooperations.trade import fronted, is_hoped, things_before, things_behind
from transforms.extract.cooperations.undertakings import is_said_of, launched_with, of_several
from transforms.extract.drafts import Draft
from transforms.text import verbs
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_UNDERTAKING = words("undertaking")
_EFFORT = words("effort")
#: `the joint development of X by A and B`.
_MAKING = words("joint_making")
_FAR = 12
_SEVERAL = 9
_LABELS = frozenset({"cooperation.make", "cooperation.joint", "cooperation.help", "cooperation.undertaking",
                     "cooperation.run", "cooperation.fellow"})  # fmt: skip


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is made, shared or helped with."""
    return has_label(sentence, _LABELS)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each thing made or run together."""
    items = sentence.items
    efforts, is_joint = not _EFFORT.isdisjoint(sentence.words), "joint" in sentence.words
    for at, item in enumerate(items):
        if is_joint and _is_joint_making(items, at):
            yield from of_several(sentence, at)
        is_effort = efforts and item.low.rpartition(" ")[2] in _EFFORT  # the tail of `joint venture`
        if item.low in _UNDERTAKING or (is_effort and is_said_of(items, at)):
            yield from of_several(sentence, at)
        for cue in item.cues:
            if cue.label == "cooperation.help":
                yield from _helped(sentence, at)
                yield from participation(sentence, at)
            elif cue.label in ("cooperation.make", "cooperation.run"):
                yield from _made(sentence, at, cue.form)
            elif cue.label == "cooperation.joint":
                yield from _partners(sentence, at)
            elif cue.label == "cooperation.fellow":
                yield from shared_in(sentence, at)


def _is_joint_making(items: list[Item], at: int) -> bool:
    """`the joint development of`, `a joint work of`: in one item or in two."""
    joint, _, made = items[at].low.rpartition(" ")
    return made in _MAKING and (joint or (items[at - 1].low if at else "")) == "joint"


def _made(sentence: Sentence, at: int, form: str) -> Iterator[Draft]:
    """`jointly developed by A and B`, `that A has built with B`, `developed by A and B`."""
    items = sentence.items
    run = items[at].cue("cooperation.run") is not None
    if _is_no_deed(items, at, form, run=run) or is_hoped(sentence, at, 7, far=True):
        return
    passive = form == "ed" and _is_passive(items, at, form)
    if passive:
        makers = _makers(sentence, at) or _both(sentence, at)
    else:
        makers = before(sentence, at) or group_before(sentence, at)
    partners = _with(sentence, at)
    if len(makers) < 2 and not partners:
        return
    thing = None if is_hardware(items, at) else _thing(sentence, at, passive=passive)
    makers = makers or _meant(sentence, at, thing, partners, passive=passive)
    if not makers and thing is not None and thing.mention is None and passive:
        makers = main_party(sentence.part.document)  # `satellites built with A have done more for the country`
    if thing is not None and is_station(thing) and not run:
        return
    parties = distinct([*makers, *partners])
    bare = thing is not None and thing.mention is None and thing.sentence is sentence
    if thing is not None and bare and (run or is_each_own(thing, makers)):
        return
    if thing is None and not passive:
        yield from unnamed(sentence, at, parties)
    if thing is None or len(parties) > 6 or _is_for_another(thing, parties):
        return
    made = draft(kind_of(thing), "joint_made", sentence, at, parties, thing=thing)
    if made is not None:
        made.features.add("has_with" if partners else "listed")
        yield made


def _is_no_deed(items: list[Item], at: int, form: str, *, run: bool) -> bool:
    """`student-built`; a plain infinitive; `A and B sealed a deal to build X`, which is an agreement."""
    if at and items[at - 1].kind == "hyphen":
        return True
    if form != "base":
        return False
    return not (run or is_to_be(items, at)) or any(i.low in words("terms") for i in items[max(0, at - 8) : at])


def _is_passive(items: list[Item], at: int, form: str) -> bool:
    if has_subject(items, at):
        return False
    if items[at].low.endswith(" by") or verbs.group(items, at, form).is_passive:
        return True
    return any(item.low in ("by", "in", "at", "with") for item in before_object(items, at))


def _meant(sentence: Sentence, at: int, thing: Thing | None, partners: list[Actor], *, passive: bool) -> list[Actor]:
    """Who makes it where no party stands before the verb: `A, which built it with B`, `it`, the owner of the craft."""
    if passive and thing is not None:
        others = {actor.code for actor in partners}
        own = [actor for actor in thing.known if actor.code not in others] or list(thing.known)
        return list(thing.told or own[:1]) or main_subject(sentence, at)
    owners = list(thing.owners) if thing is not None else []
    return which(sentence, at) or pronoun(sentence, at) or owners or main_subject(sentence, at)


def _both(sentence: Sentence, at: int) -> list[Actor]:
    """`led by both agencies`, `built by the two countries`."""
    after = [item.low for item in sentence.items[at : at + 4]]
    return group(sentence) if "by" in " ".join(after).split() and {"both", "two"} & set(after) else []


def _is_for_another(thing: Thing, parties: list[Actor]) -> bool:
    """Whether the craft's owner has no part in it: the builders serve a customer."""
    owners = {actor.code for actor in thing.owners}
    return bool(owners) and owners.isdisjoint(actor.code for actor in parties)


def _first(sentence: Sentence) -> list[Actor]:
    """The sentence's first party."""
    return next((list(own) for index in range(len(sentence.items)) if (own := actors(sentence, index))), [])


def _together(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A and B flew X together`, whatever they did with it."""
    makers = before(sentence, at)
    makers = makers if len(makers) > 1 else group(sentence)
    found = [t for t in things(sentence) if abs(t.first - at) < 12 and not is_station(t)]
    named = [t for t in found if t.mention is not None] or [_points(sentence, t) or t for t in found]
    if 1 < len(makers) < 5 and named:
        if {a.code for a in makers}.isdisjoint(a.code for a in named[0].owners):
            makers = distinct([*makers, *named[0].owners[:1]])  # what they make travels on another's
        for thing in [*_listed_before(sentence, named[0]), named[0]]:
            made = draft(kind_of(thing), "joint_together", sentence, at, makers, thing=thing)
            if made is not None:
                yield made


def _listed_before(sentence: Sentence, thing: Thing) -> list[Thing]:
    """`X (2011) and Y (2013), which A and B built together`: the craft listed in front of the one that is near."""
    named = [t for t in things(sentence) if t.mention is not None and t.last <= thing.first and not is_station(t)]
    between = sentence.items[named[-1].end : thing.first] if named else []
    joined = any("conj" in item.classes for item in between) and len(between) < 6
    return (
        named[-1:] if joined and not any(item.kind == "word" and "conj" not in item.classes for item in between) else []
    )


def _helped(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X was released with Japanese and Italian assistance`: help with a craft, whatever was done with it."""
    items = sentence.items
    lead = next((i for i in range(at - 1, max(-1, at - 7), -1) if items[i].low.rpartition(" ")[2] == "with"), None)
    bought = any(
        (i.cue("cooperation.buy") is not None or i.low == "get") and i.cue("cooperation.make") is None
        for i in items[:at]
    )
    if bought or any(item.low in words("finance") for item in items):
        return  # `ordered with the support of a state`, `with a bank's backing`: that is a sale
    if lead is None or is_hoped(sentence, lead, 7, far=True):
        return
    helpers = distinct(
        [
            *(a for i in range(lead, at) for a in actors(sentence, i)),
            *governed(sentence, at, "of", "from", "by", reach=8),
        ]
    )
    own = [t for t in things(sentence) if t.last <= lead]
    thing = own[-1] if own else antecedent(sentence, lead) if items[0].low in ("it", "they") else None
    if (
        thing is None
        or sentence.has("cooperation.ground")
        or any(i.low in words("space_verbs") for i in items[max(0, lead - 4) : lead])
    ):
        return
    if thing.mention is None:
        thing = _points(sentence, thing) or thing
    owners = [
        a for a in thing.owners or before(sentence, lead) or _first(sentence) if a.code not in {h.code for h in helpers}
    ]
    made = draft(kind_of(thing), "joint_helped", sentence, at, distinct([*helpers, *owners[:1]]), thing=thing)
    if made is not None and helpers and owners:
        yield made


def _makers(sentence: Sentence, at: int) -> list[Actor]:
    """Those behind `by`, with whose works they did it at: `built by Thai engineers at SSTL`; else the works."""
    named = next((t.first for t in things(sentence) if t.first > at and t.mention is not None), None)
    if sentence.items[at].low.startswith("co-"):  # `co-developed by Omani experts and a team from B`
        return distinct([*governed(sentence, at, "by", reach=16), *governed(sentence, at, "from", reach=18)])
    deed = other_deed(sentence, at)
    stop = min(named, deed) if named is not None and deed is not None else named or deed
    found = governed(sentence, at, "by", reach=16, stop=stop) or home(sentence, at)
    works = governed(sentence, at, "at", reach=16)[:1]
    ahead = [item.kind if item.kind == "comma" else item.low for item in sentence.items[at : at + 9]]
    is_near = any(low.rpartition(" ")[2] == "with" for low in ahead) and "by" not in ahead and "comma" not in ahead
    if not found and not works and is_near:
        works = governed(sentence, at, "in", reach=5)[:1]  # `built in A in partnership with B`
    if found and any(item.low in words("makers") for item in sentence.items[at : at + 12]):
        return distinct([*found, *works])
    return found or works


def _with(sentence: Sentence, at: int) -> list[Actor]:
    """The partners behind `with`, in the verb's own phrase."""
    start = over_partner(sentence, at)
    if start > at:
        return governed(sentence, at, "with", "alongside", reach=start - at)
    comma = next((i for i in range(at, len(sentence.items)) if sentence.items[i].kind == "comma"), len(sentence.items))
    found = governed(sentence, at, "with", "alongside", reach=min(16, max(9, comma - at)))
    if found and found[-1].item >= 0:  # `with institutes in A, B and C`
        found += [a for i in listed(sentence, found[-1].item) for a in actors(sentence, i)] if at < comma else []
    return distinct(found)


def _thing(sentence: Sentence, at: int, *, passive: bool) -> Thing | None:
    """The craft that the verb at item `at` is about."""
    items = sentence.items
    if passive and any(item.low == "one" for item in items[max(0, at - 2) : at]):
        return Thing(sentence, at, at, at, None, (), ())  # `…, including one built with B`
    left, right = things_before(sentence, at), things_behind(sentence, over_partner(sentence, at))
    if passive and at < 3 and not left:
        right = fronted(sentence, at) or right  # `Built with A, the craft of B …`
    chosen = (left[:1] or right[:1]) if passive else (right[:1] or left[:1])
    if chosen and chosen[0].mention is None:
        return _points(sentence, chosen[0]) or chosen[0]
    if not chosen and passive and (found := _project(sentence, at)) is not None:
        return found
    if chosen or not any(item.low in ("it", "which", "that", "they") for item in items[max(0, at - 6) : at + 4]):
        return chosen[0] if chosen else None
    rel = next((i for i in range(at - 1, max(-1, at - 7), -1) if items[i].low in ("which", "that")), None)
    before_it = [t for t in things(sentence) if t.mention is not None and rel is not None and t.end <= rel]
    return before_it[-1] if before_it else antecedent(sentence, at)


def _project(sentence: Sentence, at: int) -> Thing | None:
    """`The project, carried out with B`: the craft told of before, with its name or without."""
    items = sentence.items
    noun = next((i for i in range(at - 1, max(-1, at - 4), -1) if items[i].low in _UNDERTAKING), None)
    if not noun or items[noun - 1].low not in ("the", "this") or noun > 2:
        return None
    return antecedent(sentence, noun) or the_unnamed(sentence)


def _points(sentence: Sentence, thing: Thing) -> Thing | None:
    items = sentence.items
    lead = [i.low for i in items[max(0, thing.first - 4) : thing.first]]
    return antecedent(sentence, thing.first) if {"the", "its", "this"} & set(lead) else None


def _partners(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`has taken part in X`, `A and B flew X together`, `working with B on X`."""
    ahead = sentence.items[at : at + 6]
    if is_hoped(sentence, at, 10, far=True) or any(i.low in words("end") or i.low in words("hope") for i in ahead):
        return
    low = sentence.items[at].low
    head = low.partition(" ")[0]
    if low in words("joining") or low.endswith((" part", "share in", "shares in", "stake in", "part in", "hand in")):
        yield from taken(sentence, at)
    elif head in words("together") or low in ("in common", "side by side", "hand in hand", "in tandem"):
        yield from _together(sentence, at)
    elif head in words("partnering"):
        if not is_planned(sentence.items, at):
            yield from _partnered(sentence, at)
    elif low == "joint":
        yield from first_joint(sentence, at)
    elif low in ("partnership", "collaboration"):
        yield from launched_with(sentence, at)


def _partnered(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A is working with B on X`; `A and B are partners in X`."""
    own = [t for t in meant(sentence, at) if t.sentence is not sentence or abs(t.first - at) < 20]
    makers = before(sentence, at) or pronoun(sentence, at)
    partners = _with(sentence, at)
    if sentence.items[at].low == "partners" and len(makers) < 2:
        partners = partners or said_to_be(sentence, at)
    several = sentence.items[at].low == "partners" or (len(makers) > 1 and sentence.items[at].low == "working")
    if not own and sentence.items[at].low == "partners":
        own = [t for t in things(sentence) if t.mention is not None]  # `partners on the station`
    if own and (partners or several):
        made = draft(kind_of(own[0]), "joint_partner", sentence, at, distinct([*makers, *partners]), thing=own[0])
        if made is not None:
            yield made
