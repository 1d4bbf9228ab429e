"""The forms in which names appear in text, for the matcher.

Belongs here: one `Surface` for each searchable writing of each name. Does not belong here: reading files (`tables`),
spelling variants (`names`), or the choice between readings in a sentence (`transforms.text`).
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from transforms.lexicons import tables
from transforms.lexicons.names import fold, is_acronym, variants
from transforms.lexicons.rows import Name

Category = Literal[
    "country", "demonym", "people", "metonym", "prefix", "place", "body", "body_demonym", "organization",
    "instrument", "outlet", "vehicle", "vehicle_family", "site", "spacecraft", "programme", "blocker",
]  # fmt: skip


class Surface(NamedTuple):
    """One writing of one name. Texts are folded: search in `fold(article text)`, whose offsets are the same.

    Attributes:
        text: the words to search for.
        category: what they name. One text may come in several categories, or with several ids.
        id: the row's id; a family's name for `vehicle_family`, the words themselves for `place` and `blocker`.
        party_codes: codes that the name stands for (owner, seat, provider, lead); empty for blockers.
        is_case_sensitive: matches in this case alone. Otherwise in any, so long as it begins with a capital or a
            digit; a text that is listed with a small first letter matches in any.
        is_context: also an everyday word or another's name; take it only with a second cue.
        is_series: may be followed by a number or letter that names a member: `-12`, ` 3B`.
        is_space: the name alone says that the sentence is about space.
        valid_from, valid_to: partial dates between which the name meant this row; they choose between rows of a name.
    """

    text: str
    category: Category
    id: str
    party_codes: tuple[str, ...] = ()
    is_case_sensitive: bool = False
    is_context: bool = False
    is_series: bool = False
    is_space: bool = False
    valid_from: str | None = None
    valid_to: str | None = None


_UNMARKED = (False, False, False)


def _forms(row: Surface, names: Iterable[Name]) -> Iterator[Surface]:
    """A surface for each variant of each name, like `row` in all else; a mark counts wherever the name has it.

    A name with a bracket is a label (`NASA (site)`) and never searched for.
    """
    merged: dict[str, Name] = {}
    for name in names:
        known = merged.get(name[0])
        if known is None or known[1:] == _UNMARKED:
            merged[name[0]] = name
    seen: set[str] = set()
    _, category, row_id, codes, _, doubtful, series, space, since, until = row
    for written, is_context, is_exact, is_silent in merged.values():
        if is_silent or "(" in written:
            continue
        for text in (fold(written),) if is_exact else variants(written):
            if text not in seen:
                seen.add(text)
                exact = is_exact or is_acronym(text)
                in_doubt = doubtful or is_context
                yield Surface(text, category, row_id, codes, exact, in_doubt, series, space, since, until)


def _country_surfaces() -> Iterator[Surface]:
    for country in tables.countries():
        code = country.country_code
        row = Surface("", "country", code, (code,), valid_from=country.valid_from, valid_to=country.valid_to)
        yield from _forms(row, (Name(country.country_name), *country.aliases))
        adjectives = [name for name in country.demonyms if not name.text.endswith("-")]
        prefixes = [name for name in country.demonyms if name.text.endswith("-")]
        yield from _forms(row._replace(category="demonym"), adjectives)
        for name in prefixes:
            yield row._replace(text=fold(name.text), category="prefix", is_context=name.is_context)
        yield from _forms(row._replace(category="people"), country.people)
        yield from _forms(row._replace(category="metonym"), country.metonyms)
    for place in tables.places():
        row = Surface("", "place", place.place, (place.country_code,))
        yield from _forms(row, (Name(place.place), *place.aliases))


def _says_space(text: str) -> bool:
    """Whether a body's name says by itself that it is about space: `… for Outer Space Affairs`."""
    return not {"space", "satellite", "satellites"}.isdisjoint(text.lower().split())


def _party_surfaces() -> Iterator[Surface]:
    for body in tables.bodies():
        code = body.party_code
        row = Surface("", "body", code, (code,), valid_from=body.valid_from, valid_to=body.valid_to)
        for surface in _forms(row, (Name(body.party_name), *body.aliases)):
            yield surface._replace(is_space=_says_space(surface.text))
        yield from _forms(row._replace(category="body_demonym"), body.demonyms)
    for org in tables.organizations():
        row = Surface("", "organization", org.organization_id, (org.party_code,), is_space=org.is_space,
                      valid_from=org.valid_from, valid_to=org.valid_to)  # fmt: skip
        yield from _forms(row, (Name(org.organization_name), *org.aliases))
    for item in tables.instruments():
        row = Surface("", "instrument", item.instrument_id, (item.lead_party_code,), is_space=True)
        yield from _forms(row, (Name(item.instrument_name), *item.aliases))
    for outlet in tables.outlets():
        row = Surface("", "outlet", outlet.source_id, (outlet.country_code,) if outlet.country_code else ())
        yield from _forms(row, (Name(outlet.source_name), *outlet.aliases, *outlet.credit_codes))


def _vehicle_surfaces() -> Iterator[Surface]:
    families: dict[str, Surface] = {}
    for vehicle in tables.vehicles():
        row = Surface("", "vehicle", vehicle.vehicle_id, (vehicle.country_code,), is_space=True,
                      valid_from=vehicle.valid_from, valid_to=vehicle.valid_to)  # fmt: skip
        yield from _forms(row, (Name(vehicle.vehicle_name), *vehicle.aliases))
        family = vehicle.vehicle_family
        known = families.setdefault(
            family, Surface("", "vehicle_family", family, (vehicle.country_code,), is_series=True)
        )
        if any(alias.text == family and alias.is_context for alias in vehicle.aliases):
            families[family] = known._replace(is_context=True)
    for family, row in families.items():
        yield from _forms(row, (Name(family),))


def _thing_surfaces() -> Iterator[Surface]:
    yield from _vehicle_surfaces()
    for site in tables.sites():
        row = Surface("", "site", site.launch_site_id, (site.country_code,), is_space=True)
        yield from _forms(row, (Name(site.launch_site_name), *site.aliases))
    for craft in tables.spacecraft():
        row = Surface("", "spacecraft", craft.spacecraft_id, craft.owner_codes, is_series=craft.is_series,
                      is_space=not craft.is_common_word)  # fmt: skip
        names = (Name(craft.spacecraft_name), *craft.aliases)
        yield from _forms(row, map(_in_context, names) if craft.is_common_word else names)
    for programme in tables.programmes():
        row = Surface("", "programme", programme.programme_id, programme.party_codes, is_space=True)
        yield from _forms(row, (Name(programme.programme_name), *programme.aliases))


def _in_context(name: Name) -> Name:
    """An everyday word needs context; a longer or numbered name of the same thing does not."""
    return name._replace(is_context=name.is_context or name.text.isalpha())


def surface_forms() -> Iterator[Surface]:
    """Every searchable writing of every name of all tables, in the order of the files."""
    yield from _country_surfaces()
    yield from _party_surfaces()
    yield from _thing_surfaces()
    for blocker in tables.blockers():
        yield from _forms(Surface("", "blocker", blocker.phrase), (Name(blocker.phrase),))
