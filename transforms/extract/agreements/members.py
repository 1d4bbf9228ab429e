"""The parties of one agreement as they are gathered: each code once, with the words that name it and their part.

Belongs here: the records, and putting them into a draft. Does not belong here: choosing among the parties of a sentence
(`parties`), or those that it leaves out (`reference`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from transforms.claim import Part
from transforms.extract.drafts import Draft
from transforms.text.affiliation import affiliation
from transforms.text.mentions import Mention
from transforms.text.roles import Role
from transforms.text.sentence import Sentence
from transforms.text.strangers import PROVISIONAL


@dataclass(slots=True)
class Member:
    """One party found, the words for it, and how it was found."""

    code: str
    start: int
    end: int
    part: Part
    inferred: bool
    slot: str
    mention: Mention | None = None
    index: int = -1

    def from_afar(self) -> "Member":
        """The same party, named in another sentence than the one asked about."""
        return replace(self, inferred=True, index=-1)

    def in_slot(self, slot: str) -> "Member":
        """The same party in another slot."""
        return replace(self, slot=slot)


@dataclass(slots=True)
class Members:
    """The parties of an agreement, each code once, in the order found."""

    found: dict[str, Member] = field(default_factory=dict)
    how: str = "named"

    def add(self, member: Member) -> None:
        """Take a party unless its code is there already."""
        self.found.setdefault(member.code, member)

    def slot(self, *slots: str) -> list[Member]:
        """The parties found in these slots."""
        return [m for m in self.found.values() if m.slot in slots]


def put_members(draft: Draft, members: Iterable[Member]) -> None:
    """Set `parties`, and `organizations` where one names a party, by its id or, in no lexicon, its words."""
    for member in members:
        draft.add("parties", member.code, member.start, member.end, inferred=member.inferred, part=member.part)
        if member.mention is None:
            continue
        surface = member.mention.reading("organization")
        if surface is not None:
            draft.add("organizations", surface.id, member.start, member.end, part=member.part)
        elif member.mention.category == "unknown_organization" and not member.code.startswith(PROVISIONAL):
            draft.add("organizations", member.mention.text, member.start, member.end, part=member.part)


def members_of(sentence: Sentence, role: Role, slot: str) -> list[Member]:
    """The parties that a role's mention names, by itself or by its affiliation."""
    mention = role.mention
    part = sentence.part.name
    if mention.codes and mention.is_party:
        inferred = mention.category in ("demonym", "metonym", "prefix", "people", "unknown_organization")
        return [Member(code, mention.start, mention.end, part, inferred, slot, mention, role.index)
                for code in mention.codes]  # fmt: skip
    found = affiliation(sentence, mention)
    if found is None:
        return []
    return [Member(code, found.start, found.end, found.part.name, True, slot, mention, role.index)
            for code in found.codes]  # fmt: skip
