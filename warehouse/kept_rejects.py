"""Items that could not be read, as the writer's store keeps them: each with its reason until it is mended or gone.

Belongs here: keeping a reject and dropping it. Does not belong here: counting and listing them for people
(`warehouse.rejects`), or what else is read (`warehouse.store`).
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from warehouse.connect import Connection, scalar, transaction
from warehouse.store_tables import insert_missing, storable


def forget_rejects(con: Connection, origin: str, path: str, but: Sequence[str] = ()) -> int:
    """Drop what was wrong with a file or page, and with what is in it; returns how many rejects that were.

    Args:
        con: the store.
        origin: name of the source.
        path: of the file within it, or address of the page.
        but: hashes of those that stay.
    """
    dropped = con.execute(
        "delete from rejects where origin = ? and (locator = ? or starts_with(locator, ?)) "
        "and content_hash not in (select unnest(cast(? as varchar[])))",
        [origin, path, f"{path}:", list(but)],
    )
    return int(dropped.fetchall()[0][0])


def rejected_files(con: Connection) -> list[tuple[str, str]]:
    """Files that were read and hold a reject, by origin and locator as `read_items` has them."""
    found: set[tuple[str, str]] = set()
    for origin, locator in con.execute("select distinct origin, locator from rejects").fetchall():
        found |= {(origin, locator), (origin, locator.rpartition(":")[0])}
    items = con.execute("select origin, locator from read_items order by all").fetchall()
    return [(origin, locator) for origin, locator in items if (origin, locator.rpartition("\t")[2]) in found]


def forget_files(con: Connection, files: Iterable[tuple[str, str]]) -> int:
    """Forget files that are gone and held a reject, by origin and locator: returning, they are read again.

    Returns:
        How many.
    """
    count = 0
    with transaction(con):
        for origin, locator in files:
            if forget_rejects(con, origin, locator.rpartition("\t")[2]):
                con.execute("delete from read_items where origin = ? and locator = ?", [origin, locator])
                count += 1
    return count


def load_rejects(con: Connection, rejects: Iterable[Any], read_at: datetime) -> int:
    """Keep rejects that were not met before, and note when the others were met again; returns how many are new."""
    unique = {(item.origin, storable(item.locator), item.content_hash): item for item in rejects}
    rows = [
        (*key, item.reason, storable(item.detail), storable(json.dumps(item.fields, sort_keys=True)), read_at, read_at)
        for key, item in unique.items()
    ]
    new = insert_missing(con, "rejects", rows)
    if new < len(rows):
        con.execute(
            "update rejects set last_seen_at = $at from incoming where rejects.origin = incoming.origin "
            "and rejects.locator = incoming.locator and rejects.content_hash = incoming.content_hash "
            "and rejects.last_seen_at is distinct from $at",
            {"at": read_at},
        )
    return new


def forget_earlier(con: Connection, read: Iterable[tuple[str, str, str]]) -> None:
    """Drop what was wrong with earlier contents of items that are now read again: origin, locator, content hash."""
    other = (
        "select count(*) from (select origin, locator, content_hash from read_items "
        "union all select origin, locator, content_hash from read_positions) "
        "where origin = ? and locator = ? and content_hash <> ?"
    )
    for origin, locator, content_hash in read:
        if scalar(con, other, (origin, locator, content_hash)):
            forget_rejects(con, origin, locator.rpartition("\t")[2])
