"""The words that tell of an agreement: a document and the verb that makes, plans or ends it.

Belongs here: pairing documents with verbs and reading the status. Does not belong here: who, when and what for.
"""

from typing import NamedTuple

from transforms.extract.agreement_earlier import ahead
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.roles import Structure
from transforms.text.verbs import VerbGroup, group

AGREE, ALLY = "agreement.agree", "agreement.ally"
_NOUNS = ("agreement", "memorandum", "treaty", "protocol", "charter", "arrangement")
_OBJECTS = frozenset(["to", "on", "in", "that", "with"])
DOCUMENT, VAGUE = "agreement.document", "agreement.vague"
VERBS = (
    "sign",
    "win",
    "award",
    "order",
    "sell",
    "select",
    "announce",
    "talk",
    "end",
    "join",
    "become",
    "date",
    "approve",
)
_ACTS = frozenset(f"agreement.{verb}" for verb in VERBS)
_REACH_LEFT, _REACH_RIGHT = 18, 40
_DRAFT = word_set("agreements.triggers.draft")
_DETERMINERS = word_set("agreements.triggers.determiners")
_ENDS = word_set("agreements.triggers.ends")
_UNREAL = word_set("agreements.triggers.unreal")
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


def act_of(item: Item) -> Cue | None:
    """The agreement verb that the item is, if any: its label's last word is the act."""
    for cue in item.cues:
        if cue.label in _ACTS and (cue.form in ("base", "s", "ed", "ing") or cue.label == "agreement.talk"):
            return cue
    return None


def act_name(cue: Cue) -> str:
    """The act of a label: `sign`, `win`, …."""
    return cue.label.partition(".")[2]


def status_of(verb: VerbGroup | None, act: str) -> str | None:
    """What the verb makes of the document."""
    if verb is None:
        return "signed"
    if verb.modality == "denied":
        return "signed" if act == "end" else None  # what is not ended stands
    if act == "talk":
        return "planned"
    if act == "end":
        return "ended" if verb.modality != "possible" else "planned"
    if verb.modality in ("planned", "possible") or verb.time == "future":
        return "planned"
    if verb.is_passive and verb.time == "present" and verb.first < verb.verb:
        return "planned"  # `once the contract is signed`
    return "signed"


def _is_boundary(item: Item) -> bool:
    return item.kind in ("semicolon",) or (item.kind == "stop" and item.low == ".")


def _right(items: list[Item], noun: int) -> tuple[int, bool] | None:
    """Index of the verb behind the noun that acts on it, and whether in a relative clause."""
    relative = False
    for index in ahead(items, noun, _REACH_RIGHT):
        item = items[index]
        if _is_boundary(item):
            return None
        cue = act_of(item)
        if cue is not None and cue.form == "ed" and cue.label != "agreement.approve":
            if index == noun + 1:
                return index, True
            verb = group(items, index, cue.form)
            if relative or verb.is_passive or _is_told_alone(items, noun, index, cue):
                return index, relative
            if items[index - 1].kind == "close" or items[index - 1].mention is not None:
                return (index, True) if _only_names(items, noun + 1, index) else None
        elif item.low in ("that", "which", "whereby", "where") and item.kind == "word":
            if relative or index - noun > 12:
                return None
            relative = True
        elif (
            item.cue(DOCUMENT)
            and index - noun > 1
            or (
                item.classes & {"modal"}
                and not relative
                and "be" not in item.classes
                and not _passive_ahead(items, index)
            )
        ):
            return None
    return None


def _is_told_alone(items: list[Item], noun: int, index: int, cue: Cue) -> bool:
    """`the accord dates from`, `went to`; `saw its contract with A terminated`."""
    ended = cue.label == "agreement.end" and index - noun < 5 and items[index - 1].mention is not None
    return cue.label == "agreement.date" or items[index].low.endswith(" to") or ended


def _passive_ahead(items: list[Item], index: int) -> bool:
    return any("be" in item.classes for item in items[index + 1 : index + 3])


def _only_names(items: list[Item], start: int, end: int) -> bool:
    """`the contract Hughes signed`: nothing but a name between noun and verb."""
    return end - start <= 4 and all(i.mention is not None or "det" in i.classes or i.kind in ("open", "close")
                                    for i in items[start:end])  # fmt: skip


def _left(items: list[Item], noun: int) -> int | None:
    """Index of the verb before the noun whose object it is."""
    for index in range(noun - 1, max(-1, noun - _REACH_LEFT), -1):
        item = items[index]
        if _is_boundary(item) or (item.low in ("which", "who", "while", "whose") and item.kind == "word"):
            return None
        cue = act_of(item)
        if cue is not None and not _describes(items, index, cue):
            return index
        if ("be" in item.classes and noun - index > 6) or ("have" in item.classes and noun - index < 4):
            return None  # `it has a contract with A`
    return None


def _describes(items: list[Item], index: int, cue: Cue) -> bool:
    """Whether the word is no verb here: an attribute (`a proposed agreement`) or a noun (`the award of`)."""
    if cue.form not in ("ed", "base") or index == 0:
        return False
    return items[index - 1].low in _DETERMINERS or (
        cue.form == "base" and items[index - 1].low in ("of", "in", "by", "'s", "for", "with", "first", "new")
    )


def trigger(sentence: Sentence, structure: Structure, noun: int, cue: Cue) -> Trigger:
    """The noun with the verb that acts on it."""
    items = sentence.items
    behind, before = _right(items, noun), _left(items, noun)
    verb: int | None
    relative = False
    if behind is not None and (
        before is None or behind[1] or noun - before > 8 or _is_predicate(items, noun, behind[0])
    ):
        verb, relative = behind
    else:
        verb = before
    if verb is None:
        return Trigger(sentence, structure, noun, cue, None, "", None, _bare_status(items, noun))
    told = act_of(items[verb])
    assert told is not None  # noqa: S101
    act, read = act_name(told), group(items, verb, told.form)
    if verb < noun:
        passive = told.form == "ed" and any("be" in item.classes for item in items[read.first : verb])
        read = read._replace(is_passive=passive)
    in_progress = told.form == "ing" and any("be" in item.classes for item in items[read.first : verb])
    if in_progress and act in ("sign", "award", "order") and read.modality == "fact":
        read = read._replace(modality="planned")
    if act == "date":
        read = read._replace(is_passive=True)
    status = status_of(read, act)
    if status is None and items[verb].low.startswith(_KEEPS):
        status = "ended"  # `will not renew its contract`
    if act != "end" and _modifiers(items, noun) & _DRAFT:
        status = "planned"
    if _modifiers(items, noun) & {"no", "without", "if", "whether"} and act != "end":
        status = None
    if _modifiers(items, noun) & _ENDS and status == "signed":
        status = "ended"
    return Trigger(sentence, structure, noun, cue, verb, act, read, status, relative)


def _is_predicate(items: list[Item], noun: int, verb: int) -> bool:
    """`the contract has been terminated`: nothing but auxiliaries between them."""
    return all(item.classes & {"be", "have", "adv", "modal", "neg"} for item in items[noun + 1 : verb])


def _modifiers(items: list[Item], noun: int) -> set[str]:
    return {item.low for item in items[max(0, noun - 4) : noun]}


def _bare_status(items: list[Item], noun: int) -> str | None:
    words = _modifiers(items, noun)
    if words & _UNREAL:
        return None
    if words & _DRAFT or any(act_of(i) and act_name(act_of(i)) == "talk" for i in items[max(0, noun - 6) : noun]):  # type: ignore[arg-type]
        return "planned"
    return "signed"


def triggers(sentence: Sentence) -> list[Trigger]:
    """A trigger for each document noun of the sentence, and for a vague one whose verb makes it a document."""
    structure = sentence.structure
    found: list[Trigger] = []
    for index, item in enumerate(sentence.items):
        cue = _document(sentence.items, index) or _elliptic(sentence.items, index, found)
        if cue is not None:
            found.append(trigger(sentence, structure, index, cue))
            continue
        name = _named(item)
        if name is not None:
            told = trigger(sentence, structure, index, name)
            found += [told] if told.act == "sign" else []
        for vague in item.cues:
            if vague.label == VAGUE:
                told = trigger(sentence, structure, index, vague._replace(value="agreement"))
                if told.act == vague.value or (told.act == "announce" and item.low.startswith("partnership")):
                    found.append(told)
                    break
    return found


def _document(items: list[Item], index: int) -> Cue | None:
    """The document that the item names; `to lease`, `to order` are verbs."""
    cue = items[index].cue(DOCUMENT)
    is_verb = cue is not None and cue.form == "one" and index > 0 and items[index - 1].low == "to"
    return None if is_verb and items[index].cue("agreement.order") else cue


def agreeings(sentence: Sentence) -> list[Trigger]:
    """`A and B agreed to …`, with no document named: the verb is its own document."""
    structure = sentence.structure
    found = []
    for index, item in enumerate(sentence.items[:-1]):
        ally = item.cue(ALLY)
        cue = ally or item.cue("agreement.sign")
        if cue is None or not (ally or _agrees(sentence.items, index)):
            continue
        read = group(sentence.items, index, cue.form)
        status = status_of(read, "sign") if cue.form == "ed" or ally else None
        plain = Cue(AGREE, "agreement", "one")
        found.append(Trigger(sentence, structure, index, plain, index, "ally" if ally else "sign", read, status))
    return found


def _agrees(items: list[Item], index: int) -> bool:
    return items[index].low.startswith("agree") and items[index + 1].low in _OBJECTS


def _named(item: Item) -> Cue | None:
    """An agreement known by its full name, which holds the word."""
    if item.mention is None or item.mention.category != "instrument" or item.cue("agreement.standing"):
        return None
    return Cue(DOCUMENT, "agreement", "one") if any(word in item.low for word in _NOUNS) else None


def _elliptic(items: list[Item], index: int, found: list[Trigger]) -> Cue | None:
    """`an agreement with A, and one with B`: the word stands for the document before it."""
    if not found or items[index].low != "one":
        return None
    follows = items[index + 1].low if index + 1 < len(items) else ""
    return found[-1].cue if follows in ("with", "between", "that") else None
