"""What is left unread would have told nothing: the first look at an article, and the gates before single sentences."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article
from tests.fixtures.not_space import not_space
from transforms.claim import Claim
from transforms.extract import extract
from transforms.extract.cooperations import launching, rides, teams
from transforms.extract.cooperations.actors import words
from transforms.extract.launches import kind as launches
from transforms.extract.launches.gate import may_tell
from transforms.extract.totals.figures import has_numeral
from transforms.extract.vocabulary import first_look, machine
from transforms.text.document import Document
from transforms.text.matcher import may_speak_of_space

ROOT = Path(__file__).resolve().parents[2]
TOGETHER = """
helped with work worked on a project mission satellite of Peru and Chad NASA ESA shared by joined effort since 2010 all
launched has for rides paid booked two to orbit on rockets from India Soyuz its satellites ride
"""
VOCABULARY = """
Soyuz Ariane 5 Falcon 9 Kourou Baikonur French Guiana Sat-3 AngoSat-2 ISS NASA satellite orbit rocket launched launch
left took lifted off up into from on aboard the a , . in May 2021 Monday failed planned for spaceport was will it moon
payload Orion delta space station followed by Proton-M rode sent carrier
"""
TEXTS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=40).map(" ".join)


def _wires() -> list[Article]:
    lines = (ROOT / "tests" / "gold" / "wires.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [Article(text=r["text"], title=r["title"], published=r["published"]) for r in map(json.loads, lines)]


def _passes(article: Article) -> bool:
    return may_speak_of_space((article.title or "", article.text), first_look())


def test_the_first_look_sends_on_what_speaks_of_space() -> None:
    wires = _wires()
    assert sum(map(_passes, wires)) > len(wires) / 2
    for article in (*wires, *(article for _, article in not_space(per_class=5))):
        assert _passes(article) or not Document(article, machine()).space_words, article.title


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_the_first_look_overlooks_nothing(text: str, title: str) -> None:
    article = Article(text=text, title=title)
    assert _passes(article) or not Document(article, machine()).space_words


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The bakery in Lyon signed a contract for flour and butter on Monday.", False),
        ("The delta of the river is wide, and the orion of the choir sang.", False),
        ("The farmers asked for a rocket.", False),
        ("The rocket reached orbit.", True),
        ("NASA signed it.", True),
    ],
)
def test_one_weak_word_or_a_name_in_small_letters_is_not_space(text: str, passes: bool) -> None:
    assert _passes(Article(text=text)) is passes


def _with_and_without_gate(article: Article, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Claim], list[Claim]]:
    gated = extract(article)
    with monkeypatch.context() as patched:
        patched.setattr(launches, "may_tell", lambda sentence: bool(sentence.hits))
        return gated, extract(article)


def test_no_launch_of_the_wires_is_lost_at_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    for article in _wires():
        gated, open_ = _with_and_without_gate(article, monkeypatch)
        assert gated == open_, article.title


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_no_launch_of_made_up_words_is_lost_at_the_gate(text: str, title: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        gated, open_ = _with_and_without_gate(Article(text=text, title=title, published="2021-05-04"), patch)
    assert gated == open_


def test_the_launch_gate_is_shut_where_nothing_can_fly() -> None:
    text = "The satellite operator has an office in Paris. A Soyuz stands in the museum. Its satellites were launched."
    sentences = Document(Article(text=text), machine()).body.sentences
    assert [may_tell(sentence) for sentence in sentences] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("In 2021 its satellites flew, as in 1998.", False),
        ("It runs a 2000-satellite fleet.", True),
        ("Twelve satellites were launched in 2021.", True),
        ("The 21st satellite was launched in 2021.", True),
        ("It has launched 2,021 satellites.", True),
        ("The canteen of the agency often serves tea.", False),
    ],
)
def test_a_year_alone_is_no_figure(text: str, has: bool) -> None:
    assert has_numeral(Document(Article(text=text), machine()).body.sentences[0]) is has


@given(text=st.lists(st.sampled_from(TOGETHER.split()), min_size=3, max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_a_sentence_without_the_words_of_a_frame_tells_it_nothing(text: str) -> None:
    for sentence in Document(Article(text=f"{text}."), machine()).sentences:
        for frame, needed in (
            (teams, teams._heads()),
            (rides, words("ride_deal")),
            (launching, words("lifting")),
        ):
            if needed.isdisjoint(sentence.words):
                assert not list(frame.find(sentence))


def test_a_set_of_words_is_folded_and_that_of_items_is_not() -> None:
    (sentence,) = Document(Article(text="México’s launch site sent up its satellites."), machine()).sentences
    assert {"mexico", "launch", "site"} <= sentence.words
    assert "launch site" in sentence.lows and "México".lower() in sentence.lows
