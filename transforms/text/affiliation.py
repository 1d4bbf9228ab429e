"""Which party an organisation belongs to that no lexicon knows: `Touchroad, a Hong Kong company`.

Belongs here: reading it from the words around any mention of the name in the article. Does not belong here: finding
the name.
"""

import re
from typing import NamedTuple

from transforms.lexicons import Surface
from transforms.text.closed import CLASSES, NONE
from transforms.text.document import Document, Part
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_NATIONAL = ("country", "demonym", "metonym", "prefix", "place")
#: Nouns of those who can act: `a Melbourne startup`.
_BODY = (
    r"(?:compan(?:y|ies)|firm|start-?up|manufacturer|builder|maker|operator|provider|university|institute|specialist|supplier|"
    r"broker|venture|group|contractor|agency|business|developer|spin-?(?:off|out)|concern|outfit|consultancy|integrator|"
    r"subsidiary|arm|unit|conglomerate|lab|laboratory|foundation|consortium|newcomer|enterprise|organi[sz]ation|"
    r"association|owner|carrier|broadcaster|college|school|corporation|giant|"
    r"businessman|businesswoman|entrepreneur|tycoon|millionaire|billionaire|engineer|scientist|pilot|officer|physician|surgeon)"
)
_KNOWN_AS = r"\s*(?:\([^)]{1,40}\))?"
#: Between a name and the nation behind it.
_APPOSED = re.compile(_KNOWN_AS + r",?\s*(?:\(?\s*)?(?:an?|the|its|one of)?\s*(?:[\w-]+\s+){0,3}$", re.I)
_PLACED = re.compile(_KNOWN_AS + r",\s*(?:an?|the|its|one of)\s+(?:[\w-]+\s+){0,3}$", re.I)
_BEHIND = re.compile(rf"[’']s\b|-(?:based|registered)\b|(?: [a-z-]+){{0,3}} {_BODY}\b")
_OF = re.compile(
    _KNOWN_AS + rf",?\s*(?:(?:an?|the) (?:[\w-]+ ){{0,5}}{_BODY} |which is )?"
    r"(?:of|from|in|based in|headquartered in|located in)\s+"
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?,\s+)?(?:the\s+)?(?:(?:city|capital|town|state) of\s+)?$"
)
_OPEN = re.compile(r"\s*\((?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, )?$")
#: Between a nation and the name behind it.
_OWN = re.compile(r"(?:[’']s?|[- ]based)(?P<words>(?:\s+[a-z-]+){0,4})\s*,?\s*(?:the\s+)?[\"“]?$")
_ADJECTIVE = re.compile(r"(?P<words>(?:\s+[a-z-]+){0,4})\s*,?\s*(?:the\s+)?[\"“]?$")
_TOWN = re.compile(rf"(?P<words>(?:\s+[a-z-]+){{0,3}}\s+{_BODY})\s+[\"“]?$")
#: What else belongs to a name that is told short: `Kosmotek` of `Kosmotek Systems GmbH`.
_REST = re.compile(
    r"(?: (?:Aero)?[Ss]pace| [A-Z]\w*(?:ystems|ies|ics|ions|rks|abs|ing|ites|ors)\b)*"
    r"(?:,? (?:Inc|Ltd|LLC|Corp|Co|GmbH|S\.A|SA|SE|AG|BV|Oy|AB|AS|PLC|Pty)\b\.?)*"
)
_CLOSED = frozenset({"prep", "be", "have", "modal", "do", "rel", "pron", "neg"})


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
            rest = _REST.match(part.text, at + len(name))
            found = _around(part, at, rest.end() if rest else at + len(name))
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
        is_base = part.text.startswith(("-based", " based"), hit.end)
        readings = [s for s in hit.entry.readings(part.text[hit.start : hit.end])
                    if s.category in _NATIONAL and (is_base or not s.is_context)]  # fmt: skip
        if not readings:
            continue
        surface = readings[0]
        between = part.text[hit.end : start] if hit.end <= start else part.text[end : hit.start]
        if "." in between or ";" in between:
            continue
        tied = (
            _is_before(surface.category, between) if hit.end <= start else _is_behind(part, hit.end, surface, between)
        )
        if tied:
            return Affiliation(surface.party_codes, hit.start, hit.end, part)
    return None


def _is_before(category: str, between: str) -> bool:
    """Whether a nation describes the name behind it: `Sofia-based X`, `Peru's operator X`, `the Danish maker X`."""
    own = _OWN.match(between)
    adjective = _ADJECTIVE if category in ("demonym", "prefix") else _TOWN
    match = own or adjective.match(between)
    return match is not None and all(map(_describes, match["words"].split()))


def _describes(word: str) -> bool:
    """Whether the word can stand in a noun phrase before its name: no verb, no preposition."""
    is_free = word == "at" or CLASSES.get(word, NONE).isdisjoint(_CLOSED)
    return is_free and (not word.endswith("ed") or "-" in word)


def _is_behind(part: Part, end: int, surface: Surface, between: str) -> bool:
    """Whether a nation that ends there describes the name before it: `X, a Danish maker`, `X of Oslo`, `X (Peru)`."""
    if surface.category == "demonym":
        return bool(_APPOSED.match(between)) and ("," in between or "(" in between)
    if _OPEN.match(between) and part.text.startswith(")", end):
        return True
    apposed = bool(_PLACED.match(between)) and bool(_BEHIND.match(part.text, end, end + 60))
    return apposed or bool(_OF.match(between))


def codes(sentence: Sentence, item: Item) -> tuple[str, ...]:
    """The codes of a name, its own or those of its affiliation."""
    if item.mention is None:
        return ()
    if item.mention.codes:
        return item.mention.codes
    found = affiliation(sentence, item.mention)
    return found.codes if found else ()
