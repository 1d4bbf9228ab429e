"""What becomes of a document that a sentence tells of: its parties, its terms, one draft for each of several.

Belongs here: from a trigger to its drafts. Does not belong here: finding the triggers of an article (`kind`), or how
single cells are read (`doctype`, `terms`, `supply`).
"""

from collections.abc import Iterator

from transforms.extract.agreements import later, rolls
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
from transforms.extract.agreements.triggers import AGREE, Trigger
from transforms.extract.drafts import Draft

_NATIONAL = frozenset({"prefix", "demonym", "country"})


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
    beside_it = members.slot("with") or len(members.slot("subject")) > 1
    pointed = members.how == "pronoun" and beside_it  # `the company has agreed with B to …`
    if trigger.cue.label == AGREE and members.how not in ("named", "group") and not (pointed or sells(trigger)):
        return
    if trigger.act == "talk" and members.how == "group" and trigger.cue.value == "framework":
        return  # `the two will draw up a road map`: a plan of work, with no word of its signing
    rule = "document_alone" if trigger.verb is None else "document_verb"
    if trigger.cue.label == AGREE:
        rule = "agreed_verb"
    sides = members.slot("with", "between", "other", "purpose", "source")
    if rule == "document_alone" and not sides and not (_is_pointed(trigger, members) or _is_of_both(trigger, members)):
        return
    draft = draft_of(trigger, members, rule, date_of(trigger))
    if last is not None and later.is_similar(trigger, last):
        noun = trigger.items[trigger.noun]
        draft.put("type", last.get("type"), noun.start, noun.end, inferred=True)
    yield draft


def _is_pointed(trigger: Trigger, members: Members) -> bool:
    """`A's contract with the company`."""
    after = [item.low for item in trigger.items[trigger.noun + 1 : trigger.noun + 2]]
    return members.how == "topic" and after == ["with"]


def _is_of_both(trigger: Trigger, members: Members) -> bool:
    """`the Peruvian-Chilean memorandum of 2031`: the two are joined before the noun."""
    owners = [m.index for m in members.slot("owner") if m.mention is not None and m.mention.category in _NATIONAL]
    if len(owners) != 2 or len(members.found) != 2:
        return False
    return any(item.kind in ("hyphen", "dash") for item in trigger.items[min(owners) : max(owners)])


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
            yield draft_of(trigger, chosen, "document_each", shared if several else dates[number] or shared)
        return
    dates_apart = dates_of_many(trigger) if len(members.found) == 2 else []
    for number in range(2 if len(members.found) == 2 and not dates_apart and is_told_apart(trigger) else 0):
        yield _nth(trigger, members, date_of(trigger), number)
    for number, time in enumerate(dates_apart):
        yield _nth(trigger, members, time, number)


def _nth(trigger: Trigger, members: Members, time: object, number: int) -> Draft:
    """One of several documents of the same parties."""
    draft = draft_of(trigger, members, "document_each", time)
    put_programme(draft, trigger, number)
    draft.notes["beside"] = number > 0
    return draft


def _booked(trigger: Trigger, members: Members) -> Iterator[Draft]:
    """Of a plural of contracts one for each customer that the firm's words list."""
    for booking in bookings(trigger, members):
        own = next(iter(members.found.values()))
        both = Members({own.code: own, booking.partner.code: booking.partner}, "listed")
        draft = draft_of(trigger, both, "document_each", date_of(trigger))
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
    draft = draft_of(trigger, members, "document_again", date_of(trigger))
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


def _next(partners: list[Member], number: int) -> int | None:
    return partners[number + 1].index if number + 1 < len(partners) else None


def _between(trigger: Trigger) -> bool:
    return any(item.low == "between" for item in trigger.items[trigger.noun : trigger.noun + 8])


def draft_of(trigger: Trigger, members: Members, rule: str, time: object) -> Draft:
    """The draft of a document with these parties, its terms read from the trigger's sentence."""
    item = trigger.items[trigger.noun]
    draft = Draft("agreement", rule, trigger.sentence, item.start)
    is_bare = trigger.cue.label == AGREE and trigger.act == "sign" and not item.low.startswith("agree")
    draft.notes["words"] = "deal" if is_bare or item.low in ("one", "another") else item.low
    draft.notes["many"] = trigger.cue.form == "many"
    draft.notes["pointed"] = trigger.noun > 0 and trigger.items[trigger.noun - 1].low in ("this", "that")
    draft.notes["definite"] = trigger.noun > 0 and trigger.items[trigger.noun - 1].low in ("the", "this", "that")
    draft.notes["earlier"] = is_earlier(trigger)
    draft.notes["beside"] = is_beside(trigger)
    put_members(draft, members.found.values())
    draft.notes["slots"] = {member.code: member.slot for member in members.found.values()}
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
