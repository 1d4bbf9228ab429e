"""The documents that a sentence tells of, each with what the whole sentence makes of it.

Belongs here: what no document shows alone: that it renews or amends another one, that the plan for it is given up. Does
not belong here: a document and its verb (`triggers`), or which words point to an earlier one
(`earlier`).
"""

from transforms.extract.agreements.abandoned import END, ended_by, is_refused, is_to_come
from transforms.extract.agreements.earlier import Told, addition, dropped
from transforms.extract.agreements.triggers import Trigger, trigger, triggers
from transforms.text.sentence import Sentence
from transforms.text.verbs import group

_TERMS = frozenset({"terms", "value", "details", "price", "cost", "size", "amount", "worth"})
_KEEPS = ("renew", "extend", "prolong", "amend")


def documents_of(sentence: Sentence) -> list[Trigger]:
    """A trigger for each document that the sentence tells something of, in the order of the text."""
    items = sentence.items
    found = triggers(sentence)
    if found:
        found += [
            trigger(sentence, sentence.structure, index, cue)
            for index in range(len(items) - 2)
            if (cue := addition(items, index)) is not None
        ]
    found = [_lapsed(_abandoned(_agreed(_undisclosed(told)))) for told in sorted(found, key=lambda told: told.noun)]
    if len(found) > 1:
        found = [_coordinated(found, place) for place in range(len(found))]
        found = [told for place, told in enumerate(found) if not _is_elsewhere(found, place)]
    gone = set(dropped(items, [Told(told.noun, told.verb) for told in found])) if len(found) > 1 else set()
    return [told for place, told in enumerate(found) if place not in gone]


def _coordinated(found: list[Trigger], place: int) -> Trigger:
    """`signed a protocol on …, and an agreement on …`: far behind its verb, which the one in front shares with it."""
    told, first = found[place], found[place - 1]
    if told.verb is not None or not place or first.verb is None or first.act != "sign":
        return told
    if first.verb > first.noun and not _is_gapped(told, first):
        return told
    items, at = told.items, told.noun - 1
    while at > first.noun and items[at].low not in ("a", "an", "another") and told.noun - at < 4:
        at -= 1
    if _is_gapped(told, first):
        return told._replace(verb=first.verb, act=first.act, group=first.group, status=first.status)
    is_joined = items[at].low in ("a", "an", "another") and "conj" in items[at - 1].classes
    if not is_joined or any(item.classes & {"be", "have", "modal"} for item in items[first.noun : at]):
        return told
    return told._replace(verb=first.verb, act=first.act, group=first.group, status=first.status)


def _is_gapped(told: Trigger, first: Trigger) -> bool:
    """`the memorandum was signed in 2031 and the treaty in 2033`: the verb is left out the second time."""
    items, noun = told.items, told.noun
    if first.group is None or not first.group.is_passive or noun < 2 or noun + 2 >= len(items):
        return False
    after = items[noun + 2]
    is_timed = items[noun + 1].low in ("in", "on") and (after.kind == "number" or after.cue("time") is not None)
    before = items[noun - 2]
    return is_timed and "det" in items[noun - 1].classes and ("conj" in before.classes or before.kind == "comma")


def _is_elsewhere(found: list[Trigger], place: int) -> bool:
    """`a memorandum with A on stamps and one with B on space`: of several documents one of another subject."""
    told = found[place]
    last = found[place + 1].noun if place + 1 < len(found) else len(told.items)
    after = told.items[told.noun + 1 : last]
    return any(item.cue("agreement.elsewhere") is not None for item in after) and not any(
        (cue := item.cue("space")) is not None and cue.value == "strong" for item in after
    )


def _undisclosed(told: Trigger) -> Trigger:
    """`The terms of the contract were not disclosed`: a document there is."""
    lead = [item.low for item in told.items[max(0, told.noun - 4) : told.noun]]
    if told.status is None and told.act == "announce" and "of" in lead and not _TERMS.isdisjoint(lead):
        return told._replace(status="signed")
    return told


def _agreed(told: Trigger) -> Trigger:
    """`agreed to extend their pact`: what goes on with a document needs no other paper than that."""
    is_kept = told.verb is not None and told.items[told.verb].low.startswith(_KEEPS)
    if is_kept and told.status == "planned" and told.group is not None and told.items[told.group.first].low == "agreed":
        return told._replace(status="signed")
    return told


def _lapsed(told: Trigger) -> Trigger:
    """`was signed in 2031 and lapsed in 2035`: a second verb of the document ends it."""
    if told.act != "sign" or told.status != "signed" or told.group is None or not told.group.is_passive:
        return told
    for index in range(told.group.verb + 1, min(len(told.items), told.group.verb + 9)):
        item = told.items[index]
        cue = item.cue(END)
        if cue is not None and cue.form == "ed":
            before = told.items[index - 1]
            if not ("conj" in before.classes or before.classes & {"be", "adv"} or before.low == "later"):
                return told
            return told._replace(verb=index, act="end", group=group(told.items, index, "ed"), status="ended")
        if item.mention is not None and item.mention.is_party and item.mention.codes and not _is_cut_off(told, index):
            return told
    return told


def _is_cut_off(told: Trigger, party: int) -> bool:
    """`was signed with A and was ended in May`: the party stands behind a preposition, and an auxiliary goes on."""
    items = told.items
    if party + 2 >= len(items) or not items[party - 1].classes & {"prep", "det"}:
        return False
    return "conj" in items[party + 1].classes and bool(items[party + 2].classes & {"be", "have"})


def _abandoned(told: Trigger) -> Trigger:
    """The trigger, or what is left of it where the plan for the document is given up or put off."""
    items, first = told.items, told.noun
    if told.verb is not None and told.verb < told.noun and told.group is not None:
        first = told.group.first
    verb = ended_by(items, first, told.noun) if told.act != "end" else None
    if verb is not None:
        cue = items[verb].cue(END)
        read = group(items, verb, cue.form if cue is not None else "ed")
        return told._replace(verb=verb, act="end", group=read, status="ended", is_relative=False)
    if told.act != "sign" or told.group is None:
        return told
    refused = is_refused(items, told.group, told.noun)
    if refused is not None:
        return told._replace(status="ended", act="end") if refused else told._replace(status="planned")
    if told.status == "signed" and items[told.group.verb].low == "signing" and is_to_come(items, first, told.noun):
        return told._replace(status="planned")
    return told
