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
        )
        return next((group for group in found if group and group.kind == PREFIX_KINDS.get(prefix)), None)

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

    def _enter(self, group: Group) -> None:
        self._of_id[group.fact_id] = group
        self._of_claim |= dict.fromkeys(group.claims, group)
