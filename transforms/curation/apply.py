"""Corrections applied to the outcome of resolution: what differs because of them, and how each fared.

Belongs here: the order in which corrections count, what supersedes what, and what is stale. Does not belong here:
checking an entry (`entries`), keeping the outcome (`warehouse.curation`).

A function of the sets of entries and claims: files and their order change nothing. Merges and partings are made from
the oldest to the newest, so that the newest has the last word; of several values for a cell the newest stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from transforms.curation.cells import corrected
from transforms.curation.columns import COLUMNS
from transforms.curation.groups import Group, Groups
from transforms.curation.made import added
from transforms.curation.misfits import misfits
from transforms.curation.records import (
    Correction,
    Curated,
    Entry,
    Outcome,
    Redirect,
    Standing,
    Status,
    Told,
    Unread,
)
from transforms.curation.settled import settled
from transforms.curation.standing_values import values_of
from transforms.resolve.mentions import mentions
from transforms.resolve.records import Fact
from transforms.resolve.resolver import fact_of

_SHAPING = ("merge", "split")
_NOTHING_LEFT = "claims are all that the fact has, so that nothing would be left of it: name some of them, or reject it"
_WITHDRAWN = "the fact is gone with the article that {} withdraws: point it to another, or remove it"
_GONE = "neither the fact nor its anchor claim is in the warehouse any more: point it to another, or remove it"


@dataclass(slots=True)
class _Run:
    """Corrections under way.

    Attributes:
        fared: status, fact and problem of each entry, by place.
        told: of each group the corrected cells by published column: the value and the entry; value None empties it.
    """

    groups: Groups
    curated: Curated = field(default_factory=Curated)
    fared: dict[tuple[str, int], tuple[Status, str, str]] = field(default_factory=dict)
    told: dict[Group, dict[str, tuple[Told | None, Entry]]] = field(default_factory=dict)

    def note(self, entry: Entry, status: Status, fact_id: str = "", problem: str = "") -> None:
        """How an entry fared."""
        self.fared[entry.file_name, entry.number] = (status, fact_id, problem)


def curate(entries: Iterable[Entry | Unread], outcome: Outcome) -> Curated:
    """What corrections make of the facts that they name."""
    listed = sorted(entries, key=lambda entry: (entry.file_name, entry.number))
    run = _Run(Groups(outcome))
    good = _without_repeats(run, [entry for entry in listed if isinstance(entry, Entry)])
    for entry in good:
        if entry.action == "withdraw":
            _withdraw(run, entry)
    for entry in good:
        if entry.action in _SHAPING:
            _shape(run, entry)
    _recheck_shapes(run, good)
    for entry in good:
        if entry.action == "reject":
            _reject(run, entry)
    for entry in good:
        if entry.action in ("set", "clear", "confirm", "apart"):
            _bear(run, entry)
    _make_facts(run)
    added(run.curated, [entry for entry in good if entry.action == "add"], run.note)
    _note_gone(run)
    _close(run, listed)
    return run.curated


def _without_repeats(run: _Run, entries: list[Entry]) -> list[Entry]:
    """Oldest first; of entries that say the same, the first in the list of files."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        first = seen.setdefault(entry.override_id, entry)
        if first is not entry:
            run.note(entry, "superseded", problem=f"says the same as {first.label}")
    return sorted(seen.values(), key=lambda entry: entry.age)


def _shape(run: _Run, entry: Entry) -> None:
    """Merge two facts or part one, as they stand by now."""
    one = run.groups.find(entry.fact, entry.anchor)
    if one is None or not one.claims:
        run.note(entry, "stale", problem=_gone(one))
    elif clash := _clash(run, entry):
        run.note(entry, "stale", problem=clash)
    elif entry.action == "merge":
        two = run.groups.find(entry.other, entry.other_anchor)
        if two is None or not two.claims:
            run.note(entry, "stale", problem=f"of the other fact, {_gone(two)}")
        elif two is one:
            run.note(entry, "applied", one.fact_id)  # it is one already: resolution has come to the same
        else:
            run.note(entry, "applied", run.groups.merge(one, two, entry.override_id).fact_id)
    else:
        there = {claim for claim in entry.claims if claim in one.claims}
        if not there:
            run.note(entry, "stale", one.fact_id, "none of its claims is in the fact any more")
        elif len(there) == len(one.claims):
            run.note(entry, "invalid", one.fact_id, _NOTHING_LEFT)
        else:
            run.note(entry, "applied", run.groups.part(one, there, entry.override_id)[0].fact_id)


def _withdraw(run: _Run, entry: Entry) -> None:
    """Take an article's word from it: what it alone told goes, and the rest is told by the others."""
    if run.groups.withdraw(entry.article, entry.override_id):
        run.note(entry, "applied")
    else:
        run.note(entry, "stale", problem=f"no fact rests on {entry.article}: name another article, or remove the entry")


def _gone(group: Group | None) -> str:
    """Why there is no fact to correct: it is unknown, or its last article was withdrawn."""
    return _GONE if group is None else _WITHDRAWN.format(group.rejected_by)


def _clash(run: _Run, entry: Entry) -> str:
    """What is wrong where an id and its anchor claim mean two facts: which of them is meant, nobody can tell.

    Claims that an older split has parted from the fact are no fault of a further split.
    """
    if entry.action == "split" and run.groups.is_of_one_origin(entry.fact, entry.anchor):
        return ""
    return run.groups.clash(entry.fact, entry.anchor) or run.groups.clash(entry.other, entry.other_anchor)


def _recheck_shapes(run: _Run, entries: list[Entry]) -> None:
    """A merge or parting that a newer one undid is superseded; ids are those at the end."""
    for entry in entries:
        status = run.fared.get((entry.file_name, entry.number), ("", "", ""))[0]
        if entry.action not in _SHAPING or status != "applied":
            continue
        group = run.groups.find(entry.fact, entry.anchor)
        is_kept = group is not None
        if entry.action == "merge":
            is_kept = group is run.groups.find(entry.other, entry.other_anchor)
        elif group is not None:
            parted = {id(run.groups.with_claim(claim)) for claim in entry.claims}
            stays = [c for c in _others_of(run, entry) if id(run.groups.with_claim(c)) in parted]
            is_kept = not stays
        now = group.fact_id if group else ""
        if is_kept:
            run.note(entry, "applied", now)
        else:
            run.note(entry, "superseded", now, "a newer merge or split undoes it")


def _others_of(run: _Run, entry: Entry) -> set[str]:
    """Claims of the facts that a split parts its claims from."""
    origins = {run.groups.origin[claim] for claim in entry.claims if claim in run.groups.origin}
    return {claim for claim, origin in run.groups.origin.items() if origin in origins} - set(entry.claims)


def _reject(run: _Run, entry: Entry) -> None:
    group = run.groups.find(entry.fact, entry.anchor)
    problem = _gone(group) if group is None or not group.claims else _clash(run, entry)
    if group is None or problem:
        run.note(entry, "stale", problem=problem)
        return
    group.rejected_by = entry.override_id
    run.note(entry, "applied", group.fact_id)
    run.curated.settled += settled(entry, group.fact_id)


def _bear(run: _Run, entry: Entry) -> None:
    """Take in what an entry says of a fact that stands; entries come oldest first."""
    if entry.subject:
        run.note(entry, "applied")
        run.curated.settled += settled(entry, entry.subject)
        return
    group = run.groups.find(entry.fact, entry.anchor)
    if group is None or not group.claims:
        run.note(entry, "stale", problem=_gone(group))
    elif clash := _clash(run, entry):
        run.note(entry, "stale", problem=clash)
    elif group.rejected_by:
        run.note(entry, "superseded", group.fact_id, f"the fact is rejected by {group.rejected_by}")
    elif entry.action == "apart":
        _keep_apart(run, entry, group)
    else:
        run.note(entry, "applied", group.fact_id)
        if entry.action != "confirm":
            _tell_cell(run, entry, group)


def _tell_cell(run: _Run, entry: Entry, group: Group) -> None:
    told = run.told.setdefault(group, {})
    if entry.column in told:
        older = told[entry.column][1]
        run.note(older, "superseded", group.fact_id, f"the newer one in {entry.label} says otherwise")
    told[entry.column] = (entry.value if entry.action == "set" else None, entry)


def _keep_apart(run: _Run, entry: Entry, group: Group) -> None:
    other = run.groups.find(entry.other, entry.other_anchor)
    if other is None or not other.claims:
        run.note(entry, "stale", group.fact_id, f"of the other fact, {_gone(other)}")
    elif other is group:
        run.note(
            entry, "stale", group.fact_id, "the two are one fact now: part them with split, which names the claims"
        )
    else:
        run.note(entry, "applied", group.fact_id)
        run.curated.settled += settled(entry, group.fact_id, other.fact_id)


def _make_facts(run: _Run) -> None:
    """The facts whose claims or cells differ."""
    curated = run.curated
    for group in run.groups.all():
        told = run.told.get(group, {})
        for_group = group.moved | {entry.override_id for _, entry in told.values()} | {group.rejected_by}
        if for_group == {""}:
            continue
        for fact_id in {group.fact_id, *group.origins}:
            held = {*curated.touched.get(fact_id, ()), *(for_group - {""})}
            curated.touched[fact_id] = tuple(sorted(held))
        if group.rejected_by:
            curated.gone[group.fact_id] = group.kind
            continue
        found = mentions(group.claims.values())[group.kind]
        plain, said = fact_of(group.kind, found)
        fact = corrected(plain, {column: value for column, (value, _) in told.items()})
        told = _without_misfits(run, fact, told)
        fact = corrected(plain, {column: value for column, (value, _) in told.items()})
        curated.facts.append(fact)
        curated.values += values_of(fact, said, set(told))
        curated.corrections += _corrections(fact, told)


def _without_misfits(
    run: _Run, fact: Fact, told: dict[str, tuple[Told | None, Entry]]
) -> dict[str, tuple[Told | None, Entry]]:
    """Without values that do not go with the fact's other cells; those entries are told so."""
    problems = misfits(fact, {column for column, (value, _) in told.items() if value})
    for column, problem in problems.items():
        run.note(told[column][1], "invalid", fact.fact_id, f"{column}: {problem}")
    return {column: value for column, value in told.items() if column not in problems}


def _corrections(fact: Fact, told: dict[str, tuple[Told | None, Entry]]) -> Iterable[Correction]:
    """One for each cell or member that a person wrote, and for the basis of a date, which goes with it."""
    for column, (value, entry) in sorted(told.items()):
        members = value if isinstance(value, tuple) else (value,)
        is_list = COLUMNS[fact.kind][column].is_list
        for member in members:
            element = member if is_list and member else ""
            yield Correction(fact.fact_id, column, element, member, entry.override_id)
    date = next((told[name] for name in ("signed_date", "flown_date") if name in told), None)
    if date and date[0] and "date_basis" not in told:
        yield Correction(fact.fact_id, "date_basis", "", "stated", date[1].override_id)


def _note_gone(run: _Run) -> None:
    """Ids of the outcome that no group bears any more, and where their claims went."""
    curated = run.curated
    standing = {group.fact_id: group for group in run.groups.all()}
    for origin in sorted(set(run.groups.origin.values())):
        if origin in standing:
            continue
        holders = [group for group in standing.values() if origin in group.origins]
        curated.gone[origin] = holders[0].kind
        own = run.groups.find(origin, "") or holders[0]
        by = curated.touched.get(origin, ("",))[0]
        curated.redirects.append(Redirect(origin, own.fact_id, by))


def _close(run: _Run, listed: list[Entry | Unread]) -> None:
    """How each entry fared, in the order of files; what applies settles doubts."""
    curated = run.curated
    by_id = {fact.fact_id: fact for fact in curated.facts}
    for entry in listed:
        if isinstance(entry, Unread):
            curated.standings.append(
                Standing(entry.file_name, entry.number, None, entry.fields, "invalid", "", entry.problem)
            )
            continue
        status, fact_id, problem = run.fared[entry.file_name, entry.number]
        if status == "applied" and entry.action == "confirm" and entry.value:
            status, problem = _recheck_confirmed(run, entry, by_id)
        curated.standings.append(Standing(entry.file_name, entry.number, entry, {}, status, fact_id, problem))
        if status == "applied" and entry.action in ("set", "clear", "split", "confirm", "merge") and not entry.subject:
            curated.settled += settled(entry, fact_id)


def _recheck_confirmed(run: _Run, entry: Entry, by_id: dict[str, Fact]) -> tuple[Status, str]:
    """What was confirmed of a cell holds while the cell says so."""
    group = run.groups.find(entry.fact, entry.anchor)
    if group is None or not entry.column:
        return "applied", ""
    fact = by_id.get(group.fact_id) or fact_of(group.kind, mentions(group.claims.values())[group.kind])[0]
    now = fact.cells.get(COLUMNS[group.kind][entry.column].column)
    also = fact.cells.get("date") if entry.column == "planned_date_latest" else None
    if entry.value in (str(now), also):
        return "applied", ""
    return "stale", f"{entry.column} says {now or 'nothing'} now, not {entry.value}: look at it again"
