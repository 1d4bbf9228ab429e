"""Documents told as the like of one told just before, without a noun: `Peru's was inked in May`, `B got its own`.

Belongs here: such words, and whom the new document shares with the one before. Does not belong here: ellipses with
`one` and `another` (`later`), or those who join a standing agreement (`accessions`).
"""

from collections.abc import Iterator

from transforms.extract.agreements.members import Member, Members, members_of
from transforms.extract.agreements.triggers import DOCUMENT, Trigger, act_name, act_of, status_of
from transforms.extract.agreements.verbs import LIGHT
from transforms.extract.drafts import Draft
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.roles import Role
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup, group

_OWN = frozenset({"subject", "owner", "between", "other", "again"})
_MORE = word_set("agreements.echoes.more")
_COMES = word_set("agreements.echoes.comes")
_LIKE = word_set("agreements.echoes.like")
_FOLLOWS = frozenset({"followed", "follows", "followed suit", "follows suit", "did likewise", "did the same"})
_ACTS = frozenset({"sign", "win", "date"})
#: How far behind the document its like may be told, and how near words that belong together stand.
REACH, _NEAR, _LIST = 3, 6, 10
#: What tells that it is no document which followed.
_ELSE = ("launch.send", "launch.depart", "launch.noun", "launch.craft")


def echoes(sentence: Sentence, last: Draft) -> Iterator[tuple[Trigger, Members]]:
    """A trigger for each document that the sentence tells of as the like of the last one, with its parties."""
    if last.part != sentence.part.name or not 0 <= sentence.index - last.sentence.index <= REACH:
        return
    if last.get("type") == "accession" or last.get("status") == "ended":
        return
    items = sentence.items
    for at in range(1, len(items) - 1):
        if sentence is last.sentence and items[at].start <= last.start:
            continue
        if items[at].kind == "poss":
            yield from _headless(sentence, at, last)
        elif items[at].low in ("own", "one") and items[at - 1].low in _LIKE:
            yield from _like_it(sentence, at, last)
        elif items[at].low.replace(" ", "_") in _MORE:
            yield from _further(sentence, at, last)
        elif items[at].low in _FOLLOWS and sentence.index - last.sentence.index < 2:
            yield from _follower(sentence, at, last)


def _headless(sentence: Sentence, poss: int, last: Draft) -> Iterator[tuple[Trigger, Members]]:
    """`Peru's was inked in May`, `Chad's dates from 2031`: the noun behind the possessive is the document's."""
    items = sentence.items
    verb = poss + 1
    while verb < len(items) and items[verb].classes & {"be", "have", "adv"}:
        verb += 1
    cue = act_of(items[verb]) if verb < len(items) else None
    role = next((r for r in sentence.structure.roles if r.index == poss - 1), None)
    if cue is None or cue.form not in ("ed", "s") or act_name(cue) not in _ACTS or role is None:
        return
    yield from _between(sentence, poss - 1, verb, cue, role, last)


def _like_it(sentence: Sentence, at: int, last: Draft) -> Iterator[tuple[Trigger, Members]]:
    """`B received its own in June`, `A made a similar one`, `C follows with its own, concluded with D`."""
    items = sentence.items
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and after.kind == "word" and not after.classes and after.cue("time") is None:
        return  # `its own satellite`
    verb = next((i for i in range(at - 1, max(-1, at - _NEAR), -1) if _makes(items[i])), None)
    if verb is None:
        return
    clause = sentence.structure.clauses[verb]
    role = next((r for r in reversed(sentence.structure.roles)
                 if r.index < verb and r.governor == "subject" and r.acts and r.clause == clause), None)  # fmt: skip
    cue = act_of(items[verb]) or Cue("agreement.sign", "sign", "s" if items[verb].low.endswith("s") else "ed")
    if role is not None:
        yield from _between(sentence, at, verb, cue, role, last)


def _makes(item: Item) -> bool:
    """A verb of getting or making a document, or of following with one."""
    cue = act_of(item)
    return (cue is not None and act_name(cue) in _ACTS) or item.cue(LIGHT) is not None or item.low in _FOLLOWS


def _further(sentence: Sentence, at: int, last: Draft) -> Iterator[tuple[Trigger, Members]]:
    """`In May came two more, with A and with B`, `Others followed, with C`: each with its partner."""
    items = sentence.items
    near = [i for i in range(max(0, at - 3), min(len(items), at + _NEAR)) if items[i].low in _COMES]
    link = next((i for i in range(at + 1, min(len(items), at + _NEAR)) if items[i].low == "with"), None)
    if not near or link is None:
        return
    partners = [r for r in sentence.structure.roles if link < r.index < link + _LIST and r.governor == "with"]
    own = _shared(last, partners=True)
    if own is None:
        return
    for role in partners:
        members = Members({own.code: own}, "topic")
        for member in members_of(sentence, role, "with"):
            members.add(member)
        if len(members.found) == 2:
            yield _trigger(sentence, role.index, near[0], Cue("agreement.sign", "sign", "ed"), last), members


def _follower(sentence: Sentence, at: int, last: Draft) -> Iterator[tuple[Trigger, Members]]:
    """`Peru and the Union signed in May. Chile followed in June`: with the one of the two whom it is not like."""
    items = sentence.items
    role = next((r for r in sentence.structure.roles if r.index == at - 1 and r.governor == "subject"), None)
    after = items[at + 1]
    is_timed = after.low in ("in", "on") or after.kind in ("stop", "number") or after.cue("time") is not None
    if role is None or role.mention.category != "country" or not (is_timed and sentence.times):
        return
    if any(sentence.has(label) for label in _ELSE):
        return
    yield from _between(sentence, at - 1, at, Cue("agreement.sign", "sign", "ed"), role, last)


def _between(
    sentence: Sentence, noun: int, verb: int, cue: Cue, role: Role, last: Draft
) -> Iterator[tuple[Trigger, Members]]:
    """The document of the one told here with the partner told here, or else with the one of the document before."""
    members = Members(how="topic")
    for member in members_of(sentence, role, "subject"):
        members.add(member)
    partners = [r for r in sentence.structure.roles if r.index > noun and r.governor in ("with", "from") and r.acts]
    for partner in partners[:1]:
        for member in members_of(sentence, partner, "with"):
            members.add(member)
    if not partners:
        own = _other_than(last, role) if _is_party(last, role) else _shared(last, partners=False)
        members.add(own) if own is not None else None
    if len(members.found) == 2:
        yield _trigger(sentence, noun, verb, cue, last), members


def _is_party(last: Draft, role: Role) -> bool:
    return bool(set(role.mention.codes) & set(last.get("parties")))


def _other_than(last: Draft, role: Role) -> Member | None:
    """`A has a contract with Peru, and B got its own`, B another firm of A's state: with Peru, too."""
    surface = role.mention.reading("organization")
    if surface is None or surface.id in last.get("organizations"):
        return None
    spans = [span for span in last.spans["parties"] if span.value not in role.mention.codes]
    if len({span.value for span in spans}) != 1:
        return None
    return Member(str(spans[0].value), spans[0].start, spans[0].end, spans[0].part, True, "with")


def _shared(last: Draft, *, partners: bool) -> Member | None:
    """Whom the two documents have in common: the partner of the one before, or with `partners` its owner."""
    slots = last.notes.get("slots", {})
    spans = [span for span in last.spans["parties"] if (slots.get(span.value) in _OWN) is partners]
    if len({span.value for span in spans}) != 1:  # told side by side: the one better known
        ranked = list(last.sentence.part.document.salience)
        spans = sorted(
            (s for s in last.spans["parties"] if s.value in ranked), key=lambda s: ranked.index(str(s.value))
        )
    if not spans:
        return None
    span = spans[0]
    return Member(str(span.value), span.start, span.end, span.part, True, "subject" if partners else "with")


def _trigger(sentence: Sentence, noun: int, verb: int, cue: Cue, last: Draft) -> Trigger:
    read = group(sentence.items, verb, cue.form)
    told = Cue(DOCUMENT, str(last.get("type")), "one")
    status = status_of(VerbGroup(read.first, verb, read.time, read.modality, False), "sign")
    return Trigger(sentence, sentence.structure, noun, told, verb, act_name(cue), read, status)
