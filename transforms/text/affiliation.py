"""Which party an organisation belongs to that no lexicon knows: `Touchroad, a Hong Kong company`.

Belongs here: reading it from the words around any mention of the name in the article. Does not belong here: finding
the name.
"""

import re
from typing import NamedTuple

from transforms.text.document import Document, Part, Sentence
from transforms.text.items import Item
from transforms.text.mentions import Mention

_NATIONAL = ("country", "demonym", "metonym", "prefix", "place")
_APPOSED = re.compile(r"\s*(?:\([^)]{1,40}\))?,?\s*(?:\(?\s*)?(?:an?|the|its|one of)?\s*(?:[\w-]+\s+){0,3}$", re.I)
_BEFORE = re.compile(
    r"^(?:[’']s)?(?:[- ]based)?(?:\s+[a-z-]+){0,4}\s*,?\s*(?:the\s+)?[\"“]?$|^-based(?:\s+[a-z-]+){0,4}\s*$"
)
_BEHIND = ("'s", "’s", " company", " firm", "-based", " operator")
_OF = re.compile(
    r"\s*(?:\([^)]{1,40}\))?,?\s*(?:of|from|in|based in|headquartered in)\s+(?:[A-Z][\w.]+,\s+)?(?:the\s+)?$"
)


class Affiliation(NamedTuple):
    """The codes, and the words [start, end) of the part that tell them."""

    codes: tuple[str, ...]
    start: int
    end: int
    part: Part


def affiliation(sentence: Sentence, mention: Mention) -> Affiliation | None:
    """The party of a name, from its own sentence first, then from any other place of the article that names it."""
    cache: dict[str, Affiliation | None] = sentence.part.document.__dict__.setdefault("_affiliations", {})
    if mention.text not in cache:
        cache[mention.text] = _search(sentence.part.document, mention.text)
    return cache[mention.text]


def _search(document: Document, name: str) -> Affiliation | None:
    """The party told around any mention of the name; of an acronym, that of the name it was introduced for."""
    introduced = _introduced(document, name) if name.isupper() else None
    if introduced is not None:
        return introduced
    for part in document.parts:
        at = part.text.find(name)
        while at >= 0:
            found = _around(part, at, at + len(name))
            if found:
                return found
            at = part.text.find(name, at + len(name))
    return None


def _introduced(document: Document, acronym: str) -> Affiliation | None:
    """`the Swedish Space Corporation (SSC)`: the codes of the name before the bracket."""
    for part in document.parts:
        at = part.text.find(f"({acronym})")
        if at < 0:
            continue
        for sentence in part.sentences:
            if not sentence.start <= at < sentence.end:
                continue
            before = [m for m in sentence.mentions if m.end <= at <= m.end + 2 and m.codes]
            if before:
                return Affiliation(before[-1].codes, before[-1].start, before[-1].end, part)
    return None


def _around(part: Part, start: int, end: int) -> Affiliation | None:
    """A nation's name before or behind the name at [start, end), tied to it by apposition, possession or `of`."""
    for hit in part.hits:
        if hit.end > end + 90:
            break
        if hit.start < start - 60 or (hit.start < end and hit.end > start):
            continue
        readings = [s for s in hit.entry.readings(part.text[hit.start : hit.end])
                    if s.category in _NATIONAL and not s.is_context]  # fmt: skip
        if not readings:
            continue
        surface = readings[0]
        between = part.text[hit.end : start] if hit.end <= start else part.text[end : hit.start]
        if "." in between or ";" in between:
            continue
        if hit.end <= start:
            tied = bool(_BEFORE.match(between))
        elif surface.category == "demonym":
            tied = bool(_APPOSED.match(between)) and ("," in between or "(" in between)
        else:
            behind = part.text[hit.end : hit.end + 12]
            apposed = "," in between and bool(_APPOSED.match(between)) and behind.startswith(_BEHIND)
            tied = bool(_OF.match(between)) or apposed
        if tied:
            return Affiliation(surface.party_codes, hit.start, hit.end, part)
    return None


def codes(sentence: Sentence, item: Item) -> tuple[str, ...]:
    """The codes of a name, its own or those of its affiliation."""
    if item.mention is None:
        return ()
    if item.mention.codes:
        return item.mention.codes
    found = affiliation(sentence, item.mention)
    return found.codes if found else ()
