"""Whatever the facts are, the metrics add up to them."""

import random

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.star_builder import REFRESHED_AT, Star
from tests.unit.star_fixture import PARTIES, SPACECRAFT, fill_history, star
from warehouse.checks import all_checks, run
from warehouse.metrics import build_metrics
from warehouse.tables.metrics import METRICS

SOURCES = ["art_ilrs", "art_accords", "art_europe", "art_undated", "art_sample_1"]
DAYS = [None, "1998", "2021-03", "2021-03-09", "2022-01-01"]
AGREEMENTS = ["mou", "contract", "framework", "accession"]
COOPERATIONS = ["satellite_export", "joint_mission", "launch_service"]
TOTALS = ["agreements", "partner_countries", "partner_organizations", "launches", "satellites", "services"]
SUBJECTS = [None, "Long March", "long march 3b", "Artemis Accords", "CNSA", "Jiuquan", "Nobody"]
SCOPES = [None, "cumulative", "window", "ordinal", "current", "planned"]


def random_world(chance: random.Random, events: int) -> duckdb.DuckDBPyConnection:
    """The small star with as many random events on top, told in a random order."""
    con = star()
    world = Star(con, claims=5000)
    world.articles = dict.fromkeys(SOURCES, ("spacenews", "2022-02-02")) | {"art_sample_1": ("sample", "2022-08-05")}
    con.execute("begin")
    for number in range(events):
        chance.choice((random_agreement, random_launch, random_cooperation, random_total))(world, chance, number)
    for table, kind in (("agreements", "agreement"), ("launches", "launch"), ("cooperations", "cooperation")):
        con.execute(
            f"insert into core.fact_quality select '{kind}', {kind}_id, {', '.join(['quality_score'] * 5)} "  # noqa: S608
            f"from core.fact_{table} where {kind}_id not in (select fact_id from core.fact_quality)"
        )
    con.execute("commit")
    fill_history(con)
    return con


def random_agreement(world: Star, chance: random.Random, number: int) -> None:
    kind, status = chance.choice(AGREEMENTS), chance.choice(["signed", "planned", "ended"])
    codes = chance.sample([*PARTIES, "ESA"], chance.randint(1, 5))
    first, others = {"contract": ("supplier", "customer"), "accession": ("lead", "joiner")}.get(
        kind, ("signatory",) * 2
    )
    roles = {code: first if place == 0 else others for place, code in enumerate(codes)}
    is_known = kind == "accession" and chance.random() < 0.7
    world.agreement(
        f"agr_{number}",
        kind,
        roles,
        [chance.choice(SOURCES)],
        status=status,
        ended=chance.choice(DAYS) if status == "ended" else None,
        planned=chance.choice(DAYS) if status == "planned" else None,
        signed=chance.choice(DAYS) if status != "planned" else None,
        programme=chance.choice([None, *SPACECRAFT]),
        instrument_id="artemis-accords" if is_known else None,
    )


def random_launch(world: Star, chance: random.Random, number: int) -> None:
    vehicle, provider = chance.choice([(None, None), ("long-march-3b", "CHN"), ("vega", "FRA"), ("falcon-9", "USA")])
    customer = chance.choice([None, "VEN", "KOR", "USA"])
    world.launch(
        f"lch_{number}",
        chance.choice(["success", "failure", "unknown", "planned"]),
        [chance.choice(SOURCES)],
        day=chance.choice(DAYS),
        vehicle=vehicle,
        provider=provider,
        payloads={chance.choice(SPACECRAFT).lower(): customer},
        customers={customer: provider is not None and customer != provider} if customer else {},
    )


def random_cooperation(world: Star, chance: random.Random, number: int) -> None:
    kind = chance.choice(COOPERATIONS)
    codes = chance.sample(PARTIES, chance.randint(2, 4))
    is_directed = kind == "satellite_export" and chance.random() < 0.8
    roles = {
        c: ("supplier" if place == 0 else "customer") if is_directed else "partner" for place, c in enumerate(codes)
    }
    craft = chance.choice([None, *SPACECRAFT])
    world.cooperation(
        f"coop_{number}",
        kind,
        roles,
        [chance.choice(SOURCES)],
        start=chance.choice(DAYS),
        spacecraft_id=craft.lower() if craft else None,
    )


def random_total(world: Star, chance: random.Random, number: int) -> None:
    start, day = chance.choice(DAYS[3:]), chance.choice(DAYS[3:])
    world.total(
        f"tot_{number}",
        chance.choice(TOTALS),
        chance.randint(1, 300),
        chance.choice(SOURCES),
        party_code=chance.choice([None, "CHN", "USA"]),
        subject=chance.choice(SUBJECTS),
        scope=chance.choice(SCOPES),
        bound=chance.choice(["=", ">=", "~"]),
        as_of_date=chance.choice([None, day]),
        window_from=chance.choice([None, start]),
    )


def blocked(con: duckdb.DuckDBPyConnection) -> list[str]:
    return [check.name for check in all_checks() if check.is_blocking and not run(con, check).passed]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 60), st.booleans())
def test_no_facts_make_a_blocking_check_fail(seed: int, events: int, has_real_source: bool) -> None:
    with random_world(random.Random(seed), events) as con:  # noqa: S311 - a seeded game, no secret
        build_metrics(con, number=3, refreshed_at=REFRESHED_AT, has_real_source=has_real_source)
        assert blocked(con) == []


def test_the_order_of_rows_changes_nothing() -> None:
    found = []
    for order in ("all", "all desc"):
        with random_world(random.Random(7), 60) as con:  # noqa: S311
            for (table,) in con.execute("select table_name from duckdb_tables() where schema_name = 'core'").fetchall():
                con.execute(f"create temp table shuffled as from core.{table} order by {order}")
                con.execute(f"delete from core.{table}")  # noqa: S608
                con.execute(f"insert into core.{table} from shuffled")  # noqa: S608
                con.execute("drop table shuffled")
            build_metrics(con, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)
            found.append({t.name: con.execute(f"from {t.qualified}").fetchall() for t in METRICS})
    assert found[0] == found[1]
