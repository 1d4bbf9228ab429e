"""Keeping the facts in the writer's store up to date with the claims: all of them, or those that a change can touch.

Belongs here: what changed since the last time, putting new blocks in place of old ones, noting which facts that made or
unmade and where their ids lead. Does not belong here: the rules (they are passed in), history (`warehouse.history`).
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from transforms.resolve.records import Resolution, SourcedClaim
from warehouse.archive import StoredBlocks, wanted
from warehouse.claims import sourced_claim
from warehouse.connect import Connection, finding_places, scalar, transaction
from warehouse.parts import next_block, put, resolve_all
from warehouse.statements import statement
from warehouse.store import run_statements

#: Another number has a store made by an earlier release look at all articles once.
BOOKKEEPING = "3"

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
    _look_at(con, is_full=is_full)
    changed = int(scalar(con, "select count(*) from changed_claims"))
    whole = is_full or changed > MOST_CHANGED * claim_count(con)
    with transaction(con):
        if whole:
            _make_all(con, rules, at, is_prepared=is_full)
        elif changed:
            with finding_places(con):
                _make_touched(con, rules)
        else:
            run_statements(con, "leave_blocks")
        if not whole:
            run_statements(con, "changed_articles")
        run_statements(con, "mark_articles")
        gone = _note_changes(con, at, None if whole else "article")
        made = _ids(con, "new_members")
        if not whole:
            run_statements(con, "changed_evidence")
        reviews = int(scalar(con, "select count(*) from reviews"))
    return Touched(gone, made, whole, changed, reviews)


def _ids(con: Connection, members: str) -> frozenset[str]:
    return frozenset(fact for (fact,) in con.execute(f"select distinct fact_id from {members}").fetchall())  # noqa: S608


def _look_at(con: Connection, *, is_full: bool) -> None:
    """Compare the claims of the changed articles with those behind the facts: of a few articles in a copy."""
    if is_full:
        con.execute("create or replace temp view told_now as select rowid as place, * from claims")
    else:
        run_statements(con, "fresh_claims")
    run_statements(con, "changed_claims")


def _make_all(con: Connection, rules: Rules, at: datetime, *, is_prepared: bool) -> None:
    if not is_prepared:
        _look_at_all_claims(con)
    run_statements(con, "take_all_out")
    resolve_all(con, rules.resolve)
    _note_claims(con, 0)
    con.execute("create or replace temp table new_members as from fact_members")
    con.execute("delete from resolution_basis")
    con.execute("insert into resolution_basis values (?, ?, null)", [rules.basis, at])


def _look_at_all_claims(con: Connection) -> None:
    """Have temp table told_claims hold the claims of all articles; what was found to have changed stays."""
    con.execute("create or replace temp table found_changes as from changed_claims")
    for name in ("unsettled_places", "unsettled_versions", "changed_sources"):
        run_statements(con, name, {"is_full": True})
    _look_at(con, is_full=True)
    con.execute("create or replace temp table changed_claims as from found_changes")


def _make_touched(con: Connection, rules: Rules) -> None:
    blocks = con.execute("select distinct block from changed_claims where block is not null").fetchall()
    added = map(sourced_claim, con.execute(statement("store", "added_claims")).fetchall())
    redone = rules.redo(StoredBlocks(con), added, [block for (block,) in blocks])
    wanted(con, "replaced_blocks", "block", "int64", redone.replaced)
    base = next_block(con)
    run_statements(con, "take_blocks_out")
    put(con, redone.resolution, base)
    _note_claims(con, base)
    con.execute("create or replace temp table new_members as from fact_members where block >= ?", [base])


def _note_claims(con: Connection, base: int) -> None:
    """Note what is known of the claims of new blocks, and settle the provisional members."""
    con.execute(
        "insert into resolved_claims by name "
        "select fact_members.block, current_claims.* from current_claims inner join fact_members using (claim_id) "
        "where fact_members.block >= ? order by block",
        [base],
    )
    con.execute("create or replace temp table fresh_names as from provisional_names where block >= ?", [base])
    run_statements(con, "settle_names")


def _note_changes(con: Connection, at: datetime, cause: str | None) -> frozenset[str]:
    """Note which facts came and went, and where ids lead that are no more. Returns the ids of what went.

    Args:
        con: the store, within the transaction that changed it.
        at: the time of this run.
        cause: of facts none of whose own claims changed; None where the rules did, which history sees by itself.
    """
    run_statements(con, "changed_facts", {"cause": cause})
    con.execute(
        "create or replace temp table retired_facts as "
        "select distinct fact_id from old_members anti join new_members using (fact_id)"
    )
    _redirect(con, "redirects", "retired_facts", at)
    con.execute(
        "create or replace temp table lost_facts as "
        "from retired_facts anti join (from redirect_steps where redirected_at = ?) as steps on fact_id = old_id",
        [at],
    )
    _redirect(con, "redirects_of_lost", "lost_facts", at)
    return _ids(con, "old_members")


def _redirect(con: Connection, name: str, facts: str, at: datetime) -> None:
    """Note where the ids of facts in a temp table lead, if there are any: to find out takes a look at all claims."""
    if scalar(con, f"select count(*) from {facts}"):  # noqa: S608 - one of two tables
        con.execute(f"insert into redirect_steps by name {statement('store', name)}", {"redirected_at": at})
