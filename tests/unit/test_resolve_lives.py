"""How well what is told in parts is put together, in any order and any batches."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.resolve_claims import fact_of
from tests.unit.resolve_keeper import Keeper
from tests.unit.resolve_lives import Telling, world
from tests.unit.test_resolve_order import assert_as_if_made_at_once, outcome
from tests.unit.test_resolve_quality import precision_recall
from transforms.resolve import resolve

PRECISION, RECALL = 0.99, 0.99


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_what_is_told_in_parts_is_put_together(seed: int) -> None:
    told = world(seed)
    facts = fact_of(resolve(telling.claim for telling in told))
    sure = [telling for telling in told if not telling.is_open]
    precision, recall = precision_recall(
        (facts[a.claim.claim_id] == facts[b.claim.claim_id], a.event == b.event) for a, b in combinations(sure, 2)
    )
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("seed", [1, 2])
def test_a_flight_told_on_a_wrong_day_is_shown(seed: int) -> None:
    told = world(seed)
    whole = resolve(telling.claim for telling in told)
    facts = fact_of(whole)
    shown = {frozenset(review.fact_ids) for review in whole.reviews if review.doubt == "near_merge"}
    wrong = [telling for telling in told if telling.event.endswith("-wrong")]
    assert wrong
    for telling in wrong:
        right = {facts[t.claim.claim_id] for t in told if f"{t.event}-wrong" == telling.event}
        assert any(frozenset((facts[telling.claim.claim_id], fact)) in shown for fact in right)


TOLD = world(7, events=6)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_order_and_any_batches_come_to_the_same(data: st.DataObject) -> None:
    told: list[Telling] = data.draw(st.permutations(TOLD))
    keeper, claims = Keeper(), [telling.claim for telling in told]
    cuts = sorted(data.draw(st.sets(st.integers(0, len(claims)), max_size=6)))
    for start, end in zip([0, *cuts], [*cuts, len(claims)], strict=True):
        keeper.change(claims[start:end])
    assert_as_if_made_at_once(keeper)
    assert outcome(resolve(claims)) == outcome(resolve(telling.claim for telling in TOLD))


def test_claim_by_claim_and_partly_taken_back() -> None:
    rng = random.Random(5)  # noqa: S311
    keeper = Keeper()
    for number, telling in enumerate(world(11, events=15)):
        gone = rng.sample(sorted(keeper.told), 1) if number % 5 == 4 else []
        keeper.change([telling.claim], gone)
    assert_as_if_made_at_once(keeper)
