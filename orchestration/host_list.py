"""Hosts that asked to be left alone, in a small file: kept from one refresh to the next, and read by `status`.

Belongs here: the file. Does not belong here: keeping to it (`sources.hosts`), how each source does (`source_list`). It
is written at the moment a host asks, so that after a killed refresh or a lost store nobody asks again too early.
"""

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path

from sources.hosts import Rest


def load(path: Path) -> dict[str, Rest]:
    """The hosts by name; none where the file is missing or damaged."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["hosts"]
        return {row["host"]: Rest(dt.datetime.fromisoformat(row["until"]), str(row["because"])) for row in rows}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def save(path: Path, rests: Mapping[str, Rest]) -> None:
    """Replace the file in one step."""
    rows = [
        {"host": host, "until": rest.until.isoformat(timespec="seconds"), "because": rest.because}
        for host, rest in sorted(rests.items())
    ]
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as stream:
        json.dump({"hosts": rows}, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
