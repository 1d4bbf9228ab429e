"""Which dates and objects of a sentence are another document's than the one asked for.

Belongs here: the reach of a document's own words among several. Does not belong here: reading a date or an object
(`terms`), or which words point to an earlier document (`earlier`).
"""

from transforms.extract.agreements import earlier
from transforms.extract.agreements.triggers import DOCUMENT, Trigger
from transforms.text.sentence import Sentence


def other_times(trigger: Trigger) -> frozenset[int]:
    """Where the times begin that say which other document is meant, or which one is renewed or ended."""
    times, items = trigger.sentence.times, trigger.items
    if is_umbrella(trigger):
        first, last = earlier.reach(items, trigger.noun)
        return frozenset(time.start for time in times if not first <= time.start < last)
    return earlier.passing(items, times, trigger.noun, trigger.verb, trigger.act)


def times_beside(trigger: Trigger) -> frozenset[int]:
    """`signed a pact in 2011 and a memorandum in 2015`: where each has a date behind it, those of the others."""
    items, verb = trigger.items, trigger.verb
    if verb is None or verb > trigger.noun:
        return frozenset()
    nouns = [n for n in range(verb, len(items)) if items[n].cue(DOCUMENT) and not earlier.is_base(items, n)]
    edges = [items[n].start for n in nouns] + [trigger.sentence.end]
    stretches = [[t.start for t in trigger.sentence.times if a < t.start < b]
                 for a, b in zip(edges, edges[1:], strict=False)]  # fmt: skip
    if len(nouns) < 2 or trigger.noun not in nouns or not all(len(found) == 1 for found in stretches):
        return frozenset()
    return frozenset(t.start for t in trigger.sentence.times) - set(stretches[nouns.index(trigger.noun)])


def is_umbrella(trigger: Trigger) -> bool:
    """`Under the framework agreement, …`: what is told behind it has a date and an object of its own."""
    if trigger.verb is not None or not earlier.is_ground(trigger.items, trigger.noun):
        return False
    documents = sum(item.cue(DOCUMENT) is not None for item in trigger.items)
    return trigger.cue.value == "framework" or documents > 1


def end_of_object(trigger: Trigger) -> int:
    """Up to where a name can be what the document is about."""
    return earlier.reach(trigger.items, trigger.noun)[1] if is_umbrella(trigger) else trigger.sentence.end


def is_alone(sentence: Sentence) -> bool:
    """Whether the sentence tells of one document, those that it renews or is made under left out."""
    items = sentence.items
    told = [at for at, item in enumerate(items) if item.cue(DOCUMENT) and not earlier.is_base(items, at)]
    return len(told) == 1
