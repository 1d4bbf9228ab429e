"""The real catalogues, whole: what is read of them, and that launches told otherwise are found in them."""

import datetime as dt
import os
from collections import Counter
from pathlib import Path

import pytest

from sources.article import Reject
from sources.reference import PARTS, CatalogueLaunch, CatalogueRecord, CatalogueSatellite, read
from transforms import lexicons
from transforms.resolve.catalogue import ListedLaunch, ToldLaunch, known_rocket, match
from transforms.resolve.catalogue_names import member

REFERENCE = Path(os.environ.get("SPACEPACT_REFERENCE", "missing"))
pytestmark = pytest.mark.skipif(not REFERENCE.is_dir(), reason="SPACEPACT_REFERENCE names no folder")


def whole(kind: str, part: int, pattern: str) -> tuple[list[CatalogueRecord], list[Reject]]:
    (path,) = REFERENCE.glob(pattern)
    items = list(read(PARTS[kind][part], path.read_bytes(), kind, path.name))
    rejects = [item for item in items if isinstance(item, Reject)]
    return [item for item in items if not isinstance(item, Reject)], rejects


def test_the_launch_log() -> None:
    records, rejects = whole("launchlog", 0, "launchlog.txt")
    launches = [record for record in records if isinstance(record, CatalogueLaunch)]
    satellites = [record for record in records if isinstance(record, CatalogueSatellite)]
    assert (len(launches), rejects) == (5954, [])
    assert len(satellites) > 12_000
    days = sorted(one.launched.first for one in launches if one.launched.first)
    assert (days[0], days[-1]) == ("1957-10-04", "2020-02-06")
    assert Counter(one.outcome for one in launches) == {"success": 5509, "failure": 445}
    assert sum(one.launched.precision == "day" for one in launches) > 0.99 * len(launches)
    assert sum(one.site_name is not None for one in launches) > 0.99 * len(launches)
    assert sum(known_rocket(one.vehicle_name or "").id is not None for one in launches) > 0.9 * len(launches)


def test_the_satellite_database() -> None:
    records, rejects = whole("ucs", 0, "ucs-*.csv")
    assert 5_460 <= len(records) <= 5_470
    assert {reject.reason for reject in rejects} <= {"no id", "bad row"}
    assert len(rejects) < 5
    satellites = [record for record in records if isinstance(record, CatalogueSatellite)]
    assert sum(len(one.owner_countries) > 1 for one in satellites) > 50
    countries = Counter(name for one in satellites for name in one.owner_countries)
    known = sum(times for name, times in countries.items() if member("parties", name, ()))
    assert known > 0.98 * sum(countries.values())
    assert min(one.launched.first for one in satellites if one.launched.first) < "1990"


def test_organisations_and_sites() -> None:
    organizations, rejects = whole("gcat", 2, "orgs.tsv")
    assert (len(organizations), rejects) == (3647, [])
    sites, rejects = whole("gcat", 3, "sites.tsv")
    assert (len(sites), rejects) == (686, [])
    parties = {row.country_code for row in lexicons.countries()} | {row.party_code for row in lexicons.bodies()}
    for records in (organizations, sites):
        codes = [getattr(record, "country_code", None) for record in records]
        assert sum(code is not None for code in codes) > 0.97 * len(codes)
        assert {code for code in codes if code} - parties <= {"ATA", "UMI"}


def test_launches_told_otherwise_are_found_in_the_log() -> None:
    """Local days, months, families for types, payloads left out: what is found is right, and most is found."""
    records, _ = whole("launchlog", 0, "launchlog.txt")
    flown = [one for one in records if isinstance(one, CatalogueLaunch) and one.launched.precision == "day"]
    listed = [_listed(one) for one in flown]
    told = [_told_otherwise(number, one) for number, one in enumerate(listed) if number % 5 == 0]
    found = [one for one in match(told, listed) if one.is_match]
    wrong = [one for one in found if one.fact_id != one.own_id]
    assert len(wrong) <= 0.02 * len(found)
    assert len(found) >= 0.95 * len(told)


def _listed(one: CatalogueLaunch) -> ListedLaunch:
    day = dt.date.fromisoformat(one.launched.first or "")
    return ListedLaunch(one.own_id, day, day, one.vehicle_name, one.site_name, one.payload_names)


def _told_otherwise(number: int, one: ListedLaunch) -> ToldLaunch:
    day = one.first + dt.timedelta(days=(number // 5) % 3 - 1)
    vehicle = lexicons.key(one.vehicle or "") and (one.vehicle or "").split()[0].split("-")[0]
    payloads = one.payloads[:1] if number % 10 else ()
    return ToldLaunch(one.own_id, day, day, vehicle if number % 15 else one.vehicle, one.site, payloads)
