"""Names that a total leaves to the sentences before it.

Belongs here: the standing agreement, series, body or state that an article is about at a place. Does not belong here:
names in the total's own clause (`owners`).
"""

from collections import Counter
from typing import NamedTuple

from transforms.claim import Part
from transforms.text import coreference
from transforms.text.document import Document
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

#: Categories that name a series.
_SERIES = ("vehicle", "vehicle_family", "instrument", "spacecraft", "programme", "site")
NATIONS = frozenset({"country", "demonym", "metonym", "people", "prefix"})
BODIES = frozenset({"organization", "body", "unknown_organization"})
#: Which names a figure of a metric can be counted for, where the sentence has none.
_OWNERS: dict[str, tuple[str, ...]] = {
    "launches": ("vehicle", "vehicle_family", "programme"),
    "satellites": ("spacecraft", "programme"),
    "projects": ("spacecraft", "programme"),
    "members": ("instrument",),
    "participants": ("instrument", "programme"),
    "agreements": ("instrument", "programme"),
}
_CLUBS = frozenset(["members", "participants"])
_BACK, _NEAR, _TITLE, _LEADS, _KNOWN = 4, 6, 3.0, 2, 3


class Named(NamedTuple):
    """A mention and the part of the article it stands in."""

    mention: Mention
    part: Part


def is_series(mention: Mention | None) -> bool:
    """Whether the name is of a rocket, a craft, a programme, an instrument or a site."""
    if mention is None or mention.category in NATIONS | BODIES or mention.category in ("blocker", "outlet"):
        return False
    return mention.reading(*_SERIES) is not None


def instrument(sentence: Sentence) -> Named | None:
    """The standing agreement that countries sign: named here, just before, or in the title."""
    nearby = [sentence, *[s for s in sentence.before() if sentence.index - s.index <= _NEAR]]
    if sentence.part.name == "text":
        nearby += sentence.part.document.title.sentences
    for candidate in nearby:
        if candidate.has("agreement.standing") or candidate is sentence:
            for mention in candidate.mentions:
                if mention.reading("instrument") is not None:
                    return Named(mention, candidate.part.name)
    return None


def back(sentence: Sentence, start: int, metric: str) -> Named | None:
    """What a sentence without a name of its own is about.

    That is the party that `it` or `the company` points to; else, of the names that can own such a figure, the one that
    the title and the sentences before have most often.
    """
    pointed = coreference.single(sentence, sentence.start, start)
    if pointed is not None and pointed.mentions and metric not in _CLUBS and not _is_empty(sentence, pointed.end):
        return Named(pointed.mentions[0], _part_of(sentence, pointed.mentions[0]))
    title = sentence.part.document.title.sentences if sentence.part.name == "text" else []
    nearby = [s for s in sentence.before() if sentence.index - s.index <= _BACK]
    weights: dict[str, float] = {}
    first: dict[str, Named] = {}
    for distance, candidate in enumerate((*nearby, *title)):
        weight = _TITLE if candidate.part.name == "title" else _TITLE - distance / 2
        for mention in candidate.mentions:
            if _can_own(mention, metric) and not _is_source(candidate, mention):
                key = mention.id or mention.text
                near = _TITLE if metric in _CLUBS and not distance else 0.0
                weights[key] = weights.get(key, 0.0) + weight + near
                first.setdefault(key, Named(mention, candidate.part.name))
    if len(weights) > 1 and metric not in _CLUBS:
        often = _frequencies(sentence.part.document)
        return first[max(weights, key=lambda key: weights[key] * (1 + often.get(key, 0)))]
    return first[max(weights, key=lambda key: weights[key])] if weights else None


def _part_of(sentence: Sentence, mention: Mention) -> Part:
    """Where an earlier mention stands: in the sentence's own part, else in the title."""
    own = sentence.part
    is_here = own.text[mention.start : mention.end] == mention.text
    return own.name if is_here else own.document.title.name


def _frequencies(document: Document) -> Counter[str]:
    """How often the article has each name of the lexicons."""
    return Counter(hit.entry.surfaces[0].id for part in document.parts for hit in part.hits if hit.entry.surfaces)


def _is_empty(sentence: Sentence, end: int) -> bool:
    """`it is stated that …`: the word points to nothing."""
    return sentence.part.text[end : end + 4].lower() in (" is ", " was")


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """`according to the UN's office for outer space`: who says it."""
    words = sentence.part.folded[max(sentence.start, mention.start - 24) : mention.start].split()
    return words[-2:] == ["according", "to"] or words[-3:-1] == ["according", "to"]


def _can_own(mention: Mention, metric: str) -> bool:
    if mention.category in BODIES:
        return (mention.category == "body" or metric not in _CLUBS) and metric != "projects" and bool(mention.codes)
    if metric == "satellites" and any(char.isdigit() for char in mention.text):
        return False  # one craft has no fleet
    return is_series(mention) and mention.reading(*_OWNERS.get(metric, _SERIES)) is not None


def main_party(sentence: Sentence) -> Named | None:
    """The party that the article names far more often than any other."""
    ranked = list(sentence.part.document.salience.values())
    if not ranked or ranked[0][0] < _KNOWN or (len(ranked) > 1 and ranked[0][0] < _LEADS * ranked[1][0]):
        return None
    return Named(ranked[0][1], ranked[0][2])
