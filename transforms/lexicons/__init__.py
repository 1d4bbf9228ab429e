"""Names that the news uses: countries, bodies, organisations, outlets, rockets, sites, spacecraft, programmes.

The names are data, in `data/*.tsv` (docs/lexicons.md tells of the columns). This package reads them and hands them
to the matcher (`surface_forms`) and to resolution (`lookup`). It decides nothing about a sentence.
"""

from transforms.lexicons.index import Dimension, lookup, named
from transforms.lexicons.names import FOLD, fold, key, variants
from transforms.lexicons.rows import (
    Blocker,
    Body,
    Country,
    Instrument,
    Membership,
    Name,
    Organization,
    Outlet,
    Place,
    Programme,
    RelationWords,
    Site,
    Spacecraft,
    Vehicle,
)
from transforms.lexicons.surfaces import Category, Surface, surface_forms
from transforms.lexicons.tables import (
    DATA,
    LexiconError,
    blockers,
    bodies,
    countries,
    instruments,
    memberships,
    organizations,
    outlets,
    places,
    programmes,
    relation_words,
    sites,
    spacecraft,
    vehicles,
)

__all__ = [
    "DATA",
    "FOLD",
    "Blocker",
    "Body",
    "Category",
    "Country",
    "Dimension",
    "Instrument",
    "LexiconError",
    "Membership",
    "Name",
    "Organization",
    "Outlet",
    "Place",
    "Programme",
    "RelationWords",
    "Site",
    "Spacecraft",
    "Surface",
    "Vehicle",
    "blockers",
    "bodies",
    "countries",
    "fold",
    "instruments",
    "key",
    "lookup",
    "memberships",
    "named",
    "organizations",
    "outlets",
    "places",
    "programmes",
    "relation_words",
    "sites",
    "spacecraft",
    "surface_forms",
    "variants",
    "vehicles",
]
