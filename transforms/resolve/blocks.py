"""Blocks: claims that can only be resolved together, and the keys under which later claims find them again.

Belongs here: the keys of a block as numbers that are the same in every process. Does not belong here: the keys
themselves (each kind's rule), which claims are a block (`cluster`), or keeping them (the store does).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from transforms.claim import Kind
from transforms.resolve import totals
from transforms.resolve.mentions import Mention
from transforms.resolve.records import Role
from transforms.resolve.rule import N, Rule
from transforms.resolve.traits import ANY

_MASK = (1 << 64) - 1
_FACTOR = 0x9E3779B97F4A7C15


class Hasher:
    """Keys as 64-bit numbers: functions of the key alone, unlike Python's own hash of a string."""

    def __init__(self) -> None:
        self._leaves: dict[Hashable, int] = {}

    def __call__(self, kind: Kind, key: Hashable) -> int:
        """The number of a key of a kind."""
        leaves = self._leaves
        mixed = leaves.get(kind) or self._leaf(kind)
        for part in key if type(key) is tuple else (key,):
            number = part if type(part) is int else leaves.get(part) or self._leaf(part)
            mixed = ((mixed ^ number) * _FACTOR) & _MASK
            mixed ^= mixed >> 29
        return mixed

    def _leaf(self, part: Hashable) -> int:
        plain = sorted(part) if isinstance(part, frozenset) else part
        digest = blake2b(repr(plain).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        found = self._leaves[part] = int.from_bytes(digest, "little")
        return found


def keys(kind: Kind, rule: Rule[N], nodes: Iterable[N], number: Hasher) -> Iterator[tuple[Role, int, int, int]]:
    """All keys of some tellings, hashed; of those that they offer, how many do; and the traits of those that do.

    A telling without a shared key is found by what it says, so that its copies fold into it.
    """
    shared: dict[Hashable, int] = {}
    asked: dict[Hashable, int] = {}
    offered: dict[Hashable, int] = {}
    count: Counter[Hashable] = Counter()
    for node in nodes:
        traits = rule.shared_traits(node)
        for key in rule.shared_keys(node) or [("says", *_parts(rule.signature(node.mentions[0])))]:
            shared[key] = shared.get(key, 0) | traits
        for key in rule.asked_keys(node):
            asked[key] = asked.get(key, 0) | rule.traits(node, key)
        told = set(rule.offered_keys(node))
        count.update(told)
        for key in told:
            offered[key] = offered.get(key, 0) | rule.traits(node, key)
    for key, traits in shared.items():
        yield Role.SHARED, number(kind, key), 1, traits
    for key, traits in asked.items():
        yield Role.ASKED, number(kind, key), 1, traits
    for key, traits in offered.items():
        yield Role.OFFERED, number(kind, key), count[key], traits


def _parts(signature: Hashable) -> tuple[Any, ...]:
    return signature if isinstance(signature, tuple) else (signature,)


def total_key(mention: Mention, number: Hasher) -> tuple[Role, int, int, int]:
    """The one key of a reported total: copies of it share it."""
    return Role.SHARED, number("total", totals.key(mention)), 1, ANY
