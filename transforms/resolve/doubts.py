"""What a person should look at: claims that disagree, groups that nearly merged, claims that fit several facts.

Belongs here: finding the doubts that resolution leaves. Does not belong here: their order by effect on the metrics
(the review queue does that) or their settlement.
"""

from collections.abc import Iterator
from typing import Any

from transforms.resolve.cluster import Clusters
from transforms.resolve.dates import DEFAULT_TOLERANCE, distance, interval
from transforms.resolve.mentions import POSITION, Mention
from transforms.resolve.records import Fact, Review
from transforms.resolve.values import claimed

#: Columns on which sources should agree.
_COMPARED = {
    "agreement": ("signed", "supplier", "value_as_worded"),
    "launch": ("date", "status"),
    "cooperation": ("supplier", "start"),
    "total": (),
}
_UNDATED_SCORE = 0.5
#: What a conflict is worth where the two days can be one by the clocks of two places.
_OF_CLOCKS = 0.3


def conflicts(fact: Fact, mentions: list[Mention]) -> Iterator[Review]:
    """One doubt for each cell on which independent sources disagree: not in how exact they are, but in what they say.

    The score is the part of the sources that say otherwise.
    """
    places = POSITION[fact.kind]
    for column in _COMPARED[fact.kind]:
        place = places[column]
        if len({mention.cells[place] for mention in mentions}) < 2:
            continue
        cells = fact.cells
        if column == "date" and cells.get("status") == "planned":
            continue  # a plan that slips contradicts none: the newest stands
        told: dict[str, set[Any]] = {}
        for _, value, mention in claimed(column, place, mentions):
            if _comparable(fact.kind, mention, cells):
                told.setdefault(mention.origin_group, set()).add(value)
        stands = str(cells.get(column, ""))
        apart = [values for values in told.values() if not any(_agrees(str(value), stands) for value in values)]
        if apart:
            said = {str(value) for values in apart for value in values}
            worth = _OF_CLOCKS if column == "date" and all(_is_next_day(value, stands) for value in said) else 1
            yield Review("conflict", (fact.fact_id,), "", column, round(worth * len(apart) / len(told), 4))


def _is_next_day(one: str, other: str) -> bool:
    """Whether two dates can be one day by the clocks of two places."""
    days, others = interval(one), interval(other)
    return days is not None and others is not None and distance(days, others) <= DEFAULT_TOLERANCE


def _comparable(kind: str, mention: Mention, cells: dict[str, Any]) -> bool:
    """A plan does not contradict what came of it."""
    if kind not in ("agreement", "launch"):
        return True
    return bool(mention.cells[POSITION[kind]["status"]] != "planned") or cells.get("status") == "planned"  # type: ignore[index]


def _agrees(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def doubts(clusters: Clusters[Any], fact_of: dict[int, str]) -> Iterator[Review]:
    """Groups that a conflict kept apart, and groups that fit more than one other."""
    for near in clusters.near:
        ids = {fact_of[clusters.root(near.left)], fact_of[clusters.root(near.right)]}
        if len(ids) > 1:
            yield Review("near_merge", tuple(sorted(ids)), "", "", round(near.score / 100, 4))
    for root, candidates in clusters.undecided:
        own = fact_of[clusters.root(root)]
        ids = {own, *(fact_of[clusters.root(other)] for other in candidates)}
        if len(ids) > 2:
            first = min(m for index in clusters.members(clusters.root(root)) for m in clusters.nodes[index].mentions)
            yield Review("undated", tuple(sorted(ids)), first.claim_id, "", round(_UNDATED_SCORE / (len(ids) - 1), 4))
