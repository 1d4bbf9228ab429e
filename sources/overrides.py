"""Override files: the corrections that people keep in `overrides/`, read entry by entry.

Belongs here: finding the files, reading TOML and CSV within bounds, and saying which file cannot be read. Does not
belong here: what an entry means or whether its values will do (`transforms.curation`).

A fault of one entry is that entry's alone: where a file as a whole is no TOML, its entries are read one by one.
"""

import csv
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

ENTRY = "override"
ENDINGS = (".toml", ".csv")
#: Other files that may lie beside them.
_SILENT_ENDINGS = (".md", ".txt")
_UNFINISHED = (".part", ".tmp")

_LONGEST_FILE = 8 << 20
_MOST_ENTRIES = 20_000
_HEAD = re.compile(rf"^[ \t]*\[\[[ \t]*{ENTRY}[ \t]*\]\]", re.MULTILINE)
_TABLE_HEAD = f"[[{ENTRY}]]"


class RawEntry(NamedTuple):
    """An entry as written.

    Attributes:
        number: its place in the file, from 1; 0 stands for the file itself.
        fields: what it holds, by key.
        problem: why it cannot be read, if it cannot.
    """

    number: int
    fields: dict[str, Any]
    problem: str | None = None


class OverrideFile(NamedTuple):
    """A file of overrides: its name in the folder, the hash of its bytes, and its entries in order."""

    name: str
    content_hash: str
    entries: tuple[RawEntry, ...]


def hashes(folder: Path) -> dict[str, str]:
    """Hash of each override file by name: another wherever a correction was added, changed or removed."""
    return {_name(path): _hash(path) for path in _paths(folder)}


def read(folder: Path) -> list[OverrideFile]:
    """All files of the folder, by name; what cannot be read is said in an entry, and stops nothing."""
    return [_file(path) for path in _paths(folder)]


def parse(name: str, content: bytes) -> tuple[RawEntry, ...]:
    """The entries of a file's bytes."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return (RawEntry(0, {}, "is not UTF-8 text; save it as UTF-8"),)
    read_entries = _toml if name.lower().endswith(".toml") else _csv
    entries = tuple(islice(read_entries(text), _MOST_ENTRIES + 1))
    if len(entries) > _MOST_ENTRIES:
        return (RawEntry(0, {}, f"has more than {_MOST_ENTRIES:,} entries; spread them over several files"),)
    return entries


def _paths(folder: Path) -> list[Path]:
    """The files to read: nothing hidden, unfinished or outside the folder."""
    if not folder.is_dir():
        return []
    root = folder.resolve()
    found = []
    for path in sorted(folder.iterdir()):
        name = path.name.lower()
        if name.startswith(".") or name.endswith((*_UNFINISHED, *_SILENT_ENDINGS)) or not path.is_file():
            continue
        if path.resolve().is_relative_to(root):
            found.append(path)
    return found


def _name(path: Path) -> str:
    """The name as text that can be stored and shown, whatever bytes it is made of."""
    plain = path.name.encode("utf-8", errors="replace").decode("utf-8")
    return "".join(char if char.isprintable() else "?" for char in plain)


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:32]
    except OSError as error:
        return f"unread: {error.strerror}"


def _file(path: Path) -> OverrideFile:
    def failed(problem: str) -> OverrideFile:
        return OverrideFile(_name(path), _hash(path), (RawEntry(0, {}, problem),))

    if not path.name.lower().endswith(ENDINGS):
        return failed(f"is not read: overrides are files that end in {' or '.join(ENDINGS)}")
    try:
        if path.stat().st_size > _LONGEST_FILE:
            return failed(f"is larger than {_LONGEST_FILE >> 20} MiB; spread its entries over several files")
        content = path.read_bytes()
    except OSError as error:
        return failed(f"cannot be read ({error.strerror}); check its permissions")
    return OverrideFile(_name(path), hashlib.sha256(content).hexdigest()[:32], parse(path.name, content))


def _toml(text: str) -> Iterator[RawEntry]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        yield from _toml_one_by_one(text, str(error))
        return
    listed = table.pop(ENTRY, [])
    for key in table:
        yield RawEntry(0, {}, f"key {key!r} is not known here; each correction is a table {_TABLE_HEAD}")
    if not isinstance(listed, list):
        yield RawEntry(0, {}, f"write {_TABLE_HEAD}, in double brackets, for each correction")
        return
    for number, fields in enumerate(listed, 1):
        if isinstance(fields, dict):
            yield RawEntry(number, fields)
        else:
            yield RawEntry(number, {}, f"is no table; write {_TABLE_HEAD} above its keys")


def _toml_one_by_one(text: str, whole: str) -> Iterator[RawEntry]:
    """The entries of a file that is no TOML as a whole: each by itself, so that one fault is one entry's."""
    starts = [match.start() for match in _HEAD.finditer(text)]
    if not starts:
        yield RawEntry(0, {}, f"is not TOML: {whole}")
        return
    if text[: starts[0]].strip():
        try:
            tomllib.loads(text[: starts[0]])
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            yield RawEntry(0, {}, f"is not TOML above its first {_TABLE_HEAD}: {error}")
    line, counted = 1, 0
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        line, counted = line + text.count("\n", counted, start), start
        try:
            yield RawEntry(number, tomllib.loads(text[start:end])[ENTRY][0])
        except (tomllib.TOMLDecodeError, RecursionError, ValueError, LookupError, TypeError) as error:
            yield RawEntry(number, {}, f"is not TOML (it begins in line {line} of the file): {error}")


def _csv(text: str) -> Iterator[RawEntry]:
    """A line each, under a header with the same keys; an empty field is no field."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for number, row in enumerate(reader, 1):
            if row.get(None):
                yield RawEntry(number, {}, "has more fields than the header; put values with commas in quotes")
                continue
            yield _csv_entry(number, {key.strip(): value for key, value in row.items() if key and value})
    except csv.Error as error:
        yield RawEntry(0, {}, f"is not CSV in line {reader.line_num}: {error}")


def _csv_entry(number: int, fields: dict[str, Any]) -> RawEntry:
    """Lists are separated by `|`, and the cells of an added fact are JSON."""
    if "claims" in fields:
        fields["claims"] = [part.strip() for part in fields["claims"].split("|") if part.strip()]
    if "|" in fields.get("value", ""):
        fields["value"] = [part.strip() for part in fields["value"].split("|") if part.strip()]
    if "cells" in fields:
        try:
            fields["cells"] = json.loads(fields["cells"])
        except (ValueError, RecursionError) as error:
            return RawEntry(number, {}, f"cells is not JSON: {error}")
    return RawEntry(number, fields)
