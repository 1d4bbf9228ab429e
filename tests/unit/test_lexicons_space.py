"""The tables of rockets, launch sites, spacecraft and programmes: whole, unambiguous, and wide enough for the news.

Belongs here: what a reader of the warehouse would notice in these four tables. Does not belong here: the loader and the
tables of countries, bodies and organisations.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from transforms import lexicons
from transforms.lexicons import Dimension, key

WIRES = Path(__file__).parents[1] / "gold" / "wires.gold.jsonl"
SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
#: What follows a series' name in the name of its member: `-12`, ` 3B`, ` II`, ` 1-04`.
MEMBER = re.compile(r"(?<=\w)[\s-]+(?:[A-Z]{0,3}\d+[A-Za-z]{0,3}|[A-Z]{1,2}|[IVX]+|\d+-[A-Z]?\d+)$")
EVERYDAY = re.findall(
    r"\w+",
    """
    Alpha Electron Proton Vega Atlas Delta Titan Scout Start Spectrum Neutron Vulcan Nova Epsilon Dragon Progress Aqua
    Terra Galaxy Orion Columbia Discovery Endeavour Challenger Hope Juno Express Swift Apollo Gemini Mercury Columbus
    Harmony Gateway Odyssey Hera Moonlight Iridium PPE SES H3 Taiyuan Cyclone Saturn Ariel Euclid Transporter
""",
)
FLIGHT = re.compile(r"[ -](?:[CF]\d+|Y\d+)$")


@cache
def series() -> frozenset[str]:
    return frozenset(
        key(name)
        for craft in lexicons.spacecraft()
        if craft.is_series
        for name in (craft.spacecraft_name, *(alias.text for alias in craft.aliases))
    )


def known_craft(name: str) -> bool:
    base = MEMBER.sub("", name)
    return lexicons.lookup("spacecraft", name) is not None or (base != name and key(base) in series())


def known_vehicle(name: str) -> bool:
    return (
        lexicons.lookup("vehicles", name) is not None or lexicons.lookup("vehicles", FLIGHT.sub("", name)) is not None
    )


def known_thing(name: str) -> bool:
    dimensions: tuple[Dimension, ...] = ("programmes", "vehicles", "instruments", "organizations", "sites")
    return known_craft(name) or any(lexicons.lookup(dimension, name) for dimension in dimensions)


def test_tables_have_real_size() -> None:
    assert len(lexicons.vehicles()) >= 300
    assert len(lexicons.sites()) >= 90
    assert len(lexicons.spacecraft()) >= 1000
    assert len(lexicons.programmes()) >= 150


@pytest.mark.parametrize("dimension", ["vehicles", "sites", "spacecraft", "programmes"])
def test_ids_are_unique_slugs(dimension: Dimension) -> None:
    ids = [row_id for row_id, _ in lexicons.named(dimension)]
    assert len(ids) == len(set(ids))
    assert [row_id for row_id in ids if not SLUG.fullmatch(row_id)] == []


@pytest.mark.parametrize("dimension", ["vehicles", "sites", "spacecraft", "programmes"])
def test_every_plain_name_leads_to_its_own_row(dimension: Dimension) -> None:
    astray = [
        (row_id, name.text, lexicons.lookup(dimension, name.text))
        for row_id, names in lexicons.named(dimension)
        for name in names
        if not name.is_context and lexicons.lookup(dimension, name.text) != row_id
    ]
    assert [row for row in astray if f"?{row[1]}" not in _marked(dimension, row[0])] == []


def _marked(dimension: Dimension, row_id: str) -> set[str]:
    """Names of a row that are listed again with the mark for doubt."""
    return {
        f"?{name.text}"
        for found, names in lexicons.named(dimension)
        if found == row_id
        for name in names
        if name.is_context
    }


def test_codes_and_references_exist() -> None:
    parties = {row.country_code for row in lexicons.countries()} | {row.party_code for row in lexicons.bodies()}
    organizations = {row.organization_id for row in lexicons.organizations()}
    programmes = {row.programme_id for row in lexicons.programmes()}
    codes = {row.country_code for row in (*lexicons.vehicles(), *lexicons.sites())}
    used_organizations = {row.provider_organization_id for row in lexicons.vehicles()}
    for craft in lexicons.spacecraft():
        codes.update(craft.owner_codes, craft.manufacturer_codes)
        used_organizations.add(craft.organization_id)
        assert craft.owner_codes, craft.spacecraft_id
        assert craft.programme_id is None or craft.programme_id in programmes, craft.spacecraft_id
    codes.update(code for row in lexicons.programmes() for code in row.party_codes)
    assert codes - parties == set()
    assert used_organizations - organizations - {None} == set()


def test_every_family_can_be_named_alone() -> None:
    families = {vehicle.vehicle_family for vehicle in lexicons.vehicles()}
    assert [family for family in sorted(families) if lexicons.lookup("vehicles", family) is None] == []


def test_a_vehicle_ends_after_it_begins() -> None:
    assert [
        v.vehicle_id for v in lexicons.vehicles() if v.valid_from and v.valid_to and v.valid_from > v.valid_to
    ] == []


@pytest.mark.parametrize(
    ("name", "vehicle_id"),
    [
        ("Long March-3B", "long-march-3b"), ("CZ-3B", "long-march-3b"), ("LM 2D", "long-march-2d"),
        ("Chang Zheng 5B", "long-march-5b"), ("Long March 2F", "long-march-2f"), ("Kuaizhou-1A", "kuaizhou-1a"),
        ("Lijian-1", "kinetica-1"), ("Smart Dragon-3", "jielong-3"), ("Falcon 9 Block 5", "falcon-9"),
        ("Atlas 5 551", "atlas-v"), ("Delta 4 Heavy", "delta-iv-heavy"), ("Soyuz 2-1b", "soyuz-2.1b"),
        ("Soyuz-ST-B", "soyuz-stb"), ("Proton M", "proton-m"), ("Rockot", "rokot"), ("Cyclone-4", "cyclone-4"),
        ("Ariane 64", "ariane-6"), ("Vega-C", "vega-c"), ("PSLV-XL", "pslv"), ("GSLV Mk III", "lvm3"),
        ("H-2A", "h-iia"), ("H2B", "h-iib"), ("KSLV-II", "nuri"), ("Naro", "naro"), ("Ghaem-100", "qaem-100"),
        ("Soyuz", "soyuz"), ("Long March", "long-march"), ("Zenit 3SL", "zenit-3sl"), ("Rocket 3.3", "rocket-3"),
    ],
)  # fmt: skip
def test_vehicles_under_the_names_of_the_news(name: str, vehicle_id: str) -> None:
    assert lexicons.lookup("vehicles", name) == vehicle_id


@pytest.mark.parametrize(
    ("name", "site_id"),
    [
        ("Jiuquan Satellite Launch Center", "jiuquan"), ("Guiana Space Centre", "kourou"),
        ("French Guiana", "kourou"), ("Satish Dhawan Space Centre", "sriharikota"), ("SLC-40", "cape-canaveral"),
        ("Kennedy Space Center", "kennedy-space-center"), ("Vandenberg Space Force Base", "vandenberg"),
        ("Māhia Peninsula", "mahia"), ("Vostochny Cosmodrome", "vostochny"), ("Dombarovsky", "yasny"),
        ("Boca Chica", "starbase"), ("Pacific Spaceport Complex", "kodiak"), ("Sohae", "sohae"),
        ("Andøya", "andoya"), ("Odyssey", "odyssey"),
    ],
)  # fmt: skip
def test_sites_under_the_names_of_the_news(name: str, site_id: str) -> None:
    assert lexicons.lookup("sites", name) == site_id


@pytest.mark.parametrize(
    ("name", "owners", "makers"),
    [
        ("VENESAT-1", {"VEN"}, {"CHN"}), ("VRSS-2", {"VEN"}, {"CHN"}), ("Nigcomsat-1R", {"NGA"}, {"CHN"}),
        ("PakSat-1R", {"PAK"}, {"CHN"}), ("Tupac Katari", {"BOL"}, {"CHN"}), ("LaoSat-1", {"LAO"}, {"CHN"}),
        ("Belintersat-1", {"BLR"}, {"CHN"}), ("Alcomsat-1", {"DZA"}, {"CHN"}), ("Apstar-6C", {"HKG"}, {"CHN"}),
        ("Apstar-5C", {"HKG"}, {"USA"}), ("Turksat 4A", {"TUR"}, {"JPN"}), ("Azerspace-1", {"AZE"}, {"USA"}),
        ("AngoSat-2", {"AGO"}, {"RUS"}), ("EgyptSat-1", {"EGY"}, {"UKR"}), ("MisrSat-2", {"EGY"}, {"CHN"}),
        ("Bangabandhu-1", {"BGD"}, {"FRA"}), ("Vinasat-1", {"VNM"}, {"USA"}),
        ("CBERS-4A", {"CHN", "BRA"}, {"CHN", "BRA"}),
    ],
)  # fmt: skip
def test_exported_craft_know_owner_and_maker(name: str, owners: set[str], makers: set[str]) -> None:
    craft_id = lexicons.lookup("spacecraft", name)
    craft = next(row for row in lexicons.spacecraft() if row.spacecraft_id == craft_id)
    assert (set(craft.owner_codes), set(craft.manufacturer_codes)) == (owners, makers)


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_are_marked(word: str) -> None:
    things = {"vehicle", "site", "spacecraft", "programme"}
    marks = {s.is_context for s in lexicons.surface_forms() if s.text == word and s.category in things}
    assert marks == {True}


def test_names_of_our_own_stories_are_known() -> None:
    share: dict[str, list[bool]] = {}
    for line in WIRES.read_text(encoding="utf-8").splitlines():
        for fact in json.loads(line)["facts"]:
            share.setdefault("payload", []).extend(map(known_craft, fact.get("payloads") or ()))
            for name, known in (("vehicle", known_vehicle), ("site", known_thing), ("subject", known_thing)):
                if fact.get(name):
                    share.setdefault(name, []).append(known(fact[name]))
    rates = {name: sum(found) / len(found) for name, found in share.items()}
    assert rates["vehicle"] >= 0.97, rates
    assert rates["site"] >= 0.95, rates
    assert rates["payload"] >= 0.90, rates
    assert rates["subject"] >= 0.85, rates
