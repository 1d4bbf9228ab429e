"""Who is in a standing agreement without a verb of joining: by being there, by ellipsis, by having founded it.

Belongs here: `A and B are on board`, `…, as has C`, `A, B, C and D founded the accords`. Does not belong here: verbs of
joining (`accessions`), lists behind a counted subject (`rolls`).
"""

import re
from collections.abc import Iterator

from transforms.extract.agreements import rolls
from transforms.extract.agreements.joiners import FOUNDERS, Joining
from transforms.extract.agreements.members import Member, members_of
from transforms.extract.agreements.standing import NATION, Target
from transforms.extract.agreements.terms import nearest_time
from transforms.extract.vocabulary import word_set
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup

_MEMBERS = "members|partners|signatories|participants|parties"
#: Where those who have joined are: `on it`, `among its members`.
STATE = re.compile(
    r"\b(?:is|are) (?:(?:already|now|also|both|all) )?(?:on it|in it|on board|aboard|on the list|part of it"
    rf"|among (?:its|the|those) (?:{_MEMBERS})|(?:{_MEMBERS}) (?:already|too|as well))\b"
)
_AUXILIARIES = frozenset({"has", "have", "had", "did", "does", "do"})
_FOUNDING = word_set("agreements.rosters.founding")
_FIRST = frozenset({"founding", "original", "initial", "first"})
#: How near the agreement must have been told of for `on it` to mean it.
_NEAR = 3

#: Who is in, whether as founders of one document or each by joining, and the day.
Entry = tuple[Joining, list[Member], str, TimeExpression | None]


def present(sentence: Sentence, target: Target) -> Iterator[Entry]:
    """`Russia and Egypt are on it`: those who are in, of the agreement told of just before."""
    told = target.sentence
    near = told.part is not sentence.part or sentence.index - told.index <= _NEAR
    before = sentence.part.sentences[max(0, sentence.index - 2) : sentence.index]
    if not sentence.says(STATE) or not (near or any(other.has(NATION) for other in before)):
        return
    match = STATE.search(sentence.part.folded, sentence.start, sentence.end)
    items = sentence.items
    verb = next((i for i, item in enumerate(items) if match is not None and item.end > match.start()), None)
    if verb is None or any("neg" in item.classes or "modal" in item.classes for item in items[verb - 1 : verb + 2]):
        return
    clause = sentence.structure.clauses[verb]
    roles = [r for r in sentence.structure.roles if r.index < verb and r.governor == "subject" and r.clause == clause]
    if not roles or any(role.mention.category != "country" or not role.acts for role in roles):
        return
    joiners = [m for role in roles for m in members_of(sentence, role, "joiner") if m.code != target.lead]
    yield _at(sentence, verb), joiners, "accession", None


def likewise(sentence: Sentence) -> Iterator[Entry]:
    """`A signed the accords in May, as has B`: those whose verb is left out behind `as`."""
    items = sentence.items
    for index in range(2, len(items) - 1):
        if items[index].low not in _AUXILIARIES or items[index - 1].low != "as":
            continue
        roles = {role.index: role for role in sentence.structure.roles if role.index > index}
        at, joiners = index + 1, list[Member]()
        while at < len(items) and (at in roles or items[at].kind == "comma" or items[at].classes & {"det", "conj"}):
            if at in roles and roles[at].mention.category == "country":
                joiners += members_of(sentence, roles[at], "joiner")
            at += 1
        if joiners:
            yield _at(sentence, index), joiners, "accession", None


def founded(sentence: Sentence, target: Target) -> Iterator[Entry]:
    """`A, B, C and D founded the accords in 2020`: one document of all of them."""
    items, structure = sentence.items, sentence.structure
    for index, item in enumerate(items):
        if item.low not in _FOUNDING or not index:
            continue
        roles = [r for r in structure.roles if r.index < index and r.governor == "subject" and r.acts]
        found = {m.code: m for role in roles for m in members_of(sentence, role, "joiner")}
        if len(found) >= FOUNDERS and target.lead in found:
            time = nearest_time(sentence, structure, index, index)
            yield _at(sentence, index), list(found.values()), "agreement", time
            return
    for index in range(1, len(items)):
        if items[index].low.startswith("signator") and items[index - 1].low in _FIRST:
            verb = next((n for n in range(index + 1, min(len(items), index + 8)) if "be" in items[n].classes), None)
            members = rolls.listed(sentence, verb + 1) if verb is not None else []
            if verb is not None and len(members) >= FOUNDERS and target.lead in {m.code for m in members}:
                yield _at(sentence, verb), members, "agreement", rolls.sole_time(sentence)
                return


def _at(sentence: Sentence, verb: int) -> Joining:
    return Joining(sentence, sentence.structure, verb, VerbGroup(verb, verb, "present", "fact", False), "signed")
