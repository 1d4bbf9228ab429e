"""Which articles are copies of one story: a wire report on ten sites, cut, with another headline or a line added.

Belongs here: sketches of texts, and whether two texts are nearly the same. Does not belong here: cleaning the texts
(give them without the frame of their page, or every page of one outlet resembles the others), keeping sketches and
finding which of many texts share a bucket (`warehouse.copies`).
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[import-untyped]

_WORD = re.compile(r"\w+")
_WORDS = 5  # in a shingle
_FEWEST_SHINGLES = 20  # a shorter text resembles too much by chance
_SLOTS = 126
_ROWS = 3  # of 42 bands: a pair that shares half of its shingles is found in 996 of 1,000 cases
_SEED = 20_190_720
_SAME_STORY = 0.7
_DEVIATIONS = 4.0  # by which a sketch may err: of 30,000 pairs of copies one is missed
_KEPT_TEXTS = 2_000  # shingles of the texts met last, for pairs that come in order
_KEPT_WORDS = 100_000  # whose numbers are held

_Numbers = NDArray[np.uint64]

#: Names the method: buckets that another one made cannot be compared with these.
METHOD = f"minhash-2-{RMinHash.ALGORITHM_VERSION}-{_WORDS}-{_SLOTS}-{_ROWS}"


class Sketch(NamedTuple):
    """What is kept of a text to find its copies.

    Attributes:
        buckets: 42 numbers below 2**63 of which texts alike share one or more; none for a text too short to compare.
        size: how many different five-word sequences it has.
        slots: 126 numbers of four bytes; of two texts so many are equal as of their sequences are shared.
    """

    buckets: tuple[int, ...] = ()
    size: int = 0
    slots: bytes = b""


@dataclass(frozen=True, slots=True, order=True)
class Copies:
    """Two texts, ids in order, that tell one story.

    Attributes:
        shared: the part of the shorter text's five-word sequences that the other has too, 0.7 to 1.
    """

    first: str
    second: str
    shared: float


def sketches(texts: Sequence[str]) -> list[Sketch]:
    """Sketches of some texts; together they cost a tenth of what they cost one by one."""
    shingles = [_shingles(text) for text in texts]
    places = [place for place, found in enumerate(shingles) if len(found) >= _FEWEST_SHINGLES]
    sketched = [Sketch()] * len(texts)
    if not places:
        return sketched
    flat = np.concatenate([shingles[place] for place in places])
    starts = np.cumsum([0, *(len(shingles[place]) for place in places)], dtype=np.uint64)
    digests = RMinHash.digest_matrix_from_flat_token_hashes(flat, starts, _SLOTS, _SEED)
    slots = np.array(digests.to_rows(), dtype=np.uint32)
    for place, own, buckets_of_it in zip(places, slots, _buckets(slots).tolist(), strict=True):
        sketched[place] = Sketch(tuple(buckets_of_it), len(shingles[place]), own.astype("<u4").tobytes())
    return sketched


def likely(pairs: Sequence[tuple[Sketch, Sketch]]) -> list[bool]:
    """Whether each pair may be copies, by its sketches: that spares reading the texts of most that share a bucket."""
    if not pairs:
        return []
    ones, others = (np.frombuffer(b"".join(pair[side].slots for pair in pairs), "<u4") for side in (0, 1))
    alike = (ones.reshape(-1, _SLOTS) == others.reshape(-1, _SLOTS)).mean(axis=1)
    sizes = np.array([(one.size, other.size) for one, other in pairs], dtype=np.float64)
    shared = _SAME_STORY * sizes.min(axis=1)
    wanted = shared / (sizes.sum(axis=1) - shared)
    found: list[bool] = (alike >= wanted - _DEVIATIONS * np.sqrt(wanted * (1 - wanted) / _SLOTS)).tolist()
    return found


def copies(pairs: Iterable[tuple[str, str]], text_of: Callable[[str], str]) -> Iterator[Copies]:
    """Those pairs whose texts tell one story: buckets find the candidates, the texts decide.

    Args:
        pairs: ids of two texts that share a bucket; pairs with the same first id stand together, to save time.
        text_of: gives the text of an id.
    """
    shingles: dict[str, _Numbers] = {}

    def of(identity: str) -> _Numbers:
        if identity not in shingles:
            if len(shingles) >= _KEPT_TEXTS:
                del shingles[next(iter(shingles))]
            shingles[identity] = _shingles(text_of(identity))
        return shingles[identity]

    for one, other in pairs:
        first, second = min(one, other), max(one, other)
        ours, theirs = of(first), of(second)
        shared = len(np.intersect1d(ours, theirs, assume_unique=True)) / (min(len(ours), len(theirs)) or 1)
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


class _WordNumbers(dict[str, int]):
    """A number for each word, the same on every machine; those of the words met last are held."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = self[word] = int.from_bytes(digest, "little")
        return number


_number_of = _WordNumbers()


def _shingles(text: str) -> _Numbers:
    """A number for each different five-word sequence, in order."""
    words = _WORD.findall(text.casefold())
    numbers = np.fromiter(map(_number_of.__getitem__, words), dtype=np.uint64, count=len(words))
    if len(numbers) < _WORDS:
        return numbers[:0]
    mixed = numbers[: len(numbers) - _WORDS + 1]
    for start in range(1, _WORDS):
        mixed = _mixed(mixed) + numbers[start : len(numbers) - _WORDS + 1 + start]
    return np.unique(_mixed(mixed))


def _buckets(slots: NDArray[np.uint32]) -> NDArray[Any]:
    """The buckets of each row: a number of the slots of a band and its place."""
    bands = slots.reshape(len(slots), -1, _ROWS).astype(np.uint64)
    mixed = np.broadcast_to(np.arange(bands.shape[1], dtype=np.uint64), bands.shape[:2])
    for row in range(_ROWS):
        mixed = _mixed(mixed + bands[:, :, row])
    return mixed >> np.uint64(1)


def _mixed(numbers: NDArray[Any]) -> _Numbers:
    """Numbers spread over all 64 bits (the last step of SplitMix64)."""
    mixed: _Numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
