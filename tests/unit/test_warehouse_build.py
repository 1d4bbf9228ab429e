"""The star: what facts become in the published tables."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from sources.article import Article
from tests.unit.store_fixture import AT, World, article, claim, lexicon_rows, rows
from transforms.resolve.records import Provisional
from warehouse import build, difference, store
from warehouse.connect import writing
from warehouse.lexicon_rows import DimensionRows
from warehouse.statements import statement
from warehouse.tables import CORE_TABLES


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


def one(world: World, query: str) -> tuple[object, ...]:
    with world.star() as made:
        [row] = rows(made.con, query)
    return row


def agreement(**cells: object) -> dict[str, object]:
    return {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", **cells}


def launch(**cells: object) -> dict[str, object]:
    return {"status": "success", "payloads": (), "customers": (), **cells}


@pytest.mark.parametrize(
    ("given", "exact", "first", "last", "precision"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2024-02", None, date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023", None, date(2023, 1, 1), date(2023, 12, 31), "year"),
        (None, None, None, None, "unknown"),
        ("2023-02-30", None, None, None, "unknown"),
        ("soon", None, None, None, "unknown"),
    ],
)
def test_partial_dates(given, exact, first, last, precision):
    with writing(Path(":memory:")) as con:
        for macro in statement("stage", "macros").split(";\n"):
            con.execute(macro)
        query = "select exact_day($1), first_day($1), final_day($1), day_precision($1)"
        assert con.execute(query, [given]).fetchall() == [(exact, first, last, precision)]


def test_a_month_is_no_day_and_an_undated_agreement_has_no_year(world):
    world.event("agreement", article("a"), **agreement(signed="2021-03"))
    world.event("agreement", article("b"), **agreement(signed=None))
    with world.star() as made:
        found = rows(
            made.con,
            "select signed_date, signed_from, signed_to, signed_year, signed_date_precision "
            "from core.fact_agreements order by signed_year nulls last",
        )
    assert found == [
        (None, date(2021, 3, 1), date(2021, 3, 31), 2021, "month"),
        (None, None, None, None, "unknown"),
    ]


def test_planned_signed_and_ended_dates_stand_in_columns_of_their_own(world):
    told = article("a")
    ids = world.tell(told, claim("agreement", **agreement(status="ended", signed="2022-05-01")))
    world.fact("agreement", ids, **agreement(status="ended", signed="2019-01-07", planned="2018", ended="2022-05-01"))
    query = "select signed_date, planned_date, planned_from, ended_date, ended_to from core.fact_agreements"
    end = date(2022, 5, 1)
    assert one(world, query) == (date(2019, 1, 7), None, date(2018, 1, 1), end, end)


def test_sources_count_once_for_each_origin(world):
    carriers = [
        article("a", source="Xinhua", published="2021-03-10"),
        article("b", source="Some Blog", credited_source="Xinhua", published="2021-03-09"),
        article("c", source="Some Blog", published="2099-01-01", is_date_doubtful=True),
    ]
    members = [
        name for told in carriers for name in world.tell(told, claim("agreement", **agreement(signed="2021-03-09")))
    ]
    world.fact("agreement", members, **agreement())
    query = "select article_count, source_count, only_state_media, first_reported_date from core.fact_agreements"
    assert one(world, query) == (3, 2, False, date(2021, 3, 9))


def test_state_media_alone_and_sample_alone_are_marked(world):
    world.event("agreement", article("a"), **agreement())
    world.event("agreement", article("b", origin="sample"), **agreement())
    with world.star() as made:
        query = "select only_state_media, is_sample_only from core.fact_agreements order by 2"
        assert rows(made.con, query) == [(True, False), (False, True)]
        owners = dict(rows(made.con, "select source_id, ownership from core.dim_sources"))
    assert (owners["xinhua"], owners["sample-xinhua"]) == ("state", "sample")


def test_parts_in_a_contract_and_levels(world):
    cells = agreement(type="contract", parties=("CHN", "NGA", "ESA"), supplier="CHN", organizations=("cgwic",))
    lexicon = [o for o in lexicon_rows().organizations if o.party_code == "CHN" and o.organization_type == "company"]
    cells["organizations"] = (lexicon[0].organization_id,)
    world.event("agreement", article("a"), **cells)
    with world.star() as made:
        parts = rows(made.con, "select party_code, role, party_level from core.bridge_agreement_parties")
        level = rows(made.con, "select agreement_level, party_count from core.fact_agreements")
    assert parts == [
        ("CHN", "supplier", "company"),
        ("ESA", "customer", "agency"),
        ("NGA", "customer", "unknown"),
    ]
    assert level == [("mixed", 3)]


def accession(world: World, text: str, party: str, **cells: object) -> str:
    return world.event(
        "agreement",
        article(text),
        {"instrument_id": "artemis-accords"},
        **agreement(type="accession", parties=(party, "USA"), instrument="Artemis Accords", **cells),
    )


def test_an_accession_has_a_joiner_and_a_lead_and_makes_a_membership(world):
    accession(world, "a", "BRA", signed="2021-06-15")
    accession(world, "b", "POL", status="planned")
    with world.star() as made:
        parts = rows(made.con, "select party_code, role from core.bridge_agreement_parties where party_code <> 'POL'")
        members = rows(
            made.con,
            "select party_code, role, joined_date, is_member, source_count, agreement_id is null "
            "from core.fact_memberships",
        )
    assert set(parts) == {("BRA", "joiner"), ("USA", "lead")}
    assert members == [
        ("BRA", "joiner", date(2021, 6, 15), True, 1, False),
        ("USA", "lead", None, True, 1, True),
    ]


def test_a_membership_dates_from_the_first_accession_and_ends_with_the_last(world):
    accession(world, "a", "BRA", signed="2021-06-15")
    accession(world, "b", "BRA", status="ended", signed=None)
    world.facts[-1] = world.facts[-1]
    query = "select joined_year, is_member from core.fact_memberships where role = 'joiner'"
    assert one(world, query) == (2021, False)


@pytest.mark.parametrize(
    ("vehicle", "customer", "day", "is_foreign"),
    [
        ("long-march-3b", "NGA", "2020-01-01", True),
        ("long-march-3b", "CHN", "2020-01-01", False),
        ("long-march-3b", "HKG", "2020-01-01", False),
        ("long-march-3b", "TWN", "2020-01-01", True),
        ("long-march-3b", "ESA", "2020-01-01", True),
        ("ariane-5", "ESA", "2020-01-01", False),
        ("ariane-5", "DEU", "2020-01-01", True),
        ("ariane-5", "EU", "2020", False),
        (None, "NGA", "2020-01-01", None),
    ],
)
def test_foreign_customers(world, vehicle, customer, day, is_foreign):
    known = {vehicle.vehicle_id for vehicle in lexicon_rows().vehicles}
    assert vehicle is None or vehicle in known
    more = {"vehicle_id": vehicle} if vehicle else {}
    world.event("launch", article("a"), more, **launch(date=day, customers=(customer,)))
    assert one(world, "select is_foreign_customer from core.fact_launches") == (is_foreign,)


def test_a_body_is_foreign_before_the_provider_joined_it(world):
    rows_of = lexicon_rows()
    member = SimpleNamespace(body_code="APSCO", member_code="CHN", valid_from="2008-12-16", valid_to=None)
    lexicon = {name: getattr(rows_of, name) for name in DimensionRows.__dataclass_fields__}
    world.event(
        "launch", article("a"), {"vehicle_id": "long-march-3b"}, **launch(date="2005-01-01", customers=("APSCO",))
    )
    world.fill_store()
    with build.building(world.build, world.store, DimensionRows(**lexicon | {"memberships": (member,)})) as made:
        build.fill_core(made)
        assert rows(made.con, "select is_foreign from core.bridge_launch_customers") == [(True,)]


def test_a_launch_without_customers_is_of_unknown_custom(world):
    world.event("launch", article("a"), {"vehicle_id": "long-march-3b"}, **launch(date="2020-01-01"))
    assert one(world, "select is_foreign_customer, is_rideshare from core.fact_launches") == (None, False)


@pytest.mark.parametrize(
    ("payloads", "customers", "is_rideshare"),
    [(("CBERS-4",), ("BRA", "CHN"), False), (("A-1", "B-1"), ("BRA", "CHN"), True), (("A-1", "A-2"), ("BRA",), False)],
)
def test_several_payloads_for_several_customers_share_a_ride(world, payloads, customers, is_rideshare):
    world.event("launch", article("a"), {"spacecraft_ids": payloads}, **launch(payloads=payloads, customers=customers))
    assert one(world, "select is_rideshare from core.fact_launches") == (is_rideshare,)


def test_nobody_joins_where_the_lead_is_unknown(world):
    world.provisional.append(Provisional("instruments", "prov_moon-club", "Moon Club", None))
    world.event(
        "agreement",
        article("a"),
        {"instrument_id": "prov_moon-club"},
        **agreement(type="accession", parties=("BLR", "CHN"), instrument="Moon Club"),
    )
    with world.star() as made:
        assert rows(made.con, "select distinct role from core.bridge_agreement_parties") == [("signatory",)]
        assert rows(made.con, "select count(*) from core.fact_memberships") == [(0,)]


def test_plans_slips_and_overdue_flights(world):
    ids = world.tell(article("a", published="2021-05-01"), claim("launch", **launch(status="planned", date="2021-06")))
    world.fact("launch", ids, **launch(status="planned", date="2021-06", planned_first="2021-04-02",
                                       planned_latest="2021-06", slip_count=2))  # fmt: skip
    query = "select is_flown, flown_date, launch_to, planned_date_first, planned_date_latest, slip_count, is_overdue"
    told = (False, None, date(2021, 6, 30), date(2021, 4, 2), None, 2)
    assert one(world, f"{query} from core.fact_launches") == (*told, False)
    world.tell(article("much later", published="2021-08-01"))
    assert one(world, f"{query} from core.fact_launches") == (*told, True)


def test_payloads_fly_for_their_owner_else_for_the_only_customer(world):
    world.provisional.append(Provisional("spacecraft", "prov_angosat-3", "AngoSat-3", None))
    world.provisional.append(Provisional("sites", "prov_new-range", "New Range", "AGO"))
    world.event(
        "launch",
        article("a"),
        {"spacecraft_ids": ("prov_angosat-3",), "launch_site_id": "prov_new-range"},
        **launch(date="2020-01-01", payloads=("AngoSat-3",), customers=("AGO",)),
    )
    with world.star() as made:
        query = "select spacecraft_id, customer_code from core.bridge_launch_payloads"
        assert rows(made.con, query) == [("prov_angosat-3", "AGO")]
        query = "select spacecraft_name, is_provisional from core.dim_spacecraft where is_provisional"
        assert rows(made.con, query) == [("AngoSat-3", True)]
        query = "select launch_site_id, country_code from core.dim_launch_sites where is_provisional"
        assert rows(made.con, query) == [("prov_new-range", "AGO")]


def test_a_code_that_no_lexicon_knows_becomes_a_provisional_party(world):
    world.event("agreement", article("a"), **agreement(parties=("CHN", "NEWBODY")))
    query = "select party_type, sovereign_code, is_provisional from core.dim_parties where party_code = 'NEWBODY'"
    assert one(world, query) == ("body", "NEWBODY", True)


def test_totals_stand_for_the_end_of_their_day_or_for_the_day_of_publication(world):
    base = {"metric": "launches", "value": 136, "of": "CHN"}
    world.event("total", article("a"), **base, as_of="2020", as_of_basis="stated", statement="s1", bound=">=")
    world.event("total", article("b"), **base, as_of=None)
    world.event("total", article("c"), **base, as_of="2021")
    world.event("total", article("d"), **base, as_of="2030")
    with world.star() as made:
        query = "select value, bound, as_of_date, as_of_basis, statement_id is null from core.fact_reported_totals"
        found = rows(made.con, f"{query} order by as_of_date, as_of_basis")
    assert found == [
        (136.0, ">=", date(2020, 12, 31), "stated", False),
        (136.0, "=", date(2021, 3, 9), "announced", True),
        (136.0, "=", date(2021, 3, 9), "stated", True),
        (136.0, "=", date(2030, 12, 31), "stated", True),
    ]


def test_exports_have_supplier_and_customer(world):
    cells = {"type": "satellite_export", "parties": ("CHN", "NGA"), "supplier": "CHN", "start": "2004-12"}
    world.event("cooperation", article("a"), **cells)
    with world.star() as made:
        parts = rows(made.con, "select party_code, role from core.bridge_cooperation_parties")
        start = rows(made.con, "select start_year, start_date_precision from core.fact_cooperations")
    assert (parts, start) == ([("CHN", "supplier"), ("NGA", "customer")], [(2004, "month")])


def test_evidence_quotes_the_text_and_marks_what_was_chosen(world):
    told = article("China and Brazil signed. Later they planned more.")
    signed = claim("agreement", 0, **agreement(signed="2021-03"))
    planned = claim("agreement", 25, **agreement(status="planned", signed="2022"))
    members = world.tell(told, signed, planned)
    world.fact("agreement", members, **agreement(signed="2021-03"))
    with world.star() as made:
        found = rows(
            made.con,
            "select column_name, element, claimed_value, quote, char_start, char_end, is_chosen, rule, rules_version "
            "from core.fact_evidence order by char_start, column_name, element",
        )
    assert [row[0] for row in found[:5]] == ["agreement_type", "party_code", "party_code", "signed_date", "status"]
    assert ("party_code", "CHN", "CHN", "China", 0, 5, True, "test.rule", "r1") in found
    assert ("planned_date", None, "2022", "Later", 25, 30, False, "test.rule", "r1") in found
    assert all(told.text[row[4] : row[5]] == row[3] for row in found)
    assert [row[6] for row in found] == [True] * 5 + [False] * 5


def test_articles_tell_of_duplicates_versions_and_withdrawal(world):
    first = article("same", url="https://a.org/1")
    copy = article("same", url="https://b.org/1", published="2021-03-10")
    world.told = [(first, []), (copy, []), (article("sample", origin="sample"), []), (article("v1", url="u"), [])]
    world.told.append((article("v2", url="u"), []))
    world.fill_store()
    with store.writing_store(world.store) as con:
        store.enable_sample(con, False)
    query = "select title, version_count, duplicate_of, is_sample, is_withdrawn from core.dim_articles order by title"
    with build.building(world.build, world.store, lexicon_rows()) as made:
        build.fill_core(made)
        found = rows(made.con, query)
    assert sorted(found, key=lambda row: (row[0], row[2] or "")) == [
        ("same", 1, None, False, False),
        ("same", 1, first.article_id, False, False),
        ("sample", 1, None, True, True),
        ("v2", 2, None, False, False),
    ]


def test_dates_span_whole_years_of_facts_and_articles(world):
    world.event("agreement", article("a", published="2021-03-09"), **agreement(signed="2019-06-01"))
    world.tell(Article(text="b", published="2099-01-01", is_date_doubtful=True))
    query = "select min(date_key), max(date_key), count(*) from core.dim_dates"
    assert one(world, query) == (date(2019, 1, 1), date(2021, 12, 31), 365 + 366 + 365)


def test_an_empty_store_builds_an_empty_star(world):
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.fact_agreements") == [(0,)]
        assert rows(made.con, "select count(*) from core.dim_dates") == [(0,)]


def test_keys_and_references_hold(world):
    accession(world, "a", "BRA", signed="2021-06-15")
    world.event("agreement", article("b"), **agreement(organizations=("prov_x",)))
    world.event("launch", article("c"), {"vehicle_id": "prov_v"}, **launch(date="2020-01-01", customers=("NGA",)))
    with world.star() as made:
        for table in CORE_TABLES:
            key = ", ".join(table.key)
            twice = f"select {key} from {table.qualified} group by {key} having count(*) > 1"  # noqa: S608
            assert rows(made.con, twice) == [], table.name
            for column in table.columns:
                if column.references:
                    target, name = column.references.rsplit(".", 1)
                    ours = f"select {column.name} from {table.qualified} where {column.name} is not null"  # noqa: S608
                    lost = f"{ours} and {column.name} not in (from {target} select {name})"
                    assert rows(made.con, lost) == [], (table.name, column.name)


def test_a_second_build_says_the_same_and_a_change_is_seen(world, tmp_path):
    world.event("agreement", article("a"), **agreement(signed="2021-03"))
    with world.star():
        pass
    first = world.build.rename(tmp_path / "first.duckdb")
    with world.star():
        pass
    assert difference.is_same(first, world.build, CORE_TABLES)
    world.event("agreement", article("b"), **agreement(signed="2022"))
    with world.star():
        pass
    assert not difference.is_same(first, world.build, CORE_TABLES)


def test_filling_a_table_again_puts_the_same_rows_in_place(world):
    world.event("agreement", article("a"), **agreement())
    table = next(table for table in CORE_TABLES if table.name == "fact_agreements")
    with world.star() as made:
        assert made.fill(table) == made.fill(table) == 1


def test_sql_yields_the_declared_columns_in_order_with_their_types(world):
    with world.star() as made:
        for table in CORE_TABLES:
            found = rows(made.con, f"describe {statement('core', table.name)}")
            declared = [(column.name, column.type) for column in table.columns]
            assert [(name, "VARCHAR" if type_ == '"NULL"' else type_) for name, type_, *_ in found] == declared


def test_every_table_names_what_it_reads():
    tables = {table.name: table for table in CORE_TABLES}
    assert "dim_vehicles" in build.reads(tables["fact_launches"])
    done: set[str] = set()
    for table in CORE_TABLES:
        assert build.reads(table) <= done, table.name
        done.add(table.name)


def test_leftovers_of_a_killed_build_are_removed(world):
    world.build.parent.mkdir(parents=True)
    world.build.write_bytes(b"half a file")
    world.build.with_name("warehouse.duckdb.wal").write_bytes(b"half a log")
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.dim_countries")[0][0] > 200


def test_time_of_reading_is_kept(world):
    world.tell(article("a"))
    assert one(world, "select fetched_at from core.dim_articles") == (AT,)
