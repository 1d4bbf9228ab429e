"""Why a value stands: the rule of choice (`values`) told in words, from what is published of each claimed value.

Belongs here: comparing the value that stands with each other one, and naming the first step of the rule that parts
them. Does not belong here: choosing (`values`), or reading the claimed values (`warehouse.explain`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.resolve.values import precision

#: The resolver's name of a published column, where it is another.
_COLUMNS = {
    "signed_date": "signed", "flown_date": "date", "planned_date": "planned", "ended_date": "ended",
    "start_from": "start", "as_of_date": "as_of", "vehicle_id": "vehicle", "launch_site_id": "site",
    "instrument_id": "instrument",
}  # fmt: skip
_DATES = frozenset({"signed", "date", "planned", "ended", "start", "as_of", "window_from", "window_to"})
_BY_STATE = {
    "planned_date_first": "the earliest day that was planned",
    "planned_date_latest": "of several plans the one told last",
    "planned_date": "of several plans the one told last",
}
#: What the date that stands rests on.
_BASES = {
    "stated": "the words give the date that stands",
    "relative": "the words of the date that stands (a day of the week, 'last month') count from the day of publication",
    "dateline": "the words of the date that stands count from the day in the article's dateline",
    "announced": "no day is told but that of the announcement, and it stands for the date",
}
_STATES = {"signed": "planned", "ended": "planned or signed", "success": "planned", "failure": "planned"}
_MOST_RIVALS = 3


class ToldValue(NamedTuple):
    """One claimed value of a cell, over all claims that state it.

    Attributes:
        tier: of its best source, 1 to 4.
        sources: independent ones.
        last_told: ISO date, or empty.
    """

    column_name: str
    value: str
    is_chosen: bool
    tier: int
    sources: int
    last_told: str


def why(told: Sequence[ToldValue]) -> str:
    """Why the chosen one of these values of one cell stands; empty where none does."""
    chosen = next((value for value in told if value.is_chosen), None)
    if chosen is None:
        return ""
    if chosen.column_name in ("date_basis", "as_of_basis") and chosen.value in _BASES:
        return _BASES[chosen.value]
    rivals = [value for value in told if not value.is_chosen]
    if not rivals:
        best = f" of tier {chosen.tier}" if chosen.sources == 1 else f", the best of tier {chosen.tier}"
        return f"{_count(chosen.sources)}{best}; none says otherwise"
    if chosen.column_name in _BY_STATE:
        return _BY_STATE[chosen.column_name]
    reasons: dict[str, list[str]] = {}
    for rival in rivals:
        reasons.setdefault(_step(chosen, rival), []).append(rival.value)
    return "; ".join(f"{reason} (not {_listed(values)})" for reason, values in reasons.items())


def _step(chosen: ToldValue, rival: ToldValue) -> str:
    """The first step of the rule in which the chosen value is ahead."""
    column = _COLUMNS.get(chosen.column_name, chosen.column_name)
    if column == "status" and rival.value in _STATES.get(chosen.value, ""):
        return "what came of it stands above what was told before"
    exact, other = precision(column, chosen.value), precision(column, rival.value)
    if exact > other:
        return "more exact date" if column in _DATES else "it says more exactly what it is"
    if exact == other:
        if chosen.tier < rival.tier:
            return f"better source: tier {chosen.tier} against {rival.tier}"
        if chosen.tier == rival.tier and chosen.sources > rival.sources:
            return f"{_count(chosen.sources)} of tier {chosen.tier} against {rival.sources}"
        if (chosen.tier, chosen.sources) == (rival.tier, rival.sources) and chosen.last_told > rival.last_told:
            return f"told later: {chosen.last_told} against {rival.last_told or 'no date'}"
    return "told with more confidence"


def _count(sources: int) -> str:
    return f"{sources} independent source{'' if sources == 1 else 's'}"


def _listed(values: list[str]) -> str:
    more = f" and {len(values) - _MOST_RIVALS} more" if len(values) > _MOST_RIVALS else ""
    return ", ".join(values[:_MOST_RIVALS]) + more
