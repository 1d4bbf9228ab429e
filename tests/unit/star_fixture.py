"""A small star schema of real events: enough to try each counting rule once.

Belongs here: the events. Does not belong here: how an event becomes rows (`star_builder`) or any expectation about
them (the tests).
"""

import json
from datetime import date
from pathlib import Path

import duckdb

from tests.unit.star_builder import REFRESHED_AT, Star, empty_star
from tests.unit.star_catalogues import tell_catalogues, tell_matches
from warehouse.history import fill_next
from warehouse.statements import statement
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


def both(*codes: str) -> dict[str, str]:
    """Parties that sign as equals."""
    return dict.fromkeys(codes, "signatory")


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
    reports = statement("core", "bridge_agreement_reports")
    world.con.execute(f"insert into core.bridge_agreement_reports by name {reports}")  # noqa: S608
    fill_history(world.con)
    return world.con


def tell_past(world: Star) -> None:
    """What was held before: an agreement that said something else, and one that is told under another id now."""
    row = "insert into past.main.history_agreements by name select ? as agreement_id, 'mou' as agreement_type, "
    row += "'planned' as status, 'unknown' as signed_date_precision, 'unknown' as agreement_level, 2 as party_count, "
    row += "1 as article_count, 1 as source_count, false as only_state_media, false as is_sample_only, "
    row += "0.9 as confidence, ['BRA', 'CHN'] as party_codes, 'article' as cause, ?::timestamp as known_from"
    for held in ("agr_cbers6", "agr_once"):
        world.con.execute(row, [held, "2023-05-01 05:00:00"])
    world.con.execute(
        "insert into store.main.redirect_steps values ('agr_once', 'agr_twice', 'merge', '2023-06-01 04:00:00'), "
        "('agr_twice', 'agr_cbers6', 'earlier_anchor', '2023-06-01 04:30:00')"
    )
    world.con.execute("insert into store.main.resolution_basis values ('rules', '2023-06-01 04:00:00')")


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


def tell_agreements(world: Star) -> None:
    world.agreement(
        "agr_ilrs",
        "mou",
        both("CHN", "RUS"),
        ["art_ilrs", "art_ilrs_abroad", "art_sample_2"],
        signed="2021-03",
        programme="International Lunar Research Station",
        organizations=["cnsa"],
    )
    world.row("bridge_agreement_programmes", agreement_id="agr_ilrs", programme_id="ilrs")
    world.agreement(
        "agr_brics",
        "agreement",
        both("BRA", "RUS", "IND", "CHN", "ZAF"),
        ["art_brics"],
        signed="2021-08-18",
        programme="BRICS Remote Sensing Satellite Constellation",
        organizations=["cnsa"],
    )
    world.agreement(
        "agr_cbers6",
        "mou",
        both("BRA", "CHN"),
        ["art_cbers"],
        signed="2023-04-14",
        programme="CBERS-6",
        agreement_level="state",
    )
    world.agreement(
        "agr_vrss2",
        "contract",
        {"CHN": "supplier", "VEN": "customer"},
        ["art_vrss2"],
        signed="2014-10",
        programme="VRSS-2",
        supplier="CHN",
        organizations=["cast"],
        agreement_level="company",
    )
    world.agreement(
        "agr_falcon_eye",
        "contract",
        {"FRA": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2013-07-22",
        programme="Falcon Eye 2",
        supplier="FRA",
        agreement_level="mixed",
    )
    world.agreement(
        "agr_falcon_eye_launch",
        "contract",
        {"FRA": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2013-10",
        programme="Falcon Eye 1",
        supplier="FRA",
        organizations=["arianespace"],
        agreement_level="mixed",
    )
    satellite = {"programme": "SGDC", "supplier": "FRA", "agreement_level": "company"}
    world.agreement(
        "agr_sgdc", "contract", {"FRA": "supplier", "BRA": "customer"}, ["art_europe"], signed="2013-12", **satellite
    )
    launch = {"programme": "KhalifaSat", "supplier": "JPN", "agreement_level": "company"}
    world.agreement(
        "agr_khalifasat",
        "contract",
        {"JPN": "supplier", "ARE": "customer"},
        ["art_europe"],
        signed="2015-03-09",
        **launch,
    )
    world.agreement(
        "agr_exomars",
        "agreement",
        both("ESA", "RUS"),
        ["art_exomars"],
        status="ended",
        signed="2013-03-14",
        ended="2022-03-17",
        programme="ExoMars",
    )
    world.agreement("agr_given_up", "agreement", both("ESA", "CHN"), ["art_exomars"], status="ended", ended="2022")
    world.agreement("agr_undated", "framework", both("CHN", "LUX"), ["art_undated"])
    world.agreement(
        "agr_planned", "agreement", both("IND", "USA"), ["art_accords_fra"], status="planned", planned="2023-06"
    )
    world.agreement(
        "agr_sample", "agreement", both("FRA", "SUN"), ["art_sample_1"], signed="1966-06-30", agreement_level="state"
    )
    world.accession("agr_accords_ita", "ITA", ["art_accords"], "2020-10-13")
    world.accession("agr_accords_jpn", "JPN", ["art_accords"], "2020-10-13")
    world.accession("agr_accords_kor", "KOR", ["art_accords_kor"], "2021-05-24")
    world.accession("agr_accords_kor_again", "KOR", ["art_accords_fra"], is_first=False)
    world.accession("agr_accords_fra", "FRA", ["art_accords_fra", "art_sample_1"], "2022-06-07")
    world.accession("agr_accords_sample", "ARE", ["art_sample_1"], "2020-10-13")
    world.row(
        "fact_memberships",
        instrument_id="artemis-accords",
        party_code="USA",
        role="lead",
        is_member=True,
        joined_date_precision="unknown",
        source_count=3,
    )


def tell_launches(world: Star) -> None:
    china = {"provider": "CHN"}
    world.launch(
        "lch_vrss2",
        "success",
        ["art_vrss2", "art_vrss2_abroad"],
        day="2017-10-09",
        vehicle="long-march-2d",
        site="jiuquan",
        payloads={"vrss-2": "VEN"},
        customers={"VEN": True},
        **china,
    )
    world.launch(
        "lch_venesat",
        "success",
        ["art_vrss2"],
        day="2008",
        vehicle="long-march-3b",
        payloads={"venesat-1": "VEN"},
        customers={"VEN": True},
        **china,
    )
    world.launch(
        "lch_apstar",
        "success",
        ["art_apstar"],
        day="2018-05-03",
        vehicle="long-march-3b",
        site="xichang",
        payloads={"apstar-6c": "HKG"},
        customers={"HKG": False},
        **china,
    )
    world.launch(
        "lch_intelsat",
        "failure",
        ["art_white_paper"],
        day="1996-02-15",
        vehicle="long-march-3b",
        payloads={"intelsat-708": "USA"},
        customers={"USA": True},
        **china,
    )
    world.launch("lch_undated", "unknown", ["art_undated"], vehicle="long-march-2d", payloads={"vrss-1": None}, **china)
    world.launch(
        "lch_planned", "planned", ["art_review"], day="2022-10", vehicle="long-march-2d", is_overdue=True, **china
    )
    world.launch(
        "lch_sentinel",
        "success",
        ["art_europe"],
        day="2015-06-23",
        vehicle="vega",
        provider="FRA",
        site="kourou",
        payloads={"sentinel-2a": "ESA"},
        customers={"ESA": False},
    )
    world.launch(
        "lch_falcon_eye",
        "success",
        ["art_falcon_eye"],
        day="2020-12-02",
        vehicle="soyuz-st",
        provider="RUS",
        site="kourou",
        payloads={"falcon-eye-2": "ARE"},
        customers={"ARE": True},
    )
    world.launch(
        "lch_sample",
        "success",
        ["art_sample_1"],
        day="2022-08-04",
        vehicle="falcon-9",
        provider="USA",
        site="cape-canaveral",
        payloads={"danuri": "KOR"},
        customers={"KOR": True},
    )


def tell_cooperations(world: Star) -> None:
    sold = {"CHN": "supplier", "VEN": "customer"}
    world.cooperation("coop_vrss2", "satellite_export", sold, ["art_vrss2"], subject="VRSS-2", spacecraft_id="vrss-2")
    world.cooperation(
        "coop_venesat", "satellite_export", sold, ["art_vrss2"], subject="Venesat-1", spacecraft_id="venesat-1"
    )
    world.cooperation("coop_vrss1", "satellite_export", sold, ["art_vrss2"], subject="VRSS-1", spacecraft_id="vrss-1")
    world.cooperation("coop_venezuela", "satellite_export", sold, ["art_review"])
    world.cooperation("coop_nigeria", "satellite_export", {"CHN": "supplier", "NGA": "customer"}, ["art_review"])
    world.cooperation(
        "coop_cfosat",
        "joint_mission",
        {"CHN": "partner", "FRA": "partner"},
        ["art_white_paper"],
        start="2006",
        subject="CFOSAT",
        spacecraft_id="cfosat",
    )
    world.cooperation(
        "coop_iss",
        "constellation",
        dict.fromkeys(("USA", "RUS", "JPN", "ESA"), "partner"),
        ["art_exomars"],
        start="1998-11-20",
        subject="International Space Station",
    )
    world.cooperation(
        "coop_sample",
        "joint_mission",
        {"KOR": "partner", "USA": "partner"},
        ["art_sample_1"],
        subject="Danuri",
        spacecraft_id="danuri",
    )


def tell_totals(world: Star) -> None:
    statement = {"party_code": "CHN", "scope": "cumulative", "as_of_date": date(2022, 4, 24), "statement_id": "stm_1"}
    world.total("tot_documents", "agreements", 136, "art_review", **statement)
    world.total("tot_countries", "partner_countries", 43, "art_review", **statement)
    world.total("tot_bodies", "partner_organizations", 6, "art_review", **statement)
    long_march = {"party_code": "CHN", "subject": "Long March", "scope": "ordinal"}
    abroad = long_march | {"subject": "Long March series"}
    world.total("tot_252", "launches", 252, "art_vrss2", as_of_date=date(2017, 10, 9), **long_march)
    world.total("tot_252_abroad", "launches", 252, "art_vrss2_abroad", as_of_date=date(2017, 10, 9), **abroad)
    world.total("tot_273", "launches", 273, "art_apstar", as_of_date=date(2018, 5, 3), **long_march)
    world.total(
        "tot_window",
        "agreements",
        43,
        "art_white_paper",
        party_code="CHN",
        scope="window",
        window_from=date(2011, 1, 1),
        window_to=date(2016, 12, 27),
        as_of_date=date(2016, 12, 27),
    )
    accords = {"subject": "Artemis Accords"}
    world.total(
        "tot_tenth",
        "partner_countries",
        10,
        "art_accords_kor",
        scope="ordinal",
        as_of_date=date(2021, 5, 24),
        **accords,
    )
    world.total(
        "tot_accords",
        "partner_countries",
        20,
        "art_accords_fra",
        scope="current",
        as_of_date=date(2022, 6, 7),
        **accords,
    )
    world.total("tot_hoped", "partner_countries", 50, "art_accords_fra", scope="planned", **accords)
    world.total(
        "tot_projects", "projects", 10, "art_review", party_code="CHN", scope="cumulative", as_of_date=date(2022, 4, 24)
    )
    world.total(
        "tot_sample", "launches", 7, "art_sample_1", subject="Falcon 9", scope="ordinal", as_of_date=date(2022, 8, 4)
    )


def tell_overrides(world: Star) -> None:
    """Two corrections that apply: one of a cell, one that rejected a fact."""
    told = {"file_name": "ann.toml", "author": "Ann", "reason": "Seen.", "status": "applied", "place": 0}
    world.row("overrides", entry_number=1, action="set", fact_id="agr_cbers6", override_id="ovr_1", **told)
    world.row("overrides", entry_number=2, action="reject", fact_id="agr_no_such", override_id="ovr_2", **told)


def tell_store(world: Star) -> None:
    world.con.execute(
        "insert into store.main.rejects values ('inbox', 'a.bin', 'h1', 'not text', 'random bytes', '{}', ?), "
        "('inbox', 'b.jsonl', 'h2', 'empty', 'no text', ?, ?)",
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
