"""Which doubts a correction answers, so that they leave the review queue.

Belongs here: the rule, for entries that apply and for those that wait for the next refresh. Does not belong here: the
doubts themselves (`transforms.resolve.doubts`, `metrics.review_queue`).

Who corrected a fact has looked at it: any correction answers that its confidence is low. A conflict is answered by the
value that a person set or confirmed, a near merge by `merge` or `apart`, any doubt by `confirm`.
"""

from collections.abc import Iterator

from transforms.curation.records import Entry, Settled

_DATES = ("signed_date", "flown_date", "planned_date_latest", "start_from")


def settled(entry: Entry, fact_id: str, other_id: str = "") -> Iterator[Settled]:
    """The doubts that it answers.

    Args:
        entry: the correction.
        fact_id: the fact that it bears on now, or the provisional id or override that it confirms.
        other_id: the second fact now.
    """
    if entry.action == "confirm":
        yield Settled(entry.doubt, fact_id, entry.column, "")
        return
    yield Settled("low_confidence", fact_id, "", "")
    if entry.action in ("set", "clear"):
        yield Settled("conflict", fact_id, entry.column, "")
        if entry.column in _DATES:
            yield Settled("undated", fact_id, "", "")
    elif entry.action in ("merge", "apart"):
        yield Settled("near_merge", fact_id, "", other_id or entry.other)
        if entry.action == "merge":
            yield Settled("undated", fact_id, "", "")
    elif entry.action == "reject":
        for doubt in ("conflict", "near_merge", "undated"):
            yield Settled(doubt, fact_id, "", "")


def answers(given: Settled, doubt: str, ids: set[str], column: str) -> bool:
    """Whether it answers a doubt about these facts or names and this column."""
    return (
        given.doubt == doubt
        and given.fact_id in ids
        and (not given.column_name or not column or given.column_name == column)
        and (not given.other_id or given.other_id in ids)
    )
