"""Copies of one story are found whatever was cut or added; stories on one subject are not taken for copies."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sources import sample
from sources.similarity import Copies, clusters, copies, is_current, sketch

STORIES = {story.article_id: story.text for story in sample.articles()}
LONGEST = sorted(STORIES, key=lambda identity: (-len(STORIES[identity]), identity))[:20]


def found(texts: dict[str, str], among: list[str] | None = None) -> list[Copies]:
    return list(copies({name: sketch(text) for name, text in texts.items()}, texts.__getitem__, among))


def test_no_two_stories_of_the_sample_are_copies() -> None:
    assert found(STORIES) == []


def test_cut_reworded_and_framed_copies_are_found() -> None:
    texts = dict(STORIES)
    for identity in LONGEST:
        paragraphs = STORIES[identity].split("\n\n")
        texts[identity + " cut"] = "\n\n".join(paragraphs[: len(paragraphs) * 2 // 3])
        texts[identity + " framed"] = f"From our wires.\n\n{STORIES[identity].upper()}\n\nWith reporting by the desk."
    pairs = {(pair.first, pair.second) for pair in found(texts)}
    for identity in LONGEST:
        assert (identity, identity + " framed") in pairs
        assert (identity, identity + " cut") in pairs


def test_only_pairs_with_new_ones_are_given_when_asked() -> None:
    text = STORIES[LONGEST[0]]
    texts = {"a": text, "b": text, "c": text}
    assert [(pair.first, pair.second) for pair in found(texts, ["c"])] == [("a", "c"), ("b", "c")]


def test_order_of_arrival_does_not_matter() -> None:
    texts = {f"{identity}{part}": STORIES[identity] for identity in LONGEST for part in "abc"}
    shuffled = list(texts.items())
    random.Random(5).shuffle(shuffled)  # noqa: S311 (test data)
    assert clusters(found(texts)) == clusters(reversed(found(dict(shuffled))))


def test_a_cluster_has_its_smallest_id_as_leader() -> None:
    pairs = [Copies("c", "d", 1.0), Copies("a", "b", 0.8), Copies("b", "c", 0.9)]
    assert clusters(pairs) == dict.fromkeys("abcd", "a")


def test_a_story_copied_very_often_is_one_cluster() -> None:
    texts = {f"{number:03}": STORIES[LONGEST[0]] for number in range(300)}
    assert set(clusters(found(texts)).values()) == {"000"}


def test_short_texts_are_not_compared() -> None:
    assert sketch("A short note on a launch.") == b""
    assert found({"a": "A short note.", "b": "A short note."}) == []


def test_a_sketch_of_another_method_is_told() -> None:
    made = sketch(STORIES[LONGEST[0]])
    assert is_current(made)
    assert is_current(b"")
    assert not is_current(bytes([made[0] + 1]) + made[1:])


@given(st.text())
def test_a_sketch_is_the_same_each_time(text: str) -> None:
    assert sketch(text) == sketch(text)
    assert len(sketch(text)) in (0, 507)
