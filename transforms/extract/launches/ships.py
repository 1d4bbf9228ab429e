"""Ships that fly again and again, and the missions that they fly: which names are of one flight.

Belongs here: a kind of ship and one by her number, a mission and its ship, a ship that is her own rocket. Does not
belong here: other likeness of tellings (`same`).
"""

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.names import key, number

_NEAR = 3
_SHIPS = frozenset({"capsule", "cargo"})


def is_mission_and_ship(fact: Draft, draft: Draft) -> bool:
    """`the Crew-2 launch`, and near by the Crew Dragon of that crew: a mission and its ship without a number."""
    if draft.notes["index"] - max(0, fact.notes["last"]) > _NEAR:
        return False
    kinds = {kind: told for told in (fact, draft) if (kind := _only_kind(told)) is not None}
    ship = kinds.get("capsule")
    return ship is not None and "crewed_mission" in kinds and not any(number(name) for name in ship.get("payloads"))


def _only_kind(draft: Draft) -> str | None:
    """What all craft of the telling are; None where they are of several kinds."""
    kinds = {craft_type(slot.mention) for _, _, slot in draft.notes.get("crafts", ()) if slot.mention is not None}
    return next(iter(kinds)) if len(kinds) == 1 else None


def general_name(fact: Draft, draft: Draft) -> str | None:
    """The name of a kind of ship that the launch has, where the telling has her number: `Soyuz` of `Soyuz MS-99`."""
    for name, _, slot in fact.notes.get("crafts", ()):
        if slot.mention is None or any(char.isdigit() for char in name) or craft_type(slot.mention) not in _SHIPS:
            continue
        head = key(name if name.startswith("Crew ") else name.split(" ")[0])
        if any(key(other).startswith(head) and number(other) for other in draft.get("payloads")):
            return str(name) if name in fact.get("payloads") else None
    return None


def put_shuttle(draft: Draft) -> None:
    """`Atlantis was launched`: a shuttle is the rocket of her own flight, whatever else the article names."""
    for name, sentence, slot in draft.notes.get("crafts", ()):
        shuttle = f"shuttle {name}"
        rocket = lexicons.lookup("vehicles", shuttle)
        if rocket is None or slot.mention is None or draft.notes.get("rocket") == rocket:
            continue
        draft.put("vehicle", shuttle, slot.mention.start, slot.mention.end, inferred=True, part=sentence.part.name)
        draft.notes["rocket"] = rocket
        return
