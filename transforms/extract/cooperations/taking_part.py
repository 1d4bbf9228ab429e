"""Taking part in another's mission, joining it, being partners in it.

Belongs here: the frames of taking part. Does not belong here: making a craft together (`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent, meant
from transforms.extract.cooperations.roles import before, draft, governed, main_subject, subject
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 12


def crafts(sentence: Sentence) -> list[Thing]:
    """The named craft and programmes of a sentence, without stations."""
    return [t for t in things(sentence) if t.mention is not None and not is_station(t)]


def taken(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A has taken part in X, Y and Z`: one each; `A joins B's mission X`."""
    yield from shared_in(sentence, at)
    makers = subject(sentence, at)[-1:]
    if sentence.items[at].low.endswith(" in"):
        makers = before(sentence, at)  # `A, B and C have a share in X`
    for thing in [t for t in meant(sentence, at) if t.sentence is not sentence or 0 < t.first - at < 14]:
        owners = [a for a in thing.owners if a.code not in {m.code for m in makers}]
        if sentence.items[at].low.startswith("join") and kind_of(thing) != "joint_mission":
            continue  # that is an accession
        made = draft(kind_of(thing), "joint_taken", sentence, at, [*makers, *owners[:1]], thing=thing)
        if made is not None:
            yield made


def _is_explained(items: list[Item], end: int, rel: int) -> bool:
    """`X, a teaching initiative in which …`."""
    return 0 <= rel - end < 9 and items[end].kind == "comma" and items[end + 1].low in ("a", "an", "the")


def shared_in(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`X, in which institutes in A and B participate`: with the owner of X."""
    items = sentence.items
    rel = next((i for i in range(at - 1, max(0, at - 16), -1) if items[i].low in ("which", "whom")), None)
    if rel is None or items[rel - 1].low not in ("in", "on", "to", "for"):
        return
    own = [t for t in crafts(sentence) if 0 <= rel - t.end < 4 or _is_explained(items, t.end, rel)][-1:]
    if not own and not crafts(sentence) and any(i.low in words("undertaking") for i in items[max(0, rel - 4) : rel]):
        own = [t for t in [antecedent(sentence, rel)] if t is not None]  # `the project, to which A contributes`
    makers = distinct(a for i in range(rel, at) for a in places(sentence, i))
    if own and makers and not is_hoped(sentence, at, 7, far=True):
        owners = list(own[0].owners[:1]) or main_subject(sentence, own[0].first)
        made = draft(kind_of(own[0]), "joint_taken", sentence, at, distinct([*owners, *makers]), thing=own[0])
        if made is not None:
            yield made


def participation(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A's participation in B's X includes …`, `the participation of A in X`: with the owners of X."""
    items = sentence.items
    if items[at].low not in ("participation", "involvement") or is_hoped(sentence, at, 7, far=True):
        return
    lead = [a for i in range(max(0, at - 3), at) for a in actors(sentence, i)]
    makers = lead[-1:] if at and items[at - 1].kind == "poss" else governed(sentence, at, "of", reach=4)[:1]
    own = [t for t in crafts(sentence) if 0 < t.first - at < _REACH and any(
        item.low in ("in", "on") for item in items[at + 1 : t.first])][:1]  # fmt: skip
    if not own or not makers or kind_of(own[0]) != "joint_mission":
        return
    owners = [a for a in own[0].owners if a.code != makers[0].code]
    made = draft("joint_mission", "joint_taken", sentence, at, distinct([*makers, *owners[:1]]), thing=own[0])
    if made is not None and owners and not is_at_home(owners[0].code, makers[0].code):
        yield made
