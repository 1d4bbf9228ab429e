"""Which claims make one fact, once people have merged, parted and rejected.

Belongs here: the groups of claims that corrections name, the finding of the group that an entry means, and their ids.
Does not belong here: cells (`cells`), or the order in which corrections are taken (`apply`).
"""

from dataclasses import dataclass, field

from transforms.claim import Kind
from transforms.curation.columns import PREFIX_KINDS
from transforms.curation.records import Outcome
from transforms.resolve.records import PREFIXES, SourcedClaim
from transforms.resolve.resolver import CLAIM_PREFIX


@dataclass(slots=True, eq=False)
class Group:
    """Claims that make one fact.

    Attributes:
        origins: facts of the outcome that gave it claims.
        moved: ids of the corrections that changed its claims.
        rejected_by: id of the correction that rejected it, or empty.
    """

    kind: Kind
    claims: dict[str, SourcedClaim]
    fact_id: str
    origins: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    rejected_by: str = ""

    def rename(self) -> None:
        """Give it the id of its claims: that of the smallest anchor."""
        first = min(self.claims.values(), key=lambda c: (c.article_id, *c.claim.anchor, c.claim_id))
        self.fact_id = f"{PREFIXES[self.kind]}_{first.claim_id.removeprefix(CLAIM_PREFIX)}"


class Groups:
    """The groups as corrections change them; where each claim is, and what each id means."""

    def __init__(self, outcome: Outcome) -> None:
        self._redirects = outcome.redirects
        self._of_claim: dict[str, Group] = {}
        self._of_id: dict[str, Group] = {}
        self._formerly: dict[str, Group] = {}
        self.origin: dict[str, str] = {}
        for fact_id, claims in outcome.facts.items():
            if claims:
                group = Group(claims[0].claim.kind, {c.claim_id: c for c in claims}, fact_id, {fact_id})
                self._enter(group)
                self.origin |= dict.fromkeys(group.claims, fact_id)

    def all(self) -> list[Group]:
        """Every group once, in order of ids."""
        return sorted(self._of_id.values(), key=lambda group: group.fact_id)

    def find(self, fact_id: str, anchor: str) -> Group | None:
        """The group that an entry means: by its id, by what the id became, by its anchor claim."""
        prefix, _, own = fact_id.partition("_")
        found = (
            self._of_id.get(fact_id),
            self._of_id.get(self._redirects.get(fact_id, "")),
            self._of_claim.get(anchor),
            self._of_claim.get(CLAIM_PREFIX + own),
            self._formerly.get(fact_id),
        )
        return next((group for group in found if group and group.kind == PREFIX_KINDS.get(prefix)), None)

    def clash(self, fact_id: str, anchor: str) -> str:
        """Which two facts an entry names where its id and its anchor claim mean different ones; else nothing."""
        prefix, _, own = fact_id.partition("_")
        by_id = (
            self._of_id.get(fact_id),
            self._of_id.get(self._redirects.get(fact_id, "")),
            self._of_claim.get(CLAIM_PREFIX + own),
        )
        meant = next((group for group in by_id if group and group.kind == PREFIX_KINDS.get(prefix)), None)
        held = self._of_claim.get(anchor)
        if meant is None or held is None or meant is held:
            return ""
        now = "" if meant.fact_id == fact_id else f", now {meant.fact_id},"
        return (
            f"fact {fact_id}{now} and its anchor {anchor} conflict: the claim tells of {held.fact_id}; "
            "write the id and a claim of the one that is meant"
        )

    def is_of_one_origin(self, fact_id: str, claim_id: str) -> bool:
        """Whether resolution has the claim in the fact of this id."""
        return self.origin.get(claim_id, "") in {fact_id, self._redirects.get(fact_id, fact_id)}

    def with_claim(self, claim_id: str) -> Group | None:
        """The group that holds a claim."""
        return self._of_claim.get(claim_id)

    def merge(self, one: Group, two: Group, override_id: str) -> Group:
        """Make one of two."""
        for group in (one, two):
            del self._of_id[group.fact_id]
        merged = Group(
            one.kind, one.claims | two.claims, "", one.origins | two.origins, one.moved | two.moved | {override_id}
        )
        merged.rename()
        self._enter(merged)
        return merged

    def part(self, group: Group, claims: set[str], override_id: str) -> tuple[Group, Group]:
        """Make two of one: what stays and what goes."""
        del self._of_id[group.fact_id]
        both = []
        for ids in (group.claims.keys() - claims, claims):
            held = {claim_id: group.claims[claim_id] for claim_id in sorted(ids)}
            origins = {self.origin[claim_id] for claim_id in held}
            half = Group(group.kind, held, "", origins, group.moved | {override_id})
            half.rename()
            self._enter(half)
            both.append(half)
        return both[0], both[1]

    def withdraw(self, article_id: str, override_id: str) -> bool:
        """Take an article's claims out of all facts; whether there were any. A fact of no other article is gone."""
        holding = [g for g in self.all() if any(c.article_id == article_id for c in g.claims.values())]
        for group in holding:
            taken = [claim_id for claim_id, c in group.claims.items() if c.article_id == article_id]
            del self._of_id[group.fact_id]
            self._formerly[group.fact_id] = group
            for claim_id in taken:
                del group.claims[claim_id], self._of_claim[claim_id]
                self.origin.pop(claim_id, None)
            group.moved.add(override_id)
            if group.claims:
                group.rename()
            else:
                group.rejected_by = override_id
            self._of_id[group.fact_id] = group
        return bool(holding)

    def _enter(self, group: Group) -> None:
        self._of_id[group.fact_id] = group
        self._of_claim |= dict.fromkeys(group.claims, group)
