"""Short names that an article defines: `the Swedish Space Corporation (SSC)`, `Isar` for the Isar Aerospace named.

Belongs here: reading the brackets behind full names, and giving the short name the party or thing of the full one. Does
not belong here: what the lexicons know an acronym as when the article does not say.
"""

import re
from functools import cache

from transforms.lexicons import Surface, surface_forms
from transforms.text.items import Item, named
from transforms.text.matcher import Entry, Hit
from transforms.text.mentions import Mention

_BRACKET = re.compile(r'\((?<=[ "”]\()(?:the )?([A-Z][A-Za-z&-]{1,11}(?:-\d)?)\)')
#: First words of names that are no short names.
_PLAIN = frozenset(
    {
        "National",
        "European",
        "Space",
        "United",
        "International",
        "University",
        "Ministry",
        "Institute",
        "General",
        "American",
        "Royal",
        "Federal",
        "State",
        "Defense",
        "Defence",
        "Satellite",
        "Global",
    }
)
#: An acronym with its points.
_POINTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
_KINDS = ("organization", "body", "spacecraft", "programme")


def defined(text: str, hits: list[Hit]) -> dict[str, tuple[Surface, ...]]:
    """The short names that stand in brackets behind a known full one, with what that one is known as."""
    found: dict[str, tuple[Surface, ...]] = {}
    ends: dict[int, Hit] | None = None
    for match in _BRACKET.finditer(text):
        if ends is None:
            ends = {hit.end: hit for hit in hits if hit.entry.surfaces}
        hit = ends.get(match.start() - 1) or ends.get(match.start() - 2)
        if hit is None or hit.end - hit.start < len(match[1]) + 3:
            continue
        readings = tuple(s for s in hit.entry.readings(text[hit.start : hit.end]) if s.category in _KINDS)
        if readings and not readings[0].is_context:
            found.setdefault(match[1], readings[:1])
    for hit in hits:
        surface = _organization(hit.entry) if hit.entry.surfaces else None
        if surface is None:
            continue
        first, space, _ = text[hit.start : hit.end].partition(" ")
        if space and len(first) > 3 and first[0].isupper() and first not in _PLAIN:
            known = found.setdefault(first, (surface,))
            if known and known[0].id != surface.id:
                found[first] = ()  # two of one first word
    return {name: surfaces for name, surfaces in found.items() if surfaces}


@cache
def _organization(entry: Entry) -> Surface | None:
    return next((s for s in entry.surfaces if s.category == "organization"), None)


def settle(items: list[Item], known: dict[str, tuple[Surface, ...]]) -> None:
    """Let the acronyms of these items stand for what the article defined them as."""
    plain = {name.lower(): surfaces for name, surfaces in known.items() if not name.isupper()}
    for index, item in enumerate(items):
        mention = item.mention
        if mention is None:
            if item.capital and item.low in plain and item.kind == "word" and not item.cues:
                sure = plain[item.low][0]._replace(is_context=False)
                items[index] = named(Mention(item.start, item.end, sure.text, (sure,)))  # it opens the sentence
            continue
        if mention.text not in known:
            continue
        own = known[mention.text][0]
        if not mention.text.isupper() and mention.category != "unknown":
            continue  # `Space` of `Space Development Agency` is left alone
        if mention.id != own.id or mention.is_doubtful:
            sure = own._replace(text=mention.text, is_context=False)
            item.mention = Mention(mention.start, mention.end, mention.text, (sure,))


def settle_points(items: list[Item]) -> None:
    """`N.A.S.A.`, as older papers write it: the body whose acronym the letters are."""
    for at, item in enumerate(items):
        if "." not in item.low or not item.capital or (item.mention is not None and item.mention.readings):
            continue
        written = item.low.upper()
        surface = _acronyms().get(written.replace(".", "")) if _POINTED.fullmatch(written) else None
        if surface is not None:
            items[at] = named(Mention(item.start, item.end, written, (surface,)))


@cache
def _acronyms() -> dict[str, Surface]:
    """The bodies that the lexicons know by capital letters alone."""
    known: dict[str, Surface] = {}
    for surface in surface_forms():
        if surface.category in ("organization", "body") and surface.text.isupper() and surface.text.isalpha():
            known.setdefault(surface.text, surface)
    return known
