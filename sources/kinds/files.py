"""Folders of files and archives of millions of articles: streamed, and gone on with where the last run stopped.

Belongs here: which files are read, and how far each was. Does not belong here: walking folders (folder), the formats
(folder, archive). The cursor counts the items of the file under way, so that a killed run reads none of them twice
into the store; a file that changed meanwhile begins anew.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sources import archive, folder
from sources.article import Article, Reject
from sources.errors import ColumnError, SourceError, UnreadableError
from sources.listing import Memory
from sources.records import Reading
from sources.settings_kinds import ArchiveSource, FolderSource
from sources.state import PageState, cursor_of, cursor_text
from sources.steps import Step
from sources.streams import hash_file

_BATCH = 500
_PATTERN = re.compile(r"[*?\[]")


class File(NamedTuple):
    """A file to look at: its name within the source, where it lies, and size and times as a mark of having changed."""

    locator: str
    path: Path
    stamp: str


def steps(source: FolderSource | ArchiveSource, memory: Memory, home: Path) -> Iterator[Step]:
    """Steps of some hundred items each, file after file in order of names; what was read before is passed over.

    Raises:
        SourceError: the folder or file does not exist, or (at the end) a table lacks a column that it must have.
    """
    if isinstance(source, FolderSource):
        yield from _folder_steps(source, memory, home)
        return
    fault: SourceError | None = None
    met: set[str] = set()
    for file in files_of(home / source.path, source.pattern):
        met.add(file.locator)
        try:
            yield from _archive_steps(source, file, memory)
        except ColumnError as error:
            fault = fault or SourceError(f"{file.path}: {error.detail}; name the column in fields, or mend the file")
    gone = tuple(page.url for page in memory.pages.values() if page.kind == "file" and page.url not in met)
    if gone:
        yield Step(gone=gone)
    if fault is not None:
        raise fault


def _folder_steps(source: FolderSource, memory: Memory, home: Path) -> Iterator[Step]:
    now = memory.now().timestamp()
    for found in folder.scan(home / source.path, watched=False, now=now):
        state = _state(memory, found.locator)
        if state.content_hash == found.content_hash and state.status == "read":
            continue
        items = folder.read(found, source.name, memory.now().date())
        yield from _batches(items, replace(state, content_hash=found.content_hash), memory)


def _archive_steps(source: ArchiveSource, file: File, memory: Memory) -> Iterator[Step]:
    state = _state(memory, file.locator)
    if state.stamp == file.stamp and state.status == "read":
        return
    try:
        if file.path.is_symlink():
            raise UnreadableError("link out of the folder", "links are not followed; put the file itself here")
        content_hash = hash_file(file.path)
    except (UnreadableError, OSError) as error:
        fault = error if isinstance(error, UnreadableError) else UnreadableError("unreadable", str(error.strerror))
        reject = Reading(source.name, file.locator, file.stamp, memory.now().date()).reject(fault)
        yield Step(items=(reject,), pages=(replace(state, status="rejected"),), begun=file.locator)
        return
    if state.content_hash == content_hash and state.status == "read":
        yield Step(pages=(replace(state, stamp=file.stamp),))
        return
    reading = Reading(
        source.name, file.locator, content_hash, memory.now().date(), source.fields, source.main_text == "quick"
    )
    items = (_completed(item, source) for item in archive.read(file.path, reading))
    yield from _batches(items, replace(state, stamp=file.stamp, content_hash=content_hash), memory)


def _batches(items: Iterator[Article | Reject], state: PageState, memory: Memory) -> Iterator[Step]:
    """The items of a file in steps; the file is marked as read in the step of its last items."""
    cursor = cursor_of(memory.cursor)
    is_under_way = cursor.get("file") == state.url and cursor.get("hash") == state.content_hash
    done = int(cursor["items"]) if is_under_way and cursor.get("items", "").isdigit() else 0
    rest = islice(items, done, None)
    batch = tuple(islice(rest, _BATCH))
    begun = "" if done else state.url
    while True:
        done += len(batch)
        following = tuple(islice(rest, _BATCH))
        if not following:
            finished = replace(state, status="read", asked_at=memory.now())
            yield Step(items=batch, pages=(finished,), cursor="", begun=begun)
            return
        mark = {"file": state.url, "hash": state.content_hash, "items": str(done)}
        yield Step(items=batch, cursor=cursor_text(mark), begun=begun)
        batch, begun = following, ""


def _state(memory: Memory, locator: str) -> PageState:
    key = "file:" + locator
    return memory.pages.get(key) or PageState(key, locator, "file", "waiting", memory.now())


def _completed(item: Article | Reject, source: ArchiveSource) -> Article | Reject:
    """An article with what the settings know of all of them."""
    if isinstance(item, Reject):
        return item
    return replace(item, source=item.source or source.outlet, language=item.language or source.language)


def files_of(path: Path, pattern: str) -> Iterator[File]:
    """Files of an archive in order of their names; links are not followed out of it."""
    root = path
    if _PATTERN.search(str(path)) and not path.exists():
        fixed = next(at for at, part in enumerate(path.parts) if _PATTERN.search(part))
        root, pattern = Path(*path.parts[:fixed]), "/".join(path.parts[fixed:])
    root = root.resolve()
    if root.is_file():
        yield from _file(root.name, root)
        return
    if not root.is_dir():
        raise SourceError(f"{path}: no such file or folder; mend the path in sources.toml")
    wanted = pattern.split("/")
    for found in folder.walk(root):
        locator = found.relative_to(root).as_posix()
        is_met_anyway = found.is_symlink() and found.resolve().is_relative_to(root)
        if _matches(locator.split("/"), wanted) and not is_met_anyway:
            yield from _file(locator, found)


def _file(locator: str, path: Path) -> Iterator[File]:
    """The file, unless it has just gone."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    locator = locator.encode("utf-8", errors="replace").decode("utf-8")
    yield File(locator, path, f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}")


def _matches(path: list[str], pattern: list[str]) -> bool:
    """Whether a path fits a pattern, part by part: `*` and `?` stay within a folder, `**` is any folders or none."""
    if not pattern:
        return not path
    if pattern[0] == "**":
        return _matches(path, pattern[1:]) or (bool(path) and _matches(path[1:], pattern))
    return bool(path) and fnmatchcase(path[0], pattern[0]) and _matches(path[1:], pattern[1:])
