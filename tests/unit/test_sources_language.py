"""The language of a text is told where it can be, and left open where it cannot."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import sample
from sources.language import detect, settled

SENTENCES = {
    "ru": "Роскосмос и китайское управление подписали меморандум о сотрудничестве в исследовании Луны.",
    "fr": "L'Agence spatiale et le ministère ont signé un accord à Genève, a déclaré la porte-parole.",
    "es": "La agencia espacial firmó un acuerdo con Argentina sobre el satélite de observación de la Tierra.",
    "pt": "A agência espacial brasileira assinou um memorando de entendimento com a China.",
    "it": "L'agenzia spaziale italiana ha firmato un accordo con la Cina sul lancio del satellite.",
    "de": "Die Raumfahrtagentur hat am Montag ein Abkommen über den Start des Satelliten unterzeichnet.",
    "nl": "Het ruimteagentschap heeft maandag een overeenkomst getekend over de lancering van de satelliet.",
    "zh": "中国国家航天局与俄罗斯国家航天集团公司签署了关于合作建设国际月球科研站的谅解备忘录。",
    "ja": "宇宙航空研究開発機構は月曜日に人工衛星の打ち上げに関する協定に署名した。",
    "en": "Roscosmos signs memorandum, Chinese partners hail station: launch follows once funding arrives",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_languages_of_the_field(language: str) -> None:
    assert detect(SENTENCES[language]) == language


def test_every_story_of_the_sample_is_english() -> None:
    assert {detect(story.text) for story in sample.articles()} == {"en"}


@pytest.mark.parametrize("text", ["", "   ", "SpaceX", "12,345 67-890", "🚀🚀🚀", "Long March 3B"])
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None


def test_a_text_of_megabytes_takes_no_longer() -> None:
    detect(SENTENCES["ru"])
    started = time.monotonic()
    assert detect(SENTENCES["ru"] * 50_000) == "ru"
    assert time.monotonic() - started < 1


@given(st.text())
def test_never_raises(text: str) -> None:
    detect(text)


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("ZH_hans", "zh"),
        ("x-klingon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_text_too_short_to_tell_is_what_it_is_said_to_be(given: str | None, stored: str | None) -> None:
    assert settled("Too short.", given) == stored


def test_what_a_page_says_of_its_language_is_not_believed_against_its_text() -> None:
    french = "Les deux agences ont signé un accord sur une station au sol près de la frontière du pays. " * 6
    assert settled(french, "en") == "fr"
    assert settled("Роскосмос подписал меморандум с соседней страной.", "en") != "en"
    assert settled("Deux agences ont signé.", "en") == "en"
