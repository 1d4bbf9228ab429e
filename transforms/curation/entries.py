"""An entry of an override file, checked: which keys each action takes, and what they may hold.

Belongs here: making an `Entry` of what was written, or saying in one line what is wrong with it and what is allowed.
Does not belong here: reading files, the values of cells (`columns`), or whether the fact exists (`apply`).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast, get_args

from transforms.claim import Kind
from transforms.curation.columns import (
    ADDED,
    COLUMNS,
    LONGEST_TEXT,
    PREFIX_KINDS,
    ValueProblem,
    checked,
    hint,
    plain,
    short,
    words,
)
from transforms.curation.records import Action, Doubt, Entry, Told, Unread
from transforms.resolve.dates import interval

#: Keys of each action beside those that all have; the first ones must be there.
KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "set": (("fact", "anchor", "column", "value"), ()),
    "clear": (("fact", "anchor", "column"), ()),
    "merge": (("fact", "anchor", "other", "other_anchor"), ()),
    "apart": (("fact", "anchor", "other", "other_anchor"), ()),
    "split": (("fact", "anchor", "claims"), ()),
    "reject": (("fact", "anchor"), ()),
    "add": (("kind", "name", "cells"), ()),
    "confirm": (("doubt",), ("fact", "anchor", "column", "value", "subject")),
    "withdraw": (("article",), ()),
}
#: Columns of what is done, and where a day to come belongs.
DONE = {
    "signed_date": "; a day to come is a planned_date",
    "flown_date": "; a day to come is a planned_date_latest",
    "as_of_date": "",
}
#: Days by which zones of the earth, and the clocks of two machines, may be apart.
_AHEAD = timedelta(days=2)
COMMON = ("action", "author", "date", "reason")
OPTIONAL = ("source",)
DOUBTS: tuple[str, ...] = get_args(Doubt)
#: Doubts about something that is no fact: a provisional member, a stale override.
OF_NO_FACT = ("provisional_name", "stale_override")

_FACT = re.compile(r"(agr|lch|coop|tot)_[0-9A-Za-z_-]{1,64}")
_ARTICLE = re.compile(r"art_[0-9A-Za-z_-]{1,64}")
_CLAIM = re.compile(r"clm_[0-9A-Za-z_-]{1,64}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_CLAIMS = 10_000
_LONGEST_SHOWN = 500


def entry(
    file_name: str, number: int, fields: Mapping[str, Any], problem: str | None = None, today: date | None = None
) -> Entry | Unread:
    """The entry that these keys tell, or why they tell none.

    Args:
        file_name: where it stands.
        number: its place in the file.
        fields: its keys.
        problem: why they could not be read as they stand.
        today: an entry of a later day will not do; None for no such check.
    """
    if problem is None:
        try:
            return _entry(file_name, number, fields, today)
        except ValueProblem as error:
            problem = str(error)
    shown = {str(key): str(value)[:_LONGEST_SHOWN] for key, value in fields.items()}
    line = "".join(char if char.isprintable() else " " for char in problem)
    return Unread(file_name, number, shown, " ".join(line.split()))


def _entry(file_name: str, number: int, fields: Mapping[str, Any], today: date | None) -> Entry:
    action = _action(fields)
    _check_keys(action, fields)
    told: dict[str, Any] = {key: _words(fields, key) for key in ("author", "reason", "source") if key in fields}
    told["made"] = _made(fields["date"], today)
    told |= _facts(action, fields)
    told |= _cells(action, told.get("kind"), fields)
    _check_done(told)
    if action == "confirm":
        told |= _confirmed(fields)
    return Entry(file_name, number, _override_id(action, told), action, **told)


def _action(fields: Mapping[str, Any]) -> Action:
    if "action" not in fields:
        raise ValueProblem(f"action is missing: one of {', '.join(KEYS)}")
    action = fields["action"]
    if not isinstance(action, str) or action not in KEYS:
        raise ValueProblem(f"action {short(action)} is not known: one of {', '.join(KEYS)}{hint(str(action), KEYS)}")
    return cast(Action, action)


def _check_keys(action: str, fields: Mapping[str, Any]) -> None:
    required, optional = KEYS[action]
    allowed = (*COMMON, *required, *optional, *OPTIONAL)
    for key in fields:
        if key not in allowed:
            raise ValueProblem(f"key {short(key)} is not known to {action}: {', '.join(allowed)}{hint(key, allowed)}")
    for key in (*COMMON, *required):
        if key not in fields:
            raise ValueProblem(f"{key} is missing: {action} needs {', '.join((*COMMON, *required))}")


def _check_done(told: Mapping[str, Any]) -> None:
    """What is told as done has been done by the day on which it is told.

    Raises:
        ValueProblem: it has not.
    """
    made = told["made"][:10]
    cells = dict(told.get("cells", ())) | (
        {told["column"]: told["value"]} if "value" in told and "column" in told else {}
    )
    for column, instead in DONE.items():
        days = interval(cells.get(column))
        if days and days[0] > date.fromisoformat(made).toordinal() + _AHEAD.days:
            raise ValueProblem(f"{column}: {short(cells[column])} lies after {made}, the day of the entry{instead}")


def _text(fields: Mapping[str, Any], key: str) -> str:
    try:
        return plain(fields[key])
    except ValueProblem as error:
        raise ValueProblem(f"{key}: {error}") from None


def _words(fields: Mapping[str, Any], key: str) -> str:
    text = _text(fields, key)
    if not text:
        raise ValueProblem(f"{key} is empty: write a text in one line of 1 to {LONGEST_TEXT:,} characters")
    try:
        return words(text)
    except ValueProblem as error:
        raise ValueProblem(f"{key}: {error}") from None


def _made(given: Any, today: date | None) -> str:
    """The day or time at which it was made, as text that sorts; a time without zone counts as UTC.

    The newest of two entries stands, so that none may come from the future.
    """
    try:
        if not isinstance(given, date):  # a datetime is one too
            text = str(given)
            given = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        raise ValueProblem(f"date {short(given)} is no day: write 2026-11-22 or 2026-11-22T16:05:00") from None
    if today and (given.date() if isinstance(given, datetime) else given) > today + _AHEAD:
        raise ValueProblem(f"date {given} has not come yet: write the day on which the entry is made")
    if isinstance(given, datetime):
        plain_time = given.astimezone(UTC).replace(tzinfo=None) if given.tzinfo else given
        return plain_time.isoformat(timespec="seconds")
    made: date = given
    return made.isoformat()


def _facts(action: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The ids that it names, and the kind of the fact that they tell of."""
    told: dict[str, Any] = {}
    for key, form, example in (
        ("fact", _FACT, "agr_0f3a91c2d4e5b607"), ("other", _FACT, "agr_0f3a91c2d4e5b607"),
        ("article", _ARTICLE, "art_0f3a91c2d4e5b607"),
        ("anchor", _CLAIM, "clm_0f3a91c2d4e5b607"), ("other_anchor", _CLAIM, "clm_0f3a91c2d4e5b607"),
    ):  # fmt: skip
        if key in fields:
            told[key] = _matched(key, _text(fields, key), form, example)
    if "claims" in fields:
        told["claims"] = _claims(fields["claims"])
    if "fact" in told:
        told["kind"] = _kind_of(told["fact"])
    if "other" in told and _kind_of(told["other"]) != told["kind"]:
        raise ValueProblem(f"other {told['other']} is of another kind than fact {told['fact']}: they cannot be one")
    if told.get("other") and told["other"] == told["fact"] and told["other_anchor"] == told["anchor"]:
        raise ValueProblem("other is the fact itself: name two")
    if action == "add":
        told["kind"], told["name"] = _kind(fields), _matched("name", _text(fields, "name"), _NAME, "mou-2019-ita-are")
    return told


def _matched(key: str, given: str, form: re.Pattern[str], example: str) -> str:
    if not form.fullmatch(given):
        raise ValueProblem(f"{key} {short(given)} will not do: write it like {example}")
    return given


def _claims(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not 0 < len(given) <= _MOST_CLAIMS:
        raise ValueProblem('claims is a list of claim ids, such as ["clm_0f3a91c2d4e5b607"]')
    return tuple(sorted({_matched("claims", plain(one), _CLAIM, "clm_0f3a91c2d4e5b607") for one in given}))


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind == "agreement" else f"a {kind}"


def _kind_of(fact: str) -> Kind:
    return PREFIX_KINDS[fact.partition("_")[0]]


def _kind(fields: Mapping[str, Any]) -> Kind:
    kind = _text(fields, "kind")
    if kind not in ADDED:
        raise ValueProblem(f"kind {short(kind)} cannot be added: one of {', '.join(ADDED)}{hint(kind, ADDED)}")
    return kind


def _cells(action: str, kind: Kind | None, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The column and value of one cell, or all cells of an added fact."""
    if action == "add" and kind:
        return {"cells": _added(kind, fields["cells"])}
    if "column" not in fields or kind is None:
        return {}
    column = _column(kind, _text(fields, "column"))
    told: dict[str, Any] = {"column": column}
    if action == "clear" and COLUMNS[kind][column].is_required:
        raise ValueProblem(f"column {column} cannot be emptied; set another value, or reject the fact")
    if action == "set":
        told["value"] = _value(kind, column, fields["value"])
    return told


def _column(kind: Kind, column: str) -> str:
    allowed = COLUMNS[kind]
    if column not in allowed:
        told = f"column {short(column)} of {_a(kind)} cannot be set: one of {', '.join(allowed)}"
        raise ValueProblem(told + hint(column, allowed))
    return column


def _value(kind: Kind, column: str, given: Any) -> Told:
    try:
        return checked(kind, column, given)
    except ValueProblem as error:
        raise ValueProblem(f"{column}: {error}") from None


def _added(kind: Kind, given: Any) -> tuple[tuple[str, Told], ...]:
    if not isinstance(given, dict):
        raise ValueProblem('cells is a table of columns and values, such as { status = "signed" }')
    cells = {_column(kind, column): _value(kind, column, value) for column, value in given.items()}
    for column in ADDED[kind]:
        if column not in cells:
            raise ValueProblem(f"cells has no {column}: {_a(kind)} needs {', '.join(ADDED[kind])}")
    return tuple(sorted(cells.items()))


def _confirmed(fields: Mapping[str, Any]) -> dict[str, Any]:
    doubt = _text(fields, "doubt")
    if doubt not in DOUBTS:
        raise ValueProblem(f"doubt {short(doubt)} is not known: one of {', '.join(DOUBTS)}{hint(doubt, DOUBTS)}")
    needed = ("subject",) if doubt in OF_NO_FACT else ("fact", "anchor")
    for key in needed:
        if key not in fields:
            raise ValueProblem(f"{key} is missing: confirm of {doubt} needs {', '.join(needed)}")
    told: dict[str, Any] = {"doubt": doubt}
    told |= {key: _words(fields, key) for key in ("subject", "value") if key in fields}
    return told


def _override_id(action: str, told: Mapping[str, Any]) -> str:
    """Of what it says: the same in any file."""
    content = json.dumps([action, *sorted(told.items())], ensure_ascii=True)
    return "ovr_" + hashlib.sha256(content.encode()).hexdigest()[:16]
