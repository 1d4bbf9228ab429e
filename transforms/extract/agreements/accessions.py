"""Joining a standing agreement: the Artemis Accords, the International Lunar Research Station, a convention.

Belongs here: the verbs of joining, who joins, and what is joined when the sentence leaves it out. Does not belong here:
agreements with a text of their own (`triggers`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.agreements import rolls
from transforms.extract.agreements.abandoned import dropped_plan
from transforms.extract.agreements.parties import Member, antecedent, members_of, put_members
from transforms.extract.agreements.standing import Target, carried, is_joinable, is_topic, names_target, target_of
from transforms.extract.agreements.terms import nearest_time, time_before_when, time_of_previous
from transforms.extract.agreements.triggers import DOCUMENT, act_name, act_of, status_of
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text import coreference
from transforms.text.cues import Cue
from transforms.text.document import Document, Sentence
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.times import TimeExpression
from transforms.text.verbs import VerbGroup, group

NATION = "agreement.nation"
LIKEWISE = "agreement.likewise"
#: How many sentences a step that others take as well may lie back.
_NEAR = 3
_FOUNDERS = 4
_SIGNS = ("sign", "put", "ink")
_JOINERS = frozenset(["subject", "as", "by", "with", "object"])
_JOINED = ("instrument", "programme", "body")
_STATES = word_set("agreements.accessions.states")


class Joining(NamedTuple):
    """A verb of joining at item `verb`, and what its words make of it."""

    sentence: Sentence
    structure: Structure
    verb: int
    group: VerbGroup
    status: str


def find(document: Document) -> Iterator[Draft]:
    """A draft for each party that joins."""
    if not any(is_joinable(hit.entry) for part in document.parts for hit in part.hits):
        return
    for part in document.parts:
        told = -_NEAR
        for sentence in part.sentences:
            if names_target(sentence):
                drafts = _joinings(sentence, target_of(sentence), "accession_named")
            elif _may_carry(sentence):
                drafts = _joinings(sentence, carried(sentence), "accession_carried")
            elif sentence.has(LIKEWISE) and sentence.index - told <= _NEAR:
                drafts = _likewise(sentence, carried(sentence))
            else:
                continue
            for draft in drafts:
                told = sentence.index
                yield draft
            if sentence.has(LIKEWISE) and told == sentence.index and not _may_carry(sentence):
                yield from _likewise(sentence, carried(sentence) or target_of(sentence))


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
    return not sentence.has(DOCUMENT) and (sentence.has("agreement.sign") or sentence.has("agreement.join"))


def _joinings(sentence: Sentence, target: Target | None, rule: str) -> Iterator[Draft]:
    if target is None:
        return
    structure = sentence.structure
    for index, item in enumerate(sentence.items):
        cue = item.cue("agreement.join") or act_of(item)
        if cue is not None and (act_name(cue) == "join" or (act_name(cue) == "sign" and item.low.startswith(_SIGNS))):
            joining = _read(sentence, structure, index, cue)
            if joining is not None and _reaches(joining, target, rule):
                yield from _drafts(joining, target, rule)
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
        between = items[joining.verb + 1 : position]
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
    nation = next((i for i in range(verb - 2, max(-1, verb - 5), -1) if items[i].cue(NATION)), None)
    if nation is None:
        return None
    return _hung_on(items, nation) or VerbGroup(nation, nation, "past", "fact", False)


def _hung_on(items: list[Item], nation: int) -> VerbGroup | None:
    """The verb that makes one the signatory: `became`, `is`, `welcomes … as`."""
    for index in range(nation, max(-1, nation - 10), -1):
        cue = items[index].cue("agreement.become")
        if cue is not None:
            return group(items, index, cue.form)
        if "be" in items[index].classes:
            return group(items, index, "ed" if items[index].low in ("was", "were") else "s")
        if items[index].low in ("welcome", "welcomed", "welcomes"):
            return group(items, index, "base" if items[index].low == "welcome" else "ed")
    return None


def _joiners(joining: Joining, target: Target) -> list[Member]:
    """Who joins: the list of parties nearest before the verb (or what it hangs on), or behind a `welcome`."""
    found: dict[str, Member] = {}
    sentence, first = joining.sentence, joining.group.first
    clauses = joining.structure.clauses
    follows = joining.sentence.items[joining.verb].cue(LIKEWISE) is not None and joining.group.is_passive
    if _says_it(joining) and not follows:
        found |= _pronoun(joining)
    relative = antecedent(joining.structure, sentence.items, joining.group.first)
    is_listed = relative is not None and "conj" in sentence.items[max(0, relative.index - 2)].classes | (
        sentence.items[max(0, relative.index - 1)].classes)  # fmt: skip
    if relative is not None and relative.mention.category in _STATES and not found and not is_listed:
        found |= {m.code: m for m in members_of(sentence, relative, "joiner")}
    near = [role for role in joining.structure.roles
            if role.clause in (clauses[joining.verb], clauses[first]) and role.acts
            and role.governor in _JOINERS and role.mention.category in _STATES]  # fmt: skip
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
    if len(found) > 1 and len(found) < _FOUNDERS:
        found.pop(target.lead, None)
    return list(found.values())


def _of_title(sentence: Sentence, target: Target) -> dict[str, Member]:
    """`The Baltic state became the 45th country to sign`: the one country of the title."""
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


def _drafts(joining: Joining, target: Target, rule: str) -> Iterator[Draft]:
    sentence, structure = joining.sentence, joining.structure
    joiners = _joiners(joining, target)
    late = _gapped(joining)
    stop = late[0][0].index if late else None
    time = nearest_time(sentence, structure, joining.verb, joining.group.first, before=stop)
    time = time or time_before_when(sentence, structure, joining.verb) or time_of_previous(sentence)
    if time is None and any(member.slot == rolls.ROLL for member in joiners):
        time = rolls.sole_time(sentence)
    if any(member.code == target.lead for member in joiners):
        if len(joiners) >= _FOUNDERS:  # the founders' own signing
            yield _draft(joining, target, joiners, "agreement", rule, time)
        return
    for joiner in joiners:
        yield _draft(joining, target, [joiner], "accession", rule, time)
    for member, when in late:
        if member.code != target.lead:
            yield _draft(joining, target, [member], "accession", rule, when)


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
        if items[index + 1].low in ("in", "on"):
            for time in joining.sentence.times:
                if items[index + 2].start <= time.start <= items[index + 2].end:
                    found += [(m, time) for m in members_of(joining.sentence, role, "joiner")]
    return found


def _draft(joining: Joining, target: Target, joiners: list[Member], kind: str, rule: str,
           time: TimeExpression | None) -> Draft:  # fmt: skip
    verb = joining.sentence.items[joining.verb]
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
