"""From chosen names to dimension ids, provisional where no lexicon holds the name.

Belongs here: which column takes its id from which dimension. Does not belong here: comparison of names (`names`) or
the dimensions' rows (warehouse).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from transforms import lexicons
from transforms.claim import Kind
from transforms.resolve import names, rockets
from transforms.resolve.mentions import POSITION, Cells
from transforms.resolve.records import Choice, Dimension, Provisional

PROVISIONAL = "prov_"


def dimension_ids(kind: Kind, found: Mapping[str, list[Choice]]) -> dict[str, list[Choice]]:
    """The id columns that follow from the chosen names, each with the claim of the name."""
    if kind == "launch":
        return {
            "vehicle_id": _ids("vehicle_id", found["vehicle"], vehicle_id),
            "launch_site_id": _ids("launch_site_id", found["site"], site_id),
            "spacecraft_ids": _ids("spacecraft_ids", found["payloads"], craft_id),
            "organizations": _ids("organizations", found["organizations"], organization_id),
        }
    if kind == "agreement":
        accession = [c.value for c in found["type"]] == ["accession"]
        joined = (found["instrument"] or found["programme"]) if accession else []
        return {
            "instrument_id": _ids("instrument_id", joined, instrument_id),
            "programme_id": _ids("programme_id", found["programme"], programme_id),
            "organizations": _ids("organizations", found["organizations"], organization_id),
        }
    if kind == "cooperation":
        return {
            "spacecraft_id": _ids("spacecraft_id", found["subject"], subject_craft_id),
            "programme_id": _ids("programme_id", found["programme"], programme_id)
            or _ids("programme_id", found["subject"], programme_id),
            "organizations": _ids("organizations", found["organizations"], organization_id),
        }
    return {}


def _ids(column: str, named: Iterable[Choice], identify: Callable[[str], str | None]) -> list[Choice]:
    found: dict[str, Choice] = {}
    is_list = column in ("spacecraft_ids", "organizations")
    for choice in named:
        known = identify(choice.value)
        if known:
            found.setdefault(known, Choice(column, known if is_list else "", known, choice.claim_id))
    return [found[known] for known in sorted(found)]


#: What may follow the name of a rocket and leave it the same type: its own number in the series, a variant's digits
#: behind a numbered type (Delta II 7925, Atlas V 551), or words without a number.
_SERIAL = re.compile(r"(?:[cdfyn]|v[asv]?|tf|no|vol|b)\d{1,4}|\D{2,}")
_FLIGHT = re.compile(r"\b(?:flight|mission|serial|number|no\.?) \d{1,4}\b")
_VARIANT = re.compile(r"(?:[ivx]+|\d+[a-z]*) \d{3,4}(?: \d{1,2})?c?")


@cache
def vehicle_id(text: str) -> str:
    """The rocket; one with a serial number (PSLV-C37, Long March 5 Y8) is its type, Kuaizhou-99Z one of its own."""
    text = rockets.without_maker(text)
    words = lexicons.fold(names.joined(text)).lower().replace("-", " ").split()
    for end in range(len(words), 0, -1):
        known = lexicons.lookup("vehicles", " ".join(words[:end]))
        if known:
            is_variant = _VARIANT.fullmatch(" ".join(words[end - 1 :])) is not None
            rest = _FLIGHT.sub("", " ".join(words[end:])).split()
            return known if is_variant or all(map(_SERIAL.fullmatch, rest)) else names.identify("vehicles", text)
    return names.identify("vehicles", text)


@cache
def site_id(text: str) -> str:
    """The launch centre."""
    return names.identify("sites", text)


@cache
def craft_id(text: str) -> str:
    """The spacecraft."""
    return names.identify("spacecraft", text)


@cache
def instrument_id(text: str) -> str:
    """The standing agreement that is joined."""
    return names.identify("instruments", text)


@cache
def programme_id(text: str) -> str | None:
    """The programme, or that of the spacecraft named; None where no lexicon knows it: most objects are descriptions."""
    return lexicons.lookup("programmes", text) or names.thing(text).owner


@cache
def subject_craft_id(text: str) -> str | None:
    """The spacecraft that an undertaking is about; None for a programme, a standing agreement or a description."""
    known = lexicons.lookup("spacecraft", text)
    if known or lexicons.lookup("programmes", text) or lexicons.lookup("instruments", text):
        return known
    name = names.thing(text)
    return names.identify("spacecraft", text) if name.is_proper and name.mark else None


@cache
def organization_id(text: str) -> str:
    """The organisation, given by name or by id."""
    return text if text in _organization_ids() else names.identify("organizations", text)


@cache
def _organization_ids() -> frozenset[str]:
    return frozenset(row.organization_id for row in lexicons.organizations())


def provisional(kind: Kind, told: Iterable[Cells]) -> set[Provisional]:
    """The members that claims with these cells name and no lexicon holds."""
    named: set[tuple[Dimension, str, str | None]] = set()
    at = POSITION[kind]
    for cells in told:
        if kind == "launch":
            owner = cells[at["customers"]][0] if len(cells[at["customers"]]) == 1 else None
            named.update([("spacecraft", name, owner) for name in cells[at["payloads"]]])
            named.add(("vehicles", cells[at["vehicle"]] or "", None))
            named.add(("sites", cells[at["site"]] or "", None))
        elif kind == "cooperation":
            named.add(("spacecraft", cells[at["subject"]] or "", None))
        elif kind == "agreement" and cells[at["type"]] == "accession":
            named.add(("instruments", cells[at["instrument"]] or cells[at["programme"]] or "", None))
        if kind != "total":
            named.update([("organizations", name, None) for name in cells[at["organizations"]]])
    return {found for name in named if name[1] for found in _member(kind, *name)}


def _member(kind: Kind, dimension: Dimension, name: str, party: str | None) -> Iterable[Provisional]:
    identify = {
        "vehicles": vehicle_id, "sites": site_id, "instruments": instrument_id, "organizations": organization_id,
        "spacecraft": craft_id if kind == "launch" else subject_craft_id,
    }[dimension]  # fmt: skip
    known = identify(name)
    if known and known.startswith(PROVISIONAL):
        yield Provisional(dimension, known, name, party)
