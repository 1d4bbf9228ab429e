"""What launches become in the star: customers, rides, plans and payloads."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.unit.store_fixture import World, article, claim, launch, lexicon_rows, one, rows
from transforms.resolve.records import Provisional
from warehouse import build
from warehouse.lexicon_rows import DimensionRows


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


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


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ((), "stated"),
        (("planned",), "launch_planned"),
        (("failure",), "lost"),
        (("failure", "planned"), "launch_planned"),
        (("failure", "success"), "flown"),
        (("unknown",), "stated"),
    ],
)
def test_an_undertaking_has_the_fate_of_its_craft(world, told, status):
    world.event(
        "cooperation",
        article("a"),
        {"spacecraft_id": "CBERS-4"},
        type="joint_mission",
        parties=("BRA", "CHN"),
        subject="CBERS-4",
    )
    for number, outcome in enumerate(told):
        cells = launch(status=outcome, date=f"201{number}-01-01", payloads=("CBERS-4",))
        world.event("launch", article(f"flight {number}"), {"spacecraft_ids": ("CBERS-4",)}, **cells)
    assert one(world, "select status from core.fact_cooperations") == (status,)
