"""The tables of countries, places, bodies, organisations, instruments and outlets.

Belongs here: what a reader of the warehouse or a user of the matcher would notice. Does not belong here: the
loader (`test_lexicons_loader`); rockets, sites, spacecraft and programmes (`test_lexicons_space`).
"""

import re
from collections import defaultdict
from pathlib import Path

import pycountry
import pytest

from transforms import lexicons
from transforms.lexicons import Dimension, key, lookup
from transforms.lexicons.rows import Membership
from transforms.text.fold import match_fold

DIMENSIONS: tuple[Dimension, ...] = ("countries", "bodies", "parties", "organizations", "instruments", "outlets")
FORMER = {"SUN", "YUG", "CSK", "DDR", "SCG"}
TYPES = {"state", "agency", "military", "igo", "company", "university", "ngo"}
OWNERSHIP = {"state", "party", "military", "agency", "public", "private", "sample", "unknown"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DOCS = Path(__file__).parents[2] / "docs" / "lexicons.md"


# --- names and ids --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_ids_are_unique(dimension: Dimension) -> None:
    ids = [row_id for row_id, _ in lexicons.named(dimension)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_no_name_is_empty_or_padded(dimension: Dimension) -> None:
    names = [name.text for _, listed in lexicons.named(dimension) for name in listed]
    assert [name for name in names if name != name.strip() or not key(name)] == []


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_name_without_a_mark_leads_to_one_row(dimension: Dimension) -> None:
    rows = defaultdict(set)
    for row_id, names in lexicons.named(dimension):
        marked = {key(name.text) for name in names if name.is_context}
        for name in names:
            if key(name.text) not in marked:
                rows[key(name.text)].add(row_id)
    assert {name: sorted(ids) for name, ids in rows.items() if len(ids) > 1} == {}


def test_dates_are_dates_and_in_order() -> None:
    rows = (*lexicons.countries(), *lexicons.bodies(), *lexicons.organizations(), *lexicons.memberships())
    for row in rows:
        for date in (row.valid_from, row.valid_to):
            assert date is None or DATE.fullmatch(date), row
        assert not row.valid_from or not row.valid_to or row.valid_from <= row.valid_to, row


def test_codes_exist() -> None:
    countries = {row.country_code for row in lexicons.countries()}
    parties = countries | {row.party_code for row in lexicons.bodies()}
    used = {row.sovereign_code for row in lexicons.countries()} | {row.country_code for row in lexicons.places()}
    used |= {code for row in lexicons.countries() if (code := row.successor_code)}
    used |= {code for row in lexicons.bodies() if (code := row.seat_code)}
    used |= {code for row in lexicons.outlets() if (code := row.country_code)}
    assert used - countries == set()
    named = {row.party_code for row in lexicons.organizations()}
    named |= {row.lead_party_code for row in lexicons.instruments()}
    named |= {row.member_code for row in lexicons.memberships()} | {row.body_code for row in lexicons.memberships()}
    assert named - parties == set()
    organizations = {row.organization_id for row in lexicons.organizations()}
    assert {row.organization_id for row in lexicons.instruments()} - organizations - {None} == set()


def test_enumerations() -> None:
    assert {row.organization_type for row in lexicons.organizations()} <= TYPES
    assert {row.organization_type for row in lexicons.bodies()} == {"igo"}
    assert {row.ownership for row in lexicons.outlets()} <= OWNERSHIP
    assert {row.source_tier for row in lexicons.outlets()} == {"1", "2", "3", "4"}


# --- countries ------------------------------------------------------------------------------------------------------


def test_every_iso_country_is_there_under_each_of_its_iso_names() -> None:
    known = {row.country_code for row in lexicons.countries()}
    assert known == {country.alpha_3 for country in pycountry.countries} | FORMER | {"XKX"}
    for country in pycountry.countries:
        names = {getattr(country, field, country.name) for field in ("name", "common_name", "official_name")}
        for name in names - {"Congo"}:  # two states share it
            assert lookup("countries", name) == country.alpha_3, name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "USA"), ("USA", "USA"), ("United States of America", "USA"), ("UK", "GBR"), ("Britain", "GBR"),
        ("UAE", "ARE"), ("ROK", "KOR"), ("DPRK", "PRK"), ("Republic of Korea", "KOR"), ("South Korea", "KOR"),
        ("PRC", "CHN"), ("Czechia", "CZE"), ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"), ("Burma", "MMR"), ("Upper Volta", "BFA"), ("Ceylon", "LKA"),
        ("Swaziland", "SWZ"), ("Cape Verde", "CPV"), ("Macau", "MAC"),
        ("Soviet Union", "SUN"), ("USSR", "SUN"), ("West Germany", "DEU"), ("East Germany", "DDR"),
        ("Chinese Taipei", "TWN"), ("the Netherlands", "NLD"), ("DR Congo", "COD"), ("Niger", "NER"),
        ("Nigeria", "NGA"), ("Dominica", "DMA"), ("Dominican Republic", "DOM"), ("Congo", None),
    ],
)  # fmt: skip
def test_common_names_of_countries(name: str, code: str | None) -> None:
    assert lookup("countries", name) == code


def test_sovereigns_and_successors() -> None:
    rows = {row.country_code: row for row in lexicons.countries()}
    assert {code: rows[code].sovereign_code for code in ("HKG", "MAC", "TWN", "GUF", "PRI")} == {
        "HKG": "CHN", "MAC": "CHN", "TWN": "TWN", "GUF": "FRA", "PRI": "USA",
    }  # fmt: skip
    assert rows["SUN"].successor_code == "RUS"
    assert all(rows[rows[code].sovereign_code].sovereign_code == rows[code].sovereign_code for code in rows)
    assert {code for code in rows if rows[code].valid_to} == FORMER == {c for c in rows if rows[c].successor_code}


def test_every_state_has_an_adjective() -> None:
    bare = [
        row.country_name for row in lexicons.countries() if not row.demonyms and row.sovereign_code == row.country_code
    ]
    assert set(bare) <= {"Holy See", "Antarctica", "Serbia and Montenegro"}


# --- surface forms --------------------------------------------------------------------------------------------------


def readings(text: str) -> set[tuple[str, tuple[str, ...], bool]]:
    return {(s.category, s.party_codes, s.is_context) for s in lexicons.surface_forms() if s.text == text}


@pytest.mark.parametrize(
    ("text", "category", "codes", "in_doubt"),
    [
        ("Georgia", "country", ("GEO",), True),
        ("Jordan", "country", ("JOR",), True),
        ("Chad", "country", ("TCD",), True),
        ("Washington", "metonym", ("USA",), True),
        ("Kremlin", "metonym", ("RUS",), False),
        ("Sino-", "prefix", ("CHN",), False),
        ("Soviet", "demonym", ("SUN",), False),
        ("ISA", "organization", ("ISR",), True),
        ("ASI", "organization", ("ITA",), True),
        ("SES", "organization", ("LUX",), True),
        ("JAXA", "organization", ("JPN",), False),
        ("Colorado", "place", ("USA",), False),
        ("Indian Ocean", "blocker", (), False),
    ],
)
def test_readings_of_a_name(text: str, category: str, codes: tuple[str, ...], in_doubt: bool) -> None:
    assert (category, codes, in_doubt) in readings(text)


def test_acronyms_keep_their_case_and_names_do_not() -> None:
    exact = {s.text: s.is_case_sensitive for s in lexicons.surface_forms() if s.category in ("country", "organization")}
    assert exact["US"]
    assert exact["CNES"]
    assert not exact["China"]
    assert not exact["China National Space Administration"]


def test_labels_in_brackets_are_not_searched_for() -> None:
    assert [s.text for s in lexicons.surface_forms() if "(" in s.text] == []


# --- bodies, organisations, instruments, outlets ---------------------------------------------------------------------


def members(body: str, year: str) -> set[str]:
    return {
        row.member_code
        for row in lexicons.memberships()
        if row.body_code == body and (row.valid_from or "") <= year and not (row.valid_to and row.valid_to < year)
    }


@pytest.mark.parametrize(
    ("body", "year", "count"),
    [
        ("ESA", "1976", 11), ("ESA", "2025-06", 23), ("EU", "2005", 25), ("EU", "2024", 27), ("BRICS", "2011", 5),
        ("BRICS", "2024-06", 9), ("ASEAN", "2020", 10), ("NATO", "2024-06", 32), ("GCC", "2020", 6),
        ("EUMETSAT", "2020", 30), ("APSCO", "2010", 8), ("LAS", "2020", 22), ("AU", "2020", 55), ("G7", "2000", 7),
    ],
)  # fmt: skip
def test_bodies_have_their_members(body: str, year: str, count: int) -> None:
    assert len(members(body, year)) == count


def test_no_membership_is_listed_twice() -> None:
    rows: list[Membership] = list(lexicons.memberships())
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Arianespace", "FRA"), ("Eutelsat", "FRA"), ("SES", "LUX"), ("Airbus Defence and Space", "FRA"),
        ("Thales Alenia Space", "FRA"), ("Inmarsat", "GBR"), ("Intelsat", "LUX"), ("ILS", "USA"), ("OneWeb", "GBR"),
        ("Telesat", "CAN"), ("Arabsat", "ARABSAT"), ("Antrix", "IND"), ("CGWIC", "CHN"), ("MDA", "CAN"),
        ("Spacecom", "ISR"), ("Hispasat", "ESP"), ("Star One", "BRA"), ("Nilesat", "EGY"), ("Türksat", "TUR"),
        ("Thaicom", "THA"), ("MEASAT", "MYS"), ("AsiaSat", "HKG"), ("Optus", "AUS"), ("Sky Perfect JSAT", "JPN"),
        ("KT Sat", "KOR"), ("Es’hailSat", "QAT"), ("Yahsat", "ARE"), ("MBRSC", "ARE"), ("Viasat", "USA"),
        ("Maxar", "USA"), ("SpaceX", "USA"), ("Nikon Inc.", "USA"), ("Spire Global UK", "GBR"),
    ],
)  # fmt: skip
def test_organisations_belong_to_their_seat(name: str, code: str) -> None:
    codes = {row.organization_id: row.party_code for row in lexicons.organizations()}
    found = lookup("organizations", name)
    assert found is not None
    assert codes[found] == code


def test_a_name_that_passed_from_one_to_another_is_told_apart_by_date() -> None:
    codes = {row.organization_id: row.party_code for row in lexicons.organizations()}
    assert codes[lookup("organizations", "Sea Launch", on="1999-10") or ""] == "USA"
    assert codes[lookup("organizations", "Sea Launch AG") or ""] == "RUS"
    old = [s for s in lexicons.surface_forms() if s.text == "Intelsat" and s.category == "body"]
    new = [s for s in lexicons.surface_forms() if s.text == "Intelsat" and s.category == "organization"]
    assert [s.valid_to for s in old] == ["2001-07-18"]
    assert [(s.party_codes, s.valid_from) for s in new] == [(("LUX",), "2001")]


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Artemis Accords", "USA"), ("Outer Space Treaty", "UN"), ("Moon Agreement", "UN"), ("ESA Convention", "ESA"),
        ("APSCO Convention", "APSCO"), ("EUMETSAT Convention", "EUMETSAT"), ("SKA Convention", "SKAO"),
        ("International Charter on Space and Major Disasters", "ESA"), ("Hague Code of Conduct", "UN"),
    ],
)  # fmt: skip
def test_instruments_have_their_lead(name: str, party: str) -> None:
    leads = {row.instrument_id: row.lead_party_code for row in lexicons.instruments()}
    assert leads[lookup("instruments", name) or ""] == party


@pytest.mark.parametrize(
    ("name", "source", "ownership"),
    [
        ("Xinhua", "xinhua", "state"), ("XNA", "xinhua", "state"), ("xinhuanet.com", "xinhua", "state"),
        ("SPX", "spacedaily", "private"), ("PLA Daily", "pla-daily", "military"), ("PTI", "pti", "private"),
        ("People's Daily", "peoples-daily", "party"), ("nasa.gov", "nasa-release", "agency"),
        ("spacenews.com", "spacenews", "private"), ("BBC News", "bbc", "public"), ("WAM", "wam", "state"),
    ],
)  # fmt: skip
def test_outlets_are_found_by_name_host_and_credit(name: str, source: str, ownership: str) -> None:
    owners = {row.source_id: row.ownership for row in lexicons.outlets()}
    assert lookup("outlets", name) == source
    assert owners[source] == ownership


def test_documented_counts_are_the_files() -> None:
    documented = dict(re.findall(r"^\| `(\w+)\.tsv` \| ([\d,]+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    loaders = {path.stem: getattr(lexicons, path.stem) for path in lexicons.DATA.glob("*.tsv")}
    assert documented.keys() == loaders.keys()
    for table, told in documented.items():
        rows, floor = len(loaders[table]()), int(told.replace(",", ""))
        assert floor <= rows < floor * 1.2, f"{table}: docs/lexicons.md says {told}, the file has {rows} rows"


def test_no_blocker_hides_a_name_of_ours() -> None:
    names = {match_fold(s.text) for s in lexicons.surface_forms() if s.category != "blocker"}
    blocked = [row.phrase for row in lexicons.blockers() if match_fold(row.phrase) in names]
    assert blocked == []
    phrases = [match_fold(row.phrase) for row in lexicons.blockers()]
    assert len(phrases) == len(set(phrases))
