"""All claims resolved kind by kind: no more than one kind is held at a time, and a second process takes a share.

Belongs here: which kinds go together, the second process, and putting an outcome into the store's tables. Does not
belong here: the rules (they are passed in; claims of two kinds never bear on each other), what follows from the facts
(`warehouse.resolution`).
"""

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import rmtree
from threading import Thread

from transforms.claim import KINDS, Kind
from transforms.resolve.records import Keys, Resolution, SourcedClaim
from warehouse.claims import fetched_claims, sourced_claims
from warehouse.connect import Connection, attach, holding_less, scalar, transaction, writing
from warehouse.resolved import insert_all, insert_facts
from warehouse.schema import literal
from warehouse.statements import statement
from warehouse.tables.resolution import BLOCK_KEYS, PROVISIONAL_NAMES, REVIEWS
from warehouse.tables.store import FACT_CELLS, FACT_MEMBERS, RESOLVED_FACTS, UNCHOSEN_VALUES

Resolve = Callable[[Iterable[SourcedClaim]], Resolution]

#: From this many claims on a second process pays for itself.
SHARED_FROM = 100_000

#: What the second process takes: about half of the work. Launches are the dearest.
_SECOND: tuple[Kind, ...] = ("launch", "cooperation")

#: What DuckDB may hold while two processes resolve, in bytes for each claim, and at least: the claims need the memory.
_CLAIM_MEMORY, _LEAST_MEMORY = 192, 192 << 20

_OUTCOME_NAME = "outcome.duckdb"
_OUTCOMES = count()
_OUTCOME = (RESOLVED_FACTS, FACT_MEMBERS, FACT_CELLS, UNCHOSEN_VALUES, REVIEWS, BLOCK_KEYS, PROVISIONAL_NAMES)


def resolve_all(con: Connection, resolve: Resolve) -> None:
    """Fill the empty tables of facts and blocks from all claims that count.

    Args:
        con: the store, within a transaction.
        resolve: a function of a module, so that another process can find it by name.
    """
    claims = int(scalar(con, "select count(*) from claims"))
    if claims < SHARED_FROM:
        _resolve_kinds(con, resolve, KINDS)
        return
    with _folder(con) as folder:
        for kind in _SECOND:
            wanted = f"{statement('store', 'speaking_claims')} where claims.kind = {literal(kind)}"
            con.execute(f"copy ({wanted}) to {literal(str(folder / kind))} (format parquet)")
        second = get_context("spawn").Process(target=_work, args=(resolve, folder, claims), daemon=True)
        second.start()
        try:
            with holding_less(con, _memory(claims)):
                _resolve_kinds(con, resolve, tuple(kind for kind in KINDS if kind not in _SECOND))
            is_done = _is_done(second)
        finally:
            second.terminate()
        if is_done:
            _take_over(con, folder / _OUTCOME_NAME)
        else:  # what stopped it will show here
            _resolve_kinds(con, resolve, _SECOND)


def put(con: Connection, resolution: Resolution, base: int) -> None:
    """Add facts, their blocks numbered from `base` on, and the keys and names of these."""
    insert_facts(con, resolution, base)
    _put_keys(con, resolution.keys, base)
    names = tuple(column.name for column in PROVISIONAL_NAMES.columns)
    insert_all(con, "provisional_names", names, ((base + block, *member) for block, member in resolution.names))


def next_block(con: Connection) -> int:
    """A number from which on no block is numbered."""
    return int(scalar(con, "select coalesce(max(block), -1) + 1 from fact_members"))


def _resolve_kinds(con: Connection, resolve: Resolve, kinds: Iterable[Kind]) -> None:
    for kind in kinds:
        put(con, resolve(sourced_claims(con, kind)), next_block(con))


def _put_keys(con: Connection, keys: Keys, base: int) -> None:
    """Columns go in as they are: there are millions of rows. Keys of one role lie together, as they are looked up."""
    import numpy as np  # with pandas, which takes most of a second to import
    import pandas as pd

    arrays = {"block": keys.block, "role": keys.role, "key": keys.key, "tellings": keys.tellings, "traits": keys.traits}
    con.register("incoming_keys", pd.DataFrame({name: np.asarray(column) for name, column in arrays.items()}))
    try:
        con.execute(
            "insert into block_keys by name "
            "select * replace (block + ? as block) from incoming_keys order by role, block",
            [base],
        )
    finally:
        con.unregister("incoming_keys")


def _work(resolve: Resolve, folder: Path, claims: int) -> None:
    """In the second process: resolve the claims of some files, and leave what they come to in another."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers an interrupt, and ends this one
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()
    with writing(folder / _OUTCOME_NAME, _memory(claims)) as con, transaction(con):
        for table in _OUTCOME:
            con.execute(next(table.ddl()))
        for kind in _SECOND:
            query = f"select * from read_parquet({literal(str(folder / kind))})"  # noqa: S608 - a file of ours
            put(con, resolve(fetched_claims(con, query)), next_block(con))


def _memory(claims: int) -> int:
    """Bytes that DuckDB may hold in each of two processes."""
    return max(_LEAST_MEMORY, _CLAIM_MEMORY * claims)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _is_done(process: BaseProcess) -> bool:
    process.join()
    return process.exitcode == 0


def _take_over(con: Connection, outcome: Path) -> None:
    """Within a transaction nothing can be detached, so each outcome has a name of its own."""
    base, name = next_block(con), f"outcome_{next(_OUTCOMES)}"
    attach(con, outcome, name)
    for table in _OUTCOME:
        names = [column.name for column in table.columns]
        chosen = ", ".join(f"block + {base:d} as block" if column == "block" else column for column in names)
        con.execute(f"insert into {table.name} by name select {chosen} from {name}.main.{table.name}")  # noqa: S608


@contextmanager
def _folder(con: Connection) -> Iterator[Path]:
    """A folder beside the store for what the two processes hand each other; what an earlier run left there goes."""
    store = Path(str(scalar(con, "select path from duckdb_databases() where database_name = current_database()")))
    folder = store.with_name(f"{store.stem}.resolving")
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)
