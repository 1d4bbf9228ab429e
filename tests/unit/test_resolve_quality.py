"""How well claims are put together: on labelled pairs, and on a made-up world whose events are known.

The floors are the figures reached, a little rounded down: a change that falls below them has made resolution worse.
docs/resolution.md prints them, and a test here keeps it so.
"""

import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from tests.unit.resolve_claims import GOLD, fact_of, gold_claims
from tests.unit.resolve_world import world
from transforms.resolve import resolve

GOLD_PRECISION, GOLD_RECALL = 0.99, 0.95
WORLD_PRECISION, WORLD_RECALL = 0.99, 0.99


def precision_recall(judged: Iterable[tuple[bool, bool]]) -> tuple[float, float]:
    """Of pairs (put together, truly one)."""
    pairs = list(judged)
    right = sum(together and same for together, same in pairs)
    return right / sum(together for together, _ in pairs), right / sum(same for _, same in pairs)


def test_labelled_pairs() -> None:
    facts = fact_of(resolve(gold_claims()))
    pairs = [json.loads(line) for line in (GOLD / "pairs.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    precision, recall = precision_recall(
        (facts["clm_{}-{:03}".format(*pair["left"])] == facts["clm_{}-{:03}".format(*pair["right"])],
         pair["label"] == "same")
        for pair in pairs if pair["label"] != "optional"
    )  # fmt: skip
    assert precision >= GOLD_PRECISION
    assert recall >= GOLD_RECALL


def test_facts_of_one_story_stay_apart() -> None:
    for fact in resolve(gold_claims()).facts:
        stories = [member.rsplit("-", 1)[0] for member in fact.members]
        assert len(stories) == len(set(stories)), fact.members


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_world_of_known_events(seed: int) -> None:
    told = world(seed)
    facts = fact_of(resolve(telling.claim for telling in told))
    precision, recall = precision_recall(
        (facts[a.claim.claim_id] == facts[b.claim.claim_id], a.event == b.event)
        for a, b in combinations(told, 2)
        if a.claim.claim.kind == b.claim.claim.kind and not (a.is_open or b.is_open)
    )
    assert precision >= WORLD_PRECISION
    assert recall >= WORLD_RECALL


def test_the_documentation_prints_these_floors() -> None:
    page = (Path(__file__).parents[2] / "docs" / "resolution.md").read_text(encoding="utf-8")
    text = " ".join(page.split())
    assert f"precision at least {GOLD_PRECISION}, recall at least {GOLD_RECALL}" in text
    assert f"precision at least {WORLD_PRECISION}, recall at least {WORLD_RECALL}" in text
