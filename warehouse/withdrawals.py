"""Withdrawals in a file beside the kept pages, so that they outlive the store.

Belongs here: the file. Does not belong here: what withdraws an article (`sources.asking`), or the rows that readers see
(`warehouse.source_states`). That an address answered "gone" stands on no kept page: without the file a store made anew
would publish again what its outlet withdrew.
"""

import json
import os
from datetime import datetime
from pathlib import Path

from warehouse.connect import Connection
from warehouse.store_tables import insert_missing

_NAME = "withdrawals.jsonl"


def keep(con: Connection, folder: Path) -> None:
    """Write the withdrawals that stand, in one step, where the file says something else."""
    query = "select article_id, reason, withdrawn_at from withdrawals order by withdrawn_at, article_id"
    lines = [
        json.dumps({"article_id": article_id, "reason": reason, "withdrawn_at": at.isoformat()})
        for article_id, reason, at in con.execute(query).fetchall()
    ]
    text = "".join(line + "\n" for line in lines)
    path = folder / _NAME
    if text == (path.read_text(encoding="utf-8") if path.exists() else ""):
        return
    folder.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def restore(con: Connection, folder: Path) -> int:
    """Put what the file holds into a store made anew, in a transaction of the caller's; returns how many."""
    path = folder / _NAME
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            given = json.loads(line)
            rows.append((given["article_id"], given["reason"], datetime.fromisoformat(given["withdrawn_at"])))
        except (ValueError, KeyError, TypeError):
            continue  # a line that a person cut; the others hold
    return insert_missing(con, "withdrawals", rows)
