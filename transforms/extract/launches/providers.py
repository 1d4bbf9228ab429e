"""Which rockets an article can mean, by the firms and bodies it names that launch them.

Belongs here: rockets trusted for their provider's sake (`Electron`, where Rocket Lab is named), and the one rocket of a
provider that a launch leaves unnamed. Does not belong here: names of rockets in a sentence (`rockets`).
"""

from collections import Counter
from functools import cache
from typing import NamedTuple

from transforms import lexicons
from transforms.claim import Part
from transforms.extract.drafts import Draft
from transforms.extract.launches.places import names_home
from transforms.text.document import Document
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_NEAR = 1
#: So many years after its last known flight a rocket's name is another thing's: stocks of rockets last long.
_RETIRED = 10


class Named(NamedTuple):
    """A rocket that the article names, at these words."""

    vehicle: str
    family: str
    name: str
    start: int
    end: int
    part: Part


@cache
def _providers() -> dict[str, tuple[str, str]]:
    """Of each rocket, by id, its provider's id and its family."""
    return {v.vehicle_id: (v.provider_organization_id or "", v.vehicle_family) for v in lexicons.vehicles()}


@cache
def _launchers() -> frozenset[str]:
    return frozenset(provider for provider, _ in _providers().values() if provider)


@cache
def _launch_firms() -> frozenset[str]:
    """Firms that launch for others: not the agencies of states that launch their own."""
    companies = {body.organization_id for body in lexicons.organizations() if body.organization_type == "company"}
    return _launchers() & companies


def is_launch_firm(mention: Mention) -> bool:
    """Whether the name is a firm's whose trade is to launch the craft of others."""
    return mention.category == "organization" and mention.id in _launch_firms()


def named_providers(document: Document) -> frozenset[str]:
    """Ids of the organisations of the article that launch rockets."""
    known = document.__dict__.get("_launchers")
    if known is None:
        known = document.__dict__["_launchers"] = frozenset(
            surface.id
            for part in document.parts
            for hit in part.hits
            for surface in hit.entry.surfaces
            if surface.category == "organization" and surface.id in _launchers()
        )
    return known


def trusts(document: Document, vehicle: str) -> bool:
    """Whether the article names the provider or the only range of this rocket, so that its everyday name is its own."""
    provider = _providers().get(vehicle, ("", ""))[0]
    if names_home(document, vehicle):
        return True
    return bool(provider) and (provider in named_providers(document) or _names_launcher(document))


def _names_launcher(document: Document) -> bool:
    """Whether the article names a firm whose trade is to launch."""
    known = document.__dict__.get("_names_launcher")
    if known is None:
        known = document.__dict__["_names_launcher"] = any(
            cue.label == "supplier" and cue.value == "launch"
            for part in document.parts
            for hit in part.hits
            for cue in hit.entry.cues
        )
    return bool(known)


def _rockets(document: Document) -> list[Named]:
    """The rockets that the article names: certain names, and doubtful ones where the provider is named."""
    known = document.__dict__.get("_rockets")
    if known is None:
        known = document.__dict__["_rockets"] = list(_find(document))
    return known


def _find(document: Document) -> list[Named]:
    found = []
    for part in document.parts:
        for hit in part.hits:
            for surface in hit.entry.readings(part.text[hit.start : hit.end]):
                if surface.category != "vehicle" or (surface.is_context and not trusts(document, surface.id)):
                    continue
                family = _providers().get(surface.id, ("", ""))[1]
                words = part.text[hit.start : hit.end]
                firm = words.removesuffix(" rockets").removesuffix(" rocket")
                if firm != words and lexicons.lookup("organizations", firm):
                    continue  # `a SpaceX rocket`
                found.append(Named(surface.id, family, words, hit.start, hit.end, part.name))
    return found


@cache
def _first_years() -> dict[str, str]:
    return {v.vehicle_id: v.valid_from[:4] for v in lexicons.vehicles() if v.valid_from}


@cache
def _last_years() -> dict[str, int]:
    return {v.vehicle_id: int(v.valid_to[:4]) for v in lexicons.vehicles() if v.valid_to}


def is_out_of_its_days(fact: Draft) -> bool:
    """Whether the rocket did not fly in that year: a hop of a prototype before its first flight, a name used again."""
    name, date = fact.get("vehicle"), fact.get("date")
    if not date or not name:
        return False
    rocket = fact.notes.get("rocket") or lexicons.lookup("vehicles", name) or ""
    first, last = _first_years().get(rocket), _last_years().get(rocket)
    if first and fact.cells["status"] != "planned" and date[:4] < first:
        return True
    return last is not None and int(date[:4]) > last + _RETIRED


def _is_retired(fact: Draft, vehicle: str) -> bool:
    """Whether the rocket flew no more when the launch is to be: a planned one of no known day has none of the past."""
    last, day = _last_years().get(vehicle), fact.get("date") or fact.sentence.part.document.day
    if last is None or fact.cells["status"] != "planned":
        return False
    return day is None or int(day[:4]) > last + _RETIRED


def put_rocket(draft: Draft) -> None:
    """Give a launch without a rocket the only one that the article names of a provider told beside the launch."""
    is_flight = draft.rule == "launch_noun" and (draft.notes["its"] or draft.notes["maiden"])
    if draft.get("vehicle") or draft.notes.get("either") or not (draft.get("payloads") or is_flight):
        return
    document = draft.sentence.part.document
    near = {
        surface.id
        for sentence in _near(draft.sentence)
        for hit in sentence.hits
        for surface in hit.entry.surfaces
        if surface.category == "organization" and surface.id in _launchers()
    }
    if not near:
        return
    rockets = [
        named
        for named in _rockets(document)
        if _providers()[named.vehicle][0] in near and not _is_retired(draft, named.vehicle)
    ]
    named = _main(rockets)
    if named is None:
        return
    _put(draft, named)
    draft.features.add("rocket_of_provider")


def put_only_rocket(document: Document, facts: list[Draft]) -> None:
    """Give the story's own launch, done and told without a rocket, the only one that the article names.

    It may not be that of another launch told.
    """
    fact = facts[0]
    is_told = fact.get("site") or (fact.get("payloads") and fact.get("date"))
    if fact.get("vehicle") or fact.notes.get("either") or fact.cells["status"] == "planned" or not is_told:
        return
    if any(other.get("vehicle") and (other.get("date") or other.get("payloads")) for other in facts[1:]):
        return
    rockets = _rockets(document)
    if len({named.vehicle for named in rockets}) == 1:
        _put(fact, rockets[0])


def _put(fact: Draft, named: Named) -> None:
    name = named.name.removesuffix(" rocket").removesuffix(" rockets")
    fact.put("vehicle", name, named.start, named.start + len(name), inferred=True, part=named.part)
    fact.notes["rocket"] = named.vehicle


def _main(rockets: list[Named]) -> Named | None:
    """The only rocket, or the one named twice as often as any other."""
    counted = Counter(named.vehicle for named in rockets).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] < 2 * counted[1][1]):
        return None
    return next(named for named in rockets if named.vehicle == counted[0][0])


def _near(sentence: Sentence) -> list[Sentence]:
    previous = sentence.previous
    return [sentence] if previous is None or previous.paragraph != sentence.paragraph else [sentence, previous]
