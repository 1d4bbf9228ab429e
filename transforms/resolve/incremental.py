"""Resolution of new claims alone: only the facts that they can touch are made anew.

Belongs here: the index that finds those facts, and their resolution. Does not belong here: keeping the index or the
facts (the caller does), or any rule. What an update yields, put in place of what it touches, is what `resolve` would
yield on all claims: claims that no chain of matches or possible matches joins do not see each other.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Generic

from transforms.claim import Kind
from transforms.resolve import totals
from transforms.resolve.cluster import MAX_ANSWERS, N, Rule
from transforms.resolve.mentions import Mention, mentions
from transforms.resolve.records import Resolution, SourcedClaim
from transforms.resolve.resolver import RULES, resolve_mentions
from transforms.resolve.verdicts import RIVAL


class Index:
    """All claims so far, found by what they can have in common."""

    def __init__(self) -> None:
        self._tellings: dict[Kind, Tellings[Any]] = {kind: Tellings(rule) for kind, rule in RULES.items()}
        self._totals: defaultdict[Hashable, list[Mention]] = defaultdict(list)

    def update(self, claims: Iterable[SourcedClaim]) -> Resolution:
        """Takes in new claims, whose ids it has not seen, and resolves what they touch.

        Every earlier fact with a member among the members of the facts returned is replaced by these.
        """
        touched: dict[Kind, list[Mention]] = {}
        crowded: dict[Kind, frozenset[Hashable]] = {}
        for kind, new in mentions(claims).items():
            if kind == "total":
                touched[kind] = list(self._touched_totals(new))
            else:
                tellings = self._tellings[kind]
                touched[kind] = list(tellings.take(new))
                crowded[kind] = tellings.crowded
        return resolve_mentions(touched, crowded)

    def _touched_totals(self, new: list[Mention]) -> Iterator[Mention]:
        keys = {}
        for mention in new:
            key = totals.key(mention)
            self._totals[key].append(mention)
            keys[key] = True
        for key in keys:
            yield from self._totals[key]


class Tellings(Generic[N]):
    """The nodes of one kind under their keys.

    Attributes:
        crowded: keys that more nodes offer than may answer.
    """

    def __init__(self, rule: Rule[N]) -> None:
        self._rule = rule
        self._nodes: dict[Hashable, N] = {}
        self._shared: defaultdict[Hashable, list[N]] = defaultdict(list)
        self._offered: defaultdict[Hashable, list[N]] = defaultdict(list)
        self._asked: defaultdict[Hashable, list[N]] = defaultdict(list)
        self._crowded: set[Hashable] = set()

    @property
    def crowded(self) -> frozenset[Hashable]:
        """A copy, as it stands."""
        return frozenset(self._crowded)

    def take(self, new: Iterable[Mention]) -> Iterator[Mention]:
        """Adds claims; yields all claims whose facts they can touch, themselves included."""
        seeds: list[N] = []
        for mention in new:
            signature = self._rule.signature(mention)
            node = self._nodes.get(signature)
            if node is None:
                node = self._nodes[signature] = self._rule.node(mention)
                seeds += self._place(node)
            node.take(mention)
            seeds.append(node)
        for node in self._reach(seeds):
            yield from node.mentions

    def _place(self, node: N) -> list[N]:
        """Enters a node under its keys; returns the nodes that a key now crowded no longer joins."""
        parted: list[N] = []
        for key in self._rule.shared_keys(node):
            self._shared[key].append(node)
        for key in self._rule.asked_keys(node):
            self._asked[key].append(node)
        for key in self._rule.offered_keys(node):
            self._offered[key].append(node)
            if len(self._offered[key]) == MAX_ANSWERS + 1:
                self._crowded.add(key)
                parted += self._offered[key] + self._asked.get(key, [])
        return parted

    def _reach(self, seeds: list[N]) -> list[N]:
        """The nodes that a chain of verdicts other than apart or conflict joins to the seeds."""
        reached: dict[int, N] = {}
        waiting = list(seeds)
        while waiting:
            node = waiting.pop()
            if id(node) in reached:
                continue
            reached[id(node)] = node
            waiting += [
                other
                for other in self._near(node)
                if id(other) not in reached and self._rule.verdict(node, other) >= RIVAL
            ]
        return list(reached.values())

    def _near(self, node: N) -> Iterator[N]:
        for key in self._rule.shared_keys(node):
            yield from self._shared[key]
        for key in self._rule.asked_keys(node):
            if key not in self._crowded:
                yield from self._offered.get(key, ())
        for key in self._rule.offered_keys(node):
            if key not in self._crowded:
                yield from self._asked.get(key, ())
