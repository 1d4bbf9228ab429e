"""A keeper of facts in memory: blocks, keys and facts as the store holds them, brought up to date change by change.

Belongs here: what the tests of incremental resolution stand in for the store with. Does not belong here: any test.
"""

from collections.abc import Collection, Iterable, Iterator

from transforms.resolve import Fact, KeyRow, Resolution, Review, SourcedClaim, redo
from transforms.resolve.records import Provisional, Role
from transforms.resolve.resolver import distinct


class Keeper:
    """Facts of the claims told so far."""

    def __init__(self) -> None:
        self.told: dict[str, SourcedClaim] = {}
        self.facts: dict[str, Fact] = {}
        self.reviews: dict[int, set[Review]] = {}
        self.last_replaced: frozenset[int] = frozenset()
        self._block_of: dict[str, int] = {}
        self._rows: list[KeyRow] = []
        self._names: list[tuple[int, Provisional]] = []
        self._next = 0
        self._changed: set[str] = set()

    def keyed(self, keys: Collection[int]) -> Iterator[KeyRow]:
        return (row for row in self._rows if row.key in keys and row.role is not Role.ASKED)

    def asking(self, keys: Collection[int]) -> Iterator[KeyRow]:
        return (row for row in self._rows if row.key in keys and row.role is Role.ASKED)

    def keys_of(self, blocks: Collection[int]) -> Iterator[KeyRow]:
        return (row for row in self._rows if row.block in blocks)

    def claims(self, blocks: Collection[int]) -> Iterator[tuple[int, SourcedClaim]]:
        return (
            (block, self.told[claim])
            for claim, block in self._block_of.items()
            if block in blocks and claim not in self._changed
        )

    def change(self, added: Iterable[SourcedClaim] = (), gone: Iterable[str] = ()) -> Resolution:
        """Claims that are new or say something else, and ids of claims that no longer count."""
        new = {claim.claim_id: claim for claim in added}
        self._changed = {*new, *gone} & set(self.told)
        undone = {self._block_of[claim] for claim in self._changed}
        found = redo(self, new.values(), undone)
        self.last_replaced = found.replaced
        for claim in self._changed:
            del self.told[claim], self._block_of[claim]
        self.told |= new
        self._put(found.resolution, found.replaced)
        return found.resolution

    @property
    def provisional(self) -> tuple[Provisional, ...]:
        return distinct(member for _, member in self._names)

    def _put(self, resolution: Resolution, replaced: frozenset[int]) -> None:
        stale = {claim for claim, block in self._block_of.items() if block in replaced} | self._changed
        self.facts = {key: fact for key, fact in self.facts.items() if stale.isdisjoint(fact.members)}
        kept = [review for review in self.all_reviews() if set(review.fact_ids) <= set(self.facts)]
        self._rows = [row for row in self._rows if row.block not in replaced]
        self._names = [entry for entry in self._names if entry[0] not in replaced]
        for fact, block in zip(resolution.facts, resolution.blocks, strict=True):
            assert fact.fact_id not in self.facts
            self.facts[fact.fact_id] = fact
            self._block_of |= dict.fromkeys(fact.members, block + self._next)
        self._rows += [row._replace(block=row.block + self._next) for row in resolution.keys]
        self._names += [(block + self._next, member) for block, member in resolution.names]
        self._next += len(set(resolution.blocks))
        self.reviews = {0: {*kept, *resolution.reviews}}

    def all_reviews(self) -> set[Review]:
        return {review for held in self.reviews.values() for review in held}
