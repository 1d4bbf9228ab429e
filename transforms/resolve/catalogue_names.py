"""Which member of ours a name in a catalogue surely means.

Belongs here: looking a name up as catalogues write it (`NASA (United States)`, `Chang Zheng 3B/YZ-1`). Does not belong
here: launches, which are compared by more than a name (`catalogue`).
"""

from collections.abc import Container

from transforms import lexicons
from transforms.resolve.catalogue import known_rocket
from transforms.resolve.names import craft, unlisted_id

_ROMAN = ("I", "V", "X")


def member(dimension: str, name: str, provisional: Container[str]) -> str | None:
    """The id of the one member that a name surely means; None where there is none, or more than one.

    Args:
        dimension: parties, organizations, vehicles, launch_sites or spacecraft.
        name: as the catalogue has it.
        provisional: ids of members that were met in articles and that no lexicon holds.
    """
    if dimension == "vehicles":
        return _vehicle(name)
    if dimension == "launch_sites":
        return lexicons.lookup("sites", name) or lexicons.lookup("sites", name.partition(",")[0])
    if dimension == "parties":
        return lexicons.lookup("parties", name)
    if dimension == "organizations":
        return lexicons.lookup("organizations", name) or lexicons.lookup("organizations", name.partition(" (")[0])
    return _spacecraft(name, provisional)


def _vehicle(name: str) -> str | None:
    """A rocket by its whole name, its upper stage left aside."""
    known = known_rocket(name)
    whole = (lexicons.key(name), lexicons.key(name.partition("/")[0]))
    return known.id if known.key in whole else None


def _spacecraft(name: str, provisional: Container[str]) -> str | None:
    """A single craft, no series; one that only articles name must bear a number, or its name could be any word."""
    if lexicons.lookup("spacecraft", name) or name.endswith(_ROMAN):
        found = craft(name)  # takes a name apart, which is too slow for all the names of a catalogue
        if found.id is not None:
            return None if found.is_series else found.id
    unlisted = unlisted_id(name)
    return unlisted if unlisted in provisional and craft(name).mark else None
