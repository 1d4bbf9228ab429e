"""The countries of ISO 3166-1, as the installed library pycountry has them: nothing is fetched.

Belongs here: its records. Does not belong here: the project's own list of countries, former states included
(`transforms/lexicons/data/countries.tsv`).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

from sources.reference.records import CatalogueCountry


def countries() -> Iterator[CatalogueCountry]:
    """All countries, by code."""
    import pycountry  # reads its files when it is imported

    for country in sorted(pycountry.countries, key=lambda country: str(country.alpha_3)):
        yield CatalogueCountry(
            own_id=country.alpha_3,
            name=country.name,
            official_name=getattr(country, "official_name", None),
            common_name=getattr(country, "common_name", None),
            alpha_2=country.alpha_2,
            numeric=country.numeric,
        )


def content_hash() -> str:
    """A hash that changes when the library's countries do."""
    return hashlib.sha256(json.dumps([asdict(country) for country in countries()]).encode()).hexdigest()
