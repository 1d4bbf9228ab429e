"""Who joins a standing agreement.

Belongs here: the parties that a verb of joining is told of, by position, list, title or pronoun. Does not belong here:
the verbs and what is joined (`accessions`), lists behind a counted subject (`rolls`).
"""

from typing import NamedTuple

from transforms.extract.agreements import rolls
from transforms.extract.agreements.bases import listed_before
from transforms.extract.agreements.members import Member, members_of
from transforms.extract.agreements.parties import antecedent
from transforms.extract.agreements.standing import Target
from transforms.extract.vocabulary import word_set
from transforms.text import coreference
from transforms.text.items import Item
from transforms.text.roles import Role, Structure
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup

LIKEWISE = "agreement.likewise"
FOUNDERS = 4
_JOINERS = frozenset(["subject", "as", "by", "with", "object"])
_STATES = word_set("agreements.accessions.states")


class Joining(NamedTuple):
    """A verb of joining at item `verb`, and what its words make of it."""

    sentence: Sentence
    structure: Structure
    verb: int
    group: VerbGroup
    status: str


def joiners_of(joining: Joining, target: Target) -> list[Member]:
    """Who joins: the list of parties nearest before the verb (or what it hangs on), or behind a `welcome`."""
    found: dict[str, Member] = {}
    sentence, first = joining.sentence, joining.group.first
    clauses = joining.structure.clauses
    follows = joining.sentence.items[joining.verb].cue(LIKEWISE) is not None and joining.group.is_passive
    if _says_it(joining) and not follows:
        found |= _pronoun(joining)
    relative = antecedent(joining.structure, sentence.items, joining.group.first)
    if relative is not None and not (joining.group.is_passive and relative.mention.category == "body"):
        found |= _before_which(joining, target, relative, is_found=bool(found))
    near = [role for role in joining.structure.roles
            if role.clause in (clauses[joining.verb], clauses[first]) and role.acts
            and role.governor in _JOINERS and role.mention.category in _STATES
            and not _is_club(sentence.items, role.index)]  # fmt: skip
    before = [role for role in near if role.index < joining.verb and role.governor != "by"]
    if follows:
        before = []  # `A was followed by B`
    after = [role for role in near if role.index > joining.verb and role.governor == "by"]
    for role in [] if found else (after or before) if joining.group.is_passive else (before or after):
        for member in members_of(sentence, role, "joiner"):
            found.setdefault(member.code, member)
    if not found and not before:
        found |= {m.code: m for m in rolls.members(sentence, first, joining.verb, rolls.ROLL)}
    if not found and not before:
        found |= _pronoun(joining) or _signer(joining, target)
    if not found and sentence.part.name == "text" and sentence.index <= 1:
        found |= _of_title(sentence, target)
    if len(found) > 1 and len(found) < FOUNDERS:
        found.pop(target.lead, None)
    return list(found.values())


def _is_club(items: list[Item], at: int) -> bool:
    """`the 12th ESA member to join`, `the 12th member of ESA to join`: what the newcomer belongs to already."""
    mention = items[at].mention
    if mention is None or mention.category != "body":
        return False
    behind = items[at + 1] if at + 1 < len(items) else None
    lead = [item.low for item in items[max(0, at - 3) : at]]
    return (behind is not None and behind.low.startswith("member")) or {"member", "of"} <= set(lead)


def _before_which(joining: Joining, target: Target, last: Role, *, is_found: bool) -> dict[str, Member]:
    """`A, which signed it`; `drawn up by A with B, C and D, which signed it`: all, the leading one among them."""
    items = joining.sentence.items
    if "conj" not in items[max(0, last.index - 2)].classes | items[max(0, last.index - 1)].classes:
        is_one = last.mention.category in _STATES and not is_found
        return {m.code: m for m in members_of(joining.sentence, last, "joiner")} if is_one else {}
    listed = [*listed_before(joining.structure, joining.sentence.items, last), last]
    found = {m.code: m for role in listed for m in members_of(joining.sentence, role, "joiner")}
    return found if len(found) >= FOUNDERS and target.lead in found else {}


def _of_title(sentence: Sentence, target: Target) -> dict[str, Member]:
    """`The Baltic state became the 51st country to sign`: the one country of the title."""
    nations = [m for title in sentence.part.document.title.sentences for m in title.parties
               if m.category in ("country", "people") and m.codes[0] != target.lead]  # fmt: skip
    if len({m.codes[0] for m in nations}) != 1:
        return {}
    nation = nations[0]
    return {nation.codes[0]: Member(nation.codes[0], nation.start, nation.end, "title", True, "joiner", nation)}


def _says_it(joining: Joining) -> bool:
    """Whether `it` or `his country` stands right before the verb."""
    items = joining.sentence.items[max(0, joining.group.first - 3) : joining.group.first]
    return any("pron" in i.classes and i.low == "it" for i in items) or (
        len(items) > 1
        and items[-1].low in ("country", "nation")
        and items[-2].low in ("his", "her", "their", "our", "the")
    )


def _signer(joining: Joining, target: Target) -> dict[str, Member]:
    """`Its ambassador signed in the morning`: for the country that the sentences before speak of."""
    if not any(r.governor == "subject" and r.index < joining.verb for r in joining.structure.roles):
        return {}
    for earlier in joining.sentence.before():
        if joining.sentence.index - earlier.index > 2 or earlier.paragraph < joining.sentence.paragraph - 1:
            break
        for mention in earlier.parties:
            if mention.category == "country" and mention.codes[0] != target.lead:
                return {mention.codes[0]: Member(mention.codes[0], mention.start, mention.end,
                                                 earlier.part.name, True, "joiner", mention)}  # fmt: skip
    return {}


def _pronoun(joining: Joining) -> dict[str, Member]:
    sentence, items = joining.sentence, joining.sentence.items
    start = items[max(0, joining.group.first - 8)].start
    single = coreference.single(sentence, start, items[joining.verb].start, nation=True)
    if single is None:
        return {}
    return {code: Member(code, single.start, single.end, sentence.part.name, True, "joiner") for code in single.codes}
