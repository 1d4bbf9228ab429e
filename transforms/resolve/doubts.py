"""What a person should look at: claims that disagree, groups that nearly merged, claims that fit several facts.

Belongs here: finding the doubts that resolution leaves. Does not belong here: their order by effect on the metrics
(the review queue does that) or their settlement.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from transforms.resolve.cluster import Clusters
from transforms.resolve.dates import DEFAULT_TOLERANCE, distance, interval
from transforms.resolve.mentions import POSITION, Mention
from transforms.resolve.records import Fact, Review
from transforms.resolve.values import claimed
from transforms.resolve.verdicts import SUSPECT

#: Columns on which sources should agree.
_COMPARED = {
    "agreement": ("signed", "supplier", "value_as_worded"),
    "launch": ("date", "status"),
    "cooperation": ("supplier", "start"),
    "total": (),
}
_UNDATED_SCORE = 0.5
_SUSPECT_SCORE, _DOUBT_SCORE = 0.6, 0.3
_MOST_ALIKE = 3
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
            if _comparable(fact.kind, column, mention, cells):
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


def _comparable(kind: str, column: str, mention: Mention, cells: dict[str, Any]) -> bool:
    """A plan does not contradict what came of it, nor the day of an end that of the signing."""
    if kind not in ("agreement", "launch"):
        return True
    status = mention.cells[POSITION[kind]["status"]]  # type: ignore[index]
    return status == "signed" if column == "signed" else status != "planned" or cells.get("status") == "planned"


def _agrees(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def doubts(clusters: Clusters[Any], fact_of: dict[int, str]) -> Iterator[Review]:
    """Groups that a conflict or too little evidence kept apart, and groups that fit more than one other."""
    likeliest: dict[tuple[str, ...], Review] = {}
    for review in _doubts(clusters, fact_of):
        if review.doubt == "near_merge":
            held = likeliest.setdefault(review.fact_ids, review)
            likeliest[review.fact_ids] = max(held, review)
        else:
            yield review
    yield from likeliest.values()


def _doubts(clusters: Clusters[Any], fact_of: dict[int, str]) -> Iterator[Review]:
    for near in clusters.near:
        yield from _near_merge(fact_of, clusters.root(near.left), clusters.root(near.right), near.score / 100)
    for verdict, one, two in _open_pairs(clusters):
        yield from _near_merge(fact_of, one, two, _SUSPECT_SCORE if verdict == SUSPECT else _DOUBT_SCORE)
    for root, candidates in clusters.undecided:
        own = clusters.root(root)
        others = {clusters.root(other) for other in candidates} - {own}
        score = _UNDATED_SCORE / len(others) if others else 0.0
        nodes = [clusters.nodes[index] for index in clusters.members(own)]
        if len(others) > 1 and all(_is_vague(node) for node in nodes):
            first = min(m for node in nodes for m in node.mentions)
            ids = tuple(sorted({fact_of[own], *(fact_of[other] for other in others)}))
            yield Review("undated", ids, first.claim_id, "", round(score, 4))
        else:
            for other in sorted(others):
                yield from _near_merge(fact_of, own, other, score)


def _open_pairs(clusters: Clusters[Any]) -> list[tuple[int, int, int]]:
    """The pairs of groups that the rule wants a person to see; what is like many others is no mistake but a series."""
    pairs = {(v, *sorted((clusters.root(a), clusters.root(b)))) for v, a, b in clusters.doubtful}
    found = []
    for verdict, one, two in sorted(pairs):
        if one != two and not clusters.side_by_side(one, two) and (verdict == SUSPECT or clusters.fit(one, two)):
            found.append((verdict, one, two))
    met = Counter(root for verdict, *both in found if verdict == SUSPECT for root in both)
    return [pair for pair in found if pair[0] != SUSPECT or max(met[pair[1]], met[pair[2]]) <= _MOST_ALIKE]


def _near_merge(fact_of: dict[int, str], one: int, two: int, score: float) -> Iterator[Review]:
    if one != two:
        ids = tuple(sorted((fact_of[one], fact_of[two])))
        yield Review("near_merge", ids, "", "", round(score, 4))


def _is_vague(node: Any) -> bool:
    """A telling of what was done or flown, without a date."""
    return node.when is None and getattr(node, "status", "signed") == "signed"
