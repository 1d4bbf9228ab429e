"""Joining a standing agreement: the Artemis Accords, the International Lunar Research Station, a convention.

Belongs here: the verbs of joining, who joins, and what is joined when the sentence leaves it out. Does not belong here:
agreements with a text of their own (`triggers`).
"""

import re
from collections.abc import Iterator

from transforms.extract.agreements import rolls, rosters
from transforms.extract.agreements.abandoned import dropped_plan
from transforms.extract.agreements.joiners import FOUNDERS, LIKEWISE, Joining, joiners_of
from transforms.extract.agreements.members import Member, members_of, put_members
from transforms.extract.agreements.occasion import day_of_entry, day_of_joining
from transforms.extract.agreements.phrases import is_carried_out
from transforms.extract.agreements.standing import (
    BECOME,
    NATION,
    STANDING,
    Target,
    apposed,
    carried,
    is_joinable,
    is_topic,
    names_target,
    nearest,
    target_of,
)
from transforms.extract.agreements.terms import nearest_time, time_before_when, time_of_previous
from transforms.extract.agreements.triggers import DOCUMENT, act_name, act_of, status_of
from transforms.extract.drafts import Draft
from transforms.text.cues import Cue
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup, group

#: How many sentences a step that others take as well may lie back.
_NEAR = 3
#: `The pact has since been signed by`: the standing one that was just told of.
_SIGNED_BY = re.compile(
    r"\W*th(?:e|ese|is) (?:agreements?|accords?|pact|document|treaty) (?:has|have|had)(?: \w+){1,3} signed by\b", re.I
)
#: How far behind its noun the verb of a list of signatories stands, and what it is.
_FAR = 8
_NAMES = frozenset(["are", "include", "included", "were"])
#: Words that tell of signatures given before.
_BEFORE = frozenset(["also", "already", "previously", "earlier", "since"])
_SIGNS = ("sign", "put", "ink")
_JOINED = ("instrument", "programme", "body")


def find(document: Document) -> Iterator[Draft]:
    """A draft for each party that joins."""
    if not any([is_joinable(hit.entry) for part in document.parts for hit in part.hits]):
        return
    for part in document.parts:
        told = -_NEAR
        for sentence in part.sentences:
            for draft in _of_sentence(sentence, told):
                told = sentence.index
                yield draft
            if names_target(sentence) or _may_carry(sentence) or sentence.has(LIKEWISE) or sentence.has(NATION):
                yield from _rolls(sentence)
                yield from _further(sentence, is_told=told == sentence.index)
            else:
                yield from _present(sentence)
            if sentence.has(LIKEWISE) and told == sentence.index and not _may_carry(sentence):
                yield from _likewise(sentence, carried(sentence) or target_of(sentence))


def _of_sentence(sentence: Sentence, told: int) -> Iterator[Draft]:
    """Those whom the sentence tells to join by a verb; `told`: where the last joining was told."""
    if names_target(sentence):
        yield from _joinings(sentence, target_of(sentence), "accession_named")
    elif _may_carry(sentence):
        yield from _joinings(sentence, carried(sentence), "accession_carried")
    elif sentence.has(LIKEWISE) and sentence.index - told <= _NEAR:
        yield from _likewise(sentence, carried(sentence))


def _likewise(sentence: Sentence, target: Target | None) -> Iterator[Draft]:
    """`B did the same in May`, `was followed by C`, `as has D`: those who take the step told of before."""
    if target is None or sentence.has(DOCUMENT):
        return
    for index, item in enumerate(sentence.items):
        cue = item.cue(LIKEWISE)
        if cue is None:
            continue
        joining = _read(sentence, sentence.structure, index, cue)
        if joining is not None and joining.status == "signed":
            yield from _drafts(joining, target, "accession_likewise")


def _may_carry(sentence: Sentence) -> bool:
    is_alone = not sentence.has(DOCUMENT) or _SIGNED_BY.match(sentence.text) is not None
    return is_alone and (sentence.has("agreement.sign") or sentence.has("agreement.join"))


def _joinings(sentence: Sentence, target: Target | None, rule: str) -> Iterator[Draft]:
    if target is None:
        return
    structure = sentence.structure
    for index, item in enumerate(sentence.items):
        cue = item.cue("agreement.join") or act_of(item)
        if cue is not None and cue.value == "named" and rule != "accession_named":
            continue  # `accepted an invitation`
        if cue is not None and (act_name(cue) == "join" or (act_name(cue) == "sign" and item.low.startswith(_SIGNS))):
            joining = _read(sentence, structure, index, cue)
            meant = nearest(target, joining.group.first) if joining is not None and joining.group.is_passive else target
            if joining is not None and _reaches(joining, meant, rule):
                yield from _drafts(joining, meant, rule)
        elif item.cue(NATION) is not None and rule == "accession_named":
            joining = _standing(sentence, structure, index, target)
            if joining is not None:
                yield from _drafts(joining, target, rule)


def _standing(sentence: Sentence, structure: Structure, noun: int, target: Target) -> Joining | None:
    """`became a signatory to the …`, `is the newest member of the …`."""
    items, position = sentence.items, sentence.items.index(target.item)
    behind = 0 < position - noun <= 4 and items[noun + 1].low in ("to", "of", "in")
    if not behind and position != noun - 1:
        return None
    matrix = _hung_on(items, noun)
    status = status_of(matrix, "sign") if matrix is not None else None
    return Joining(sentence, structure, noun, matrix, status) if matrix is not None and status else None


def _reaches(joining: Joining, target: Target, rule: str) -> bool:
    """Whether the verb has the standing agreement, not another thing, for its object."""
    items = joining.sentence.items
    after = items[joining.verb + 1 : joining.verb + 14]
    if rule == "accession_carried" and is_topic(target):
        return not joining.group.is_passive and [item.low for item in after[:1]] != ["it"]
    if rule == "accession_carried":
        head = next((i for i in after if not i.classes), None)
        return head is None or head.cue(DOCUMENT) is None
    position = items.index(target.item)
    if joining.verb < position:
        between = items[joining.verb + 1 : apposed(items, position)]
        return position - joining.verb < 12 and not any(map(_has_own_object, between))
    return not is_topic(target)


def _has_own_object(item: Item) -> bool:
    """A document or another verb, which the standing agreement then belongs to."""
    cue = act_of(item)
    return item.cue(DOCUMENT) is not None or (cue is not None and cue.form in ("ed", "s"))


def _read(sentence: Sentence, structure: Structure, verb: int, cue: Cue) -> Joining | None:
    items = sentence.items
    read = group(items, verb, cue.form or "base")
    status = status_of(read, "sign")
    matrix = _matrix(items, verb)
    if matrix is not None:  # `became the 36th country to sign`
        read, status = matrix, status_of(matrix, "sign")
    if status == "planned" and is_carried_out(items, verb):
        status = "signed"  # `was the latest to join`
    if cue.form == "ing":
        if verb + 1 < len(items) and items[verb + 1].low in ("ceremony", "ceremonies", "event", "occurred", "took"):
            return None
        status = "signed"
    if status == "planned" and dropped_plan(items, read.first) is not None:
        status = "ended"  # `dropped its plan to join`
    return Joining(sentence, structure, verb, read, status) if status else None


def _matrix(items: list[Item], verb: int) -> VerbGroup | None:
    """The verb that `the Nth country to sign` hangs on."""
    if verb < 2 or items[verb - 1].low != "to":
        return None
    back = 8 if any(item.low == "respectively" for item in items[max(0, verb - 4) : verb]) else 5
    nation = next((i for i in range(verb - 2, max(-1, verb - back), -1) if items[i].cue(NATION)), None)
    if nation is None:
        return None
    return _hung_on(items, nation) or VerbGroup(nation, nation, "past", "fact", False)


def _hung_on(items: list[Item], nation: int) -> VerbGroup | None:
    """The verb that makes one the signatory: `became`, `is`, `welcomes … as`."""
    for index in range(nation, max(-1, nation - 14), -1):
        cue = items[index].cue(BECOME)
        if cue is not None:
            return group(items, index, cue.form)
        if "be" in items[index].classes:
            return group(items, index, "ed" if items[index].low in ("was", "were") else "s")
        if items[index].low in ("welcome", "welcomed", "welcomes"):
            return group(items, index, "base" if items[index].low == "welcome" else "ed")
    return None


def _drafts(joining: Joining, target: Target, rule: str) -> Iterator[Draft]:
    sentence, structure = joining.sentence, joining.structure
    joiners = joiners_of(joining, target)
    late = _gapped(joining)
    stop = late[0][0].index if late else None
    time = nearest_time(sentence, structure, joining.verb, joining.group.first, before=stop)
    time = time or time_before_when(sentence, structure, joining.verb) or time_of_previous(sentence)
    time = time or day_of_entry(sentence) or day_of_joining(sentence, joining.group)
    is_long = joining.group.is_passive and len(joiners) >= FOUNDERS
    if time is None and (is_long or any(member.slot == rolls.ROLL for member in joiners)):
        time = rolls.sole_time(sentence)
    is_roll = _tells_a_roll(joining)
    if is_roll:
        time, joiners = None, [member for member in joiners if member.code != target.lead]
    elif any(member.code == target.lead for member in joiners):
        if len(joiners) >= FOUNDERS:  # the founders' own signing
            yield _draft(joining, target, joiners, "agreement", rule, time)
        return
    for joiner in joiners:
        yield _draft(joining, target, [joiner], "accession", rule, time)
    for member, when in late:
        if member.code != target.lead:
            yield _draft(joining, target, [member], "accession", rule, when)


def _tells_a_roll(joining: Joining) -> bool:
    """`have also been signed by A, B and C`: who had signed before, each on a day of its own."""
    items = joining.sentence.items[max(0, joining.group.first - 1) : joining.verb + 1]
    return any(item.low in _BEFORE for item in items)


def _present(sentence: Sentence) -> Iterator[Draft]:
    """`Russia and Egypt are on it`."""
    if not sentence.says(rosters.STATE):
        return
    target = carried(sentence)
    for joining, joiners, kind, time in rosters.present(sentence, target) if target is not None else ():
        for joiner in joiners:
            yield _draft(joining, target, [joiner], kind, "accession_carried", time)  # type: ignore[arg-type]


def _further(sentence: Sentence, *, is_told: bool) -> Iterator[Draft]:
    """Those who founded the agreement that the sentence names, or joined it `as has A`."""
    target = target_of(sentence) if names_target(sentence) else carried(sentence)
    if target is None:
        return
    for joining, joiners, kind, time in rosters.founded(sentence, target) if sentence.has(STANDING) else ():
        yield _draft(joining, target, joiners, kind, "accession_named", time)
    for joining, joiners, kind, time in rosters.likewise(sentence) if is_told else ():
        for joiner in joiners:
            if joiner.code != target.lead:
                yield _draft(joining, target, [joiner], kind, "accession_likewise", time)


def _rolls(sentence: Sentence) -> Iterator[Draft]:
    """`The other signatories are A, B and C`: those who have joined already."""
    items = sentence.items
    for index, item in enumerate(items):
        if item.cue(NATION) is None or not item.low.startswith("signator"):
            continue
        verb = next((n for n in range(index + 1, min(len(items), index + _FAR)) if items[n].low in _NAMES), None)
        target = target_of(sentence) if names_target(sentence) else carried(sentence)
        if verb is None or target is None:
            return
        joining = Joining(sentence, sentence.structure, verb, VerbGroup(verb, verb, "present", "fact", False), "signed")
        for joiner in rolls.listed(sentence, verb + 1):
            if joiner.code != target.lead:
                yield _draft(joining, target, [joiner.in_slot("joiner")], "accession", "accession_named", None)


def _gapped(joining: Joining) -> list[tuple[Member, TimeExpression]]:
    """`A joined in May and B in June`: those whose verb is left out, each with its own date."""
    found = []
    items = joining.sentence.items
    for role in joining.structure.roles:
        index = role.index
        if index <= joining.verb + 2 or role.mention.category != "country" or index + 2 >= len(items):
            continue
        if not (items[index - 1].kind == "comma" or "conj" in items[index - 1].classes):
            continue
        at = index + 2 if items[index + 1].low in ("in", "on") else index + 1
        if at > index + 1 or items[at].classes & {"det"} or items[at].kind == "number":  # `Chad a day earlier`
            for time in joining.sentence.times:
                if items[at].start <= time.start <= items[at].end:
                    found += [(m, time) for m in members_of(joining.sentence, role, "joiner")]
    return found


def _whole(target: Target) -> Target:
    """`the accords` are those whose whole name the article has before."""
    mention = target.item.mention
    earlier = None if mention and mention.reading(*_JOINED) else carried(target.sentence)
    named = earlier.item.mention if earlier is not None else None
    return earlier if earlier is not None and named is not None and named.reading("instrument") else target


def _draft(joining: Joining, target: Target, joiners: list[Member], kind: str, rule: str,
           time: TimeExpression | None) -> Draft:  # fmt: skip
    verb, target = joining.sentence.items[joining.verb], _whole(target)
    draft = Draft("agreement", rule, joining.sentence, verb.start)
    part = target.sentence.part.name
    put_members(draft, joiners)
    draft.add("parties", target.lead, target.item.start, target.item.end, inferred=True, part=part)
    draft.put("type", kind, verb.start, verb.end)
    draft.put("status", joining.status, verb.start, verb.end)
    words = target.sentence.part.text[target.item.start : target.item.end].removeprefix("the ")
    draft.put("programme", words, target.item.end - len(words), target.item.end, part=part)
    surface = target.item.mention.reading("instrument") if target.item.mention else None
    draft.notes["names_joined"] = bool(target.item.mention and target.item.mention.reading(*_JOINED))
    if surface is not None:
        draft.put("instrument", surface.id, target.item.start, target.item.end, inferred=True, part=part)
    if time is not None:
        tense = "future" if joining.status == "planned" else "past"
        value = time.in_tense(tense, joining.sentence.part.document.reference)  # type: ignore[arg-type]
        draft.put("signed", value, time.start, time.end)
        draft.put("date_basis", time.basis if value else None, time.start, time.end, inferred=True)
    draft.features |= {"accession", "dated" if time else "undated", f"part:{draft.part}"}
    return draft
