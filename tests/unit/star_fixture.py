"""A small star schema of real events: enough to try each counting rule once.

Belongs here: its dimensions, articles, corrections and past. Does not belong here: its events (`star_events`), how an
event becomes rows (`star_builder`), or any expectation about them (the tests).
"""

import json
from datetime import date
from pathlib import Path

import duckdb

from tests.fixtures.reports import fill_reports
from tests.unit.star_builder import REFRESHED_AT, Star, empty_star
from tests.unit.star_catalogues import tell_catalogues, tell_matches
from tests.unit.star_events import tell_agreements, tell_cooperations, tell_launches, tell_totals
from warehouse.history import fill_next
from warehouse.tables import HISTORY_TABLES

PARTIES = [
    "CHN",
    "RUS",
    "USA",
    "ITA",
    "JPN",
    "FRA",
    "BRA",
    "VEN",
    "KOR",
    "ARE",
    "ZAF",
    "IND",
    "LUX",
    "NGA",
    "SUN",
    "HKG",
]
SPACECRAFT = [
    "VRSS-1",
    "VRSS-2",
    "Venesat-1",
    "APSTAR-6C",
    "Sentinel-2A",
    "Intelsat-708",
    "CFOSAT",
    "Danuri",
    "Falcon-Eye-1",
    "Falcon-Eye-2",
]


def star(database: Path | str = ":memory:") -> duckdb.DuckDBPyConnection:
    """The events below in a fresh warehouse, metrics not built yet."""
    world = Star(empty_star(database))
    world.con.execute("begin")
    tell_dimensions(world)
    tell_catalogues(world)
    tell_articles(world)
    tell_agreements(world)
    tell_launches(world)
    tell_cooperations(world)
    tell_totals(world)
    tell_relations(world)
    tell_overrides(world)
    tell_matches(world)
    world.con.execute(
        "insert into core.dim_dates select day, year(day), quarter(day), month(day), day(day) "
        "from (select cast(unnest(generate_series(date '1966-01-01', date '2024-12-31', interval 1 day)) as date) "
        "as day)"
    )
    world.con.execute("commit")  # one transaction writes to one database only
    tell_store(world)
    tell_past(world)
    fill_reports(world.con)
    fill_history(world.con)
    return world.con


def tell_past(world: Star) -> None:
    """What was held before: an agreement that said something else, one under another id, and one that is gone now."""
    row = "insert into past.main.history_agreements by name select ? as agreement_id, 'mou' as agreement_type, "
    row += "'planned' as status, 'unknown' as signed_date_precision, 'unknown' as agreement_level, 2 as party_count, "
    row += "1 as article_count, 1 as source_count, false as only_state_media, false as is_sample_only, "
    row += "0.9 as confidence, ['BRA', 'CHN'] as party_codes, 'article' as cause, ?::timestamp as known_from"
    for held in ("agr_cbers6", "agr_once", "agr_revoked"):
        world.con.execute(row, [held, "2023-05-01 05:00:00"])
    world.con.execute(
        "insert into store.main.redirect_steps values ('agr_once', 'agr_twice', 'merge', '2023-06-01 04:00:00'), "
        "('agr_twice', 'agr_cbers6', 'earlier_anchor', '2023-06-01 04:30:00')"
    )
    world.con.execute(
        "insert into past.main.history_evidence values ('agreement', 'agr_revoked', 'status', null, 'planned', "
        "'clm_old', 'art_withdrawn', 'text', 0, 9, 'will sign', 'They will sign.', false, 'agreement.signed', '1', ?)",
        [REFRESHED_AT],
    )
    world.con.execute("insert into store.main.resolution_basis values ('rules', '2023-06-01 04:00:00', null)")


def fill_history(con: duckdb.DuckDBPyConnection) -> None:
    """The history as the version that is being made holds it."""
    for table in HISTORY_TABLES:
        con.execute(f"drop table {table.qualified}")
        for ddl in table.ddl():
            con.execute(ddl)
    fill_next(con, REFRESHED_AT, "rules")


def tell_dimensions(world: Star) -> None:
    for code in PARTIES:
        states = {"sovereign_code": {"HKG": "CHN"}.get(code, code), "successor_code": {"SUN": "RUS"}.get(code)}
        world.row("dim_countries", country_code=code, country_name=code, **states)
        world.row("dim_parties", party_code=code, party_name=code, party_type="country", **states)
    for code in ("ESA", "BRICS"):
        world.row("dim_parties", party_code=code, party_name=code, party_type="body", sovereign_code=code)
    for code in ("FRA", "ITA"):
        world.row("dim_party_memberships", body_code="ESA", member_code=code, valid_from=date(1975, 5, 30))
    for slug, kind, country in (
        ("cnsa", "agency", "CHN"),
        ("cast", "company", "CHN"),
        ("arianespace", "company", "FRA"),
    ):
        world.row(
            "dim_organizations",
            organization_id=slug,
            organization_name=slug.upper(),
            organization_type=kind,
            country_code=country,
            party_code=country,
        )
    world.row(
        "dim_instruments", instrument_id="artemis-accords", instrument_name="Artemis Accords", lead_party_code="USA"
    )
    world.row("dim_programmes", programme_id="ilrs", programme_name="International Lunar Research Station")
    for slug, name, family, country, organization in (
        ("long-march-2d", "Long March 2D", "Long March", "CHN", None),
        ("long-march-3b", "Long March 3B", "Long March", "CHN", None),
        ("vega", "Vega", "Vega", "FRA", "arianespace"),
        ("soyuz-st", "Soyuz ST", "Soyuz", "RUS", None),
        ("falcon-9", "Falcon 9", "Falcon", "USA", None),
    ):
        world.row(
            "dim_vehicles",
            vehicle_id=slug,
            vehicle_name=name,
            vehicle_family=family,
            country_code=country,
            organization_id=organization,
        )
    for slug, country in (("jiuquan", "CHN"), ("xichang", "CHN"), ("kourou", "FRA"), ("cape-canaveral", "USA")):
        world.row("dim_launch_sites", launch_site_id=slug, launch_site_name=slug.title(), country_code=country)
    for name in SPACECRAFT:
        world.row("dim_spacecraft", spacecraft_id=name.lower(), spacecraft_name=name)
    world.row("dim_spacecraft", spacecraft_id="sgdc", spacecraft_name="SGDC", manufacturer_code="FRA")
    world.row("dim_spacecraft", spacecraft_id="khalifasat", spacecraft_name="KhalifaSat", manufacturer_code="ARE")
    world.row("dim_aliases", dimension="spacecraft", id="venesat-1", alias="Simon Bolivar")
    for slug, tier, ownership in (("xinhua", 2, "state"), ("spacenews", 2, "private"), ("sample", 4, "sample")):
        world.row("dim_sources", source_id=slug, source_name=slug.title(), source_tier=tier, ownership=ownership)


def tell_articles(world: Star) -> None:
    for article_id, source, published in (
        ("art_ilrs", "xinhua", "2021-03-09"),
        ("art_ilrs_abroad", "spacenews", "2021-03-10"),
        ("art_accords", "spacenews", "2020-10-14"),
        ("art_falcon_eye", "spacenews", "2020-12-02"),
        ("art_accords_kor", "spacenews", "2021-05-26"),
        ("art_accords_fra", "spacenews", "2022-06-08"),
        ("art_vrss2", "xinhua", "2017-10-09"),
        ("art_vrss2_abroad", "spacenews", "2017-10-10"),
        ("art_apstar", "xinhua", "2018-05-04"),
        ("art_white_paper", "xinhua", "2016-12-27"),
        ("art_review", "xinhua", "2022-04-24"),
        ("art_brics", "xinhua", "2021-08-19"),
        ("art_cbers", "xinhua", "2023-04-15"),
        ("art_exomars", "spacenews", "2022-03-18"),
        ("art_europe", "spacenews", "2015-06-24"),
        ("art_undated", None, None),
        ("art_sample_1", "sample", "2022-08-05"),
        ("art_sample_2", "sample", "2021-03-09"),
    ):
        world.article(article_id, source, published, origin_group=source or "unknown")
    world.article("art_copy", "spacenews", "2021-03-11", duplicate_of="art_ilrs_abroad", duplicate_reason="same text")
    world.article(
        "art_reprint",
        None,
        "2022-04-25",
        duplicate_of="art_review",
        duplicate_reason="near copy",
        origin_group="xinhua",
    )
    world.article("art_french", "spacenews", "2021-03-12", language="fr")
    world.article("art_withdrawn", "spacenews", "2019-01-02", is_withdrawn=True)


def tell_overrides(world: Star) -> None:
    """Two corrections that apply: one of a cell, one that rejected a fact."""
    told = {"file_name": "ann.toml", "author": "Ann", "reason": "Seen.", "status": "applied", "place": 0}
    world.row("overrides", entry_number=1, action="set", fact_id="agr_cbers6", override_id="ovr_1", **told)
    world.row("overrides", entry_number=2, action="reject", fact_id="agr_no_such", override_id="ovr_2", **told)


def tell_store(world: Star) -> None:
    world.con.execute(
        "insert into store.main.rejects values ('inbox', 'a.bin', 'h1', 'not text', 'random bytes', '{}', ?, null), "
        "('inbox', 'b.jsonl', 'h2', 'empty', 'no text', ?, ?, null)",
        [REFRESHED_AT, json.dumps({"source": "SpaceNews", "published": "2021-03-30"}), REFRESHED_AT],
    )
    world.con.execute(
        "insert into store.main.source_states by name select 'inbox' as source_name, 'inbox' as kind, "
        "true as is_enabled, '' as settings_hash, null as every_seconds, $at as asked_at, $at as succeeded_at, "
        "0 as failure_count, null as next_try_at, null as fault, '' as cursor, 4 as seen_count, 2 as new_count, "
        "0 as changed_count, 1 as unchanged_count, 1 as rejected_count, 0 as withdrawn_count, 0 as request_count, "
        "0 as received_bytes, 0.5 as run_seconds",
        {"at": REFRESHED_AT},
    )
    entry = {
        "started_at": "2023-06-01T04:59:00",
        "counts": {"articles": 19},
        "seconds": {"extract": 1.5},
        "versions": {"rules": "r1"},
    }
    world.con.execute("insert into store.main.reviews values ('conflict', ['agr_cbers6'], '', 'signed', 0.5)")
    world.con.execute(
        "insert into store.main.refresh_log values (3, ?, 'r1', '1.5.6', ?)", [REFRESHED_AT, json.dumps(entry)]
    )


def tell_relations(world: Star) -> None:
    """How those facts stand to each other, and how well they are recorded."""
    world.row("bridge_agreement_relations", from_id="agr_cbers6", to_id="agr_ilrs", relation="implements")
    link = {"from_type": "agreement", "from_id": "agr_vrss2", "to_type": "cooperation", "spacecraft_id": "vrss-2"}
    world.row("bridge_fact_links", to_id="coop_vrss2", relation="contract_of", **link)
    for table in ("agreements", "launches", "cooperations"):
        kind = {"launches": "launch"}.get(table, table.removesuffix("s"))
        parts = f"'{kind}', {kind}_id, 0.5, 0.5, 0.5, 0.5, 0.5"
        world.con.execute(f"update core.fact_{table} set quality_score = 0.5")  # noqa: S608
        world.con.execute(f"insert into core.fact_quality select {parts} from core.fact_{table}")  # noqa: S608
