"""Craft made within a programme of another party: `students built X under Oman's cubesat programme`.

Belongs here: the programme a making stands in, and whose it is. Does not belong here: building together (`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, has_label, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.recognition import flies_alone
from transforms.extract.cooperations.roles import draft
from transforms.extract.cooperations.trade import is_hoped, things_behind
from transforms.extract.drafts import Draft
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.make"})
_REACH = 12
_NOUN = 6


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is made."""
    return has_label(sentence, _LABELS)


def find(sentence: Sentence) -> Iterator[Draft]:
    """The owner of the craft with whose programme it is."""
    for at, item in enumerate(sentence.items):
        if item.cue("cooperation.make") is None:
            continue
        hosts = programme(sentence, at)
        thing = _craft(sentence, at) if hosts else None
        owners = list(thing.owners[:1]) if thing is not None else []
        if not owners or any(is_at_home(a.code, b.code) for a in hosts for b in owners):
            continue
        made = draft("joint_mission", "joint_made", sentence, at, distinct([*owners, *hosts]), thing=thing)
        if made is not None and not is_hoped(sentence, at, 7, far=True):
            made.features.add("has_with")
            yield made


def programme(sentence: Sentence, at: int) -> list[Actor]:
    """Whose programme the making at item `at` stands in; of a programme known for several, of the first of them."""
    items = sentence.items
    for lead in range(at + 1, min(len(items) - 1, at + _REACH)):
        if items[lead].low not in words("within"):
            continue
        found = list[Actor]()
        for index in range(lead + 1, min(len(items), lead + _NOUN)):
            mention = items[index].mention
            if mention is not None and mention.category in ("demonym", "country", "organization", "body"):
                found += actors(sentence, index)
            elif mention is not None and (reading := mention.reading("programme")) is not None:
                codes = reading.party_codes[:1]
                found += [Actor(c, mention.start, mention.end, sentence.part.name, True, index) for c in codes]
                if items[index].low.rpartition(" ")[2] in words("scheme"):
                    return distinct(found)
            elif items[index].low in words("scheme"):
                return distinct(found)
            elif "prep" in items[index].classes or items[index].kind in ("comma", "semicolon", "stop"):
                break
    return []


def _craft(sentence: Sentence, at: int) -> Thing | None:
    """The craft made: named before the verb, or meant by `it`."""
    named = [t for t in things(sentence) if t.mention is not None and t.last <= at and flies_alone(t.mention)]
    behind = [t for t in things_behind(sentence, at, 4) if flies_alone(t.mention)]
    if named or behind:
        return named[-1] if named else behind[0]
    near = sentence.items[max(0, at - 4) : at + 3]
    meant = antecedent(sentence, at) if any(item.low in ("it", "which") for item in near) else None
    return meant if meant is not None and flies_alone(meant.mention) else None
