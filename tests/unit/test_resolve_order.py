"""Facts are a function of the set of claims: whatever their order, whatever the batches in which they come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.resolve_claims import claim_sets, gold_claims, sourced
from tests.unit.resolve_world import world
from transforms.resolve import Fact, Index, Resolution, SourcedClaim, resolve
from transforms.resolve.cluster import MAX_ANSWERS


def outcome(resolution: Resolution) -> tuple[object, ...]:
    return resolution.facts, tuple(sorted(resolution.values())), resolution.provisional, resolution.reviews


def in_batches(batches: list[list[SourcedClaim]]) -> dict[str, Fact]:
    """The facts as a keeper of the index holds them after the last batch."""
    index = Index()
    held: dict[str, Fact] = {}
    for batch in batches:
        found = index.update(batch).facts
        touched = {member for fact in found for member in fact.members}
        held = {key: fact for key, fact in held.items() if touched.isdisjoint(fact.members)}
        held |= {fact.fact_id: fact for fact in found}
    return held


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


def test_a_new_claim_touches_only_what_it_can_concern() -> None:
    index = Index()
    index.update(telling.claim for telling in world(1))
    news = sourced("launch", "news", status="success", date="2013-01-15", payloads=("Kestrel-23",))
    (fact,) = index.update([news]).facts
    assert "clm_news-000" in fact.members
    assert {member[4:10] for member in fact.members} <= {"la0013", "news-0"}


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
