"""Which sentences can tell of a launch at all, by what the automaton hit in them, before they are cut into items.

Belongs here: what every telling needs at the least (`events`). Does not belong here: whether a launch is told.
A sentence left out here would have been read for nothing; `tests/unit/test_extract_gates.py` holds it to that.
"""

import re
from functools import cache

from transforms.extract.launches.triggers import LABELS
from transforms.text.matcher import Entry
from transforms.text.sentence import Sentence

#: What words of the automaton can be to a launch: a trigger, one that needs nothing beside it, a verb that does; a
#: time, a rocket, a craft, a range or where a craft goes.
_TRIGGER, _SURE, _MOVE, _TIME, _ROCKET, _CRAFT, _PLACE = (1 << bit for bit in range(7))
#: Ranges and rockets without a name of their own, and what goes up, as the folded text has them.
_RANGES = re.compile(r"launch(?:ing)? (?:cent|site|complex|base)|cosmodrome|spaceport|rocket range")
_UP = re.compile(rf"orbit|space station| up |rocket|launcher|launch vehicle|{_RANGES.pattern}")


#: One of the flights that the sentence before counted.
_OF_ROW = re.compile(r"\W*(?:the \w+|one) of (?:them|these|those)\b")
#: A missile that carries satellites.
_CONVERTED = re.compile(r"\b(?:converted|modified|refurbished|retired|decommissioned|former|derived from|based on)\b")


def is_converted(sentence: Sentence) -> bool:
    """Whether the missile of the sentence is one that carries satellites."""
    return _CONVERTED.search(sentence.text) is not None


@cache
def _evidence(entry: Entry) -> int:
    """What an entry can be, as bits."""
    found = _TIME if entry.is_time else 0
    for cue in entry.cues:
        if cue.label in LABELS:
            found |= _TRIGGER
        if cue.label in ("launch.depart", "launch.send", "launch.noun"):
            found |= _MOVE if cue.value else _SURE
        elif cue.label == "launch.goal":
            found |= _PLACE
    for surface in entry.surfaces:
        if surface.category in ("vehicle", "vehicle_family"):
            found |= _ROCKET
        elif surface.category == "spacecraft":
            found |= _CRAFT
        elif surface.category == "site" or surface.party_codes == ("GUF",):
            found |= _PLACE
    return found


def may_tell(sentence: Sentence) -> bool:
    """Whether it holds a trigger, a rocket or a craft, and beside it what makes a launch of it."""
    found = 0
    for hit in sentence.hits:
        found |= _evidence(hit.entry)
    if not found & (_TRIGGER | _ROCKET | _CRAFT):
        return bool(found & _TIME) and _OF_ROW.match(sentence.part.folded, sentence.start, sentence.end) is not None
    if found & (_SURE | _TIME):
        return True
    folded = sentence.part.folded
    if found & _MOVE:
        return bool(found & (_ROCKET | _PLACE)) or _UP.search(folded, sentence.start, sentence.end) is not None
    if not found & _ROCKET:
        return False
    return bool(found & _PLACE) or _RANGES.search(folded, sentence.start, sentence.end) is not None
