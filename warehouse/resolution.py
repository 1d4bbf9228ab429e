"""Keeping the facts in the writer's store up to date with the claims: all of them, or those that a change can touch.

Belongs here: what changed since the last time, putting new blocks in place of old ones, noting which facts that made or
unmade and where their ids lead. Does not belong here: the rules (they are passed in), history (`warehouse.history`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from transforms.resolve.records import Keys, Resolution, SourcedClaim
from warehouse.archive import StoredBlocks, wanted, wanted_claims
from warehouse.claims import sourced_claims
from warehouse.connect import Connection, scalar, transaction
from warehouse.resolved import insert_all, insert_facts
from warehouse.statements import statement
from warehouse.store import run_statements
from warehouse.tables.resolution import PROVISIONAL_NAMES

#: From this part of all claims on, making everything anew is the shorter way.
MOST_CHANGED = 0.25


class Redone(Protocol):
    """What `transforms.resolve.redo` yields."""

    @property
    def resolution(self) -> Resolution:
        """The new facts."""

    @property
    def replaced(self) -> frozenset[int]:
        """The blocks in whose place they come."""


class Rules(NamedTuple):
    """Resolution, as orchestration passes it in.

    Attributes:
        resolve: all claims to facts.
        redo: an archive, added claims and undone blocks to what takes their place.
        basis: the versions of all that decides the outcome.
    """

    resolve: Callable[[Iterable[SourcedClaim]], Resolution]
    redo: Callable[[StoredBlocks, Iterable[SourcedClaim], Collection[int]], Redone]
    basis: str


class Touched(NamedTuple):
    """What a change did to the facts, before any override.

    Attributes:
        gone: ids of facts that were taken apart; most of them are made again.
        made: ids of facts that were made.
        is_full: everything was made anew.
        claims: claims that were new, gone, or said something else.
        reviews: doubts left.
    """

    gone: frozenset[str]
    made: frozenset[str]
    is_full: bool
    claims: int
    reviews: int


def is_other_basis(con: Connection, basis: str) -> bool:
    """Whether other rules made the facts that the store holds, or none has."""
    return con.execute("select basis from resolution_basis").fetchall() != [(basis,)]


def claim_count(con: Connection) -> int:
    """Claims behind the facts."""
    return int(scalar(con, "select count(*) from resolved_claims"))


def update_facts(con: Connection, rules: Rules, at: datetime, *, is_full: bool = False) -> Touched:
    """Bring the facts up to date, in one transaction; `settle_sources` must have run just before on this connection.

    Args:
        con: the store.
        rules: of resolution.
        at: the time of this run, UTC without zone.
        is_full: make everything anew; `settle_sources` was then told the same.
    """
    run_statements(con, "changed_claims")
    changed = int(scalar(con, "select count(*) from changed_claims"))
    whole = is_full or changed > MOST_CHANGED * claim_count(con)
    with transaction(con):
        resolution: Resolution | None = None
        if whole:
            resolution = _make_all(con, rules, at, is_prepared=is_full)
        elif changed:
            resolution = _make_touched(con, rules)
        run_statements(con, "mark_articles")
        made = frozenset(fact.fact_id for fact in resolution.facts) if resolution else frozenset[str]()
        gone = _note_changes(con, at, None if whole else "article") if resolution else frozenset[str]()
        reviews = int(scalar(con, "select count(*) from reviews"))
    return Touched(gone, made, whole, changed, reviews)


def _make_all(con: Connection, rules: Rules, at: datetime, *, is_prepared: bool) -> Resolution:
    if not is_prepared:
        _look_at_all_claims(con)
    resolution = rules.resolve(sourced_claims(con))
    run_statements(con, "take_all_out")
    _put(con, resolution, 0)
    con.execute("create or replace temp table new_members as from fact_members")
    con.execute("delete from resolution_basis")
    con.execute("insert into resolution_basis values (?, ?)", [rules.basis, at])
    return resolution


def _look_at_all_claims(con: Connection) -> None:
    """Have temp table told_claims hold the claims of all articles; what was found to have changed stays."""
    con.execute("create or replace temp table found_changes as from changed_claims")
    anew = f"create or replace temp table changed_sources as {statement('store', 'changed_sources')}"
    con.execute(anew, {"is_full": True})
    run_statements(con, "changed_claims")
    con.execute("create or replace temp table changed_claims as from found_changes")


def _make_touched(con: Connection, rules: Rules) -> Resolution:
    blocks = con.execute("select distinct block from changed_claims where block is not null").fetchall()
    con.execute(
        "create or replace temp table wanted_claims as "
        "select claim_id, null::bigint as block from changed_claims where is_told"
    )
    added = [claim for claim, _ in wanted_claims(con)]
    redone = rules.redo(StoredBlocks(con), added, [block for (block,) in blocks])
    wanted(con, "replaced_blocks", "block", "int64", redone.replaced)
    base = int(scalar(con, "select coalesce(max(block), -1) + 1 from resolved_claims"))
    run_statements(con, "take_blocks_out")
    _put(con, redone.resolution, base)
    con.execute("create or replace temp table new_members as from fact_members limit 0")
    told = ((fact.fact_id, claim) for fact in redone.resolution.facts for claim in fact.members)
    insert_all(con, "new_members", ("fact_id", "claim_id"), told)
    return redone.resolution


def _put(con: Connection, resolution: Resolution, base: int) -> None:
    """Add facts, their blocks numbered from `base` on, and the keys and names of these."""
    insert_facts(con, resolution)
    con.execute("create or replace temp table claim_blocks (claim_id varchar, block bigint)")
    placed = zip(resolution.facts, resolution.blocks, strict=True)
    rows: Iterator[tuple[Any, ...]] = ((claim, base + block) for fact, block in placed for claim in fact.members)
    insert_all(con, "claim_blocks", ("claim_id", "block"), rows)
    con.execute(
        "insert into resolved_claims by name select claim_id, article_id, kind, block, digest "
        "from claim_blocks inner join current_claims using (claim_id)"
    )
    _put_keys(con, resolution.keys, base)
    con.execute("create or replace temp table fresh_names as from provisional_names limit 0")
    names = tuple(column.name for column in PROVISIONAL_NAMES.columns)
    insert_all(con, "fresh_names", names, ((base + block, *member) for block, member in resolution.names))
    con.execute("insert into provisional_names from fresh_names")
    run_statements(con, "settle_names")


def _put_keys(con: Connection, keys: Keys, base: int) -> None:
    """Columns go in as they are: there are millions of rows."""
    import numpy as np  # with pandas, which takes most of a second to import
    import pandas as pd

    columns = {"block": keys.block, "role": keys.role, "key": keys.key, "tellings": keys.tellings}
    con.register("incoming_keys", pd.DataFrame({name: np.asarray(column) for name, column in columns.items()}))
    try:
        con.execute(
            "insert into block_keys select block + ?, role, key, tellings from incoming_keys order by key", [base]
        )
    finally:
        con.unregister("incoming_keys")


def _note_changes(con: Connection, at: datetime, cause: str | None) -> frozenset[str]:
    """Note which facts came and went, and where ids lead that are no more. Returns the ids of what went.

    Args:
        con: the store, within the transaction that changed it.
        at: the time of this run.
        cause: of facts none of whose own claims changed; None where the rules did, which history sees by itself.
    """
    run_statements(con, "changed_facts", {"cause": cause})
    gone = frozenset(fact for (fact,) in con.execute("select distinct fact_id from old_members").fetchall())
    con.execute(
        "create or replace temp table retired_facts as "
        "select distinct fact_id from old_members anti join resolved_facts using (fact_id)"
    )
    if scalar(con, "select count(*) from retired_facts"):
        con.execute(f"insert into redirect_steps by name {statement('store', 'redirects')}", {"redirected_at": at})
    return gone
