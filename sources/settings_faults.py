"""What is wrong in `sources.toml`, in words: file and key, what was found, what is allowed, with an example.

Belongs here: pydantic's findings to sentences. Does not belong here: the rules themselves (settings_base,
settings_kinds), or reading the file (settings).
"""

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from sources.errors import ConfigError
from sources.settings_kinds import KINDS

_MOST_NAMED = 5

#: What a value must be, by pydantic's class of fault; filled in with what pydantic tells of it.
_REQUIRED = {
    "string_type": "it should be text in quotes",
    "string_too_short": "it should not be empty",
    "string_too_long": "it should have at most {max_length} characters",
    "bool_type": "it should be true or false, without quotes",
    "int_type": "it should be a whole number, without quotes",
    "float_type": "it should be a number, without quotes",
    "greater_than_equal": "it should be {ge} or more",
    "less_than_equal": "it should be {le} or less",
    "date_type": "it should be a day such as 2024-03-31, without quotes",
    "date_from_datetime_inexact": "it should be a day such as 2024-03-31, without a time",
    "tuple_type": 'it should be a list such as ["one", "two"]',
    "too_short": "it should name at least {min_length}",
    "too_long": "it should name at most {max_length}",
    "dict_type": 'it should be a table such as {{ text = "body" }}',
    "model_type": "it should be a table",
    "model_attributes_type": "it should be a table",
}

#: What people call some kinds.
_ALSO_CALLED = {
    "rss": "feed",
    "atom": "feed",
    "json_feed": "feed",
    "csv": "archive",
    "jsonl": "archive",
    "parquet": "archive",
    "warc": "archive",
    "directory": "folder",
    "file": "folder",
    "html": "page",
    "web": "page",
    "url": "page",
}

Path = tuple[int | str, ...]


def explained(
    error: ValidationError, table: Mapping[str, Any], location: str, tables: Mapping[str, type[BaseModel]]
) -> ConfigError:
    """All faults in one line: the first in full, of the others where they are.

    Args:
        error: what pydantic found.
        table: the file's content.
        location: the file.
        tables: the models of its tables beside the sources, by name; the whole file's under an empty name.
    """
    faults = [_Fault(dict(fault), table, location, tables) for fault in error.errors(include_url=False)]
    # A key that is not known explains most others that are missing.
    faults.sort(key=lambda fault: not fault.is_unknown_key)
    meant = {fault.meant for fault in faults if fault.meant}
    told = [fault for fault in faults if not (fault.is_missing and fault.path in meant)]
    first = told[0]
    others = list(dict.fromkeys(fault.where for fault in told[1:] if fault.where != first.where))
    problem, remedy = first.told()
    if others:
        named = ", ".join(others[:_MOST_NAMED]) + (" and more" if len(others) > _MOST_NAMED else "")
        remedy += f" ({len(others)} more fault{'s' if len(others) > 1 else ''}: {named})"
    return ConfigError(f"{location}: {first.where}", problem, remedy)


class _Fault:
    """One fault that pydantic found, and where it lies in the file."""

    def __init__(
        self, fault: dict[str, Any], table: Mapping[str, Any], location: str, tables: Mapping[str, type[BaseModel]]
    ) -> None:
        self.fault = fault
        self.kind_of_fault = str(fault["type"])
        self.path, self.kind = _without_kind(fault["loc"])
        self.is_unknown_kind = self.kind_of_fault.startswith("union_tag")
        self.where = _key((*self.path, "kind") if self.is_unknown_kind else self.path, table)
        self.is_unknown_key = self.kind_of_fault == "extra_forbidden"
        self.is_missing = self.kind_of_fault == "missing"
        self.allowed = sorted(_model_at(self.path, self.kind, tables).model_fields) if self.is_unknown_key else []
        close = difflib.get_close_matches(str(self.path[-1]), self.allowed, n=1) if self.path else []
        self.meant: Path | None = (*self.path[:-1], close[0]) if close else None

    def told(self) -> tuple[str, str]:
        """What is wrong, and what is allowed."""
        given = self.fault["input"]
        if self.is_unknown_kind:
            return _unknown_kind(given)
        if self.is_unknown_key:
            hint = f"did you mean {self.meant[-1]}? " if self.meant else ""
            return "unknown key", f"{hint}allowed: {', '.join(self.allowed)}"
        if self.kind_of_fault == "literal_error":
            allowed = str(self.fault["ctx"]["expected"]).replace("'", "")
            hint = did_you_mean(str(given), allowed.replace(" or ", ", ").split(", "))
            return f"unknown value {_short(given)}", f"{hint}allowed: {allowed}"
        if self.is_missing:
            return "missing", "add this key"
        if self.path == ("source",) and isinstance(given, dict):
            return "one table", "write [[source]], in double brackets, for each source"
        if self.kind_of_fault == "value_error" and self.path[0] == "source" and len(self.path) == 2:  # of all of it
            return "not complete", self._requirement()
        return f"{_short(given)} will not do", self._requirement()

    def _requirement(self) -> str:
        known = _REQUIRED.get(self.kind_of_fault)
        if known is None:
            return str(self.fault["msg"]).removeprefix("Value error, ").replace("Input should", "it should")
        values = {
            name: int(value) if isinstance(value, float) and value.is_integer() else value
            for name, value in (self.fault.get("ctx") or {}).items()
        }
        return known.format(**values)


def _without_kind(path: Path) -> tuple[Path, str]:
    """The place of a fault as the file has it, and the kind of source that it lies in."""
    if len(path) > 2 and path[0] == "source":
        return (*path[:2], *path[3:]), str(path[2])
    return path, ""


def _unknown_kind(entry: object) -> tuple[str, str]:
    allowed = ", ".join(KINDS)
    given = entry.get("kind") if isinstance(entry, dict) else None
    if given is None:
        return "missing", f"add this key; allowed: {allowed}"
    called = _ALSO_CALLED.get(str(given).lower())
    hint = f"did you mean {called}? " if called else did_you_mean(str(given), list(KINDS))
    return f"unknown value {_short(given)}", f"{hint}allowed: {allowed}"


def _model_at(path: Path, kind: str, tables: Mapping[str, type[BaseModel]]) -> type[BaseModel]:
    return tables[""] if len(path) == 1 else tables.get(str(path[0])) or KINDS[kind]


def _key(path: Path, table: Mapping[str, Any]) -> str:
    """`[inbox] path`, `[[source]] "esa" kind`, `[[source]] number 2 kind`."""
    if path[0] != "source" or len(path) < 2 or not isinstance(path[1], int):
        head, rest = path[0], path[1:]
        return f"[{head}] {'.'.join(map(str, rest))}" if rest else str(head)
    entry = table["source"][path[1]]
    name = entry.get("name") if isinstance(entry, dict) else None
    label = f'"{name}"' if isinstance(name, str) and len(name) <= 64 else f"number {path[1] + 1}"
    return f"[[source]] {label} {'.'.join(map(str, path[2:]))}".rstrip()


def did_you_mean(given: str, allowed: list[str]) -> str:
    """A guess what was meant, to stand before what is allowed; empty where nothing comes near."""
    close = difflib.get_close_matches(given, allowed, n=1)
    return f"did you mean {close[0]}? " if close else ""


def _short(value: object) -> str:
    return ascii(value)[:60]
