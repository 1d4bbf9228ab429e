"""The review queue as it is published, for a person to work.

Belongs here: reading the queue, and a claim to name each fact by. Does not belong here: the formula of its score
(`sql/metrics/review_queue.sql`), asking a person (`orchestration.commands.review`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from warehouse.connect import Connection
from warehouse.statements import statement


class Item(NamedTuple):
    """A doubt to settle, as `metrics.review_queue` has it."""

    rank: int
    item_id: str
    doubt: str
    fact_type: str | None
    fact_id: str | None
    other_ids: str | None
    column_name: str | None
    subject_id: str | None
    claim_id: str | None
    question: str
    doubt_score: float
    moves: int
    score: float

    @property
    def others(self) -> list[str]:
        """The other facts concerned."""
        return self.other_ids.split() if self.other_ids else []

    @property
    def ids(self) -> set[str]:
        """All that it is about."""
        return {one for one in (self.fact_id, self.subject_id, *self.others) if one}


def queue(con: Connection) -> list[Item]:
    """All doubts, the most deserving first."""
    return [Item(*row) for row in con.execute(statement("read", "review_queue")).fetchall()]


def anchors(con: Connection, fact_ids: Sequence[str]) -> dict[str, str]:
    """For each fact a claim of it."""
    rows = con.execute(statement("read", "anchors"), {"ids": list(fact_ids)}).fetchall()
    return dict(rows)


def known_overrides(con: Connection) -> set[str]:
    """Ids of the corrections that this version has seen."""
    rows = con.execute("select distinct override_id from core.overrides where override_id is not null").fetchall()
    return {override_id for (override_id,) in rows}
