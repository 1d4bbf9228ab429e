"""Whose craft a launch carries where the words beside them do not say.

Belongs here: falling back on the title, on the party that the story is about, on the state whose rocket it is. Does not
belong here: owners told beside a craft or known by the lexicon (`owners`).
"""

import re
from functools import cache

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches import providers
from transforms.extract.launches.items import word_set
from transforms.extract.launches.owners import add, of_its_day
from transforms.text.document import Document

_MANY = re.compile(r"\b(?:\w+sats|satellites|payloads|probes)\b")
_SEVERAL = re.compile(r"\b(?:\d{2,}|dozens?(?: of)?)\b[a-z -]{0,30}\b(?:satellites|payloads|spacecraft|cubesats)\b")
#: A title on a maker's business names no owner: `More satellite orders for A`.
_ORDERS = re.compile(r"\b(?:orders?|contracts?) (?:for|from|to)\b")
#: An article is clearly about a party that has this share of all mentions.
_CLEARLY = 0.4


def put_of_title(document: Document, fact: Draft) -> None:
    """Where nothing else tells, the one party of the title beside the launching state; else that state itself."""
    tellings = (fact, *fact.notes.get("tellings", ()))
    has_craft = bool(fact.get("payloads")) or any(telling.sentence.has("launch.craft") for telling in tellings)
    if fact.get("customers") or not has_craft:
        return
    provider = fact.notes.get("provider", ())
    named = [
        (mention, sentence)
        for sentence in document.title.sentences
        for mention in sentence.parties
        if len(mention.codes) == 1
        and not mention.is_doubtful
        and mention.codes != ("GUF",)
        and not providers.is_launch_firm(mention)
    ]
    is_of_pact = any(_ORDERS.search(sentence.part.folded) for _, sentence in named)
    is_of_pact = is_of_pact or any(
        sentence.has("agreement.document") or sentence.has("agreement.sign") for _, sentence in named
    )
    others = (
        [] if is_of_pact else [pair for pair in named if pair[0].codes[0] not in provider]
    )  # a party may own nothing
    if len({mention.codes for mention, _ in others or named}) == 1:
        mention, sentence = (others or named)[0]
        add(fact, mention, mention.codes, sentence)


def put_of_story(document: Document, fact: Draft) -> None:
    """Where nothing tells whose a named craft is, the party that the article is about, if it is about one alone."""
    if fact.get("customers") or not (fact.get("payloads") or fact.sentence.has("launch.craft")):
        return
    if not fact.get("payloads") and fact.sentence.says(_SEVERAL):
        return  # many craft have many owners
    ranked = document.salience
    whole = sum(told[0] for told in ranked.values())
    for code, (count, mention, part) in ranked.items():
        if count >= _CLEARLY * whole and count > 1 and not _is_host(fact, code):
            code = of_its_day(code, fact.get("date") or document.day)
            fact.add("customers", code, mention.start, mention.end, inferred=True, part=part)
        return


def _is_host(fact: Draft, code: str) -> bool:
    """Whether the party is only the state in which another's range lies: `from Baikonur in Kazakhstan`."""
    site = lexicons.lookup("sites", fact.get("site")) if fact.get("site") else None
    return site is not None and code == _hosts().get(site) and code not in _rocket_states()


@cache
def _rocket_states() -> frozenset[str]:
    return frozenset(vehicle.country_code for vehicle in lexicons.vehicles())


@cache
def _hosts() -> dict[str, str]:
    return {site.launch_site_id: site.country_code for site in lexicons.sites()}


def put_of_launcher(fact: Draft) -> None:
    """Where nothing tells whose an unnamed craft is, the state that orbits it: `North Korea orbited a satellite`.

    The sentence begins with that state, names no other party, and tells of one craft: of many some are guests.
    """
    sentence = fact.sentence
    if fact.get("customers") or fact.get("payloads") or not sentence.has("launch.craft"):
        return
    if sentence.says(_MANY):
        return
    first = next(iter(sentence.parties), None)
    if first is None or first.category != "country" or first.is_doubtful or len(first.codes) != 1:
        return
    is_alone = all(mention.codes == first.codes for mention in sentence.parties)
    if is_alone and not sentence.part.text[sentence.start : first.start].strip().removeprefix("The"):
        code = of_its_day(first.codes[0], fact.get("date") or sentence.part.document.day)
        fact.add("customers", code, first.start, first.end, inferred=True, part=sentence.part.name)


def put_of_rocket(fact: Draft) -> None:
    """Where nothing tells whose the load is, the state whose rocket carries only its own."""
    rocket = fact.notes.get("rocket") or ""
    code = _state_rockets().get(rocket)
    if code is None or fact.get("customers") or fact.get("payloads") or not fact.spans.get("vehicle"):
        return
    span = fact.spans["vehicle"][0]
    code = of_its_day(code, fact.get("date") or fact.sentence.part.document.day)
    fact.add("customers", code, span.start, span.end, inferred=True, part=span.part)


@cache
def _state_rockets() -> dict[str, str]:
    """Country of each rocket that carries none but its own state's craft."""
    return {v.vehicle_id: v.country_code for v in lexicons.vehicles() if v.vehicle_id in word_set("own-loads")}
