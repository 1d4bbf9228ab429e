"""Which value stands, what it rests on, and how sure the fact is."""

from typing import Any

from tests.unit.resolve_claims import sourced
from transforms.resolve import CellValue, Fact, Resolution, SourcedClaim, resolve


def signing(article: str, **told: Any) -> SourcedClaim:
    cells = {"parties": ("CHN", "RUS"), "type": "mou", "status": "signed", "signed": "2021-03-09"}
    return sourced("agreement", article, **cells | {"published": "2021-03-10"} | told)


def flight(article: str, **told: Any) -> SourcedClaim:
    cells = {"status": "success", "date": "2020-04-09", "payloads": ("Palapa-N1",), "customers": ()}
    return sourced("launch", article, **cells | {"published": "2020-04-10"} | told)


def only(resolution: Resolution) -> Fact:
    (fact,) = resolution.facts
    return fact


def test_the_more_precise_date_stands_even_from_a_poorer_source() -> None:
    fact = only(resolve([signing("a", signed="2021-03", tier=1), signing("b", tier=4)]))
    assert fact.cells["signed"] == "2021-03-09"
    assert fact.chosen["signed", ""] == "clm_b-000"


def test_of_equally_precise_dates_the_better_source_then_more_sources_then_the_last_word() -> None:
    early, late = {"signed": "2021-03-09"}, {"signed": "2021-03-10"}
    better = [signing("a", tier=1, **early), signing("b", **late), signing("c", **late)]
    assert only(resolve(better)).cells["signed"] == "2021-03-09"
    more = [signing("a", **early), signing("b", **late), signing("c", **late)]
    assert only(resolve(more)).cells["signed"] == "2021-03-10"
    one_wire = [signing("a", **early, published="2021-03-12"), signing("b", group="wire", **late),
                signing("c", group="wire", **late)]  # fmt: skip
    assert only(resolve(one_wire)).cells["signed"] == "2021-03-09"


def test_a_kind_of_document_stands_against_the_word_agreement() -> None:
    assert only(resolve([signing("a", type="agreement", tier=1), signing("b", tier=4)])).cells["type"] == "mou"


def test_what_flew_outweighs_the_plan_and_a_known_outcome_the_unknown_one() -> None:
    told = [
        flight("a", status="planned", date="2020-04", published="2020-03-01", tier=1),
        flight("b", status="unknown", tier=1),
        flight("c", status="failure", tier=4),
    ]
    assert only(resolve(told)).cells["status"] == "failure"


def test_lists_are_united_and_two_writings_of_a_payload_are_one() -> None:
    told = [
        flight("a", payloads=("Palapa-N1", "Kestrel-9"), customers=("IDN",)),
        flight("b", payloads=("PALAPA N1",), customers=("CHN",)),
    ]
    cells = only(resolve(told)).cells
    assert len(cells["payloads"]) == len(cells["spacecraft_ids"]) == 2
    assert cells["customers"] == ("CHN", "IDN")


def test_all_claimed_values_are_kept_and_those_that_stand_are_marked() -> None:
    resolution = resolve([signing("a"), signing("b", signed="2021-03-10", tier=3), signing("c")])
    dates = [value for value in resolution.values() if value.column_name == "signed"]
    fact = only(resolution).fact_id
    assert sorted(dates) == [
        CellValue(fact, "signed", "", "2021-03-09", "clm_a-000", True),
        CellValue(fact, "signed", "", "2021-03-09", "clm_c-000", True),
        CellValue(fact, "signed", "", "2021-03-10", "clm_b-000", False),
    ]
    conflicts = [(review.column_name, review.score) for review in resolution.reviews if review.doubt == "conflict"]
    assert conflicts == [("signed", 0.3333)]


def test_a_plan_keeps_its_own_date_beside_that_of_signing() -> None:
    plan = signing("a", status="planned", signed="2021-03", published="2021-02-20", programme="ExoMars")
    values = {(v.column_name, v.value) for v in resolve([plan, signing("b", programme="ExoMars")]).values()}
    assert {("planned", "2021-03"), ("signed", "2021-03-09")} <= values


def test_independent_sources_make_a_fact_surer_and_copies_do_not() -> None:
    alone = only(resolve([signing("a", confidence=0.8)])).confidence
    copies = only(resolve([signing(a, group="wire", confidence=0.8) for a in "ab"])).confidence
    two = only(resolve([signing(a, confidence=0.8) for a in "ab"])).confidence
    assert (alone, copies, two) == (0.8, 0.8, 0.96)


def test_names_that_no_lexicon_knows_get_one_provisional_id_for_all_writings() -> None:
    told = [flight("a", payloads=("Quokkasat-7",), customers=("AUS",), vehicle="Wombat 5", site="Nullarbor")]
    told.append(flight("b", payloads=("QUOKKASAT 7",), customers=("AUS",), vehicle="Wombat-5"))
    resolution = resolve(told)
    assert only(resolution).cells["spacecraft_ids"] == ("prov_quokkasat-7",)
    assert {(member.dimension, member.id, member.party_code) for member in resolution.provisional} == {
        ("spacecraft", "prov_quokkasat-7", "AUS"),
        ("vehicles", "prov_wombat-5", None),
        ("sites", "prov_nullarbor", None),
    }


def test_a_fact_is_named_after_its_smallest_anchor_and_keeps_its_id_when_later_ones_join() -> None:
    first = only(resolve([signing("b")])).fact_id
    assert first == "agr_b-000"
    assert only(resolve([signing("b"), signing("c")])).fact_id == first
    assert only(resolve([signing("b"), signing("a")])).fact_id == "agr_a-000"


def test_a_plan_that_slips_is_no_conflict_and_two_clocks_are_a_small_one() -> None:
    def doubts(*claims: SourcedClaim) -> list[float]:
        return [review.score for review in resolve(claims).reviews if review.doubt == "conflict"]

    def flight(article: str, date: str, status: str, published: str) -> SourcedClaim:
        return sourced("launch", article, status=status, date=date, payloads=("Apstar-6C",), vehicle="Long March 3B",
                       published=published)  # fmt: skip

    slip = flight("a", "2018-05", "planned", "2018-01-01"), flight("b", "2018-06", "planned", "2018-04-01")
    assert doubts(*slip) == []
    clocks = flight("a", "2018-05-03", "success", "2018-05-04"), flight("b", "2018-05-04", "success", "2018-05-04")
    assert doubts(*clocks) == [0.15]


def test_the_day_of_an_end_is_no_other_day_of_signing() -> None:
    def pact(article: str, status: str, signed: str, published: str) -> SourcedClaim:
        return sourced("agreement", article, status=status, signed=signed, parties=("IND", "JPN"), type="agreement",
                       programme="Lupex", published=published)  # fmt: skip

    ended = resolve([pact("a", "signed", "2018-04", "2018-05-01"), pact("b", "ended", "2020-05-02", "2020-05-03")])
    assert only(ended).cells["ended"] == "2020-05-02"
    assert [review for review in ended.reviews if review.doubt == "conflict"] == []
