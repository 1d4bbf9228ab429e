"""How facts stand to each other, what totals leave out, and how well a fact is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.article import Article
from tests.unit.store_fixture import World, article, claim, rows
from transforms.claim import Claim, Span
from warehouse.connect import reading


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "home")


def agreement(**cells: object) -> dict[str, object]:
    return {"parties": ("BRA", "CHN"), "type": "agreement", "status": "signed", **cells}


def worded(world: World, text: str, document: str, **cells: object) -> str:
    """An agreement whose article names its document in this sentence; returns its id."""
    at = text.index(document)
    told = Article(text=text, title="News", published="2021-03-09", source="Xinhua")
    cells = agreement(**cells)
    evidence = {
        name: tuple(
            Span("text", at, at + len(document), member) for member in (value if isinstance(value, tuple) else (value,))
        )
        for name, value in cells.items()
    }
    return world.fact(
        "agreement", world.tell(told, Claim("agreement", cells, evidence, "rule", 0.9, ("text", at))), **cells
    )


def relations(world: World) -> list[tuple[object, ...]]:
    with world.star() as made:
        return rows(made.con, "select from_id, to_id, relation from core.bridge_agreement_relations")


def left_out(world: World) -> dict[str, str]:
    with world.star() as made:
        query = "select agreement_id, exclusion_reason from core.fact_agreements where not counts_in_totals"
        return dict(rows(made.con, query))


def test_a_renewal_points_to_the_only_earlier_agreement_of_the_parties(world):
    old = world.event("agreement", article("a"), **agreement(signed="1998-05"))
    new = worded(world, "The two renewed the agreement on 3 June 2013.", "agreement", signed="2013-06-03")
    assert relations(world) == [(new, old, "renews")]


def test_the_year_told_chooses_among_several(world):
    world.event("agreement", article("a"), **agreement(signed="1998-05"))
    meant = world.event("agreement", article("b"), **agreement(signed="2004-11-12"))
    text = "A supplementary protocol to the agreement of 2004 was signed on 3 June 2013."
    new = worded(world, text, "supplementary protocol", signed="2013-06-03")
    assert relations(world) == [(new, meant, "implements")]


def test_where_several_fit_none_is_taken(world):
    world.event("agreement", article("a"), **agreement(signed="1998-05"))
    world.event("agreement", article("b"), **agreement(signed="2004-11-12"))
    worded(world, "The two renewed the agreement on 3 June 2013.", "agreement", signed="2013-06-03")
    assert relations(world) == []


def test_another_programme_is_another_affair(world):
    world.event("agreement", article("a"), **agreement(signed="1998-05", programme="Fengyun"))
    text = "The extension of the agreement was signed on 3 June 2013."
    worded(world, text, "agreement", signed="2013-06-03", programme="CBERS")
    assert relations(world) == []


def test_words_far_from_the_document_tell_nothing_of_it(world):
    world.event("agreement", article("a"), **agreement(signed="1998-05"))
    text = "They renewed old friendships at a long and merry dinner by the sea, on the evening before the agreement."
    worded(world, text, "agreement", signed="2013-06-03")
    assert relations(world) == []


def test_a_framework_covers_what_is_signed_with_it_and_is_not_counted_twice(world):
    umbrella = world.event("agreement", article("a"), **agreement(type="framework", signed="2020-07-04"))
    covered = world.event("agreement", article("b"), **agreement(type="contract", signed="2020-07-04"))
    world.event("agreement", article("c"), **agreement(type="contract", signed="2020-07-05"))
    assert relations(world) == [(umbrella, covered, "umbrella_of")]
    assert left_out(world) == {umbrella: "umbrella"}


def test_an_end_told_apart_ends_the_signed_one_and_takes_it_out_of_force(world):
    begun = world.event("agreement", article("a"), **agreement(signed="2016-02", programme="KOMPSAT-6"))
    ended = world.event("agreement", article("b"), **agreement(status="ended", programme="KOMPSAT-6", ended="2023-05"))
    assert relations(world) == [(ended, begun, "ends")]
    assert left_out(world) == {ended: "ends_another"}


@pytest.mark.parametrize(("told", "is_its_end"), [("ExoMars-2022", True), ("ExoMars rover", True), ("Exosat", False)])
def test_an_end_follows_the_family_of_a_programme(world, told, is_its_end):
    world.event("agreement", article("o"), **agreement(signed="2009", programme="Galileo"))
    begun = world.event("agreement", article("a"), **agreement(signed="2013-03-14", programme="ExoMars"))
    ended = world.event("agreement", article("b"), **agreement(status="ended", programme=told, ended="2022-07"))
    assert relations(world) == ([(ended, begun, "ends")] if is_its_end else [])
    assert left_out(world) == {ended: "ends_another" if is_its_end else "signing_not_told"}
    for con in published(world):
        found = rows(con, "select programme from agreements_in_force_on(date '2023-01-01')")
        assert (("ExoMars",) in found) is not is_its_end


def test_a_closer_programme_than_the_family_is_the_one_that_ends(world):
    world.event("agreement", article("a"), **agreement(signed="2013-03-14", programme="ExoMars"))
    begun = world.event("agreement", article("c"), **agreement(signed="2017", programme="ExoMars-2022"))
    ended = world.event(
        "agreement", article("b"), **agreement(status="ended", programme="ExoMars-2022", ended="2022-07")
    )
    assert relations(world) == [(ended, begun, "ends")]


@pytest.mark.parametrize(("day", "in_force"), [("2012-01-01", ["old"]), ("2014-01-01", ["new"])])
def test_in_force_is_the_renewal_from_its_signing_on(world, day, in_force):
    old = world.event("agreement", article("a"), **agreement(signed="1998-05"))
    new = worded(world, "The two renewed the agreement on 3 June 2013.", "agreement", signed="2013-06-03")
    names = {old: "old", new: "new"}
    for con in published(world):
        found = rows(con, "select agreement_id from agreements_in_force_on(cast(? as date))", day)
        assert [names[agreement_id] for (agreement_id,) in found] == in_force


def published(world: World) -> Iterator[object]:
    """The published warehouse, open for reading."""
    world.publish()
    with reading(world.home / "warehouse.duckdb") as con:
        yield con


def test_plans_pledges_and_what_was_never_signed_do_not_count(world):
    planned = world.event("agreement", article("a"), **agreement(status="planned", planned="2030"))
    pledge = world.event(
        "agreement", article("b"), **agreement(type="letter_of_intent", signed="2020", programme="Mars")
    )
    ended = world.event("agreement", article("c"), **agreement(status="ended", programme="Moon"))
    world.event("agreement", article("d"), **agreement(status="ended", signed="2019", ended="2022", type="mou"))
    assert left_out(world) == {planned: "planned", pledge: "pledge", ended: "signing_not_told"}


def test_what_was_signed_on_no_known_day_and_has_ended_counts_without_a_year(world):
    told = ("a", "The pact, which they had signed without fanfare, was cancelled.", "pact")
    worded(world, told[1], told[2], status="ended")
    assert left_out(world) == {}
    for con in published(world):
        assert rows(con, "select year, documents from metrics.agreements_by_year") == [(None, 1)]


def test_a_plan_given_up_and_a_signing_denied_were_never_signed(world):
    given_up = world.event("agreement", article("b"), **agreement(status="ended", planned="2021", ended="2022"))
    denied = worded(world, "The agreement, never signed, was dropped.", "agreement", status="ended", type="mou")
    assert set(left_out(world).items()) == {(given_up, "never_signed"), (denied, "never_signed")}


def test_an_undated_telling_that_may_repeat_a_dated_one_does_not_count(world):
    world.event("agreement", article("a"), **agreement(type="mou", signed="2015-03-01"))
    vague = world.event("agreement", article("b"), **agreement())
    vaguer = world.event("agreement", article("c"), **agreement())
    world.event("agreement", article("d"), **agreement(programme="Amazonia-1"))
    world.event("agreement", article("e"), **agreement(parties=("ARG", "CHN")))
    assert left_out(world) == {vague: "possible_repeat", vaguer: "possible_repeat"}


def test_of_several_undated_tellings_alike_one_counts(world):
    first, second = (world.event("agreement", article(text), **agreement()) for text in "ab")
    assert left_out(world) == {max(first, second): "possible_repeat"}


def test_a_contract_its_satellite_and_its_launch_are_linked(world):
    sale = {"parties": ("CHN", "VEN"), "supplier": "CHN"}
    contract = world.event(
        "agreement", article("a"), **agreement(type="contract", signed="2014-10", programme="VRSS-2", **sale)
    )
    sold = {"type": "satellite_export", "subject": "VRSS-2", **sale}
    export = world.event("cooperation", article("b"), more={"spacecraft_id": "vrss-2"}, **sold)
    flown = {"status": "success", "date": "2017-10-09", "payloads": ("VRSS-2",), "customers": ("VEN",)}
    launch = world.event("launch", article("c"), more={"spacecraft_ids": ("vrss-2",)}, **flown)
    with world.star() as made:
        query = "select from_id, to_id, relation, spacecraft_id from core.bridge_fact_links order by relation"
        assert rows(made.con, query) == [
            (contract, export, "contract_of", "vrss-2"),
            (launch, export, "delivers", "vrss-2"),
            (launch, contract, "launches", "vrss-2"),
        ]


def test_a_launch_for_another_customer_delivers_nothing(world):
    sold = {"type": "satellite_export", "parties": ("CHN", "VEN"), "supplier": "CHN", "subject": "Llano-9"}
    world.event("cooperation", article("b"), more={"spacecraft_id": "prov_llano-9"}, **sold)
    flown = {"status": "success", "date": "2017-10-09", "payloads": ("Llano-9",), "customers": ("BOL",)}
    world.event("launch", article("c"), more={"spacecraft_ids": ("prov_llano-9",)}, **flown)
    with world.star() as made:
        assert rows(made.con, "select count(*) from core.bridge_fact_links") == [(0,)]


def test_quality_rises_with_independent_sources_and_falls_with_discord(world):
    def told(*claims: tuple[str, str]) -> str:
        members = [
            name
            for source, day in claims
            for name in world.tell(
                article(f"{source} {day} {len(world.told)}", source=source),
                claim("agreement", **agreement(type="mou", signed=day)),
            )
        ]
        return world.fact("agreement", members, **agreement(type="mou", signed=claims[0][1]))

    one = told(("SpaceNews", "2021-03-09"))
    two = told(("SpaceNews", "2021-03-09"), ("Xinhua", "2021-03"))
    discord = told(("SpaceNews", "2021-03-09"), ("Xinhua", "2021-04-09"))
    with world.star() as made:
        score = dict(rows(made.con, "select agreement_id, quality_score from core.fact_agreements"))
        agreed = dict(rows(made.con, "select fact_id, agreement_part from core.fact_quality"))
    assert score[two] > score[one]
    assert score[two] > score[discord]
    assert agreed == {one: 1.0, two: 1.0, discord: 0.5}


def test_a_kind_of_document_left_unnamed_agrees_with_any_other_does_not(world):
    def told(*kinds: str) -> str:
        reports = zip(("SpaceNews", "Xinhua"), [agreement(type=kind) for kind in kinds], strict=True)
        members = [
            name
            for source, cells in reports
            for name in world.tell(article(f"{source} {kinds}", source=source), claim("agreement", **cells))
        ]
        return world.fact("agreement", members, **agreement(type=kinds[0]))

    unnamed, other = told("mou", "agreement"), told("mou", "contract")
    with world.star() as made:
        agreed = dict(rows(made.con, "select fact_id, agreement_part from core.fact_quality"))
    assert agreed == {unnamed: 1.0, other: 0.0}
