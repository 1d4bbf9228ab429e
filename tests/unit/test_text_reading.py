"""Sentences, names, verbs, numbers and layout: what a reader of the facts would notice when they go wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article
from transforms.extract.vocabulary import machine
from transforms.text import coreference, layout, sentences
from transforms.text.affiliation import affiliation
from transforms.text.document import Document
from transforms.text.fold import match_fold
from transforms.text.roles import analyse
from transforms.text.sentence import Sentence
from transforms.text.verbs import group


def read(text: str, title: str | None = None, published: str | None = "2023-06-21") -> list[Sentence]:
    return Document(Article(text=text, title=title, published=published), machine()).body.sentences


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = match_fold(text)
    assert len(folded) == len(text)
    assert folded.isascii()


@given(st.text())
def test_sentences_cover_a_paragraph_in_order_without_overlap(text: str) -> None:
    spans = sentences.split(text, 0, len(text))
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    outside = "".join(text[a[1] : b[0]] for a, b in zip(spans, spans[1:], strict=False))
    assert not outside.strip()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Space Force and Lt. Gen. Smith met No. 2 of the firm. They left.", 2),
        ("It flew on Jan. 3 from pad No. 9. A second try followed at 5 p.m. The end.", 3),
        ('"We signed." He left! Who knows? J. Smith does.', 4),
        ("The probe weighs 1.5 tonnes and Inmarsat Inc. is pleased.", 1),
    ],
)
def test_sentence_boundaries(text: str, count: int) -> None:
    assert len(sentences.split(text, 0, len(text))) == count


def test_furniture_around_an_article_is_not_read() -> None:
    body = "Norway and Chile will build a ground station together, the two agencies said on Monday. " * 4
    page = f"Photo: NASA\nby Staff Writers\n{body}\nRelated Links\nSpaceX signs contract with Japan"
    found = layout.read(page, None)
    assert [page[a:b].strip() for a, b in found.paragraphs] == [body.strip()]


def test_an_article_goes_on_behind_a_link_between_its_paragraphs() -> None:
    body = "Norway and Chile will build a ground station together, the two agencies said on Monday. " * 3
    page = f"{body}\n\nRead more about the station:\n\n{body}\n\n{body}"
    found = layout.read(page, None)
    assert [page[a:b].strip() for a, b in found.paragraphs] == [body.strip()] * 3


def test_headlines_behind_a_link_are_of_other_stories() -> None:
    body = "Norway and Chile will build a ground station together, the two agencies said on Monday. " * 3
    page = f"{body}\n\nRead more\n\nSpaceX signs contract with Japan\n\nPeru launches its second satellite"
    found = layout.read(page, None)
    assert [page[a:b].strip() for a, b in found.paragraphs] == [body.strip()]


@pytest.mark.parametrize(
    ("line", "month", "day", "year"),
    [
        ("OSLO, June 3 (Newsdesk) -- The", "June", 3, None),
        ("LIMA, 4 March 2021 — The", "March", 4, 2021),
        ("Sydney, Australia (SPX) Apr 24, 2023", "Apr", 24, 2023),
    ],
)
def test_dateline(line: str, month: str, day: int, year: int | None) -> None:
    found = layout.read(line + " agency met.", None).dateline
    assert found is not None
    assert (found.month, found.day, found.year) == (month, day, year)


@pytest.mark.parametrize(
    "line", ["Senegal signed it on Sept. 5. The", "In May 2019 - when it rained - the", "The 9 May 2020 plan"]
)
def test_a_sentence_with_a_date_is_no_dateline(line: str) -> None:
    assert layout.read(line + " agency met.", None).dateline is None


def test_dateline_stands_in_for_a_missing_publication_date() -> None:
    text = "Oslo, Norway (SPX) Apr 24, 2023\nThe satellite was launched on Friday."
    sentence = read(text, published=None)[-1]
    assert [time.value for time in sentence.times] == ["2023-04-21"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Ghana Space Science and Technology Institute met us.", ("GHA",)),
        ("Then the National Authority for Rocketry of Laos met us.", ("LAO",)),
        ("The Peruvian Ministry of Lakes met us.", ("PER",)),
    ],
)
def test_unknown_institutions_have_the_code_in_their_name(text: str, codes: tuple[str, ...]) -> None:
    (sentence,) = read(text)
    assert codes in [m.codes for m in sentence.mentions if m.category == "unknown_organization"] + [
        m.codes for m in sentence.parties
    ]


def test_a_firm_is_placed_by_the_words_beside_it() -> None:
    first, second = read("Zorblat, a Bulgarian company, built the satellite. Later Zorblat sold it.")
    mention = next(m for m in second.mentions if m.text == "Zorblat")
    found = affiliation(second, mention)
    assert found is not None
    assert found.codes == ("BGR",)
    assert found.part.text[found.start : found.end] == "Bulgarian"
    assert first.part is found.part


@pytest.mark.parametrize(
    ("text", "verb", "modality", "passive"),
    [
        ("Chile signed the pact.", "signed", "fact", False),
        ("The pact was signed by Chile.", "signed", "fact", True),
        ("Chile has not signed the pact.", "signed", "denied", False),
        ("Chile is expected to sign the pact.", "sign", "planned", False),
        ("Chile refused to sign the pact.", "sign", "denied", False),
        ("Chile could sign the pact.", "sign", "possible", False),
        ("The pact will be signed in Lima.", "signed", "planned", True),
        ("Chile to sign the pact", "sign", "planned", False),
    ],
)
def test_what_becomes_of_a_verb(text: str, verb: str, modality: str, passive: bool) -> None:
    (sentence,) = read(text)
    at = next(i for i, item in enumerate(sentence.items) if item.low == verb)
    cue = sentence.items[at].cue("agreement.sign")
    assert cue is not None
    found = group(sentence.items, at, cue.form)
    assert (found.modality, found.is_passive) == (modality, passive)


@pytest.mark.parametrize(
    ("text", "governors"),
    [
        ("In May Chile and Peru signed a pact with Norway.", ["subject", "subject", "with"]),
        ("The pact between Chile and Peru was signed.", ["between", "between"]),
        ("After talks in Norway, Chile signed.", ["in", "subject"]),
        ("It signed pacts with firms from Chile, Peru and Norway.", ["from", "from", "from"]),
    ],
)
def test_parts_that_parties_play(text: str, governors: list[str]) -> None:
    (sentence,) = read(text)
    assert [role.governor for role in analyse(sentence.items).roles] == governors


def test_a_demonym_acts_only_through_an_actor() -> None:
    (sentence,) = read("The Chilean operator bought a Peruvian rocket.")
    acts = {role.mention.text: role.acts for role in analyse(sentence.items).roles}
    assert acts == {"Chilean": True, "Peruvian": False}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Chile met Peru. The two countries signed a pact.", {"CHL", "PER"}),
        ("Chile, Peru and Norway met. The three sides signed a pact.", {"CHL", "PER", "NOR"}),
    ],
)
def test_groups_point_back(text: str, codes: set[str]) -> None:
    found = coreference.group(read(text)[-1])
    assert found is not None
    assert set(found.codes) == codes


@pytest.mark.parametrize(
    ("text", "value", "bound", "ordinal"),
    [
        ("More than 20 nations came.", 20, ">=", False),
        ("It was the thirty-second nation.", 32, "=", True),
        ("Nearly two dozen came.", 24, "~", False),
        ("The 273rd mission flew.", 273, "=", True),
        ("Some 1,200 craft flew.", 1200, "~", False),
    ],
)
def test_numbers(text: str, value: float, bound: str, ordinal: bool) -> None:
    (sentence,) = read(text)
    assert (value, bound, ordinal) in [(n.value, n.bound, n.is_ordinal) for n in sentence.numbers]
