"""Traits spare the store blocks that a verdict would send away, and never one that it would join."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit import resolve_lives, resolve_world
from tests.unit.resolve_claims import gold_claims, sourced
from tests.unit.resolve_keeper import Keeper
from transforms import lexicons
from transforms.resolve import SourcedClaim
from transforms.resolve.mentions import mentions
from transforms.resolve.names import Relation, craft, relate, thing
from transforms.resolve.resolver import RULES
from transforms.resolve.rule import Rule, fold
from transforms.resolve.traits import ANY, of_days, of_words
from transforms.resolve.verdicts import bears


def met(rule: Rule[Any], claims: list[SourcedClaim]) -> list[tuple[bool, bool]]:
    """Of pairs that nothing but a key asked and offered brings together: does the verdict bear, do traits agree."""
    kinds = [told for told in mentions(claims).values() if told]
    found = []
    for one, two in combinations([node for told in kinds for node in fold(rule, told)], 2):
        common = {key for a, b in ((one, two), (two, one)) for key in rule.asked_keys(a) if key in rule.offered_keys(b)}
        if common and set(rule.shared_keys(one)).isdisjoint(rule.shared_keys(two)):
            agrees = any(rule.traits(one, key) & rule.traits(two, key) for key in common)
            found.append((bears(rule.verdict(one, two)), agrees))
    return found


def of_kind(kind: str, claims: list[SourcedClaim]) -> list[SourcedClaim]:
    return [claim for claim in claims if claim.claim.kind == kind]


def told_worlds() -> list[list[SourcedClaim]]:
    worlds = (resolve_world.world(7, events=40), resolve_lives.world(7, events=40))
    return [gold_claims(), *([telling.claim for telling in world] for world in worlds)]


def shared(rule: Rule[Any], claims: list[SourcedClaim]) -> list[tuple[bool, bool]]:
    """The same of pairs that share a key."""
    nodes = [node for told in mentions(claims).values() if told for node in fold(rule, told)]
    return [
        (bears(rule.verdict(one, two)), rule.shared_traits(one) & rule.shared_traits(two) > 0)
        for one, two in combinations(nodes, 2)
        if not set(rule.shared_keys(one)).isdisjoint(rule.shared_keys(two))
    ]


@pytest.mark.parametrize("kind", ["agreement", "launch", "cooperation"])
def test_in_whole_worlds_every_pair_that_shares_a_key_and_bears_has_a_trait_in_common(kind: Any) -> None:
    found = [pair for claims in told_worlds() for pair in shared(RULES[kind], of_kind(kind, claims))]
    assert sum(is_borne for is_borne, _ in found) > 30
    assert all(agrees for is_borne, agrees in found if is_borne)


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_undertakings_that_a_shared_key_and_the_verdict_join_have_a_trait_in_common(data: st.DataObject) -> None:
    claims = [
        sourced(
            "cooperation", f"art{number}", published=data.draw(st.none() | _PUBLISHED),
            type=data.draw(st.sampled_from(["satellite_export", "crew", "data_sharing"])),
            parties=data.draw(st.sampled_from([(), ("BRA",), ("BRA", "CHN"), ("BRA", "CHN", "FRA"), ("FRA", "IND")])),
            subject=data.draw(st.none() | _NAMES),
        )
        for number in range(data.draw(st.integers(2, 8)))
    ]  # fmt: skip
    assert all(agrees for is_borne, agrees in shared(RULES["cooperation"], claims) if is_borne)


@pytest.mark.parametrize("kind", ["agreement", "launch"])
def test_in_whole_worlds_every_pair_that_bears_has_a_trait_in_common_and_others_have_none(kind: Any) -> None:
    found = [pair for claims in told_worlds() for pair in met(RULES[kind], of_kind(kind, claims))]
    assert sum(is_borne for is_borne, _ in found) > 50
    assert all(agrees for is_borne, agrees in found if is_borne)
    assert any(not agrees for _, agrees in found)


_DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()[:10]),
    st.builds(
        lambda day, length: f"20{day // 360:02}-{day // 30 % 12 + 1:02}-{day % 28 + 1:02}"[:length],
        st.integers(3600, 3600 + 1200), st.sampled_from([10, 10, 7, 4]),
    ),
    st.sampled_from(["soon", None]),
)  # fmt: skip
_PUBLISHED = st.integers(3600, 4800).map(lambda day: f"20{day // 360:02}-{day // 30 % 12 + 1:02}-{day % 28 + 1:02}")
_NAMES = st.one_of(
    st.sampled_from([name.text for row in lexicons.spacecraft()[:150] for name in row.aliases] or ["Hope"]),
    st.sampled_from(["Starlink", "Starlink Group 4-7", "Tianzhou-3", "Tiangong", "CBERS-4", "CBERS 4A", "FooBar 2",
                     "Foo Bar-2", "Earth observation craft", "China-Brazil Earth Resources Satellite", "CBERS"]),
    st.text("ABab 12-", min_size=1, max_size=8).filter(str.strip),
)  # fmt: skip


@st.composite
def launches(draw: st.DrawFn) -> list[SourcedClaim]:
    """Launches of few rockets at nearly one time, which ask each other's keys."""
    return [
        sourced(
            "launch", f"art{number}", published=draw(st.none() | _PUBLISHED),
            status=draw(st.sampled_from(["planned", "success", "failure"])), date=draw(_DATES),
            vehicle=draw(st.sampled_from(["Falcon 9", "Falcon", "Long March 3B", None])),
            payloads=draw(st.lists(_NAMES, max_size=2, unique=True).map(tuple)),
            customers=draw(st.sampled_from([(), ("BRA",), ("BRA", "CHN"), ("FRA",)])),
            site=draw(st.sampled_from(["Xichang", None])), date_basis=draw(st.sampled_from(["stated", "announced"])),
        )
        for number in range(draw(st.integers(2, 8)))
    ]  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> list[SourcedClaim]:
    """Agreements of few parties over many years."""
    return [
        sourced(
            "agreement", f"art{number}", published=draw(st.none() | _PUBLISHED),
            parties=draw(st.sampled_from([("BRA", "CHN"), ("BRA", "CHN", "FRA"), ("BRA", "FRA")])), signed=draw(_DATES),
            type=draw(st.sampled_from(["mou", "contract", "agreement", "accession"])),
            status=draw(st.sampled_from(["planned", "signed", "ended"])), programme=draw(st.none() | _NAMES),
            date_basis=draw(st.sampled_from(["stated", "announced", None])),
        )
        for number in range(draw(st.integers(2, 8)))
    ]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(launches())
def test_launches_that_an_asked_key_and_the_verdict_join_have_a_trait_in_common(claims: list[SourcedClaim]) -> None:
    assert all(agrees for is_borne, agrees in met(RULES["launch"], claims) if is_borne)


@settings(max_examples=250, deadline=None)
@given(agreements())
def test_agreements_that_an_asked_key_and_the_verdict_join_have_a_trait_in_common(claims: list[SourcedClaim]) -> None:
    assert all(agrees for is_borne, agrees in met(RULES["agreement"], claims) if is_borne)


@settings(max_examples=500, deadline=None)
@given(_NAMES, _NAMES)
@example("CBERS", "China-Brazil Earth Resources Satellite")
@example("Foo Bar-2", "FooBar 2")
def test_names_of_one_thing_or_series_have_a_handle_in_common(one: str, two: str) -> None:
    for read in (craft, thing):
        if relate(read(one), read(two)) >= Relation.SERIES:
            assert read(one).handles & read(two).handles


@given(st.integers(1, 10**6), st.integers(0, 4000), st.integers(1, 10**6), st.integers(0, 4000), st.integers(0, 9))
def test_days_that_lie_as_near_as_both_allow_have_a_trait_in_common(
    one: int, width: int, two: int, length: int, slack: int
) -> None:
    near = max(one, two) - min(one + width, two + length) <= 2 * slack
    assert not near or of_days((one, one + width), slack) & of_days((two, two + length), slack)


def test_traits_part_years_and_names_and_hold_open_what_is_not_told() -> None:
    assert not of_days((737_000, 737_000), 1) & of_days((738_000, 738_000), 1)
    assert of_days((0, 10_000_000), 1) == ANY
    assert not of_days((0, 731_000), 1) & of_days((738_000, 738_000), 1)
    assert not of_words(["kestrel"]) & of_words(["heron"])
    assert of_words(["kestrel", "heron"]) & of_words(["heron", "plover"])


def test_a_new_claim_loads_no_block_that_its_traits_part_it_from() -> None:
    """Agreements of the same two over thirty years: a plan is compared with those of its time alone."""
    keeper, loaded = Keeper(), set[int]()
    told = {"parties": ("BRA", "CHN"), "type": "mou", "published": "2021-03-01"}
    for year in range(1990, 2020):
        signed = {"signed": f"{year}-06-15", "programme": f"Plover-{year}", "status": "signed"}
        keeper.change([sourced("agreement", f"in{year}", **(told | signed))])
    held = keeper.claims

    def claims(blocks: Any) -> Any:
        loaded.update(blocks)
        return held(blocks)

    keeper.claims = claims  # type: ignore[method-assign]
    keeper.change([sourced("agreement", "plan", **told, status="planned", signed="2005-05", programme="Kestrel")])
    assert 0 < len(loaded) < 6
