"""Which of several claimed values stands, and how sure a fact is.

Belongs here: the written rule of choice (docs/resolution.md), the cells that are derived from others, confidence. Does
not belong here: which claims belong together (`cluster`).

The rule, for a cell of one value: the more precise value; then the one from the better source; then the one that more
independent sources tell; then the one told last; then the more confident claim; then the smaller text. A list is the
union of its members. Of the claims that state what stands, the best source's earliest is named.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from transforms.claim import Kind
from transforms.resolve import names, rockets
from transforms.resolve.dates import interval
from transforms.resolve.identities import dimension_ids
from transforms.resolve.mentions import POSITION, Mention
from transforms.resolve.records import FACT_COLUMNS, LIST_COLUMNS, Choice

_STATE_ORDER = {"planned": 0, "signed": 1, "ended": 2}
_DATES = frozenset({"signed", "planned", "ended", "date", "start", "as_of", "window_from", "window_to"})
_NAMES: dict[str, Callable[[str], names.Name]] = {
    "programme": names.thing,
    "subject": names.thing,
    "instrument": names.thing,
    "vehicle": rockets.rocket,
    "site": names.site,
}
_VAGUE = frozenset({"agreement", "unknown"})
#: Highest confidence that agreeing sources can reach.
MAX_CONFIDENCE = 0.999

View = dict[str, list[Mention]]
#: Columns that come straight from a cell of the claims, and which.
_PLACES: dict[Kind, tuple[tuple[str, int], ...]] = {
    kind: tuple(
        (column, places[field])
        for column in FACT_COLUMNS[kind]
        for field in [{"planned": "signed", "ended": "signed"}.get(column, column)]
        if field in places
    )
    for kind, places in POSITION.items()
}


def choose(kind: Kind, mentions: list[Mention]) -> tuple[Choice, ...]:
    """The cells of the fact that these claims tell of; the claims come sorted."""
    view = _agreement_view(mentions) if kind == "agreement" else _launch_view(mentions) if kind == "launch" else {}
    found: dict[str, list[Choice]] = {}
    for column, place in _PLACES[kind]:
        told = view.get(column, mentions)
        values = {mention.cells[place] for mention in told}
        found[column] = _agreed(column, values.pop(), told) if len(values) == 1 else list(_cell(column, place, told))
    if kind == "launch":
        found |= _plans(mentions)
    found |= dimension_ids(kind, found)
    return tuple([choice for column in FACT_COLUMNS[kind] for choice in found.get(column, ())])


def claimed(column: str, place: int, mentions: Iterable[Mention]) -> Iterator[tuple[str, Any, Mention]]:
    """Every claimed value of a column: the element (of a list), the value, the claim."""
    for mention in mentions:
        value = mention.cells[place]
        if column in LIST_COLUMNS:
            for member in value:
                yield str(member), member, mention
        elif value is not None:
            yield "", value, mention


def confidence(mentions: list[Mention]) -> float:
    """That not all independent sources err: of each the surest claim, and the chance that all are wrong."""
    best: dict[str, float] = {}
    for mention in mentions:
        best[mention.origin_group] = max(best.get(mention.origin_group, 0.0), mention.confidence)
    wrong = 1.0
    for _, sure in sorted(best.items()):
        wrong *= 1.0 - sure
    return round(min(1.0 - wrong, max(MAX_CONFIDENCE, max(best.values()))), 4)


def _cell(column: str, place: int, mentions: list[Mention]) -> Iterator[Choice]:
    """The chosen value, or each member of a list. Writings of one name or member are one only where they are equal."""
    if column in LIST_COLUMNS:
        members: dict[Any, list[Mention]] = {}
        for element, value, mention in claimed(column, place, mentions):
            members.setdefault((element, value), []).append(mention)
        for (element, value), tellers in sorted(_distinct(column, members).items()):
            yield Choice(column, element, value, _best(tellers).claim_id)
        return
    stated: dict[Any, list[Mention]] = {}
    for mention in mentions:
        value = mention.cells[place]
        if value is not None:
            stated.setdefault(value, []).append(mention)
    if len(stated) == 1:
        ((value, tellers),) = stated.items()
        yield Choice(column, "", value, _best(tellers).claim_id)
    elif stated:
        ordered = sorted(stated.items(), key=lambda item: str(item[0]))
        value, tellers = max(ordered, key=lambda item: _weight(column, item[0], item[1]))
        yield Choice(column, "", value, _best(tellers).claim_id)


def _agreed(column: str, value: Any, tellers: list[Mention]) -> list[Choice]:
    """The cell of which all claims say the same."""
    if value is None or value == ():
        return []
    claim = _best(tellers).claim_id
    if column not in LIST_COLUMNS:
        return [Choice(column, "", value, claim)]
    if column == "payloads" and len(value) > 1:
        return list(_cell(column, POSITION["launch"][column], tellers))
    return [Choice(column, str(member), member, claim) for member in sorted(set(value))]


def _distinct(column: str, stated: dict[Any, list[Mention]]) -> dict[Any, list[Mention]]:
    """Of the writings of one payload the weightiest."""
    if column != "payloads" or len(stated) < 2:
        return stated
    writings: dict[Any, list[Any]] = {}
    for key in sorted(stated):
        writings.setdefault(names.craft(key[1]).core, []).append(key)
    kept = [max(keys, key=lambda key: _weight(column, key[1], stated[key])) for keys in writings.values()]
    return {key: stated[key] for key in kept}


def _weight(column: str, value: Any, tellers: list[Mention]) -> tuple[Any, ...]:
    """What the rule compares; the largest stands."""
    return (
        precision(column, value),
        -min(m.tier for m in tellers),
        len({m.origin_group for m in tellers}),
        max(m.published or "" for m in tellers),
        max(m.confidence for m in tellers),
    )


@cache
def precision(column: str, value: Any) -> tuple[int, ...]:
    """How exactly a value says what it says."""
    if column in _DATES:
        return (len(str(value)),)
    if column in _NAMES:
        name = _NAMES[column](value)
        return (name.id is not None, name.is_proper, bool(name.mark))
    return (value not in _VAGUE,)


def _best(tellers: list[Mention]) -> Mention:
    """Of claims that say the same, the one to cite."""
    if len(tellers) == 1:
        return tellers[0]
    return min(tellers, key=lambda m: (m.tier, m.published or "9", -m.confidence, m[:3]))


def _agreement_view(mentions: list[Mention]) -> View:
    """Dates go with the state they were told of; the latest state stands; a plan is the one told last."""
    state, date = POSITION["agreement"]["status"], POSITION["agreement"]["signed"]
    by_state: dict[str, list[Mention]] = {"planned": [], "signed": [], "ended": []}
    for mention in mentions:
        by_state.setdefault(mention.cells[state] or "signed", []).append(mention)
    latest = max((s for s, told in by_state.items() if told), key=lambda s: _STATE_ORDER.get(s, 1))
    view: View = {"signed": by_state["signed"], "ended": by_state["ended"], "status": by_state[latest]}
    view["planned"] = _newest(by_state["planned"], date)
    dated = next((view[s] for s in ("signed", latest) if any(m.cells[date] for m in view[s])), [])
    view["date_basis"] = _tellers_of_choice("signed", date, dated)
    return view


def _launch_view(mentions: list[Mention]) -> View:
    """What flew outweighs what was planned; of plans the one told last stands."""
    state, date = POSITION["launch"]["status"], POSITION["launch"]["date"]
    flown = [m for m in mentions if m.cells[state] != "planned"]
    dated = flown or _newest(mentions, date)
    return {"status": flown or mentions, "date": dated, "date_basis": _tellers_of_choice("date", date, dated)}


def _newest(mentions: list[Mention], date: int) -> list[Mention]:
    """Of the claims with a date those of the latest publication."""
    dated = [m for m in mentions if m.cells[date]]
    last = max((m.published or "" for m in dated), default="")
    return [m for m in dated if (m.published or "") == last]


def _tellers_of_choice(column: str, place: int, mentions: list[Mention]) -> list[Mention]:
    """The claim whose date stands: its basis is the date's."""
    chosen = {choice.claim_id for choice in _cell(column, place, mentions)}
    return [m for m in mentions if m.claim_id in chosen]


def _plans(mentions: list[Mention]) -> dict[str, list[Choice]]:
    """The earliest told plan, the latest told one, and how often a later article told a later day."""
    state, date = POSITION["launch"]["status"], POSITION["launch"]["date"]
    plans = [m for m in mentions if m.cells[state] == "planned" and interval(m.cells[date])]
    if not plans:
        return {}
    told = sorted(plans, key=lambda m: (m.published or "", m[:3]))
    first = min(plans, key=lambda m: (interval(m.cells[date]), -len(m.cells[date]), m[:3]))
    latest = _best([m for m in _newest(told, date) if m.cells[date] == max(n.cells[date] for n in _newest(told, date))])
    return {
        "planned_first": [Choice("planned_first", "", first.cells[date], first.claim_id)],
        "planned_latest": [Choice("planned_latest", "", latest.cells[date], latest.claim_id)],
        "slip_count": [Choice("slip_count", "", _slips([m.cells[date] for m in told]), None)],
    }


def _slips(dates: list[str]) -> int:
    """Steps to a later time: the earliest day of the new plan lies after the last day of the one before."""
    spans = [span for span in map(interval, dates) if span]
    return sum(new[0] > old[1] for old, new in pairwise(spans))
