"""Which cells a person may set, under the names of the published columns, and what values they take.

Belongs here: the columns of each kind of fact, the checks of one value, and the hints where it will not do. Does not
belong here: the rest of an entry (`entries`), or what a value does to other cells (`cells`).
"""

import difflib
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from transforms import lexicons
from transforms.claim import Kind
from transforms.curation.records import Told
from transforms.lexicons import Dimension
from transforms.resolve.dates import interval

LONGEST_TEXT = 2_000
_MOST_MEMBERS = 300
#: Years between which an event of space cooperation, done or planned, can lie.
YEARS = (1900, 2100)
_LARGEST_FIGURE = 1e12
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
#: Part of the letters that a suggestion shares with what was written.
_CLOSE = 0.8
_PROVISIONAL = re.compile(r"prov_[a-z0-9]+(-[a-z0-9]+)*")

PREFIX_KINDS: dict[str, Kind] = {"agr": "agreement", "lch": "launch", "coop": "cooperation", "tot": "total"}


class ValueProblem(ValueError):
    """A value will not do; the message says what would."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A column that can be set.

    Attributes:
        column: the resolver's name of it.
        check: from what was written to the value, or ValueProblem.
        is_list: it holds members, and an override tells all of them.
        is_required: it cannot be emptied.
        least: fewest members of a list.
    """

    column: str
    check: Callable[[str], str]
    is_list: bool = False
    is_required: bool = False
    least: int = 0


def hint(given: str, allowed: Iterable[str]) -> str:
    """`; did you mean …?` where something allowed differs by a letter or two, and not by the first."""
    close = difflib.get_close_matches(given, [word for word in allowed if word[:1] == given[:1]], n=1, cutoff=_CLOSE)
    return f"; did you mean {close[0]}?" if close else ""


def one_of(*allowed: str) -> Callable[[str], str]:
    """One of these words."""

    def check(given: str) -> str:
        if given not in allowed:
            raise ValueProblem(f"{short(given)} is not allowed: one of {', '.join(allowed)}{hint(given, allowed)}")
        return given

    check.allowed = allowed  # type: ignore[attr-defined]
    return check


def partial_date(given: str) -> str:
    """A day, month or year: 2021-03-09, 2021-03, 2021."""
    if not _PARTIAL.fullmatch(given) or interval(given) is None:
        raise ValueProblem(f"{short(given)} is no date: write 2021-03-09, 2021-03 or 2021")
    if not YEARS[0] <= int(given[:4]) <= YEARS[1]:
        raise ValueProblem(f"{short(given)} lies outside the years {YEARS[0]} to {YEARS[1]}")
    return given


def words(given: str) -> str:
    """Any text in one line."""
    plain = " ".join(given.split())
    if not plain or len(plain) > LONGEST_TEXT or not plain.isprintable():
        raise ValueProblem(f"{short(given)} will not do: a text in one line of 1 to {LONGEST_TEXT:,} characters")
    return plain


def figure(given: str) -> str:
    """A number above zero."""
    try:
        number = float(given)
    except ValueError:
        number = math.nan
    if not 0 < number <= _LARGEST_FIGURE:
        raise ValueProblem(f"{short(given)} is no figure: write a number above 0 and up to 1,000,000,000,000")
    return str(int(number)) if number.is_integer() else str(number)


def party(given: str) -> str:
    """A country's or body's code."""
    if given in _party_codes() or _PROVISIONAL.fullmatch(given):
        return given
    known = lexicons.lookup("parties", given)
    if known:
        raise ValueProblem(f"{short(given)} is a name: write its code, {known}")
    raise ValueProblem(f"{short(given)} is no code of a country or body{hint(given.upper(), _party_codes())}")


def member(dimension: Dimension) -> Callable[[str], str]:
    """An id of a dimension, or a name that it lists; `prov_…` for what no list holds yet."""

    def check(given: str) -> str:
        ids = _ids(dimension)
        if given in ids or _PROVISIONAL.fullmatch(given):
            return given
        known = lexicons.lookup(dimension, given)
        if known:
            return known
        near = hint(given.lower(), ids)
        raise ValueProblem(
            f"{short(given)} is neither an id nor a listed name of {dimension}{near}"
            "; for a new one write prov_ and the name, such as prov_angosat-3"
        )

    return check


@cache
def _party_codes() -> frozenset[str]:
    return frozenset(row_id for row_id, _ in lexicons.named("parties"))


@cache
def _ids(dimension: Dimension) -> frozenset[str]:
    return frozenset(row_id for row_id, _ in lexicons.named(dimension))


def short(value: object) -> str:
    """A value as a message shows it: in one line, not too long."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"


_BASIS = one_of("stated", "relative", "dateline", "announced")
_ORGANIZATIONS = Spec("organizations", member("organizations"), is_list=True)

COLUMNS: dict[Kind, dict[str, Spec]] = {
    "agreement": {
        "agreement_type": Spec(
            "type",
            one_of("mou", "contract", "framework", "joint_statement", "letter_of_intent", "accession", "agreement"),
            is_required=True,
        ),
        "status": Spec("status", one_of("signed", "planned", "ended"), is_required=True),
        "signed_date": Spec("signed", partial_date),
        "planned_date": Spec("planned", partial_date),
        "ended_date": Spec("ended", partial_date),
        "date_basis": Spec("date_basis", _BASIS),
        "instrument_id": Spec("instrument_id", member("instruments")),
        "programme": Spec("programme", words),
        "supplier": Spec("supplier", party),
        "title_as_worded": Spec("title_as_worded", words),
        "value_as_worded": Spec("value_as_worded", words),
        "party_code": Spec("parties", party, is_list=True, is_required=True, least=2),
        "organization_id": _ORGANIZATIONS,
    },
    "launch": {
        "status": Spec("status", one_of("success", "failure", "planned", "unknown"), is_required=True),
        "flown_date": Spec("date", partial_date),
        "planned_date_first": Spec("planned_first", partial_date),
        "planned_date_latest": Spec("planned_latest", partial_date),
        "date_basis": Spec("date_basis", _BASIS),
        "vehicle_id": Spec("vehicle_id", member("vehicles")),
        "launch_site_id": Spec("launch_site_id", member("sites")),
        "spacecraft_id": Spec("spacecraft_ids", member("spacecraft"), is_list=True),
        "party_code": Spec("customers", party, is_list=True),
        "organization_id": _ORGANIZATIONS,
    },
    "cooperation": {
        "cooperation_type": Spec(
            "type",
            one_of(
                "satellite_export", "launch_service", "joint_mission", "constellation", "data_sharing",
                "ground_station", "crew", "emergency_service",
            ),
            is_required=True,
        ),
        "party_code": Spec("parties", party, is_list=True, is_required=True, least=2),
        "subject": Spec("subject", words),
        "spacecraft_id": Spec("spacecraft_id", member("spacecraft")),
        "programme": Spec("programme", words),
        "start_from": Spec("start", partial_date),
        "supplier": Spec("supplier", party),
        "organization_id": _ORGANIZATIONS,
    },
    "total": {
        "metric": Spec(
            "metric",
            one_of(
                "agreements", "partner_countries", "partner_organizations", "launches", "satellites", "projects",
                "services",
            ),
            is_required=True,
        ),
        "value": Spec("value", figure, is_required=True),
        "party_code": Spec("of", party),
        "subject": Spec("subject", words),
        "scope": Spec("scope", one_of("cumulative", "window", "ordinal", "current", "planned")),
        "bound": Spec("bound", one_of("=", ">=", "<=", "~")),
        "unit_as_worded": Spec("unit_as_worded", words),
        "as_of_date": Spec("as_of", partial_date),
        "window_from": Spec("window_from", partial_date),
        "window_to": Spec("window_to", partial_date),
    },
}  # fmt: skip

#: What an added fact must tell.
ADDED: dict[Kind, tuple[str, ...]] = {
    "agreement": ("agreement_type", "status", "party_code"),
    "launch": ("status",),
    "cooperation": ("cooperation_type", "party_code"),
}


def checked(kind: Kind, column: str, given: Any) -> Told:
    """The value of a column, checked.

    Raises:
        ValueProblem: it will not do.
    """
    spec = COLUMNS[kind][column]
    if not spec.is_list:
        if isinstance(given, list):
            raise ValueProblem(f"{column} holds one value, not a list")
        return spec.check(plain(given))
    members = given if isinstance(given, list) else [given]
    if len(members) > _MOST_MEMBERS:
        raise ValueProblem(f"{column} has more than {_MOST_MEMBERS} members")
    found = tuple(sorted({spec.check(plain(one)) for one in members}))
    if len(found) < max(spec.least, 1):
        empty = 'write action = "clear" to empty it' if not spec.is_required else f"at least {spec.least} are needed"
        raise ValueProblem(f"{column} has {len(found) or 'no'} member{'' if len(found) == 1 else 's'}: {empty}")
    return found


def plain(given: Any) -> str:
    """What was written as text: a TOML date or number too.

    Raises:
        ValueProblem: it is a table, a truth value or nothing.
    """
    if isinstance(given, bool) or not isinstance(given, str | int | float | date):
        raise ValueProblem(f"{short(given)} will not do: write a text, a date or a number")
    return given.strip() if isinstance(given, str) else str(given)
