"""The blocks of claims in the writer's store, as incremental resolution asks for them.

Belongs here: looking up blocks by key and claims by block. Does not belong here: which keys there are
(`transforms.resolve`), or putting new blocks in place (`warehouse.resolved`).
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from transforms.resolve.records import KeyRow, Role, SourcedClaim
from warehouse.claims import sourced_claim
from warehouse.connect import Connection
from warehouse.statements import statement
from warehouse.store import run_statements

#: A look-up is far cheaper than making the role of its number.
_ROLES = {int(role): role for role in Role}


class StoredBlocks:
    """The archive of a store in which temp table changed_claims says what is no longer as it was."""

    def __init__(self, con: Connection) -> None:
        self._con = con
        con.execute(
            "create or replace temp table held_claims as select rowid as found_at, * from resolved_claims limit 0"
        )

    def keyed(self, keys: Collection[int]) -> Iterator[KeyRow]:
        """The rows of all that share or offer one of these keys."""
        return self._bearing(keys, "role <> $asked")

    def asking(self, keys: Collection[int]) -> Iterator[KeyRow]:
        """The rows of all that ask one of these keys."""
        return self._bearing(keys, "role = $asked")

    def keys_of(self, blocks: Collection[int]) -> Iterator[KeyRow]:
        """All rows of these blocks."""
        wanted(self._con, "wanted_blocks", "block", "int64", blocks)
        return self._rows("semi join wanted_blocks using (block)")

    def claims(self, blocks: Collection[int]) -> Iterator[tuple[int, SourcedClaim]]:
        """The claims of these blocks that still count and are as they were."""
        wanted(self._con, "wanted_blocks", "block", "int64", blocks)
        run_statements(self._con, "known_claims")
        found = self._con.execute(statement("store", "claims_of_blocks")).fetchall()
        return ((row[-1], sourced_claim(row[:-1])) for row in found)

    def _bearing(self, keys: Collection[int], how: str) -> Iterator[KeyRow]:
        wanted(self._con, "wanted_keys", "key", "uint64", keys)
        return self._rows(f"semi join wanted_keys using (key) where {how}", {"asked": int(Role.ASKED)})

    def _rows(self, which: str, values: Mapping[str, Any] | None = None) -> Iterator[KeyRow]:
        query = f"select block, role, key, tellings, traits from block_keys {which}"  # noqa: S608 - one of the above
        found = self._con.execute(query, values or {}).fetchall()
        return (KeyRow(block, _ROLES[role], *rest) for block, role, *rest in found)


def wanted(con: Connection, table: str, column: str, type_: str, values: Collection[int]) -> None:
    """Make a temp table of numbers to join with."""
    import pandas as pd  # takes most of a second to import

    con.register("incoming_values", pd.DataFrame({column: pd.Series(sorted(values), dtype=type_)}))
    try:
        con.execute(f"create or replace temp table {table} as select {column} from incoming_values")  # noqa: S608
    finally:
        con.unregister("incoming_values")
