"""The other party of a document or an order that its sentence tells with one party alone.

Belongs here: who is meant then, the nearer the surer: the subject of the sentence, the owner of the craft it is about,
whom the sentence before is about, whom title and lede are about. Does not belong here: whether a second party is left
out at all (`reference`, `orders`).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.cooperations.pointers import antecedent, story
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_REACH = 3
_FAR = 6
_SEVERAL = frozenset({"second", "third", "fourth", "other", "another", "latter", "largest", "biggest", "first"})
#: What is named by the craft before it: `its successor`.
_NEXT = frozenset({"successor", "replacement", "twin", "sister"})
#: An article is clearly about a party that has this share of all mentions.
_CLEARLY = 0.3
#: A party named at least this share of the most frequent one is its equal.
_NEAR_EQUAL = 0.6


class Candidate(NamedTuple):
    """A party that could be the other one, and how it was found."""

    member: Member
    how: str


def candidates(sentence: Sentence, before: int, wanted: Callable[[Mention], bool]) -> Iterator[Candidate]:
    """Parties that could be meant by words left out before item `before`, the most likely first."""
    yield from _subjects(sentence, before, wanted, "main_clause")
    yield from _owners(sentence, wanted, "owner")
    for earlier in sentence.before():
        if sentence.index - earlier.index > _REACH or earlier.paragraph < sentence.paragraph - 1:
            break
        yield from _subjects(earlier, len(earlier.items), wanted, "previous")
        if any(word in sentence.text for word in ("its ", "the satellite", "the craft", "the spacecraft", "successor")):
            yield from _owners(earlier, wanted, "owner")
    yield from _topic(sentence, wanted)


def _subjects(sentence: Sentence, before: int, wanted: Callable[[Mention], bool], how: str) -> Iterator[Candidate]:
    for role in sentence.structure.roles:
        if role.index >= before:
            return
        if role.governor == "subject" and role.acts and not role.mention.is_doubtful and wanted(role.mention):
            for member in members_of(sentence, role, "topic"):
                yield Candidate(member.from_afar() if how == "previous" else replace(member, inferred=True), how)


def _owners(sentence: Sentence, wanted: Callable[[Mention], bool], how: str) -> Iterator[Candidate]:
    """The one owner of a craft that the sentence names, or means by `it` or `the satellite`."""
    for item in sentence.items:
        mention = item.mention
        if mention is not None and mention.category == "spacecraft" and len(mention.codes) == 1 and wanted(mention):
            member = Member(mention.codes[0], mention.start, mention.end, sentence.part.name, True, "topic", mention)
            yield Candidate(member, how)


def meant_owner(sentence: Sentence, known: set[str]) -> Member | None:
    """The one owner of the craft that the sentence speaks of without its name: `it`, `the satellite`."""
    for index, item in enumerate(sentence.items):
        if item.low in _NEXT and index and sentence.items[index - 1].low == "its":
            thing = antecedent(sentence, index - 1)
            if thing is not None and len(thing.owners) == 1 and thing.owners[0].code not in known:
                whose = thing.owners[0]
                return Member(whose.code, whose.start, whose.end, whose.part, True, "topic")
        if item.low != "it" and not is_craft_noun(item):
            continue
        lead = {before.low for before in sentence.items[max(0, index - 3) : index]}
        if item.low != "it" and lead.isdisjoint(("the", "that", "this")):
            continue
        thing = antecedent(sentence, index)
        if thing is None or len(thing.owners) != 1 or thing.owners[0].code in known:
            continue
        whose = thing.owners[0]
        return Member(whose.code, whose.start, whose.end, whose.part, True, "topic")
    return None


def story_owner(sentence: Sentence, known: set[str]) -> Member | None:
    """The one owner of the craft that the article is about, where it is none of those known."""
    thing = story(sentence.part.document)
    owners = thing.owners if thing is not None else ()
    if len({owner.code for owner in owners}) != 1 or owners[0].code in known:
        return None
    own = owners[0]
    return Member(own.code, own.start, own.end, own.part, True, "topic")


def _topic(sentence: Sentence, wanted: Callable[[Mention], bool]) -> Iterator[Candidate]:
    """Those named most often, weighed with the title; of near equals the one the sentence before is about first."""
    for code, (_, mention, part) in sentence.part.document.salience.items():
        if wanted(mention):
            yield Candidate(Member(code, mention.start, mention.end, part, True, "topic", mention), "topic")


def owner(trigger: Trigger, known: set[str]) -> Member | None:
    """The one owner of the craft that the sentence is about, where it is none of those known."""
    found = {c.member.code: c.member for c in candidates(trigger.sentence, 0, lambda m: not known & set(m.codes))
             if c.how == "owner"}  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def by_customer(trigger: Trigger, members: Members) -> None:
    """`Airbus won the contract in 2018`: the party that the article is about, where it clearly is about one."""
    trades = any(role.governor in ("subject", "object", "from", "by") and trigger.items[role.index].cue("supplier")
                 for role in trigger.structure.roles)  # fmt: skip
    if not trades and not members.slot("owner"):
        return
    meant = meant_owner(trigger.sentence, set(members.found))
    if meant is not None:
        members.add(meant)
        members.how = "customer"
        return
    for found in candidates(trigger.sentence, 0, lambda mention: not set(mention.codes) & set(members.found)):
        if found.how not in ("main_clause", "owner"):
            break  # the party of a sentence before may be of another story
        members.add(found.member)
        members.how = "customer"
        return
    customer = _customer_behind(trigger, set(members.found))
    if customer is not None:
        members.add(customer)
        members.how = "customer"
        return
    ranked = trigger.sentence.part.document.salience
    whole = sum(told[0] for told in ranked.values())
    for code, (count, mention, part) in ranked.items():
        if code not in members.found:
            if count >= _CLEARLY * whole:
                members.add(Member(code, mention.start, mention.end, part, True, "topic"))
                members.how = "customer"
            return


def _customer_behind(trigger: Trigger, known: set[str]) -> Member | None:
    """`A has won its first contract. B plans to fly on A's rocket`: whom the sentence behind has to do with A."""
    behind = trigger.sentence.following
    if behind is None or not any(known.intersection(mention.codes) for mention in behind.parties):
        return None
    acting = [role for role in behind.structure.roles if role.governor == "subject" and role.acts]
    codes = {code for role in acting for code in role.mention.codes}
    if len(codes) != 1 or codes & known:
        return None
    found = members_of(behind, acting[0], "topic")
    return found[0].from_afar() if len(found) == 1 else None


def _signer_before(sentence: Sentence, known: set[str]) -> Member | None:
    """`A signed three contracts. … A second one was signed with B`: who alone is told to sign just before."""
    for earlier in sentence.before():
        if sentence.index - earlier.index > _FAR:
            break
        for at, item in enumerate(earlier.items):
            cue = item.cue("agreement.sign")
            if cue is None or not earlier.has("agreement.document") or not item.low.startswith("sign"):
                continue
            passive = any(i.low == "by" for i in earlier.items[at + 1 : at + 3])
            signers = [
                role
                for role in earlier.structure.roles
                if role.acts and (role.governor == "by" and role.index > at if passive else role.governor == "subject")
            ]
            codes = {code for role in signers for code in role.mention.codes}
            others = [r for r in earlier.structure.roles if r.governor in ("with", "between") and r.mention.codes]
            if len(codes) == 1 and not codes & known and not others:
                return members_of(earlier, signers[0], "topic")[0].from_afar()
    return None


def _is_one_of_several(trigger: Trigger, members: Members) -> bool:
    """`A second contract was signed with B`, `the contract was awarded to B`: by the one who signs in the story."""
    lead = {item.low for item in trigger.items[max(0, trigger.noun - 3) : trigger.noun]}
    passive = trigger.group is not None and trigger.group.is_passive
    counted = not lead.isdisjoint(_SEVERAL)
    return bool(members.slot("with", "receiver")) and (counted or (passive and trigger.act == "award"))


def _is_so_named(sentence: Sentence, code: str, mention: Mention) -> bool:
    """Whether a short name is not one that the article defines as another's: `the Rwanda Space Agency (RSA)`."""
    own = sentence.part.document.acronyms.get(mention.text)
    return own is None or code in own[0].party_codes


def _owner_before(trigger: Trigger, known: set[str]) -> Member | None:
    """`The order for its successor went to A`: by the one that has the craft before it."""
    return meant_owner(trigger.sentence, known) if any(item.low in _NEXT for item in trigger.items) else None


def by_topic(trigger: Trigger, members: Members) -> None:
    """Who the talk is of: the party named most often; of near equals, the one that the sentence before is about."""
    sentence = trigger.sentence
    signer = _signer_before(sentence, set(members.found)) if _is_one_of_several(trigger, members) else None
    if signer is not None:
        members.add(signer)
        members.how = "topic"
        return
    whose = owner(trigger, set(members.found)) or _owner_before(trigger, set(members.found))
    if whose is None and trigger.cue.value == "contract":
        whose = story_owner(sentence, set(members.found))
    if whose is not None:
        members.add(whose)
        members.how = "topic"
        return
    if sentence.index > 1 and (trigger.act == "order" or (trigger.act == "award" and members.slot("receiver"))):
        return  # who gives work is told, or the one whose craft it is
    ranked = sentence.part.document.salience.items()
    talked_to = {code for r in trigger.structure.roles if r.governor == "with" for code in r.mention.codes}
    known = talked_to.union(members.found)
    others = [(code, told) for code, told in ranked if code not in known and _is_so_named(sentence, code, told[1])]
    if not others:
        return
    equals = [code for code, told in others if told[0] >= _NEAR_EQUAL * others[0][1][0]]
    subjects: list[str] = []
    if sentence.previous is not None:
        subjects = [code for role in sentence.previous.structure.roles
                    if role.governor == "subject" and role.acts for code in role.mention.codes]  # fmt: skip
    chosen = next((code for code in subjects if code in equals), equals[0])
    _, mention, part = dict(others)[chosen]
    members.add(Member(chosen, mention.start, mention.end, part, True, "topic"))
    members.how = "topic"
