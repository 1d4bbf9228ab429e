"""Pages as they came, kept packed in files so that everything can be made from them again without asking anybody.

Belongs here: writing, listing, reading and bounding the files of `state/raw/`. Does not belong here: what a page says
(`sources.pages`). A file holds all that its reading needs, so that the folder outlives the store: what the store's
list of them has lost is found again from the files.
"""

import json
import os
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import zstandard

from warehouse.connect import Connection, scalar, transaction
from warehouse.statements import statement
from warehouse.store_tables import insert_replacing

#: What the folder may hold; beyond it, pages go that newer ones of their address replaced, then the oldest.
MOST_BYTES = 20 << 30

_ENDING = ".zst"
_UNSTORED = "unstored"
_LARGEST = 32 << 20
_LEVEL = 6
_FORGOTTEN_AFTER = 7 * 86_400  # seconds


class KeptPage(NamedTuple):
    """A file of the folder, as the store lists it.

    Attributes:
        is_waiting: found again after the store was lost, and not read yet.
    """

    raw_id: str
    origin: str
    url: str
    fetched_at: datetime
    packed_bytes: int
    is_waiting: bool | None = None


def keep(folder: Path, page: Any) -> KeptPage:
    """Write a page (all attributes of `sources.steps.RawPage`), in place of an earlier one with the same content.

    The file appears whole or not at all. It is listed by `note`, in the transaction that stores what was read from it.
    """
    raw_id = _id(page)
    path, early = _path(folder, raw_id), _early(folder, raw_id)
    if early.exists():
        write(path, early.read_bytes())
    else:
        write(path, packed(page))
    return KeptPage(raw_id, page.origin, page.url, page.fetched_at, path.stat().st_size)


def keep_early(folder: Path, page: Any) -> None:
    """Write a page the moment that it was fetched: a run that is killed before it stores it need not ask again."""
    write(_early(folder, _id(page)), packed(page))


def settle(folder: Path, pages: Iterable[KeptPage]) -> None:
    """What was kept early is stored now."""
    for page in pages:
        _early(folder, page.raw_id).unlink(missing_ok=True)


def unstored(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Pages that a killed run kept early, by source; what nobody came back for in a week is deleted."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((folder / _UNSTORED).glob(f"*{_ENDING}")):
        fields = unpacked(path)
        if fields is None or time.time() - path.stat().st_mtime > _FORGOTTEN_AFTER:
            path.unlink(missing_ok=True)
        else:
            found.setdefault(fields["origin"], []).append(fields)
    return found


def packed(page: Any) -> bytes:
    """A page as a file holds it: a line of JSON, and the body."""
    head = {name: getattr(page, name) for name in _names(page) if name != "body"}
    line = json.dumps(head | {"fetched_at": page.fetched_at.isoformat()}, sort_keys=True).encode()
    return zstandard.ZstdCompressor(level=_LEVEL).compress(line + b"\n" + page.body)


def unpacked(path: Path) -> dict[str, Any] | None:
    """The fields of a page; None where its file is lost or damaged."""
    try:
        with path.open("rb") as file:
            line, _, body = zstandard.ZstdDecompressor().decompress(file.read(), _LARGEST).partition(b"\n")
        fields: dict[str, Any] = json.loads(line)
        return fields | {"body": body, "fetched_at": datetime.fromisoformat(fields["fetched_at"])}
    except (OSError, ValueError, KeyError, zstandard.ZstdError):
        return None


def write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    in_work = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
    in_work.write_bytes(data)
    in_work.replace(path)


def note(con: Connection, pages: list[KeptPage]) -> None:
    """List pages in the store."""
    unique = {page.raw_id: page for page in pages}
    insert_replacing(con, "raw_pages", list(unique.values()))


def newest(con: Connection) -> list[KeptPage]:
    """The newest page of each source and address, in the order in which they came."""
    return [KeptPage(*row) for row in con.execute(statement("store", "newest_raw_pages")).fetchall()]


def every(con: Connection) -> list[KeptPage]:
    """All kept pages, in the order in which they came."""
    names = ", ".join(KeptPage._fields)
    query = f"select {names} from raw_pages order by fetched_at, origin, url"  # noqa: S608
    return [KeptPage(*row) for row in con.execute(query).fetchall()]


def read(folder: Path, raw_id: str) -> dict[str, Any] | None:
    """The fields of a kept page; None where its file is lost or damaged."""
    return unpacked(_path(folder, raw_id))


def waiting(con: Connection) -> list[KeptPage]:
    """Pages that were found again and not read yet, in the order in which they came."""
    return [page for page in every(con) if page.is_waiting]


def find_again(con: Connection, folder: Path) -> int:
    """List the files that the store does not know, those of a lost store for instance, as waiting; returns how many."""
    known = {raw_id for (raw_id,) in con.execute("select raw_id from raw_pages").fetchall()}
    found = []
    for path in _files(folder):
        raw_id = path.name.removesuffix(_ENDING)
        page = read(folder, raw_id) if raw_id not in known else None
        if page is not None:
            found.append(KeptPage(raw_id, page["origin"], page["url"], page["fetched_at"], path.stat().st_size, True))
    with transaction(con):
        note(con, found)
    return len(found)


def bound(con: Connection, folder: Path, most_bytes: int = MOST_BYTES) -> int:
    """Delete pages beyond the limit, replaced ones first, then the oldest; returns how many."""
    if (scalar(con, "select sum(packed_bytes) from raw_pages") or 0) <= most_bytes:
        return 0
    ids = [row[0] for row in con.execute(statement("store", "raw_pages_beyond"), {"most": most_bytes}).fetchall()]
    with transaction(con):
        con.execute("delete from raw_pages where raw_id in (select unnest($ids))", {"ids": ids})
    for raw_id in ids:
        _path(folder, raw_id).unlink(missing_ok=True)
    return len(ids)


def _id(page: Any) -> str:
    return sha256(json.dumps([page.origin, page.url]).encode() + page.body).hexdigest()


def _path(folder: Path, raw_id: str) -> Path:
    return folder / raw_id[:2] / f"{raw_id}{_ENDING}"


def _early(folder: Path, raw_id: str) -> Path:
    return folder / _UNSTORED / f"{raw_id}{_ENDING}"


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob(f"??/*{_ENDING}"))


def _names(page: Any) -> tuple[str, ...]:
    return tuple(page.__dataclass_fields__)
