"""Which blocks a verdict joins to something: the step between blocks that a key brings up and blocks to resolve again.

Belongs here: comparing tellings of several blocks by a rule. Does not belong here: which blocks are compared
(`incremental`), or grouping (`cluster`).
"""

from collections import defaultdict
from collections.abc import Hashable

from transforms.resolve.joined import Joined
from transforms.resolve.mentions import Mention
from transforms.resolve.rule import N, Rule, fold
from transforms.resolve.verdicts import bears

#: A claim with the block that it stands in; None where it is changed, and stands in none.
Placed = tuple[int | None, Mention]


def joined_to_changed(rule: Rule[N], placed: list[Placed], crowded: frozenset[Hashable]) -> set[int]:
    """The blocks that a chain of verdicts joins to a claim that is in none."""
    nodes, blocks = _nodes(rule, placed)
    is_ours = [None in within for within in blocks]
    joined = Joined(len(nodes))
    for a, b in _pairs_with(rule, nodes, is_ours, crowded):
        if bears(rule.verdict(nodes[a], nodes[b])):
            joined.join(a, b)
    found: set[int] = set()
    for indices in joined.members().values():
        if any(is_ours[index] for index in indices):
            found.update(block for index in indices for block in blocks[index] if block is not None)
    return found


def _nodes(rule: Rule[N], placed: list[Placed]) -> tuple[list[N], list[set[int | None]]]:
    """The tellings, and the blocks that the claims of each stand in."""
    block_of = {mention.claim_id: block for block, mention in placed}
    nodes = fold(rule, [mention for _, mention in placed])
    return nodes, [{block_of[mention.claim_id] for mention in node.mentions} for node in nodes]


def _pairs_with(
    rule: Rule[N], nodes: list[N], is_ours: list[bool], crowded: frozenset[Hashable]
) -> set[tuple[int, int]]:
    """Pairs that a key brings together and of which one at least is ours."""
    shared: defaultdict[Hashable, list[int]] = defaultdict(list)
    asked: defaultdict[Hashable, list[int]] = defaultdict(list)
    offered: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if is_ours[index]:
            for bearers, found in ((shared, rule.shared_keys), (asked, rule.asked_keys), (offered, rule.offered_keys)):
                for key in found(node):
                    if bearers is shared or key not in crowded:
                        bearers[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for index, node in enumerate(nodes):
        for bearers, found in ((shared, rule.shared_keys), (offered, rule.asked_keys), (asked, rule.offered_keys)):
            for key in found(node):
                pairs.update((min(index, other), max(index, other)) for other in bearers.get(key, ()) if other != index)
    return pairs
