"""The verb that a figure hangs on, and whether it tells of something done.

Belongs here: finding the verb before or behind a figure. Does not belong here: which verbs make a total
(`counts`), or what auxiliaries mean in general (`transforms.text.verbs`).
"""

from typing import NamedTuple

from transforms.extract.totals.words import noun_at, verb_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import at as numeral
from transforms.text.verbs import VerbGroup, group

_BREAKS = frozenset(["semicolon", "stop", "colon", "dash"])
#: Prepositions that may stand between a verb and the figures it governs.
_PASSED = word_set("verbs.passed")
_PARTICIPLE = tuple(sorted(word_set("verbs.participle_endings")))
_REACH, _AHEAD, _NEAR = 12, 26, 3


class Verb(NamedTuple):
    """A verb at item `at` that a figure hangs on.

    Attributes:
        kind: `do`, `hold`, `tell`, or `be` of a state.
        value: of a verb of doing, what it does (`sign`, `launch`, …).
        form: `base`, `s`, `ed` or `ing`.
        is_perfect: `has signed`, `have since 2016 been launched`, `has used … to launch`.
    """

    at: int
    kind: str
    value: str
    form: str
    group: VerbGroup
    is_perfect: bool

    @property
    def is_fact(self) -> bool:
        """Neither to come, nor possible, nor denied."""
        return self.is_perfect or (self.group.modality == "fact" and self.group.time != "future")


def _read(items: list[Item], at: int) -> Verb | None:
    """The verb of a total at this item, if it is one."""
    item = items[at]
    cue = verb_at(items, at)
    if cue is not None:
        form = cue.form or "s"
        if not _is_verb(items, at, form):
            return None
        kinds = {c.label for c in item.cues if c.label.startswith("total.")}
        kind = "hold" if "total.hold" in kinds else cue.label.removeprefix("total.")
        read = group(items, at, form)
        return Verb(at, kind, cue.value, form, read, _is_perfect(items, at, form))
    if "have" in item.classes and not _is_auxiliary(items, at):
        return Verb(at, "hold", "", "s", group(items, at, "ed" if item.low == "had" else "s"), False)
    return None


def _is_verb(items: list[Item], at: int, form: str) -> bool:
    """Whether the words are a verb here, not a noun (`the numbers`, `a launch`)."""
    before = items[at - 1] if at else None
    if form not in ("base", "s") or before is None:
        return form != "base"
    if form == "s":
        return "det" not in before.classes and before.kind != "poss"
    noun = noun_at(items, at - 1)
    if noun is not None and noun.is_many and not noun.is_one:
        return True
    return before.low == "to" or before.kind == "name" or bool(before.classes & {"modal", "do", "adv", "pron"})


def _is_perfect(items: list[Item], at: int, form: str) -> bool:
    """Whether `has` stands before the participle, over adverbs and words of time; or `has used … to` before a verb."""
    means = form == "base" and at > 0 and items[at - 1].low == "to"
    if means:
        used = next((n for n in range(at - 2, max(-1, at - 12), -1) if items[n].cue("total.means")), None)
        return used is not None and _is_perfect(items, used, "ed")
    if form == "ing" and at > 1 and items[at - 1].low == "by":
        return _is_gained(items, at)
    if form != "ed":
        return False
    for index in range(at - 1, max(-1, at - 7), -1):
        item = items[index]
        if "have" in item.classes:
            return not any("modal" in i.classes or "neg" in i.classes for i in items[max(0, index - 2) : index + 3])
        if item.kind in _BREAKS or "rel" in item.classes or (item.kind == "name" and item.mention is not None):
            return False
        if "conj" in item.classes and not (index and verb_at(items, index - 1)):
            return False
    return False


def _is_gained(items: list[Item], at: int) -> bool:
    """`has earned $20 million by launching 40 craft`: what has been gained by deeds done."""
    for index in range(at - 2, max(-1, at - _AHEAD), -1):
        item = items[index]
        if item.kind in _BREAKS or "rel" in item.classes or "modal" in item.classes:
            return False
        if "have" in item.classes:
            return index + 1 < len(items) and any(
                other.low.endswith(_PARTICIPLE) for other in items[index + 1 : index + 4] if other.kind == "word"
            )
    return False


def _is_auxiliary(items: list[Item], at: int) -> bool:
    """Whether `has` goes with a participle further on."""
    for index in range(at + 1, min(len(items), at + 6)):
        item = items[index]
        cue = verb_at(items, index)
        if "be" in item.classes or (cue is not None and cue.form == "ed"):
            return True
        if item.kind == "word" and not item.classes:
            if numeral(items, index) is not None:
                return False
            return item.low.endswith(_PARTICIPLE) or (item.low == "to" or any(c.form == "ed" for c in item.cues))
        if item.low == "to":
            return True
        if item.kind not in ("number", "word", "comma"):
            return False
    return False


def before(items: list[Item], first: int) -> Verb | None:
    """The verb that the figure is the object of."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        item = items[at]
        verb = _read(items, at)
        if verb is not None and not _is_aside(items, verb, first):
            return verb
        if item.kind in _BREAKS or "rel" in item.classes:
            return None
        if "prep" in item.classes and item.low not in _PASSED and not (item.low == "by" and _joined(items, at)):
            return None
        if "be" in item.classes:
            return Verb(at, "be", "", "s", group(items, at, "ed" if item.low in ("was", "were") else "s"), False)
    return None


def _is_aside(items: list[Item], verb: Verb, first: int) -> bool:
    """`a Nimbus operated by Chad carried 53 satellites`: who holds the rocket holds no satellites."""
    return verb.kind == "hold" and verb.form == "ed" and items[verb.at + 1].low == "by" and first - verb.at > _NEAR


def _joined(items: list[Item], by: int) -> bool:
    """`joined by 17 countries and by more than 50 institutions`: the agent of a passive of joining."""
    for at in range(by - 1, max(-1, by - 7), -1):
        cue = verb_at(items, at)
        if cue is not None:
            return cue.form == "ed" and (cue.value in ("join", "sign", "give", "choose") or cue.label == "total.hold")
        if items[at].kind in _BREAKS:
            return False
    return False


def after(items: list[Item], head: int) -> Verb | None:
    """The verb that the figure is the subject of."""
    state: Verb | None = None
    for at in range(head + 1, min(len(items), head + _AHEAD)):
        item = items[at]
        if item.kind in _BREAKS or ("rel" in item.classes and at > head + 1):
            break
        verb = _read(items, at)
        if verb is not None and verb.kind != "hold" and verb.form in ("ed", "s", "base") and verb.group.first > head:
            return verb
        if "be" in item.classes and state is None:
            state = Verb(at, "be", "", "s", group(items, at, "ed" if item.low in ("was", "were") else "s"), False)
    return state
