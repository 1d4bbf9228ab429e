"""Catalogues of launches, satellites, organisations, sites and countries, kept by others.

Belongs here: reading a catalogue's own format into the records of `records`, columns and fields by their names. Does
not belong here: fetching (`sources.fetch`), what a catalogue's names stand for (`transforms.lexicons`), or storing.
Catalogue data is no article: no fact is ever made of it.
"""

from sources.reference.readers import PARTS, Part, RecordReader, read
from sources.reference.records import (
    CatalogueCountry,
    CatalogueLaunch,
    CatalogueOrganization,
    CatalogueRecord,
    CatalogueSatellite,
    CatalogueSite,
)

__all__ = [
    "PARTS",
    "CatalogueCountry",
    "CatalogueLaunch",
    "CatalogueOrganization",
    "CatalogueRecord",
    "CatalogueSatellite",
    "CatalogueSite",
    "Part",
    "RecordReader",
    "read",
]
