"""Running numbers: the place of a launch, craft or signatory in its series.

Belongs here: the frames of ordinals. Does not belong here: counts (`counts`).
"""

from transforms.extract.totals import owners
from transforms.extract.totals.figures import Figure
from transforms.extract.totals.setting import Verdict
from transforms.extract.totals.words import is_planned, may_be, noun_at, verb_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence

_LOW, _CLAUSE = 4, 11
#: How far before `as its tenth member` the joining is told.
_JOINED = 14
_IN_SERIES = frozenset(["launches", "satellites", "agreements"])
_PERSONS = word_set("series.persons")
_OWNING = word_set("series.owning")
_LINKS = word_set("series.links")
_COMPOUNDS = word_set("series.compounds")


def judge(sentence: Sentence, figure: Figure) -> Verdict | None:
    """The frame that takes the running number."""
    if figure.number.value < 2 or _is_vetoed(sentence, figure):
        return None
    if figure.noun.metric == "partner_countries":
        return _joiner(sentence, figure)
    if figure.noun.metric in _IN_SERIES:
        return _member(sentence, figure)
    return None


def _is_vetoed(sentence: Sentence, figure: Figure) -> bool:
    """Whether it is a person's or a booster's number, or one to come."""
    items = sentence.items
    first, head = figure.number.first, figure.head
    if first and items[first - 1].low in _PERSONS:
        return True
    if first and items[first - 1].low == "its" and _is_of_stage(sentence):
        return True
    if any(item.cue("total.never") for item in items[max(0, first - 10) : head + 1]):
        return True
    if any(is_planned(item) or may_be(item) for item in items[max(0, first - 4) : first]):
        return True
    for item in items[head + 1 : head + _CLAUSE]:
        if item.kind in ("comma", "semicolon", "stop"):
            return False
        is_stage = item.cue("total.never") is not None and item.low.endswith(("booster", "stage"))
        if is_stage and items[head + 1].low in ("for", "of", "by"):
            return True  # `the ninth flight of the rocket's first-stage booster`
        if is_planned(item) or may_be(item):
            return True
    return False


def _is_of_stage(sentence: Sentence) -> bool:
    """Whether `its` can be a booster's that flies again."""
    return any(s is not None and s.has("total.never") for s in (sentence, sentence.previous))


def _joiner(sentence: Sentence, figure: Figure) -> Verdict | None:
    """`becoming the 36th country to sign`, `the 10th signatory to the pact`, `the 13th participating state in …`."""
    items, head = sentence.items, figure.head
    after = items[head + 1 : head + 7]
    linked = bool(after) and after[0].low in _LINKS
    standing = any(item.mention is not None and item.mention.reading("instrument") for item in after)
    signed = items[head].low.startswith(("signator", "signature")) or _is_of_club(items, figure.number.first, head)
    if (
        linked
        and after[0].low == "with"
        and any(item.cue("total.at") or _is_craft(items, head + 1 + n) for n, item in enumerate(after))
    ):
        return Verdict("running_member", "ordinal", figure.number.first)
    signed = signed or _joins_as(items, figure.number.first)
    if _joins(items, head) or _comes_to_own(items, head) or signed or (linked and (figure.noun.is_vague or standing)):
        return Verdict("running_member", "ordinal", figure.number.first)
    return None


def _joins_as(items: list[Item], first: int) -> bool:
    """`joined it in 2031 as its tenth member`, `signed as the 41st country`."""
    lead = [item.low for item in items[max(0, first - 2) : first]]
    if len(lead) < 2 or lead[0] != "as" or lead[1] not in ("its", "the", "their"):
        return False
    cues = (verb_at(items, at) for at in range(max(0, first - _JOINED), first - 2))
    return any(cue is not None and cue.value in ("sign", "join") for cue in cues)


def _comes_to_own(items: list[Item], head: int) -> bool:
    """`the 57th country to own a satellite`, `the ninth nation to put one in orbit`."""
    after = items[head + 1 : head + 7]
    if len(after) < 3 or after[0].low != "to" or not _OWNING.intersection(after[1].low.split(" ")):
        return False
    return any(item.low == "one" or _is_craft(items, head + 3 + at) for at, item in enumerate(after[2:]))


def _is_craft(items: list[Item], at: int) -> bool:
    """`the 14th Arab country with a satellite`."""
    noun = noun_at(items, at)
    return noun is not None and noun.metric == "satellites"


def _is_of_club(items: list[Item], first: int, head: int) -> bool:
    """`became ESA's 23rd member state`: a body owns the number."""
    owner = items[first - 2].mention if first > 1 and items[first - 1].kind == "poss" else None
    is_club = owner is not None and (owner.category == "body" or owner.reading("programme", "instrument") is not None)
    return is_club and "member" in " ".join(item.low for item in items[first : head + 1])


def _joins(items: list[Item], head: int) -> bool:
    """`… to sign`, `…, and the third in Africa, to join`."""
    for at in range(head + 1, min(len(items) - 1, head + 10)):
        if items[at].low == "to":
            cue = next(
                (c for n in range(at + 1, min(len(items), at + 3)) if (c := verb_at(items, n)) is not None), None
            )
            return cue is not None and cue.value in ("sign", "join")
    return _has_joined(items, head)


def _has_joined(items: list[Item], head: int) -> bool:
    """`Malta, which signed up in May, was the 51st country`: who joined stands before it."""
    first = next((at for at in range(head - 1, -1, -1) if items[at].kind in ("semicolon", "stop")), -1) + 1
    if head + 1 < len(items) and items[head + 1].kind not in ("stop", "comma", "semicolon"):
        return False
    if not any(
        "be" in items[at].classes or items[at].low in ("became", "becomes") for at in range(max(first, head - 6), head)
    ):
        return False
    cues = (verb_at(items, at) for at in range(first, head))
    return any(cue is not None and cue.value in ("sign", "join") for cue in cues)


def _member(sentence: Sentence, figure: Figure) -> Verdict | None:
    """`the 252nd mission of the Long March family`, `its 25th launch of the year`, `in its 39th flight`."""
    items, number, head = sentence.items, figure.number, figure.head
    named = owners.inside(items, number.last, head) is not None
    after = items[head + 1] if head + 1 < len(items) else None
    if after is not None and after.low in _COMPOUNDS:
        return None
    linked = after is not None and (after.low.split()[0] in _LINKS or verb_at(items, head + 1) is not None)
    if number.value < _LOW:
        owned = number.first > 0 and items[number.first - 1].kind == "poss"
        told = _is_told(items, number.first) and (linked or named or owned)
        told = told or (owned and _is_of_period(items, head)) or follows_ordinal(items, number.first)
        told = told or _opens_story(sentence, number.first, head)
        return Verdict("running_number", "ordinal", number.first) if told else None
    return Verdict("running_number", "ordinal", number.first)


def _opens_story(sentence: Sentence, first: int, head: int) -> bool:
    """`Peru's second satellite is in orbit`: whose craft the first sentence of a story tells of, by its number."""
    items = sentence.items
    owner = items[first - 2].mention if first > 1 and items[first - 1].kind == "poss" else None
    is_head = sentence.part.name == "text" and sentence.index == 0 and first == 2
    is_told = head + 1 < len(items) and bool(items[head + 1].classes & {"be", "have"})
    return is_head and is_told and owner is not None and owner.category == "country"


def _is_of_period(items: list[Item], head: int) -> bool:
    """`on the operator's third mission in 2031`, `of the year`: counted over a year."""
    words = [item.low for item in items[head + 1 : head + 4]]
    is_year = words[:1] == ["in"] and len(words) > 1 and words[1].isdigit() and len(words[1]) == len("2031")
    return is_year or words[:3] == ["of", "the", "year"] or words[:2] == ["this", "year"]


def follows_ordinal(items: list[Item], first: int) -> bool:
    """`the sixth launch and the third commercial one`: the second of two places in a row that one verb tells."""
    lead = first - 2
    if lead < 1 or items[first - 1].low not in ("the", "its") or "conj" not in items[lead].classes:
        return False
    for at in range(lead - 1, max(-1, lead - 14), -1):
        number = numeral(items, at)
        if number is not None and number.is_ordinal and number.value > 1:
            return any("be" in item.classes for item in items[max(0, at - 4) : at])
    return False


def _is_told(items: list[Item], first: int) -> bool:
    """`It was only the second …`: a low number counts where it is what the sentence tells."""
    start = first
    if start > 2 and items[start - 1].kind == "poss":  # `This is the operator's second mission`
        start -= 2
    before = [item for item in items[max(0, start - 4) : start] if item.low not in ("the", "only", "just", "about")]
    return bool(before) and "be" in before[-1].classes
