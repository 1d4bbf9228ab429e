"""Resolution of what changed alone: only the blocks that new, changed or withdrawn claims can touch are made anew.

Belongs here: finding those blocks by their keys, and their resolution. Does not belong here: keeping blocks and keys
(the store does, behind `Archive`), or any rule. What comes out, put in place of the blocks that it names, is what
`resolve` would yield on all claims: claims that no chain of matches or possible matches joins do not see each other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from transforms.claim import Kind
from transforms.resolve.blocks import Hasher, keys, total_key
from transforms.resolve.linked import Placed, joined_to_changed
from transforms.resolve.mentions import Mention, mentions
from transforms.resolve.records import KeyRow, Resolution, Role, SourcedClaim
from transforms.resolve.resolver import RULES, no_cycle_search, resolve_mentions
from transforms.resolve.rule import MAX_ANSWERS, fold


class Archive(Protocol):
    """Where the blocks made so far are kept."""

    def keyed(self, keys: Collection[int]) -> Iterable[KeyRow]:
        """The rows of all that share or offer one of these keys."""

    def asking(self, keys: Collection[int]) -> Iterable[KeyRow]:
        """The rows of all that ask one of these keys."""

    def keys_of(self, blocks: Collection[int]) -> Iterable[KeyRow]:
        """All rows of these blocks."""

    def claims(self, blocks: Collection[int]) -> Iterable[tuple[int, SourcedClaim]]:
        """The claims of these blocks that still count and are as they were, each with its block."""


class Redone(NamedTuple):
    """What takes the place of some blocks.

    Attributes:
        resolution: the facts of their claims; its blocks are numbered from 0.
        replaced: the blocks that it takes the place of.
    """

    resolution: Resolution
    replaced: frozenset[int]


def redo(archive: Archive, added: Iterable[SourcedClaim], undone: Collection[int]) -> Redone:
    """Resolve what changed.

    Args:
        archive: the blocks before the change.
        added: claims that are new or say something else than they did.
        undone: blocks that held a claim that is gone or says something else.
    """
    with no_cycle_search():
        return _Change(archive, mentions(added), frozenset(undone)).redone()


@dataclass
class _Change:
    """One change of the claims, on the way to what it touches.

    Attributes:
        new: the added claims; `asking` are their keys with the traits of those that bear them.
        rest: what is left of the undone blocks.
        near: claims of the blocks that a key brings up, by block.
        forced: blocks in which a key that was crowded is no more, or that is now.
        crowded: keys that more tellings offer than may answer, by kind.
        rows, known, before: what was read of the archive, for which keys, and how many tellings offered each.
        unsure: keys that may become crowded by the change, or cease to be.
        settled: how many tellings offer each of those now.
    """

    archive: Archive
    new: dict[Kind, list[Mention]]
    undone: frozenset[int]
    rest: list[tuple[Kind, Mention]] = field(default_factory=list)
    near: dict[int, list[tuple[Kind, Mention]]] = field(default_factory=dict)
    forced: set[int] = field(default_factory=set)
    crowded: dict[Kind, frozenset[Hashable]] = field(default_factory=dict)
    number: Hasher = field(default_factory=Hasher)
    asking: dict[Role, dict[int, int]] = field(default_factory=dict)
    rows: list[KeyRow] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    before: Counter[int] = field(default_factory=Counter)
    unsure: set[int] = field(default_factory=set)
    settled: dict[int, int] = field(default_factory=dict)

    def redone(self) -> Redone:
        self.rest = [entry for told in self._claims(self.undone).values() for entry in told]
        self._look_up()
        self.near = self._claims(self._candidates() - self.undone)
        if self.unsure:
            self._settle_unsure()
        self._settle_own_crowds()
        linked = self._linked() | (self.forced & set(self.near))
        self.near = {block: self.near[block] for block in linked}
        self._settle_crowds()
        inside: dict[Kind, list[Mention]] = {kind: list(told) for kind, told in self.new.items()}
        for kind, mention in (*self.rest, *(entry for block in sorted(linked) for entry in self.near[block])):
            inside[kind].append(mention)
        return Redone(resolve_mentions(inside, self.crowded), self.undone | linked)

    def _claims(self, blocks: Collection[int]) -> dict[int, list[tuple[Kind, Mention]]]:
        """Claims in compact form, by block."""
        if not blocks:
            return {}
        block_of: dict[str, int] = {}
        told: dict[int, list[tuple[Kind, Mention]]] = {block: [] for block in blocks}

        def claims() -> Iterable[SourcedClaim]:
            for block, sourced in self.archive.claims(blocks):
                block_of[sourced.claim_id] = block
                yield sourced

        for kind, found in mentions(claims()).items():
            for mention in found:
                told[block_of[mention.claim_id]].append((kind, mention))
        return told

    def _changed(self, kind: Kind) -> list[Mention]:
        """New claims with what is left of the undone blocks."""
        return self.new[kind] + [mention for its, mention in self.rest if its == kind]

    def _keys(self, told: dict[Kind, list[Mention]]) -> Iterator[tuple[Role, int, int, int]]:
        """The keys of these claims, as an archive would hold them."""
        for kind, same in told.items():
            if kind == "total":
                yield from (total_key(mention, self.number) for mention in same)
            else:
                yield from keys(kind, RULES[kind], fold(RULES[kind], same), self.number)

    def _look_up(self) -> None:
        """Reads the rows that bear on the change, and finds the keys of which it is not plain whether they crowd."""
        self.asking = {role: {} for role in Role}
        for role, key, _, traits in self._keys(self.new):
            self.asking[role][key] = traits
        lost = Counter[int]()
        for row in self.archive.keys_of(self.undone) if self.undone else ():
            if row.role is Role.OFFERED:
                lost[row.key] += row.tellings
        changed = {kind: self._changed(kind) for kind in self.new}
        inside = {key: tellings for role, key, tellings, _ in self._keys(changed) if role is Role.OFFERED}
        self._read(set().union(lost, *self.asking.values()))
        for key in {*inside, *lost}:
            least = self.before[key] - lost[key]
            if least <= MAX_ANSWERS < max(self.before[key], least + inside.get(key, 0)):
                self.unsure.add(key)
        answered = {key for key in self.asking[Role.OFFERED] if self.before[key] <= MAX_ANSWERS}
        self.rows += self.archive.asking(answered | self.unsure)

    def _read(self, keys: set[int]) -> None:
        """Reads who shares or offers keys, and counts the tellings that offer each."""
        fresh = keys - self.known
        self.known |= fresh
        for row in self.archive.keyed(fresh) if fresh else ():
            self.rows.append(row)
            if row.role is Role.OFFERED:
                self.before[row.key] += row.tellings

    def _candidates(self) -> set[int]:
        """Blocks that new claims can be joined to, and all that bear a key that may become crowded or cease to be.

        Of what a key brings up, only where they have a trait in common.
        """
        found = set()
        for row in self.rows:
            if row.role is Role.SHARED:
                meets = row.traits & self.asking[Role.SHARED].get(row.key, 0) > 0
            elif row.key in self.unsure:
                meets = True
            else:
                other = Role.ASKED if row.role is Role.OFFERED else Role.OFFERED
                near = row.traits & self.asking[other].get(row.key, 0)
                meets = near > 0 and self.before[row.key] <= MAX_ANSWERS
            if meets:
                found.add(row.block)
        return found

    def _settle_unsure(self) -> None:
        """Counts the tellings that offer the unsure keys now, and forces the blocks of those that tipped over.

        All blocks that bear such a key are at hand.
        """
        rows = [row for row in self.rows if row.key in self.unsure and row.role is not Role.SHARED]
        bearing = {row.block for row in rows if row.role is Role.OFFERED}
        near = [entry for block in bearing & set(self.near) for entry in self.near[block]]
        now = Counter[int]()
        for kind, rule in RULES.items():
            for node in fold(rule, self._changed(kind) + [mention for its, mention in near if its == kind]):
                now.update({self.number(kind, key) for key in rule.offered_keys(node)} & self.unsure)
        gone = Counter[int]()
        for row in rows:
            if row.role is Role.OFFERED:  # all these blocks are among the undone or the near ones
                gone[row.key] += row.tellings
        self.settled = {key: self.before[key] + now[key] - gone[key] for key in self.unsure}
        tipped = {
            key for key, after in self.settled.items() if (self.before[key] > MAX_ANSWERS) != (after > MAX_ANSWERS)
        }
        self.forced = {row.block for row in rows if row.key in tipped}

    def _settle_own_crowds(self) -> None:
        """Which keys of the changed claims are crowded, so that they join nothing."""
        crowded: defaultdict[Kind, set[Hashable]] = defaultdict(set)
        for kind, rule in RULES.items():
            for node in fold(rule, self._changed(kind)):
                for key in (*rule.asked_keys(node), *rule.offered_keys(node)):
                    number = self.number(kind, key)
                    if self.settled.get(number, self.before[number]) > MAX_ANSWERS:
                        crowded[kind].add(key)
        self.crowded = {kind: frozenset(keys) for kind, keys in crowded.items()}

    def _settle_crowds(self) -> None:
        """With all tellings at hand that are resolved again, count who offers each key that they ask."""
        asked: dict[int, tuple[Kind, Hashable]] = {}
        now = Counter[int]()
        for kind, rule in RULES.items():
            for node in fold(rule, self._all(kind)):
                now.update({self.number(kind, key) for key in rule.offered_keys(node)})
                asked.update((self.number(kind, key), (kind, key)) for key in rule.asked_keys(node))
        self._read(set(asked))
        after, loaded = self.before + now, self.undone | set(self.near)
        for row in self.rows:
            if row.role is Role.OFFERED and row.block in loaded:
                after[row.key] -= row.tellings
        crowded: defaultdict[Kind, set[Hashable]] = defaultdict(set)
        for number, (kind, key) in asked.items():
            if self.settled.get(number, after[number]) > MAX_ANSWERS:
                crowded[kind].add(key)
        self.crowded = {kind: frozenset(keys) for kind, keys in crowded.items()}

    def _all(self, kind: Kind) -> list[Mention]:
        return self._changed(kind) + [m for told in self.near.values() for its, m in told if its == kind]

    def _linked(self) -> set[int]:
        """The blocks that a verdict joins to a changed claim."""
        linked: set[int] = set()
        for kind in self.new:
            changed, placed = self._changed(kind), self._placed(kind)
            if not changed or len(changed) == len(placed):
                continue
            if kind == "total":
                ours = {total_key(mention, self.number) for mention in changed}
                linked |= {
                    block for block, told in placed if block is not None and total_key(told, self.number) in ours
                }
            else:
                linked |= joined_to_changed(RULES[kind], placed, self.crowded.get(kind, frozenset()))
        return linked

    def _placed(self, kind: Kind) -> list[Placed]:
        """All claims at hand, each with the block that it stands in."""
        placed: list[Placed] = [(None, mention) for mention in self._changed(kind)]
        placed += [(block, m) for block, told in sorted(self.near.items()) for its, m in told if its == kind]
        return placed
