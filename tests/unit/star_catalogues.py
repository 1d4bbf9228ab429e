"""Catalogues for the small star: one of launches, which contradicts some of ours, with a little of everything else.

Belongs here: their rows. Does not belong here: the events that they are compared with (`star_fixture`).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.unit.star_builder import Star

LOG = {"catalogue": "log"}
#: Own id: day, rocket, site, outcome, payload; and the launch of ours that it is, with what differs.
LAUNCHES: Mapping[str, tuple[Any, ...]] = {
    "2017-060": (date(2017, 10, 9), "long-march-2d", "jiuquan", "failure", "VRSS-2"),
    "2018-041": (date(2018, 5, 6), "long-march-2d", "xichang", "success", "Apstar 6C"),
    "2008-055": (date(2008, 10, 29), "long-march-3b", "xichang", "success", "Venesat-1"),
    "1990-001": (date(1990, 1, 1), "vega", "kourou", "success", "Elsewhere"),
    "2019-099": (date(2019, 12, 31), None, None, "unknown", None),
}
MATCHES: Mapping[str, tuple[Any, ...]] = {
    "lch_vrss2": ("2017-060", True, None, 0, True, True),
    "lch_apstar": ("2018-041", True, None, -3, False, True),
    "lch_venesat": ("2008-055", True, None, 0, True, None),
    "lch_sentinel": ("2018-041", False, "lch_apstar", 1, None, None),
}


def tell_catalogues(world: Star) -> None:
    """Everything at once; ids of launches are set on the facts at the end."""
    counts = {"launch_count": len(LAUNCHES), "satellite_count": 1, "organization_count": 1, "site_count": 1}
    span = {"launches_from": date(1990, 1, 1), "launches_to": date(2019, 12, 31)}
    world.row("catalogues", **LOG, kind="launchlog", launch_rank=1, is_whole=True, country_count=0, rejected_count=1,
              **counts, **span)  # fmt: skip
    world.row("catalogues", catalogue="iso", kind="iso_countries", is_whole=True, country_count=1, launch_count=0,
              satellite_count=0, organization_count=0, site_count=0, rejected_count=0)  # fmt: skip
    world.row("catalogue_rejects", **LOG, part="launchlog", content_hash="h1", reason="no id")
    for own_id, (day, vehicle, site, outcome, payload) in LAUNCHES.items():
        world.row("catalogue_launches", **LOG, catalogue_id=f"log:{own_id}", own_id=own_id, launched_date=day,
                  launched_from=day, launched_to=day, launch_year=day.year, vehicle_id=vehicle, vehicle_name=vehicle,
                  launch_site_id=site, site_name=site, outcome=outcome, payload_names=payload)  # fmt: skip
    world.row("catalogue_satellites", **LOG, catalogue_id="log:S1", own_id="S1", satellite_name="VRSS-2",
              spacecraft_id="vrss-2", designation="2017-060", owner_organization_id="cast")  # fmt: skip
    world.row("bridge_catalogue_parties", catalogue_id="log:S1", party_code="VEN", role="owner")
    world.row("catalogue_organizations", **LOG, catalogue_id="log:CAST", own_id="CAST", organization_name="CAST",
              organization_id="cast")  # fmt: skip
    world.row(
        "catalogue_sites", **LOG, catalogue_id="log:JQ", own_id="JQ", site_name="Jiuquan", launch_site_id="jiuquan"
    )
    world.row("catalogue_countries", catalogue="iso", catalogue_id="iso:CHN", own_id="CHN", country_name="China",
              country_code="CHN")  # fmt: skip


def tell_matches(world: Star) -> None:
    """Which of the star's launches the catalogue has; they must have been told."""
    for launch_id, (own_id, is_match, other, days, is_same_vehicle, is_same_site) in MATCHES.items():
        world.row("bridge_launch_catalogues", **LOG, launch_id=launch_id, catalogue_id=f"log:{own_id}",
                  is_match=is_match, other_launch_id=other, match_basis="payload, day", days_apart=days,
                  is_same_vehicle=is_same_vehicle, is_same_site=is_same_site)  # fmt: skip
        if is_match:
            world.con.execute("update core.fact_launches set catalogue_id = ? where launch_id = ?",
                              [f"log:{own_id}", launch_id])  # fmt: skip
