"""What resolution wants to know of a kind of fact, and which of its tellings are worth comparing.

Belongs here: the form of a rule, one node for each distinct telling, and the pairs that a key brings together. Does not
belong here: the rules (`agreements`, `launches`, `cooperations`), what becomes of the pairs (`cluster`).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from transforms.resolve.mentions import Mention, Node
from transforms.resolve.traits import anything

N = TypeVar("N", bound=Node)

#: A telling that asks around is answered only where no more than this many tellings could answer.
MAX_ANSWERS = 60


@dataclass(frozen=True)
class Rule(Generic[N]):
    """What a kind brings: its node, the keys that bring two nodes together, and the verdict on them.

    Attributes:
        traits: what two that this asked key brings together have in common, or the verdict does not bear.
        shared_traits: the same of two that a shared key brings together.
        is_first_taken: of two that one article tells side by side and that fit one other alone, the first goes there;
            else neither does, and a person is asked.
    """

    node: Callable[[Mention], N]
    signature: Callable[[Mention], Hashable]
    shared_keys: Callable[[N], list[Hashable]]
    asked_keys: Callable[[N], list[Hashable]]
    offered_keys: Callable[[N], list[Hashable]]
    rank: Callable[[N], int]
    verdict: Callable[[N, N], int]
    traits: Callable[[N, Hashable], int]
    shared_traits: Callable[[N], int] = anything
    is_first_taken: bool = False


def fold(rule: Rule[N], mentions: Iterable[Mention]) -> list[N]:
    """One node for each distinct telling."""
    nodes: dict[Hashable, N] = {}
    for mention in mentions:
        signature = rule.signature(mention)
        node = nodes.get(signature)
        if node is None:
            node = nodes[signature] = rule.node(mention)
        node.mentions.append(mention)
    return list(nodes.values())


def pairs(rule: Rule[N], nodes: list[N], crowded: frozenset[Hashable]) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that share a key, or of which one asks a key that the other offers; each pair once.

    Each node is paired with those before it. Of a million claims there are millions of pairs: a pair is held as one
    number, and all else is let go before the first is yielded.
    """
    count = len(nodes)
    return (divmod(pair, count) for pair in _numbered_pairs(rule, nodes, crowded))


def _numbered_pairs(rule: Rule[N], nodes: list[N], crowded: frozenset[Hashable]) -> "array[int]":
    count, found = len(nodes), array("Q")
    offers = Counter(key for node in nodes for key in set(rule.offered_keys(node)))
    answered = {key for key, tellings in offers.items() if tellings <= MAX_ANSWERS} - crowded
    del offers
    shared: defaultdict[Hashable, list[int]] = defaultdict(list)
    asked: defaultdict[Hashable, list[int]] = defaultdict(list)
    offered: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        asks = [key for key in rule.asked_keys(node) if key in answered]
        answers = [key for key in rule.offered_keys(node) if key in answered]
        shares = rule.shared_keys(node)
        near: set[int] = set()
        for keys, others in ((shares, shared), (asks, offered), (answers, asked)):
            near.update(*[others[key] for key in keys if key in others])
        for keys, own in ((shares, shared), (asks, asked), (answers, offered)):
            for key in keys:
                own[key].append(index)
        near.discard(index)
        found.extend([other * count + index for other in near])
    return found
