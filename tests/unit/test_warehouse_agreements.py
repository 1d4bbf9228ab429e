"""What agreements become in the star: dates, sources, roles and memberships."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.store_fixture import AT, World, accession, agreement, article, claim, lexicon_rows, one, rows
from transforms.resolve.records import Provisional
from warehouse import store


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


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


def test_a_text_was_told_on_the_first_day_on_which_any_standing_copy_of_it_was(world):
    wire = article("a", source="Xinhua", published="2021-03-12")
    world.event("agreement", wire, **agreement(signed="2021-03-09"))
    query = """
        select article_count, source_count, first_reported_date, reported_from, articles_by_then
        from core.fact_agreements join core.bridge_agreement_reports using (agreement_id)
    """
    own, first = date(2021, 3, 12), date(2021, 3, 10)
    assert one(world, query) == (1, 1, own, own, 1)
    early, late = (article("a", url=f"https://{n}.org/", source="Dawn", published=f"2021-03-{n}") for n in (10, 14))
    doubtful = article("a", url="https://1.org/", source="Dawn", published="2021-03-01", is_date_doubtful=True)
    for copy in (early, late, doubtful):
        world.tell(copy)
    assert one(world, query) == (1, 1, first, first, 1)
    with store.writing_store(world.store) as con:
        con.execute("insert into withdrawals values (?, 'gone', ?)", [early.article_id, AT])
        store.settle(con, "select article_id from withdrawals")
    assert one(world, query) == (1, 1, own, own, 1)


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
    query = "select joined_year, is_member from core.fact_memberships where role = 'joiner'"
    assert one(world, query) == (2021, False)


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
