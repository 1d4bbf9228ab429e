"""Which facts say something else than the history holds of them.

Belongs here: comparing the facts that a change can have touched, or all. Does not belong here: writing down what
differs (`warehouse.history`), why it does (`warehouse.causes`).
"""

from warehouse import causes
from warehouse.connect import Connection, scalar
from warehouse.tables.history import HISTORIES, History


def find_changes(con: Connection, basis: str, *, everything: bool = False) -> bool:
    """Compare facts with what was held of them, into temp tables: the part that costs as much as there are changes.

    Returns:
        Whether all facts were compared.
    """
    state = con.execute("select ?, max(resolved_whole_at) from store.main.resolution_basis", [basis]).fetchall()
    whole = everything or con.execute("select basis, resolved_whole_at from past.main.compared").fetchall() != state
    causes.stage(con)
    for history in HISTORIES:
        key = history.id_column
        if not scalar(con, f"select count(*) from past.main.{history.table.name} where known_to is null"):  # noqa: S608
            _take_all(con, history)
            continue
        if whole:
            _stage_rows(con, history, _all_ids(history))
        else:
            _stage_rows(con, history, f"select distinct fact_id as {key} from touched")  # noqa: S608 - declared name
            if not _is_rest_as_held(con, history):
                _stage_rows(con, history, f"select fact_id as {key} from touched {_unnoted(history)}")  # noqa: S608
        _compare(con, history)
    return whole


def _all_ids(history: History) -> str:
    table, fact, key = history.table.name, history.fact.qualified, history.id_column
    return f"select {key} from {fact} union select {key} from past.main.{table} where known_to is null"  # noqa: S608


def _take_all(con: Connection, history: History) -> None:
    """Where nothing is held, as before the first version, all facts come: none need be compared, or kept for it."""
    _see_now(con, history, _rows(history))
    con.execute(
        f"create or replace temp table differing_{history.kind} as "  # noqa: S608 - declared names
        f"select {history.id_column} as fact_id, false as is_held from {history.fact.qualified}"
    )


def _compare(con: Connection, history: History) -> None:
    """A temp table of the facts that say something else than was held of them, came or went."""
    now, held, key = f"now_{history.kind}", f"held_{history.kind}", history.id_column
    said = [f"row({', '.join(f'{rows}.{name}' for name in history.said)})" for rows in (held, now)]
    con.execute(f"""
        create or replace temp table differing_{history.kind} as
        select
            coalesce({held}.{key}, {now}.{key}) as fact_id,
            {held}.{key} is not null as is_held,
        from {held}
        full join {now} using ({key})
        where {said[0]} is distinct from {said[1]} or {held}.{key} is null or {now}.{key} is null
    """)  # noqa: S608 - declared names


def _stage_rows(con: Connection, history: History, ids: str) -> None:
    """Temp views now_… and tables held_…: what the facts of these ids say now, and what was held of them.

    A query of ids may name facts of other kinds too.
    """
    table, key = history.table.name, history.id_column
    con.execute(f"create or replace temp table compared_ids as {ids}")
    only = f"semi join compared_ids using ({key})"
    con.execute(f"create or replace temp table staged_{history.kind} as {_rows(history, only)}")
    _see_now(con, history, f"from staged_{history.kind}")
    con.execute(
        f"create or replace temp table held_{history.kind} as select * from past.main.{table} "  # noqa: S608
        f"{only} where known_to is null"
    )


def _see_now(con: Connection, history: History, query: str) -> None:
    con.execute(f"create or replace temp view now_{history.kind} as {query}")


def _rows(history: History, only: str = "") -> str:
    """A query of facts as the history says them, with their members as lists; of some facts only."""
    key = history.id_column
    columns = [f"facts.{column.name}" for column in history.fact.columns]
    joins = []
    for number, members in enumerate(history.members):
        first = members.lists[0][1]
        lists = ", ".join(f"list({column} order by {first}) as {name}" for name, column, _ in members.lists)
        joins.append(
            f"left join (select {key}, {lists} from core.{members.bridge} {only} group by {key}) "  # noqa: S608
            f"as members_{number} using ({key})"
        )
        columns += [f"coalesce(members_{number}.{name}, []) as {name}" for name, _, _ in members.lists]
    return f"select {', '.join(columns)} from {history.fact.qualified} as facts {only} {' '.join(joins)}"  # noqa: S608


def _is_rest_as_held(con: Connection, history: History) -> bool:
    """Whether the facts that are not staged are those that were held, with the same derived columns.

    A count and a digest that can be taken back spare finding out which those are, among all facts.
    """
    digest = f"count(*), coalesce(bit_xor(hash({', '.join((history.id_column, *history.derived))})), 0)"
    sides = (
        (f"from {history.fact.qualified}", f"from now_{history.kind}"),
        (f"from past.main.{history.table.name} where known_to is null", f"from held_{history.kind}"),
    )
    now, held = ([con.execute(f"select {digest} {rows}").fetchall()[0] for rows in side] for side in sides)  # noqa: S608
    rest = [(all_[0] - staged[0], all_[1] ^ staged[1]) for all_, staged in (now, held)]
    return rest[0] == rest[1]


def _unnoted(history: History) -> str:
    """Further ids to compare: facts that came or went without a note, or whose derived columns are others."""
    table, fact, key = history.table.name, history.fact.qualified, history.id_column
    ids = f"""
        union
        (select {key} from {fact} except select {key} from past.main.{table} where known_to is null)
        union
        (select {key} from past.main.{table} where known_to is null except select {key} from {fact})
    """  # noqa: S608 - declared names
    if history.derived:
        now, held = (", ".join(f"{rows}.{name}" for name in history.derived) for rows in ("facts", "held"))
        ids += f"""
            union
            select facts.{key} from {fact} as facts
            inner join past.main.{table} as held on facts.{key} = held.{key} and held.known_to is null
            where row({now}) is distinct from row({held})
        """  # noqa: S608 - declared names
    return ids
