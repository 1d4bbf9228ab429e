"""Which of several articles with the same text speaks for it: the one whose word it is.

Belongs here: choosing the speaker by what is known of the outlets. Does not belong here: which versions stand
(`warehouse.store`), near copies and stories (`warehouse.copies`), or what an outlet's name means (it is passed in).
"""

from collections.abc import Callable, Mapping

from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.resolved import UNKNOWN_TIER
from warehouse.statements import statement
from warehouse.store import run_statements


def settle_speakers(con: Connection, lookup: Callable[[str], str | None], tiers: Mapping[str, int]) -> int:
    """Let the original of each repeated text speak for it; to be run after reading and before extraction.

    The original is the article of the outlet that a copy credits, else that of the best tier, else the first.

    Args:
        con: the store.
        lookup: name of an outlet to its id.
        tiers: tier of each known outlet.

    Returns:
        Articles that speak now and did not, or the other way round.
    """
    names = [name for (name,) in con.execute(statement("store", "repeated_names")).fetchall()]
    if not names:
        return 0
    outlets = [(name, outlet, tiers.get(outlet or "", UNKNOWN_TIER)) for name in names for outlet in [lookup(name)]]
    with transaction(con):
        con.execute("create or replace temp table outlet_tiers (name varchar, source_id varchar, source_tier integer)")
        insert(con, "outlet_tiers", ("name", "source_id", "source_tier"), outlets)
        run_statements(con, "choose_speakers")
    return int(scalar(con, "select count(*) from changed_speakers"))
