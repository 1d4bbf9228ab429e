"""What holds of every claim of every kind, whatever the text."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article
from transforms.claim import LIST_FIELDS, Claim
from transforms.extract import extract, rules
from transforms.version import rules_version

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = """
China Brazil NASA ESA the and , . ; with between by of on in signed agreement agreements contract launched satellite
orbit Long March 3B Falcon 9 May 2021 Monday will to not Artemis Accords joined two countries both sides first 52nd 36
missions from Xichang “ ” ’s U.S. ( ) — İ 中国 é its which was has been ordered sold exported Pakistan
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


IN_A_WORD = re.compile("[A-Za-z]{2}")


def sample() -> list[Article]:
    return articles_in(ROOT / "tests" / "gold" / "wires.gold.jsonl")[:40]


def articles_in(path: Path) -> list[Article]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Article(text=row["text"], title=row["title"], published=row["published"]) for row in rows]


def check(article: Article, claims: list[Claim]) -> None:
    anchors = [(claim.kind, *claim.anchor) for claim in claims]
    assert len(anchors) == len(set(anchors))
    for claim in claims:
        assert 0 < claim.confidence < 1
        assert claim.rule in rules()
        for name, value in claim.cells.items():
            spans = claim.evidence.get(name, ())
            stated = value if name in LIST_FIELDS else [value] if value is not None else []
            for member in stated:
                assert member in [span.value for span in spans], (claim.rule, name, member)
            for span in spans:
                assert span.value in stated, (claim.rule, name, span)
                words = article.text if span.part == "text" else article.title or ""
                assert 0 <= span.start < span.end <= len(words)
                assert words[span.start : span.end].strip()
                assert not IN_A_WORD.match(words[max(0, span.start - 1) : span.start + 1]), (claim.rule, name, span)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["2021-05-04", "1988-11-29", None]))
def test_any_text_is_read_and_every_cell_has_its_words(text: str, title: str, published: str | None) -> None:
    article = Article(text=text, title=title, published=published)
    claims = extract(article)
    check(article, claims)
    assert claims == extract(article)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_characters_are_read(text: str) -> None:
    check(Article(text=text, title=text), extract(Article(text=text, title=text)))


@pytest.mark.parametrize("article", sample(), ids=lambda a: str(a.title)[:30])
def test_stories_have_words_for_every_cell(article: Article) -> None:
    check(article, extract(article))


@pytest.mark.skipif("SPACEPACT_EVAL" not in os.environ, reason="needs the articles of others: set SPACEPACT_EVAL")
def test_articles_of_others_have_words_for_every_cell() -> None:
    for path in sorted(Path(os.environ["SPACEPACT_EVAL"]).glob("[!p]*.gold.jsonl")):  # not the pairs
        for article in articles_in(path):
            check(article, extract(article))


def test_words_of_the_text_and_of_the_title_are_told_apart() -> None:
    scrub = Article(
        title="Delta IV launch of GPS satellite postponed",
        text="High winds over the Cape kept the rocket on its pad through the whole of the evening window. Teams will "
        "make another attempt on Friday, the company said.",
        published="2020-08-27",
    )
    own = Article(
        title="China opens its satellite launch market",
        text="Rockets wait for customers. By now the country has signed 36 agreements on space with partners abroad.",
        published="2020-08-27",
    )
    for article in (scrub, own):
        claims = extract(article)
        assert claims
        check(article, claims)
    (launch,) = (claim for claim in extract(scrub) if claim.kind == "launch")
    (span,) = launch.evidence["date"]
    assert (launch.cells["date"], scrub.text[span.start : span.end], span.part) == ("2020-08-28", "Friday", "text")


def test_a_doubtful_publication_date_resolves_no_relative_date() -> None:
    text = "Chile and Peru signed a space agreement on Tuesday."
    (claim,) = extract(Article(text=text, published="2099-01-02", is_date_doubtful=True))
    assert claim.cells["signed"] is None


def test_a_rule_can_be_switched_off() -> None:
    article = Article(text="Kenya signed the Artemis Accords.")
    (claim,) = extract(article)
    assert extract(article, without={claim.rule}) == []


def test_the_version_names_the_rules() -> None:
    assert rules_version() == rules_version()
    assert rules_version().startswith("r")


def test_every_rule_is_explained() -> None:
    document = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    assert [rule for rule in rules() if f"`{rule}`" not in document] == []
