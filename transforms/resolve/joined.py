"""Things that belong together, found pair by pair.

Belongs here: the sets alone. Does not belong here: what joins two of them.
"""

from collections import defaultdict


class Joined:
    """Which of so many things belong together, as pairs of them turn up."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def join(self, a: int, b: int) -> None:
        """Puts two, and all that belongs to them, together."""
        one, two = self.root(a), self.root(b)
        self._parent[max(one, two)] = min(one, two)

    def root(self, index: int) -> int:
        """The one that stands for all that belong together."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def members(self) -> dict[int, list[int]]:
        """All, by the one that stands for them."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(len(self._parent)):
            found[self.root(index)].append(index)
        return found
