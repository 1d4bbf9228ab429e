"""Facts are a function of the set of claims: whatever their order, whatever the batches in which they come."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.resolve_claims import claim_sets, gold_claims, sourced
from tests.unit.resolve_keeper import Keeper
from tests.unit.resolve_world import world
from transforms.resolve import Fact, Resolution, SourcedClaim, resolve
from transforms.resolve.rule import MAX_ANSWERS


def outcome(resolution: Resolution) -> tuple[object, ...]:
    return resolution.facts, tuple(sorted(resolution.values())), resolution.provisional, resolution.reviews


def in_batches(batches: list[list[SourcedClaim]]) -> dict[str, Fact]:
    """The facts as a keeper holds them after the last batch."""
    keeper = Keeper()
    for batch in batches:
        keeper.change(batch)
    return keeper.facts


def assert_as_if_made_at_once(keeper: Keeper) -> None:
    whole = resolve(keeper.told.values())
    assert keeper.facts == {fact.fact_id: fact for fact in whole.facts}
    assert keeper.provisional == whole.provisional
    assert keeper.all_reviews() == set(whole.reviews)


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets(), data=st.data())
def test_any_order_gives_the_same_facts_values_and_doubts(claims: list[SourcedClaim], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(claims))
    assert outcome(resolve(claims)) == outcome(resolve(shuffled))


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets(), data=st.data())
def test_any_batches_give_the_facts_of_the_whole(claims: list[SourcedClaim], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(claims))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(claims)), max_size=4)))
    batches = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(claims)], strict=True)]
    assert in_batches(batches) == {fact.fact_id: fact for fact in resolve(claims).facts}


def test_a_crowd_that_grows_batch_by_batch_gives_the_facts_of_the_whole() -> None:
    """The vague claim fits the first agreement alone; once too many could answer, it is not asked any more."""
    told = {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", "published": "2010-01-01"}
    claims = [sourced("agreement", "first", signed="2009-05-01", programme="Kestrel", **told)]
    claims.append(sourced("agreement", "vague", signed=None, **told))
    for number in range(MAX_ANSWERS + 5):
        day = f"{2011 + number // 12}-{number % 12 + 1:02}-15"
        later = told | {"signed": day, "programme": f"Plover-{number}", "published": day}
        claims.append(sourced("agreement", f"later{number}", **later))
    assert len(in_batches([claims[:10]])) == 9
    assert in_batches([[claim] for claim in claims]) == {fact.fact_id: fact for fact in resolve(claims).facts}


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets(), data=st.data())
def test_withdrawn_and_changed_claims_give_the_facts_of_those_that_stand(
    claims: list[SourcedClaim], data: st.DataObject
) -> None:
    """Batches come, some claims go again, and some come to say what another one says (a corrected article)."""
    keeper = Keeper()
    for _ in range(data.draw(st.integers(1, 4))):
        told = data.draw(st.lists(st.sampled_from(claims), max_size=8, unique_by=lambda c: c.claim_id))
        other = data.draw(st.sampled_from(claims))
        changed = [replace(c, claim=other.claim) if c.claim.kind == other.claim.kind else c for c in told[:2]]
        standing = sorted(set(keeper.told) - {c.claim_id for c in told})
        gone = data.draw(st.lists(st.sampled_from(standing), max_size=4, unique=True)) if standing else []
        keeper.change([*changed, *told[2:]], gone)
        assert_as_if_made_at_once(keeper)


def test_a_crowd_that_thins_out_gives_the_facts_of_those_that_stand() -> None:
    """Sixty-odd agreements of one pair silence a vague claim; as they are withdrawn it finds its place again."""
    told = {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", "published": "2010-01-01"}
    keeper = Keeper()
    keeper.change([sourced("agreement", "first", signed="2009-05-01", programme="Kestrel", **told)])
    keeper.change(
        [sourced("agreement", "vague", signed=None, **told), sourced("agreement", "vague2", signed=None, **told)]
    )
    later = []
    for number in range(MAX_ANSWERS + 2):
        day = f"{2011 + number // 12}-{number % 12 + 1:02}-15"
        about = {"signed": day, "programme": f"Plover-{number}", "published": day}
        later.append(sourced("agreement", f"later{number}", **(told | about)))
    keeper.change(later)
    assert_as_if_made_at_once(keeper)
    joined = {fact.members for fact in keeper.facts.values() if len(fact.members) > 1}
    assert joined == {("clm_vague-000", "clm_vague2-000")}
    for claim in later[:4]:
        keeper.change(gone=[claim.claim_id])
        assert_as_if_made_at_once(keeper)
    assert any("clm_first-000" in fact.members and len(fact.members) == 3 for fact in keeper.facts.values())


def test_copies_that_say_too_little_to_be_looked_up_are_one() -> None:
    told = {"parties": ("BRA", "CHN"), "type": "mou", "status": "signed", "signed": None, "published": "2010-01-01"}
    keeper = Keeper()
    for number in range(3):
        keeper.change([sourced("agreement", f"vague{number}", **told)])
        assert_as_if_made_at_once(keeper)
    assert len(keeper.facts) == 1


def test_a_new_claim_touches_only_what_it_can_concern() -> None:
    keeper = Keeper()
    keeper.change(telling.claim for telling in world(1))
    news = sourced("launch", "news", status="success", date="2013-01-15", payloads=("Kestrel-23",))
    (fact,) = keeper.change([news]).facts
    assert "clm_news-000" in fact.members
    assert {member[4:10] for member in fact.members} <= {"la0013", "news-0"}
    assert len(keeper.last_replaced) == 1


def test_worlds_told_bit_by_bit_and_partly_taken_back() -> None:
    rng = random.Random(3)  # noqa: S311
    keeper, claims = Keeper(), [telling.claim for telling in world(5, events=40)]
    while claims:
        batch, claims = claims[:60], claims[60:]
        keeper.change(batch, rng.sample(sorted(keeper.told), min(12, len(keeper.told))))
    assert_as_if_made_at_once(keeper)


def test_every_claim_is_in_one_fact_and_ids_differ() -> None:
    claims = gold_claims()
    found = resolve(claims).facts
    assert sorted(member for fact in found for member in fact.members) == sorted(c.claim_id for c in claims)
    assert len({fact.fact_id for fact in found}) == len(found)


def test_the_stories_one_by_one_give_the_facts_of_all() -> None:
    claims = gold_claims()
    articles = sorted({claim.article_id for claim in claims}, reverse=True)
    batches = [[claim for claim in claims if claim.article_id == article] for article in articles]
    assert in_batches(batches) == {fact.fact_id: fact for fact in resolve(claims).facts}
