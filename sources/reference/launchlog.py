"""The launch log: text of fixed width, a line for each launch and one more for each further payload.

Belongs here: cutting its lines at the places where its header names the columns. Does not belong here: codes of sites
(`data/gcat_sites.tsv`), which it shares with GCAT.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sources.errors import UnreadableError
from sources.reference.cells import date_or_reject, designation_of, site_of_codes, whole_number
from sources.reference.records import CatalogueLaunch, CatalogueRecord, CatalogueSatellite, Outcome
from sources.reference.table import require
from sources.reference.vague import VagueDate

COLUMNS = ("Launch", "Launch Date (UTC)", "COSPAR", "PL Name", "Orig PL Name", "SATCAT", "LV Type", "LV S/N", "Site",
           "Suc")  # fmt: skip

_NAME = re.compile(r"[^\s#]\S*(?: \S+)*")
_OUTCOMES: dict[str, Outcome] = {"S": "success", "F": "failure"}


@dataclass(slots=True)
class _Launch:
    """A launch whose lines are being read."""

    cells: dict[str, str]
    launched: VagueDate
    names: list[str] = field(default_factory=list)


def read(text: str, where: str) -> Iterator[CatalogueRecord | tuple[int, UnreadableError]]:
    """Launches, each behind its payloads.

    Raises:
        LayoutError: the header does not name the columns.
    """
    lines = text.split("\n")
    starts = {found[0]: found.start() for found in _NAME.finditer(lines[0])} if lines[0].startswith("#") else {}
    require(list(starts), COLUMNS, where)
    starts[min(starts, key=lambda name: starts[name])] = 0  # the first name stands behind the comment mark
    launch: _Launch | None = None
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") or not line.strip():
            continue
        cells = _cut(line, starts)
        if "Launch" in cells:
            if launch:
                yield _record(launch)
            try:
                launch = _Launch(cells, date_or_reject(cells.get("Launch Date (UTC)")))
            except UnreadableError as error:
                launch = None
                yield number, error
                continue
        if launch is None:
            yield number, UnreadableError("bad row", "a further payload without its launch")
            continue
        launch.names += [name for key in ("PL Name", "Orig PL Name") if (name := cells.get(key))]
        yield _payload(cells, launch) if "SATCAT" in cells else (number, UnreadableError("no id", "no SATCAT"))
    if launch:
        yield _record(launch)


def _cut(line: str, starts: dict[str, int]) -> dict[str, str]:
    places = sorted((start, name) for name, start in starts.items())
    ends = [start for start, _ in places[1:]] + [len(line)]
    cut = {name: line[start:end].strip() for (start, name), end in zip(places, ends, strict=True)}
    return {name: cell for name, cell in cut.items() if cell and cell != "-"}


def _record(launch: _Launch) -> CatalogueLaunch:
    cells, outcome = launch.cells, launch.cells.get("Suc")
    codes = _codes(cells.get("Site"))
    return CatalogueLaunch(
        own_id=cells["Launch"],
        designation=designation_of(cells["Launch"]),
        launched=launch.launched,
        launched_at=launch.launched.moment,
        vehicle_name=cells.get("LV Type"),
        flight_number=cells.get("LV S/N"),
        site_code=codes[-1] if codes else None,
        site_name=site_of_codes(*codes),
        outcome=_OUTCOMES.get((outcome or "")[:1], "unknown"),
        outcome_as_given=outcome,
        payload_names=tuple(dict.fromkeys(launch.names)),
    )


def _codes(site: str | None) -> list[str]:
    """Codes of platform and site out of `L-1011,V        RW30/12`: the first word, or all up to the first gap."""
    if not site:
        return []
    place = re.split(r"\s{2,}", site, maxsplit=1)[0]
    return [code.strip() for code in place.split(",")]


def _payload(cells: dict[str, str], launch: _Launch) -> CatalogueSatellite:
    name = cells.get("PL Name") or cells.get("Orig PL Name") or cells["SATCAT"]
    original = cells.get("Orig PL Name")
    number = cells["SATCAT"]
    return CatalogueSatellite(
        own_id=number,
        name=name,
        other_names=(original,) if original and original != name else (),
        cospar=cells.get("COSPAR"),
        norad=whole_number(number[1:]) if number.startswith("S") else None,
        launched=launch.launched,
        vehicle_name=launch.cells.get("LV Type"),
        site_name=site_of_codes(*_codes(launch.cells.get("Site"))),
    )
