"""Putting a finished, checked file in the place of the published one, in one step.

Belongs here: version numbers, the swap of the link, keeping and deleting old versions, and noticing that somebody has
touched a published file. Does not belong here: building or checking the file, opening the published one (`read`).
"""

import json
import os
import re
import time
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.connect import writing_version
from warehouse.errors import PublishError

LINK = "warehouse.duckdb"
KEPT_VERSIONS = 3
KEPT_SECONDS = 600.0

_FOLDER = Path("state", "published")
_RECORD = "record.json"
_VERSION = re.compile(r"warehouse-(\d+)\.duckdb")
_LINK_IN_WORK = f".{LINK}.next"


class Version(NamedTuple):
    """A version in the folder of published files."""

    number: int
    path: Path


def current(home: Path) -> Version | None:
    """The version that the link points to, whether or not its file is whole; None before the first publish."""
    link = home / LINK
    if not link.is_symlink():
        return None
    target = link.readlink()
    found = _VERSION.fullmatch(target.name)
    return Version(int(found[1]), home / target) if found else None


def next_number(home: Path) -> int:
    """The number for the next version: higher than any that was ever given out, even by a run that died."""
    standing = current(home)
    numbers = [version.number for version in _versions(home)] + [standing.number if standing else 0]
    return max(*numbers, int(_record(home)["number"])) + 1


def is_intact(home: Path) -> bool:
    """Whether the link and its target are as the last publish left them (size, time, no `.wal`)."""
    standing = current(home)
    if standing is None or (home / LINK).readlink() != _FOLDER / standing.path.name:
        return False
    stamp = _stamp(standing.path)
    return (
        stamp is not None
        and _record(home)["files"].get(standing.path.name) == stamp
        and not _wal(standing.path).exists()
    )


def publish(build: Path, home: Path, number: int) -> Version:
    """Make a build the published version. Readers of older ones keep them; new readers meet this one.

    Args:
        build: the finished file, on the same file system as the home; no connection may hold it open.
        home: where the link is.
        number: from `next_number`, under the same writer's lock; the file holds it in `metrics.published_version`.

    Raises:
        PublishError: the build is not fit to be published; the link is as before.
    """
    if number < next_number(home):
        raise PublishError(build, f"version {number} has been given out before")
    _settle(build)
    folder = home / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    _delete_unlinked(home)
    version = Version(number, folder / f"warehouse-{number}.duckdb")
    build.replace(version.path)
    _sync(folder)
    _write_record(home, version)
    in_work = home / _LINK_IN_WORK
    in_work.unlink(missing_ok=True)
    in_work.symlink_to(_FOLDER / version.path.name)
    in_work.replace(home / LINK)
    _sync(home)
    delete_old(home, time.time())
    return version


def delete_old(home: Path, now: float) -> list[Version]:
    """Delete versions that are neither among the newest three nor were the newest in the last ten minutes.

    Returns:
        The versions deleted.
    """
    versions = sorted(_versions(home), reverse=True)
    deleted = []
    for newer, version in zip(versions, versions[1:], strict=False):
        is_kept = versions.index(version) < KEPT_VERSIONS
        if not is_kept and newer.path.stat().st_mtime < now - KEPT_SECONDS:
            deleted.append(version)
    for version in deleted:
        _delete(version)
    return deleted


def _settle(build: Path) -> None:
    """Bring all of a build into its one file, on disk and read-only."""
    if not build.is_file():
        raise PublishError(build, "there is no such file")
    with writing_version(build) as con:
        con.execute("checkpoint")
    if _wal(build).exists():
        raise PublishError(build, "it still has a write-ahead log")
    os.utime(build)
    build.chmod(0o444)
    _sync(build)


def _versions(home: Path) -> list[Version]:
    folder = home / _FOLDER
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = [match for name in names if (match := _VERSION.fullmatch(name))]
    return [Version(int(match[1]), folder / match[0]) for match in found]


def _delete_unlinked(home: Path) -> None:
    """Delete files that a killed run put there without ever linking them; with the link lost, none can be told."""
    standing = current(home)
    for version in _versions(home):
        if standing is not None and version.number > standing.number:
            _delete(version)


def _delete(version: Version) -> None:
    for leftover in version.path.parent.glob(f"{version.path.name}*"):
        if leftover.is_file():
            leftover.unlink(missing_ok=True)


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _stamp(path: Path) -> list[int] | None:
    """Size and time of last change, to compare by."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return [status.st_size, status.st_mtime_ns]


def _record(home: Path) -> dict[str, Any]:
    """The highest number given out and the stamps of the files; empty where the record is lost or damaged."""
    try:
        found = json.loads((home / _FOLDER / _RECORD).read_text(encoding="utf-8"))
        return {"number": int(found["number"]), "files": dict(found["files"])}
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return {"number": 0, "files": {}}


def _write_record(home: Path, newest: Version) -> None:
    """Note number and stamps, before the link is swapped: a number once seen is never given out again."""
    stamps = {version.path.name: _stamp(version.path) for version in sorted(_versions(home))}
    path = home / _FOLDER / _RECORD
    in_work = path.with_suffix(".next")
    in_work.write_text(json.dumps({"number": newest.number, "files": stamps}) + "\n", encoding="utf-8")
    _sync(in_work)
    in_work.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    """Have a file's or a folder's content on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
