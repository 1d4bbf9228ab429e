"""The words that tell of an agreement: a document and the verb that makes, plans or ends it.

Belongs here: pairing documents with verbs and reading the status. Does not belong here: who, when and what for.
"""

from typing import NamedTuple

from transforms.extract.agreements.phrases import is_apposed, is_carried_out, is_manner, is_time_mark
from transforms.extract.agreements.verbs import DOCUMENT as DOCUMENT
from transforms.extract.agreements.verbs import TELLS as TELLS
from transforms.extract.agreements.verbs import act_beside, is_short_form, verb_of
from transforms.extract.agreements.verbs import act_name as act_name
from transforms.extract.agreements.verbs import act_of as act_of
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.sentence import Sentence
from transforms.text.verbs import VerbGroup, group

AGREE, ALLY = "agreement.agree", "agreement.ally"
_NOUNS = ("agreement", "memorandum", "treaty", "protocol", "charter", "arrangement")
_OBJECTS = frozenset(["to", "on", "in", "that", "with"])
VAGUE = "agreement.vague"
_DRAFT = word_set("agreements.triggers.draft")
_ENDS = word_set("agreements.triggers.ends")
_ABSTRACT = word_set("agreements.triggers.abstract")
_UNREAL = word_set("agreements.triggers.unreal")
#: Words that deny a document or its signing, that suppose it, and that tell of it as near.
_DENIES = frozenset({"no", "without", "if", "whether"})
_NOBODY = frozenset({"nobody", "no one", "neither", "none"})
_SUPPOSES = frozenset({"if", "unless", "should", "had"})
_AWAITED = word_set("agreements.triggers.awaited")
_CLOSE = frozenset({"near", "imminent"})
_NEAR = 8
#: What one does to a document that would end by itself.
_KEEPS = ("renew", "extend", "prolong")


class Trigger(NamedTuple):
    """A document noun at item `noun`, and the verb that acts on it (`verb` is None where none does).

    Attributes:
        act: the part the verb's subject plays: `sign`, `win`, `award`, …; `""` without a verb.
        status: `signed`, `planned`, `ended`, or None where the words deny it.
        is_relative: the verb stands in a clause that hangs on the noun.
    """

    sentence: Sentence
    structure: Structure
    noun: int
    cue: Cue
    verb: int | None
    act: str
    group: VerbGroup | None
    status: str | None
    is_relative: bool = False

    @property
    def items(self) -> list[Item]:
        """The sentence's items."""
        return self.sentence.items


def status_of(verb: VerbGroup | None, act: str, *, is_reached: bool = False) -> str | None:
    """What the verb makes of the document; `is_reached`: the talks are told as over (`has negotiated a lease`)."""
    if verb is None:
        return "signed"
    if verb.modality == "denied":
        return "signed" if act == "end" else None  # what is not ended stands
    if act == "talk":
        return "signed" if is_reached else "planned"
    if act == "end":
        return "ended" if verb.modality != "possible" else "planned"
    if verb.modality in ("planned", "possible") or verb.time == "future":
        return "planned"
    if verb.is_passive and verb.time == "present" and verb.first < verb.verb:
        return "planned"  # `once the contract is signed`
    return "signed"


def trigger(sentence: Sentence, structure: Structure, noun: int, cue: Cue) -> Trigger:
    """The noun with the verb that acts on it."""
    items = sentence.items
    verb, relative = verb_of(items, noun)
    if verb is None:
        return Trigger(sentence, structure, noun, cue, None, "", None, _bare_status(items, noun))
    told = act_beside(items, noun, verb)
    assert told is not None  # noqa: S101
    act, read = act_name(told), group(items, verb, told.form)
    act, read = _as_told(items, noun, cue, act, read, told.form)
    status = _told_status(items, noun, read, act)
    return Trigger(sentence, structure, noun, cue, verb, act, read, status, relative)


def _as_told(items: list[Item], noun: int, cue: Cue, act: str, read: VerbGroup, form: str) -> tuple[str, VerbGroup]:
    """The act and the verb as the noun has them: a voice read from the auxiliaries, a signing in progress."""
    verb = read.verb
    if verb < noun:
        is_inverted = "be" in items[verb + 1].classes and noun - verb < _NEAR  # `Also signed was a letter of intent`
        passive = form == "ed" and (is_inverted or any("be" in item.classes for item in items[read.first : verb]))
        read = read._replace(is_passive=passive)
    in_progress = form == "ing" and any("be" in item.classes for item in items[read.first : verb])
    if in_progress and act in ("sign", "award", "order") and read.modality == "fact":
        read = read._replace(modality="planned")
    if act == "date":
        read = read._replace(is_passive=True)
    if act == "award" and cue.value == "joint_statement" and items[verb].low.startswith("issu"):
        act = "sign"  # `A and B issued a joint statement`
    return act, read


def _told_status(items: list[Item], noun: int, read: VerbGroup, act: str) -> str | None:
    """What the verb, and the words before the noun, make of the document."""
    verb = read.verb
    is_reached = items[verb].low == "negotiated" and "have" in items[read.first].classes and not read.is_passive
    status = status_of(read, act, is_reached=is_reached)
    if status == "planned" and is_carried_out(items, verb):
        status = "signed"
    if status is None and items[verb].low.startswith(_KEEPS):
        status = "ended"  # `will not renew its contract`
    if act != "end" and _modifiers(items, noun) & _DRAFT:
        status = "planned"
    if (_modifiers(items, noun) & _DENIES or is_denied(items, read)) and act != "end":
        status = None
    if read.first > 1 and items[read.first].low == "to" and items[read.first - 1].low in _ABSTRACT:
        status = None  # `makes it easier to come to an agreement`
    if _is_end_of(items, noun) and status == "signed":
        status = "ended"
    return status


def is_denied(items: list[Item], read: VerbGroup) -> bool:
    """`that nobody has signed`, `neither A nor B signed`, `If A signs it, …`, `Had A signed it, …`."""
    lead = items[max(0, read.first - _NEAR) : read.first]
    if any(item.low in _NOBODY for item in lead):
        return True
    is_open = not any(item.kind == "comma" for item in items[: read.verb])
    return is_open and items[0].low in _SUPPOSES and (items[0].low != "had" or read.first != 0)


def _is_end_of(items: list[Item], noun: int) -> bool:
    """`the end of the contract`, `the suspension of their pact`; not `at the end a contract was signed`."""
    first = max(0, noun - 4)
    ends = (i for i in range(first, noun) if items[i].low in _ENDS)
    return any(items[i + 1].low in ("of", "to") or i + 1 == noun for i in ends)


def _modifiers(items: list[Item], noun: int) -> set[str]:
    return {item.low for item in items[max(0, noun - 4) : noun]}


def _bare_status(items: list[Item], noun: int) -> str | None:
    words = _modifiers(items, noun)
    if _is_awaited(items, noun) and not words & _UNREAL:
        return "planned"
    if words & _UNREAL or is_time_mark(items, noun) or _is_lacking(items, noun):
        return None
    if noun + 1 < len(items) and items[noun + 1].low in ("talks", "negotiations"):
        return "planned"
    if words & _DRAFT or any(_is_talk(items, at) for at in range(max(0, noun - 6), noun)):
        return "planned"
    return "signed"


def _is_talk(items: list[Item], at: int) -> bool:
    """A verb of talks; not the noun of `divided the work on the lander`."""
    cue = act_of(items[at])
    is_noun = cue is not None and cue.form == "base" and at > 0 and "det" in items[at - 1].classes
    return cue is not None and act_name(cue) == "talk" and not is_noun


def _is_awaited(items: list[Item], noun: int) -> bool:
    """`the accord awaits signature`, `is ready for signature`, `a pact is near`; not of a place: `near Lima`."""
    return any(
        items[at].low == "signature" and items[at - 1].low.endswith("for")
        for at in range(noun + 1, min(len(items), noun + 1 + 2 * _NEAR))
    ) or any(
        items[at].low in _AWAITED or (items[at].low in _CLOSE and "be" in items[at - 1].classes)
        for at in range(noun + 1, min(len(items), noun + 1 + _NEAR))
    )


def _is_lacking(items: list[Item], noun: int) -> bool:
    """`the lack of a technology protection treaty`: far before the noun."""
    return any(
        items[at].low in ("lack", "absence") and items[at + 1].low == "of" for at in range(max(0, noun - 7), noun - 1)
    )


def triggers(sentence: Sentence) -> list[Trigger]:
    """A trigger for each document noun of the sentence, and for a vague one whose verb makes it a document."""
    structure = sentence.structure
    found: list[Trigger] = []
    for index, item in enumerate(sentence.items):
        if not item.cues and item.mention is None and item.low != "one":
            continue
        if is_short_form(sentence.items, index) or (found and is_apposed(sentence.items, index)):
            continue
        cue = _document(sentence.items, index) or _elliptic(sentence.items, index, found)
        if cue is not None:
            found.append(trigger(sentence, structure, index, cue))
            continue
        name = _named(item)
        if name is not None:
            told = trigger(sentence, structure, index, name)
            found += [told] if told.act == "sign" else []
        for vague in item.cues:
            if vague.label == VAGUE and not (is_manner(sentence.items, index) or _is_aim(sentence.items, found, index)):
                told = trigger(sentence, structure, index, vague._replace(value="agreement"))
                if told.act == "sign" and _is_deepened(sentence.items, told.verb):
                    break
                if told.act == vague.value or (told.act == "announce" and _is_announced(item, told)):
                    found.append(told)
                    break
    return found


def _is_announced(item: Item, told: Trigger) -> bool:
    """`announced a partnership with A`, `announced the suspension of its cooperation with A`."""
    return item.low.startswith("partnership") or told.status == "ended"


def _is_deepened(items: list[Item], verb: int | None) -> bool:
    """`intend to expand their partnership`: no paper is told of."""
    return verb is not None and items[verb].low.startswith(("expand", "deepen"))


def _is_aim(items: list[Item], found: list[Trigger], index: int) -> bool:
    """`signed an agreement that will extend the partnership`: what the document does, not a second one."""
    between = items[found[-1].noun + 1 : index] if found and found[-1].act in ("sign", "announce") else []
    return any(item.low in ("that", "which", "to", "on") for item in between[:4])


def _document(items: list[Item], index: int) -> Cue | None:
    """The document that the item names; `to lease`, `to order` are verbs."""
    cue = items[index].cue(DOCUMENT)
    if cue is None or _is_race(items, index):
        return None
    is_verb = cue.form == "one" and index > 0 and items[index - 1].low == "to"
    return None if is_verb and items[index].cue("agreement.order") else cue


def _is_race(items: list[Item], index: int) -> bool:
    """`having beaten A and B to the deal`: what rivals ran for."""
    lead = [item.low for item in items[max(0, index - 9) : index]]
    return lead[-2:] == ["to", "the"] and any(low in ("beat", "beaten", "beating", "pipped") for low in lead)


def agreeings(sentence: Sentence) -> list[Trigger]:
    """`A and B agreed to …`, with no document named: the verb is its own document."""
    found = []
    for index, item in enumerate(sentence.items[:-1]):
        ally = item.cue(ALLY)
        cue = ally or item.cue("agreement.sign")
        if cue is None or not (ally or _agrees(sentence.items, index)):
            continue
        read = group(sentence.items, index, cue.form)
        is_headline = (
            sentence.part.name == "title" and cue.form in ("base", "s") and _is_agreed_on(sentence.items, index)
        )
        status = status_of(read, "sign") if cue.form == "ed" or ally else "signed" if is_headline else None
        plain = Cue(AGREE, "agreement", "one")
        found.append(
            Trigger(sentence, sentence.structure, index, plain, index, "ally" if ally else "sign", read, status)
        )
    return found


def _is_agreed_on(items: list[Item], index: int) -> bool:
    """`A, B agree on X`: a headline tells what is done in the present."""
    return items[index + 1].low in ("on", "to") and index > 0 and items[index - 1].low != "to"


def _agrees(items: list[Item], index: int) -> bool:
    return items[index].low.startswith("agree") and items[index + 1].low in _OBJECTS


def _named(item: Item) -> Cue | None:
    """An agreement known by its full name, which holds the word."""
    if item.mention is None or item.mention.category != "instrument" or item.cue("agreement.standing"):
        return None
    return Cue(DOCUMENT, "agreement", "one") if any(word in item.low for word in _NOUNS) else None


def _elliptic(items: list[Item], index: int, found: list[Trigger]) -> Cue | None:
    """`an agreement with A, and one with B`: the word stands for the document before it."""
    if not found or items[index].low not in ("one", "another"):
        return None
    follows = items[index + 1].low if index + 1 < len(items) else ""
    return found[-1].cue if follows in ("with", "between", "that") else None
