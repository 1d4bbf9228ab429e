"""Settling what catalogues tell: which of our members their names mean, which of our launches theirs are.

Belongs here: handing names to the lexicons and launches to the matcher, and what comes back to the store. Does not
belong here: reading catalogues (`sources.reference`), loading them (`warehouse.catalogues`), the rules.
"""

import datetime as dt
from collections.abc import Iterator

from transforms import lexicons
from transforms.resolve.catalogue import ListedLaunch, Match, ToldLaunch, match
from transforms.resolve.catalogue_names import member
from transforms.resolve.dates import interval
from warehouse import catalogues
from warehouse.connect import Connection


def settle(con: Connection) -> dict[str, int]:
    """Find members and launches again, after catalogues, facts or lexicons changed. Nothing to do without catalogues.

    Args:
        con: the store.

    Returns:
        Counts for the record of the run.
    """
    provisional = _provisional(con)
    named = catalogues.settle_names(con, lambda dimension, name: member(dimension, name, provisional))
    matches = list(_matches(con, provisional))
    catalogues.load_matches(con, matches)
    found = sum(1 for _, one in matches if one.is_match)
    return {"catalogue_names": named, "catalogue_matches": found}


def _provisional(con: Connection) -> dict[str, str]:
    """Names of members that no lexicon holds, by id."""
    return dict(con.execute("select id, name from provisional_members").fetchall())


def _matches(con: Connection, provisional: dict[str, str]) -> Iterator[tuple[str, Match]]:
    names = catalogues.launch_catalogues(con)
    if not names:
        return
    vehicles = {row.vehicle_id: row.vehicle_name for row in lexicons.vehicles()} | provisional
    sites = {row.launch_site_id: row.launch_site_name for row in lexicons.sites()} | provisional
    spacecraft = {row.spacecraft_id: row.spacecraft_name for row in lexicons.spacecraft()} | provisional
    told = []
    for row in catalogues.told_launches(con):
        days = interval(row.date)
        if days is not None:
            payloads = tuple(spacecraft[i] for i in row.spacecraft_ids if i in spacecraft)
            first, last = map(dt.date.fromordinal, days)
            vehicle, site = vehicles.get(row.vehicle_id or ""), sites.get(row.site_id or "")
            told.append(ToldLaunch(row.fact_id, first, last, vehicle, site, payloads))
    for name in names:
        listed = [_listed(row) for row in catalogues.listed_launches(con, name)]
        yield from ((name, one) for one in match(told, listed))


def _listed(row: catalogues.ListedLaunch) -> ListedLaunch:
    """A catalogue's launch; a payload of two names (`ZY-1/CBERS 1`) goes by each of them."""
    parts = tuple(part for name in row.payloads if "/" in name for part in name.split("/"))
    return ListedLaunch(row.own_id, row.first, row.last, row.vehicle, row.site, (*row.payloads, *parts))
