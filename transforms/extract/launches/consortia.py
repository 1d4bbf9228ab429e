"""Several owners told as one: `for a consortium from Kenya, Norway and Chile`, `owned by a group of firms of A and B`.

Belongs here: whose such a body is, where it owns a launch's load. Does not belong here: owners told one by one
(`owners`).
"""

import re

from transforms.extract.launches.items import lows, word_set
from transforms.text.coreference import listed
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

#: A body of several that owns or orders, not one that builds.
_OWNING = re.compile(
    r"\b(?:for|(?:owned|operated|ordered|run|used) by|belong(?:s|ed|ing) to|(?:owner|operator|customer) (?:is|was))"
    r" (?:an? |the )?(?:[a-z-]+ ){0,2}(?:consortium|consortia|group|partnership|alliance|team|joint venture)\b"
)
_REACH = 9


def owners(sentence: Sentence) -> list[Mention]:
    """The parties of a consortium that the sentence tells as the owner of what flies; at least two."""
    if not sentence.says(_OWNING):
        return []
    items = sentence.items
    for at, item in enumerate(items):
        if item.low in word_set("consortia") and not word_set("making").intersection(lows(items, at - 6, at)):
            found = _members(items, at)
            if len({mention.codes for mention in found}) > 1:
                return found
    return []


def _members(items: list[Item], at: int) -> list[Mention]:
    """The parties listed behind `from`, `of` or `between`."""
    for index in range(at + 1, min(len(items) - 1, at + _REACH)):
        name = items[index].mention
        if name is not None and name.is_party and name.codes:
            if word_set("sources").isdisjoint(lows(items, at + 1, index)):
                return []
            return [m for n in listed(items, index) if (m := items[n].mention) is not None and m.codes]
        if items[index].kind in ("semicolon", "stop"):
            return []
    return []
