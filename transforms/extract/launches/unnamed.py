"""Owners of craft without a name: `three Algerian satellites`, `a satellite for Iran`, `17 of the USA and Canada`.

Belongs here: parties beside a noun or a number of craft. Does not belong here: owners beside a name (`owners`).
"""

from functools import cache

from transforms import lexicons
from transforms.extract.launches.beside import ITS, holder, is_maker
from transforms.extract.launches.items import has, lows, word_set
from transforms.text.coreference import listed
from transforms.text.items import Item
from transforms.text.mentions import Mention


@cache
def _fleet_owners() -> frozenset[str]:
    """Ids of the organisations that operate craft: agencies, forces, operators."""
    bodies = lexicons.organizations()
    public = {body.organization_id for body in bodies if body.organization_type in ("agency", "military", "igo")}
    return frozenset(public | {craft.organization_id for craft in lexicons.spacecraft() if craft.organization_id})


def _operates(mention: Mention) -> bool:
    """Whether the name is that of one who owns craft, so that `a JSAT satellite` is its own."""
    return mention.category == "organization" and mention.id in _fleet_owners()


def of_unnamed(items: list[Item], lo: int, hi: int, *, counted: bool) -> list[Mention]:
    """Owners of craft without a name: `three Algerian satellites`, `a satellite for Iran`, `one each of Peru and Chad`.

    Only those with a number, where `counted` is asked for: beside craft that are named.
    """
    found = [] if counted or not has(items, lo, hi, "launch.craft") else _of_unnamed_by_place(items, lo, hi)
    for at in range(lo, hi):
        mention = items[at].mention
        if mention is None or not mention.is_party or not mention.codes:
            continue
        if is_maker(items, at):
            continue  # `a Boeing-built satellite`
        if (mention.category in ("demonym", "country") or _operates(mention)) and before_craft(items, at, hi):
            if not counted or _is_counted(items, at):
                found.append(mention)
        elif counted and mention.category == "demonym" and lows(items, at - 2, at) == ["of", "them"]:
            found += [mention] if _is_counted(items, at) else []  # `18 smaller craft, 13 of them Peruvian`
        elif _is_owner_list(items, at):
            found += [m for index in listed(items, at) if (m := items[index].mention) is not None]
    return found


def _of_unnamed_by_place(items: list[Item], lo: int, hi: int) -> list[Mention]:
    """`In Chad, the first satellite, …`; `the country counted the days until its satellite …`."""
    nation = items[1].mention if len(items) > 3 and items[0].low in ("in", "for") else None
    if nation is not None and nation.is_party and nation.codes and items[2].kind == "comma":
        return [nation]
    for at in range(lo, hi):
        if items[at].low in ITS and has(items, at + 1, at + 6, "launch.craft"):
            return holder(items, at + 1)
    return []


def _is_owner_list(items: list[Item], at: int) -> bool:
    """`a satellite for Iran`, `17 of the USA, Canada and Germany`."""
    lead = at - 1
    if lead > 0 and "det" in items[lead].classes:
        lead -= 1
    if lead > 1 and items[lead].low == "by" and items[lead - 1].low in ("owned", "operated"):
        return has(items, lead - 2, lead - 1, "launch.craft")  # `a satellite owned by Peru`
    if lead < 1 or items[lead].low not in ("for", "of", "from"):
        return False
    before = items[lead - 1]
    if (party := items[at].mention) is not None and party.codes == ("GUF",):
        return False  # `lifts off two craft from Kourou`
    is_alone = items[lead].low == "from" and len(listed(items, at)) < 2 and not _is_counted(items, lead)
    if is_alone and has(items, max(0, lead - 9), lead, "launch.send", "launch.depart"):
        return False  # `launched the freighter from Kazakhstan`
    return (
        before.kind == "number" or before.low == "each" or has(items, lead - 1, lead, "launch.craft", "launch.company")
    )


def _is_counted(items: list[Item], at: int) -> bool:
    """Whether a number stands before the name, over an adjective or two."""
    return any(item.kind == "number" or item.low in word_set("numbers") for item in items[max(0, at - 3) : at])


def before_craft(items: list[Item], at: int, hi: int) -> bool:
    """Whether the name at this item describes a noun of craft that has no name of its own.

    It may share the noun with another: `one Brazilian and 13 American satellites`.
    """
    for index in range(at + 1, min(hi, at + 8)):
        item = items[index]
        if item.kind == "comma" or "conj" in item.classes:
            after = index + 1
            while after < hi and (items[after].kind == "number" or items[after].low in word_set("numbers")):
                after += 1
            other = items[after].mention if after < hi else None
            return other is not None and other.category == "demonym" and before_craft(items, after, hi)
        if item.cue("launch.craft") is not None:
            behind = items[index + 1].low if index + 1 < len(items) else ""
            return not behind.startswith(("launch", "manufactur", "maker", "builder", "operator", "firm", "company"))
        moves = any(cue.label in ("launch.send", "launch.depart", "launch.rocket") for cue in item.cues)
        if item.kind not in ("word", "hyphen", "poss") or item.classes - {"adv"} or moves:
            return False
    return False
