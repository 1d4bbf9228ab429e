"""When two tellings are of one agreement.

Belongs here: the rule, from parties, days, objects, types and states. Does not belong here: what a telling is
(`agreements`), grouping by the verdicts (`cluster`).
"""

from transforms.resolve.agreements import EARLY, HORIZON, LONG_SLIP, SLIP, VAGUE, Agreement
from transforms.resolve.dates import DEFAULT_TOLERANCE, distance, width
from transforms.resolve.names import Relation, relate
from transforms.resolve.verdicts import APART, CONFLICT, DOUBT, RIVAL, SUSPECT, WEAK

_MONTH, _YEAR = 31, 366


def verdict(a: Agreement, b: Agreement) -> int:
    """Whether two tellings are of one agreement."""
    if a.parties != b.parties:
        return _other_parties(a, b)
    is_apart = distance(a.bounds, b.bounds) > a.slack + b.slack
    if is_apart and "accession" not in (a.type, b.type):
        return CONFLICT
    about = relate(a.programme, b.programme)
    if a.type == b.type == "accession" and about >= Relation.OVERLAP:
        return 95
    if is_apart and not _undated_accession(a, b, about):
        return CONFLICT
    if about is Relation.CONFLICT:
        return CONFLICT
    if not _types_agree(a, b, about):
        return _other_kind(a, b, about)
    if about > Relation.UNLIKE and not _is_one_name(a, b, about) and distance(a.likely, b.likely) > a.slack + b.slack:
        return APART
    if a.status == b.status:
        return _same_state(a, b, about)
    return _other_state(a, b, about)


def _undated_accession(a: Agreement, b: Agreement, about: Relation) -> bool:
    """A list of members made a little before a joiner signed does not make its accession another one."""
    return "accession" in (a.type, b.type) and about >= Relation.OVERLAP and not (a.when and b.when)


def _other_parties(a: Agreement, b: Agreement) -> int:
    """One set inside the other can be a shorter report of the same signing: same thing or day, both dated."""
    if not (a.when and b.when and a.status == b.status == "signed"):
        return CONFLICT
    about, gap = relate(a.programme, b.programme), distance(a.when, b.when)
    if about < Relation.NEUTRAL or (a.type == "accession") != (b.type == "accession"):
        return CONFLICT
    few, many = (a, b) if len(a.parties) < len(b.parties) else (b, a)
    is_part, coarse = set(few.parties) < set(many.parties), max(width(a.when), width(b.when))
    if is_part and about >= Relation.OVERLAP:
        return WEAK if coarse <= _MONTH and gap <= max(a.slack, b.slack) else CONFLICT
    if gap > DEFAULT_TOLERANCE or a.type == "accession" or not _types_agree(a, b, about):
        return CONFLICT
    if not (is_part and coarse == 0 and _is_unnamed(a, b)):
        return APART  # two parts can be of one whole
    return DOUBT if "contract" in (a.type, b.type) else WEAK  # a seller and a buyer are rarely part of a larger signing


def _is_unnamed(a: Agreement, b: Agreement) -> bool:
    """Whether one does not say what it is about."""
    return a.programme is None or b.programme is None


def _is_one_name(a: Agreement, b: Agreement, about: Relation) -> bool:
    """Whether both name what they are about, and name the same."""
    names = (a.programme, b.programme)
    return about >= Relation.SERIES and all(name is not None and name.is_proper for name in names)


def _types_agree(a: Agreement, b: Agreement, about: Relation) -> bool:
    """The wording of the type never separates; a purchase is no memorandum, framework or declaration, though."""
    types = {a.type, b.type}
    if len(types) == 1:
        return True
    if "contract" in types:
        return VAGUE in types
    return "accession" not in types or about >= Relation.SERIES


def _other_kind(a: Agreement, b: Agreement, about: Relation) -> int:
    """Two kinds of document; where one day saw a contract and a memorandum, a person should look."""
    same_day = a.when is not None and a.when == b.when and width(a.when) == 0 and a.status == b.status
    is_alike = same_day and about >= Relation.NEUTRAL and {a.type, b.type} == {"contract", "document"}
    return SUSPECT if is_alike else CONFLICT


def _same_state(a: Agreement, b: Agreement, about: Relation) -> int:
    if a.when is None or b.when is None:
        is_plan = a.status == "planned" and Relation.UNLIKE < about < Relation.OVERLAP and _is_unnamed(a, b)
        return _undated_plan(a, b) if is_plan else _undated(a, b, about)
    gap, coarse = distance(a.when, b.when), max(width(a.when), width(b.when))
    if a.status == "planned":
        limit = LONG_SLIP if about >= Relation.SERIES else SLIP
        return (60 if about >= Relation.SERIES else WEAK) if gap <= limit else APART
    if gap > max(a.slack, b.slack):
        return CONFLICT
    if about >= Relation.SERIES:
        return 90 if coarse == 0 else 80 if coarse <= _MONTH else 70
    if coarse == 0:
        return 40 if about is Relation.NEUTRAL else 30
    return _open(a, b, about, coarse)


def _open(a: Agreement, b: Agreement, about: Relation, coarse: int) -> int:
    """The dates agree, but neither they nor the objects decide; two objects need the month at least."""
    if about is not Relation.NEUTRAL:
        return CONFLICT
    return WEAK if a.programme is None or b.programme is None or coarse <= _MONTH else APART


def _undated(a: Agreement, b: Agreement, about: Relation) -> int:
    """Of which at least one bears no date."""
    if about is Relation.UNLIKE:
        return CONFLICT
    if a.when is None and b.when is None:
        one_unnamed = (a.programme is None) != (b.programme is None)
        return 50 if about >= Relation.OVERLAP else RIVAL if one_unnamed else APART
    if about >= Relation.SERIES:
        return WEAK
    same_kind = a.type == b.type or VAGUE in (a.type, b.type) or {a.type, b.type} == {"document", "joint_statement"}
    return WEAK if _is_unnamed(a, b) and same_kind else APART


def _other_state(a: Agreement, b: Agreement, about: Relation) -> int:
    """Planned and signed, signed and ended, planned and ended."""
    if about is Relation.UNLIKE:
        return CONFLICT
    plan = a if a.status == "planned" else b if b.status == "planned" else None
    done = b if plan is a else a
    if plan is None or done.status == "ended":  # joined where it alone fits, else queued for review
        if about >= Relation.SERIES:
            return WEAK
        return _end_of_unnamed(a, b) if _is_unnamed(a, b) else APART
    if plan.when and done.when:
        return _dated_plan(plan, done, about)
    if about >= Relation.OVERLAP:
        return WEAK
    return _undated_plan(plan, done) if about is Relation.SERIES or _is_unnamed(a, b) else APART


def _end_of_unnamed(a: Agreement, b: Agreement) -> int:
    """An end, and what is not told to be about something else: many years later it is that of another."""
    one, two = a.when or a.told, b.when or b.told
    return DOUBT if one and two and distance(one, two) > HORIZON else WEAK


def _dated_plan(plan: Agreement, done: Agreement, about: Relation) -> int:
    """A plan for a time, and a signing with a date."""
    assert plan.when and done.when  # noqa: S101 - for the reader of types
    early, late = plan.when[0] - done.when[1], done.when[0] - plan.when[1]
    if early > SLIP or late > LONG_SLIP:
        return CONFLICT
    if max(early, late) <= SLIP:
        coarse = max(width(plan.when), width(done.when))
        return 65 if about >= Relation.SERIES else _open(plan, done, about, coarse)
    if about >= Relation.SERIES:
        return WEAK
    return DOUBT if _is_unnamed(plan, done) and late <= _YEAR else APART


def _undated_plan(plan: Agreement, done: Agreement) -> int:
    """What was to be signed, no day told, or was signed at a time not told: when it was told has to do.

    Of two plans each is as much the one as the other.
    """
    planned, signed = plan.when or plan.told, done.when or done.told
    if planned is None or signed is None or (done.status != "planned" and signed[1] < planned[0] - EARLY):
        return APART
    gap = distance(planned, signed)
    if gap <= SLIP and max(width(planned), width(signed)) <= _MONTH:
        return WEAK
    return DOUBT if gap <= _YEAR else APART
