"""Reported totals: each figure as one article claims it is a fact of its own.

Belongs here: which claims are copies of one claim. Does not belong here: comparing figures over time
(`metrics.reported_vs_itemised`).
"""

from collections.abc import Hashable, Iterable

from transforms.resolve.mentions import POSITION, Mention

#: Names of a statement and offsets differ between copies of a text; the figure does not.
_COMPARED = tuple(place for name, place in POSITION["total"].items() if name != "statement")


def key(mention: Mention) -> Hashable:
    """Claims of one origin, of one day, with the same figure are one; nothing else is."""
    told = (mention.origin_group, mention.published) if mention.published else mention.article_id
    return (told, *[mention.cells[place] for place in _COMPARED])


def groups(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The claims of each figure."""
    found: dict[Hashable, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(key(mention), []).append(mention)
    return list(found.values())
