"""`sources.toml`: which sources are read, with messages that say what is wrong and what is allowed.

Belongs here: reading the file, and explaining what is wrong in it. Does not belong here: the kinds of source and their
keys (settings_kinds), or asking the sources.
"""

import difflib
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from sources import settings_base as base
from sources.errors import ConfigError
from sources.settings_base import Table
from sources.settings_kinds import KINDS, AnySource

FILE_NAME = "sources.toml"
RESERVED_NAMES = ("sample", "inbox")
_MOST_SOURCES = 10_000
_LONGEST_FILE = 4 * 1024 * 1024


class Sample(Table):
    """The bundled stories."""

    enabled: bool = True


class Inbox(Table):
    """The folder that is watched for articles; a relative path counts from the home."""

    enabled: bool = True
    path: base.Path = "inbox"


class Settings(Table):
    """All of `sources.toml`."""

    sample: Sample = Sample()
    inbox: Inbox = Inbox()
    source: Annotated[tuple[AnySource, ...], Field(max_length=_MOST_SOURCES, strict=False)] = ()


def load(path: Path) -> Settings:
    """The settings of a file, or the defaults where there is none.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or a key or value in it is wrong.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _LONGEST_FILE else None
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise ConfigError(str(path), problem, "check that it is a file and its permissions") from None
    if content is None:
        raise ConfigError(str(path), f"{size} bytes is no settings file", f"keep it under {_LONGEST_FILE} bytes")
    return parse(content, str(path))


def parse(content: bytes, location: str = FILE_NAME) -> Settings:
    """The settings of a file's bytes.

    Raises:
        ConfigError: as `load`.
    """
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(location, "not UTF-8 text", "save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        end = f"at the end, line {len(content.splitlines())}"
        problem = "not TOML: " + str(error).replace("at end of document", end)
        raise ConfigError(location, problem, "correct that place") from None
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        raise _explained(error, table, location) from None
    _refuse_repeated_names(settings, location)
    return settings


def _refuse_repeated_names(settings: Settings, location: str) -> None:
    seen = set(RESERVED_NAMES)
    for source in settings.source:
        if source.name in seen:
            taken = "is reserved" if source.name in RESERVED_NAMES else "is used twice"
            raise ConfigError(f"{location}: [[source]] name", f"{source.name!r} {taken}", "choose another name")
        seen.add(source.name)


def _explained(error: ValidationError, table: dict[str, Any], location: str) -> ConfigError:
    """The first fault as: file and key, what is wrong, what is allowed."""
    fault = error.errors(include_url=False)[0]
    path, kind = _without_kind(fault["loc"])
    if fault["type"].startswith("union_tag"):
        return _unknown_kind(f"{location}: {_key((*path, 'kind'), table)}", fault["input"])
    where = f"{location}: {_key(path, table)}"
    if fault["type"] == "extra_forbidden":
        return _unknown_key(where, path, kind)
    if fault["type"] == "literal_error":
        allowed = str(fault["ctx"]["expected"]).replace("'", "")
        hint = _did_you_mean(str(fault["input"]), allowed.replace(" or ", ", ").split(", "))
        return ConfigError(where, f"unknown value {_short(fault['input'])}", f"allowed: {allowed}{hint}")
    if fault["type"] == "missing":
        return ConfigError(where, "missing", "add this key")
    if path == ("source",) and isinstance(fault["input"], dict):
        return ConfigError(where, "one table", "write [[source]], in double brackets, for each source")
    if fault["type"] == "value_error" and len(path) == 2:  # of the whole table
        return ConfigError(where, "not complete", _requirement(fault["msg"]))
    return ConfigError(where, f"{_short(fault['input'])} will not do", _requirement(fault["msg"]))


def _without_kind(path: tuple[int | str, ...]) -> tuple[tuple[int | str, ...], str]:
    """The place of a fault as the file has it, and the kind of source that it lies in."""
    if len(path) > 2 and path[0] == "source":
        return (*path[:2], *path[3:]), str(path[2])
    return path, ""


def _unknown_kind(where: str, entry: object) -> ConfigError:
    allowed = ", ".join(KINDS)
    given = entry.get("kind") if isinstance(entry, dict) else None
    if given is None:
        return ConfigError(where, "missing", f"add this key; allowed: {allowed}")
    hint = _did_you_mean(str(given), list(KINDS))
    return ConfigError(where, f"unknown value {_short(given)}", f"allowed: {allowed}{hint}")


def _unknown_key(where: str, path: tuple[int | str, ...], kind: str) -> ConfigError:
    allowed = sorted(_model_at(path, kind).model_fields)
    hint = _did_you_mean(str(path[-1]), allowed)
    return ConfigError(where, "unknown key", f"allowed: {', '.join(allowed)}{hint}")


def _model_at(path: tuple[int | str, ...], kind: str) -> type[BaseModel]:
    if len(path) == 1:
        return Settings
    models: dict[int | str, type[BaseModel]] = {"sample": Sample, "inbox": Inbox}
    return models.get(path[0]) or KINDS[kind]


def _key(path: tuple[int | str, ...], table: dict[str, Any]) -> str:
    """`[inbox] path`, `[[source]] "esa" kind`, `[[source]] number 2 kind`."""
    if path[0] != "source" or len(path) < 2 or not isinstance(path[1], int):
        head, rest = path[0], path[1:]
        return f"[{head}] {'.'.join(map(str, rest))}" if rest else str(head)
    entry = table["source"][path[1]]
    name = entry.get("name") if isinstance(entry, dict) else None
    label = f'"{name}"' if isinstance(name, str) and len(name) <= 64 else f"number {path[1] + 1}"
    return f"[[source]] {label} {'.'.join(map(str, path[2:]))}".rstrip()


def _did_you_mean(given: str, allowed: list[str]) -> str:
    close = difflib.get_close_matches(given, allowed, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _requirement(message: str) -> str:
    """What a value must be, from the message of pydantic."""
    said = message.removeprefix("Value error, ").replace("valid dictionary or object to extract fields from", "table")
    return said.replace("Input should", "it should").replace("String should", "it should")


def _short(value: object) -> str:
    return ascii(value)[:60]
