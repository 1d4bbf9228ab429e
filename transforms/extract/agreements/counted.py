"""Two documents of the same parties that are told in one breath: `two memorandums on A and on B`.

Belongs here: whether the words tell each of the two apart. Does not belong here: one document for each of several
partners or dates (`kind`).
"""

import re

from transforms.extract.agreements.triggers import Trigger

_TWO = frozenset({"two", "both"})
_FIRST = re.compile(r"\W*(?:(?:by|under|in|with) )?(?:the first|the former|one)\b")
_SECOND = re.compile(r"\W*(?:(?:by|under|in|with) )?(?:the second|the latter|the other|another)\b")
_NEAR = 3


def is_told_apart(trigger: Trigger) -> bool:
    """Whether two documents are signed, and each is told what it is about."""
    lead = [item.low for item in trigger.items[max(0, trigger.noun - 4) : trigger.noun]]
    if trigger.cue.form != "many" or _TWO.isdisjoint(lead):
        return False
    return _has_two_topics(trigger) or _are_taken_up(trigger)


def _has_two_topics(trigger: Trigger) -> bool:
    """`on space and on trade`: a second `on` behind `and`."""
    items = trigger.items
    links = [i for i in range(trigger.noun + 1, len(items)) if items[i].low == "on"]
    return any("conj" in items[i - 1].classes for i in links[1:]) and links[0] - trigger.noun < 4


def _are_taken_up(trigger: Trigger) -> bool:
    """`The first defines …. The second …`: in the sentences that follow."""
    part, start = trigger.sentence.part, trigger.sentence.index + 1
    told = part.sentences[start : start + _NEAR]
    first = next((n for n, sentence in enumerate(told) if _FIRST.match(sentence.text.lower())), None)
    return first is not None and any(_SECOND.match(sentence.text.lower()) for sentence in told[first + 1 :])
