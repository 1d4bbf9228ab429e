"""On news that is not about space the extractor keeps silent, though the words are those of space news."""

import re
from collections import Counter

import pytest

from tests.fixtures.not_space import not_space
from transforms.extract import extract

SPACE_WORDS = re.compile(
    r"satellite|rocket|launch|orbit|\bmoon|lunar|\bspace\b|payload|GPS|missile|astronaut|constellation|aerospace|mission",
    re.IGNORECASE,
)
SIGNING = re.compile(r"\b(?:sign\w*|agreement|accord|memorandum|pact|treaty|contract|deal)\b", re.IGNORECASE)


def test_the_set_is_large_varied_and_hard() -> None:
    articles = [article for _, article in not_space()]
    assert len({article.text for article in articles}) >= 2000
    assert len({article.title for article in articles}) >= 2000
    assert sum(SPACE_WORDS.search(article.text) is not None for article in articles) >= 0.85 * len(articles)
    assert sum(SIGNING.search(article.text) is not None for article in articles) >= 0.6 * len(articles)


def test_the_set_is_the_same_each_time() -> None:
    assert list(not_space(per_class=2)) == list(not_space(per_class=2))


@pytest.mark.parametrize("seed", [20260101, 7])
def test_at_most_one_fact_in_a_thousand_articles(seed: int) -> None:
    articles = list(not_space(seed=seed))
    false = [(kind, article, claim) for kind, article in articles for claim in extract(article)]
    told = [f"{kind}: {claim.kind} by {claim.rule}: {article.title}" for kind, article, claim in false]
    by_class = Counter(line.split(" by ")[0] for line in told)
    assert len(false) <= len(articles) / 1000, f"{len(false)} of {len(articles)}: {by_class}, as {told[:9]}"
