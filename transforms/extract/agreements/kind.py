"""Agreements: cooperation documents and deals between parties of two or more codes.

Belongs here: the frames. Does not belong here: the words (`frames/agreements.tsv`), how single cells are read
(`agreement_*`), or how their finds are merged (`same`).
"""

from collections.abc import Iterator

from transforms.extract.agreements import accessions, later, lists, orders, rolls
from transforms.extract.agreements.announced import ANNOUNCE, jointly, may_announce
from transforms.extract.agreements.booked import bookings
from transforms.extract.agreements.collective import all_of, beside, listed_on
from transforms.extract.agreements.counted import is_told_apart
from transforms.extract.agreements.doctype import put_type
from transforms.extract.agreements.members import Member, Members, put_members
from transforms.extract.agreements.parties import collect
from transforms.extract.agreements.reference import complete
from transforms.extract.agreements.retold import (
    is_also,
    is_beside,
    is_earlier,
    is_firmed_up,
    is_ground,
    is_joined,
    is_theirs,
    means,
)
from transforms.extract.agreements.same import settle as settle
from transforms.extract.agreements.suppliers import sells
from transforms.extract.agreements.supply import put_supplier
from transforms.extract.agreements.takeovers import speaks_of_takeover
from transforms.extract.agreements.terms import date_of, dates_of_many, put_date, put_programme
from transforms.extract.agreements.told import documents_of
from transforms.extract.agreements.triggers import AGREE, ALLY, DOCUMENT, VAGUE, Trigger, agreeings
from transforms.extract.drafts import Draft
from transforms.text.document import Document, Part
from transforms.text.sentence import Sentence

RULES: tuple[str, ...] = (
    "document_verb",
    "document_alone",
    "document_each",
    "document_again",
    "document_listed",
    "document_elliptic",
    "agreed_verb",
    "accession_named",
    "accession_carried",
    "accession_likewise",
    "trade_order",
    "trade_sell",
    "trade_select",
)

#: How many sentences before and behind lend their subject to one that names none.
_BEFORE, _BEHIND = 6, 3


def find(document: Document) -> Iterator[Draft]:
    """Drafts of all rules, in the order of the text."""
    listed = list(lists.find(document)) if document.is_about_space else []
    lines = {id(draft.sentence) for draft in listed}
    dated: list[Trigger] = []
    last: Draft | None = None
    for part in document.parts:
        for sentence in part.sentences_with([DOCUMENT, VAGUE, "agreement.sign"]):
            if id(sentence) in lines or _is_elsewhere(sentence) or not in_space_context(sentence):
                continue
            for draft in _of_sentence(sentence, last, dated):
                last = last if draft.rule == "document_elliptic" else draft
                yield draft
            if last is not None:
                later.update(sentence, last)
                yield from _renewals(sentence, last)
        yield from _unnamed(part)
    yield from listed
    yield from accessions.find(document)
    for draft in orders.find(document):
        later.date(draft, dated)
        yield draft


def _unnamed(part: Part) -> Iterator[Draft]:
    """What is agreed on, or announced together, with no document named."""
    for sentence in part.sentences_with(["agreement.sign", ALLY, ANNOUNCE]):
        is_agreed, is_joint = sentence.has("agreement.sign") or sentence.has(ALLY), may_announce(sentence)
        if sentence.has(DOCUMENT) or not (is_agreed or is_joint):
            continue
        if not in_space_context(sentence) or _is_elsewhere(sentence):
            continue
        for trigger in agreeings(sentence) if is_agreed else ():
            yield from documents(trigger, None)
        for trigger, members in jointly(sentence) if is_joint else ():
            yield _draft(trigger, members, "agreed_verb", date_of(trigger))


def _of_sentence(sentence: Sentence, last: Draft | None, dated: list[Trigger]) -> Iterator[Draft]:
    """The documents told in a sentence, and those that it goes on to without their noun; others join `dated`."""
    told = documents_of(sentence)
    if not told and not sentence.has(DOCUMENT):
        yield from _pointed(sentence, dated)
    for trigger in told:
        drafts = list(documents(trigger, last))
        last = drafts[-1] if drafts else last
        dated += [] if drafts else [trigger]
        if not drafts and last is not None:
            later.name_kind(trigger, last)
        yield from drafts
    for trigger, members in later.further(told):
        further = _draft(trigger, members, "document_elliptic", date_of(trigger))
        later.update(trigger.sentence, further)
        yield further


def _renewals(sentence: Sentence, last: Draft) -> Iterator[Draft]:
    """`and renewed it in 2018`, `the first was signed in 2009`: each is a document of its own, between the same."""
    for trigger, time in (*later.renewals(sentence, last), *later.first_of(sentence, last)):
        members = Members(how="again")
        for span in last.spans["parties"]:
            members.add(Member(str(span.value), span.start, span.end, span.part, True, "again"))
        draft = _draft(trigger, members, "document_elliptic", time)
        draft.notes["words"] = "renewal"
        yield draft


def in_space_context(sentence: Sentence) -> bool:
    """Whether the sentence is about space: by a word of its own, or in an article about space by one nearby."""
    if sentence.is_strong:
        return True
    document = sentence.part.document
    in_title = any(hit.entry.is_space for hit in document.title.hits)
    told = sentence.previous is not None and sentence.previous.is_strong
    if not document.is_about_space or not (in_title or told or document.strong_words > 1):
        return False
    near = sentence.part.sentences[max(0, sentence.index - _BEFORE) : sentence.index + _BEHIND + 1]
    return any(other.is_space for other in near)


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether the sentence speaks of wheat, warships or films, and of space by no strong word."""
    return sentence.has("agreement.elsewhere") and not sentence.is_strong


def documents(trigger: Trigger, last: Draft | None) -> Iterator[Draft]:
    """A document with its verb, or standing alone; one draft for each partner of a plural."""
    is_pact_joined = trigger.act == "join" and trigger.sentence.has("agreement.standing")  # told by `accessions`
    if trigger.status is None or is_pact_joined or _is_takeover(trigger) or is_joined(trigger):
        return
    members = _signers(trigger)
    if not members.found and last is not None and is_firmed_up(trigger, last):
        last.put("status", "planned", trigger.items[trigger.noun].start, trigger.items[trigger.noun].end)
        put_date(last, trigger, date_of(trigger))
    elif not members.found and last is not None and (means(trigger, last) or is_theirs(trigger, last)):
        yield _again(trigger, last)
    else:
        yield from list(_booked(trigger, members)) or _told(trigger, members, last)


def _told(trigger: Trigger, members: Members, last: Draft | None) -> Iterator[Draft]:
    """A document between those named and those that its words leave out."""
    beside(trigger, members, last)
    members = complete(trigger, members)
    if len(members.found) == 1 and last is not None:
        later.like(trigger, members, last)
    if _lacks_signer(trigger, members) or _are_makers(trigger, members):
        return
    each = list(_each(trigger, members))
    if each or len(members.found) < 2:
        yield from each
        return
    pointed = members.how == "pronoun" and members.slot("with")  # `the company has agreed with B to …`
    if trigger.cue.label == AGREE and members.how not in ("named", "group") and not (pointed or sells(trigger)):
        return
    if trigger.act == "talk" and members.how == "group" and trigger.cue.value == "framework":
        return  # `the two will draw up a road map`: a plan of work, with no word of its signing
    rule = "document_alone" if trigger.verb is None else "document_verb"
    if trigger.cue.label == AGREE:
        rule = "agreed_verb"
    sides = members.slot("with", "between", "other", "purpose", "source")
    if rule == "document_alone" and not _is_pointed(trigger, members) and not sides:
        return
    draft = _draft(trigger, members, rule, date_of(trigger))
    if last is not None and later.is_similar(trigger, last):
        noun = trigger.items[trigger.noun]
        draft.put("type", last.get("type"), noun.start, noun.end, inferred=True)
    yield draft


def _is_pointed(trigger: Trigger, members: Members) -> bool:
    """`A's contract with the company`."""
    after = [item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 2]]
    return members.how == "topic" and after == ["with"]


def _each(trigger: Trigger, members: Members) -> Iterator[Draft]:
    """Of a plural one document for each partner, or for each of several dates."""
    if trigger.cue.form != "many" and not _is_severally(trigger, members):
        return
    several = all_of(trigger, members) if len(members.found) < 3 else None
    partners = members.slot("with")
    for member in listed_on(trigger, partners[-1]) if partners else ():
        members.add(member)
    side = "receiver" if trigger.act == "award" and not partners else "with"
    partners, owners = several or (members.slot(side), [m for m in members.found.values() if m.slot != side])
    if len(partners) >= 2 and len(owners) == 1 and not _between(trigger):
        dates = [date_of(trigger, p.index, _next(partners, n)) for n, p in enumerate(partners)]
        shared = None if several or any(dates[:-1]) else date_of(trigger)
        for number, partner in enumerate(partners):
            chosen = Members({m.code: m for m in (*owners, partner)}, members.how)
            yield _draft(trigger, chosen, "document_each", shared if several else dates[number] or shared)
        return
    dates_apart = dates_of_many(trigger) if len(members.found) == 2 else []
    for number in range(2 if len(members.found) == 2 and not dates_apart and is_told_apart(trigger) else 0):
        yield _nth(trigger, members, date_of(trigger), number)
    for number, time in enumerate(dates_apart):
        yield _nth(trigger, members, time, number)


def _nth(trigger: Trigger, members: Members, time: object, number: int) -> Draft:
    """One of several documents of the same parties."""
    draft = _draft(trigger, members, "document_each", time)
    put_programme(draft, trigger, number)
    draft.notes["beside"] = number > 0
    return draft


def _booked(trigger: Trigger, members: Members) -> Iterator[Draft]:
    """Of a plural of contracts one for each customer that the firm's words list."""
    for booking in bookings(trigger, members):
        own = next(iter(members.found.values()))
        both = Members({own.code: own, booking.partner.code: booking.partner}, "listed")
        draft = _draft(trigger, both, "document_each", date_of(trigger))
        supplier = booking.partner if booking.supplies else own
        draft.put("supplier", supplier.code, supplier.start, supplier.end, inferred=True, part=supplier.part)
        if booking.thing is not None:
            part = booking.sentence.part.name
            draft.put("programme", booking.thing.text, booking.thing.start, booking.thing.end, part=part)
        yield draft


def _lacks_signer(trigger: Trigger, members: Members) -> bool:
    """`such arrangements have been made with A, B and C`, where nobody tells by whom."""
    partners = members.slot("with")
    return trigger.cue.form == "many" and len(partners) > 2 and len(partners) == len(members.found)


def _are_makers(trigger: Trigger, members: Members) -> bool:
    """`A and B start the year with contracts`: makers, each with customers of its own."""
    if trigger.cue.form != "many" or trigger.verb is not None or members.slot("with", "between"):
        return False
    trades = [trigger.items[member.index].cue("supplier") for member in members.found.values() if member.index >= 0]
    return len(trades) > 1 and all(trade is not None and trade.value == "build" for trade in trades)


def _is_severally(trigger: Trigger, members: Members) -> bool:
    """`signed an agreement with A, B and C, respectively`: one with each, though the noun is a singular."""
    told = any(item.low in ("respectively", "separately", "each") for item in trigger.items[trigger.noun :])
    return told and len(members.slot("with")) > 1


def _is_takeover(trigger: Trigger) -> bool:
    """Whether the words around the document speak of buying shares, of loans, of lawsuits."""
    return speaks_of_takeover(trigger.items, trigger.noun - 9, trigger.noun + 12)


def _again(trigger: Trigger, last: Draft) -> Draft:
    """A second telling, with the parties of the first."""
    members = Members(how="again")
    for span in last.spans["parties"]:
        members.add(Member(str(span.value), span.start, span.end, span.part, True, "again"))
    draft = _draft(trigger, members, "document_again", date_of(trigger))
    draft.notes["also"] = is_also(trigger, last)
    return draft


def _signers(trigger: Trigger) -> Members:
    """The parties that the sentence names, in its frame or in a list of those whom the subject counts."""
    members = collect(trigger)
    if trigger.cue.form == "many" and not members.slot("with", "between"):
        for member in rolls.partners(trigger.sentence, trigger.noun):
            members.add(member)
    if len(members.found) < 2 and trigger.group is not None and trigger.verb is not None:
        for member in rolls.members(trigger.sentence, trigger.group.first, trigger.verb):
            members.add(member)
    return members


def _pointed(sentence: Sentence, dated: list[Trigger]) -> Iterator[Draft]:
    """The document told of just before without its parties, which `it` stands for."""
    found = later.pointed(sentence, dated)
    if found is not None:
        trigger, members = found
        draft = _draft(trigger, members, "document_again", date_of(trigger))
        noun = dated[-1].items[dated[-1].noun]
        draft.put("type", draft.get("type"), noun.start, noun.end)
        if not draft.get("programme"):
            put_programme(draft, dated[-1])
        yield draft


def _next(partners: list[Member], number: int) -> int | None:
    return partners[number + 1].index if number + 1 < len(partners) else None


def _between(trigger: Trigger) -> bool:
    return any(item.low == "between" for item in trigger.items[trigger.noun : trigger.noun + 8])


def _draft(trigger: Trigger, members: Members, rule: str, time: object) -> Draft:
    item = trigger.items[trigger.noun]
    draft = Draft("agreement", rule, trigger.sentence, item.start)
    draft.notes["words"] = "deal" if item.low in ("one", "another") else item.low
    draft.notes["many"] = trigger.cue.form == "many"
    draft.notes["pointed"] = trigger.noun > 0 and trigger.items[trigger.noun - 1].low in ("this", "that")
    draft.notes["definite"] = trigger.noun > 0 and trigger.items[trigger.noun - 1].low in ("the", "this", "that")
    draft.notes["earlier"] = is_earlier(trigger)
    draft.notes["beside"] = is_beside(trigger)
    put_members(draft, members.found.values())
    put_type(draft, trigger, members)
    verb = trigger.items[trigger.verb] if trigger.verb is not None else item
    draft.put("status", trigger.status, verb.start, verb.end, inferred=trigger.verb is None)
    put_date(draft, trigger, time)  # type: ignore[arg-type]
    draft.notes["earlier"] = draft.notes["earlier"] or is_ground(trigger, draft)
    put_programme(draft, trigger)
    put_supplier(draft, trigger, members)
    draft.features |= {f"act:{trigger.act}", f"how:{members.how}", f"type:{draft.get('type')}"}
    if draft.get("signed"):
        draft.features.add("dated")
    return draft
