"""Names of columns and fields that a source has given up, and what they may be called now.

Belongs here: likening names, and saying which are missing. Does not belong here: which names a source must have.
"""

import difflib
import re
from collections.abc import Sequence

_ALIKE = 0.66
_WITHIN = 4
_SURELY_WITHIN = 0.8
_LONGEST = 40
_MARKS = re.compile(r"[\W_]+")


def named(missing: Sequence[str], present: Sequence[str]) -> str:
    """The missing names, each with the one that it has most likely become: `Owner (is it SatOwner now?), Type`.

    Args:
        missing: names that are not there.
        present: names that are there and that nobody else has a claim to.
    """
    guesses = likely(missing, present)
    quoted = {name: f'"{name}"' if "," in name else name for name in missing}
    return ", ".join(
        f"{quoted[name]} (is it {shown(guesses[name])} now?)" if name in guesses else quoted[name] for name in missing
    )


def likely(missing: Sequence[str], present: Sequence[str]) -> dict[str, str]:
    """For each missing name that is like a present one that one: the surest pairs first, and no name twice."""
    pairs = sorted((-likeness(name, other), name, other) for name in missing for other in present)
    found: dict[str, str] = {}
    for likeness_below, name, other in pairs:
        if -likeness_below >= _ALIKE and name not in found and other not in found.values():
            found[name] = other
    return found


def likeness(left: str, right: str) -> float:
    """How alike two names are, 0 to 1, whatever their case and the marks between their words."""
    one, other = (_MARKS.sub("", name).casefold() for name in (left, right))
    if not one or not other:
        return 0.0
    ratio = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    shorter, longer = sorted((one, other), key=len)
    return max(ratio, _SURELY_WITHIN) if len(shorter) >= _WITHIN and shorter in longer else ratio


def shown(name: str) -> str:
    """A name that comes from outside, fit for a message."""
    return ascii(name).strip("'")[:_LONGEST]
