"""Where a rocket with one home rose from, when the launch is told without its range.

Belongs here: taking the range that the article names elsewhere, where that is the rocket's only one. Does not belong
here: ranges told with the launch (`slots`).
"""

from functools import cache

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches.items import word_set
from transforms.text.document import Document
from transforms.text.matcher import Hit

_HOMES = ("kourou", "tanegashima", "uchinoura", "sriharikota", "naro", "odyssey", "palmachim", "baikonur", "jiuquan",
          "xichang", "wenchang", "taiyuan", "kennedy-space-center", "semnan", "sohae", "mahia", "starbase", "andoya",
          "saxavord", "bowen", "alcantara", "spaceport-kii")  # fmt: skip
#: A territory that the press names for the range in it.
_LANDS = {"kourou": "GUF"}


@cache
def _home() -> dict[str, str]:
    """The only range of each rocket that has but one, by the rocket's or its family's id."""
    return {rocket: site for site in _HOMES for rocket in word_set(f"home.{site}")}


@cache
def _families() -> dict[str, str]:
    return {rocket.vehicle_id: rocket.vehicle_family.lower().replace(" ", "-") for rocket in lexicons.vehicles()}


def names_home(document: Document, rocket: str) -> bool:
    """Whether the article names the only range that the rocket, by its id, rises from."""
    home = _home().get(rocket) or _home().get(_families().get(rocket, ""))
    return home is not None and any(
        surface.category == "site" and surface.id == home
        for part in document.parts
        for hit in part.hits
        for surface in hit.entry.surfaces
    )


def put_home(document: Document, fact: Draft) -> None:
    """Set the range of a launch told without one, if the article names the only one that its rocket rises from."""
    name = fact.get("vehicle")
    if fact.get("site") or not name:
        return
    rocket = fact.notes.get("rocket") or lexicons.lookup("vehicles", name)
    family = _families().get(rocket or "") or name.lower().replace(" ", "-")
    home = _home().get(rocket or "") or _home().get(family)
    named = [
        (part, hit) for part in (document.parts if home else ()) for hit in part.hits if _names(hit, home, part.text)
    ]
    for part, hit in sorted(named, key=lambda found: _is_land(found[1])):  # the range itself before the land it is in
        fact.put("site", part.text[hit.start : hit.end], hit.start, hit.end, inferred=True, part=part.name)
        return


def _is_land(hit: Hit) -> bool:
    return any(surface.category == "country" for surface in hit.entry.surfaces)


def _names(hit: Hit, home: str | None, text: str) -> bool:
    """Whether the words name that range, or the territory that it is in."""
    readings = hit.entry.readings(text[hit.start : hit.end]) if hit.entry.surfaces else ()
    if any(surface.category in ("vehicle", "vehicle_family") for surface in readings):
        return False  # `Naro` of the rocket
    return any(
        (surface.category == "site" and surface.id == home)
        or (surface.category == "country" and surface.party_codes == (_LANDS.get(home or ""),))
        for surface in readings
    )
