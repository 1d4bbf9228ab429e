"""Who acts in the clause of a figure: the subject of its verb, the agent of a passive, the rocket that did it.

Belongs here: finding these names in the sentence. Does not belong here: which of them the figure is about (`owners`).
"""

from transforms.extract.totals.recall import BODIES, NATIONS, is_series
from transforms.extract.totals.words import word_set
from transforms.text.items import Item
from transforms.text.mentions import Mention

_WIDE = 20
_MADE = frozenset({"built", "made", "manufactured", "developed", "designed"})
GENERIC = word_set("owners.generic")
FIRMS = frozenset({"company", "firm", "operator", "provider", "startup"})


def agent(items: list[Item], head: int, *, is_active: bool) -> Mention | None:
    """Who did it, of a passive: `signed by China with …`, `carried out by Long March rockets`."""
    for at in range(head + 1, min(len(items) - 1, head + 16)):
        if items[at].kind in ("comma", "semicolon", "colon") or "rel" in items[at].classes:
            return None
        if is_active and items[at].low == "by" and items[at - 1].low in _MADE:
            return None  # `launched four satellites built by A`
        if items[at].low in ("by", "aboard", "on board"):
            for item in items[at + 1 : at + 4]:
                mention = item.mention
                if mention is not None and (is_series(mention) or mention.category in NATIONS | BODIES | {"unknown"}):
                    return mention
    return None


def actor_behind(items: list[Item], head: int, metric: str) -> Mention | None:
    """Who acts on the noun: `the 100th that Chad's agency has signed`; or what is used: `use Nimbus data`."""
    after = items[head + 1 : head + 5]
    if not after:
        return None
    if metric == "partner_countries" and any(cue.label == "total.do" and cue.value == "give" for cue in after[0].cues):
        return next((i.mention for i in after[1:] if i.mention is not None and is_series(i.mention)), None)
    if after[0].low not in ("that", "which"):
        return None
    named = after[2] if len(after) > 2 and "det" in after[1].classes else after[1] if len(after) > 1 else None
    mention = named.mention if named is not None else None
    is_actor = mention is not None and (is_series(mention) or mention.category in NATIONS | BODIES)
    return mention if is_actor and mention is not None and mention.category != "demonym" else None


def carrier(items: list[Item], head: int) -> Mention | None:
    """The rocket that did what a state is said to have done: `Peru has put 40 craft in orbit with the Nimbus`."""
    for at in range(head + 1, min(len(items) - 1, head + _WIDE)):
        if items[at].kind in ("semicolon", "colon", "dash"):
            return None
        if items[at].low in ("with", "using", "aboard", "on board", "on", "by"):
            for item in items[at + 1 : at + 7]:
                mention = item.mention
                if mention is not None and mention.reading("vehicle", "vehicle_family") is not None:
                    return mention if not mention.is_doubtful else None
                if "prep" in item.classes:
                    break
    return None


def holder(items: list[Item], first: int) -> Mention | None:
    """Whose number it is: `China's 40th launch`, `SpaceX’s 12th mission`."""
    if first > 1 and items[first - 1].kind == "poss":
        mention = items[first - 2].mention
        if mention is not None and (is_series(mention) or mention.category in NATIONS | BODIES):
            return mention
    return None


def find_doer(items: list[Item], at: int) -> Mention | None:
    """The name nearest before the verb, those behind a preposition last; None where a general noun comes first."""
    spare: Mention | None = None
    for index in range(at - 1, -1, -1):
        item = items[index]
        if item.kind in ("semicolon", "stop"):
            break
        if item.low in GENERIC and spare is None and _is_definite(items, index):
            named = items[index - 1].mention if index else None
            if item.low in FIRMS and named is not None and is_series(named) and named.codes:
                return named  # `the JCSAT company`
            return _nation(items, index)  # `the UK agency`, `the Chinese rocket`
        mention = item.mention
        if (
            mention is None
            or not (is_series(mention) or mention.category in NATIONS | BODIES)
            or _is_surname(items, index)
        ):
            continue
        if not _hangs(items, index) or _is_told_on(items, index, at):
            return mention
        spare = spare or (None if mention.category == "site" else mention)
    return spare


def _is_told_on(items: list[Item], index: int, at: int) -> bool:
    """`of Nimbus Corp, which has 40 satellites`: the clause with `which` is about the name before it."""
    after = items[index + 1 : min(index + 3, at)]
    return bool(after) and after[-1].low == "which" and all(item.kind == "comma" for item in after[:-1])


def _nation(items: list[Item], at: int) -> Mention | None:
    """The nation that describes the general noun at this item."""
    for item in reversed(items[max(0, at - 3) : at]):
        if item.mention is not None and item.mention.category in NATIONS and len(item.mention.codes) == 1:
            return item.mention
        if item.classes or item.kind != "word":
            return None
    return None


def _is_surname(items: list[Item], at: int) -> bool:
    """A name of a state straight after a capitalised word is a person's."""
    before = items[at - 1] if at else None
    nation = items[at].mention is not None and items[at].mention.category in NATIONS  # type: ignore[union-attr]
    return nation and before is not None and before.mention is not None and before.mention.category == "unknown"


def _is_definite(items: list[Item], at: int) -> bool:
    """`the company`, `the London-based operator`."""
    return any("det" in item.classes for item in items[max(0, at - 4) : at])


def _hangs(items: list[Item], index: int) -> bool:
    """Whether the name hangs on a preposition or describes a noun."""
    after = items[index + 1] if index + 1 < len(items) else None
    if items[index].mention is not None and items[index].mention.category in ("demonym", "prefix"):  # type: ignore[union-attr]
        return True
    if after is not None and after.kind == "hyphen":
        return True
    for item in reversed(items[max(0, index - 3) : index]):
        if "prep" in item.classes:
            return True
        if not (item.classes & {"det"} or item.kind == "poss" or (item.kind == "word" and not item.classes)):
            return False
    return False
