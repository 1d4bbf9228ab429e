"""Copies of one story are found whatever was cut or added; stories on one subject are not taken for copies."""

import random
from collections import defaultdict
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sources import sample
from sources.similarity import Copies, clusters, copies, likely, sketches

STORIES = {story.article_id: story.text for story in sample.articles()}
LONGEST = sorted(STORIES, key=lambda identity: (-len(STORIES[identity]), identity))[:20]


def buckets(text: str) -> tuple[int, ...]:
    return sketches([text])[0].buckets


def found(texts: dict[str, str]) -> list[Copies]:
    """All copies among a few texts."""
    names = sorted(texts)
    sketched = dict(zip(names, sketches([texts[name] for name in names]), strict=True))
    sharing: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        for bucket in sketched[name].buckets:
            sharing[bucket].append(name)
    pairs = sorted({pair for sharers in sharing.values() for pair in combinations(sharers, 2)})
    may_be = likely([(sketched[one], sketched[other]) for one, other in pairs])
    return list(copies([pair for pair, is_likely in zip(pairs, may_be, strict=True) if is_likely], texts.__getitem__))


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


def test_order_of_arrival_does_not_matter() -> None:
    texts = {f"{identity}{part}": STORIES[identity] for identity in LONGEST for part in "abc"}
    shuffled = list(texts.items())
    random.Random(5).shuffle(shuffled)  # noqa: S311 (test data)
    assert clusters(found(texts)) == clusters(reversed(found(dict(shuffled))))


def test_a_cluster_has_its_smallest_id_as_leader() -> None:
    pairs = [Copies("c", "d", 1.0), Copies("a", "b", 0.8), Copies("b", "c", 0.9)]
    assert clusters(pairs) == dict.fromkeys("abcd", "a")


def test_short_texts_are_not_compared() -> None:
    assert buckets("A short note on a launch.") == ()
    assert found({"a": "A short note.", "b": "A short note."}) == []


def test_a_sketch_is_that_of_the_text_alone_whatever_it_is_sketched_with() -> None:
    texts = [STORIES[identity] for identity in LONGEST]
    together = sketches([*texts, "short", texts[0]])
    assert together[0] == together[-1]
    assert together == [sketches([text])[0] for text in [*texts, "short", texts[0]]]


def test_sketches_pass_over_pairs_that_are_no_copies_and_no_others() -> None:
    texts = [STORIES[identity] for identity in LONGEST]
    halves = [text[: len(text) * 2 // 3] for text in texts]
    whole, cut = sketches(texts), sketches(halves)
    assert all(likely(list(zip(whole, cut, strict=True))))
    strangers = [(one, other) for one, other in combinations(whole, 2)]
    assert sum(likely(strangers)) < len(strangers) // 20


@given(st.text())
def test_buckets_are_the_same_each_time(text: str) -> None:
    assert buckets(text) == buckets(text)
    assert len(buckets(text)) in (0, 42)
    assert all(0 <= bucket < 2**63 for bucket in buckets(text))
