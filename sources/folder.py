"""A folder of files: which of them to read, and their items.

Belongs here: walking a folder safely, and choosing a reader by a file's ending. Does not belong here: the formats
themselves; what was read before (the store decides that by the hash).
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sources import jsonl, pdf, table_csv, textpage
from sources.article import Article, Reject, stable_hash
from sources.errors import SourceError, UnreadableError
from sources.records import Reading
from sources.streams import hash_file, open_plain_file

WAIT_SECONDS = 2.0
_UNFINISHED = (".part", ".tmp")
_MOST_HASHES = 100_000
_hashes: dict[tuple[int, ...], str] = {}  # so that a process which looks every minute reads each file once


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file in a folder that is to be read, waits, or cannot be read.

    Attributes:
        locator: path within the folder, with `/`.
        content_hash: SHA-256 of its bytes; of name and fault where it cannot be read; empty while it waits.
        is_waiting: changed a moment ago, so perhaps still being written; it is news at the next look.
        problem: why it cannot be read, else None.
    """

    locator: str
    path: Path
    content_hash: str
    size: int
    is_waiting: bool = False
    problem: UnreadableError | None = None


def scan(folder: Path, watched: bool, now: float) -> Iterator[FoundFile]:
    """Files of a folder and its sub-folders, in order of their names, each with a hash of its bytes.

    Args:
        folder: what to walk. Names beginning with a dot or ending in `.part` or `.tmp` are passed over.
        watched: whether files arrive here at any time, so that one changed within two seconds waits.
        now: seconds since 1970, to compare with the time of the last change.

    Raises:
        SourceError: the folder does not exist or cannot be listed.
    """
    root = folder.resolve()
    if not root.is_dir():
        raise SourceError(f"{folder}: no such folder; create it, or name another")
    for path in _walk(root, root):
        found = _look(path, root, watched, now)
        if found is not None:
            yield found


def read(found: FoundFile, origin: str, today: dt.date) -> Iterator[Article | Reject]:
    """Articles and rejects of one file, one by one; whatever is wrong with it ends in a reject, never in an error.

    Args:
        found: a file of `scan`; one that waits yields nothing.
        origin: name of the configured source.
        today: the day of the reading; publication dates further ahead are doubted.
    """
    if found.is_waiting:
        return
    reading = Reading(origin, found.locator, found.content_hash, today)
    try:
        if found.problem is not None:
            raise found.problem
        if found.size == 0:
            raise UnreadableError("empty", "the file has no bytes")
        yield from _items(found.path, reading)
    except UnreadableError as error:
        yield reading.reject(error)
    except OSError as error:
        yield reading.reject(UnreadableError("unreadable", error.strerror or type(error).__name__))
    except Exception as error:  # noqa: BLE001 (a fault of a format library: this file is lost, the rest is not)
        detail = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else 'no message'}"
        yield reading.reject(UnreadableError("unreadable", detail))


def walk(folder: Path) -> Iterator[Path]:
    """Paths of a folder's files in a fixed order, whatever the file system's; links too, but never through them."""
    root = folder.resolve()
    yield from _walk(root, root)


def _walk(folder: Path, root: Path) -> Iterator[Path]:
    """Paths of non-folders in a fixed order, whatever the file system's."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:
            raise SourceError(f"{folder}: {error.strerror}; check the folder's permissions") from error
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower().endswith(_UNFINISHED):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), root)
        else:
            yield Path(entry.path)


def _look(path: Path, root: Path, watched: bool, now: float) -> FoundFile | None:
    """What a path holds; None for a link to what the walk meets anyway, and for what has just gone."""
    locator = path.relative_to(root).as_posix().encode("utf-8", errors="replace").decode("utf-8")
    if path.is_symlink():
        if path.resolve().is_relative_to(root):
            return None
        problem = UnreadableError("link out of the folder", "links are not followed; put the file itself here")
        return _unreadable(locator, path, problem)
    try:
        status = path.stat(follow_symlinks=False)
        if watched and abs(now - status.st_mtime) < WAIT_SECONDS:
            return FoundFile(locator, path, "", status.st_size, is_waiting=True)
        return FoundFile(locator, path, _hash(path, status, now), status.st_size)
    except FileNotFoundError:
        return None
    except UnreadableError as error:
        return _unreadable(locator, path, error)
    except OSError as error:
        return _unreadable(locator, path, UnreadableError("unreadable", error.strerror or "cannot be opened"))


def _hash(path: Path, status: os.stat_result, now: float) -> str:
    """Hash of a file's bytes, remembered for as long as the file is not written to.

    Only of a file that has been at rest for a while: one written twice within a tick of the file system's clock looks
    the same both times.
    """
    key = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    if key in _hashes:
        return _hashes[key]
    content_hash = hash_file(path)
    if now - max(status.st_ctime, status.st_mtime) >= WAIT_SECONDS:
        if len(_hashes) >= _MOST_HASHES:
            _hashes.clear()
        _hashes[key] = content_hash
    return content_hash


def _unreadable(locator: str, path: Path, problem: UnreadableError) -> FoundFile:
    return FoundFile(locator, path, stable_hash(locator, problem.reason, problem.detail), 0, problem=problem)


def _items(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    """Items of a file by its ending."""
    ending = path.suffix.lower()
    reader = _READERS.get(ending)
    if reader is None:
        endings = ", ".join(sorted(_READERS))
        raise UnreadableError("unknown ending", f"{ending or 'no ending'}; what can be read ends in {endings}")
    yield from reader(path, reading)


def _streamed(read_file: Callable[[IO[bytes], Reading], Iterator[Article | Reject]]) -> "_Reader":
    def reader(path: Path, reading: Reading) -> Iterator[Article | Reject]:
        with open_plain_file(path) as file:
            yield from read_file(file, reading)

    return reader


def _text_page(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    yield textpage.read(file, reading)


def _web_page(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    from sources import webpage  # trafilatura takes a quarter of a second to import: only where there is a page

    yield webpage.read(file, reading)


def _pdf(file: IO[bytes], reading: Reading) -> Iterator[Article | Reject]:
    yield pdf.read(file, reading)


def _parquet(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    from sources import table_parquet  # DuckDB likewise

    yield from table_parquet.read(path, reading)


_Reader = Callable[[Path, Reading], Iterator[Article | Reject]]
_READERS: dict[str, _Reader] = {
    ".txt": _streamed(_text_page),
    ".md": _streamed(_text_page),
    ".html": _streamed(_web_page),
    ".htm": _streamed(_web_page),
    ".pdf": _streamed(_pdf),
    ".jsonl": _streamed(jsonl.read),
    ".ndjson": _streamed(jsonl.read),
    ".csv": _streamed(table_csv.read),
    ".parquet": _parquet,
}
