"""Names that an article makes known as a spacecraft's, wherever it does.

Belongs here: asking the whole text of an article what a bare name is. Does not belong here: what the words around one
mention say of it, or the verdict on it (`transforms.extract`).
"""

import re

from transforms.text.document import Document

_NOUN = (
    r"(?:satellite|spacecraft|probe|orbiter|lander|rover|space telescope|telescope|observatory|cubesat|nanosatellite"
    r"|microsatellite|minisatellite)"
)
_OWNER = r"(?:an?|the|its|another|one of|[A-Z][\w.]+[’']s?)"
#: How a noun of craft stands behind a name: `X satellite`, `X, Peru's first research satellite`, `X is a small probe`.
_BEHIND = re.compile(
    rf" {_NOUN}|,? {_OWNER} (?:[\w-]+ ){{0,4}}{_NOUN}s?\b"
    rf"|,? (?:is|was|will be|became) (?:\w+ ){{0,2}}?{_OWNER} (?:[\w'’-]+ ){{0,6}}?{_NOUN}s?\b"
)
#: And before one: `the satellite X`, `the probe, X`, `a satellite called X`.
_BEFORE = re.compile(rf"{_NOUN}(?: |, | (?:named|called|dubbed|christened|known as) )$")
_REACH = 40


def is_introduced(document: Document, name: str) -> bool:
    """Whether a noun of craft stands beside the name anywhere: `the X satellite`, `X, Peru's probe`, `X is a probe`."""
    known: dict[str, bool] = document.__dict__.setdefault("_introduced", {})
    if name not in known:
        known[name] = any(_is_explained(part.text, name) for part in document.parts)
    return known[name]


def _is_explained(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _BEHIND.match(text, end) or _BEFORE.search(text, max(0, at - _REACH), at):
            return True
        at = text.find(name, end)
    return False
