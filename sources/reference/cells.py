"""What a cell of a catalogue says: a number, several names in one, a date.

Belongs here: readings that several catalogues share. Does not belong here: which columns there are.
"""

import math
import re
from functools import cache

from sources.errors import UnreadableError
from sources.reference.vague import UNKNOWN, VagueDate, vague_date
from sources.tables import pairs

_SEVERAL = re.compile(r"\s*/\s*")
_BRACKETS = re.compile(r"^(?P<name>[^()]*?)\s*\((?P<others>[^()]*)\)\s*$")
_DESIGNATION = re.compile(r"\d{4}-\d{3}")


@cache
def state_codes() -> dict[str, str]:
    """GCAT's codes of states, and the country or body that each means."""
    return dict(pairs("gcat_states.tsv"))


@cache
def site_names() -> dict[str, str]:
    """GCAT's codes of launch sites and platforms, and their common names."""
    return dict(pairs("gcat_sites.tsv"))


def country_of_state(code: str | None) -> str | None:
    """The country or body behind a state code of GCAT; a question mark behind the code is left aside."""
    return state_codes().get(code.rstrip("?")) if code else None


def site_of_codes(*codes: str | None) -> str | None:
    """The name of the first code that is known: a platform goes before the site that it set out from."""
    return next((name for code in codes if code and (name := site_names().get(code.rstrip("?")))), None)


def designation_of(text: str | None) -> str | None:
    """The international designation of a launch (`2017-060`) within that of a launch or of a piece (`2017-060A`)."""
    found = _DESIGNATION.match(text or "")
    return found[0] if found and (text or "")[8:9] not in tuple("0123456789") else None


def several(text: str | None) -> tuple[str, ...]:
    """The members of a cell of joint ownership: `A/B`."""
    return tuple(dict.fromkeys(part for part in _SEVERAL.split(text or "") if part))


def name_and_others(text: str) -> tuple[str, tuple[str, ...]]:
    """A name and what stands in brackets behind it: `CBERS 4 (Ziyuan I-04, ZY-1 04)`."""
    found = _BRACKETS.match(text)
    if found is None or not found["name"]:
        return text.strip(), ()
    return found["name"], tuple(other for part in found["others"].split(",") if (other := part.strip()))


def number(text: str | None) -> float | None:
    """A finite number, commas between thousands left aside; None where there is none."""
    try:
        value = float((text or "").replace(",", "").rstrip("?"))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def degrees(text: str | None, most: float) -> float | None:
    """Degrees of the globe, up to `most` either way; None for what lies on no globe."""
    value = number(text)
    return value if value is not None and abs(value) <= most else None


def whole_number(text: str | None) -> int | None:
    """A whole number of up to nine digits; None where there is none."""
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 9 else None


def date_or_reject(text: str | None) -> VagueDate:
    """A vague date.

    Raises:
        UnreadableError: reason `bad date`.
    """
    try:
        return vague_date(text or "")
    except ValueError as error:
        raise UnreadableError("bad date", str(error)) from None


def date_or_unknown(text: str | None) -> VagueDate:
    """A vague date that matters little: one that cannot be read is unknown."""
    try:
        return vague_date(text or "")
    except ValueError:
        return UNKNOWN
