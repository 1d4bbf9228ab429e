"""The bundled sample: enough stories, each whole, none with words put into someone's mouth."""

import json
import re

import pytest

from sources import sample
from tests.gold import make_sample

_MARKS = '["“”„«»]'
_SAYING = r"(?:said|says|told|added|noted|asked|replied|quipped|joked|declared|remarked|explained|called)"


def test_enough_stories_each_dated_titled_and_known_by_its_id() -> None:
    stories = list(sample.articles())
    assert len(stories) >= 100
    assert len({story.article_id for story in stories}) == len(stories)
    for story in stories:
        assert story.origin == "sample"
        assert story.title
        assert story.published
        assert story.source
        assert not story.is_date_doubtful
        assert len(story.text) > 200, story.locator


@pytest.mark.parametrize(
    "spoken",
    [
        rf"[,.?!]['’]?{_MARKS}\s*(?:\w+\s){{0,3}}{_SAYING}\b",
        rf"\b{_SAYING}\b[^.\n]{{0,60}}[,:]\s*{_MARKS}\w",
        rf"{_MARKS}[^\"“”\n]{{25,}}[.!?]{_MARKS}",
        r"(?<!\w)['‘][^'’\n]{12,}[,.]['’]",
    ],
)
def test_no_spoken_quotation_remains(spoken: str) -> None:
    found = [(story.locator, match[0]) for story in sample.articles() for match in re.finditer(spoken, story.text)]
    assert found == []


def test_what_remains_in_quotation_marks_is_a_title_or_a_term() -> None:
    for story in sample.articles():
        for match in re.finditer(rf"{_MARKS}([^\"“”„«»\n]+){_MARKS}", story.text):
            words = match[1].split()
            capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
            assert len(words) <= 3 or capitals * 2 >= len(words), (story.locator, match[0])


def test_the_bundled_file_is_what_the_script_makes() -> None:
    bundled = make_sample.SAMPLE.read_text("utf-8").splitlines()
    assert [json.loads(line) for line in bundled] == list(make_sample.stories())


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ('It flew. "All is well," said the chief. It landed.', "It flew."),
        ("It flew. 'All is well so far,' said the chief. The craft landed.", "It flew. The craft landed."),
        ("It flew. “We will go. We will stay,” she said. The craft landed.", "It flew. The craft landed."),
        ('It signed the "Memorandum on the Lunar Station" on Monday.', None),
        ('The craft, "Tianhui" by name, and the engineers\' tools are new.', None),
        ('What now? "We wait," he said.', ""),
        ('He called it a "new era" of ties. Two craft follow.', "Two craft follow."),
    ],
)
def test_quotations_go_and_names_stay(told: str, left: str | None) -> None:
    assert make_sample.without_speech(told) == (told if left is None else left)


def test_a_story_that_opens_with_a_quotation_is_left_out() -> None:
    assert make_sample.told_without_speech('"We go," he said.\n\nIt flew.') is None


@pytest.mark.parametrize(
    ("quoting", "introduced"),
    [
        ('"We go," said Ada Lind, head of the agency, at a dinner.', "Ada Lind, head of the agency, also spoke."),
        ('"We go," an engineer, Ada Lind, said.', "An engineer, Ada Lind, also spoke."),
        ('"We go," Ada Lind told the press.', "Ada Lind also spoke."),
    ],
)
def test_a_speaker_whom_the_story_names_again_is_introduced(quoting: str, introduced: str) -> None:
    story = "It flew.\n\n{}\n\nThe money is there, Lind said."
    assert make_sample.told_without_speech(story.format(quoting)) == story.format(introduced)
    alone = make_sample.told_without_speech(f"It flew.\n\n{quoting}")
    assert alone == "It flew."
