"""How names of rockets, craft and ranges are compared.

Belongs here: keys, likeness, partial dates. Does not belong here: what follows from it (`merge`).
"""

import re
from datetime import date
from functools import cache

from transforms import lexicons

_PLAIN = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d+[A-Za-z]?|(?<=-)[A-Z]\b")


def key(name: str | None) -> str:
    """A name for comparing."""
    return _PLAIN.sub("", (name or "").lower())


def number(name: str) -> str:
    """What tells a member of a series from its sisters: `1r` of `Sat-1R`."""
    return "".join(_DIGITS.findall(name)).lower()


def are_alike(a: str, b: str) -> bool:
    """Whether two names of craft are of one: equal, or one begins the other and no number tells them apart."""
    x, y = key(a), key(b)
    return x == y or (min(len(x), len(y)) >= 4 and (x.startswith(y) or y.startswith(x)) and number(a) == number(b))


def overlap(a: str | None, b: str | None) -> bool | None:
    """Whether one of two names holds the other or is its initials; None where one is missing."""
    x, y = key(a), key(b)
    if not x or not y:
        return None
    return x in y or y in x or _initials(a) == y or _initials(b) == x or is_fuller(a, b) or is_fuller(b, a)


def is_fuller(name: str | None, other: str | None) -> bool:
    """Whether the other name is the same rocket's with more to it: `PSLV-C56` of `PSLV`, in full words or short."""
    mine, theirs = key(name), key(other)
    if not mine or not theirs:
        return False
    short = _initials(name)
    if short is not None and len(short) > 2 and theirs.startswith(short) and len(theirs) > len(short):
        return True
    return len(theirs) > len(mine) and theirs.startswith(mine)


def _initials(name: str | None) -> str | None:
    """The initials of a name of several words."""
    words = (name or "").split()
    return key("".join(word[0] for word in words)) if len(words) > 2 else None


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two partial dates can be one day, local time and UTC being the same."""
    if not a or not b:
        return True
    short = min(len(a), len(b))
    if a[:short] == b[:short]:
        return True
    return len(a) == len(b) == 10 and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 1


def are_far_apart(a: str | None, b: str | None) -> bool:
    """Whether two ranges are of different states: a Soyuz from Baikonur is none from Kourou."""
    if not a or not b:
        return False
    states = [_states().get(lexicons.lookup("sites", name) or "") for name in (a, b)]
    return None not in states and states[0] != states[1]


@cache
def _states() -> dict[str, str]:
    """Id of each range, with the state it is in."""
    return {site.launch_site_id: site.country_code for site in lexicons.sites()}
