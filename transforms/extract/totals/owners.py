"""Whom and what a total is about: its claimant (`of`) and the series, programme or operator counted for (`subject`).

Belongs here: choosing the names. Does not belong here: finding figures (`figures`), or recalling names from
earlier sentences (`recall`).
"""

from functools import cache
from typing import NamedTuple

from transforms import lexicons
from transforms.extract.totals import recall
from transforms.extract.totals.recall import BODIES, NATIONS, Named, is_series
from transforms.extract.totals.words import noun_at, word_set
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.mentions import Mention

_LINKS = word_set("owners.links")
_ROCKET_NEAR = 3
_GENERIC = word_set("owners.generic")
_MADE = frozenset({"built", "made", "manufactured", "developed", "designed"})
#: What an article calls an agreement of many, which has no owner.
_PACTS = frozenset({"charter", "pact", "accord", "accords", "treaty", "convention"})
_FIRMS = frozenset({"company", "firm", "operator", "provider", "startup"})


class Owner(NamedTuple):
    """The named thing counted for, and the one whose code the figure is about."""

    subject: Named | None = None
    claimant: Named | None = None

    @property
    def code(self) -> str | None:
        """The one code that the figure is about; None for what belongs to many."""
        told = self.claimant or self.subject
        if told is None or told.mention.category == "instrument" or len(told.mention.codes) != 1:
            return None
        return told.mention.codes[0]


def find(sentence: Sentence, first: int, last: int, head: int, verb: int | None, metric: str) -> Owner:
    """The owner of the figure whose number stands at items [first, last), its noun at `head` and its verb at `verb`."""
    items, part = sentence.items, sentence.part.name
    behind = _behind(items, head)
    series = inside(items, last, head) or (behind if is_series(behind) else None) or _raised(items, verb, metric)
    is_active = verb is not None and verb < first
    stated = _agent(items, head, is_active=is_active) or _holder(items, first)
    doer = stated or _doer(items, verb if verb is not None and verb < first else first)
    if (
        series is not None
        and series.category == "site"
        and doer is not None
        and doer.reading("vehicle", "vehicle_family")
    ):
        series = doer  # `Alpha has flown four times from Vandenberg`
    if behind is not None and stated is None and (doer is None or verb == first):
        stated = doer = behind
    pointed = _pointed_rocket(sentence, head) if metric == "launches" and behind is None else None
    if pointed is not None:
        return Owner(pointed)
    if series is not None:
        acts = doer is not None and not series.codes and not is_series(doer)
        return Owner(Named(series, part), Named(doer, part) if doer is not None and acts else None)
    company = _company(sentence, first) if stated is None else None
    if company is not None:
        return Owner(company)
    if doer is None:
        nobodys = _is_of_a_region(items, last, head) or _is_one_of(items, first)
        if any((noun := noun_at(items, at)) is not None and noun.metric == "projects" for at in range(first)):
            metric = "projects"  # `the projects involve 23 institutions`: those of what the projects fly on
        return Owner() if nobodys else recalled(sentence, metric, first)
    if (stated is None and _is_one_of_two(items, doer)) or (metric == "partner_countries" and _is_one_of(items, first)):
        return Owner()
    named = Named(doer, part)
    if doer.category == "unknown":
        return Owner(named, recall.main_party(sentence))
    return Owner(named) if is_series(doer) or doer.category in BODIES else Owner(None, named)


@cache
def _companies() -> frozenset[str]:
    return frozenset(body.organization_id for body in lexicons.organizations() if body.organization_type == "company")


def _company(sentence: Sentence, first: int) -> Named | None:
    """`the company's second mission`: the firm of the title, else the one named last."""
    items = sentence.items
    if first < 3 or items[first - 1].kind != "poss" or items[first - 2].low not in _FIRMS:
        return None
    for near in (*sentence.part.document.title.sentences, *sentence.before()):
        for mention in near.mentions:
            if mention.category == "organization" and mention.id in _companies():
                return Named(mention, near.part.name)
    return None


def _pointed_rocket(sentence: Sentence, head: int) -> Named | None:
    """`the 17th flight of the vehicle`: the rocket named last."""
    lows = [item.low for item in sentence.items[head + 1 : head + 5]]
    if lows[:2] != ["of", "the"] or not {"vehicle", "rocket", "launcher", "booster"} & set(lows[2:4]):
        return None
    for near in (sentence, *sentence.before()):
        if sentence.index - near.index > _ROCKET_NEAR:
            return None
        for mention in reversed(near.mentions):
            if mention.reading("vehicle") is not None and mention.start < sentence.items[head].start:
                return Named(mention, near.part.name)
    return None


def _raised(items: list[Item], verb: int | None, metric: str) -> Mention | None:
    """`launched 60 Nimbus satellites, bringing the constellation to 700`: the craft that a fleet grows by."""
    if metric != "satellites" or verb is None or items[verb].cue("total.raise") is None:
        return None
    craft = (i.mention for i in reversed(items[:verb]) if i.mention and i.mention.reading("spacecraft", "programme"))
    return next((mention for mention in craft if is_series(mention)), None)


def _is_one_of_two(items: list[Item], doer: Mention) -> bool:
    """`Chile and Peru have built six satellites`: the figure is that of several."""
    at = next((n for n, item in enumerate(items) if item.mention is doer), 0)
    before = items[at - 2].mention if at > 1 and "conj" in items[at - 1].classes else None
    return before is not None and bool(before.codes) and before.codes != doer.codes


def _is_of_a_region(items: list[Item], last: int, head: int) -> bool:
    """`22 African satellites`: a name that is no state's tells whose they are."""
    return any(item.mention is not None and item.mention.category == "unknown" for item in items[last:head])


def _is_one_of(items: list[Item], first: int) -> bool:
    """`one of 11 countries that build satellites`: a set that is nobody's."""
    return (
        first > 1
        and items[first - 1].low in ("of", "just", "only", "about")
        and any(item.low == "one" for item in items[max(0, first - 4) : first])
    )


def recalled(sentence: Sentence, metric: str, first: int) -> Owner:
    """The owner from before the sentence; the article's main party where no name fits."""
    named = recall.back(sentence, sentence.items[first].start, metric)
    before = sentence.items[:first]
    is_pact = any(
        item.low in _PACTS and bool(after.classes & {"have", "be"})
        for item, after in zip(before, before[1:], strict=False)
    )
    if is_pact and (named is None or named.mention.reading("instrument", "programme", "body") is None):
        return Owner()  # `the charter has been activated 797 times`
    if named is None:
        main = recall.main_party(sentence)
        is_told = main is not None and (main.part != sentence.part.name or main.mention.start < sentence.end)
        return Owner(None, main) if is_told else Owner()
    return Owner(None, named) if named.mention.category in NATIONS else Owner(named)


def members(sentence: Sentence, head: int, at: int) -> Owner:
    """What countries are members of: the standing agreement, else the body or programme told of; never the joiner."""
    named = recall.instrument(sentence)
    if named is not None:
        return Owner(named)
    items, part = sentence.items, sentence.part.name
    apposed = next((i.mention for i in items[head + 1 : head + 3] if i.mention and i.mention.category == "body"), None)
    behind = apposed or _behind(items, head)
    if behind is not None and (is_series(behind) or behind.category in BODIES):
        return Owner(Named(behind, part))
    for index in range(at - 1, -1, -1):
        mention = items[index].mention
        if mention is not None and (is_series(mention) or mention.category in BODIES):
            return Owner(Named(mention, part))
        if items[index].low in _GENERIC and (index == 0 or items[index - 1].mention is None):
            break
    for item in items[head + 1 : head + 26]:  # `17 countries have joined the research station`
        if item.mention is not None and item.mention.category in ("programme", "instrument", "body"):
            return Owner(Named(item.mention, part))
    found = recall.back(sentence, items[at].start, "members" if "member" in items[head].low else "participants")
    return Owner(found) if found is not None else Owner()


def inside(items: list[Item], last: int, head: int) -> Mention | None:
    """A series named between the number and its noun: `12th Starlink mission`."""
    for item in reversed(items[last : head + 1]):
        mention = item.mention
        if mention is not None and (is_series(mention) or mention.category in ("unknown_craft", *BODIES)):
            return mention
    return None


def _behind(items: list[Item], head: int) -> Mention | None:
    """The name that hangs on the noun: `of the Long March family`, `of the year for SpaceX`, `by PSLVs`."""
    linked = False
    for at in range(head + 1, min(len(items), head + 12)):
        item = items[at]
        mention = item.mention
        if item.low.split()[0] in _LINKS:
            linked = True
        elif mention is not None and linked and mention.category != "demonym":
            if is_series(mention):
                return mention
            if at + 1 < len(items) and items[at + 1].kind == "poss":
                continue
            return mention if mention.category in NATIONS | BODIES else None
        elif (
            item.kind in ("comma", "semicolon", "stop", "colon", "dash", "open")
            or item.classes & {"rel", "be", "have"}
            or any(cue.form == "ing" for cue in item.cues)
        ):
            return None
    return None


def _agent(items: list[Item], head: int, *, is_active: bool) -> Mention | None:
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


def _holder(items: list[Item], first: int) -> Mention | None:
    """Whose number it is: `China's 40th launch`, `SpaceX’s 12th mission`."""
    if first > 1 and items[first - 1].kind == "poss":
        mention = items[first - 2].mention
        if mention is not None and (is_series(mention) or mention.category in NATIONS | BODIES):
            return mention
    return None


def _doer(items: list[Item], at: int) -> Mention | None:
    """The name nearest before the verb, those behind a preposition last; None where a general noun comes first."""
    spare: Mention | None = None
    for index in range(at - 1, -1, -1):
        item = items[index]
        if item.kind in ("semicolon", "stop"):
            break
        if item.low in _GENERIC and spare is None and _is_definite(items, index):
            return _nation(items, index)  # `the UK agency`, `the Chinese rocket`
        mention = item.mention
        if (
            mention is None
            or not (is_series(mention) or mention.category in NATIONS | BODIES)
            or _is_surname(items, index)
        ):
            continue
        if not _hangs(items, index):
            return mention
        spare = spare or (None if mention.category == "site" else mention)
    return spare


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
