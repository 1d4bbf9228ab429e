"""The blocks of claims in the writer's store, as incremental resolution asks for them.

Belongs here: looking up blocks by key and claims by block. Does not belong here: which keys there are
(`transforms.resolve`), or putting new blocks in place (`warehouse.resolved`).
"""

from collections.abc import Collection, Iterator

from transforms.resolve.records import KeyRow, Role, SourcedClaim
from warehouse.claims import sourced_claim
from warehouse.connect import Connection
from warehouse.statements import statement

#: A look-up is far cheaper than making the role of its number.
_ROLES = {int(role): role for role in Role}


class StoredBlocks:
    """The archive of a store in which temp table changed_claims says what is no longer as it was."""

    def __init__(self, con: Connection) -> None:
        self._con = con

    def keyed(self, keys: Collection[int]) -> Iterator[KeyRow]:
        """All rows with one of these keys."""
        wanted(self._con, "wanted_keys", "key", "uint64", keys)
        return self._rows("block_keys semi join wanted_keys using (key)")

    def keys_of(self, blocks: Collection[int]) -> Iterator[KeyRow]:
        """All rows of these blocks."""
        wanted(self._con, "wanted_blocks", "block", "int64", blocks)
        return self._rows("block_keys semi join wanted_blocks using (block)")

    def claims(self, blocks: Collection[int]) -> Iterator[tuple[int, SourcedClaim]]:
        """The claims of these blocks that still count and are as they were."""
        wanted(self._con, "wanted_blocks", "block", "int64", blocks)
        found = self._con.execute(statement("store", "claims_of_blocks")).fetchall()
        return ((row[-1], sourced_claim(row[:-1])) for row in found)

    def _rows(self, source: str) -> Iterator[KeyRow]:
        query = f"select block, role, key, tellings from {source}"  # noqa: S608 - one of the two above
        found = self._con.execute(query).fetchall()
        return (KeyRow(block, _ROLES[role], key, tellings) for block, role, key, tellings in found)


def wanted(con: Connection, table: str, column: str, type_: str, values: Collection[int]) -> None:
    """Make a temp table of numbers to join with."""
    import pandas as pd  # takes most of a second to import

    con.register("incoming_values", pd.DataFrame({column: pd.Series(sorted(values), dtype=type_)}))
    try:
        con.execute(f"create or replace temp table {table} as select {column} from incoming_values")  # noqa: S608
    finally:
        con.unregister("incoming_values")
