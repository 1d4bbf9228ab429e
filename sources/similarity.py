"""Which articles are copies of one story: a wire report on ten sites, cut, with another headline or a line added.

Belongs here: sketches of texts and the pairs that are nearly the same. Does not belong here: cleaning the texts (give
them without the frame of their page, or every page of one outlet resembles the others), storing sketches.
"""

import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rensa import RMinHash  # type: ignore[import-untyped]

_WORD = re.compile(r"\w+")
_WORDS = 5  # in a shingle
_FEWEST_SHINGLES = 20  # a shorter text resembles too much by chance
_SLOTS = 126
_ROWS = 3  # of 42 bands: a pair that shares half of its shingles is found in 996 of 1,000 cases
_SEED = 20_190_720
_SAME_STORY = 0.7
_MOST_IN_BAND = 200  # of more, each is compared with the first alone, so that the work stays linear
_VERSION = bytes([RMinHash.ALGORITHM_VERSION, _WORDS, _ROWS])


@dataclass(frozen=True, slots=True, order=True)
class Copies:
    """Two texts, ids in order, that tell one story.

    Attributes:
        shared: the part of the shorter text's five-word sequences that the other has too, 0.7 to 1.
    """

    first: str
    second: str
    shared: float


def sketch(text: str) -> bytes:
    """A fingerprint of 507 bytes whose likeness follows the texts'; empty for a text too short to compare.

    It may be stored beside the text's hash. A sketch made by an earlier method does not pass `is_current`.
    """
    shingles = _shingles(text)
    if len(shingles) < _FEWEST_SHINGLES:
        return b""
    [slots] = RMinHash.digests_from_token_sets([sorted(shingles)], _SLOTS, _SEED)
    return _VERSION + struct.pack(f"<{_SLOTS}I", *slots)


def is_current(stored: bytes) -> bool:
    """Whether a stored sketch can be compared with new ones."""
    return not stored or stored.startswith(_VERSION)


def copies(
    sketches: Mapping[str, bytes], text_of: Callable[[str], str], among: Iterable[str] | None = None
) -> Iterator[Copies]:
    """Pairs of texts that tell one story, in order of their ids.

    Sketches find the candidates, the texts decide, so that the result does not depend on chance.

    Args:
        sketches: of all texts, by id.
        text_of: gives the text of an id; asked for candidates alone.
        among: only pairs with at least one of these, the new ones for instance; None for all.
    """
    wanted = None if among is None else frozenset(among)
    shingles: dict[str, frozenset[str]] = {}

    def of(identity: str) -> frozenset[str]:
        if identity not in shingles:
            shingles[identity] = _shingles(text_of(identity))
        return shingles[identity]

    for first, second in sorted(_candidates(sketches, wanted)):
        shared = len(of(first) & of(second)) / (min(len(of(first)), len(of(second))) or 1)
        if shared >= _SAME_STORY:
            yield Copies(first, second, round(shared, 3))


def clusters(pairs: Iterable[Copies]) -> dict[str, str]:
    """For each id in a pair the smallest id of its cluster, which stands for the story."""
    leader: dict[str, str] = {}

    def top(identity: str) -> str:
        while leader.setdefault(identity, identity) != identity:
            leader[identity] = leader[leader[identity]]
            identity = leader[identity]
        return identity

    for pair in pairs:
        one, other = sorted((top(pair.first), top(pair.second)))
        leader[other] = one
    return {identity: top(identity) for identity in sorted(leader)}


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))


def _candidates(sketches: Mapping[str, bytes], wanted: frozenset[str] | None) -> set[tuple[str, str]]:
    """Pairs of ids whose sketches agree in a whole band."""
    width = 4 * _ROWS
    found: set[tuple[str, str]] = set()
    for start in range(len(_VERSION), len(_VERSION) + 4 * _SLOTS, width):
        bands: defaultdict[bytes, list[str]] = defaultdict(list)
        for identity in sorted(sketches):
            stored = sketches[identity]
            if stored and is_current(stored):
                bands[stored[start : start + width]].append(identity)
        for alike in bands.values():
            one = alike[0]
            some = combinations(alike, 2) if len(alike) <= _MOST_IN_BAND else ((one, other) for other in alike[1:])
            found.update(pair for pair in some if wanted is None or not wanted.isdisjoint(pair))
    return found
