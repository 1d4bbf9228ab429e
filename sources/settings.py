"""`sources.toml`: which sources are read, with messages that say what is wrong and what is allowed.

Belongs here: reading the file. Does not belong here: the kinds of source and their keys (settings_kinds), the words for
what is wrong (settings_faults), or asking the sources.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from sources import settings_base as base
from sources.errors import ConfigError
from sources.settings_base import Table
from sources.settings_faults import explained
from sources.settings_kinds import AnySource

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
        raise explained(error, table, location, {"": Settings, "sample": Sample, "inbox": Inbox}) from None
    _refuse_repeated_names(settings, location)
    return settings


def _refuse_repeated_names(settings: Settings, location: str) -> None:
    seen = set(RESERVED_NAMES)
    for source in settings.source:
        if source.name in seen:
            taken = "is reserved" if source.name in RESERVED_NAMES else "is used twice"
            raise ConfigError(f"{location}: [[source]] name", f"{source.name!r} {taken}", "choose another name")
        seen.add(source.name)
