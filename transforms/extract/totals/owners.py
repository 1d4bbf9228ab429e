"""Whom and what a total is about: its claimant (`of`) and the series, programme or operator counted for (`subject`).

Belongs here: choosing the names. Does not belong here: finding figures (`figures`), or recalling names from
earlier sentences (`recall`).
"""

from functools import cache
from typing import NamedTuple

from transforms import lexicons
from transforms.claim import Part
from transforms.extract.totals import recall
from transforms.extract.totals.acting import FIRMS, GENERIC, actor_behind, agent, carrier, find_doer, holder
from transforms.extract.totals.recall import BODIES, NATIONS, Named, is_series
from transforms.extract.totals.words import noun_at, word_set
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_LINKS = word_set("owners.links")
_ROCKET_NEAR = 3
#: What says that all the world is counted.
_WORLD = frozenset({"global", "worldwide", "globally"})
#: What an article calls an agreement of many, which has no owner.
_PACTS = frozenset({"charter", "pact", "accord", "accords", "treaty", "convention"})


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
    stated = agent(items, head, is_active=is_active) or holder(items, first) or actor_behind(items, head, metric)
    doer = stated or find_doer(items, verb if verb is not None and verb < first else first)
    if _flies_from(items, series, doer):
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
    flown = _of_flights(items, first, head, doer, part, metric)
    if flown is not None:
        return flown
    if doer is None:
        return _of_none(sentence, first, last, head, metric)
    if (stated is None and _is_one_of_two(items, doer)) or (metric == "partner_countries" and _is_one_of(items, first)):
        return Owner()
    named = Named(doer, part)
    if doer.category == "unknown":
        return Owner(named, recall.main_party(sentence))
    return Owner(named) if is_series(doer) or doer.category in BODIES else Owner(None, named)


def _of_none(sentence: Sentence, first: int, last: int, head: int, metric: str) -> Owner:
    """The owner where the clause names none: nobody, or one from the sentences before."""
    items = sentence.items
    if _is_of_a_region(items, last, head) or _is_one_of(items, first):
        return Owner()
    if any((noun := noun_at(items, at)) is not None and noun.metric == "projects" for at in range(first)):
        metric = "projects"  # `the projects involve 23 institutions`: those of what the projects fly on
    return recalled(sentence, metric, first)


def _of_flights(
    items: list[Item], first: int, head: int, doer: Mention | None, part: Part, metric: str
) -> Owner | None:
    """The rocket that bore the satellites counted; nobody, where the launches of all the world are counted."""
    if metric == "satellites" and (doer is None or doer.category in NATIONS):
        rocket = carrier(items, head)
        if rocket is not None:
            return Owner(Named(rocket, part), Named(doer, part) if doer is not None else None)
    if metric == "launches" and _is_of_the_world(items, first, head if doer is not None else head + 6):
        return Owner()
    lows = [item.low for item in items[head + 1 : head + 12]]
    if doer is None and any(lows[at : at + 3] == ["in", "the", "world"] for at in range(len(lows))):
        return Owner()  # `6,600 satellites have been launched in the world`
    return None


def _flies_from(items: list[Item], site: Mention | None, doer: Mention | None) -> bool:
    """Whether the range is only where the rocket rises; `the ninth for the Xichang base` is the range's own."""
    if site is None or site.category != "site" or doer is None or not doer.reading("vehicle", "vehicle_family"):
        return False
    at = next((n for n, item in enumerate(items) if item.mention is site), 0)
    lead = [item.low for item in items[max(0, at - 2) : at] if "det" not in item.classes]
    return lead[-1:] not in (["for"], ["of"])


@cache
def _companies() -> frozenset[str]:
    return frozenset(body.organization_id for body in lexicons.organizations() if body.organization_type == "company")


def _company(sentence: Sentence, first: int) -> Named | None:
    """`the company's second mission`: the firm of the title, else the one named last."""
    items = sentence.items
    if first < 3 or items[first - 1].kind != "poss" or items[first - 2].low not in FIRMS:
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


def _is_of_the_world(items: list[Item], first: int, stop: int) -> bool:
    """`103 global launches`, `the 40th launch worldwide`: no one's, where no one is named."""
    return any(item.low in _WORLD for item in items[first:stop])


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
        if items[index].low in GENERIC and (index == 0 or items[index - 1].mention is None):
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


def of_whole(sentence: Sentence, head: int) -> Owner | None:
    """Whose the whole is that a figure is a part of: `satellites of Nimbus Corp; 12 of them are in orbit`."""
    after = sentence.items[head + 1] if head + 1 < len(sentence.items) else None
    behind = _behind(sentence.items, head) if after is not None and after.low == "of" else None
    return Owner(Named(behind, sentence.part.name)) if behind is not None and behind.category in BODIES else None
