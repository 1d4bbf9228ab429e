"""The wire that an article credits, wherever it does: in its dateline, its byline, a line `Source: …`, at its end.

Belongs here: recognising a credit. Does not belong here: datelines themselves (dateline), the head of a saved page
(heading), or which outlet a name means (the lexicons).

`TASS said` and `according to Xinhua` quote an agency and credit nobody; neither does an agency's name within the text.
"""

import re
from functools import cache

from sources.dateline import credited_in_dateline
from sources.tables import pairs

_END = 900
_LEAD = 700
_FOOT_LINES = 6
_LONGEST_FOOT = 90
_LONGEST_REST = 300
_STAFF = r"(?:[Ss]taff|[Ww]riters?|[Cc]orrespondents?|[Rr]eporters?|[Nn]ews ?[Dd]esk|[Nn]ews [Aa]gency|[Ss]ervice)"
_PART_OF_BYLINE = re.compile(r"\s*(?:[,/|·;()–—]|\s-\s|\bfor\b|\bwith\b|\bof\b|\band\b)\s*")
_CAPTION = re.compile(r"\W*(?:(?:file )?photo|image|picture|illustration|video|graphic|caption)s?\b", re.IGNORECASE)
_SOURCE = re.compile(r"\W{0,3}source\s*[:：]\s*(?P<name>[A-Z][\w .&'’-]{1,50}?)[)\].]*", re.IGNORECASE)
_OUTLET = re.compile(r"\b(?:News|Daily|Times|Agency|Post|Press|Radio|Television|TV|Herald|Tribune|Online)\b")
_HEAD_LINES = 4


def credited(text: str, byline: str | None = None) -> str | None:
    """The wire that an article credits; None where it credits none.

    Args:
        text: the article's.
        byline: its author line, if it has one.
    """
    return credited_in_dateline(text) or _opening(text) or _in_byline(byline) or _in_source_line(text) or _at_end(text)


def _opening(text: str) -> str | None:
    """`(Reuters) - …`, `Xinhua -- …`, `TASS, March 9. …`."""
    found = _patterns()["opening"].match(text[:200])
    return _named(found)


def _in_byline(byline: str | None) -> str | None:
    """`By AFP`, `Reuters Staff`, `Jane Doe, Associated Press`, `Xinhua writers Yu Fei and Hu Zhe`."""
    for part in _PART_OF_BYLINE.split((byline or "")[:200]):
        found = _patterns()["byline"].fullmatch(part.strip())
        if found:
            return _named(found)
    return None


def _in_source_line(text: str) -> str | None:
    """`Source: Xinhua` on a line of its own, above or below the text; the source of a picture or figure is none."""
    lines = [line.strip() for line in text[:_LEAD].splitlines() if line.strip()][:_HEAD_LINES]
    for line in (*lines, *reversed(_foot(text))):
        found = _SOURCE.fullmatch(line) if len(line) <= _LONGEST_FOOT else None
        name = found["name"].strip() if found else ""
        if _canonical(name) or _OUTLET.search(name):
            return _canonical(name) or name
    return None


def _at_end(text: str) -> str | None:
    """`… in orbit. (Xinhua)`, a last line `– AFP` or `with inputs from PTI`, and what `_reported` finds."""
    for line in reversed(_foot(text)):
        found = _patterns()["line"].fullmatch(line)
        if found:
            return _named(found)
    end = text[-_END:]
    for found in reversed(list(_patterns()["after"].finditer(end))):
        beginning = end[: found.start()].rpartition("\n")[2]
        if len(end) - found.end() <= _LONGEST_REST and not _CAPTION.match(beginning):
            return _named(found)
    return _reported(text)


def _reported(text: str) -> str | None:
    """`…, the state news agency Xinhua reported on Monday.` at the end of the first paragraph, or of the text."""
    paragraphs = [paragraph.strip() for paragraph in text[:_LEAD].split("\n") if len(paragraph.split()) >= 8]
    ends = [*paragraphs[:1], *[line for line in text[-_END:].rstrip().split("\n") if len(line.split()) >= 8][-1:]]
    for paragraph in ends:
        found = _patterns()["reported"].search(paragraph)
        if found:
            return _named(found)
    return None


def _foot(text: str) -> list[str]:
    lines = [line.strip() for line in text[-_END:].splitlines() if line.strip()]
    return [line for line in lines[-_FOOT_LINES:] if len(line) <= _LONGEST_FOOT]


def _named(found: re.Match[str] | None) -> str | None:
    """The wire of a match; a pattern names it in one of several places."""
    form = next(filter(None, found.groupdict().values()), "") if found else ""
    return _canonical(form)


def _canonical(form: str) -> str | None:
    return _names().get(form)


@cache
def _names() -> dict[str, str]:
    return {form: name for name, form in pairs("wires.tsv")}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The forms of a credit, of all known wires."""
    forms = "|".join(map(re.escape, sorted(_names(), key=lambda form: (-len(form), form))))
    agency = r"(?:\s+(?:news agency|News Agency|news service))?"
    day = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
    when = rf"(?:\s+(?:(?:on |late |early )*(?:[A-Z][a-z]+day|{day})|today|yesterday|earlier))*"
    of_whom = r"(?:[A-Z][a-z]+(?:['’]s)?|state(?:-run|-owned)?|official|local)\s+"
    kind = rf"(?:(?:the\s+)?(?:{of_whom}){{0,3}}(?:news\s+)?(?:agency|wire|media)\s+)?"
    helped = r"[Ww]ith (?:\w+ )?(?:inputs?|reports?|reporting|files) (?:from|by)"
    return {
        "opening": re.compile(
            rf"\s*(?:\((?P<a>{forms})\)\s*(?:--|[-–—:])|/?(?P<b>{forms})/?(?:,\s*{day}\.|\s*(?:--|[–—])|\s-\s))"
        ),
        "byline": re.compile(rf"(?:[Bb]y:?\s+)?(?P<a>{forms})(?:\s+{_STAFF}(?:\s.*)?)?"),
        "line": re.compile(rf"[\W_]*(?:(?:[Bb]y|{helped}|[Vv]ia)\s+)?(?P<a>{forms}){agency}[\W_]*"),
        "after": re.compile(
            rf"(?<=[.!?\"”’'\])])\s*(?:\((?P<a>{forms}){agency}\)|/(?P<b>{forms})/|"
            rf"[-–—]{{1,2}}\s?(?P<c>{forms})(?=\s*(?:\n|\Z)))"
        ),
        "reported": re.compile(
            rf",\s+{kind}(?P<a>{forms}){agency}\s+(?:has\s+|had\s+)?(?:reported|reports){when}\.[\"”’']?$"
        ),
    }
