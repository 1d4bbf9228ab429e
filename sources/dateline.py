"""Datelines: the place, day and wire that a report opens with.

Belongs here: recognising them. Does not belong here: other lines of a page's head (heading).
"""

import re
from dataclasses import dataclass

from sources.dates import day_alone, day_within

_LONGEST = 200
_PLACE = r"(?P<place>[A-Z][\w.'’-]*(?:[ ,/]+[A-Z(][\w.'’)-]*){0,6})"
_MONTH_DAY = r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?"
_DATELINE_ALONE = re.compile(rf"{_PLACE}\s*\((?P<wire>[A-Z][\w .&'-]{{1,30}})\)[\s,]+(?P<date>\S.{{4,30}})")
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,6}"
_WIRE = r"(?:\((?P<wire>[A-Z][\w .&'/-]{1,40})\)|/(?P<wire_slash>[A-Z][\w .&'-]{1,30})/)"
_DATELINE_WITH_WIRE = re.compile(rf"\s*{_PLACE},?\s*(?P<date>{_MONTH_DAY})?\.?,?\s*{_WIRE}\s*(?:--|[-–—:.])")
_DATELINE_BARE = re.compile(rf"\s*{_CAPITALS},?\s*(?P<date>{_MONTH_DAY})?\s*(?:--|[–—]|\s-\s)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells: the wire in it and the day, each None where it is not told in full."""

    wire: str | None
    day: str | None


def dateline_alone(line: str) -> Dateline | None:
    """`Beijing, China (SPX) Apr 24, 2023` on a line of its own."""
    match = _DATELINE_ALONE.fullmatch(line)
    day = day_alone(match["date"]) if match else None
    return Dateline(match["wire"], day) if match and day else None


def opening_dateline(text: str) -> Dateline | None:
    """The dateline that a text begins with: `JIUQUAN, Oct. 9 (Xinhua) --`, `WASHINGTON —`, `Moscow (AFP) -`."""
    start = text[:_LONGEST]
    match = _DATELINE_WITH_WIRE.match(start)
    if match is not None and not _is_body_with_initials(match):
        return Dateline(match["wire"] or match["wire_slash"], day_within(match["date"] or ""))
    match = _DATELINE_BARE.match(start)
    return Dateline(None, day_within(match["date"] or "")) if match else None


def credited_in_dateline(text: str) -> str | None:
    """The wire that a text names in the dateline it opens with."""
    found = opening_dateline(text)
    return found.wire if found else None


def _is_body_with_initials(match: re.Match[str]) -> bool:
    """`The European Space Agency (ESA) -` names a body with its abbreviation, no place with a wire."""
    words, wire = match["place"].split(), match["wire"] or match["wire_slash"]
    if words[0] in ("The", "A", "An"):
        return True
    if len(words) == 1 or not wire.isupper():
        return False
    initials = "".join(word[0] for word in words)
    is_city = words[0].isupper() and len(words[0]) > 2
    return initials in wire or wire in initials or (len(words) > 2 and wire[0] == initials[0] and not is_city)
