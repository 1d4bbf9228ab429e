"""Catalogues in the store and in the star: replaced whole or merged, refused where cut off, joined where sure."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration.catalogues import settle
from sources.article import Reject
from sources.reference import PARTS, CatalogueLaunch, read
from sources.reference.iso_countries import countries
from sources.reference.loading import Load
from sources.reference.vague import vague_date
from tests.unit.catalogue_files import GCAT_ORGS_COLUMNS, GCAT_SITES_COLUMNS, gcat
from tests.unit.store_fixture import AT, World, article, rows
from warehouse import catalogues, store
from warehouse.catalogues import CatalogueShrunkError, LoadCounts
from warehouse.connect import Connection, transaction

LATER = AT + dt.timedelta(days=1)
UCS_HEADER = (
    '"Name of Satellite, Alternate Names",Current Official Name of Satellite,Country/Org of UN Registry,'
    "Country of Operator/Owner,Operator/Owner,Users,Purpose,Launch Mass (kg.),Date of Launch,Contractor,"
    "Country of Contractor,Launch Site,Launch Vehicle,COSPAR Number,NORAD Number"
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


def launches(*told: CatalogueLaunch, **values: object) -> Load:
    return Load(
        **({"origin": "log", "kind": "launchlog", "part": "launchlog", "tables": ("launches",)} | values), records=told
    )  # type: ignore[arg-type]


def flight(own_id: str, day: str = "2017 Oct  9", **values: object) -> CatalogueLaunch:
    base = CatalogueLaunch(
        own_id, own_id, vague_date(day), None, "Chang Zheng 2D", site_name="Jiuquan", outcome="success"
    )
    return replace(base, **values)  # type: ignore[arg-type]


def document(kind: str, part: int, text: str) -> Load:
    found = PARTS[kind][part]
    items = list(read(found, text.encode(), kind, found.name))
    records = tuple(item for item in items if not isinstance(item, Reject))
    return Load(
        kind, kind, found.name, found.tables, records, tuple(item for item in items if isinstance(item, Reject))
    )


def put(con: Connection, loaded: Load, at: dt.datetime = AT) -> LoadCounts:
    with transaction(con):
        return catalogues.store_load(con, loaded, at)


def test_a_replacement_counts_what_it_changed(world: World) -> None:
    with store.writing_store(world.store) as con:
        assert put(con, launches(flight("1"), flight("2"), flight("3"))) == (3, 3, 0, 0, 0)
        basis = catalogues.basis(con)
        assert put(con, launches(flight("1"), flight("2"), flight("3")), LATER).is_nothing_new
        assert (catalogues.basis(con), rows(con, "select changed_at from catalogue_parts")) == (basis, [(AT,)])
        assert put(con, launches(flight("1"), flight("2", "2018"), flight("4")), LATER) == (3, 1, 1, 1, 0)
        assert catalogues.basis(con) != basis
        assert rows(con, "select changed_at from catalogue_parts") == [(LATER,)]


def test_a_merge_keeps_what_it_does_not_name(world: World) -> None:
    ours = {"origin": "ll", "kind": "launch_library", "part": "launch_library", "is_replacement": False}
    with store.writing_store(world.store) as con:
        put(con, launches(flight("1"), flight("2"), **ours, is_whole=False))
        assert put(con, launches(flight("2", "2018"), flight("3"), **ours)) == (3, 1, 1, 0, 0)
        assert rows(con, "select record_count, is_whole from catalogue_parts") == [(3, True)]


def test_a_document_that_was_cut_off_changes_nothing(world: World) -> None:
    with store.writing_store(world.store) as con:
        put(con, launches(*[flight(str(n)) for n in range(10)]))
        before = catalogues.basis(con)
        for cut in (launches(*[flight(str(n)) for n in range(4)]), launches()):
            with pytest.raises(CatalogueShrunkError, match="where 10 stood; the last good data stays"):
                put(con, cut)
        assert catalogues.basis(con) == before
        assert put(con, launches(*[flight(str(n)) for n in range(5)])).removed == 5


def test_a_catalogue_that_is_configured_no_longer_leaves(world: World) -> None:
    with store.writing_store(world.store) as con:
        put(con, launches(flight("1")))
        put(con, document("gcat", 2, gcat(GCAT_ORGS_COLUMNS, {"Code": "X", "Name": "X"})))
        assert catalogues.keep_only(con, ["log", "gcat"]) == []
        assert catalogues.keep_only(con, ["gcat"]) == ["log"]
        assert rows(con, "select catalogue from catalogue_parts") == [("gcat",)]
        assert rows(con, "select * from catalogue_launches") == []
        assert put(con, launches(flight("1"))).added == 1


def test_rejects_of_a_part_are_those_of_its_last_reading(world: World) -> None:
    bad, worse = (gcat(GCAT_ORGS_COLUMNS, {"Code": "X", "Name": "X"}, {"Name": name}) for name in ("A", "B"))
    with store.writing_store(world.store) as con:
        assert put(con, document("gcat", 2, bad)).rejected == 1
        assert put(con, document("gcat", 2, worse + "\t" * 30 + "x")).rejected == 2
        assert rows(con, "select place, reason from catalogue_rejects order by place") == [
            ("orgs:4", "no id"), ("orgs:5", "bad row"),
        ]  # fmt: skip


def tell_flights(world: World) -> dict[str, str]:
    """Four launches as articles tell them; returns their ids by name."""
    told = {
        "same": {"date": "2017-10-09", "payloads": ("VRSS-2",), "vehicle": "Long March 2D"},
        "late": {"date": "2018-05-07", "payloads": ("APSTAR-6C",), "vehicle": "Long March 3B"},
        "lost": {"date": "2018-06-09", "payloads": ("VRSS-1",), "vehicle": "Long March 2D"},
        "vague": {"date": "2008", "payloads": ("Venesat-1",)},
        "early": {"date": "1971-01-01", "payloads": ("CBERS-1",)},
    }
    more = {
        "same": {"vehicle_id": "long-march-2d", "launch_site_id": "jiuquan", "spacecraft_ids": ("vrss-2",)},
        "late": {"vehicle_id": "long-march-3b", "spacecraft_ids": ("apstar-6c",)},
        "lost": {"vehicle_id": "long-march-2d", "spacecraft_ids": ("vrss-1",)},
        "vague": {"spacecraft_ids": ("venesat-1",)},
        "early": {"spacecraft_ids": ("cbers-1",)},
    }
    shared = {"status": "success", "customers": ()}
    ids = {name: world.event("launch", article(name), more[name], **shared, **cells) for name, cells in told.items()}
    ids["planned"] = world.event(
        "launch", article("planned"), **(shared | {"status": "planned"}), date="2018-01", payloads=()
    )
    return ids


CATALOGUE = launches(
    flight("1999-001", "1999 Jan  1", vehicle_name="Scout"),
    flight("2017-060", payload_names=("VRSS 2",)),
    flight("2018-041", "2018 May  3", vehicle_name="Chang Zheng 3C", payload_names=("APStar 6C",), outcome="failure"),
    flight("2008-055", "2008 Oct 29", payload_names=("Venesat 1",)),
    flight("2019-100", "2019 Dec 31", vehicle_name="Scout"),
)


def test_launches_are_matched_judged_and_measured(world: World) -> None:
    ids = tell_flights(world)
    world.fill_store()
    with store.writing_store(world.store) as con:
        put(con, CATALOGUE)
        assert settle(con)["catalogue_matches"] == 3
    with world.whole() as made:
        found = dict(
            rows(made.con, "select launch_id, coalesce(not_judged_reason, verdict) from metrics.launch_judgements")
        )
        assert found == {
            ids["same"]: "agrees", ids["late"]: "differs", ids["lost"]: "not_in_catalogue",
            ids["vague"]: "not known to the day", ids["early"]: "outside the span", ids["planned"]: "planned",
        }  # fmt: skip
        mismatches = rows(
            made.con, "select mismatch, fact_value, catalogue_value from metrics.launch_mismatches order by 1"
        )
        assert mismatches == [
            ("failure_told_as_success", "success", "failure"),
            ("not_in_catalogue", "2018-06-09, Long March 2D", None),
            ("other_date", "2018-05-07", "2018-05-03"),
            ("other_vehicle", "Long March 3B", "Chang Zheng 3C"),
        ]
        links = dict(
            rows(made.con, "select launch_id, catalogue_id from core.fact_launches where catalogue_id is not null")
        )
        assert links == {ids["same"]: "log:2017-060", ids["late"]: "log:2018-041", ids["vague"]: "log:2008-055"}
        shares = "select flown, judged, in_catalogue, agreeing, agreeing_share from metrics.launch_precision"
        assert rows(made.con, f"{shares} where year = 2018") == [(2, 2, 1, 0, 0.0)]
        assert rows(
            made.con, "select vehicle_id, launch_site_id from core.catalogue_launches where own_id = '2017-060'"
        ) == [("long-march-2d", "jiuquan")]


def test_a_catalogue_that_is_not_read_to_its_end_denies_nothing(world: World) -> None:
    tell_flights(world)
    world.fill_store()
    with store.writing_store(world.store) as con:
        put(con, replace(CATALOGUE, is_whole=False))
        settle(con)
    with world.whole() as made:
        found = dict(rows(made.con, "select verdict, count(*) from metrics.launch_judgements group by verdict"))
        assert found == {"agrees": 1, "differs": 1, "not_judged": 4}


def test_the_first_of_two_catalogues_judges(world: World) -> None:
    ids = tell_flights(world)
    world.fill_store()
    with store.writing_store(world.store) as con:
        put(con, CATALOGUE)
        put(con, replace(CATALOGUE, origin="a-library", kind="launch_library"))
        settle(con)
    with world.star() as made:
        ranks = dict(rows(made.con, "select catalogue, launch_rank from core.catalogues"))
        assert ranks == {"log": 1, "a-library": 2}
        query = "select catalogue_id from core.fact_launches where launch_id = ?"
        assert rows(made.con, query, ids["same"]) == [("log:2017-060",)]


def test_without_a_catalogue_nothing_is_judged_and_nothing_fails(world: World) -> None:
    tell_flights(world)
    world.fill_store()
    with store.writing_store(world.store) as con:
        assert settle(con) == {"catalogue_names": 0, "catalogue_matches": 0}
    with world.whole() as made:
        assert rows(made.con, "select distinct catalogue_id from core.fact_launches") == [(None,)]
        for table in ("launch_judgements", "launch_mismatches", "launch_precision"):
            assert rows(made.con, f"select * from metrics.{table}") == []  # noqa: S608


def test_satellites_are_joined_where_nothing_speaks_against_it(world: World) -> None:
    world.event(
        "launch", article("a"), {"spacecraft_ids": ("vrss-2",)}, status="success", payloads=("VRSS-2",), customers=()
    )
    text = "\n".join(
        [
            UCS_HEADER,
            "VRSS 2,VRSS 2,NR,Venezuela,ABAE,Government,Earth Observation,1,10/9/2017,CAST,China/France,Jiuquan,"
            "Long March 2D,2017-060A,42954",
            "VRSS-1,VRSS-1,NR,Norway,Somebody,Government,Earth Observation,1,9/29/2012,CAST,China,Jiuquan,"
            "Long March 2D,2012-052A,38782",
            "Venesat-1,Venesat-1,NR,Venezuela,ABAE,Government,Communications,1,10/29/2008,CAST,China,Xichang,"
            "Long March 3B,2008-055A,33414",
            "Other (Venesat-1),Other,NR,Multinational,ABAE,Government,Communications,1,10/29/2008,CAST,China,Xichang,"
            "Long March 3B,2008-055B,33415",
            "",
        ]
    )
    world.fill_store()
    with store.writing_store(world.store) as con:
        put(con, document("ucs", 0, text))
        settle(con)
    with world.star() as made:
        joined = rows(made.con, "select own_id, spacecraft_id from core.catalogue_satellites order by own_id")
        assert joined == [("2008-055A", None), ("2008-055B", None), ("2012-052A", None), ("2017-060A", "vrss-2")]
        parties = "select party_code, role from core.bridge_catalogue_parties where catalogue_id = 'ucs:2017-060A'"
        assert sorted(rows(made.con, parties)) == [("CHN", "maker"), ("FRA", "maker"), ("VEN", "owner")]


def test_organisations_sites_and_countries_are_joined(world: World) -> None:
    agency = {
        "Code": "NASA",
        "EName": "National Aeronautics and Space Administration",
        "Name": "NASA",
        "StateCode": "US",
    }
    namesake = {"Code": "NASAX", "Name": "NASA", "StateCode": "J"}
    with store.writing_store(world.store) as con:
        put(con, document("gcat", 2, gcat(GCAT_ORGS_COLUMNS, agency, namesake)))
        put(con, document("gcat", 3, gcat(GCAT_SITES_COLUMNS, {"Site": "NIIP-5", "Name": "Poligon"})))
        put(con, Load("iso", "iso_countries", "iso_countries", ("countries",), tuple(countries())))
        settle(con)
    with world.star() as made:
        assert rows(made.con, "select own_id, organization_id from core.catalogue_organizations order by 1") == [
            ("NASA", "nasa"), ("NASAX", None),
        ]  # fmt: skip
        assert rows(made.con, "select launch_site_id from core.catalogue_sites") == [("baikonur",)]
        assert rows(made.con, "select own_id from core.catalogue_countries where country_code is null") == []
