"""Which articles are copies of one story: a wire report on ten sites, cut, with another headline or a line added.

Belongs here: sketches of texts, and whether two texts are nearly the same. Does not belong here: cleaning the texts
(give them without the frame of their page, or every page of one outlet resembles the others), keeping sketches and
finding which of many texts share a bucket (`warehouse.copies`).
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rensa import RMinHash  # type: ignore[import-untyped]

_WORD = re.compile(r"\w+")
_WORDS = 5  # in a shingle
_FEWEST_SHINGLES = 20  # a shorter text resembles too much by chance
_SLOTS = 126
_ROWS = 3  # of 42 bands: a pair that shares half of its shingles is found in 996 of 1,000 cases
_SEED = 20_190_720
_SAME_STORY = 0.7
_KEPT_TEXTS = 512  # shingles of the texts met last, for pairs that come in order

_Shingles = frozenset[tuple[str, ...]]

#: Names the method: buckets that another one made cannot be compared with these.
METHOD = f"minhash-{RMinHash.ALGORITHM_VERSION}-{_WORDS}-{_SLOTS}-{_ROWS}"


@dataclass(frozen=True, slots=True, order=True)
class Copies:
    """Two texts, ids in order, that tell one story.

    Attributes:
        shared: the part of the shorter text's five-word sequences that the other has too, 0.7 to 1.
    """

    first: str
    second: str
    shared: float


def buckets(text: str) -> tuple[int, ...]:
    """42 numbers below 2**63 of which texts alike share one or more; none for a text too short to compare."""
    shingles = _shingles(text)
    if len(shingles) < _FEWEST_SHINGLES:
        return ()
    [slots] = RMinHash.digests_from_token_sets([sorted(map(" ".join, shingles))], _SLOTS, _SEED)
    bands = (slots[start : start + _ROWS] for start in range(0, _SLOTS, _ROWS))
    return tuple(_number(place, band) for place, band in enumerate(bands))


def copies(pairs: Iterable[tuple[str, str]], text_of: Callable[[str], str]) -> Iterator[Copies]:
    """Those pairs whose texts tell one story: buckets find the candidates, the texts decide.

    Args:
        pairs: ids of two texts that share a bucket; pairs with the same first id stand together, to save time.
        text_of: gives the text of an id.
    """
    shingles: dict[str, _Shingles] = {}

    def of(identity: str) -> _Shingles:
        if identity not in shingles:
            if len(shingles) >= _KEPT_TEXTS:
                del shingles[next(iter(shingles))]
            shingles[identity] = _shingles(text_of(identity))
        return shingles[identity]

    for one, other in pairs:
        first, second = min(one, other), max(one, other)
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


def _shingles(text: str) -> _Shingles:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_WORDS)), strict=False))


def _number(place: int, band: Sequence[int]) -> int:
    """A bucket as one number: the same for the same slots at the same place, on every machine."""
    packed = place.to_bytes(1, "little") + b"".join(slot.to_bytes(4, "little") for slot in band)
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "little") >> 1
