"""Which tellings in an article are of one undertaking.

Belongs here: comparing drafts and merging them. Does not belong here: finding them.
"""

from functools import cache

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches.names import are_alike, number, overlap
from transforms.text.mentions import Mention

#: Words by which a craft made together is told from one made by its seller.
_TOGETHER = frozenset({"jointly", "together", "joint", "co"})
#: Rules that tell of all that have a part in a craft.
_WHOLE = frozenset({"joint_shared", "joint_tasks"})
_SHARED = frozenset({"joint_mission", "constellation"})
_NAMES = ("subject", "programme", "supplier", "parties", "type")


def settle(drafts: list[Draft]) -> list[Draft]:
    """One draft for each undertaking, in the order of the text."""
    kept: list[Draft] = []
    helped = [set(d.get("parties")) for d in drafts if d.get("type") == "emergency_service"]
    drafts = [
        d for d in drafts if d.get("type") != "data_sharing" or d.get("subject") or set(d.get("parties")) not in helped
    ]
    sold = [d for d in drafts if d.get("type") == "satellite_export"]
    drafts = [d for d in drafts if d.rule != "joint_hosted" or not any(_is_of_sale(d, sale) for sale in sold)]
    wholes = [d for d in drafts if d.rule in _WHOLE and len(d.get("parties")) > 2]
    drafts = [d for d in drafts if d.rule != "joint_hosted" or not any(_is_share(d, whole) for whole in wholes)]
    flown = {d.get("subject") for d in drafts if d.get("type") == "crew" and number(d.get("subject") or "")}
    drafts = [d for d in drafts if d.get("type") != "joint_mission" or d.get("subject") not in flown]
    shared = [d for d in drafts if d.get("type") == "joint_mission"]
    made = [d for d in shared if d.rule == "joint_made" and not _TOGETHER.isdisjoint(d.sentence.words)]
    drafts = [d for d in drafts if d.rule != "export_known" or not any(_is_share(d, whole) for whole in made)]
    drafts = [d for d in drafts if d.rule != "service_ride" or not any(_is_share(d, whole) for whole in shared)]
    for draft in sorted(drafts, key=lambda d: d.get("subject") is None):
        twin = next((other for other in kept if _is_one(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            if set(draft.get("parties")) > set(twin.get("parties")):
                twin.cells["parties"], twin.spans["parties"] = draft.cells["parties"], draft.spans["parties"]
            if (
                twin.get("type") == "crew"
                and number(draft.get("subject") or "")
                and not number(twin.get("subject") or "")
            ):
                twin.cells["subject"], twin.spans["subject"] = draft.cells["subject"], draft.spans["subject"]
            if _are_parts(twin, draft) or _is_same_crew(twin, draft):
                for span in draft.spans["parties"]:
                    twin.add("parties", span.value, span.start, span.end, inferred=span.inferred, part=span.part)
            twin.absorb(draft, _NAMES)
            twin.features.add("told_again")
    return sorted(kept, key=lambda d: (d.part == "text", d.start))


def _is_share(ride: Draft, whole: Draft) -> bool:
    """Whether the ride is what a partner of the mission brings."""
    same = ride.get("subject") == whole.get("subject") or _same_row(ride.notes.get("thing"), whole.notes.get("thing"))
    return same and set(ride.get("parties")) <= set(whole.get("parties"))


def _is_of_sale(part: Draft, sale: Draft) -> bool:
    """Whether a part told to come from the party that sells the whole craft is of that sale."""
    same = part.get("subject") == sale.get("subject") or _same_row(part.notes.get("thing"), sale.notes.get("thing"))
    return same and set(part.get("parties")) == set(sale.get("parties"))


def _is_one(one: Draft, other: Draft) -> bool:
    kinds = {one.get("type"), other.get("type")}
    if len(kinds) > 1 and not kinds <= _SHARED:
        return False
    mine, theirs = set(one.get("parties")), set(other.get("parties"))
    if _are_parts(one, other) or _is_same_crew(one, other):
        return True
    if mine != theirs and _is_same_mission(one, other):
        return mine <= theirs or theirs <= mine
    if mine != theirs and not (_is_open(one) and (mine <= theirs or theirs <= mine)):
        return False
    a, b = one.get("subject"), other.get("subject")
    if one.get("type") == "crew" and a and b and not (number(a) and number(b)):
        return True  # the mission and its capsule
    if a is None or b is None or "joint_binational" in (one.rule, other.rule):
        return True
    if "joint_named" in (one.rule, other.rule) and _programme(one) and _programme(one) == _programme(other):
        return True
    return (
        _same_row(one.notes.get("thing"), other.notes.get("thing"))
        or are_alike(a, b)
        or bool(overlap(a, b))
        and a[-1:].isdigit() == b[-1:].isdigit()
    )


def _is_same_mission(one: Draft, other: Draft) -> bool:
    """`X was built by A and B with C's help`, `B's part in X`: one mission."""
    if not one.get("subject") or not {one.rule, other.rule}.isdisjoint({"joint_hosted", "joint_passenger"}):
        return False
    if one.sentence is not other.sentence:
        named = "joint_named" in (one.rule, other.rule) and one.get("subject") == other.get("subject")
        return named and {one.get("type"), other.get("type")} == {"joint_mission"}
    if {one.get("type"), other.get("type")} != {"joint_mission"}:
        return False
    return one.get("subject") == other.get("subject") or _same_row(one.notes.get("thing"), other.notes.get("thing"))


def _is_same_crew(one: Draft, other: Draft) -> bool:
    """Members of one numbered mission, told in two sentences."""
    name = one.get("subject") or ""
    return one.get("type") == other.get("type") == "crew" and name == other.get("subject") and bool(number(name))


def _are_parts(one: Draft, other: Draft) -> bool:
    """`X, built with A and carrying instruments of B and C`: one craft of all, told in one sentence."""
    rules = {one.rule, other.rule}
    named = one.get("subject") is not None and one.get("subject") == other.get("subject")
    return (
        named and one.sentence is other.sentence and "joint_made" in rules and rules <= {"joint_made", "joint_hosted"}
    )


@cache
def _programmes() -> dict[str, str]:
    return {craft.spacecraft_id: craft.programme_id or "" for craft in lexicons.spacecraft()}


def _programme(draft: Draft) -> str:
    """The programme of the craft, by the lexicon: `CBERS-2` and `CBERS-3` are of one."""
    thing = draft.notes.get("thing")
    craft = thing.reading("spacecraft") if thing else None
    programme = thing.reading("programme") if thing else None
    return programme.id if programme else _programmes().get(craft.id, "") if craft else ""


def _is_open(draft: Draft) -> bool:
    """Whether a telling may leave out parties of it: of a crew, a constellation."""
    return draft.get("type") in ("constellation", "crew")


def _same_row(one: Mention | None, other: Mention | None) -> bool:
    if one is None or other is None:
        return False
    a, b = one.reading("spacecraft", "programme"), other.reading("spacecraft", "programme")
    if a is None or b is None or a.id != b.id:
        return False
    return number(one.text) == number(other.text) or not (number(one.text) and number(other.text))
