"""Which claims are one fact, kind by kind: the examples of docs/resolution.md."""

from typing import Any

import pytest

from tests.unit.resolve_claims import facts, sourced
from transforms.resolve import SourcedClaim, resolve
from transforms.resolve.identities import craft_id, vehicle_id


def agreement(article: str, number: int = 0, **told: Any) -> SourcedClaim:
    cells = {"parties": ("CHN", "RUS"), "type": "mou", "status": "signed", "published": "2021-03-11"} | told
    return sourced("agreement", article, number, **cells)


def launch(article: str, number: int = 0, **told: Any) -> SourcedClaim:
    cells = {
        "status": "success",
        "payloads": ("Apstar-6C",),
        "customers": (),
        "published": "2018-05-04",
    } | told
    return sourced("launch", article, number, **cells)


def cooperation(article: str, number: int = 0, **told: Any) -> SourcedClaim:
    cells = {"type": "joint_mission", "parties": ("BRA", "CHN"), "published": "2019-12-21"} | told
    return sourced("cooperation", article, number, **cells)


ONE, TWO = [{"a", "b"}], [{"a"}, {"b"}]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"signed": "2021-03-09"}, {"signed": "2021-03-09", "type": "agreement"}, ONE),
        ({"signed": "2021-03-09", "programme": "ILRS"}, {"signed": "2021-03", "programme": "moon base"}, ONE),
        ({"signed": "2021-03-09", "programme": "ILRS"},
         {"signed": "2021-03-09", "programme": "International Lunar Research Station"}, ONE),
        ({"signed": "2021-03-09"}, {"signed": "2021-03-16", "date_basis": "announced"}, ONE),
        ({"signed": "2021-03-09"}, {"signed": "2021-03-16", "date_basis": "stated"}, TWO),
        ({"signed": "2021-03-09", "programme": "Kestrel-4"}, {"signed": "2021-03-09", "programme": "Kestrel-5"}, TWO),
        ({"signed": "2021-03", "programme": "satellite navigation"},
         {"signed": "2021-03", "programme": "lunar exploration"}, TWO),
        ({"signed": "2021-03-09", "programme": "Kestrel-4"}, {"signed": "2024-03-09", "programme": "Kestrel-4"}, TWO),
        ({"signed": "2021-03-09", "parties": ("CHN", "FRA")}, {"signed": "2021-03-09"}, TWO),
        ({"signed": "2021-03-09"}, {"signed": None, "published": "2019-01-01"}, TWO),
        ({"signed": "2021-03-09", "type": "contract"}, {"signed": "2021-03-09", "type": "joint_statement"}, TWO),
    ],
)  # fmt: skip
def test_agreements(left: dict[str, Any], right: dict[str, Any], expected: list[set[str]]) -> None:
    assert facts(agreement("a", **left), agreement("b", **right)) == expected


def test_planned_signed_and_ended_are_one_agreement_with_the_latest_status() -> None:
    told = [
        agreement("a", status="planned", signed="2021-03", published="2021-02-20", programme="ExoMars"),
        agreement("b", signed="2021-03-09", programme="ExoMars"),
        agreement("c", status="ended", signed="2022-07-12", published="2022-07-13", programme="ExoMars"),
    ]
    (fact,) = resolve(told).facts
    assert [fact.cells[name] for name in ("status", "planned", "signed", "ended")] == [
        "ended", "2021-03", "2021-03-09", "2022-07-12",
    ]  # fmt: skip


def test_an_undated_claim_joins_the_only_candidate_and_else_stays_apart_for_review() -> None:
    dated, undated = agreement("a", signed="2021-03-09", programme="Kestrel"), agreement("b")
    assert facts(dated, undated) == ONE
    other = agreement("c", signed="2020-01-15", programme="Heron", published="2020-01-16")
    assert facts(dated, undated, other) == [{"a"}, {"b"}, {"c"}]
    doubts = [review for review in resolve([dated, undated, other]).reviews if review.doubt == "undated"]
    assert [(review.claim_id, len(review.fact_ids)) for review in doubts] == [("clm_b-000", 3)]


@pytest.mark.parametrize(
    ("signed", "programme", "undated", "expected"),
    [
        ("2017-05-09", None, None, ONE),
        ("1997-05-09", None, None, TWO),
        ("1997-05-09", None, "Kestrel", TWO),
        ("1997-05-09", "satellite navigation", "satellite navigation", TWO),
        ("1997-05-09", "Kestrel", "Kestrel", ONE),
        ("1997-05-09", "Mir", "Soyuz TM", ONE),  # of one programme, as the lexicon has it
    ],
)
def test_a_report_without_a_day_is_of_an_agreement_of_the_last_years_or_of_a_named_one(
    signed: str, programme: str | None, undated: str | None, expected: list[set[str]]
) -> None:
    old = agreement("a", signed=signed, programme=programme, published="2019-05-10")
    assert facts(old, agreement("b", programme=undated)) == expected


def test_what_ended_long_before_is_not_what_a_report_without_a_day_tells_of() -> None:
    ended = agreement("a", status="ended", signed="2003-05-09", published="2003-05-10")
    found = resolve([ended, agreement("b")])
    assert (len(found.facts), found.reviews) == (2, ())


def flights_of_a_series(a_month: int) -> list[SourcedClaim]:
    """A plan of May, its flight in June, and so many flights on another rocket in each month of that quarter."""
    told = {"payloads": ("Starlink",), "vehicle": "Falcon 9"}
    others = [
        launch(f"other{month}-{day}", **told | {"vehicle": "Ariane 6", "date": f"2018-{month:02}-{day:02}"})
        for month in (4, 5, 6) for day in range(1, a_month + 1)
    ]  # fmt: skip
    plan = launch("plan", **told, status="planned", date="2018-05", published="2018-04-01")
    return [plan, launch("flown", **told, date="2018-06-19", published="2018-06-20"), *others]


def test_a_plan_of_a_series_is_answered_where_few_of_its_quarter_could_answer() -> None:
    assert {"plan", "flown"} in facts(*flights_of_a_series(15))
    assert {"plan"} in facts(*flights_of_a_series(25))


def test_a_shorter_report_names_fewer_signatories_of_the_same_document() -> None:
    told = {"signed": "2021-08-18", "programme": "Heron constellation", "published": "2021-08-19"}
    all_five = agreement("a", parties=("BRA", "CHN", "IND", "RUS", "ZAF"), **told)
    assert facts(all_five, agreement("b", parties=("CHN", "RUS"), **told)) == ONE
    assert facts(all_five, agreement("b", parties=("CHN", "RUS"), **told | {"signed": "2019-05-02"})) == TWO


def test_one_accession_for_each_joiner_whatever_is_told_of_its_day() -> None:
    told = {"type": "accession", "programme": "Artemis Accords", "status": "signed"}
    panama = {"parties": ("PAN", "USA")} | told
    first, later = agreement("a", signed="2024-12-11", **panama), agreement("b", signed=None, **panama)
    assert facts(first, later) == ONE
    assert facts(first, agreement("b", signed="2024-11-30", **panama)) == ONE
    assert facts(first, agreement("b", signed="2024-12-11", **told | {"parties": ("AUT", "USA")})) == TWO


def test_agreements_told_side_by_side_in_one_article_are_two() -> None:
    one = agreement("a", 1, signed="2016-03-22", type="contract", programme="Hope")
    two = agreement("a", 2, signed="2016-03-22", type="agreement")
    again = agreement("b", signed="2016-03", type="contract", programme="Hope")
    found = {fact.members for fact in resolve([one, two, again]).facts}
    assert found == {("clm_a-001", "clm_b-000"), ("clm_a-002",)}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"date": "2018-05-04"}, {"date": "2018-05-03", "payloads": ("APSTAR 6C",)}, ONE),
        ({"date": "2018-05-04", "vehicle": "Long March 3B/E"}, {"date": "2018-05", "vehicle": "Long March-3B"}, ONE),
        ({"date": "2018-05-04"}, {"status": "planned", "date": "2017", "published": "2015-10-17"}, ONE),
        ({"date": "2018-05-04"}, {"status": "planned", "date": "2020", "published": "2019-01-10"}, TWO),
        ({"date": "2018-05-04"}, {"date": "2018-05-04", "payloads": ("Apstar-6D",)}, TWO),
        ({"date": "2018-05-04", "vehicle": "Long March 3B"},
         {"date": "2018-05-04", "vehicle": "Long March 3B", "payloads": ()}, ONE),
        ({"date": "2018-05-04", "vehicle": "Long March 3B"},
         {"date": "2018-05-04", "vehicle": "Falcon 9", "payloads": ()}, TWO),
        ({"date": "2018-05-04", "vehicle": "Long March 3B"},
         {"status": "planned", "date": "2018-05-04", "vehicle": "Long March 3B", "payloads": ()}, ONE),
        ({"date": "2018-05-04", "vehicle": "Long March 3B", "payloads": ()},
         {"status": "planned", "date": "2018-05-04", "vehicle": "CZ-3B", "payloads": ()}, ONE),
        ({"date": "2018-05-04", "vehicle": "Long March 3B", "payloads": ()},
         {"status": "planned", "date": "2018-05-09", "vehicle": "Long March 3B", "payloads": ()}, TWO),
        ({"date": "2018-05-04", "vehicle": "Long March 3B", "site": "Xichang"},
         {"date": "2018-05-04", "vehicle": "CZ-3B", "site": "Xichang", "payloads": ("Kestrel-9",)}, ONE),
        ({"status": "failure", "date": "2013-12-09"}, {"date": "2014-12-07"}, TWO),
        ({"date": "2024-02-10", "payloads": ("Starlink",)}, {"date": "2024-02-15", "payloads": ("Starlink",)}, TWO),
        ({"date": "2024-02-10", "payloads": ("Starlink",)}, {"date": "2024-02-11", "payloads": ("Starlink",)}, ONE),
        ({"date": "2018-05-04", "vehicle": "Vega"},
         {"date": "2018-05-04", "vehicle": "European Vega", "payloads": ()}, ONE),
        ({"date": "2018-05-04", "vehicle": "Zenit-3SL"},
         {"date": "2018-05-04", "vehicle": "Sea Launch Zenit-3SL", "payloads": ()}, ONE),
        ({"date": "2018-05-04", "vehicle": "European Vega"},
         {"date": "2018-05-04", "vehicle": "European Ariane 5", "payloads": ()}, TWO),
    ],
)  # fmt: skip
def test_launches(left: dict[str, Any], right: dict[str, Any], expected: list[set[str]]) -> None:
    assert facts(launch("a", **left), launch("b", **right)) == expected


def test_passengers_of_one_flight_are_one_launch_though_one_was_announced_before() -> None:
    flight: dict[str, Any] = {"date": "2018-05-04", "vehicle": "Soyuz-2.1a", "site": "Baikonur"}
    told = [
        launch("a", payloads=("Kestrel-1", "Heron-3", "Osprey-2"), **flight),
        launch("b", payloads=("Heron-3",), **flight),
        launch("c", status="planned", date=None, payloads=("Osprey-2",), published="2017-02-01"),
    ]
    (fact,) = resolve(told).facts
    assert sorted(fact.cells["spacecraft_ids"]) == ["prov_heron-3", "prov_kestrel-1", "prov_osprey-2"]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("CBERS-4", "CBERS-04", "China-Brazil Earth Resources Satellite 04"), "cbers-4"),
        (("Heron VI", "Heron-6", "Heron 06", "Heron Six"), "prov_heron-6"),
        (("Kosmos 2510", "Kosmos-2,510"), "prov_kosmos-2510"),
        (("Heron-3 02", "Heron 3-02"), "prov_heron-3-2"),
    ],
)
def test_writings_of_a_craft_have_one_id(names: tuple[str, ...], known: str) -> None:
    assert {craft_id(name) for name in names} == {known}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Sea Launch Zenit-3SL", "zenit-3sl"),
        ("Boeing Delta II", "delta-ii"),
        ("Chinese Long March 3B", "long-march-3b"),
        ("GSLV D-3", "gslv"),
        ("European Kestrel 9", "prov_european-kestrel-9"),
    ],
)
def test_a_rocket_is_known_whoever_makes_it(name: str, known: str) -> None:
    assert vehicle_id(name) == known


def test_a_launch_planned_delayed_twice_and_flown_is_one_with_its_history() -> None:
    told = [
        launch("a", status="planned", date="2017-06", published="2015-10-17"),
        launch("b", status="planned", date="2017-12", published="2017-02-01"),
        launch("c", status="planned", date="2018-05", published="2017-11-20"),
        launch("d", date="2018-05-04"),
    ]
    (fact,) = resolve(told).facts
    assert [fact.cells[name] for name in ("status", "date", "planned_first", "planned_latest", "slip_count")] == [
        "success", "2018-05-04", "2017-06", "2018-05", 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"subject": "CBERS-4A"}, {"subject": "CBERS 4A satellite"}, ONE),
        ({"subject": "CBERS-4A"}, {"subject": "CBERS-4"}, TWO),
        ({"subject": "CBERS-4A"}, {"subject": "CBERS"}, TWO),
        ({"subject": "Heron-3"}, {"subject": "Heron programme"}, TWO),
        ({"subject": "Heron-3"}, {"subject": "Heron-3 remote sensing satellite"}, ONE),
        ({"subject": "CBERS-4A"}, {"subject": None}, TWO),
        ({"subject": None}, {"subject": None}, ONE),
        ({"subject": "CBERS-4A"}, {"subject": "CBERS-4A", "type": "constellation"}, ONE),
        ({"subject": "CBERS-4A"}, {"subject": "CBERS-4A", "type": "ground_station"}, TWO),
        ({"subject": "oceanographic satellite"}, {"subject": "China-Brazil Oceanography Satellite"}, ONE),
        ({"subject": "CBERS-4A"}, {"subject": "CBERS-4A", "parties": ("BRA", "CHN", "ETH")}, ONE),
        ({"subject": "Heron", "type": "crew", "published": "1993-12-17"},
         {"subject": "Heron", "type": "crew", "published": "1995-12-30"}, TWO),
    ],
)  # fmt: skip
def test_cooperations(left: dict[str, Any], right: dict[str, Any], expected: list[set[str]]) -> None:
    assert facts(cooperation("a", **left), cooperation("b", **right)) == expected


def test_a_total_is_a_figure_as_one_article_claims_it() -> None:
    told = {"metric": "launches", "value": 252, "of": "CHN", "scope": "ordinal", "published": "2017-10-09"}
    assert facts(sourced("total", "a", **told), sourced("total", "b", **told)) == TWO
    copies = [sourced("total", article, **told, group="wire") for article in ("a", "b")]
    assert facts(*copies) == ONE
