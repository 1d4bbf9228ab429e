"""History: what this warehouse held at any time. Primary data, kept in `state/history.duckdb` and published each time.

Belongs here: what a new version adds to the history, and carrying that forward once the version is published. Does not
belong here: the declarations (`warehouse.tables.history`), which facts differ (`changed_facts`), the metric of changes,
or following an id (`redirects`).

A version that is being made holds the history as it will be; only when it has been published is the writer's own file
brought up to it. A refresh that dies before leaves nothing; one that dies between is made good by the next, which
begins by carrying forward what the published version holds. Of what is kept nothing ever changes, but that a row ends.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from warehouse import carry, causes, changed_facts, history_evidence
from warehouse.build import create_tables
from warehouse.connect import Connection, attach, columns_held, scalar, transaction, writing
from warehouse.schema import Column, Table
from warehouse.statements import statement
from warehouse.tables.history import HISTORIES, HISTORY_EVIDENCE, HISTORY_TABLES, ID_REDIRECTS, KNOWN, History
from warehouse.tables.resolution import REDIRECT_STEPS

COMPARED = Table(
    "main",
    "compared",
    "One row: the state with all of whose facts this history was last compared.",
    "",
    ("basis",),
    (
        Column("basis", "VARCHAR", "Versions of rules and tables."),
        Column("resolved_whole_at", "TIMESTAMP", "When all facts were made anew."),
    ),
)


def _own(table: Table) -> Table:
    """As it stands in the writer's file."""
    return replace(table, schema="main")


KEPT: tuple[Table, ...] = (
    *(_own(history.table) for history in HISTORIES), _own(HISTORY_EVIDENCE), REDIRECT_STEPS, COMPARED,
)  # fmt: skip


def prepare(path: Path) -> None:
    """Make the file of the history where there is none, and give its tables the columns that they lack."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path) as con, transaction(con):
        for table in KEPT:
            held = columns_held(con, "main", table.name)
            for ddl in () if held else table.ddl():
                con.execute(ddl)
            for column in table.columns if held else ():
                if column.name not in held:
                    con.execute(f"alter table {table.qualified} add column {column.name} {column.type}")


def commit_time(path: Path, now: datetime) -> datetime:
    """The time of this refresh for the history: now, but later than all that is kept, whatever the clock does."""
    with writing(path) as con:
        latest = [at for history in HISTORIES if (at := _latest(con, history))]
    return max([now, *(at + timedelta(seconds=1) for at in latest)])


def _latest(con: Connection, history: History) -> datetime | None:
    latest = "select max(greatest(known_from, coalesce(known_to, known_from))) from main."
    found = scalar(con, latest + history.table.name)
    return found if isinstance(found, datetime) else None


def write_next(
    con: Connection,
    path: Path,
    at: datetime,
    basis: str,
    *,
    everything: bool = False,
    published: tuple[Path, int] | None = None,
) -> int:
    """Fill the history tables of a version that is being made, after its facts. Returns the rows that begin or end.

    Args:
        con: the version, with the writer's store attached as `store`.
        path: the writer's history.
        at: from `commit_time`.
        basis: versions of rules and tables; where they are other ones than last time, all facts are compared.
        everything: compare all facts in any case. Otherwise only those that the store notes as changed, and those
            that came or went.
        published: the version that readers see, and its number: it tells causes where the store cannot, and the words
            behind what is gone.
    """
    attach(con, path, "past")
    create_tables(con, HISTORY_TABLES)
    try:
        return fill_next(con, at, basis, everything=everything, published=published)
    finally:
        con.execute("detach past")


def fill_next(
    con: Connection, at: datetime, basis: str, *, everything: bool = False, published: tuple[Path, int] | None = None
) -> int:
    """As `write_next`, with the writer's history attached as `past`, into tables that are there and empty."""
    changed_facts.find_changes(con, basis, everything=everything)
    last = scalar(con, "select any_value(basis) from past.main.compared")
    kinds = [history.kind for history in HISTORIES]
    if published:
        causes.judge(con, kinds, *published)
        last = last or scalar(con, "select any_value(basis) from store.main.evidence_basis")
    default = "article" if last == basis else "rules"
    changed = sum(_fill(con, history, at, default) for history in HISTORIES)
    con.execute(f"insert into {ID_REDIRECTS.qualified} by name {statement('history', 'id_redirects')}")  # noqa: S608
    history_evidence.fill(con, at, kinds, published[0] if published else None)
    return changed


def _fill(con: Connection, history: History, at: datetime, default: str) -> int:
    """One history table: what stood before, of which some ends now, and what begins. Returns the facts that differ.

    What the store did not note has the default cause: under other rules than last time these, else what articles tell.
    """
    table, key, kind = history.table.name, history.id_column, history.kind
    empty = scalar(con, f"select count(*) = 0 from past.main.{table}")  # noqa: S608
    default = "article" if empty else default
    plain = ", ".join(f"past_rows.{c.name}" for c in history.table.columns if c not in KNOWN)
    con.execute(
        f"""
        insert into core.{table} by name
        select
            {plain},
            past_rows.known_from,
            case when differing.is_held then $at::timestamp else past_rows.known_to end as known_to,
            past_rows.cause,
            case when differing.is_held then coalesce(touched.cause, $cause) else past_rows.end_cause end as end_cause,
        from past.main.{table} as past_rows
        left join differing_{kind} as differing on past_rows.known_to is null and past_rows.{key} = differing.fact_id
        left join touched on past_rows.{key} = touched.fact_id
        union all by name
        select
            now_rows.*,
            $at::timestamp as known_from,
            null::timestamp as known_to,
            coalesce(touched.cause, $cause) as cause,
            null::varchar as end_cause,
        from now_{kind} as now_rows
        inner join differing_{kind} as differing on now_rows.{key} = differing.fact_id
        left join touched using (fact_id)
        """,  # noqa: S608 - declared names
        {"at": at, "cause": default},
    )
    return int(scalar(con, f"select count(*) from differing_{kind}"))  # noqa: S608


def carry_forward(path: Path, published: Path, store: Path | None = None, basis: str = "") -> None:
    """Bring the writer's history up to what a published version holds, in one transaction; again changes nothing.

    Args:
        path: the writer's history.
        published: the version that readers see.
        store: the writer's store, closed, from which that version was made; its redirects are kept too.
        basis: under which that version was made from it.
    """
    with writing(path) as con:
        attach(con, published, "published")
        if store is not None:
            attach(con, store, "store")
        with transaction(con):
            for history in HISTORIES:
                _carry(con, history)
            history_evidence.carry_forward(con)
            if store is not None:
                _carry_state(con, basis)


def _carry_state(con: Connection, basis: str) -> None:
    con.execute(
        "insert into redirect_steps by name "
        "from store.main.redirect_steps as steps anti join redirect_steps using (old_id, redirected_at)"
    )
    con.execute("delete from compared")
    con.execute("insert into compared select ?, max(resolved_whole_at) from store.main.resolution_basis", [basis])


def _carry(con: Connection, history: History) -> None:
    """What began or ended after all that is kept: a version is made later than that (`commit_time`), and kept whole."""
    table, key = history.table.name, history.id_column
    present = columns_held(con, "core", history.table.name, "published")
    if not present:
        return
    since = {"since": _latest(con, history) or datetime.min.replace(year=1)}  # noqa: DTZ901 - UTC without zone
    con.execute(
        f"create or replace temp table ended as select {key}, known_from, known_to, end_cause "  # noqa: S608
        f"from published.core.{table} where known_to > $since",
        since,
    )
    if scalar(con, "select count(*) from ended"):
        con.execute(
            f"""
            update main.{table} as kept
            set known_to = ended.known_to, end_cause = ended.end_cause
            from ended
            where kept.known_to is null and kept.{key} = ended.{key} and kept.known_from = ended.known_from
            """  # noqa: S608 - declared names
        )
    names = ", ".join(column.name for column in history.table.columns if column.name in present)
    con.execute(
        f"""
        insert into main.{table} by name
        select {names} from published.core.{table} as begun
        where begun.known_from > $since
        order by {key}, known_from
        """,  # noqa: S608 - declared names
        since,
    )


def forget_changes(store: Connection, number: int = 0, basis: str = "") -> None:
    """Clear what the store noted for the history, once a version that shows it is published and carried forward.

    Args:
        store: the store.
        number: of that version.
        basis: versions of rules and tables under which it was made.
    """
    with transaction(store):
        tables = {name for (name,) in store.execute("select table_name from duckdb_tables()").fetchall()}
        for name in ("changed_facts", "curated_touched"):
            if name in tables:
                store.execute(f"delete from {name}")  # noqa: S608 - one of the two
        carry.note_published(store, number, basis)
