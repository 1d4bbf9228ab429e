"""Writing a correction into an override file, as a person would.

Belongs here: the entry as TOML, put at the end of its author's file in one step. Does not belong here: reading such
files (`overrides`), or what an entry means (`transforms.curation`).
"""

import fcntl
import json
import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sources.errors import ConfigError
from sources.overrides import ENTRY

_LONGEST_SLUG = 60


def append(folder: Path, author: str, fields: Mapping[str, Any], comment: str) -> Path:
    """Add an entry to the author's file, made where there is none; the file is whole at any moment.

    Args:
        folder: the override files.
        author: whose file.
        fields: keys and values of the entry: texts and lists of texts.
        comment: a line above it.

    Returns:
        The file.

    Raises:
        ConfigError: the file that is there is no TOML, or the folder cannot be written.
    """
    path = folder / f"{file_stem(author)}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            text = before + ("" if not before or before.endswith("\n") else "\n") + _entry(fields, comment)
            _check(path, text)
            _replace(path, text)
    except UnicodeDecodeError:
        raise ConfigError(str(path), "not UTF-8 text", "save it as UTF-8 first") from None
    except OSError as error:
        raise ConfigError(str(path), f"cannot be written ({error.strerror})", "check its permissions") from error
    return path


def file_stem(author: str) -> str:
    """The author's name as a file name."""
    plain = unicodedata.normalize("NFKD", author).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].rstrip("-") or "review"


def _entry(fields: Mapping[str, Any], comment: str) -> str:
    lines = ["", f"# {_one_line(comment)}", f"[[{ENTRY}]]"]
    lines += [f"{key} = {_value(value)}" for key, value in fields.items()]
    return "\n".join(lines) + "\n"


def _value(value: str | Sequence[str]) -> str:
    """A TOML string, or a list of them: JSON's escapes are TOML's."""
    if isinstance(value, str):
        return json.dumps(_one_line(value), ensure_ascii=False)
    return "[" + ", ".join(_value(one) for one in value) + "]"


def _one_line(text: str) -> str:
    """Without line ends and characters that a terminal or editor would obey; what it quotes comes from outside."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _check(path: Path, text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            str(path), f"not TOML: {error}", "correct that place first, or review as another author"
        ) from None


def _replace(path: Path, text: str) -> None:
    in_work = path.with_name(f".{path.name}.part")
    with in_work.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    if path.exists():
        in_work.chmod(path.stat().st_mode & 0o777)
    in_work.replace(path)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One writer at a time: the folder itself is locked, so that nothing is left in it, and until its process ends."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
