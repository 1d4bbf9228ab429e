"""Groups nodes into events by a rule's verdicts: best matches first, never across a conflict.

Belongs here: joining, and the placing of claims that tell too little to match by themselves. Does not belong here: the
pairs worth comparing (`rule`), what makes two claims one event (`agreements`, `launches`, `cooperations`). The outcome
depends on the set of nodes alone: every choice is made by score and then by smallest anchor, never by order of arrival.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic

from transforms.resolve.joined import Joined
from transforms.resolve.rule import N, Rule, pairs
from transforms.resolve.verdicts import CONFLICT, DOUBT, RIVAL, SUSPECT, WEAK, bears

#: Facts of one article are different facts, unless they share no more than this part of many articles: an article that
#: tells one event twice must not keep hundreds of others apart.
MAX_SHARED = 0.05


Match = tuple[int, int, int]
Near = defaultdict[int, set[int]]


@dataclass(frozen=True, slots=True)
class NearMerge:
    """Two groups that a match would have joined, were it not for a conflict."""

    left: int
    right: int
    score: int


class Clusters(Generic[N]):
    """The groups as they grow.

    Args:
        rule: the kind's rule.
        nodes: what to group.
        crowded: keys that too many nodes offer, where `nodes` are not all there are.

    Attributes:
        undecided: groups of which more than one other is a candidate, with those candidates (indices of nodes).
        near: matches that a conflict kept apart.
        doubtful: pairs of which the rule says that a person should look, with its verdict.
        blocks: nodes that a chain of verdicts other than apart or conflict joins: none beyond can bear on them.
    """

    def __init__(self, rule: Rule[N], nodes: list[N], crowded: frozenset[Hashable] = frozenset()) -> None:
        self.rule, self.nodes = rule, nodes
        self._parent = list(range(len(nodes)))
        self._ranks = [rule.rank(node) for node in nodes]
        self._members: dict[int, list[int]] = {}
        self._articles: dict[int, frozenset[str]] = {}
        self._barred: Near = defaultdict(set)  # what once conflicts with a group conflicts with it as it grows
        self.undecided: list[tuple[int, tuple[int, ...]]] = []
        self.near: list[NearMerge] = []
        self.doubtful: list[Match] = []
        self.blocks = Joined(len(nodes))
        strong, weak, self._rivals = self._verdicts(crowded)
        self._join_matches(strong)
        self._place_weak(weak)

    def root(self, index: int) -> int:
        """The node that stands for the group of this one."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def groups(self) -> dict[int, list[N]]:
        """The nodes of each group, by the node that stands for it."""
        gathered: dict[int, list[N]] = {}
        for index, node in enumerate(self.nodes):
            gathered.setdefault(self.root(index), []).append(node)
        return gathered

    def members(self, root: int) -> list[int]:
        """Indices of the nodes of a group."""
        return self._members.get(root) or [root]

    def _verdicts(self, crowded: frozenset[Hashable]) -> tuple[list[Match], Near, Near]:
        """Matches (score, two nodes), and of each node the possible others and the rivals of those."""
        strong: list[Match] = []
        weak: Near = defaultdict(set)
        rivals: Near = defaultdict(set)
        nodes, verdict, join = self.nodes, self.rule.verdict, self.blocks.join
        for a, b in pairs(self.rule, nodes, crowded):
            score = verdict(nodes[a], nodes[b])
            if bears(score):
                join(a, b)
            if score > WEAK:
                strong.append((score, a, b))
            elif score in (DOUBT, SUSPECT):
                self.doubtful.append((score, a, b))
            elif score >= RIVAL:
                near = weak if score == WEAK else rivals
                near[a].add(b)
                near[b].add(a)
        return strong, weak, rivals

    def _join_matches(self, strong: list[Match]) -> None:
        """Best first, so that a good match is made before a poorer one can stand in its way."""
        firsts = [node.first for node in self.nodes]
        place = {first: number for number, first in enumerate(sorted(set(firsts)))}
        places = [place[first] for first in firsts]

        def order(edge: Match) -> tuple[int, int, int]:
            one, two = places[edge[1]], places[edge[2]]
            return (-edge[0], one, two) if one < two else (-edge[0], two, one)

        for score, a, b in sorted(strong, key=order):
            one, two = self.root(a), self.root(b)
            if one == two or two in self._barred.get(one, ()):
                continue
            if self._fit_near(one, two):
                self._join(one, two)
            else:
                self._barred[one].add(two)
                self._barred[two].add(one)
                self.near.append(NearMerge(a, b, score))

    def fit(self, one: int, two: int) -> bool:
        """No member of one conflicts with a member of the other, and they are not told side by side."""
        if self.side_by_side(one, two):
            return False
        nodes, verdict, others = self.nodes, self.rule.verdict, self.members(two)
        for a in self.members(one):
            node = nodes[a]
            for b in others:
                if verdict(node, nodes[b]) <= CONFLICT:
                    return False
        return True

    def _fit_near(self, one: int, two: int) -> bool:
        """The same of two groups that a verdict brings near each other: of single tellings that verdict is enough."""
        if one in self._members or two in self._members:
            return self.fit(one, two)
        return not self.side_by_side(one, two)

    def side_by_side(self, one: int, two: int) -> bool:
        """Whether articles tell of two groups as of two."""
        ours, theirs = self._told_by(one), self._told_by(two)
        return not ours.isdisjoint(theirs) and len(ours & theirs) > MAX_SHARED * min(len(ours), len(theirs))

    def _told_by(self, root: int) -> frozenset[str]:
        return self._articles.get(root) or self.nodes[root].articles

    def _join(self, one: int, two: int) -> None:
        keep, drop = (one, two) if len(self.members(one)) >= len(self.members(two)) else (two, one)
        members = self.members(keep) + self.members(drop)
        articles = self._told_by(keep) | self._told_by(drop)
        self._parent[drop] = keep
        for other in self._barred.pop(drop, ()):
            self._barred[other].discard(drop)
            self._barred[other].add(keep)
            self._barred[keep].add(other)
        self._members.pop(drop, None)
        self._articles.pop(drop, None)
        self._members[keep], self._articles[keep] = members, articles

    def _place_weak(self, near: Near) -> None:
        """Groups that tell more are placed before those that tell less; each goes where exactly one candidate fits."""
        levels: defaultdict[int, set[int]] = defaultdict(set)
        for index in near:
            root = self.root(index)
            levels[self._rank(root)].add(root)
        for level in sorted(levels, reverse=True):
            self._place_level(sorted(levels[level], key=self._first), level, near)

    def _place_level(self, roots: list[int], level: int, near: Near) -> None:
        """All choices of a level are made before any is carried out, so that none depends on another's turn.

        What was undecided chooses again where candidates have become one.
        """
        while roots:
            choices = self._choices(roots, level, near)
            decided = self._decided(choices, level)
            contested = set[int]() if self.rule.is_first_taken else self._contested(decided)
            is_joined = [self._join_if_fit(root, other) for root, other in decided if root not in contested]
            undecided = [(root, fits) for root, fits in choices.items() if len(fits) > 1 or root in contested]
            if not undecided or not any(is_joined):
                self.undecided += [(root, tuple(sorted(fits, key=self._first))) for root, fits in undecided]
                return
            roots = [root for root, _ in undecided]

    def _choices(self, roots: list[int], level: int, near: Near) -> dict[int, set[int]]:
        """The candidates of each: those that tell more, else those that tell as much; and the rivals of these."""
        choices: dict[int, set[int]] = {}
        for root in roots:
            if self.root(root) != root or self._rank(root) != level:
                continue
            fits = self._candidates(root, near, least=level)
            richer = {other for other in fits if self._rank(other) > level}
            choices[root] = richer or fits
            if choices[root]:
                choices[root] |= self._candidates(root, self._rivals)
        return choices

    def _decided(self, choices: dict[int, set[int]], level: int) -> list[tuple[int, int]]:
        """Each with the only candidate that it has."""
        found = []
        for root, fits in choices.items():
            for other in fits if len(fits) == 1 else ():
                if self._rank(other) > level or choices.get(other) == {root}:
                    found.append((root, other))
        return found

    def _contested(self, decided: list[tuple[int, int]]) -> set[int]:
        """Groups that one article tells of side by side and that would go to the same place: which one is open."""
        rivals: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for root, other in decided:
            for article in self._told_by(root):
                rivals[other, article].append(root)
        found: set[int] = set()
        for roots in rivals.values():
            for place, root in enumerate(roots):
                found.update(x for other in roots[:place] if self.side_by_side(root, other) for x in (root, other))
        return found

    def _join_if_fit(self, root: int, other: int) -> bool:
        one, two = self.root(root), self.root(other)
        if one == two or not self._fit_near(one, two):
            return False
        self._join(one, two)
        return True

    def _candidates(self, root: int, near: Near, least: int = 0) -> set[int]:
        """The other groups near this one that it fits, of those that tell so much at least."""
        others = {self.root(b) for a in self.members(root) for b in near.get(a, ())} - {root}
        return {other for other in others if self._rank(other) >= least and self._fit_near(root, other)}

    def _rank(self, root: int) -> int:
        members = self._members.get(root)
        return max([self._ranks[index] for index in members]) if members else self._ranks[root]

    def _first(self, root: int) -> tuple[str, str, int]:
        return min(self.nodes[index].first for index in self.members(root))
